"""Recording what happened at a door."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.actions.appeals import prepared
from minqing.actions.labels import household_label
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.records.visit import Visit


def record_visit(
    ledger: Ledger, *, household: Household, draft: Visit, appeals: Sequence[Appeal] = (), finishes: str = ""
) -> Changes:
    """Save a visit to ``household`` and the appeals caught during it, each with its first step.

    A household without an id, at whose door nobody had been entered yet, is entered with the visit. ``finishes`` names
    the draft in the book that is done with then.
    """
    with ledger.change(f"记录走访 {household_label(ledger, household)}") as tx:
        household = household if household.id else tx.add(household)
        visit = tx.add(draft.with_values({"household": household.id}))
        for appeal in appeals:
            linked = {
                "household": household.id,
                "visit": visit.id,
                "source": appeal.source or "走访",
                "registered_on": appeal.registered_on or visit.visited_on,
            }
            saved = tx.add(prepared(ledger, appeal.with_values(linked)))
            tx.add(Step(appeal=saved.id, happened_on=saved.registered_on, action="登记", who="、".join(visit.visitors)))
        if finishes:
            tx.finish_draft(finishes)
    return tx.changes
