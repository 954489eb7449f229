"""Office workbooks (xlsx, xlsm, xls, xlsb, ods) as grids, by way of calamine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from minqing.errors import EncryptedSheet, UnreadableSheet
from minqing.forms.files.details import Findings, put_errors
from minqing.forms.files.grid import MAX_CELLS, WHOLE_LIMIT, Cell, Grid, Merge, TooManyCells, build_grid
from minqing.records.bulk import paused_collector

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_Raw = int | float | str | bool | time | date | datetime | timedelta
_DAMAGED = "文件已损坏，或不是完整的表格"


def calamine_sheets(
    path: Path, content: BinaryIO, findings: Callable[[str], Findings]
) -> list[tuple[str, Callable[[], Grid]]]:
    """Name and loader of every worksheet in a workbook, charts and macros left out.

    ``path`` only names the file in errors: by path, calamine would go by its extension. The cells of a sheet are read
    when its loader is called, as long as ``content`` is open; ``findings`` tell by sheet what calamine does not.
    Raises ``UnreadableSheet`` or ``EncryptedSheet``, the loaders ``TooManyCells`` too.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with _own_errors(path):
        book = CalamineWorkbook.from_filelike(content)
        return [
            (sheet.name, _loader(path, book, sheet.name, findings, hidden=sheet.visible != SheetVisibleEnum.Visible))
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]


def _loader(
    path: Path, book: CalamineWorkbook, name: str, findings: Callable[[str], Findings], *, hidden: bool
) -> Callable[[], Grid]:
    def load() -> Grid:
        with _own_errors(path):
            sheet = book.get_sheet_by_name(name)
            merges = _merges(sheet)
            with paused_collector():
                rows = _rows(sheet)
        found = findings(name)
        put_errors(rows, found.errors)
        return build_grid(name, rows, merges=merges or found.merges, hidden=hidden, details=found.details())

    return load


def _rows(sheet: CalamineSheet) -> list[list[Cell]]:
    if sheet.start is None or sheet.end is None:
        return []
    area = (sheet.end[0] + 1) * (sheet.end[1] + 1)
    if area > MAX_CELLS:
        raise TooManyCells(area)
    left: list[Cell] = [None] * sheet.start[1]
    rows = [_cleaned(row) for row in sheet.iter_rows()]
    if left:
        rows = [left + row for row in rows]
    return rows


def _cleaned(row: Iterable[_Raw]) -> list[Cell]:
    """Blank texts become None, whole numbers int; written as one expression because it runs for every cell there is."""
    return [
        (value if value.strip() else None)
        if type(value) is str
        else (int(value) if value.is_integer() and -WHOLE_LIMIT < value < WHOLE_LIMIT else value)
        if type(value) is float
        else (value if not isinstance(value, timedelta) else _duration(value))
        for value in row
    ]


def _duration(value: timedelta) -> Cell:
    seconds = int(value.total_seconds())
    if 0 <= seconds < 86_400:
        return time(seconds // 3600, seconds // 60 % 60, seconds % 60)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}"


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    ranges = sheet.merged_cell_ranges or []
    return tuple(Merge(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in ranges)


@contextmanager
def _own_errors(path: Path) -> Iterator[None]:
    """Turn what calamine raises about a file, its panics included, into errors that say what to do."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise EncryptedSheet(path) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        if isinstance(error, TooManyCells):
            raise
        raise UnreadableSheet(path, _DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableSheet(path, _DAMAGED) from error
