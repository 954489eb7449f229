"""The book's records by what identifies them on a sheet: door, ID number, date and text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from functools import cached_property
from typing import TypeVar

from minqing.exchange.matching.joined import joined_records
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.id_number import upgrade
from minqing.records.resident import Resident
from minqing.records.visit import Visit

R = TypeVar("R", bound=Record)
_OLD_ID_LENGTH = 15


def _grouped(records: Iterable[R], key: Callable[[R], Hashable]) -> dict[Hashable, list[R]]:
    found: dict[Hashable, list[R]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return found


def id_number_key(number: str) -> str:
    """ID numbers of 15 and 18 digits that mean the same person have the same key."""
    return upgrade(number) if len(number) == _OLD_ID_LENGTH else number


class Known:
    """Records by id, fetched in bulk where that was asked for and one by one otherwise.

    An id that was joined into another gives that other record.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._records: dict[str, Record] = {}
        self._missing: set[str] = set()
        self._joined = joined_records(ledger)

    def load(self, ids: Iterable[str]) -> list[Record]:
        """Fetch many at once; gives those that exist."""
        asked = set(ids) - self._records.keys() - {""}
        found = self._ledger.get_many(asked | {self._joined[one] for one in asked & self._joined.keys()})
        found |= {one: found[kept] for one in asked - found.keys() if (kept := self._joined.get(one, "")) in found}
        self._records.update(found)
        self._missing |= asked - found.keys()
        return list(found.values())

    def came_as(self, ids: Iterable[str]) -> dict[str, str]:
        """Of the records that ``ids`` were joined into: id now to the id among ``ids``."""
        return {self._joined[one]: one for one in ids if one in self._joined} if self._joined else {}

    def joined_into(self, record_id: str) -> set[str]:
        """The ids that go here as this one."""
        return self._gone.get(record_id, set())

    @cached_property
    def _gone(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for gone, kept in self._joined.items():
            found[kept].add(gone)
        return found

    @property
    def missing(self) -> frozenset[str]:
        """The ids asked for with :meth:`load` that the book does not have."""
        return frozenset(self._missing)

    def get(self, record_id: str) -> Record | None:
        if not record_id or record_id in self._missing or record_id.startswith("+"):
            return None
        if record_id not in self._records:
            record = self._ledger.find(record_id) or self._ledger.find(self._joined.get(record_id, ""))
            if record is None:
                return None
            self._records[record_id] = record
        return self._records[record_id]


class BookIndex:
    """Looks records up by content; each look-up table is built from one query, when first needed."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def households_at(self, estate: str, door_key: str) -> list[Household]:
        """Households behind a door; a blank estate on either side does not tell doors apart."""
        return [one for one in self._by_door.get(door_key, ()) if not estate or not one.estate or one.estate == estate]

    def households_numbered(self, number: str) -> list[Household]:
        return self._by_number.get(number, [])

    def head_of(self, household_id: str) -> Resident | None:
        return next((one for one in self.residents_of(household_id) if one.is_head), None)

    def residents_of(self, household_id: str) -> list[Resident]:
        return self._by_household.get(household_id, [])

    def residents_with(self, id_number: str) -> list[Resident]:
        return self._by_id_number.get(id_number_key(id_number), [])

    def homeless_named(self, name: str) -> list[Resident]:
        """Residents without a household who have this name."""
        return [one for one in self._by_household.get("", ()) if one.name == name]

    def heads_named(self, name: str) -> list[Resident]:
        """The 户主 of this name who have a household."""
        return self._heads.get(name, [])

    def visits_on(self, household_id: str, day: date | None) -> list[Visit]:
        return self._visits.get((household_id, day), [])

    def appeals_numbered(self, number: str) -> list[Appeal]:
        return self._appeals_by_number.get(number, [])

    def appeals_saying(self, title: str, text: str) -> list[Appeal]:
        """Appeals of these words; a sheet may leave the title or the text out, then the other decides."""
        equal = self._appeals_by_text.get((title, text))
        if equal or not (title or text):
            return equal or []
        if title and text:
            return self._appeals_by_text.get((title, ""), []) + self._appeals_by_text.get(("", text), [])
        return self._appeals_by_title.get(title, []) if title else self._appeals_by_words.get(text, [])

    def contacts_named(self, name: str) -> list[Contact]:
        return self._contacts.get(name, [])

    def buildings_named(self, estate: str, name: str) -> list[Building]:
        return self._buildings.get((estate, name), [])

    @cached_property
    def _households(self) -> list[Household]:
        return self._ledger.records(Household)

    @cached_property
    def _by_door(self) -> dict[Hashable, list[Household]]:
        return _grouped((one for one in self._households if one.door_key), lambda one: one.door_key)

    @cached_property
    def _by_number(self) -> dict[Hashable, list[Household]]:
        return _grouped((one for one in self._households if one.number), lambda one: one.number)

    @cached_property
    def _residents(self) -> list[Resident]:
        return self._ledger.records(Resident)

    @cached_property
    def _by_household(self) -> dict[Hashable, list[Resident]]:
        return _grouped(self._residents, lambda one: one.household)

    @cached_property
    def _heads(self) -> dict[Hashable, list[Resident]]:
        return _grouped((one for one in self._residents if one.household and one.is_head), lambda one: one.name)

    @cached_property
    def _by_id_number(self) -> dict[Hashable, list[Resident]]:
        return _grouped((one for one in self._residents if one.id_number), lambda one: id_number_key(one.id_number))

    @cached_property
    def _visits(self) -> dict[Hashable, list[Visit]]:
        return _grouped(self._ledger.records(Visit), lambda one: (one.household, one.visited_on))

    @cached_property
    def _appeals(self) -> list[Appeal]:
        return self._ledger.records(Appeal)

    @cached_property
    def _appeals_by_number(self) -> dict[Hashable, list[Appeal]]:
        return _grouped((one for one in self._appeals if one.number), lambda one: one.number)

    @cached_property
    def _appeals_by_text(self) -> dict[Hashable, list[Appeal]]:
        return _grouped(sorted(self._appeals, key=lambda one: one.id), lambda one: (one.title, one.text))

    @cached_property
    def _appeals_by_title(self) -> dict[Hashable, list[Appeal]]:
        return _grouped(sorted(self._appeals, key=lambda one: one.id), lambda one: one.title)

    @cached_property
    def _appeals_by_words(self) -> dict[Hashable, list[Appeal]]:
        return _grouped(sorted(self._appeals, key=lambda one: one.id), lambda one: one.text)

    @cached_property
    def _contacts(self) -> dict[Hashable, list[Contact]]:
        return _grouped(self._ledger.records(Contact), lambda one: one.name)

    @cached_property
    def _buildings(self) -> dict[Hashable, list[Building]]:
        return _grouped(self._ledger.records(Building), lambda one: (one.estate, one.name))
