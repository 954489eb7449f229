"""Visits as a list, newest first, and what one needs to know to record the next one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.period import Period
from minqing.records.resident import Resident
from minqing.records.visit import Visit

_COMPANIONS = ("网格员", "楼栋长", "社区民警", "兼职委员", "社区干部", "志愿者")
_CALLED = {"楼栋长": "楼长"}


@dataclass(frozen=True)
class VisitLine:
    """One visit with the household it was to (None: no longer in the book), its name and the appeals caught."""

    visit: Visit
    household: Household | None
    name: str
    appeals: tuple[Appeal, ...]

    @property
    def door(self) -> str:
        """``3栋2单元601``."""
        return self.household.door if self.household else ""

    @property
    def building(self) -> str:
        """``3``."""
        return self.household.building if self.household else ""


@dataclass(frozen=True)
class Companion:
    """Somebody who may come along: the name that is recorded and the words on the button."""

    name: str
    label: str


def visit_lines(
    ledger: Ledger, period: Period | None = None, *, only: Collection[str] | None = None
) -> list[VisitLine]:
    """The visits of a period (None: all of them), the newest first; with ``only`` those of them with these ids."""
    if only is not None:
        listed = [one for one in ledger.get_many(only).values() if isinstance(one, Visit)]
        visits = [one for one in listed if period is None or (one.visited_on and one.visited_on in period)]
    elif period is None:
        visits = ledger.records(Visit)
    else:
        days = [period.start + timedelta(days=step) for step in range(period.days)]
        visits = ledger.records(Visit, visited_on=days)
    homes = ledger.get_many({one.household for one in visits})
    names = _names(ledger, None if period is None and only is None else list(homes))
    asked: dict[str, list[Appeal]] = defaultdict(list)
    for appeal in ledger.records(Appeal, visit=[one.id for one in visits]) if visits else ():
        asked[appeal.visit].append(appeal)
    lines = []
    for visit in visits:
        home = homes.get(visit.household)
        known = home if isinstance(home, Household) else None
        lines.append(VisitLine(visit, known, names.get(visit.household, ""), tuple(asked[visit.id])))
    return sorted(lines, key=newest, reverse=True)


def newest(line: VisitLine) -> tuple[str, str, str]:
    """Sorts by day, then by the hour, then as they came in."""
    return str(line.visit.visited_on or ""), str(line.visit.visited_at or ""), line.visit.id


def next_home(ledger: Ledger, household_id: str) -> Household | None:
    """The next door in walking order that is lived in; None after the last one."""
    route = sorted(ledger.records(Household), key=lambda one: one.walking_order)
    place = next((number for number, one in enumerate(route) if one.id == household_id), len(route))
    return next((one for one in route[place + 1 :] if not one.vacant), None)


def companions(ledger: Ledger, household: Household) -> list[Companion]:
    """Those of the book's contacts who may come along to this door; its own grid's and building's first."""
    near: list[Companion] = []
    far: list[Companion] = []
    for role in _COMPANIONS:
        for one in ledger.records(Contact, role=role):
            area = f"{one.area} {one.organisation}"
            here = bool(household.grid and household.grid in area) or _names_building(area, household.building)
            if here or role != "楼栋长":
                companion = Companion(one.name, f"{_CALLED.get(role, role)} {one.name}")
                (near if here else far).append(companion)
    return list({one.name: one for one in [*near, *far]}.values())


def companions_of(ledger: Ledger, day: date) -> tuple[str, ...]:
    """Who came along on the last visit of that day, beside the owner of the book: they mostly still do."""
    today = ledger.records(Visit, visited_on=day)
    last = max(today, key=lambda one: (str(one.visited_at or ""), one.id), default=None)
    return tuple(name for name in last.visitors if name != ledger.profile.owner) if last else ()


def _names_building(area: str, building: str) -> bool:
    return bool(building) and re.search(rf"(?<![0-9a-zA-Z]){re.escape(building)}(?:栋|幢|座|号楼)", area) is not None


def _names(ledger: Ledger, homes: Sequence[str] | None) -> dict[str, str]:
    """What households are called: by their head, else by whoever was entered first."""
    people = ledger.records(Resident) if homes is None else ledger.records(Resident, household=homes)
    found: dict[str, str] = {}
    for one in people:
        if one.is_head or one.household not in found:
            found[one.household] = one.name
    return found
