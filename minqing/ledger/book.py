"""The account book: one encrypted file, read as records and written only through changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlalchemy.dialects.sqlite import insert

from minqing.errors import (
    DamagedLedger,
    EmptyPassword,
    LedgerExists,
    LedgerInUse,
    LedgerMissing,
    NothingToUndo,
    ReadOnlyLedger,
    RecordMissing,
    WrongPassword,
)
from minqing.ledger import backup, check, journal, migrations, papers, partners, reading, search, undo
from minqing.ledger.codecs import many
from minqing.ledger.connection import Connection, NotReadable
from minqing.ledger.diagnosis import key_fits_elsewhere, looks_damaged
from minqing.ledger.keys import Key, key_of, new_key
from minqing.ledger.machine import book_code
from minqing.ledger.models import Base, Change, Changes, Entry, Exchange, Foreign, Hit, Kept, Paper, Profile, Undone
from minqing.ledger.rooms import Rooms
from minqing.ledger.tables import BOOK
from minqing.ledger.transaction import Intent, Transaction
from minqing.records.base import Record
from minqing.records.bulk import hold

T = TypeVar("T", bound=Record)

# Reading a file's first bytes while this same process has it open would, on POSIX, drop the lock on it.
_OPEN: set[Path] = set()


class Ledger(Rooms):
    """An open account book; a context manager. Usable from any thread: one at a time, the others wait.

    ``path`` is the file, ``profile`` whose book it is, ``code`` what new ids on this machine begin with.
    """

    path: Path
    profile: Profile
    code: str

    def __init__(self, connection: Connection, code: str = "") -> None:
        """For :meth:`create` and :meth:`open` only."""
        super().__init__(connection)
        self.path = connection.path
        self._writing = False
        self._closed = False
        self.code = code or book_code(connection)
        stored = connection.query("SELECT value FROM book WHERE key = 'profile'")
        self.profile = Profile.model_validate_json(stored[0][0])
        self._changed = _changed_since_backup(connection)

    @classmethod
    def create(cls, path: Path, password: str, profile: Profile, *, code: str = "") -> Ledger:
        """Make a new book and open it. Raises LedgerExists, EmptyPassword, ReadOnlyLedger, DiskFull.

        Until the book is closed its ids are under ``code``, for books that must come out the same each time.
        """
        path = Path(path).absolute()
        if not password:
            raise EmptyPassword
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReadOnlyLedger(path) from error
        try:
            path.open("xb").close()
        except FileExistsError:
            raise LedgerExists(path) from None
        except OSError as error:
            raise ReadOnlyLedger(path) from error
        try:
            connection = _connect(path, new_key(password))
            try:
                migrations.lay_out(connection)
                _write_profile(connection, profile)
                return cls(connection, code)
            except BaseException:
                _disconnect(connection)
                raise
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, password: str) -> Ledger:
        """Open a book; an older one is brought up to date first.

        Raises LedgerMissing, WrongPassword, NewerLedger, DamagedLedger, LedgerInUse, ReadOnlyLedger.
        """
        connection = _open(Path(path).absolute(), password)
        try:
            migrations.bring_up_to_date(connection)
            return cls(connection)
        except BaseException:
            _disconnect(connection)
            raise

    @staticmethod
    def probe(path: Path, password: str, *, shown: Path) -> None:
        """Raise what :meth:`open` would raise about the file itself, under the name ``shown``, without opening it."""
        try:
            _disconnect(_open(path, password))
        except WrongPassword:
            raise WrongPassword(shown) from None
        except DamagedLedger:
            raise DamagedLedger(shown) from None

    def close(self) -> None:
        """Close the file, after a backup if anything changed since the last one. Closing twice is nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            if self._changed:
                backup.take_backup(self._connection, None)
        finally:
            _disconnect(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def update_profile(self, profile: Profile) -> None:
        """Change whose book this is."""
        _write_profile(self._connection, profile)
        self.profile = profile
        self._changed = True

    def get(self, record_id: str) -> Record:
        """The record with this id. Raises RecordMissing."""
        found = self.find(record_id)
        if found is None:
            raise RecordMissing(record_id)
        return found

    def find(self, record_id: str) -> Record | None:
        """The record with this id, or None."""
        row = reading.row_by_id(self._connection, record_id)
        return reading.record_of(row) if row else None

    def get_many(self, ids: Iterable[str]) -> dict[str, Record]:
        """Records by id, any number and kind in one go; ids that are not in the book are left out."""
        rows = reading.rows_by_id(self._connection, ids)
        with many(len(rows)):
            found = {record_id: reading.record_of(row) for record_id, row in rows.items()}
        hold(found.values(), rows.values())
        return found

    def unlocks(self, password: str) -> bool:
        """Whether this is the password that the book was opened with."""
        return self._connection.key.is_of(password)

    def records(self, model: type[T], **where: object) -> list[T]:
        """The records of a kind whose fields equal ``where``, in the order in which they came in.

        A list, set or tuple means any of its values; for a field of several values (tags, phones) the record must hold
        one of them. Raises ValueError for an unknown field.
        """
        return reading.fetch(self._connection, model, where)

    def count(self, model: type[Record], **where: object) -> int:
        """How many records :meth:`records` would give."""
        return reading.count(self._connection, model, where)

    def search(self, text: str, *, limit: int = 20) -> list[Hit]:
        """Records by name, pinyin, phone, door, id or any words in them; the best first."""
        return search.find(self._connection, text, limit)

    def search_kind(self, model: type[Record], text: str, *, limit: int = 20) -> list[Hit]:
        """Records of one kind that :meth:`search` would find, the newest of those found equally well first."""
        return search.newest(self._connection, text, model, limit)

    def history(self, record_id: str | None = None, *, limit: int = 200) -> list[Change]:
        """The changes of the book, or those that touched one record, newest first."""
        return journal.changes_of(self._connection, record_id, limit)

    def entries(self, change_id: int, *, limit: int | None = None) -> list[Entry]:
        """What a change did, field by field; at most ``limit``."""
        return journal.entries_of(self._connection, change_id, limit)

    def edits(self, *record_ids: str) -> list[tuple[Change, tuple[Entry, ...]]]:
        """The changes that edited one of these records, newest first, each with what it did to them."""
        return journal.edits_of(self._connection, record_ids)

    @contextmanager
    def change(self, label: str, *, source: str = "") -> Iterator[Transaction]:
        """The only way to write: ``with ledger.change("记录走访 3栋2单元501") as tx``; all of the block or nothing.

        Raises, at the end of the block, RecordInUse, RecordMissing (a reference to nothing), DiskFull.
        """
        with self._transaction(Intent(label, self.profile.owner, source)) as tx:
            yield tx

    def undo(self, change_id: int | None = None, *, rehearse: bool = False) -> Undone:
        """Take back a change, or the newest one that touched records or papers, is not yet undone and is not an undo.

        Undoing an undo brings back what it took. With ``rehearse`` nothing is written: it only tells what it would have
        to keep. Raises NothingToUndo.
        """
        kept: list[Kept] = []
        with self._connection.lock, suppress(_Rehearsed):
            found = _undoable(self._connection, change_id)
            intent = Intent(undo.label_for(found), self.profile.owner, found.source, undoes=found.id)
            with many(found.records), self._transaction(intent) as tx:
                kept = undo.take_back(self._connection, tx, found.id)
                if rehearse:
                    raise _Rehearsed
            return Undone(tx.changes, tuple(kept))
        return Undone(Changes(0, ""), tuple(kept))

    def bases(self, partner: str, form: str, *, version: int = 0, foreign: Foreign | None = None) -> dict[str, Base]:
        """What was last sent to or received from a partner on a form, by row key.

        With ``version``, the cells sent are those of the sheet that was written when the book was there; with
        ``foreign``, each base also tells what the writer of such a sheet had seen.
        """
        return partners.bases(self._connection, partner, form, version, foreign)

    def brought(self, form: str = "") -> dict[str, tuple[str, ...]]:
        """By record id the partners whose sheets (of ``form``, if given) brought it, who did so last comes first."""
        return partners.brought(self._connection, form)

    def exchanges(self, *, undone: bool = False) -> list[Exchange]:
        """Sheets that came and went, newest first; those taken back are left out, unless ``undone`` asks for them."""
        return partners.exchanges(self._connection, undone=undone)

    def papers(self, kind: str, *, of: int | None = None) -> list[Paper]:
        """What the book keeps of a kind of papers, by name; or what the change ``of`` wrote, also if taken back."""
        with self._connection.lock:
            return papers.papers(self._connection, kind) if of is None else papers.papers_of(self._connection, kind, of)

    def check(self) -> list[str]:
        """Chinese sentences about what is wrong with the book; empty when it is sound."""
        with self._connection.lock:
            try:
                return list(check.problems(self._connection))
            except DamagedLedger as error:
                return [str(error)]

    def backup_due(self, day: date | None = None) -> bool:
        """Whether something changed and there is no backup of ``day`` (today): time for the daily one."""
        return self._changed and not backup.backed_up_on(self.path, day or date.today())

    def backup(self, folder: Path | None = None, *, now: datetime | None = None) -> Path:
        """Write an encrypted backup beside the book (the last 14 are kept) or into ``folder``; gives its path.

        Raises DiskFull, BackupNotWritten.
        """
        with self._connection.lock:
            made = backup.take_backup(self._connection, folder, now=now)
            if folder is None:
                self._changed = False
            return made

    @contextmanager
    def _transaction(self, intent: Intent) -> Iterator[Transaction]:
        with self._connection.lock:
            if self._writing:
                raise RuntimeError("a change cannot be made inside another change")
            self._writing = True
            try:
                with self._connection.transaction():
                    tx = Transaction(self._connection, self.code, intent)
                    yield tx
                    tx.finish(always=intent.undoes is not None)
                self._changed = self._changed or bool(tx.changes)
            finally:
                self._writing = False


def _undoable(connection: Connection, change_id: int | None) -> Change:
    newest = change_id is None
    found = journal.newest_undoable(connection) if newest else journal.change_by_id(connection, change_id or 0)
    if found is None or found.undone_by is not None:
        raise NothingToUndo(change_id)
    return found


class _Rehearsed(Exception):
    """Ends a change that was only tried out."""


def _changed_since_backup(connection: Connection) -> bool:
    """Changes that no backup holds, because the program was ended the hard way."""
    last = journal.changes_of(connection, None, 1)
    newest = backup.newest_backup(connection.path)
    return bool(last) and (newest is None or last[0].at > newest)


def _open(path: Path, password: str) -> Connection:
    if not path.is_file():
        raise LedgerMissing(path)
    if path.resolve() in _OPEN:
        raise LedgerInUse(path)
    if not password:
        raise WrongPassword(path)
    try:
        path.open("r+b").close()
        if looks_damaged(path):
            raise DamagedLedger(path)
        key = key_of(path, password)
        return _connect(path, key)
    except NotReadable:
        raise (DamagedLedger if key_fits_elsewhere(path, key) else WrongPassword)(path) from None
    except OSError as error:
        raise ReadOnlyLedger(path) from error


def _connect(path: Path, key: Key) -> Connection:
    connection = Connection(path, key)
    _OPEN.add(path.resolve())
    return connection


def _disconnect(connection: Connection) -> None:
    connection.close()
    _OPEN.discard(connection.path.resolve())


def _write_profile(connection: Connection, profile: Profile) -> None:
    statement = insert(BOOK).values(key="profile", value=profile.model_dump_json())
    with connection.transaction():
        connection.execute(
            statement.on_conflict_do_update(index_elements=["key"], set_={"value": statement.excluded.value})
        )
