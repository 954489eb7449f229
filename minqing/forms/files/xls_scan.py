"""Going through the records of an .xls workbook for what calamine does not tell."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

from minqing.forms.files.colours import colour_name
from minqing.forms.files.details import Findings, error_text
from minqing.forms.files.xls.stream import workbook_stream

_BOF, _EOF, _BOUND_SHEET, _XF, _PALETTE, _ROW, _COLUMNS, _FILTERED = 0x809, 0x0A, 0x85, 0xE0, 0x92, 0x208, 0x7D, 0x9B
_FORMULA, _TRUTH_OR_ERROR, _MANY_NUMBERS, _MANY_BLANKS = 0x06, 0x205, 0xBD, 0xBE
_SINGLE = frozenset({0xFD, 0x204, 0x203, 0x27E, 0x201, 0xD6, _FORMULA, _TRUTH_OR_ERROR})
_TOLD = frozenset({_BOF, _EOF, _ROW, _COLUMNS, _FILTERED, _FORMULA, _TRUTH_OR_ERROR})
_COLOURED = _TOLD | _SINGLE | {_MANY_NUMBERS, _MANY_BLANKS}
_HEAD = struct.Struct("<HH")
_THREE = struct.Struct("<HHH")
_SOLID = 1


def scan_xls(data: bytes) -> Mapping[str, Findings]:
    """By sheet, what is hidden, filled or failed in an .xls file; nothing for a file that is damaged or older."""
    try:
        stream = workbook_stream(data)
        book = _read_globals(stream)
        return {name: _scan_sheet(stream, offset, book.fills) for name, offset in book.sheets.items()}
    except (struct.error, IndexError, ValueError, AssertionError, TypeError):
        return {}


@dataclass(frozen=True, slots=True)
class _Book:
    sheets: dict[str, int]
    fills: dict[int, str]


def _read_globals(stream: bytes) -> _Book:
    sheets: dict[str, int] = {}
    styles: list[tuple[int, int]] = []
    palette: list[str] = []
    at, end = 0, len(stream)
    while at + 4 <= end:
        code, length = _HEAD.unpack_from(stream, at)
        body = at + 4
        if code == _EOF:
            break
        if code == _BOUND_SHEET:
            sheets[_name(stream[body : body + length])] = struct.unpack_from("<I", stream, body)[0]
        elif code == _XF and length >= 20:
            pattern, front = struct.unpack_from("<IH", stream, body + 14)
            styles.append((pattern >> 26, front & 0x7F))
        elif code == _PALETTE:
            count = struct.unpack_from("<H", stream, body)[0]
            palette = [f"#{stream[body + 2 + 4 * one : body + 5 + 4 * one].hex()}" for one in range(count)]
        at = body + length
    return _Book(sheets, _filled(styles, palette))


def _name(record: bytes) -> str:
    count, wide = record[6], record[7] & 1
    text = record[8 : 8 + count * (2 if wide else 1)]
    return text.decode("utf-16-le" if wide else "latin-1")


def _filled(styles: list[tuple[int, int]], palette: list[str]) -> dict[int, str]:
    if not any(pattern == _SOLID for pattern, _ in styles):
        return {}
    from openpyxl.styles.colors import COLOR_INDEX

    colours = [f"#{one[-6:]}" for one in COLOR_INDEX[:64]]
    colours[8 : 8 + len(palette)] = palette
    found = {}
    for number, (pattern, front) in enumerate(styles):
        name = colour_name(colours[front]) if pattern == _SOLID and front < len(colours) else ""
        if name:
            found[number] = name
    return found


def _scan_sheet(stream: bytes, at: int, fills: Mapping[int, str]) -> Findings:
    found = Findings()
    wanted = _COLOURED if fills else _TOLD
    depth, end, head = 0, len(stream), _HEAD.unpack_from
    while at + 4 <= end:
        code, length = head(stream, at)
        body = at + 4
        at = body + length
        if code not in wanted:
            continue
        if code == _BOF:
            depth += 1
        elif code == _EOF:
            depth -= 1
            if depth <= 0:
                break
        elif depth == 1:
            _take(stream, body, code, found)
            if fills and code in _COLOURED:
                _take_fill(stream[body:at], code, fills, found)
    return found


def _take(stream: bytes, body: int, code: int, found: Findings) -> None:
    if code == _ROW:
        if stream[body + 12] & 0x20:
            found.hidden_rows.add(int(struct.unpack_from("<H", stream, body)[0]) + 1)
    elif code == _COLUMNS:
        first, last = struct.unpack_from("<HH", stream, body)
        if stream[body + 8] & 1:
            found.hide_columns(first + 1, last + 1)
    elif code == _FILTERED:
        found.filtered = True
    elif code == _TRUTH_OR_ERROR and stream[body + 7]:
        _note_error(stream, body, stream[body + 6], found)
    elif code == _FORMULA and stream[body + 12 : body + 14] == b"\xff\xff" and stream[body + 6] == 2:
        _note_error(stream, body, stream[body + 8], found)


def _note_error(stream: bytes, body: int, code: int, found: Findings) -> None:
    row, column = struct.unpack_from("<HH", stream, body)
    found.errors[row + 1, column + 1] = error_text(code)


def _take_fill(record: bytes, code: int, fills: Mapping[int, str], found: Findings) -> None:
    if code in _SINGLE:
        row, column, style = _THREE.unpack_from(record)
        if colour := fills.get(style):
            found.fill(row + 1, column + 1, colour)
        return
    step = {_MANY_NUMBERS: 6, _MANY_BLANKS: 2}.get(code)
    if step is None:
        return
    row, first = _HEAD.unpack_from(record)
    for place, at in enumerate(range(4, len(record) - 2, step)):
        if colour := fills.get(struct.unpack_from("<H", record, at)[0]):
            found.fill(row + 1, first + place + 1, colour)
