"""Photos and papers that belong to a household, inside the encrypted file; their bytes are read only when wanted."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from minqing.errors import (
    AttachmentKindUnknown,
    AttachmentMissing,
    AttachmentsFull,
    AttachmentTooBig,
    EmptyAttachment,
    RecordMissing,
)
from minqing.ledger.codecs import to_json
from minqing.ledger.connection import Connection
from minqing.ledger.models import Kept

if TYPE_CHECKING:
    from minqing.ledger.journal import Written

MEGABYTE: Final = 1 << 20
MOST_IN_FILE: Final = 4 * MEGABYTE
MOST_IN_BOOK: Final = 300 * MEGABYTE
KEPT_DAYS: Final = 30
"""So long the bytes of a deleted attachment stay for undo; then they leave the file with the next attachment."""
PHOTOS: Final = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".gif", ".webp"})
PAPERS: Final = frozenset(
    {".pdf", ".ofd", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".csv", ".txt", ".heic", ".tif", ".tiff"}
)
_PURGED = f"删除已超过 {KEPT_DAYS} 天，文件内容已经清除"
_STANDING = (
    "a.gone = 0 AND a.hidden_by IS NULL AND NOT EXISTS "
    "(SELECT 1 FROM attachment g WHERE g.gone = a.id AND g.hidden_by IS NULL)"
)
_HERE = f"{_STANDING} AND EXISTS (SELECT 1 FROM attachment_content c WHERE c.digest = a.digest)"
_COLUMNS = "a.id, a.household, a.name, a.size, a.at, a.who, a.thumbnail"


@dataclass(frozen=True, slots=True)
class Attachment:
    """What is known of a file without its bytes; ``thumbnail`` is a small picture, empty for papers."""

    id: int
    household: str
    name: str
    size: int
    at: datetime
    who: str
    thumbnail: bytes = b""

    @property
    def is_photo(self) -> bool:
        """Whether it can be shown as a picture."""
        return suffix_of(self.name) in PHOTOS


@dataclass(frozen=True, slots=True)
class AttachmentEvent:
    """That a file came, or was taken away (``gone``)."""

    name: str
    who: str
    at: datetime
    gone: bool


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be attached: its name, all of its bytes, and a small picture of it if there is one."""

    name: str
    content: bytes
    thumbnail: bytes = b""


def suffix_of(name: str) -> str:
    """The ending of a file's name in small letters, with its dot."""
    return PurePath(name).suffix.lower()


def check_file(name: str, size: int) -> None:
    """Raise what stands against a file of this name and size: AttachmentKindUnknown, Empty…, AttachmentTooBig."""
    if suffix_of(name) not in PHOTOS | PAPERS:
        raise AttachmentKindUnknown(name)
    if not size:
        raise EmptyAttachment(name)
    if size > MOST_IN_FILE:
        raise AttachmentTooBig(name, size, MOST_IN_FILE)


