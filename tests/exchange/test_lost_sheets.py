"""Sheets that never arrive: what was on them alone counts as unseen, whatever came after them."""

from __future__ import annotations

from datetime import date

from minqing.actions.reading import read_for
from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Plan
from minqing.exchange.planner import make_plan
from minqing.forms.library import form_named
from minqing.records.appeal import Appeal
from minqing.records.dates import Period
from minqing.records.household import Household
from minqing.records.visit import Visit
from tests.exchange.histories import world_of
from tests.exchange.worlds import WEEKLY, World
from ui.answering import send_replies

FIRST, SECOND, OFFICE = 0, 1, 2
OPEN = (2,)
LOST, CAME = Period.week("2026-W46"), Period.week("2026-W48")


def appeal_at(world: World, desk: int) -> Appeal:
    return min(world.desks[desk].ledger.records(Appeal), key=lambda one: one.id)


def put(world: World, desk: int, text: str) -> None:
    world.enter(desk, appeal_at(world, desk), "handler", text)


def asked(plan: Plan) -> list[tuple[str, str]]:
    return [(edit.ours, edit.theirs) for row in plan.rows for edit in row.edits if edit.conflict]


def reply(world: World, desk: int) -> None:
    """The office answers each who reported, and the answer is taken in at ``desk``."""
    folder = world.folder / f"{world.fresh()}"
    folder.mkdir()
    files = send_replies(world.desks[OFFICE].ledger, form_named(WEEKLY), folder, period=None).files
    ledger, name = world.desks[desk].ledger, world.desks[desk].name
    path = next(path for sender, path, _ in files if sender == name)
    assert apply_plan(ledger, make_plan(ledger, read_for(ledger, path).readings)).plan.needs_a_person is False


def test_a_week_that_was_lost_is_not_vouched_for_by_one_that_came() -> None:
    with world_of(2, met=False) as world:
        home = world.desks[FIRST].ledger.records(Household)[0]
        world.add(FIRST, Visit(household=home.id, visited_on=date(2026, 11, 24), visitors=("罗×",), result="见面"))
        put(world, FIRST, "先前")
        world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)
        put(world, OFFICE, "街道")
        other = next(one for one in world.desks[OFFICE].ledger.records(Visit) if one.visited_on not in LOST)
        world.enter(OFFICE, other, "notes", "已阅")
        world.send(OFFICE, FIRST, WEEKLY, period=LOST)
        world.take(world.send(OFFICE, FIRST, WEEKLY, period=CAME), OPEN)
        assert asked(world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)) == []
        assert appeal_at(world, OFFICE).handler == "街道"


def test_a_whole_sheet_that_was_lost_is_not_vouched_for_by_an_answer_that_came() -> None:
    with world_of(2, met=True) as world:
        for one in world.desks[OFFICE].ledger.records(Appeal):
            world.enter(OFFICE, one, "handler", "街道")
        world.send(OFFICE, FIRST, WEEKLY)
        reply(world, FIRST)
        assert asked(world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)) == []
        assert [one.handler for one in world.desks[OFFICE].ledger.records(Appeal)] == ["街道", "街道"]


def test_a_sheet_that_says_again_what_a_lost_one_said_has_told_it() -> None:
    with world_of(2, met=True) as world:
        put(world, OFFICE, "街道")
        world.send(OFFICE, FIRST, WEEKLY)
        world.take(world.send(OFFICE, FIRST, WEEKLY), OPEN)
        put(world, FIRST, "本机")
        assert asked(world.take(world.send(FIRST, OFFICE, WEEKLY), OPEN)) == []
        assert appeal_at(world, OFFICE).handler == "本机"
