"""Which colours are offered as a column, and what a learned form makes of them."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill

from minqing.forms.files.grid import Cell, Details, Merge, build_grid
from minqing.forms.form import Column, Form
from minqing.forms.naming.columns import is_fill_label
from minqing.forms.sheet import read_sheets
from minqing.forms.tables.fill_columns import fill_columns

LABELS = ("序号", "姓名", "电话", "备注")


def _offered(
    fills: Mapping[str, Mapping[int, Sequence[int]]], *, rows: int = 12, merges: Sequence[Merge] = ()
) -> dict[str, dict[int, str]]:
    cells: list[list[Cell]] = [[number, "甲", "1", "2"] for number in range(rows)]
    cells.insert(0, list(LABELS))
    held = {name: {column: array("I", which) for column, which in by.items()} for name, by in fills.items()}
    grid = build_grid("表", cells, merges=merges, details=Details(fills=held))
    return {one.label: dict(one.colours) for one in fill_columns(grid, LABELS, range(2, rows + 2))}


def test_some_cells_of_a_column() -> None:
    assert _offered({"黄": {2: [3, 7]}, "红": {2: [5], 4: [5]}}) == {
        "姓名（底色）": {3: "黄", 7: "黄", 5: "红"},
        "备注（底色）": {5: "红"},
    }


def test_rows_that_are_filled_for_the_most_part() -> None:
    assert _offered({"黄": {1: [4], 2: [4, 6], 3: [4]}}) == {"整行（底色）": {4: "黄"}, "姓名（底色）": {6: "黄"}}


@pytest.mark.parametrize(
    "fills",
    [
        {},
        {"蓝": {1: [1], 2: [1], 3: [1], 4: [1]}},
        {"黄": {2: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]}},
        {"黄": {2: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]}},
        {"灰": {one: [2, 4, 6, 8, 10, 12] for one in range(1, 5)}},
        {"灰": {one: [2, 3, 6, 7, 10, 11] for one in range(1, 5)}},
        {"灰": {2: [3, 6, 9, 12]}},
        {"黄": {2: [30, 40]}},
        {"黄": {9: [3]}},
    ],
    ids=["none", "header", "all", "nearly all", "bands", "double bands", "every third", "below", "beside"],
)
def test_what_is_no_mark(fills: Mapping[str, Mapping[int, Sequence[int]]]) -> None:
    assert _offered(fills) == {}


def test_marks_on_a_column_that_has_a_colour_of_its_own() -> None:
    own = [row for row in range(2, 14) if row not in {5, 6}]
    assert _offered({"灰": {2: own}, "黄": {2: [5, 6]}}) == {"姓名（底色）": {5: "黄", 6: "黄"}}


def test_the_fill_of_a_merged_cell_is_that_of_all_its_rows() -> None:
    found = _offered({"黄": {2: [4]}}, merges=[Merge(4, 2, 6, 2)])
    assert found == {"姓名（底色）": {4: "黄", 5: "黄", 6: "黄"}}


@pytest.mark.parametrize(("label", "known"), [("姓名（底色）", True), ("姓名(底色)", True), ("底色", False)])
def test_the_name_of_such_a_column(label: str, known: bool) -> None:
    assert is_fill_label(label) is known


def _marked(path: Path) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["姓名", "联系电话", "走访日期", "走访地址"])
    for number in range(1, 9):
        sheet.append([f"测试{number}", f"1380000010{number}", f"2026-11-0{number}", f"3栋2单元50{number}"])
    for row, colour in ((3, "FFFFFF00"), (5, "FFFF0000"), (6, "FFFFFF00")):
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=colour)
    book.save(path)
    return path


def test_a_learned_form_knows_what_a_colour_means(tmp_path: Path) -> None:
    columns = (
        Column("姓名", "head", "name"),
        Column("联系电话", "head", "phones"),
        Column("走访日期", "visit", "visited_on"),
        Column("走访地址", "household", "address"),
        Column("姓名（底色）", "visit", "result", words=(("黄", "见面"), ("红", "无人"))),
    )
    form = Form("本街道走访表", "visit", ("household", "head", "visit"), ("visit",), columns)
    (reading,) = read_sheets(_marked(tmp_path / "来表.xlsx"), form=form)
    assert [one.key for one in reading.columns][-1] == ("visit", "result")
    found = [reading.read(4, row.cells[4]) for row in reading.rows]
    assert [dict(one.values) for one in found][1:5] == [{"result": "见面"}, {}, {"result": "无人"}, {"result": "见面"}]
    assert [one.text for one in found][:2] == ["", "黄"], "the text is what the form shows"
    assert not reading.unrecognised


def test_without_a_form_a_colour_is_kept_under_its_name(tmp_path: Path) -> None:
    (reading,) = read_sheets(_marked(tmp_path / "来表.xlsx"))
    assert "姓名（底色）" in reading.unrecognised
    last = len(reading.columns) - 1
    assert [reading.read(last, row.cells[last]).text for row in reading.rows[:4]] == ["", "黄", "", "红"]


def test_one_mark_in_a_long_column_is_no_band() -> None:
    assert _offered({"黄": {2: [20]}}, rows=60) == {"姓名（底色）": {20: "黄"}}
