"""Filled columns that have no label: a row wider than its header, a label that somebody left out."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.forms.files.grid import Cell, Grid, cell_text, column_name
from minqing.forms.naming.columns import NamedColumn
from minqing.forms.tables.header import Header

WHY = "没有栏名"


def unlabelled_columns(
    grid: Grid, header: Header, columns: Sequence[NamedColumn], rows: Sequence[tuple[int, list[Cell]]]
) -> tuple[NamedColumn, ...]:
    """The columns without a label in which one of ``rows`` says something, each under a name such as ``第 7 列``.

    One that merely counts the rows says nothing.
    """
    taken = {index for one in columns for index in (one.index, *one.joined)}
    labels = {one.header for one in columns}
    found = []
    for index, label in enumerate(header.labels):
        if label or index in taken or not any(row[index] is not None for _, row in rows):
            continue
        cells = [row[index] for _, row in rows]
        if all(not cell_text(cell).strip() for cell in cells) or _counts(cells):
            continue
        number = grid.first_column + index
        name = f"第 {number} 列"
        while name in labels:
            name += "（无栏名）"
        found.append(NamedColumn(index, name, None, WHY, column_name(number)))
    return tuple(found)


def _counts(cells: Sequence[Cell]) -> bool:
    """Whether cells are 1, 2, 3 … from row to row."""
    texts = [cell_text(cell).strip() for cell in cells]
    return texts == [str(number) for number in range(1, len(texts) + 1)]
