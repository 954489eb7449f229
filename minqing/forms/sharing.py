"""Texts that stand for several fields (an address) beside columns for some of these fields (楼栋, 房号)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minqing.forms.cells import CellReading, ColumnReader
from minqing.forms.files.grid import Cell
from minqing.forms.form import Column
from minqing.forms.naming.columns import NamedColumn
from minqing.records.dates import Period
from minqing.records.fields import Composite

__all__ = ["Sharing", "sharing_columns"]


class Sharing:
    """A column whose text speaks for the fields that other columns of the sheet carry, where those are blank.

    ``position`` is its place among the columns, ``places`` those of the columns for single fields, by field.
    """

    def __init__(self, column: Column, position: int, places: Mapping[str, int], period: Period | None) -> None:
        self.position = position
        self._column = column
        self._places = tuple(places.items())
        self._period = period
        self.alone = ColumnReader(column, period=period, owned=frozenset(places))
        """Reads a cell as if all of those columns said something."""
        self._readers: dict[frozenset[str], ColumnReader] = {frozenset(places): self.alone}

    def read(self, cell: Cell, row: Sequence[CellReading]) -> CellReading:
        """What a cell says in its row, of which ``row`` are the readings: of all fields but those told there."""
        owned = frozenset([name for name, place in self._places if row[place].text])
        reader = self._readers.get(owned)
        if reader is None:
            reader = self._readers[owned] = ColumnReader(self._column, period=self._period, owned=owned)
        return reader(cell)


def sharing_columns(columns: Sequence[NamedColumn], period: Period | None) -> dict[int, Sharing]:
    """The columns of a sheet that share fields with others, by position."""
    places = {one.key: position for position, one in enumerate(columns) if one.key}
    found = {}
    for position, one in enumerate(columns):
        column = one.column
        if column is None or not isinstance(column.bound, Composite):
            continue
        shared = {part: places[column.slot, part] for part in column.bound.parts if (column.slot, part) in places}
        if shared:
            found[position] = Sharing(column, position, shared, period)
    return found
