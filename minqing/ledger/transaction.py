"""One change being made: records, journal and search index written together, by the driver's fast path."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from minqing.errors import NothingToRestore, RecordInUse, RecordMissing, StaleRecord
from minqing.ledger import attachments, drafts, papers, partners, search_index
from minqing.ledger.codecs import EXTRA, Cell, Layout, Row, layout_of, many, to_json
from minqing.ledger.connection import Connection, insert_sql, quote
from minqing.ledger.journal import Written, next_change_id, replaced
from minqing.ledger.models import Changes, Exchange, Kept, Paper
from minqing.ledger.reading import by_model, record_of, references, row_by_id, rows_by_id
from minqing.ledger.tables import RECORDS
from minqing.records.base import Record
from minqing.records.bulk import give_up
from minqing.records.catalogue import kind_of
from minqing.records.identity import code_of, is_id, make_id, number_of

T = TypeVar("T", bound=Record)

_INSERT = {model: insert_sql(table) for model, table in RECORDS.items()}
_UPDATE = {
    model: f"UPDATE {quote(table.name)} SET {', '.join(f'{quote(name)} = ?' for name in layout_of(model).names[1:])} "
    "WHERE id = ?"
    for model, table in RECORDS.items()
}
_COUNTER = "INSERT INTO counter(code, letter, next) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET next = excluded.next"


@dataclass(frozen=True, slots=True)
class Intent:
    """What a change is for, who makes it, and which change it takes back."""

    label: str
    who: str
    source: str = ""
    undoes: int | None = None


class Transaction:
    """Writes of one change; made by ``Ledger.change`` and used inside its block."""

    def __init__(self, connection: Connection, code: str, intent: Intent) -> None:
        self._connection = connection
        self._code = code
        self._intent = intent
        self._id = next_change_id(connection)
        self._written = Written()
        self._next: dict[str, int] = {}
        self._drawn: set[str] = set()
        self._again: dict[tuple[str, str], Sequence[str]] = {}
        self._changes = Changes(0, intent.label)
        self.attachments = attachments.AttachmentWriter(connection, self._id, self._written, intent.who)

    @property
    def change_id(self) -> int:
        """The id that this change has once anything is written."""
        return self._id

    @property
    def changes(self) -> Changes:
        """What was written; complete after the block."""
        return self._changes

    def new_id(self, model: type[Record]) -> str:
        """An id never given before, for linking records before they are added."""
        number = self._next_number(model.LETTER)
        self._next[model.LETTER] = number + 1
        made = make_id(model.LETTER, self._code, number)
        self._drawn.add(made)
        return made

    def add(self, record: T) -> T:
        """Add a record; gives it with its id and revision 1. Raises ValueError for an id of another kind or shape."""
        return self.add_all([record])[0]

    def add_all(self, records: Sequence[T]) -> list[T]:
        """Add many records, in order."""
        with many(len(records)):
            added = [self._named(record) for record in records]
            self._insert(added)
        return added

    def put_back(self, records: Sequence[Record]) -> None:
        """Add records that were removed earlier, each under its own id and its next revision."""
        with many(len(records)):
            self._insert([layout_of(type(one)).stamped(one, one.id, one.revision + 1) for one in records])

    def update(self, record: T) -> T:
        """Write a changed record; gives it with its new revision.

        Raises StaleRecord when the record was changed since it was read, RecordMissing when it is gone. A record that
        is as it was writes nothing.
        """
        return self.update_all([record])[0]

    def update_all(self, records: Sequence[T]) -> list[T]:
        """Write many changed records; raises like :meth:`update`, on the first that cannot be written."""
        with many(len(records)):
            return self._update(records)

    def _update(self, records: Sequence[T]) -> list[T]:
        stored = rows_by_id(self._connection, [record.id for record in records])
        updated: list[T] = []
        changed: dict[type[Record], dict[str, tuple[Row, Record]]] = defaultdict(dict)
        for record in records:
            layout = layout_of(type(record))
            before = stored.get(record.id)
            if before is None or kind_of(record.id) is not type(record):
                raise RecordMissing(record.id)
            if before[1] != record.revision:
                raise StaleRecord(record.id)
            row = layout.row(record)
            if row == before:
                updated.append(record)
                continue
            revision = record.revision + 1
            after = (row[0], revision, *row[2:])
            self._written.edit(record.id, _difference(layout, before, after))
            updated.append(layout.stamped(record, record.id, revision))
            stored[record.id] = after
            changed[type(record)][record.id] = (after, updated[-1])
        for model, pairs in changed.items():
            rows = [(*row[1:], row[0]) for row, _ in pairs.values()]
            self._connection.run_many(_UPDATE[model], rows)
            search_index.update_all(self._connection, [one for _, one in pairs.values()])
        return updated

    def restore(self, record_id: str, field: str, change_id: int, *, noted_of: str = "") -> Record:
        """Write back the value that a change replaced in a field, or did not take; gives the record with it.

        ``noted_of`` is the record in whose history that stands, if it is another one of the same kind. Of the columns
        that no field knows (``extra``), only those come back that differed. Raises RecordMissing, NothingToRestore.
        """
        row = row_by_id(self._connection, record_id)
        if row is None:
            raise RecordMissing(record_id)
        found = replaced(self._connection, change_id, noted_of or record_id, field)
        layout = layout_of(type(record_of(row)))
        if found is None or field not in layout.place:
            raise NothingToRestore
        cells = list(row)
        place = layout.place[field]
        cells[place] = _merged_extra(row[place], *found) if field == EXTRA else found[0]
        return self.update(layout.record(tuple(cells)))

    def decline(self, record: T, other: T) -> None:
        """Note in the history what somebody else had entered (``other``) where ``record`` was left as it is."""
        layout = layout_of(type(record))
        for name, (ours, theirs) in _difference(layout, layout.row(record), layout.row(other)).items():
            self._written.declined[record.id, name] = (theirs, ours)

    def remove(self, record_id: str) -> None:
        """Remove a record. Raises RecordMissing; and, at the end of the block, RecordInUse if others belong to it."""
        row = row_by_id(self._connection, record_id)
        if row is None:
            raise RecordMissing(record_id)
        self.remove_rows([row])

    def remove_rows(self, rows: Iterable[Row]) -> None:
        """Remove the records that lie in these rows."""
        stored = {str(row[0]): row for row in rows}
        for model, ids in by_model(stored).items():
            layout = layout_of(model)
            sql = f"DELETE FROM {quote(RECORDS[model].name)} WHERE id = ?"
            self._connection.run_many(sql, [(record_id,) for record_id in ids])
            search_index.remove_all(self._connection, ids)
            for record_id in ids:
                self._written.remove(record_id, layout.image(stored[record_id]))

    def remember(
        self,
        partner: str,
        form: str,
        rows: Mapping[str, Mapping[str, str]],
        *,
        sent: bool = False,
        always: bool = False,
    ) -> None:
        """Note the cells last ``sent`` to or received from a partner, by row key.

        What is equal to the last is left, unless ``always``: it was said again by somebody who had seen ours.
        """
        again = partners.remember(self._connection, self._id, (partner, form), rows, sent=sent, always=always)
        self._again[partner, form] = again
        if len(again) < len(rows):
            self._written.others = True

    def note_exchange(self, exchange: Exchange, *, by_hand: Iterable[str] = ()) -> None:
        """Note that a sheet came in or went out with this change; after :meth:`remember`, if that is called.

        ``by_hand`` are the keys of rows that were edited after their book had written them.
        """
        again = self._again.get((exchange.partner, exchange.form), ())
        partners.note(self._connection, self._id, exchange, again=again, by_hand=by_hand)
        self._written.others = True

    def keep(self, paper: Paper) -> None:
        """Keep a paper in place of the one of its kind and name."""
        if papers.keep(self._connection, self._id, paper):
            self._written.others = True

    def drop(self, kind: str, name: str) -> None:
        """Take a paper away, if there is one."""
        if papers.drop(self._connection, self._id, kind, name):
            self._written.others = True

    def finish_draft(self, name: str) -> None:
        """Forget the draft from which this was made, if the change is written; no change by itself."""
        drafts.forget(self._connection, name)

    def undo_others(self, change_id: int) -> list[Kept]:
        """Take back what another change noted besides records: bases, papers, attachments; gives what cannot come."""
        partners.undo(self._connection, change_id, self._id)
        papers.undo(self._connection, change_id, self._id)
        return attachments.undo(self._connection, change_id, self._id)

    def finish(self, *, always: bool = False) -> None:
        """Write the journal; called by the ledger at the end of the block. ``always``: even if nothing was written."""
        if not (always or self._written):
            return
        self._refuse_orphans()
        for letter, number in self._next.items():
            self._connection.run(_COUNTER, (self._code, letter, number))
        self._changes = self._written.write(self._connection, self._id, self._intent)

    def _insert(self, records: Sequence[Record]) -> None:
        sorted_records: dict[type[Record], list[Record]] = defaultdict(list)
        for record in records:
            sorted_records[type(record)].append(record)
        for model, some in sorted_records.items():
            layout = layout_of(model)
            rows = list(map(layout.row, some))
            self._connection.run_many(_INSERT[model], rows)
            search_index.add_all(self._connection, some)
            for row in rows:
                self._written.add(layout, row)
            give_up(rows)

    def _named(self, record: T) -> T:
        layout = layout_of(type(record))
        if not record.id:
            made = self.new_id(type(record))
            self._drawn.remove(made)
            return layout.stamped(record, made, 1)
        drawn = record.id in self._drawn
        if record.id[0] != record.LETTER or not (drawn or is_id(record.id)):
            raise ValueError(f"not an id of a {record.KIND}: {record.id}")
        if drawn:
            self._drawn.remove(record.id)
        elif code_of(record.id) == self._code:
            self._next[record.LETTER] = max(self._next_number(record.LETTER), number_of(record.id) + 1)
        return layout.stamped(record, record.id, 1)

    def _next_number(self, letter: str) -> int:
        if letter not in self._next:
            sql = "SELECT next FROM counter WHERE code = ? AND letter = ?"
            self._next[letter] = self._connection.number(sql, (self._code, letter)) or 1
        return self._next[letter]

    def _refuse_orphans(self) -> None:
        """Removing a household must not leave its visits hanging in the air."""
        for household, number in attachments.holders(self._connection, self._written.removed).items():
            raise RecordInUse(self._name_of_removed(household), number)
        for model, ids in by_model(self._written.removed).items():
            for child, field, to in references():
                if to != model.KIND:
                    continue
                sql = (
                    f"SELECT {quote(field)}, count(*) FROM {quote(child.KIND)} WHERE {quote(field)} IN "
                    f"(SELECT value FROM json_each(?)) GROUP BY 1"
                )
                for parent, number in self._connection.query(sql, (to_json(ids),)):
                    raise RecordInUse(self._name_of_removed(parent), number)

    def _name_of_removed(self, record_id: str) -> str:
        model = next(iter(by_model([record_id])))
        return label_of(record_of(layout_of(model).row_of_image(self._written.image(record_id))))


def _difference(layout: Layout[Any], before: Row, after: Row) -> dict[str, tuple[Cell, Cell]]:
    return {
        name: (old, new) for name, old, new in zip(layout.data_names, before[2:], after[2:], strict=True) if old != new
    }


def _merged_extra(now: Cell, before: Cell, after: Cell) -> Cell:
    """The columns as they are ``now``, with those of ``before`` that a change had otherwise."""
    held, old, new = (json.loads(str(cell)) if cell else {} for cell in (now, before, after))
    merged = held | {header: text for header, text in old.items() if text and text != new.get(header)}
    return to_json(merged) if merged else ""


def label_of(record: Record) -> str:
    """What people call a record: a door, a name, what an appeal is about, the day of a visit."""
    for name in ("door", "name", "subject", "visited_on", "action"):
        found = getattr(record, name, "")
        if found:
            return str(found)
    return record.id
