"""Sheets of another book that somebody edited after they had been written: his word, not that book's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from minqing.actions.reading import read_for
from minqing.exchange.merging.written import edited_by_hand, fingerprint
from minqing.exchange.plan import Plan
from minqing.exchange.planner import make_plan
from minqing.forms.library import form_named
from minqing.records.visit import Visit
from tests.exchange.hands import NOTHING, handled
from tests.exchange.histories import world_of
from tests.exchange.worlds import VISITS, WEEKLY, Letter, World
from ui.answering import send_replies

OPEN, THEIRS = (2,), (1,)
FIRST, OFFICE = 0, 2
SAID = 0
"""The place of 走访记录 among the fields of the form that are edited."""


@pytest.fixture
def world() -> Iterator[World]:
    """Two laptops and an office that have not met."""
    with world_of(2, met=False) as made:
        yield made


def by_hand(world: World, letter: Letter) -> Letter:
    return handled(world, letter, replace(NOTHING, cells=((0, SAID, False),)), back=False)


def said(world: World) -> str:
    (visit,) = world.desks[OFFICE].ledger.records(Visit)
    return visit.said


def asked(plan: Plan) -> list[tuple[str | None, str, str]]:
    return [(edit.base, edit.ours, edit.theirs) for row in plan.rows for edit in row.edits if edit.conflict]


def test_the_sheet_as_it_was_written_says_nothing_against_a_copy_that_was_edited(world: World) -> None:
    letter = world.send(FIRST, OFFICE, VISITS)
    world.take(by_hand(world, letter), THEIRS)
    edited = said(world)
    assert edited.startswith("手改")
    assert asked(world.take(letter, OPEN)) == []
    assert said(world) == edited


def test_a_copy_that_was_edited_is_news_to_the_sheet_as_it_was_written(world: World) -> None:
    letter = world.send(FIRST, OFFICE, VISITS)
    world.take(letter, THEIRS)
    assert asked(world.take(by_hand(world, letter), OPEN)) == []
    assert said(world).startswith("手改")


def test_of_two_copies_edited_apart_nobody_knows_which_came_last(world: World) -> None:
    letter = world.send(FIRST, OFFICE, VISITS)
    world.take(by_hand(world, letter), THEIRS)
    first = said(world)
    (question,) = asked(world.take(by_hand(world, letter), OPEN))
    assert question[1] == first
    assert said(world) == first


def test_the_books_next_sheet_does_not_overwrite_what_was_edited_on_its_last(world: World) -> None:
    world.take(by_hand(world, world.send(FIRST, OFFICE, VISITS)), THEIRS)
    edited = said(world)
    assert asked(world.take(world.send(FIRST, OFFICE, VISITS), OPEN)) == [(None, edited, "都好")]
    assert said(world) == edited


def test_a_fingerprint_is_of_the_row_and_of_all_its_cells_in_any_order() -> None:
    cells = {"走访记录": "都好", "备注": ""}
    same = fingerprint("V-1", {"备注": "", "走访记录": "都好"})
    assert fingerprint("V-1", cells) == same
    others = {
        fingerprint("V-2", cells),
        fingerprint("V-1", {**cells, "备注": "好"}),
        fingerprint("V-1", {"走访记录": "都好"}),
    }
    assert same not in others
    assert len(others) == 3


def test_a_reply_that_nobody_touched_stands_as_it_was_written(world: World) -> None:
    world.take(world.send(FIRST, OFFICE, WEEKLY), THEIRS)
    replied = send_replies(world.desks[OFFICE].ledger, form_named(WEEKLY), world.folder, period=None)
    [(_, path, rows)] = replied.files
    laptop = world.desks[FIRST].ledger
    plan = make_plan(laptop, read_for(laptop, path).readings)
    assert len(plan.rows) == rows > 0
    assert plan.readings[0].marker.written
    assert list(edited_by_hand(plan, 0)) == []
