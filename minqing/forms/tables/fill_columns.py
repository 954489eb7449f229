"""Cells that somebody filled with a colour to say something, as columns of their own: “姓名（底色）”."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from minqing.forms.files.grid import Grid, column_name
from minqing.forms.form import Form
from minqing.forms.naming.columns import FILL_MARK, NamedColumn, is_fill_label
from minqing.forms.tables.labels import normalise_label
from minqing.forms.tables.rows import SheetRow

WHY = "底色"
_WHOLE_ROW = f"整行{FILL_MARK}"
_NEARLY_ALL = 0.9
_LONGEST_BAND = 6
_Fills: TypeAlias = dict[int, str]
"""Sheet row to colour, in one column."""


@dataclass(frozen=True, slots=True)
class FillColumn:
    """A column of colour names: where it stands, what it is called, and the colour of the rows that have one."""

    index: int
    label: str
    letter: str
    colours: Mapping[int, str]


def fill_columns(grid: Grid, labels: Sequence[str], numbers: Sequence[int]) -> tuple[FillColumn, ...]:
    """The colours that mark some of the data rows, ``numbers`` in order, under the labels of the grid's columns.

    Where most of a row is filled alike, that is said once, of the whole row. Left out is what every row or every
    other one has: the colour of a column, bands.
    """
    wanted = frozenset(numbers)
    by_column = {
        index: found
        for index, label in enumerate(labels)
        if label and (found := _marks(_column(grid, index, wanted), numbers))
    }
    if not by_column:
        return ()
    whole = _whole_rows(by_column, sum(1 for label in labels if label))
    offered: list[FillColumn] = []
    if whole and not _banded(whole, numbers):
        first = next(index for index, label in enumerate(labels) if label)
        offered.append(_column_of(grid, first, _WHOLE_ROW, whole))
    for index, colours in by_column.items():
        own = {row: colour for row, colour in colours.items() if row not in whole}
        if own and not _banded(own, numbers):
            offered.append(_column_of(grid, index, f"{labels[index]}{FILL_MARK}", own))
    return tuple(offered)


def with_fills(
    found: Sequence[FillColumn], form: Form, columns: tuple[NamedColumn, ...], rows: tuple[SheetRow, ...]
) -> tuple[tuple[NamedColumn, ...], tuple[SheetRow, ...]]:
    """The columns and rows of a sheet with columns of colours behind the others.

    One that the form has by that name is the field that the form says, unless another column carries it already.
    """
    if not found:
        return columns, rows
    taken = {one.key for one in columns}
    known = {
        normalise_label(column.label): column
        for column in form.columns
        if column.slot and is_fill_label(column.label) and (column.slot, column.attribute) not in taken
    }
    added = [NamedColumn(one.index, one.label, known.get(normalise_label(one.label)), WHY, one.letter) for one in found]
    wider = tuple(replace(row, cells=(*row.cells, *[one.colours.get(row.number) for one in found])) for row in rows)
    return (*columns, *added), wider


def _column_of(grid: Grid, index: int, label: str, colours: _Fills) -> FillColumn:
    return FillColumn(index, label, column_name(grid.first_column + index), colours)


def _column(grid: Grid, index: int, wanted: frozenset[int]) -> _Fills:
    """The fills of a column's data rows; those of a merged cell are those of all its rows."""
    column = grid.first_column + index
    filled = {
        row: colour
        for colour, columns in grid.details.fills.items()
        for row in columns.get(column, ())
        if row in wanted
    }
    if filled:
        for merge in grid.merges:
            if merge.first_column == column and merge.last_row > merge.first_row and merge.first_row in filled:
                rows = range(merge.first_row, merge.last_row + 1)
                filled.update((row, filled[merge.first_row]) for row in rows if row in wanted)
    return filled


def _marks(colours: _Fills, numbers: Sequence[int]) -> _Fills:
    """The fills without the one that is the column's own: where all rows have some, the most usual."""
    if len(colours) < _NEARLY_ALL * len(numbers):
        return colours
    usual = Counter(colours.values()).most_common(1)[0][0] if colours else ""
    return {row: colour for row, colour in colours.items() if colour != usual}


def _whole_rows(by_column: Mapping[int, _Fills], width: int) -> _Fills:
    counts = Counter((row, colour) for colours in by_column.values() for row, colour in colours.items())
    return {row: colour for (row, colour), count in counts.items() if count > 1 and 2 * count > width}


def _banded(colours: _Fills, numbers: Sequence[int]) -> bool:
    """Whether colours come and go by turns, as a table's bands do."""
    seen = [colours.get(number, "") for number in numbers]
    changes = sum(1 for one, other in _pairs(seen, 1) if one != other)
    for period in range(2, _LONGEST_BAND + 1):
        if len(seen) < max(4, 2 * period):
            return False
        same = sum(1 for one, other in _pairs(seen, period) if one == other)
        regular = same >= _NEARLY_ALL * (len(seen) - period)
        if regular and changes >= _NEARLY_ALL * (len(seen) - 1) * (1 if period == 2 else 2 / period):
            return True
    return False


def _pairs(seen: Sequence[str], distance: int) -> Iterator[tuple[str, str]]:
    return zip(seen, seen[distance:], strict=False)
