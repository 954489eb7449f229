"""The drop-downs and the hints of a data sheet; a list never forbids a word that an office writes itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from exports import sheet_style as style
from exports.sheet_frame import FIRST_ROW, Layout
from exports.sheet_text import legible
from minqing.forms.form import Column
from minqing.records.values import Kind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

LISTS_SHEET: Final = "_选项"
_MORE_ROWS = 40
"""Rows below the signatures that have the lists too: some offices go on writing there."""
_INLINE_LIMIT = 255
_TITLE_LIMIT, _TEXT_LIMIT = 32, 255
_ID_HINT = "请勿改动。要加一行，这一格留空。"


def choices_of(column: Column) -> tuple[str, ...]:
    """The words that this column offers, none when it has no code list."""
    from minqing.records.codes import code_list

    return tuple(code_list(column.choices).values) if column.choices else ()


def add_choices(book: Workbook, sheet: Worksheet, layout: Layout) -> None:
    """Give each column its list and its hint; long lists go to a hidden sheet of ``book``."""
    for letter, column in zip(layout.letters, layout.form.columns, strict=False):
        values = choices_of(column)
        if not values and not column.hint:
            continue
        rule = _rule(_source(book, column.label, values), column)
        rule.sqref = _area(layout, letter)
        sheet.add_data_validation(rule)
    from openpyxl.worksheet.datavalidation import DataValidation

    note = DataValidation(showInputMessage=True, promptTitle="记录编号", prompt=_ID_HINT)
    note.sqref = _area(layout, layout.id_letter)
    sheet.add_data_validation(note)


def _area(layout: Layout, letter: str) -> str:
    # Up to and with the 合计 row: a row inserted above it is then inside the area and gets the list as well.
    below = layout.footer_row + 1
    return f"{letter}{FIRST_ROW}:{letter}{layout.total_row} {letter}{below}:{letter}{below + _MORE_ROWS - 1}"


def _rule(source: str, column: Column) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    several = column.bound is not None and column.bound.kind is Kind.MANY
    label = legible(column.label)
    prompt = column.hint or ("可从列表中选，几项之间用“、”隔开。" if several else "请从列表中选。")
    return DataValidation(
        type="list" if source else None,
        formula1=source or None,
        allow_blank=True,
        showInputMessage=True,
        promptTitle=label[:_TITLE_LIMIT],
        prompt=legible(prompt)[:_TEXT_LIMIT],
        showErrorMessage=bool(source) and not several,
        errorStyle="warning",
        errorTitle=label[:_TITLE_LIMIT],
        error="列表里没有这一项。确实要这样写，请选“是”。",
    )


def _source(book: Workbook, label: str, values: Sequence[str]) -> str:
    """Where a rule finds its list: in the rule itself when it is short, else in the hidden sheet."""
    if not values:
        return ""
    inline = ",".join(values)
    # A comma would split an item, a quotation mark end the list.
    if (
        len(inline) <= _INLINE_LIMIT
        and not any(mark in value for value in values for mark in ',"')
        and inline[0] != "="
    ):
        return f'"{inline}"'
    return _listed(book, label, values)


def _listed(book: Workbook, label: str, values: Sequence[str]) -> str:
    from openpyxl.utils import get_column_letter

    if LISTS_SHEET not in book.sheetnames:
        book.create_sheet(LISTS_SHEET).sheet_state = "veryHidden"
    sheet = book[LISTS_SHEET]
    index = sheet.max_column + 1 if sheet.cell(1, 1).value else 1
    for row, text in enumerate((label, *values), 1):
        style.put(style.cell_at(sheet, row, index), text)
    letter = get_column_letter(index)
    return f"'{LISTS_SHEET}'!${letter}$2:${letter}${len(values) + 1}"
