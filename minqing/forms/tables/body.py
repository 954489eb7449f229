"""The data rows under a header, without the totals, notes, signatures and blanks that real sheets mix in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from minqing.forms.files.grid import Cell, Grid
from minqing.forms.tables.labels import is_note, is_sequence_label, is_sum, is_total, normalise_label
from minqing.records.bulk import paused_collector

if TYPE_CHECKING:
    from minqing.forms.tables.header import Header

_FEW = 4
_DASHES = frozenset({"-", "--", "---", "—", "——", "/", "／"})
_AROUND_LABELS = "*＊★☆-—/／ \u3000\n\r\t"


@dataclass(frozen=True, slots=True)
class Body:
    """The rows under a header: (sheet row, cells as wide as the header), and (sheet row, reason) of those left out."""

    rows: list[tuple[int, list[Cell]]]
    skipped: list[tuple[int, str]]


def data_rows(grid: Grid, header: Header) -> Body:
    """The data rows of a grid, in order, and why the others are none.

    A cell merged over several rows gives its value to each of them; a cell that is merely blank stays blank. Rows are
    the grid's own lists, not copies, except where a merge adds to them.
    """
    judge = _Judge(grid, header)
    rows: list[tuple[int, list[Cell]]] = []
    skipped: list[tuple[int, str]] = []
    start = header.data_from - grid.first_row
    enough = max(_FEW, round(0.6 * judge.labelled))
    with paused_collector():
        for number, row in enumerate(grid.rows[start:], header.data_from):
            # Most rows have most columns filled and do not begin as a header or a sum does: nothing more to ask.
            if judge.begins_as_data(row[0]) and len([*filter(None, row)]) > enough:
                rows.append((number, row))
                continue
            why = judge.why_not(row)
            if why:
                skipped.append((number, why))
            else:
                rows.append((number, row))
    _fill_merges(grid, rows)
    return Body(rows=rows, skipped=skipped)


class _Judge:
    """Decides about one row after another."""

    def __init__(self, grid: Grid, header: Header) -> None:
        self._sequence = [index for index, label in enumerate(header.labels) if is_sequence_label(label)]
        self._labels = header.labels
        self.labelled = sum(1 for label in header.labels if label)
        texts = [grid.rows[number - grid.first_row] for number in header.rows]
        self._header_rows = [self._normal(row) for row in texts]
        firsts = [row[0].strip(_AROUND_LABELS) for row in texts if isinstance(row[0], str)]
        self._header_initials = {*_AROUND_LABELS, *(text[:1] for text in firsts)}
        self._notes_begun = False

    def begins_as_data(self, first: Cell) -> bool:
        """Whether a row that begins so is surely neither the header again nor a sum."""
        if type(first) is str:
            return (
                "计" not in first and "：" not in first and ":" not in first and first[0] not in self._header_initials
            )
        return first is not None

    def why_not(self, row: list[Cell]) -> str:
        """Why a row is not data, "" if it is."""
        filled: list[tuple[int, Cell]] = [(index, cell) for index, cell in enumerate(row) if cell is not None]
        if not filled:
            return "空行"
        if self._normal(row) in self._header_rows:
            return "重复的表头"
        if self._only_sequence(filled):
            return "只有序号"
        said = [cell for _, cell in filled if not (isinstance(cell, str) and cell.strip() in _DASHES)]
        if not said:
            return "空行"
        if len(said) > 1 and all(isinstance(cell, str) and is_note(cell) for cell in said):
            self._notes_begun = True
            return "说明或落款"
        if any(self._is_number(row[index]) for index in self._sequence):
            return ""
        return self._footer(filled)

    def _footer(self, filled: list[tuple[int, Cell]]) -> str:
        first = filled[0][1]
        if not isinstance(first, str):
            return ""
        few = len(filled) <= _FEW and len(filled) < max(0.6 * self.labelled, 2)
        if few and all(isinstance(cell, str) and (is_total(cell) or is_sum(cell)) for _, cell in filled):
            return "合计行"
        if is_total(first):
            sums = all(not isinstance(cell, str) or self._is_number(cell) for _, cell in filled[1:])
            if few or (sums and len(filled) > 1):
                return "合计行"
        if few and is_note(first):
            self._notes_begun = True
            return "说明或落款"
        if self._notes_begun and len(filled) == 1:
            return "说明或落款"
        return ""

    def _only_sequence(self, filled: list[tuple[int, Cell]]) -> bool:
        if len(filled) > 1:
            return False
        index, cell = filled[0]
        if index in self._sequence:
            return self._is_number(cell)
        return not self._labels[index] and self._is_number(cell)

    @staticmethod
    def _is_number(cell: Cell) -> bool:
        if isinstance(cell, str):
            return cell.strip().replace(".", "", 1).replace(",", "").isdecimal()
        return isinstance(cell, int | float) and not isinstance(cell, bool)

    @staticmethod
    def _normal(row: list[Cell]) -> list[str]:
        return [normalise_label(cell) if isinstance(cell, str) else "" for cell in row]


def _fill_merges(grid: Grid, rows: list[tuple[int, list[Cell]]]) -> None:
    tall = [merge for merge in grid.merges if merge.last_row > merge.first_row]
    if not tall:
        return
    places = {number: place for place, (number, _) in enumerate(rows)}
    copied: set[int] = set()
    for merge in tall:
        column = merge.first_column - grid.first_column
        top = merge.first_row - grid.first_row
        value = grid.rows[top][column]
        if value is None or merge.first_row not in places:
            continue
        for number in range(merge.first_row + 1, merge.last_row + 1):
            place = places.get(number)
            if place is None:
                continue
            if number not in copied:
                rows[place] = (number, list(rows[place][1]))
                copied.add(number)
            rows[place][1][column] = value
