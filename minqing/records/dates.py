"""Dates and times: every way in which sheets write them, and how we show them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from math import isfinite

from minqing.errors import BadDate, BadTime
from minqing.records.clock import clock_of, parse_time
from minqing.records.period import Period
from minqing.records.spelling import arabic, fold, is_empty_mark

__all__ = [
    "Period", "parse_date", "parse_moment", "parse_partial_date", "parse_time", "render_partial", "screen_date",
]  # fmt: skip

Moment = tuple[date, time | None]

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_FIRST_BIRTH_SERIAL = 10_000
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_SECONDS_OF_DAY = 86_400
_LAST_MONTH = 12
_LONGEST_MONTH = 31

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOTHING = frozenset({"0", "1", "1.0", "0.0", "1900-01-00", "1900/1/0"})
_WEEKDAY = r"(?: ?\(?(?:星期|周|礼拜)[一二三四五六日天1-7]\)?)?"
_FULL = re.compile(
    rf"(?P<y>[0-9]{{4}})(?: ?年 ?| ?[-./] ?)(?P<m>[0-9]{{1,2}})(?: ?月 ?| ?[-./] ?)(?P<d>[0-9]{{1,2}}) ?[日号]?"
    rf"{_WEEKDAY}(?:T| ?)(?P<clock>.*)"
)
_YEARLESS = re.compile(rf"(?P<m>[0-9]{{1,2}}) ?(?:月|[-./]) ?(?P<d>[0-9]{{1,2}}) ?[日号]?{_WEEKDAY} ?(?P<clock>.*)")
_DAY_ALONE = re.compile(rf"(?P<d>[0-9]{{1,2}}) ?[日号]{_WEEKDAY} ?(?P<clock>.*)")
_COMPACT = re.compile(r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?:T? ?(?P<clock>[0-9]{4}(?:[0-9]{2})?))?")
_YEAR_MONTH = re.compile(r"([0-9]{4})(?: ?年 ?| ?[-./] ?|(?=[0-9]{2}$))([0-9]{1,2}) ?月?")
_YEAR = re.compile(r"([0-9]{4}) ?年?")
_SHORT_YEAR = re.compile(r"[0-9]{2}[-./年][0-9]{1,2}[-./月][0-9]{1,2}日?")
_NUMBER = re.compile(r"[0-9]{5}(?:\.[0-9]+)?")
_TWO_DATES = re.compile(r"[0-9]{4}.+[#~至到–—].*[0-9]|[0-9日号]-[0-9]{4}[-./年]")
_CHINESE = re.compile(r"[零〇○一二三四五六七八九十]+(?=[年月日号])")


def parse_moment(value: object, *, period: Period | None = None, epoch1904: bool = False) -> Moment | None:
    """The date, and the time of day if there is one, that a cell or typed text stands for; None for a blank.

    ``period`` gives the year of ``6月9日``: the one that puts it nearest to the period; and the month of ``9日``, if it
    is no longer than one. Midnight counts as no time.
    ``1899-12-30``, 0 and 1 are what databases and spreadsheets leave in empty date cells, so they are blank.
    Raises BadDate, with the reason where there is one to tell.
    """
    if isinstance(value, str):
        return _parse_text(value, period, epoch1904)
    if value is None:
        return None
    if isinstance(value, datetime):
        moment = value.time().replace(microsecond=0, tzinfo=None)
        return _plausible(value.date(), str(value), None if moment == time.min else moment)
    if isinstance(value, date):
        return _plausible(value, str(value), None)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_number(value, epoch1904)
    raise BadDate(str(value))


def parse_date(value: object, *, period: Period | None = None, epoch1904: bool = False) -> date | None:
    """Like ``parse_moment``, without the time of day."""
    if isinstance(value, str) and (day := _iso_day(value)):
        return day
    moment = parse_moment(value, period=period, epoch1904=epoch1904)
    return moment[0] if moment else None


def _iso_day(text: str) -> date | None:
    """The day in a text that is written as we write it ourselves, by far the most usual way."""
    if _ISO.fullmatch(text) and "1900" <= text < "2101":
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    return None


def parse_partial_date(value: object) -> str:
    """An ISO date that may lack day or month, from any spelling: ``1968``, ``1968-07``, ``1968-07-12``; blank: ``""``.

    A number 1968.1 is refused: a spreadsheet shows October so as well. Raises BadDate.
    """
    if type(value) is str and (day := _iso_day(value)):
        return day.isoformat()
    if isinstance(value, float) and _FIRST_YEAR <= value <= _LAST_YEAR and not value.is_integer():
        text = repr(value)
        if len(text) != len("1968.07"):
            raise BadDate(text, "分不清是 1 月还是 10 月" if text.endswith(".1") else "")
        return _partial(text)
    if isinstance(value, int | float) and not isinstance(value, bool):
        if _FIRST_BIRTH_SERIAL <= value < _FIRST_SERIAL:
            return (_EPOCH + timedelta(days=int(value))).isoformat()
        value = str(int(value)) if float(value).is_integer() else value
    if isinstance(value, str):
        return _partial(value)
    moment = parse_moment(value)
    return moment[0].isoformat() if moment else ""


def render_partial(text: str) -> str:
    """``1968-07`` as people write it: ``1968.07``; a year alone and a whole date stay as they are."""
    return text.replace("-", ".") if text.count("-") == 1 else text


def screen_date(day: date, today: date) -> str:
    """``11月19日``; with its year when that is not this year's: ``2025年11月19日``."""
    short = f"{day.month}月{day.day}日"
    return short if day.year == today.year else f"{day.year}年{short}"


