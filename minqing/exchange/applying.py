"""Carrying out a plan: exactly what was shown, in one change, with the bases remembered for the next exchange."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from minqing.exchange.decided import keep_decisions
from minqing.exchange.leftovers import digest_of, keep_leftovers
from minqing.exchange.matching.joined import note_same, note_told, told_records
from minqing.exchange.merging.comparing import foreign_of
from minqing.exchange.merging.moving import home_label
from minqing.exchange.merging.written import edited_by_hand
from minqing.exchange.partners.answers import keep_answers, note_answers
from minqing.exchange.partners.senders import keep_senders
from minqing.exchange.partners.unmarked import keep_unmarked
from minqing.exchange.plan import EXTRA, Choice, Plan, RowPlan, Verdict
from minqing.exchange.planner import form_key, make_plan
from minqing.forms.form import SLOTS
from minqing.forms.sheet import SheetReading
from minqing.ledger import Base, Changes, Exchange, Foreign, Ledger, Transaction
from minqing.records.base import Record
from minqing.records.bulk import give_up, paused_collector
from minqing.records.fields import Value
from minqing.records.identity import is_id

Report = Callable[[int, int], None]
_LINKS = ("household", "visit", "resident")
_NAMED = 3


@dataclass(frozen=True)
class Applied:
    """What apply did: the plan that was carried out (made anew if the book had moved) and the change."""

    plan: Plan
    changes: Changes


def apply_plan(ledger: Ledger, plan: Plan, *, report: Report | None = None) -> Applied:
    """Write what ``plan`` shows; undecided conflicts, doubtful rows and bad cells stay out.

    If the book has moved since the plan was made, the plan is made anew with the decisions that still hold. A backup
    is taken first. Everything is one change, undone as one, also what was said about how to read the sheets. Nothing to
    write gives empty Changes and no journal.
    """
    if ledger.version != plan.version:
        plan = make_plan(ledger, plan.readings, partner=plan.said, decisions=plan.decisions, report=report)
    with paused_collector():
        return _applied(ledger, plan)


def _applied(ledger: Ledger, plan: Plan) -> Applied:
    bases = _new_bases(ledger, plan)
    if not plan.writing and not any(bases.values()) and {*plan.told} <= {*told_records(ledger)}:
        return Applied(plan, note_answers(ledger, plan.readings))
    ledger.backup()
    names = list(dict.fromkeys(reading.file for reading in plan.readings))
    files = "、".join(names)
    called = files if len(names) <= _NAMED else f"{names[0]} 等 {len(names)} 个文件"
    with ledger.change(f"导入 {called}（{plan.writing} 行）", source=files) as tx:
        ids = _add(tx, plan)
        _update(tx, ledger, plan, ids)
        _decline(tx, ledger, plan)
        keep_decisions(tx, plan, ids)
        note_same(tx, ledger, (row.came_as for row in plan.rows if not row.parked))
        note_told(tx, ledger, plan.told)
        for sheet, rows in bases.items():
            reading = plan.readings[sheet]
            remembered = {_key(keys, ids): cells for keys, cells in rows.items()}
            tx.remember(plan.partner_of(reading), form_key(reading), remembered, always=True)
        keep_answers(tx, plan.readings)
        keep_unmarked(tx, ledger, plan)
        _note_sheets(tx, ledger, plan, {sheet for sheet, rows in bases.items() if rows}, ids)
    return Applied(plan, tx.changes)


def _note_sheets(tx: Transaction, ledger: Ledger, plan: Plan, news: set[int], ids: Mapping[str, str]) -> None:
    """Write down which sheets came from whom, and what of them waits; one that came before is no second one.

    ``news`` are the sheets of which something is remembered, ``ids`` those of the records added.
    """
    came = {(one.digest, one.book, one.version) for one in ledger.exchanges() if one.direction == "in"}
    news = news | {row.sheet for row in plan.rows if row.writes}
    codes = ledger.codes
    waiting = {row.sheet for row in plan.rows if row.left or row.problems}
    whole = [number not in waiting for number in range(len(plan.readings))]
    senders = [plan.partner_of(reading) for reading in plan.readings]
    digests = [digest_of(reading) for reading in plan.readings]
    for number, (reading, digest, seen) in enumerate(zip(plan.readings, digests, whole, strict=True)):
        if number not in news and (digest, reading.book, reading.version) in came:
            continue
        foreign = foreign_of(reading, codes) if seen else None
        note = _note(plan, reading, digest)
        if foreign:
            note = replace(note, taken=max(foreign.taken, default=0))
        edited = edited_by_hand(plan, number) if foreign_of(reading, codes) else ()
        tx.note_exchange(note, by_hand=[_key(_keys_of(row, reading), ids) for row in edited])
    keep_leftovers(tx, plan, digests)
    keep_senders(tx, ledger, zip(plan.readings, senders, whole, strict=True))


def _add(tx: Transaction, plan: Plan) -> dict[str, str]:
    """Add the new records, parents first; gives ref to id."""
    ids: dict[str, str] = {}
    waiting: dict[str, list[Record]] = {slot: [] for slot in SLOTS}
    for row in plan.rows:
        for new in () if row.parked else row.new:
            model = SLOTS[new.slot]
            record_id = tx.new_id(model) if new.ref.startswith("+") else new.ref
            ids[new.ref] = record_id
            waiting[new.slot].append(model.trusted({**_linked(new.values, ids), "id": record_id, "extra": new.extra}))
    for records in waiting.values():
        if records:
            give_up(tx.add_all(records), records)
    return ids


def _linked(values: Mapping[str, Value], ids: Mapping[str, str]) -> dict[str, Value]:
    """Values that point to records of this import by their ids; blank where such a record is not added."""
    refs = {link: str(values[link]) for link in _LINKS if str(values.get(link, "")).startswith("+")}
    return {**values, **{link: ids.get(ref, "") for link, ref in refs.items()}}


def _update(tx: Transaction, ledger: Ledger, plan: Plan, ids: Mapping[str, str]) -> None:
    changes: dict[str, dict[str, Value]] = {}
    for row in plan.rows:
        for edit in row.taken:
            changes.setdefault(edit.record_id, {}).update(_linked(edit.values, ids))
    present = ledger.get_many(changes)
    tx.update_all([_changed(present[record_id], values) for record_id, values in changes.items()])


def _decline(tx: Transaction, ledger: Ledger, plan: Plan) -> None:
    """The values that lost against ours go into the history."""
    lost: dict[str, dict[str, Value]] = {}
    for row in plan.rows:
        for edit in row.edits:
            if edit.choice is Choice.OURS and edit.theirs and not row.parked:
                lost.setdefault(edit.record_id, {}).update(edit.values)
    present = ledger.get_many(lost)
    for record_id, values in lost.items():
        tx.decline(present[record_id], _changed(present[record_id], values))


def _changed(record: Record, values: Mapping[str, Value]) -> Record:
    extra = {name.removeprefix(EXTRA): str(value) for name, value in values.items() if name.startswith(EXTRA)}
    fields: dict[str, object] = {name: value for name, value in values.items() if not name.startswith(EXTRA)}
    if extra:
        fields["extra"] = {**record.extra, **extra}
    return record.with_values(fields)


def _keys_of(row: RowPlan, reading: SheetReading) -> tuple[str, ...]:
    """By which ids (or refs) the row goes, as the sheet has them."""
    return tuple(row.came_as.get(row.ids[slot], row.ids[slot]) for slot in reading.form.keys if slot in row.ids)


def _key(keys: tuple[str, ...], ids: Mapping[str, str]) -> str:
    return " ".join(ids.get(key, key) for key in keys)


def _new_bases(ledger: Ledger, plan: Plan) -> dict[int, dict[tuple[str, ...], Mapping[str, str]]]:
    """Per sheet: ids (or refs) of a row to the cells that both sides now agree to have exchanged, if they are news."""
    codes = ledger.codes
    foreign = [foreign_of(reading, codes) for reading in plan.readings]
    known = [
        ledger.bases(plan.partner_of(reading), form_key(reading), foreign=whose)
        for reading, whose in zip(plan.readings, foreign, strict=True)
    ]
    labels = [_labels(reading) for reading in plan.readings]
    found: dict[int, dict[tuple[str, ...], Mapping[str, str]]] = {number: {} for number in range(len(plan.readings))}
    for row in plan.rows:
        reading = plan.readings[row.sheet]
        keys = _keys_of(row, reading)
        if not keys or row.verdict is Verdict.DOUBTFUL or row.parked:
            continue
        base = known[row.sheet].get(" ".join(keys))
        cells = _base_of(row, reading, labels[row.sheet], base, foreign=foreign[row.sheet] is not None)
        settled = row.writes or any(edit.choice is Choice.OURS for edit in row.edits)
        again = settled and foreign[row.sheet] is not None
        if base is None or again or (cells != base.cells and (settled or cells not in _past(base, foreign[row.sheet]))):
            found[row.sheet][keys] = cells
    return found


def _past(base: Base, foreign: Foreign | None) -> Sequence[Mapping[str, str] | None]:
    """Earlier cells that need no second note: another book may say again what it had said before its last word."""
    return (base.told,) if foreign else base.older


def _labels(reading: SheetReading) -> list[str]:
    """Under which name the cells of each column are remembered."""
    return [named.column.label if named.column else named.header for named in reading.columns]


def _base_of(
    row: RowPlan, reading: SheetReading, labels: Sequence[str], base: Base | None, *, foreign: bool
) -> dict[str, str]:
    """The row's cells as they came, except those still in question.

    There, what they were compared with; or what another book had said of them before.
    """
    came = dict(zip(labels, row.texts, strict=False))
    before = base.cells if base else {}
    cells = {**before, **came}
    home = row.ids.get("household", "")
    if foreign and is_id(home) and (label := home_label(reading.form)):
        cells[label] = home
    for named in reading.columns:
        if named.column and named.column.masked and not came[named.column.label]:
            cells[named.column.label] = before.get(named.column.label, "")
    if row.problems:
        wrong = {problem.cell for problem in row.problems}
        open_ = {
            label: before.get(label)
            for named, label in zip(reading.columns, labels, strict=True)
            if f"{reading.sheet}!{named.letter}{named.at or row.number}" in wrong
        }
        _put_back(cells, open_)
    if row.edits:
        told = base.told or {} if base and foreign else None
        open_cells = [edit for edit in row.edits if edit.unsettled]
        _put_back(cells, {one.label: one.base if told is None else told.get(one.label) for one in open_cells})
    return cells


def _put_back(cells: dict[str, str], before: Mapping[str, str | None]) -> None:
    for label, text in before.items():
        if text is None:
            cells.pop(label, None)
        else:
            cells[label] = text


def _note(plan: Plan, reading: SheetReading, digest: str) -> Exchange:
    return Exchange(
        direction="in",
        partner=plan.partner_of(reading),
        file=reading.file,
        form=form_key(reading),
        period=reading.period.label if reading.period else "",
        digest=digest,
        rows=len(reading.rows),
        change=None,
        at=datetime.now(),
        book=reading.book,
        version=reading.version,
    )
