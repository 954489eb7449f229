"""The plan of an import: what every row would do, as frozen data that is shown, decided upon and then applied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from minqing.exchange.matching.joined import Told
from minqing.exchange.merging.provenance import Since
from minqing.forms.sheet import SheetReading
from minqing.records.fields import Value


class Verdict(StrEnum):
    """Every row is exactly one of these."""

    NEW = "new"
    UPDATE = "update"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    DOUBTFUL = "doubtful"
    ERROR = "error"


VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.NEW: "新增",
    Verdict.UPDATE: "更新",
    Verdict.CONFLICT: "冲突",
    Verdict.DOUBTFUL: "待定",
    Verdict.ERROR: "有误",
    Verdict.UNCHANGED: "未变",
}


class Choice(StrEnum):
    """Which side of a conflict holds; ``LATER``: neither, it was put aside and is asked again the next time."""

    OURS = "ours"
    THEIRS = "theirs"
    LATER = "later"


EXTRA = "extra:"
"""Prefix of an edit's ``attribute`` that means a column no field knows."""

RowRef = tuple[int, int]

NEW_RECORD = "new"
"""Decision on a doubtful row: none of the candidates, it is a new one."""

WHOLE_ROW = ""
"""In place of a slot: an answer from the time when a row took one answer for all of it."""

RECORD_ID = "id"
"""In place of a slot: the doubt is about what stands in 记录编号."""

Answers = Mapping[str, str]
"""What was said of a doubtful row, in that order: slot to a record id or ``NEW_RECORD``."""


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell that differs from the book. ``choice`` None means that a person must decide.

    ``since`` tells who changed our side of a conflict and when.
    """

    slot: str
    record_id: str
    attribute: str
    label: str
    place: str
    base: str | None
    ours: str
    theirs: str
    values: Mapping[str, Value]
    conflict: bool = False
    choice: Choice | None = Choice.THEIRS
    since: Since | None = None

    @property
    def key(self) -> tuple[str, str]:
        """The record and attribute that this edit is about."""
        return self.record_id, self.attribute

    @property
    def unsettled(self) -> bool:
        """Whether it is a conflict of which no side holds yet: nobody has decided, or it was put aside."""
        return self.conflict and self.choice not in {Choice.OURS, Choice.THEIRS}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one cell (or row): where, a stable code, and a sentence with the way out."""

    cell: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that a doubtful row may belong to, and why it is thought so.

    ``texts`` are what a sheet would say of it, beside the row's own: None for a column that is not about it.
    """

    record_id: str
    label: str
    why: str
    texts: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody said of one part of a row: which record it is, as people call it; a blank for a new one."""

    slot: str
    label: str


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record that the row adds. ``ref`` stands for its id until there is one; a foreign id is kept as it came."""

    slot: str
    ref: str
    values: Mapping[str, Value]
    extra: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What one row would do.

    ``ids`` maps slot to record id (or to the ``ref`` of a record to be added); ``texts`` are the row's cells as read,
    in the order of the reading's columns. Nothing is written of a row that is ``parked``. ``came_as`` maps the id of a
    record to the one that the sheet has for it: another that was joined into it, or that its writer gave it. A doubtful
    row ``asks`` about one slot at a time; ``answered`` is what was said of others before.
    """

    sheet: int
    number: int
    label: str
    verdict: Verdict
    ids: Mapping[str, str] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    new: tuple[NewRecord, ...] = ()
    edits: tuple[CellEdit, ...] = ()
    problems: tuple[Problem, ...] = ()
    reason: str = ""
    candidates: tuple[Candidate, ...] = ()
    parked: bool = False
    came_as: Mapping[str, str] = field(default_factory=dict)
    asks: str = ""
    answered: tuple[Answered, ...] = ()

    @property
    def ref(self) -> RowRef:
        """Where the row stands: the number of its sheet among those read, and its own."""
        return self.sheet, self.number

    @property
    def taken(self) -> Iterator[CellEdit]:
        """The edits that apply would write."""
        return (edit for edit in self.edits if edit.choice is Choice.THEIRS and not self.parked)

    @property
    def open_conflicts(self) -> list[CellEdit]:
        """Conflicts that nobody has decided yet."""
        return [edit for edit in self.edits if edit.conflict and edit.choice is None]

    @property
    def left(self) -> bool:
        """Whether something of it waits, also after the rest was written: parked, doubtful, or a conflict unsettled."""
        return self.parked or self.verdict is Verdict.DOUBTFUL or any(edit.unsettled for edit in self.edits)

    @property
    def writes(self) -> bool:
        """Whether apply would write anything of this row."""
        return not self.parked and (bool(self.new) or any(True for _ in self.taken))


