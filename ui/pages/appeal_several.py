"""Several appeals chosen in the list: which they are, and what is done with all of them as one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from minqing.records.appeal import STATES
from minqing.work.handling import ALLOWED, HANDING_OVER
from ui import theme
from ui.pages.appeal_view import AppealLine
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Chip, chip
from ui.widgets.flow import FlowLayout
from ui.widgets.paint import Tone, state_badge
from ui.widgets.panel import TitleBar
from ui.widgets.text import ElidedLabel, Rule, label

HAND_OVER_KEY = "Ctrl+T"
_LISTED = 30


@dataclass(frozen=True)
class SeveralWishes:
    """What can be asked for with several appeals."""

    hand_over: Callable[[], object]
    advance: Callable[[], object]
    copy: Callable[[], object]
    only_one: Callable[[], object]


def can_be_handed_over(lines: Sequence[AppealLine]) -> int:
    """How many of ``lines`` can go to somebody else now."""
    return sum(any(action in ALLOWED[line.state] for action in HANDING_OVER) for line in lines)


def refusal(lines: Sequence[AppealLine]) -> str:
    """Why none of ``lines`` can be handed over."""
    states = "、".join(f"“{state}”" for state in STATES if any(line.state == state for line in lines))
    return f"{states}的诉求不能转交，没有改动。要重新办理，请先“退回”。"


def several_bar(lines: Sequence[AppealLine]) -> TitleBar:
    """How many are chosen."""
    bar = TitleBar(45)
    bar.row.addWidget(label(f"选中 {len(lines)} 件诉求", size=15, weight=theme.BOLD))
    bar.row.addStretch(1)
    late = sum(line.late for line in lines)
    if late:
        bar.row.addWidget(chip(f"超期 {late} 件", Tone.BAD))
    return bar


def several_body(lines: Sequence[AppealLine]) -> QWidget:
    """Their states, and each with its number and what it is about."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(6)
    states = QWidget()
    flow = FlowLayout(states, gap=12)
    for state in STATES:
        number = sum(line.state == state for line in lines)
        if number:
            flow.addWidget(_counted(state, number))
    column.addWidget(states)
    column.addSpacing(4)
    for line in lines[:_LISTED]:
        column.addWidget(_listed(line))
    if len(lines) > _LISTED:
        column.addWidget(label(f"……另有 {len(lines) - _LISTED} 件", size=13, colour=theme.INK2))
    column.addStretch(1)
    return body


def several_foot(lines: Sequence[AppealLine], wishes: SeveralWishes) -> QWidget:
    """What is done with them."""
    foot = QWidget()
    column = QVBoxLayout(foot)
    column.setContentsMargins(0, 0, 0, 10)
    column.setSpacing(8)
    column.addWidget(Rule())
    said = label("给选中的诉求一次记好同一步，可以撤销。", size=13, colour=theme.INK2, wrap=True)
    said.setContentsMargins(16, 2, 16, 0)
    column.addWidget(said)
    over = Button("转交…", wishes.hand_over, kind=Kind.PRIMARY, icon="right", hint=HAND_OVER_KEY)
    over.setToolTip("交办、吹哨或上报：写一次给谁、说明和日期；现在不能转交的会说明，原样留着")
    over.setEnabled(can_be_handed_over(lines) > 0)
    if not over.isEnabled():
        over.setToolTip(refusal(lines))
    step = Button("记进展…", wishes.advance, icon="pen", hint="Enter")
    step.setToolTip("受理、办理、办结等：同样的日期和说明记到每一件")
    copy = Button("复制为表格", wishes.copy, icon="sheet", hint="Ctrl+C")
    one = Button("只留一件", wishes.only_one, hint="Esc")
    for pair in ((over, step), (copy, one)):
        column.addLayout(_side_by_side(*pair))
    return foot


def open_menu(parent: QWidget, place: QPoint, wishes: SeveralWishes, edit: Callable[[], object] | None) -> None:
    """The menu of what is chosen in the list; ``edit`` is there for one appeal only."""
    menu = QMenu(parent)
    menu.addAction("记进展…").triggered.connect(wishes.advance)
    menu.addAction("转交…").triggered.connect(wishes.hand_over)
    if edit is not None:
        menu.addAction("改诉求").triggered.connect(edit)
    menu.addSeparator()
    menu.addAction("复制选中的行").triggered.connect(wishes.copy)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def _counted(state: str, number: int) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(Chip(state_badge(state)))
    row.addWidget(label(f"{number} 件", size=13, colour=theme.INK2))
    return holder


def _listed(line: AppealLine) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    number = label(line.appeal.number or "—", size=13, colour=theme.INK2)
    number.setFixedWidth(52)
    row.addWidget(number)
    row.addWidget(ElidedLabel(line.appeal.subject, size=13), 1)
    row.addWidget(label(line.door, size=13, colour=theme.INK2))
    return holder


def _side_by_side(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(16, 0, 16, 0)
    row.setSpacing(8)
    for button in buttons:
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(button)
    return row
