"""Whether something was done within 24 hours, by the clock, by working days or by working hours."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from minqing.work.definitions import Definitions, Hours
from minqing.work.workdays import is_workday

Moment = tuple[date, time | None]

OPENS: Final = time(9)
CLOSES: Final = time(17)
LIMIT: Final = timedelta(hours=24)
_DAYS: Mapping[Hours, int] = {Hours.CLOCK: 1, Hours.WORKDAY: 1, Hours.WORKING: 3}
_ONE_DAY = timedelta(days=1)
_LONGEST = 31
"""No holidays are so long that 24 working hours would reach over more days than this."""


def within_a_day(start: Moment, end: Moment, definitions: Definitions) -> bool:
    """Whether ``end`` is at most 24 hours after ``start``.

    Where either lacks the time of day, days are compared: the next day is near enough if the definitions say so (of
    working hours, the third working day).
    """
    days = (end[0] - start[0]).days
    if days > _LONGEST:
        return False
    if start[1] is None or end[1] is None:
        if definitions.hours is not Hours.CLOCK:
            days = _workdays(start[0], end[0])
        return days <= _DAYS[definitions.hours] - (not definitions.next_day_counts)
    return _elapsed(datetime.combine(start[0], start[1]), datetime.combine(end[0], end[1]), definitions.hours) <= LIMIT


def _elapsed(start: datetime, end: datetime, hours: Hours) -> timedelta:
    if hours is Hours.CLOCK:
        return end - start
    passed, day = timedelta(), start.date()
    while day <= end.date():
        if _works(day):
            midnight = datetime.combine(day, time.min)
            opens, closes = (
                (midnight, midnight + _ONE_DAY)
                if hours is Hours.WORKDAY
                else (datetime.combine(day, OPENS), datetime.combine(day, CLOSES))
            )
            passed += max(timedelta(), min(end, closes) - max(start, opens))
        day += _ONE_DAY
    return passed


def _workdays(start: date, end: date) -> int:
    return sum(_works(start + timedelta(days=step)) for step in range(1, (end - start).days + 1))


@lru_cache(maxsize=1 << 12)
def _works(day: date) -> bool:
    return is_workday(day)
