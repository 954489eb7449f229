"""The right column of a building's page: the door in hand, who lives there, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from minqing.records.appeal import Appeal
from minqing.records.dates import screen_date
from minqing.records.resident import Resident
from minqing.work.elevation import Door, Home, State
from ui import theme
from ui.icons import IconLabel
from ui.kin import kin
from ui.pages.household_view import age_on
from ui.revealing import Revealing
from ui.widgets.buttons import Button, Kind, LinkButton
from ui.widgets.chips import Chip, chip, seal
from ui.widgets.elevation_paint import STATE_LOOKS
from ui.widgets.flow import FlowLayout
from ui.widgets.hidden_number import HiddenNumber, secret_of
from ui.widgets.paint import FOREGROUND, STATES, Badge, Tone, paint_focus
from ui.widgets.panel import Bar
from ui.widgets.rows import KeyRow
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import ElidedLabel, Rule, label, yielding

WIDTH = 300
_APPEALS, _SAID, _SUBJECT = 3, 90, 110
_TONES = {State.RECENT: Tone.GOOD, State.WITHIN: Tone.GOOD, State.OVERDUE: Tone.WARN}
_HANDLING = {"待受理": Tone.WARN, "已吹哨": Tone.WARN, "待回访": Tone.INFO}


@dataclass(frozen=True)
class CardWishes:
    """What the buttons of the card do; ``revealing`` knows which numbers may be seen."""

    visit: Callable[[], object]
    appeal: Callable[[], object]
    paper: Callable[[], object]
    file: Callable[[], object]
    enter: Callable[[], object]
    put_off: Callable[[], object]
    show_appeal: Callable[[str], object]
    show_home: Callable[[int], object]
    revealing: Revealing


class TightButton(Button):
    """A button that shares a row with another: its words fill it nearly."""

    def _padding(self) -> int:
        return 3


def side_by_side(*buttons: Button) -> KeyRow:
    """Buttons that share a row, without their keys where there is no room for them."""
    row = KeyRow(32, gap=8)
    for button in buttons:
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.row.addWidget(button)
    return row


class _AppealRow(QAbstractButton):
    """One open appeal: what, and where it stands; a click or Enter opens it."""

    def __init__(self, appeal: Appeal, act: Callable[[], object]) -> None:
        super().__init__()
        self.clicked.connect(act)
        self.setFixedHeight(33)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(7)
        row.addWidget(IconLabel("state-sq", colour=theme.RED, size=10))
        subject = ElidedLabel(appeal.subject, size=13)
        subject.setMinimumWidth(_SUBJECT)
        row.addWidget(subject, 1)
        tone = _HANDLING.get(appeal.state, Tone.NEUTRAL)
        stands = f"{appeal.handler} {appeal.state or '待受理'}".strip()
        row.addWidget(yielding(stands, size=12, colour=FOREGROUND[tone]))
        self.setAccessibleName(f"诉求 {appeal.subject} {appeal.state}")
        self.setToolTip("打开这件诉求")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            paint_focus(painter, self.rect())
            painter.end()


class DoorCard(QWidget):
    """The door in hand; ``show_door`` changes it."""

    def __init__(self, wishes: CardWishes) -> None:
        super().__init__()
        self._wishes = wishes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        column.addWidget(ScrollArea(self._body), 1)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        grid = QVBoxLayout()
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setSpacing(8)
        self.visit = TightButton("记走访", self._wishes.visit, kind=Kind.PRIMARY, icon="door", hint="Ctrl+N")
        self.enter = TightButton("登记住户", self._wishes.enter, icon="home", hint="Enter")
        self.appeal = TightButton("登诉求", self._wishes.appeal, icon="plus", hint="Ctrl+J")
        self.paper = TightButton("打印走访表", self._wishes.paper, icon="print")
        self.file = TightButton("打开档案", self._wishes.file, icon="file")
        self.paper.setToolTip("打印这一户的走访登记表（Ctrl+P）")
        self.file.setToolTip("打开这一户的档案（Enter）")
        for pair in ((self.visit, self.appeal, self.enter), (self.paper, self.file)):
            grid.addWidget(side_by_side(*pair))
        column.addLayout(grid)
        return holder

    def show_door(self, door: Door, place: int, today: date) -> None:
        """Show the household number ``place`` behind ``door``, or what can be done where nobody is known."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        home = door.homes[place] if place < len(door.homes) else None
        for button in (self.appeal, self.paper, self.file):
            button.setVisible(home is not None)
        self.enter.setVisible(home is None)
        if home is None:
            self._show_unknown(door)
        else:
            self._show_home(door, home, place, today)
        self._lines.addStretch(1)
        self._body.setAccessibleName(door.door)

    def _show_unknown(self, door: Door) -> None:
        section = _section()
        lines = section.layout()
        assert isinstance(lines, QVBoxLayout)
        lines.addWidget(label("还没有登记", size=18, weight=theme.BOLD))
        words = f"{door.door} 是按楼栋的单元和层数排出来的门牌，里面住着谁还不知道。"
        lines.addWidget(label(words, size=13, colour=theme.INK2, wrap=True))
        hint = "可以先登记住户，也可以直接记一次走访：这一户会一起登记。"
        lines.addWidget(label(hint, size=13, colour=theme.INK2, wrap=True))
        self._lines.addWidget(section)

    def _show_home(self, door: Door, home: Home, place: int, today: date) -> None:
        if len(door.homes) > 1:
            self._lines.addWidget(self._choice(door, place))
        self._lines.addWidget(_people(home, today, self._wishes.revealing))
        self._show_visit(home, today)
        self._show_appeals(home)
        if home.file.last_visit is not None or home.due is not None:
            self._lines.addWidget(self._next_visit(home, today))

    def _choice(self, door: Door, place: int) -> QWidget:
        bar = Bar(34, below=theme.LINE)
        bar.row.addWidget(label(f"这个门里 {len(door.homes)} 户", size=13, colour=theme.INK2))
        for number, home in enumerate(door.homes[:3]):
            link = LinkButton(home.file.name or f"第 {number + 1} 户", self._shower(number))
            link.setEnabled(number != place)
            link.setToolTip("看这一户")
            bar.row.addWidget(link)
        bar.row.addStretch(1)
        return bar

    def _shower(self, number: int) -> Callable[[], object]:
        return lambda: self._wishes.show_home(number)

    def _show_visit(self, home: Home, today: date) -> None:
        bar = _heading("上次走访")
        last = home.file.last_visit
        if last is None or last.visited_on is None:
            bar.row.addStretch(1)
            bar.row.addWidget(label("还没有走访过", size=13, colour=theme.INK2))
            self._lines.addWidget(bar)
            return
        shape, tone = STATES.get(last.result, ("dot", Tone.GOOD))
        bar.row.insertWidget(0, IconLabel(f"state-{shape}", colour=FOREGROUND[tone], size=12))
        bar.row.addStretch(1)
        words = " · ".join(filter(None, (screen_date(last.visited_on, today), last.result)))
        bar.row.addWidget(label(words, size=13, colour=theme.INK2))
        self._lines.addWidget(bar)
        said = last.said if len(last.said) <= _SAID else f"{last.said[:_SAID]}…"
        if said:
            text = label(said, size=13, colour=theme.INK2, wrap=True)
            text.setContentsMargins(14, 8, 14, 8)
            text.setToolTip(last.said)
            self._lines.addWidget(text)

    def _show_appeals(self, home: Home) -> None:
        waiting = home.file.open_appeals
        if not waiting:
            return
        bar = _heading("未结诉求")
        bar.row.addWidget(seal(str(len(waiting)), square=True))
        bar.row.addStretch(1)
        self._lines.addWidget(bar)
        for one in waiting[:_APPEALS]:
            self._lines.addWidget(_AppealRow(one, self._opener(one.id)))
            self._lines.addWidget(Rule())
        if len(waiting) > _APPEALS:
            more = label(f"另有 {len(waiting) - _APPEALS} 件，在档案里", size=12, colour=theme.INK2)
            more.setContentsMargins(14, 6, 14, 6)
            self._lines.addWidget(more)

    def _opener(self, appeal: str) -> Callable[[], object]:
        return lambda: self._wishes.show_appeal(appeal)

    def _next_visit(self, home: Home, today: date) -> QWidget:
        holder = QWidget()
        holder.setFixedHeight(40)
        row = QHBoxLayout(holder)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(label("下次走访", size=13, weight=theme.BOLD))
        last = home.file.last_visit
        planned = home.due.due_on if home.due else last.next_on if last else None
        row.addWidget(yielding(screen_date(planned, today) if planned else "没有约", size=13, colour=theme.INK2))
        if home.due is not None:
            gone = (today - home.due.due_on).days
            mark = Chip(Badge(f"超 {gone} 天" if gone > 0 else "今天到期", Tone.WARN, "tri"))
            mark.setToolTip("、".join(home.due.reasons))
            row.addWidget(mark)
        row.addStretch(1)
        if last is not None:
            link = LinkButton("改期", self._wishes.put_off)
            link.setToolTip("换一个下次走访的日子")
            row.addWidget(link)
        return holder


