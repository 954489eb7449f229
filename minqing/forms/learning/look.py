"""How a sheet looks: its cells with fonts, fills, borders and merges, read from the bytes of a workbook."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from minqing.forms.files.grid import cell_text
from minqing.forms.files.palette import Palette
from minqing.forms.learning.look_cut import only_the_top

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["CellLook", "Edge", "Look", "sheet_look"]

_COLUMN_WIDTH = 72
_ROW_HEIGHT = 20
_CHARACTER = 7
_POINT = 96 / 72
_LINE = 1.45
"""Height of a line of text over the size of its font."""
_SPARE_ROWS = 12
"""Blank rows shown below what is written, as a spreadsheet program does."""
_SPARE_COLUMNS = 1
_WEIGHTS = {"hair": 1, "thin": 1, "dotted": 1, "dashed": 1, "dashDot": 1, "dashDotDot": 1, "thick": 3, "double": 3}
_ACROSS = {"centerContinuous": "center", "distributed": "center", "justify": "left", "fill": "left"}
_DOWN = {"distributed": "center", "justify": "top"}


class Edge(NamedTuple):
    """One side of a cell's border: how many px thick (0: none), and its colour."""

    weight: int = 0
    colour: str = ""


_BARE = (Edge(), Edge(), Edge(), Edge())


@dataclass(frozen=True, slots=True)
class CellLook:
    """A cell, or a merged block of them, with 1-based sheet rows and columns, all inclusive.

    ``size`` is in px; ``across`` is left, center or right, ``down`` top, center or bottom; ``turn`` is the angle in
    degrees that the text is turned to the left, 255 for characters that stand one under another. ``edges`` are left,
    top, right and bottom. Colours are ``#RRGGBB``, blank for no fill.
    """

    row: int
    column: int
    last_row: int
    last_column: int
    text: str = ""
    size: float = 14.67
    bold: bool = False
    italic: bool = False
    colour: str = "#000000"
    fill: str = ""
    across: str = "left"
    down: str = "bottom"
    wrap: bool = False
    turn: int = 0
    edges: tuple[Edge, Edge, Edge, Edge] = _BARE


@dataclass(frozen=True)
class Look:
    """A sheet's shown columns and rows, as pairs of their 1-based number and px, and its cells; hidden ones are out."""

    sheet: str
    columns: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int], ...]
    cells: tuple[CellLook, ...]

    @cached_property
    def _places(self) -> Mapping[tuple[int, int], CellLook]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.last_row + 1)
            for column in range(cell.column, cell.last_column + 1)
        }

    def at(self, row: int, column: int) -> CellLook | None:
        """The cell or merged block that covers a place, None where nothing is written or drawn."""
        return self._places.get((row, column))

    def text(self, row: int, column: int) -> str:
        """What is written there."""
        found = self.at(row, column)
        return found.text if found else ""


def sheet_look(workbook: bytes, sheet: str, *, rows: int = 80, columns: int = 60) -> Look:
    """How the first ``rows`` and ``columns`` of a worksheet of an .xlsx look.

    Formulas show their last values. Where the file's styles are broken the texts come plain. Raises KeyError when
    there is no such sheet, ValueError when ``workbook`` is no workbook at all.
    """
    try:
        return _styled(workbook, sheet, rows, columns)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, LookupError, OSError):
        return _plain(workbook, sheet, rows, columns)


def _styled(workbook: bytes, sheet: str, rows: int, columns: int) -> Look:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(BytesIO(only_the_top(workbook, rows)), data_only=True, keep_links=False)
    page = book[sheet]
    filled = [cell.column for line in page.iter_rows(max_col=columns) for cell in line if cell.value is not None]
    wide = max([*filled, *(one.max_col for one in page.merged_cells.ranges if one.min_col in filled)], default=1)
    return _Reader(book, page, min(page.max_row + _SPARE_ROWS, rows), min(wide + _SPARE_COLUMNS, columns)).look()


def _plain(workbook: bytes, sheet: str, rows: int, columns: int) -> Look:
    """The texts alone, in columns as wide as a new workbook has them."""
    from python_calamine import CalamineError, CalamineWorkbook, WorksheetNotFound

    try:
        page = CalamineWorkbook.from_filelike(BytesIO(workbook)).get_sheet_by_name(sheet)
    except WorksheetNotFound as error:
        raise KeyError(sheet) from error
    except CalamineError as error:
        raise ValueError(str(error)) from error
    texts = [[str(cell) for cell in row[:columns]] for row in page.to_python(skip_empty_area=False, nrows=rows)]
    cells = [
        CellLook(number, place, number, place, text=text)
        for number, row in enumerate(texts, 1)
        for place, text in enumerate(row, 1)
        if text
    ]
    width = max(map(len, texts), default=0)
    return Look(
        sheet,
        tuple((place, _COLUMN_WIDTH) for place in range(1, width + 1)),
        tuple((number, _ROW_HEIGHT) for number in range(1, len(texts) + 1)),
        tuple(cells),
    )


