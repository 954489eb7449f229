"""What the history of the book says of our side: who last changed a value and when, and what was emptied."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from minqing.ledger import Ledger
from minqing.records.catalogue import kind_of


class Since(NamedTuple):
    """Since when a value stands in the book, and who put it there."""

    who: str
    at: datetime


class Provenance:
    """Looks up the last change of a value; each record's history is read once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._known: dict[str, dict[str, Since]] = {}

    def of(self, record_id: str, attribute: str) -> Since | None:
        """When the value of ``attribute`` was last edited, None when it stands as it was first entered."""
        parts, edits = _parts(record_id, attribute), self._edits(record_id)
        return max((edits[part] for part in parts if part in edits), key=lambda since: since.at, default=None)

    def emptied(self, record_id: str, attribute: str) -> bool:
        """Whether somebody emptied the value of ``attribute`` on purpose."""
        return any((record_id, part) in self._emptied for part in _parts(record_id, attribute))

    @cached_property
    def _emptied(self) -> set[tuple[str, str]]:
        return self._ledger.emptied()

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
