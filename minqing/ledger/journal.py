"""The journal: what each change did to each field, kept for ever, and what can be read from it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from minqing.ledger.codecs import Cell, Layout, Row, layout_of, to_json
from minqing.ledger.connection import Connection, insert_sql
from minqing.ledger.models import Action, Change, Changes, Entry
from minqing.ledger.reading import rows_by_id
from minqing.ledger.tables import ATTACHMENT, CHANGE, JOURNAL, PAPER
from minqing.records.bulk import give_up
from minqing.records.catalogue import kind_of

if TYPE_CHECKING:
    from minqing.ledger.transaction import Intent

ADD, UPDATE, REMOVE = "a", "u", "r"
DECLINE = "d"
"""A value that somebody else wrote and that was not taken: ``before`` it, ``after`` what held instead."""
_EDITS: Mapping[str, Action] = {UPDATE: "update", DECLINE: "decline"}
_WRITE = insert_sql(JOURNAL)
_WRITE_CHANGE = insert_sql(CHANGE)


class Written:
    """What a change has done so far, folded: adding and then removing a record is nothing at all."""

    def __init__(self) -> None:
        self.added: dict[str, None] = {}
        self.edited: dict[str, dict[str, tuple[Cell, Cell]]] = {}
        self.removed: dict[str, str] = {}
        self.declined: dict[tuple[str, str], tuple[Cell, Cell]] = {}
        self.others = False

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.declined or self.others or any(self._edits()))

    def add(self, layout: Layout[Any], row: Row) -> None:
        """A record was added; one that this same change had removed counts as edited."""
        record_id = str(row[0])
        if record_id in self.removed:
            before = layout.row_of_image(json.loads(self.removed.pop(record_id)))
            pairs = zip(layout.data_names, before[2:], row[2:], strict=True)
            self.edit(record_id, {name: (old, new) for name, old, new in pairs if old != new})
        else:
            self.added[record_id] = None

    def edit(self, record_id: str, differences: Mapping[str, tuple[Cell, Cell]]) -> None:
        """Fields of a record were changed."""
        if record_id in self.added:
            return
        fields = self.edited.setdefault(record_id, {})
        for name, (before, after) in differences.items():
            fields[name] = (fields[name][0] if name in fields else before, after)

    def remove(self, record_id: str, image: str) -> None:
        """A record was removed; ``image`` is as it was just before."""
        if record_id in self.added:
            del self.added[record_id]
            return
        edits = self.edited.pop(record_id, {})
        if edits:
            whole = json.loads(image) | {name: before for name, (before, _) in edits.items()}
            image = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        self.removed[record_id] = image

    def image(self, record_id: str) -> dict[str, Any]:
        """A removed record as it was."""
        return dict(json.loads(self.removed[record_id]))

    def write(self, connection: Connection, change_id: int, intent: Intent) -> Changes:
        """Write the change and its journal rows."""
        edits = list(self._edits())
        updated = tuple(dict.fromkeys(record_id for record_id, _, _, _ in edits))
        rows: list[tuple[Any, ...]] = [(change_id, record_id, "", ADD, None, None) for record_id in self.added]
        rows += [(change_id, record_id, name, UPDATE, before, after) for record_id, name, before, after in edits]
        rows += [(change_id, record_id, "", REMOVE, image, None) for record_id, image in self.removed.items()]
        taken = {(record_id, name) for record_id, name, _, _ in edits}
        rows += [(change_id, *key, DECLINE, *pair) for key, pair in self.declined.items() if key not in taken]
        connection.run_many(_WRITE, rows)
        give_up(rows)
        changes = Changes(change_id, intent.label, tuple(self.added), updated, tuple(self.removed))
        counts = (len(changes.added), len(updated), len(changes.removed))
        at = datetime.now().isoformat(" ", "seconds")
        connection.run(
            _WRITE_CHANGE, (change_id, intent.label, intent.who, at, intent.source, *counts, None, intent.undoes)
        )
        return changes

    def _edits(self) -> Iterator[tuple[str, str, Cell, Cell]]:
        for record_id, fields in self.edited.items():
            for name, (before, after) in fields.items():
                if before != after:
                    yield record_id, name, before, after


def next_change_id(connection: Connection) -> int:
    """The id that the next change will have; ids of changes are never used twice."""
    return last_change_id(connection) + 1


def last_change_id(connection: Connection) -> int:
    """The id of the last change, 0 for none."""
    return connection.number("SELECT max(id) FROM change")


def changes_of(connection: Connection, record_id: str | None, limit: int) -> list[Change]:
    """The history of the book or of one record, newest first."""
    statement = select(CHANGE).order_by(CHANGE.c.id.desc()).limit(limit)
    if record_id is not None:
        statement = statement.where(CHANGE.c.id.in_(select(JOURNAL.c.change).where(JOURNAL.c.record == record_id)))
    return [_change(row) for row in connection.rows(statement)]


def removed_among(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of ``ids`` that a change removed which was no undo."""
    if not connection.number("SELECT count(*) FROM change WHERE removed > 0 AND undoes IS NULL"):
        return set()
    sql = (
        "SELECT DISTINCT record FROM journal JOIN change ON change.id = journal.change WHERE action = ? "
        "AND undoes IS NULL AND record IN (SELECT value FROM json_each(?))"
    )
    return {row[0] for row in connection.query(sql, (REMOVE, to_json(list(ids))))}


