"""Working days around holidays, worked weekends, and years whose calendar is not published."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.work.workdays import is_workday, workday_after, workdays_between

PUBLISHED = st.dates(date(2024, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 9, 28), True),  # a Sunday worked for 国庆
        (date(2025, 9, 30), True),
        *((date(2025, 10, number), False) for number in range(1, 9)),
        (date(2025, 10, 9), True),
        (date(2025, 10, 11), True),  # a Saturday worked for 国庆
        (date(2025, 10, 12), False),
        (date(2026, 2, 14), True),  # a Saturday worked for 春节
        (date(2026, 2, 17), False),
        (date(2026, 2, 28), True),
        (date(2026, 9, 20), True),  # a Sunday worked for 国庆
        (date(2026, 10, 1), False),
        (date(2026, 10, 7), False),
        (date(2026, 10, 8), True),
        (date(2026, 10, 10), True),  # a Saturday worked for 国庆
        (date(2026, 11, 19), True),
        (date(2026, 11, 21), False),
    ],
)
def test_published_calendar(day: date, works: bool) -> None:
    assert is_workday(day) is works


@pytest.mark.parametrize("year", [2035, 2099, 1990])
def test_years_without_a_calendar_work_monday_to_friday(year: int) -> None:
    days = [date(year, 10, 1) + timedelta(days=step) for step in range(14)]
    assert [is_workday(day) for day in days] == [day.weekday() < 5 for day in days]


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        (date(2026, 11, 16), 1, date(2026, 11, 17)),
        (date(2026, 11, 20), 1, date(2026, 11, 23)),
        (date(2026, 11, 19), 5, date(2026, 11, 26)),
        (date(2025, 9, 26), 2, date(2025, 9, 29)),  # Sunday 28 September counts
        (date(2025, 9, 30), 1, date(2025, 10, 9)),
        (date(2025, 9, 30), 5, date(2025, 10, 14)),  # 9, 10, Saturday 11, 13, 14
        (date(2025, 10, 3), 2, date(2025, 10, 10)),
        (date(2026, 9, 30), 5, date(2026, 10, 13)),  # 8, 9, Saturday 10, 12, 13
        (date(2026, 12, 31), 1, date(2027, 1, 1)),  # 2027 is not published here; a Friday
        (date(2035, 9, 28), 5, date(2035, 10, 5)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_days_later(start: date, days: int, expected: date) -> None:
    if expected.year == 2027:
        expected = expected if is_workday(expected) else date(2027, 1, 4)
    assert workday_after(start, days) == expected


@given(start=PUBLISHED, days=st.integers(1, 30))
def test_a_deadline_is_a_working_day_and_that_many_away(start: date, days: int) -> None:
    end = workday_after(start, days)
    assert is_workday(end)
    assert workdays_between(start, end) == days


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2026, 11, 19), date(2026, 11, 19), 0),
        (date(2026, 11, 19), date(2026, 11, 20), 1),
        (date(2026, 11, 20), date(2026, 11, 22), 0),
        (date(2025, 9, 30), date(2025, 10, 12), 3),
        (date(2026, 9, 30), date(2026, 10, 10), 3),
    ],
)
def test_days_between(start: date, end: date, count: int) -> None:
    assert workdays_between(start, end) == count
    assert workdays_between(end, start) == -count
