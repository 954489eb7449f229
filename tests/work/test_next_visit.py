"""Days to come again: working days, and the rhythm of the care group holds."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from minqing.work.next_visit import next_visit_picks, weekday_word, workday_from, workday_until
from minqing.work.plan import usual_care
from minqing.work.workdays import is_workday

THURSDAY = date(2026, 11, 19)


def test_a_week_two_weeks_a_month() -> None:
    picks = {one.label: one.day for one in next_visit_picks(THURSDAY)}
    assert picks == {"一周后": date(2026, 11, 26), "两周后": date(2026, 12, 3), "一个月后": date(2026, 12, 21)}


def test_the_shortest_rhythm_of_the_groups_comes_last_and_is_kept() -> None:
    pick = next_visit_picks(THURSDAY, ("低保", "独居老人"), usual_care())[-1]
    assert (pick.label, pick.day, pick.why) == (
        "独居老人 30 天", date(2026, 12, 18), "独居老人每 30 天一访，逢休息日提前"
    )  # fmt: skip


def test_groups_without_a_rhythm_add_nothing() -> None:
    assert len(next_visit_picks(THURSDAY, ("大病患者",), usual_care())) == 3


def test_a_rhythm_shorter_than_the_weekend_does_not_go_back_before_today() -> None:
    saturday = date(2026, 11, 21)
    assert next_visit_picks(saturday, ("独居老人",), {"独居老人": 1})[-1].day == saturday


def test_the_last_day_of_a_long_month() -> None:
    assert next_visit_picks(date(2026, 1, 31))[2].day == workday_from(date(2026, 2, 28))
    assert next_visit_picks(date(2026, 12, 31))[2].day.year == 2027


@given(st.dates(date(2024, 1, 1), date(2040, 12, 31)))
def test_all_are_working_days_near_the_day_meant(day: date) -> None:
    for pick in next_visit_picks(day):
        assert is_workday(pick.day)
        assert pick.day > day
    assert timedelta(0) <= workday_from(day) - day <= timedelta(days=12)
    assert timedelta(0) <= day - workday_until(day) <= timedelta(days=12)


def test_weekdays_have_their_words() -> None:
    assert [weekday_word(THURSDAY + timedelta(days=step)) for step in (0, 3)] == ["周四", "周日"]
