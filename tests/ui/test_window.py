"""The window arranges pages, the hub reaches them, hidden ones wait."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui import theme
from ui.hub import Hub
from ui.icons import IconLabel
from ui.jobs import Jobs
from ui.pages.base import Page, PageLayout
from ui.widgets.search import Group
from ui.window import MainWindow, PageSpec


class Counting(Page):
    """A page that counts how often it was read."""

    title = "家庭"
    keys = (("Ctrl+N", "记走访"),)
    kinds = frozenset({"household"})

    def __init__(self) -> None:
        super().__init__()
        self.reads = 0
        self.visits = 0
        PageLayout(self, self.title)

    def refresh(self) -> None:
        self.reads += 1

    def shown(self) -> None:
        self.visits += 1


@pytest.fixture
def hub() -> Hub:
    return Hub()


@pytest.fixture
def made(qtbot: QtBot, hub: Hub, inline_jobs: Jobs) -> MainWindow:
    specs = [
        PageSpec("home", "家庭", "home", Counting),
        PageSpec("appeals", "诉求", "talk", Counting),
    ]

    def nothing(_: str) -> list[Group]:
        return []

    window = MainWindow(specs, hub=hub, jobs=inline_jobs, query=nothing)
    qtbot.addWidget(window)
    window.show()
    return window


def counting(window: MainWindow, key: str) -> Counting:
    page = window.page(key)
    assert isinstance(page, Counting)
    return page


def test_pages_are_made_when_first_shown(made: MainWindow) -> None:
    assert made.stack.count() == 0
    made.show_page("home")
    assert made.stack.count() == 1
    assert counting(made, "home").reads == 1


def test_hidden_pages_wait_until_they_are_shown(made: MainWindow, hub: Hub) -> None:
    made.show_page("appeals")
    made.show_page("home")
    home, appeals = counting(made, "home"), counting(made, "appeals")
    hub.tell({"household"})
    assert (home.reads, appeals.reads) == (2, 1)
    assert appeals.stale
    made.show_page("appeals")
    assert appeals.reads == 2
    assert not appeals.stale


def test_changes_to_other_kinds_pass_by(made: MainWindow, hub: Hub) -> None:
    made.show_page("home")
    hub.tell({"contact"})
    hub.tell(set())
    assert counting(made, "home").reads == 1


def test_areas_are_those_of_the_guide(made: MainWindow) -> None:
    made.show_page("home")
    assert (made.nav.width(), made.top.height(), made.status.height()) == (148, 52, 26)
    assert (made.stack.width(), made.stack.height()) == (1218, 690)
    drawn = made.grab().toImage()
    assert drawn.pixelColor(4, 760).name().upper() == theme.COVER
    assert drawn.pixelColor(700, 600).name().upper() == theme.PAPER
    assert drawn.pixelColor(700, 51).name().upper() == theme.LINE2


def test_keys_and_clicks_switch_pages(qtbot: QtBot, made: MainWindow) -> None:
    made.show_page("home")
    QTest.keyClick(made, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert made.current_page is made.page("appeals")
    QTest.mouseClick(made.nav.items["home"], Qt.MouseButton.LeftButton)
    assert made.current_page is made.page("home")
    assert made.nav.items["home"].isChecked()
    QTest.keyClick(made, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert made.top.search is not None
    assert made.top.search.edit.hasFocus()


def test_narrow_windows_keep_the_icons(made: MainWindow) -> None:
    made.show_page("home")
    made.set_count("appeals", 3, seal=True)
    made.resize(911, 512)
    assert made.nav.width() == 56
    made.resize(1366, 768)
    assert made.nav.width() == 148
    assert made.nav.items["appeals"].accessibleName() == "诉求 3"


def test_bars_say_what_they_are_told(made: MainWindow) -> None:
    made.top.set_hint("距上次上报 3 天")
    made.top.set_place("生活桥小区")
    made.top.set_person("罗×", role="民情助理")
    made.status.set_saved("已保存到本机 15:18 · 离线可用")
    made.status.set_saved("磁盘满了，还没保存", bad=True)
    made.grab()


@pytest.mark.parametrize("place", ["生活桥小区", ""])
def test_a_pin_stands_only_before_a_place(made: MainWindow, place: str) -> None:
    made.show_page("home")
    made.top.set_place(place)
    pins = [one for one in made.top.findChildren(IconLabel) if one.isVisible() and one._name == "pin"]
    assert len(pins) == bool(place)


def test_closing_asks_first(made: MainWindow) -> None:
    made.may_close = lambda: False
    assert not made.close()
    made.may_close = lambda: True
    assert made.close()


def test_the_keyboard_does_not_go_to_what_is_hidden(made: MainWindow) -> None:
    page = made.show_page("home")
    hidden, shown = QLineEdit(page), QLineEdit(page)
    shown.show()
    hidden.hide()
    page.start_at(hidden)
    page.take_keyboard()
    assert made.focusWidget() is shown
    hidden.show()
    page.take_keyboard()
    assert made.focusWidget() is hidden
