"""The lines in which a step of one or several appeals is entered, and which of several can take it now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from minqing.errors import BadOrder, MinqingError
from minqing.records.appeal import STATES, Appeal, Step
from minqing.work.handling import ALLOWED, HANDING_OVER, Progress, Refused, allowed_for, refusals
from ui import theme
from ui.dialogs.entry_fields import drafted, entry_field
from ui.widgets.choice_inputs import ChipsInput
from ui.widgets.form import FormField
from ui.widgets.paint import Badge, Tone, state_badge
from ui.widgets.picks import as_choice
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label

_ASKS_MOOD = frozenset({"回访", "评价"})
_ROWS = 5
_NAMED = 4


@dataclass(frozen=True)
class Offer:
    """What a step is entered for: the appeals, the steps offered, and to whom they have gone before."""

    appeals: tuple[Appeal, ...]
    actions: tuple[str, ...]
    units: tuple[str, ...] = ()

    @classmethod
    def of(cls, appeals: Sequence[Appeal], *, only: Sequence[str] = (), units: Sequence[str] = ()) -> Offer:
        """The steps that some of ``appeals`` can take now; of these those in ``only``, if there are any."""
        allowed = allowed_for(appeals)
        return cls(tuple(appeals), tuple(one for one in only if one in allowed) or allowed, tuple(units))

    def usual(self, action: str = "") -> str:
        """The step to begin with: ``action`` if it is offered, else the one that most of the appeals can take."""
        if action in self.actions:
            return action
        states = [appeal.state or STATES[0] for appeal in self.appeals]
        able = {one: sum(one in ALLOWED[state] for state in states) for one in self.actions}
        return max(self.actions, key=able.__getitem__, default="")


def step_fields(offer: Offer) -> list[FormField]:
    """The lines of a step: only those that one of the steps offered asks for."""
    chips = partial(ChipsInput, "做了什么", [as_choice(one) for one in offer.actions], required=True)
    fields = [
        entry_field(Step, "action", label="做了什么", required=True, make=chips),
        entry_field(Step, "happened_on", label="日期"),
        entry_field(Step, "happened_at", label="", beside=True),
        entry_field(Step, "who", label="经办人"),
        entry_field(Step, "text", label="说明", lines=5, placeholder="到了哪一步、结果怎样"),
    ]
    if set(offer.actions) & set(HANDING_OVER):
        to = entry_field(
            Appeal, "handler", label="交给谁", kind="choice", choices=offer.units, open=True,
            placeholder="单位或人，可以从列表里选",
        )  # fmt: skip
        fields.insert(1, to)
    if _ASKS_MOOD & set(offer.actions):
        fields.append(entry_field(Appeal, "satisfaction", label="满意度", required=False))
    return fields


def entered_step(offer: Offer, values: Mapping[str, object]) -> tuple[Progress | None, dict[str, str]]:
    """The step as entered, and under each line's name what is wrong with it or with every appeal after it."""
    lines = dict(values)
    mood, to = str(lines.pop("satisfaction", "")), str(lines.pop("handler", ""))
    step, errors = drafted(Step(appeal="-"), lines)
    if mood and step.action not in _ASKS_MOOD:
        errors["satisfaction"] = "满意度在“回访”或“评价”时填。"
    if to and step.action not in HANDING_OVER:
        errors["handler"] = "交给谁在“交办”“吹哨”“上报”时填。"
    if step.action == "交办" and not to:
        errors["handler"] = "请填交给哪个单位或哪个人。"
    if step.happened_on is None:
        return None, errors
    progress = Progress(
        step.action, step.happened_on, at=step.happened_at, who=step.who, text=step.text, satisfaction=mood, to=to
    )
    refused = refusals(offer.appeals, progress)
    if refused and len(refused) == len(offer.appeals) and "action" not in errors:
        errors.setdefault(*_nobody_can(refused[0].why, progress.action, many=len(refused) > 1))
    return progress, errors


def _nobody_can(why: MinqingError, action: str, *, many: bool) -> tuple[str, str]:
    """The line and the sentence when none of the appeals can take the step."""
    if isinstance(why, BadOrder):
        return "happened_on", f"{why}。"
    return "action", f"选中的诉求现在都不能“{action}”，请换一步。" if many else f"{why}"


class SeveralAppeals(QWidget):
    """The appeals that get the same step, and which of them cannot take it."""

    def __init__(self, appeals: Sequence[Appeal]) -> None:
        super().__init__()
        self._appeals = tuple(appeals)
        self._refused: frozenset[str] = frozenset()
        self._judged: tuple[str, date] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(8)
        self.table: RecordTable[Appeal] = RecordTable(self._columns(), name="选中的诉求", key=lambda one: one.id)
        self.table.setFixedHeight(34 + self.table.row_height * min(_ROWS, len(appeals)))
        column.addWidget(self.table)
        self.words = label(size=13, colour=theme.INK2, wrap=True)
        column.addWidget(self.words)

    def _columns(self) -> tuple[Column[Appeal], ...]:
        return (
            Column("编号", lambda one: one.number or "—", width=60, muted=True),
            Column("事由", lambda one: one.subject, stretch=1, tooltip=lambda one: one.text or one.subject),
            Column("状态", lambda one: one.state, width=80, badge=lambda one: state_badge(one.state or STATES[0])),
            Column("这一步", self._verdict, width=80, badge=self._badge),
        )

    def _verdict(self, appeal: Appeal) -> str:
        return "记不了" if appeal.id in self._refused else "能记"

    def _badge(self, appeal: Appeal) -> Badge:
        word = self._verdict(appeal)
        return Badge(word, Tone.WARN, "x") if appeal.id in self._refused else Badge(word, Tone.GOOD, "check")

    def judge(self, progress: Progress) -> None:
        """Show which of them can take this step; those that cannot come first."""
        if (progress.action, progress.on) == self._judged:
            return
        self._judged = progress.action, progress.on
        refused = refusals(self._appeals, progress)
        self._refused = frozenset(one.appeal.id for one in refused)
        self.table.set_records(sorted(self._appeals, key=lambda one: one.id not in self._refused))
        self.words.setText(verdict(len(self._appeals) - len(refused), refused, progress.action))


def verdict(able: int, refused: Sequence[Refused], action: str) -> str:
    """``能记 4 件。另有 2 件现在不能“交办”，会原样留着：11-012（待回访）、11-018（已办结）。``"""
    if not refused:
        return f"{able} 件都能记。"
    named = "、".join(f"{one.appeal.number or one.appeal.subject[:10]}（{_why(one)}）" for one in refused[:_NAMED])
    more = "等" if len(refused) > _NAMED else ""
    return f"能记 {able} 件。另有 {len(refused)} 件现在不能“{action}”，会原样留着：{named}{more}。"


def _why(one: Refused) -> str:
    return "登记日期在这之后" if isinstance(one.why, BadOrder) else one.appeal.state or STATES[0]
