"""An office's blank sheet, and the exchange page on which 套用表样 is opened for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minqing.ledger import Ledger
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click
from ui.app import Desk
from ui.dialogs.form_dialog import FormDialog
from ui.pages.exchange import ExchangePage
from ui.widgets.sheet_view import Spot

LABELS = ("序号", "姓名", "性别", "公民身份号码", "联系电话", "文化程度", "走失风险", "备注")
NAME = "重点居民登记表"


def blank(path: Path, *, rows: int = 6, second: bool = False) -> Path:
    """A title, a unit line, a header in row 4, rows to fill, a signature; and another sheet if asked for."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "登记表"
    page["A1"] = NAME
    page.merge_cells("A1:H1")
    page["A2"], page["F2"] = "填报单位：", "制表时间："
    for column, label in enumerate(LABELS, 1):
        page.cell(4, column, label)
    page.cell(5 + rows, 1, "负责人：")
    check = DataValidation(type="list", formula1='"男,女"')
    check.add(f"C5:C{4 + rows}")
    page.add_data_validation(check)
    if second:
        other = book.create_sheet("住户")
        for column, label in enumerate(("门牌", "户主姓名", "房屋性质", "家庭人口"), 1):
            other.cell(1, column, label)
    book.save(path)
    return path


@pytest.fixture
def page(desk: Desk) -> ExchangePage:
    found = desk.window.show_page("exchange")
    assert isinstance(found, ExchangePage)
    QApplication.processEvents()
    return found


Open = Callable[[Path], FormDialog]


@pytest.fixture
def open_form(qtbot: QtBot, page: ExchangePage, notices: SpokenNotices) -> Open:
    """Choose a file with the button on the page, and wait for the dialog to have the keyboard."""

    def opened(path: Path) -> FormDialog:
        notices.paths = [path]
        click(page, "套用表样")
        dialog = page.forms.dialog
        assert dialog is not None, notices.said
        with qtbot.waitActive(dialog):
            dialog.activateWindow()
        return dialog

    return opened


def dialog_of(page: ExchangePage) -> FormDialog | None:
    """The dialog that the page has open."""
    return page.forms.dialog


def previewing(page: ExchangePage) -> bool:
    """Whether the preview of an import is in front."""
    return page.previewing


def chip_of(dialog: FormDialog, label: str) -> Spot:
    column = next(one.letter for one in dialog.proposal.columns if one.label == label)
    return Spot(0, ord(column) - ord("A") + 1)


def click_spot(dialog: FormDialog, spot: Spot) -> None:
    QTest.mouseClick(dialog.view.viewport(), Qt.MouseButton.LeftButton, pos=dialog.view.place_of(spot).center())


def field_of(dialog: FormDialog, label: str) -> str:
    return next(one.field for one in dialog.proposal.columns if one.label == label)


def kept(ledger: Ledger) -> list[str]:
    return [paper.name for paper in ledger.papers("form")]


def listed(page: ExchangePage) -> list[str]:
    """The learned forms on the page, by what assistive technology reads of their rows."""
    return list(page.home.forms.names)
