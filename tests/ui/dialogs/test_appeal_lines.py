"""Appeals caught during a visit: the line, a proposed class that one key accepts, what was found in the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minqing.actions.visit_drafts import CaughtAppeal
from minqing.work.proposing import BookWords, find_matters, propose_categories
from tests.ui.conftest import compose
from tests.ui.hands import press, write
from ui.dialogs.appeal_lines import AppealLines
from ui.dialogs.menu_chip import MenuChip
from ui.widgets.buttons import IconButton

TEXT = "老两口身体都好。单元门口的垃圾桶两天没清，另外楼道灯不亮。"


@pytest.fixture
def lines(qtbot: QtBot) -> AppealLines:
    made = AppealLines()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def choose(lines: AppealLines, category: str) -> None:
    pick = next(one for one in lines._picks.picks if one.choice.value == category)
    QTest.mouseClick(pick, Qt.MouseButton.LeftButton)


def chips(lines: AppealLines) -> list[MenuChip]:
    QApplication.processEvents()
    return [one for one in lines.findChildren(MenuChip) if one.isVisible()]


def test_the_likeliest_class_is_proposed_but_not_set(lines: AppealLines) -> None:
    write("楼道里电动车飞线充电", lines.edit)
    assert lines._picks.values == (propose_categories("楼道里电动车飞线充电")[0].category,)
    assert lines._lead.text() == "建议分类"
    assert lines.drafts() == [CaughtAppeal("楼道里电动车飞线充电")]


def test_one_key_accepts_the_proposal(lines: AppealLines) -> None:
    write("楼道里电动车飞线充电", lines.edit)
    press("Return")
    assert lines.drafts() == [CaughtAppeal("楼道里电动车飞线充电", "飞线充电")]


def test_the_proposal_says_why(lines: AppealLines) -> None:
    write("门口飞线充电", lines.edit)
    assert "“飞线”" in lines._picks.picks[0].toolTip()


def test_words_that_say_nothing_leave_the_class_open(lines: AppealLines) -> None:
    write("嗯", lines.edit)
    assert lines._picks.values == ()
    choose(lines, "其他")
    assert lines.drafts() == [CaughtAppeal("嗯", "其他")]


def test_arrows_take_another_class_and_enter_adds_it(lines: AppealLines) -> None:
    write("楼上漏水", lines.edit)
    QApplication.processEvents()
    press("Tab")
    press("Right")
    press("Return")
    assert lines.drafts() == [CaughtAppeal("楼上漏水", propose_categories("楼上漏水")[1].category)]
    assert lines.edit.hasFocus()


def test_what_was_chosen_stays_while_the_words_are_corrected(lines: AppealLines) -> None:
    write("楼道里电动车飞线充电", lines.edit)
    choose(lines, "其他")
    compose(lines.edit, "，很危险")
    assert lines.drafts() == [CaughtAppeal("楼道里电动车飞线充电，很危险", "其他")]
    press("Return", lines.edit)
    write("楼上漏水", lines.edit)
    press("Return", lines.edit)
    assert lines.drafts()[1] == CaughtAppeal("楼上漏水", propose_categories("楼上漏水")[0].category)


def test_enter_puts_it_into_the_list(lines: AppealLines) -> None:
    for title in ("楼上漏水", "门禁坏了"):
        write(title, lines.edit)
        press("Return")
    assert lines.edit.text() == ""
    assert [one.title for one in lines.drafts()] == ["楼上漏水", "门禁坏了"]
    assert lines._count.badge.text == "2"


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
    assert [one.title for one in lines.drafts()] == ["门禁坏了"]


def test_what_was_found_is_only_listed(lines: AppealLines) -> None:
    lines.set_found(find_matters(TEXT))
    assert [one.title for one in lines.found] == ["单元门口的垃圾桶两天没清", "楼道灯不亮"]
    assert lines.drafts() == []
    assert [(one.word, one.proposed) for one in chips(lines)] == [("垃圾分类", True), ("照明", True)]


def test_found_ones_are_taken_over_one_by_one(lines: AppealLines) -> None:
    lines.set_found(find_matters(TEXT))
    assert lines.take_found()
    assert lines.drafts() == [CaughtAppeal("单元门口的垃圾桶两天没清", "垃圾分类")]
    press("Return", chips(lines)[1])
    assert lines.drafts()[1] == CaughtAppeal("楼道灯不亮", "照明")
    assert lines.edit.hasFocus()
    assert not lines.take_found()


def test_what_is_no_appeal_does_not_come_back(lines: AppealLines) -> None:
    lines.set_found(find_matters(TEXT))
    QApplication.processEvents()
    names = {one.accessibleName(): one for one in lines.findChildren(IconButton)}
    names["“楼道灯不亮”不是诉求"].click()
    lines.set_found(find_matters(f"{TEXT}再说。"))
    assert [one.title for one in lines.found] == ["单元门口的垃圾桶两天没清"]


def test_a_class_of_the_list_can_be_changed_and_a_handler_set(lines: AppealLines) -> None:
    lines.set_book(BookWords(handlers={"照明": ("物业 冯×",)}))
    lines.set_drafts([CaughtAppeal("楼道灯不亮")])
    [category, handler] = chips(lines)
    assert (category.word, category.proposed) == ("照明", True)
    assert lines.drafts() == [CaughtAppeal("楼道灯不亮")]
    press("Space", category)
    assert lines.drafts() == [CaughtAppeal("楼道灯不亮", "照明")]
    chips(lines)[1].chosen.emit("物业 冯×")
    assert lines.drafts() == [CaughtAppeal("楼道灯不亮", "照明", "物业 冯×")]
    assert handler.accessibleName() == "责任人：未分派"
    chips(lines)[0].chosen.emit("")
    assert lines.drafts()[0].category == ""
