"""How wide the columns of a table are: as designed, in another language as its words need it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ui import theme
from ui.translation import shown, translated
from ui.widgets.paint import badge_width, widest
from ui.widgets.table_model import Column

GAP = 8
"""What stays free between the words of a column and the next one."""
_MARK = 15
_LEAST_STRETCH, _READABLE = 60, 90
_LOOKED_AT = 120
_LONG, _WIDEST = 124, 1.4


@dataclass(frozen=True)
class _Need:
    """What a column takes at least, and how much more would do it good."""

    least: int
    more: int = 0


def column_widths(columns: Sequence[Column[Any]], records: Sequence[Any], *, room: int, sorted_at: int) -> list[int]:
    """A width for each column so that together they fill ``room`` px; ``sorted_at`` is the marked column, or -1.

    No column is narrower than its title. In the language of the program columns are as they were designed. In another
    one those in which the program says something give what they do not need to those whose words are longer, as far as
    the columns that share what is left over stay readable. What people wrote has the room it was given.
    """
    needs = [_need(column, records, marked=place == sorted_at) for place, column in enumerate(columns)]
    fixed = sum(need.least for column, need in zip(columns, needs, strict=True) if not column.stretch)
    kept = sum(max(column.width, _READABLE) for column in columns if column.stretch)
    part = max(0.0, min(1.0, (room - fixed - kept) / max(1, sum(need.more for need in needs))))
    widths = [need.least + int(need.more * part) for need in needs]
    shares = sum(column.stretch for column in columns)
    spare = max(0, room - sum(width for column, width in zip(columns, widths, strict=True) if not column.stretch))
    if not shares:
        return [width + spare * width // max(1, sum(widths)) for width in widths]
    return [
        max(width, _LEAST_STRETCH, spare * column.stretch // shares) if column.stretch else width
        for column, width in zip(columns, widths, strict=True)
    ]


def _need(column: Column[Any], records: Sequence[Any], *, marked: bool) -> _Need:
    """A column that shares the rest shortens its title as it does its words."""
    if column.stretch:
        return _Need(column.width)
    title = widest((column.title,), 13) + GAP + (_MARK if marked else 0) if column.title else 0
    if not translated():
        return _Need(max(column.width, title))
    found = [_words(column, record) for record in records[:: 1 + len(records) // _LOOKED_AT]]
    people = max((width for width, said in found if not said), default=0) + GAP
    own = max((width for width, said in found if said), default=0) + GAP
    if own == GAP:
        return _Need(max(column.width, title))
    words = max(min(own, max(_LONG, round(column.width * _WIDEST))), min(column.width, people))
    least = max(title, min(column.width, words))
    return _Need(least, max(0, words - least))


def _words(column: Column[Any], record: Any) -> tuple[int, bool]:
    """How wide the cell is written, and whether the program says something in it."""
    badges, text, width = column.badges(record), column.text(record), 0
    said = any(shown(badge.text) != badge.text for badge in badges)
    if badges:
        width = sum(badge_width(badge) + 5 for badge in badges) - 5
    if column.badge_then_text or not badges:
        width += widest((text,), 12 if badges else column.size, _weight(column, record)) + (6 if badges else 0)
        said = said or shown(text) != text
    if column.sub is not None:
        width = max(width, widest((column.sub(record),), 12))
    return width, said


def _weight(column: Column[Any], record: Any) -> int:
    return theme.MEDIUM if column.strong is not None and column.strong(record) else theme.REGULAR
