"""Weeks, months and other stretches of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.errors import BadDate, BadOrder
from minqing.records.period import Period


def test_an_iso_week() -> None:
    week = Period.week("2026-W47")
    assert week == Period(date(2026, 11, 16), date(2026, 11, 22))
    assert week.label == "2026年第47周"
    assert date(2026, 11, 16) in week
    assert date(2026, 11, 22) in week
    assert date(2026, 11, 23) not in week
    assert "2026-11-16" not in week


def test_the_first_iso_week_may_begin_in_the_year_before() -> None:
    assert Period.week("2026-W01").start == date(2025, 12, 29)
    assert Period.week("2026-W01").label == "2026年第1周"


def test_a_week_may_begin_on_any_day() -> None:
    friday = Period.of_week(date(2026, 11, 19), first_weekday=4)
    assert friday == Period(date(2026, 11, 13), date(2026, 11, 19))
    assert friday.label == "2026-11-13 至 2026-11-19"


def test_a_month() -> None:
    assert Period.month("2026-02") == Period.of_month(date(2026, 2, 9)) == Period(date(2026, 2, 1), date(2026, 2, 28))
    assert Period.month("2026-12").label == "2026-12-01 至 2026-12-31"


@pytest.mark.parametrize("text", ["2026-W54", "2026-W00", "47", "", "2026-11"])
def test_a_week_that_does_not_exist(text: str) -> None:
    with pytest.raises(BadDate):
        Period.week(text)


@pytest.mark.parametrize("text", ["2026-13", "2026", "2026-W47"])
def test_a_month_that_does_not_exist(text: str) -> None:
    with pytest.raises(BadDate):
        Period.month(text)


def test_a_period_cannot_end_before_it_starts() -> None:
    with pytest.raises(BadOrder):
        Period(date(2026, 2, 1), date(2026, 1, 31))


@given(st.dates(date(1950, 1, 1), date(2099, 12, 1)), st.integers(0, 6))
def test_every_day_lies_in_one_week_of_seven_days_and_one_month(day: date, first: int) -> None:
    week = Period.of_week(day, first)
    assert day in week
    assert week.days == 7
    assert week.start.weekday() == first
    assert day in Period.of_month(day)
    assert (
        Period.of_month(day).end + timedelta(days=1)
        == Period.of_month(Period.of_month(day).end + timedelta(days=1)).start
    )


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 6, 30), date(2026, 4, 1), date(2026, 6, 30)),
        (date(2024, 8, 15), date(2024, 7, 1), date(2024, 9, 30)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter_has_three_whole_months(day: date, start: date, end: date) -> None:
    assert Period.of_quarter(day) == Period(start, end)


def test_a_year_goes_from_january_to_december() -> None:
    assert Period.of_year(date(2024, 2, 29)) == Period(date(2024, 1, 1), date(2024, 12, 31))
