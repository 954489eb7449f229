"""Printed pages about one household or one event: labels with values beside or below them, around a member table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from minqing.forms.files.grid import Cell, Grid, Merge, column_name
from minqing.forms.form import SLOTS
from minqing.forms.naming.columns import is_running_number
from minqing.forms.tables.header import Header
from minqing.forms.tables.label_values import Pair, PairReader, is_aside
from minqing.forms.tables.labels import normalise_label
from minqing.records.relation import is_head

_MOST_ROWS = 150
_MEMBERS_ROWS = 60
_FEW = 4
_EVENT_FIELDS = 3
_TELLING = 2
_HEAD = "户主"
_COMMON = frozenset({"年龄", "备注"})
_HAMLETS = frozenset({"湾组", "村组", "自然村", "湾", "组"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page laid out as one table: the member rows, each with what the page says of the household behind them.

    ``fixed`` tells, by the index of a column that is not in the table itself, the letter and row of its cell.
    """

    grid: Grid
    header: Header
    fixed: Mapping[int, tuple[str, int]]


def members_pages(grid: Grid, header: Header | None, vocabulary: Callable[[str], float]) -> tuple[Page, ...]:
    """The members of one household, with its own fields from the blocks around the table; empty for other sheets.

    ``header`` is that of the member table. Rows further down that are another block are no members. Where the blocks
    tell of a visit or an appeal, that is a second page of one row.
    """
    if header is None or len(grid.rows) > _MOST_ROWS or not _is_member_table(header):
        return ()
    first, end = header.data_from - grid.first_row, len(grid.rows)
    reader = PairReader(grid, vocabulary)
    below = next((row for row in range(first, min(end, first + _MEMBERS_ROWS)) if reader.begins_block(row)), None)
    pairs = reader.pairs(range(header.rows[0] - grid.first_row))
    if below is not None:
        pairs += reader.pairs(range(below, end))
    if sum(1 for pair in pairs if _is_telling(pair)) < _TELLING:
        return ()
    pairs = [pair for pair in pairs if not is_running_number(pair.label) and not is_aside(pair.label, known=pair.known)]
    table, header = _without_side_label(_upper(grid, below if below is not None else end), header)
    own = [pair for pair in pairs if not _is_of_event(pair)]
    happened = sum(1 for pair in pairs if pair.value is not None and pair not in own) >= _EVENT_FIELDS
    homes = [pair for pair in own if pair.known] if happened else pairs
    page = _with_columns(table, header, _named_for_the_household(homes, header))
    return (page, _as_row(grid, _distinct(_hamlet_before_door(pairs)))) if happened else (page,)


def stacked_pages(grid: Grid, header: Header | None) -> tuple[Grid, ...]:
    """The pages that stand one under the other on a sheet, each with its own member table; empty if there is one.

    A page begins with the rows over its table that look like those over the first one's.
    """
    if header is None or not _is_member_table(header):
        return ()
    depth = len(header.rows)
    own = grid.rows[header.rows[-1] - grid.first_row]
    column = next(index for index, label in enumerate(header.labels) if normalise_label(label) == "姓名")
    tables = [place - depth + 1 for place, row in enumerate(grid.rows) if row[column] == own[column] and row == own]
    if len(tables) < 2 or tables[0] < 0:
        return ()
    looks = [_look(row) for row in reversed(grid.rows[: tables[0]])]
    starts = [0]
    for table in tables[1:]:
        over = 0
        while over < len(looks) and _look(grid.rows[table - over - 1]) == looks[over]:
            over += 1
        starts.append(table - over)
    return tuple(_rows(grid, start, end) for start, end in pairwise([*starts, len(grid.rows)]))


def _look(row: Sequence[Cell]) -> tuple[str, ...]:
    """What makes two rows over a table alike: their labels, without values and numbers."""
    texts = [normalise_label(cell) for cell in row if isinstance(cell, str)]
    labels = tuple(text.partition(":")[0] for text in texts if ":" in text or _is_known(text))
    return labels or tuple(text.strip("0123456789") for text in texts[:1])


def _rows(grid: Grid, start: int, end: int) -> Grid:
    first = grid.first_row + start
    merges = tuple(one for one in grid.merges if first <= one.first_row < grid.first_row + end)
    return replace(grid, rows=grid.rows[start:end], first_row=first, merges=merges)


