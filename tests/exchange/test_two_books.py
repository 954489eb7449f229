"""Books that exchange with each other: what each is asked, and what it may take over without asking."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from minqing.exchange.plan import Plan
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.histories import world_of
from tests.exchange.worlds import APPEALS, RESIDENTS, VISITS, WEEKLY, World, check_agreement

OPEN, THEIRS = (2,), (1,)
FIRST, SECOND, OFFICE = 0, 1, 2


@pytest.fixture
def world() -> Iterator[World]:
    """Two laptops and an office that know each other's records."""
    with world_of(2, met=True) as made:
        yield made


def put(world: World, desk: int, text: str) -> None:
    world.enter(desk, appeal_at(world, desk), "handler", text)


def appeal_at(world: World, desk: int) -> Appeal:
    return min(world.desks[desk].ledger.records(Appeal), key=lambda one: one.id)


def asked(plan: Plan) -> list[tuple[str, str]]:
    return [(edit.ours, edit.theirs) for row in plan.rows for edit in row.edits if edit.conflict]


def test_a_visit_and_a_list_of_people_speak_of_one_household_and_one_head() -> None:
    with world_of(2, met=False) as world:
        for form in (WEEKLY, RESIDENTS):
            world.take(world.send(FIRST, OFFICE, form), THEIRS)
        office, laptop = world.desks[OFFICE].ledger, world.desks[FIRST].ledger
        assert [one.id for one in office.records(Household)] == [one.id for one in laptop.records(Household)]
        assert [one.id for one in office.records(Resident)] == [one.id for one in laptop.records(Resident)]


def test_what_was_sent_and_lost_is_not_taken_for_known(world: World) -> None:
    put(world, FIRST, "本机")
    world.send(FIRST, OFFICE, WEEKLY)
    put(world, OFFICE, "街道")
    assert asked(world.take(world.send(OFFICE, FIRST, WEEKLY), OPEN)) == [("本机", "街道")]


def test_what_the_office_took_it_may_change_unasked(world: World) -> None:
    put(world, FIRST, "本机")
    world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)
    put(world, OFFICE, "街道")
    assert asked(world.take(world.send(OFFICE, FIRST, WEEKLY), OPEN)) == []
    assert appeal_at(world, FIRST).handler == "街道"


def test_a_question_that_the_office_left_open_is_asked_on_the_laptop_too(world: World) -> None:
    put(world, FIRST, "本机")
    put(world, OFFICE, "街道")
    assert asked(world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)) == [("街道", "本机")]
    assert asked(world.take(world.send(OFFICE, FIRST, WEEKLY), OPEN)) == [("本机", "街道")]


def test_the_sheet_of_one_who_has_not_heard_does_not_take_back_what_another_sent(world: World) -> None:
    put(world, FIRST, "本机")
    world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)
    assert asked(world.take(world.send(SECOND, OFFICE, WEEKLY), OPEN)) == []
    assert appeal_at(world, OFFICE).handler == "本机"


def test_an_older_sheet_that_comes_late_takes_nothing_back(world: World) -> None:
    put(world, FIRST, "先")
    late = world.send(FIRST, OFFICE, WEEKLY)
    put(world, FIRST, "后")
    world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)
    world.take(late, OPEN)
    assert appeal_at(world, OFFICE).handler == "后"


def test_whoever_decided_otherwise_on_the_other_side_is_heard(world: World) -> None:
    put(world, FIRST, "本机")
    put(world, OFFICE, "街道")
    up, down = world.send(FIRST, OFFICE, WEEKLY), world.send(OFFICE, FIRST, WEEKLY)
    world.take(up, (0,))
    world.take(down, (0,))
    assert asked(world.take(world.send(OFFICE, FIRST, WEEKLY), OPEN)) == [("本机", "街道")]


def test_an_appeal_that_came_alone_is_joined_to_its_visit_when_that_comes() -> None:
    with world_of(2, met=False) as world:
        for form in (APPEALS, WEEKLY):
            world.take(world.send(FIRST, OFFICE, form), THEIRS)
        laptop, office = (world.desks[desk].ledger.records(Appeal) for desk in (FIRST, OFFICE))
        assert [one.visit for one in office] == [one.visit for one in laptop] != [""]


def test_numbers_behind_stars_are_no_error_between_books_that_do_not_know_them() -> None:
    with world_of(2, met=False) as world:
        for _ in range(2):
            plan = world.take(world.send(FIRST, OFFICE, WEEKLY), THEIRS)
            assert [row.problems for row in plan.rows if row.problems] == []
            world.take(world.send(OFFICE, FIRST, WEEKLY), THEIRS)


