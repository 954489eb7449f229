"""Deciding once more about what an import had decided."""

from __future__ import annotations

from minqing.errors import RecordMissing
from minqing.exchange.account import Deed
from minqing.ledger import Changes, Ledger


def take_declined(ledger: Ledger, deed: Deed) -> Changes:
    """Let the value hold after all that lost against ours. Raises RecordMissing, CellError."""
    record = ledger.get(deed.record_id)
    field = type(record).fields().get(deed.field)
    if field is None:
        raise RecordMissing(deed.record_id)
    with ledger.change(f"改用来表的“{deed.label}”：{deed.name}") as tx:
        tx.update(record.with_values(field.read(deed.value)))
    return tx.changes
