"""Records that were joined into others: under which id they are now, so that sheets with the old one still fit."""

from __future__ import annotations

from collections.abc import Mapping

from minqing.ledger import Ledger, Paper, Transaction

_KIND = "joined"


def note_joined(tx: Transaction, *, gone: str, kept: str) -> None:
    """Keep in the book that what was ``gone`` is now ``kept``; undoing the change takes it back."""
    tx.keep(Paper(_KIND, gone, kept))
    tx.drop(_KIND, kept)


def joined_records(ledger: Ledger) -> Mapping[str, str]:
    """Every id that was joined away, and the id of the record that it is part of now, however often that was joined."""
    steps = {paper.name: paper.text for paper in ledger.papers(_KIND)}
    return {gone: _last(steps, gone) for gone in steps}


def _last(steps: Mapping[str, str], record_id: str) -> str:
    seen = {record_id}
    while (record_id := steps[record_id]) in steps and record_id not in seen:
        seen.add(record_id)
    return record_id
