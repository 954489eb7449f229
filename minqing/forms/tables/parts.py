"""What a sheet is made of: one table, several side by side, or a printed page laid out as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from minqing.forms.files.grid import Grid, cell_text, column_name
from minqing.forms.naming.columns import NamedColumn
from minqing.forms.tables.header import Header, find_header
from minqing.forms.tables.pages import Page, is_blank_page, members_pages, single_page, stacked_pages
from minqing.forms.tables.side_by_side import split_tables

BLANK_PAGE = "是一张没有填写的表样，里面没有内容"


@dataclass(frozen=True, slots=True)
class Part:
    """One table with its header, None where none was found.

    ``above`` are texts over the sheet that go for this table too. ``fixed`` tells, by column index, the letter and
    row of a value that stands once on the page; what no field knows of these is kept by the record of ``owner``.
    """

    grid: Grid
    header: Header | None
    above: tuple[str, ...] = ()
    fixed: Mapping[int, tuple[str, int]] = field(default_factory=dict)
    owner: str = ""

    def placed(self, columns: Sequence[NamedColumn]) -> tuple[NamedColumn, ...]:
        """The columns with the cells of those that stand once on the page."""
        if not self.fixed:
            return tuple(columns)
        return tuple(self._placed(one) for one in columns)

    def letter(self, index: int) -> str:
        """The letter under which the column at ``index`` stands in the sheet."""
        return self.fixed[index][0] if index in self.fixed else column_name(self.grid.first_column + index)

    @property
    def where(self) -> str:
        """The table's columns in the sheet, for people."""
        return f"{self.letter(0)}–{column_name(self.grid.first_column + self.grid.width - 1)} 列"

    @property
    def texts_above(self) -> list[list[str]]:
        """The texts over the table, row by row."""
        end = self.header.rows[0] - self.grid.first_row if self.header else 0
        rows = [[cell_text(cell) for cell in row if cell is not None] for row in self.grid.rows[:end]]
        return [*rows, list(self.above)]

    def _placed(self, column: NamedColumn) -> NamedColumn:
        if column.index not in self.fixed:
            return column
        letter, row = self.fixed[column.index]
        return replace(column, letter=letter, at=row, owner=self.owner if column.column is None else "")


@dataclass(frozen=True, slots=True)
class Parts:
    """The tables of a sheet, and the blocks beside them that are none, as (columns, why)."""

    tables: tuple[Part, ...]
    asides: tuple[tuple[str, str], ...] = ()


def parts_of(grid: Grid, vocabulary: Callable[[str], float], is_table: Callable[[Sequence[str]], bool]) -> Parts | str:
    """The tables of a sheet that is not blank, or why there is nothing to read in it.

    ``is_table`` says whether a header's labels make a table of ours.
    """
    split = split_tables(grid, vocabulary, is_table)
    if len(split.tables) > 1 or split.asides:
        tables = tuple(Part(one, find_header(one, vocabulary), split.above) for one in split.tables)
        return Parts(tables, split.asides)
    header = find_header(grid, vocabulary)
    members = _households(grid, header, vocabulary)
    if members:
        return Parts(members)
    if header is not None and is_blank_page(grid, vocabulary):
        return BLANK_PAGE
    single = single_page(grid, header, vocabulary)
    return Parts((_part(single) if single else Part(grid, header),))


def _households(grid: Grid, header: Header | None, vocabulary: Callable[[str], float]) -> tuple[Part, ...]:
    """The pages about one household each that a sheet holds, one under the other; empty for other sheets."""
    stacked = stacked_pages(grid, header) or (grid,)
    found: list[Part] = []
    for one in stacked:
        pages = members_pages(one, header if len(stacked) == 1 else find_header(one, vocabulary), vocabulary)
        if not pages:
            return ()
        found += [_part(page, "" if number else "household") for number, page in enumerate(pages)]
    return tuple(found)


def _part(page: Page, owner: str = "") -> Part:
    return Part(page.grid, page.header, fixed=page.fixed, owner=owner)
