"""The records that a row adds: what it says, what follows from the row, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping

from minqing.errors import CellError
from minqing.exchange.matching import Match, SlotValues
from minqing.exchange.plan import NewRecord
from minqing.forms.form import SLOTS, Form
from minqing.records.fields import Value

_ORDER = ("household", "building", "contact", "head", "resident", "visit", "appeal")

Broken = tuple[str, str, CellError]


def new_records(
    match: Match, values: SlotValues, extra: Mapping[str, str], form: Form
) -> tuple[list[NewRecord], list[Broken]]:
    """The records that this row adds, parents first, and (slot, field, error) of those that break a rule."""
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
        found.append(NewRecord(slot, match.added[slot], filled, extra if slot == form.subject else {}))
    return found, broken


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
