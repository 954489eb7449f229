"""Reading sheets: which form they follow, which column is which field, and their rows, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from minqing.errors import NoTable, WorksheetMissing
from minqing.forms.cells import CellReading, ColumnReader
from minqing.forms.form import Form
from minqing.forms.grid import Cell, Grid
from minqing.forms.header import Header, find_header
from minqing.forms.library import builtin_forms
from minqing.forms.marker import MARKER_SHEET, Marker, read_markers
from minqing.forms.naming import NamedColumn, vocabulary
from minqing.forms.preamble import period_of, places_of, year_of
from minqing.forms.reader import read_book
from minqing.forms.rows import SheetRow, read_rows
from minqing.forms.subjects import Reading, choose_form, has_needs, read_as
from minqing.records.dates import Period
from minqing.records.fields import Composite

__all__ = ["CellReading", "FileReading", "NamedColumn", "SheetReading", "SheetRow", "read_file", "read_sheets"]

_IS_ASIDE = "是说明或汇总"
_ASIDE = re.compile(r"(?:填写|填表|填报|使用)?(?:说明|须知|要求)|汇总表?|统计表?|封面|目录|字典|(?:数据|代码|编码)字典")


@dataclass(frozen=True)
class SheetReading:
    """One sheet as its form reads it.

    ``columns`` leave out 序号 and 记录编号; ``skipped`` are rows that are no data, with the reason; ``unrecognised``
    the headers kept in ``extra``. ``period`` is what the title names; ``book`` and ``partner`` are from the hidden
    sheet (blank: not written by this program), like ``version``, the book's state that was written (0: not known);
    ``defaults`` are household fields named over the table.
    """

    file: str
    sheet: str
    form: Form
    columns: tuple[NamedColumn, ...]
    rows: tuple[SheetRow, ...]
    header_rows: tuple[int, ...]
    skipped: tuple[tuple[int, str], ...]
    unrecognised: tuple[str, ...]
    period: Period | None
    partner: str
    why: str
    defaults: Mapping[str, str]
    book: str = ""
    version: int = 0
    dating: Period | None = field(default=None, repr=False)
    """The period by which dates without a year are understood."""
    _readers: tuple[ColumnReader, ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_readers", _column_readers(self.columns, self.dating or self.period))

    def read(self, position: int, cell: Cell) -> CellReading:
        """What ``cell`` of the column at ``position`` says; its error, if any, is in the reading."""
        return self._readers[position](cell)

    def place(self, row: SheetRow, position: int) -> str:
        """Where a cell is, for people: ``民情台账!F17``."""
        return f"{self.sheet}!{self.columns[position].letter}{row.number}"


@dataclass(frozen=True, slots=True)
class FileReading:
    """All sheets of a file: those that were read, and the names of the others with the reason."""

    readings: tuple[SheetReading, ...]
    skipped: tuple[tuple[str, str], ...]


def read_sheets(
    path: Path,
    *,
    form: Form | None = None,
    sheet: str | None = None,
    password: str | None = None,
    period: Period | None = None,
    forms: Sequence[Form] | None = None,
) -> list[SheetReading]:
    """The sheets of a file that hold rows for the book; arguments and errors as for :func:`read_file`."""
    return list(
        read_file(path, form=form, sheet=sheet, password=password, period=period, forms=forms).readings,
    )


def read_file(
    path: Path,
    *,
    form: Form | None = None,
    sheet: str | None = None,
    password: str | None = None,
    period: Period | None = None,
    forms: Sequence[Form] | None = None,
) -> FileReading:
    """Read every sheet of a file that has a table of ours, or the one named ``sheet``.

    ``form`` says how to read them; else the hidden sheet says, else the best of ``forms`` (the shipped ones), else the
    columns speak for themselves. ``period`` gives the year to dates without one, before the title does.
    Raises NoTable when nothing can be read, WorksheetMissing, and what ``read_book`` raises.
    """
    book = read_book(path, password=password)
    names = [grid.name for grid in book.grids if grid.name != MARKER_SHEET]
    if sheet is not None and sheet not in names:
        raise WorksheetMissing(path, sheet, names)
    task = _Task(
        path=path,
        form=form,
        forms=tuple(forms) if forms is not None else builtin_forms(),
        markers={marker.sheet: marker for grid in book.grids for marker in _markers(grid)},
        period=period,
        asked=sheet is not None,
    )
    wanted = [grid for grid in book.grids if grid.name != MARKER_SHEET and sheet in (None, grid.name)]
    outcomes = [task.read(grid) for grid in wanted]
    if all(isinstance(outcome, str) for outcome in outcomes):
        # A workbook may hold nothing but its 汇总, and that is then what is meant.
        outcomes = [
            task.read(grid, aside=True) if outcome == _IS_ASIDE else outcome
            for grid, outcome in zip(wanted, outcomes, strict=True)
        ]
    skipped = tuple((grid.name, one) for grid, one in zip(wanted, outcomes, strict=True) if isinstance(one, str))
    readings = tuple(outcome for outcome in outcomes if not isinstance(outcome, str))
    if not readings:
        raise NoTable(path, "；".join(f"工作表“{name}”{why}" for name, why in skipped[:5]))
    return FileReading(readings, skipped)


def _markers(grid: Grid) -> tuple[Marker, ...]:
    return read_markers(grid.rows) if grid.name == MARKER_SHEET else ()


@dataclass(frozen=True)
class _Task:
    """How the sheets of one file are to be read."""

    path: Path
    form: Form | None
    forms: tuple[Form, ...]
    markers: Mapping[str, Marker]
    period: Period | None
    asked: bool

    def read(self, grid: Grid, *, aside: bool = False) -> SheetReading | str:
        """The reading of one sheet, or why there is none; ``aside`` reads it even if its name says 汇总."""
        if not self.asked and grid.hidden:
            return "是隐藏的"
        if not (self.asked or aside) and _ASIDE.fullmatch(grid.name.strip()):
            return _IS_ASIDE
        if not grid.rows:
            return "是空的"
        header = find_header(grid, vocabulary(self.forms if self.form is None else (*self.forms, self.form)))
        if header is None:
            return "没有找到表头"
        marker = self.markers.get(grid.name, Marker())
        chosen = self._choose(grid, header, marker)
        return self._reading(grid, header, marker, chosen) if isinstance(chosen, Reading) else chosen

    def _choose(self, grid: Grid, header: Header, marker: Marker) -> Reading | str:
        if self.form is not None:
            if marker.form and marker.form != self.form.name:
                return f"是“{marker.form}”，不是要读的“{self.form.name}”"
            found = read_as(header.labels, self.form, "按选定的表样读。", first_column=grid.first_column)
            if not has_needs(self.form.subject, found.columns):
                return f"没有“{self.form.name}”必须有的栏目"
            return found
        known = next((one for one in self.forms if marker.form and one.name == marker.form), None)
        if known is not None and marker.describes(label for label in header.labels if label):
            why = f"按“{known.name}”读：是本程序导出的表。"
            return read_as(header.labels, known, why, first_column=grid.first_column)
        chosen = choose_form(header.labels, self.forms, first_column=grid.first_column)
        return chosen or "里没有认得出的住户、居民、走访或诉求"

    def _reading(self, grid: Grid, header: Header, marker: Marker, chosen: Reading) -> SheetReading:
        above = [text for _, text in header.above]
        named = period_of([*above, marker.period, grid.name, self.path.stem])
        columns, rows, skipped = read_rows(grid, header, chosen.columns)
        return SheetReading(
            file=self.path.name,
            sheet=grid.name,
            form=chosen.form,
            columns=columns,
            rows=rows,
            header_rows=header.rows,
            skipped=tuple(sorted([*header.skipped, *skipped])),
            unrecognised=tuple(one.header for one in columns if one.column is None),
            period=self.period or named,
            partner=marker.partner,
            why=chosen.why,
            defaults=places_of(above),
            book=marker.book,
            version=int(marker.version) if marker.version.isdecimal() else 0,
            dating=self.period or named or year_of([*above, self.path.stem]),
        )


def _column_readers(columns: Sequence[NamedColumn], period: Period | None) -> tuple[ColumnReader, ...]:
    fields = {one.key for one in columns if one.key}
    readers = []
    for one in columns:
        bound = one.column.bound if one.column else None
        parts = bound.parts if isinstance(bound, Composite) and one.column else ()
        owned = frozenset(part for part in parts if one.column and (one.column.slot, part) in fields)
        readers.append(ColumnReader(one.column, period=period, owned=owned))
    return tuple(readers)
