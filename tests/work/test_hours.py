"""24 hours by the clock, by working days, by working hours. 20 November 2026 is a Friday."""

from __future__ import annotations

from datetime import date, time

import pytest

from minqing.work.definitions import Definitions, Hours
from minqing.work.hours import Moment, within_a_day

THURSDAY, FRIDAY, SATURDAY, MONDAY, TUESDAY, WEDNESDAY = (
    date(2026, 11, day) for day in (19, 20, 21, 23, 24, 25)
)  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "start", "end", "near"),
    [
        (Hours.CLOCK, (THURSDAY, time(15)), (FRIDAY, time(15)), True),
        (Hours.CLOCK, (THURSDAY, time(15)), (FRIDAY, time(15, 1)), False),
        (Hours.CLOCK, (FRIDAY, time(15)), (MONDAY, time(9)), False),
        (Hours.WORKDAY, (FRIDAY, time(15)), (MONDAY, time(15)), True),
        (Hours.WORKDAY, (FRIDAY, time(15)), (MONDAY, time(16)), False),
        (Hours.WORKDAY, (SATURDAY, time(8)), (MONDAY, time(23)), True),
        (Hours.WORKING, (FRIDAY, time(15)), (WEDNESDAY, time(15)), True),
        (Hours.WORKING, (FRIDAY, time(15)), (WEDNESDAY, time(15, 30)), False),
        (Hours.WORKING, (THURSDAY, time(20)), (TUESDAY, time(17)), True),
        (Hours.CLOCK, (THURSDAY, time(9)), (date(2027, 2, 1), time(9)), False),
    ],
)
def test_with_the_time_of_day(hours: Hours, start: Moment, end: Moment, near: bool) -> None:
    assert within_a_day(start, end, Definitions(hours=hours)) is near


@pytest.mark.parametrize(
    ("hours", "end", "generous", "strict"),
    [
        (Hours.CLOCK, FRIDAY, True, True),
        (Hours.CLOCK, SATURDAY, True, False),
        (Hours.CLOCK, MONDAY, False, False),
        (Hours.WORKDAY, MONDAY, True, False),
        (Hours.WORKDAY, TUESDAY, False, False),
        (Hours.WORKING, WEDNESDAY, True, False),
    ],
)
def test_without_it_days_are_counted(hours: Hours, end: date, generous: bool, strict: bool) -> None:
    for moment, near in ((True, generous), (False, strict)):
        rules = Definitions(hours=hours, next_day_counts=moment)
        assert within_a_day((FRIDAY, time(9)), (end, None), rules) is near
        assert within_a_day((FRIDAY, None), (end, time(9)), rules) is near
