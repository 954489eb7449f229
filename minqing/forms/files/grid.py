"""Plain cells of a spreadsheet, whatever file they came from, each with its address in the sheet."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeAlias

Cell = None | bool | int | float | str | date | datetime | time
"""What one cell holds. Blank is None, never "" or spaces; a whole number is an int.

A float that is whole and beyond 10**15 is a number that spreadsheet programs have already rounded (lost digits).
"""

MAX_CELLS = 40_000_000
"""A sheet with more cells than this, counted as a full rectangle, is not one that people filled in."""

WHOLE_LIMIT = 10**15
"""Numbers below this survive a spreadsheet program's fifteen digits."""


class TooManyCells(ValueError):
    """A sheet's rectangle is bigger than ``MAX_CELLS``; ``cells`` says how big."""

    def __init__(self, cells: int) -> None:
        super().__init__(f"{cells} cells")
        self.cells = cells


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged block; rows and columns as 1-based sheet numbers, all inclusive."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


Fills: TypeAlias = Mapping[str, Mapping[int, "array[int]"]]
"""Filled cells: colour name to column to rows, each 1-based; rows in no order, one may come twice."""


@dataclass(frozen=True, slots=True)
class Details:
    """What a sheet holds beside its values; rows and columns are 1-based sheet numbers, some beyond the grid's end.

    ``filtered`` says that an auto filter hides rows. ``unsolved`` are (row, column) of formulas without a value.
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False
    unsolved: tuple[tuple[int, int], ...] = ()
    fills: Fills = field(default_factory=dict)


_PLAIN = Details()


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet as a rectangle of cells; blank rows and columns at its end are left off.

    ``rows[i][j]`` is the cell in sheet row ``first_row + i`` and column ``first_column + j``.
    """

    name: str
    rows: list[list[Cell]]
    first_row: int = 1
    first_column: int = 1
    merges: tuple[Merge, ...] = ()
    hidden: bool = False
    details: Details = _PLAIN

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def cell_name(self, row_index: int, column_index: int) -> str:
        """The address of ``rows[row_index][column_index]`` in the sheet, such as ``F17``."""
        return f"{column_name(self.first_column + column_index)}{self.first_row + row_index}"


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets that were read from one file; ``kind`` is what the file really is (xlsx, xls, csv, html, …)."""

    path: Path
    grids: tuple[Grid, ...]
    kind: str


def column_name(number: int) -> str:
    """The letters of a 1-based column number: 1 is A, 28 is AB."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The 1-based number of a column's letters: A is 1, AB is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_text(cell: Cell) -> str:
    """A cell as a person would have typed it; "" for a blank one.

    Dates are 2026-11-19, with 15:20 or 15:20:30 behind them when there is a time of day.
    """
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M:%S}".removesuffix(":00")
    if isinstance(cell, time):
        return f"{cell:%H:%M:%S}".removesuffix(":00")
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)


def build_grid(
    name: str,
    rows: list[list[Cell]],
    *,
    merges: Iterable[Merge] = (),
    hidden: bool = False,
    details: Details = _PLAIN,
) -> Grid:
    """Make a grid of rows that may differ in length, in place: blank ends are cut off, short rows filled up.

    Blank cells must be None already. Raises ``TooManyCells``.
    """
    while rows and rows[-1].count(None) == len(rows[-1]):
        rows.pop()
    width = _filled_width(rows)
    if width * len(rows) > MAX_CELLS:
        raise TooManyCells(width * len(rows))
    for row in rows if set(map(len, rows)) != {width} else ():
        if len(row) > width:
            del row[width:]
        elif len(row) < width:
            row.extend([None] * (width - len(row)))
    inside = tuple(merge for merge in merges if merge.first_row <= len(rows) and merge.first_column <= width)
    return Grid(name=name, rows=rows, merges=inside, hidden=hidden, details=details)


def _filled_width(rows: list[list[Cell]]) -> int:
    lengths = set(map(len, rows))
    if len(lengths) == 1 and any(row[-1] is not None for row in rows if row):
        return lengths.pop()
    width = 0
    for row in rows:
        end = len(row)
        while end > width and row[end - 1] is None:
            end -= 1
        width = max(width, end)
    return width
