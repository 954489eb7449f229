"""Bringing back a value that was replaced, or that lost against another, from a record's history."""

from __future__ import annotations

from minqing.errors import BrokenRules
from minqing.exchange.matching.joined import joined_records
from minqing.ledger import Changes, Ledger
from minqing.ledger.transaction import label_of
from minqing.records.base import Record


def restore_value(ledger: Ledger, *, record_id: str, field: str, change_id: int) -> Changes:
    """Write back what a change had replaced in ``field``, or what had not been taken in it, as one change with undo.

    What stands there now stays in the history in turn; a value that stands already writes nothing. In the history of a
    record that was joined into another, the value goes to that other.

    Raises RecordMissing, NothingToRestore, BrokenRules.
    """
    before = ledger.find(record_id) or ledger.get(joined_records(ledger).get(record_id, record_id))
    bound = before.fields().get(field)
    label = bound.label if bound else "其他栏"
    with ledger.change(f"改回 {label_of(before)} 的{label}") as tx:
        after = tx.restore(before.id, field, change_id, noted_of=record_id)
        _refuse_breaks(before, after)
    return tx.changes


def _refuse_breaks(before: Record, after: Record) -> None:
    attributes = before.attributes()
    standing = {breach.field for breach in before.breaches()}
    if broken := [one for one in after.breaches() if one.field not in standing]:
        raise BrokenRules([(one.field, attributes[one.field].label, one.error) for one in broken])
