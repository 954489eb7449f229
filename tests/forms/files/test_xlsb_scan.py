"""Records of an .xlsb sheet one by one: what is marked, and where the values end."""

from __future__ import annotations

import struct

import pytest

from minqing.forms.files.xlsb_scan import filled_xlsb_styles, scan_xlsb


def _record(code: int, body: bytes = b"") -> bytes:
    head = bytes([code]) if code < 0x80 else bytes([code & 0x7F | 0x80, code >> 7])
    return head + bytes([len(body)]) + body


def _row(number: int, *, hidden: bool = False) -> bytes:
    return _record(0, struct.pack("<I", number - 1) + bytes(7) + bytes([0x10 if hidden else 0]))


def _cell(column: int, style: int = 0, *, code: int = 1, value: bytes = b"") -> bytes:
    return _record(code, struct.pack("<I", column - 1) + struct.pack("<I", style)[:3] + b"\0" + value)


def test_blank_cells_carry_colours_but_are_no_values() -> None:
    part = _row(1) + _cell(2, code=2, value=bytes(4)) + _row(9, hidden=True) + _cell(5, style=3)
    found, last = scan_xlsb(part, {3: "黄"})
    assert last == (1, 2)
    assert {colour: {column: list(rows) for column, rows in by.items()} for colour, by in found.fills.items()} == {
        "黄": {5: [9]}
    }
    assert found.hidden_rows == {9}


def test_errors_merges_hidden_columns_and_filters() -> None:
    columns = _record(60, struct.pack("<II", 1, 2) + bytes(8) + b"\1\0")
    shown = _record(60, struct.pack("<II", 7, 7) + bytes(8) + b"\0\0")
    merge = _record(176, struct.pack("<IIII", 1, 2, 0, 3))
    part = columns + shown + _row(4) + _cell(1, code=3, value=b"\x17") + _record(163) + merge
    found, last = scan_xlsb(part, {})
    assert (found.hidden_columns, found.filtered, last) == ({2, 3}, True, (4, 1))
    assert found.errors == {(4, 1): "#REF!"}
    assert [(one.first_row, one.first_column, one.last_row, one.last_column) for one in found.merges] == [(2, 1, 3, 4)]


def test_what_lies_behind_damage_is_left_out() -> None:
    found, last = scan_xlsb(_row(2) + _cell(1, code=2, value=bytes(4)) + b"\x00\x0c\x01", {})
    assert (last, found.errors) == ((2, 1), {})


@pytest.mark.parametrize(
    ("kind", "index", "rgb", "name"),
    [
        (2 << 1, 0, (255, 255, 0), "黄"),
        (1 << 1, 10, (0, 0, 0), "红"),
        (1 << 1, 64, (0, 0, 0), ""),
        (0, 0, (0, 0, 0), ""),
    ],
)
def test_fills_of_styles_by_name(kind: int, index: int, rgb: tuple[int, int, int], name: str) -> None:
    def fill(pattern: int) -> bytes:
        return _record(45, struct.pack("<IBBhBBB", pattern, kind, index, 0, *rgb))

    def style(number: int) -> bytes:
        return _record(47, bytes(6) + struct.pack("<H", number))

    named = style(1) + _record(617) + style(0) + style(1) + _record(618) + style(1)
    assert filled_xlsb_styles(fill(0) + fill(1) + named, b"") == ({1: name} if name else {})
    assert filled_xlsb_styles(fill(1) + b"\x2d", b"") == {}
