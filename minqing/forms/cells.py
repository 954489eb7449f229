"""Cells as values: what each cell of a column says, worked out once for equal cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from typing import NamedTuple

from minqing.errors import CellError, CutOff, FailedFormula, MaskedValue
from minqing.forms.files.details import is_error
from minqing.forms.files.grid import Cell, cell_text
from minqing.forms.form import SLOTS, Column
from minqing.records import values
from minqing.records.base import Record
from minqing.records.dates import Period
from minqing.records.fields import Composite, Field, Privacy, Value
from minqing.records.values import Kind, text_of

_REMEMBERED = 8192
_TEXTS = frozenset((Kind.TEXT, Kind.LONG))
_MOMENTS = frozenset((Kind.DATE, Kind.TIME))
_FAILURES = frozenset("#E错")
_NOTHING: frozenset[Value] = frozenset(("", None, ()))


class CellReading(NamedTuple):
    """What one cell says.

    ``text`` is the canonical text of the parsed value, or the raw text where there is none (an unbound column, an
    error). ``values`` maps fields to values; it is empty for a blank cell, for the ``empty`` word of its column (无,
    which stays in ``text``), for an unbound column and beside an ``error``.
    """

    text: str
    values: Mapping[str, Value]
    error: CellError | None = None


BLANK = CellReading("", {})


class _Memory(dict[str, CellReading]):
    """What texts said, up to a bound; a text that is not there is read."""

    def __init__(self, read: Callable[[str], CellReading]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> CellReading:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[text] = self._read(text)
        return found


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
        self._worded = column is not None and bool(column.words)
        self.texts: Mapping[str, CellReading] = _Memory(self._read)
        """The reading of every text, worked out when it is asked for."""
        self._others: dict[tuple[type, Cell], CellReading] = {}

    def __call__(self, cell: Cell) -> CellReading:
        """The reading of ``cell``; a cell that breaks a rule comes back with its error, nothing is raised."""
        if type(cell) is str:
            return self.texts[cell]
        if cell is None:
            return BLANK
        # 1, True and 1.0 are equal, and three different cells.
        key = (type(cell), cell)
        found = self._others.get(key)
        if found is None:
            if len(self._others) >= _REMEMBERED:
                self._others.clear()
            found = self._others[key] = self._read(cell)
        return found

    def _read(self, cell: Cell) -> CellReading:
        text = text_of(cell if type(cell) is str else _plain(cell))
        bound = self._bound
        if text[:1] in _FAILURES and bound is not None and (failure := _failure(text)):
            return CellReading(text, {}, failure)
        if self._worded and self._column:
            return self._in_other_words(self._column, cell, text)
        return self._value(cell, text)

    def _in_other_words(self, column: Column, cell: Cell, text: str) -> CellReading:
        """The reading of what the book means by a sheet's own word, shown again in that word."""
        meant = column.meant(text)
        found = self._value(cell if meant == text else meant, meant)
        return CellReading(text, {}, found.error) if found.error else found._replace(text=column.said(found.text))

    def _value(self, cell: Cell, text: str) -> CellReading:
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
            # Its traceback would keep a dozen objects alive for every bad cell.
            return CellReading(text, {}, error.with_traceback(None))

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


def _failure(text: str) -> CellError | None:
    if is_error(text):
        return FailedFormula(text)
    return CutOff() if len(text) > 2 and not text.strip("#") else None


def _plain(cell: Cell) -> Cell:
    return cell_text(cell) if isinstance(cell, bool | time) else cell
