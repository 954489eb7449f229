"""Reading records: by id, and by equality of fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Table, func, literal_column, or_, select

from minqing.ledger.codecs import Layout, Row, layout_of, to_json
from minqing.ledger.connection import Connection, quote
from minqing.ledger.tables import RECORDS
from minqing.records.base import Record
from minqing.records.bulk import drained
from minqing.records.catalogue import kind_of
from minqing.records.values import Kind

T = TypeVar("T", bound=Record)
_SEVERAL = {Kind.MANY, Kind.PHONES}


def fetch(connection: Connection, model: type[T], where: Mapping[str, object]) -> list[T]:
    """The records of a model whose fields are as ``where`` says, in the order in which they came into the book."""
    table = RECORDS[model]
    layout = layout_of(model)
    statement = select(*(table.c[name] for name in layout.names)).where(*_conditions(table, layout, where))
    return layout.records(connection.parts(statement.order_by(_ROWID)))


def count(connection: Connection, model: type[Record], where: Mapping[str, object]) -> int:
    """How many records of a model are as ``where`` says."""
    table = RECORDS[model]
    statement = select(func.count()).select_from(table).where(*_conditions(table, layout_of(model), where))
    return int(connection.rows(statement)[0][0])


def rows_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Row]:
    """The stored rows of any records, by id; ids that are not in the book are left out."""
    found: dict[str, Row] = {}
    for model, wanted in by_model(ids).items():
        table = RECORDS[model]
        statement = select(*(table.c[name] for name in layout_of(model).names)).where(_among(table.c.id, wanted))
        for rows in drained(connection.parts(statement)):
            found.update((row[0], tuple(row)) for row in rows)
    return found


def row_by_id(connection: Connection, record_id: str) -> Row | None:
    """The stored row of one record."""
    model = kind_of(record_id)
    if model is None:
        return None
    rows = connection.query(_BY_ID[model], (record_id,))
    return rows[0] if rows else None


def record_of(row: Row) -> Record:
    """The record in a stored row of any kind."""
    model = kind_of(str(row[0]))
    if model is None:
        raise ValueError(f"no kind of record has an id like {row[0]}")
    return layout_of(model).record(row)


def by_model(ids: Iterable[str]) -> dict[type[Record], list[str]]:
    """Ids sorted by the kind of record they belong to; what is no id is left out."""
    sorted_ids: dict[type[Record], list[str]] = defaultdict(list)
    for record_id in ids:
        model = kind_of(record_id)
        if model is not None:
            sorted_ids[model].append(record_id)
    return sorted_ids


def references() -> list[tuple[type[Record], str, str]]:
    """Every field that points to another record: model, field, kind it points to."""
    return [
        (model, field.name, field.to)
        for model in RECORDS
        for field in model.fields().values()
        if field.kind is Kind.REF and field.to
    ]


def _conditions(table: Table, layout: Layout[Any], where: Mapping[str, object]) -> list[ColumnElement[bool]]:
    return [_condition(table, layout, name, wanted) for name, wanted in where.items()]


def _condition(table: Table, layout: Layout[Any], name: str, wanted: object) -> ColumnElement[bool]:
    several = isinstance(wanted, list | tuple | set | frozenset)
    kind = layout.kind_of.get(name)
    if kind in _SEVERAL and wanted:
        return _holds(table.c[name], list(wanted) if several else [wanted])  # type: ignore[call-overload]
    cells = [layout.cell(name, value) for value in wanted] if several else [layout.cell(name, wanted)]  # type: ignore[attr-defined]
    if kind in _SEVERAL:
        return table.c[name] == ""
    if not several:
        return table.c[name].is_(None) if cells[0] is None else table.c[name] == cells[0]
    filled = [cell for cell in cells if cell is not None]
    among = _among(table.c[name], filled)
    return or_(among, table.c[name].is_(None)) if len(filled) < len(cells) else among


def _among(column: ColumnElement[Any], cells: list[Any]) -> ColumnElement[bool]:
    """``column IN (…)`` for any number of cells: one parameter, so the statement stays the same."""
    return column.in_(select(func.json_each(to_json(cells)).table_valued("value").c.value))


def _holds(column: ColumnElement[Any], parts: list[object]) -> ColumnElement[bool]:
    """Whether a list in a cell holds one of ``parts``."""
    each = func.json_each(func.nullif(column, "")).table_valued("value")
    return select(each.c.value).where(_among(each.c.value, parts)).exists()


_ROWID: ColumnElement[int] = literal_column("rowid")
_BY_ID = {
    model: f"SELECT {', '.join(map(quote, layout_of(model).names))} FROM {quote(table.name)} WHERE id = ?"
    for model, table in RECORDS.items()
}
