"""Undo: the inverse of a change, leaving alone and naming what was edited since."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minqing.errors import NothingToUndo
from minqing.ledger import Ledger, Transaction
from minqing.records.appeal import Appeal
from minqing.records.catalogue import KINDS
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ledger.conftest import PASSWORD, PROFILE, Family, household

State = dict[str, dict[str, object]]


def state(book: Ledger) -> State:
    """Everything in the book but the revisions, which only ever grow."""
    return {one.id: {**one.values(), "extra": one.extra} for model in KINDS.values() for one in book.records(model)}


def test_undo_takes_back_what_was_added(book: Ledger, family: Family) -> None:
    undone = book.undo()
    assert (state(book), undone.kept) == ({}, ())
    assert undone.changes.label == "撤销：登记一户"
    assert len(undone.changes.removed) == 4
    assert book.search("曾小单") == []
    assert book.check() == []


def test_undo_restores_edits_and_removals_after_reopening(book: Ledger, path: Path, family: Family) -> None:
    before = state(book)
    with book.change("改和删") as tx:
        tx.update(family.household.with_values({"grid": "一", "tags": (), "extra": {"列": "值"}}))
        tx.remove(family.appeal.id)
        tx.add(household(room="601"))
    book.close()
    with Ledger.open(path, PASSWORD) as again:
        undone = again.undo()
        assert (state(again), undone.kept) == (before, ())
        assert [hit.id for hit in again.search("更换楼道灯")] == [family.appeal.id]
        assert again.check() == []


def test_undo_goes_back_step_by_step_and_then_stops(book: Ledger, family: Family) -> None:
    with book.change("改") as tx:
        tx.update(family.head.with_values({"work": "某厂"}))
    assert book.undo().changes.label == "撤销：改"
    assert book.undo().changes.label == "撤销：登记一户"
    with pytest.raises(NothingToUndo):
        book.undo()


def test_a_change_is_undone_once(book: Ledger, family: Family) -> None:
    book.undo(1)
    for change_id in (1, 99):
        with pytest.raises(NothingToUndo):
            book.undo(change_id)


def test_undoing_an_undo_brings_everything_back_and_back_again(book: Ledger, family: Family) -> None:
    before = state(book)
    undo = book.undo(1).changes.id
    redo = book.undo(undo)
    assert (state(book), redo.changes.label, redo.kept) == (before, "恢复：登记一户", ())
    newest, middle, oldest = book.history()
    assert (oldest.undone_by, middle.undone_by, newest.undoes) == (None, newest.id, middle.id)
    book.undo(1)
    assert state(book) == {}
    assert book.check() == []


def test_a_field_edited_since_is_kept_and_named(book: Ledger, family: Family) -> None:
    with book.change("改两处") as tx:
        first = tx.update(family.household.with_values({"grid": "一", "notes": "甲"}))
    with book.change("又改一处") as tx:
        tx.update(first.with_values({"grid": "二"}))
    undone = book.undo(2)
    now = book.get(family.household.id)
    assert isinstance(now, Household)
    assert (now.grid, now.notes) == ("二", "")
    assert [(one.record_id, one.field, one.label) for one in undone.kept] == [(now.id, "grid", "3栋2单元501")]
    assert "改过" in undone.kept[0].why


def test_a_record_added_and_edited_since_is_kept(book: Ledger, family: Family) -> None:
    with book.change("改人") as tx:
        tx.update(family.head.with_values({"work": "某厂"}))
    undone = book.undo(1)
    assert set(state(book)) == {family.head.id, family.household.id}
    assert {one.record_id: one.label for one in undone.kept} == {
        family.head.id: "曾小单",
        family.household.id: "3栋2单元501",
    }
    assert book.check() == []


def test_a_record_edited_and_put_back_counts_as_not_edited(book: Ledger, family: Family) -> None:
    with book.change("改人") as tx:
        tx.update(family.head.with_values({"work": "某厂"}))
    book.undo()
    assert book.undo(1).kept == ()
    assert state(book) == {}


def test_a_record_that_later_ones_belong_to_is_kept(book: Ledger, family: Family) -> None:
    with book.change("再走访") as tx:
        tx.add(Visit(household=family.household.id, visited_on=family.visit.visited_on, said="又去了"))
    undone = book.undo(1)
    assert book.find(family.household.id) == family.household
    assert book.find(family.head.id) is None
    assert [one.record_id for one in undone.kept] == [family.household.id]
    assert book.check() == []


def test_a_removed_record_whose_parent_is_gone_stays_away(book: Ledger, family: Family) -> None:
    with book.change("删诉求") as tx:
        tx.remove(family.appeal.id)
    with book.change("删走访") as tx:
        tx.remove(family.visit.id)
    undone = book.undo(2)
    assert book.find(family.appeal.id) is None
    assert [(one.record_id, one.label) for one in undone.kept] == [(family.appeal.id, "更换楼道灯")]
    assert undone.changes.id != 0


def test_an_edit_of_a_record_that_is_gone_is_named(book: Ledger, family: Family) -> None:
    with book.change("改") as tx:
        tx.update(family.appeal.with_values({"title": "新"}))
    with book.change("删") as tx:
        tx.remove(family.appeal.id)
    undone = book.undo(2)
    assert [(one.record_id, one.field) for one in undone.kept] == [(family.appeal.id, "")]


def test_moving_people_into_a_new_household_is_undone_as_one(book: Ledger, family: Family) -> None:
    before = state(book)
    with book.change("分户") as tx:
        home = tx.add(household(room="502"))
        tx.update(family.head.with_values({"household": home.id}))
    assert book.undo().kept == ()
    assert state(book) == before


def test_a_move_back_to_a_household_that_is_gone_is_kept(book: Ledger, family: Family) -> None:
    with book.change("建户") as tx:
        first, second = tx.add_all([household(room="701"), household(room="702")])
        person = tx.add(Resident(household=first.id, name="样本乙"))
    with book.change("搬家") as tx:
        tx.update(person.with_values({"household": second.id}))
    with book.change("删旧户") as tx:
        tx.remove(first.id)
    undone = book.undo(3)
    assert [(one.record_id, one.field) for one in undone.kept] == [(person.id, "household")]
    assert book.check() == []


def _step(book: Ledger, tx: Transaction, dice: random.Random) -> None:
    homes, people = book.records(Household), book.records(Resident)
    action = dice.choice(["home", "person", "visit", "edit home", "edit person", "remove", "move"])
    if action == "home" or not homes:
        tx.add(household(room=str(dice.randint(1, 9) * 100 + 1), notes=dice.choice("甲乙丙")))
    elif action == "person" or not people:
        tx.add(Resident(household=dice.choice(homes).id, name=dice.choice(["曾甲", "单乙", "王丙"])))
    elif action == "visit":
        visit = tx.add(Visit(household=dice.choice(homes).id, said=dice.choice(["漏水", "灯坏"])))
        tx.add(Appeal(household=visit.household, visit=visit.id, title="诉求"))
    elif action == "edit home":
        tx.update(
            dice.choice(homes).with_values({"grid": dice.choice("一二三"), "tags": ("标签",) * dice.randint(0, 1)})
        )
    elif action == "edit person":
        tx.update(dice.choice(people).with_values({"work": dice.choice(["", "某厂", "某店"])}))
    elif action == "move":
        tx.update(dice.choice(people).with_values({"household": dice.choice(homes).id}))
    else:
        tx.remove(dice.choice(people).id)


@settings(max_examples=12)
@given(seed=st.integers(0, 10**6))
def test_undoing_the_last_change_gives_the_state_before_it(seed: int) -> None:
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as folder, Ledger.create(Path(folder, "册.mqb"), PASSWORD, PROFILE) as book:
        states = [state(book)]
        for number in range(8):
            with book.change(f"第{number}次") as tx:
                for _ in range(dice.randint(1, 4)):
                    _step(book, tx, dice)
            if not tx.changes:
                continue
            after = state(book)
            undone = book.undo()
            assert (state(book), undone.kept) == (states[-1], ())
            book.undo(undone.changes.id)
            assert state(book) == after
            states.append(after)
        assert book.check() == []
        for earlier in reversed(states[:-1]):
            assert book.undo().kept == ()
            assert state(book) == earlier
        assert book.check() == []


def test_what_an_undo_would_keep_is_told_without_doing_it(book: Ledger, family: Family) -> None:
    with book.change("导入") as tx:
        tx.update(family.head.with_values({"phones": ("13800000199",), "work": "退休"}))
    later = book.version
    with book.change("更正") as tx:
        tx.update(book.get(family.head.id).with_values({"phones": ("13800000177",)}))
    version = book.version
    kept = book.undo(later, rehearse=True).kept
    assert [(one.record_id, one.field) for one in kept] == [(family.head.id, "phones")]
    assert book.version == version
    assert book.get(family.head.id).show("work") == "退休"
    assert book.undo(later).kept == kept
    with pytest.raises(NothingToUndo):
        book.undo(later, rehearse=True)
