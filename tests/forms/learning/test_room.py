"""How far an office's table has room, told by what is drawn under its header."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from exports.filling import fill_workbook
from minqing.forms.form import FormRow, Header
from minqing.forms.learning.office import OfficeForm
from minqing.forms.learning.proposal import propose
from minqing.records.household import Household
from minqing.records.resident import Resident

HEADER = Header("新光路街道", "生活桥社区", "", "罗×", "", "", date(2026, 11, 20))
LABELS = ("序号", "户主", "人数", "家庭类型", "备注")
Draw = Callable[[Worksheet, int], None]


def filled_cells(sheet: Worksheet, row: int) -> None:
    for column in range(1, 6):
        sheet.cell(row, column).fill = PatternFill("solid", fgColor="FFFFEE99")


def one_cell(sheet: Worksheet, row: int) -> None:
    sheet.cell(row, 5).number_format = "@"


def height(sheet: Worksheet, row: int) -> None:
    sheet.row_dimensions[row].height = 24


def form(path: Path, draw: Draw, rows: range, *, total: int = 0) -> OfficeForm:
    """A list with its header in row 2, ``rows`` formatted, and a 合计 row that adds them up."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["一户一档分组统计表"])
    sheet.append(list(LABELS))
    for row in rows:
        draw(sheet, row)
    if total:
        sheet.cell(total, 1, "合计")
        sheet.cell(total, 3, f"=SUM(C3:C{total - 1})")
    book.save(path)
    return propose(path).office


def rows(count: int) -> list[FormRow]:
    return [
        {"household": Household(population=number), "head": Resident(name=f"范立{number}")}
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize("draw", [filled_cells, one_cell, height])
@pytest.mark.parametrize("total", [0, 9])
def test_formatted_rows_are_room(tmp_path: Path, draw: Draw, total: int) -> None:
    layout = form(tmp_path / "表.xlsx", draw, range(3, 9), total=total).form.layout
    assert layout is not None
    assert (layout.first, layout.last) == (3, 8)


def test_a_format_behind_a_text_is_no_room(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(LABELS))
    for row in (2, 3, 8, 9):
        filled_cells(sheet, row)
    sheet["A5"] = "说明：本表一式两份，每月二十五日前报送"
    book.save(tmp_path / "表.xlsx")
    layout = propose(tmp_path / "表.xlsx").form.layout
    assert layout is not None
    assert layout.last == 3


@pytest.mark.parametrize("count", [3, 6, 100])
@pytest.mark.parametrize("room", [1, 6])
def test_the_total_follows_the_room_and_adds_up_every_row(tmp_path: Path, count: int, room: int) -> None:
    office = form(tmp_path / "表.xlsx", filled_cells, range(3, 3 + room), total=3 + room)
    content = fill_workbook(office.workbook, office.form, rows(count), header=HEADER)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    used = max(count, room)
    assert [sheet.cell(row, 2).value for row in range(3, 3 + count)] == [f"范立{n}" for n in range(1, count + 1)]
    assert (sheet.cell(3 + used, 1).value, sheet.cell(3 + used, 3).value) == ("合计", f"=SUM(C3:C{2 + used})")
    assert sheet.max_row == 3 + used
    assert all(sheet.cell(row, 5).fill.patternType == "solid" for row in range(3, 3 + used))