class Attachments:
    """Reads the attachments of an open book; they are written through a change (``tx.attachments``)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, household: str) -> list[Attachment]:
        """Those of one household, in the order in which they came, without their bytes."""
        sql = f"SELECT {_COLUMNS} FROM attachment a WHERE a.household = ? AND {_HERE} ORDER BY a.id"
        with self._connection.lock:
            return [_attachment(row) for row in self._connection.query(sql, (household,))]

    def get(self, attachment_id: int) -> Attachment:
        """One of them. Raises AttachmentMissing."""
        with self._connection.lock:
            return _found(self._connection, attachment_id)

    def content(self, attachment_id: int) -> bytes:
        """All bytes of one. Raises AttachmentMissing."""
        sql = f"SELECT content FROM attachment a JOIN attachment_content USING (digest) WHERE a.id = ? AND {_STANDING}"
        with self._connection.lock:
            rows = self._connection.query(sql, (attachment_id,))
        if not rows:
            raise AttachmentMissing
        return bytes(rows[0][0])

    def counts(self) -> dict[str, int]:
        """How many each household has; those without are left out."""
        sql = f"SELECT a.household, count(*) FROM attachment a WHERE {_HERE} GROUP BY 1"
        with self._connection.lock:
            return {str(household): int(count) for household, count in self._connection.query(sql)}

    def events(self, household: str) -> list[AttachmentEvent]:
        """What came to a household and what was taken away, oldest first; what was undone is left out."""
        sql = "SELECT name, who, at, gone FROM attachment WHERE household = ? AND hidden_by IS NULL ORDER BY id"
        with self._connection.lock:
            rows = self._connection.query(sql, (household,))
        return [AttachmentEvent(name, who, datetime.fromisoformat(at), gone=bool(gone)) for name, who, at, gone in rows]

    @property
    def stored(self) -> int:
        """Bytes that all attachments take, with those that were deleted lately."""
        with self._connection.lock:
            return _stored(self._connection)


class AttachmentWriter:
    """Adds and takes away attachments inside one change."""

    def __init__(self, connection: Connection, change_id: int, written: Written, who: str) -> None:
        self._connection = connection
        self._change = change_id
        self._written = written
        self._who = who

    def add(self, household: str, file: NewFile) -> bool:
        """Keep a file with a household; false when it has the very same one already.

        Raises RecordMissing, AttachmentKindUnknown, EmptyAttachment, AttachmentTooBig, AttachmentsFull.
        """
        check_file(file.name, len(file.content))
        if not self._connection.query("SELECT 1 FROM household WHERE id = ?", (household,)):
            raise RecordMissing(household)
        digest = hashlib.sha256(file.content).hexdigest()
        same = f"SELECT 1 FROM attachment a WHERE a.household = ? AND a.digest = ? AND {_HERE}"
        if self._connection.query(same, (household, digest)):
            return False
        self._purge()
        if not self._connection.query("SELECT 1 FROM attachment_content WHERE digest = ?", (digest,)):
            if _stored(self._connection) + len(file.content) > MOST_IN_BOOK:
                raise AttachmentsFull(MOST_IN_BOOK, KEPT_DAYS)
            self._connection.run("INSERT INTO attachment_content VALUES (?, ?)", (digest, file.content))
        self._write((household, file.name, len(file.content), digest, file.thumbnail), gone=0)
        return True

    def remove(self, attachment_id: int) -> Attachment:
        """Take one away; gives it. Raises AttachmentMissing."""
        found = _found(self._connection, attachment_id)
        self._take_away(attachment_id)
        self._purge()
        return found

    def move(self, gone: str, kept: str) -> None:
        """Give all attachments of one household to another."""
        sql = (
            f"SELECT a.id, a.name, a.size, a.digest, a.thumbnail FROM attachment a WHERE a.household = ? AND {_HERE} "
            "ORDER BY a.id"
        )
        for number, *facts in self._connection.query(sql, (gone,)):
            self._take_away(number)
            self._write((kept, *facts), gone=0)

    def _take_away(self, attachment_id: int) -> None:
        sql = "SELECT household, name, 0, digest, x'' FROM attachment WHERE id = ?"
        [facts] = self._connection.query(sql, (attachment_id,))
        self._write(tuple(facts), gone=attachment_id)

    def _write(self, facts: tuple[Any, ...], *, gone: int) -> None:
        at = datetime.now().isoformat(" ", "seconds")
        sql = (
            "INSERT INTO attachment (household, name, size, digest, thumbnail, at, who, gone, written_by) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        self._connection.run(sql, (*facts, at, self._who, gone, self._change))
        self._written.others = True

    def _purge(self) -> None:
        """Let go of bytes that nobody has had for so long that undo need not bring them back."""
        before = (datetime.now() - timedelta(days=KEPT_DAYS)).isoformat(" ", "seconds")
        kept = (
            "SELECT a.digest FROM attachment a LEFT JOIN change h ON h.id = a.hidden_by "
            f"WHERE a.at >= ? OR h.at >= ? OR ({_STANDING})"
        )
        self._connection.run(f"DELETE FROM attachment_content WHERE digest NOT IN ({kept})", (before, before))


def undo(connection: Connection, change_id: int, undo_id: int) -> list[Kept]:
    """Hide what ``change_id`` wrote, or the reverse for an undo; gives the files whose bytes are gone for good."""
    connection.run("UPDATE attachment SET hidden_by = NULL WHERE hidden_by = ?", (change_id,))
    connection.run(
        "UPDATE attachment SET hidden_by = ? WHERE written_by = ? AND hidden_by IS NULL", (undo_id, change_id)
    )
    sql = (
        "SELECT a.household, a.name FROM attachment a JOIN attachment t ON t.gone = a.id "
        f"WHERE t.written_by = ? AND {_STANDING} AND a.digest NOT IN (SELECT digest FROM attachment_content)"
    )
    return [Kept(household, "", name, _PURGED) for household, name in connection.query(sql, (change_id,))]


def holders(connection: Connection, households: Iterable[str]) -> dict[str, int]:
    """Those of ``households`` that have attachments, with how many."""
    sql = (
        f"SELECT a.household, count(*) FROM attachment a WHERE {_HERE} AND a.household IN "
        "(SELECT value FROM json_each(?)) GROUP BY 1"
    )
    return dict(connection.query(sql, (to_json(list(households)),)))


def broken(connection: Connection) -> int:
    """How many attachments are not as they were when they came in, or belong to no household."""
    sound = {
        digest
        for (digest,) in connection.query("SELECT digest FROM attachment_content")
        if _is_sound(connection, digest)
    }
    rows = connection.query(
        f"SELECT a.digest, h.id FROM attachment a LEFT JOIN household h ON h.id = a.household WHERE {_HERE}"
    )
    return sum(digest not in sound or home is None for digest, home in rows)


def _is_sound(connection: Connection, digest: str) -> bool:
    [(content,)] = connection.query("SELECT content FROM attachment_content WHERE digest = ?", (digest,))
    return hashlib.sha256(content).hexdigest() == digest


def _stored(connection: Connection) -> int:
    return connection.number("SELECT sum(length(content)) FROM attachment_content")


def _found(connection: Connection, attachment_id: int) -> Attachment:
    rows = connection.query(f"SELECT {_COLUMNS} FROM attachment a WHERE a.id = ? AND {_HERE}", (attachment_id,))
    if not rows:
        raise AttachmentMissing
    return _attachment(rows[0])


def _attachment(row: Any) -> Attachment:
    number, household, name, size, at, who, thumbnail = row
    return Attachment(number, household, name, size, datetime.fromisoformat(at), who, bytes(thumbnail))
