"""间隔与目标: after how many days whom to see again, and what a week should bring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from minqing.actions.plan import change_plan
from minqing.ledger import Ledger
from minqing.records.codes import code_list
from minqing.records.resident import Resident
from minqing.work.plan import LONGEST, Plan
from ui import theme
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.drawer import Drawer
from ui.widgets.text import ElidedLabel, Rule, label

_NEVER = "不定期"
_TARGETS = (
    ("homes", "每周走访", "户", 2000, "本周走访的目标户数"),
    ("settled", "办结率", "%", 100, "近 30 天登记的诉求里应办结的比例"),
    ("report", "上报间隔", "天", LONGEST, "每隔几天向街道报一次台账"),
)
_GAPS = (
    ("back", "办结后回访", "天内", LONGEST, "诉求办结后，几天之内问住户是否满意"),
    ("retry", "未见面补访", "天后", LONGEST, "敲门没见到人，隔几天再去"),
    ("newcomers", "新入住上门", "天内", LONGEST, "登记新住户后，几天之内上门"),
)


def care_counts(ledger: Ledger) -> Mapping[str, int]:
    """How many of those who live here are in each care group."""
    return Counter(group for one in ledger.records(Resident) if one.lives_here for group in one.care_groups)


class PlanDrawer(Drawer):
    """Changes the plan; ``people`` says how many are in each care group."""

    def __init__(self, window: QWidget, session: Session, plan: Plan, people: Mapping[str, int]) -> None:
        super().__init__(
            window, title="间隔与目标", icon="gear", notices=session.notices, width=520,
            dirty=lambda: self.plan() != plan,
        )  # fmt: skip
        self._session = session
        self._spins: dict[str, QSpinBox] = {}
        self._care: dict[str, QSpinBox] = {}
        self.set_body(self._content(people))
        self.show_plan(plan)
        self.add_button(Button("恢复常用", lambda: self.show_plan(Plan())))
        self.add_button(Button("取消", self.request_close, hint="Esc"))
        self.save_button = Button("保存", self.save, kind=Kind.PRIMARY, hint="Ctrl+S")
        self.add_button(self.save_button, key="Ctrl+S")
        self.save_requested.connect(self.save)

    def _content(self, people: Mapping[str, int]) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for heading, note, lines in (("目标", "", _TARGETS), ("间隔", "", _GAPS)):
            self._head(column, heading, note)
            column.addLayout(self._lines(lines))
            column.addWidget(Rule())
        self._head(column, "敲门行动", f"几天之内见一面；填 0 为{_NEVER}")
        known = code_list("care_group").values
        groups = [*known, *sorted(group for group in people if group not in known)]
        column.addLayout(self._groups(groups, people))
        return body

    def _head(self, column: QVBoxLayout, text: str, note: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(label(text, size=15, weight=theme.BOLD))
        row.addWidget(label(note, size=13, colour=theme.INK2))
        row.addStretch(1)
        column.addLayout(row)

    def _lines(self, lines: Sequence[tuple[str, str, str, int, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for row, (key, text, unit, most, tip) in enumerate(lines):
            spin = _number(text, 1, most)
            spin.setToolTip(tip)
            self._spins[key] = spin
            grid.addWidget(label(text), row, 0)
            grid.addWidget(spin, row, 1)
            grid.addWidget(label(unit, colour=theme.INK2), row, 2)
            grid.addWidget(ElidedLabel(tip, size=13, colour=theme.INK3), row, 3)
        grid.setColumnMinimumWidth(0, 96)
        grid.setColumnStretch(3, 1)
        return grid

    def _groups(self, groups: Sequence[str], people: Mapping[str, int]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        half = (len(groups) + 1) // 2
        for number, group in enumerate(groups):
            row, side = number % half, number // half * 4
            spin = _number(group, 0, LONGEST)
            spin.setSpecialValueText(_NEVER)
            spin.setToolTip(f"{group}：几天之内见一面，账本里有 {people.get(group, 0):,} 人")
            self._care[group] = spin
            count = people.get(group, 0)
            grid.addWidget(label(f"{group} {count:,}" if count else group, size=13), row, side)
            grid.addWidget(spin, row, side + 1)
            grid.addWidget(label("天", size=13, colour=theme.INK2), row, side + 2)
        grid.setColumnMinimumWidth(3, 18)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(4, 1)
        return grid

    def show_plan(self, plan: Plan) -> None:
        """Fill in a plan; nothing is saved yet."""
        for key, spin in self._spins.items():
            spin.setValue(getattr(plan, key))
        for group, spin in self._care.items():
            spin.setValue(plan.care.get(group, 0))

    def plan(self) -> Plan:
        """What is filled in."""
        care = {group: spin.value() for group, spin in self._care.items() if spin.value()}
        return Plan.model_validate({"care": care, **{key: spin.value() for key, spin in self._spins.items()}})

    def save(self) -> None:
        """Keep what is filled in."""
        if not self.save_button.isEnabled():
            return
        for spin in (*self._spins.values(), *self._care.values()):
            spin.interpretText()
        plan = self.plan()
        self.save_button.setEnabled(False)
        self._session.act(
            lambda ledger: change_plan(ledger, plan),
            said="已保存间隔与目标",
            then=lambda _: self.dismiss(),
            failed=self._failed,
            owner=self,
        )

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._session.failed(error)


def _number(name: str, least: int, most: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setFixedWidth(84)
    made.setAccessibleName(name)
    return made
