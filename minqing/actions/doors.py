"""One thing done at several doors at once, and the buildings that the doors belong to."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.errors import BuildingExists, MissingValue
from minqing.ledger import Changes, Ledger
from minqing.records.building import Building, bare_name
from minqing.records.household import Household
from minqing.records.visit import Visit


def record_at_doors(ledger: Ledger, *, households: Sequence[Household], draft: Visit) -> Changes:
    """Save the same visit at each of ``households`` as one change; those without an id are entered first."""
    with ledger.change(f"记录走访 {_doors_said(households)}：{_what(draft)}") as tx:
        new = iter(tx.add_all([home for home in households if not home.id]))
        there = [home if home.id else next(new) for home in households]
        tx.add_all([draft.with_values({"household": home.id}) for home in there])
    return tx.changes


def tell_policy(ledger: Ledger, *, households: Sequence[Household], draft: Visit) -> Changes:
    """Save at each door what policy was told there; raises MissingValue when ``draft`` names none."""
    if not draft.told:
        raise MissingValue("政策宣传")
    return record_at_doors(ledger, households=households, draft=draft)


def save_building(ledger: Ledger, building: Building) -> Changes:
    """Add a building, or change its shape; raises BuildingExists when its estate has one of this name already."""
    plain = building.with_values({"name": bare_name(building.name), "estate": building.estate.strip()})
    for other in ledger.records(Building, estate=plain.estate):
        if other.id != plain.id and other.number == plain.number:
            raise BuildingExists(plain.number)
    with ledger.change(f"{'修改' if plain.id else '新建'}楼栋 {plain.number}栋") as tx:
        if plain.id:
            tx.update(plain)
        else:
            tx.add(plain)
    return tx.changes


def _doors_said(households: Sequence[Household]) -> str:
    """``3栋2单元601`` for one, ``3栋2单元601 等 5 户`` for several."""
    first = households[0].door if households else ""
    return f"{first} 等 {len(households)} 户" if len(households) > 1 else first


def _what(draft: Visit) -> str:
    return f"政策宣传 {'、'.join(draft.told)}" if draft.told else draft.result
