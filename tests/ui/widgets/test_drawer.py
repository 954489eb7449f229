"""The drawer asks before edits are lost and keeps the keyboard inside."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import SpokenNotices, compose
from ui.notices import SAVE_QUESTION
from ui.widgets.buttons import Button, Kind
from ui.widgets.drawer import Drawer
from ui.widgets.form import EntryForm, FormField
from ui.widgets.scroll import WIDTH, OverlayBar, ScrollArea


class Made:
    """A drawer around a small form."""

    def __init__(self, window: QWidget, notices: SpokenNotices) -> None:
        self.outside = QLineEdit(window)
        self.outside.show()
        self.outside.setFocus()
        self.form = EntryForm([FormField("name", "姓名"), FormField("note", "备注")])
        self.drawer = Drawer(
            window, title="记走访", icon="door", notices=notices, width=420, dirty=lambda: self.form.dirty
        )
        self.drawer.set_body(self.form)
        self.saves: list[bool] = []
        self.drawer.add_button(Button("取消", self.drawer.request_close, hint="Esc"))
        save = Button("保存并下一户", lambda: self.saves.append(True), kind=Kind.PRIMARY, hint="Ctrl+Enter")
        self.drawer.add_button(save, key="Ctrl+Return")
        self.drawer.open()


@pytest.fixture
def made(window: QWidget, notices: SpokenNotices) -> Made:
    return Made(window, notices)


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_lies_at_the_right_edge(window: QWidget, made: Made) -> None:
    assert made.drawer._sheet.geometry().right() == window.rect().right()
    assert made.drawer._sheet.width() == 420
    window.resize(1000, 600)
    assert made.drawer._sheet.geometry().right() == 999


def test_escape_closes_when_nothing_was_entered(qtbot: QtBot, made: Made, notices: SpokenNotices) -> None:
    with qtbot.waitSignal(made.drawer.closed, timeout=500):
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert notices.said == []
    assert focused() is made.outside


@pytest.mark.parametrize(("answer", "open_after", "saves"), [("stay", True, 0), ("drop", False, 0), ("save", True, 1)])
def test_escape_with_edits_asks(
    qtbot: QtBot, made: Made, notices: SpokenNotices, *, answer: str, open_after: bool, saves: int
) -> None:
    asked: list[bool] = []
    made.drawer.save_requested.connect(lambda: asked.append(True))
    compose(focused(), "郭守田")
    notices.answers = [answer]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert notices.said == [SAVE_QUESTION]
    assert made.drawer.isVisible() is open_after
    assert len(asked) == saves


def test_what_happens_below_does_not_take_the_keyboard_away(made: Made) -> None:
    last = made.form.input("note")
    last.focus_first()
    before = focused()
    made.outside.setFocus()
    assert focused() is before
    made.drawer.dismiss()
    made.outside.setFocus()
    assert focused() is made.outside


def test_tab_stays_inside(qtbot: QtBot, made: Made) -> None:
    first = focused()
    seen = []
    for _ in range(12):
        seen.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is first:
            break
    assert focused() is first
    assert made.outside not in seen
    assert len(seen) == 5


def test_key_of_a_button_works_from_a_field(qtbot: QtBot, made: Made) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert made.saves == [True]


def test_scroll_bars_of_the_page_below_keep_in_step_after_a_drawer_is_gone(window: QWidget, made: Made) -> None:
    content = QWidget()
    content.setFixedHeight(100)
    area = ScrollArea(content)
    area.setParent(window)
    area.setGeometry(0, 0, 200, 200)
    area.show()
    [bar] = area.findChildren(OverlayBar)
    QTest.keyClick(made.drawer, Qt.Key.Key_Tab)
    made.drawer.dismiss()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    content.setFixedHeight(900)
    area.resize(300, 250)
    QApplication.processEvents()
    assert (bar.maximum(), bar.isVisible()) == (650, True)
    assert bar.geometry() == QRect(300 - WIDTH, 0, WIDTH, 250)


def test_the_second_half_of_a_double_click_leaves_it_open(made: Made) -> None:
    QTest.mouseDClick(made.drawer, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert made.drawer.isVisible()
    QTest.mouseClick(made.drawer, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not made.drawer.isVisible()
