"""Any spreadsheet file as an .xlsx workbook, the one kind of file that a learned form is kept and filled in as."""

from __future__ import annotations

import io
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minqing.forms.files.grid import Book, Cell, Grid, column_name
from minqing.forms.files.package_lists import as_workbook
from minqing.forms.files.reader import office_content, read_book
from minqing.forms.files.xls.records import legible

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_PLAIN_LOSSES = ("格式", "公式", "下拉选项", "打印设置")
"""What a file that only its cells are taken from loses."""

_SAMPLE_ROWS = 200
_NARROW, _WIDE = 9.0, 42.0
_LONG_NUMBER = 10**11
_TITLE_LIMIT = 31


def as_xlsx(path: Path, *, password: str | None = None) -> bytes:
    """The bytes of ``path`` as an .xlsx workbook.

    An .xlsx or .xlsm file stays byte for byte what it is, decrypted when it has a password; a template (.xltx, .xltm)
    becomes a workbook, and macros stay (``workbook_suffix`` tells the name to save under). An .xls file is made anew
    with its cells, formats, formulas, drop-downs, hidden sheets and print set-up; any other kind with its cells and
    merged blocks only. ``lost_in_conversion`` tells what is left behind.

    Raises as ``read_book``: ``SheetFileMissing``, ``UnreadableSheet``, ``EncryptedSheet``, ``SheetTooBig``, and
    ``EmptySheet`` for a file without any cells that is not a workbook yet.
    """
    return _converted(path, password)[0]


def lost_in_conversion(path: Path, *, password: str | None = None) -> tuple[str, ...]:
    """What ``as_xlsx`` leaves behind of a file, in words for the user such as 图片; nothing for an .xlsx file.

    Raises as ``as_xlsx``.
    """
    return _converted(path, password)[1]


def _converted(path: Path, password: str | None) -> tuple[bytes, tuple[str, ...]]:
    kind, content = office_content(path, password=password)
    if kind == "xlsx":
        return as_workbook(content, path=path), ()
    if kind == "xls":
        from minqing.forms.files.xls.convert import convert

        made = convert(path, content)
        return made.content, made.lost
    return _plain(read_book(path, password=password)), () if _is_text(path, kind) else _PLAIN_LOSSES


def _is_text(path: Path, kind: str) -> bool:
    """Whether the file never had more than cells to lose."""
    return not kind and path.suffix.lower() in {".csv", ".txt", ".tsv"}


def _plain(book: Book) -> bytes:
    from openpyxl import Workbook

    new = Workbook()
    new.remove(new.worksheets[0])
    for grid in book.grids:
        sheet = new.create_sheet(sheet_title(grid.name))
        sheet.sheet_state = "hidden" if grid.hidden else "visible"
        _draw_cells(grid, sheet)
        _draw_widths(grid, sheet)
        for merge in grid.merges:
            first = f"{column_name(merge.first_column)}{merge.first_row}"
            sheet.merged_cells.add(f"{first}:{column_name(merge.last_column)}{merge.last_row}")
    seen = [index for index, grid in enumerate(book.grids) if not grid.hidden]
    if not seen:
        new.worksheets[0].sheet_state = "visible"
    new.active = seen[0] if seen else 0
    out = io.BytesIO()
    new.save(out)
    return out.getvalue()


def sheet_title(name: str) -> str:
    """What a sheet called ``name`` in a file of another kind is called in an .xlsx workbook."""
    cleaned = legible("".join(" " if sign in r"\/*?:[]" or sign < " " else sign for sign in name))
    return cleaned.strip("'")[:_TITLE_LIMIT] or "Sheet"


def _draw_cells(grid: Grid, sheet: Worksheet) -> None:
    for row, values in enumerate(grid.rows, grid.first_row):
        for column, value in enumerate(values, grid.first_column):
            if value is None:
                continue
            cell: Any = sheet.cell(row, column)
            if isinstance(value, str) or _is_long(value):
                text = value if isinstance(value, str) else str(int(value))  # type: ignore[arg-type]
                cell.value = legible(text)
                # Text stays text, also where it looks like a formula; a number of an ID's length must not be rounded.
                cell.data_type = "s"
                cell.number_format = "@" if text.isascii() and text.isalnum() else "General"
            elif isinstance(value, float) and not math.isfinite(value):
                cell.value = "#NUM!"
            else:
                cell.value = value


def _is_long(value: Cell) -> bool:
    """Whether a number is one that spreadsheet programs would show rounded or as 1.1E+17."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and float(value).is_integer() and abs(value) >= _LONG_NUMBER


def _draw_widths(grid: Grid, sheet: Worksheet) -> None:
    """Columns as wide as most of their text, within reason; Chinese takes two places."""
    merged = {(merge.first_row, merge.first_column) for merge in grid.merges if merge.last_column > merge.first_column}
    for index in range(grid.width):
        column = grid.first_column + index
        widths = [
            _width(values[index])
            for row, values in enumerate(grid.rows[:_SAMPLE_ROWS], grid.first_row)
            if values[index] is not None and (row, column) not in merged
        ]
        sheet.column_dimensions[column_name(column)].width = min(max([_NARROW, *widths]), _WIDE)


def _width(cell: Cell) -> float:
    lines = str(cell).splitlines() or [""]
    return max(sum(1 if sign.isascii() else 2 for sign in line) for line in lines) + 2.0
