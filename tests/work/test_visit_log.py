"""Visits of a period, the door that is next, and who may come along."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from minqing.ledger import Ledger
from minqing.records.contact import Contact
from minqing.records.period import Period
from minqing.work.doors_to_choose import doors_found, doors_next
from minqing.work.visit_log import companions, companions_of, next_home, visit_lines
from tests.work.conftest import Family, added

DAY = date(2026, 11, 19)


@pytest.fixture
def family(ledger: Ledger) -> Family:
    made = Family(ledger, "3-2-501", grid="第2网格")
    made.member("谢玉兰")
    return made


def test_visits_of_a_period_newest_first(ledger: Ledger, family: Family) -> None:
    early = family.visit(DAY, visited_at=time(9, 0))
    late = family.visit(DAY, visited_at=time(15, 20))
    family.visit(DAY - timedelta(days=30))
    week = visit_lines(ledger, Period.of_week(DAY))
    assert [one.visit.id for one in week] == [late.id, early.id]
    assert {(one.door, one.building, one.name) for one in week} == {("3栋2单元501", "3", "谢玉兰")}
    assert len(visit_lines(ledger)) == 3


def test_appeals_stand_beside_the_visit_at_which_they_were_caught(ledger: Ledger, family: Family) -> None:
    visit = family.visit(DAY)
    appeal = family.appeal(DAY, visit=visit.id)
    family.appeal(DAY)
    [line] = visit_lines(ledger, Period(DAY, DAY))
    assert [one.id for one in line.appeals] == [appeal.id]


def test_a_book_without_visits(ledger: Ledger) -> None:
    assert visit_lines(ledger) == []
    assert visit_lines(ledger, Period(DAY, DAY)) == []


def test_the_next_door_passes_by_empty_dwellings(ledger: Ledger, family: Family) -> None:
    after = Family(ledger, "3-2-401")
    Family(ledger, "3-2-502", house_type="空置")
    route = [next_home(ledger, family.id), next_home(ledger, after.id)]
    found = [one.id if one else None for one in route]
    assert set(found) == {after.id, None} or found == [None, family.id]
    assert next_home(ledger, "H-000000-0001C") is None


def test_who_may_come_along(ledger: Ledger, family: Family) -> None:
    for name, role, area in (
        ("陈×", "网格员", "第2网格"), ("石永福", "楼栋长", "3栋"), ("外楼", "楼栋长", "13栋"),
        ("吴×", "社区民警", "派出所"), ("冯×", "物业", "物业中心"),
    ):  # fmt: skip
        added(ledger, Contact(name=name, role=role, area=area))
    found = [one.label for one in companions(ledger, family.home)]
    assert found == ["网格员 陈×", "楼长 石永福", "社区民警 吴×"]


def test_who_came_along_today(ledger: Ledger, family: Family) -> None:
    assert companions_of(ledger, DAY) == ()
    family.visit(DAY, visited_at=time(9, 0), visitors=("罗×", "吴×"))
    family.visit(DAY, visited_at=time(10, 0), visitors=("罗×", "陈×"))
    assert companions_of(ledger, DAY) == ("陈×",)
    assert companions_of(ledger, DAY + timedelta(days=1)) == ()


def test_doors_that_come_next_and_the_one_beside(ledger: Ledger, family: Family) -> None:
    other = Family(ledger, "3-2-401")
    last = Family(ledger, "1-1-101")
    last.visit(DAY)
    offered = doors_next(ledger, DAY, beside=family.id)
    assert offered[0].why == "接着上一户"
    assert {one.id for one in offered} == {family.id, other.id}
    assert [one.name for one in offered if one.id == family.id] == ["谢玉兰"]
    assert doors_next(ledger, DAY + timedelta(days=1), beside=last.id)[0].id == last.id


@pytest.mark.parametrize("text", ["3-2-501", "xyl", "谢玉兰", "3幢2单元501室"])
def test_doors_are_found_in_any_spelling(ledger: Ledger, family: Family, text: str) -> None:
    Family(ledger, "3-2-401")
    assert [one.id for one in doors_found(ledger, text)] == [family.id]


def test_whom_the_words_found_is_said(ledger: Ledger, family: Family) -> None:
    family.member("秦语桐", "孙女")
    assert [(one.name, one.why) for one in doors_found(ledger, "秦语桐")] == [("谢玉兰", "秦语桐 孙女")]
    assert doors_found(ledger, "没有这个人") == []
