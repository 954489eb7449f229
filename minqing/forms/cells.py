"""Cells as values: what each cell of a column says, worked out once for equal cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from minqing.errors import CellError, MaskedValue
from minqing.forms.form import SLOTS, Column
from minqing.forms.grid import Cell, cell_text
from minqing.records import values
from minqing.records.base import Record
from minqing.records.dates import Period
from minqing.records.fields import Composite, Field, Privacy, Value
from minqing.records.values import Kind, text_of

_REMEMBERED = 8192
_TEXTS = frozenset((Kind.TEXT, Kind.LONG))
_MOMENTS = frozenset((Kind.DATE, Kind.TIME))
_NOTHING: frozenset[Value] = frozenset(("", None, ()))


@dataclass(frozen=True, slots=True)
class CellReading:
    """What one cell says.

    ``text`` is the canonical text of the parsed value, or the raw text where there is none (an unbound column, an
    error). ``values`` maps fields to values; it is empty for a blank cell, for the ``empty`` word of its column (无,
    which stays in ``text``), for an unbound column and beside an ``error``.
    """

    text: str
    values: Mapping[str, Value]
    error: CellError | None = None


BLANK = CellReading("", {})


class ColumnReader:
    """Reads the cells of one column; equal cells are parsed once (within a bounded memory).

    ``owned`` are the fields that other columns of the sheet carry: a text that stands for several fields, such as an
    address, does not speak for those.
    """

    def __init__(self, column: Column | None, *, period: Period | None, owned: frozenset[str] = frozenset()) -> None:
        self._column = column
        self._bound = column.bound if column else None
        self._model: type[Record] = SLOTS[column.slot] if column and column.slot else Record
        self._empty = column.empty if column else ""
        self._period = period
        self._owned = owned
        plain = isinstance(self._bound, Field) and self._bound.kind in _TEXTS
        self._limit = self._bound.limit if isinstance(self._bound, Field) and plain else -1
        self._name = self._bound.name if self._bound else ""
        self._secret = self._bound is not None and self._bound.privacy is Privacy.MASKED
        self._memory: dict[object, CellReading] = {}

    def __call__(self, cell: Cell) -> CellReading:
        """The reading of ``cell``; a cell that breaks a rule comes back with its error, nothing is raised."""
        if cell is None:
            return BLANK
        key: object = cell if type(cell) is str else (type(cell), cell)
        memory = self._memory
        found = memory.get(key)
        if found is None:
            if len(memory) >= _REMEMBERED:
                memory.clear()
            found = memory[key] = self._read(cell)
        return found

    def _read(self, cell: Cell) -> CellReading:
        text = text_of(cell if type(cell) is str else _plain(cell))
        if text and len(text) <= self._limit and text != self._empty and type(cell) is str:
            # What values.parse makes of a text, without asking; most cells that are not repeated are of this kind.
            return CellReading(text, {self._name: text})
        bound = self._bound
        if not text:
            return BLANK
        if bound is None or text == self._empty:
            return CellReading(text, {})
        if self._secret and ("*" in text or "＊" in text):
            return CellReading(text, {}, MaskedValue())
        if type(cell) is bool or (isinstance(cell, time) and bound.kind not in _MOMENTS):
            cell = text
        try:
            if isinstance(bound, Composite):
                return self._read_parts(bound, cell, text)
            found = bound.read(cell, self._period)
            value = found[bound.name]
            return CellReading(values.render(bound.kind, value) or text, found) if value not in _NOTHING else BLANK
        except CellError as error:
            return CellReading(text, {}, error)

    def _read_parts(self, bound: Composite, cell: Cell, text: str) -> CellReading:
        """A text for several fields; where all but one have their own columns, it may be that one alone (15:20)."""
        left = [part for part in bound.parts if part not in self._owned]
        try:
            found = bound.read(cell, self._period)
        except CellError:
            if len(left) != 1 or not self._owned:
                raise
            only = self._model.fields()[left[0]]
            value = values.parse(only, cell, self._period)
            return CellReading(values.render(only.kind, value) or text, {only.name: value})
        shown = bound.show(self._model.trusted(found)) or text
        kept = {name: value for name, value in found.items() if name not in self._owned}
        return CellReading(shown, kept) if any(value not in _NOTHING for value in kept.values()) else BLANK


def _plain(cell: Cell) -> Cell:
    return cell_text(cell) if isinstance(cell, bool | time) else cell
