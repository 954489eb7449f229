"""Workbooks that leave the book: a form's rows as an .xlsx file that an office can fill in, print and send back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exports import sheet_style as style
from exports.sheet_choices import add_choices
from exports.sheet_frame import FIRST_ROW, HEADER_ROW, Layout, column_writers, draw_frame, title_of
from exports.sheet_pages import GUIDE_SHEET, SUMMARY_SHEET, draw_guide, draw_summary
from exports.sheet_rows import blank_elements, row_elements
from exports.sheet_text import legible
from exports.summary import Summary, summarise
from minqing.errors import TooManyRows
from minqing.forms.form import ID_HEADER, Form, FormRow, Header
from minqing.forms.marker import MARKER_SHEET, Marker, marker_rows

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

MAX_ROWS: Final = 1_048_000
_SHEET_NAME_LIMIT = 31
_NOT_IN_SHEET_NAMES = re.compile(r"[\\/*?:\[\]']")
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')
_ROWS_AT_ONCE = 400


def write_workbook(
    form: Form, rows: Sequence[FormRow], *, header: Header, marker: Marker | None = None, password: str = ""
) -> bytes:
    """The .xlsx file of ``form`` for ``rows``, opening on the data sheet.

    ``marker`` goes into a hidden sheet, with the columns and the sheet's name as they are written here. With a
    ``password`` the file is encrypted and asks for it when opened. Raises TooManyRows, TooLong (one cell), KeyError
    or ValueError for a form whose templates or totals ask for something unknown.
    """
    if len(rows) > MAX_ROWS:
        raise TooManyRows(len(rows), MAX_ROWS)
    layout = Layout(form, len(rows))
    book, sheet = _frame(layout, header, marker, summarise(rows))
    writers = column_writers(sheet, layout)
    elements = chain(
        row_elements(form, rows, writers, first=FIRST_ROW),
        blank_elements(writers, first=FIRST_ROW + layout.count, count=layout.blank),
    )
    frame = BytesIO()
    book.save(frame)
    content = _with_rows(frame, sheet.path.lstrip("/"), elements, extent=f"A1:{layout.id_letter}{layout.footer_row}")
    return encrypted(content, password) if password else content


def encrypted(content: bytes, password: str) -> bytes:
    """An .xlsx file that asks for ``password`` before it opens (ECMA-376 agile encryption), made in memory."""
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    OOXMLFile(BytesIO(content)).encrypt(password, out)
    return out.getvalue()


def sheet_name(form: Form) -> str:
    """The name of the data sheet: the form's, without what a sheet name must not hold."""
    return _NOT_IN_SHEET_NAMES.sub(" ", legible(form.sheet or form.name)).strip()[:_SHEET_NAME_LIMIT] or "台账"


def _frame(layout: Layout, header: Header, marker: Marker | None, summary: Summary) -> tuple[Workbook, Worksheet]:
    """The whole workbook but for the data rows, and its data sheet."""
    from openpyxl import Workbook

    form = layout.form
    book = Workbook()
    guide = book.worksheets[0]
    guide.title = GUIDE_SHEET
    sheet = book.create_sheet(sheet_name(form))
    draw_frame(sheet, layout, header, summary)
    draw_guide(guide, form, header, data_sheet=sheet.title)
    if {"visit", "appeal"} <= set(form.slots):
        draw_summary(book.create_sheet(SUMMARY_SHEET), form, header, summary)
    if marker is not None:
        columns = (*(column.label for column in form.columns), ID_HEADER)
        _draw_marker(book, replace(marker, sheet=sheet.title, columns=columns))
    add_choices(book, sheet, layout)
    book.active = sheet
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.properties.title = legible(title_of(form, header))
    book.properties.creator = book.properties.lastModifiedBy = legible(header.owner)
    return book, sheet


def _draw_marker(book: Workbook, marker: Marker) -> None:
    sheet = book.create_sheet(MARKER_SHEET)
    sheet.sheet_state = "veryHidden"
    for number, texts in enumerate(marker_rows([marker]), 1):
        for index, text in enumerate(texts, 1):
            style.put(style.cell_at(sheet, number, index), text)


def _with_rows(frame: BytesIO, part: str, elements: Iterator[str], *, extent: str) -> bytes:
    """The workbook ``frame`` with row elements put in under the header row of the sheet in ``part``."""
    out = BytesIO()
    with ZipFile(frame) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for item in source.infolist():
            content = source.read(item)
            if item.filename != part:
                target.writestr(item, content)
                continue
            end = content.index(b"</row>", content.index(b'<row r="%d"' % HEADER_ROW)) + len(b"</row>")
            info = ZipInfo(part, item.date_time)
            info.compress_type = ZIP_DEFLATED
            with target.open(info, "w") as stream:
                stream.write(_DIMENSION.sub(b'<dimension ref="%s"' % extent.encode(), content[:end], count=1))
                while piece := "".join(islice(elements, _ROWS_AT_ONCE)):
                    stream.write(piece.encode())
                stream.write(content[end:])
    return out.getvalue()
