"""F1, the status bar, the menu and what really is connected to keys say the same, on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.sample_book import family_of
from ui.app import Desk
from ui.dialogs.keys_dialog import KeysDialog
from ui.pages.base import Page
from ui.widgets.text import KeyCap

_PAGES = ("today", "building", "home", "household", "visits", "appeals", "exchange", "stats", "settings")
_COMMAND = re.compile(r"(?:Ctrl|Alt|Shift)\+\S+|F\d+|PgUp|PgDown|Delete")
_OF_WIDGETS = {"Ctrl+C", "Ctrl+Enter", "Delete", "PgUp", "PgDown", "Shift+←", "Shift+↑↓"}
"""Keys that a list or a form hears by itself, without a shortcut of the window; each has its own test."""
_SPOKEN = {"PgDn": "PgDown", "PgUp": "PgUp"}


def show(desk: Desk, key: str) -> Page:
    if key == "household":
        desk.go("household", family_of(desk.ledger).id)
    else:
        desk.window.show_page(key)
    QApplication.processEvents()
    page = desk.window.current_page
    assert page is not None
    return page.front


def parts(listed: str) -> list[str]:
    """``PgUp PgDn`` and ``Ctrl+E / Ctrl+P`` are two keys."""
    found = [part for part in re.split(r"[\s/]+", listed) if part]
    return [_SPOKEN.get(part, part) for part in found]


def listed(desk: Desk) -> list[str]:
    """The keys in the list that F1 shows."""
    desk.show_keys()
    [dialog] = [one for one in desk.window.findChildren(KeysDialog) if one.isVisible()]
    caps = [one.text() for one in dialog.findChildren(KeyCap)]
    dialog.close()
    dialog.setParent(None)
    return caps


def connected(desk: Desk) -> list[str]:
    """The keys that the window's shortcuts and actions hear now."""
    window = Qt.ShortcutContext.WindowShortcut
    cuts = [one for one in desk.window.findChildren(QShortcut) if one.isEnabled() and one.context() is window]
    keys = [one.key() for one in cuts]
    keys += [key for one in desk.window.findChildren(QAction) for key in one.shortcuts()]
    return [key.toString() for key in keys]


@pytest.mark.parametrize("key", _PAGES)
def test_no_two_actions_share_a_key(desk: Desk, key: str) -> None:
    show(desk, key)
    assert [name for name, count in Counter(connected(desk)).items() if count > 1] == []


@pytest.mark.parametrize("key", _PAGES)
def test_every_key_is_in_the_list_once(desk: Desk, key: str) -> None:
    page = show(desk, key)
    caps = listed(desk)
    assert [name for name, count in Counter(caps).items() if count > 1] == []
    named = {QKeySequence(part).toString() for cap in caps for part in parts(cap)}
    pages = {f"Ctrl+{number}" for number in range(1, 10)}
    assert sorted(set(connected(desk)) - named - pages) == []
    assert {QKeySequence(one).toString() for one in page.shortcuts} <= named


@pytest.mark.parametrize("key", _PAGES)
def test_every_key_in_the_list_does_something(desk: Desk, key: str) -> None:
    show(desk, key)
    heard = set(connected(desk))
    wanted = [part for cap in listed(desk) for part in parts(cap) if _COMMAND.fullmatch(part) and "~" not in part]
    assert [one for one in wanted if QKeySequence(one).toString() not in heard and one not in _OF_WIDGETS] == []


@pytest.mark.parametrize("key", _PAGES)
def test_the_status_bar_tells_keys_of_the_list(desk: Desk, key: str) -> None:
    show(desk, key)
    told = [name for name, _ in desk.window.status.keys._keys]
    assert len(told) == len(set(told))
    assert set(told) <= set(listed(desk))


def test_the_menu_names_keys_that_work(desk: Desk) -> None:
    named = [action.text().partition("\t")[2] for action in desk.menu.actions()]
    assert {QKeySequence(one).toString() for one in named if one} <= set(connected(desk))


@pytest.mark.parametrize("key", _PAGES)
def test_every_key_of_a_page_reaches_what_it_is_for(
    desk: Desk, key: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show(desk, key)
    done: list[str] = []
    names = list(page.shortcuts)

    def noter(name: str) -> Callable[[], object]:
        return lambda: done.append(name)

    ways = {name: noter(name) for name in names}
    monkeypatch.setattr(type(page), "shortcuts", property(lambda _: ways))
    for name in names:
        cut = next(one for one in desk.window.findChildren(QShortcut) if one.key() == QKeySequence(name))
        assert cut.isEnabled(), name
        cut.activated.emit()
    assert done == names
