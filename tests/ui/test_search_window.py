"""Ctrl+K over a real book: typed, chosen with arrow keys, and there; also when the hit has gone meanwhile."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from minqing.actions.records import save_records
from minqing.actions.visits import remove_visit
from minqing.ledger import Ledger
from minqing.records.appeal import Step
from minqing.records.visit import Visit
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import focused, press, write
from tests.ui.sample_book import DOOR, HEAD, MATTER, PHONE, TODAY, family_of, matter_of
from ui.app import Desk
from ui.pages.appeals import AppealsPage
from ui.pages.home import HomePages
from ui.pages.visits import VisitsPage
from ui.widgets.search import SearchBox

SAID = "二楼转角堆了旧沙发"


@pytest.fixture
def visit(ledger: Ledger) -> str:
    """A visit of two years ago."""
    long_ago = TODAY.replace(year=TODAY.year - 2, day=1)
    made = Visit(household=family_of(ledger).id, visited_on=long_ago, result="见面", said=SAID)
    return save_records(ledger, [made], label="记录走访").added[0]


def search(qtbot: QtBot, desk: Desk, text: str) -> SearchBox:
    press("Ctrl+K", desk.window)
    box = desk.window.top.search
    assert box is not None
    assert focused() is box.edit
    write(text)
    qtbot.waitUntil(lambda: box.popup.isVisible() and box.popup.words == text, timeout=2000)
    return box


@pytest.mark.parametrize("text", [HEAD, "oylx", PHONE[-4:], DOOR, "9#1-301", "九栋一单元301室"])
def test_every_spelling_goes_home(qtbot: QtBot, desk: Desk, text: str) -> None:
    search(qtbot, desk, text)
    press("Return")
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    assert home.one._name.text() == DOOR


def test_words_of_a_note_go_to_the_visit(qtbot: QtBot, desk: Desk, visit: str) -> None:
    box = search(qtbot, desk, "旧沙发")
    assert [group.title for group in box.popup.groups] == ["走访"]
    press("Return")
    page = desk.window.current_page
    assert isinstance(page, VisitsPage)
    assert page.table.current_record is not None
    assert page.table.current_record.visit.id == visit
    assert {line.visit.household for line in page.table.records_model.records} == {family_of(desk.ledger).id}
    assert page._only_chip.isVisible()
    page.clear()
    assert page._period.value == "week"


def test_arrow_keys_reach_the_other_kind(qtbot: QtBot, desk: Desk) -> None:
    with desk.ledger.change("记录走访") as tx:
        tx.add(Visit(household=family_of(desk.ledger).id, visited_on=TODAY, said=f"又说{MATTER}"))
    box = search(qtbot, desk, MATTER)
    assert [group.title for group in box.popup.groups] == ["诉求", "走访"]
    press("Down")
    press("Return")
    assert desk.window.current_page is desk.window.page("visits")
    search(qtbot, desk, MATTER)
    press("Return")
    page = desk.window.page("appeals")
    assert isinstance(page, AppealsPage)
    assert desk.window.current_page is page
    assert [line.appeal.id for line in page.chosen] == [matter_of(desk.ledger).id]


def test_a_visit_that_has_gone_meanwhile_is_told(qtbot: QtBot, desk: Desk, notices: SpokenNotices, visit: str) -> None:
    search(qtbot, desk, "旧沙发")
    remove_visit(desk.ledger, visit)
    press("Return")
    assert notices.said == ["这次走访已不在账本里，可能刚被撤销或删除；这里是现有的走访"]
    assert isinstance(desk.window.current_page, VisitsPage)


def test_an_appeal_that_has_gone_meanwhile_is_told(qtbot: QtBot, desk: Desk, notices: SpokenNotices) -> None:
    search(qtbot, desk, MATTER)
    gone = matter_of(desk.ledger)
    with desk.ledger.change("撤销登记") as tx:
        for step in desk.ledger.records(Step, appeal=gone.id):
            tx.remove(step.id)
        tx.remove(gone.id)
    press("Return")
    assert notices.said == ["这件诉求已不在账本里，可能刚被撤销登记或合并；这里是现有的诉求"]
