"""The day at a glance: what is to be done now, the week's figures beside its targets, what people ask most."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.dates import Period
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.definitions import Definitions, definitions_of
from minqing.work.plan import Plan, plan_of
from minqing.work.statistics import Share
from minqing.work.tasks import Records, Task, last_sent, tasks_of

RECENT = 30
"""Days of the rate of appeals done and of the most frequent matters."""
MATTERS = 5
_ARRIVED_WITHIN = timedelta(days=60)
_LIST = 40
"""A change that adds more records than this took in a list: nobody moved in."""
_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class WeekFigures:
    """The week around a day: households visited (``met``: where somebody was met), appeals, the share of those done.

    ``by_day`` has every day of the week; ``settled`` and ``settled_before`` are of the last 30 days, now and as they
    stood a week ago.
    """

    period: Period
    homes: int
    met: int
    by_day: Mapping[date, int]
    appeals: int
    appeals_before: int
    settled: Share
    settled_before: Share
    overdue: int


@dataclass(frozen=True)
class Unsent:
    """What the street office has not seen: since when (None: never sent), visits and appeals of that time."""

    sent: date | None
    visits: int
    appeals: int


@dataclass(frozen=True)
class Today:
    """Everything that the first page shows.

    ``homes`` is how many households the book has, ``unmet`` are the ids of those lived in that were never visited.
    """

    on: date
    plan: Plan
    tasks: tuple[Task, ...]
    week: WeekFigures
    matters: tuple[tuple[str, int], ...]
    unsent: Unsent
    homes: int
    unmet: frozenset[str]


def today(ledger: Ledger, on: date) -> Today:
    """Work out the day ``on``; reads the whole book, so not for the window's own thread."""
    plan, definitions = plan_of(ledger), definitions_of(ledger)
    records = Records(
        homes=ledger.records(Household),
        residents=ledger.records(Resident),
        visits=ledger.records(Visit),
        appeals=ledger.records(Appeal),
        exchanges=ledger.exchanges(),
        arrived=ledger.arrivals.since(on - _ARRIVED_WITHIN, most=_LIST),
    )
    return Today(
        on=on,
        plan=plan,
        tasks=tuple(tasks_of(records, plan, on)),
        week=week_figures(records.visits, records.appeals, definitions=definitions, on=on),
        matters=frequent_matters(records.appeals, on),
        unsent=_unsent(records, on),
        homes=len(records.homes),
        unmet=frozenset(one.id for one in records.homes if not one.vacant) - {one.household for one in records.visits},
    )


def week_figures(
    visits: Iterable[Visit], appeals: Sequence[Appeal], *, definitions: Definitions, on: date
) -> WeekFigures:
    """The figures of the week around ``on``; which day it begins on and what is done, ``definitions`` say."""
    period = Period.of_week(on, definitions.first_weekday)
    homes: dict[date, set[str]] = defaultdict(set)
    met: set[str] = set()
    for visit in visits:
        if visit.visited_on is not None and visit.visited_on in period:
            homes[visit.visited_on].add(visit.household)
            if visit.met_someone:
                met.add(visit.household)
    days = [period.start + timedelta(days=number) for number in range(period.days)]
    before = Period(period.start - _WEEK, period.end - _WEEK)
    return WeekFigures(
        period=period,
        homes=len(set().union(*homes.values())),
        met=len(met),
        by_day={day: len(homes[day]) for day in days},
        appeals=_registered(appeals, period),
        appeals_before=_registered(appeals, before),
        settled=_settled(appeals, definitions, on),
        settled_before=_settled(appeals, definitions, on - _WEEK),
        overdue=sum(one.overdue_on(on) for one in appeals),
    )


def _registered(appeals: Iterable[Appeal], period: Period) -> int:
    return sum(one.registered_on in period for one in appeals)


def _settled(appeals: Iterable[Appeal], definitions: Definitions, on: date) -> Share:
    """The share of the appeals of the 30 days up to ``on`` that were done by then."""
    period = Period(on - timedelta(days=RECENT - 1), on)
    recent = [one for one in appeals if one.registered_on in period]
    done = [one for one in recent if definitions.settled(one) and (one.closed_on is None or one.closed_on <= on)]
    return Share(len(done), len(recent))


def frequent_matters(appeals: Iterable[Appeal], on: date) -> tuple[tuple[str, int], ...]:
    """The classes of the appeals of the last 30 days with their numbers, the most frequent first."""
    period = Period(on - timedelta(days=RECENT - 1), on)
    counted = Counter(one.category or one.category1 or "未分类" for one in appeals if one.registered_on in period)
    return tuple(counted.most_common(MATTERS))


def _unsent(records: Records, on: date) -> Unsent:
    sent = last_sent(records.exchanges)
    visits = sum(one.visited_on is not None and (sent or one.visited_on) <= one.visited_on <= on
                 for one in records.visits)  # fmt: skip
    appeals = sum(one.registered_on is not None and (sent or one.registered_on) <= one.registered_on <= on
                  for one in records.appeals)  # fmt: skip
    return Unsent(sent, visits, appeals)
