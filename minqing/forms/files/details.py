"""What a sheet holds beside its values: hidden rows and columns, colours, errors, formulas nobody has worked out."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from minqing.forms.files.grid import Cell, Details, Merge

__all__ = ["Details", "Findings", "Place", "error_text", "is_error", "put_errors"]

Place: TypeAlias = tuple[int, int]
"""A cell as 1-based sheet row and column."""

_ERROR = re.compile(
    r"#(?:N/A|REF!|DIV/0!|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)"
    r"|(?:Err|错误)[:：]\s?\d{3}"
)

MAX_COLUMN = 16_384
_ERROR_CODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


@dataclass(slots=True)
class Findings:
    """The same while a sheet is gone through; numbers are 1-based and not checked against the sheet's end."""

    errors: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    unsolved: list[Place] = field(default_factory=list)
    fills: dict[str, dict[int, array[int]]] = field(default_factory=dict)

    def fill(self, row: int, column: int, colour: str) -> None:
        """Take note of a filled cell."""
        columns = self.fills.setdefault(colour, {})
        rows = columns.get(column)
        if rows is None:
            rows = columns[column] = array("I")
        rows.append(row)

    def hide_columns(self, first: int, last: int) -> None:
        """Take note of a run of hidden columns."""
        self.hidden_columns.update(range(first, min(last, MAX_COLUMN) + 1))

    def details(self) -> Details:
        """What was found, to go with a grid."""
        return Details(
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
            filtered=self.filtered,
            unsolved=tuple(self.unsolved),
            fills=self.fills,
        )


def is_error(text: str) -> bool:
    """Whether a cell's text is what a spreadsheet program shows for a formula that failed."""
    return _ERROR.fullmatch(text) is not None


def error_text(code: int) -> str:
    """What a cell shows for the number by which binary workbooks store an error."""
    return _ERROR_CODES.get(code, "#N/A")


def put_errors(rows: list[list[Cell]], errors: Mapping[Place, str]) -> None:
    """Write error values, which calamine leaves blank, into rows that begin at A1, as the text that a cell shows."""
    for (row, column), text in errors.items():
        while len(rows) < row:
            rows.append([])
        cells = rows[row - 1]
        cells.extend([None] * (column - len(cells)))
        cells[column - 1] = text
