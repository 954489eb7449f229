"""Filling an office's own form, beside openpyxl opening and saving the same filled file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from bench.cases.write_sheet import HEADER, form, people
from bench.measure import Result, Scale, by_turns
from exports.filling import fill_workbook
from minqing.forms.files.grid import column_name
from minqing.forms.form import Form, Layout

_ROWS = 10_000
_ROOM = 20
_FIRST = 4


def measure(scale: Scale) -> Iterator[Result]:
    """A form with room for twenty, and the same form when it has come back full."""
    rows = people(scale.of(_ROWS))
    blank, layout = office_form()
    full = fill_workbook(blank, layout, rows, header=HEADER)
    roomy = replace(layout, layout=Layout(header=(_FIRST - 1,), first=_FIRST, last=_FIRST + len(rows) - 1))
    for title, book, learned in (("空表", blank, layout), ("已填满的表", full, roomy)):
        ours, floor = by_turns(
            partial(fill_workbook, book, learned, rows, header=HEADER),
            partial(reopened, full),
            rounds=1,
        )
        yield Result(
            title=f"套用{title}填 {len(rows):,} 行 × {len(layout.columns)} 列",
            ours=ours,
            floor=floor,
            unit="s",
            goal=1.0,
            floor_name="openpyxl 打开并另存同一份",
        )


def office_form() -> tuple[bytes, Form]:
    """An office's blank workbook with ruled rows and a total, and what its columns mean."""
    from openpyxl import Workbook
    from openpyxl.styles import Border, Side

    columns = [replace(column, letter=column_name(at)) for at, column in enumerate(form().columns, 1)]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "登记表"
    rule = Side(style="thin")
    for column in columns:
        sheet[f"{column.letter}{_FIRST - 1}"] = column.label
        for row in range(_FIRST, _FIRST + _ROOM):
            sheet[f"{column.letter}{row}"].border = Border(left=rule, right=rule, top=rule, bottom=rule)
    sheet[f"A{_FIRST + _ROOM}"] = "合计"
    sheet[f"B{_FIRST + _ROOM}"] = f"=COUNTA(B{_FIRST}:B{_FIRST + _ROOM - 1})"
    out = io.BytesIO()
    book.save(out)
    room = Layout(header=(_FIRST - 1,), first=_FIRST, last=_FIRST + _ROOM - 1)
    return out.getvalue(), replace(form(), columns=tuple(columns), sheet="登记表", layout=room)


def reopened(content: bytes) -> bytes:
    """What openpyxl makes of a workbook that it opens and saves."""
    from openpyxl import load_workbook

    out = io.BytesIO()
    load_workbook(io.BytesIO(content)).save(out)
    return out.getvalue()
