"""What a workbook's cell styles say a number is: a date, a time of day, a plain number or text."""

from __future__ import annotations

import re
from enum import Enum, auto

from minqing.forms.files.package import Package
from minqing.forms.files.xml_splice import Element

_DATES = frozenset((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58))
_TIMES = frozenset((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56))
_TEXT = 49
_SILENT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)


class Format(Enum):
    """How a cell shows a number."""

    GENERAL = auto()
    NUMBER = auto()
    DATE = auto()
    TIME = auto()
    TEXT = auto()


class Formats:
    """The number formats of a workbook's styles, by the number that cells carry (``s``)."""

    def __init__(self, package: Package) -> None:
        self._formats: list[Format] = []
        for part in package.related(package.workbook, "styles"):
            self._formats = _cell_formats(package.scanned(part))
        properties = package.scanned(package.workbook).child("workbookPr")
        self.since_1904 = properties is not None and properties.attributes.get("date1904", "") in {"1", "true"}

    def of(self, style: str) -> Format:
        """The format of a style; the plain one for a style that the workbook does not have."""
        number = int(style) if style.isdecimal() else 0
        return self._formats[number] if number < len(self._formats) else Format.GENERAL


def _cell_formats(styles: Element) -> list[Format]:
    codes: dict[int, str] = {}
    listed = styles.child("numFmts")
    for element in listed.children if listed else ():
        codes[int(element.attributes.get("numFmtId", "0"))] = element.attributes.get("formatCode", "")
    cells = styles.child("cellXfs")
    numbers = [int(element.attributes.get("numFmtId", "0")) for element in (cells.children if cells else ())]
    return [_format(number, codes.get(number, "")) for number in numbers]


def _format(number: int, code: str) -> Format:
    if code:
        return _written(code)
    if number in _DATES:
        return Format.DATE
    if number in _TIMES:
        return Format.TIME
    if number == _TEXT:
        return Format.TEXT
    return Format.NUMBER if number else Format.GENERAL


def _written(code: str) -> Format:
    """The format that a code of the office's own means, by the first of its sections."""
    bare = _SILENT.sub("", code.partition(";")[0]).lower()
    if "general" in bare or not bare.strip():
        return Format.GENERAL
    if "@" in bare:
        return Format.TEXT
    if any(letter in bare for letter in "yd") or ("m" in bare and not any(letter in bare for letter in "hs")):
        return Format.DATE
    if any(letter in bare for letter in "hs"):
        return Format.TIME
    return Format.NUMBER
