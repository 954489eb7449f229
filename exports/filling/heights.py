"""Rows of a fixed height that would hide a part of a long text on paper: how high they have to be."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from math import ceil
from typing import Final, NamedTuple

from minqing.forms.files.package import Package
from minqing.forms.files.sheet_xml import SheetXml
from minqing.forms.files.xml_splice import Element

_HIGHEST: Final = 409.5
"""No spreadsheet program draws a higher row."""
_LINE: Final = 1.25
"""Height of a line of text over the size of its font."""
_USUAL_WIDTH, _USUAL_SIZE = 8.43, 11.0
_MARGIN: Final = 0.7
"""Characters of a cell's width that its text keeps clear of."""
_YES = frozenset({"1", "true"})


class Written(NamedTuple):
    """A text that is written in a cell: its column, the number of its style, and the text."""

    column: int
    style: str
    text: str


class Heights:
    """How high the rows of one sheet must be, by its columns' widths and the fonts of its styles."""

    def __init__(self, package: Package, sheet: SheetXml) -> None:
        self._package = package
        self._sheet = sheet
        self._rooms: dict[tuple[int, int, str], tuple[float, float]] = {}

    def higher(self, row: int, height: str, written: Iterable[Written]) -> str:
        """The height that row ``row`` (or one made after it) needs where ``height`` is too low, else "".

        Only cells that wrap their text count; a row without a height of its own is as high as its text anyway.
        """
        try:
            low = float(height)
        except ValueError:
            return ""
        needed = max((self._needed(row, one) for one in written if one.text), default=0.0)
        return "" if needed <= low else f"{min(needed, _HIGHEST):g}"

    def _needed(self, row: int, one: Written) -> float:
        place = (row, one.column, one.style)
        known = self._rooms.get(place)
        if known is None:
            known = self._rooms[place] = self._room(*place)
        size, room = known
        if not size or (2 * len(one.text) <= room and "\n" not in one.text):
            return size * _LINE
        lines = sum(max(ceil(_length(line) / room), 1) for line in one.text.splitlines())
        return lines * size * _LINE

    def _room(self, row: int, column: int, style: str) -> tuple[float, float]:
        """The size of a cell's font and how many digits a line of it has room for; 0 where nothing can be hidden."""
        size = self._wrapping.get(style or "0", 0.0)
        last = self._merged.get((row, column), column)
        if not size or not last:
            return 0.0, 0.0
        width = sum(self._column_width(number) for number in range(column, last + 1))
        return size, max((width - _MARGIN) * self._usual_size / size, 1.0)

    def _column_width(self, column: int) -> float:
        return next((width for low, high, width in self._widths if low <= column <= high), self._default_width)

    @cached_property
    def _merged(self) -> dict[tuple[int, int], int]:
        """The last column of each merged block by its first cell; 0 for one over several rows, which is high enough."""
        return {(area.top, area.left): area.right if area.top == area.bottom else 0 for _, area in self._sheet.merges}

    @cached_property
    def _widths(self) -> list[tuple[int, int, float]]:
        return [
            (int(one.attributes["min"]), int(one.attributes["max"]), float(one.attributes["width"]))
            for one in self._sheet.around
            if one.local == "col" and "width" in one.attributes
        ]

    @cached_property
    def _default_width(self) -> float:
        found = self._sheet.root.child("sheetFormatPr")
        return float(found.attributes.get("defaultColWidth", _USUAL_WIDTH)) if found is not None else _USUAL_WIDTH

    @cached_property
    def _styles(self) -> Element | None:
        found = self._package.related(self._package.workbook, "styles")
        return self._package.scanned(found[0]) if found else None

    @cached_property
    def _sizes(self) -> list[float]:
        fonts = self._styles.child("fonts") if self._styles is not None else None
        sizes = [one.child("sz") for one in (fonts.children if fonts is not None else ())]
        return [float(size.attributes.get("val", _USUAL_SIZE)) if size is not None else _USUAL_SIZE for size in sizes]

    @property
    def _usual_size(self) -> float:
        """The size of the font by whose digits columns are measured."""
        return self._sizes[0] if self._sizes else _USUAL_SIZE

    @cached_property
    def _wrapping(self) -> dict[str, float]:
        """The font's size of each style whose cells wrap their text."""
        cells = self._styles.child("cellXfs") if self._styles is not None else None
        found = {}
        for number, one in enumerate(cells.children if cells is not None else ()):
            alignment, font = one.child("alignment"), int(one.attributes.get("fontId", "0"))
            if alignment is not None and alignment.attributes.get("wrapText") in _YES:
                found[str(number)] = self._sizes[font] if font < len(self._sizes) else _USUAL_SIZE
        return found


def _length(text: str) -> int:
    """The width of a text in digits; Chinese, which is three bytes a character, takes two."""
    return len(text) + (len(text.encode("utf-8", "replace")) - len(text)) // 2
