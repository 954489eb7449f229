"""The figures of a period: visits, coverage by building, appeals by category and state, rates with their fractions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from minqing.ledger import Ledger
from minqing.records.appeal import STATES, Appeal
from minqing.records.dates import Period
from minqing.records.household import Household
from minqing.records.visit import Visit


@dataclass(frozen=True)
class Share:
    """A part of a whole, shown as a per cent with its fraction."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """The whole per cent, a half rounded up as sheets do; None for a part of nothing."""
        return (200 * self.part + self.whole) // (2 * self.whole) if self.whole else None

    def __str__(self) -> str:
        return f"{self.percent}%" if self.whole else "—"


@dataclass(frozen=True)
class Statistics:
    """Figures of a period. 办结率 = (待回访 + 已办结) / all appeals registered in it."""

    period: Period | None
    visits: int
    met: int
    households_visited: int
    households: int
    coverage: Mapping[str, Share]
    appeals: int
    settled: Share
    overdue: int
    by_category: Mapping[str, int]
    by_state: Mapping[str, int]
    by_day: Mapping[str, int]


def statistics(ledger: Ledger, period: Period | None = None, *, on: date | None = None) -> Statistics:
    """Figures of ``period`` (None: everything); ``on`` is the day by which deadlines are judged, today by default."""
    today = on or date.today()
    homes = {one.id: one for one in ledger.records(Household)}
    visits = [one for one in ledger.records(Visit) if _within(one.visited_on, period)]
    appeals = [one for one in ledger.records(Appeal) if _within(one.registered_on, period)]
    visited = {one.household for one in visits if one.met_someone}
    states = Counter(one.state or STATES[0] for one in appeals)
    return Statistics(
        period=period,
        visits=len(visits),
        met=sum(one.met_someone for one in visits),
        households_visited=len({one.household for one in visits}),
        households=len(homes),
        coverage=_coverage(homes, visited),
        appeals=len(appeals),
        settled=Share(sum(one.settled for one in appeals), len(appeals)),
        overdue=sum(one.overdue_on(today) for one in appeals),
        by_category=dict(Counter(one.category or one.category1 or "未分类" for one in appeals).most_common()),
        by_state={state: states[state] for state in STATES},
        by_day=dict(sorted(Counter(str(one.visited_on) for one in visits if one.visited_on).items())),
    )


def _within(day: date | None, period: Period | None) -> bool:
    return period is None or (day is not None and day in period)


def _coverage(homes: Mapping[str, Household], visited: set[str]) -> dict[str, Share]:
    return {
        name: Share(sum(one.id in visited for one in inside), len(inside))
        for name, inside in by_building(homes.values()).items()
    }


def by_building(homes: Iterable[Household]) -> dict[str, list[Household]]:
    """Households by the name of their building, in walking order; with its 小区 where two have the same number."""
    found: dict[str, list[Household]] = defaultdict(list)
    estates: dict[str, set[str]] = defaultdict(set)
    ordered = sorted(homes, key=lambda one: one.walking_order)
    for household in ordered:
        estates[household.building].add(household.estate)
    for household in ordered:
        building = f"{household.building}栋" if household.building else ""
        alone = building and len(estates[household.building]) == 1
        found[building if alone else f"{household.estate}{building}"].append(household)
    return dict(found)
