"""Labels with their values on a printed page: side by side, one below the other, or both in one cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from minqing.forms.files.grid import Cell, Grid, Merge, cell_text, column_name
from minqing.forms.tables.header import Header
from minqing.forms.tables.labels import is_note, normalise_label

_SURE = 0.9
_LIKELY = 0.5
_LONGEST_LABEL = 16
_FEW = 3
_INLINE = re.compile(r"(?:^|[\s；;，,])([一-龥][一-龥/、()（）]{0,13}?)\s*[:：]")
_HEADING = re.compile(r"^[一二三四五六七八九十]{1,2}\s*[、.．]\s*([一-龥]{2,12})[:：]?$")
_VILLAGE = re.compile(r"(?:村)?[（(](?:社区|村)[）)]$|^(?:社区|村)$")
_PLACEHOLDER = re.compile(r"[xX×_\s\u3000.…]*|某+[一-龥]?")
_INSTRUCTIONS = frozenset({"说明", "附注", "注", "填表说明", "填写说明", "填报说明", "注意事项"})
_TOWNS = {"乡镇": "街道", "镇": "街道", "乡": "街道", "镇街": "街道"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its value, None where it is not filled in; ``letter`` and ``row`` are where the value stands."""

    label: str
    value: Cell
    letter: str
    row: int
    known: bool


def is_aside(label: str, *, known: bool) -> bool:
    """Whether a label on a page says how to fill it in or who signed, and is no field's (``known``) own name."""
    plain = normalise_label(label)
    return plain in _INSTRUCTIONS or (not known and is_note(f"{label.rstrip(':：')}："))


