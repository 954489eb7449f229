"""Formulas of an old workbook, token by token."""

from __future__ import annotations

import struct

import pytest

from minqing.forms.files.xls.formulas import Links, UnknownToken, formula_text, number_text
from minqing.forms.files.xls.records import Globals
from tests.forms.binary_workbook import text

_BOOKS = Globals(
    tabs=(),
    active_tab=0,
    references=((0, 0, 0), (0, 0, 2), (1, 0, 0), (0, 1, 1), (0, 0, 9), (2, 0, 0)),
    own_books=frozenset({0}),
    add_in_names={1: ("NETWORKDAYS",)},
)
_LINKS = Links(tabs=("表'一", "", "字典"), names=("性别表", "", "_xlfn.IFERROR", "_xlfn.XLOOKUP"), book=_BOOKS)
_ONE, _TWO, _THREE = (b"\x1e" + struct.pack("<H", number) for number in (1, 2, 3))


def _name(number: int) -> bytes:
    return b"\x23" + struct.pack("<HH", number, 0)


def _outer_name(reference: int, number: int) -> bytes:
    return b"\x39" + struct.pack("<HHH", reference, number, 0)


def _many(count: int, number: int) -> bytes:
    return b"\x22" + struct.pack("<BH", count, number)


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        (_ONE + b"\x12", "+1"),
        (_ONE + b"\x13", "-1"),
        (_ONE + b"\x14", "1%"),
        (_ONE + _TWO + b"\x03" + b"\x15" + _THREE + b"\x05", "(1+2)*3"),
        (_ONE + _TWO + b"\x09", "1<2"),
        (_ONE + _TWO + b"\x0e", "1<>2"),
        (_ONE + b"\x16" + _many(2, 1), "IF(1,)"),
        (b"\x1c\x07", "#DIV/0!"),
        (b"\x1c\x63", "#N/A"),
        (b"\x1d\x01", "TRUE"),
        (b"\x1d\x00", "FALSE"),
        (b"\x1f" + struct.pack("<d", 0.5), "0.5"),
        (b"\x17" + text('说"好"', short=True), '"说""好"""'),
        (b"\x21" + struct.pack("<H", 74), "NOW()"),
        (_ONE + b"\x21" + struct.pack("<H", 24), "ABS(1)"),
        (_ONE + _TWO + _many(2, 36), "AND(1,2)"),
        (_ONE + b"\x19\x10\0\0", "SUM(1)"),
        (b"\x19\x40\x00\x03" + _ONE, "1"),
        (_ONE + b"\x19\x04\x02\x00" + bytes(6) + _TWO + b"\x03", "1+2"),
        (b"\x2a" + bytes(4), "#REF!"),
        (b"\x2b" + bytes(8), "#REF!"),
        (b"\x3c" + bytes(6), "#REF!"),
        (b"\x3d" + bytes(10), "#REF!"),
        (b"\x29" + bytes(2) + _ONE, "1"),
        (_name(1), "性别表"),
        (_outer_name(0, 1), "性别表"),
        (_outer_name(2, 1) + _ONE + _TWO + _many(3, 255), "NETWORKDAYS(1,2)"),
        (_name(3) + _ONE + _TWO + _many(3, 255), "IFERROR(1,2)"),
        (_name(4) + _ONE + _TWO + _many(3, 255), "_xlfn.XLOOKUP(1,2)"),
        (b"\x3a" + struct.pack("<HHH", 0, 4, 0xC001), "'表''一'!B5"),
        (b"\x3a" + struct.pack("<HHH", 1, 4, 0x0001), "'表''一:字典'!$B$5"),
        (b"\x25" + struct.pack("<4H", 0, 0xFFFF, 0, 2), "$A:$C"),
        (b"\x25" + struct.pack("<4H", 0, 1, 0xC000, 0xC0FF), "1:2"),
        (b"\x25" + struct.pack("<4H", 0, 1, 0x4000, 0x8001), "A$1:$B2"),
    ],
)
def test_tokens_are_written_out(tokens: bytes, said: str) -> None:
    assert formula_text(tokens, _LINKS) == said


def test_constants_in_braces_follow_the_tokens() -> None:
    kinds = [
        b"\x01" + struct.pack("<d", 2.5),
        b"\x02" + text('男"'),
        b"\x04\x01" + bytes(7),
        b"\x04\x00" + bytes(7),
        b"\x10\x2a" + bytes(7),
        b"\x00" + bytes(8),
    ]
    constants = b"\x02" + struct.pack("<H", 1) + b"".join(kinds)
    second = b"\x00" + struct.pack("<H", 0) + kinds[0]
    array = b"\x20" + bytes(7)
    assert formula_text(array, _LINKS, extra=constants) == '{2.5,"男""",TRUE;FALSE,#N/A,""}'
    assert formula_text(array + array + b"\x03", _LINKS, extra=constants + second).endswith("}+{2.5}")


def test_areas_remembered_before_constants_are_stepped_over() -> None:
    areas = struct.pack("<H", 2) + bytes(16)
    constants = b"\x00" + struct.pack("<H", 0) + b"\x01" + struct.pack("<d", 7)
    assert formula_text(b"\x26" + bytes(6) + b"\x20" + bytes(7), _LINKS, extra=areas + constants) == "{7}"
    assert formula_text(b"\x26" + bytes(6) + _ONE, _LINKS) == "1"


def test_relative_places_are_counted_from_the_cell_and_go_round() -> None:
    left_above = struct.pack("<HH", 0xFFFF, 0xC0FF)
    assert formula_text(b"\x2c" + left_above, _LINKS, row=4, column=2, shifted=True) == "B4"
    assert formula_text(b"\x2c" + left_above, _LINKS) == "IV65536"
    assert formula_text(b"\x2c" + struct.pack("<HH", 1, 0x0001), _LINKS, row=4, column=2) == "$B$2"
    assert formula_text(b"\x24" + struct.pack("<HH", 1, 0xC001), _LINKS, row=4, column=2) == "B2"
    there = b"\x3a" + struct.pack("<HHH", 0, 1, 0xC001)
    assert formula_text(there, _LINKS, row=4, column=2, shifted=True) == "'表''一'!D6"
    assert formula_text(there, _LINKS, row=4, column=2) == "'表''一'!B2"


@pytest.mark.parametrize(
    "tokens",
    [
        b"",
        _ONE + _TWO,
        _ONE + b"\x03",
        b"\x18" + bytes(5),
        b"\x1e\x01",
        b"\x1f\0\0",
        b"\x20" + bytes(7),
        b"\x21" + struct.pack("<H", 999),
        _ONE + _many(1, 999),
        _many(0, 255),
        _name(0),
        _name(2),
        _name(9),
        _outer_name(2, 0),
        _outer_name(2, 2),
        _outer_name(5, 1),
        _outer_name(99, 1),
        b"\x3a" + struct.pack("<HHH", 2, 0, 0),
        b"\x3a" + struct.pack("<HHH", 4, 0, 0),
        b"\x3a" + struct.pack("<HHH", 6, 0, 0),
    ],
)
def test_what_cannot_be_written_out_is_said_to_be_unknown(tokens: bytes) -> None:
    with pytest.raises(UnknownToken):
        formula_text(tokens, _LINKS)


def test_whole_numbers_have_no_point() -> None:
    assert [number_text(number) for number in (3.0, 0.25, 1e16, 1.5e-7)] == ["3", "0.25", "1E+16", "1.5E-07"]
