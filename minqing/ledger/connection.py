"""The one connection to the encrypted file: key, settings, locking, and driver errors turned into ours."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Dialect, Executable, create_engine
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from minqing.errors import DamagedLedger, DiskFull, DiskTrouble, LedgerInUse, ReadOnlyLedger, RecordMissing
from minqing.ledger.keys import Key

PAGE_SIZE = 4096
_SETTINGS = (
    "PRAGMA temp_store = MEMORY",
    "PRAGMA cipher_memory_security = OFF",
    "PRAGMA cache_size = -65536",
    "PRAGMA foreign_keys = ON",
    # With the file locked for as long as the book is open no second window can write, and there is no -shm file;
    # the lock dies with the process, on every system.
    "PRAGMA locking_mode = EXCLUSIVE",
)
_PRIMARY = 0xFF
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_LITTLE = 1 << 20
_PART = 100


class NotReadable(Exception):
    """The first page did not decrypt: a wrong password, another kind of file, or damage; the caller finds out which."""


class Connection:
    """An open SQLCipher file; usable from any thread, one at a time (``lock``)."""

    def __init__(self, path: Path, key: Key) -> None:
        """Open ``path`` (made when missing). Raises NotReadable, LedgerInUse, ReadOnlyLedger, DamagedLedger."""
        self.path = path
        self.key = key
        self.lock = threading.RLock()
        with translated(path):
            self.raw = keyed(path, key)
            try:
                self._set_up()
            except BaseException:
                self.raw.close()
                raise
        self._engine = create_engine("sqlite://", module=driver, creator=lambda: self.raw, poolclass=StaticPool)
        # Kept for good and in the driver's autocommit mode: transactions are begun and ended by name below.
        self._sql = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")

    def _set_up(self) -> None:
        try:
            for setting in _SETTINGS:
                self.raw.execute(setting)
            self.raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except driver.DatabaseError as error:
            if _code(error) == _NOTADB:
                raise NotReadable from None
            raise
        self.raw.execute("PRAGMA journal_mode = WAL")
        self.raw.execute("PRAGMA synchronous = FULL")
        # A file or folder that cannot be written to shows now, not when something was typed in.
        self.raw.execute("BEGIN IMMEDIATE")
        self.raw.execute("PRAGMA user_version = " + str(self.number("PRAGMA user_version")))
        self.raw.execute("ROLLBACK")

    def close(self) -> None:
        """Let go of the file; the write-ahead log is folded in."""
        with self.lock:
            self._sql.close()
            self._engine.dispose()
            self.raw.close()

    @property
    def dialect(self) -> Dialect:
        """For compiling pieces of DDL."""
        return self._engine.dialect

    def number(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """The first cell of a query as a number; 0 for none."""
        row = self.raw.execute(sql, parameters).fetchone()
        return int(row[0] or 0) if row else 0

    def rows(self, statement: Executable) -> list[Any]:
        """All rows of a Core statement."""
        with self.lock, translated(self.path):
            return list(self._sql.execute(statement).fetchall())

    def parts(self, statement: Executable) -> list[list[Any]]:
        """All rows of a Core statement that may have very many, a hundred together."""
        with self.lock, translated(self.path):
            return [list(rows) for rows in self._sql.execute(statement).partitions(_PART)]

    def execute(self, statement: Executable) -> None:
        """Run one Core statement."""
        with self.lock, translated(self.path):
            self._sql.execute(statement).close()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[Any]:
        """All rows of plain SQL: for the few places where milliseconds count or Core has no words."""
        with self.lock, translated(self.path):
            return list(self.raw.execute(sql, parameters).fetchall())

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Run plain SQL; gives the number of rows touched."""
        with self.lock, translated(self.path):
            return int(self.raw.execute(sql, parameters).rowcount)

    def run_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run plain SQL once per row."""
        with self.lock, translated(self.path):
            self.raw.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: commits at the end of the block, rolls back when anything is raised in it."""
        with self.lock:
            with translated(self.path):
                self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                with translated(self.path):
                    self._commit()
            except BaseException:
                # A full disk may have ended the transaction already.
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")
                raise

    def _commit(self) -> None:
        try:
            self.raw.execute("COMMIT")
        except driver.IntegrityError:
            for table, row, _, number in self.raw.execute("PRAGMA foreign_key_check").fetchall():
                column = self.raw.execute(f"PRAGMA foreign_key_list({quote(table)})").fetchall()
                name = next(one[3] for one in column if one[0] == number)
                sql = f"SELECT {quote(name)} FROM {quote(table)} WHERE rowid = ?"
                raise RecordMissing(self.raw.execute(sql, (row,)).fetchone()[0]) from None
            raise


def keyed(path: Path, key: Key) -> Any:
    """A driver connection with its key set, nothing read yet."""
    raw = driver.connect(str(path), isolation_level=None, check_same_thread=False, cached_statements=256, timeout=0.2)
    raw.execute("PRAGMA cipher_log_level = NONE")  # a wrong password is said in a sentence, not on standard error
    raw.execute(key.pragma)
    raw.execute(f"PRAGMA cipher_page_size = {PAGE_SIZE}")
    return raw


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn driver errors that a person can act on into ours; the others are bugs and pass."""
    try:
        yield
    except DBAPIError as error:
        raise _ours(path, error.orig) or error from error
    except driver.Error as error:
        ours = _ours(path, error)
        if ours is None:
            raise
        raise ours from error


def _code(error: BaseException | None) -> int:
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & _PRIMARY


def _ours(path: Path, error: BaseException | None) -> Exception | None:
    code = _code(error)
    if code in {_BUSY, _LOCKED}:
        return LedgerInUse(path)
    if code in {_READONLY, _CANTOPEN}:
        return ReadOnlyLedger(path)
    if code in {_CORRUPT, _NOTADB}:
        return DamagedLedger(path)
    if code == _IOERR:
        return DiskFull(path) if _hardly_any_room(path) else DiskTrouble(path)
    return DiskFull(path) if code == _FULL else None


def _hardly_any_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LITTLE
    except OSError:
        return False


def insert_sql(table: Any, *, verb: str = "INSERT") -> str:
    """``INSERT INTO table (columns) VALUES (?, …)`` for the driver's fast path."""
    names = [column.name for column in table.columns]
    return f"{verb} INTO {quote(table.name)} ({', '.join(map(quote, names))}) VALUES ({', '.join('?' * len(names))})"


_PREPARER = SQLiteDialect_pysqlite().identifier_preparer


def quote(name: str) -> str:
    """A table or column name as SQL wants it (``change``, ``before`` and the like need quotes)."""
    return str(_PREPARER.quote(name))
