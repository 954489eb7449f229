"""How many cells an OpenDocument sheet really stands for: few bytes can say "this row, a million times"."""

from __future__ import annotations

from collections.abc import Iterable
from xml.parsers.expat import ExpatError, ParserCreate

from minqing.forms.grid import MAX_CELLS


class OdsTooWide(Exception):
    """A sheet's filled cells span more than can be held; ``cells`` says how many there would be."""

    def __init__(self, cells: int) -> None:
        super().__init__(f"{cells} cells")
        self.cells = cells


def check_ods(chunks: Iterable[bytes]) -> None:
    """Go through an unpacked content.xml; raises ``OdsTooWide``, or ``ValueError`` when it is no sound XML."""
    extent = _Extent()
    parser = ParserCreate()
    parser.StartElementHandler = extent.start
    parser.EndElementHandler = extent.end
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise ValueError("content.xml") from error


class _Extent:
    def __init__(self) -> None:
        self._rows = self._filled_rows = self._width = 0
        self._repeat = self._column = self._filled_to = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._rows = self._filled_rows = self._width = 0
        elif tag == "table:table-row":
            self._repeat = _count(attributes, "table:number-rows-repeated")
            self._column = self._filled_to = 0
        elif tag in {"table:table-cell", "table:covered-table-cell"}:
            self._column += _count(attributes, "table:number-columns-repeated")
            if "office:value-type" in attributes:
                self._filled_to = self._column

    def end(self, tag: str) -> None:
        if tag != "table:table-row":
            return
        self._rows += self._repeat
        if self._filled_to:
            self._filled_rows = self._rows
            self._width = max(self._width, self._filled_to)
            if self._filled_rows * self._width > MAX_CELLS:
                raise OdsTooWide(self._filled_rows * self._width)


def _count(attributes: dict[str, str], name: str) -> int:
    return max(int(attributes.get(name, "1")), 1)
