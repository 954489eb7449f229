"""Everything known about households, joined for those who read it: the table, the household's page, the visit sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from minqing.errors import UnsureBuilding
from minqing.ledger import Ledger
from minqing.records.address import parse_door
from minqing.records.appeal import Appeal, Step
from minqing.records.base import Record
from minqing.records.building import SUFFIX, bare_name
from minqing.records.bulk import sorted_in_turns
from minqing.records.household import Household
from minqing.records.relation import relation_rank
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.due import due_households

R = TypeVar("R", Resident, Visit, Appeal)


@dataclass(frozen=True)
class HouseholdFile:
    """一户一档: a household with its members (head first), visits and appeals (newest first)."""

    household: Household
    residents: tuple[Resident, ...] = ()
    visits: tuple[Visit, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    steps: tuple[Step, ...] = ()

    @property
    def head(self) -> Resident | None:
        """The 户主, if one is entered; one who still lives here before one who does not.

        Where old registers say nothing of relations: the one person who lives here, if there is but one.
        """
        heads = [one for one in self.residents if one.is_head]
        if heads:
            return next((one for one in heads if one.lives_here), heads[0])
        return self.living[0] if len(self.living) == 1 and not self.living[0].relation else None

    @property
    def living(self) -> tuple[Resident, ...]:
        """The members who still live here."""
        return tuple(one for one in self.residents if one.lives_here)

    @property
    def population(self) -> int:
        """How many live here: as many as was entered, or as are listed if that is more; none in a vacant dwelling."""
        entered = 0 if self.household.vacant else self.household.population or 0
        return max(entered, len(self.living))

    @property
    def name(self) -> str:
        """What the household is called: its head's name, else its first member's, else a blank."""
        first = self.head or next(iter(self.residents), None)
        return first.name if first else ""

    @property
    def care_groups(self) -> tuple[str, ...]:
        """The care groups of those who live here, each once."""
        return tuple(dict.fromkeys(group for one in self.living for group in one.care_groups))

    @property
    def last_visit(self) -> Visit | None:
        """The newest visit."""
        return self.visits[0] if self.visits else None

    @property
    def open_appeals(self) -> tuple[Appeal, ...]:
        """Appeals that are not 已办结."""
        return tuple(one for one in self.appeals if one.state != "已办结")


def household_files(ledger: Ledger) -> list[HouseholdFile]:
    """All households in door order, without the steps of their appeals."""
    return _joined(ledger, ledger.records(Household), everything=True)


def household_file(ledger: Ledger, household_id: str) -> HouseholdFile | None:
    """One household with everything about it, None when it is gone."""
    household = ledger.find(household_id)
    if not isinstance(household, Household):
        return None
    (found,) = _joined(ledger, [household], everything=False)
    steps = ledger.records(Step, appeal=[one.id for one in found.appeals]) if found.appeals else []
    return HouseholdFile(found.household, found.residents, found.visits, found.appeals, tuple(steps))


def households_to_visit(
    ledger: Ledger, *, building: str = "", due_on: date | None = None, household: str = ""
) -> list[HouseholdFile]:
    """The households to print sheets for, in door order; empty dwellings are left out unless asked for by id.

    Raises UnsureBuilding where the number alone could mean buildings of several estates.
    """
    if household:
        found = household_file(ledger, household)
        return [found] if found else []
    homes = ledger.records(Household)
    chosen = homes_in_building(homes, building) if building else homes
    if due_on is not None:
        wanted = {due.household.id for due in due_households(ledger, due_on)}
        chosen = [one for one in chosen if one.id in wanted]
    return _joined(ledger, [one for one in chosen if not one.vacant], everything=not building)


def homes_in_building(homes: Sequence[Household], called: str) -> list[Household]:
    """Those in the building that ``called`` names: 3, 3栋, 三号楼, 槐树苑3栋; a home without an estate is in any.

    Raises UnsureBuilding where the number alone could mean buildings of several estates.
    """
    number = bare_name(called)
    estate = parse_door(f"{called.strip().rstrip(SUFFIX)}栋").estate
    found = [one for one in homes if one.building == number and (not estate or one.estate in ("", estate))]
    estates = dict.fromkeys(one.estate for one in found if one.estate)
    if len(estates) > 1:
        raise UnsureBuilding(called, [f"{name}{number}栋" for name in estates])
    return found


def files_of(ledger: Ledger, households: Sequence[Household]) -> list[HouseholdFile]:
    """These households in door order with everything about them except the steps of their appeals."""
    return _joined(ledger, households, everything=False)


def _joined(ledger: Ledger, households: Sequence[Household], *, everything: bool) -> list[HouseholdFile]:
    ids = None if everything else [one.id for one in households]
    residents = _by_household(_of(ledger, Resident, ids))
    visits = _by_household(_of(ledger, Visit, ids))
    appeals = _by_household(_of(ledger, Appeal, ids))
    return [
        HouseholdFile(
            household,
            tuple(sorted(residents.get(household.id, ()), key=lambda one: (relation_rank(one.relation), one.id))),
            _newest_first(visits.get(household.id, ()), "visited_on", "visited_at"),
            _newest_first(appeals.get(household.id, ()), "registered_on", "registered_at"),
        )
        for household in sorted_in_turns(households, key=lambda one: one.walking_order)
    ]


def _of(ledger: Ledger, model: type[R], households: Collection[str] | None) -> list[R]:
    return ledger.records(model) if households is None else ledger.records(model, household=households)


def _by_household(records: Iterable[R]) -> dict[str, list[R]]:
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[record.household].append(record)
    return found


def _newest_first(records: Iterable[R], *names: str) -> tuple[R, ...]:
    def key(record: Record) -> tuple[str, ...]:
        return (*(str(getattr(record, name) or "") for name in names), record.id)

    return tuple(sorted(records, key=key, reverse=True))
