"""Laptops and an office that exchange real workbooks, and who knew of which value: the laws are judged by that."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import NamedTuple

from minqing.actions.reading import read_for
from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import EXTRA, NEW_RECORD, CellEdit, Choice, Decisions, Plan, RowPlan, Verdict
from minqing.exchange.planner import make_plan
from minqing.exchange.sending.outgoing import rows_to_send
from minqing.forms.library import form_named
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.dates import Period
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui.sending import send_sheet

OFFICE = "街道办"
WEEKLY, VISITS, APPEALS, RESIDENTS = FORMS = ("民情台账", "走访台账", "居民诉求登记表", "居民信息表")
FREE: Mapping[str, tuple[tuple[type[Record], str], ...]] = {
    WEEKLY: ((Household, "situation"), (Appeal, "solution"), (Appeal, "handler"), (Visit, "notes")),
    VISITS: ((Visit, "said"), (Visit, "notes"), (Visit, "problems")),
    APPEALS: ((Appeal, "solution"), (Appeal, "handler"), (Appeal, "outcome"), (Household, "grid")),
    RESIDENTS: ((Resident, "notes"), (Resident, "work"), (Household, "grid")),
}
"""Fields of free text on each form: those that are edited."""
MODELS: tuple[type[Record], ...] = (Household, Resident, Visit, Appeal)

Cell = tuple[str, str]
"""A record's id and a field."""


_QUESTIONS = 4
"""As many parts of one row may be in doubt, one after the other."""


class Broken(AssertionError):
    """A law of the exchange does not hold."""


def hold(so: bool, law: str, seen: object) -> None:
    """Raise Broken with what was ``seen`` unless the law holds."""
    if not so:
        raise Broken(f"{law}: {seen}")


class Kept(NamedTuple):
    """A value that stands because a desk kept it ``against`` another's: it reads as what an earlier entering made."""

    stem: int
    desk: int
    against: int


class Known(NamedTuple):
    """Which entering (or keeping) made a value, and all those that whoever made it had seen."""

    head: int = 0
    seen: frozenset[int] = frozenset((0,))
    kept: Kept | None = None

    def after(self, event: int, *others: Known) -> Known:
        """What is known once ``event`` has set the value."""
        return Known(event, self.seen.union({event}, *(other.seen for other in others)))

    def reads_as_seen_by(self, other: Known) -> bool:
        """Whether ``other`` had seen this value, though not that somebody else kept it."""
        return self.kept is not None and self.kept.stem in other.seen


@dataclass(frozen=True)
class Letter:
    """A sheet on its way, and what its writer knew of the values on it."""

    path: Path
    sender: int
    receiver: int
    form: str
    known: Mapping[Cell, Known]
    texts: Mapping[Cell, str]


@dataclass
class Desk:
    """A book, what its people entered in it, and what is known of its values."""

    name: str
    ledger: Ledger
    known: dict[Cell, Known] = field(default_factory=dict)
    entered: list[tuple[str, str, str]] = field(default_factory=list)
    since: dict[Cell, tuple[str, Known]] = field(default_factory=dict)
    """What the values changed here since the last exchange were before: who puts one back has changed nothing."""

    def of(self, cell: Cell) -> Known:
        """What is known of one value."""
        return self.known.get(cell, Known())


