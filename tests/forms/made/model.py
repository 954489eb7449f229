"""How a made sheet is described: its cells as an office would type them, and beside each what it truly says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from minqing.forms.files.grid import column_name

Raw = None | bool | int | float | str | date | datetime | time
Fields = Mapping[str, str]

KEPT = "-"
"""The truth of a column that no field knows: its texts stay beside the record, by header."""
RUNNING = "#"
"""The truth of a column that only counts the rows, or carries nothing of the record (年龄 is never read)."""
ANY = "?"
"""A column of which the issue does not say what becomes of it; only its wrong values count."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The truth of a cell that must be reported with one of these error codes; blank: with any."""

    codes: str = ""


@dataclass(frozen=True, slots=True)
class Somewhere:
    """The truth of an address that people take apart differently: all of its letters and digits are in the record."""

    text: str


Truth = None | str | Refused | Somewhere | Fields


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: what the file holds, how it looks, and what it says (``truth``; None: what it shows).

    ``formula`` is written with ``raw`` as its last value, ``error`` such as ``#N/A`` instead of a value, ``rich`` in
    two runs of different colour. ``fill`` is a colour such as ``FFFF00``.
    """

    raw: Raw
    truth: Truth = None
    fill: str = ""
    formula: str = ""
    error: str = ""
    rich: bool = False


Given = Raw | Cell


@dataclass(frozen=True, slots=True)
class Span:
    """A merged block, 1-based and inclusive."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its label, levels joined by ``/``, and the field that it must become.

    Several fields joined by ``|`` are equally right; what is read under another than the first counts as the first.
    """

    label: str
    field: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells, what it says besides them (``also``), and whether it is data at all.

    ``shifted`` rows must not go in as they stand: any error in the row will do.
    """

    cells: tuple[Given, ...]
    also: Fields = field(default_factory=dict)
    data: bool = True
    shifted: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows, beginning in column ``left`` of the sheet and ``down`` rows below the rows above.

    ``hints`` are rows between header and data. ``same`` is what every row says besides its cells (a community named
    over the table). ``merged`` are blocks in the data, as (first row of the data, column, rows), counted from 0.
    """

    header: str
    fields: Mapping[str, str]
    rows: tuple[Row, ...]
    left: int = 1
    down: int = 0
    hints: tuple[tuple[Given, ...], ...] = ()
    same: Fields = field(default_factory=dict)
    merged: tuple[tuple[int, int, int], ...] = ()
    marks: Mapping[int, str] = field(default_factory=dict)
    """What the colours of marked rows are called (黄), by the row's place from 0: offered as one more column."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the rows above its tables, the tables (side by side), the rows below, and what else it has.

    ``above`` and ``below`` are rows of cells; a row of one text is merged over the width of the sheet. ``placed`` are
    cells by (row, column), with ``spans`` for further merges. ``declined`` means that it must not be read at all.
    """

    name: str
    tables: tuple[Table, ...] = ()
    above: tuple[tuple[Given, ...], ...] = ()
    below: tuple[tuple[Given, ...], ...] = ()
    placed: tuple[tuple[int, int, Given], ...] = ()
    spans: tuple[Span, ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    filtered: bool = False
    empty_rows: int = 0
    dimension: str = ""
    declined: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A whole made file, whatever type it is written as; ``quirks`` are what it is there to show."""

    name: str
    quirks: str
    sheets: tuple[Sheet, ...]
    date1904: bool = False
    asks: bool = False
    """Whether nobody could tell what the rows are about, so that the program must ask."""
    needs: frozenset[str] = frozenset()
    """What a file type must be able to hold for this book:
    merges, sheets, names (of sheets), fills, formulas, look (rich text), hidden, numbers, 1904, xlsx."""

    @property
    def declined(self) -> bool:
        """Whether nothing in the file may be read."""
        return all(sheet.declined or sheet.hidden for sheet in self.sheets)


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet laid out: every cell with its place (1-based), the merges, and where each row of each table went."""

    sheet: Sheet
    cells: Mapping[tuple[int, int], Cell]
    spans: tuple[Span, ...]
    height: int
    places: tuple[tuple[int, ...], ...]
    columns: tuple[tuple[tuple[str, Column], ...], ...]
    """For each table its columns with their letters."""


def cell_of(given: Given) -> Cell:
    """A plain value as a cell that says what it shows."""
    return given if isinstance(given, Cell) else Cell(given)


def leaves(header: str) -> list[tuple[str, ...]]:
    """The columns of a header in the notation of the column lists: ``姓名|户籍地{省|市}`` gives three chains."""
    found: list[tuple[str, ...]] = []
    chain: list[str] = []
    word = ""
    closed = False
    for letter in header + "|":
        if letter == "{":
            chain.append(word)
            word = ""
        elif letter in "|}":
            if not closed:
                found.append((*chain, word))
            word, closed = "", letter == "}"
            if letter == "}":
                chain.pop()
        else:
            word += letter
    return found


def lay_out(sheet: Sheet) -> Page:
    """Give every cell of a sheet its place."""
    chains = [leaves(table.header) for table in sheet.tables]
    right = max((table.left + len(one) - 1 for table, one in zip(sheet.tables, chains, strict=True)), default=1)
    cells: dict[tuple[int, int], Cell] = {}
    spans = list(sheet.spans)
    top = 1
    for given in sheet.above:
        top = _loose_row(given, top, right, cells, spans)
    end = top
    places, columns = [], []
    for table, one in zip(sheet.tables, chains, strict=True):
        depth = max(len(chain) for chain in one)
        _header(one, table.left, (top + table.down, depth), cells, spans)
        start = top + table.down + depth
        for given in table.hints:
            _row(given, start, table.left, cells)
            start += 1
        for number, row in enumerate(table.rows):
            _row(row.cells, start + number, table.left, cells)
        for first, column, count in table.merged:
            left = table.left + column
            spans.append(Span(start + first, left, start + first + count - 1, left))
        places.append(tuple(range(start, start + len(table.rows))))
        columns.append(tuple(_columns(table, one)))
        end = max(end, start + len(table.rows))
    for given in sheet.below:
        end = _loose_row(given, end, right, cells, spans)
    cells.update({(row, column): cell_of(given) for row, column, given in sheet.placed})
    height = max((row for row, _ in cells), default=0)
    return Page(sheet, cells, tuple(spans), height, tuple(places), tuple(columns))


def _columns(table: Table, chains: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, Column]]:
    seen: dict[str, int] = {}
    for offset, chain in enumerate(chains):
        label = "/".join(chain)
        seen[label] = seen.get(label, 0) + 1
        again = f"{label}@{seen[label]}" if seen[label] > 1 else label
        found = table.fields.get(again, table.fields.get(plain_label(again), KEPT))
        if plain_label(label) in {"序号", "年龄"}:
            found = RUNNING if plain_label(label) == "序号" else KEPT
        yield column_name(table.left + offset), Column(label, found)


def plain_label(label: str) -> str:
    """A label without stars and white space, with plain brackets, as truths name it."""
    kept = "".join(letter for letter in label if not letter.isspace() and letter not in "*＊")
    return kept.replace("（", "(").replace("）", ")")


def _loose_row(
    given: Sequence[Given], top: int, right: int, cells: dict[tuple[int, int], Cell], spans: list[Span]
) -> int:
    _row(given, top, 1, cells)
    if len(given) == 1 and right > 1:
        spans.append(Span(top, 1, top, right))
    return top + 1


def _row(given: Sequence[Given], row: int, left: int, cells: dict[tuple[int, int], Cell]) -> None:
    for offset, one in enumerate(given):
        cell = cell_of(one)
        if cell.raw is not None or cell.error or cell.fill:
            cells[row, left + offset] = cell


def _header(
    chains: Sequence[tuple[str, ...]],
    left: int,
    place: tuple[int, int],
    cells: dict[tuple[int, int], Cell],
    spans: list[Span],
) -> None:
    top, depth = place
    for offset, chain in enumerate(chains):
        column = left + offset
        last = top + len(chain) - 1
        cells[last, column] = Cell(chain[-1])
        if last < top + depth - 1:
            spans.append(Span(last, column, top + depth - 1, column))
        for level in range(len(chain) - 1):
            parent = chain[: level + 1]
            if offset and chains[offset - 1][: level + 1] == parent and len(chains[offset - 1]) > level + 1:
                continue
            width = 1
            while offset + width < len(chains) and chains[offset + width][: level + 1] == parent:
                width += 1
            cells[top + level, column] = Cell(parent[-1])
            if width > 1:
                spans.append(Span(top + level, column, top + level, column + width - 1))


def shown(raw: Raw) -> str:
    """What a plain cell says."""
    if raw is None:
        return ""
    if isinstance(raw, bool):
        return "是" if raw else "否"
    if isinstance(raw, datetime):
        return f"{raw:%Y-%m-%d %H:%M}" if raw.time() != time.min else f"{raw:%Y-%m-%d}"
    if isinstance(raw, time):
        return f"{raw:%H:%M}"
    return str(raw).strip()
