"""Without a mouse: Tab reaches every control in reading order, and the keyboard is never nowhere."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.hands import Keyboard, drawers, focused, words
from tests.ui.sample_book import family_of
from ui.app import Desk
from ui.dialogs.keys_dialog import KeysDialog
from ui.pages.appeals import AppealsPage
from ui.pages.base import Page
from ui.pages.building import BuildingPage
from ui.pages.visits import VisitsPage
from ui.shell import NavItem
from ui.widgets.table import RecordTable
from ui.widgets.table_paint import Header
from ui.widgets.toast import Toast

PAGES = ("today", "building", "home", "visits", "appeals", "exchange", "stats", "settings")
_MOST = 120
_HEAD = 46
"""Where the first line of a page ends."""


@pytest.fixture
def keys() -> Keyboard:
    return Keyboard()


def front_of(desk: Desk) -> Page:
    page = desk.window.current_page
    assert page is not None
    return page.front


def stops(window: QWidget) -> list[QWidget]:
    """What Tab should reach."""
    tab = Qt.FocusPolicy.TabFocus
    found = [one for one in window.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
    return [one for one in found if one.focusPolicy() & tab and one.focusProxy() is None]


def walked(keys: Keyboard, key: str = "Tab") -> list[QWidget]:
    """All the way round by Tab."""
    start, passed = keys.here, [keys.here]
    for _ in range(_MOST):
        keys.press(key)
        if keys.here is start:
            return passed
        passed.append(keys.here)
    raise AssertionError("Tab does not come round")


def named(widgets: list[QWidget]) -> list[str]:
    return [f"{type(one).__name__} {one.accessibleName()}" for one in widgets]


@pytest.mark.parametrize("number", range(1, len(PAGES) + 1))
def test_tab_reaches_everything_both_ways(desk: Desk, keys: Keyboard, number: int) -> None:
    keys.press(f"Ctrl+{number}")
    page = front_of(desk)
    assert page.isAncestorOf(keys.here)
    there = walked(keys)
    assert named([one for one in stops(desk.window) if one not in there]) == []
    back = walked(keys, "Shift+Tab")
    assert named(back[1:]) == named(there[:0:-1])


@pytest.mark.parametrize("key", PAGES)
def test_tab_goes_down_the_page(desk: Desk, keys: Keyboard, key: str) -> None:
    """The head of a page comes before its body: what stands in the first line is passed first."""
    desk.window.show_page(key)
    QApplication.processEvents()
    page = front_of(desk)
    keys.tab_to(desk.window.top.person.accessibleName())
    inside = [one for one in walked(keys) if page.isAncestorOf(one)]
    heads = [one for one in inside if one.mapTo(page, QPoint(0, 0)).y() < _HEAD]
    assert named(inside[: len(heads)]) == named(heads)
    across = [one.mapTo(page, QPoint(0, 0)).x() for one in heads]
    assert across == sorted(across)


@pytest.mark.parametrize("key", PAGES)
def test_f1_and_esc_leave_the_keyboard_where_it_was(desk: Desk, keys: Keyboard, key: str) -> None:
    desk.window.show_page(key)
    QApplication.processEvents()
    before = keys.here
    keys.press("F1")
    assert isinstance(QApplication.activeModalWidget(), KeysDialog)
    keys.press("Esc")
    assert keys.here is before


def test_f1_in_a_drawer_tells_the_keys_that_work_there(desk: Desk, keys: Keyboard) -> None:
    desk.go("household", family_of(desk.ledger).id)
    QApplication.processEvents()
    keys.press("Ctrl+N", "1")
    text = keys.here
    keys.press("F1")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    said = words(dialog)
    assert all(one in said for one in ("记走访", "Ctrl+Enter", "Ctrl+J", "登诉求", "Ctrl+R", "Esc"))
    keys.press("Esc")
    assert keys.here is text
    assert len(drawers(desk.window)) == 1


class _Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[_Windows]:
    made = _Windows()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_making_the_pages_opens_no_window_that_takes_the_keyboard(
    desk: Desk, keys: Keyboard, windows: _Windows
) -> None:
    """Pages are made in quiet moments, while somebody types."""
    before = keys.here
    for key in PAGES:
        desk.window.page(key)
    QApplication.processEvents()
    assert windows.shown == []
    assert keys.here is before


def test_what_goes_away_under_the_keyboard_leaves_it_with_the_page(desk: Desk, keys: Keyboard) -> None:
    page = desk.window.show_page("building")
    assert isinstance(page, BuildingPage)
    keys.press("Down", "Space", "Down", "Space")
    keys.tab_to("取消选择")
    keys.press("Enter")
    assert keys.here is page.board.elevation
    keys.tab_to(page.board.side.way.next.accessibleName())
    page.board.side.way.next.setEnabled(False)
    assert keys.here is page.board.elevation


def test_a_toast_that_goes_leaves_the_keyboard_with_the_page(desk: Desk, keys: Keyboard) -> None:
    desk.window.show_page("appeals")
    page = desk.window.current_page
    toast = Toast(desk.window)
    toast.say("已保存", lambda: None)
    toast.undo_button.setFocus()
    keys.press("Space")
    assert page is not None
    assert page.isAncestorOf(focused())


def test_a_bar_that_is_made_anew_leaves_the_keyboard_with_the_page(desk: Desk, keys: Keyboard) -> None:
    page = desk.window.show_page("appeals")
    assert isinstance(page, AppealsPage)
    keys.tab_to("改诉求")
    desk.hub.tell({"appeal"})
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert focused() is page.table


def test_a_drawer_gives_the_keyboard_back_even_if_its_button_is_gone(desk: Desk, keys: Keyboard) -> None:
    page = desk.window.show_page("visits")
    assert isinstance(page, VisitsPage)
    page._period.set_value("")
    keys.tab_to("改记录")
    keys.press("Enter")
    keys.press("Ctrl+S")
    assert drawers(desk.window) == []
    assert page.isAncestorOf(keys.here)
    keys.tab_to("改记录")
    keys.press("Enter")
    page.detail.show_line(None, page._today)
    keys.press("Esc")
    assert keys.here is page.table


def test_search_gives_the_keyboard_to_the_page_it_opens_and_back_on_esc(desk: Desk, keys: Keyboard) -> None:
    before = keys.here
    keys.press("Ctrl+K", "Esc")
    assert keys.here is before
    desk.go("household", family_of(desk.ledger).id)
    QApplication.processEvents()
    assert front_of(desk).isAncestorOf(keys.here)


def test_the_menu_opens_and_closes_by_key(desk: Desk, keys: Keyboard) -> None:
    before = keys.here
    keys.press("Alt+M", "Down", "Esc")
    assert keys.here is before
    keys.press("Alt+M", "Up", "Up", "Enter")
    assert desk.window.current_page is desk.window.page("settings")
    assert front_of(desk).isAncestorOf(keys.here)


def test_the_nav_has_the_page_in_front_as_its_stop(desk: Desk, keys: Keyboard) -> None:
    keys.press("Ctrl+4")
    while not isinstance(keys.here, NavItem):
        keys.press("Tab")
    keys.press("Up", "Up")
    assert desk.window.current_page is desk.window.page("building")
    assert keys.name == "楼栋"
    keys.press("Up", "Up", "Up")
    assert desk.window.current_page is desk.window.page("today")
    keys.press("Enter")
    assert front_of(desk).isAncestorOf(keys.here)


def test_columns_are_sorted_by_keyboard(desk: Desk, keys: Keyboard) -> None:
    desk.window.show_page("home")
    table = keys.here
    assert isinstance(table, RecordTable)
    keys.press("Shift+Tab")
    header = keys.here
    assert isinstance(header, Header)
    keys.press("End", "Home", "Right", "Enter")
    assert table.records_model.sorting == (1, Qt.SortOrder.AscendingOrder)
    assert header.accessibleDescription() == table.records_model.columns[1].title
    keys.press("Space")
    assert table.records_model.sorting == (1, Qt.SortOrder.DescendingOrder)
    assert keys.here is header
    keys.press("Down")
    assert isinstance(keys.here, RecordTable)
