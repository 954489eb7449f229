"""Everything of a form's data sheet but its rows: title, names, totals, signatures, drop-downs, page set-up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from exports import sheet_style as style
from exports.sheet_rows import ROW_HEIGHT, CellWriter, height_of
from exports.sheet_text import breadth, filled, lines_in
from exports.summary import Summary, total
from minqing.forms.form import ID_HEADER, Form, Header
from minqing.records.values import Kind

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TITLE_ROW, TOP_ROW, HEADER_ROW, FIRST_ROW = 1, 2, 3, 4
BLANK_ROWS: Final = 15
"""Ruled rows of a sheet that has nothing to report yet."""
ID_WIDTH: Final = 12.0
_ID_LINE_HEIGHT = 10.0
_UNIT = 7.0
_PADDING = 5 / 7
_ROOM_LOST = 8.0
_NARROWEST_PART = 120.0
_BOLD = 1.1
_INCH = 1 / 25.4


@dataclass(frozen=True)
class Layout:
    """Where the parts of a form's data sheet stand when ``count`` rows go out."""

    form: Form
    count: int

    @property
    def blank(self) -> int:
        """How many empty ruled rows follow the data."""
        return 0 if self.count else BLANK_ROWS

    @property
    def last_row(self) -> int:
        """The last row of the table itself."""
        return FIRST_ROW + self.count + self.blank - 1

    @property
    def total_row(self) -> int:
        """The 合计 row; the last row of the table when there are no totals."""
        return self.last_row + bool(self.form.totals)

    @property
    def footer_row(self) -> int:
        """The row of signatures; the same as the one above when the form has none."""
        return self.total_row + bool(self.form.footer)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The letters of the form's columns and, last, of the record number."""
        from openpyxl.utils import get_column_letter

        return tuple(get_column_letter(index) for index in range(1, len(self.form.columns) + 2))

    @property
    def last_letter(self) -> str:
        """The last printed column."""
        return self.letters[len(self.form.columns) - 1]

    @property
    def id_letter(self) -> str:
        """The record number's column."""
        return self.letters[-1]


def column_writers(sheet: Worksheet, layout: Layout) -> list[CellWriter]:
    """What writes the cells of each column, the record number's last."""
    looks = {align: style.column_look(sheet, align) for align in {column.align: None for column in layout.form.columns}}
    writers = [
        CellWriter(
            letter,
            column.label,
            looks[column.align],
            kind=column.bound.kind if column.bound else Kind.INTEGER,
            room=room_in(column.width),
            empty=column.empty,
        )
        for letter, column in zip(layout.letters, layout.form.columns, strict=False)
    ]
    # Lines are reckoned at 9 points; at 7 points more fits, so that the usual two numbers do not make a row higher.
    of_id = CellWriter(
        layout.id_letter,
        ID_HEADER,
        style.id_look(sheet),
        room=room_in(ID_WIDTH) * 9 / 7,
        fit=partial(height_of, line_height=_ID_LINE_HEIGHT),
    )
    return [*writers, of_id]


def room_in(width: float) -> float:
    """The pixels that text has in a column ``width`` characters wide."""
    return width * _UNIT - _ROOM_LOST + 5


def draw_frame(sheet: Worksheet, layout: Layout, header: Header, summary: Summary) -> None:
    """Write all that stands around the rows of a data sheet."""
    _draw_title(sheet, layout, header)
    _draw_names(sheet, layout)
    _draw_totals(sheet, layout, summary)
    if layout.form.footer:
        texts = [filled(template, header) for template in layout.form.footer]
        _draw_line(sheet, layout, layout.footer_row, texts)
        sheet.row_dimensions[layout.footer_row].height = ROW_HEIGHT
    for letter, column in zip(layout.letters, layout.form.columns, strict=False):
        sheet.column_dimensions[letter].width = column.width + _PADDING
    sheet.column_dimensions[layout.id_letter].width = ID_WIDTH + _PADDING
    sheet.sheet_format.defaultRowHeight = ROW_HEIGHT
    sheet.sheet_format.customHeight = True
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{layout.id_letter}{layout.last_row}"
    _set_up_page(sheet, layout)


def title_of(form: Form, header: Header) -> str:
    """The title of the sheet, also the document's."""
    return filled(form.title or form.name, header)


def spread(widths: Sequence[float], weights: Sequence[float]) -> list[tuple[int, int]]:
    """Deal neighbouring columns out to parts, as nearly by weight as whole columns allow.

    Gives the first and last column index of each part; there must be at least as many columns as parts.
    """
    edges = [0]
    for index in range(1, len(weights)):
        wanted = sum(widths) * sum(weights[:index]) / sum(weights)
        possible = range(edges[-1] + 1, len(widths) - (len(weights) - index) + 1)
        edges.append(min(possible, key=lambda edge: abs(sum(widths[:edge]) - wanted)))
    return [(first, last - 1) for first, last in zip(edges, [*edges[1:], len(widths)], strict=True)]


