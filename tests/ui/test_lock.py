"""The lock: nothing can be seen or done without the password, and nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.sample_book import PASSWORD
from ui import theme
from ui.app import Desk


def colours(window: QWidget) -> set[str]:
    image = window.grab().toImage()
    spots = [(x, y) for x in range(5, image.width(), 97) for y in range(5, image.height(), 61)]
    return {image.pixelColor(x, y).name().upper() for x, y in spots}


def test_the_screen_shows_nothing_until_the_password_is_typed(desk: Desk, qtbot: QtBot) -> None:
    box = QLineEdit(desk.window)
    box.setText("没写完")
    desk.lock.lock()
    dialog = desk.lock.dialog
    assert dialog is not None
    assert colours(desk.window) == {theme.COVER}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    dialog.password.setText("wrong")
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    assert "密码不对" in dialog.problem.text()
    dialog.password.setText(PASSWORD)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    assert desk.lock.dialog is None
    assert colours(desk.window) != {theme.COVER}
    assert box.text() == "没写完"


def test_an_open_dialog_is_covered_and_still_there_afterwards(desk: Desk, qtbot: QtBot) -> None:
    other = QDialog(desk.window)
    other.resize(300, 200)
    other.open()
    desk.lock.lock()
    assert colours(other) == {theme.COVER}
    dialog = desk.lock.dialog
    assert dialog is not None
    dialog.password.setText(PASSWORD)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    assert other.isVisible()
    other.close()


def test_it_locks_by_itself_and_a_key_puts_it_off(desk: Desk, qtbot: QtBot) -> None:
    desk.lock.set_minutes(5)
    assert desk.lock.interval == 300_000
    clock = desk.lock._clock
    clock.setInterval(150)
    for _ in range(4):
        QTest.keyClick(desk.window, Qt.Key.Key_Shift)
        QTest.qWait(60)
    assert not desk.lock.locked
    qtbot.waitUntil(lambda: desk.lock.locked, timeout=5000)
    desk.lock.set_minutes(0)
    assert desk.lock.interval == 0


def test_ctrl_l_locks(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.lock.dialog is not None
    desk.lock.dialog.accept()
