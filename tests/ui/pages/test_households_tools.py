"""Columns chosen and remembered, rows on the clipboard as a table, what is seen as a workbook."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, press
from tests.ui.sample_book import DOOR, HEAD, PHONE, family_of
from ui.app import Desk
from ui.dialogs.columns_dialog import ColumnsDialog
from ui.pages.home import HomePages
from ui.pages.households import HouseholdsPage
from ui.preferences import load_preferences


@pytest.fixture
def page(desk: Desk) -> HouseholdsPage:
    home = desk.window.page("home")
    assert isinstance(home, HomePages)
    return home.table


def titles(page: HouseholdsPage) -> list[str]:
    return [one.title for one in page.table.records_model.columns]


def chooser(desk: Desk, page: HouseholdsPage) -> ColumnsDialog:
    page.table.setFocus()
    press("Ctrl+T", desk.window)
    [dialog] = desk.window.findChildren(ColumnsDialog)
    return dialog


def stand_on(dialog: ColumnsDialog, title: str) -> None:
    [item] = dialog.list.findItems(title, Qt.MatchFlag.MatchExactly)
    dialog.list.setCurrentItem(item)


def test_columns_by_keyboard_are_shown_at_once_and_remembered(desk: Desk, page: HouseholdsPage) -> None:
    before = titles(page)
    dialog = chooser(desk, page)
    stand_on(dialog, "网格")
    press("Space", dialog.list)
    stand_on(dialog, "标签")
    press("Space", dialog.list)
    assert titles(page) == [*(title for title in before if title != "网格"), "标签"]
    press("Alt+Up", dialog.list)
    assert titles(page)[-1] == "标签"
    press("Escape", dialog)
    assert load_preferences().columns["家庭"][-1] == "tags"
    assert HouseholdsPage(desk.session).tools.shown[-1].key == "tags"


def test_a_column_moves_but_door_and_name_stay_first(desk: Desk, page: HouseholdsPage) -> None:
    dialog = chooser(desk, page)
    stand_on(dialog, "电话")
    press("Alt+Up", dialog.list)
    assert titles(page)[:4] == ["门牌", "户主", "电话", "人口"]
    press("Alt+Up", dialog.list)
    assert titles(page)[:3] == ["门牌", "户主", "电话"]
    stand_on(dialog, "门牌")
    press("Space", dialog.list)
    assert "门牌" in titles(page)
    click(dialog, "恢复原样")
    assert titles(page)[:4] == ["门牌", "户主", "人口", "电话"]
    assert "家庭" not in load_preferences().columns


def test_sorting_by_keyboard(desk: Desk, page: HouseholdsPage) -> None:
    dialog = chooser(desk, page)
    stand_on(dialog, "人口")
    click(dialog, "按这一列排序")
    people = [len(line.file.living) for line in page.table.records_model.records]
    assert people == sorted(people)
    click(dialog, "按这一列排序")
    people = [len(line.file.living) for line in page.table.records_model.records]
    assert people == sorted(people, reverse=True)


def test_the_order_stays_when_columns_change(page: HouseholdsPage) -> None:
    page.tools.sort_by("people")
    before = [line.file.household.id for line in page.table.records_model.records]
    page.tools.take(["door", "name", "people", "notes"])
    assert [line.file.household.id for line in page.table.records_model.records] == before
    assert page.table.records_model.sorting == (2, Qt.SortOrder.AscendingOrder)
    page.tools.take(["door", "name", "notes"])
    assert page.table.records_model.sorting is None


def test_right_click_on_the_header_offers_the_columns(page: HouseholdsPage) -> None:
    header = page.table.horizontalHeader()
    header.customContextMenuRequested.emit(QPoint(20, 10))
    QApplication.processEvents()
    [menu] = [one for one in page.findChildren(QMenu) if one.isVisible()]
    area = next(one for one in menu.actions() if one.text() == "面积")
    assert not area.isChecked()
    area.trigger()
    assert "面积" in titles(page)
    menu.close()


def test_the_selection_stays_when_columns_change(desk: Desk, page: HouseholdsPage) -> None:
    page.table.select(family_of(desk.ledger).id)
    page.tools.take(["door", "name", "estate"])
    assert page.table.current_record is not None
    assert page.table.current_record.file.household.door == DOOR


def test_model_with_other_columns_keeps_qts_rules(page: HouseholdsPage) -> None:
    model = page.table.records_model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.tools.take(["door", "name", *(key for key in page.tools._columns if key not in {"door", "name"})])
    page.tools.sort_by("area")
    page.tools.take([])
    assert model.columnCount() == len(page.tools.shown)


def test_every_column_says_something_of_every_household(page: HouseholdsPage) -> None:
    page.tools.take(list(page.tools._columns))
    for one in page.tools.shown:
        for line in page.table.records_model.records:
            assert isinstance(one.column.words(line), str)
            one.value(line)
    assert page.table.horizontalScrollBar().maximum() > 0
    page.grab()


def test_selected_rows_on_the_clipboard_as_a_table(desk: Desk, page: HouseholdsPage, notices: SpokenNotices) -> None:
    page.tools.take(["door", "name", "phone"])
    page.table.setFocus()
    press("Ctrl+A", page.table)
    press("Ctrl+C", page.table)
    mime = QGuiApplication.clipboard().mimeData()
    lines = mime.text().split("\n")
    assert lines[0] == "门牌\t户主\t电话"
    assert len(lines) == len(page.table.records_model.records) + 1
    assert f"{DOOR}\t{HEAD}\t{PHONE[:3]}****{PHONE[-4:]}" in lines
    assert f"<td style=\"mso-number-format:'\\@'\">{DOOR}</td>" in mime.html()
    assert notices.said[-1].startswith(f"已复制 {len(lines) - 1} 户")


def test_one_row_is_copied_without_a_header(desk: Desk, page: HouseholdsPage) -> None:
    page.tools.take(["door", "name", "people"])
    page.table.select(family_of(desk.ledger).id)
    page.table.copy()
    assert QGuiApplication.clipboard().text() == f"{DOOR}\t{HEAD}\t2"


def test_export_is_what_is_seen(page: HouseholdsPage, notices: SpokenNotices, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    page.tools.take(["door", "name", "people", "phone", "last"])
    click(page, "该走访")
    page.tools.sort_by("people")
    notices.paths = [tmp_path / "家庭.xlsx"]
    click(page, "导出表格")
    sheet = load_workbook(BytesIO(notices.paths[0].read_bytes())).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    shown = page.table.records_model.records
    assert rows[0][0] == "家庭"
    assert "该走访" in str(rows[1][0])
    assert "按人口排序" in str(rows[1][0])
    assert rows[2] == ["门牌", "户主", "人口", "电话", "上次走访"]
    assert [row[0] for row in rows[3:]] == [line.file.household.door for line in shown]
    assert [row[2] for row in rows[3:]] == [len(line.file.living) for line in shown]
    assert all("****" in str(row[3]) for row in rows[3:] if row[3])
    assert notices.said[-1] == f"已导出 {len(shown)} 户：家庭.xlsx"


def test_nothing_to_export_is_said(page: HouseholdsPage, notices: SpokenNotices) -> None:
    page.filters.building.set_value("9")
    click(page, "空置")
    page.export()
    assert notices.said == ["表里没有户，没有可以导出的"]


def test_a_place_that_cannot_be_written_is_said(page: HouseholdsPage, notices: SpokenNotices, tmp_path: Path) -> None:
    notices.paths = [tmp_path]
    page.export()
    assert "文件夹" in notices.said[-1]


def test_grid_and_group_narrow_the_table(page: HouseholdsPage) -> None:
    groups = {group for line in page.table.records_model.records for group in line.file.care_groups}
    group = sorted(groups)[0]
    page.filters.group.set_value(group)
    assert all(group in line.file.care_groups for line in page.table.records_model.records)
    assert page.filters.limits == (group,)
    press("Escape", page.window())
    assert not page.filters.limits
