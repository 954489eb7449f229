"""The figures of a period, each with what it is a part of."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.ledger import Ledger
from minqing.records.dates import Period
from minqing.work.statistics import Share, statistics
from tests.work.conftest import Family

WEEK = Period.week("2026-W47")
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
BEFORE, AFTER = date(2026, 11, 15), date(2026, 11, 23)


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(0, 0, "—"), (0, 3, "0%"), (1, 3, "33%"), (2, 3, "67%"), (3, 3, "100%"), (1, 8, "13%"), (3, 8, "38%")],
)
def test_share_is_a_per_cent_rounded_as_sheets_round(part: int, whole: int, text: str) -> None:
    assert str(Share(part, whole)) == text


def test_an_empty_book_has_figures_too(ledger: Ledger) -> None:
    found = statistics(ledger, WEEK, on=SUNDAY)
    assert (found.visits, found.met, found.households, found.appeals, found.overdue) == (0, 0, 0, 0, 0)
    assert (found.coverage, found.by_category, found.by_day) == ({}, {}, {})
    assert str(found.settled) == "—"


def test_a_period_has_its_first_and_its_last_day(ledger: Ledger) -> None:
    family = Family(ledger)
    for day in (BEFORE, MONDAY, SUNDAY, AFTER, None):
        family.visit(day)
        family.appeal(day)
    week, everything = statistics(ledger, WEEK), statistics(ledger)
    assert (week.period, week.visits, week.appeals) == (WEEK, 2, 2)
    assert (everything.period, everything.visits, everything.appeals) == (None, 5, 5)
    assert week.by_day == {"2026-11-16": 1, "2026-11-22": 1}
    assert list(everything.by_day) == ["2026-11-15", "2026-11-16", "2026-11-22", "2026-11-23"]


def test_a_month_is_a_period(ledger: Ledger) -> None:
    family = Family(ledger)
    for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1)):
        family.visit(day)
    assert statistics(ledger, Period.month("2026-11")).visits == 2


def test_visits_meetings_and_households_are_three_figures(ledger: Ledger) -> None:
    family, other = Family(ledger), Family(ledger, "3-2-502")
    Family(ledger, "3-2-601")
    for result in ("无人", "见面", "见面"):
        family.visit(MONDAY, result)
    other.visit(MONDAY, "拒访")
    found = statistics(ledger, WEEK)
    assert (found.visits, found.met, found.households_visited, found.households) == (4, 2, 2, 3)


def test_coverage_counts_each_household_once_and_only_when_somebody_was_met(ledger: Ledger) -> None:
    met, shut = Family(ledger, "10-1-101"), Family(ledger, "2-1-101")
    Family(ledger, "2-1-102")
    village = Family(ledger, "--", building="", unit="", room="", estate="向阳村", detail="9组")
    village.visit(MONDAY)
    for _ in range(2):
        met.visit(MONDAY)
    shut.visit(MONDAY, "无人")
    met.visit(BEFORE)
    coverage = statistics(ledger, WEEK).coverage
    assert coverage == {"向阳村": Share(1, 1), "2栋": Share(0, 2), "10栋": Share(1, 1)}
    assert [name for name in coverage if name != "向阳村"] == ["2栋", "10栋"]


def test_buildings_of_the_same_number_in_two_estates_are_told_apart(ledger: Ledger) -> None:
    Family(ledger, "3-1-101").visit(MONDAY)
    Family(ledger, "3-1-101", estate="槐树苑")
    Family(ledger, "4-1-101", estate="槐树苑")
    assert statistics(ledger, WEEK).coverage == {
        "生活桥小区3栋": Share(1, 1),
        "槐树苑3栋": Share(0, 1),
        "4栋": Share(0, 1),
    }


def test_settled_is_what_waits_for_an_answer_or_is_closed(ledger: Ledger) -> None:
    family = Family(ledger)
    for state in ("待受理", "", "办理中", "已吹哨", "待回访", "已办结", "已办结"):
        family.appeal(MONDAY, state=state)
    family.appeal(BEFORE, state="已办结")
    found = statistics(ledger, WEEK)
    assert found.settled == Share(3, 7)
    assert found.by_state == {"待受理": 2, "办理中": 1, "已吹哨": 1, "待回访": 1, "已办结": 2}
    assert sum(found.by_state.values()) == found.appeals


def test_overdue_is_judged_on_a_day(ledger: Ledger) -> None:
    family = Family(ledger)
    for state in ("办理中", "待回访", "已办结"):
        family.appeal(MONDAY, state=state, due_on=SUNDAY)
    family.appeal(MONDAY, state="办理中")
    assert statistics(ledger, WEEK, on=SUNDAY).overdue == 0
    assert statistics(ledger, WEEK, on=AFTER).overdue == 1


def test_categories_come_with_the_most_frequent_first(ledger: Ledger) -> None:
    family = Family(ledger)
    for category in ("停车", "照明", "停车", "", "停车", "照明"):
        family.appeal(MONDAY, category=category)
    family.appeal(MONDAY, category1="交通运输")
    found = statistics(ledger, WEEK)
    assert list(found.by_category.items())[:2] == [("停车", 3), ("照明", 2)]
    assert found.by_category == {"停车": 3, "照明": 2, "未分类": 1, "交通运输": 1}
