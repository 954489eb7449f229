"""A building from outside: what is behind each door, what state it is in, where it stands."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from minqing.ledger import Ledger
from minqing.records.building import Building
from minqing.work.elevation import Door, Elevation, Site, State, elevation, read_elevation, sites
from tests.work.conftest import Family, added

TODAY = date(2026, 11, 19)
SITE = Site("生活桥小区", "3")


def shape(**values: object) -> Building:
    base = {"estate": "生活桥小区", "name": "3", "units": 2, "floors": 6, "doors_per_floor": 2}
    return Building.model_validate(base | values)


def seen(ledger: Ledger) -> Elevation:
    return read_elevation(ledger, SITE, TODAY)


def door(building: Elevation, text: str) -> Door:
    return next(one for one in building.doors.values() if one.door == text)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_doors_are_proposed_before_anyone_is_known() -> None:
    building = elevation(SITE, shape(), [], TODAY)
    assert len(building.doors) == 24
    assert {one.state for one in building.doors.values()} == {State.UNKNOWN}
    assert building.floors == (6, 5, 4, 3, 2, 1)
    assert [(unit.label, unit.columns) for unit in building.units] == [("1单元", ("01", "02")), ("2单元", ("01", "02"))]
    assert building.remark == "6 层 · 2 单元 · 24 户 · 24 户未登记"
    assert building.at(0, 3) is not None
    assert [one.door for row in range(6) if (one := building.at(row, 0))][-1] == "3栋1单元101"


def test_a_family_takes_the_place_that_was_proposed(ledger: Ledger) -> None:
    added(ledger, shape())
    Family(ledger, "3-2-501").member()
    building = seen(ledger)
    assert len(building.doors) == 24
    assert building.households == 1
    found = door(building, "3栋2单元501")
    assert (found.name, found.number, found.state) == ("谢玉兰", "501", State.NEVER)


@pytest.mark.parametrize(
    ("days", "state", "word"),
    [
        (0, State.RECENT, "30天内"),
        (30, State.RECENT, "30天内"),
        (31, State.WITHIN, "31-90天"),
        (90, State.WITHIN, "31-90天"),
        (91, State.OVERDUE, "超90天"),
    ],
)
def test_state_follows_from_the_day_somebody_was_met(ledger: Ledger, days: int, state: State, word: str) -> None:
    family = Family(ledger)
    family.visit(ago(days))
    found = door(seen(ledger), "3栋2单元501")
    assert (found.state, found.days, found.state_word) == (state, days, word)


def test_a_knock_that_met_nobody_leaves_the_state_and_is_told(ledger: Ledger) -> None:
    family = Family(ledger)
    family.visit(ago(40))
    family.visit(ago(1), "无人")
    found = door(seen(ledger), "3栋2单元501")
    assert (found.state, found.days, found.not_met) == (State.WITHIN, 40, "无人")


def test_a_knock_alone_is_not_a_visit(ledger: Ledger) -> None:
    Family(ledger).visit(ago(1), "无人")
    assert door(seen(ledger), "3栋2单元501").state is State.NEVER


def test_a_day_that_has_passed_is_overdue_whatever_the_last_visit(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member(care_groups=("独居老人",))
    family.visit(ago(40))
    found = door(seen(ledger), "3栋2单元501")
    assert (found.state, found.state_word, found.days) == (State.OVERDUE, "超期", 40)
    assert seen(ledger).summary().visited.part == 1


def test_an_empty_dwelling(ledger: Ledger) -> None:
    Family(ledger, house_type="空置").visit(ago(200))
    found = door(seen(ledger), "3栋2单元501")
    assert (found.state, found.name) == (State.EMPTY, "无人居住")


def test_several_families_behind_one_door(ledger: Ledger) -> None:
    first, second = Family(ledger), Family(ledger, house_type="出租")
    first.member("甲一")
    first.visit(ago(3))
    second.member("乙二")
    second.visit(ago(99))
    building = seen(ledger)
    found = door(building, "3栋2单元501")
    assert len(building.doors) == 1
    assert (found.state, found.name, found.rented) == (State.OVERDUE, "乙二等2户", True)


def test_what_a_door_shows_of_its_people(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member(care_groups=("残疾人", "慢性病"))
    family.member("谢子", "儿子", care_groups=("残疾人",))
    family.appeal(ago(5))
    family.appeal(ago(9), state="已办结")
    found = door(seen(ledger), "3栋2单元501")
    assert found.care_groups == ("残疾人", "慢性病")
    assert len(found.open_appeals) == 1


def test_doors_outside_the_shape_have_their_place(ledger: Ledger) -> None:
    added(ledger, shape(floors=2))
    for room in ("301", "负101", "105", "A"):
        Family(ledger, f"3-1-{room}")
    Family(ledger, "3--201")
    building = seen(ledger)
    assert building.floors == (3, 2, 1, -1, None)
    assert [unit.label for unit in building.units] == ["未分单元", "1单元", "2单元"]
    assert building.units[1].columns == ("01", "02", "05", "A")
    assert len(building.doors) == 8 + 5


def test_two_doors_never_share_a_place(ledger: Ledger) -> None:
    for room in ("501", "5a01", "5A02"):
        Family(ledger, f"3-2-{room}")
    Family(ledger, "3-2-501", detail="附1号")
    building = seen(ledger)
    assert len(building.doors) == building.households == 4


def test_figures_of_a_unit(ledger: Ledger) -> None:
    added(ledger, shape())
    for room, days in (("501", 5), ("502", 50), ("401", 100), ("402", None)):
        family = Family(ledger, f"3-2-{room}")
        if days is not None:
            family.visit(ago(days))
    Family(ledger, "3-2-101", house_type="空置")
    building = seen(ledger)
    figures = building.summary(building.units[1])
    assert (figures.visited.part, figures.visited.whole, str(figures.visited)) == (2, 4, "50%")
    assert figures.counts[State.EMPTY] == 1
    assert figures.counts[State.UNKNOWN] == 7
    assert building.summary(building.units[0]).visited.whole == 0


def test_buildings_of_the_book(ledger: Ledger) -> None:
    added(ledger, shape(name="10栋"))
    added(ledger, shape(name="3"))
    Family(ledger, "3-1-101")
    Family(ledger, "2-1-101")
    Family(ledger, "10-1-101", estate="")
    Family(ledger, "1-1-101", estate="岳华里")
    found = [(site.estate, site.label) for site in sites(ledger)]
    assert found == [("岳华里", "1栋"), ("生活桥小区", "2栋"), ("生活桥小区", "3栋"), ("生活桥小区", "10栋")]
    assert read_elevation(ledger, Site("生活桥小区", "10"), TODAY).households == 1
    assert read_elevation(ledger, SITE, TODAY).households == 1
