"""What a row's cells change in the records that it is about: each cell against what was exchanged before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from minqing.errors import CellError, MaskedElsewhere, MaskedValue
from minqing.exchange.matching.match import Match
from minqing.exchange.merging.comparing import Compared, compared
from minqing.exchange.merging.merge import Outcome
from minqing.exchange.merging.moving import has_moved, move, without_home
from minqing.exchange.merging.soundness import two_values, without_breaks
from minqing.exchange.merging.written import compared_by_hand, known_fingerprints, said_by
from minqing.exchange.plan import EXTRA, CellEdit, Problem, RowRef
from minqing.forms.form import SLOTS, Column
from minqing.forms.sheet import CellReading, SheetReading, SheetRow
from minqing.ledger import Base
from minqing.records.base import Record
from minqing.records.fields import Value
from minqing.records.household import Household

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

    def household(self, record_id: str) -> Household | None:
        """A household of the book, also by the id of one that was joined into it."""

    def declined(self, record_id: str, attribute: str) -> int:
        """The change in which somebody here kept this value rather than take another, 0 for none."""


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
        base = self._base(row, cells, match)
        edits = self._linking(row, match)
        if not self._returned:
            edits += self._moving(row, match, base)
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

    @cached_property
    def _written(self) -> frozenset[str]:
        return known_fingerprints(self._reading.marker.written)

    def _compared(self, base: Base | None, row: SheetRow, cells: Sequence[CellReading]) -> Compared | None:
        by_hand = base is not None and (base.sibling or base.of_book is not None)
        if base is None or self._returned or not (by_hand and self._written):
            return compared(base, returned=self._returned)
        said = said_by(self._reading, [cell.text for cell in cells])
        return compared_by_hand(base, " ".join(row.ids), said, self._written)

    def _base(self, row: SheetRow, cells: Sequence[CellReading], match: Match) -> Compared | None:
        came_as = {**self._desk.came_as(row), **match.came_as}
        ids = [match.known[slot].id for slot in self._reading.form.keys if slot in match.known]
        key = " ".join([came_as.get(one, one) for one in ids])
        found = self._compared(self._bases.get(key) or self._elsewhere(key), row, cells)
        if found is None or (
            key in self._bases and not has_moved(found, self._reading.form, match, self._desk.household)
        ):
            return found
        return without_home(found, self._reading.form)

    def _elsewhere(self, key: str) -> Base | None:
        """What was exchanged of a row's subject when its row had another household's id."""
        return self._by_last.get(key.rpartition(" ")[2]) if len(self._reading.form.keys) > 1 else None

    @cached_property
    def _by_last(self) -> Mapping[str, Base]:
        subject = SLOTS[self._reading.form.subject].LETTER
        by_at = sorted(self._bases.items(), key=lambda one: one[1].at)
        return {last: base for key, base in by_at if (last := key.rpartition(" ")[2]).startswith(subject)}

    def _moving(self, row: SheetRow, match: Match, base: Compared | None) -> list[CellEdit]:
        """A record that belongs to another household by now on the other side."""
        found = move(self._reading, row, match, base, self._desk.household)
        if found is None:
            return []
        edit, outcome = found
        ref = (self._number, row.number)
        blank = edit.base is None and not edit.ours
        if outcome is not Outcome.TAKE or self._is_meant(*edit.key, base or _NEVER, blank=blank):
            edit = self._desk.asked(ref, replace(edit, conflict=True))
        return [edit] if self._desk.is_parked(ref) or self._desk.claim(edit) is None else []

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
        if outcome is Outcome.TAKE and self._is_meant(
            record.id, attribute, base or _NEVER, blank=was is None and not ours
        ):
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
            error = self._told(cell.error, cell.text)
            return Problem(place, error.code, str(error))
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

    def _is_meant(self, record_id: str, attribute: str, base: Compared, *, blank: bool) -> bool:
        """Whether somebody here wants our value as it is, and whoever wrote the sheet had not heard of that."""
        if self._desk.declined(record_id, attribute) > base.heard:
            return True
        return blank and self._desk.emptied(record_id, attribute)

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

    def _told(self, error: CellError, text: str) -> CellError:
        """What is wrong with a cell: stars that a person typed, or those of a number that only the other book has."""
        return error if self._returned or not isinstance(error, MaskedValue) else MaskedElsewhere(text)

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
