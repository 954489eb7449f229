"""Who is due for a visit, and why; a reason ends by itself when a later record proves it done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.bulk import sorted_in_turns
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import MOVED_AWAY, NOT_MET, PUT_OFF, Visit
from minqing.work.plan import Plan, plan_of


@dataclass(frozen=True)
class Due:
    """A household to be visited: ``due_on`` is the day by which, ``reasons`` are short Chinese phrases."""

    household: Household
    due_on: date
    reasons: tuple[str, ...]
    last_visit: Visit | None


def due_households(ledger: Ledger, on: date) -> list[Due]:
    """Everybody who is due on ``on`` or before, in door order."""
    return due_among(
        ledger.records(Household),
        ledger.records(Visit),
        ledger.records(Resident),
        ledger.records(Appeal),
        plan=plan_of(ledger),
        on=on,
    )


def due_household(ledger: Ledger, household: Household, on: date) -> Due | None:
    """Why this one household is due on ``on`` or before, None when it is not; reads nothing of the others."""
    mine = household.id
    visits, residents = ledger.records(Visit, household=mine), ledger.records(Resident, household=mine)
    appeals = ledger.records(Appeal, household=mine)
    found = due_among([household], visits, residents, appeals, plan=plan_of(ledger), on=on)
    return found[0] if found else None


def due_among(
    households: Iterable[Household],
    all_visits: Iterable[Visit],
    residents: Iterable[Resident],
    appeals: Iterable[Appeal],
    *,
    on: date,
    plan: Plan | None = None,
) -> list[Due]:
    """Those of ``households`` who are due on ``on`` or before, in door order, judged by these records and ``plan``.

    Without a ``plan`` the usual intervals hold.
    """
    plan = plan or Plan()
    visits = latest_visits(all_visits)
    groups = _care_groups(residents)
    asking = _asking_back(appeals)
    found = []
    for household in households:
        if household.vacant:
            continue
        last, met = visits.get(household.id, (None, None))
        cared = groups.get(household.id, frozenset())
        reasons = _reasons(last, met, plan=plan, groups=cared, asking=asking.get(household.id, 0), on=on)
        if reasons:
            earliest = min(day for day, _ in reasons)
            words = tuple(dict.fromkeys(word for _, word in sorted(reasons)))
            found.append(Due(household, earliest, words, last))
    return sorted_in_turns(found, key=lambda due: due.household.walking_order)


def latest_visits(visits: Iterable[Visit]) -> dict[str, tuple[Visit, Visit | None]]:
    """Per household: its latest visit and the latest at which somebody was met."""
    found: dict[str, tuple[Visit, Visit | None]] = {}
    for visit in sorted_in_turns(
        visits, key=lambda one: (str(one.visited_on or ""), str(one.visited_at or ""), one.id)
    ):
        _, met = found.get(visit.household, (visit, None))
        found[visit.household] = (visit, visit if visit.met_someone else met)
    return found


def _care_groups(residents: Iterable[Resident]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one in residents:
        if one.care_groups and one.lives_here:
            found[one.household].update(one.care_groups)
    return {household: frozenset(groups) for household, groups in found.items()}


def _asking_back(appeals: Iterable[Appeal]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for appeal in appeals:
        found[appeal.household] += appeal.state == "待回访"
    return found


def _reasons(
    last: Visit | None, met: Visit | None, *, plan: Plan, groups: frozenset[str], asking: int, on: date
) -> list[tuple[date, str]]:
    found: list[tuple[date, str]] = []
    if last and last.next_on and last.next_on <= on:
        found.append((last.next_on, "到期回访"))
    agreed = last is not None and last.result == PUT_OFF and last.next_on is not None
    if last and last.result in NOT_MET and last.visited_on and not agreed:
        again = last.visited_on + timedelta(days=plan.retry)
        if again <= on:
            found.append((again, "未见面待补访"))
    if last and last.result == MOVED_AWAY:
        groups = frozenset()
    for group in sorted(groups & plan.care.keys()):
        days = plan.care[group]
        day = met.visited_on + timedelta(days=days) if met and met.visited_on else on
        if day <= on:
            found.append((day, f"{group}：{days} 天一访" if met else f"{group}：还没见过面"))
    if asking:
        found.append((on, f"诉求待回访 {asking} 件"))
    return found
