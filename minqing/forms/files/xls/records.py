"""The records of an old binary workbook's stream, for what the reading library passes over."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass

BOF = 0x0809
EOF = 0x000A
_CONTINUE = 0x003C
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MAX_TEXT = 32_767
_BOUND_SHEET = 0x0085
_EXTERN_NAME = 0x0023
_EXTERN_SHEET = 0x0017
_SUP_BOOK = 0x01AE
_WINDOW = 0x003D
_OWN_BOOK = b"\x01\x04"
_ADD_INS = b"\x01\x00\x01\x3a"


@dataclass(frozen=True, slots=True)
class Record:
    """One record: what it is, its bytes with those of its continuations, and whether it belongs to a chart inside."""

    code: int
    data: bytes
    inner: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of the workbook: where its records begin in the stream, and whether it is a sheet of cells."""

    offset: int
    is_worksheet: bool


@dataclass(frozen=True, slots=True)
class Globals:
    """What the workbook's own records say about its tabs and about the sheets that formulas point to.

    ``references`` are (book, first tab, last tab); ``own_books`` and ``add_in_names`` tell the books apart.
    """

    tabs: tuple[Tab, ...]
    active_tab: int
    references: tuple[tuple[int, int, int], ...]
    own_books: frozenset[int]
    add_in_names: dict[int, tuple[str, ...]]


def walk(stream: bytes, offset: int) -> Iterator[Record]:
    """The records from the BOF at ``offset`` to its EOF, both left out; those of charts in between are ``inner``."""
    depth = 0
    at = offset
    while at + 4 <= len(stream):
        code, length = struct.unpack_from("<HH", stream, at)
        data = stream[at + 4 : at + 4 + length]
        at += 4 + length
        if code == BOF:
            depth += 1
            if depth > 1:
                yield Record(code, data, inner=True)
            continue
        if code == EOF:
            depth -= 1
            if depth <= 0:
                return
            continue
        parts = [data]
        while stream[at : at + 2] == b"\x3c\x00" and at + 4 <= len(stream):
            length = struct.unpack_from("<H", stream, at + 2)[0]
            parts.append(stream[at + 4 : at + 4 + length])
            at += 4 + length
        if code != _CONTINUE:
            yield Record(code, b"".join(parts) if len(parts) > 1 else data, inner=depth > 1)


def read_globals(stream: bytes) -> Globals:
    """The tabs and the reference table of a workbook stream; raises struct.error or IndexError for a damaged one."""
    tabs: list[Tab] = []
    references: list[tuple[int, int, int]] = []
    own_books: set[int] = set()
    add_ins: dict[int, list[str]] = {}
    active = books = 0
    for record in walk(stream, 0):
        data = record.data
        if record.code == _BOUND_SHEET:
            tabs.append(Tab(struct.unpack_from("<I", data)[0], data[5] == 0))
        elif record.code == _WINDOW and len(data) >= 12:
            active = struct.unpack_from("<H", data, 10)[0]
        elif record.code == _SUP_BOOK:
            if data[2:4] == _OWN_BOOK:
                own_books.add(books)
            elif data[:4] == _ADD_INS:
                add_ins[books] = []
            books += 1
        elif record.code == _EXTERN_NAME and books - 1 in add_ins:
            add_ins[books - 1].append(unicode_text(data, 6, wide_count=False)[0])
        elif record.code == _EXTERN_SHEET and books:
            count = struct.unpack_from("<H", data)[0]
            references = [struct.unpack_from("<HHH", data, 2 + 6 * index) for index in range(count)]
    names = {book: tuple(texts) for book, texts in add_ins.items()}
    return Globals(tuple(tabs), active, tuple(references), frozenset(own_books), names)


def unicode_text(data: bytes, at: int, *, wide_count: bool = True) -> tuple[str, int]:
    """The Unicode string at a place in a record, and the place behind it; its length takes two bytes or one."""
    if wide_count:
        count = struct.unpack_from("<H", data, at)[0]
        at += 2
    else:
        count = data[at]
        at += 1
    flags = data[at]
    at += 1
    runs = phonetic = 0
    if flags & 8:
        runs = struct.unpack_from("<H", data, at)[0]
        at += 2
    if flags & 4:
        phonetic = struct.unpack_from("<I", data, at)[0]
        at += 4
    size = count * 2 if flags & 1 else count
    text = data[at : at + size].decode("utf-16-le" if flags & 1 else "latin-1", "replace")
    return text, at + size + 4 * runs + phonetic


def legible(text: str) -> str:
    """The text without the characters that no .xlsx file may hold, lines ending as they do there."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:_MAX_TEXT]
