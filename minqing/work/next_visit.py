"""When to come again: a few days to choose from, all of them working days, one by the rhythm of the care group."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from minqing.work.workdays import is_workday

_WEEKDAYS = "一二三四五六日"
_LONGEST_HOLIDAY = 15


@dataclass(frozen=True)
class NextPick:
    """A day to come again: the word on its button and, in half a sentence, how it was found."""

    label: str
    day: date
    why: str


def next_visit_picks(
    on: date, care_groups: Iterable[str] = (), rhythm: Mapping[str, int] | None = None
) -> tuple[NextPick, ...]:
    """The days to choose from after a visit on ``on``; ``rhythm`` is care group to days between visits.

    A day off moves to the next working day; the day of a care group's rhythm to the one before, so that it holds.
    """
    days = {"一周后": on + timedelta(days=7), "两周后": on + timedelta(days=14), "一个月后": _month_later(on)}
    picks = [NextPick(label, workday_from(day), "逢休息日顺延") for label, day in days.items()]
    groups = sorted((rhythm[group], group) for group in set(care_groups) if rhythm and group in rhythm)
    if groups:
        length, group = groups[0]
        day = max(workday_until(on + timedelta(days=length)), on)
        picks.append(NextPick(f"{group} {length} 天", day, f"{group}每 {length} 天一访，逢休息日提前"))
    return tuple(picks)


def workday_from(day: date) -> date:
    """``day``, or the next working day after it."""
    return next(found for step in range(_LONGEST_HOLIDAY) if is_workday(found := day + timedelta(days=step)))


def workday_until(day: date) -> date:
    """``day``, or the last working day before it."""
    return next(found for step in range(_LONGEST_HOLIDAY) if is_workday(found := day - timedelta(days=step)))


def weekday_word(day: date) -> str:
    """``周六``."""
    return f"周{_WEEKDAYS[day.weekday()]}"


def _month_later(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, min(day.day, monthrange(year, month)[1]))
