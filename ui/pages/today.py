"""今日: what to do now, each with one key; the week's figures; what people ask most."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from minqing.actions.appeals import register_appeal
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.work.tasks import Sort, Task
from minqing.work.today import Today, today
from minqing.work.visit_list import HouseholdFile, household_file
from ui.pages.base import GAP, Listing, Page, PageLayout
from ui.pages.today_figures import WeekStrip
from ui.pages.today_list import TaskList
from ui.pages.today_side import Side
from ui.pages.today_words import ORDERS, URGENT, day_words, verb
from ui.session import PAPERS, Session
from ui.widgets.buttons import Button, Kind, LinkButton
from ui.widgets.chips import FilterButton
from ui.widgets.panel import Panel
from ui.widgets.scroll import ScrollArea

NARROW_BELOW = 960
_LIST_HEIGHT = 320
_UNSEEN_PAUSE = 2000
_WORDS_PAUSE = 1200


class TodayPage(Page):
    """The first page. ``counted(number)`` fires when the number of tasks is known, also while the page is not seen."""

    title = "今日"
    more_keys = (("Ctrl+J", "登诉求"), ("Ctrl+P", "打印今日路线"), ("Ctrl+E", "导出"))
    kinds = frozenset({"household", "resident", "visit", "appeal", "step", "exchange", PAPERS})
    counted = Signal(int)
    keys_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._verb = ""
        self.today: Today | None = None
        layout = PageLayout(self, "今日")
        self._remark = layout.remark
        layout.head.addStretch(1)
        self._add_buttons(layout.head)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.figures = WeekStrip()
        column.addWidget(self.figures)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(14)
        self._across.addWidget(self._list(), 1)
        self.side = Side()
        self.side.report.wanted.connect(self.export)
        self._across.addWidget(self.side)
        column.addLayout(self._across, 1)
        layout.addWidget(ScrollArea(body), 1)
        self._later = QTimer(self, singleShot=True, interval=_UNSEEN_PAUSE)
        self._later.timeout.connect(self._freshen)
        self._words_later = QTimer(self, singleShot=True, interval=_WORDS_PAUSE)
        self._words_later.timeout.connect(self.read_words)
        self._words_of = -1
        self._set_narrow(False)

    def _add_buttons(self, head: QHBoxLayout) -> None:
        route = Button("打印今日路线", self.print_route, icon="print")
        route.setToolTip("把今天要上门的户按门牌顺序排成一张清单（Ctrl+P）")
        head.addWidget(route)
        head.addWidget(Button("登诉求", self.add_appeal, icon="plus", hint="Ctrl+J"))
        head.addWidget(Button("记走访", self.add_visit, kind=Kind.PRIMARY, icon="door", hint="Ctrl+N"))

    def _list(self) -> Panel:
        self._panel = Panel("待办清单")
        plan = LinkButton("间隔与目标…", self.change_plan)
        plan.setToolTip("各类人群多少天见一面、每周走访多少户，都在这里改")
        self._panel.add_tool(plan)
        self.order = FilterButton("按", ORDERS, value=URGENT)
        self.order.setToolTip("按紧急程度分组，或按门牌顺序走一圈")
        self._panel.add_tool(self.order)
        self.list = TaskList()
        self.list.acted.connect(self.act)
        self.list.current_changed.connect(self._show_verb)
        self.order.changed.connect(self.list.set_order)
        self._panel.body.addWidget(self.list)
        self.start_at(self.list)
        return self._panel

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:  # type: ignore[override]
        """↑↓ and what Enter does on the line in front."""
        return (("↑↓", "选择"), ("Enter", self._verb or "记走访"), ("Ctrl+O", "打开档案"))

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+N": self.add_visit,
            "Ctrl+J": self.add_appeal,
            "Ctrl+O": self.open_home,
            "Ctrl+P": self.print_route,
            "Ctrl+E": self.export,
        }

    def _show_verb(self, task: Task | None) -> None:
        word = verb(task) if task is not None else ""
        if word != self._verb:
            self._verb = word
            self.keys_changed.emit()

    def renew(self) -> None:
        """Read again now, or a moment later while nobody looks: the nav counts the tasks."""
        super().renew()
        if not self.isVisible():
            self._later.start()

    def refresh(self) -> None:
        self._later.stop()
        on = date.today()
        self._session.load(lambda ledger: today(ledger, on), self._take, owner=self)

    def _take(self, found: Today) -> None:
        self.today = found
        self._remark.setText(day_words(found))
        self.figures.show_day(found)
        self._panel.set_count(len(found.tasks))
        self.list.set_tasks(found.tasks, found.plan, found.on)
        self._say_empty(found)
        self.side.show_day(found)
        self.counted.emit(len(found.tasks))
        self._words_later.start()

    def read_words(self) -> None:
        """Count the words of the last weeks; not while nobody looks, and not twice for the same state of the book."""
        if self.isVisible() and self.today is not None:
            known, on = self._words_of, self.today.on
            self._session.load(lambda ledger: _words(ledger, on, known), self._take_words, owner=self)

    def _take_words(self, found: tuple[int, Sequence[tuple[str, int]]] | None) -> None:
        if found is not None:
            self._words_of, words = found
            self.side.matters.show_words(words)

    def shown(self) -> None:
        """A new day begins a new list; words are counted if they were not yet."""
        if self.today is not None and self.today.on != date.today():
            self._freshen()
        elif self.today is not None:
            self._words_later.start()

    def _say_empty(self, found: Today) -> None:
        if found.homes:
            listing = Listing("从未走访", found.unmet)
            self.list.empty.set_words(
                "今天没有到期的事",
                "可以从还没见过面的家庭里挑几户。",
                button="看未走访家庭",
                on_click=lambda: self._session.wanted.emit("home", listing),
            )
        else:
            self.list.empty.set_words(
                "还没有家庭",
                "可以从旧台账导入，也可以一户一户登记。",
                button="导入台账",
                on_click=lambda: self._session.wanted.emit("import", None),
                other="一户一户登记",
                on_other=lambda: self._session.wanted.emit("add_household", None),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        if narrow != self._narrow:
            self._set_narrow(narrow)

    def _set_narrow(self, narrow: bool) -> None:
        """Two figures in a line and the panels below the list, or everything beside each other."""
        self._narrow = narrow
        directions = QBoxLayout.Direction
        self._across.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self.figures.set_narrow(narrow)
        self._panel.setMinimumHeight(_LIST_HEIGHT if narrow else 0)
        self.side.set_narrow(narrow)

    def act(self, task: Task) -> None:
        """Do what the row's button says."""
        if task.sort is Sort.REPORT:
            self.export()
        elif task.sort is Sort.LATE:
            self._session.wanted.emit("appeals", task.appeal)
        elif task.appeal:
            self._session.load(lambda ledger: ledger.find(task.appeal), self._ask_back, owner=self)
        else:
            self._at_door(task, self._visit)

    def _ask_back(self, found: Record | None) -> None:
        if isinstance(found, Appeal):
            from ui.dialogs.progress_drawer import ProgressDrawer

            ProgressDrawer(self.window(), self._session, found, action="回访").open()
        else:
            self._say_gone()

    def _say_gone(self) -> None:
        """What the task was about was taken out of the book meanwhile: say so and look again."""
        self._session.notices.toast("这一件已经不在账本里，清单已更新")
        self.refresh()

    def _at_door(self, task: Task, then: Callable[[HouseholdFile], None]) -> None:
        def show(file: HouseholdFile | None) -> None:
            if file is not None:
                then(file)
            else:
                self._say_gone()

        self._session.load(lambda ledger: household_file(ledger, task.household), show, owner=self)

    def _visit(self, file: HouseholdFile) -> None:
        from ui.dialogs.visit_drawer import VisitDrawer

        VisitDrawer(self.window(), self._session, file).open()

    def add_visit(self) -> None:
        """记走访 at the door of the task in front; without one, the households are brought up to choose from."""
        task = self.list.current_task
        if task is not None and task.household:
            self._at_door(task, self._visit)
        else:
            self._session.wanted.emit("households", None)

    def add_appeal(self) -> None:
        """登诉求 of the household in front, or of none."""
        task = self.list.current_task
        if task is not None and task.household:
            self._at_door(task, self._appeal)
        else:
            self._appeal(None)

    def _appeal(self, file: HouseholdFile | None) -> None:
        from ui.dialogs.appeal_drawer import new_appeal_drawer

        new_appeal_drawer(self.window(), self._session, file=file, save=_register).open()

    def open_home(self) -> None:
        """The household's own page."""
        task = self.list.current_task
        if task is not None and task.household:
            self._session.wanted.emit("household", task.household)

    def export(self) -> None:
        """Export the week's sheet for the street office."""
        self._session.wanted.emit("export", None)

    def print_route(self) -> None:
        """Preview the doors to go to in walking order."""
        if self.today is not None:
            from ui.dialogs.route_print import RoutePrint

            RoutePrint(self.window(), self._session, self.today.tasks, self.today.on).start()

    def change_plan(self) -> None:
        """间隔与目标."""
        from ui.dialogs.plan_drawer import PlanDrawer, care_counts

        def show(people: Mapping[str, int]) -> None:
            if self.today is not None:
                PlanDrawer(self.window(), self._session, self.today.plan, people).open()

        self._session.load(care_counts, show, owner=self)


def _words(ledger: Ledger, on: date, known: int) -> tuple[int, Sequence[tuple[str, int]]] | None:
    """The state of the book and its words; None when they are of the state ``known``."""
    from minqing.work.matters import frequent_words

    version = ledger.version
    return None if version == known else (version, frequent_words(ledger, on))


def _register(ledger: Ledger, record: Record) -> Changes:
    assert isinstance(record, Appeal)
    return register_appeal(ledger, draft=record, who=ledger.profile.owner)
