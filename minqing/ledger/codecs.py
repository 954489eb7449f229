"""Records to table rows and back, without building or validating anything twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, time
from functools import cache
from operator import itemgetter
from typing import Any, Generic, TypeAlias, TypeVar, cast

from minqing.records.base import Record
from minqing.records.bulk import drained, hold, paused_collector
from minqing.records.values import Kind, Value, blank, render

Cell: TypeAlias = str | int | None
Row: TypeAlias = tuple[Cell, ...]
T = TypeVar("T", bound=Record)

EXTRA = "extra"


_MANY = 2000


def many(number: int) -> AbstractContextManager[None]:
    """While many records are made none of them is garbage, so looking for it again and again would only take time."""
    return paused_collector() if number >= _MANY else nullcontext()


def to_json(value: object) -> str:
    """Compact JSON that keeps Chinese readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write_list(value: Any) -> Cell:
    return to_json(list(value)) if value else ""


def _write_extra(value: Any) -> Cell:
    return to_json(dict(value)) if value else ""


def _write_moment(value: Any) -> Cell:
    return value.isoformat() if value is not None else None


_WRITE: dict[Kind, Callable[[Any], Cell]] = {
    Kind.DATE: _write_moment,
    Kind.TIME: _write_moment,
    Kind.MANY: _write_list,
    Kind.PHONES: _write_list,
    Kind.REF: lambda value: value or None,
}
_READ: dict[Kind, Callable[[Any], Value]] = {
    Kind.DATE: lambda cell: date.fromisoformat(cell) if cell else None,
    Kind.TIME: lambda cell: time.fromisoformat(cell) if cell else None,
    Kind.MANY: lambda cell: tuple(json.loads(cell)) if cell else (),
    Kind.PHONES: lambda cell: tuple(json.loads(cell)) if cell else (),
    Kind.REF: lambda cell: cell or "",
}


class Layout(Generic[T]):
    """How the records of one model lie in their table: columns are id, revision, the fields, extra."""

    def __init__(self, model: type[T]) -> None:
        self.model = model
        self.fields = model.fields()
        self.kind_of = {name: field.kind for name, field in self.fields.items()}
        self.names = ("id", "revision", *self.fields, EXTRA)
        self.data_names = self.names[2:]
        self.place = {name: place for place, name in enumerate(self.names)}
        self._get = itemgetter(*self.names)
        self._writers = [
            (place, _WRITE[self.kind_of[name]])
            for place, name in enumerate(self.names)
            if name in self.kind_of and self.kind_of[name] in _WRITE
        ]
        self._blanks = {name: self._blank_cell(name) for name in self.names}
        self._readers = [(name, _READ[kind], blank(kind)) for name, kind in self.kind_of.items() if kind in _READ]

    def row(self, record: T) -> Row:
        """The cells of a record, in the order of :attr:`names`."""
        cells = list(self._get(record.__dict__))
        for place, write in self._writers:
            cells[place] = write(cells[place])
        cells[-1] = _write_extra(cells[-1])
        return tuple(cells)

    def record(self, row: Sequence[Any]) -> T:
        """The record that lies in a row; it was validated when it was written, so it is not validated again."""
        values = dict(zip(self.names, row, strict=True))
        for name, read, empty in self._readers:
            cell = values[name]
            values[name] = read(cell) if cell else empty
        extra = values[EXTRA]
        values[EXTRA] = json.loads(extra) if extra else {}
        return self.model.trusted(values)

    def records(self, parts: list[list[Any]]) -> list[T]:
        """Many rows, which come in parts and are gone from there afterwards, as records."""
        made: list[T] = []
        with many(sum(map(len, parts))):
            for rows in drained(parts):
                made += [self.record(row) for row in rows]
        hold(made)
        return made

    def stamped(self, record: T, record_id: str, revision: int) -> T:
        """The same record under an id and a revision."""
        return self.model.trusted({**record.__dict__, "id": record_id, "revision": revision})

    def cell(self, name: str, value: Any) -> Cell:
        """One value as it lies in the table; raises ValueError for a name that is no column."""
        if name not in self.place:
            raise ValueError(f"{self.model.KIND} has no field {name}")
        if name == EXTRA:
            return _write_extra(value)
        kind = self.kind_of.get(name)
        if kind in _WRITE:
            return _WRITE[kind](value)
        return cast(Cell, value)

    def shown(self, name: str, cell: Any) -> str:
        """The text of one cell as people read it; a field that this program no longer has is shown as it lies."""
        if name == EXTRA:
            return "；".join(f"{header}：{text}" for header, text in json.loads(cell).items()) if cell else ""
        kind = self.kind_of.get(name)
        if kind is None:
            return str(cell or "")
        return render(kind, _READ[kind](cell) if kind in _READ else cell)

    def image(self, row: Row) -> str:
        """A whole row as JSON, blanks left out."""
        return to_json({name: cell for name, cell in zip(self.names, row, strict=True) if cell not in {None, ""}})

    def row_of_image(self, image: Mapping[str, Any]) -> Row:
        """The row that an image was made of; fields that came later are blank, fields that went are dropped."""
        row: Row = self._get({**self._blanks, **image})
        return row

    def _blank_cell(self, name: str) -> Cell:
        kind = self.kind_of.get(name)
        return None if kind in {Kind.DATE, Kind.TIME, Kind.INTEGER, Kind.REF} else ""


def layout_of(model: type[T]) -> Layout[T]:
    """The layout of a model, made once."""
    return cast(Layout[T], _layout(model))


@cache
def _layout(model: type[Record]) -> Layout[Any]:
    return Layout(model)