def _draw_title(sheet: Worksheet, layout: Layout, header: Header) -> None:
    cell = style.put(style.cell_at(sheet, TITLE_ROW, 1), title_of(layout.form, header))
    style.dress_title(cell)
    sheet.merge_cells(f"A{TITLE_ROW}:{layout.last_letter}{TITLE_ROW}")
    sheet.row_dimensions[TITLE_ROW].height = 27
    sheet.row_dimensions[TOP_ROW].height = 18
    texts = [filled(template, header) for template in layout.form.top]
    if texts:
        _draw_line(sheet, layout, TOP_ROW, texts, last_right=len(texts) > 1)


def _draw_line(sheet: Worksheet, layout: Layout, row: int, texts: Sequence[str], *, last_right: bool = False) -> None:
    widths = [column.width for column in layout.form.columns]
    if len(texts) > len(widths):
        texts = ["  ".join(texts)]
    parts = spread(widths, [max(breadth(text), _NARROWEST_PART) for text in texts])
    for index, (text, (first, last)) in enumerate(zip(texts, parts, strict=True)):
        cell = style.put(style.cell_at(sheet, row, first + 1), text)
        cell.font = style.font()
        at_right = last_right and index == len(texts) - 1
        cell.alignment = style.placed("right" if at_right else "left", wrap=False)
        _merge(sheet, row, first, last)


def _draw_names(sheet: Worksheet, layout: Layout) -> None:
    lines = 1
    for index, column in enumerate(layout.form.columns, 1):
        style.dress_header(style.put(style.cell_at(sheet, HEADER_ROW, index), column.label))
        lines = max(lines, lines_in(column.label, room_in(column.width)))
    style.dress_id(style.put(style.cell_at(sheet, HEADER_ROW, len(layout.letters)), ID_HEADER))
    sheet.row_dimensions[HEADER_ROW].height = height_of(lines)


def _draw_totals(sheet: Worksheet, layout: Layout, summary: Summary) -> None:
    if not layout.form.totals:
        return
    row = layout.total_row
    for index in range(1, len(layout.letters)):
        style.dress_total(style.cell_at(sheet, row, index))
    style.dress_id(style.cell_at(sheet, row, len(layout.letters)))
    sheet.row_dimensions[row].height = 19.5
    labels = [column.label for column in layout.form.columns]
    totals = sorted((labels.index(label), name) for label, name in layout.form.totals)
    starts = [index for index, _ in totals]
    if starts[0] > 0:
        style.put(style.cell_at(sheet, row, 1), "合计")
        _merge(sheet, row, 0, starts[0] - 1)
    for (index, name), end in zip(totals, [*starts[1:], len(labels)], strict=True):
        cell = style.cell_at(sheet, row, index + 1)
        if name == "sum":
            letter = layout.letters[index]
            cell.value = f"=SUM({letter}{FIRST_ROW}:{letter}{layout.last_row})"
            cell.number_format = style.WHOLE
            continue
        text = total(name, summary)
        style.put(cell, text)
        last = end - 1 if index == starts[0] else _last_needed(layout.form, text, index, end)
        _merge(sheet, row, index, last)


def _last_needed(form: Form, text: str, first: int, end: int) -> int:
    """The last of the columns that ``text`` needs when it begins in column ``first`` and must stop before ``end``."""
    room = 0.0
    for index in range(first, end):
        room += room_in(form.columns[index].width)
        if room >= breadth(text) * _BOLD:
            return index
    return end - 1


def _merge(sheet: Worksheet, row: int, first: int, last: int) -> None:
    if last > first:
        sheet.merge_cells(start_row=row, end_row=row, start_column=first + 1, end_column=last + 1)


def _set_up_page(sheet: Worksheet, layout: Layout) -> None:
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = 10 * _INCH
    sheet.page_margins.top = 14 * _INCH
    sheet.page_margins.bottom = 15 * _INCH
    sheet.page_margins.header = sheet.page_margins.footer = 7 * _INCH
    footer = HeaderFooterItem()
    footer.center.text = "第 &P 页 共 &N 页"
    sheet.HeaderFooter.oddFooter = footer
    sheet.print_title_rows = f"{TITLE_ROW}:{HEADER_ROW}"
    sheet.print_area = f"A{TITLE_ROW}:{layout.last_letter}{layout.footer_row}"
