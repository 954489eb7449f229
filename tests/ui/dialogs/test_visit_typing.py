"""记走访: what is typed while the keyboard is on a tile or a chip is written down, by keys or by an input method."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from minqing.work.visit_list import household_file
from tests.ui.conftest import compose
from tests.ui.hands import focused, line, press, typed
from tests.ui.sample_book import family_of
from ui.dialogs.visit_drawer import VisitDrawer
from ui.session import Session
from ui.widgets.picks import Pick, Tile


@pytest.fixture
def drawer(shown_window: QWidget, session: Session) -> VisitDrawer:
    file = household_file(session.ledger, family_of(session.ledger).id)
    assert file is not None
    made = VisitDrawer(shown_window, session, file)
    made.open()
    return made


def test_letters_on_the_tile_begin_the_text(drawer: VisitDrawer) -> None:
    assert isinstance(focused(), Tile)
    for letter in "Ok, 3 ren":
        QTest.keyClicks(focused(), letter)
    assert typed(drawer, "民情记录") == "Ok, 3 ren"
    assert drawer._top.values()["result"] == "见面"
    assert drawer.dirty


def test_an_input_method_composes_on_the_tile(drawer: VisitDrawer) -> None:
    tile = focused()
    QApplication.sendEvent(tile, QInputMethodEvent("lao", []))
    assert focused() is tile
    compose(tile, "老两口")
    assert focused() is line(drawer, "民情记录")
    compose(focused(), "身体都好。")
    assert typed(drawer, "民情记录") == "老两口身体都好。"


def test_digits_and_the_space_bar_stay_with_the_tile(drawer: VisitDrawer) -> None:
    press("Space")
    QTest.keyClicks(focused(), "7")
    assert typed(drawer, "民情记录") == ""
    assert isinstance(focused(), Tile)
    QTest.keyClicks(focused(), "2")
    assert drawer._top.values()["result"] == "无人"


@pytest.mark.parametrize("field", ["met", "told", "next_on"])
def test_chips_let_it_through_too(drawer: VisitDrawer, field: str) -> None:
    form = drawer._top if field == "met" else drawer._below
    form.input(field).focus_first()
    assert isinstance(focused(), Pick)
    QTest.keyClicks(focused(), "9")
    QTest.keyClicks(focused(), "ok")
    assert typed(drawer, "民情记录") == "9ok"


def test_what_is_typed_on_a_proposed_class_goes_to_the_line_of_the_appeal(drawer: VisitDrawer) -> None:
    drawer.appeals.begin("单元门关不严")
    QApplication.processEvents()
    press("Tab")
    assert isinstance(focused(), Pick)
    compose(focused(), "，漏风")
    assert typed(drawer, "诉求事项") == "单元门关不严，漏风"


def test_shortcuts_are_not_typed(drawer: VisitDrawer) -> None:
    press("Ctrl+J")
    assert focused() is drawer.appeals.edit
    assert typed(drawer, "民情记录") == ""
