"""Formats that depend on what a cell holds, set in a sheet of the new workbook."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

from minqing.forms.files.xls.formulas import Links, UnknownToken, formula_text
from minqing.forms.files.xls.parts import Condition, Parts
from minqing.forms.files.xls.records import legible
from minqing.forms.files.xls.rules import area_text
from minqing.forms.files.xls.styles import LINES, PATTERNS, UNDERLINE, Styles

if TYPE_CHECKING:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

_COMPARES, _COMPUTES = 1, 2
_SIGNS: tuple[Any, ...] = (
    None,
    "between",
    "notBetween",
    "equal",
    "notEqual",
    "greaterThan",
    "lessThan",
    "greaterThanOrEqual",
    "lessThanOrEqual",
)
_NUMBER, _FONT, _ALIGNMENT, _BORDER, _PATTERN = 1 << 25, 1 << 26, 1 << 27, 1 << 28, 1 << 29
_FONT_SIZE, _ALIGNMENT_SIZE, _BORDER_SIZE = 118, 8, 8
_ITALIC, _STRUCK = 0x02, 0x80
_UNTOUCHED = 0xFFFFFFFF
_HEAD = 12


def draw_conditions(parts: Parts, sheet: Worksheet, *, styles: Styles, links: Links) -> bool:
    """Set the conditional formats that can be written out; False when one had to be left out."""
    whole = True
    for condition in parts.conditions:
        for data in condition.formats:
            try:
                rule = _rule(condition, data, styles, links)
            except (UnknownToken, ValueError, IndexError, struct.error):
                whole = False
                continue
            sheet.conditional_formatting.add(" ".join(map(area_text, condition.areas)), rule)
    return whole


def _rule(condition: Condition, data: bytes, styles: Styles, links: Links) -> Rule:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles.differential import DifferentialStyle

    kind, sign, first, second, flags = struct.unpack_from("<BBHHI", data)
    if kind not in {_COMPARES, _COMPUTES} or flags & _NUMBER or not condition.areas:
        raise ValueError("kind")
    at = _HEAD
    look = DifferentialStyle()
    if flags & _FONT:
        look.font = _font(data[at : at + _FONT_SIZE], styles)
        at += _FONT_SIZE
    if flags & _ALIGNMENT:
        at += _ALIGNMENT_SIZE
    if flags & _BORDER:
        look.border = _border(data, at, styles)
        at += _BORDER_SIZE
    if flags & _PATTERN:
        look.fill = _fill(data, at, styles)
    end = len(data) - second
    tokens = [one for one in (data[end - first : end], data[end:]) if one]
    top, left = condition.corner
    formulas = [legible(formula_text(one, links, row=top, column=left, shifted=True)) for one in tokens]
    operator = _SIGNS[sign] if kind == _COMPARES else None
    return Rule("cellIs" if kind == _COMPARES else "expression", dxf=look, operator=operator, formula=formulas)


def _font(data: bytes, styles: Styles) -> Font:
    from openpyxl.styles import Color, Font

    shape, weight, _, underline = struct.unpack_from("<IHHB", data, 68)
    colour = struct.unpack_from("<I", data, 80)[0]
    untouched, _, underline_untouched, weight_untouched = struct.unpack_from("<4I", data, 88)
    rgb = styles.rgb(colour) if colour != _UNTOUCHED else None
    return Font(
        b=None if weight_untouched else weight >= 600,
        i=None if untouched & _ITALIC else bool(shape & _ITALIC),
        strike=None if untouched & _STRUCK else bool(shape & _STRUCK),
        u=None if underline_untouched else UNDERLINE.get(underline),
        color=Color(rgb="FF" + rgb) if rgb else None,
    )


def _border(data: bytes, at: int, styles: Styles) -> Border:
    from openpyxl.styles import Border, Side

    lines, colours = struct.unpack_from("<II", data, at)
    places = (lines >> 16 & 0x7F, lines >> 23 & 0x7F, colours & 0x7F, colours >> 7 & 0x7F)
    sides: dict[str, Any] = {}
    for place, side in enumerate(("left", "right", "top", "bottom")):
        line = LINES[lines >> 4 * place & 0xF]
        if line:
            sides[side] = Side(style=line, color="FF" + (styles.rgb(places[place]) or "000000"))
    return Border(**sides)


def _fill(data: bytes, at: int, styles: Styles) -> PatternFill:
    """In these formats the colour of a full fill is the back colour, unlike in those of cells."""
    from openpyxl.styles import PatternFill

    pattern, colours = struct.unpack_from("<HH", data, at)
    kind = PATTERNS[pattern >> 10]
    front, back = styles.rgb(colours & 0x7F), styles.rgb(colours >> 7 & 0x7F)
    if kind in {None, "solid"}:
        colour = back or front
        return PatternFill(bgColor="FF" + colour) if colour else PatternFill()
    return PatternFill(kind, fgColor="FF" + (front or "000000"), bgColor="FF" + (back or "FFFFFF"))