class PairReader:
    """Reads the rows of one page; rows are 0-based in the grid."""

    def __init__(self, grid: Grid, vocabulary: Callable[[str], float]) -> None:
        self._grid = grid
        self._vocabulary = vocabulary
        self._merges: dict[tuple[int, int], Merge] = {
            (merge.first_row - grid.first_row, merge.first_column - grid.first_column): merge for merge in grid.merges
        }

    def pairs(self, rows: Iterable[int]) -> list[Pair]:
        """All pairs in these rows, from top to bottom."""
        found: list[Pair] = []
        wanted = list(rows)
        skip: set[int] = set()
        for row in wanted:
            if row in skip:
                continue
            cells = self._cells(row)
            if not cells:
                continue
            if row + 1 in wanted and self._is_header_row(row):
                found += self._below(row)
                skip.add(row + 1)
            elif len(cells) == 1:
                found += self._alone(row, cells[0][0], wanted, skip)
            else:
                found += self._beside(row, cells)
        return found

    def begins_block(self, row: int) -> bool:
        """Whether a row under a member table is no member: labels over their values, or labels beside them."""
        cells = self._cells(row)
        if not cells:
            return False
        if self._is_header_row(row):
            return True
        if len(cells) <= 2 and self._is_label(cells[0][1]):
            return True
        known = [place for place, (_, cell) in enumerate(cells) if self._is_known(cell)]
        return len(known) >= 2 and known[0] == 0

    def is_list(self, header: Header) -> bool:
        """Whether the first row under ``header`` holds values, in three columns at least or half, and no labels."""
        labelled = [column for column, label in enumerate(header.labels) if label]
        rows = []
        for row in range(header.data_from - self._grid.first_row, len(self._grid.rows)):
            cells = self._cells(row)
            if not cells or (len(cells) == 1 and isinstance(cells[0][1], str) and is_note(cells[0][1])):
                continue
            rows.append(cells)
        if not rows or any(self._is_label(cell) for _, cell in rows[0]):
            return False
        filled = {column for column, _ in rows[0]}
        enough = min(len(labelled) / 2, _FEW)
        return len(labelled) >= _FEW and len(filled & set(labelled)) >= enough and filled <= set(labelled)

    def is_blank_form_row(self, row: int) -> bool:
        """Whether a row has two labels or more and no values."""
        cells = self._cells(row)
        return len(cells) >= 2 and all(self._is_known(cell) for _, cell in cells)

    def is_likely_label(self, value: Cell) -> bool:
        """Whether what stands where a value should looks like one more label."""
        return self._likeness(value) >= _LIKELY

    def _cells(self, row: int) -> list[tuple[int, Cell]]:
        return [(column, cell) for column, cell in enumerate(self._grid.rows[row]) if cell is not None]

    def _likeness(self, cell: Cell) -> float:
        if not isinstance(cell, str) or len(cell.strip()) > _LONGEST_LABEL:
            return 0.0
        plain = normalise_label(cell)
        if plain in _TOWNS or _VILLAGE.search(plain):
            return 1.0
        return self._vocabulary(plain) if plain else 0.0

    def _is_known(self, cell: Cell) -> bool:
        return self._likeness(cell) >= _SURE

    def _is_label(self, cell: Cell) -> bool:
        """Whether a cell is a known label, and not the word 户主, which is what the head's row says in a list."""
        return self._is_known(cell) and cell_text(cell).strip() != "户主"

    def _is_tall(self, row: int, column: int) -> bool:
        merge = self._merges.get((row, column))
        return merge is not None and merge.last_row > merge.first_row

    def _labels_of(self, row: int) -> list[tuple[int, Cell]]:
        """The cells of a row that may be labels over values: without the name of the block at its left."""
        cells = self._cells(row)
        if len(cells) > 2 and self._is_tall(row, cells[0][0]) and not self._is_known(cells[0][1]):
            return cells[1:]
        return cells

    def _is_header_row(self, row: int) -> bool:
        """Whether a row holds labels only, with their values in the next row."""
        cells = self._labels_of(row)
        if len(cells) < 2 or row + 1 >= len(self._grid.rows):
            return False
        known = [place for place, (_, cell) in enumerate(cells) if self._is_known(cell)]
        if len(known) < 2 or not any(place % 2 for place in known):
            return False
        if not all(isinstance(cell, str) and self._may_be_label(cell) for _, cell in cells):
            return False
        below = self._cells(row + 1)
        columns = {column for column, _ in cells}
        side = self._labels_of(row) != self._cells(row)
        if any(column not in columns for column, _ in below if column or not side):
            return False
        return not any(self._is_known(cell) for _, cell in below)

    @staticmethod
    def _may_be_label(text: str) -> bool:
        plain = normalise_label(text)
        return 0 < len(plain) <= _LONGEST_LABEL and not any(character.isdigit() for character in plain)

    def _below(self, row: int) -> list[Pair]:
        values = self._grid.rows[row + 1]
        labels = self._labels_of(row)
        if values[labels[0][0]] is None and not self._is_known(labels[0][1]):
            labels = labels[1:]
        return [self._pair(str(cell), values[column], row + 1, column) for column, cell in labels]

    def _beside(self, row: int, cells: Sequence[tuple[int, Cell]]) -> list[Pair]:
        found: list[Pair] = []
        place = 0
        anchored = any(self._is_known(cell) for _, cell in cells)
        while place < len(cells):
            column, cell = cells[place]
            inline = self._inline(cell, row, column)
            if inline:
                found += inline
                place += 1
                continue
            likely = self._likeness(cell) >= _LIKELY or (anchored and isinstance(cell, str) and place % 2 == 0)
            lone = len(cells) == 2 and place == 0 and isinstance(cell, str) and self._may_be_label(cell)
            if not (likely or lone) or not isinstance(cell, str) or is_aside(cell, known=self._is_known(cell)):
                place += 1
                continue
            after = cells[place + 1] if place + 1 < len(cells) else None
            if after is None or self._is_known(after[1]):
                found.append(self._pair(cell, None, row, self._next_column(row, column)))
                place += 1
            else:
                found.append(self._pair(cell, after[1], row, after[0]))
                place += 2
        return found

    def _next_column(self, row: int, column: int) -> int:
        merge = self._merges.get((row, column))
        return merge.last_column - self._grid.first_column + 1 if merge else column + 1

    def _alone(self, row: int, column: int, wanted: Sequence[int], skip: set[int]) -> list[Pair]:
        """One cell in a row: pairs within its text, or a heading (二、走访内容) with its text below."""
        cell = self._grid.rows[row][column]
        if not isinstance(cell, str):
            return []
        inline = self._inline(cell, row, column)
        if inline:
            return inline
        heading = _HEADING.match(cell.strip())
        label = heading[1] if heading else cell
        if not heading and not self._is_known(label):
            return []
        lines: list[str] = []
        for below in range(row + 1, len(self._grid.rows)):
            cells = self._cells(below)
            if below not in wanted or len(cells) != 1 or _HEADING.match(cell_text(cells[0][1]).strip()):
                break
            if self._is_known(cells[0][1]) or is_note(cell_text(cells[0][1])) or self._inline(cells[0][1], below, 0):
                break
            lines.append(cell_text(cells[0][1]))
            skip.add(below)
        return [self._pair(label, "\n".join(lines) or None, row + 1 if lines else row, column)]

    def _inline(self, cell: Cell, row: int, column: int) -> list[Pair]:
        """Pairs that a text holds itself: ``乡镇：xx；湾组：xxx``; none if none of its labels is known."""
        if not isinstance(cell, str) or not (":" in cell or "：" in cell):
            return []
        marks = list(_INLINE.finditer(cell))
        if not marks or cell[: marks[0].start()].strip():
            return []
        found = []
        for mark, after in zip(marks, [*marks[1:], None], strict=True):
            end = after.start() if after else len(cell)
            text = cell[mark.end() : end].strip(" \u3000；;，,\n")
            found.append(self._pair(mark[1], text or None, row, column))
        return found if any(pair.known for pair in found) else []

    def _pair(self, label: str, value: Cell, row: int, column: int) -> Pair:
        plain = normalise_label(label)
        shown = " ".join(label.split()).rstrip(":：")
        known = self._is_known(label)
        if plain in _TOWNS:
            shown = _TOWNS[plain]
        elif _VILLAGE.search(plain):
            shown = "社区"
        if isinstance(value, str) and _PLACEHOLDER.fullmatch(value.strip()):
            value = None
        letter = column_name(self._grid.first_column + column)
        return Pair(shown, value, letter, self._grid.first_row + row, known)