@lru_cache(maxsize=1 << 14)
def _partial(value: str) -> str:
    text = _folded(value)
    month = _YEAR_MONTH.fullmatch(text)
    if month:
        return _first_day(value, int(month[1]), int(month[2])).isoformat()[: len("1968-07")]
    year = _YEAR.fullmatch(text)
    if year:
        return _first_day(value, int(year[1]), 1).isoformat()[: len("1968")]
    moment = _parse_text(value, None, False)
    return moment[0].isoformat() if moment else ""


@lru_cache(maxsize=1 << 14)
def _parse_text(value: str, period: Period | None, epoch1904: bool) -> Moment | None:
    text = _folded(value)
    if is_empty_mark(text) or text in _NOTHING:
        return None
    found = _FULL.fullmatch(text) or _COMPACT.fullmatch(text)
    if found:
        day = _day(value, int(found["y"]), int(found["m"]), int(found["d"]))
        return _plausible(day, value, _clock(value, found["clock"]))
    found = _YEARLESS.fullmatch(text)
    if found and not _YEAR_MONTH.fullmatch(text) and not _SHORT_YEAR.fullmatch(text):
        if period is None:
            raise BadDate(value, "没有年份")
        return _nearest(value, int(found["m"]), int(found["d"]), period), _clock(value, found["clock"])
    found = _DAY_ALONE.fullmatch(text)
    if found:
        return _within(value, int(found["d"]), period), _clock(value, found["clock"])
    if _NUMBER.fullmatch(text):
        return _from_serial(value, float(text), epoch1904)
    raise BadDate(value, _what_is_wrong(text))


def _folded(value: str) -> str:
    text = fold(value)
    return _CHINESE.sub(lambda numeral: arabic(numeral[0]), text) if not text.isascii() else text


def _clock(value: str, text: str | None) -> time | None:
    if not text:
        return None
    try:
        moment = clock_of(text)
    except BadTime:
        raise BadDate(value, "写了两个日期" if _TWO_DATES.search(value) else f"看不懂“{text.strip()}”") from None
    return None if moment == time.min else moment


def _day(value: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        if not 1 <= month <= _LAST_MONTH:
            raise BadDate(value, f"没有 {month} 月") from None
        raise BadDate(value, f"{month} 月没有 {day} 日") from None


def _first_day(value: str, year: int, month: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise BadDate(value, f"年份 {year} 不对")
    return _day(value, year, month, 1)


def _plausible(day: date, value: str, moment: time | None) -> Moment | None:
    if _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return day, moment
    if day.year == _EPOCH.year:
        return None
    raise BadDate(value, f"年份 {day.year} 不对")


def _nearest(value: str, month: int, day: int, period: Period) -> date:
    years = range(period.start.year - 1, period.end.year + 2)
    leap = (month, day) == (2, 29)
    days = [_day(value, year, month, day) for year in years if not leap or year % 4 == 0]
    if not days:
        raise BadDate(value, f"{period.start.year} 年 2 月没有 29 日")
    return min(days, key=lambda found: max(period.start - found, found - period.end, timedelta()))


def _within(value: str, day: int, period: Period | None) -> date:
    """The day of the month alone (9日) within a period that has one such day."""
    if period is None:
        raise BadDate(value, "没有年份和月份")
    found = [one for offset in range(min(period.days, 32)) if (one := period.start + timedelta(offset)).day == day]
    if period.days > _LONGEST_MONTH or len(found) != 1:
        raise BadDate(value, "没有月份" if period.days > _LONGEST_MONTH else f"{period.label}里没有 {day} 日")
    return found[0]


def _from_number(value: float, epoch1904: bool) -> Moment | None:
    if value in {0, 1}:
        return None
    if not isfinite(value):
        raise BadDate(str(value))
    whole = int(value)
    if whole == value and len(str(whole)) == len("20260408"):
        return _parse_text(str(whole), None, epoch1904)
    return _from_serial(f"{value:g}" if whole != value else str(whole), value, epoch1904)


def _from_serial(text: str, value: float, epoch1904: bool) -> Moment | None:
    if not _FIRST_SERIAL <= value < _LAST_SERIAL:
        raise BadDate(text, "像是普通数字")
    days, fraction = divmod(value, 1)
    seconds = round(fraction * _SECONDS_OF_DAY)
    day = (_EPOCH_1904 if epoch1904 else _EPOCH) + timedelta(days=int(days) + seconds // _SECONDS_OF_DAY)
    seconds %= _SECONDS_OF_DAY
    return _plausible(day, text, (datetime.min + timedelta(seconds=seconds)).time() if seconds else None)


def _what_is_wrong(text: str) -> str:
    if _TWO_DATES.search(text):
        return "写了两个日期"
    if _SHORT_YEAR.fullmatch(text):
        return "年份要写四位"
    if _YEAR_MONTH.fullmatch(text):
        return "没有日"
    return "没有月和日" if _YEAR.fullmatch(text) else ""
