"""Where the rows of an office's table begin and end: its lines, its drop-downs, and what stands under it."""

from __future__ import annotations

from collections.abc import Callable

from minqing.forms.files.grid import Cell, Grid
from minqing.forms.learning.sheet_facts import SheetFacts
from minqing.forms.naming.columns import vocabulary
from minqing.forms.tables.body import data_rows
from minqing.forms.tables.header import Header
from minqing.forms.tables.labels import normalise_label

_FOOTERS = frozenset({"合计行", "说明或落款"})
_BEYOND = 1_048_577
_BLOCK = 3
"""So many known labels in a row under the table begin another block of the page."""


def room_of(grid: Grid, header: Header, facts: SheetFacts) -> tuple[int, int]:
    """The first and the last sheet row that records may stand in: one row when there is just a header.

    Where a footer follows at once there is no room, and the last row stands before the first.

    The room ends before a 合计 or 说明 row or another block, and with the last row that has lines or, where no lines
    are drawn, a format or a drop-down; rows that are filled in already are room too.
    """
    first = header.data_from
    end = _end(grid, header)
    filled = max((number for number, _ in data_rows(grid, header).rows if number < end), default=0)
    columns = frozenset(grid.first_column + index for index, label in enumerate(header.labels) if label)
    ruled = _ruled_until(facts, columns, first, end)
    last = max(filled, ruled, _formatted_until(facts, grid, max(first, filled + 1), end) if ruled < first else 0)
    if last < first:
        last = end - 1 if end <= grid.first_row + len(grid.rows) else _listed_until(facts, first)
    return first, min(max(first, last), end - 1)


def _end(grid: Grid, header: Header) -> int:
    """The first row under the table that is no record any more; beyond the sheet if there is none."""
    body = data_rows(grid, header)
    last = max((number for number, _ in body.rows), default=0)
    ends = [number for number, why in body.skipped if why in _FOOTERS and number > last]
    own = frozenset(normalise_label(label) for label in header.labels)
    likeness = vocabulary(())
    for number, row in enumerate(grid.rows[header.data_from - grid.first_row :], header.data_from):
        if _is_block(row, own, likeness):
            ends.append(number)
            break
    return min(ends, default=_BEYOND)


def _is_block(row: list[Cell], own: frozenset[str], likeness: Callable[[str], float]) -> bool:
    if sum(1 for cell in row if isinstance(cell, str)) < _BLOCK:
        return False
    texts = {normalise_label(cell) for cell in row if isinstance(cell, str)} - own - {""}
    known = sum(1 for text in texts if likeness(text) == 1)
    return known >= _BLOCK and 2 * sum(1 for text in texts if likeness(text) >= 0.5) >= len(texts)


def _ruled_until(facts: SheetFacts, columns: frozenset[int], first: int, end: int) -> int:
    """The last of the rows from ``first`` on, one after the other, that have lines in half of the columns at least."""
    row = first
    while row < end and 2 * len(facts.lines.get(row, frozenset()) & columns) >= len(columns):
        row += 1
    return row - 1


def _formatted_until(facts: SheetFacts, grid: Grid, first: int, end: int) -> int:
    """The last row from ``first`` on that has a format, and no text in it or above it."""
    written = (
        number
        for number, row in enumerate(grid.rows, grid.first_row)
        if number >= first and any(isinstance(cell, str) for cell in row)
    )
    end = min(end, next(written, end))
    return max((number for number in facts.formatted if first <= number < end), default=0)


def _listed_until(facts: SheetFacts, first: int) -> int:
    return max((one.last_row for one in facts.drop_downs.values() if first <= one.last_row < 10_000), default=first)
