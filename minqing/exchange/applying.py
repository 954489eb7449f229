"""Carrying out a plan: exactly what was shown, in one change, with the bases remembered for the next exchange."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from minqing.exchange.plan import CellEdit, Choice, Plan, RowPlan, Verdict
from minqing.exchange.planner import EXTRA, form_key, make_plan
from minqing.forms.bulk import paused_collector
from minqing.forms.form import SLOTS
from minqing.forms.sheet import SheetReading
from minqing.ledger import Changes, Exchange, Ledger, Transaction
from minqing.records.base import Record
from minqing.records.fields import Value

Report = Callable[[int, int], None]
_LINKS = ("household", "visit", "resident")


@dataclass(frozen=True)
class Applied:
    """What apply did: the plan that was carried out (made anew if the book had moved) and the change."""

    plan: Plan
    changes: Changes


def apply_plan(ledger: Ledger, plan: Plan, *, report: Report | None = None) -> Applied:
    """Write what ``plan`` shows; undecided conflicts, doubtful rows and bad cells stay out.

    If the book has moved since the plan was made, the plan is made anew with the decisions that still hold. A backup
    is taken first. Everything is one change, undone as one. Nothing to write gives empty Changes and no journal.
    """
    if ledger.version != plan.version:
        plan = make_plan(ledger, plan.readings, partner=plan.partner, decisions=plan.decisions, report=report)
    with paused_collector():
        return _applied(ledger, plan)


def _applied(ledger: Ledger, plan: Plan) -> Applied:
    bases = _new_bases(ledger, plan)
    if not plan.writing and not any(bases.values()):
        return Applied(plan, Changes(0, "", (), (), ()))
    ledger.backup()
    files = "、".join(dict.fromkeys(reading.file for reading in plan.readings))
    with ledger.change(f"导入 {files}（{plan.writing} 行）", source=files) as tx:
        ids = _add(tx, plan)
        _update(tx, ledger, plan)
        for sheet, rows in bases.items():
            reading = plan.readings[sheet]
            remembered = {_key(keys, ids): cells for keys, cells in rows.items()}
            tx.remember(plan.partner or reading.partner, form_key(reading), remembered)
        for reading in plan.readings:
            tx.note_exchange(_note(plan, reading))
    return Applied(plan, tx.changes)


def _add(tx: Transaction, plan: Plan) -> dict[str, str]:
    """Add the new records, parents first; gives ref to id."""
    ids: dict[str, str] = {}
    waiting: dict[str, list[Record]] = {slot: [] for slot in SLOTS}
    for row in plan.rows:
        for new in row.new:
            model = SLOTS[new.slot]
            record_id = tx.new_id(model) if new.ref.startswith("+") else new.ref
            ids[new.ref] = record_id
            values = {**new.values, "id": record_id, "extra": new.extra}
            for link in _LINKS:
                if link in values and str(values[link]).startswith("+"):
                    values[link] = ids.get(str(values[link]), "")
            waiting[new.slot].append(model.trusted(values))
    for records in waiting.values():
        if records:
            tx.add_all(records)
    return ids


def _update(tx: Transaction, ledger: Ledger, plan: Plan) -> None:
    changes: dict[str, dict[str, Value]] = {}
    for row in plan.rows:
        for edit in row.taken:
            changes.setdefault(edit.record_id, {}).update(edit.values)
    present = ledger.get_many(changes)
    tx.update_all([_changed(present[record_id], values) for record_id, values in changes.items()])


def _changed(record: Record, values: Mapping[str, Value]) -> Record:
    extra = {name.removeprefix(EXTRA): str(value) for name, value in values.items() if name.startswith(EXTRA)}
    fields: dict[str, object] = {name: value for name, value in values.items() if not name.startswith(EXTRA)}
    if extra:
        fields["extra"] = {**record.extra, **extra}
    return record.with_values(fields)


def _key(keys: tuple[str, ...], ids: Mapping[str, str]) -> str:
    return " ".join(ids.get(key, key) for key in keys)


def _new_bases(ledger: Ledger, plan: Plan) -> dict[int, dict[tuple[str, ...], Mapping[str, str]]]:
    """Per sheet: ids (or refs) of a row to the cells that both sides now agree to have exchanged, if they are news."""
    known = [ledger.bases(plan.partner or reading.partner, form_key(reading)) for reading in plan.readings]
    found: dict[int, dict[tuple[str, ...], Mapping[str, str]]] = {number: {} for number in range(len(plan.readings))}
    for row in plan.rows:
        reading = plan.readings[row.sheet]
        keys = tuple(row.ids[slot] for slot in reading.form.keys if slot in row.ids)
        if not keys or row.verdict is Verdict.DOUBTFUL:
            continue
        base = known[row.sheet].get(" ".join(keys))
        cells = _base_of(row, reading, base.cells if base else {})
        if base is None or cells != base.cells:
            found[row.sheet][keys] = cells
    return found


def _base_of(row: RowPlan, reading: SheetReading, base: Mapping[str, str]) -> dict[str, str]:
    labels = [named.column.label if named.column else named.header for named in reading.columns]
    if not (base or row.edits or row.problems):
        return dict(zip(labels, row.texts, strict=False))
    kept = {edit.place for edit in _undecided(row.edits)} | {problem.cell for problem in row.problems}
    cells = dict(base)
    for named, label, text in zip(reading.columns, labels, row.texts, strict=False):
        if kept and f"{reading.sheet}!{named.letter}{row.number}" in kept:
            continue
        if text or base.get(label) is None or _blanked_on_purpose(row.edits, label):
            cells[label] = text
    return cells


def _undecided(edits: Iterable[CellEdit]) -> Iterable[CellEdit]:
    return (edit for edit in edits if edit.conflict and edit.choice is None)


def _blanked_on_purpose(edits: Iterable[CellEdit], label: str) -> bool:
    return any(
        edit.label == label and not edit.theirs and edit.choice in (Choice.OURS, Choice.THEIRS) for edit in edits
    )


def _note(plan: Plan, reading: SheetReading) -> Exchange:
    return Exchange(
        direction="in",
        partner=plan.partner or reading.partner,
        file=reading.file,
        form=form_key(reading),
        period=reading.period.label if reading.period else "",
        digest=hashlib.sha256(repr([row.cells for row in reading.rows]).encode()).hexdigest(),
        rows=len(reading.rows),
        change=None,
        at=datetime.now(),
    )
