"""Writes old binary workbooks (BIFF8 in an OLE file) record by record, for tests of what is made of them."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate

_SECTOR = 512
_NONE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
PLAIN = 15
"""The format of cells that have nothing special; those given to ``workbook`` follow."""
FONT = 6
"""The number of the first font given to ``workbook``; number 4 does not exist in such files."""


def record(code: int, data: bytes = b"") -> bytes:
    """One record."""
    return struct.pack("<HH", code, len(data)) + data


def text(words: str, *, short: bool = False) -> bytes:
    """A Unicode string with its length before it, in two bytes or in one."""
    data = words.encode("utf-16-le")
    return struct.pack("<BB" if short else "<HB", len(data) // 2, 1) + data


def label(row: int, column: int, words: str, look: int = PLAIN) -> bytes:
    """A text cell; rows and columns are counted from 0 in this file."""
    return record(0x204, struct.pack("<HHH", row, column, look) + text(words))


def number(row: int, column: int, value: float, look: int = PLAIN) -> bytes:
    """A number cell."""
    return record(0x203, struct.pack("<HHHd", row, column, look, value))


def formula(row: int, column: int, value: float | str, tokens: bytes, extra: bytes = b"") -> bytes:
    """A cell with the tokens of a formula and what it gave last."""
    kept = struct.pack("<d", value) if isinstance(value, float) else b"\x00\x00\x00\x00\x00\x00\xff\xff"
    head = struct.pack("<HHH", row, column, PLAIN) + kept + struct.pack("<HIH", 0, 0, len(tokens))
    return record(0x06, head + tokens + extra) + (record(0x207, text(value)) if isinstance(value, str) else b"")


def shared(area: tuple[int, int, int, int], tokens: bytes) -> bytes:
    """The tokens that the cells of an area share; stands behind the first of them."""
    return record(0x4BC, struct.pack("<HHBBBBH", *area, 0, 2, len(tokens)) + tokens)


def array(area: tuple[int, int, int, int], tokens: bytes) -> bytes:
    """The tokens of an array formula; stands behind the first cell of its area."""
    return record(0x221, struct.pack("<HHBBHIH", *area, 0, 0, len(tokens)) + tokens)


def rule(
    flags: int,
    tokens: bytes,
    area: tuple[int, int, int, int],
    *,
    second: bytes = b"",
    texts: Sequence[str] = "\0\0\0\0",
) -> bytes:
    """A data validation with its titles and messages (prompt title, error title, prompt, error)."""
    parts = [struct.pack("<I", flags), *map(text, texts)]
    parts += [struct.pack("<HH", len(one), 0) + one for one in (tokens, second)]
    return record(0x1BE, b"".join([*parts, struct.pack("<H4H", 1, *area)]))


def name(words: str, tokens: bytes, *, sheet: int = 0, builtin: int | None = None) -> bytes:
    """A defined name; ``sheet`` is the 1-based sheet that it belongs to, ``builtin`` the number of a known one."""
    shown = words if builtin is None else chr(builtin)
    flags = 0 if builtin is None else 0x20
    head = struct.pack("<HBBHHHBBBB", flags, 0, len(shown), len(tokens), 0, sheet, 0, 0, 0, 0)
    return record(0x18, head + b"\1" + shown.encode("utf-16-le") + tokens)


def font(words: str, *, height: int = 220, flags: int = 0, weight: int = 400, colour: int = 0x7FFF) -> bytes:
    """A font; a weight of 700 is bold."""
    head = struct.pack("<HHHHHBBBB", height, flags, colour, weight, 0, 0, 0, 134, 0)
    return record(0x31, head + text(words, short=True))


def look(
    *, font_index: int = 0, code: int = 0, align: int = 0x20, turn: int = 0, indent: int = 0, rest: bytes = b""
) -> bytes:
    """A cell format; ``rest`` is the 10 bytes of borders and fill."""
    head = struct.pack("<HHHBBBB", font_index, code, 1, align, turn, indent, 0xFC)
    return record(0xE0, head + (rest or struct.pack("<IIH", 0, 0, 0x20C0)))


def workbook(
    sheets: Mapping[str, bytes],
    *,
    hidden: Sequence[str] = (),
    fonts: bytes = b"",
    looks: bytes = b"",
    names: bytes = b"",
    active: int = 0,
) -> bytes:
    """The file of a workbook; a sheet is given by its records. Reference n in formulas stands for sheet n."""
    count = len(sheets)
    style = struct.pack("<HHHBBBBIIH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0, 0x20C0)
    before = [
        record(0x809, struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)),
        # A name of the writer so long that the stream is one which OLE does not keep in small sectors.
        record(0x5C, b"\0" * 4096),
        record(0x42, struct.pack("<H", 1200)),
        record(0x3D, struct.pack("<9H", 0, 0, 100, 100, 0x38, active, 0, 1, 600)),
        font("宋体") * 5 + fonts,
        record(0xE0, style) * PLAIN + look() + looks,
    ]
    places = b"".join(struct.pack("<HHH", 0, one, one) for one in range(count))
    after = [
        record(0x1AE, struct.pack("<H", count) + b"\x01\x04"),
        record(0x17, struct.pack("<H", count) + places),
        names,
        record(0x0A),
    ]
    start = record(0x809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    bodies = [start + body + record(0x0A) for body in sheets.values()]
    titles = [struct.pack("<BB", title in hidden, 0) + text(title, short=True) for title in sheets]
    head = sum(map(len, [*before, *after])) + sum(8 + len(title) for title in titles)
    offsets = accumulate(map(len, bodies[:-1]), initial=head)
    bounds = [record(0x85, struct.pack("<I", at) + title) for at, title in zip(offsets, titles, strict=True)]
    return _ole(b"".join([*before, *bounds, *after, *bodies]))


def _ole(stream: bytes) -> bytes:
    """A file with one stream named Workbook."""
    size = len(stream)
    stream = stream.ljust(-(-size // _SECTOR) * _SECTOR, b"\0")
    sectors = len(stream) // _SECTOR
    assert sectors <= 126, "one table of sectors must do"
    chain = [*range(1, sectors), _END, _END, _TABLE]
    chain += [_NONE] * (128 - len(chain))
    numbers = (0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, 1, sectors, 0, 4096, _END, 0, _END, 0)
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<6H10I", *numbers)
    header += struct.pack("<109I", sectors + 1, *[_NONE] * 108)
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _NONE, 0, size)
    entries += (bytes(68) + struct.pack("<III", _NONE, _NONE, _NONE) + bytes(48)) * 2
    return header + stream + entries + struct.pack("<128I", *chain)


def _entry(words: str, kind: int, child: int, start: int, size: int) -> bytes:
    data = words.encode("utf-16-le")
    head = data.ljust(64, b"\0") + struct.pack("<HBBIII", len(data) + 2, kind, 1, _NONE, _NONE, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
