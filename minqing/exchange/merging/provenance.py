"""What the history of the book says of our side: who last changed a value and when, and what was emptied."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from minqing.ledger import Ledger
from minqing.records.catalogue import kind_of

_ALL = 1_000_000


class Since(NamedTuple):
    """Since when a value stands in the book, and who put it there; ``first`` when it came with the record itself."""

    who: str
    at: datetime
    first: bool = False


class Provenance:
    """Looks up the last change of a value; each record's history is read once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[str, dict[str, Since]] = {}
        self._first: dict[str, Since | None] = {}

    def of(self, record_id: str, attribute: str) -> Since | None:
        """When the value of ``attribute`` was last edited, or else entered; None when the book does not know."""
        parts, edits = _parts(record_id, attribute), self._edits(record_id)
        found = max((edits[part] for part in parts if part in edits), key=lambda since: since.at, default=None)
        return found or self._entered(record_id)

    def _entered(self, record_id: str) -> Since | None:
        if record_id not in self._first:
            changes = self._ledger.history(record_id, limit=_ALL)
            self._first[record_id] = Since(changes[-1].who, changes[-1].at, first=True) if changes else None
        return self._first[record_id]

    def emptied(self, record_id: str, attribute: str) -> bool:
        """Whether somebody emptied the value of ``attribute`` on purpose."""
        return any((record_id, part) in self._emptied for part in _parts(record_id, attribute))

    def declined(self, record_id: str, attribute: str) -> int:
        """The change in which somebody kept the value that stands now rather than take another, 0 for none."""
        return max(self._declined.get((record_id, part), 0) for part in _parts(record_id, attribute))

    @cached_property
    def _declined(self) -> dict[tuple[str, str], int]:
        return self._ledger.past.declined()

    @cached_property
    def _emptied(self) -> set[tuple[str, str]]:
        return self._ledger.past.emptied()

    def _edits(self, record_id: str) -> dict[str, Since]:
        if record_id not in self._known:
            found: dict[str, Since] = {}
            for change, entries in self._ledger.edits(record_id):
                for entry in entries:
                    found.setdefault(entry.field, Since(change.who, change.at))
            self._known[record_id] = found
        return self._known[record_id]


def _parts(record_id: str, attribute: str) -> tuple[str, ...]:
    """Under which fields the history has an attribute; a column that no field knows is one of those kept in extra."""
    model = kind_of(record_id)
    bound = model.attributes().get(attribute) if model else None
    parts: tuple[str, ...] = getattr(bound, "parts", (attribute if bound else "extra",))
    return parts
