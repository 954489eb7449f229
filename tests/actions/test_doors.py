"""One thing at several doors is one change; a building keeps its shape and its name to itself."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.actions.doors import record_at_doors, save_building, tell_policy
from minqing.actions.visits import record_visit
from minqing.errors import BuildingExists, MissingValue
from minqing.ledger import Ledger
from minqing.records.building import Building
from minqing.records.household import Household
from minqing.records.visit import Visit

DAY = date(2026, 11, 19)
NOBODY = Visit(household="", visited_on=DAY, way="入户", result="无人", visitors=("罗×",))
NEW = Household(estate="生活桥小区", building="3", unit="2", floor="6", room="601")
SHAPE = Building(estate="生活桥小区", name="3栋", units=2, floors=6, doors_per_floor=2)


def test_one_change_for_all_doors(ledger: Ledger) -> None:
    homes = ledger.records(Household)
    changes = record_at_doors(ledger, households=homes, draft=NOBODY)
    assert changes.label == "记录走访 3栋2单元501 等 2 户：无人"
    saved = ledger.records(Visit)
    assert {visit.household for visit in saved} == {home.id for home in homes}
    assert {(visit.result, visit.visited_on) for visit in saved} == {("无人", DAY)}
    ledger.undo(changes.id)
    assert ledger.records(Visit) == []
    assert len(ledger.records(Household)) == 2


def test_a_door_where_nobody_was_known_is_entered_with_it(ledger: Ledger) -> None:
    homes = [*ledger.records(Household), NEW]
    changes = record_at_doors(ledger, households=homes, draft=NOBODY)
    [entered] = [home for home in ledger.records(Household) if home.room == "601"]
    assert entered.id in {visit.household for visit in ledger.records(Visit)}
    assert len(changes.added) == 4
    ledger.undo(changes.id)
    assert len(ledger.records(Household)) == 2


def test_policy_told_at_the_doors(ledger: Ledger) -> None:
    draft = NOBODY.with_values({"told": ("反诈", "消防安全"), "result": "见面"})
    changes = tell_policy(ledger, households=ledger.records(Household)[:1], draft=draft)
    assert changes.label == "记录走访 3栋2单元501：政策宣传 反诈、消防安全"
    assert ledger.records(Visit)[0].told == ("反诈", "消防安全")


def test_policy_has_to_be_named(ledger: Ledger) -> None:
    with pytest.raises(MissingValue, match="政策宣传"):
        tell_policy(ledger, households=ledger.records(Household), draft=NOBODY)
    assert ledger.records(Visit) == []


def test_first_visit_enters_the_household(ledger: Ledger) -> None:
    changes = record_visit(ledger, household=NEW, draft=NOBODY)
    [home] = [one for one in ledger.records(Household) if one.room == "601"]
    assert [visit.household for visit in ledger.records(Visit)] == [home.id]
    assert changes.label == "记录走访 3栋2单元601"


def test_a_building_is_kept_under_its_bare_name(ledger: Ledger) -> None:
    changes = save_building(ledger, SHAPE)
    [building] = ledger.records(Building)
    assert (building.name, len(building.doors())) == ("3", 24)
    assert changes.label == "新建楼栋 3栋"
    changes = save_building(ledger, building.with_values({"floors": 7}))
    assert changes.label == "修改楼栋 3栋"
    assert len(ledger.records(Building)[0].doors()) == 28


def test_two_buildings_of_one_name_are_refused(ledger: Ledger) -> None:
    save_building(ledger, SHAPE)
    with pytest.raises(BuildingExists, match="3栋已经有了"):
        save_building(ledger, SHAPE.with_values({"name": "3号楼"}))
    save_building(ledger, SHAPE.with_values({"estate": "岳华里"}))
    assert len(ledger.records(Building)) == 2
