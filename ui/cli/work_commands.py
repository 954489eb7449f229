"""The commands about the work to do and the work done: due, stats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

import typer

from minqing.records.dates import Period
from minqing.work.due import due_households
from minqing.work.report import Report, report
from minqing.work.report_words import figures
from minqing.work.spans import own_window
from minqing.work.statistics import Share, Statistics, statistics
from ui.cli.items import labels_of
from ui.cli.opening import open_book
from ui.cli.options import Book, From, Json, PasswordFile, Until, Week
from ui.cli.periods import day_named, period_named
from ui.cli.showing import Answer, say, table

On = Annotated[str, typer.Option("--on", metavar="DATE", help="哪一天，如 2026-11-20，默认今天")]


@dataclass(frozen=True)
class _DueHousehold:
    id: str
    label: str
    due_on: date
    reasons: tuple[str, ...]
    last_visit: date | None


@dataclass(frozen=True)
class _DueList:
    on: date
    households: tuple[_DueHousehold, ...]


@dataclass(frozen=True)
class _Figures:
    from_: date | None
    until: date | None
    households: int
    households_visited: int
    visits: int
    met: int
    appeals: int
    settled: Share
    overdue: int
    coverage: Mapping[str, Share]
    by_category: Mapping[str, int]
    by_state: Mapping[str, int]
    by_day: Mapping[str, int]
    covered: Share
    within_24_hours: Share
    satisfied: Share


def due(*, book: Book, on: On = "", as_json: Json = False, password_file: PasswordFile = None) -> int:
    """Say who is due for a visit, in door order."""
    day = day_named(on) if on else date.today()
    with open_book(book, password_file) as ledger:
        found = due_households(ledger, day)
        labels = labels_of(ledger, [one.household for one in found])
    households = tuple(
        _DueHousehold(
            id=one.household.id,
            label=labels[one.household.id],
            due_on=one.due_on,
            reasons=one.reasons,
            last_visit=one.last_visit.visited_on if one.last_visit else None,
        )
        for one in found
    )
    rows = [
        (one.label, one.due_on.isoformat(), str(one.last_visit or "—"), "、".join(one.reasons)) for one in households
    ]
    lines = [*table(rows, head=("户", "应访日", "上次走访", "为什么")), f"{day} 前该走访 {len(rows)} 户。"]
    return say(Answer(_DueList(day, households), lines), as_json=as_json)


def stats(
    *,
    book: Book,
    week: Week = "",
    from_: From = "",
    until: Until = "",
    as_json: Json = False,
    password_file: PasswordFile = None,
) -> int:
    """Give the figures of a period, by default of everything."""
    period = period_named(week=week, start=from_, end=until)
    with open_book(book, password_file) as ledger:
        found = statistics(ledger, period)
        rated = report(ledger, own_window(period or Period(date(1900, 1, 1), date.today()), on=date.today()))
    lines = [*_figure_lines(found), *_rate_lines(rated)]
    return say(Answer(_figures(found, rated, period), lines), as_json=as_json)


def _figures(found: Statistics, rated: Report, period: Period | None) -> _Figures:
    return _Figures(
        from_=period.start if period else None,
        until=period.end if period else None,
        households=found.households,
        households_visited=found.households_visited,
        visits=found.visits,
        met=found.met,
        appeals=found.appeals,
        settled=found.settled,
        overdue=found.overdue,
        coverage=found.coverage,
        by_category=found.by_category,
        by_state=found.by_state,
        by_day=found.by_day,
        covered=rated.covered.now,
        within_24_hours=rated.prompt.now,
        satisfied=rated.satisfied.now,
    )


def _rate_lines(rated: Report) -> Iterator[str]:
    """The rates by the book's own definitions, each with what it is a part of."""
    yield "按账本的口径："
    shown = [one for one in figures(rated) if one.unit]
    yield from table([(f"  {one.label}", f"{one.number}%", one.beside, one.definition) for one in shown])


def _figure_lines(found: Statistics) -> Iterator[str]:
    yield found.period.label if found.period else "全部时间"
    visited = f"{found.households_visited:,} / {found.households:,} 户"
    yield f"走访 {found.visits:,} 次，见面 {found.met:,} 次，走到 {visited}"
    yield (
        f"诉求 {found.appeals:,} 件，办结率 {found.settled}（{found.settled.part:,} / {found.settled.whole:,} 件），"
        f"超期 {found.overdue:,} 件"
    )
    yield "见面覆盖："
    yield from table(
        [(f"  {name}", str(one), f"{one.part:,} / {one.whole:,} 户") for name, one in found.coverage.items()]
    )
    yield "诉求状态："
    yield from table([(f"  {name}", f"{count:,} 件") for name, count in found.by_state.items()])
    if found.by_category:
        yield "诉求类别："
        yield from table([(f"  {name}", f"{count:,} 件") for name, count in found.by_category.items()])
