"""Makes the plan of an import: reads every row, matches it, merges it cell by cell and gives it one verdict."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from minqing.errors import MaskedValue
from minqing.exchange.matching.beside import answered_words, candidates_beside
from minqing.exchange.matching.index import BookIndex, Known
from minqing.exchange.matching.joined import Told
from minqing.exchange.matching.likeness import Doubt
from minqing.exchange.matching.match import Match, SlotValues
from minqing.exchange.matching.matcher import Matcher
from minqing.exchange.merging.additions import Additions
from minqing.exchange.merging.comparing import foreign_of
from minqing.exchange.merging.edits import Merger
from minqing.exchange.merging.newcomers import new_records, with_own_head
from minqing.exchange.merging.provenance import Provenance
from minqing.exchange.merging.row_label import naming_positions
from minqing.exchange.merging.soundness import label_of, two_values, unexplained
from minqing.exchange.plan import (
    EXTRA,
    Answered,
    Answers,
    Candidate,
    CellEdit,
    Decisions,
    NewRecord,
    Plan,
    Problem,
    RowPlan,
    RowRef,
    Verdict,
)
from minqing.forms.form import SLOTS
from minqing.forms.sheet import CellReading, SheetReading, SheetRow
from minqing.forms.tables.shifted import ShiftFinder
from minqing.ledger import Base, Ledger
from minqing.records.bulk import hold, paused_collector
from minqing.records.catalogue import kind_of
from minqing.records.fields import Value
from minqing.records.household import Household

Report = Callable[[int, int], None]
Extras = Mapping[str, Mapping[str, str]]


def form_key(reading: SheetReading) -> str:
    """Under which name the bases of a sheet are remembered."""
    return reading.form.name or f"按栏名读：{reading.form.subject}"


def make_plan(
    ledger: Ledger,
    readings: Sequence[SheetReading],
    *,
    partner: str = "",
    decisions: Decisions | None = None,
    report: Report | None = None,
) -> Plan:
    """Plan the import of ``readings``; nothing is written. ``report(done, total)`` is called now and then.

    ``partner`` overrides the one that the file names. Decisions that no longer fit are left out.
    """
    version = ledger.version
    decided = decisions or Decisions()
    planner = _Planner(ledger, partner, decided)
    total = sum(len(reading.rows) for reading in readings)
    rows: list[RowPlan] = []
    with paused_collector():
        for number, reading in enumerate(readings):
            rows += planner.sheet(number, reading, _offset(report, len(rows), total))
    planner.finish()
    return Plan(
        readings=tuple(readings),
        rows=tuple(planner.additions.completed(rows)),
        partner=partner or next((one.partner for one in readings if one.partner), ""),
        version=version,
        decisions=decided,
        said=partner,
        told=tuple(planner.told),
    )


def _offset(report: Report | None, before: int, total: int) -> Callable[[int], None]:
    """``report`` for one sheet of several: rows of the sheets before it are done already."""
    return lambda done: None if report is None else report(before + done, total)


class _Planner:
    def __init__(self, ledger: Ledger, partner: str, decisions: Decisions) -> None:
        self._ledger = ledger
        self._partner = partner
        self._decisions = decisions
        self._codes = ledger.codes
        self._known = Known(ledger)
        self._index = BookIndex(ledger)
        self._matcher = Matcher(self._index, own_codes=frozenset({ledger.code}), known=self._known)
        self._touched: dict[tuple[str, str], CellEdit] = {}
        self._provenance = Provenance(ledger)
        self.additions = Additions()
        self.told: dict[Told, None] = {}

    def sheet(self, number: int, reading: SheetReading, report: Callable[[int], None]) -> list[RowPlan]:
        """Plans of one sheet's rows, in order."""
        ids = {record_id for row in reading.rows for record_id in row.ids}
        records = self._known.load(ids)
        self._matcher.start_sheet(ids, self._ledger.past.removed(ids & self._known.missing))
        records = self._known.load(str(getattr(one, "visit", "")) for one in records) + records
        self._known.load(str(getattr(one, "household", "")) for one in records)
        if not self.returned(reading):
            self._hear(reading)
        own = reading.version if reading.book in self._codes else 0
        bases = self._ledger.bases(
            self._partner or reading.partner,
            form_key(reading),
            version=own,
            foreign=foreign_of(reading, self._codes),
        )
        rows = _Sheet(number, reading, bases, self)
        repeated = _repeated_ids(reading.rows)
        plans = []
        for done, row in enumerate(reading.rows):
            plans.append(rows.repeated(row, repeated[row.ids]) if row.ids in repeated else rows.plan(row))
            if done % 500 == 0:
                report(done)
        return plans

    def finish(self) -> None:
        """No more sheets come: what was remembered of their rows is given up bit by bit."""
        hold(self._touched.items())
        self._matcher.finish()
        self.additions.finish()

    def _hear(self, reading: SheetReading) -> None:
        """What the writer of a sheet joined: what is here under the id that is gone, and what is here twice."""
        self._known.load(one for pair in reading.marker.joined for one in pair)
        for gone, kept in reading.marker.joined:
            ours, other = self._known.get(gone), self._known.get(kept)
            if ours is None or kind_of(kept) is not type(ours):
                continue
            if other is None:
                self._matcher.hear(ours.id, kept)
            elif other.id != ours.id:
                self.told[Told(ours.id, other.id, self._partner or reading.partner)] = None

    @property
    def profile_defaults(self) -> Mapping[str, str]:
        """Address parts that a new household takes when its sheet leaves them out."""
        profile = self._ledger.profile
        return {"street": profile.street, "community": profile.community, "estate": profile.estate}

    def answers(self, ref: RowRef) -> Answers:
        return self._decisions.rows.get(ref, {})

    def answered(self, ref: RowRef, *, asks: str = "") -> tuple[Answered, ...]:
        """What was said of the parts of a row that are not asked about (again)."""
        return answered_words(
            {slot: one for slot, one in self.answers(ref).items() if slot != asks}, self._known, self._index
        )

    def is_parked(self, ref: RowRef) -> bool:
        return ref in self._decisions.parked

    def returned(self, reading: SheetReading) -> bool:
        """Whether this is a sheet of our own that comes back, as far as one can see."""
        return not reading.book or reading.book in self._codes

    def asked(self, row: RowRef, edit: CellEdit) -> CellEdit:
        """A conflict with what was decided about it, as long as both sides are as they were then."""
        found = self._decisions.cells.get((row, edit.slot, edit.attribute))
        holds = found is not None and (found.ours, found.theirs) == (edit.ours, edit.theirs)
        since = self._provenance.of(edit.record_id, edit.attribute)
        return replace(edit, choice=found.choice if found and holds else None, since=since)

    def came_as(self, row: SheetRow) -> Mapping[str, str]:
        """By which ids of the row records go here into which others were joined."""
        return self._known.came_as(row.ids)

    @property
    def matcher(self) -> Matcher:
        return self._matcher

    def beside(self, doubt: Doubt, reading: SheetReading, values: SlotValues) -> tuple[Candidate, ...]:
        """The candidates of a doubtful row, with what stands beside it."""
        return candidates_beside(doubt, reading, values, self._matcher, self._index)

    def emptied(self, record_id: str, attribute: str) -> bool:
        return self._provenance.emptied(record_id, attribute)

    def household(self, record_id: str) -> Household | None:
        home = self._known.get(record_id)
        return home if isinstance(home, Household) else None

    def declined(self, record_id: str, attribute: str) -> int:
        return self._provenance.declined(record_id, attribute)

    def claim(self, edit: CellEdit) -> CellEdit | None:
        """The earlier edit of the same cell of the same record in this import, if there is one."""
        earlier = self._touched.setdefault(edit.key, edit)
        return None if earlier is edit else earlier


