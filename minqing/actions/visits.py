"""Recording what happened at a door."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.actions.appeals import prepared
from minqing.actions.labels import household_label, visit_label
from minqing.errors import RecordMissing, VisitNotRestorable
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


def remove_visit(ledger: Ledger, visit_id: str) -> Changes:
    """Take a visit out of the book as one change; history keeps it.

    The appeals that were caught during it stay with all their steps; that they came from it is left to the history.
    Raises RecordMissing.
    """
    visit = ledger.find(visit_id)
    if not isinstance(visit, Visit):
        raise RecordMissing(visit_id)
    with ledger.change(f"删除走访 {visit_label(ledger, visit)}") as tx:
        tx.update_all([one.with_values({"visit": ""}) for one in ledger.records(Appeal, visit=visit_id)])
        tx.remove(visit_id)
    return tx.changes


def restore_visit(ledger: Ledger, visit_id: str) -> Changes:
    """Bring back a visit that was taken out, and link to it again the appeals that have no visit since then.

    Raises VisitNotRestorable when nobody took it out, it is back already, or its household is gone too.
    """
    removed = ledger.past.taken_out(visit_id)
    if removed is None or not isinstance(removed.record, Visit):
        raise VisitNotRestorable("它已经在账本里")
    visit = removed.record
    if ledger.find(visit.household) is None:
        raise VisitNotRestorable("这一户已经不在账本里")
    alone = ledger.get_many(ledger.past.led_to(removed, "visit")).values()
    with ledger.change(f"恢复走访 {visit_label(ledger, visit)}") as tx:
        tx.put_back([visit])
        caught = [one for one in alone if isinstance(one, Appeal) and not one.visit]
        tx.update_all([one.with_values({"visit": visit_id}) for one in caught])
    return tx.changes


def visit_gone(ledger: Ledger, appeal: Appeal) -> Visit | None:
    """The visit during which an appeal was caught, if that was taken out of the book since; None else."""
    if appeal.visit:
        return None
    befores = (one.before for _, entries in ledger.edits(appeal.id) for one in entries if one.field == "visit")
    removed = ledger.past.taken_out(next(befores, ""))
    return removed.record if removed is not None and isinstance(removed.record, Visit) else None
