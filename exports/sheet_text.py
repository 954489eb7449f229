"""What a text needs before it may stand in a cell: only legal characters, no hidden formula, room for its lines."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Final

from minqing.forms.form import Header

CELL_LIMIT: Final = 32767
"""Characters that one cell may hold; a spreadsheet program calls a file with more of them damaged."""

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")
_ESCAPE_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "'", "＝", "＋", "－", "＠")
_WIDE, _NARROW = 12.0, 6.6
"""Pixels of a Chinese and of a Latin character at 9 points; fonts differ, so the Latin one is on the safe side."""


def legible(text: str) -> str:
    """``text`` without the control characters that XML forbids, its line ends written as spreadsheets do."""
    return _LINE_ENDS.sub("\n", _ILLEGAL.sub("", text))


def stored(text: str) -> str:
    """A legible text as the file has to hold it: ``_x0041_`` written by a person must not become an A."""
    return _ESCAPE_LOOKALIKE.sub("_x005F_", text)


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet program might run ``text`` when someone edits the cell and presses Enter."""
    return text.startswith(_FORMULA_STARTS)


def long_date(day: date) -> str:
    """A date as titles and signatures have it: 2026年11月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def filled(template: str, header: Header) -> str:
    """``template`` with ``{street}``, ``{made_on}`` and the other names of :class:`Header` put in.

    Raises KeyError when the template asks for a name that a header does not have.
    """
    return template.format(
        street=header.street,
        community=header.community,
        estate=header.estate,
        owner=header.owner,
        phone=header.phone,
        period=header.period,
        made_on=long_date(header.made_on),
    )


def breadth(text: str) -> float:
    """How many pixels ``text`` takes on one line at 9 points."""
    narrow = len(text.encode("ascii", "ignore"))
    return _NARROW * narrow + _WIDE * (len(text) - narrow)


def lines_in(text: str, room: float) -> int:
    """How many lines ``text`` takes when it is wrapped within ``room`` pixels."""
    if "\n" not in text and _WIDE * len(text) <= room:
        return 1
    # A wide character never straddles two lines, so each line may lose most of one.
    usable = max(room - _WIDE / 2, _WIDE)
    return sum(1 if breadth(part) <= room else math.ceil(breadth(part) / usable) for part in text.split("\n"))
