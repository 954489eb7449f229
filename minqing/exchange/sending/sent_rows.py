"""Rows of a learned form that were edited: known by the door, the person and the day of what was sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from minqing.forms.form import Column, Form
from minqing.forms.tables.clock_columns import moment_of
from minqing.ledger import Ledger

Cells = Mapping[str, str]
_DOOR = frozenset(
    {"address", "door", "estate", "building", "unit", "floor", "room", "detail", "number"}
)  # fmt: skip
_PERSON = frozenset({("head", "name"), ("resident", "name"), ("appeal", "reporter")})
_DAY = 10
"""The length of 2026-11-16, without the hour behind it."""


class SentRows:
    """What was sent on one form, to whomever, by row key."""

    def __init__(self, ledger: Ledger, form: Form) -> None:
        partners = {one.partner for one in ledger.exchanges() if one.direction == "out" and one.form == form.name}
        self._form = form
        self._sent = [
            (key, base.sent)
            for partner in sorted(partners)
            for key, base in ledger.bases(partner, form.name).items()
            if base.sent is not None
        ]

    def keys_of(self, columns: Sequence[Column], rows: Mapping[int, Sequence[str]], taken: set[str]) -> dict[int, str]:
        """The row keys of those of ``rows`` (any number to texts) that are surely one of the rows sent.

        First those that say what was sent, then those of which the door, the person and the day do; nothing is sure
        where two rows, or two rows sent that are not ``taken``, are alike.
        """
        if not self._sent:
            return {}
        same = self._matched(columns, list(range(len(columns))), rows, taken)
        left = {number: texts for number, texts in rows.items() if number not in same}
        telling = self._telling(columns)
        return same | self._matched(columns, telling, left, taken | set(same.values())) if telling else same

    def _telling(self, columns: Sequence[Column]) -> list[int]:
        """The places of the columns that tell whose row it is, and of which day; none where there is no such day."""
        days = [place for place, one in enumerate(columns) if self._is_day(one)]
        whose = [
            place
            for place, one in enumerate(columns)
            if (one.slot, one.attribute) in _PERSON or (one.slot == "household" and one.attribute in _DOOR)
        ]
        return [*days, *whose] if days and whose else []

    def _is_day(self, column: Column) -> bool:
        return column.slot == self._form.subject and moment_of(column.slot, column.attribute) is not None

    def _matched(
        self, columns: Sequence[Column], places: Sequence[int], rows: Mapping[int, Sequence[str]], taken: set[str]
    ) -> dict[int, str]:
        wanted: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, texts in rows.items():
            if any(texts[place] for place in places if not self._is_day(columns[place])):
                wanted[tuple(self._shown(columns[place], texts[place]) for place in places)].append(number)
        known: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for key, cells in self._sent:
            if key not in taken:
                shown = tuple(self._shown(columns[at], cells.get(columns[at].label, "")) for at in places)
                known[shown].add(key)
        return {
            numbers[0]: next(iter(keys))
            for texts, numbers in wanted.items()
            if len(numbers) == 1 and len(keys := known.get(texts, set())) == 1
        }

    def _shown(self, column: Column, text: str) -> str:
        return text[:_DAY] if self._is_day(column) else text