ROUND = ((FIRST, SECOND), (SECOND, OFFICE), (FIRST, OFFICE), (OFFICE, FIRST), (OFFICE, SECOND))
"""Two laptops exchange directly, then both with the office."""


def go_round(world: World, form: str, ways: Sequence[tuple[int, int]] = ROUND) -> list[tuple[str, str]]:
    """Sheets go these ways; what is asked on the way, which is all answered with what came."""
    return [one for way in ways for one in asked(world.take(world.send(*way, form), THEIRS))]


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize("form", [WEEKLY, RESIDENTS])
def test_two_laptops_exchange_directly_and_then_with_the_office(met: bool, form: str) -> None:
    with world_of(2, met=met) as world:
        put(world, FIRST, "本机")
        go_round(world, form, ((SECOND, FIRST),))
        assert go_round(world, form) == []
        check_agreement(world.desks, form)
        assert [len(desk.ledger.records(Household)) for desk in world.desks] == [2, 2, 2]


def test_what_was_kept_against_another_laptop_the_office_does_not_overwrite_unasked(world: World) -> None:
    put(world, FIRST, "本机")
    world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)
    put(world, OFFICE, "街道")
    world.take(world.send(OFFICE, SECOND, WEEKLY), OPEN)
    assert asked(world.take(world.send(SECOND, FIRST, WEEKLY), (0,))) == [("本机", "街道")]
    assert asked(world.take(world.send(OFFICE, FIRST, WEEKLY), (0,))) == [("本机", "街道")]
    assert asked(world.take(world.send(FIRST, OFFICE, WEEKLY), THEIRS)) == [("街道", "本机")]
    world.take(world.send(OFFICE, FIRST, WEEKLY), OPEN)
    put(world, OFFICE, "后来")
    assert asked(world.take(world.send(OFFICE, FIRST, WEEKLY), OPEN)) == []


@pytest.mark.parametrize(
    ("form", "model", "name"),
    [(RESIDENTS, Resident, "work"), (APPEALS, Appeal, "handler"), (VISITS, Visit, "notes"), (WEEKLY, Visit, "notes")],
)
def test_what_went_to_another_household_on_one_laptop_and_was_edited_on_the_other(
    world: World, form: str, model: type[Record], name: str
) -> None:
    go_round(world, form, ((SECOND, FIRST), (FIRST, SECOND)))
    (here, there), _ = homes_of(world), go_round(world, form)
    (record,) = [one for one in world.desks[FIRST].ledger.records(model) if getattr(one, "household", "") == here]
    world.enter(FIRST, record, "household", there)
    world.enter(SECOND, world.desks[SECOND].ledger.get(record.id), name, "另一台写的")
    go_round(world, form)
    for desk in world.desks:
        found = desk.ledger.get(record.id)
        assert (getattr(found, "household", ""), found.show(name)) == (there, "另一台写的")


def homes_of(world: World) -> list[str]:
    """The households, that behind the first laptop's door first."""
    return [one.id for one in sorted(world.desks[FIRST].ledger.records(Household), key=lambda one: one.building)]


def test_given_to_another_assistant_on_one_side_and_edited_on_the_other(world: World) -> None:
    go_round(world, APPEALS, ((SECOND, FIRST), (FIRST, SECOND)))
    world.enter(FIRST, appeal_at(world, FIRST), "handler", "助理2")
    world.enter(SECOND, appeal_at(world, SECOND), "solution", "先装临时灯")
    go_round(world, APPEALS)
    assert {(one.handler, one.solution) for one in (appeal_at(world, desk) for desk in (FIRST, SECOND, OFFICE))} == {
        ("助理2", "先装临时灯")
    }


def test_a_visit_that_went_to_a_household_which_the_office_has_not_yet_is_moved_with_it() -> None:
    with world_of(3, met=False) as world:
        world.take(world.send(FIRST, SECOND, WEEKLY), THEIRS)
        world.take(world.send(FIRST, 3, WEEKLY), THEIRS)
        book = world.desks[SECOND].ledger
        [own] = [one for one in book.records(Household) if one.building == "2"]
        [visit] = [one for one in book.records(Visit) if one.household != own.id]
        with book.change("改户") as tx:
            tx.update(visit.with_values({"household": own.id}))
        plan = world.take(world.send(SECOND, 3, WEEKLY), THEIRS)
        assert asked(plan) == [("生活桥小区1栋2单元501", "来表新增的一户")]
        office = world.desks[3].ledger
        assert office.get(visit.id).show("household") == own.id
        assert {one.building for one in office.records(Household)} == {"1", "2"}
