"""The rows of a sheet with their record ids, as cells in the order of the named columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from minqing.forms.files.grid import Cell, Grid, cell_text, column_name
from minqing.forms.naming.columns import UNKNOWN, NamedColumn, field_words, is_id_header, vocabulary
from minqing.forms.tables.clock_columns import with_clock
from minqing.forms.tables.header import Header, data_rows
from minqing.forms.tables.labels import normalise_label
from minqing.forms.tables.unlabelled import unlabelled_columns
from minqing.records.bulk import paused_collector
from minqing.records.identity import ALPHABET, normalise_id
from minqing.records.values import Kind

_TOKENS = re.compile(r"[,，;；、]+")
_EXACT = re.compile(rf"[A-Z]-[{ALPHABET}]{{6}}-[{ALPHABET}]{{5,7}}")
_OURS = re.compile(r"[A-Z]-[0-9A-Z-]{4,}")
_NO_CONTENT = "没有可以导入的内容"
_ANOTHER_TABLE = "下面是另一张表"
_Numbered = tuple[int, list[Cell]]
_Skipped = tuple[int, str]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One data row: its 1-based ``number`` in the sheet, the record ids it carries, its cells by column."""

    number: int
    ids: tuple[str, ...]
    cells: tuple[Cell, ...]


def read_rows(
    grid: Grid, header: Header, columns: tuple[NamedColumn, ...]
) -> tuple[tuple[NamedColumn, ...], tuple[SheetRow, ...], list[_Skipped]]:
    """The rows under a header, and those left out with the reason.

    The columns come back too: a 记录编号 column in which no id is ours is somebody else's, and joins them, as do
    filled columns without a label.
    """
    body = data_rows(grid, header)
    found, skipped = _first_table(body.rows, header)
    skipped = [*body.skipped, *skipped]
    id_index = next((index for index, label in enumerate(header.labels) if is_id_header(label)), None)
    if id_index is not None and _foreign([row[id_index] for _, row in found]):
        letter = column_name(grid.first_column + id_index)
        columns = (*columns, NamedColumn(id_index, header.labels[id_index], None, UNKNOWN, letter))
        id_index = None
    columns = (*columns, *unlabelled_columns(grid, header, columns, found))
    pick = _picker([one.index for one in columns])
    bound = _picker([index for one in columns if one.column for index in (one.index, *one.joined)])
    joined = [(position, one) for position, one in enumerate(columns) if one.joined]
    rows: list[SheetRow] = []
    with paused_collector():
        for number, row in found:
            ids = _ids(row[id_index]) if id_index is not None else ()
            own = bound(row)
            if own.count(None) == len(own) and not ids:
                skipped.append((number, _NO_CONTENT))
                continue
            cells = pick(row)
            rows.append(SheetRow(number, ids, _join(cells, row, joined) if joined else cells))
    return columns, tuple(rows), skipped


def _first_table(found: Sequence[_Numbered], header: Header) -> tuple[Sequence[_Numbered], list[_Skipped]]:
    """The rows up to the next header, as where a printed form has several tables one under the other."""
    own = {normalise_label(label) for label in header.labels}
    words = field_words() - own
    likeness = vocabulary(())
    for place, (_, row) in enumerate(found):
        if words.isdisjoint(row):
            continue
        texts = {normalise_label(cell) if isinstance(cell, str) else "" for cell in row if cell is not None} - own
        known = sum(1 for text in texts if likeness(text) == 1)
        if known >= 3 and 2 * sum(1 for text in texts if likeness(text) >= 0.5) >= len(texts):
            return found[:place], [(number, _ANOTHER_TABLE) for number, _ in found[place:]]
    return found, []


def _foreign(cells: Sequence[Cell]) -> bool:
    return any(cell is not None for cell in cells) and not any(_ids(cell) for cell in cells)


def _picker(indices: Sequence[int]) -> Callable[[Sequence[Cell]], tuple[Cell, ...]]:
    if len(indices) > 1:
        return itemgetter(*indices)
    return lambda row: tuple(row[index] for index in indices)


def _join(cells: tuple[Cell, ...], row: Sequence[Cell], joined: Iterable[tuple[int, NamedColumn]]) -> tuple[Cell, ...]:
    """The cells with their further columns: phones as one cell holds several numbers, a day with its hour."""
    result = list(cells)
    for position, named in joined:
        others = [row[other] for other in named.joined]
        if named.column is not None and named.column.bound is not None and named.column.bound.kind is Kind.DATE:
            result[position] = with_clock(cells[position], others)
            continue
        found = dict.fromkeys(text for cell in (cells[position], *others) if (text := cell_text(cell).strip()))
        if len(found) > 1 or cells[position] is None:
            result[position] = "；".join(found) or None
    return tuple(result)


def _ids(cell: Cell) -> tuple[str, ...]:
    """The record ids in a 记录编号 cell; one with a typing mistake is kept as it is, so that it can be reported."""
    if not isinstance(cell, str):
        return ()
    found = []
    for token in cell.split():
        if _EXACT.fullmatch(token):
            # A wrong check character needs no telling here: no record has such an id.
            found.append(token)
            continue
        for part in _TOKENS.split(token):
            known = normalise_id(part)
            if known or _OURS.fullmatch(part.upper()):
                found.append(known or part.upper())
    return tuple(found)
