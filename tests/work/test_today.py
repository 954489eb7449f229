"""The week's figures and targets, the most frequent matters, what was not sent yet."""

from __future__ import annotations

from datetime import date, timedelta

from minqing.actions.plan import change_plan
from minqing.ledger import Ledger
from minqing.work.plan import Plan
from minqing.work.statistics import Share
from minqing.work.today import today
from tests.work.conftest import Family

THURSDAY = date(2026, 11, 19)
MONDAY = date(2026, 11, 16)


def before(days: int) -> date:
    return THURSDAY - timedelta(days=days)


def test_an_empty_book(ledger: Ledger) -> None:
    found = today(ledger, THURSDAY)
    assert (found.tasks, found.homes, found.matters, found.unmet) == ((), 0, (), frozenset())
    assert list(found.week.by_day) == [MONDAY + timedelta(days=number) for number in range(7)]
    assert (found.week.homes, found.week.settled, found.unsent.sent) == (0, Share(0, 0), None)


def test_households_are_counted_once_a_week_and_once_a_day(ledger: Ledger) -> None:
    family, other = Family(ledger), Family(ledger, "4-1-101")
    family.visit(MONDAY)
    family.visit(THURSDAY, "无人")
    family.visit(THURSDAY)
    other.visit(THURSDAY, "无人")
    other.visit(before(7))
    week = today(ledger, THURSDAY).week
    assert (week.homes, week.met) == (2, 1)
    assert (week.by_day[MONDAY], week.by_day[THURSDAY], week.by_day[before(1)]) == (1, 2, 0)


def test_appeals_of_this_week_and_the_one_before(ledger: Ledger) -> None:
    family = Family(ledger)
    for day in (MONDAY, THURSDAY, before(7), before(4), before(40)):
        family.appeal(day)
    week = today(ledger, THURSDAY).week
    assert (week.appeals, week.appeals_before) == (2, 2)


def test_the_rate_of_appeals_done_now_and_a_week_ago(ledger: Ledger) -> None:
    family = Family(ledger)
    family.appeal(before(20), state="已办结", closed_on=before(12))
    family.appeal(before(18), state="待回访", closed_on=before(2))
    family.appeal(before(8))
    family.appeal(before(1), state="已办结", closed_on=THURSDAY)
    family.appeal(before(45), state="已办结", closed_on=before(40))
    week = today(ledger, THURSDAY).week
    assert (week.settled, week.settled_before) == (Share(3, 4), Share(1, 3))


def test_matters_by_number(ledger: Ledger) -> None:
    family = Family(ledger)
    for category, count in (("停车", 3), ("油烟", 1), ("", 2)):
        for _ in range(count):
            family.appeal(before(3), category=category)
    family.appeal(before(31), category="油烟")
    assert today(ledger, THURSDAY).matters == (("停车", 3), ("未分类", 2), ("油烟", 1))


def test_homes_never_visited(ledger: Ledger) -> None:
    known, new, empty = Family(ledger), Family(ledger, "4-1-101"), Family(ledger, "4-1-102", house_type="空置")
    known.visit(before(9))
    found = today(ledger, THURSDAY)
    assert (set(found.unmet), found.homes) == ({new.id}, 3)
    assert empty.id not in found.unmet


def test_the_plan_of_the_book(ledger: Ledger) -> None:
    assert today(ledger, THURSDAY).plan == Plan()
    change_plan(ledger, Plan(homes=25))
    assert today(ledger, THURSDAY).plan.homes == 25
