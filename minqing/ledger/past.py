"""What the history says of the book as it is: what was taken out of it, emptied or kept on purpose."""

from __future__ import annotations

from collections.abc import Iterable

from minqing.ledger import journal
from minqing.ledger.connection import Connection
from minqing.ledger.models import Change


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
