"""Backups: encrypted copies beside the book, the newest kept, and bringing one back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime
from errno import ENOSPC
from pathlib import Path

from minqing.errors import BackupNotWritten, DiskFull, LedgerExists, LedgerMissing, ReadOnlyLedger
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
    found = [file for file in _files_of(folder_of(book)) if shape.fullmatch(file.name)]
    return sorted(found, key=lambda file: (_stamp(file), len(file.name), file.name))


def newest_backup(book: Path) -> datetime | None:
    """When the newest backup was taken, by its name."""
    found = backups_of(book)
    return datetime.strptime(_stamp(found[-1]), _STAMP) if found else None


def backed_up_on(book: Path, day: date) -> bool:
    """Whether there is a backup of that day, by the names: one of a clock that ran ahead does not count."""
    return any(_stamp(file).startswith(f"{day:%Y%m%d}") for file in backups_of(book))


def take_backup(connection: Connection, folder: Path | None, *, now: datetime | None = None) -> Path:
    """Write an encrypted copy under the same password; in the book's own folder the oldest beyond 14 go.

    Raises DiskFull, BackupNotWritten.
    """
    book = connection.path
    target = folder or folder_of(book)
    name = _free(target, f"{book.stem}-{now or datetime.now():{_STAMP}}", ".mqb")
    copy_to(connection, name)
    if target == folder_of(book):
        _clear_away([*_left_half_done(book), *backups_of(book)[:-KEPT]])
    return name


def _left_half_done(book: Path) -> list[Path]:
    """Copies that were being written when the program was ended the hard way."""
    shape = re.compile(rf"{re.escape(book.stem)}-\d{{8}}-\d{{6}}(?:-\d+)?\.mqb\.part(?:-\w+)?")
    return [file for file in _files_of(folder_of(book)) if shape.fullmatch(file.name)]


def _files_of(folder: Path) -> list[Path]:
    """None where there is no such folder, or it cannot be looked into."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _clear_away(files: Iterable[Path]) -> None:
    """Delete these; one that another program holds is tried again after the next backup."""
    for file in files:
        with suppress(OSError):
            file.unlink(missing_ok=True)


def copy_to(connection: Connection, target: Path) -> None:
    """Copy the open book, as it now is, into a new file under the same key. Raises DiskFull, BackupNotWritten."""
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with connection.lock, translated(target):
            copy = keyed(part, connection.key)
            try:
                copy.execute("PRAGMA cipher_memory_security = OFF")
                connection.raw.backup(copy)
            finally:
                copy.close()
        part.replace(target)
    except (OSError, ReadOnlyLedger) as error:
        _clear_away([part])
        full = isinstance(error, OSError) and error.errno == ENOSPC
        raise (DiskFull(target) if full else BackupNotWritten(target.parent)) from error
    except BaseException:
        _clear_away([part])
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
