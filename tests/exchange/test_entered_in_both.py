"""A household or person that two books entered, each under its own id: the door and the name decide."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from minqing.actions.joining import join_households
from minqing.actions.reading import read_for
from minqing.exchange.applying import apply_plan
from minqing.exchange.matching.duplicates import duplicates_near, likely_duplicates
from minqing.exchange.plan import NEW_RECORD, Decisions, Plan, Verdict
from minqing.exchange.planner import make_plan
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.exchange.histories import world_of
from tests.exchange.worlds import RESIDENTS, WEEKLY, Letter, World

FIRST, OFFICE = 0, 2
OPEN = (2,)
HEAD = "谢玉兰"
"""The 户主 behind the first laptop's door, which is 1栋2单元501."""


@pytest.fixture
def world() -> Iterator[World]:
    """Laptops and an office that have not met."""
    with world_of(2, met=False) as made:
        yield made


def move_in(world: World, desk: int, *names: str) -> Household:
    """Somebody enters the household behind that door, the first of ``names`` its 户主."""
    with world.desks[desk].ledger.change("建档") as tx:
        home = tx.add(Household(estate="生活桥小区", building="1", unit="2", room="501"))
        for place, name in enumerate(names):
            tx.add(Resident(household=home.id, name=name, relation="户主" if place == 0 else "子女"))
    return home


def homes(world: World, desk: int) -> list[str]:
    return [one.id for one in world.desks[desk].ledger.records(Household) if one.room == "501" and one.building == "1"]


def people(world: World, desk: int) -> list[str]:
    return sorted(one.name for one in world.desks[desk].ledger.records(Resident, household=homes(world, desk)))


def answered(world: World, letter: Letter, answer: str) -> Plan:
    """The plan of a sheet after the first doubtful row was said to be about the office's household, or a new one."""
    ledger = world.desks[OFFICE].ledger
    readings = read_for(ledger, letter.path).readings
    row = next(row for row in make_plan(ledger, readings).rows if row.verdict is Verdict.DOUBTFUL)
    decided = Decisions().identify(row.ref, row.asks, answer)
    return make_plan(ledger, readings, decisions=decided)


def member(ledger: Ledger, name: str) -> Resident:
    return next(one for one in ledger.records(Resident) if one.name == name)


@pytest.mark.parametrize("names", [(), (HEAD,)])
def test_neither_side_gets_a_second_household(world: World, names: tuple[str, ...]) -> None:
    ours = move_in(world, OFFICE, *names)
    theirs = homes(world, FIRST)
    for form in (RESIDENTS, WEEKLY):
        world.take(world.send(FIRST, OFFICE, form), OPEN)
        world.take(world.send(OFFICE, FIRST, form), OPEN)
    assert (homes(world, OFFICE), homes(world, FIRST)) == ([ours.id], theirs)
    assert people(world, OFFICE) == people(world, FIRST) == [HEAD]


def test_what_either_side_says_of_the_person_later_reaches_the_other(world: World) -> None:
    move_in(world, OFFICE, HEAD)
    for sender, receiver, text in ((FIRST, OFFICE, "下午在家"), (OFFICE, FIRST, "上午在家")):
        world.take(world.send(sender, receiver, RESIDENTS), OPEN)
        world.enter(sender, member(world.desks[sender].ledger, HEAD), "work", text)
        world.take(world.send(sender, receiver, RESIDENTS), OPEN)
        assert member(world.desks[receiver].ledger, HEAD).work == text


def test_another_head_behind_the_door_is_asked_about_once(world: World) -> None:
    move_in(world, OFFICE, "范立新")
    with world.desks[FIRST].ledger.change("记") as tx:
        tx.add(Resident(household=homes(world, FIRST)[0], name="谢小宝", relation="子女"))
    letter = world.send(FIRST, OFFICE, RESIDENTS)
    plan = answered(world, letter, homes(world, OFFICE)[0])
    apply_plan(world.desks[OFFICE].ledger, plan)
    assert (len(homes(world, OFFICE)), "谢小宝" in people(world, OFFICE)) == (1, True)


def test_said_to_be_another_household_it_stays_one(world: World) -> None:
    move_in(world, OFFICE, "范立新")
    plan = answered(world, world.send(FIRST, OFFICE, RESIDENTS), NEW_RECORD)
    apply_plan(world.desks[OFFICE].ledger, plan)
    assert homes(world, OFFICE)[1:] == homes(world, FIRST)
    assert people(world, OFFICE) == ["范立新", HEAD]


def test_two_households_that_one_book_tells_apart_stay_two(world: World) -> None:
    move_in(world, FIRST, HEAD)
    move_in(world, OFFICE, HEAD)
    world.take(world.send(FIRST, OFFICE, RESIDENTS), (1,))
    assert len(homes(world, OFFICE)) == 2


def test_taken_back_the_sheet_is_read_as_before(world: World) -> None:
    move_in(world, OFFICE, HEAD)
    ledger, letter = world.desks[OFFICE].ledger, world.send(FIRST, OFFICE, RESIDENTS)
    readings = read_for(ledger, letter.path).readings
    plan = make_plan(ledger, readings)
    ledger.undo(apply_plan(ledger, plan).changes.id)
    assert make_plan(ledger, readings).rows == plan.rows


def test_what_the_office_joined_is_offered_to_be_joined_on_the_laptop(world: World) -> None:
    twin = move_in(world, FIRST, "谢玉阑")
    world.take(world.send(FIRST, OFFICE, RESIDENTS), (1,))
    office, laptop = world.desks[OFFICE].ledger, world.desks[FIRST].ledger
    kept, gone = (office.get(one) for one in homes(world, FIRST))
    assert isinstance(kept, Household)
    assert isinstance(gone, Household)
    join_households(office, keep=kept, gone=gone)
    before = likely_duplicates(laptop)
    change = apply_plan(laptop, make_plan(laptop, read_for(laptop, world.send(OFFICE, FIRST, RESIDENTS).path).readings))
    pair = next(one for one in likely_duplicates(laptop) if one.kind == Household.KIND)
    assert (pair.first, pair.second, pair.reasons, pair.sure) == (kept.id, gone.id, ("街道办已合并",), True)
    assert pair in duplicates_near(laptop, twin.id)
    laptop.undo(change.changes.id)
    assert likely_duplicates(laptop) == before
    apply_plan(laptop, change.plan)
    ours = [one for one in laptop.records(Household) if one.id in (kept.id, twin.id)]
    join_households(laptop, keep=ours[0], gone=ours[1])
    assert pair not in likely_duplicates(laptop)


def test_what_is_here_only_under_the_id_that_is_gone_is_known_by_the_other(world: World) -> None:
    ours = move_in(world, OFFICE, HEAD)
    world.take(world.send(FIRST, OFFICE, RESIDENTS), OPEN)
    (home,) = [one for one in world.desks[FIRST].ledger.records(Household) if one.id in homes(world, FIRST)]
    with world.desks[FIRST].ledger.change("搬家") as tx:
        tx.update(home.with_values({"building": "9"}))
    world.take(world.send(OFFICE, FIRST, RESIDENTS), OPEN)
    found = [one.id for one in world.desks[FIRST].ledger.records(Household)]
    assert (found, ours.id in found) == ([home.id], False)
