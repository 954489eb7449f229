"""Appeals caught during a visit: a line, a proposed category, and the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minqing.records.categories import suggest_categories
from tests.ui.conftest import compose
from tests.ui.hands import press, words, write
from ui.dialogs.appeal_lines import AppealLines
from ui.widgets.buttons import IconButton


@pytest.fixture
def lines(qtbot: QtBot) -> AppealLines:
    made = AppealLines()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def choose(lines: AppealLines, category: str) -> None:
    assert lines._picks is not None
    pick = next(one for one in lines._picks.picks if one.choice.value == category)
    QTest.mouseClick(pick, Qt.MouseButton.LeftButton)


def test_the_likeliest_category_is_proposed(lines: AppealLines) -> None:
    write("楼道里电动车飞线充电", lines.edit)
    assert lines.drafts() == [("楼道里电动车飞线充电", suggest_categories("楼道里电动车飞线充电")[0])]


def test_words_that_say_nothing_leave_the_category_open(lines: AppealLines) -> None:
    write("嗯", lines.edit)
    assert lines.drafts() == [("嗯", "")]
    choose(lines, "其他")
    assert lines.drafts() == [("嗯", "其他")]


def test_what_was_chosen_stays_while_the_words_are_corrected(lines: AppealLines) -> None:
    write("楼道里电动车飞线充电", lines.edit)
    choose(lines, "其他")
    compose(lines.edit, "，很危险")
    assert lines.drafts() == [("楼道里电动车飞线充电，很危险", "其他")]
    press("Return", lines.edit)
    write("楼上漏水", lines.edit)
    assert lines.drafts()[1] == ("楼上漏水", suggest_categories("楼上漏水")[0])


def test_enter_puts_it_into_the_list(lines: AppealLines) -> None:
    for title in ("楼上漏水", "门禁坏了"):
        write(title, lines.edit)
        press("Return")
    assert lines.edit.text() == ""
    assert [title for title, _ in lines.drafts()] == ["楼上漏水", "门禁坏了"]


def test_an_empty_line_is_marked(lines: AppealLines) -> None:
    press("Return", lines.edit)
    assert lines.edit.property("bad") is True
    write("楼上漏水", lines.edit)
    press("Return")
    assert lines.edit.property("bad") is False
    assert len(lines.drafts()) == 1


def test_one_of_the_list_can_be_taken_out(lines: AppealLines) -> None:
    for title in ("楼上漏水", "门禁坏了"):
        write(title, lines.edit)
        press("Return")
    QApplication.processEvents()
    drop = next(one for one in lines.findChildren(IconButton) if one.accessibleName() == "去掉“楼上漏水”")
    drop.click()
    assert [title for title, _ in lines.drafts()] == ["门禁坏了"]
    assert "未分类" not in words(lines)
