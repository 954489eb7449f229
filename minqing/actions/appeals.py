"""Registering appeals and moving them on, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.categories import category_path
from minqing.work.handling import Progress, advanced, deadline, refusals


def register_appeal(ledger: Ledger, *, draft: Appeal, who: str = "") -> Changes:
    """Save a new appeal with its number, deadline and first step."""
    with ledger.change(f"登记诉求 {draft.subject[:20]}") as tx:
        saved = tx.add(prepared(ledger, draft))
        tx.add(Step(appeal=saved.id, happened_on=saved.registered_on or date.today(), action="登记", who=who))
    return tx.changes


def correct_appeal(ledger: Ledger, *, draft: Appeal) -> Changes:
    """Save an appeal as it was corrected, its class path with it; raises StaleRecord when it was changed meanwhile."""
    before = ledger.get(draft.id)
    assert isinstance(before, Appeal)
    moved = draft.category != before.category
    # A path that a sheet gave and the list does not know says more than a new class alone.
    if moved and (before.category1, before.category2) == _path(before.category):
        draft = draft.with_values(dict(zip(("category1", "category2"), _path(draft.category), strict=True)))
    with ledger.change(f"修改诉求 {_called(draft)}") as tx:
        tx.update(draft)
    return tx.changes


def answer_appeal(ledger: Ledger, *, draft: Appeal) -> Changes:
    """Save what the office replies to an appeal; raises StaleRecord when it was changed meanwhile."""
    with ledger.change(f"街道回复 {_called(draft)}") as tx:
        tx.update(draft)
    return tx.changes


def advance_appeals(ledger: Ledger, *, appeals: Sequence[Appeal], progress: Progress) -> Changes:
    """Record the same step on each of ``appeals`` that can take it now, as one change; the others stay as they are.

    Raises StepNotAllowed or BadOrder when none can, and, with nothing written, StaleRecord or RecordMissing when one
    was changed or is gone since it was read.
    """
    refused = refusals(appeals, progress)
    if refused and len(refused) == len(appeals):
        raise refused[0].why
    left = {one.appeal.id for one in refused}
    taken = [advanced(one, progress) for one in appeals if one.id not in left]
    with ledger.change(f"{progress.action} {_all_called([after for after, _ in taken])}") as tx:
        tx.update_all([after for after, _ in taken])
        tx.add_all([step for _, step in taken])
    return tx.changes


def prepared(ledger: Ledger, draft: Appeal) -> Appeal:
    """``draft`` with what the book fills in itself where nobody did: number, state, category path, deadline."""
    filled: dict[str, object] = {
        "number": draft.number or _next_number(ledger, draft),
        "state": draft.state or "待受理",
        "due_on": draft.due_on or (None if draft.settled else deadline(draft)),
    }
    if not draft.category1 and (path := _path(draft.category))[0]:
        filled |= {"category1": path[0], "category2": path[1]}
    return draft.with_values(filled)


def _path(category: str) -> tuple[str, str]:
    """The first two levels of a class, blank where the list of classes does not know it."""
    first, second, *_ = (*category_path(category), "", "") if category else ("", "")
    return first, second


def _called(appeal: Appeal) -> str:
    return f"{appeal.number} {appeal.subject[:16]}".strip()


def _all_called(appeals: Sequence[Appeal]) -> str:
    """``11-003 楼下餐馆油烟`` for one, ``11-003 楼下餐馆油烟 等 5 件`` for several."""
    first = _called(appeals[0]) if appeals else ""
    return f"{first} 等 {len(appeals)} 件" if len(appeals) > 1 else first


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
