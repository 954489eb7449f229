"""The records that an import adds: what several rows say of one is put together, or told apart as two values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from minqing.exchange.matching.match import Match
from minqing.exchange.plan import EXTRA, NewRecord, RowPlan, RowRef, Verdict
from minqing.forms.form import SLOTS
from minqing.records.base import Breach
from minqing.records.bulk import hold
from minqing.records.fields import Value

_BY_RECORDS = frozenset({Verdict.NEW, Verdict.UPDATE, Verdict.UNCHANGED})
"""What a row may count as according to what it adds and changes."""


class Additions:
    """What the rows of one import add, by ref."""

    def __init__(self) -> None:
        self._records: dict[str, tuple[NewRecord, str]] = {}
        self._late: dict[str, dict[str, Value]] = {}
        self._own_rows: dict[str, tuple[RowRef, str]] = {}

    def finish(self) -> None:
        """No more rows come: what was remembered of them is given up bit by bit."""
        hold(self._records.items(), self._own_rows.items())

    def note(self, records: Iterable[NewRecord], where: str) -> None:
        """The row at ``where`` adds these."""
        for record in records:
            self._records[record.ref] = (record, where)

    def take_home(self, match: Match, row: RowRef, subject: str) -> None:
        """A record that an earlier row adds in passing (a member its 户主) is that of the row which is about it."""
        ref = match.added.get(subject, "")
        if ref in self._records and subject not in match.fresh and self._records[ref][0].slot != subject:
            self._own_rows.setdefault(ref, (row, subject))

    def join(self, ref: str, given: Mapping[str, Value]) -> tuple[list[tuple[str, str]], list[Breach]]:
        """A later row says ``given`` of a record that is added already: blanks are filled.

        Gives what the rows say differently, as (field, where it was said first), and the rules that the record would
        break with what this row says; then nothing of it is taken.
        """
        record, where = self._records[ref]
        late = dict(self._late.get(ref, {}))
        differing = []
        news = False
        for name, value in given.items():
            ours = late.get(name) or _said(record, name)
            if value and not ours:
                late[name] = value
                news = True
            elif value and value != ours and not _is_among(value, ours):
                differing.append((name, where))
        if not news:
            return differing, []
        fields = {name: value for name, value in late.items() if not name.startswith(EXTRA)}
        broken = SLOTS[record.slot].trusted({**record.values, **fields}).breaches()
        if not broken:
            self._late[ref] = late
        return differing, broken

    def completed(self, rows: Sequence[RowPlan]) -> Sequence[RowPlan]:
        """The rows with what later rows had to say of the records that they add, each record in its own row."""
        if self._late:
            rows = [replace(row, new=tuple(map(self._complete, row.new))) if row.new else row for row in rows]
        if not self._own_rows:
            return rows
        moving: dict[RowRef, list[NewRecord]] = {}
        for record in (one for row in rows for one in row.new if one.ref in self._own_rows):
            ref, subject = self._own_rows[record.ref]
            moving.setdefault(ref, []).append(replace(record, slot=subject))
        return [self._shared_out(row, moving.get(row.ref, ())) for row in rows]

    def _shared_out(self, row: RowPlan, more: Sequence[NewRecord]) -> RowPlan:
        """A row without the records that have a row of their own, and with those whose row it is."""
        kept = tuple(one for one in row.new if one.ref not in self._own_rows)
        if len(kept) == len(row.new) and not more:
            return row
        verdict = row.verdict
        if verdict in _BY_RECORDS:
            verdict = Verdict.NEW if kept or more else Verdict.UPDATE if row.edits else Verdict.UNCHANGED
        return replace(row, new=(*kept, *more), verdict=verdict)

    def _complete(self, record: NewRecord) -> NewRecord:
        late = self._late.get(record.ref)
        if not late:
            return record
        values = {name: value for name, value in late.items() if not name.startswith(EXTRA)}
        extra = {name.removeprefix(EXTRA): str(value) for name, value in late.items() if name.startswith(EXTRA)}
        return replace(record, values={**record.values, **values}, extra={**record.extra, **extra})


def _is_among(value: Value, ours: Value) -> bool:
    """Whether a row names some of several values that are known already, such as one phone of two."""
    return isinstance(value, tuple) and isinstance(ours, tuple) and set(value) <= set(ours)


def _said(record: NewRecord, name: str) -> Value:
    if name.startswith(EXTRA):
        return record.extra.get(name.removeprefix(EXTRA))
    return record.values.get(name)
