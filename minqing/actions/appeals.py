"""Registering appeals and moving them on, step by step."""

from __future__ import annotations

from datetime import date

from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.categories import category_path
from minqing.work.handling import Progress, advanced, deadline


def register_appeal(ledger: Ledger, *, draft: Appeal, who: str = "") -> Changes:
    """Save a new appeal with its number, deadline and first step."""
    with ledger.change(f"登记诉求 {draft.subject[:20]}") as tx:
        saved = tx.add(prepared(ledger, draft))
        tx.add(Step(appeal=saved.id, happened_on=saved.registered_on or date.today(), action="登记", who=who))
    return tx.changes


def advance_appeal(ledger: Ledger, *, appeal: Appeal, progress: Progress) -> Changes:
    """Record one step of an appeal and what follows from it; raises StaleRecord when it was changed meanwhile."""
    after, step = advanced(appeal, progress)
    with ledger.change(f"{progress.action} {appeal.number} {appeal.subject[:16]}".replace("  ", " ")) as tx:
        tx.update(after)
        tx.add(step)
    return tx.changes


def prepared(ledger: Ledger, draft: Appeal) -> Appeal:
    """``draft`` with what the book fills in itself where nobody did: number, state, category path, deadline."""
    path = category_path(draft.category) if draft.category and not draft.category1 else ()
    filled: dict[str, object] = {
        "number": draft.number or _next_number(ledger, draft),
        "state": draft.state or "待受理",
        "due_on": draft.due_on or (None if draft.settled else deadline(draft)),
    }
    if path:
        filled |= {"category1": path[0], "category2": path[1] if len(path) > 1 else ""}
    return draft.with_values(filled)


def _next_number(ledger: Ledger, draft: Appeal) -> str:
    """The next number of the month of registration, such as ``11-003``."""
    if draft.registered_on is None:
        return ""
    first = draft.registered_on.replace(day=1)
    prefix = f"{first.month:02d}-"
    taken = [
        int(tail)
        for one in ledger.records(Appeal)
        if one.registered_on
        and one.registered_on.replace(day=1) == first
        and one.number.startswith(prefix)
        and (tail := one.number[len(prefix) :]).isdecimal()
    ]
    return f"{prefix}{max(taken, default=0) + 1:03d}"
