"""What one sheet's records hold beside its cells: page set-up, drop-downs, formulas, protection."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass, field

from minqing.forms.files.xls.records import BOF, Record, unicode_text, walk

_MARGINS = {0x26: "left", 0x27: "right", 0x28: "top", 0x29: "bottom"}
_FLAGS = {
    0x12: "protected",
    0x63: "objects_protected",
    0xDD: "scenarios_protected",
    0x2A: "prints_headings",
    0x2B: "prints_grid",
    0x83: "centred_across",
    0x84: "centred_down",
}
_PICTURE, _BUTTONS, _LIST, _NOTE = 0x08, (0x07, 0x0B, 0x0C, 0x10, 0x11, 0x12), 0x14, 0x19
_CHART = 0x20
_AUTOFILTER_LIST = 0x0100
_PROTECTION = 2
SOME_CONDITIONS = "部分条件格式"


@dataclass(frozen=True, slots=True)
class Paper:
    """The page set-up; ``valid`` is False when paper, scale and direction were never chosen."""

    valid: bool
    size: int
    scale: int
    first_page: int | None
    wide: int
    tall: int
    across_first: bool
    portrait: bool | None
    black: bool
    draft: bool
    header_margin: float
    footer_margin: float
    copies: int


@dataclass(frozen=True, slots=True)
class Rule:
    """One data validation as it was stored: flags, texts, the tokens of its formulas, and its areas (0-based)."""

    flags: int
    prompt_title: str
    error_title: str
    prompt: str
    error: str
    first: bytes
    second: bytes
    areas: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """The tokens of a cell's formula; ``area`` is where an array formula lies (first and last row, then column)."""

    tokens: bytes
    extra: bytes
    shared: bool = False
    area: tuple[int, int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """Conditional formats as they were stored, their areas, and the cell that their formulas are seen from."""

    corner: tuple[int, int]
    areas: tuple[tuple[int, int, int, int], ...]
    formats: list[bytes]


@dataclass(slots=True)
class Parts:
    """Everything of one sheet that the reading library leaves out."""

    paper: Paper | None = None
    header: str = ""
    footer: str = ""
    margins: dict[str, float] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    fits_page: bool = False
    password: int = 0
    allowed: int | None = None
    tab_colour: int | None = None
    has_filter: bool = False
    rules: list[Rule] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    formulas: dict[tuple[int, int], Formula] = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    shared: dict[tuple[int, int], Formula] = field(default_factory=dict)


def read_parts(stream: bytes, offset: int, *, biff8: bool) -> Parts:
    """The parts of the sheet whose records begin at ``offset``; what is damaged among them is passed over.

    Formulas and drop-downs are read from Excel 97 on; earlier files store them differently.
    """
    parts = Parts()
    last = (0, 0)
    for record in walk(stream, offset):
        if record.inner:
            if record.code == BOF and record.data[2:4] == struct.pack("<H", _CHART):
                parts.lost.add("图表")
            continue
        try:
            if biff8 and record.code == 0x06:
                last = _take_formula(parts, record.data)
            elif biff8 and record.code in {0x04BC, 0x0221}:
                _take_shared(parts, record, last)
            else:
                _take(parts, record, biff8=biff8)
        except (struct.error, IndexError):
            continue
    return parts


def _take(parts: Parts, record: Record, *, biff8: bool) -> None:
    code, data = record.code, record.data
    if code in _MARGINS:
        parts.margins[_MARGINS[code]] = struct.unpack_from("<d", data)[0]
    elif code in _FLAGS:
        if struct.unpack_from("<H", data)[0]:
            parts.flags.add(_FLAGS[code])
    elif code in {0x14, 0x15} and data and biff8:
        text = unicode_text(data, 0)[0]
        if code == 0x14:
            parts.header = text
        else:
            parts.footer = text
    elif code in _TAKERS and (biff8 or code in _OLD):
        _TAKERS[code](parts, data)


def _paper(parts: Parts, data: bytes) -> None:
    size, scale, first, wide, tall, bits = struct.unpack_from("<6H", data)
    header, footer, copies = struct.unpack_from("<ddH", data, 16)
    parts.paper = Paper(
        valid=not bits & 4,
        size=size,
        scale=scale,
        first_page=first if bits & 0x80 else None,
        wide=wide,
        tall=tall,
        across_first=bool(bits & 1),
        portrait=None if bits & 0x40 else bool(bits & 2),
        black=bool(bits & 8),
        draft=bool(bits & 0x10),
        header_margin=header,
        footer_margin=footer,
        copies=copies,
    )


def _options(parts: Parts, data: bytes) -> None:
    parts.fits_page = bool(struct.unpack_from("<H", data)[0] & 0x100)


def _password(parts: Parts, data: bytes) -> None:
    parts.password = struct.unpack_from("<H", data)[0]


def _feature(parts: Parts, data: bytes) -> None:
    if struct.unpack_from("<H", data, 12)[0] == _PROTECTION and len(data) >= 23:
        parts.allowed = struct.unpack_from("<I", data, 19)[0]


def _tab_colour(parts: Parts, data: bytes) -> None:
    parts.tab_colour = struct.unpack_from("<I", data, 16)[0] & 0x7F


def _filter(parts: Parts, _data: bytes) -> None:
    parts.has_filter = True


def _condition(parts: Parts, data: bytes) -> None:
    top, _, left, _, count = struct.unpack_from("<5H", data, 4)
    areas = tuple(struct.unpack_from("<4H", data, 14 + 8 * index) for index in range(count))
    parts.conditions.append(Condition((top, left), areas, []))


def _format(parts: Parts, data: bytes) -> None:
    parts.conditions[-1].formats.append(data)


def _newer_condition(parts: Parts, _data: bytes) -> None:
    parts.lost.add(SOME_CONDITIONS)


def _object(parts: Parts, data: bytes) -> None:
    kind, _, flags = struct.unpack_from("<HHH", data, 4)
    if kind == _PICTURE:
        parts.lost.add("图片")
    elif kind in _BUTTONS or (kind == _LIST and not flags & _AUTOFILTER_LIST):
        parts.lost.add("按钮等控件")
    elif kind not in {_NOTE, _LIST, 5}:
        parts.lost.add("图形和文本框")


def _rule(parts: Parts, data: bytes) -> None:
    flags = struct.unpack_from("<I", data)[0]
    at = 4
    texts = []
    for _ in range(4):
        text, at = unicode_text(data, at)
        texts.append(text.strip("\0"))
    tokens = []
    for _ in range(2):
        size = struct.unpack_from("<H", data, at)[0]
        tokens.append(data[at + 4 : at + 4 + size])
        at += 4 + size
    count = struct.unpack_from("<H", data, at)[0]
    areas = tuple(struct.unpack_from("<4H", data, at + 2 + 8 * index) for index in range(count))
    prompt_title, error_title, prompt, error = texts
    parts.rules.append(Rule(flags, prompt_title, error_title, prompt, error, tokens[0], tokens[1], areas))


_TAKERS: dict[int, Callable[[Parts, bytes], None]] = {
    0xA1: _paper,
    0x81: _options,
    0x13: _password,
    0x867: _feature,
    0x862: _tab_colour,
    0x9D: _filter,
    0x1B0: _condition,
    0x1B1: _format,
    0x879: _newer_condition,
    0x5D: _object,
    0x1BE: _rule,
}
_OLD = frozenset({0xA1, 0x81, 0x13, 0x9D})
"""What means the same in the files of Excel 95."""


def _take_formula(parts: Parts, data: bytes) -> tuple[int, int]:
    row, column = struct.unpack_from("<HH", data)
    size = struct.unpack_from("<H", data, 20)[0]
    parts.formulas[row, column] = Formula(data[22 : 22 + size], data[22 + size :])
    return row, column


def _take_shared(parts: Parts, record: Record, last: tuple[int, int]) -> None:
    """A formula that several cells share; it follows the first of them, which the others name."""
    data = record.data
    area = struct.unpack_from("<HHBB", data)
    is_array = record.code == 0x0221
    at = 12 if is_array else 8
    size = struct.unpack_from("<H", data, at)[0]
    tokens, extra = data[at + 2 : at + 2 + size], data[at + 2 + size :]
    formula = Formula(tokens, extra, shared=True, area=area if is_array else None)
    parts.shared[last] = parts.shared[area[0], area[2]] = formula


def formula_at(parts: Parts, row: int, column: int) -> Formula | None:
    """The formula of a cell (0-based), its shared one if it has that; None for a cell without or a what-if table."""
    formula = parts.formulas.get((row, column))
    if formula is None or not formula.tokens:
        return None
    if formula.tokens[0] != 0x01:
        return None if formula.tokens[0] == 0x02 else formula
    return parts.shared.get(struct.unpack_from("<HH", formula.tokens, 1))