def emptied(connection: Connection) -> set[tuple[str, str]]:
    """The (record id, field) of values that a change emptied which was no undo."""
    sql = (
        "SELECT DISTINCT record, field FROM journal JOIN change ON change.id = journal.change WHERE action = ? "
        "AND undoes IS NULL AND coalesce(after, '') = '' AND coalesce(before, '') <> ''"
    )
    return {(row[0], row[1]) for row in connection.query(sql, (UPDATE,))}


def declined(connection: Connection) -> dict[tuple[str, str], int]:
    """The (record id, field) of values that stand because another was declined last, and the change that did so."""
    sql = (
        "SELECT record, field, max(change) FROM journal d JOIN change c ON c.id = d.change WHERE action = ? "
        "AND undone_by IS NULL AND NOT EXISTS (SELECT 1 FROM journal u WHERE u.record = d.record "
        "AND u.field = d.field AND u.action = ? AND u.change > d.change) GROUP BY record, field"
    )
    return {(record, name): change for record, name, change in connection.query(sql, (DECLINE, UPDATE))}


def change_by_id(connection: Connection, change_id: int) -> Change | None:
    """One change."""
    rows = connection.rows(select(CHANGE).where(CHANGE.c.id == change_id))
    return _change(rows[0]) if rows else None


def newest_undoable(connection: Connection) -> Change | None:
    """The newest change that touched records, papers or attachments, is not undone and is not itself an undo."""
    papers = select(PAPER.c.id).where(PAPER.c.written_by == CHANGE.c.id)
    files = select(ATTACHMENT.c.id).where(ATTACHMENT.c.written_by == CHANGE.c.id)
    statement = select(CHANGE).where(
        CHANGE.c.undone_by.is_(None),
        CHANGE.c.undoes.is_(None),
        or_(CHANGE.c.added + CHANGE.c.updated + CHANGE.c.removed > 0, papers.exists(), files.exists()),
    )
    rows = connection.rows(statement.order_by(CHANGE.c.id.desc()).limit(1))
    return _change(rows[0]) if rows else None


def _change(row: Any) -> Change:
    return Change(
        id=row.id,
        label=row.label,
        who=row.who,
        at=datetime.fromisoformat(row.at),
        source=row.source,
        added=row.added,
        updated=row.updated,
        removed=row.removed,
        undone_by=row.undone_by,
        undoes=row.undoes,
    )


