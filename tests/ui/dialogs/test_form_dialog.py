"""套用表样: an office's blank sheet is learned with the mouse and by keyboard alone, corrected, saved, taken back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from minqing.actions.forms import office_forms
from minqing.ledger import Ledger
from tests.ui.conftest import SpokenNotices, compose
from tests.ui.hands import click, press
from tests.ui.office_form import (
    NAME,
    Open,
    blank,
    chip_of,
    click_spot,
    field_of,
    kept,
    listed,
    open_form,
    page,
)
from ui.pages.exchange import ExchangePage
from ui.widgets.sheet_view import Certainty, Spot

FIRST_PAGE = "exchange"
__all__ = ["open_form", "page"]


def test_shows_the_sheet_with_a_chip_over_every_column(open_form: Open, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    tags = {tag.column: tag for tag in dialog.view.plan.marks.tags}
    assert [tags[column].words for column in (1, 2, 3, 4)] == ["序号", "居民·姓名", "居民·性别", "居民·身份证号"]
    assert tags[7].certainty is Certainty.NONE
    assert dialog.name.text() == NAME, "the sheet's title"
    assert dialog.count.text() == "每行是一位居民；8 栏中 7 栏已认出；1 栏不填"
    assert (dialog.rows.top.value(), dialog.rows.first.value()) == (4, 5)
    assert dialog.view.hasFocus()
    assert dialog.sheet.isHidden()
    assert "A 列“序号”" in dialog.hint.text()


def test_learned_with_the_mouse_corrected_and_taken_back(
    open_form: Open, page: ExchangePage, ledger: Ledger, notices: SpokenNotices, tmp_path: Path
) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    click_spot(dialog, chip_of(dialog, "走失风险"))
    assert dialog.fields.isVisible()
    QTest.keyClicks(dialog.fields.line, "jkzk")
    row = dialog.fields.list.visualItemRect(dialog.fields.list.item(1))
    QTest.mouseClick(dialog.fields.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert field_of(dialog, "走失风险") == "resident.health"
    assert dialog.view.plan.marks.tags[6].certainty is Certainty.CHOSEN
    click(dialog, "保存表样")
    QApplication.processEvents()
    assert notices.said[-1] == f"已学会“{NAME}”"
    assert kept(ledger) == [NAME]
    (office,) = office_forms(ledger)
    assert {column.letter: column.attribute for column in office.form.columns}["G"] == "health"
    assert listed(page) == [NAME]
    assert page.home.export.form.currentText() == NAME, "ready to be filled"
    notices.undos[-1]()
    assert kept(ledger) == []
    assert listed(page) == []
    assert page.home.export.form.findText(NAME) < 0


def test_learned_by_keyboard_alone(open_form: Open, ledger: Ledger, notices: SpokenNotices, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    for _ in range(6):
        press("Right")
    press("Return")
    compose(dialog.fields.line, "居民健康")
    press("Return")
    assert dialog.view.hasFocus(), "the keyboard is back on the sheet"
    assert field_of(dialog, "走失风险") == "resident.health"
    press("Right")
    press("Delete")
    assert field_of(dialog, "备注") == ""
    press("Up")
    press("Up")
    assert dialog.view.spot == Spot(2, 8)
    for _ in range(2):
        press("Left")
    press("Return")
    assert dialog.cells.isVisible()
    QTest.keyClicks(dialog.cells.line, "sd")
    press("Return")
    assert dict(dialog.proposal.layout.cells)["F2"] == "制表时间：{period}"
    press("Ctrl+Return")
    assert notices.said[-1] == f"已学会“{NAME}”"
    (office,) = office_forms(ledger)
    assert ("F2", "制表时间：{period}") in (office.form.layout.cells if office.form.layout else ())


def test_numbers_are_masked_by_a_box_in_the_popup(open_form: Open, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    click_spot(dialog, chip_of(dialog, "姓名"))
    assert not dialog.fields.masked.isVisible()
    press("Escape")
    assert dialog.isVisible()
    assert not dialog.fields.isVisible()
    click_spot(dialog, chip_of(dialog, "公民身份号码"))
    QTest.mouseClick(dialog.fields.masked, Qt.MouseButton.LeftButton, pos=QPoint(8, 12))
    press("Escape")
    assert dialog.form.columns[3].masked
    assert dialog.view.plan.marks.tags[3].masked
    assert "遮掩" in dialog.view.plan.marks.tags[3].tip


def test_a_proposal_that_was_looked_at_is_confirmed(open_form: Open, tmp_path: Path) -> None:
    path = blank(tmp_path / "表一.xlsx")
    book = openpyxl.load_workbook(path)
    book["登记表"]["D4"] = "公民的身份号码"
    book.save(path)
    dialog = open_form(path)
    assert "其中 1 栏请核对" in dialog.count.text()
    click_spot(dialog, chip_of(dialog, "公民的身份号码"))
    press("Return")
    assert field_of(dialog, "公民的身份号码") == "resident.id_number"
    assert "请核对" not in dialog.count.text()


def test_likely_fields_come_first_and_taken_ones_say_where(open_form: Open, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    click_spot(dialog, chip_of(dialog, "姓名"))
    items = dialog.fields.items
    assert (items[0].text, items[0].group, items[0].value) == ("居民·姓名", "推荐", "resident.name")
    assert next(item.text for item in items if item.group == "不对应") == "不填"
    assert next(item.note for item in items if item.value == "resident.sex" and item.group == "居民") == "已在 C 列"
    groups = list(dict.fromkeys(item.group for item in items))
    assert groups[:4] == ["推荐", "不对应", "居民", "户主"]


def test_a_field_moves_from_the_column_that_had_it(open_form: Open, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    click_spot(dialog, chip_of(dialog, "走失风险"))
    QTest.keyClicks(dialog.fields.line, "jmxb")
    press("Return")
    assert (field_of(dialog, "走失风险"), field_of(dialog, "性别")) == ("resident.sex", "")


def test_a_cell_is_filled_in_own_words_or_left_as_it_is(open_form: Open, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    click_spot(dialog, Spot(2, 1))
    assert dialog.cells.written.text() == "填报单位：〔社区〕"
    dialog.cells.written.setFocus()
    dialog.cells.written.setText("填报单位：〔街道〕〔社区〕")
    press("Return")
    assert dict(dialog.proposal.layout.cells)["A2"] == "填报单位：{street}{community}"
    assert [tag.text for tag in dialog.view.plan.marks.cells if tag.column == 1] == ["街道、社区"]
    click_spot(dialog, Spot(2, 1))
    QTest.keyClicks(dialog.cells.line, "zyy")
    press("Return")
    assert "A2" not in dict(dialog.proposal.layout.cells)
    click_spot(dialog, Spot(2, 6))
    press("Escape")
    press("Delete")
    assert "F2" not in dict(dialog.proposal.layout.cells)


def test_rows_by_spin_boxes_and_by_a_menu_on_the_row_number(open_form: Open, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    dialog.rows.last.setValue(9)
    assert (dialog.proposal.layout.first, dialog.proposal.layout.last) == (5, 9)
    place = dialog.view.place_of(Spot(7, 1))
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, place.center().y()))
    (menu,) = [one for one in dialog.findChildren(QMenu) if one.isVisible()]
    next(action for action in menu.actions() if action.text() == "从第 7 行开始填").trigger()
    menu.close()
    assert (dialog.proposal.layout.first, dialog.proposal.layout.last) == (7, 9)
    assert dialog.rows.first.value() == 7


def test_rows_that_cannot_be_are_refused(open_form: Open, notices: SpokenNotices, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    dialog.rows.first.setValue(3)
    assert "表头" in notices.said[-1]
    assert dialog.rows.first.value() == 5


def test_another_header_is_read_anew(open_form: Open, notices: SpokenNotices, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    dialog.rows.header_changed.emit(3, 4)
    assert dialog.proposal.layout.header == (3, 4)
    dialog.rows.header_changed.emit(14, 14)
    assert "表头" in notices.said[-1]
    assert dialog.proposal.layout.header == (3, 4)
    assert dialog.rows.top.value() == 3


def test_the_sheets_of_a_file_are_offered(open_form: Open, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx", second=True))
    assert dialog.sheet.isVisible()
    assert dialog.sheet.currentText() == "登记表"
    dialog.sheet.setCurrentText("住户")
    dialog.sheet.activated.emit(dialog.sheet.currentIndex())
    assert dialog.form.sheet == "住户"
    assert dialog.form.subject == "household"
    assert len(dialog.view.plan.marks.tags) == 4
    assert dialog.view.plan.look.sheet == "住户"


def test_a_name_that_is_taken(open_form: Open, ledger: Ledger, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    dialog.name.setFocus()
    dialog.name.selectAll()
    compose(dialog.name, "民情台账")
    assert "换一个" in dialog.count.text()
    assert not dialog.save_button.isEnabled()
    dialog.name.selectAll()
    compose(dialog.name, "街道重点居民表")
    assert dialog.save_button.isEnabled()
    press("Ctrl+Return")
    assert kept(ledger) == ["街道重点居民表"]


def test_corrections_are_not_lost_by_esc(open_form: Open, notices: SpokenNotices, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    press("Delete")
    notices.answers = ["stay", "drop"]
    press("Escape")
    assert dialog.isVisible()
    press("Escape")
    QApplication.processEvents()
    assert not isValid(dialog) or not dialog.isVisible()


def test_nothing_is_asked_when_nothing_was_corrected(open_form: Open, notices: SpokenNotices, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    press("Escape")
    QApplication.processEvents()
    assert not isValid(dialog) or not dialog.isVisible()
    assert notices.said == []
