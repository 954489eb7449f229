"""A visit that was begun: kept in the book, no change, gone when it is saved."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from minqing.actions.records import remove_records
from minqing.actions.visit_drafts import (
    CaughtAppeal,
    VisitDraft,
    draft_name,
    drop_visit_draft,
    find_visit_draft,
    keep_visit_draft,
    visit_drafts,
)
from minqing.actions.visits import record_visit
from minqing.errors import NothingToUndo
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.visit import Visit

AT = datetime(2026, 11, 19, 15, 21)
SAID = "老两口在家，精神不错。"


def begun(home: Household, said: str = SAID) -> VisitDraft:
    entered: dict[str, str | tuple[str, ...]] = {"said": said, "met": ("谢玉兰",), "visited_on": "2024.13.8"}
    return VisitDraft(home, entered, (CaughtAppeal("楼道灯不亮", "照明"),), kept_at=AT)


def test_comes_back_as_it_was(ledger: Ledger, home: Household) -> None:
    assert find_visit_draft(ledger, home) is None
    keep_visit_draft(ledger, begun(home))
    assert find_visit_draft(ledger, home) == begun(home)


def test_is_no_change(ledger: Ledger, home: Household) -> None:
    before, history = ledger.version, ledger.history()
    keep_visit_draft(ledger, begun(home))
    drop_visit_draft(ledger, home)
    keep_visit_draft(ledger, begun(home))
    assert (ledger.version, ledger.history()) == (before, history)
    ledger.undo()
    assert find_visit_draft(ledger, home) == begun(home)
    with pytest.raises(NothingToUndo):
        ledger.undo()


def test_the_last_one_kept_comes_first(ledger: Ledger, home: Household) -> None:
    [other] = ledger.records(Household, room="502")
    for one in (home, other, home):
        keep_visit_draft(ledger, begun(one))
    assert [one.home.id for one in visit_drafts(ledger)] == [home.id, other.id]
    drop_visit_draft(ledger, home)
    assert [one.home.id for one in visit_drafts(ledger)] == [other.id]


def test_a_draft_of_a_household_that_is_gone_is_not_offered(ledger: Ledger) -> None:
    [other] = ledger.records(Household, room="502")
    keep_visit_draft(ledger, begun(other))
    remove_records(ledger, [other.id], label="删除")
    assert visit_drafts(ledger) == []


def test_a_door_that_is_not_in_the_book_yet_has_its_own(ledger: Ledger) -> None:
    new = Household(estate="生活桥小区", building="8", unit="1", room="101")
    keep_visit_draft(ledger, begun(new))
    assert [one.home for one in visit_drafts(ledger)] == [new]


def test_is_gone_once_the_visit_is_saved(ledger: Ledger, home: Household) -> None:
    keep_visit_draft(ledger, begun(home))
    draft = Visit(visited_on=date(2026, 11, 19), result="见面", said=SAID)
    record_visit(ledger, household=home, draft=draft, finishes=draft_name(home))
    assert visit_drafts(ledger) == []


def test_stays_when_the_visit_could_not_be_saved(ledger: Ledger, home: Household) -> None:
    keep_visit_draft(ledger, begun(home))
    impossible = Visit(id="H-000000-0001C", visited_on=date(2026, 11, 19))
    with pytest.raises(ValueError, match="not an id"):
        record_visit(ledger, household=home, draft=impossible, finishes=draft_name(home))
    assert find_visit_draft(ledger, home) == begun(home)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"home": 3}', '{"entered": {}, "appeals": [{"x": 1}]}'])
def test_what_another_version_wrote_is_no_draft(ledger: Ledger, home: Household, text: str) -> None:
    ledger.drafts.keep(draft_name(home), text)
    assert find_visit_draft(ledger, home) is None
    assert visit_drafts(ledger) == []


def test_no_word_of_it_lies_open_on_the_disk(ledger: Ledger, home: Household) -> None:
    keep_visit_draft(ledger, begun(home))
    for file in Path(ledger.path).parent.iterdir():
        assert not file.is_file() or SAID.encode() not in file.read_bytes()