def entries_of(connection: Connection, change_id: int, limit: int | None) -> list[Entry]:
    """What a change did, field by field, in the order of records and fields."""
    statement = select(JOURNAL).where(JOURNAL.c.change == change_id).order_by(JOURNAL.c.record)
    rows = connection.rows(statement.limit(limit))
    states = states_after(connection, change_id)
    entries: list[Entry] = []
    for row in rows:
        model = kind_of(row.record)
        if model is None:
            continue
        layout = layout_of(model)
        if row.action in (UPDATE, DECLINE):
            before, after = layout.shown(row.field, row.before), layout.shown(row.field, row.after)
            entries.append(Entry(row.record, row.field, before, after, _EDITS[row.action]))
        elif row.action == REMOVE:
            gone = layout.row_of_image(json.loads(row.before))
            entries += [Entry(row.record, name, text, "", "remove") for name, text in _filled(layout, gone)]
        elif row.record in states:
            made = states[row.record]
            entries += [Entry(row.record, name, "", text, "add") for name, text in _filled(layout, made)]
    return entries[:limit]


def edits_of(connection: Connection, record_ids: Iterable[str]) -> list[tuple[Change, tuple[Entry, ...]]]:
    """The changes that edited one of these records, newest first, each with what it did to them."""
    ids = list(record_ids)
    statement = select(JOURNAL).where(JOURNAL.c.record.in_(ids), JOURNAL.c.action.in_((UPDATE, DECLINE)))
    found: dict[int, list[Entry]] = defaultdict(list)
    for row in connection.rows(statement.order_by(JOURNAL.c.change, JOURNAL.c.record)):
        model = kind_of(row.record)
        if model is not None:
            layout = layout_of(model)
            before, after = layout.shown(row.field, row.before), layout.shown(row.field, row.after)
            found[row.change].append(Entry(row.record, row.field, before, after, _EDITS[row.action]))
    changes = connection.rows(select(CHANGE).where(CHANGE.c.id.in_(list(found))).order_by(CHANGE.c.id.desc()))
    return [(_change(row), tuple(found[row.id])) for row in changes]


def replaced(connection: Connection, change_id: int, record_id: str, field: str) -> tuple[Cell, Cell] | None:
    """What a change took out of one field, or did not take into it, and what held after it; None for neither."""
    sql = "SELECT before, after FROM journal WHERE change = ? AND record = ? AND field = ? AND action IN (?, ?)"
    rows = connection.query(sql, (change_id, record_id, field, UPDATE, DECLINE))
    return (rows[0][0], rows[0][1]) if rows else None


def _filled(layout: Layout[Any], row: Row) -> Iterator[tuple[str, str]]:
    for name, cell in zip(layout.data_names, row[2:], strict=True):
        if cell not in {None, ""}:
            yield name, layout.shown(name, cell)


def states_after(connection: Connection, change_id: int) -> dict[str, Row]:
    """The records that a change added, as they were right after it, worked out by walking back from today."""
    ids = connection.query("SELECT record FROM journal WHERE change = ? AND action = ?", (change_id, ADD))
    states = rows_by_id(connection, (row[0] for row in ids))
    return states | walked_back(later_rows(connection, change_id), states)


def walked_back(later_ones: Iterable[tuple[str, list[tuple[Any, ...]]]], states: Mapping[str, Row]) -> dict[str, Row]:
    """How records were before what later changes did to them, from how they are now (``states``)."""
    before_them: dict[str, Row] = {}
    for record_id, later in later_ones:
        model = kind_of(record_id)
        if model is None:
            continue
        layout = layout_of(model)
        known: dict[str, Cell] = {}
        base: dict[str, Cell] | None = None
        for _, field, action, before in later:
            if action == REMOVE:
                base = json.loads(before)
                break
            if action == UPDATE:
                known.setdefault(field, before)
        if base is None:
            base = dict(zip(layout.names, states.get(record_id, ()), strict=False))
        before_them[record_id] = layout.row_of_image(base | known)
    return before_them


def later_rows(connection: Connection, change_id: int) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """For each record that a change added: what later changes did to it (record, field, action, before), in order."""
    sql = (
        "SELECT l.record, l.field, l.action, l.before FROM journal j JOIN journal l "
        "ON l.record = j.record AND l.change > j.change "
        "WHERE j.change = ? AND j.action = 'a' ORDER BY l.record, l.change, l.field"
    )
    for record_id, rows in groupby(connection.query(sql, (change_id,)), key=itemgetter(0)):
        yield record_id, [tuple(row) for row in rows]