class _Reader:
    """Turns what openpyxl read of one sheet into a Look."""

    def __init__(self, book: Workbook, page: Worksheet, rows: int, columns: int) -> None:
        self._page = page
        self._palette = Palette.of(book)
        widths = self._widths(columns)
        heights = self._heights(rows)
        self._columns = tuple((number, width) for number, width in widths.items() if width)
        self._rows = heights
        self._merges = {(one.min_row, one.min_col): one for one in page.merged_cells.ranges}
        self._covered = {
            (row, column)
            for one in page.merged_cells.ranges
            for row in range(one.min_row, min(one.max_row, rows) + 1)
            for column in range(one.min_col, min(one.max_col, columns) + 1)
        } - set(self._merges)
        self._last = (rows, columns)

    def look(self) -> Look:
        """The sheet as it looks."""
        cells = tuple(self._cells())
        heights = tuple((number, self._height(number, cells)) for number, height in self._rows.items() if height)
        return Look(self._page.title, self._columns, heights, cells)

    def _widths(self, count: int) -> dict[int, int]:
        """Px by column, 0 for hidden ones."""
        default = self._page.sheet_format.defaultColWidth
        widths = dict.fromkeys(range(1, count + 1), _px(default) if default else _COLUMN_WIDTH)
        for one in self._page.column_dimensions.values():
            first, last = one.min or 0, min(one.max or 0, count)
            for number in range(max(first, 1), last + 1):
                widths[number] = 0 if one.hidden else _px(one.width)
        return widths

    def _heights(self, count: int) -> dict[int, int]:
        """Px by row, 0 for hidden ones, -1 where the row is as high as its text."""
        known = self._page.row_dimensions
        heights = dict.fromkeys(range(1, count + 1), -1)
        for number in heights:
            if number in known:
                height = known[number].height
                heights[number] = 0 if known[number].hidden else round(height * _POINT) if height else -1
        return heights

    def _height(self, row: int, cells: tuple[CellLook, ...]) -> int:
        if self._rows[row] > 0:
            return self._rows[row]
        default = self._page.sheet_format.defaultRowHeight
        lines = (
            (one.text.count("\n") + 1 if one.wrap else 1) * one.size * _LINE
            for one in cells
            if one.row == row == one.last_row and one.text and not one.turn
        )
        return round(max([default * _POINT if default else _ROW_HEIGHT, *lines]))

    def _cells(self) -> Iterator[CellLook]:
        rows, columns = self._last
        for line in self._page.iter_rows(min_row=1, max_row=rows, max_col=columns):
            for cell in line:
                place = (cell.row, cell.column)
                if place not in self._covered and (cell.value is not None or cell.has_style or place in self._merges):
                    yield self._cell(cell)

    def _cell(self, cell: Any) -> CellLook:
        merge = self._merges.get((cell.row, cell.column))
        last_row, last_column = (merge.max_row, merge.max_col) if merge else (cell.row, cell.column)
        font, alignment = cell.font, cell.alignment
        turn = alignment.textRotation or 0
        number = not isinstance(cell.value, str) and cell.value is not None
        across = alignment.horizontal or ""
        return CellLook(
            row=cell.row,
            column=cell.column,
            last_row=min(last_row, self._last[0]),
            last_column=min(last_column, self._last[1]),
            text=_shown(cell.value),
            size=(font.sz or 11) * _POINT,
            bold=bool(font.b),
            italic=bool(font.i),
            colour=self._palette.colour(font.color) or "#000000",
            fill=self._fill(cell),
            across=_ACROSS.get(
                across, across if across in {"left", "center", "right"} else "right" if number else "left"
            ),
            down=_DOWN.get(alignment.vertical or "", alignment.vertical or "bottom"),
            wrap=bool(alignment.wrapText),
            turn=turn if turn <= 90 or turn == 255 else 90 - turn,
            edges=self._edges(cell, last_row, last_column),
        )

    def _fill(self, cell: Any) -> str:
        fill: Any = cell.fill
        if fill is None or not getattr(fill, "patternType", None):
            return ""
        return self._palette.colour(fill.fgColor) or ""

    def _edges(self, cell: Any, last_row: int, last_column: int) -> tuple[Edge, Edge, Edge, Edge]:
        """The border around a block: its right and lower sides are those of its last cell."""
        own: Any = cell.border
        far = own
        if (last_row, last_column) != (cell.row, cell.column):
            far = self._page.cell(last_row, last_column).border
        return self._edge(own.left), self._edge(own.top), self._edge(far.right), self._edge(far.bottom)

    def _edge(self, side: Any) -> Edge:
        if side is None or not side.style:
            return Edge()
        return Edge(_WEIGHTS.get(side.style, 2), self._palette.colour(side.color) or "#000000")


def _px(width: float) -> int:
    """The px of a column whose width is given in characters, as the spreadsheet programs reckon."""
    return int((256 * width + 128 // _CHARACTER) / 256 * _CHARACTER)


def _shown(value: Any) -> str:
    if value is None:
        return ""
    text = cell_text(value) if not hasattr(value, "total_seconds") else str(value)
    return text.replace("\r\n", "\n").replace("_x000D_", "")