class Decided(NamedTuple):
    """What was decided about a conflicting cell, and between which texts; with others it is a new question."""

    choice: Choice
    ours: str
    theirs: str


@dataclass(frozen=True)
class Decisions:
    """What people decided: per conflicting cell, per doubtful row what was answered about it, and rows parked."""

    cells: Mapping[tuple[RowRef, str, str], Decided] = field(default_factory=dict)
    rows: Mapping[RowRef, Answers] = field(default_factory=dict)
    parked: frozenset[RowRef] = frozenset()

    def __len__(self) -> int:
        return len(self.cells) + sum(map(len, self.rows.values())) + len(self.parked)

    def park(self, refs: Iterable[RowRef], *, on: bool = True) -> Decisions:
        """The same with these rows put aside, or taken up again."""
        return replace(self, parked=self.parked | set(refs) if on else self.parked - set(refs))

    def identify(self, ref: RowRef, slot: str, answer: str) -> Decisions:
        """The same with the record that one part of a doubtful row is about: an id, or ``NEW_RECORD``."""
        before = {known: said for known, said in self.rows.get(ref, {}).items() if known != slot}
        return replace(self, rows={**self.rows, ref: {**before, slot: answer}})

    def take_back(self, ref: RowRef) -> Decisions:
        """The same without the last answer about a row: those before it may be what it was asked because of."""
        left = dict(list(self.rows.get(ref, {}).items())[:-1])
        rows = {known: said for known, said in self.rows.items() if known != ref}
        return replace(self, rows={**rows, ref: left} if left else rows)


