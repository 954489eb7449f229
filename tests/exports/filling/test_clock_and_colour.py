"""A moment in three columns, and columns of colours, in an office's own table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import openpyxl
import pytest

from exports.filling import fill_workbook
from minqing.forms.form import Column, Form, FormRow, Header
from minqing.forms.learning.office import OfficeForm
from minqing.forms.learning.proposal import propose
from minqing.forms.sheet import SheetReading, read_sheets
from minqing.records.appeal import Appeal

HEADER = Header("新光路街道", "生活桥社区", "", "罗×", "", "", date(2026, 11, 20))
ROWS: list[FormRow] = [
    {"appeal": Appeal(title="漏水", text="楼上漏水", registered_on=date(2026, 11, 16), registered_at=time(15, 5))},
    {"appeal": Appeal(title="停电", text="停电了", registered_on=date(2026, 11, 17), registered_at=time(9, 0))},
    {"appeal": Appeal(title="噪声", text="太吵", registered_on=date(2026, 11, 18))},
]


def learned(path: Path, labels: str) -> OfficeForm:
    book = openpyxl.Workbook()
    book.worksheets[0].append(labels.split("|"))
    book.save(path)
    return propose(path).office


def filled(office: OfficeForm, form: Form, path: Path) -> list[list[object]]:
    path.write_bytes(fill_workbook(office.workbook, form, ROWS, header=HEADER))
    rows: list[list[object]] = [list(row) for row in openpyxl.load_workbook(path).worksheets[0].values]
    return rows[1:]


def read(form: Form, path: Path) -> SheetReading:
    (reading,) = read_sheets(path, form=form, sheet=form.sheet)
    return reading


@pytest.mark.parametrize(
    "labels",
    [
        "事件名称|事件简述|发生时间|时|分|发生地点",
        "反馈时间|时|分|事件名称|事件简述|发生时间|时|分",
        "事件名称|事件简述|发生时间/日期|发生时间/时|发生时间/分",
    ],
)
@pytest.mark.parametrize("field", ["", "appeal.registered_on"])
def test_day_hour_and_minute_go_into_columns_of_their_own_and_come_back(
    tmp_path: Path, labels: str, field: str
) -> None:
    office = learned(tmp_path / "空表.xlsx", labels)
    form = office.form
    place = next(place for place, one in enumerate(form.columns) if one.label.startswith("发生时间"))
    assert form.columns[place].attribute == "moment"
    if field:
        changed = replace(form.columns[place], attribute=field.partition(".")[2])
        form = replace(form, columns=(*form.columns[:place], changed, *form.columns[place + 1 :]))
    path = tmp_path / "报.xlsx"
    cells = filled(office, form, path)
    assert [row[place : place + 3] for row in cells] == [
        ["2026-11-16", 15, 5],
        ["2026-11-17", 9, 0],
        ["2026-11-18", None, None],
    ]
    reading = read(form, path)
    at = next(number for number, one in enumerate(reading.columns) if one.header.startswith("发生时间"))
    texts = [reading.read(at, row.cells[at]).text for row in reading.rows]
    assert texts == [row["appeal"].show("moment") for row in ROWS]


def test_a_minute_that_is_a_field_of_its_own_is_left_to_it(tmp_path: Path) -> None:
    office = learned(tmp_path / "空表.xlsx", "事件名称|发生时间|时|分|事件简述")
    columns = [
        replace(one, slot="appeal", attribute="people") if one.label == "分" else one for one in office.form.columns
    ]
    cells = filled(office, replace(office.form, columns=tuple(columns)), tmp_path / "报.xlsx")
    assert cells[0][1:4] == ["2026-11-16 15:05", None, None]


def test_a_column_of_colours_is_never_written_as_text(tmp_path: Path) -> None:
    office = learned(tmp_path / "空表.xlsx", "事件名称|事件简述|发生时间|备注")
    colour = Column("事件名称（底色）", "appeal", "status", letter="E")
    form = replace(office.form, columns=(*office.form.columns, colour))
    cells = filled(office, form, tmp_path / "报.xlsx")
    assert all(len(row) == 4 or row[4] is None for row in cells)
