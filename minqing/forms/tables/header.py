"""Finding the header of a sheet by what its cells say, wherever it stands and however many rows it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from minqing.forms.files.grid import Cell, Grid, Merge, cell_text
from minqing.forms.tables.body import Body, data_rows
from minqing.forms.tables.labels import (
    NOTE_LENGTH,
    is_code_row,
    is_example_row,
    is_hint_row,
    is_note,
    is_preamble,
    normalise_label,
    tidy_label,
)

__all__ = ["Body", "Header", "data_rows", "find_header", "header_at", "normalise_label"]

_SEARCHED_ROWS = 25
_MAX_DEPTH = 4
_MAX_HINT_ROWS = 3
_SURE = 0.5
"""A likeness below this says nothing about a label."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where a sheet's header is and what it says, one label per column of the grid ("" where there is none).

    A label under a spanning one is joined to it: ``户籍地/省``. Stars, line breaks and inner spaces are left out.
    ``rows`` and ``data_from`` are 1-based sheet rows. ``skipped`` are hint and code rows between header and data,
    with the reason; ``above`` the rows over the header, with their text. ``score`` is the share of known labels, 0..1.
    """

    rows: tuple[int, ...]
    labels: tuple[str, ...]
    data_from: int
    skipped: tuple[tuple[int, str], ...]
    above: tuple[tuple[int, str], ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Window:
    """A candidate: rows ``top`` to ``bottom`` (0-based, inclusive) read as a header."""

    top: int
    bottom: int
    parts: tuple[tuple[str, ...], ...]
    known: float
    rank: float

    @property
    def labelled(self) -> int:
        return sum(1 for parts in self.parts if parts)


def find_header(grid: Grid, vocabulary: Callable[[str], float]) -> Header | None:
    """Find the header among the first 25 rows of a grid, None if nothing there is one (prose, statistics).

    ``vocabulary`` gives, for a label as ``normalise_label`` leaves it, 0..1: how surely it names a column we know.
    """
    top = _Top(grid, cache(vocabulary))
    windows = list(top.windows())
    candidates = [window for window in windows if _good_enough(window)]
    if not candidates:
        candidates = [window for window in windows[:3] if window.known >= 1 and top.heads_a_list(window)]
    if not candidates:
        return None
    best = max(candidates, key=lambda window: window.rank)
    return _found(grid, top, best)


def _found(grid: Grid, top: _Top, best: _Window) -> Header:
    skipped, data_from = _rows_under(grid, best)
    labels = tuple(
        "" if top.is_shadow(best.bottom, column) else tidy_label(parts) for column, parts in enumerate(best.parts)
    )
    return Header(
        rows=tuple(range(grid.first_row + best.top, grid.first_row + best.bottom + 1)),
        labels=labels,
        data_from=grid.first_row + data_from,
        skipped=tuple((grid.first_row + row, why) for row, why in skipped),
        above=tuple(_texts_above(grid, best.top)),
        score=min(best.known / best.labelled, 1.0),
    )


def header_at(grid: Grid, rows: Sequence[int], vocabulary: Callable[[str], float]) -> Header | None:
    """The header that somebody pointed out: ``rows`` are 1-based sheet rows, one under the other.

    None when there is no text in them.
    """
    first, last = min(rows) - grid.first_row, max(rows) - grid.first_row
    if first < 0 or last >= len(grid.rows):
        return None
    top = _Top(grid, cache(vocabulary), height=last + 1 + _MAX_DEPTH)
    window = top.window(first, last, given=True)
    return _found(grid, top, window) if window is not None else None


def _good_enough(window: _Window) -> bool:
    if window.labelled < 2:
        return False
    share = window.known / window.labelled
    return (window.known >= 2 and share >= 0.5) or (window.known >= 4 and share >= 0.25)


class _Top:
    """The first rows of a grid as texts, with what is needed to judge windows over them."""

    def __init__(
        self, grid: Grid, vocabulary: Callable[[str], float], *, height: int = _SEARCHED_ROWS + _MAX_DEPTH
    ) -> None:
        self._height = min(len(grid.rows), height)
        self._width = grid.width
        self._cells = grid.rows[: self._height]
        self._texts = [[cell_text(cell) for cell in row] for row in self._cells]
        self._vocabulary = vocabulary
        self._merge: dict[tuple[int, int], Merge] = {}
        self._offset = (grid.first_row, grid.first_column)
        for merge in grid.merges:
            self._take(merge)

    def _take(self, merge: Merge) -> None:
        top, left = merge.first_row - self._offset[0], merge.first_column - self._offset[1]
        bottom = min(merge.last_row - self._offset[0], self._height - 1)
        right = min(merge.last_column - self._offset[1], self._width - 1)
        for row in range(max(top, 0), bottom + 1):
            for column in range(max(left, 0), right + 1):
                self._merge[row, column] = merge

    def windows(self) -> Iterator[_Window]:
        """Every run of one to four rows that can be read as a header."""
        for top in range(min(self._height, _SEARCHED_ROWS)):
            if not self._can_start(top):
                continue
            for bottom in range(top, min(top + _MAX_DEPTH, self._height)):
                if bottom > top and not self._can_go_on(top, bottom):
                    break
                window = self.window(top, bottom)
                if window is not None:
                    yield window

    def _can_start(self, row: int) -> bool:
        """A header's row has two texts at least, is no title over all columns and no 填报单位 row."""
        texts = [text for text in self._texts[row] if text]
        own = [column for column in range(self._width) if self._top_of(row, column) == row]
        if not texts or any(len(text) > NOTE_LENGTH for text in texts):
            return False
        if (is_preamble(texts[0]) or is_note(texts[0])) and not self._is_label_among_labels(texts):
            return False
        return len({normalise_label(self._texts[row][column]) for column in own} - {""}) >= 2

    def _is_label_among_labels(self, texts: list[str]) -> bool:
        """Whether a row begins with a word such as 说明 or 填报人 because that is its first column's name."""
        labels = [normalise_label(text) for text in texts]
        known = sum(1 for label in labels if self._vocabulary(label) >= _SURE)
        return texts[0].strip() == labels[0] and known > max(1, len(labels) // 2)

    def _can_go_on(self, top: int, row: int) -> bool:
        filled = [column for column in range(self._width) if self._texts[row][column]]
        if not filled:
            # A row of which every cell belongs to merges from above, as when headers are merged two rows high.
            return all(self._top_of(row, column) < row for column in range(self._width) if self._texts[top][column])
        return not any(len(self._texts[row][column]) > NOTE_LENGTH for column in filled)

    def heads_a_list(self, window: _Window) -> bool:
        """Whether, for want of known names, the rows below look like a list of records under these labels.

        Every filled column has a short label of its own, most columns hold words and one at least numbers or dates;
        a table of statistics holds numbers in most, prose in none.
        """
        columns = [column for column, chain in enumerate(window.parts) if chain]
        names = {window.parts[column] for column in columns}
        if window.bottom > window.top or len(columns) < 3 or len(names) < len(columns):
            return False
        if any(len(window.parts[column][0]) > 12 or self._plain(window.top, column) < 0 for column in columns):
            return False
        below = [row for row in self._cells[window.bottom + 1 :] if any(cell is not None for cell in row)]
        filled = [column for column in range(self._width) if any(row[column] is not None for row in below)]
        if len(below) < 2 or not set(filled) <= set(columns):
            return False
        wordy = sum(1 for column in filled if self._share(below, column, _is_words) > 0.5)
        return wordy > len(columns) / 2 and any(self._share(below, column, _is_figures) > 0.8 for column in filled)

    @staticmethod
    def _share(rows: list[list[Cell]], column: int, test: Callable[[Cell], bool]) -> float:
        cells = [row[column] for row in rows if row[column] is not None]
        return sum(1 for cell in cells if test(cell)) / len(cells)

    def is_shadow(self, row: int, column: int) -> bool:
        """Whether a column lies under a label merged over several and nothing below fills it on its own."""
        merge = self._merge.get((row, column))
        if merge is None or merge.first_column - self._offset[1] >= column:
            return False
        return all(texts[column] == "" for texts in self._texts[row + 1 :])

    def _top_of(self, row: int, column: int) -> int:
        merge = self._merge.get((row, column))
        return row if merge is None else merge.first_row - self._offset[0]

    def _cut(self, top: int, bottom: int) -> int:
        """How many columns have a merge that reaches over the window's edges."""
        count = 0
        for column in range(self._width):
            upper, lower = self._merge.get((top, column)), self._merge.get((bottom, column))
            over = upper is not None and upper.first_row - self._offset[0] < top
            under = lower is not None and lower.last_row - self._offset[0] > bottom
            count += over or under
        return count

    def window(self, top: int, bottom: int, *, given: bool = False) -> _Window | None:
        """Rows ``top`` to ``bottom`` as a header, None where labels stand over others unless they are ``given``."""
        parts: list[tuple[str, ...]] = []
        doubled = 0
        for column in range(self._width):
            chain, lone_parent = self._chain(top, bottom, column)
            parts.append(chain)
            doubled += lone_parent
        labelled = [(column, chain) for column, chain in enumerate(parts) if chain]
        if not labelled or (doubled > 0.15 * len(labelled) and not given):
            return None
        known = rank = 0.0
        seen: set[tuple[str, ...]] = set()
        for column, chain in labelled:
            score = 0.0 if chain in seen else self._known(chain)
            known += score
            plain = self._plain(bottom, column) if not score else 0.15
            rank += score + plain - (0.3 if chain in seen else 0.0)
            seen.add(chain)
        rank -= 0.6 * self._cut(top, bottom) + 0.05 * (bottom - top) + 0.5 * self._labels_below(bottom, labelled)
        return _Window(top=top, bottom=bottom, parts=tuple(parts), known=known, rank=rank)

    def _chain(self, top: int, bottom: int, column: int) -> tuple[tuple[str, ...], bool]:
        """The labels over a column from top to bottom, and whether one stands right over another without spanning."""
        chain: list[str] = []
        last_merge: Merge | None = None
        lone = doubled = False
        for row in range(top, bottom + 1):
            merge = self._merge.get((row, column))
            if merge is not None and merge is last_merge:
                continue
            last_merge = merge
            text, spans = self._label_at(row, column, merge, bottom)
            if not normalise_label(text) or (chain and normalise_label(chain[-1]) == normalise_label(text)):
                continue
            doubled = doubled or lone
            chain.append(text)
            lone = not spans
        return tuple(chain), doubled

    def _label_at(self, row: int, column: int, merge: Merge | None, bottom: int) -> tuple[str, bool]:
        """The text over one cell, and whether it spans several columns."""
        if merge is not None:
            home = self._texts[max(merge.first_row - self._offset[0], 0)]
            return home[max(merge.first_column - self._offset[1], 0)], merge.last_column > merge.first_column
        text = self._texts[row][column]
        if row == bottom:
            return text, False
        home_column = column
        while home_column > 0 and not self._texts[row][home_column] and (row, home_column) not in self._merge:
            home_column -= 1
        reach = self._reach(row, home_column)
        if column < reach and (row, home_column) not in self._merge:
            return self._texts[row][home_column], reach - home_column > 1
        return text, False

    def _reach(self, row: int, column: int) -> int:
        """The end of the columns that a label without a merge speaks for: blanks beside it, over filled children."""
        below = self._texts[row + 1]
        if not self._texts[row][column] or not below[column]:
            return column + 1
        end = column + 1
        while end < self._width and not self._texts[row][end] and below[end] and (row, end) not in self._merge:
            end += 1
        return end

    def _known(self, chain: tuple[str, ...]) -> float:
        names = {normalise_label("/".join(chain)), normalise_label("".join(chain)), normalise_label(chain[-1])}
        likeness = max(min(max(self._vocabulary(name), 0.0), 1.0) for name in names)
        return likeness if likeness >= _SURE else 0.0

    def _plain(self, row: int, column: int) -> float:
        """What an unknown label is worth: a short text a little, a number or a long text less than nothing."""
        cell: Cell = self._cells[row][column]
        if cell is None:
            return 0.1
        if not isinstance(cell, str) or cell.strip().replace(".", "").isdigit():
            return -0.5
        return 0.15 if len(cell) <= 20 else -0.3

    def _labels_below(self, bottom: int, labelled: list[tuple[int, tuple[str, ...]]]) -> float:
        """How many known labels a typical row under the window holds; data rows hold next to none."""
        rows = [
            row
            for row in range(bottom + 1, min(bottom + 6, self._height))
            if (first := next(filter(None, self._texts[row]), "")) and not is_note(first)
        ]
        own = [{normalise_label(text) for text in chain} for _, chain in labelled]
        counts = []
        for row in rows:
            texts = [normalise_label(self._texts[row][column]) for column, _ in labelled]
            # The same header again, on the next page of a printed list, speaks for the header.
            fresh = [text for text, chain in zip(texts, own, strict=True) if text and text not in chain]
            counts.append(sum(1 for text in fresh if self._vocabulary(text) >= 0.9))
        return sum(counts) / len(counts) if counts else 0.0


def _is_figures(cell: Cell) -> bool:
    text = cell_text(cell)
    return sum(character.isdigit() for character in text) * 2 > len(text)


def _is_words(cell: Cell) -> bool:
    return isinstance(cell, str) and not cell.strip().replace(".", "", 1).isdigit()


def _rows_under(grid: Grid, window: _Window) -> tuple[list[tuple[int, str]], int]:
    """The hint and code rows right under the header, and the first row after them (0-based)."""
    skipped: list[tuple[int, str]] = []
    row = window.bottom + 1
    while row < len(grid.rows) and len(skipped) < _MAX_HINT_ROWS:
        cells = [cell for cell in grid.rows[row] if cell is not None]
        if is_code_row(cells):
            skipped.append((row, "栏次行"))
        elif is_example_row(cells):
            skipped.append((row, "示例行"))
        elif is_hint_row(cells):
            skipped.append((row, "填写提示行"))
        else:
            break
        row += 1
    return skipped, row


def _texts_above(grid: Grid, top: int) -> Iterator[tuple[int, str]]:
    for index in range(top):
        texts = [cell_text(cell).strip() for cell in grid.rows[index] if cell is not None]
        if texts:
            yield grid.first_row + index, " ".join(texts)
