"""Writes laid-out sheets as .xls (BIFF8 in an OLE file), with an opening password if wanted."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from pathlib import Path

from tests.forms.made.model import Book, Cell, Page, lay_out
from tests.forms.made.write_xlsx import format_of, serial

_COLOURS = {"FFFF00": 13, "FF0000": 10, "00FF00": 11}
_GREY = 22
_FORMATS = {0: 0, 1: 170, 2: 171, 3: 172, 4: 49}
_CODES = {170: "yyyy\\-mm\\-dd", 171: "yyyy\\-mm\\-dd\\ hh:mm", 172: "hh:mm"}
_ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}
_STYLE_XFS = 15
_PLAIN_RECORDS = frozenset({0x809, 0x2F, 0xE1, 0x194, 0x195})
_SECTOR = 512
_Records = list[tuple[int, bytes]]


def write_xls(book: Book, path: Path, *, password: str = "") -> Path:
    """Write a made book as a binary workbook; with a password its records are encrypted by RC4."""
    looks: dict[tuple[int, str], int] = {(0, ""): 0}
    sheets = [list(_sheet(lay_out(sheet), looks, date1904=book.date1904)) for sheet in book.sheets]
    salt = bytes(range(16))
    head = list(_globals(book, looks, _file_pass(password, salt) if password else b""))
    size = sum(4 + len(data) for _, data in head)
    starts = []
    for records in sheets:
        starts.append(size)
        size += sum(4 + len(data) for _, data in records)
    at = iter(starts)
    head = [(kind, struct.pack("<I", next(at)) + data[4:] if kind == 0x85 else data) for kind, data in head]
    records = [*head, *(one for sheet in sheets for one in sheet)]
    stream = _encrypted(records, password, salt) if password else _plain(records)
    path.write_bytes(_ole(stream))
    return path


def _plain(records: _Records) -> bytes:
    return b"".join(struct.pack("<HH", kind, len(data)) + data for kind, data in records)


def _text(text: str, *, short: bool = False) -> bytes:
    data = text.encode("utf-16-le")
    return struct.pack("<BB" if short else "<HB", len(data) // 2, 1) + data


def _globals(book: Book, looks: dict[tuple[int, str], int], file_pass: bytes) -> Iterator[tuple[int, bytes]]:
    yield 0x809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    if file_pass:
        yield 0x2F, file_pass
    for _ in range(40):
        # Writers' names, to make the stream longer than what OLE keeps in small sectors.
        yield 0x5C, b"x".ljust(112)
    yield 0x42, struct.pack("<H", 1200)
    yield 0x22, struct.pack("<H", int(book.date1904))
    for _ in range(5):
        yield 0x31, struct.pack("<HHHHHBBBB", 220, 0, 0x7FFF, 400, 0, 0, 0, 134, 0) + _text("宋体", short=True)
    for number, code in _CODES.items():
        yield 0x41E, struct.pack("<H", number) + _text(code)
    for _ in range(_STYLE_XFS):
        yield 0xE0, struct.pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0)
    for number, fill in looks:
        solid = 1 << 26 if fill else 0
        colours = (_COLOURS.get(fill, _GREY) if fill else 0x40) | 0x41 << 7
        yield 0xE0, struct.pack("<HHHBBBBIIH", 0, _FORMATS[number], 1, 0x20, 0, 0, 0x7C, 0, solid, colours)
    yield 0x293, struct.pack("<HBB", 0x8000, 0, 0xFF)
    for sheet in book.sheets:
        yield 0x85, struct.pack("<IBB", 0, int(sheet.hidden), 0) + _text(sheet.name, short=True)
    yield 0x0A, b""


def _sheet(page: Page, looks: dict[tuple[int, str], int], *, date1904: bool) -> Iterator[tuple[int, bytes]]:
    right = max((column for _, column in page.cells), default=1)
    yield 0x809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6)
    yield 0x200, struct.pack("<IIHHH", 0, page.height, 0, right, 0)
    for row in page.sheet.hidden_rows:
        yield 0x208, struct.pack("<HHHHHHI", row - 1, 0, right, 255, 0, 0, 0x100 | 0x20)
    for (row, column), cell in sorted(page.cells.items()):
        look = looks.setdefault((format_of(cell.raw), cell.fill), len(looks))
        yield from _cell(struct.pack("<HHH", row - 1, column - 1, _STYLE_XFS + look), cell, date1904=date1904)
    yield 0x23E, struct.pack("<HHHIHHI", 0x06B6, 0, 0, 0x40, 0, 0, 0)
    for start in range(0, len(page.spans), 1000):
        some = page.spans[start : start + 1000]
        blocks = (struct.pack("<HHHH", one.top - 1, one.bottom - 1, one.left - 1, one.right - 1) for one in some)
        yield 0xE5, struct.pack("<H", len(some)) + b"".join(blocks)
    yield 0x0A, b""


def _cell(place: bytes, cell: Cell, *, date1904: bool) -> Iterator[tuple[int, bytes]]:
    raw = cell.raw
    formula = struct.pack("<HIHB", 0, 0, 3, 0x1E) + struct.pack("<H", 0)
    if cell.error:
        yield 0x205, place + struct.pack("<BB", _ERRORS[cell.error], 1)
    elif raw is None:
        yield 0x201, place
    elif isinstance(raw, bool):
        yield 0x205, place + struct.pack("<BB", int(raw), 0)
    elif isinstance(raw, str):
        if cell.formula:
            yield 0x06, place + b"\x00\x00\x00\x00\x00\x00\xff\xff" + formula
            yield 0x207, _text(raw)
        else:
            yield 0x204, place + _text(raw)
    else:
        number = raw if isinstance(raw, int | float) else serial(raw, date1904=date1904)
        value = struct.pack("<d", number)
        yield (0x06, place + value + formula) if cell.formula else (0x203, place + value)


def _ole(stream: bytes) -> bytes:
    """A file with one stream named Workbook, long enough to need no small sectors."""
    size = len(stream)
    stream = stream.ljust(-(-size // _SECTOR) * _SECTOR, b"\0")
    sectors = len(stream) // _SECTOR
    tables = 1
    while sectors + 1 + tables > tables * 128:
        tables += 1
    chain = [*range(1, sectors), 0xFFFFFFFE, 0xFFFFFFFE, *[0xFFFFFFFD] * tables]
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))
    first_table = sectors + 1
    places = [*range(first_table, first_table + tables)] + [0xFFFFFFFF] * (109 - tables)
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16)
    header += struct.pack("<HHHHHHIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, tables, sectors, 0, 4096,
                          0xFFFFFFFE, 0, 0xFFFFFFFE, 0)  # fmt: skip
    header += struct.pack("<109I", *places)
    entries = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry("Workbook", 2, 0xFFFFFFFF, 0, size)
    entries += (bytes(68) + struct.pack("<III", *[0xFFFFFFFF] * 3) + bytes(48)) * 2
    return header + stream + entries + struct.pack(f"<{len(chain)}I", *chain)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    data = name.encode("utf-16-le")
    none = 0xFFFFFFFF
    return (
        data.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(data) + 2, kind, 1, none, none, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


def _rc4(key: bytes) -> Iterator[int]:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    while True:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        yield state[(state[i] + state[j]) % 256]


def _block_key(password: str, salt: bytes, block: int) -> bytes:
    half = hashlib.md5(password.encode("utf-16-le"), usedforsecurity=False).digest()[:5]
    whole = hashlib.md5((half + salt) * 16, usedforsecurity=False).digest()[:5]
    return hashlib.md5(whole + struct.pack("<I", block), usedforsecurity=False).digest()


def _file_pass(password: str, salt: bytes) -> bytes:
    verifier = bytes(range(16, 32))
    keys = _rc4(_block_key(password, salt, 0))
    sealed = bytes(byte ^ next(keys) for byte in verifier + hashlib.md5(verifier, usedforsecurity=False).digest())
    return struct.pack("<HHH", 1, 1, 1) + salt + sealed


def _encrypted(records: _Records, password: str, salt: bytes) -> bytes:
    """The stream with the bodies of its records encrypted; every 1024 bytes a new key, headers counted along."""
    plain = _plain(records)
    clear = bytearray()
    for kind, data in records:
        bare = len(data) if kind in _PLAIN_RECORDS else 4 if kind == 0x85 else 0
        clear += b"\1" * (4 + bare) + b"\0" * (len(data) - bare)
    done = bytearray()
    for start in range(0, len(plain), 1024):
        keys = _rc4(_block_key(password, salt, start // 1024))
        piece = zip(plain[start : start + 1024], clear[start : start + 1024], keys, strict=False)
        done += bytes(byte if open_ else byte ^ key for byte, open_, key in piece)
    return bytes(done)
