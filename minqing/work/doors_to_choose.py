"""Which doors to offer when a visit is to be recorded and nobody has said where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

_NEXT = 6
_FOUND = 12
_HITS = 60


@dataclass(frozen=True)
class DoorChoice:
    """One household to choose: its door, what it is called, and why it is offered or who was found."""

    id: str
    door: str
    name: str
    why: str


def doors_next(ledger: Ledger, today: date, *, beside: str = "") -> list[DoorChoice]:
    """The doors that follow, in walking order, the one where the last visit of today was; then the one ``beside``."""
    visits = ledger.records(Visit, visited_on=today)
    last = max(visits, key=lambda one: (str(one.visited_at or ""), one.id), default=None)
    here = last.household if last else beside
    route = sorted(ledger.records(Household), key=lambda one: one.walking_order)
    place = next((number for number, one in enumerate(route) if one.id == here), -1)
    homes = [one for one in route[place + 1 :] if not one.vacant][:_NEXT]
    whys = {one.id: "接着上一户" if last and number == 0 else "" for number, one in enumerate(homes)}
    chosen = next((one for one in route if one.id == beside), None)
    if chosen is not None and chosen.id not in whys:
        homes.insert(1 if last else 0, chosen)
        whys[chosen.id] = "选中的这一户"
    return _choices(ledger, homes, whys)


def doors_found(ledger: Ledger, text: str) -> list[DoorChoice]:
    """The households whose door or people ``text`` finds, the best first."""
    hits = [one for one in ledger.search(text, limit=_HITS) if one.kind in {Household.KIND, Resident.KIND}]
    records = ledger.get_many([one.id for one in hits] + [one.household for one in hits])
    whys: dict[str, str] = {}
    homes: list[Household] = []
    for hit in hits:
        home, record = records.get(hit.household), records.get(hit.id)
        if isinstance(home, Household) and home.id not in whys:
            homes.append(home)
            person = record if isinstance(record, Resident) else None
            whys[home.id] = f"{person.name} {person.relation}".strip() if person and not person.is_head else ""
    return _choices(ledger, homes[:_FOUND], whys)


def _choices(ledger: Ledger, homes: list[Household], whys: dict[str, str]) -> list[DoorChoice]:
    names: dict[str, str] = {}
    for one in ledger.records(Resident, household=[home.id for home in homes]) if homes else ():
        if one.is_head or one.household not in names:
            names[one.household] = one.name
    return [DoorChoice(one.id, one.door, names.get(one.id, ""), whys.get(one.id, "")) for one in homes]
