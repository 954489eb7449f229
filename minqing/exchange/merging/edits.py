"""What a row's cells change in the records that it is about: each cell against what was exchanged before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from minqing.errors import MaskedValue
from minqing.exchange.matching.matcher import Match
from minqing.exchange.merging.comparing import Compared, compared
from minqing.exchange.merging.merge import Outcome
from minqing.exchange.merging.soundness import two_values, without_breaks
from minqing.exchange.plan import EXTRA, CellEdit, Problem, RowRef
from minqing.forms.form import SLOTS, Column
from minqing.forms.sheet import CellReading, SheetReading, SheetRow
from minqing.ledger import Base
from minqing.records.base import Record
from minqing.records.fields import Value

_NEVER = Compared({})
_LINKS = (("appeal", "visit"),)
"""Records of one row that hang together, so that a known one learns of the other from the row."""


class Desk(Protocol):
    """What the import as a whole knows, beyond one sheet."""

    def is_parked(self, ref: RowRef) -> bool:
        """Whether somebody put this row aside."""

    def came_as(self, row: SheetRow) -> Mapping[str, str]:
        """By which ids of the row records go here into which others were joined."""

    def asked(self, row: RowRef, edit: CellEdit) -> CellEdit:
        """A conflict with what was decided about it."""

    def claim(self, edit: CellEdit) -> CellEdit | None:
        """The earlier edit of the same cell of the same record in this import, if there is one."""

    def emptied(self, record_id: str, attribute: str) -> bool:
        """Whether somebody here emptied this value on purpose."""


class Merger:
    """Merges the rows of one sheet."""

    def __init__(self, number: int, reading: SheetReading, bases: Mapping[str, Base], desk: Desk, *, returned: bool):
        self._number = number
        self._reading = reading
        self._bases = bases
        self._desk = desk
        self._returned = returned

    def edits(self, row: SheetRow, cells: Sequence[CellReading], match: Match) -> tuple[list[CellEdit], list[Problem]]:
        """What the row changes in records that are known, and what is wrong with it."""
        if not match.known:
            return [], []
        base = self._base(row, match)
        edits = self._linking(row, match)
        problems: list[Problem] = []
        for position, cell in enumerate(cells):
            if not cell.text and base is None:
                continue
            edit = self._edit(row, position, cell, match, base)
            if isinstance(edit, Problem):
                problems.append(edit)
            elif edit is not None:
                edits.append(edit)
        return without_breaks(edits, match, problems)

    def _base(self, row: SheetRow, match: Match) -> Compared | None:
        came_as = self._desk.came_as(row)
        ids = [match.known[slot].id for slot in self._reading.form.keys if slot in match.known]
        key = " ".join([came_as.get(one, one) for one in ids])
        return compared(self._bases.get(key), returned=self._returned)

    def _linking(self, row: SheetRow, match: Match) -> list[CellEdit]:
        """A record that came alone before, on another form, is joined to what this row says beside it."""
        found: list[CellEdit] = []
        for slot, name in _LINKS:
            record, to = match.known.get(slot), match.id_of(name)
            if record is None or not to or getattr(record, name) or self._desk.emptied(record.id, name):
                continue
            label = SLOTS[slot].fields()[name].label
            edit = CellEdit(
                slot=slot,
                record_id=record.id,
                attribute=name,
                label=label,
                place=f"{self._reading.sheet}!第{row.number}行",
                base=None,
                ours="",
                theirs=f"同一行的{label}",
                values={name: to},
            )
            if self._desk.is_parked((self._number, row.number)) or self._desk.claim(edit) is None:
                found.append(edit)
        return found

    def _edit(
        self, row: SheetRow, position: int, cell: CellReading, match: Match, base: Compared | None
    ) -> CellEdit | Problem | None:
        named = self._reading.columns[position]
        column = named.column
        slot = column.slot if column else named.owner or self._reading.form.subject
        record = match.known.get(slot)
        if record is None:
            return None
        label, attribute = (column.label, column.attribute) if column else (named.header, EXTRA + named.header)
        ours = column.show(match.known) if column else record.extra.get(named.header, "")
        was = None if base is None else base.cells.get(label, "" if column is None else None)
        if column and self._hides(column, cell, record):
            return None
        outcome = (base or _NEVER).outcome(label, was=was, ours=ours, theirs=cell.text)
        if outcome is Outcome.TAKE and was is None and not ours and self._desk.emptied(record.id, attribute):
            outcome = Outcome.ASK
        if outcome is Outcome.KEEP:
            return None
        theirs = cell.text
        if column is not None and theirs == column.empty:
            if not was:
                return None
            theirs, outcome = "", Outcome.BLANKED
        place = self._reading.place(row, position)
        if cell.error is not None:
            return Problem(place, cell.error.code, str(cell.error))
        edit = CellEdit(
            slot=slot,
            record_id=record.id,
            attribute=attribute,
            label=label,
            place=place,
            base=was,
            ours=ours,
            theirs=theirs,
            values=_written(column, cell if theirs else None, record, attribute),
            conflict=outcome is not Outcome.TAKE,
        )
        return self._claimed(row, edit)

    def _hides(self, column: Column, cell: CellReading, record: Record) -> bool:
        """Whether a masked column says nothing of its value: blank, ours with stars, or stars of one we do not have.

        The last only where another book put the stars; in a sheet of ours they were typed, and that is an error.
        """
        if not column.masked or column.bound is None:
            return False
        if cell.text in ("", column.bound.show(record, masked=True), column.bound.show(record)):
            return True
        starred = isinstance(cell.error, MaskedValue)
        return starred and not self._returned and not column.bound.show(record)

    def _claimed(self, row: SheetRow, edit: CellEdit) -> CellEdit | Problem | None:
        ref = (self._number, row.number)
        if edit.conflict:
            edit = self._desk.asked(ref, edit)
        earlier = None if self._desk.is_parked(ref) else self._desk.claim(edit)
        if earlier is None:
            return edit
        if earlier.theirs == edit.theirs:
            return None
        return two_values(edit.place, earlier.place, edit.label)


def _written(column: object, cell: CellReading | None, record: Record, attribute: str) -> Mapping[str, Value]:
    if column is None:
        return {attribute: cell.text if cell else ""}
    if cell is not None:
        return cell.values
    bound = type(record).attributes()[attribute]
    return bound.read("")