def single_page(grid: Grid, header: Header | None, vocabulary: Callable[[str], float]) -> Page | None:
    """A page about one person, household, visit or appeal as a table of one row; None for other sheets.

    ``header`` is what was taken for one: rows under it in the same columns mean that the sheet is a list.
    """
    if len(grid.rows) > _MOST_ROWS:
        return None
    reader = PairReader(grid, vocabulary)
    pairs = [pair for pair in reader.pairs(range(len(grid.rows))) if not is_aside(pair.label, known=pair.known)]
    known = [pair for pair in pairs if pair.known]
    filled = [pair for pair in known if pair.value is not None and not reader.is_likely_label(pair.value)]
    if len(filled) < _FEW or 2 * len(filled) < len(known) or len({pair.row for pair in filled}) < 2:
        return None
    if header is not None and reader.is_list(header):
        return None
    distinct = _distinct(_hamlet_before_door(pairs))
    again = len(known) - sum(1 for pair in distinct if pair.known)
    return None if again > len(known) // 3 else _as_row(grid, distinct)


def _distinct(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    found: dict[str, Pair] = {}
    for pair in pairs:
        found.setdefault(normalise_label(pair.label), pair)
    return tuple(found.values())


def is_blank_page(grid: Grid, vocabulary: Callable[[str], float]) -> bool:
    """Whether a sheet holds nothing but the labels of a page that nobody has filled in."""
    if len(grid.rows) > _MOST_ROWS:
        return False
    reader = PairReader(grid, vocabulary)
    rows = [row for row in range(len(grid.rows)) if reader.is_blank_form_row(row)]
    return len(rows) >= 3


def _is_member_table(header: Header) -> bool:
    words = {normalise_label(label) for label in header.labels}
    relation = SLOTS["resident"].fields()["relation"]
    return "姓名" in words and any(normalise_label(word) in words for word in (relation.label, *relation.aliases))


@cache
def _words(slot: str) -> frozenset[str]:
    """What the fields of a part of the row are called, without those that every part has."""
    return frozenset(
        normalise_label(word)
        for one in SLOTS[slot].attributes().values()
        if one.name not in {"notes", "tags"}
        for word in (one.label, *one.aliases)
    )


def _is_of_event(pair: Pair) -> bool:
    """Whether a label is one of a visit or an appeal, and of nothing else."""
    plain = normalise_label(pair.label)
    return plain in _words("visit") | _words("appeal") and plain not in _words("household") | _words("resident")


def _is_telling(pair: Pair) -> bool:
    """Whether a label around a table is one that a page about a household, or a visit to it, has."""
    return normalise_label(pair.label) in _words("household") | _words("head") | _words("visit") | _words("appeal")


def _named_for_the_household(pairs: Sequence[Pair], header: Header) -> tuple[Pair, ...]:
    """The pairs under labels of their own: 姓名 and 电话 beside the table are the head's, 湾组 stands before a door."""
    own = {normalise_label(label) for label in header.labels if label}
    found = []
    for pair in _hamlet_before_door(pairs):
        plain = normalise_label(pair.label)
        if plain not in _words("household") and plain in _words("resident") and not plain.startswith(_HEAD):
            found.append(replace(pair, label=_HEAD + pair.label))
        elif plain in own:
            found.append(replace(pair, label=f"家庭{pair.label}"))
        else:
            found.append(pair)
    return _distinct(found)


def _hamlet_before_door(pairs: Sequence[Pair]) -> list[Pair]:
    """湾组 as the settlement where a door is given beside it, which would else be the same part of the address."""
    doors = {normalise_label(word) for word in _door_words()}
    if not any(normalise_label(pair.label) in doors for pair in pairs):
        return list(pairs)
    return [replace(pair, label="小区") if normalise_label(pair.label) in _HAMLETS else pair for pair in pairs]


def _door_words() -> tuple[str, ...]:
    door = SLOTS["household"].attributes()["door"]
    return (door.label, *door.aliases)


def _is_known(label: str) -> bool:
    plain = normalise_label(label)
    return is_running_number(label) or plain in _words("resident") | _words("household") or plain in _COMMON


def _upper(grid: Grid, end: int) -> Grid:
    """The rows of a grid before ``end``, and the merges that begin there."""
    merges = tuple(one for one in grid.merges if one.first_row - grid.first_row < end)
    return replace(grid, rows=grid.rows[:end], merges=merges)


def _without_side_label(grid: Grid, header: Header) -> tuple[Grid, Header]:
    """Grid and header without a vertical label such as 家庭成员信息 down the left side of the table."""
    first = header.data_from
    tall = [one for one in grid.merges if one.first_column == grid.first_column and one.last_row > one.first_row + 1]
    tall = [one for one in tall if one.first_row in (*header.rows, first) and one.last_row >= first]
    tall = tall if header.labels[0] == "" or not _is_known(header.labels[0]) else []
    named = _is_known(header.labels[0])
    if not tall and not named and all(row[0] is None for row in grid.rows[first - grid.first_row :]):
        return grid, replace(header, labels=("", *header.labels[1:]))
    if not tall:
        return grid, header
    rows = [list(row) for row in grid.rows]
    for merge in tall:
        rows[merge.first_row - grid.first_row][0] = None
    merges = tuple(one for one in grid.merges if one not in tall)
    return replace(grid, rows=rows, merges=merges), replace(header, labels=("", *header.labels[1:]))


def _with_columns(table: Grid, header: Header, pairs: Sequence[Pair]) -> Page:
    first = header.data_from - table.first_row
    labels = [normalise_label(label) for label in header.labels]
    rows = [list(row) for row in table.rows]
    own = [index for index, label in enumerate(header.labels) if label and not is_running_number(label)]
    members = [row for row in rows[first:] if any(row[index] is not None for index in own)]
    pairs = [*pairs, *_head_pair(labels, members, pairs, table, rows)]
    fixed: dict[int, tuple[str, int]] = {}
    filled = {id(row) for row in members}
    for row in rows:
        row.extend(pair.value if id(row) in filled else None for pair in pairs)
    for place, pair in enumerate(pairs):
        fixed[table.width + place] = (pair.letter, pair.row)
    wide = replace(header, labels=(*header.labels, *(pair.label for pair in pairs)))
    return Page(replace(table, rows=rows), wide, fixed)


def _head_pair(
    labels: Sequence[str],
    members: Sequence[Sequence[Cell]],
    pairs: Sequence[Pair],
    table: Grid,
    rows: Sequence[list[Cell]],
) -> list[Pair]:
    """The head's name as the household's own field, so that all rows are known to belong to one household."""
    if any(normalise_label(pair.label) in {"户主", "户主姓名"} for pair in pairs):
        return []
    relation = SLOTS["resident"].fields()["relation"]
    words = {normalise_label(word) for word in (relation.label, *relation.aliases)}
    at = next((index for index, label in enumerate(labels) if label in words), None)
    name = labels.index("姓名")
    heads = [row for row in members if at is not None and is_head(str(row[at] or ""))]
    if len(heads) != 1 or heads[0][name] is None:
        return []
    number = table.first_row + next(index for index, row in enumerate(rows) if row is heads[0])
    return [Pair("户主姓名", heads[0][name], column_name(table.first_column + name), number, known=True)]


def _as_row(grid: Grid, pairs: Sequence[Pair]) -> Page:
    first = min((pair.row for pair in pairs if pair.value is not None), default=grid.first_row)
    labels = tuple(pair.label for pair in pairs)
    rows: list[list[Cell]] = [list(labels), [pair.value for pair in pairs]]
    header = Header(
        rows=(first - 1,), labels=labels, data_from=first, skipped=(), above=_titles(grid, pairs), score=1.0
    )
    merges: tuple[Merge, ...] = ()
    fixed = {index: (pair.letter, pair.row) for index, pair in enumerate(pairs)}
    return Page(replace(grid, rows=rows, first_row=first - 1, merges=merges), header, fixed)


def _titles(grid: Grid, pairs: Sequence[Pair]) -> tuple[tuple[int, str], ...]:
    top = min(pair.row for pair in pairs)
    found = []
    for index, row in enumerate(grid.rows[: top - grid.first_row + 1]):
        texts = [cell for cell in row if isinstance(cell, str)]
        if len(texts) == 1:
            found.append((grid.first_row + index, texts[0].strip()))
    return tuple(found)
