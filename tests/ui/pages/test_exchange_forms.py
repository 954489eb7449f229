"""Learned forms on the exchange page: opened by drop or by button, filled, corrected, passed on and forgotten."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from minqing.actions.forms import learn_form
from minqing.forms.learning.office import OfficeForm, pack, unpack
from minqing.ledger import Ledger
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, press
from tests.ui.office_form import (
    NAME,
    Open,
    blank,
    chip_of,
    click_spot,
    dialog_of,
    field_of,
    kept,
    listed,
    open_form,
    page,
    previewing,
)
from ui.dialogs.form_opening import FormFlow
from ui.hub import Hub
from ui.jobs import Jobs
from ui.pages.exchange import ExchangePage
from ui.session import Session

FIRST_PAGE = "exchange"
__all__ = ["open_form", "page"]


def test_saved_as_a_file_which_another_book_learns(
    open_form: Open, page: ExchangePage, ledger: Ledger, notices: SpokenNotices, tmp_path: Path
) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    click_spot(dialog, chip_of(dialog, "走失风险"))
    QTest.keyClicks(dialog.fields.line, "jkzk")
    press("Return")
    notices.paths = [tmp_path / "给同事"]
    click(dialog, "另存为文件…")
    saved = tmp_path / "给同事.mqform"
    assert notices.said[-1] == "已另存表样：给同事.mqform"
    assert unpack(saved.read_bytes()).form == dialog.form
    dialog.reject()
    notices.answers = ["drop"]
    dialog.reject()
    page.open_file(saved)
    again = page.forms.dialog
    assert again is not None
    assert again.form.name == NAME
    assert field_of(again, "走失风险") == "resident.health"
    assert again.proposal.layout == unpack(saved.read_bytes()).form.layout
    again.save()
    assert kept(ledger) == [NAME]


def test_dropped_on_the_learned_forms_a_workbook_is_learned(page: ExchangePage, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(blank(tmp_path / "表一.xlsx")))])
    place = page.home.forms.mapTo(page, page.home.forms.rect().center())
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(place.toPointF(), actions, data, Qt.MouseButton.LeftButton, none))
    assert dialog_of(page) is not None
    assert not previewing(page)


def test_a_blank_sheet_that_was_to_be_imported_may_be_learned(
    page: ExchangePage, notices: SpokenNotices, tmp_path: Path
) -> None:
    path = blank(tmp_path / "表一.xlsx")
    page.open_file(path)
    assert previewing(page)
    assert notices.said == ["“表一.xlsx”里没有行"]
    notices.answers = ["learn"]
    page.open_file(path)
    assert not previewing(page)
    assert dialog_of(page) is not None


def test_the_list_fills_corrects_saves_and_forgets(
    open_form: Open, page: ExchangePage, ledger: Ledger, notices: SpokenNotices, tmp_path: Path
) -> None:
    open_form(blank(tmp_path / "表一.xlsx")).save()
    QApplication.processEvents()
    notices.paths = [tmp_path / "填好的.xlsx"]
    click(page.home.forms, "填写导出")
    assert notices.said[-1].startswith("已导出 ")
    filled = openpyxl.load_workbook(tmp_path / "填好的.xlsx")["登记表"]
    assert filled["A1"].value == NAME
    assert filled["B5"].value
    click(page.home.forms, "改")
    dialog = page.forms.dialog
    assert dialog is not None
    assert dialog.name.text() == NAME
    dialog.close()
    QApplication.processEvents()
    notices.paths = [tmp_path / "存.mqform"]
    click(page.home.forms, "另存…")
    assert unpack((tmp_path / "存.mqform").read_bytes()).form.name == NAME
    click(page.home.forms, "忘掉")
    assert notices.said[-1] == f"已忘掉表样“{NAME}”"
    assert kept(ledger) == []
    notices.undos[-1]()
    assert listed(page) == [NAME]


def test_files_that_cannot_be_learned_say_so(page: ExchangePage, notices: SpokenNotices, tmp_path: Path) -> None:
    prose = tmp_path / "通知.xlsx"
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet["A1"] = "关于报送材料的通知"
    book.save(prose)
    page.forms.open(prose)
    assert "没有找到表头" in notices.said[-1]
    broken = tmp_path / "坏的.mqform"
    broken.write_bytes(b"not a form")
    page.forms.open(broken)
    assert "表样" in notices.said[-1]
    page.forms.open(tmp_path / "没有.mqform")
    assert "没有.mqform" in notices.said[-1]
    assert dialog_of(page) is None


def test_a_locked_workbook_asks_for_its_password(page: ExchangePage, notices: SpokenNotices, tmp_path: Path) -> None:
    from exports.workbook import encrypted

    locked = tmp_path / "加密.xlsx"
    locked.write_bytes(encrypted(blank(tmp_path / "表一.xlsx").read_bytes(), "暗号123"))
    page.forms.open(locked)
    assert notices.said == ["“加密.xlsx”设了打开密码"]
    assert dialog_of(page) is None
    page.forms.open(locked, "暗号123")
    assert dialog_of(page) is not None


def test_a_form_of_the_same_name_is_replaced(open_form: Open, ledger: Ledger, tmp_path: Path) -> None:
    dialog = open_form(blank(tmp_path / "表一.xlsx"))
    office = OfficeForm(dialog.form, dialog.proposal.workbook)
    dialog.reject()
    learn_form(ledger, office)
    assert pack(office)
    again = open_form(tmp_path / "表一.xlsx")
    assert "替换" in again.count.text()
    assert again.save_button.isEnabled()


def test_on_a_thread_of_its_own_the_sheet_is_read_and_read_anew(
    qtbot: QtBot, ledger: Ledger, window: QWidget, jobs: Jobs, tmp_path: Path
) -> None:
    flow = FormFlow(Session(ledger, jobs=jobs, notices=SpokenNotices(), hub=Hub()), window)
    flow.open(blank(tmp_path / "表一.xlsx", second=True))
    qtbot.waitUntil(lambda: flow.dialog is not None)
    dialog = flow.dialog
    assert dialog is not None
    dialog.rows.header_changed.emit(3, 4)
    dialog.name.textEdited.emit("读的时候改名")
    assert dialog.form.name == NAME, "while the sheet is read anew nothing is corrected"
    qtbot.waitUntil(lambda: dialog.proposal.layout.header == (3, 4))
    dialog.save()
    qtbot.waitUntil(lambda: kept(ledger) == [NAME])
