"""Rows of a fixed height are made higher where a long text would be cut off on paper, and nowhere else."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from exports.filling import fill_workbook
from minqing.forms.form import Column, Form, FormRow, Header, Layout
from minqing.records.household import Household
from minqing.records.resident import Resident

LONG = "老人独居，子女在外地，每周二、周五社区上门看望，冬天要帮着交取暖费，电灯坏了报物业。"
FORM = Form(
    name="名单",
    subject="resident",
    slots=("household", "resident"),
    keys=("resident",),
    sheet="名单",
    columns=(
        Column("姓名", "resident", "name", letter="A"),
        Column("备注", "resident", "notes", letter="B"),
        Column("家庭情况", "household", "situation", letter="C"),
    ),
    layout=Layout(header=(1,), first=2, last=3, cells=()),
)


def blank(*, wrap: bool = True, height: float | None = 20, merged: str = "") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "名单"
    sheet.append(["姓名", "备注", "家庭情况"])
    for row in (2, 3):
        for column in (1, 2, 3):
            cell = sheet.cell(row, column)
            cell.alignment = Alignment(wrap_text=wrap)
            cell.font = Font(sz=11)
        if height:
            sheet.row_dimensions[row].height = height
    sheet.cell(4, 1, "签字")
    sheet.row_dimensions[4].height = 18
    sheet.column_dimensions["B"].width = 20
    if merged:
        sheet.merge_cells(merged)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rows(*notes: str) -> list[FormRow]:
    return [{"resident": Resident(name="范立新", notes=one), "household": Household()} for one in notes]


def filled(header: Header, workbook: bytes, *notes: str, form: Form = FORM) -> Worksheet:
    content = fill_workbook(workbook, form, rows(*notes), header=header)
    found = openpyxl.load_workbook(io.BytesIO(content))["名单"]
    assert isinstance(found, Worksheet)
    return found


def heights(sheet: Worksheet, *numbers: int) -> list[float | None]:
    return [sheet.row_dimensions[number].height for number in numbers]


def test_only_the_row_that_would_hide_text_grows(header: Header) -> None:
    sheet = filled(header, blank(), "好", LONG, LONG, "好")
    small, big, added, last, footer = heights(sheet, 2, 3, 4, 5, 6)
    assert (small, last, footer) == (20, 20, 18)
    assert big == added
    assert big is not None
    assert 5 * 11 < big < 8 * 11 * 1.5, "86 digits' width in columns of 20"


@pytest.mark.parametrize("notes", ["好", "一行刚好够放"])
def test_what_fits_stays(header: Header, notes: str) -> None:
    assert heights(filled(header, blank(), notes), 2) == [20]


def test_lines_that_were_typed_count(header: Header) -> None:
    (height,) = heights(filled(header, blank(), "一\n二\n三\n四"), 2)
    assert height is not None
    assert height >= 4 * 11


@pytest.mark.parametrize(
    ("workbook", "expected"),
    [(blank(wrap=False), 20), (blank(height=None), None), (blank(merged="B2:B3"), 20)],
)
def test_rows_that_hide_nothing_or_grow_by_themselves_stay(
    header: Header, workbook: bytes, expected: float | None
) -> None:
    sheet = filled(header, workbook, LONG)
    assert heights(sheet, 2) == [expected]


def test_a_merged_block_is_as_wide_as_its_columns(header: Header) -> None:
    (narrow,) = heights(filled(header, blank(), LONG), 2)
    (wide,) = heights(filled(header, blank(merged="B2:C2"), LONG), 2)
    assert narrow is not None
    assert wide is not None
    assert wide < narrow


def test_a_single_cell_makes_its_row_higher(header: Header) -> None:
    form = replace(FORM, layout=Layout(header=(1,), first=2, last=2, cells=(("B3", LONG), ("A4", "签字"))))
    sheet = filled(header, blank(), "好", form=form)
    assert sheet["B3"].value == LONG
    height, other = heights(sheet, 3, 4)
    assert height is not None
    assert height > 40
    assert other == 18


def test_no_row_is_higher_than_programs_draw(header: Header) -> None:
    assert heights(filled(header, blank(), LONG * 30), 2) == [409.5]
