"""Telling apart the tables that stand side by side on one sheet, and the help texts beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from minqing.forms.files.grid import Cell, Grid, column_name
from minqing.forms.naming.columns import is_running_number
from minqing.forms.tables.header import Header, find_header
from minqing.forms.tables.labels import NOTE_LENGTH, is_note, is_preamble, normalise_label
from minqing.forms.tables.statistics import is_statistics

Vocabulary = Callable[[str], float]
IsTable = Callable[[Sequence[str]], bool]

_SEARCHED_ROWS = 25
_LOOKED_AT = 60
_SURE = 0.9
_HELP_WORDS = ("说明", "注意", "须知", "提示", "示例", "帮助", "填写", "填法", "解释", "字典")


@dataclass(frozen=True, slots=True)
class Split:
    """The tables of one sheet from left to right, each with its own cells at their own addresses.

    ``above`` are the texts over the tables, which are said for all of them; ``asides`` the blocks that are no table,
    as (columns, why). A sheet with one table comes back as it is, without ``above``.
    """

    tables: tuple[Grid, ...]
    above: tuple[str, ...] = ()
    asides: tuple[tuple[str, str], ...] = ()


def split_tables(grid: Grid, vocabulary: Vocabulary, is_table: IsTable) -> Split:
    """The tables that stand side by side in ``grid``; ``is_table`` says whether a header's labels make one of ours.

    Two tables are told by columns that repeat (``姓名|电话|姓名|电话``), by a second 序号, or by a blank column between
    blocks that each have a header of their own. A blank column inside a table does not cut it.
    """
    for row in range(min(len(grid.rows), _SEARCHED_ROWS)):
        starts = _repeated(grid, row, vocabulary) or _numbered_again(grid.rows[row], vocabulary)
        if starts:
            ends = [*starts[1:], grid.width]
            tables = tuple(_columns(grid, start, end) for start, end in zip([0, *starts[1:]], ends, strict=True))
            return Split(tables, _texts(grid, row))
    return _split_at_gaps(grid, vocabulary, is_table)


def _repeated(grid: Grid, row: int, vocabulary: Vocabulary) -> list[int]:
    """Where the blocks begin in a row whose labels come twice or more in the same order; empty for other rows."""
    texts = _labels(grid.rows[row])
    filled = [column for column, text in enumerate(texts) if text]
    if len(filled) < 4:
        return []
    first, last = filled[0], filled[-1]
    for length in range(2, (last - first) // 2 + 2):
        block = texts[first : first + length]
        end = max((place for place, text in enumerate(block) if text), default=0)
        if (last - first) % length != end or last - first < length:
            continue
        if any(texts[place] != block[(place - first) % length] for place in range(first, last + 1)):
            continue
        known = {text for text in block if text and vocabulary(text) >= _SURE and not is_running_number(text)}
        names = [text for text in block if text]
        if len(known) < 2 or len(set(names)) < len(names):
            continue
        starts = list(range(first, last + 1, length))
        return [] if _under_captions(grid, row, starts) else starts
    return []


def _under_captions(grid: Grid, row: int, starts: Sequence[int]) -> bool:
    """Whether each block stands under a word of its own (户主, 网格员), which makes them parts of one table."""
    if row == 0:
        return False
    over = _labels(grid.rows[row - 1])
    captions = [over[start] for start in starts if over[start]]
    return len(captions) > 1 and len(set(captions)) == len(captions)


def _numbered_again(row: Sequence[Cell], vocabulary: Vocabulary) -> list[int]:
    """Where the blocks begin in a header row with 序号 more than once."""
    texts = _labels(row)
    starts = [column for column, text in enumerate(texts) if text in {"序号", "顺序号", "no", "no."}]
    if len(starts) < 2 or any(texts[: starts[0]]):
        return []
    for start, end in pairwise([*starts, len(texts)]):
        if sum(1 for text in texts[start + 1 : end] if text and vocabulary(text) >= _SURE) < 2:
            return []
    return starts


def _labels(row: Sequence[Cell]) -> list[str]:
    return [normalise_label(cell) if isinstance(cell, str) and len(cell) <= NOTE_LENGTH else "" for cell in row]


@dataclass(frozen=True, slots=True)
class _Block:
    """Columns ``start`` to ``end`` (exclusive) between two gaps, with the header that they have by themselves."""

    start: int
    end: int
    header: Header | None
    table: bool


def _split_at_gaps(grid: Grid, vocabulary: Vocabulary, is_table: IsTable) -> Split:
    spans = _spans(grid)
    if len(spans) < 2:
        return Split((grid,))
    blocks = []
    for start, end in spans:
        header = find_header(_columns(grid, start, end), vocabulary)
        blocks.append(_Block(start, end, header, header is not None and is_table(header.labels)))
    main = next((block for block in blocks if block.table), None)
    if main is None or main.header is None:
        return Split((grid,))
    asides = {block: why for block in blocks if not block.table and (why := _why_aside(grid, block, main.header))}
    groups: list[list[_Block]] = []
    for block in blocks:
        if block in asides:
            continue
        if groups and not _stands_alone(block, groups[-1]):
            groups[-1].append(block)
        else:
            groups.append([block])
    if len(groups) == 1 and not asides:
        return Split((grid,))
    top = main.header.rows[0] - grid.first_row
    return Split(
        tables=tuple(_columns(grid, group[0].start, group[-1].end) for group in groups),
        above=_texts(grid, top),
        asides=tuple((_where(grid, block), why) for block, why in asides.items()),
    )


def _spans(grid: Grid) -> list[tuple[int, int]]:
    """The runs of columns between columns that hold nothing at all and are no part of a merged cell."""
    top = grid.rows[:_LOOKED_AT]
    blank = [column for column in range(grid.width) if all(row[column] is None for row in top)]
    if not blank:
        return [(0, grid.width)]
    blank = [column for column in blank if all(row[column] is None for row in grid.rows)]
    covered: set[int] = set()
    for merge in grid.merges:
        row = grid.rows[merge.first_row - grid.first_row]
        if merge.last_column > merge.first_column and sum(cell is not None for cell in row) > 1:
            covered.update(range(merge.first_column - grid.first_column + 1, merge.last_column - grid.first_column + 1))
    gaps = {-1, grid.width, *(column for column in blank if column not in covered)}
    return [(left + 1, right) for left, right in pairwise(sorted(gaps)) if right - left > 1]


def _stands_alone(block: _Block, before: Sequence[_Block]) -> bool:
    """Whether a block is a table by itself and not the rest of the one before it, after a blank column."""
    earlier = [one for one in before if one.header is not None]
    if not block.table or block.header is None or not any(one.table for one in earlier):
        return not before
    labels = {normalise_label(label) for label in block.header.labels if label}
    known = {normalise_label(label) for one in earlier if one.header for label in one.header.labels if label}
    if any(is_running_number(label) for label in labels) or labels & known:
        return True
    return all(one.header is not None and one.header.rows != block.header.rows for one in earlier)


def _why_aside(grid: Grid, block: _Block, main: Header) -> str:
    """Why a block beside the table is no part of it; "" if it is one."""
    cells = [(index, cell) for index, row in enumerate(grid.rows) for cell in row[block.start : block.end]]
    texts = [cell for _, cell in cells if isinstance(cell, str)]
    header = range(main.rows[0] - grid.first_row, main.rows[-1] - grid.first_row + 1)
    if block.header is None and all(cell is None or index > header[-1] for index, cell in cells):
        # What somebody wrote at the end of some rows is said of these rows.
        return "" if not any(is_preamble(text) or is_note(text) for text in texts) else "是填写说明"
    if not texts:
        return "没有栏名"
    first = normalise_label(texts[0])
    if any(word in first for word in _HELP_WORDS) or any(is_preamble(text) or is_note(text) for text in texts[:3]):
        return "是填写说明"
    if any(len(text) > NOTE_LENGTH for text in texts) and block.header is None:
        return "是填写说明"
    named = {normalise_label(text) for text in texts}
    if len(named & {normalise_label(label) for label in main.labels if label}) > 1:
        return "是填写说明"
    part = _columns(grid, block.start, block.end)
    words = [row[0] for row in part.rows if row[0] is not None]
    if all(isinstance(word, str) for word in words) and is_statistics(part, block.header):
        return "是统计数字，没有明细"
    if not any(index in header and cell is not None for index, cell in cells):
        return "没有栏名"
    return ""


def _columns(grid: Grid, start: int, end: int) -> Grid:
    """Columns ``start`` to ``end`` (exclusive) as a sheet of their own; merges that begin outside are left out."""
    rows = [row[start:end] for row in grid.rows]
    while rows and not any(cell is not None for cell in rows[-1]):
        rows.pop()
    left = grid.first_column + start
    merges = tuple(
        merge
        for merge in grid.merges
        if left <= merge.first_column < grid.first_column + end and merge.first_row - grid.first_row < len(rows)
    )
    return replace(grid, rows=rows, first_column=left, merges=merges)


def _texts(grid: Grid, end: int) -> tuple[str, ...]:
    return tuple(str(cell).strip() for row in grid.rows[:end] for cell in row if isinstance(cell, str))


def _where(grid: Grid, block: _Block) -> str:
    first, last = column_name(grid.first_column + block.start), column_name(grid.first_column + block.end - 1)
    return f"{first} 列" if first == last else f"{first}–{last} 列"
