"""One worksheet of an office's form with our rows and words in it: the bytes of its part, all else as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from exports.filling.cells import Writer, word_cell
from exports.filling.formulas import Formulas
from exports.filling.heights import Heights, Written
from exports.filling.merging import Merging
from exports.filling.pushing import pushed
from exports.filling.references import MAX_COLUMN, MAX_ROW, Push
from exports.filling.table import Table
from minqing.errors import TooManyRows
from minqing.forms.files.sheet_xml import Area, RowXml, SheetXml, place_of
from minqing.forms.files.xml_splice import Edit, appended, retagged, spliced, with_attributes
from minqing.forms.form import FormRow, Layout

_PLACED = re.compile(
    rb"""(<(?:[\w.-]+:)?(?:c|row)(?:\s+(?!r\s*=)[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s+r\s*=\s*["'][A-Z]*)([0-9]+)"""
)


@dataclass(frozen=True)
class Filling:
    """What goes into one sheet: ``rows`` into the table, ``words`` (cell to text) beside it."""

    name: str
    layout: Layout
    rows: Sequence[FormRow]
    words: Mapping[str, str]

    @property
    def push(self) -> Push:
        """How far what follows the room is pushed down. Raises TooManyRows."""
        room = self.layout.last - self.layout.first + 1
        if self.layout.first + len(self.rows) - 1 > MAX_ROW:
            raise TooManyRows(len(self.rows), MAX_ROW - self.layout.first)
        return Push(self.name, self.layout.first, self.layout.last, max(len(self.rows) - room, 0))

    @property
    def filled(self) -> tuple[Area, ...]:
        """The cells that are written, in the places they had before."""
        layout = self.layout
        places = [place_of(cell) for cell in self.words]
        cells = [Area(row, column, row, column) for column, row in places]
        last = min(layout.last, layout.first + len(self.rows) - 1)
        return (*cells, *([Area(layout.first, 1, last, MAX_COLUMN)] if self.rows else ()))


@dataclass(frozen=True)
class Filled:
    """The new bytes of a sheet's part, and the cells whose formulas are gone or came, where they are now."""

    content: bytes
    replaced_formulas: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    new_formulas: frozenset[tuple[int, int]] = field(default_factory=frozenset)


def filled_sheet(
    sheet: SheetXml, filling: Filling, writers: Sequence[Writer], *, heights: Heights, stale: bool
) -> Filled:
    """Fill one sheet; with ``stale`` its formulas lose the values last computed. Raises TooManyRows, TooLong."""
    if sheet.data.close == sheet.data.end:
        sheet = SheetXml(spliced(sheet.content, [appended(sheet.content, sheet.data, b"")]))
    return _SheetFilling(sheet, filling, writers, heights=heights, stale=stale).filled()


class _SheetFilling:
    def __init__(
        self, sheet: SheetXml, filling: Filling, writers: Sequence[Writer], *, heights: Heights, stale: bool
    ) -> None:
        self._sheet = sheet
        self._heights = heights
        self._filling = filling
        self._push = filling.push
        count = len(filling.rows)
        self._written = range(self._push.first, self._push.first + count)
        self._words = dict(self._placed_words())
        self._formulas = Formulas(sheet, filling.name, self._push, written=count, stale=stale)
        self._table = Table(sheet, writers, self._formulas, room=self._push, words=self._words, heights=heights)
        self._writers = writers
        below = (row.element.start for row in sheet.rows.values() if row.number > self._push.last)
        self._below = next(below, sheet.data.close)
        self._added: list[tuple[int, bytes]] = []
        """Rows that come right before those that are pushed down, with their numbers."""

    def filled(self) -> Filled:
        sheet, count = self._sheet, self._push.count
        edits = [*self._row_edits(), *self._word_edits(), *self._around_edits(), *self._overflow_edits()]
        lost = {
            found
            for found in sheet.formulas
            if (found.row, found.column) in self._words or (found.row in self._written and found.row <= self._push.last)
        }
        edits += self._formulas.all_edits(found for found in sheet.formulas if found not in lost)
        ends = (0, self._below, sheet.data.close, len(sheet.content))
        parts = [_spliced_between(sheet.content, edits, start, end) for start, end in pairwise(ends)]
        if count:
            parts[1] = _PLACED.sub(lambda found: b"%s%d" % (found[1], int(found[2]) + count), parts[1])
        replaced = self._table.replaced_formulas | {
            (self._push.row(found.row), found.column) for found in lost if (found.row, found.column) in self._words
        }
        added = (row for _, row in sorted(self._added))
        content = b"".join((parts[0], *added, *parts[1:]))
        return Filled(content, frozenset(replaced), frozenset(self._table.new_formulas))

    def _row_edits(self) -> Iterator[Edit]:
        """The edits that write rows among the office's; what follows the last of them is added."""
        known = self._sheet.rows
        places = iter(
            sorted((row.number, row.element.start) for row in known.values() if row.number <= self._push.last)
        )
        ahead = next(places, None)
        for number, content in self._table.rows(self._filling.rows):
            while ahead is not None and ahead[0] < number:
                ahead = next(places, None)
            if ahead is None:
                self._added.append((number, content))
                continue
            own = known[number].element if ahead[0] == number else None
            yield Edit(ahead[1], own.end if own else ahead[1], content)

    def _placed_words(self) -> Iterator[tuple[tuple[int, int], str]]:
        for cell, text in self._filling.words.items():
            column, row = place_of(cell)
            yield self._sheet.top_left(row, column), text

    def _word_edits(self) -> Iterator[Edit]:
        """The single cells beside the table; those in rows of the table are written with it."""
        by_row: dict[int, list[tuple[int, str]]] = {}
        for (row, column), text in sorted(self._words.items()):
            if row not in self._written or row > self._push.last:
                by_row.setdefault(row, []).append((column, text))
        for number, words in by_row.items():
            found = self._sheet.rows.get(number)
            if found is None and any(text for _, text in words):
                p, place = self._sheet.prefix, self._place(number)
                # Behind the last row there is nothing that is told its new number later.
                at = self._push.row(number) if place == self._sheet.data.close else number
                cells = "".join(word_cell(p, at, column, "", text) for column, text in words if text)
                made = f'<{p}row r="{at}">{cells}</{p}row>'.encode()
                if number <= self._push.last and place == self._below:
                    self._added.append((number, made))
                else:
                    yield Edit(place, place, made)
            elif found is not None:
                yield from self._words_in(found, words)

    def _words_in(self, row: RowXml, words: Sequence[tuple[int, str]]) -> Iterator[Edit]:
        p, element = self._sheet.prefix, row.element
        fresh: list[bytes] = []
        written: list[Written] = []
        for column, text in words:
            cell = row.cells.get(column)
            style = cell.attributes.get("s", "") if cell is not None else row.style
            written.append(Written(column, style, text))
            made = word_cell(p, row.number, column, style, text).encode()
            after = next((other.start for at, other in row.cells.items() if at > column), None)
            if cell is not None:
                yield Edit(cell.start, cell.end, made)
            elif after is not None and text:
                yield Edit(after, after, made)
            elif text:
                fresh.append(made)
        height = self._heights.higher(row.number, element.attributes.get("ht", ""), written)
        if fresh and element.close == element.end:
            tag = self._sheet.content[element.start : element.end].removesuffix(b"/>").rstrip() + b">"
            tag = retagged(tag, "ht", height) if height else tag
            yield Edit(element.start, element.end, tag + b"".join(fresh) + f"</{element.name}>".encode())
            return
        if height:
            yield with_attributes(self._sheet.content, element, {"ht": height})
        if fresh:
            place = max((cell.end for cell in row.cells.values()), default=element.close)
            yield Edit(place, place, b"".join(fresh))

    def _place(self, number: int) -> int:
        later = (row.element.start for row in self._sheet.rows.values() if row.number > number)
        return next(later, self._sheet.data.close)

    def _overflow_edits(self) -> Iterator[Edit]:
        """Empty rows at the very end of the sheet make room for those that are pushed down."""
        for row in self._sheet.rows.values():
            if row.number > self._push.last and row.number + self._push.count > MAX_ROW:
                if any(cell.children for cell in row.cells.values()):
                    raise TooManyRows(len(self._filling.rows), MAX_ROW - row.number)
                yield Edit(row.element.start, row.element.end, b"")

    def _around_edits(self) -> Iterator[Edit]:
        sheet, push = self._sheet, self._push
        merging = Merging(sheet, self._filling.rows, self._writers, self._table, push)
        yield from merging.edits()
        gone = {id(element) for element in merging.taken_apart}
        if push.count:
            left = [element for element in sheet.around if id(element) not in gone and element.local != "dimension"]
            yield from pushed(sheet.content, left, push, sheet=push.sheet)
        dimension = sheet.root.child("dimension")
        area = Area.of(dimension.attributes.get("ref", "")) if dimension is not None else None
        if dimension is None or area is None:
            return
        columns = [column for _, column in self._words] + [writer.number for writer in self._writers if self._written]
        rows = [push.row(row) for row, _ in self._words] + [*self._written[-1:]]
        wanted = Area(
            min([area.top, *rows]),
            min([area.left, *columns]),
            max([push.row(area.bottom), *rows]),
            max([area.right, *columns]),
        )
        if wanted != area:
            yield with_attributes(sheet.content, dimension, {"ref": wanted.reference})


def _spliced_between(content: bytes, edits: Sequence[Edit], start: int, end: int) -> bytes:
    own = [
        Edit(edit.start - start, edit.end - start, edit.content)
        for edit in edits
        if start <= edit.start and (edit.start < end or end == len(content))
    ]
    return spliced(content[start:end], own)
