"""The report on a stretch of time: the one source of the numbers on the 统计 page, in its workbook and its PDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import Final

from minqing.ledger import Ledger
from minqing.ledger.codecs import many
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.records.period import Period
from minqing.records.visit import Visit
from minqing.work.definitions import Definitions, definitions_of
from minqing.work.hours import Moment, within_a_day
from minqing.work.spans import Window, week_number
from minqing.work.statistics import Share, by_building

POINTS: Final = 12
"""How many weeks or months a trend has."""
ENOUGH: Final = 5
"""As many visits must be in the book before figures say anything."""
UNSORTED: Final = "未分类"
Ids = tuple[str, ...]


@dataclass(frozen=True)
class Count:
    """A number now, and in the days before that it is compared with."""

    now: int
    before: int


@dataclass(frozen=True)
class Rate:
    """A share now, and in the days before that it is compared with."""

    now: Share
    before: Share


@dataclass(frozen=True)
class BuildingLine:
    """A building's households by id: seen in the period, seen before it, only knocked at, never visited."""

    name: str
    seen: Ids
    earlier: Ids
    knocked: Ids
    never: Ids

    @property
    def homes(self) -> int:
        """How many households it has."""
        return len(self.seen) + len(self.earlier) + len(self.knocked) + len(self.never)

    @property
    def covered(self) -> Share:
        """The part that was seen in the period."""
        return Share(len(self.seen), self.homes)


@dataclass(frozen=True)
class CategoryLine:
    """A category's appeals by id; ``running`` is the part of all that it and the larger ones make up."""

    name: str
    appeals: Ids
    running: Share


@dataclass(frozen=True)
class TrendPoint:
    """A week or month: the appeals registered in it and those done in it; ``inside`` the period of the report."""

    label: str
    period: Period
    registered: Ids
    settled: Ids
    inside: bool


@dataclass(frozen=True)
class Report:
    """All figures of a window. ``recorded`` counts the visits of the whole book."""

    window: Window
    definitions: Definitions
    recorded: int
    visits: Count
    not_met: int
    covered: Rate
    appeals: Count
    settled: Rate
    prompt: Rate
    satisfied: Rate
    buildings: tuple[BuildingLine, ...]
    categories: tuple[CategoryLine, ...]
    weeks: tuple[TrendPoint, ...]
    months: tuple[TrendPoint, ...]

    @property
    def enough(self) -> bool:
        """Whether there is enough to draw."""
        return self.recorded >= ENOUGH

    @property
    def never(self) -> Ids:
        """Every household that was never visited."""
        return tuple(one for line in self.buildings for one in line.never)

    def never_half(self) -> tuple[str, ...]:
        """The fewest buildings that hold half of the households never visited, most first."""
        wanted, found, total = len(self.never), [], 0
        for line in sorted(self.buildings, key=lambda one: -len(one.never)):
            if not wanted or 2 * total >= wanted:
                break
            found.append(line.name)
            total += len(line.never)
        return tuple(found)


def report(ledger: Ledger, window: Window, *, definitions: Definitions | None = None) -> Report:
    """The figures of ``window``, by the book's definitions unless others are given."""
    with many(ledger.count(Visit) + ledger.count(Appeal)):
        return _report(ledger, window, definitions or definitions_of(ledger))


def _report(ledger: Ledger, window: Window, rules: Definitions) -> Report:
    homes = [one for one in ledger.records(Household) if rules.registered(one)]
    visits, appeals = ledger.records(Visit), ledger.records(Appeal)
    closings = _closings(ledger.records(Step, action="办结"))
    now, before = (_Handled(appeals, period, rules, closings) for period in (window.period, window.before))
    seen = [_covered(visits, homes, period, rules) for period in (window.period, window.before)]
    inside = [one for one in visits if one.visited_on in window.period]
    return Report(
        window=window,
        definitions=rules,
        recorded=len(visits),
        visits=Count(len(inside), sum(one.visited_on in window.before for one in visits)),
        not_met=sum(not one.met_someone for one in inside),
        covered=Rate(*(Share(len(one), len(homes)) for one in seen)),
        appeals=Count(len(now.appeals), len(before.appeals)),
        settled=Rate(now.settled, before.settled),
        prompt=Rate(now.prompt, before.prompt),
        satisfied=Rate(now.satisfied, before.satisfied),
        buildings=_buildings(homes, visits, seen[0], window.period, rules),
        categories=_categories(now.appeals),
        weeks=_trend(_weeks(window, rules.first_weekday), appeals, window, rules),
        months=_trend(_months(window), appeals, window, rules),
    )


