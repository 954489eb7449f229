"""What the rows of a made book truly say, by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.forms.made.model import (
    ANY,
    KEPT,
    RUNNING,
    Book,
    Cell,
    Column,
    Refused,
    Row,
    Somewhere,
    cell_of,
    lay_out,
    shown,
)


def true_rows(book: Book) -> Iterator[tuple[dict[str, str], bool]]:
    """The fields of every data row that is not shifted, and whether the whole row is without a fault."""
    for page in (lay_out(sheet) for sheet in book.sheets if not sheet.declined and not sheet.hidden):
        for table, columns in zip(page.sheet.tables, page.columns, strict=True):
            for row in table.rows:
                if row.data and not row.shifted:
                    fields = {**table.same, **row.also, **_fields(row, [column for _, column in columns])}
                    yield fields, not _refused(row)


def _refused(row: Row) -> bool:
    cells = [cell_of(given) for given in row.cells]
    return any(isinstance(cell.truth, Refused) or cell.error for cell in cells)


def _fields(row: Row, columns: list[Column]) -> dict[str, str]:
    found: dict[str, str] = {}
    for given, column in zip(row.cells, columns, strict=False):
        cell = cell_of(given)
        if column.field not in (RUNNING, ANY) and not isinstance(cell.truth, Refused | Somewhere):
            found |= truth_of(cell, column)
    return {name: text for name, text in found.items() if text}


def truth_of(cell: Cell, column: Column) -> dict[str, str]:
    """The fields that a cell truly says."""
    name = column.field.split("|")[0]
    if isinstance(cell.truth, Mapping):
        return dict(cell.truth)
    text = cell.truth if isinstance(cell.truth, str) else shown(cell.raw)
    if not text or name in (KEPT, "joined") or cell.error:
        return {}
    slot, _, attribute = name.partition(".")
    moment = {"moment", "visited_on", "registered_on"}
    if attribute in moment:
        day, _, clock = text.partition(" ")
        event = "visited" if slot == "visit" else "registered"
        return {f"{slot}.{event}_on": day} | ({f"{slot}.{event}_at": clock} if clock else {})
    return {name: text}
