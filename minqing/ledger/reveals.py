"""Who looked at a number that is hidden on the screen, and when: kept in the book, no change, nothing to undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from minqing.ledger.codecs import to_json
from minqing.ledger.connection import Connection


@dataclass(frozen=True, slots=True)
class Reveal:
    """One look at one field of one record; never what stood there."""

    record_id: str
    field: str
    who: str
    at: datetime


class Reveals:
    """The looks at hidden numbers of an open book; noting one does not move the book's version."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, record_id: str, field: str, *, who: str) -> Reveal:
        """Write down that ``who`` sees this number now."""
        at = datetime.now().replace(microsecond=0)
        with self._connection.lock, self._connection.transaction():
            self._connection.run(
                "INSERT INTO reveal (record, field, who, at) VALUES (?, ?, ?, ?)",
                (record_id, field, who, at.isoformat(" ")),
            )
        return Reveal(record_id, field, who, at)

    def of(self, *record_ids: str) -> list[Reveal]:
        """The looks at numbers of these records, newest first."""
        sql = (
            "SELECT record, field, who, at FROM reveal WHERE record IN (SELECT value FROM json_each(?)) "
            "ORDER BY id DESC"
        )
        with self._connection.lock:
            rows = self._connection.query(sql, (to_json(list(record_ids)),))
        return [Reveal(record, field, who, datetime.fromisoformat(at)) for record, field, who, at in rows]
