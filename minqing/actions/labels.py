"""How records are called in the labels of changes: door and family, never numbers that identify a person."""

from __future__ import annotations

from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit


def household_label(ledger: Ledger, household: Household) -> str:
    """``3栋2单元501 王家``; the door alone for a household that is not in the book yet."""
    if not household.id:
        return household.door
    head = next((one for one in ledger.records(Resident, household=household.id) if one.is_head), None)
    return f"{household.door} {head.name[:1]}家" if head else household.door


def visit_label(ledger: Ledger, visit: Visit) -> str:
    """``3栋2单元501 王家 2026-11-19``."""
    home = ledger.find(visit.household)
    door = household_label(ledger, home) if isinstance(home, Household) else ""
    return f"{door} {visit.show('visited_on')}".strip()