class World:
    """Laptops and an office, the last desk. What is done here keeps the laws, or raises Broken."""

    def __init__(self, folder: Path, desks: Sequence[Desk]) -> None:
        self.folder = folder
        self.desks = list(desks)
        self.letters: list[Letter] = []
        self._numbers = count(1)

    @property
    def office(self) -> int:
        """The place of the office among the desks."""
        return len(self.desks) - 1

    def fresh(self) -> int:
        """A number never given before: of an entering, of a value, of a file."""
        return next(self._numbers)

    def enter(self, desk: int, record: Record, name: str, text: str) -> None:
        """Somebody at ``desk`` changes a value."""
        at, cell = self.desks[desk], (record.id, name)
        with at.ledger.change("改") as tx:
            tx.update(record.with_values({name: text}))
        before, known = at.since.setdefault(cell, (record.show(name), at.of(cell)))
        at.known[cell] = known if text == before else at.of(cell).after(self.fresh())
        at.entered.append((record.id, name, text))

    def add(self, desk: int, record: Record) -> None:
        """Somebody at ``desk`` enters a record."""
        at = self.desks[desk]
        with at.ledger.change("记") as tx:
            made = tx.add(record)
        at.entered += [(made.id, name, made.show(name)) for name, value in made.values().items() if value]

    def send(self, sender: int, receiver: int, form_name: str, *, period: Period | None = None) -> Letter:
        """Write a sheet for the other side; it would come back untouched without a change or a question."""
        at = self.desks[sender]
        at.since.clear()
        path = self.folder / f"{self.fresh()}-{at.name}.xlsx"
        send_sheet(at.ledger, form_named(form_name), path, period=period, partner=self.desks[receiver].name)
        texts = cells_on(at.ledger, form_name, period)
        letter = Letter(path, sender, receiver, form_name, {cell: at.of(cell) for cell in texts}, texts)
        self.letters.append(letter)
        rows = make_plan(at.ledger, read_for(at.ledger, path).readings).rows
        odd = [row for row in rows if row.verdict is not Verdict.UNCHANGED]
        hold(not odd, "an untouched sheet is no change and no question", odd)
        return letter

    def take(self, letter: Letter, choices: Sequence[int]) -> Plan:
        """Take a sheet in; ``choices`` answer the questions in turn: 0 ours, 1 theirs, 2 not yet."""
        at = self.desks[letter.receiver]
        at.since.clear()
        readings = read_for(at.ledger, letter.path).readings
        plan = _decided(at.ledger, readings, choices)
        before = cells_on(at.ledger, letter.form)
        whole = contents(at.ledger)
        plan = apply_plan(at.ledger, plan).plan
        self._judge(at, letter, plan, before)
        _judge_rest(at.ledger, plan, whole)
        again = make_plan(
            at.ledger, read_for(at.ledger, letter.path).readings, decisions=Decisions(rows=plan.decisions.rows)
        )
        hold(not again.writing, "the same sheet again does nothing", [row for row in again.rows if row.writes])
        left = {edit.key for row in plan.rows for edit in row.open_conflicts}
        asked = [edit for row in again.rows for edit in row.open_conflicts if edit.key not in left]
        hold(not asked, "what was decided is not asked again", asked)
        return plan

    def _judge(self, at: Desk, letter: Letter, plan: Plan, before: Mapping[Cell, str]) -> None:
        edits = {edit.key: edit for row in plan.rows for edit in row.edits}
        refused = [row for row in plan.rows if row.problems or row.verdict is Verdict.DOUBTFUL]
        for cell, theirs in letter.known.items():
            edit, ours = edits.get(cell), at.of(cell)
            if edit is None and cell not in before:
                at.known[cell] = theirs
            elif edit is None:
                if before[cell] == letter.texts[cell]:
                    newer = ours if theirs.head in ours.seen else theirs
                    at.known[cell] = newer._replace(seen=ours.seen | theirs.seen)
                elif letter.texts[cell] and not refused:
                    # That a third desk's value was declined is told to the next who says something else.
                    told = theirs.kept is None or theirs.kept[1:] == (letter.sender, letter.receiver)
                    heard = theirs.head in ours.seen or (not told and theirs.reads_as_seen_by(ours))
                    hold(heard, "no edit is passed over", (at.name, cell, letter.texts[cell]))
            elif edit.conflict:
                if edit.choice is not None:
                    at.known[cell] = self._decided(ours, theirs, edit, letter)
                    check_kept(at.ledger, edit)
            else:
                hold(bool(edit.theirs), "a blank erases nothing unasked", (at.name, edit))
                elsewhere = ours.kept is not None and ours.kept.desk != letter.receiver
                heard = ours.head in theirs.seen or (elsewhere and ours.reads_as_seen_by(theirs))
                hold(heard, "nobody's edit is overwritten unasked", (at.name, edit))
                hold(
                    not theirs.head or theirs.head not in ours.seen,
                    "no older value comes back unasked",
                    (at.name, edit),
                )
                at.known[cell] = theirs._replace(seen=ours.seen | theirs.seen)

    def _decided(self, ours: Known, theirs: Known, edit: CellEdit, letter: Letter) -> Known:
        found = ours.after(self.fresh(), theirs)
        if edit.choice is not Choice.OURS:
            return found
        if not edit.theirs:
            return ours._replace(seen=ours.seen | theirs.seen)
        stem = ours.kept.stem if ours.kept else ours.head
        return found._replace(kept=Kept(stem, letter.receiver, letter.sender))


