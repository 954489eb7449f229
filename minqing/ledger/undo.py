"""Undo: the inverse of a change, field by field, leaving alone and naming what was edited since."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

from minqing.ledger import attachments
from minqing.ledger.codecs import Row, layout_of, to_json
from minqing.ledger.connection import Connection, quote
from minqing.ledger.journal import ADD, REMOVE, UPDATE, later_rows, walked_back
from minqing.ledger.models import Change, Kept
from minqing.ledger.reading import by_model, record_of, references, rows_by_id
from minqing.ledger.transaction import Transaction, label_of
from minqing.records.base import Record
from minqing.records.catalogue import kind_of

_BACK_AGAIN = "已经重新录入"
_PARENT_GONE = "它所属的记录已经删除"
_GONE = "已经删除"
_EDITED = "后来又改过"
_REFERRED_TO = "后来有别的记录用到它"
_ROWS = "SELECT record, field, before, after FROM journal WHERE change = ? AND action = ? ORDER BY record, field"


def label_for(change: Change) -> str:
    """The label of the change that takes ``change`` back."""
    if change.undoes is not None and change.label.startswith("撤销："):
        return f"恢复：{change.label.removeprefix('撤销：')}"
    return f"撤销：{change.label.removeprefix('恢复：')}"


def take_back(connection: Connection, tx: Transaction, change_id: int) -> list[Kept]:
    """Undo a change inside ``tx``; gives what had to be kept."""
    kept = _put_back(connection, tx, change_id)
    kept += _restore(connection, tx, change_id)
    kept += _take_out(connection, tx, change_id)
    kept += tx.undo_others(change_id)
    _mark(connection, change_id, tx.change_id)
    return kept


def _mark(connection: Connection, change_id: int, undo_id: int) -> None:
    """The change is undone; and if it was itself an undo, what it had undone stands again."""
    connection.run("UPDATE change SET undone_by = ? WHERE id = ?", (undo_id, change_id))
    connection.run("UPDATE change SET undone_by = NULL WHERE undone_by = ?", (change_id,))


def _put_back(connection: Connection, tx: Transaction, change_id: int) -> list[Kept]:
    """Records that the change removed."""
    images = {row[0]: str(row[2]) for row in connection.query(_ROWS, (change_id, REMOVE))}
    here = rows_by_id(connection, images)
    kept = [_whole(row, _BACK_AGAIN) for row in here.values()]
    gone = (_record_of_image(record_id, image) for record_id, image in images.items() if record_id not in here)
    records = {record.id: record for record in gone if record is not None}
    del images
    for orphan in _orphans(connection, records):
        kept.append(Kept(orphan.id, "", label_of(orphan), _PARENT_GONE))
        del records[orphan.id]
    tx.put_back(list(records.values()))
    return kept


def _record_of_image(record_id: str, image: str) -> Record | None:
    model = kind_of(record_id)
    return record_of(layout_of(model).row_of_image(json.loads(image))) if model else None


def _orphans(connection: Connection, records: dict[str, Record]) -> list[Record]:
    """Those of ``records`` that point to something that neither is in the book nor comes back with them."""
    fields: dict[type[Record], list[str]] = defaultdict(list)
    for model, field, _ in references():
        fields[model].append(field)
    pointed = {one.id: [to for name in fields[type(one)] if (to := getattr(one, name))] for one in records.values()}
    alive = set(rows_by_id(connection, {to for tos in pointed.values() for to in tos if to not in records}))
    alive |= records.keys()
    orphans: list[Record] = []
    while lost := [one for one in pointed if one in alive and not alive.issuperset(pointed[one])]:
        orphans += [records[one] for one in lost]
        alive.difference_update(lost)
    return orphans


def _restore(connection: Connection, tx: Transaction, change_id: int) -> list[Kept]:
    """Fields that the change edited, where they still are as it left them."""
    journal = connection.query(_ROWS, (change_id, UPDATE))
    stored = rows_by_id(connection, {row[0] for row in journal})
    alive = _existing_targets(connection, journal)
    kept: list[Kept] = []
    restored: list[Record] = []
    for record_id, edits in groupby(journal, key=itemgetter(0)):
        row = stored.get(record_id)
        if row is None:
            kept.append(Kept(record_id, "", record_id, _GONE))
            continue
        record = record_of(row)
        layout = layout_of(type(record))
        cells = dict(zip(layout.names, row, strict=True))
        for _, field, before, after in edits:
            if field not in cells or cells[field] == before:
                continue
            if cells[field] != after:
                kept.append(Kept(record_id, field, label_of(record), _EDITED))
            elif field in _reference_fields(type(record)) and before is not None and before not in alive:
                kept.append(Kept(record_id, field, label_of(record), _PARENT_GONE))
            else:
                cells[field] = before
        restored.append(layout.record(tuple(cells.values())))
    tx.update_all(restored)
    return kept


def _reference_fields(model: type[Record]) -> set[str]:
    return {field for owner, field, _ in references() if owner is model}


def _existing_targets(connection: Connection, journal: Iterable[tuple[Any, ...]]) -> set[str]:
    names = {field for _, field, _ in references()}
    return set(rows_by_id(connection, {row[2] for row in journal if row[1] in names and row[2]}))


def _take_out(connection: Connection, tx: Transaction, change_id: int) -> list[Kept]:
    """Records that the change added, unless they were edited since or something that stays points to them."""
    stored = rows_by_id(connection, (row[0] for row in connection.query(_ROWS, (change_id, ADD))))
    reasons = dict.fromkeys(_edited_since(connection, change_id, stored), _EDITED)
    pointing = _pointing_to(connection, stored)
    while held := [
        to for one, to in pointing if to not in reasons and to in stored and (one not in stored or one in reasons)
    ]:
        reasons.update(dict.fromkeys(held, _REFERRED_TO))
    tx.remove_rows(row for record_id, row in stored.items() if record_id not in reasons)
    return [_whole(stored[record_id], why) for record_id, why in reasons.items()]


def _edited_since(connection: Connection, change_id: int, stored: dict[str, Row]) -> list[str]:
    """Added records that are no longer as they were when added (changed back by hand counts as not edited)."""
    made = walked_back((one for one in later_rows(connection, change_id) if one[0] in stored), stored)
    return [record_id for record_id, row in made.items() if row[2:] != stored[record_id][2:]]


def _pointing_to(connection: Connection, stored: dict[str, Row]) -> list[tuple[str, str]]:
    """Pairs of (record, added record that it points to)."""
    pairs: list[tuple[str, str]] = [("", household) for household in attachments.holders(connection, stored)]
    for model, ids in by_model(stored).items():
        for child, field, to in references():
            if to == model.KIND:
                sql = f"SELECT id, {quote(field)} FROM {quote(child.KIND)} WHERE {quote(field)} IN "
                pairs += connection.query(sql + "(SELECT value FROM json_each(?))", (to_json(ids),))
    return pairs


def _whole(row: Row, why: str) -> Kept:
    record = record_of(row)
    return Kept(record.id, "", label_of(record), why)
