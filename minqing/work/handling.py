"""The steps of an appeal: which are allowed in a state, where each leads, and by when the work is to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from minqing.errors import BadOrder, MinqingError, StepNotAllowed
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
HANDING_OVER = ("交办", "吹哨", "上报")
"""The steps by which an appeal goes to somebody else."""
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
    """One step that somebody takes on an appeal; ``to`` is whom it is handed over to."""

    action: str
    on: date
    at: time | None = None
    who: str = ""
    text: str = ""
    satisfaction: str = ""
    to: str = ""


@dataclass(frozen=True)
class Refused:
    """An appeal on which a step cannot be taken now: StepNotAllowed, or BadOrder for its day."""

    appeal: Appeal
    why: MinqingError


def deadline(appeal: Appeal) -> date | None:
    """The deadline that follows from the day of registration and the urgency, in working days."""
    if appeal.registered_on is None:
        return None
    return workday_after(appeal.registered_on, DEADLINE_DAYS.get(appeal.urgency, DEADLINE_DAYS["一般"]))


def advanced(appeal: Appeal, progress: Progress) -> tuple[Appeal, Step]:
    """The appeal after a step, and the step itself (its ``appeal`` is the id of ``appeal``).

    Raises StepNotAllowed, and BadOrder when it would be closed before it was registered.
    """
    if (why := _refusal(appeal, progress)) is not None:
        raise why
    state = appeal.state or STATES[0]
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
    if progress.action == "交办" and progress.to:
        changes["handler"] = progress.to
    if progress.satisfaction:
        changes["satisfaction"] = progress.satisfaction
    step = Step(
        appeal=appeal.id,
        happened_on=progress.on,
        happened_at=progress.at,
        action=progress.action,
        who=progress.who,
        text="；".join(filter(None, (_handed(progress), progress.text))),
    )
    return appeal.with_values(changes), step


def refusals(appeals: Sequence[Appeal], progress: Progress) -> list[Refused]:
    """Those of ``appeals`` that cannot take the step now, and why."""
    return [Refused(one, why) for one in appeals if (why := _refusal(one, progress)) is not None]


def allowed_for(appeals: Sequence[Appeal]) -> tuple[str, ...]:
    """The steps that at least one of ``appeals`` can take now, in the order in which a state offers them."""
    states = {appeal.state or STATES[0] for appeal in appeals}
    return tuple(dict.fromkeys(action for state in STATES if state in states for action in ALLOWED[state]))


def _refusal(appeal: Appeal, progress: Progress) -> MinqingError | None:
    state = appeal.state or STATES[0]
    if progress.action not in ALLOWED[state]:
        return StepNotAllowed(progress.action, state, ALLOWED[state])
    if progress.action == "办结" and appeal.registered_on and progress.on < appeal.registered_on:
        return BadOrder("办结日期", "登记日期")
    return None


def _handed(progress: Progress) -> str:
    """What the step says of whom it goes to."""
    if not progress.to or progress.action not in HANDING_OVER:
        return ""
    if progress.action == "吹哨":
        return f"请{progress.to}报到"
    return f"报给{progress.to}" if progress.action == "上报" else f"交给{progress.to}"
