"""Where everything of a shown sheet stands: columns, rows, the band of chips, cells; and what a place belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property
from statistics import median
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from minqing.forms.learning.look import CellLook, Look
from ui.theme import MEDIUM
from ui.translation import translated
from ui.widgets.paint import widest

GUTTER = 66
"""Px for the row numbers and the brackets at the left, as designed."""
BRACKETS = ("表头", "数据")
NUMBERS = 32
LETTERS = 20
BAND = 48
LEAST_ROW = 18
"""Px of the lowest row: its number must be readable."""
CHIP_WIDTH = 88
"""No column of the table is narrower: a chip must be readable."""
_READABLE = 13.0
_SMALLEST = 0.7


class Certainty(Enum):
    """How sure a proposal is: known by its name, only alike, chosen by a person, nothing."""

    SURE = auto()
    LIKELY = auto()
    CHOSEN = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Tag:
    """The chip over a column: whose field (``居民``) and which (``姓名``), why in ``tip``; no ``text``: 不填."""

    column: int
    owner: str = ""
    text: str = ""
    certainty: Certainty = Certainty.NONE
    tip: str = ""
    masked: bool = False

    @property
    def words(self) -> str:
        """The chip in one line, as assistive technology reads it."""
        return f"{self.owner}·{self.text}" if self.owner else self.text or "不填"


@dataclass(frozen=True, slots=True)
class CellTag:
    """What goes into a cell outside the table."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What is drawn over a sheet: its header's rows, the first and last row for records, chips and filled cells."""

    header: tuple[int, ...] = ()
    first: int = 0
    last: int = 0
    tags: tuple[Tag, ...] = ()
    cells: tuple[CellTag, ...] = ()

    def in_table(self, row: int) -> bool:
        """Whether a row is one of the header's or of the records'."""
        return row in self.header or self.first <= row <= self.last

    def tag(self, column: int) -> Tag | None:
        """The chip over a column."""
        return next((one for one in self.tags if one.column == column), None)


class Spot(NamedTuple):
    """Where the keyboard is: on the chip over a column (``row`` 0), or on a cell."""

    row: int
    column: int


class Span(NamedTuple):
    """From where on, and how many px."""

    start: int
    size: int

    @property
    def end(self) -> int:
        """The first px after it."""
        return self.start + self.size


