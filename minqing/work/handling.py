"""The steps of an appeal: which are allowed in a state, where each leads, and by when the work is to be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from minqing.errors import BadOrder, StepNotAllowed
from minqing.records.appeal import STATES, Appeal, Step
from minqing.work.workdays import workday_after

DEADLINE_DAYS: Mapping[str, int] = {"一般": 5, "紧急": 2, "特急": 1}
"""Working days until the deadline, by urgency."""
EXTENSION_DAYS = 5

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "待受理": ("受理", "交办", "吹哨", "上报", "办结"),
    "办理中": ("办理", "交办", "吹哨", "上报", "延期", "办结"),
    "已吹哨": ("报到", "办理", "上报", "延期", "办结"),
    "待回访": ("回访", "评价", "退回"),
    "已办结": ("退回",),
}
_LEADS_TO: Mapping[str, str] = {
    "受理": "办理中",
    "交办": "办理中",
    "吹哨": "已吹哨",
    "报到": "已吹哨",
    "办结": "待回访",
    "回访": "已办结",
    "评价": "已办结",
    "退回": "办理中",
}
_LEVEL_UP: Mapping[str, str] = {"": "街道", "小区": "街道", "社区": "街道", "街道": "区县", "区县": "区县"}


@dataclass(frozen=True)
class Progress:
    """One step that somebody takes on an appeal."""

    action: str
    on: date
    at: time | None = None
    who: str = ""
    text: str = ""
    satisfaction: str = ""


def deadline(appeal: Appeal) -> date | None:
    """The deadline that follows from the day of registration and the urgency, in working days."""
    if appeal.registered_on is None:
        return None
    return workday_after(appeal.registered_on, DEADLINE_DAYS.get(appeal.urgency, DEADLINE_DAYS["一般"]))


def advanced(appeal: Appeal, progress: Progress) -> tuple[Appeal, Step]:
    """The appeal after a step, and the step itself (its ``appeal`` is the id of ``appeal``).

    Raises StepNotAllowed, and BadOrder when it would be closed before it was registered.
    """
    state = appeal.state or STATES[0]
    if progress.action not in ALLOWED[state]:
        raise StepNotAllowed(progress.action, state, ALLOWED[state])
    if progress.action == "办结" and appeal.registered_on and progress.on < appeal.registered_on:
        raise BadOrder("办结日期", "登记日期")
    changes: dict[str, object] = {"state": _LEADS_TO.get(progress.action, state)}
    if progress.action == "办结":
        changes |= {"closed_on": progress.on, "outcome": progress.text or appeal.outcome}
    if progress.action == "退回":
        changes |= {"closed_on": None, "closed_how": "", "satisfaction": ""}
    if progress.action == "上报":
        changes["level"] = _LEVEL_UP[appeal.level]
        changes["state"] = "办理中" if state == "待受理" else state
    if progress.action == "延期" and appeal.due_on:
        changes["due_on"] = workday_after(max(appeal.due_on, progress.on), EXTENSION_DAYS)
    if progress.action in {"办理", "报到"} and progress.text:
        changes["solution"] = progress.text
    if progress.satisfaction:
        changes["satisfaction"] = progress.satisfaction
    step = Step(
        appeal=appeal.id,
        happened_on=progress.on,
        happened_at=progress.at,
        action=progress.action,
        who=progress.who,
        text=progress.text,
    )
    return appeal.with_values(changes), step
