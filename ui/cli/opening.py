"""Opening the book: where the password comes from."""

from __future__ import annotations

import codecs
import getpass
import os
import sys
from pathlib import Path

from minqing.errors import EmptyPassword, LedgerMissing, NoPassword, PasswordFileTrouble, PasswordsDiffer
from minqing.ledger import Ledger

VARIABLE = "MINQING_PASSWORD"
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def open_book(book: Path, password_file: Path | None) -> Ledger:
    """Open ``book``; the password is asked for only when the file is there. Raises what Ledger.open raises."""
    if not book.is_file():
        raise LedgerMissing(book)
    return Ledger.open(book, password_for(password_file))


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
