"""A building in front of the user: its doors drawn or listed, the filter, the door in hand, the marks, the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from minqing.work.elevation import Door, Elevation, Home
from minqing.work.walking import Order, next_door, walking_order
from ui.pages.base import GAP
from ui.pages.building_card import CardWishes
from ui.pages.building_filters import FilterRow
from ui.pages.building_ground import Ground
from ui.pages.building_list import door_table
from ui.pages.building_side import ManyWishes, SidePanel
from ui.widgets.elevation import ElevationView
from ui.widgets.panel import Panel


class BuildingBoard(QWidget):
    """``opened`` on Enter or double click, ``order_chosen(order)``; ``reachable`` counts households to knock at."""

    opened = Signal()
    order_chosen = Signal(object)

    def __init__(self, wishes: CardWishes, many: ManyWishes, reachable: Callable[[Sequence[Door]], int]) -> None:
        super().__init__()
        self._reachable = reachable
        self._building: Elevation | None = None
        self._today = date.today()
        self._order = Order.DOWN
        self._place = 0
        self._filling = False
        self.door: Door | None = None
        self.route: list[Door] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.filters = FilterRow()
        column.addWidget(self.filters)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(self._doors_panel(), 1)
        self.side = SidePanel(wishes, many)
        across.addWidget(self.side)
        column.addLayout(across, 1)
        self._connect()

    def _doors_panel(self) -> Panel:
        panel = Panel()
        self._shapes = QStackedWidget()
        drawn = QWidget()
        column = QVBoxLayout(drawn)
        column.setContentsMargins(12, 9, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        self.elevation = ElevationView()
        column.addWidget(self.elevation, 1000)
        self.table = door_table()
        for part in (drawn, self.table):
            self._shapes.addWidget(part)
        panel.body.addWidget(self._shapes, 1)
        self._ground = Ground()
        panel.set_footer(self._ground)
        return panel

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _: self._filter_changed())
        for view in (self.elevation, self.table):
            view.current_changed.connect(self._take_door)
            view.selectionModel().selectionChanged.connect(lambda *_: self._show_side())
        self.elevation.opened.connect(lambda _: self.opened.emit())
        self.elevation.next_wanted.connect(self.go_next)
        self.table.activated_record.connect(lambda _: self.opened.emit())
        self.side.way.next_wanted.connect(self.go_next)
        self.side.way.order_chosen.connect(self.order_chosen)

    @property
    def drawn(self) -> bool:
        """Whether the building is drawn, not listed."""
        return self._shapes.currentIndex() == 0

    @property
    def front(self) -> QWidget:
        """What takes the keyboard."""
        return self.elevation if self.drawn else self.table

    @property
    def place(self) -> int:
        """Which of several households behind the door is in hand."""
        return min(self._place, max(0, len(self.door.homes) - 1)) if self.door else 0

    @property
    def home(self) -> Home | None:
        """The household in hand; None where nobody is known."""
        return self.door.homes[self.place] if self.door and self.door.homes else None

    @property
    def marked(self) -> list[Door]:
        """The doors that are marked, in walking order; in the table one row is always selected and marks nothing."""
        chosen = self.elevation.marked if self.drawn else self.table.selected_records
        keys = {door.key for door in chosen} if self.drawn or len(chosen) > 1 else set()
        return [door for door in self.route if door.key in keys]

    @property
    def kept(self) -> frozenset[str] | None:
        """The keys of the doors that the filter leaves; None when it leaves all."""
        chosen = self.filters.filter
        return None if chosen.key == "all" else frozenset(door.key for door in self.route if chosen.keeps(door))

    @contextmanager
    def _fill(self) -> Iterator[None]:
        """The views change because we change them: what they say meanwhile is not the user's."""
        before, self._filling = self._filling, True
        try:
            yield
        finally:
            self._filling = before

    def show_building(self, building: Elevation | None, today: date, *, order: Order, here: str = "") -> None:
        """Show a building with the door ``here`` in hand, the same as before for a blank, else the first."""
        wanted = here or (self.door.key if self.door else "")
        self._building, self._today, self._order = building, today, order
        self.route = walking_order(building, order) if building else []
        with self._fill():
            self.filters.set_doors(self.route)
            self._ground.show_tags(self.route)
            self.elevation.set_building(building)
            self._show_kept()
        self.hold(wanted)

    def hold(self, key: str) -> None:
        """Take the door ``key`` in hand, the first one on the way when it is not here."""
        known = {door.key: door for door in self.route}
        wanted = known.get(key) or next(iter(self.route), None)
        with self._fill():
            if wanted is not None:
                self.elevation.go(wanted.key)
                self.table.select(wanted.key)
        self._put(wanted)
        self._show_side()

    def _put(self, door: Door | None) -> None:
        if door is None or self.door is None or door.key != self.door.key:
            self._place = 0
        self.door = door

    def _take_door(self, door: Door | None) -> None:
        if not self._filling and door is not None:
            self._put(door)
            self._show_side()

    def show_home(self, place: int) -> None:
        """Take another household behind the same door in hand."""
        self._place = place
        self._show_side()

    def _show_kept(self) -> None:
        kept = self.kept
        self.elevation.set_kept(kept)
        self.table.set_records([door for door in self.route if kept is None or door.key in kept])
        self.table.set_empty("没有符合的门", "换一个筛选看看。", button="清除筛选", on_click=self.clear_filter)

    def _filter_changed(self) -> None:
        with self._fill():
            self._show_kept()
            if self.door is not None:
                self.table.select(self.door.key)
        self._show_side()

    def _show_side(self) -> None:
        if self._filling:
            return
        following = self.following()
        self.elevation.set_following(following.key if following else "")
        self.side.way.show_way(self._order, following)
        marked = self.marked
        if marked:
            self.side.show_many(marked, self._reachable(marked))
        elif self.door is not None:
            self.side.show_door(self.door, self.place, self._today)
        else:
            self.side.show_nothing()

    def set_drawn(self, *, drawn: bool) -> None:
        """Draw the building, or list its doors."""
        self.clear_marks()
        self._shapes.setCurrentIndex(0 if drawn else 1)
        self._ground.setVisible(drawn)
        if self.door is not None:
            self.hold(self.door.key)

    def walk(self, order: Order) -> None:
        """Walk in another order."""
        if self._building is not None:
            self._order = order
            self.route = walking_order(self._building, order)
            self._filter_changed()

    def following(self) -> Door | None:
        """The next door on the way that the filter leaves; empty dwellings are passed by, None at the end."""
        return next_door(self.route, self.door.key if self.door else "", among=self.kept)

    def go_next(self) -> None:
        """下一户: take it in hand."""
        following = self.following()
        if following is not None:
            self.clear_marks()
            self.hold(following.key)

    def clear_marks(self) -> None:
        """Mark no door."""
        with self._fill():
            self.elevation.clearSelection()
            if self.door is not None:
                self.table.select(self.door.key)
        self._show_side()

    def clear_filter(self) -> None:
        """Mean all doors again."""
        self.filters.choose("all")

    def step_back(self) -> None:
        """Esc: first the marks go, then the filter."""
        if self.marked:
            self.clear_marks()
        else:
            self.clear_filter()
