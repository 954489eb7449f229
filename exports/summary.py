"""What the rows of a sheet add up to: the totals under its table and the figures of its 汇总 page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from minqing.forms.form import FormRow
from minqing.records.appeal import STATES, Appeal
from minqing.records.resident import Resident
from minqing.records.visit import Visit

UNFILLED: Final = "未填"


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over rows; a record that stands in several rows counts once."""

    rows: int
    visits: int
    visited_households: int
    met_households: int
    residents: int
    appeals: tuple[Appeal, ...]

    @property
    def settled(self) -> int:
        """How many appeals are done, asked about or not (待回访 and 已办结)."""
        return sum(appeal.settled for appeal in self.appeals)

    @property
    def settled_rate(self) -> str:
        """办结率 as a whole per cent, blank when there is no appeal."""
        return f"{round(100 * self.settled / len(self.appeals))}%" if self.appeals else ""

    def states(self) -> tuple[str, ...]:
        """The five states, then what else the appeals hold."""
        found = {appeal.state or UNFILLED for appeal in self.appeals}
        return (*STATES, *sorted(found - set(STATES)))

    def by_category(self) -> list[tuple[str, Counter[str]]]:
        """Category and its count by state, the most frequent category first."""
        counts: dict[str, Counter[str]] = {}
        for appeal in self.appeals:
            counts.setdefault(appeal.category or UNFILLED, Counter())[appeal.state or UNFILLED] += 1
        return sorted(counts.items(), key=lambda pair: (-pair[1].total(), pair[0]))


def summarise(rows: Iterable[FormRow]) -> Summary:
    """Count what ``rows`` hold."""
    visits: dict[str, Visit] = {}
    appeals: dict[str, Appeal] = {}
    residents: set[str] = set()
    count = 0
    for row in rows:
        count += 1
        match row.get("visit"):
            case Visit() as visit:
                visits[visit.id] = visit
        match row.get("appeal"):
            case Appeal() as appeal:
                appeals[appeal.id] = appeal
        match row.get("resident"):
            case Resident() as resident:
                residents.add(resident.id)
    return Summary(
        rows=count,
        visits=len(visits),
        visited_households=len({visit.household for visit in visits.values()}),
        met_households=len({visit.household for visit in visits.values() if visit.met_someone}),
        residents=len(residents),
        appeals=tuple(appeals.values()),
    )


def _settled(summary: Summary) -> str:
    rate = f" · 办结率 {summary.settled_rate}" if summary.appeals else ""
    return f"办结 {summary.settled} 件{rate}"


_TOTALS: Mapping[str, Callable[[Summary], str]] = {
    "rows": lambda summary: f"共 {summary.rows:,} 条",
    "visits": lambda summary: f"走访 {summary.visits:,} 次",
    "visited_households": lambda summary: f"走访 {summary.visited_households:,} 户",
    "met_households": lambda summary: f"见面 {summary.met_households:,} 户",
    "residents": lambda summary: f"共 {summary.residents:,} 人",
    "appeals": lambda summary: f"诉求 {len(summary.appeals):,} 件",
    "settled_appeals": _settled,
}


def total(name: str, summary: Summary) -> str:
    """The text of one total that a form names; raises ValueError for a name that does not exist."""
    if name not in _TOTALS:
        raise ValueError(f"no total is called {name!r}; there are {', '.join(_TOTALS)} and sum")
    return _TOTALS[name](summary)