def _decided(ledger: Ledger, readings: Sequence[SheetReading], choices: Sequence[int]) -> Plan:
    plan = make_plan(ledger, readings)
    for _ in range(_QUESTIONS):
        decisions = plan.decisions
        for place, row in enumerate(row for row in plan.rows if row.verdict is Verdict.DOUBTFUL):
            if answer := _answer(row, choices, place):
                hold(row.asks not in decisions.rows.get(row.ref, {}), "what was answered is not asked again", row)
                decisions = decisions.identify(row.ref, row.asks, answer)
        if decisions != plan.decisions:
            plan = make_plan(ledger, readings, decisions=decisions)
    asked = [(row, edit) for row in plan.rows for edit in row.open_conflicts]
    for place, (row, edit) in enumerate(asked):
        choice = choices[place % len(choices)]
        if choice < 2:
            plan = plan.decide(row, edit, (Choice.OURS, Choice.THEIRS)[choice])
    return plan


def _answer(row: RowPlan, choices: Sequence[int], place: int) -> str:
    """What somebody says of a doubtful row: one of those offered, a new one, or nothing yet."""
    choice = choices[place % len(choices)]
    if choice == 0 and row.candidates:
        return row.candidates[0].record_id
    return NEW_RECORD if choice < 2 else ""


def _judge_rest(ledger: Ledger, plan: Plan, before: Mapping[str, Mapping[str, object]]) -> None:
    """Nothing else than what the plan showed was written: not a number behind its stars, not a record."""
    shown: dict[str, set[str]] = {}
    for row in plan.rows:
        for edit in row.taken:
            fields = ("extra" if name.startswith(EXTRA) else name for name in edit.values)
            shown.setdefault(edit.record_id, set()).update(fields)
    after = contents(ledger)
    hold(before.keys() <= after.keys(), "no record goes", before.keys() - after.keys())
    news = sum(len(row.new) for row in plan.rows)
    hold(len(after) - len(before) == news, "as many are new as were shown", (news, after.keys() - before.keys()))
    for record_id, values in before.items():
        changed = {name for name in values if values[name] != after[record_id][name]}
        hold(changed <= shown.get(record_id, set()), "nothing is written that was not shown", (record_id, changed))


def check_kept(ledger: Ledger, edit: CellEdit) -> None:
    """Both sides of a decided conflict are in the history of the book where it was decided."""
    texts = {""}
    for change in ledger.history(edit.record_id):
        for entry in ledger.entries(change.id):
            if (entry.record_id, entry.field) == edit.key:
                texts |= {entry.before, entry.after}
    sides = {edit.ours, edit.theirs} if edit.attribute != "household" else {str(edit.values["household"])}
    hold(sides <= texts, "what lost a conflict is in the history", (edit, texts))


def check_entered(desk: Desk) -> None:
    """Every value that anyone entered at a desk is in the history of its book."""
    found = {
        (entry.record_id, entry.field, text)
        for change in desk.ledger.history(limit=10_000)
        for entry in desk.ledger.entries(change.id)
        for text in (entry.before, entry.after)
    }
    lost = [one for one in desk.entered if one[2] and one not in found]
    hold(not lost, "every value entered is in the history", lost)


def check_agreement(desks: Sequence[Desk], form_name: str) -> None:
    """All books would write the same sheet, but for what it hides."""
    first, *others = [shared(desk.ledger, form_name) for desk in desks]
    for desk, other in zip(desks[1:], others, strict=True):
        hold(first.keys() == other.keys(), f"{desk.name} has all rows of {form_name}", first.keys() ^ other.keys())
        differing = {
            (key, label, text, other[key].get(label))
            for key, texts in first.items()
            for label, text in texts.items()
            if text != other[key].get(label)
        }
        hold(not differing, f"{desk.name} agrees with {desks[0].name} on {form_name}", differing)


def shared(ledger: Ledger, form_name: str) -> dict[str, dict[str, str]]:
    """The rows of a form by their ids, without the columns that hide something."""
    form = form_named(form_name)
    hidden = {column.label for column in form.columns if column.masked}
    return {
        form.row_key(row): {label: text for label, text in form.texts(row).items() if label not in hidden}
        for row in rows_to_send(ledger, form)
    }


def cells_on(ledger: Ledger, form_name: str, period: Period | None = None) -> dict[Cell, str]:
    """The values of free text that a form (of ``period``, if given) would carry."""
    return {
        (record.id, name): record.show(name)
        for row in rows_to_send(ledger, form_named(form_name), period)
        for record in row.values()
        for model, name in FREE[form_name]
        if type(record) is model
    }


def contents(ledger: Ledger) -> dict[str, dict[str, object]]:
    """Every value in the book, hidden ones too, by record."""
    return {one.id: {**one.values(), "extra": dict(one.extra)} for model in MODELS for one in ledger.records(model)}
