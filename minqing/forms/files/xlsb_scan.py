"""Going through the records of an .xlsb sheet for what calamine does not tell."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from minqing.forms.files.colours import GivenColour, colour_name
from minqing.forms.files.details import Findings, error_text
from minqing.forms.files.grid import Merge
from minqing.forms.files.palette import Palette

_ROW, _BLANK, _ERROR, _FAILED, _COLUMNS, _SHEET, _FILTER, _MERGE = 0, 1, 3, 11, 60, 156, 163, 176
_WANTED = frozenset({_ROW, _ERROR, _FAILED, _COLUMNS, _SHEET, _FILTER, _MERGE})
_CELLS = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 62})
_FILL, _STYLE, _BEGIN_STYLES, _END_STYLES = 45, 47, 617, 618
_STYLES = frozenset({_FILL, _STYLE, _BEGIN_STYLES, _END_STYLES})
_RGB, _THEME = 2, 3
_HIDDEN_ROW = 0x10


def filled_xlsb_styles(styles: bytes, theme: bytes) -> Mapping[int, str]:
    """The cell styles of an .xlsb with an even fill that is not white: number of the style to colour name."""
    fills: list[str] = []
    used: list[int] = []
    palette: Palette | None = None
    of_cells = False
    try:
        for code, body in _records(styles, _STYLES):
            if code == _FILL:
                palette = palette or Palette.of_parts(theme)
                fills.append(_fill_name(body, palette))
            elif code == _STYLE and of_cells:
                used.append(struct.unpack_from("<H", body, 6)[0])
            elif code != _STYLE:
                of_cells = code == _BEGIN_STYLES
    except (struct.error, IndexError):
        return {}
    return {number: fills[fill] for number, fill in enumerate(used) if fill < len(fills) and fills[fill]}


def _fill_name(body: bytes, palette: Palette) -> str:
    pattern, kind, index, tint, *parts = struct.unpack_from("<IBBhBBB", body)
    if pattern != 1:
        return ""
    shade = tint / 32767
    if kind >> 1 == _RGB:
        return colour_name(palette.colour(GivenColour("rgb", rgb=bytes(parts).hex(), tint=shade)))
    if kind >> 1 == _THEME:
        return colour_name(palette.colour(GivenColour("theme", theme=index, tint=shade)))
    indexed = kind >> 1 == 1 and index < 64
    return colour_name(palette.colour(GivenColour("indexed", indexed=index, tint=shade))) if indexed else ""


def scan_xlsb(part: bytes, fills: Mapping[int, str]) -> tuple[Findings, tuple[int, int]]:
    """What is merged, hidden, filled or failed in the part of one sheet; what lies behind damage is left out.

    ``fills`` are the filled cell styles by number. Beside it comes the last row and column with a value.
    """
    found = Findings()
    row = last_row = widest = 0
    try:
        for code, body in _records(part, _WANTED | _CELLS):
            if code in _CELLS:
                column = int.from_bytes(body[:4], "little") + 1
                if code != _BLANK:
                    last_row, widest = row, max(widest, column)
                if fills and (colour := fills.get(int.from_bytes(body[4:7], "little"))):
                    found.fill(row, column, colour)
                if code in {_ERROR, _FAILED}:
                    found.errors[row, column] = error_text(body[8])
            elif code == _ROW:
                row = struct.unpack_from("<I", body)[0] + 1
                if body[11] & _HIDDEN_ROW:
                    found.hidden_rows.add(row)
            else:
                _take(code, body, found)
    except (struct.error, IndexError):
        pass
    return found, (last_row, widest)


def _take(code: int, body: bytes, found: Findings) -> None:
    if code == _COLUMNS:
        first, last = struct.unpack_from("<II", body)
        if body[16] & 1:
            found.hide_columns(first + 1, last + 1)
    elif code == _MERGE:
        top, bottom, left, right = struct.unpack_from("<IIII", body)
        found.merges.append(Merge(top + 1, left + 1, bottom + 1, right + 1))
    elif code == _FILTER:
        found.filtered = True


def sheet_relations(workbook: bytes) -> dict[str, str]:
    """The sheets' names with their relation ids, from workbook.bin."""
    found: dict[str, str] = {}
    try:
        for code, body in _records(workbook, _WANTED):
            if code == _SHEET:
                relation, at = _text(body, 8)
                found[_text(body, at)[0]] = relation
    except (struct.error, IndexError, UnicodeDecodeError):
        pass
    return found


def _text(body: bytes, at: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", body, at)[0]
    end = at + 4 + 2 * (0 if length == 0xFFFFFFFF else length)
    return body[at + 4 : end].decode("utf-16-le"), end


def _records(part: bytes, wanted: frozenset[int]) -> Iterator[tuple[int, bytes]]:
    """The records that matter, each with its number and its bytes; both number and length take as many as needed."""
    at, end = 0, len(part)
    while at < end:
        code = part[at]
        at += 1
        if code & 0x80:
            code = (code & 0x7F) | (part[at] & 0x7F) << 7
            at += 1
        length = shift = 0
        while True:
            byte = part[at]
            at += 1
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80 or shift > 21:
                break
        if code in wanted:
            yield code, part[at : at + length]
        at += length
