"""The file types in which a made book can be written, and what each of them is able to hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.forms.made.model import Book
from tests.forms.made.write_ods import write_ods
from tests.forms.made.write_text import write_delimited, write_html, write_spreadsheetml
from tests.forms.made.write_xls import write_xls
from tests.forms.made.write_xlsb import write_xlsb
from tests.forms.made.write_xlsx import write_xlsx

PASSWORD = "民情2026"
EVERYTHING = frozenset({"merges", "sheets", "fills", "formulas", "hidden", "numbers", "look", "names", "1904"})


@dataclass(frozen=True, slots=True)
class FileType:
    """One way to write a book: ``name`` for people, ``ending`` of the file, ``holds`` what survives in it."""

    name: str
    ending: str
    holds: frozenset[str]
    write: Callable[[Book, Path], Path]
    password: str | None = None


def _locked(book: Book, path: Path) -> Path:
    from msoffcrypto.format.ooxml import OOXMLFile

    with zipfile.ZipFile(write_xlsx(book, path), "a") as archive:
        # The library that encrypts cannot put less than 4096 bytes where Excel looks for them.
        archive.writestr(zipfile.ZipInfo("docProps/filler.bin", (2026, 11, 22, 8, 0, 0)), bytes(6000))
    plain = path.read_bytes()
    with path.open("wb") as target:
        OOXMLFile(io.BytesIO(plain)).encrypt(PASSWORD, target)
    return path


def _text(name: str, ending: str, delimiter: str, encoding: str) -> FileType:
    return FileType(name, ending, frozenset(), partial(write_delimited, delimiter=delimiter, encoding=encoding))


_XML = frozenset({"merges", "sheets", "numbers", "names"})

FILE_TYPES = (
    FileType("xlsx", ".xlsx", EVERYTHING | {"xlsx"}, write_xlsx),
    FileType("xlsm", ".xlsm", EVERYTHING | {"xlsx"}, partial(write_xlsx, kind="xlsm")),
    FileType("xls", ".xls", EVERYTHING, write_xls),
    FileType("xlsb", ".xlsb", EVERYTHING, write_xlsb),
    FileType("ods", ".ods", EVERYTHING, write_ods),
    FileType("html", ".xls", frozenset({"merges", "sheets", "fills"}), write_html),
    FileType("spreadsheetml", ".xls", _XML | {"formulas", "hidden"}, write_spreadsheetml),
    _text("csv utf-8", ".csv", ",", "utf8"),
    _text("csv utf-8 bom", ".csv", ",", "bom"),
    _text("csv gb18030", ".csv", ",", "gb"),
    _text("csv utf-16", ".csv", ",", "utf16"),
    _text("txt utf-16 without bom", ".txt", "\t", "utf16bare"),
    _text("tsv utf-8", ".tsv", "\t", "utf8"),
    FileType("xlsx locked", ".xlsx", EVERYTHING, _locked, PASSWORD),
    FileType("xls locked", ".xls", EVERYTHING, partial(write_xls, password=PASSWORD), PASSWORD),
)


def can_hold(kind: FileType, book: Book) -> bool:
    """Whether a file type keeps what a book is there to show."""
    return book.needs <= kind.holds


def write(book: Book, kind: FileType, folder: Path) -> Path:
    """Write a book into a folder; the file is called as the book is."""
    return kind.write(book, folder / f"{book.name}{kind.ending}")