def _repeated_ids(rows: Iterable[SheetRow]) -> dict[tuple[str, ...], list[int]]:
    numbers: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for row in rows:
        if row.ids:
            numbers[row.ids].append(row.number)
    return {ids: found for ids, found in numbers.items() if len(found) > 1}


class _Sheet:
    """Plans the rows of one sheet."""

    def __init__(self, number: int, reading: SheetReading, bases: Mapping[str, Base], planner: _Planner):
        self._number = number
        self._reading = reading
        self._planner = planner
        self._merged = Merger(number, reading, bases, planner, returned=planner.returned(reading))
        self._defaults = {**planner.profile_defaults, **reading.defaults}
        self._naming = naming_positions(reading)
        self._shift = ShiftFinder(reading.columns)

    def repeated(self, row: SheetRow, numbers: list[int]) -> RowPlan:
        """Two rows with one id are an error that names them all."""
        others = "、".join(f"第 {number} 行" for number in numbers)
        message = f"{others}的记录编号相同，不知道该用哪一行。请留下一行，另一行清空记录编号后再导入"
        problem = Problem(f"{self._reading.sheet}!第{row.number}行", "repeated_id", message)
        return self._row(row, Verdict.ERROR, (), problems=(problem,))

    def plan(self, row: SheetRow) -> RowPlan:
        """Read, match and merge one row."""
        cells = self._reading.read_row(row.cells)
        texts = tuple([cell.text for cell in cells])
        if shift := self._shift(row.cells):
            problem = Problem(self._reading.place(row, shift.position), "shifted_row", shift.message)
            return self._row(row, Verdict.ERROR, texts, problems=(problem,))
        values = with_own_head(self._values(cells))
        answers = self._planner.answers((self._number, row.number))
        try:
            match = self._planner.matcher.match(self._reading.form, row, values, answers)
        except Doubt as doubt:
            return self._doubtful(row, texts, doubt, self._planner.beside(doubt, self._reading, values))
        problems = self._cell_problems(row, cells, match)
        extra = self._extra(cells)
        new, broken = new_records(match, values, extra)
        problems += unexplained([(self._where(row, slot, name), error) for slot, name, error in broken], problems)
        absent = not match.id_of(self._reading.form.subject)
        if absent or (broken and not self._subject_stays(match, new)):
            return self._row(row, Verdict.ERROR, texts, problems=tuple(problems) or self._lacking(row))
        if match.added and not self._planner.is_parked((self._number, row.number)):
            problems += self._joined(row, match, new, values, extra)
        edits, clashes = self._merged.edits(row, cells, match)
        problems += clashes
        verdict = _verdict(new, edits, problems)
        ids = {slot: found for slot in self._reading.form.slots if (found := match.id_of(slot))}
        done: dict[str, Any] = {"ids": ids, "new": tuple(new), "edits": tuple(edits), "problems": tuple(problems)}
        if answers:
            done["answered"] = self._planner.answered((self._number, row.number))
        return self._row(row, verdict, texts, came_as={**self._planner.came_as(row), **match.came_as}, **done)

    def _doubtful(
        self, row: SheetRow, texts: tuple[str, ...], doubt: Doubt, candidates: tuple[Candidate, ...]
    ) -> RowPlan:
        ref = (self._number, row.number)
        again = doubt.slot in self._planner.answers(ref)
        return self._row(
            row,
            Verdict.DOUBTFUL,
            texts,
            reason=f"选过的对不上了：{doubt.reason}" if again else doubt.reason,
            candidates=candidates,
            asks=doubt.slot,
            answered=self._planner.answered(ref, asks=doubt.slot),
        )

    def _lacking(self, row: SheetRow) -> tuple[Problem, ...]:
        """What a row without its subject (a visit without its day) must be given."""
        subject = self._reading.form.subject
        lacks = [breach for breach in SLOTS[subject].trusted({}).breaches() if breach.field not in SLOTS]
        return tuple(Problem(self._where(row, subject, one.field), one.error.code, str(one.error)) for one in lacks)

    def _joined(
        self, row: SheetRow, match: Match, new: list[NewRecord], values: SlotValues, extra: Extras
    ) -> list[Problem]:
        """Tell the rows to come what this one adds, and those before what it says of records that they add."""
        added = {record.slot for record in new}
        for slot in match.fresh - added:
            del match.added[slot]
        self._planner.matcher.settle(match, [record.ref for record in new])
        self._planner.additions.note(new, f"{self._reading.sheet}!第{row.number}行")
        self._planner.additions.take_home(match, (self._number, row.number), self._reading.form.subject)
        problems: dict[str, Problem] = {}
        for slot in match.added.keys() - match.fresh:
            given = dict(values.get(slot, {}))
            given |= {EXTRA + header: text for header, text in extra.get(slot, {}).items()}
            differing, broken = self._planner.additions.join(match.added[slot], given)
            for name, earlier in differing:
                place = self._where(row, slot, name)
                problems.setdefault(place, two_values(place, earlier, label_of(slot, name)))
            for breach in broken:
                place = self._where(row, slot, breach.field)
                problems.setdefault(place, Problem(place, breach.error.code, str(breach.error)))
        return list(problems.values())

    def _subject_stays(self, match: Match, new: list[NewRecord]) -> bool:
        subject = self._reading.form.subject
        if subject not in match.fresh:
            return True
        return any(record.slot == subject for record in new)

    def _row(self, row: SheetRow, verdict: Verdict, texts: tuple[str, ...], **more: Any) -> RowPlan:
        label = " ".join([text for position in self._naming if (text := texts[position])]) if texts else ""
        parked = self._planner.is_parked((self._number, row.number))
        return RowPlan(
            sheet=self._number, number=row.number, label=label, verdict=verdict, texts=texts, parked=parked, **more
        )

    def _values(self, cells: Sequence[CellReading]) -> dict[str, dict[str, Value]]:
        found: dict[str, dict[str, Value]] = {}
        for column, cell in zip(self._reading.columns, cells, strict=True):
            if column.column is not None and cell.values and cell.error is None:
                target = found.setdefault(column.column.slot, {})
                for name, value in cell.values.items():
                    if value or not target.get(name):
                        target[name] = value
        household = found.get("household")
        if household is None and found.get("head", {}).get("name") and "household" in self._reading.form.slots:
            household = found["household"] = {}
        if household is not None:
            for name, value in self._defaults.items():
                if value and not household.get(name):
                    household[name] = value
        return found

    def _extra(self, cells: Sequence[CellReading]) -> Extras:
        """The texts that no field knows, by the slot that keeps them."""
        found: dict[str, dict[str, str]] = {}
        for column, cell in zip(self._reading.columns, cells, strict=True):
            if column.column is None and cell.text:
                found.setdefault(column.owner or self._reading.form.subject, {})[column.header] = cell.text
        return found

    def _cell_problems(self, row: SheetRow, cells: Sequence[CellReading], match: Match) -> list[Problem]:
        """Errors of cells whose record is new; those of known records are minded only if the cell was edited."""
        return [
            Problem(self._reading.place(row, position), cell.error.code, str(cell.error))
            for position, cell in enumerate(cells)
            if cell.error is not None
            and (column := self._reading.columns[position].column) is not None
            and column.slot not in match.known
            and not (column.masked and isinstance(cell.error, MaskedValue))
        ]

    def _where(self, row: SheetRow, slot: str, attribute: str) -> str:
        for position, named in enumerate(self._reading.columns):
            column = named.column
            if column is None or column.slot != slot:
                continue
            bound = column.bound
            if column.attribute == attribute or attribute in getattr(bound, "parts", ()):
                return self._reading.place(row, position)
        return f"{self._reading.sheet}!第{row.number}行"


def _verdict(new: Sequence[NewRecord], edits: Sequence[CellEdit], problems: Sequence[Problem]) -> Verdict:
    if problems:
        return Verdict.ERROR
    if any(edit.conflict for edit in edits):
        return Verdict.CONFLICT
    if new:
        return Verdict.NEW
    return Verdict.UPDATE if edits else Verdict.UNCHANGED
