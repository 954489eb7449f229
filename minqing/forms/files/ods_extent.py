"""What an OpenDocument sheet stands for: few bytes can say "this row, a million times"; merges, hidden rows, fills."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.parsers.expat import ExpatError, ParserCreate

from minqing.forms.files.colours import colour_name
from minqing.forms.files.details import Findings, is_error
from minqing.forms.files.grid import MAX_CELLS, Merge

_MAX_REPEATS = 2_000
_MAX_FILL = (500, 256)
_FILL_BUDGET = 5_000_000
_CELLS = frozenset({"table:table-cell", "table:covered-table-cell"})
_WATCHED = frozenset({"table:table", "table:table-row", "table:table-column", "style:style", "office:annotation"})
_PROPERTIES = "style:table-cell-properties"


class OdsTooWide(Exception):
    """A sheet's filled cells span more than can be held; ``cells`` says how many there would be."""

    def __init__(self, cells: int) -> None:
        super().__init__(f"{cells} cells")
        self.cells = cells


def check_ods(chunks: Iterable[bytes]) -> Mapping[str, Findings]:
    """Go through an unpacked content.xml and give, by sheet, what calamine does not tell.

    Raises ``OdsTooWide``, or ``ValueError`` when it is no sound XML.
    """
    extent = _Extent()
    parser = ParserCreate()
    parser.StartElementHandler = extent.start
    parser.EndElementHandler = extent.end
    parser.CharacterDataHandler = extent.text
    parser.buffer_text = True
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except ExpatError as error:
        raise ValueError("content.xml") from error
    return extent.sheets


class _Extent:
    def __init__(self) -> None:
        self.sheets: dict[str, Findings] = {}
        self._fills: dict[str, str] = {}
        self._style = ""
        self._found = Findings()
        self._hidden: list[tuple[int, int]] = []
        self._rows = self._filled_rows = self._width = self._columns = 0
        self._repeat = self._column = self._filled_to = 0
        self._formula: list[str] | None = None
        self._noted = False
        self._budget = _FILL_BUDGET

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _CELLS:
            self._start_cell(attributes)
        elif tag == _PROPERTIES:
            name = colour_name(attributes.get("fo:background-color", ""))
            if name and self._style:
                self._fills[self._style] = name
        elif tag in _WATCHED:
            self._start_part(tag, attributes)

    def _start_part(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table-row":
            self._repeat = _count(attributes, "table:number-rows-repeated")
            self._column = self._filled_to = 0
            visibility = attributes.get("table:visibility", "visible")
            if visibility != "visible":
                self._hidden.append((self._rows + 1, self._rows + self._repeat))
                self._found.filtered |= visibility == "filter"
        elif tag == "table:table":
            self._rows = self._filled_rows = self._width = self._columns = 0
            self._found = self.sheets[attributes.get("table:name", "")] = Findings()
            self._hidden = []
        elif tag == "table:table-column":
            repeat = _count(attributes, "table:number-columns-repeated")
            if attributes.get("table:visibility", "visible") != "visible":
                self._found.hide_columns(self._columns + 1, self._columns + repeat)
            self._columns += repeat
        elif tag == "style:style":
            self._style = attributes.get("style:name", "") if attributes.get("style:family") == "table-cell" else ""
        else:
            self._noted = True

    def _start_cell(self, attributes: dict[str, str]) -> None:
        first = self._column + 1
        self._column += _count(attributes, "table:number-columns-repeated")
        if "office:value-type" in attributes:
            self._filled_to = self._column
        if "table:formula" in attributes:
            self._formula = []
        across = _count(attributes, "table:number-columns-spanned")
        down = _count(attributes, "table:number-rows-spanned")
        if across > 1 or down > 1:
            for row in range(self._rows + 1, self._rows + 1 + min(self._repeat, _MAX_REPEATS)):
                self._found.merges.append(Merge(row, first, row + down - 1, first + across - 1))
        if self._fills and (colour := self._fills.get(attributes.get("table:style-name", ""))):
            self._fill(first, colour)

    def _fill(self, first: int, colour: str) -> None:
        rows = range(self._rows + 1, self._rows + 1 + min(self._repeat, _MAX_FILL[0]))
        columns = range(first, min(self._column, first + _MAX_FILL[1]) + 1)
        self._budget -= len(rows) * len(columns)
        if self._budget < 0:
            return
        for column in columns:
            for row in rows:
                self._found.fill(row, column, colour)

    def text(self, data: str) -> None:
        if self._formula is not None and not self._noted:
            self._formula.append(data)

    def end(self, tag: str) -> None:
        if tag in _CELLS:
            if self._formula is not None:
                self._end_formula("".join(self._formula).strip())
            self._formula = None
        elif tag == "table:table-row":
            self._rows += self._repeat
            if self._filled_to:
                self._filled_rows = self._rows
                self._width = max(self._width, self._filled_to)
                if self._filled_rows * self._width > MAX_CELLS:
                    raise OdsTooWide(self._filled_rows * self._width)
        elif tag == "table:table":
            for first, last in self._hidden:
                self._found.hidden_rows.update(range(first, min(last, self._filled_rows) + 1))
        elif tag == "office:annotation":
            self._noted = False

    def _end_formula(self, shown: str) -> None:
        if is_error(shown):
            for row in range(self._rows + 1, self._rows + 1 + min(self._repeat, _MAX_REPEATS)):
                self._found.errors[row, self._column] = shown


def _count(attributes: dict[str, str], name: str) -> int:
    return max(int(attributes.get(name, "1")), 1)
