"""Work that was begun and not finished, kept in the book: no change, no history, gone when it is finished."""

from __future__ import annotations

from minqing.ledger.connection import Connection

_PREFIX = "draft:"
_MOST = 40


class Drafts:
    """Texts by name in the encrypted file; the oldest make room when there are more than 40."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, name: str, text: str) -> None:
        """Write a draft down in place of the one of its name."""
        with self._connection.lock, self._connection.transaction():
            self._connection.run("DELETE FROM book WHERE key = ?", (_PREFIX + name,))
            self._connection.run("INSERT INTO book (key, value) VALUES (?, ?)", (_PREFIX + name, text))
            newest = "SELECT key FROM book WHERE key GLOB ? ORDER BY rowid DESC LIMIT ?"
            self._connection.run(
                f"DELETE FROM book WHERE key GLOB ? AND key NOT IN ({newest})",
                (f"{_PREFIX}*", f"{_PREFIX}*", _MOST),
            )

    def find(self, name: str) -> str:
        """The draft of this name, blank if there is none."""
        with self._connection.lock:
            found = self._connection.query("SELECT value FROM book WHERE key = ?", (_PREFIX + name,))
        return str(found[0][0]) if found else ""

    def begun(self, prefix: str) -> dict[str, str]:
        """The drafts whose names begin so, by name, the one kept last first."""
        start = _PREFIX + prefix
        statement = "SELECT key, value FROM book WHERE substr(key, 1, ?) = ? ORDER BY rowid DESC"
        with self._connection.lock:
            found = self._connection.query(statement, (len(start), start))
        return {str(key)[len(_PREFIX) :]: str(value) for key, value in found}

    def drop(self, name: str) -> None:
        """Forget a draft."""
        with self._connection.lock, self._connection.transaction():
            forget(self._connection, name)


def forget(connection: Connection, name: str) -> None:
    """Forget a draft, inside a transaction that somebody else began."""
    connection.run("DELETE FROM book WHERE key = ?", (_PREFIX + name,))
