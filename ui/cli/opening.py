"""Opening the book: where the password comes from."""

from __future__ import annotations

import codecs
import getpass
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from minqing.errors import (
    CannotWrite,
    EmptyPassword,
    EncryptedSheet,
    LedgerMissing,
    NoPassword,
    PasswordFileTrouble,
    PasswordsDiffer,
    UsageError,
    WrongSheetPassword,
)
from minqing.ledger import Ledger

T = TypeVar("T")
VARIABLE = "MINQING_PASSWORD"
SHEET_VARIABLE = "MINQING_SHEET_PASSWORD"
_TRIES = 3
_SHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin, which a book does not: it begins with random bytes."""
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def open_book(book: Path, password_file: Path | None) -> Ledger:
    """Open ``book``; the password is asked for only when the file is there. Raises what Ledger.open raises."""
    if not book.is_file():
        raise LedgerMissing(book)
    with book.open("rb") as file:
        head = file.read(4)
    if head.startswith(_SHEETS):
        raise UsageError(f"“{book}”是表格，不是账本。账本（.mqb）写在前面，表格写在后面；文件没有改动。")
    return Ledger.open(book, password_for(password_file))


def keep_apart(target: Path | None, *kinds: str, book: Path, sources: Iterable[Path] = ()) -> None:
    """Raise CannotWrite where what is to be written would take the place of the book or of a file that is read.

    Raises UsageError where the name's end says another kind of file than ``kinds``, the ends that fit.
    """
    if target is None or target.is_dir():
        return
    if kinds and target.suffix.lower() not in kinds:
        raise UsageError(f"“{target}”的末尾应是 {kinds[0]}，别的软件才认得。请改一下文件名；账本没有改动。")
    if not target.is_file():
        return
    if book.is_file() and target.samefile(book):
        raise CannotWrite(target, "这是账本本身")
    if any(source.is_file() and target.samefile(source) for source in sources):
        raise CannotWrite(target, "这是要读的那份表，不能盖掉")


def password_for(file: Path | None, *, new: bool = False) -> str:
    """The password: from ``file``, the environment or the terminal; a new one is asked for twice.

    Raises NoPassword without a terminal, PasswordsDiffer, PasswordFileTrouble, EmptyPassword.
    """
    given = _first_line(file) if file else os.environ.get(VARIABLE, "")
    if given:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise NoPassword
    typed = _asked("设一个账本密码：" if new else "账本密码：")
    if new and typed != _asked("再输一遍："):
        raise PasswordsDiffer
    return typed


def read_locked(path: Path, read: Callable[..., T]) -> T:
    """What ``read`` makes of a sheet file that may have a password, which is passed to it as ``password``.

    It comes from the environment or the terminal, where a wrong one may be typed again twice. Raises what ``read``
    raises, EncryptedSheet where nobody can be asked.
    """
    try:
        return read()
    except EncryptedSheet as error:
        locked = error
    asked = sys.stdin is not None and sys.stdin.isatty()
    if given := os.environ.get(SHEET_VARIABLE, ""):
        try:
            return read(password=given)
        except WrongSheetPassword:
            if not asked:
                raise
    elif not asked:
        raise locked
    question = f"“{path.name}”的打开密码："
    for _ in range(_TRIES - 1):
        try:
            return read(password=_sheet_password(question, locked))
        except WrongSheetPassword:
            question = f"密码不对，请再输一遍“{path.name}”的打开密码："
    return read(password=_sheet_password(question, locked))


def _sheet_password(question: str, locked: EncryptedSheet) -> str:
    try:
        typed = getpass.getpass(question)
    except EOFError:
        raise locked from None
    if not typed:
        raise locked
    return typed


def _asked(question: str) -> str:
    try:
        typed = getpass.getpass(question)
    except EOFError:
        raise NoPassword from None
    if not typed:
        raise EmptyPassword
    return typed


def _first_line(file: Path) -> str:
    """The first line of a text file as Notepad or WPS saves it: UTF-8 or UTF-16, with or without a mark."""
    try:
        content = file.read_bytes()
        text = content.decode("utf-16" if content.startswith(_WIDE_MARKS) else "utf-8-sig")
    except UnicodeDecodeError:
        raise PasswordFileTrouble(file, "不是 UTF-8 文本") from None
    except OSError as error:
        raise PasswordFileTrouble(file, "找不到" if isinstance(error, FileNotFoundError) else "读不了") from None
    line = text.splitlines()[0] if text else ""
    if not line:
        raise PasswordFileTrouble(file, "的第一行是空的")
    return line
