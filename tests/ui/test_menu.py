"""The menu behind the name: it says what 撤销 would take back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minqing.records.household import Household
from ui.app import Desk
from ui.menu import NOTHING_TO_UNDO


def test_the_last_change_is_named_and_taken_back(desk: Desk, qtbot: QtBot) -> None:
    def change(label: str) -> None:
        home = desk.ledger.records(Household)[0]
        with desk.ledger.change(label) as tx:
            tx.update(home.with_values({"notes": label}))
        desk.session.report(tx.changes, label)

    change("先改一次")
    change("再改一次")
    qtbot.waitUntil(lambda: "再改一次" in desk.menu.undo.text())
    desk.menu.undo.trigger()
    qtbot.waitUntil(lambda: "先改一次" in desk.menu.undo.text())
    assert desk.ledger.records(Household)[0].notes == "先改一次"


def test_a_long_label_is_cut_and_nothing_is_said_plainly(desk: Desk) -> None:
    desk.menu.offer_undo("导" * 60)
    assert len(desk.menu.undo.text()) < 45
    desk.menu.offer_undo("")
    assert desk.menu.undo.text() == NOTHING_TO_UNDO
    assert not desk.menu.undo.isEnabled()


def test_the_keyboard_opens_it(desk: Desk) -> None:
    person = desk.window.top.person
    person.setFocus()
    QTest.keyClick(person, Qt.Key.Key_Return)
    assert desk.menu.isVisible()
    desk.menu.close()
    assert "罗×" in person.accessibleName()
