"""The lines of a visit as the form has them, and the visit that what was entered makes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time

from minqing.actions.visit_drafts import CaughtAppeal
from minqing.records.appeal import Appeal
from minqing.records.codes import code_list
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.visit_list import HouseholdFile
from ui.dialogs.entry_fields import drafted, entry_field
from ui.dialogs.next_input import NextInput
from ui.dialogs.said_input import SaidInput
from ui.dialogs.visit_aids import policies_for
from ui.widgets.choice_inputs import ChipsInput, ManyInput
from ui.widgets.date_inputs import DateInput, TimeInput
from ui.widgets.form import FormField
from ui.widgets.inputs import FieldInput
from ui.widgets.picks import Choice

BY_PHONE = "电话"
RESULTS = (
    Choice("见面", "见面", "users"),
    Choice("无人", "无人", "noone"),
    Choice("拒访", "拒访", "refuse"),
    Choice(BY_PHONE, BY_PHONE, "phone"),
    Choice("已搬走", "已搬走", "swap"),
    Choice("改约", "改约", "cal"),
)
BELOW = frozenset({"told", "next_on"})
_NEW_DOOR = "H"
"""Stands in the draft until the action has entered the household of a door where nobody was known."""
_POLICIES = 5


def top_fields(file: HouseholdFile, today: date) -> list[FormField]:
    """Result, time, people, text: what stands above the appeals."""
    people = [one.name for one in file.living]

    def day() -> FieldInput:
        return DateInput("时间", today=today, spoken=True)

    def hour() -> FieldInput:
        return TimeInput("钟点")

    def result() -> FieldInput:
        return ChipsInput("走访结果", RESULTS, required=True, tiles=True)

    def said() -> FieldInput:
        return SaidInput("民情记录", placeholder="说了什么、家里怎样、想要什么")

    return [
        entry_field(Visit, "result", label="", kind="tiles", make=result),
        entry_field(Visit, "visited_on", label="时间", required=False, make=day),
        entry_field(Visit, "visited_at", label="", beside=True, hint="到现在，可改", make=hour),
        entry_field(Visit, "visitors", label="同行人", placeholder="添人"),
        entry_field(Visit, "met", choices=people, placeholder="其他人"),
        entry_field(Visit, "said", label="民情记录", make=said),
    ]


def below_fields(file: HouseholdFile, today: date) -> list[FormField]:
    """What was told and when to come again."""
    known = policies_for(file.care_groups, tuple(code_list("policy").values))

    def told() -> FieldInput:
        return ManyInput("政策宣传", [Choice(name, name) for name in known], add="更多", shown=_POLICIES)

    def next_on() -> FieldInput:
        return NextInput("下次走访", today=today)

    return [entry_field(Visit, "told", make=told), entry_field(Visit, "next_on", label="下次走访", make=next_on)]


def usual_values(now: datetime) -> dict[str, object]:
    """How the form begins."""
    return {
        "result": "见面",
        "visited_on": now.date(),
        "visited_at": now.time().replace(second=0, microsecond=0),
    }


def visit_of(file: HouseholdFile, entered: Mapping[str, object], owner: str) -> tuple[Visit, dict[str, str]]:
    """The visit that was entered, and under each field name the sentence about what is wrong with it.

    The owner of the book went; 同行人 are those who went along. 电话 is a way of meeting somebody.
    """
    along = entered["visitors"]
    values = dict(entered)
    values["visitors"] = tuple(dict.fromkeys([owner, *along])) if isinstance(along, tuple) else (owner,)
    phoned = entered["result"] == BY_PHONE
    values |= {"way": BY_PHONE if phoned else "入户", "result": "见面" if phoned else entered["result"]}
    return drafted(Visit(household=file.household.id or _NEW_DOOR), values)


def appeal_of(caught: CaughtAppeal, head: Resident | None) -> Appeal:
    """The appeal that was caught, with what is known of the head of the household."""
    return Appeal(
        title=caught.title,
        category=caught.category,
        handler=caught.handler,
        kind="诉求",
        level="社区",
        urgency="一般",
        reporter=head.name if head else "",
        reporter_phone=head.phones[:1] if head else (),
    )


def as_text(value: object) -> str | tuple[str, ...]:
    """What an input holds, as a draft keeps it."""
    if isinstance(value, tuple | list):
        return tuple(map(str, value))
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
