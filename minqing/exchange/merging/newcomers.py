"""The records that a row adds: what it says, what follows from the row, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping

from minqing.errors import CellError
from minqing.exchange.matching.match import Match, SlotValues
from minqing.exchange.matching.matcher import is_own_head
from minqing.exchange.plan import NewRecord
from minqing.forms.form import SLOTS
from minqing.records.fields import Value

_ORDER = ("household", "building", "contact", "head", "resident", "visit", "appeal")

Broken = tuple[str, str, CellError]


def new_records(
    match: Match, values: SlotValues, extra: Mapping[str, Mapping[str, str]]
) -> tuple[list[NewRecord], list[Broken]]:
    """The records that this row adds, parents first, and (slot, field, error) of those that break a rule.

    ``extra`` are the texts that no field knows, by slot.
    """
    found: list[NewRecord] = []
    broken: list[Broken] = []
    dropped: set[str] = set()
    for slot in _ORDER:
        if slot not in match.fresh:
            continue
        filled = _completed(slot, values, match)
        model = SLOTS[slot]
        breaches = model.trusted(filled).breaches()
        parent = match.added.get("household")
        if breaches or (parent in dropped and slot != "household"):
            broken += [(slot, breach.field, breach.error) for breach in breaches]
            dropped.add(match.added[slot])
            continue
        found.append(NewRecord(slot, match.added[slot], filled, extra.get(slot, {})))
    return found, broken


def with_own_head(values: Mapping[str, dict[str, Value]]) -> Mapping[str, dict[str, Value]]:
    """What a row says, where its own person is the head that it names: all of it is then said of that one person."""
    if not is_own_head(values):
        return values
    own: dict[str, Value] = {name: value for name, value in values["resident"].items() if value}
    said = {name: value for name, value in values["head"].items() if value}
    identity: dict[str, Value] = {name: value for name, value in said.items() if name in {"name", "id_number"}}
    return {**values, "resident": {**said, **own, "relation": "户主"}, "head": identity}


def _completed(slot: str, values: SlotValues, match: Match) -> dict[str, Value]:
    filled = dict(values.get(slot, {}))
    household = match.id_of("household")
    if "household" in SLOTS[slot].fields() and household:
        filled["household"] = household
    if slot == "head":
        filled["relation"] = filled.get("relation") or "户主"
    if slot == "appeal":
        filled["visit"] = match.id_of("visit")
        filled["state"] = filled.get("state") or "待受理"
        if not filled.get("registered_on"):
            filled["registered_on"] = _visit_day(values, match)
    return filled


def _visit_day(values: SlotValues, match: Match) -> Value:
    visit = match.known.get("visit")
    day = getattr(visit, "visited_on", None) if visit is not None else None
    return day or values.get("visit", {}).get("visited_on")