class _Handled:
    """How the appeals registered in a period were handled."""

    def __init__(
        self, appeals: Iterable[Appeal], period: Period, rules: Definitions, closings: Mapping[str, Moment]
    ) -> None:
        self.appeals = [one for one in appeals if one.registered_on in period]
        done = [one for one in self.appeals if rules.settled(one)]
        quick = sum(_prompt(one, rules, closings.get(one.id)) for one in done)
        asked = [one for one in self.appeals if rules.asked(one)]
        self.settled = Share(len(done), len(self.appeals))
        self.prompt = Share(quick, len(self.appeals if rules.prompt_of_all else done))
        self.satisfied = Share(sum(map(rules.satisfied, asked)), len(asked))


def _closings(steps: Iterable[Step]) -> dict[str, Moment]:
    found: dict[str, Moment] = {}
    for step in steps:
        if step.happened_on:
            found[step.appeal] = (step.happened_on, step.happened_at)
    return found


def _prompt(appeal: Appeal, rules: Definitions, step: Moment | None) -> bool:
    if appeal.registered_on is None or appeal.closed_on is None:
        return False
    end: Moment = step if step and step[0] == appeal.closed_on else (appeal.closed_on, None)
    return within_a_day((appeal.registered_on, appeal.registered_at), end, rules)


def _covered(visits: Iterable[Visit], homes: Iterable[Household], period: Period, rules: Definitions) -> set[str]:
    seen = {one.household for one in visits if one.visited_on in period and rules.covers(one)}
    return seen & {one.id for one in homes}


def _buildings(
    homes: Iterable[Household], visits: Iterable[Visit], seen: set[str], period: Period, rules: Definitions
) -> tuple[BuildingLine, ...]:
    known = [one for one in visits if one.visited_on is None or one.visited_on <= period.end]
    visited = {one.household for one in known}
    met = {one.household for one in known if rules.covers(one)}

    def chosen(inside: Sequence[Household], keep: Callable[[str], bool]) -> Ids:
        return tuple(one.id for one in inside if keep(one.id))

    return tuple(
        BuildingLine(
            name=name,
            seen=chosen(inside, lambda one: one in seen),
            earlier=chosen(inside, lambda one: one in met and one not in seen),
            knocked=chosen(inside, lambda one: one in visited and one not in met),
            never=chosen(inside, lambda one: one not in visited),
        )
        for name, inside in by_building(homes).items()
    )


def _categories(appeals: Sequence[Appeal]) -> tuple[CategoryLine, ...]:
    groups: dict[str, list[str]] = defaultdict(list)
    for one in appeals:
        groups[one.category or one.category1 or UNSORTED].append(one.id)
    ranked = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    totals = accumulate(len(ids) for _, ids in ranked)
    return tuple(
        CategoryLine(name, tuple(ids), Share(total, len(appeals)))
        for (name, ids), total in zip(ranked, totals, strict=True)
    )


def _weeks(window: Window, first_weekday: int) -> list[tuple[str, Period]]:
    last = Period.of_week(_end(window), first_weekday)
    weeks = [
        Period(last.start - timedelta(weeks=back), last.end - timedelta(weeks=back))
        for back in range(POINTS - 1, -1, -1)
    ]
    return [(f"{week_number(week)}周", week) for week in weeks]


def _months(window: Window) -> list[tuple[str, Period]]:
    months = [Period.of_month(_end(window))]
    while len(months) < POINTS:
        months.append(Period.of_month(months[-1].start - timedelta(days=1)))
    return [(f"{one.start.month}月", one) for one in reversed(months)]


def _end(window: Window) -> date:
    """Trends end with the report, but show no days that are still to come."""
    return min(window.period.end, window.on) if window.period.start <= window.on else window.period.end


def _trend(
    periods: Sequence[tuple[str, Period]], appeals: Iterable[Appeal], window: Window, rules: Definitions
) -> tuple[TrendPoint, ...]:
    registered: dict[date, list[str]] = defaultdict(list)
    settled: dict[date, list[str]] = defaultdict(list)
    for one in appeals:
        if one.registered_on:
            registered[one.registered_on].append(one.id)
        if one.closed_on and rules.settled(one):
            settled[one.closed_on].append(one.id)
    return tuple(
        TrendPoint(
            label=label,
            period=period,
            registered=_within(registered, period),
            settled=_within(settled, period),
            inside=period.start <= window.period.end and window.period.start <= period.end,
        )
        for label, period in periods
    )


def _within(by_day: Mapping[date, list[str]], period: Period) -> Ids:
    days = (period.start + timedelta(days=step) for step in range(period.days))
    return tuple(one for day in days for one in by_day.get(day, ()))
