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

from minqing.errors import SheetTooBig, UnreadableSheet
from minqing.forms.files.grid import MAX_CELLS, column_name, column_number
from minqing.forms.files.ods_extent import OdsTooWide
from minqing.forms.files.survey import Survey

MAX_UNPACKED = 1_500_000_000
"""No sheet that people filled in unpacks to more bytes than this."""

_CHUNK = 1 << 15
"""Compressed bytes taken at a time; deflate makes at most a thousand times as many of them."""

_SMALL = 100_000_000
_MAX_RATIO = 400
"""Real sheets shrink to a hundredth at most; a bigger member that shrinks more than this was made to do harm."""

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
_LOCKED_ODS = "它设了打开密码，.ods 的密码这里解不开；请在 WPS 里取消密码另存一份"
_TOO_FAR = "有的内容远在 {column} 列、第 {row} 行，把表撑得太大；请先删掉离正文很远的零散内容"
_ODF = "application/vnd.oasis.opendocument."
_FILLED = re.compile(rb'<(?:\w+:)?c\b[^>/]*\br="([A-Z]{1,3})(\d{1,7})"[^>/]*>(?!</)')


def check_archive(path: Path, source: BinaryIO, survey: Survey | None = None) -> str:
    """The kind of spreadsheet in a zip file (xlsx, xlsb or ods), once it is known to be safe to unpack.

    The directory's own claims are checked first, then every member is unpacked chunk by chunk and counted, since a
    directory can lie; ``survey`` sees them all. Raises ``UnreadableSheet`` for anything that is not a whole
    spreadsheet, ``SheetTooBig``.
    """
    survey = survey or Survey()
    try:
        with ZipFile(source) as archive:
            members = archive.infolist()
            _check_claims(path, members)
            kind = _kind(path, archive)
            survey.begin(archive, kind)
    except (BadZipFile, EOFError, zlib.error, struct.error, RuntimeError, ValueError, OSError) as error:
        raise UnreadableSheet(path, _INCOMPLETE) from error
    try:
        _unpack_all(path, source, members, survey)
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
                raise UnreadableSheet(path, _LOCKED_ODS)


def _unpack_all(path: Path, source: BinaryIO, members: list[ZipInfo], survey: Survey) -> None:
    total = 0
    for member in members:
        unpacked = 0
        for chunk in survey.watch(member.filename, _chunks(source, member)):
            unpacked += len(chunk)
            if total + unpacked > MAX_UNPACKED:
                raise SheetTooBig(path, (total + unpacked) >> 20)
            if unpacked > max(_SMALL, member.compress_size * _MAX_RATIO):
                raise SheetTooBig(path, unpacked >> 20)
        total += unpacked
        if unpacked > member.file_size:
            raise UnreadableSheet(path, "压缩包里写的大小与实际不符")
        if member.filename == "content.xml":
            _check_ods_content(path, _chunks(source, member), survey)
        if survey.extent > MAX_CELLS:
            row, column = survey.corner or _far_corner(source, member)
            if row * column > MAX_CELLS:
                raise UnreadableSheet(path, _TOO_FAR.format(column=column_name(column), row=row))


def _check_ods_content(path: Path, chunks: Iterator[bytes], survey: Survey) -> None:
    try:
        survey.take_ods(chunks)
    except OdsTooWide as error:
        raise SheetTooBig(path, error.cells * 32 >> 20) from error
    except ValueError as error:
        raise UnreadableSheet(path, "文件已损坏，或不是完整的表格") from error


def _far_corner(source: BinaryIO, member: ZipInfo) -> tuple[int, int]:
    """The last row and the last column of a sheet that hold something."""
    last_column, last_row, tail = 1, 1, b""
    for chunk in chain(_chunks(source, member), [b""]):
        text = tail + chunk
        # A cell may be cut in two by the chunk's end: its beginning waits for the next one.
        cut = text.rfind(b"<") if chunk else len(text)
        tail = text[max(cut, 0) :]
        for letters, digits in set(_FILLED.findall(text, 0, max(cut, 0))):
            last_row = max(last_row, int(digits))
            last_column = max(last_column, column_number(letters.decode()))
    return last_row, last_column


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
