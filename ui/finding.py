"""What the search box of the window finds, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from minqing.exchange.matching.joined import joined_records
from minqing.ledger import Ledger
from minqing.ledger.search_index import fold
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.dates import screen_date
from minqing.records.household import Household
from minqing.records.identity import normalise_id
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui.widgets.search import Group, Result

T = TypeVar("T", bound=Record)
_LIMIT = 40
_PER_GROUP = 8
_LINE = 60
_SHORT = 14
_BEFORE = 8


def found(ledger: Ledger, text: str) -> Sequence[Group]:
    """Hits for ``text`` grouped as 家庭, 诉求 and 走访; the payload is ``(page key, id)``.

    Numbers that are hidden elsewhere are searched but never part of a result.
    """
    if record_id := normalise_id(text):
        text = joined_records(ledger).get(record_id, record_id)
    homes = _homes(ledger, text)
    appeals = _records(ledger, Appeal, text)
    visits = _records(ledger, Visit, text)
    homes_of = {one.household for one in appeals} | {one.household for one in visits}
    doors = ledger.get_many(homes_of - {""})
    today = date.today()
    groups = (
        ("家庭", homes),
        ("诉求", [_appeal(one, doors, text, today) for one in appeals]),
        ("走访", [_visit(one, doors, text, today) for one in visits]),
    )
    return [Group(title, tuple(all_[:_PER_GROUP]), more=len(all_) > _PER_GROUP) for title, all_ in groups if all_]


def _records(ledger: Ledger, model: type[T], text: str) -> list[T]:
    hits = ledger.search_kind(model, text, limit=_PER_GROUP + 1)
    records = ledger.get_many([hit.id for hit in hits])
    return [one for hit in hits if isinstance(one := records.get(hit.id), model)]


def _homes(ledger: Ledger, text: str) -> list[Result]:
    """Households, each once, under what found it: its door or one of its people."""
    kinds = {Household.KIND, Resident.KIND}
    by_home: dict[str, str] = {}
    for hit in ledger.search(text, limit=_LIMIT):
        if hit.kind in kinds and hit.household and len(by_home) <= _PER_GROUP:
            by_home.setdefault(hit.household, hit.id)
    records = ledger.get_many({*by_home, *by_home.values()})
    doors = [home for home, found_by in by_home.items() if found_by == home]
    heads = {one.household: one.name for one in ledger.records(Resident, household=doors) if one.is_head}
    results = []
    for home_id, found_by in by_home.items():
        home, record = records.get(home_id), records.get(found_by)
        if isinstance(home, Household):
            title, line = home.door, heads.get(home_id, "")
            if isinstance(record, Resident):
                title, line = record.name, _joined(home.door, record.relation)
            results.append(Result(title or home.place.key, line, ("household", home_id)))
    return results


def _appeal(one: Appeal, doors: Mapping[str, Record], text: str, today: date) -> Result:
    title = one.subject
    if not _around(text, (title,)) and (words := _around(text, (one.text, one.solution, one.outcome, one.reply))):
        title = f"{title}：{words}" if len(title) <= _SHORT else words
    day = screen_date(one.registered_on, today) if one.registered_on else ""
    line = _joined(_door(doors, one.household) or one.place, day, one.state)
    return Result(title, line, ("appeals", one.id))


def _visit(one: Visit, doors: Mapping[str, Record], text: str, today: date) -> Result:
    words = _around(text, (one.said, one.problems, one.measures, one.purpose, one.next_reason, one.notes))
    day = screen_date(one.visited_on, today) if one.visited_on else ""
    line = _joined(_door(doors, one.household), day, one.result)
    return Result(words or _around("", (one.said,)) or one.purpose or one.result or "走访", line, ("visits", one.id))


def _door(doors: Mapping[str, Record], household: str) -> str:
    home = doors.get(household)
    return home.door if isinstance(home, Household) else ""


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _around(text: str, told: Iterable[str]) -> str:
    """The first of the texts in which ``text`` or its first word stands, from shortly before it; blank for none."""
    lines = [" ".join(one.split()) for one in told]
    for words in (fold(text).strip(), *fold(text).split()[:1]):
        for line in lines:
            # Folding may change the length of rare letters; then the place is a little off, no more.
            place = fold(line).find(words)
            if place >= 0 and line:
                start = place - _BEFORE if place > _LINE // 3 else 0
                return f"{'…' if start else ''}{line[start : start + _LINE]}"
    return ""
