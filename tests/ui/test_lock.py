"""The lock: nothing can be seen or done without the password, and nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QClipboard, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from minqing.actions.visit_drafts import visit_drafts
from minqing.ledger import Ledger
from minqing.records.visit import Visit
from tests.ui.hands import drawer_of, line, write
from tests.ui.sample_book import DOOR, HEAD, PASSWORD, PHONE, WIFE, family_of, member_of
from ui import theme
from ui.app import Desk
from ui.dialogs.visit_drawer import VisitDrawer
from ui.notices import Box, WindowNotices


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
        QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_Shift)
        QTest.qWait(60)
    assert not desk.lock.locked
    qtbot.waitUntil(lambda: desk.lock.locked, timeout=5000)
    desk.lock.set_minutes(0)
    assert desk.lock.interval == 0


def test_what_an_input_method_writes_puts_it_off(desk: Desk, qtbot: QtBot) -> None:
    box = QLineEdit(desk.window)
    box.show()
    box.setFocus()
    desk.lock.set_minutes(5)
    before = desk.lock._clock.remainingTime()
    qtbot.wait(30)
    typed = QInputMethodEvent()
    typed.setCommitString("王")
    QApplication.sendEvent(QApplication.focusObject(), typed)
    assert box.text() == "王"
    assert desk.lock._clock.remainingTime() > before - 30


def test_ctrl_l_locks(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert desk.lock.dialog is not None
    desk.lock.dialog.accept()


def unlock(desk: Desk) -> None:
    dialog = desk.lock.dialog
    assert dialog is not None
    dialog.password.setText(PASSWORD)
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    assert not desk.lock.locked


def test_text_in_a_drawer_is_kept_as_a_draft_and_still_there_afterwards(desk: Desk, qtbot: QtBot) -> None:
    home = family_of(desk.ledger)
    desk.go("record_visit", home.id)
    drawer = drawer_of(desk.window, VisitDrawer)
    write("老两口都在家，想装扶手", line(drawer, "民情记录"))
    desk.lock.lock()
    assert colours(desk.window) == {theme.COVER}
    qtbot.waitUntil(lambda: len(visit_drafts(desk.ledger)) == 1, timeout=5000)
    [draft] = visit_drafts(desk.ledger)
    assert draft.entered["said"] == "老两口都在家，想装扶手"
    unlock(desk)
    assert drawer_of(desk.window, VisitDrawer) is drawer
    drawer.save()
    assert any("想装扶手" in one.said for one in desk.ledger.records(Visit))


def test_no_title_names_anybody(desk: Desk) -> None:
    home = family_of(desk.ledger)
    for key, payload in (("household", home.id), ("record_visit", home.id), ("print", home.id)):
        desk.go(key, payload)
    desk.lock.lock()
    titles = {one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle()}
    assert "民情账本" in titles
    assert [one for one in titles if any(word in one for word in (HEAD, WIFE, DOOR, PHONE))] == []
    assert desk.window.windowIconText() == ""


def test_what_was_copied_is_put_away_and_comes_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.pocket.owned", lambda board, mode: mode is QClipboard.Mode.Clipboard)
    board = QApplication.clipboard()
    board.setText("16955501234")
    desk.lock.lock()
    assert board.text() == ""
    unlock(desk)
    assert board.text() == "16955501234"
    desk.lock.lock()
    board.setText("别的程序里抄的")
    unlock(desk)
    assert board.text() == "别的程序里抄的"


def test_what_comes_from_another_program_stays_on_the_clipboard(desk: Desk) -> None:
    board = QApplication.clipboard()
    board.setText("别的程序里抄的")
    desk.lock.lock()
    assert board.text() == "别的程序里抄的"
    unlock(desk)


def test_numbers_shown_are_hidden_again(desk: Desk) -> None:
    head = member_of(desk.ledger, HEAD)
    desk.session.revealing.show((head.id, "phones"))
    assert desk.session.revealing.shows(head.id, "phones")
    desk.lock.lock()
    assert not desk.session.revealing.shows(head.id, "phones")
    unlock(desk)


def test_a_toast_waits_until_it_may_be_read(desk: Desk) -> None:
    voice = WindowNotices(desk.window)
    voice.gate = desk.lock
    desk.lock.lock()
    voice.toast(f"已记录 {DOOR} {HEAD}")
    assert not voice._toast.isVisible()
    assert colours(desk.window) == {theme.COVER}
    unlock(desk)
    assert voice._toast.isVisible()
    assert HEAD in voice._toast.text


def test_a_question_waits_until_it_may_be_read(desk: Desk, qtbot: QtBot) -> None:
    voice = WindowNotices(desk.window)
    voice.gate = desk.lock
    seen: list[bool] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, Box):
            seen.append(desk.lock.locked)
            box.buttons["ok"].click()
        else:
            QTimer.singleShot(20, answer)

    desk.lock.lock()
    QTimer.singleShot(60, lambda: unlock(desk))
    QTimer.singleShot(0, answer)
    voice.tell(f"{DOOR} {HEAD} 没有存进去")
    assert seen == [False]


def test_the_desk_speaks_through_its_lock(ledger: Ledger, qtbot: QtBot) -> None:
    desk = Desk(ledger, inline=True)
    qtbot.addWidget(desk.window)
    assert isinstance(desk.session.notices, WindowNotices)
    assert desk.session.notices.gate is desk.lock
