"""Adding and correcting single records by hand, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from minqing.errors import UnknownField
from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from minqing.records.catalogue import attribute_named
from minqing.records.fields import Value


def save_records(ledger: Ledger, records: Sequence[Record], *, label: str) -> Changes:
    """Add the records that have no id yet and update the others, as one change."""
    with ledger.change(label) as tx:
        for record in records:
            if record.id:
                tx.update(record)
            else:
                tx.add(record)
    return tx.changes


def remove_records(ledger: Ledger, ids: Iterable[str], *, label: str) -> Changes:
    """Take records out of the book; history keeps them and undo brings them back."""
    with ledger.change(label) as tx:
        for record_id in ids:
            tx.remove(record_id)
    return tx.changes


def filled_in(model: type[Record], pairs: Mapping[str, str]) -> dict[str, Value]:
    """Field values from typed text, by field name or Chinese label; raises UnknownField or a CellError."""
    found: dict[str, Value] = {}
    for name, text in pairs.items():
        attribute = attribute_named(model, name)
        if attribute is None:
            raise UnknownField(model.LABEL, name, [one.label for one in model.attributes().values()])
        found.update(attribute.read(text))
    return found
