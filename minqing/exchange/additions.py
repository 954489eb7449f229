"""The records that an import adds: what several rows say of one is put together, or told apart as two values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from minqing.exchange.plan import EXTRA, NewRecord, RowPlan
from minqing.forms.form import SLOTS
from minqing.records.base import Breach
from minqing.records.fields import Value


class Additions:
    """What the rows of one import add, by ref."""

    def __init__(self) -> None:
        self._records: dict[str, tuple[NewRecord, str]] = {}
        self._late: dict[str, dict[str, Value]] = {}

    def note(self, records: Iterable[NewRecord], where: str) -> None:
        """The row at ``where`` adds these."""
        for record in records:
            self._records[record.ref] = (record, where)

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
        """The rows with what later rows had to say of the records that they add."""
        if not self._late:
            return rows
        return [replace(row, new=tuple(map(self._complete, row.new))) if row.new else row for row in rows]

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
