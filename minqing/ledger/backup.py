"""Backups: encrypted copies beside the book, the newest kept, and bringing one back."""

from __future__ import annotations

import re
import shutil
from datetime import datetime
from pathlib import Path

from minqing.errors import LedgerExists, LedgerMissing, ReadOnlyLedger
from minqing.ledger.connection import Connection, keyed, translated
from minqing.ledger.machine import restored_marker

KEPT = 14
_STAMP = "%Y%m%d-%H%M%S"


def folder_of(book: Path) -> Path:
    """Where the backups of a book lie."""
    return book.with_name(f"{book.stem}-备份")


def backups_of(book: Path) -> list[Path]:
    """The backups in the book's own folder, oldest first."""
    shape = re.compile(rf"{re.escape(book.stem)}-\d{{8}}-\d{{6}}(?:-\d+)?\.mqb")
    folder = folder_of(book)
    found = [file for file in folder.iterdir() if shape.fullmatch(file.name)] if folder.is_dir() else []
    return sorted(found, key=lambda file: (_stamp(file), len(file.name), file.name))


def newest_backup(book: Path) -> datetime | None:
    """When the newest backup was taken, by its name."""
    found = backups_of(book)
    return datetime.strptime(_stamp(found[-1]), _STAMP) if found else None


def take_backup(connection: Connection, password: str, folder: Path | None) -> Path:
    """Write an encrypted copy under the same password; in the book's own folder the oldest beyond 14 go."""
    book = connection.path
    target = folder or folder_of(book)
    now = datetime.now().strftime(_STAMP)
    name = _free(target, f"{book.stem}-{now}", ".mqb")
    copy_to(connection, password, name)
    if target == folder_of(book):
        for old in backups_of(book)[:-KEPT]:
            old.unlink(missing_ok=True)
    return name


def copy_to(connection: Connection, password: str, target: Path) -> None:
    """Copy the open book, as it now is, into a new encrypted file. Raises DiskFull, ReadOnlyLedger."""
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
    except OSError as error:
        raise ReadOnlyLedger(target) from error
    try:
        with connection.lock, translated(target):
            copy = keyed(part, password)
            try:
                copy.execute("PRAGMA cipher_memory_security = OFF")
                connection.raw.backup(copy)
            finally:
                copy.close()
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def restore(backup: Path, to: Path, password: str | None = None) -> None:
    """Make a book out of a backup, which stays as it is; new ids in it get a book code of their own.

    Without ``password`` the copy is made unseen. Raises LedgerMissing, LedgerExists, WrongPassword, DamagedLedger.
    """
    from minqing.ledger.book import Ledger

    if not backup.is_file():
        raise LedgerMissing(backup)
    if to.exists():
        raise LedgerExists(to)
    part = to.with_name(f"{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(backup, part)
    except PermissionError as error:
        raise ReadOnlyLedger(to) from error
    marker = restored_marker(to)
    try:
        if password is not None:
            Ledger.probe(part, password, shown=backup)
        marker.touch()
        part.rename(to)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if password is not None:
        Ledger.open(to, password).close()


def _stamp(file: Path) -> str:
    found = re.search(r"-(\d{8}-\d{6})(?:-\d+)?\.mqb$", file.name)
    return found[1] if found else ""


def _free(folder: Path, stem: str, suffix: str) -> Path:
    name, number = folder / f"{stem}{suffix}", 1
    while name.exists():
        number += 1
        name = folder / f"{stem}-{number}{suffix}"
    return name
