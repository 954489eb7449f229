"""Records that were joined into others: under which id they are now, so that sheets with the old one still fit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from minqing.ledger import Ledger, Paper, Transaction

_KIND = "joined"
_TOLD = "told joined"


class Told(NamedTuple):
    """Two records of this book that are one in another's: ``gone`` is part of ``kept`` there, as ``by`` said."""

    gone: str
    kept: str
    by: str

    @property
    def key(self) -> str:
        """By what the pair is kept."""
        return f"{self.gone} {self.kept}"


def note_joined(tx: Transaction, *, gone: str, kept: str) -> None:
    """Keep in the book that what was ``gone`` is now ``kept``; undoing the change takes it back."""
    tx.keep(Paper(_KIND, gone, kept))
    tx.drop(_KIND, kept)


def note_same(tx: Transaction, ledger: Ledger, came_as: Iterable[Mapping[str, str]]) -> None:
    """Keep, in the change of an import, what goes here under another id than on its sheets: id here to id there."""
    known = joined_records(ledger)
    for ids in came_as:
        for ours, theirs in ids.items():
            if known.get(theirs) != ours:
                tx.keep(Paper(_KIND, theirs, ours))


def note_told(tx: Transaction, ledger: Ledger, told: Iterable[Told]) -> None:
    """Keep, in the change of an import, what another book joined and this one has twice: a person decides here."""
    known = {paper.name for paper in ledger.papers(_TOLD)}
    for one in told:
        if one.key not in known:
            tx.keep(Paper(_TOLD, one.key, one.by))


def told_records(ledger: Ledger) -> list[Told]:
    """The pairs of records of which another book said that they are one."""
    pairs = ((paper.name.split(), paper.text) for paper in ledger.papers(_TOLD))
    return [Told(gone, kept, by) for (gone, kept), by in pairs]


def joined_records(ledger: Ledger) -> Mapping[str, str]:
    """Every id that was joined away, and the id of the record that it is part of now, however often that was joined."""
    steps = {paper.name: paper.text for paper in ledger.papers(_KIND)}
    return {gone: _last(steps, gone) for gone in steps}


def _last(steps: Mapping[str, str], record_id: str) -> str:
    seen = {record_id}
    while (record_id := steps[record_id]) in steps and record_id not in seen:
        seen.add(record_id)
    return record_id
