"""Reading any spreadsheet file into plain grids, by what it holds and not by what it is called."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

from minqing.errors import (
    EmptySheet,
    SheetFileMissing,
    SheetTooBig,
    UnreadableSheet,
    WorksheetMissing,
)
from minqing.forms.files.archive import MAX_UNPACKED, check_archive
from minqing.forms.files.calamine_sheets import calamine_sheets
from minqing.forms.files.details import Findings
from minqing.forms.files.encrypted import decrypt, is_locked_xls
from minqing.forms.files.grid import Book, Grid, TooManyCells
from minqing.forms.files.survey import Survey
from minqing.forms.files.text_tables import read_text

_MAX_TEXT = 256_000_000
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_SHEETS = (
    (b"%PDF", "这是 PDF 文件，不是表格"),
    (b"\x89PNG", "这是图片，不是表格"),
    (b"\xff\xd8\xff", "这是图片，不是表格"),
    (b"GIF8", "这是图片，不是表格"),
    (b"BM", "这是图片，不是表格"),
    (b"II*\x00", "这是图片，不是表格"),
    (b"MM\x00*", "这是图片，不是表格"),
    (b"RIFF", "这是图片或影音文件，不是表格"),
    (b"Rar!", "这是压缩包，不是表格；要用里面的表格，先把它解压出来"),
    (b"7z\xbc\xaf", "这是压缩包，不是表格；要用里面的表格，先把它解压出来"),
    (b"\x1f\x8b", "这是压缩包，不是表格；要用里面的表格，先把它解压出来"),
    (b"{\\rtf", "这是 Word 文档，不是表格"),
    (b"SQLite format 3", "这是数据库文件，不是表格"),
    (b"\x09\x00\x04\x00", "它是三十年前的 Excel 格式"),
    (b"\x09\x02\x06\x00", "它是三十年前的 Excel 格式"),
    (b"\x09\x04\x06\x00", "它是三十年前的 Excel 格式"),
)


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    load: Callable[[], Grid]


@dataclass(frozen=True, slots=True)
class _Opened:
    kind: str
    sheets: tuple[_Sheet, ...]


def read_book(path: Path, *, only: str | None = None, password: str | None = None) -> Book:
    """Read all sheets of a spreadsheet file, or the one named ``only``; sheets without cells come as empty grids.

    Formulas give the value last computed, error values their text (``#N/A``); what is hidden, filled or without a
    value is in the grid's details. Decrypts in memory when a password is given.

    Raises ``SheetFileMissing``, ``UnreadableSheet``, ``EncryptedSheet`` (``WrongSheetPassword``), ``SheetTooBig``,
    ``WorksheetMissing`` and, if there is nothing in it, ``EmptySheet``.
    """
    with _source(path) as source:
        opened = _open(path, source, password)
        if only is not None and only not in {sheet.name for sheet in opened.sheets}:
            raise WorksheetMissing(path, only, [sheet.name for sheet in opened.sheets])
        try:
            grids = tuple(sheet.load() for sheet in opened.sheets if only is None or sheet.name == only)
        except TooManyCells as error:
            raise SheetTooBig(path, error.cells * 32 >> 20) from error
    if not any(grid.rows for grid in grids):
        raise EmptySheet(path)
    return Book(path=path, grids=grids, kind=opened.kind)


def sheet_names(path: Path, *, password: str | None = None) -> tuple[str, ...]:
    """The names of all sheets in a file, without reading their cells where the file allows; raises as ``read_book``."""
    with _source(path) as source:
        return tuple(sheet.name for sheet in _open(path, source, password).sheets)


def office_content(path: Path, *, password: str | None = None) -> tuple[str, bytes]:
    """What an office workbook really is (xlsx, xls, xlsb, ods) and its bytes, decrypted; ("", b"") for text files.

    Raises as ``read_book``; whether there is anything in its sheets is not looked at.
    """
    with _source(path) as source:
        _, head = _beginning(path, source)
        if not head.startswith((*_ZIP, _OLE)):
            return "", b""
        data = source.read()
        if data.startswith(_OLE):
            data = _plain_ole(path, data, password)
        if data.startswith(_ZIP):
            return check_archive(path, io.BytesIO(data)), data
        return ("xls", data) if data.startswith(_OLE) else ("", b"")


def _source(path: Path) -> BinaryIO:
    if path.is_dir():
        raise UnreadableSheet(path, "这是文件夹，不是表格文件")
    if path.name.startswith("~$"):
        raise UnreadableSheet(path, "这是打开表格时留下的临时文件，不是表格")
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise SheetFileMissing(path) from error
    except PermissionError as error:
        raise UnreadableSheet(path, "这个文件正在 WPS 里打开，请先关闭它；如果没有打开，就是没有读它的权限") from error
    except OSError as error:
        raise UnreadableSheet(path, f"磁盘或 U 盘读不出来（{error.strerror or error}）") from error


def _beginning(path: Path, source: BinaryIO) -> tuple[int, bytes]:
    """The size of a file and its first bytes, once it is known to hold something and not to be too big."""
    try:
        size = source.seek(0, io.SEEK_END)
        source.seek(0)
        head = source.read(64)
        source.seek(0)
    except OSError as error:
        raise UnreadableSheet(path, f"磁盘或 U 盘读不出来（{error.strerror or error}）") from error
    if not size:
        raise EmptySheet(path)
    if size > MAX_UNPACKED:
        raise SheetTooBig(path, size >> 20)
    return size, head


def _open(path: Path, source: BinaryIO, password: str | None) -> _Opened:
    size, head = _beginning(path, source)
    if head.startswith(_ZIP):
        return _open_zip(path, source)
    if head.startswith(_OLE):
        return _open_ole(path, source, password)
    for magic, why in _NOT_SHEETS:
        if head.startswith(magic):
            raise UnreadableSheet(path, why)
    if size > _MAX_TEXT:
        raise SheetTooBig(path, size >> 20)
    try:
        kind, grids = read_text(path, source.read())
    except TooManyCells as error:
        raise SheetTooBig(path, error.cells * 32 >> 20) from error
    return _Opened(kind=kind, sheets=tuple(_Sheet(grid.name, partial(_already, grid)) for grid in grids))


def _already(grid: Grid) -> Grid:
    return grid


def _open_zip(path: Path, source: BinaryIO) -> _Opened:
    survey = Survey()
    kind = check_archive(path, source, survey)
    source.seek(0)
    return _Opened(kind, tuple(_Sheet(*sheet) for sheet in calamine_sheets(path, source, survey.findings)))


def _open_xls(path: Path, data: bytes) -> _Opened:
    @cache
    def scanned() -> Mapping[str, Findings]:
        from minqing.forms.files.xls_scan import scan_xls

        return scan_xls(data)

    sheets = calamine_sheets(path, io.BytesIO(data), lambda name: scanned().get(name) or Findings())
    return _Opened("xls", tuple(_Sheet(*sheet) for sheet in sheets))


def _open_ole(path: Path, source: BinaryIO, password: str | None) -> _Opened:
    source.seek(0)
    plain = _plain_ole(path, source.read(), password)
    return _open_zip(path, io.BytesIO(plain)) if plain.startswith(_ZIP) else _open_xls(path, plain)


def _plain_ole(path: Path, data: bytes, password: str | None) -> bytes:
    """The bytes of the workbook that an OLE file is or holds under a password."""
    entries = _ole_entries(data)
    if "EncryptedPackage" in entries or (entries & {"Workbook", "Book"} and is_locked_xls(data)):
        return decrypt(path, data, password).getvalue()
    if not entries & {"Workbook", "Book"}:
        if "WordDocument" in entries:
            raise UnreadableSheet(path, "这是 Word 文档，不是表格")
        if "PowerPoint Document" in entries:
            raise UnreadableSheet(path, "这是演示文稿，不是表格")
        raise UnreadableSheet(path, "里面没有表格，也可能已经损坏")
    return data


def _ole_entries(data: bytes) -> set[str]:
    """Which of the streams that tell office files apart an OLE file has; its directory entries are 128 bytes apart."""
    found = set()
    for name in ("EncryptedPackage", "Workbook", "Book", "WordDocument", "PowerPoint Document"):
        entry = f"{name}\0".encode("utf-16-le")
        at = data.find(entry)
        while at >= 0 and at % 128:
            at = data.find(entry, at + 1)
        if at >= 0:
            found.add(name)
    return found
