"""Conditional formats of an old workbook: their rules and how the cells look."""

from __future__ import annotations

import io
import struct
from pathlib import Path
from typing import Any

import openpyxl

from minqing.forms.files.as_xlsx import as_xlsx, lost_in_conversion
from tests.forms.binary_workbook import label, record, workbook

_FONT, _BORDER, _PATTERN, _NUMBER = 1 << 26, 1 << 28, 1 << 29, 1 << 25
_UNTOUCHED = 0xFFFFFFFF
_HUNDRED = b"\x1e\x64\0"


def _area(*area: int) -> bytes:
    return record(0x1B0, struct.pack("<HH4HH", 1, 0, *area, 1) + struct.pack("<4H", *area))


def _format(kind: tuple[int, int], flags: int, look: bytes, first: bytes, second: bytes = b"") -> bytes:
    return record(0x1B1, struct.pack("<BBHHIH", *kind, len(first), len(second), flags, 0) + look + first + second)


def _font(*, colour: int, weight: int = 400, shape: int = 0, kept: int = 0) -> bytes:
    data = bytearray(118)
    struct.pack_into("<IHHB", data, 68, shape, weight, 0, 1)
    struct.pack_into("<I", data, 80, colour)
    struct.pack_into("<4I", data, 88, kept, 0, 0, 0)
    return bytes(data)


def _rules(path: Path, *parts: bytes) -> list[tuple[str, Any]]:
    """The areas and rules that the workbook has afterwards."""
    path.write_bytes(workbook({"表": label(0, 0, "年龄") + b"".join(parts)}))
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(path))).worksheets[0]
    return [(str(held.sqref), rule) for held in sheet.conditional_formatting for rule in held.rules]


def test_a_comparison_with_font_border_and_fill(tmp_path: Path) -> None:
    border = struct.pack("<II", 1 | 2 << 8 | 10 << 16, 12)
    fill = struct.pack("<HH", 1 << 10, 10 | 13 << 7)
    look = _font(colour=10, weight=700, shape=0x82) + border + fill
    parts = _area(1, 9, 0, 0), _format((1, 1), _FONT | _BORDER | _PATTERN, look, b"\x1e\x3c\0", _HUNDRED)
    ((areas, rule),) = _rules(tmp_path / "旧.xls", *parts)
    assert areas == "A2:A10"
    assert (rule.type, rule.operator, rule.formula) == ("cellIs", "between", ["60", "100"])
    font, edges, pattern = rule.dxf.font, rule.dxf.border, rule.dxf.fill
    assert (font.b, font.i, font.strike, font.u, font.color.rgb) == (True, True, True, "single", "FFFF0000")
    assert (edges.left.style, edges.left.color.rgb, edges.top.style) == ("thin", "FFFF0000", "medium")
    assert edges.right is None or edges.right.style is None
    assert pattern.bgColor.rgb == "FFFFFF00"


def test_what_a_format_leaves_alone_stays_alone(tmp_path: Path) -> None:
    look = _font(colour=_UNTOUCHED, weight=700, shape=0x02, kept=0x82)
    tokens = b"\x4c" + struct.pack("<HH", 0, 0xC000) + _HUNDRED + b"\x0d"
    found = _rules(tmp_path / "旧.xls", _area(4, 9, 2, 2), _format((2, 0), _FONT, look, tokens))
    ((_, rule),) = found
    assert (rule.type, rule.operator, rule.formula) == ("expression", None, ["C5>100"])
    font = rule.dxf.font
    assert (font.b, bool(font.i), font.strike, font.color) == (True, False, None, None)


def test_one_that_cannot_be_written_out_is_said_to_be_lost(tmp_path: Path) -> None:
    good = _format((1, 5), 0, b"", _HUNDRED)
    found = _rules(tmp_path / "旧.xls", _area(1, 9, 0, 0), _format((1, 5), _NUMBER, bytes(4), _HUNDRED), good)
    assert [rule.formula for _, rule in found] == [["100"]]
    assert lost_in_conversion(tmp_path / "旧.xls") == ("部分条件格式",)


def test_a_format_that_aligns_keeps_its_rule(tmp_path: Path) -> None:
    aligned = _format((1, 5), 1 << 27, bytes(8), _HUNDRED)
    found = _rules(tmp_path / "旧.xls", _area(1, 9, 0, 0), aligned)
    ((_, rule),) = found
    assert (rule.operator, rule.formula) == ("greaterThan", ["100"])
