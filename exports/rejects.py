"""The rows that an import left out, as a workbook in which they can be put right and handed in again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final

from exports import sheet_style as style
from exports.sheet_text import lines_in
from minqing.exchange.plan import Plan, RowPlan, Verdict
from minqing.forms.form import ID_HEADER
from minqing.forms.grid import Cell as Value
from minqing.forms.sheet import SheetReading, SheetRow

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

_BAD, _ASKED = "FFFFC7CE", "FFFFEB9C"
_AUTHOR: Final = "民情账本"
_WIDTHS: Final = (8.0, 30.0)
_NOTE_WIDTH, _NOTE_LINE = 300, 18
_NAME_LIMIT: Final = 31


def rejected_rows(plan: Plan) -> list[RowPlan]:
    """The rows with a cell that could not be taken in, and those that may belong to several records."""
    return [row for row in plan.rows if row.problems or row.verdict is Verdict.DOUBTFUL]


def rejects_workbook(plan: Plan) -> bytes:
    """An .xlsx file with the rejected rows of each sheet as they were read, under the sender's own column names.

    Bad cells are filled and carry a comment that says what is wrong; there must be at least one rejected row.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    rejected: dict[int, list[RowPlan]] = {}
    for row in rejected_rows(plan):
        rejected.setdefault(row.sheet, []).append(row)
    for number, rows in rejected.items():
        _draw(book, plan.readings[number], rows)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _draw(book: Workbook, reading: SheetReading, rows: Sequence[RowPlan]) -> None:
    sheet = book.create_sheet(_free_name(book, reading.sheet))
    source = {row.number: row for row in reading.rows}
    headers = [column.header for column in reading.columns]
    with_ids = any(source[row.number].ids for row in rows)
    for index, header in enumerate([*headers, ID_HEADER] if with_ids else headers, 1):
        style.dress_header(style.put(style.cell_at(sheet, 1, index), header))
    for line, row in enumerate(rows, 2):
        read = source[row.number]
        for index, value in enumerate(read.cells, 1):
            _fill(style.cell_at(sheet, line, index), value)
        if read.ids:
            style.dress_id(style.put(style.cell_at(sheet, line, len(headers) + 1), " ".join(read.ids)))
        for position, sentences in _remarks(reading, read, row).items():
            color = _ASKED if row.verdict is Verdict.DOUBTFUL else _BAD
            _mark(style.cell_at(sheet, line, position + 1), sentences, color)
    for index, header in enumerate(headers, 1):
        letter = sheet.cell(1, index).column_letter
        texts = [header, *(str(source[row.number].cells[index - 1] or "") for row in rows)]
        low, high = _WIDTHS
        sheet.column_dimensions[letter].width = min(high, max(low, *(2.0 * len(text) for text in texts)))
    sheet.freeze_panes = "A2"


def _free_name(book: Workbook, wanted: str) -> str:
    """A sheet name that this workbook does not have yet: several files may call their sheets alike."""
    name, number = wanted[:_NAME_LIMIT], 1
    while name in book.sheetnames:
        number += 1
        tail = f" ({number})"
        name = wanted[: _NAME_LIMIT - len(tail)] + tail
    return name


def _fill(cell: Cell, value: Value) -> None:
    """Write a value as it was read: dates and numbers stay what they are, text is never taken for a formula."""
    if value is None:
        pass
    elif isinstance(value, str):
        style.put(cell, value)
    elif isinstance(value, datetime):
        cell.value = value
        cell.number_format = style.MOMENT
    elif isinstance(value, date):
        cell.value = value
        cell.number_format = style.DATE
    else:
        cell.value = value
    cell.font = style.font()
    cell.alignment = style.placed("left")
    cell.border = style.boxed()


def _remarks(reading: SheetReading, read: SheetRow, row: RowPlan) -> Mapping[int, list[str]]:
    """What is to be said about the row, by the position of the column; about the whole row: at the first."""
    places = {reading.place(read, position): position for position in range(len(reading.columns))}
    found: dict[int, list[str]] = {}
    for problem in row.problems:
        found.setdefault(places.get(problem.cell, 0), []).append(problem.message)
    if row.verdict is Verdict.DOUBTFUL:
        among = "、".join(candidate.label for candidate in row.candidates)
        found.setdefault(0, []).append(f"{row.reason}{f'：{among}' if among else ''}")
    return found


def _mark(cell: Cell, sentences: Iterable[str], color: str) -> None:
    from openpyxl.comments import Comment

    text = "\n".join(sentences)
    cell.fill = style.shade(color)
    cell.comment = Comment(text, _AUTHOR, width=_NOTE_WIDTH, height=_NOTE_LINE * (lines_in(text, _NOTE_WIDTH) + 2))
