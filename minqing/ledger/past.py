"""What the history says of the book as it is: what was taken out of it, emptied or kept on purpose."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from minqing.ledger import journal
from minqing.ledger.codecs import layout_of
from minqing.ledger.connection import Connection
from minqing.ledger.models import Change
from minqing.ledger.reading import record_of, rows_by_id
from minqing.records.base import Record
from minqing.records.catalogue import kind_of

# A record may have been taken out several times: what holds is the last time.
_OUT = (
    "SELECT j.record, max(j.change), j.before FROM journal j JOIN change c ON c.id = j.change "
    "WHERE j.action = 'r' AND c.removed > 0 AND c.undoes IS NULL AND {} GROUP BY j.record ORDER BY 2 DESC"
)
_ONE = "j.record = ?"
_OF = "j.record LIKE ? AND json_extract(j.before, ?) = ?"
_LED = "SELECT record FROM journal WHERE change = ? AND field = ? AND before = ? AND action = 'u' ORDER BY record"


@dataclass(frozen=True, slots=True)
class Removed:
    """A record that somebody took out of the book, as it was then, and the change that did so."""

    change: Change
    record: Record


class Past:
    """Questions to the history; what undoing did is never anybody's purpose."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @property
    def undoable(self) -> Change | None:
        """The newest change that touched records or papers, is not yet undone and is not an undo."""
        return journal.newest_undoable(self._connection)

    def removed(self, ids: Iterable[str]) -> set[str]:
        """Those of ``ids`` that somebody took out of the book."""
        return journal.removed_among(self._connection, ids)

    def emptied(self) -> set[tuple[str, str]]:
        """The (record id, field) that somebody emptied at some time."""
        return journal.emptied(self._connection)

    def declined(self) -> dict[tuple[str, str], int]:
        """The (record id, field) whose value stands because another was declined last, and the change that did so."""
        return journal.declined(self._connection)

    def taken_out(self, record_id: str) -> Removed | None:
        """A record that somebody took out and that is not in the book now; None for any other."""
        with self._connection.lock:
            return next(iter(self._removed(_ONE, (record_id,))), None)

    def taken_out_of(self, model: type[Record], field: str, value: str) -> list[Removed]:
        """The records of a kind whose ``field`` was ``value`` when they were taken out, the last first."""
        with self._connection.lock:
            return self._removed(_OF, (f"{model.LETTER}-%", f"$.{field}", value))

    def led_to(self, removed: Removed, field: str) -> list[str]:
        """The ids of those that the change which took it out cut off from it in their ``field``."""
        return [row[0] for row in self._connection.query(_LED, (removed.change.id, field, removed.record.id))]

    def _removed(self, which: str, values: tuple[str, ...]) -> list[Removed]:
        rows = self._connection.query(_OUT.format(which), values)
        here = rows_by_id(self._connection, [row[0] for row in rows]) if rows else {}
        found = []
        for record_id, change_id, image in rows:
            model, change = kind_of(record_id), journal.change_by_id(self._connection, change_id)
            if record_id not in here and model is not None and change is not None:
                record = record_of(layout_of(model).row_of_image(json.loads(image)))
                found.append(Removed(change, record))
        return found
