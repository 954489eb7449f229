"""Households with everything about them, in the order in which people read and walk."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from minqing.errors import UnsureBuilding
from minqing.ledger import Ledger
from minqing.records.appeal import Step
from minqing.work.visit_list import HouseholdFile, household_file, household_files, households_to_visit
from tests.work.conftest import Family, added

DAY = date(2026, 11, 19)


def doors(files: list[HouseholdFile]) -> list[str]:
    return [one.household.door for one in files]


def opened(ledger: Ledger, family: Family) -> HouseholdFile:
    found = household_file(ledger, family.id)
    assert found
    return found


def test_members_come_head_first_then_by_relation(ledger: Ledger) -> None:
    family = Family(ledger)
    for name, relation in [
        ("丁小满", "孙女"),
        ("谢母", "母亲"),
        ("陌生人", "说不清"),
        ("谢子", "长子"),
        ("韦妻", "妻子"),
        ("谢主", "户主"),
        ("谢女", "次女"),
    ]:
        family.member(name, relation)
    names = [one.name for one in opened(ledger, family).residents]
    assert names[:4] == ["谢主", "韦妻", "谢子", "谢女"]
    assert names[-1] == "陌生人"
    assert set(names[4:6]) == {"丁小满", "谢母"}


def test_members_of_the_same_relation_stay_in_the_order_of_entry(ledger: Ledger) -> None:
    family = Family(ledger)
    for name in ("甲", "丙", "乙"):
        family.member(name, "非亲属")
    assert [one.name for one in opened(ledger, family).residents] == ["甲", "丙", "乙"]


@pytest.mark.parametrize(
    ("members", "head", "name"),
    [
        ([("韦妻", "妻"), ("谢主", "户主")], "谢主", "谢主"),
        ([("谢子", "子"), ("韦妻", "妻")], None, "韦妻"),
        ([], None, ""),
    ],
)
def test_a_household_is_called_by_its_head_or_first_member(
    ledger: Ledger, members: list[tuple[str, str]], head: str | None, name: str
) -> None:
    family = Family(ledger)
    for one in members:
        family.member(*one)
    found = opened(ledger, family)
    assert (found.head.name if found.head else None, found.name) == (head, name)


def test_visits_come_newest_first(ledger: Ledger) -> None:
    family = Family(ledger)
    middle = family.visit(DAY, visited_at=time(9, 0))
    undated = family.visit(None)
    newest = family.visit(DAY, visited_at=time(15, 20))
    old = family.visit(DAY - timedelta(days=300))
    found = opened(ledger, family)
    assert found.visits == (newest, middle, old, undated)
    assert found.last_visit == newest


def test_appeals_come_newest_first_and_the_undated_last(ledger: Ledger) -> None:
    family = Family(ledger)
    undated, old, new = family.appeal(None), family.appeal(date(2025, 12, 31)), family.appeal(DAY)
    assert opened(ledger, family).appeals == (new, old, undated)


def test_open_appeals_are_those_not_closed(ledger: Ledger) -> None:
    family = Family(ledger)
    for state in ("待受理", "办理中", "已吹哨", "待回访", "已办结", ""):
        family.appeal(DAY, state=state)
    assert {one.state for one in opened(ledger, family).open_appeals} == {"待受理", "办理中", "已吹哨", "待回访", ""}


def test_care_groups_of_all_members_each_once(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member("谢主", "户主", care_groups=("低保", "慢性病"))
    family.member("韦妻", "妻", care_groups=("残疾人", "低保"))
    assert opened(ledger, family).care_groups == ("低保", "慢性病", "残疾人")


def test_one_file_has_the_steps_of_its_appeals_and_nothing_of_others(ledger: Ledger) -> None:
    family, other = Family(ledger), Family(ledger, "3-2-502")
    steps = []
    for one in (family, other):
        one.member()
        one.visit(DAY)
        appeal = one.appeal(DAY)
        steps.append(added(ledger, Step(appeal=appeal.id, happened_on=DAY, action="登记")))
    found = opened(ledger, family)
    assert found.steps == (steps[0],)
    assert [len(part) for part in (found.residents, found.visits, found.appeals)] == [1, 1, 1]
    assert {found.residents[0].household, found.visits[0].household, found.appeals[0].household} == {family.id}


def test_a_household_that_is_gone_has_no_file(ledger: Ledger) -> None:
    member = Family(ledger).member()
    assert household_file(ledger, "H-000000-0001C") is None
    assert household_file(ledger, member.id) is None


def test_all_files_come_in_door_order_with_their_own(ledger: Ledger) -> None:
    families = [Family(ledger, door) for door in ("10-1-101", "2-2-101", "2-1-1001", "2-1-201")]
    for number, family in enumerate(families):
        family.member(f"住户{number}")
        family.visit(DAY)
    files = household_files(ledger)
    assert doors(files) == ["2栋1单元201", "2栋1单元1001", "2栋2单元101", "10栋1单元101"]
    assert [one.name for one in files] == ["住户3", "住户2", "住户1", "住户0"]
    assert all(len(one.visits) == 1 for one in files)


@pytest.fixture
def street(ledger: Ledger) -> dict[str, Family]:
    """Four homes: two are due, one of them in building 2; one is empty."""
    found = {door: Family(ledger, door) for door in ("2-1-101", "2-1-102", "10-1-101")}
    found["2-1-103"] = Family(ledger, "2-1-103", house_type="空置")
    for door in ("2-1-102", "10-1-101", "2-1-103"):
        found[door].member()
        found[door].visit(DAY - timedelta(days=9), next_on=DAY)
    return found


@pytest.mark.parametrize(
    ("building", "due_on", "expected"),
    [
        ("", None, ["2栋1单元101", "2栋1单元102", "10栋1单元101"]),
        ("2", None, ["2栋1单元101", "2栋1单元102"]),
        ("2栋", None, ["2栋1单元101", "2栋1单元102"]),
        ("2号楼", None, ["2栋1单元101", "2栋1单元102"]),
        ("1", None, []),
        ("", DAY, ["2栋1单元102", "10栋1单元101"]),
        ("2", DAY, ["2栋1单元102"]),
        ("", DAY - timedelta(days=1), []),
    ],
)
def test_whom_to_visit_by_building_and_day(
    ledger: Ledger, street: dict[str, Family], building: str, due_on: date | None, expected: list[str]
) -> None:
    found = households_to_visit(ledger, building=building, due_on=due_on)
    assert doors(found) == expected
    assert all(len(one.residents) == len(one.visits) for one in found)


@pytest.fixture
def estates(ledger: Ledger) -> dict[str, Family]:
    """A building 3 in each of two estates, and a building 4 in one."""
    places = (("3-1-101", ""), ("3-1-201", "槐树苑"), ("4-1-101", "槐树苑"))
    return {door: Family(ledger, door, **({"estate": estate} if estate else {})) for door, estate in places}


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        ("槐树苑3栋", ["3-1-201"]),
        ("槐树苑3", ["3-1-201"]),
        ("生活桥小区三号楼", ["3-1-101"]),
        ("4", ["4-1-101"]),
        ("槐树苑4栋", ["4-1-101"]),
        ("生活桥小区4栋", []),
    ],
)
def test_buildings_of_one_number_in_two_estates_are_not_mixed(
    ledger: Ledger, estates: dict[str, Family], called: str, expected: list[str]
) -> None:
    found = households_to_visit(ledger, building=called)
    assert [one.household.id for one in found] == [estates[door].id for door in expected]


def test_a_number_that_two_estates_have_is_not_guessed(ledger: Ledger, estates: dict[str, Family]) -> None:
    with pytest.raises(UnsureBuilding, match="生活桥小区3栋、槐树苑3栋"):
        households_to_visit(ledger, building="3栋")


def test_one_household_is_given_by_its_id_even_an_empty_one(ledger: Ledger, street: dict[str, Family]) -> None:
    for family in street.values():
        [found] = households_to_visit(ledger, household=family.id)
        assert found == household_file(ledger, family.id)


def test_nothing_for_a_household_that_is_gone(ledger: Ledger) -> None:
    assert households_to_visit(ledger, household="H-000000-0001C") == []
