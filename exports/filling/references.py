"""References to cells when rows are pushed down: in formulas, in areas and in lists of areas."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from minqing.forms.files.grid import column_name, column_number
from minqing.forms.files.sheet_xml import Area

MAX_ROW: Final = 1_048_576
MAX_COLUMN: Final = 16_384

_CELL = r"\$?[A-Z]{1,3}\$?[0-9]{1,7}"
_PIECE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?P<sheet>(?:'(?:[^']|'')*'|(?:\[[0-9]+\])?[^\W\d][\w.]*)!)?"
    rf"(?<![\w.])(?P<area>{_CELL}(?::{_CELL})?|\$?[A-Z]{{1,3}}:\$?[A-Z]{{1,3}}|\$?[0-9]{{1,7}}:\$?[0-9]{{1,7}})(?![\w.(!\[])"
    r"|\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
)
_END = re.compile(r"(\$?)([A-Z]*)(\$?)([0-9]*)")


class End(NamedTuple):
    """One end of a range in a formula: its column and its row, each with or without ``$``; either may be missing."""

    column_fixed: str
    column: str
    row_fixed: str
    row: int | None

    @classmethod
    def of(cls, text: str) -> End:
        """Read ``$B$7``, ``$B`` or ``$7``."""
        match = _END.fullmatch(text)
        if match is None:
            raise ValueError(text)
        fixed, letters, row_fixed, digits = match.groups()
        if not letters:
            return cls("", "", fixed or row_fixed, int(digits))
        return cls(fixed, letters, row_fixed, int(digits) if digits else None)

    def at(self, row: int) -> str:
        """The end again with its row moved to ``row``."""
        return f"{self.column_fixed}{self.column}{self.row_fixed}{'' if self.row is None else row}"


Change = Callable[[str, str], tuple[str, str]]
"""Takes the sheet name ("" where a reference names none) and the range, and gives both as they shall be."""


def changed_formula(formula: str, change: Change) -> str:
    """A formula with each range in it given to ``change``; texts and names of tables' columns are left alone."""

    def one(match: re.Match[str]) -> str:
        area = match["area"]
        if not area:
            return match[0]
        prefix = match["sheet"] or ""
        name, wanted = change(unquoted(prefix), area)
        return f"{prefix if name == unquoted(prefix) else sheet_prefix(name)}{wanted}"

    return _PIECE.sub(one, formula)


def ranges_in(formula: str) -> Iterator[tuple[str, str]]:
    """Sheet name ("" for none) and range of every reference in a formula."""
    for match in _PIECE.finditer(formula):
        if match["area"]:
            yield unquoted(match["sheet"] or ""), match["area"]


def unquoted(prefix: str) -> str:
    """The sheet's name in the prefix of a reference, such as ``'Li''s sheet'!``."""
    name = prefix.removesuffix("!")
    return name[1:-1].replace("''", "'") if name.startswith("'") else name


def sheet_prefix(name: str) -> str:
    """How a formula names a sheet before a range."""
    return "'" + name.replace("'", "''") + "'!"


def area_of(reference: str) -> Area:
    """The cells of a range in a formula; whole rows and columns reach to the sheet's edges."""
    first, _, last = reference.partition(":")
    ends = (End.of(first), End.of(last or first))
    left, right = (column_number(end.column) if end.column else 0 for end in ends)
    return Area(ends[0].row or 1, left or 1, ends[1].row or MAX_ROW, right or MAX_COLUMN)


def moved(formula: str, rows: int, columns: int = 0) -> str:
    """A formula as it reads when it is copied ``rows`` further down and ``columns`` to the right."""

    def end(text: str) -> str:
        found = End.of(text)
        if columns and found.column and not found.column_fixed:
            found = found._replace(column=column_name(max(column_number(found.column) + columns, 1)))
        return found.at((found.row or 0) + (0 if found.row_fixed else rows))

    return changed_formula(formula, lambda sheet, area: (sheet, ":".join(end(text) for text in area.split(":"))))


@dataclass(frozen=True, slots=True)
class Push:
    """``count`` rows put in after row ``last`` of ``sheet``, whose room for records begins at row ``first``."""

    sheet: str
    first: int
    last: int
    count: int

    def row(self, row: int) -> int:
        """Where a row stands afterwards."""
        return min(row + self.count, MAX_ROW) if row > self.last else row

    def span(self, top: int, bottom: int, *, single: bool = False) -> tuple[int, int]:
        """Where a range of rows stands; one that ends with the room grows, a single row of it only if ``single``."""
        if bottom == self.last and (top < bottom or single):
            return self.row(top), min(bottom + self.count, MAX_ROW)
        return self.row(top), self.row(bottom)

    def area(self, reference: str, *, single: bool = False) -> str:
        """A cell or range of the sheet afterwards; see :meth:`span`. What names no cells stays as it is."""
        first, _, last = reference.partition(":")
        try:
            ends = (End.of(first), End.of(last or first))
        except ValueError:
            return reference
        if ends[0].row is None or ends[1].row is None:
            return reference
        top, bottom = self.span(ends[0].row, ends[1].row, single=single)
        if not last and top == bottom:
            return ends[0].at(top)
        return f"{ends[0].at(top)}:{ends[1].at(bottom)}"

    def areas(self, references: str) -> str:
        """A list of areas to which something applies (``sqref``): what applies to the room's last row goes on."""
        return " ".join(self.area(one, single=True) for one in references.split())

    def cell(self, reference: str) -> str:
        """A list of cells or areas that move but never grow, such as a selection."""
        moved = []
        for one in reference.split():
            area = Area.of(one)
            moved.append(
                one if area is None else area._replace(top=self.row(area.top), bottom=self.row(area.bottom)).reference
            )
        return " ".join(moved)

    def formula(self, formula: str, *, sheet: str, within: bool = False) -> str:
        """A formula that stands in ``sheet`` ("" outside of any), pointing to where its cells now are.

        A range over a room of one row grows, unless the formula is ``within`` that row itself.
        """
        here = sheet.casefold() == self.sheet.casefold()
        one_row = self.first == self.last and not within

        def change(named: str, area: str) -> tuple[str, str]:
            ours = named.casefold() == self.sheet.casefold() if named else here
            return named, self.area(area, single=one_row and ":" in area) if ours else area

        return changed_formula(formula, change)


@dataclass(frozen=True, slots=True)
class Rename:
    """A sheet that is called otherwise from now on."""

    old: str
    new: str

    def formula(self, formula: str) -> str:
        """A formula that names the sheet by its new name."""
        old = self.old.casefold()
        return changed_formula(formula, lambda named, area: (self.new if named.casefold() == old else named, area))
