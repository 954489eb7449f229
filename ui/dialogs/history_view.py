"""What was changed of a record and of all that belongs to it, gathered in the background: who, when, before, after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from minqing.exchange.account import field_label, shown_pair
from minqing.exchange.matching.joined import joined_records
from minqing.ledger import Entry, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.catalogue import kind_of
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.values import Kind as ValueKind
from minqing.records.visit import Visit

_EMPTY = "（空）"
_GONE = "（已不在）"
_REMOVED = "（已删除）"


@dataclass(frozen=True)
class Edit:
    """One field of one record in one change, as people read it; numbers masked. ``kind`` is that of the record."""

    change: int
    at: datetime
    who: str
    label: str
    kind: str
    name: str
    entry: Entry
    field: str
    before: str
    after: str

    @property
    def declined(self) -> bool:
        """Whether ``before`` is what somebody else wrote and was not taken."""
        return self.entry.action == "decline"

    @property
    def removed(self) -> bool:
        """Whether the whole record was taken out of the book and is not back."""
        return self.entry.action == "remove"


def edits_of(ledger: Ledger, record_id: str) -> list[Edit]:
    """What was changed of a record, newest first; of a household also its members', visits' and appeals' changes.

    What was joined into one of them belongs to it. Visits that were taken out of the book stand there whole.
    """
    names = {one.id: record_name(one) for one in _belonging(ledger, record_id)}
    names |= {gone: names[kept] for gone, kept in joined_records(ledger).items() if kept in names}
    changes = ledger.edits(*names)
    pointed = _pointed(ledger, (entry for _, entries in changes for entry in entries))
    removals = list(_removals(ledger, record_id))
    with_them = {(one.change, one.entry.record_id) for one in removals}
    edits = [
        Edit(change.id, change.at, change.who, change.label, model.LABEL, names[entry.record_id], entry,
             *_words(model, entry, pointed))
        for change, entries in changes
        for entry in entries
        if (model := kind_of(entry.record_id)) is not None and (change.id, entry.before) not in with_them
    ]  # fmt: skip
    return sorted([*removals, *edits], key=lambda one: one.change, reverse=True)


def _removals(ledger: Ledger, record_id: str) -> Iterator[Edit]:
    """The visits to a household that were taken out and are not back."""
    for one in ledger.past.taken_out_of(Visit, "household", record_id):
        visit, change = one.record, one.change
        if isinstance(visit, Visit):
            said = "，".join(filter(None, (visit.result, " ".join(visit.said.split())))) or record_name(visit)
            entry = Entry(visit.id, "", said, "", "remove")
            yield Edit(
                change.id, change.at, change.who, change.label, Visit.LABEL, record_name(visit), entry,
                "整条记录", said, _REMOVED,
            )  # fmt: skip


def record_name(record: Record) -> str:
    """What people call a record among those of its household: ``谢玉兰``, ``走访 2026-11-16``, ``楼道灯不亮``."""
    if isinstance(record, Household):
        return record.door
    if isinstance(record, Visit):
        return f"走访 {record.show('visited_on')}".strip()
    if isinstance(record, Appeal):
        return record.subject
    return record.name if isinstance(record, Resident) else record.LABEL


def _belonging(ledger: Ledger, record_id: str) -> Iterator[Record]:
    record = ledger.find(record_id)
    if record is None:
        return
    yield record
    if isinstance(record, Household):
        for model in (Resident, Visit, Appeal):
            yield from ledger.records(model, household=record_id)


def _pointed(ledger: Ledger, entries: Iterable[Entry]) -> Mapping[str, str]:
    """By id what people call the records that links led to, before and after."""
    ids = {
        text
        for entry in entries
        if (model := kind_of(entry.record_id)) is not None and _is_link(model, entry.field)
        for text in (entry.before, entry.after)
        if text
    }
    return {key: record_name(one) for key, one in ledger.get_many(ids).items()} if ids else {}


def _is_link(model: type[Record], name: str) -> bool:
    field = model.fields().get(name)
    return field is not None and field.kind is ValueKind.REF


def _words(model: type[Record], entry: Entry, pointed: Mapping[str, str]) -> tuple[str, str, str]:
    before, after = shown_pair(model, entry)
    if _is_link(model, entry.field):
        before, after = (text and pointed.get(text, _GONE) for text in (before, after))
    return field_label(model, entry.field), before or _EMPTY, after or _EMPTY
