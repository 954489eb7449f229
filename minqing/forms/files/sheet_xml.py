"""A worksheet's part as rows and cells with their byte offsets, whatever prefix its elements carry."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from minqing.forms.files.grid import column_name, column_number
from minqing.forms.files.xml_splice import Element, scan

_DIGITS = "0123456789"


class Area(NamedTuple):
    """A rectangle of cells; 1-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def of(cls, reference: str) -> Area | None:
        """The area that ``B3`` or ``B3:D9`` names; None for anything else, such as whole rows and columns."""
        first, _, last = reference.replace("$", "").partition(":")
        try:
            left, top = place_of(first)
            right, bottom = place_of(last or first)
        except ValueError:
            return None
        return cls(top, left, bottom, right)

    @property
    def reference(self) -> str:
        """The area as a sheet writes it."""
        first = f"{column_name(self.left)}{self.top}"
        last = f"{column_name(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in the area."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


class RowXml:
    """One ``<row>``: its number and its cells by column number, in order."""

    __slots__ = ("_cells", "element", "number")

    def __init__(self, number: int, element: Element) -> None:
        self.number = number
        self.element = element
        self._cells: dict[int, Element] | None = None

    @property
    def cells(self) -> dict[int, Element]:
        """The cells of the row by column; cells that do not say where they are follow the one before."""
        if self._cells is None:
            self._cells = {}
            column = 0
            for element in self.element.children:
                if element.local != "c":
                    continue
                reference = element.attributes.get("r")
                column = column_number(reference.rstrip(_DIGITS)) if reference else column + 1
                self._cells[column] = element
        return self._cells

    @property
    def style(self) -> str:
        """The style of the row's cells that are not there, "" when the row has none."""
        own = self.element.attributes.get("customFormat", "") in {"1", "true"}
        return self.element.attributes.get("s", "") if own else ""


class SheetXml:
    """A worksheet's part (bytes in UTF-8). Raises ValueError when it is not well-formed or has no table of cells."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.root = scan(content)
        data = self.root.child("sheetData")
        if data is None:
            raise ValueError("no sheetData")
        self.data = data

    @property
    def prefix(self) -> str:
        """What the names of the sheet's own elements begin with: "" or a prefix with its colon."""
        return self.data.prefix

    @cached_property
    def rows(self) -> dict[int, RowXml]:
        """The rows by number, in order; rows that do not say their number follow the one before."""
        found: dict[int, RowXml] = {}
        number = 0
        for element in self.data.children:
            if element.local == "row":
                said = element.attributes.get("r")
                number = int(said) if said else number + 1
                found[number] = RowXml(number, element)
        return found

    @cached_property
    def around(self) -> tuple[Element, ...]:
        """All elements of the sheet but the table of cells, in document order."""
        return tuple(self._around())

    @cached_property
    def merges(self) -> tuple[tuple[Element, Area], ...]:
        """The merged blocks."""
        return tuple(
            (element, area)
            for element in self.around
            if element.local == "mergeCell" and (area := Area.of(element.attributes.get("ref", "")))
        )

    @cached_property
    def formulas(self) -> tuple[FormulaXml, ...]:
        """The cells that hold a formula, in order."""
        return tuple(
            FormulaXml(row.number, column, cell, formula)
            for row in self.rows.values()
            if row.element.children
            for column, cell in row.cells.items()
            if cell.children and (formula := cell.child("f")) is not None
        )

    @cached_property
    def column_styles(self) -> tuple[tuple[int, int, str], ...]:
        """First and last column and the style that cells have there which are not written; the plain style left out."""
        return tuple(
            (int(element.attributes["min"]), int(element.attributes["max"]), style)
            for element in self.around
            if element.local == "col" and (style := element.attributes.get("style", "0")) != "0"
        )

    def cell(self, row: int, column: int) -> Element | None:
        """The cell at a place, None when the sheet does not write it."""
        found = self.rows.get(row)
        return found.cells.get(column) if found else None

    def top_left(self, row: int, column: int) -> tuple[int, int]:
        """The cell that a cell's text shows in: the first of the merged block it lies in, or itself."""
        for _, area in self.merges:
            if area.holds(row, column):
                return area.top, area.left
        return row, column

    def _around(self) -> Iterator[Element]:
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            yield element
            if element is not self.data:
                waiting.extend(reversed(element.children))


class FormulaXml(NamedTuple):
    """A cell with a formula: where it stands, the cell and its ``<f>``."""

    row: int
    column: int
    cell: Element
    formula: Element


def place_of(reference: str) -> tuple[int, int]:
    """Column and row of a cell's name such as ``B7``. Raises ValueError for anything else."""
    letters = reference.rstrip(_DIGITS)
    number = reference[len(letters) :]
    if not number or not letters or not letters.isascii() or not letters.isalpha():
        raise ValueError(reference)
    return column_number(letters.upper()), int(number)
