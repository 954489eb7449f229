"""The popup list: filtered by words, pinyin and initials, driven by keys, and gone when the keyboard leaves."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import compose
from ui.widgets.chooser import WIDTH, Chooser, Item

ITEMS = (
    Item("resident.name", "居民·姓名", "推荐", "名称相同", ("xm", "xingming")),
    Item("", "不填", "不对应"),
    Item("resident.name", "姓名", "居民", keys=("xm", "xingming", "jmxm")),
    Item("resident.sex", "性别", "居民", keys=("xb", "xingbie", "jmxb")),
    Item("visit.said", "走访记录", "走访", keys=("zfjl", "zoufangjilu")),
)


@pytest.fixture
def chooser(qtbot: QtBot, window: QWidget) -> Chooser:
    with qtbot.waitActive(window):
        window.activateWindow()
    made = Chooser(window, title="这一列填什么", hint="输入栏名")
    made.open(ITEMS, QRect(200, 100, 88, 40), value="resident.sex")
    return made


def press(chooser: Chooser, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(chooser.line, key)


def current(chooser: Chooser) -> str:
    return chooser.list.currentItem().text()


def test_opens_beside_its_place_on_the_present_value(chooser: Chooser) -> None:
    assert chooser.isVisible()
    assert chooser.geometry().topLeft() == QPoint(200, 143)
    assert chooser.width() == WIDTH
    assert current(chooser) == "性别"
    assert chooser.line.hasFocus()


def test_stays_inside_the_window(chooser: Chooser, window: QWidget) -> None:
    chooser.open(ITEMS, QRect(window.width() - 60, window.height() - 40, 50, 30))
    assert window.rect().contains(chooser.geometry())


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("xb", ["性别"]),
        ("xing", ["居民·姓名", "姓名", "性别"]),
        ("jmxm", ["姓名"]),
        ("ZFJL", ["走访记录"]),
        ("zzz", []),
    ],
)
def test_initials_and_pinyin(chooser: Chooser, typed: str, found: list[str]) -> None:
    QTest.keyClicks(chooser.line, typed)
    assert [item.text for item in chooser.items] == found


def test_words_and_an_input_method_that_still_composes(qtbot: QtBot, chooser: Chooser) -> None:
    compose(chooser.line, "走访")
    assert [item.text for item in chooser.items] == ["走访记录"]
    QApplication.sendEvent(chooser.line, QInputMethodEvent("jilu", []))
    with qtbot.assertNotEmitted(chooser.chosen, wait=50):
        press(chooser, Qt.Key.Key_Return)
    QApplication.sendEvent(chooser.line, QInputMethodEvent("", []))
    with qtbot.waitSignal(chooser.chosen) as chosen:
        press(chooser, Qt.Key.Key_Return)
    assert chosen.args == ["visit.said"]
    assert not chooser.isVisible()


def test_arrows_skip_the_group_heads(chooser: Chooser) -> None:
    press(chooser, Qt.Key.Key_Down)
    assert current(chooser) == "走访记录"
    press(chooser, Qt.Key.Key_Down)
    assert current(chooser) == "居民·姓名", "after the last comes the first"
    press(chooser, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert current(chooser) == "姓名"


def test_nothing_found_says_so_and_enter_does_nothing(qtbot: QtBot, chooser: Chooser) -> None:
    QTest.keyClicks(chooser.line, "qqq")
    assert "qqq" in chooser.list.item(0).text()
    with qtbot.assertNotEmitted(chooser.chosen, wait=50):
        press(chooser, Qt.Key.Key_Return)
    assert chooser.isVisible()


def test_a_click_chooses_but_not_on_a_head(qtbot: QtBot, chooser: Chooser) -> None:
    QApplication.processEvents()
    head, row = chooser.list.visualItemRect(chooser.list.item(0)), chooser.list.visualItemRect(chooser.list.item(1))
    with qtbot.assertNotEmitted(chooser.chosen, wait=50):
        QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=head.center())
    with qtbot.waitSignal(chooser.chosen) as chosen:
        QTest.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert chosen.args == ["resident.name"]


def test_closes_for_esc_and_when_the_keyboard_goes_elsewhere(qtbot: QtBot, chooser: Chooser, window: QWidget) -> None:
    with qtbot.waitSignal(chooser.closed):
        press(chooser, Qt.Key.Key_Escape)
    other = QLineEdit(window)
    other.show()
    chooser.open(ITEMS, QRect(10, 10, 50, 30))
    with qtbot.waitSignal(chooser.closed):
        other.setFocus()
    assert not chooser.isVisible()
