"""Books that exchange with each other: what each is asked, and what it may take over without asking."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from minqing.exchange.plan import Plan
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.exchange.histories import world_of
from tests.exchange.worlds import APPEALS, RESIDENTS, WEEKLY, World

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
