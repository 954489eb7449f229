"""The doors that follow from a building's shape, and the names that a building goes by."""

from __future__ import annotations

import pytest

from minqing.records.building import MOST, Building, bare_name


def building(**values: object) -> Building:
    base = {"estate": "生活桥小区", "name": "3", "units": 2, "floors": 6, "doors_per_floor": 2}
    return Building.model_validate(base | values)


def test_shape_gives_the_doors() -> None:
    doors = building().doors()
    assert len(doors) == len(set(doors)) == 24
    assert doors[:3] == ["3栋1单元601", "3栋1单元602", "3栋1单元501"]
    assert doors[-1] == "3栋2单元102"


def test_a_building_without_units_is_one_stairway() -> None:
    assert building(units=None).doors()[:2] == ["3栋601", "3栋602"]


@pytest.mark.parametrize("values", [{"floors": None}, {"doors_per_floor": None}, {"floors": -3}])
def test_without_its_shape_a_building_proposes_nothing(values: dict[str, object]) -> None:
    assert building(**values).doors() == []


@pytest.mark.parametrize(
    ("gone", "left"),
    [
        ("101", 22),
        ("1单元101", 23),
        ("3栋1单元101", 23),
        ("三栋一单元101室", 23),
        ("6层", 20),
        ("二单元六层", 22),
        ("9层", 24),
    ],
)
def test_doors_that_do_not_exist_are_left_out(gone: str, left: int) -> None:
    assert len(building(exceptions=(gone,)).doors()) == left


@pytest.mark.parametrize("name", ["3", "3栋", "3幢", "3号楼", "三栋", "3#"])
def test_every_spelling_of_a_name_is_one_building(name: str) -> None:
    assert bare_name(name) == building(name=name).number == "3"


def test_a_name_of_letters_stays() -> None:
    assert building(name="A座").doors()[0] == "A栋1单元601"


@pytest.mark.parametrize("field", list(MOST))
def test_a_slip_of_the_finger_is_refused(field: str) -> None:
    slipped = building(**{field: 6000})
    assert [breach.field for breach in slipped.breaches()] == [field]
    assert len(slipped.doors()) <= 2 * 120 * 60
