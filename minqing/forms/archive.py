"""Telling what a zip file really is, and refusing one that would unpack to more than a computer can hold."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from minqing.errors import EncryptedSheet, SheetTooBig, UnreadableSheet
from minqing.forms.grid import MAX_CELLS, column_number
from minqing.forms.ods_extent import OdsTooWide, check_ods

MAX_UNPACKED = 1_500_000_000
"""No sheet that people filled in unpacks to more bytes than this."""

_CHUNK = 1 << 15
"""Compressed bytes taken at a time; deflate makes at most a thousand times as many of them."""

_SMALL = 100_000_000
_MAX_RATIO = 400
"""Real sheets shrink to a hundredth at most; a bigger member that shrinks more than this was made to do harm."""

_GLANCE = 8192
_MAX_MANIFEST = 1_000_000
_LOCAL_HEADER = struct.Struct("<26xHH")
_ENCRYPTED = 0x1
_INCOMPLETE = "文件不完整，可能没有传完"
_NOT_A_SHEET = {
    "word/": "这是 Word 文档，不是表格",
    "ppt/": "这是演示文稿，不是表格",
    "ofd.xml": "这是 OFD 版式文件，不是表格",
    "index/": "这是苹果 Numbers 的表格",
}
_ODF = "application/vnd.oasis.opendocument."
_DIMENSION = re.compile(rb'<(?:\w+:)?dimension[^>]*\bref="(?:\$?[A-Z]{1,3}\$?\d{1,7}:)?\$?([A-Z]{1,3})\$?(\d{1,7})"')
_FILLED = re.compile(rb'<(?:\w+:)?c\b[^>/]*\br="([A-Z]{1,3})(\d{1,7})"[^>/]*>(?!</)')
_ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*\br="(\d{1,7})"')
_WIDE = re.compile(b'r="[A-Z]{2}')
_VERY_WIDE = re.compile(b'r="[A-Z]{3}')
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def check_archive(path: Path, source: BinaryIO) -> str:
    """The kind of spreadsheet in a zip file (xlsx, xlsb or ods), once it is known to be safe to unpack.

    The directory's own claims are checked first, then every member is unpacked chunk by chunk and counted, since a
    directory can lie. Raises ``UnreadableSheet`` for anything that is not a whole spreadsheet, ``SheetTooBig``.
    """
    try:
        with ZipFile(source) as archive:
            members = archive.infolist()
            _check_claims(path, members)
            kind = _kind(path, archive)
    except (BadZipFile, EOFError, zlib.error, struct.error, RuntimeError, ValueError, OSError) as error:
        raise UnreadableSheet(path, _INCOMPLETE) from error
    try:
        _unpack_all(path, source, members)
    except (zlib.error, struct.error) as error:
        raise UnreadableSheet(path, _INCOMPLETE) from error
    return kind


def _check_claims(path: Path, members: list[ZipInfo]) -> None:
    claimed = sum(member.file_size for member in members)
    if claimed > MAX_UNPACKED:
        raise SheetTooBig(path, claimed >> 20)
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            raise UnreadableSheet(path, "这是加了密的压缩包")
        if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise UnreadableSheet(path, "它用了少见的压缩方式")


def _kind(path: Path, archive: ZipFile) -> str:
    names = [name.lower() for name in archive.namelist()]
    if any(name.startswith("xl/") for name in names):
        return "xlsb" if "xl/workbook.bin" in names else "xlsx"
    for start, why in _NOT_A_SHEET.items():
        if any(name.startswith(start) for name in names):
            raise UnreadableSheet(path, why)
    if "mimetype" in names and "content.xml" in names:
        with archive.open("mimetype") as member:
            mimetype = member.read(200).decode("ascii", "replace").strip()
        if mimetype.startswith(_ODF + "spreadsheet"):
            _check_lock(path, archive)
            return "ods"
        if mimetype.startswith(_ODF):
            raise UnreadableSheet(path, "这是文字文档或演示文稿，不是表格")
    raise UnreadableSheet(path, "这是压缩包，不是表格；要用里面的表格，先把它解压出来")


def _check_lock(path: Path, archive: ZipFile) -> None:
    if "META-INF/manifest.xml" in archive.namelist():
        with archive.open("META-INF/manifest.xml") as member:
            if b"encryption-data" in member.read(_MAX_MANIFEST):
                raise EncryptedSheet(path)


def _unpack_all(path: Path, source: BinaryIO, members: list[ZipInfo]) -> None:
    total = 0
    for member in members:
        unpacked = 0
        is_sheet = _SHEET_PART.fullmatch(member.filename) is not None
        extent = _Extent()
        for chunk in _chunks(source, member):
            unpacked += len(chunk)
            if total + unpacked > MAX_UNPACKED:
                raise SheetTooBig(path, (total + unpacked) >> 20)
            if unpacked > max(_SMALL, member.compress_size * _MAX_RATIO):
                raise SheetTooBig(path, unpacked >> 20)
            if is_sheet:
                extent.look(chunk)
        total += unpacked
        if unpacked > member.file_size:
            raise UnreadableSheet(path, "压缩包里写的大小与实际不符")
        if member.filename == "content.xml":
            _check_ods_content(path, _chunks(source, member))
        if is_sheet and extent.doubtful:
            _check_far_cells(path, source, member)


def _check_ods_content(path: Path, chunks: Iterator[bytes]) -> None:
    try:
        check_ods(chunks)
    except OdsTooWide as error:
        raise SheetTooBig(path, error.cells * 32 >> 20) from error
    except ValueError as error:
        raise UnreadableSheet(path, "文件已损坏，或不是完整的表格") from error


class _Extent:
    """A cheap look at how big a sheet's rectangle may be, before anything reserves memory for it."""

    def __init__(self) -> None:
        self._started = False
        self._claimed = 0
        self._has_claim = False
        self._columns = 26
        self._last_row = 0

    def look(self, chunk: bytes) -> None:
        """Take note of the next chunk of the sheet's XML."""
        if not self._started:
            self._started = True
            claim = _DIMENSION.search(chunk, 0, 8192)
            if claim:
                self._has_claim = True
                self._claimed = _area(claim)
        # What a sheet claims is believed; without a claim a glance at the end of each chunk must do, as going through
        # every cell would cost a third of the reading time.
        if not self._has_claim:
            sample = chunk[-_GLANCE:]
            for last in _ROW.finditer(sample):
                self._last_row = int(last[1])
            self._columns = self._widened(sample)

    @property
    def doubtful(self) -> bool:
        """Whether the cells themselves must be looked at."""
        return (self._claimed if self._has_claim else self._last_row * self._columns) > MAX_CELLS

    def _widened(self, chunk: bytes) -> int:
        if self._columns == 16384 or not _WIDE.search(chunk):
            return self._columns
        return 16384 if _VERY_WIDE.search(chunk) else 702


