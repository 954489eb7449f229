"""The right column: one door in hand or several marked, and below them the way to the next door."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from minqing.work.elevation import Door
from minqing.work.walking import Order
from ui import theme
from ui.icons import IconLabel
from ui.pages.building_card import WIDTH, CardWishes, DoorCard, TightButton, side_by_side, state_badge_of
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Chip
from ui.widgets.elevation_paint import STATE_LOOKS
from ui.widgets.paint import Badge, paint_double_rule
from ui.widgets.panel import Bar, Panel, TitleBar
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import ElidedLabel, Rule, label

_LISTED = 200


@dataclass(frozen=True)
class ManyWishes:
    """What can be done at several doors at once."""

    nobody: Callable[[], object]
    policy: Callable[[], object]
    paper: Callable[[], object]
    clear: Callable[[], object]


class _WayBar(Bar):
    """The foot under its double rule: in which order one walks, and who is next."""

    def __init__(self) -> None:
        super().__init__(46)
        self.row.setContentsMargins(8, 3, 8, 0)
        self.row.setSpacing(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_double_rule(painter, left=0, right=self.width(), bottom=3)
        painter.end()


class WayFoot(_WayBar):
    """``order_chosen(order)`` and ``next_wanted``."""

    order_chosen = Signal(object)
    next_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.order = Button("", self._open, kind=Kind.GHOST, trailing="chev")
        self.order.setFont(theme.font(13))
        self.order.set_ink(theme.INK2)
        self.next = Button("", self.next_wanted.emit, kind=Kind.GHOST, trailing="right")
        self.row.addWidget(self.order)
        self.row.addStretch(1)
        self.row.addWidget(self.next)
        self._order = Order.DOWN

    def show_way(self, order: Order, following: Door | None) -> None:
        """Say in which order one walks and which door is next."""
        self._order = order
        self.order.setText(str(order))
        self.order.setAccessibleName(f"走访顺序：{order}")
        self.order.setToolTip(order.explained)
        short = order in {Order.DOWN, Order.UP}
        door = (following.door if short else following.door.partition("栋")[2]) if following else ""
        self.next.setText(f"下一户 {door}" if following else "本栋走完了")
        self.next.setAccessibleName(self.next.text())
        self.next.setToolTip("换到下一户（Ctrl+Enter）")
        self.next.setEnabled(following is not None)
        for button in (self.order, self.next):
            button.updateGeometry()

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setProperty("checks", True)
        menu.setToolTipsVisible(True)
        for order in Order:
            action = menu.addAction(str(order))
            action.setToolTip(order.explained)
            action.setCheckable(True)
            action.setChecked(order is self._order)
            action.triggered.connect(lambda _=False, chosen=order: self.order_chosen.emit(chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().topLeft()))


class ManyCard(QWidget):
    """The marked doors one under the other, and what is done at all of them as one change."""

    def __init__(self, wishes: ManyWishes) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._body = QWidget()
        self._lines = QVBoxLayout(self._body)
        self._lines.setContentsMargins(0, 4, 0, 4)
        self._lines.setSpacing(0)
        column.addWidget(ScrollArea(self._body), 1)
        column.addWidget(Rule())
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        foot.setSpacing(8)
        foot.addWidget(label("给选中的门一次记好，可以撤销。", size=13, colour=theme.INK2))
        self.nobody = TightButton("都记“无人”", wishes.nobody, kind=Kind.PRIMARY, icon="noone")
        self.policy = TightButton("政策宣传…", wishes.policy, icon="talk")
        self.paper = TightButton("打印走访清单", wishes.paper, icon="print")
        self.clear = TightButton("取消选择", wishes.clear, hint="Esc")
        self.nobody.setToolTip("给选中的每一户记一次现在的走访：入户，无人")
        self.policy.setToolTip("给选中的每一户记同一次政策宣传")
        self.paper.setToolTip("把选中的门排成一张走访清单")
        for pair in ((self.nobody, self.policy), (self.paper, self.clear)):
            foot.addWidget(side_by_side(*pair))
        column.addLayout(foot)

    def show_doors(self, doors: Sequence[Door]) -> None:
        """List the marked doors."""
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for door in doors[:_LISTED]:
            self._lines.addWidget(_listed(door))
        self._lines.addStretch(1)


def _listed(door: Door) -> QWidget:
    line = QWidget()
    line.setFixedHeight(28)
    row = QHBoxLayout(line)
    row.setContentsMargins(14, 0, 14, 0)
    row.setSpacing(7)
    look = STATE_LOOKS[door.state]
    row.addWidget(IconLabel(f"state-{look.shape}", colour=look.ink, size=12))
    row.addWidget(label(door.door, size=13, weight=theme.MEDIUM))
    row.addWidget(ElidedLabel(door.name, size=13, colour=theme.INK2), 1)
    row.addWidget(label(door.state_word, size=12, colour=theme.INK2))
    return line


class SidePanel(Panel):
    """300 px at the right of the elevation. ``way`` is its foot."""

    def __init__(self, wishes: CardWishes, many: ManyWishes) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        bar = TitleBar()
        self.title = label(size=15, weight=theme.BOLD)
        self._chip = Chip(Badge(""))
        bar.row.addWidget(self.title)
        bar.row.addStretch(1)
        bar.row.addWidget(self._chip)
        self.set_bar(bar)
        self._stack = QStackedWidget()
        self.card = DoorCard(wishes)
        self.many = ManyCard(many)
        self._nothing = label("用方向键或鼠标选一个门。", colour=theme.INK2, wrap=True)
        self._nothing.setContentsMargins(14, 14, 14, 14)
        for part in (self._nothing, self.card, self.many):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.way = WayFoot()
        self.set_footer(self.way)

    def show_door(self, door: Door, place: int, today: date) -> None:
        """One door in hand."""
        self._head(door.door or door.number, state_badge_of(door))
        self.card.show_door(door, place, today)
        self._stack.setCurrentWidget(self.card)

    def show_many(self, doors: Sequence[Door], households: int) -> None:
        """Several doors are marked; ``households`` can be knocked at."""
        self._head(f"选中 {len(doors)} 个门", Badge(f"{households} 户可以走访"))
        self.many.show_doors(doors)
        for button in (self.many.nobody, self.many.policy):
            button.setEnabled(households > 0)
        self._stack.setCurrentWidget(self.many)

    def show_nothing(self) -> None:
        """No door is in hand."""
        self._head("选一个门", None)
        self._stack.setCurrentWidget(self._nothing)

    def _head(self, title: str, badge: Badge | None) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)
        self._chip.setVisible(badge is not None)
        if badge is not None:
            self._chip.set_badge(badge)
