"""Reading sheets: which form they follow, which column is which field, and their rows, cell by cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from minqing.errors import NoTable, WorksheetMissing
from minqing.forms.cells import CellReading, ColumnReader
from minqing.forms.files.grid import Cell, Grid
from minqing.forms.files.reader import read_book
from minqing.forms.form import Form
from minqing.forms.library import builtin_forms
from minqing.forms.marker import MARKER_SHEET, Marker, read_markers
from minqing.forms.naming.choosing import Chooser
from minqing.forms.naming.columns import NamedColumn, vocabulary
from minqing.forms.naming.subjects import Reading, candidates, layout_key
from minqing.forms.remarks import remarks_on
from minqing.forms.sharing import Sharing, sharing_columns
from minqing.forms.tables.fill_columns import FillColumn, fill_columns, with_fills
from minqing.forms.tables.header import Header, find_header
from minqing.forms.tables.months import is_summary, month_period
from minqing.forms.tables.parts import Part, parts_of
from minqing.forms.tables.preamble import period_of, places_of, reporter_of, year_of
from minqing.forms.tables.reporting_unit import unit_of
from minqing.forms.tables.rows import SheetRow, read_rows
from minqing.forms.tables.statistics import IS_STATISTICS, is_statistics
from minqing.records.dates import Period

__all__ = ["CellReading", "FileReading", "NamedColumn", "SheetReading", "SheetRow", "read_file", "read_sheets"]

_IS_ASIDE = "是说明或汇总"
_ASIDE = re.compile(
    r"(?:填写|填表|填报|使用|退回)?(?:说明|须知|要求)|汇总表?|统计表?|封面|目录|字典|(?:数据|代码|编码)字典"
)


@dataclass(frozen=True)
class SheetReading:
    """One sheet as its form reads it.

    ``columns`` leave out 序号 and 记录编号; ``skipped`` are rows that are no data, with the reason; ``unrecognised``
    the headers kept in ``extra``. ``period`` is what the title names; ``book`` and ``partner`` are from the hidden
    sheet (blank: not written by this program), like ``version``, the book's state that was written (0: not known);
    ``defaults`` are household fields named over the table. ``headers`` are all columns: index, letter and label;
    ``name`` says as what the sheet was read (a form's name, or 居民), ``score`` how well that fits, ``answer`` what is
    to be remembered about it; ``remarks`` are sentences about what the reader should know.
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
    name: str = ""
    score: float = 1.0
    answer: str = ""
    headers: tuple[tuple[int, str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    path: Path = Path()
    password: str = field(default="", repr=False)
    """What opens the file, for giving its sender a copy; blank for a file that asks for none."""
    marker: Marker = field(default_factory=Marker, repr=False)
    """All that the hidden sheet says."""
    reporter: str = ""
    """Who filled it in, as its visible part says: 填报人, else 填报单位."""
    dating: Period | None = field(default=None, repr=False)
    """The period by which dates without a year are understood."""
    _readers: tuple[ColumnReader, ...] = field(default=(), init=False, repr=False, compare=False)
    _sharing: tuple[Sharing, ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        sharing = sharing_columns(self.columns, self.dating or self.period)
        object.__setattr__(self, "_sharing", tuple(sharing.values()))
        object.__setattr__(self, "_readers", _column_readers(self.columns, self.dating or self.period, sharing))

    def read(self, position: int, cell: Cell) -> CellReading:
        """What ``cell`` of the column at ``position`` says, its row unseen; its error, if any, is in the reading."""
        reader = self._readers[position]
        return reader.texts[cell] if type(cell) is str else reader(cell)

    def read_row(self, cells: Sequence[Cell]) -> list[CellReading]:
        """What each cell of a row says, in the order of the columns.

        A text that stands for several fields, such as an address, speaks for those that the row's own columns for them
        leave blank.
        """
        found = [
            reader.texts[cell] if type(cell) is str else reader(cell)
            for reader, cell in zip(self._readers, cells, strict=True)
        ]
        for one in self._sharing:
            found[one.position] = one.read(cells[one.position], found)
        return found

    @property
    def layout(self) -> str:
        """What the layout of this sheet goes by."""
        return layout_key([label for _, _, label in self.headers])

    def place(self, row: SheetRow, position: int) -> str:
        """Where a cell is, for people: ``民情台账!F17``."""
        column = self.columns[position]
        return f"{self.sheet}!{column.letter}{column.at or row.number}"


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
    answers: Mapping[str, str] | None = None,
    choices: Mapping[str, str] | None = None,
) -> list[SheetReading]:
    """The sheets of a file that hold rows for the book; arguments and errors as for :func:`read_file`."""
    found = read_file(
        path,
        form=form,
        sheet=sheet,
        password=password,
        period=period,
        forms=forms,
        answers=answers,
        choices=choices,
    )
    return list(found.readings)


def read_file(
    path: Path,
    *,
    form: Form | None = None,
    sheet: str | None = None,
    password: str | None = None,
    period: Period | None = None,
    forms: Sequence[Form] | None = None,
    answers: Mapping[str, str] | None = None,
    choices: Mapping[str, str] | None = None,
) -> FileReading:
    """Read every sheet of a file that has a table of ours, or the one named ``sheet``.

    ``form`` says how to read them (one without a name: as rows of its subject, the columns by name); else what was
    chosen for the layout (``choices``: layout to name of a form or kind); else the hidden sheet says, else what was
    answered earlier (``answers``), else the best of ``forms`` (the shipped ones) and of what the columns say by name.
    ``period`` gives the year to dates without one, before the title does.
    Raises UnsureForm when that is not clear, NoTable when nothing can be read, WorksheetMissing, and what
    ``read_book`` raises.
    """
    book = read_book(path, password=password)
    names = [grid.name for grid in book.grids if grid.name != MARKER_SHEET]
    if sheet is not None and sheet not in names:
        raise WorksheetMissing(path, sheet, names)
    known = tuple(forms) if forms is not None else builtin_forms()
    task = _Task(
        path=path,
        password=password or "",
        form=form,
        forms=known,
        markers={marker.sheet: marker for grid in book.grids for marker in _markers(grid)},
        period=period,
        asked=sheet is not None,
        chooser=Chooser(path=path, form=form, forms=known, answers=answers or {}, choices=choices or {}),
        grids=book.grids,
    )
    wanted = [grid for grid in book.grids if grid.name != MARKER_SHEET and sheet in (None, grid.name)]
    outcomes = _outcomes(task, wanted)
    skipped: list[tuple[str, str]] = []
    readings: list[SheetReading] = []
    for grid, outcome in zip(wanted, outcomes, strict=True):
        if isinstance(outcome, str):
            skipped.append((grid.name, outcome))
        else:
            readings += outcome.readings
            skipped += [(f"{grid.name} {where}", why) for where, why in outcome.asides]
    if not readings:
        raise NoTable(path, "；".join(f"工作表“{name}”{why}" for name, why in skipped[:5]))
    return FileReading(tuple(readings), tuple(skipped))


def _outcomes(task: _Task, wanted: Sequence[Grid]) -> list[_Tables | str]:
    outcomes = [task.read(grid) for grid in wanted]
    if all(isinstance(outcome, str) for outcome in outcomes):
        # A workbook may hold nothing but its 汇总, and that is then what is meant.
        outcomes = [
            task.read(grid, aside=True) if outcome == _IS_ASIDE else outcome
            for grid, outcome in zip(wanted, outcomes, strict=True)
        ]
    return outcomes


def _markers(grid: Grid) -> tuple[Marker, ...]:
    return read_markers(grid.rows) if grid.name == MARKER_SHEET else ()


@dataclass(frozen=True, slots=True)
class _Tables:
    """The tables of one sheet that were read, and what of it was not, as (columns, why)."""

    readings: tuple[SheetReading, ...]
    asides: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class _Task:
    """How the sheets of one file are to be read."""

    path: Path
    password: str
    form: Form | None
    forms: tuple[Form, ...]
    markers: Mapping[str, Marker]
    period: Period | None
    asked: bool
    chooser: Chooser
    grids: tuple[Grid, ...]

    def read(self, grid: Grid, *, aside: bool = False) -> _Tables | str:
        """The tables of one sheet, or why there are none; ``aside`` reads it even if its name says 汇总."""
        if not self.asked and grid.hidden:
            return "是隐藏的"
        if not (self.asked or aside) and self._is_aside(grid.name.strip()):
            return _IS_ASIDE
        if not grid.rows:
            return "是空的"
        marker = self.markers.get(grid.name, Marker())
        forms = self.forms if self.form is None else (*self.forms, self.form)
        words = vocabulary(forms)
        if marker.form:
            return self._tables((Part(grid, find_header(grid, words)),), (), marker)
        parts = parts_of(grid, words, lambda labels: bool(candidates(labels, forms)))
        return parts if isinstance(parts, str) else self._tables(parts.tables, parts.asides, marker)

    def _is_aside(self, name: str) -> bool:
        return bool(_ASIDE.fullmatch(name)) or is_summary(name, [grid.name for grid in self.grids])

    def _tables(self, parts: Sequence[Part], asides: tuple[tuple[str, str], ...], marker: Marker) -> _Tables | str:
        """Each table read by itself; why not, if none of them can be read."""
        outcomes = [(part, self._table(part, marker)) for part in parts]
        readings = tuple(one for _, one in outcomes if not isinstance(one, str))
        if not readings:
            return next(one for _, one in outcomes if isinstance(one, str))
        failed = tuple((part.where, one) for part, one in outcomes if isinstance(one, str))
        return _Tables(readings, (*asides, *failed))

    def _table(self, part: Part, marker: Marker) -> SheetReading | str:
        if part.header is None:
            return IS_STATISTICS if is_statistics(part.grid, None) else "没有找到表头"
        chosen = self.chooser.choose(part.grid, part.header, marker)
        return self._reading(part, part.header, marker, chosen) if isinstance(chosen, Reading) else chosen

    def _reading(self, part: Part, header: Header, marker: Marker, chosen: Reading) -> SheetReading:
        grid, above = part.grid, [*part.above, *(text for _, text in header.above)]
        named = month_period(grid.name, [*above, self.path.stem], self.grids)
        named = named or period_of([*above, marker.period, grid.name, self.path.stem])
        columns, rows, skipped = read_rows(grid, header, chosen.columns)
        columns = part.placed(columns)
        fills: tuple[FillColumn, ...] = ()
        if grid.details.fills and not marker.form:
            fills = fill_columns(grid, header.labels, [row.number for row in rows])
            columns, rows = with_fills(fills, chosen.form, columns, rows)
        return SheetReading(
            file=self.path.name,
            path=self.path,
            password=self.password,
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
            defaults={**places_of(above), **unit_of(part.texts_above)},
            book=marker.book,
            version=int(marker.version) if marker.version.isdecimal() else 0,
            name=chosen.name,
            score=chosen.score,
            answer=chosen.answer,
            headers=tuple((index, part.letter(index), label) for index, label in enumerate(header.labels) if label),
            remarks=remarks_on(grid, columns, rows, fills),
            marker=marker,
            reporter=reporter_of(above),
            dating=self.period or named or year_of([*above, self.path.stem]),
        )


def _column_readers(
    columns: Sequence[NamedColumn], period: Period | None, sharing: Mapping[int, Sharing]
) -> tuple[ColumnReader, ...]:
    return tuple(
        sharing[position].alone if position in sharing else ColumnReader(one.column, period=period)
        for position, one in enumerate(columns)
    )
