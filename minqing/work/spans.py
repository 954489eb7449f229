"""The stretches of time that figures are about: a week, month, quarter or year, an own range, and what came before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from minqing.records.dates import screen_date
from minqing.records.period import Period

_ONE_DAY = timedelta(days=1)
_THURSDAY = 3


class Span(StrEnum):
    """How long a stretch is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    OWN = "own"


_UNITS = {Span.WEEK: "周", Span.MONTH: "月", Span.QUARTER: "季", Span.YEAR: "年"}
_PAST = {Span.WEEK: "那一周", Span.MONTH: "那个月", Span.QUARTER: "那一季", Span.YEAR: "那一年"}


@dataclass(frozen=True)
class Window:
    """The days that figures are about, and those before that they are compared with; ``on`` is today."""

    span: Span
    period: Period
    before: Period
    on: date

    @property
    def current(self) -> bool:
        """Whether it reaches up to today."""
        return self.period.start <= self.on <= self.period.end

    @property
    def word(self) -> str:
        """``本月``; ``那个月`` for one that is over; ``这段时间`` for an own range."""
        if self.span is Span.OWN:
            return "这段时间"
        return f"本{_UNITS[self.span]}" if self.current else _PAST[self.span]

    @property
    def label(self) -> str:
        """``11月1日 – 11月19日``, with years where they are not this one."""
        return f"{screen_date(self.period.start, self.on)} – {screen_date(self.period.end, self.on)}"

    @property
    def compared(self) -> str:
        """What the arrows compare with: ``上月同期``."""
        if self.span is Span.OWN:
            return f"之前 {self.before.days} 天"
        return (
            f"上{_UNITS[self.span]}同期"
            if self.current
            else f"前一{'个' * (self.span is Span.MONTH)}{_UNITS[self.span]}"
        )


def window(span: Span, day: date, *, on: date, first_weekday: int = 0) -> Window:
    """The week, month, quarter or year of ``day``, up to ``on`` when that is inside it. Raises ValueError for OWN."""
    whole = _whole(span, day, first_weekday)
    earlier = _whole(span, whole.start - _ONE_DAY, first_weekday)
    if not whole.start <= on < whole.end:
        return Window(span, whole, earlier, on)
    period = Period(whole.start, on)
    same_days = earlier.start + timedelta(days=period.days - 1)
    return Window(span, period, Period(earlier.start, min(same_days, earlier.end)), on)


def own_window(period: Period, *, on: date) -> Window:
    """A range of one's own, compared with as many days right before it."""
    before = Period(period.start - timedelta(days=period.days), period.start - _ONE_DAY)
    return Window(Span.OWN, period, before, on)


def shifted(present: Window, steps: int, *, first_weekday: int = 0) -> Window:
    """The stretch of the same length ``steps`` (1 or -1) later or earlier."""
    if present.span is Span.OWN:
        move = timedelta(days=present.period.days * steps)
        return own_window(Period(present.period.start + move, present.period.end + move), on=present.on)
    whole = _whole(present.span, present.period.start, first_weekday)
    day = whole.end + _ONE_DAY if steps > 0 else whole.start - _ONE_DAY
    return window(present.span, day, on=present.on, first_weekday=first_weekday)


def week_number(week: Period) -> int:
    """The number of a week that may begin on any day: that of the ISO week which has the same Thursday."""
    thursday = week.start + timedelta(days=(_THURSDAY - week.start.weekday()) % 7)
    return thursday.isocalendar().week


def _whole(span: Span, day: date, first_weekday: int) -> Period:
    match span:
        case Span.WEEK:
            return Period.of_week(day, first_weekday)
        case Span.MONTH:
            return Period.of_month(day)
        case Span.QUARTER:
            return Period.of_quarter(day)
        case Span.YEAR:
            return Period.of_year(day)
        case Span.OWN:
            raise ValueError("an own range has no week, month or year that it belongs to")