@dataclass(frozen=True)
class Plan:
    """The places of a look's columns, rows and of the band, in px from the sheet's own corner."""

    look: Look
    marks: Marks
    zoom: float
    columns: dict[int, Span] = field(repr=False)
    rows: dict[int, Span] = field(repr=False)
    band: Span

    @cached_property
    def gutter(self) -> int:
        """How much stands left of the sheet: row numbers, and what the brackets beside them say."""
        return max(GUTTER, NUMBERS + widest(BRACKETS, 12) + 8)

    @property
    def width(self) -> int:
        """Px across."""
        return max((span.end for span in self.columns.values()), default=0)

    @property
    def height(self) -> int:
        """Px down, the band included."""
        return max([self.band.end, *(span.end for span in self.rows.values())])

    def area(self, cell: CellLook) -> QRect:
        """Where a cell or merged block is drawn; empty when all of it is hidden."""
        return self._block(cell.row, cell.last_row, cell.column, cell.last_column)

    def block(self, row: int, column: int) -> QRect:
        """Where the cell that covers a place is drawn, also one without anything in it."""
        found = self.look.at(row, column)
        return self.area(found) if found else self._block(row, row, column, column)

    def _block(self, top: int, bottom: int, left: int, right: int) -> QRect:
        down = [self.rows[row] for row in range(top, bottom + 1) if row in self.rows]
        across = [self.columns[column] for column in range(left, right + 1) if column in self.columns]
        if not down or not across:
            return QRect()
        return QRect(across[0].start, down[0].start, across[-1].end - across[0].start, down[-1].end - down[0].start)

    def rows_area(self, first: int, last: int) -> QRect:
        """The rows from ``first`` to ``last`` over the columns that have chips."""
        tagged = [self.columns[tag.column] for tag in self.marks.tags if tag.column in self.columns]
        down = [span for row, span in self.rows.items() if first <= row <= last]
        if not tagged or not down:
            return QRect()
        left, right = min(span.start for span in tagged), max(span.end for span in tagged)
        return QRect(left, down[0].start, right - left, down[-1].end - down[0].start)

    def column_at(self, across: int) -> int:
        """The sheet column at a px, 0 for none."""
        return next((column for column, span in self.columns.items() if span.start <= across < span.end), 0)

    def row_at(self, down: int) -> int:
        """The sheet row at a px, 0 for none."""
        return next((row for row, span in self.rows.items() if span.start <= down < span.end), 0)

    def home(self, row: int, column: int) -> Spot:
        """The upper left corner of the block that covers a place."""
        found = self.look.at(row, column)
        return Spot(found.row, found.column) if found else Spot(row, column)

    def spot_at(self, place: QPoint) -> Spot | None:
        """What a place in the sheet belongs to: a chip for the table's header, else a cell."""
        row, column = self.row_at(place.y()), self.column_at(place.x())
        if not row or not column:
            return None
        if self.marks.in_table(row):
            return Spot(0, column) if self.marks.tag(column) else None
        return self.home(row, column)

    def area_of(self, spot: Spot) -> QRect:
        """Where a chip (in the band's own place) or a cell is."""
        if spot.row:
            return self.block(spot.row, spot.column)
        span = self.columns.get(spot.column, Span(0, 0))
        return QRect(span.start, self.band.start, span.size, self.band.size)

    def moved(self, spot: Spot, across: int, down: int) -> Spot:
        """The next chip or cell outside the table that an arrow key leads to; the same one at the end."""
        if down:
            return self._down(spot, down)
        if not spot.row:
            stops = [tag.column for tag in self.marks.tags if tag.column in self.columns]
            return Spot(0, _step(stops, spot.column, across))
        block = self.look.at(*spot)
        edge = block.last_column if block and across > 0 else spot.column
        return self.home(spot.row, _step(list(self.columns), edge, across))

    def _down(self, spot: Spot, down: int) -> Spot:
        outside = [row for row in self.rows if not self.marks.in_table(row)]
        top = self.marks.header[0] if self.marks.header else 1
        stops = [row for row in outside if row < top]
        if self.marks.tags:
            stops.append(0)
        stops += [row for row in outside if row > top]
        block = self.look.at(*spot) if spot.row else None
        edge = block.last_row if block and down > 0 else spot.row
        row = _step(stops, edge if edge in stops else spot.row, down)
        if row:
            return self.home(row, spot.column)
        tagged = [tag.column for tag in self.marks.tags]
        return Spot(0, min(tagged, key=lambda column: abs(column - spot.column)))


def _step(stops: list[int], here: int, step: int) -> int:
    if not stops:
        return here
    place = stops.index(here) if here in stops else 0
    return stops[max(0, min(len(stops) - 1, place + step))]


def lay_out(look: Look, marks: Marks) -> Plan:
    """Put a look's columns and rows beside each other, with room for the band; hidden columns have no chip."""
    shown = dict(look.columns)
    marks = replace(marks, tags=tuple(tag for tag in marks.tags if tag.column in shown))
    zoom = _zoom(look, marks)
    tagged = {tag.column: _chip_width(tag) for tag in marks.tags}
    columns: dict[int, Span] = {}
    left = 0
    for number, width in look.columns:
        columns[number] = Span(left, max(round(width * zoom), tagged.get(number, 8)))
        left = columns[number].end
    rows: dict[int, Span] = {}
    band = Span(0, BAND if marks.tags else 0)
    top = 0
    opened = not marks.tags
    for number, height in look.rows:
        if not opened and number >= (marks.header[0] if marks.header else 1):
            band, opened = Span(top, BAND), True
            top = band.end
        rows[number] = Span(top, max(round(height * zoom), LEAST_ROW))
        top = rows[number].end
    return Plan(look, marks, zoom, columns, rows, band)


def _chip_width(tag: Tag) -> int:
    """As designed for Chinese words; others are longer."""
    if not translated():
        return CHIP_WIDTH
    return max(CHIP_WIDTH, widest((tag.text,), 12, MEDIUM) + 14, widest((tag.owner,), 12) + 29)


def _zoom(look: Look, marks: Marks) -> float:
    """So that the header's letters are as big as the window's own, and as many columns as possible are seen."""
    sizes = [cell.size for cell in look.cells if cell.text and (not marks.header or cell.row in marks.header)]
    return min(1.0, max(_SMALLEST, _READABLE / median(sizes))) if sizes else 1.0
