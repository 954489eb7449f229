"""Records that another book has under ids of its own, and this book too: a household by its door, a person in it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING

from minqing.exchange.matching.index import BookIndex, Known
from minqing.exchange.matching.likeness import household_among, household_of_member, own_head_name, same_person
from minqing.exchange.matching.names import told_apart
from minqing.records.fields import Value
from minqing.records.household import Household
from minqing.records.identity import code_of
from minqing.records.resident import Resident

if TYPE_CHECKING:
    from minqing.exchange.matching.match import SlotValues
    from minqing.records.base import Record


class Elsewhere:
    """Finds, for an id that this book has not, the record of ours that it is; each of ours is one of theirs at most."""

    def __init__(self, index: BookIndex, known: Known) -> None:
        self._index = index
        self._known = known
        self._ours: dict[str, str] = {}
        self._on_sheet: Set[str] = frozenset()

    def start_sheet(self, ids: Set[str]) -> None:
        """The rows to come are of a sheet that has these ids: what it names besides is something else."""
        self._on_sheet = ids

    def found(self, slot: str, record_id: str, values: SlotValues, household: str) -> Record | None:
        """The record of ours that ``record_id`` is, None for none; raises Doubt where only the door is the same.

        ``household`` is where the row's person lives.
        """
        if (ours := self._ours.get(record_id)) is not None:
            return self._known.get(ours)
        record = (
            self._household(record_id, values)
            if slot == "household"
            else self._resident(record_id, values, household)
            if slot == "resident"
            else None
        )
        if record is not None:
            self.note(record.id, record_id)
        return record

    def note(self, ours: str, theirs: str) -> None:
        """It is known from now on that their record is this one of ours."""
        self._ours[theirs] = ours

    def _household(self, record_id: str, values: SlotValues) -> Household | None:
        given = Household.trusted(values.get("household", {}))
        if not (given.place.door or given.detail or given.number):
            return None
        there = [one for one in households_meant(self._index, given)[1] if self._is_free(one.id, record_id)]
        if not there:
            return None
        head = str(values.get("head", {}).get("name") or "")
        person = values.get("resident", {})
        if person and not head and not own_head_name(person):
            return household_of_member(self._index, there, person)
        return household_among(self._index, there, head, person)

    def _resident(self, record_id: str, values: SlotValues, household: str) -> Resident | None:
        given = values.get("resident", {})
        if not household or not given.get("name"):
            return None
        named = [
            one
            for one in self._index.residents_of(household)
            if one.name == given["name"] and self._is_free(one.id, record_id) and _is_one(one, given)
        ]
        return named[0] if len(named) == 1 else None

    def _is_free(self, ours: str, theirs: str) -> bool:
        """Whether nothing says that the book of ``theirs`` knows ours as another record."""
        others = {one for one, found in self._ours.items() if found == ours} | self._known.joined_into(ours) | {ours}
        return not others & self._on_sheet and code_of(theirs) not in {code_of(one) for one in others}


def households_meant(index: BookIndex, given: Household) -> tuple[str, list[Household]]:
    """The key of the door that a row says, and the households there; those of its number where it says no door."""
    doorless = not (given.place.door or given.detail)  # then the key is the estate's own
    key = "" if doorless and given.number else given.door_key
    if key:
        there = index.households_at(given.estate, key)
    else:
        there = index.households_numbered(given.number) if given.number else []
    return key, [one for one in there if not given.number or one.number in ("", given.number)]


def _is_one(resident: Resident, given: Mapping[str, Value]) -> bool:
    return same_person(resident, given) and not told_apart(Resident.trusted(given), resident)
