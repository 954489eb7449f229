"""Which doors a filter keeps, and in which order one walks: each door once, whatever the building."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.ledger import Ledger
from minqing.records.building import Building
from minqing.records.household import Household
from minqing.work.elevation import Elevation, Site, elevation, read_elevation
from minqing.work.visit_list import HouseholdFile
from minqing.work.walking import Order, care_filters, filter_of, next_door, walking_order
from tests.work.conftest import Family, added

TODAY = date(2026, 11, 19)
SITE = Site("生活桥小区", "3")
SHAPE = Building(estate="生活桥小区", name="3", units=2, floors=2, doors_per_floor=3)
ROOMS = ["101", "102", "1003", "12A", "负101", "A", "", "0501", "5-1", "甲"]


@st.composite
def buildings(draw: st.DrawFn) -> Elevation:
    number = st.one_of(st.none(), st.integers(0, 4))
    gone = draw(st.lists(st.sampled_from(["101", "1单元201", "2层", "2单元3层"]), max_size=3))
    shape = Building(
        estate="生活桥小区",
        name="3",
        units=draw(number),
        floors=draw(number),
        doors_per_floor=draw(number),
        exceptions=tuple(gone),
    )
    place = st.tuples(st.sampled_from(["", "1", "2", "东"]), st.sampled_from(["", "1", "5"]), st.sampled_from(ROOMS))
    homes = [
        HouseholdFile(Household(id=f"H{n}", estate="生活桥小区", building="3", unit=unit, floor=floor, room=room))
        for n, (unit, floor, room) in enumerate(draw(st.lists(place, max_size=12)))
    ]
    return elevation(SITE, draw(st.sampled_from([shape, None])), homes, TODAY)


@given(buildings(), st.sampled_from(list(Order)))
def test_each_door_is_walked_to_exactly_once(building: Elevation, order: Order) -> None:
    walked = [door.key for door in walking_order(building, order)]
    assert len(walked) == len(set(walked)) == len(building.doors)
    assert set(walked) == {door.key for door in building.doors.values()}


@given(buildings(), st.sampled_from(list(Order)))
def test_going_on_to_the_next_door_comes_to_the_end(building: Elevation, order: Order) -> None:
    route = walking_order(building, order)
    here, steps = "", 0
    while (following := next_door(route, here)) is not None:
        here, steps = following.key, steps + 1
    assert steps == len(route)


@given(buildings())
def test_every_household_is_behind_one_door(building: Elevation) -> None:
    behind = [home.file.household.id for door in building.doors.values() for home in door.homes]
    assert len(behind) == len(set(behind)) == building.households


@pytest.mark.parametrize(
    ("order", "rooms"),
    [
        (Order.DOWN, "201 202 203 101 102 103"),
        (Order.UP, "101 102 103 201 202 203"),
        (Order.ODD_FIRST, "201 203 101 103 102 202"),
        (Order.EVEN_FIRST, "202 102 101 103 201 203"),
    ],
)
def test_orders_of_walking(order: Order, rooms: str) -> None:
    walked = walking_order(elevation(SITE, SHAPE, [], TODAY), order)
    assert [door.number for door in walked[:6]] == [door.number for door in walked[6:]] == rooms.split()
    assert [door.place.unit for door in walked] == ["1"] * 6 + ["2"] * 6
    assert order.explained


def test_empty_dwellings_are_passed_by(ledger: Ledger) -> None:
    for room in ("301", "201", "101"):
        Family(ledger, f"3-1-{room}", house_type="空置" if room == "201" else "自住")
    route = walking_order(read_elevation(ledger, SITE, TODAY))
    following = next_door(route, route[0].key)
    assert following is not None
    assert following.number == "101"
    assert next_door(route, following.key) is None


def test_the_way_keeps_to_the_filter() -> None:
    route = walking_order(elevation(SITE, SHAPE, [], TODAY))
    wanted = route[7]
    assert next_door(route, route[0].key, among={wanted.key}) is wanted
    assert next_door(route, wanted.key, among={wanted.key}) is None


def test_filters(ledger: Ledger) -> None:
    added(ledger, SHAPE)
    rented = Family(ledger, "3-1-201", house_type="出租")
    rented.member(care_groups=("独居老人", "低保"))
    cared = Family(ledger, "3-1-202")
    cared.member("韦英", care_groups=("独居老人",))
    cared.visit(date(2026, 1, 5))
    cared.appeal(date(2026, 1, 5))
    doors = walking_order(read_elevation(ledger, SITE, TODAY))
    kept = {key: [door.number for door in doors if filter_of(key).keeps(door)] for key in
            ("overdue", "never", "appeals", "rent", "care:独居老人", "care:低保")}  # fmt: skip
    assert kept == {
        "overdue": ["202"],
        "never": ["201"],
        "appeals": ["202"],
        "rent": ["201"],
        "care:独居老人": ["201", "202"],
        "care:低保": ["201"],
    }
    assert sum(filter_of("all").keeps(door) for door in doors) == 12
    assert [(one.text, count) for one, count in care_filters(doors)] == [("独居老人", 2), ("低保", 1)]
    with pytest.raises(KeyError):
        filter_of("没有")