def _area(match: re.Match[bytes]) -> int:
    return column_number(match[1].decode()) * int(match[2])


def _check_far_cells(path: Path, source: BinaryIO, member: ZipInfo) -> None:
    """Refuse a sheet whose filled cells lie so far out that the rectangle around them cannot be held."""
    last_column, last_row, tail = "A", 1, b""
    for chunk in chain(_chunks(source, member), [b""]):
        text = tail + chunk
        # A cell may be cut in two by the chunk's end: its beginning waits for the next one.
        cut = text.rfind(b"<") if chunk else len(text)
        tail = text[max(cut, 0) :]
        for letters, digits in set(_FILLED.findall(text, 0, max(cut, 0))):
            last_row = max(last_row, int(digits))
            last_column = max(last_column, letters.decode(), key=column_number)
    if column_number(last_column) * last_row > MAX_CELLS:
        why = f"有的内容远在 {last_column} 列、第 {last_row} 行，把表撑得太大；请先删掉离正文很远的零散内容"
        raise UnreadableSheet(path, why)


def _chunks(source: BinaryIO, member: ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of a member, as far as its compressed bytes reach, whatever size the directory claims."""
    if not member.compress_size:
        return
    source.seek(member.header_offset)
    name_length, extra_length = _LOCAL_HEADER.unpack(source.read(_LOCAL_HEADER.size))
    source.seek(name_length + extra_length, 1)
    left = member.compress_size
    inflater = zlib.decompressobj(-zlib.MAX_WBITS) if member.compress_type == ZIP_DEFLATED else None
    while left > 0:
        packed = source.read(min(_CHUNK, left))
        if not packed:
            raise zlib.error("truncated")
        left -= len(packed)
        if inflater is None:
            yield packed
            continue
        yield inflater.decompress(packed)
    if inflater is not None and not inflater.eof:
        raise zlib.error("truncated")
