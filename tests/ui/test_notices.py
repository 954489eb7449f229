"""Dialogs: the safe answer is the default, passwords are asked until they will do, bugs leave a clean log."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from minqing.errors import MinqingError
from ui import crash
from ui.notices import SAVE_ACTIONS, SAVE_QUESTION, Box, PasswordBox, WindowNotices, show_crash


def press(key: str) -> None:
    """Press a button of the dialog that will open."""

    def find() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Box)
        box.buttons[key].click()

    QTimer.singleShot(0, find)


@pytest.mark.parametrize("key", ["save", "drop", "stay"])
def test_answer_is_the_pressed_button(window: QWidget, key: str) -> None:
    press(key)
    assert WindowNotices(window).ask(SAVE_QUESTION, "", SAVE_ACTIONS, "stay") == key


def test_escape_is_the_default(qtbot: QtBot, window: QWidget) -> None:
    def escape() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(0, escape)
    assert WindowNotices(window).ask(SAVE_QUESTION, "", SAVE_ACTIONS, "stay") == "stay"


def test_warning_shows_the_errors_own_sentence(window: QWidget) -> None:
    shown: list[str] = []

    def read() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Box)
        from PySide6.QtWidgets import QLabel

        shown.extend(label.text() for label in box.findChildren(QLabel))
        box.buttons["ok"].click()

    QTimer.singleShot(0, read)
    WindowNotices(window).warn(MinqingError("U 盘空间不够，还差 38 MB。请换一个位置保存。"))
    assert shown == ["U 盘空间不够，还差 38 MB。请换一个位置保存。"]


def test_password_is_asked_until_it_will_do(qtbot: QtBot) -> None:
    box = PasswordBox("新建账本", "", confirm=True, check=lambda text: "" if len(text) >= 6 else "至少 6 位。")
    qtbot.addWidget(box)
    box.show()
    assert box.fields.second is not None
    for first, second, problem in (
        ("", "", "请输入密码。"),
        ("abc", "abd", "两次输入的密码不一样。请再输一遍。"),
        ("abc", "abc", "至少 6 位。"),
        ("abcdef", "abcdef", ""),
    ):
        box.fields.first.setText(first)
        box.fields.second.setText(second)
        box.buttons["ok"].click()
        assert box.fields.error.text() == problem
    assert box.password == "abcdef"
    assert box.isHidden()


def test_cancelled_password_is_none(qtbot: QtBot) -> None:
    box = PasswordBox("打开账本", "", confirm=False, check=None)
    qtbot.addWidget(box)
    box.fields.first.setText("abc")
    box.buttons["cancel"].click()
    assert box.password is None


def test_crash_log_has_places_but_no_values(tmp_path: Path) -> None:
    name = "郭守田"
    try:
        raise ValueError(name)
    except ValueError:
        kind, _, trace = sys.exc_info()
    assert kind is not None
    text = crash.describe(kind, trace)
    path = crash.write_log(text, tmp_path / "logs", now=datetime(2026, 11, 19, 15, 20))
    assert path is not None
    assert path.name == "crash-20261119-152000.log"
    written = path.read_text("utf-8")
    assert "ValueError" in written
    assert "test_notices.py:" in written
    assert name not in written


def test_log_that_cannot_be_written_is_no_second_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    assert crash.write_log("x", blocked) is None


def test_crash_window_is_calm(window: QWidget, tmp_path: Path) -> None:
    press("ok")
    show_crash(ValueError, None, window=window, folder=tmp_path)
    assert len(list(tmp_path.glob("crash-*.log"))) == 1


def test_toast_speaks_over_the_window(window: QWidget) -> None:
    notices = WindowNotices(window)
    notices.toast("已记录", lambda: None)
    assert notices._toast.isVisible()