@dataclass(frozen=True)
class Plan:
    """What taking in a file's sheets would do.

    ``version`` is the ledger's state that it was made for. ``partner`` is who sent the first of the sheets, ``said``
    who somebody said did, which then goes for all of them. ``told`` are records that another book has joined, and that
    are still two here.
    """

    readings: tuple[SheetReading, ...]
    rows: tuple[RowPlan, ...]
    partner: str
    version: int
    decisions: Decisions
    said: str = ""
    told: tuple[Told, ...] = ()

    def partner_of(self, reading: SheetReading) -> str:
        """Who sent this sheet."""
        return self.said or reading.partner

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """Rows per verdict."""
        found = Counter(row.verdict for row in self.rows)
        return {verdict: found[verdict] for verdict in Verdict}

    @cached_property
    def counts_by_sheet(self) -> Sequence[Counter[Verdict]]:
        """Rows per verdict in each sheet; slow for 100,000 rows when it is first asked for."""
        found: list[Counter[Verdict]] = [Counter() for _ in self.readings]
        for row in self.rows:
            found[row.sheet][row.verdict] += 1
        return found

    @property
    def needs_a_person(self) -> bool:
        """Whether some rows have errors, are doubtful or wait for a decision."""
        return any(row.problems or row.left for row in self.rows)

    @property
    def held(self) -> int:
        """How many of the decisions hold in this plan; the others were about something that has changed since."""
        refs = {ref for ref, _, _ in self.decisions.cells}
        rows = [row for ref in refs if (row := self._by_ref.get(ref))]
        cells = sum((row.ref, edit.slot, edit.attribute) in self.decisions.cells and edit.choice is not None
                    for row in rows for edit in row.edits if edit.conflict)  # fmt: skip
        said = [(row, answers) for ref, answers in self.decisions.rows.items() if (row := self._by_ref.get(ref))]
        known = sum(len(answers) - _is_open(row, answers) for row, answers in said)
        return cells + known + sum(row.parked for row in self.rows)

    @property
    def writing(self) -> int:
        """How many rows apply would write."""
        return sum(row.writes for row in self.rows)

    def row(self, ref: RowRef) -> RowPlan:
        """The plan of one row; raises KeyError."""
        return self._by_ref[ref]

    @cached_property
    def _by_ref(self) -> dict[RowRef, RowPlan]:
        return {(row.sheet, row.number): row for row in self.rows}

    def decide(self, row: RowPlan, edit: CellEdit, choice: Choice | None) -> Plan:
        """A new plan in which one conflicting cell is decided (or undecided again with None)."""
        return self.decide_many([(row, edit)], choice)

    def decide_all(self, choice: Choice) -> Plan:
        """A new plan in which every open conflict is decided alike; a blanked cell stays a question."""
        return self.decide_many(
            [(row, edit) for row in self.rows for edit in row.open_conflicts if edit.theirs], choice
        )

    def decide_field(self, slot: str, attribute: str, choice: Choice | None) -> Plan:
        """A new plan in which all conflicts of one field are decided alike, in every row, also those decided before."""
        return self.decide_shown(self.rows, choice, field=(slot, attribute))

    def decide_row(self, row: RowPlan, choice: Choice | None) -> Plan:
        """A new plan in which all conflicts of one row are decided alike."""
        return self.decide_many([(row, edit) for edit in row.edits if edit.conflict], choice)

    def decide_shown(
        self, rows: Iterable[RowPlan], choice: Choice | None, *, field: tuple[str, str] | None = None
    ) -> Plan:
        """A new plan in which the conflicts of these rows (in this field) are decided alike.

        What the other side blanked is not taken in passing: it stays a question.
        """
        blank = choice is Choice.THEIRS
        return self.decide_many(
            [
                (row, edit)
                for row in rows
                for edit in row.edits
                if edit.conflict and field in (None, (edit.slot, edit.attribute)) and (edit.theirs or not blank)
            ],
            choice,
        )

    def decide_many(self, cells: list[tuple[RowPlan, CellEdit]], choice: Choice | None) -> Plan:
        """A new plan in which the given conflicting cells are decided alike."""
        decided = dict(self.decisions.cells)
        changed: dict[RowRef, set[tuple[str, str]]] = {}
        for row, edit in cells:
            ref = (row.sheet, row.number)
            changed.setdefault(ref, set()).add((edit.slot, edit.attribute))
            if choice is None:
                decided.pop((ref, edit.slot, edit.attribute), None)
            else:
                decided[(ref, edit.slot, edit.attribute)] = Decided(choice, edit.ours, edit.theirs)
        rows = tuple(
            _redecided(row, changed[ref], choice) if (ref := (row.sheet, row.number)) in changed else row
            for row in self.rows
        )
        return replace(self, rows=rows, decisions=replace(self.decisions, cells=decided))


def _is_open(row: RowPlan, answers: Answers) -> bool:
    """Whether one of the answers does not hold: what it says is asked again."""
    return row.verdict is Verdict.DOUBTFUL and (row.asks in answers or WHOLE_ROW in answers)


def _redecided(row: RowPlan, keys: set[tuple[str, str]], choice: Choice | None) -> RowPlan:
    edits = tuple(
        replace(edit, choice=choice) if edit.conflict and (edit.slot, edit.attribute) in keys else edit
        for edit in row.edits
    )
    return replace(row, edits=edits)
