"""The cells of an old sheet, with rows, columns, notes and links, put into a sheet of the new workbook."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from minqing.forms.files.xls.formulas import Links, UnknownToken, formula_text
from minqing.forms.files.xls.parts import Formula, Parts, formula_at
from minqing.forms.files.xls.records import legible
from minqing.forms.files.xls.styles import Styles

if TYPE_CHECKING:
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.worksheet.formula import ArrayFormula
    from openpyxl.worksheet.worksheet import Worksheet

Kept = tuple[str, str]
"""A value that a formula gave last: its kind as a sheet writes it ("" for a number) and its text."""

_EMPTY, _TEXT, _NUMBER, _DATE, _BOOLEAN, _ERROR, _BLANK = range(7)
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_MAX_BLANKS = 100_000
"""Rows that are only coloured or framed are dropped behind so many cells of that kind in one sheet."""

_SOME_FORMULAS = "部分公式（只留下算出的结果）"
_WIDEST, _TALLEST = 255.0, 409.5
_WHOLE = 1e15


@dataclass(slots=True)
class Drawn:
    """What must still be put into a sheet once it is a file: last values of formulas, rows with a height of their own.

    ``values`` goes by address; ``automatic`` are the rows (1-based) whose height follows their text. ``lost`` says what
    did not get into the sheet.
    """

    values: dict[str, Kept] = field(default_factory=dict)
    automatic: set[int] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)


def draw_cells(old: Any, parts: Parts, sheet: Worksheet, *, styles: Styles, links: Links) -> Drawn:
    """Put everything that lies in cells into ``sheet``."""
    drawn = Drawn()
    _draw_columns(old, sheet, styles)
    _draw_rows(old, sheet, styles, drawn)
    blanks = 0
    for row in range(old.nrows):
        for column, kind in enumerate(old.row_types(row)):
            if kind == _EMPTY:
                continue
            if kind == _BLANK:
                blanks += 1
                if blanks > _MAX_BLANKS:
                    continue
            cell: Any = sheet.cell(row + 1, column + 1)
            index = old.cell_xf_index(row, column)
            cell._style = styles.style(index)  # noqa: SLF001 - see Styles.style
            if kind != _BLANK:
                _fill(cell, old, (row, column), kind=kind, styles=styles)
                _give_formula(cell, parts, links, drawn)
                if kind == _TEXT and styles.quoted(index):
                    cell.quotePrefix = True
    _draw_merges(old, sheet)
    _draw_notes(old, sheet)
    _draw_links(old, sheet)
    return drawn


def _fill(cell: Any, old: Any, place: tuple[int, int], *, kind: int, styles: Styles) -> None:
    value = old.cell_value(*place)
    if kind == _TEXT:
        runs = old.rich_text_runlist_map.get(place)
        cell.value = _rich(value, runs, old.cell_xf_index(*place), styles) if runs else legible(value)
        # Text stays text, also where it looks like a formula or an error.
        cell.data_type = "s"
        if cell.value == "":
            cell.value = None
    elif kind == _BOOLEAN:
        cell.value = bool(value)
    elif kind == _ERROR or not math.isfinite(value):
        cell.value = _ERRORS.get(value, "#NUM!")
    else:
        cell.value = int(value) if value.is_integer() and abs(value) < _WHOLE else value


def _rich(text: str, runs: list[tuple[int, int]], index: int, styles: Styles) -> CellRichText | str:
    """Text in several fonts; places are counted in UTF-16 units, as the file counts them."""
    from openpyxl.cell.rich_text import CellRichText, TextBlock

    if legible(text) != text:
        return legible(text)
    units = text.encode("utf-16-le")
    starts = [(start, font) for start, font in runs if start * 2 < len(units)]
    if not starts or (len(starts) == 1 and starts[0][0] == 0):
        return text
    if starts[0][0]:
        starts.insert(0, (0, styles.font_of(index)))
    ends = [start for start, _ in starts[1:]] + [len(units) // 2]
    pieces: list[tuple[int, str]] = []
    for (start, font), end in zip(starts, ends, strict=True):
        piece = units[start * 2 : end * 2].decode("utf-16-le", "replace")
        if pieces and not piece.strip():
            # Spaces and line breaks that stand alone would be dropped by whoever reads the file.
            pieces[-1] = (pieces[-1][0], pieces[-1][1] + piece)
        elif piece:
            pieces.append((font, piece))
    return CellRichText([TextBlock(styles.inline_font(font), piece) for font, piece in pieces])


def _give_formula(cell: Any, parts: Parts, links: Links, drawn: Drawn) -> None:
    """Put the cell's formula in place of its value; the value it gave last is kept for the file."""
    place = (cell.row - 1, cell.column - 1)
    formula = formula_at(parts, *place)
    if formula is None or (formula.area is not None and (formula.area[0], formula.area[2]) != place):
        if formula is None and place in parts.formulas:
            drawn.lost.add(_SOME_FORMULAS)
        return
    try:
        text = _written(formula, place, links)
    except UnknownToken:
        drawn.lost.add(_SOME_FORMULAS)
        return
    kept = _kept(cell)
    if kept is not None:
        drawn.values[cell.coordinate] = kept
    cell.value = text
    cell.data_type = "f"


