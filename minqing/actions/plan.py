"""Changing the plan of work: intervals of visits and targets."""

from __future__ import annotations

from minqing.ledger import Changes, Ledger, Paper
from minqing.work.plan import PAPER_KIND, PAPER_NAME, Plan, plan_of

_NAMES = {
    "back": "办结后回访",
    "retry": "未见面补访",
    "newcomers": "新入住上门",
    "report": "上报间隔",
    "homes": "每周走访目标",
    "settled": "办结率目标",
}


def change_plan(ledger: Ledger, plan: Plan) -> Changes:
    """Keep another plan in the book (undo brings the old one back); nothing is written when it is as it was."""
    with ledger.change(f"改间隔与目标：{_said(plan_of(ledger), plan)}") as tx:
        if plan != plan_of(ledger):
            tx.keep(Paper(PAPER_KIND, PAPER_NAME, plan.model_dump_json()))
    return tx.changes


def _said(before: Plan, after: Plan) -> str:
    """What is different: ``独居老人 30 天改为 14 天``; only how many things when they are many."""
    groups = [name for name in {**before.care, **after.care} if before.care.get(name) != after.care.get(name)]
    said = [f"{name}{_days(before.care.get(name))}改为{_days(after.care.get(name))}" for name in groups]
    for name, words in _NAMES.items():
        old, new = getattr(before, name), getattr(after, name)
        said += [f"{words} {old} 改为 {new}"] if old != new else []
    return "，".join(said) if len(said) <= 2 else f"{len(said)} 处"


def _days(days: int | None) -> str:
    return f" {days} 天" if days else "不定期"
