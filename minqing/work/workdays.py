"""Working days of the mainland calendar, with its holidays and the weekends worked instead."""

from __future__ import annotations

from datetime import date, timedelta

_SATURDAY = 5


def is_workday(day: date) -> bool:
    """Whether people work on ``day``: the State Council's yearly notice where it is known, else Monday to Friday."""
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except RuntimeError:  # a year whose holidays are not published yet
        return day.weekday() < _SATURDAY


def workday_after(start: date, days: int) -> date:
    """The day that is ``days`` working days after ``start`` (the start itself is not counted)."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= is_workday(day)
    return day


def workdays_between(start: date, end: date) -> int:
    """How many working days lie after ``start`` up to and including ``end``; negative when ``end`` is earlier."""
    if end < start:
        return -workdays_between(end, start)
    return sum(is_workday(start + timedelta(days=step)) for step in range(1, (end - start).days + 1))