def _written(formula: Formula, place: tuple[int, int], links: Links) -> str | ArrayFormula:
    from openpyxl.worksheet.formula import ArrayFormula

    row, column = place
    text = "=" + legible(
        formula_text(formula.tokens, links, extra=formula.extra, row=row, column=column, shifted=formula.shared)
    )
    if formula.area is None:
        return text
    first, last, left, right = formula.area
    return ArrayFormula(f"{cell_name(first, left)}:{cell_name(last, right)}", text)


def _kept(cell: Any) -> Kept | None:
    value = cell.value
    if value is None:
        return ("str", "")
    if isinstance(value, bool):
        return ("b", str(int(value)))
    if isinstance(value, int | float):
        return ("", repr(value))
    return ("e" if cell.data_type == "e" else "str", str(value))


def cell_name(row: int, column: int) -> str:
    """The address of a cell, counted from 0."""
    from openpyxl.utils import get_column_letter

    return f"{get_column_letter(column + 1)}{row + 1}"


def _draw_columns(old: Any, sheet: Worksheet, styles: Styles) -> None:
    from openpyxl.utils import get_column_letter

    first = 0
    columns = sorted(old.colinfo_map.items())
    for at, (index, info) in enumerate(columns):
        following = columns[at + 1] if at + 1 < len(columns) else (None, None)
        if following == (index + 1, info):
            continue
        # A stretch of columns with one description is one entry in the new file too.
        while first <= index and old.colinfo_map.get(first) is not info:
            first += 1
        column: Any = sheet.column_dimensions[get_column_letter(first + 1)]
        column.min, column.max = first + 1, index + 1
        column.width = min(info.width / 256, _WIDEST)
        column.hidden = bool(info.hidden)
        column.outlineLevel = info.outline_level
        column.collapsed = bool(info.collapsed)
        if info.xf_index < len(old.book.xf_list):
            column._style = styles.style(info.xf_index)  # noqa: SLF001 - see Styles.style
        first = index + 1


def _draw_rows(old: Any, sheet: Worksheet, styles: Styles, drawn: Drawn) -> None:
    for index, info in old.rowinfo_map.items():
        row: Any = sheet.row_dimensions[index + 1]
        if not info.has_default_height and info.height:
            row.height = min(info.height / 20, _TALLEST)
            if not info.height_mismatch:
                drawn.automatic.add(index + 1)
        row.hidden = bool(info.hidden)
        row.outlineLevel = info.outline_level
        if info.xf_index >= 0:
            row._style = styles.style(info.xf_index)  # noqa: SLF001 - see Styles.style


def _draw_merges(old: Any, sheet: Worksheet) -> None:
    """Merged blocks; cells under them keep their frames, so the library's own merging, which clears them, is not used.

    Blocks that overlap would make a file that Excel repairs, so the later one is left out.
    """
    taken: list[tuple[int, int, int, int]] = []
    by_row: dict[int, list[tuple[int, int]]] = {}
    for top, bottom, left, right in old.merged_cells:
        if (bottom - top < 2 and right - left < 2) or bottom <= top or right <= left:
            continue
        rows = range(top, bottom)
        if any(left < end and start < right for row in rows for start, end in by_row.get(row, ())):
            continue
        for row in rows:
            by_row.setdefault(row, []).append((left, right))
        taken.append((top, bottom, left, right))
    for top, bottom, left, right in taken:
        sheet.merged_cells.add(f"{cell_name(top, left)}:{cell_name(bottom - 1, right - 1)}")


def _draw_notes(old: Any, sheet: Worksheet) -> None:
    from openpyxl.comments import Comment

    for (row, column), note in old.cell_note_map.items():
        if note.text:
            comment = Comment(legible(note.text), legible(note.author or ""))
            lines = sum(1 + len(line) // 12 for line in note.text.splitlines())
            comment.height = max(60.0, 18.0 * (lines + 1))
            sheet.cell(row + 1, column + 1).comment = comment


def _draw_links(old: Any, sheet: Worksheet) -> None:
    from openpyxl.worksheet.hyperlink import Hyperlink

    for link in old.hyperlink_list:
        target = link.url_or_path if isinstance(link.url_or_path, str) else None
        place = legible(link.textmark or "") or None
        if link.frowx is None or link.fcolx is None or not (target or place):
            continue
        cell: Any = sheet.cell(link.frowx + 1, link.fcolx + 1)
        value, kind = cell.value, cell.data_type
        cell.hyperlink = Hyperlink(ref="", target=target and legible(target), location=place)
        cell.value, cell.data_type = value, kind
