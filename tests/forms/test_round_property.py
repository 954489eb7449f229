"""Any form with any records, written and read and written again: the same values, the same cells."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from exports.filling import fill_workbook
from exports.workbook import write_workbook
from minqing.errors import UnsureForm
from minqing.forms.files.grid import Cell, cell_text, column_name
from minqing.forms.files.reader import read_book
from minqing.forms.form import SLOTS, Column, Form, FormRow, Header, Layout
from minqing.forms.sheet import SheetReading, read_file
from minqing.records.fields import Composite, Value
from tests.forms.made.generated import Made, made_forms
from tests.forms.made.model import Book, Row, Sheet, Table, leaves
from tests.forms.made.write_xlsx import write_xlsx

FEW = settings(max_examples=25)
HEADER = Header(
    street="新光路街道",
    community="生活桥社区",
    estate="生活桥小区",
    owner="罗立新",
    phone="16900000107",
    period="2026年第47周",
    made_on=date(2026, 11, 20),
)
Values = Mapping[str, Value]


def _written(made: Made, folder: str, name: str = "一.xlsx") -> Path:
    path = Path(folder) / name
    path.write_bytes(write_workbook(made.form, made.rows, header=HEADER))
    return path


def _own(column: Column, record_values: Values) -> dict[str, Value]:
    """What a column says of a record: the fields that it stands for, without the blank ones."""
    bound = column.bound
    names = bound.parts if isinstance(bound, Composite) else (column.attribute,)
    return {name: record_values[name] for name in names if record_values[name] not in ("", None, ())}


def _same(reading: SheetReading, form: Form, rows: Sequence[FormRow], *, all_columns: bool) -> None:
    """Every column that was recognised has given the values that were written."""
    by_key = {(column.slot, column.attribute): column for column in form.columns if column.slot}
    if all_columns:
        assert {one.key for one in reading.columns} == set(by_key)
    assert len(reading.rows) == len(rows)
    for row, written in zip(reading.rows, rows, strict=True):
        for named, said, cell in zip(reading.columns, reading.read_row(row.cells), row.cells, strict=True):
            if named.key is None or named.key not in by_key:
                continue
            record = written[named.key[0]]
            assert said.error is None, (named.header, cell, said.error)
            found = {name: value for name, value in said.values.items() if value not in ("", None, ())}
            assert found == _own(by_key[named.key], record.values()), (named.header, cell)


def _again(reading: SheetReading, form: Form) -> tuple[FormRow, ...]:
    """The rows of records that a reading stands for."""
    rows = []
    for row in reading.rows:
        values: dict[str, dict[str, Value]] = {slot: {} for slot in form.slots}
        for named, said in zip(reading.columns, reading.read_row(row.cells), strict=True):
            if named.key:
                values[named.key[0]] |= said.values
        ids = {slot: next((one for one in row.ids if one[0] == SLOTS[slot].LETTER), "") for slot in form.slots}
        rows.append({slot: SLOTS[slot].trusted({**values[slot], "id": ids[slot]}) for slot in form.slots})
    return tuple(rows)


def _cells(path: Path) -> list[list[list[str]]]:
    return [[[_plain(cell) for cell in row] for row in grid.rows] for grid in read_book(path).grids]


def _plain(cell: Cell) -> str:
    return cell_text(cell)


@FEW
@given(made=made_forms())
def test_written_and_read_by_its_form(made: Made) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = _written(made, folder)
        reading = read_file(path, form=made.form, sheet=made.form.sheet).readings[0]
        _same(reading, made.form, made.rows, all_columns=True)
        again = _written(replace(made, rows=_again(reading, made.form)), folder, "二.xlsx")
        assert _cells(again) == _cells(path)


@FEW
@given(made=made_forms())
def test_written_and_read_by_its_columns_alone(made: Made) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = _written(made, folder)
        try:
            found = read_file(path, forms=(), sheet=made.form.sheet).readings[0]
        except UnsureForm:
            return
        if found.form.subject == made.form.subject:
            _same(found, made.form, made.rows, all_columns=False)


_PREAMBLES: tuple[tuple[tuple[str, ...], ...], ...] = (
    (),
    (("情况登记表",),),
    (("情况登记表",), ("填报单位：", "川北省", "新光市", "新光路街道", "生活桥社区")),
    (("1.0", "情况登记表"), ("填写说明：带*的必须填写，日期填2012-02-03，不要合并单元格，不要增减栏目。",)),
)


def _blank(form: Form, levels: int, above: tuple[tuple[str, ...], ...], path: Path) -> Form:
    """An office's empty workbook for a form, its columns under ``levels`` header rows, and the form as learned."""
    own = [column for column in form.columns if column.slot]
    header = _levelled([column.label for column in own], levels)
    labels = ["/".join(chain) for chain in leaves(header)]
    empty = Row(tuple(None for _ in own))
    write_xlsx(
        Book("空表", "", (Sheet("报表", (Table(header, {}, (empty,)),), above=above, below=(("填报人：",),)),)), path
    )
    top = len(above) + 1
    depth = max(len(chain) for chain in leaves(header))
    columns = tuple(
        replace(column, label=label, letter=column_name(place))
        for place, (column, label) in enumerate(zip(own, labels, strict=True), 1)
    )
    layout = Layout(header=tuple(range(top, top + depth)), first=top + depth, last=top + depth)
    return replace(form, name="单位表样", columns=columns, sheet="报表", layout=layout)


def _levelled(labels: list[str], levels: int) -> str:
    """A header with the middle columns under one or two spanning labels."""
    if levels == 1 or len(labels) < 4:
        return "|".join(labels)
    inner = "|".join(labels[2:])
    inner = f"其中{{{inner}}}" if levels == 3 else inner
    return f"{labels[0]}|{labels[1]}|基本情况{{{inner}}}"


@FEW
@given(made=made_forms(), levels=st.integers(1, 3), above=st.sampled_from(_PREAMBLES))
def test_filled_into_an_offices_form_and_read_back(made: Made, levels: int, above: tuple[tuple[str, ...], ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        blank = Path(folder) / "空表.xlsx"
        form = _blank(made.form, levels, above, blank)
        path = Path(folder) / "一.xlsx"
        path.write_bytes(fill_workbook(blank.read_bytes(), form, made.rows, header=HEADER))
        reading = read_file(path, form=form).readings[0]
        _same(reading, form, made.rows, all_columns=True)
        second = Path(folder) / "二.xlsx"
        second.write_bytes(fill_workbook(blank.read_bytes(), form, _again(reading, form), header=HEADER))
        assert _cells(second) == _cells(path)
