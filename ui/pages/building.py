"""楼栋: a building from outside, floors × doors; one looks, walks, and records from door to door."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from minqing.records.building import Building
from minqing.work.elevation import Elevation, Site
from minqing.work.walking import Order
from ui.dialogs.building_print import ELEVATION, WALK, BuildingPrint, Round
from ui.dialogs.print_preview import PrintPreview
from ui.pages.base import Page, PageLayout
from ui.pages.building_board import BuildingBoard
from ui.pages.building_card import CardWishes
from ui.pages.building_doors import AtDoors, Way
from ui.pages.building_head import DRAWN, BuildingHead, HeadWishes
from ui.pages.building_side import ManyWishes
from ui.pages.building_view import BuildingView, Target, building_view, target_of
from ui.preferences import load_preferences, save_preferences
from ui.session import Session
from ui.widgets.empty import EmptyState

_LEGEND_FROM, _LINKS_FROM = 1120, 1060


class BuildingPage(Page):
    """One building at a time; ``open`` takes a household's or a building's id, or a building's number."""

    title = "楼栋"
    keys = (
        ("↑↓←→", "换户"),
        ("Enter", "打开档案"),
        ("空格", "选中"),
        ("Ctrl+Enter", "下一户"),
        ("Ctrl+N", "记走访"),
    )
    more_keys = (("Ctrl+J", "登诉求"), ("Ctrl+P", "打印走访表"), ("Esc", "退回一步"))
    kinds = frozenset({"household", "resident", "visit", "appeal", "building"})

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._doors = AtDoors(self, session)
        self._site: Site | None = None
        self._wanted = ""
        self._order = _remembered_order()
        self.building: Elevation | None = None
        layout = PageLayout(self, "楼栋")
        self.remark = layout.remark
        self.head = BuildingHead(layout.head, self._head_wishes(), self)
        self.head.shape.changed.connect(lambda _: self._show_shape())
        self.board = BuildingBoard(self._card_wishes(), self._many_wishes(), self._doors.reachable)
        self.board.opened.connect(self.open_file)
        self.board.order_chosen.connect(self.walk)
        self._stack = QStackedWidget()
        self.empty = EmptyState(
            "还没有楼栋", "填好楼栋、单元和层数，自动排出门牌。", button="新建楼栋", on_click=self.new_building
        )
        for part in (self.empty, self.board):
            self._stack.addWidget(part)
        layout.addWidget(self._stack, 1)
        self.start_at(self.board.elevation)

    def _head_wishes(self) -> HeadWishes:
        return HeadWishes(
            show=self.show_site,
            new=self.new_building,
            edit=self.edit_building,
            sheets=self.print_sheets,
            drawing=self.print_elevation,
            walk=self.print_walk_list,
        )

    def _card_wishes(self) -> CardWishes:
        return CardWishes(
            visit=self.add_visit,
            appeal=self.add_appeal,
            paper=self.print_household,
            file=self.open_file,
            enter=self.open_file,
            put_off=self.put_off,
            show_appeal=lambda appeal: self._session.wanted.emit("appeals", appeal),
            show_home=self._show_home,
            revealing=self._session.revealing,
        )

    def _many_wishes(self) -> ManyWishes:
        return ManyWishes(
            nobody=lambda: self._doors.nobody_in(self.board.marked, self._clear_marks),
            policy=lambda: self._doors.told_policy(self.board.marked, self._clear_marks),
            paper=self.print_walk_list,
            clear=self._clear_marks,
        )

    def _show_home(self, place: int) -> None:
        self.board.show_home(place)

    def _clear_marks(self) -> None:
        self.board.clear_marks()
        self.take_keyboard()

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+N": self.add_visit,
            "Ctrl+J": self.add_appeal,
            "Ctrl+P": self.print_sheets,
            "Esc": self.board.step_back,
        }

    def open(self, payload: str) -> None:
        """Show the building that ``payload`` names, with its door in hand."""
        self._session.load(lambda ledger: target_of(ledger, payload), self._go, owner=self)

    def _go(self, target: Target | None) -> None:
        if target is not None:
            self._wanted = target.door
            self.show_site(target.site)

    def show_site(self, site: Site) -> None:
        """Show another building."""
        self._site = site
        self.renew()

    def refresh(self) -> None:
        wanted, today = self._site, date.today()
        self._session.load(lambda ledger: building_view(ledger, wanted, today), self._take, owner=self)

    def _take(self, view: BuildingView) -> None:
        self.building = view.building
        self.head.show_sites(view.sites, view.building)
        self._fit()
        self._stack.setCurrentWidget(self.board if view.building else self.empty)
        self.remark.setText(view.building.remark if view.building else "")
        self.start_at(self.board.front if view.building else self.empty.button or self.empty)
        self._site = view.building.site if view.building else None
        here, self._wanted = self._wanted, ""
        self.board.show_building(view.building, view.today, order=self._order, here=here)

    def _show_shape(self) -> None:
        self.board.set_drawn(drawn=self.head.shape.key == DRAWN)
        self.start_at(self.board.front)

    def walk(self, order: Order) -> None:
        """Walk in another order from now on; remembered for the next start."""
        self._order = order
        with suppress(OSError):
            save_preferences(load_preferences().with_values(walking=order.value))
        self.board.walk(order)

    def open_file(self) -> None:
        """Open the household's file; where nobody is known, enter who lives there."""
        if self.board.home is not None:
            self._session.wanted.emit("household", self.board.home.file.household.id)
        elif self.board.door is not None:
            self._doors.add_household(self.board.door)

    def add_visit(self) -> None:
        """记走访 at the door in hand."""
        if self.board.door is not None:
            self._doors.add_visit(self.board.door, self.board.home, Way(self.board.following, self.board.hold))

    def add_appeal(self) -> None:
        """登诉求 of the household in hand."""
        if self.board.home is not None:
            self._doors.add_appeal(self.board.home)
        else:
            self.open_file()

    def put_off(self) -> None:
        """改期."""
        if self.board.home is not None:
            self._doors.put_off(self.board.home)

    def new_building(self) -> None:
        """新建楼栋."""
        self._doors.new_building(self.open, self._site.estate if self._site else "")

    def edit_building(self) -> None:
        """改楼栋."""
        if self.building is not None:
            site = self.building.site
            self._doors.edit_building(self.building.record or Building(estate=site.estate, name=site.number))

    def print_household(self) -> None:
        """Preview the sheet of the household in hand."""
        if self.board.home is not None:
            self._session.wanted.emit("print", self.board.home.file.household.id)

    def print_sheets(self) -> None:
        """Preview the visit sheets of the whole building."""
        if self.building is not None:
            scope = self.building.site.name_among(self.head.sites)
            PrintPreview(self.window(), self._session, scope=scope).start()

    def print_elevation(self) -> None:
        """Preview the building's elevation."""
        self._print(ELEVATION)

    def print_walk_list(self) -> None:
        """Preview the list of the marked doors, of those that the filter leaves, or of all."""
        self._print(WALK)

    def _print(self, scope: str) -> None:
        if self.building is None:
            return
        kept, marked = self.board.kept, self.board.marked
        doors = marked or [door for door in self.board.route if kept is None or door.key in kept]
        filtered = "选中的门" if marked else "" if kept is None else self.board.filters.filter.text
        tour = Round(self.building, doors, self._order, filtered)
        BuildingPrint(self.window(), self._session, tour, scope=scope).start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on from wherever on the page the keyboard is."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.board.go_next()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.board.filters.set_legend(visible=self.width() >= _LEGEND_FROM)
        self.head.set_narrow(narrow=self.width() < _LINKS_FROM)
        self.remark.setVisible(self.width() >= _LINKS_FROM)


def _remembered_order() -> Order:
    found = load_preferences().walking
    return Order(found) if found in set(Order) else Order.DOWN
