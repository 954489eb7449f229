"""What the search box of the window finds, in words."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.exchange.matching.joined import joined_records
from minqing.ledger import Hit, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.household import Household
from minqing.records.identity import normalise_id
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui.widgets.search import Group, Result

_LIMIT = 40
_PER_GROUP = 8


def found(ledger: Ledger, text: str) -> Sequence[Group]:
    """Hits for ``text`` grouped as 家庭, 诉求 and 走访; the payload is ``(page key, id)``."""
    if record_id := normalise_id(text):
        text = joined_records(ledger).get(record_id, record_id)
    hits = ledger.search(text, limit=_LIMIT)
    records = ledger.get_many([hit.id for hit in hits] + [hit.household for hit in hits if hit.household])
    homes: dict[str, Result] = {}
    appeals: list[Result] = []
    visits: list[Result] = []
    for hit in hits:
        record = records.get(hit.id)
        home = records.get(hit.household)
        door = home.door if isinstance(home, Household) else ""
        if isinstance(record, Appeal):
            appeals.append(Result(record.subject, f"{door} {record.state}".strip(), ("appeals", record.id)))
        elif isinstance(record, Visit):
            visits.append(
                Result(record.said[:40], f"{door} {record.show('visited_on')}".strip(), ("household", hit.household))
            )
        elif hit.household and hit.household not in homes:
            homes[hit.household] = _home(ledger, hit, record, door)
    groups = (("家庭", list(homes.values())), ("诉求", appeals), ("走访", visits))
    return [Group(title, tuple(results[:_PER_GROUP])) for title, results in groups if results]


def _home(ledger: Ledger, hit: Hit, record: Record | None, door: str) -> Result:
    payload = ("household", hit.household)
    if isinstance(record, Resident):
        return Result(record.name, f"{door} {record.relation}".strip(), payload)
    head = next((one for one in ledger.records(Resident, household=hit.household) if one.is_head), None)
    return Result(door, head.name if head else "", payload)