def state_badge_of(door: Door) -> Badge:
    """The chip beside the door's number: ``99 天未访``, ``12 天前见面``, ``从未走访``."""
    look = STATE_LOOKS[door.state]
    tone = _TONES.get(door.state, Tone.NEUTRAL)
    if door.days is None:
        words = "从未走访" if door.state is State.NEVER else str(door.state)
    elif door.state is State.OVERDUE:
        words = f"{door.days} 天未访"
    else:
        words = "今天见面" if door.days == 0 else f"{door.days} 天前见面"
    return Badge(words, tone, look.shape)


def _section() -> QWidget:
    section = QWidget()
    lines = QVBoxLayout(section)
    lines.setContentsMargins(14, 8, 14, 10)
    lines.setSpacing(4)
    return section


def _heading(text: str) -> Bar:
    bar = Bar(28, above=theme.LINE, below=theme.LINE)
    bar.row.addWidget(label(text, size=13, weight=theme.BOLD))
    return bar


def _people(home: Home, today: date, revealing: Revealing) -> QWidget:
    file = home.file
    section = _section()
    lines = section.layout()
    assert isinstance(lines, QVBoxLayout)
    lines.setSpacing(0)
    lines.addLayout(_name_line(home, today))
    head = file.head
    if head and head.phones:
        phone = HiddenNumber(revealing, secret_of(head, "phones"), size=13, weight=theme.REGULAR)
        lines.addLayout(_pair("电话", phone))
    others = [one for one in file.living if one is not head]
    if others:
        relations = "、".join(kin(one.relation) or one.name for one in others)
        lines.addLayout(_pair("家人", f"{len(file.living)} 人：{relations}"))
    dwelling = file.household
    area = f"{dwelling.area} ㎡" if dwelling.area else ""
    house = " · ".join(filter(None, (dwelling.house_type, dwelling.residence_status, area)))
    if house:
        lines.addLayout(_pair("房屋", house))
    groups = [chip(group, Tone.INFO) for group in file.care_groups]
    marks = [*groups, *(chip(tag) for tag in dwelling.tags)]
    if marks:
        holder = QWidget()
        flow = FlowLayout(holder, gap=5)
        for mark in marks:
            flow.addWidget(mark)
        lines.addSpacing(5)
        lines.addWidget(holder)
    return section


def _name_line(home: Home, today: date) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    name = home.file.name or ("无人居住" if home.state is State.EMPTY else "姓名未填")
    words = label(name, size=18, weight=theme.BOLD)
    words.setFixedHeight(30)
    row.addWidget(words)
    if home.file.head:
        row.addWidget(yielding(_described(home.file.head, today), size=13, colour=theme.INK2))
    row.addStretch(1)
    return row


def _described(head: Resident, today: date) -> str:
    age = age_on(head.birth_known, today)
    return " · ".join(filter(None, ("户主", head.sex_known, f"{age} 岁" if age is not None else "")))


def _pair(name: str, words: str | QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    key = label(name, size=13, colour=theme.INK2)
    key.setFixedSize(72, 28)
    row.addWidget(key)
    row.addWidget(ElidedLabel(words, size=13) if isinstance(words, str) else words, 1)
    return row
