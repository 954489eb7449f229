"""家庭: every household in door order, with filters and a search that the whole book answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from minqing.actions.records import save_records
from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from minqing.records.dates import screen_date
from minqing.records.household import Household
from minqing.records.phone import mask_phone, render_phones
from minqing.work.due import Due, due_households
from minqing.work.visit_list import HouseholdFile, household_files
from ui.dialogs.entry_fields import entry_fields
from ui.dialogs.record_drawer import Entry, RecordDrawer
from ui.pages.base import Page, PageLayout
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import FilterButton, FilterChip
from ui.widgets.flow import FlowLayout
from ui.widgets.paint import Badge, Tone
from ui.widgets.panel import Panel, footer_bar
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label

_SEARCH_LIMIT = 2000
_PAUSE = 120
NEW_HOUSEHOLD = ("estate", "door", "grid", "house_type", "residence_status", "situation", "notes")


@dataclass(frozen=True)
class Line:
    """One household in the table: what is known about it, and why it is due, if it is."""

    file: HouseholdFile
    due: Due | None
    today: date

    @property
    def overdue(self) -> int:
        """Days since it should have been visited."""
        return (self.today - self.due.due_on).days if self.due else 0


@dataclass(frozen=True)
class _Filter:
    key: str
    text: str
    keeps: Callable[[Line], bool]
    shape: str = ""
    tone: Tone = Tone.NEUTRAL


_FILTERS = (
    _Filter("all", "全部", lambda line: True),
    _Filter("due", "该走访", lambda line: line.due is not None, "tri", Tone.WARN),
    _Filter(
        "never", "从未走访", lambda line: not line.file.visits and line.file.household.house_type != "空置", "ring"
    ),
    _Filter("appeals", "有未结诉求", lambda line: bool(line.file.open_appeals), "sq", Tone.BAD),
    _Filter("care", "重点人群", lambda line: bool(line.file.care_groups)),
    _Filter("rent", "出租", lambda line: line.file.household.house_type == "出租"),
    _Filter("empty", "空置", lambda line: line.file.household.house_type == "空置"),
)


def household_lines(ledger: Ledger, today: date) -> list[Line]:
    """All households in door order with what makes them due on ``today``."""
    due = {one.household.id: one for one in due_households(ledger, today)}
    return [Line(file, due.get(file.household.id), today) for file in household_files(ledger)]


class HouseholdsPage(Page):
    """The table of all households; Enter opens the household's own page."""

    title = "家庭"
    keys = (("↑↓", "选择"), ("Enter", "打开档案"), ("Ctrl+F", "在表里找"))
    kinds = frozenset({"household", "resident", "visit", "appeal"})

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lines: list[Line] = []
        self._found: frozenset[str] | None = None
        layout = PageLayout(self, "家庭")
        self._remark = layout.remark
        layout.head.addStretch(1)
        layout.head.addWidget(Button("打印走访表", lambda: session.wanted.emit("print", None), icon="print"))
        layout.head.addWidget(Button("登记住户", self.add_household, kind=Kind.PRIMARY, icon="plus"))
        layout.addWidget(self._filter_row())
        panel = Panel()
        self.table: RecordTable[Line] = RecordTable(
            _COLUMNS, name="家庭", key=lambda line: line.file.household.id, header_height=34
        )
        self.table.activated_record.connect(self._open)
        panel.body.addWidget(self.table)
        self.setFocusProxy(self.table)
        self._foot = label(size=13)
        foot = footer_bar()
        foot.row.addWidget(self._foot)
        foot.row.addStretch(1)
        foot.row.addWidget(label("电话默认遮掩", size=13))
        panel.set_footer(foot)
        layout.addWidget(panel, 1)

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+F": self.search.setFocus,
            "Ctrl+P": lambda: self._session.wanted.emit("print", None),
            "Esc": self.clear,
        }

    def _filter_row(self) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        self._chips: dict[str, FilterChip] = {}
        holder = QWidget()
        chips = FlowLayout(holder, gap=8)
        for one in _FILTERS:
            chip = FilterChip(one.text, shape=one.shape, tone=one.tone, key=one.key)
            chip.clicked.connect(self._chooser(one.key))
            self._chips[one.key] = chip
            chips.addWidget(chip)
        self._chips["all"].setChecked(True)
        across.addWidget(holder, 1)
        self._building = FilterButton("楼栋", [])
        self._building.changed.connect(self._show)
        across.addWidget(self._building)
        self.search = QLineEdit()
        self.search.setPlaceholderText("在表里找：姓名、门牌、电话")
        self.search.setAccessibleName("在表里找")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(230)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.search.textChanged.connect(lambda _: self._pause.start())
        across.addWidget(self.search)
        return row

    def _chooser(self, key: str) -> Callable[[], None]:
        def choose() -> None:
            for name, chip in self._chips.items():
                chip.setChecked(name == key)
            self._show()

        return choose

    def refresh(self) -> None:
        today = date.today()
        self._session.load(lambda ledger: household_lines(ledger, today), self._take, owner=self)

    def _take(self, lines: Sequence[Line]) -> None:
        self._lines = list(lines)
        people = sum(len(line.file.living) for line in lines)
        self._remark.setText(f"{len(lines):,} 户 · {people:,} 人")
        for one in _FILTERS:
            self._chips[one.key].set_count(sum(map(one.keeps, lines)))
        names = dict.fromkeys(line.file.household.building for line in lines if line.file.household.building)
        self._building.set_choices([(name, f"{name}栋") for name in names])
        self._show()

    def _search(self) -> None:
        text = self.search.text().strip()
        if not text:
            self._found = None
            self._show()
            return
        self._session.load(lambda ledger: _households_found(ledger, text), self._take_found, owner=self)

    def _take_found(self, found: frozenset[str]) -> None:
        self._found = found if self.search.text().strip() else None
        self._show()

    def _show(self) -> None:
        keeps = next(one.keeps for one in _FILTERS if self._chips[one.key].isChecked())
        building = self._building.value
        shown = [
            line
            for line in self._lines
            if keeps(line)
            and (not building or line.file.household.building == building)
            and (self._found is None or line.file.household.id in self._found)
        ]
        self.table.set_records(shown)
        self._foot.setText(
            f"共 {len(shown):,} 户"
            if len(shown) == len(self._lines)
            else f"筛选出 {len(shown):,} 户，共 {len(self._lines):,} 户"
        )
        self._say_empty()

    def _say_empty(self) -> None:
        if not self._lines:
            self.table.set_empty(
                "还没有家庭",
                "可以从旧台账导入，也可以一户一户登记。",
                button="导入台账",
                on_click=lambda: self._session.wanted.emit("exchange", None),
            )
        elif text := self.search.text().strip():
            self.table.set_empty(
                f"没有找到“{text}”", "换成拼音首字母再试，或清除筛选。", button="清除筛选", on_click=self.clear
            )
        else:
            self.table.set_empty("没有符合的家庭", "换一个筛选看看。", button="清除筛选", on_click=self.clear)

    def clear(self) -> None:
        """Show everything again."""
        self.search.clear()
        self._found = None
        self._building.set_value("")
        self._chooser("all")()

    def _open(self, line: Line) -> None:
        self._session.wanted.emit("household", line.file.household.id)

    def add_household(self) -> None:
        """Enter a household that is not in the book yet."""
        profile = self._session.ledger.profile
        draft = Household(street=profile.street, community=profile.community, estate=profile.estate)
        RecordDrawer(
            self.window(),
            self._session,
            Entry("登记住户", "home", draft, _save_new, "已登记住户", self._open_new),
            fields=entry_fields(Household, NEW_HOUSEHOLD),
        ).open()

    def _open_new(self, changes: Changes) -> None:
        for record_id in changes.added[:1]:
            self._session.wanted.emit("household", record_id)


def _save_new(ledger: Ledger, record: Record) -> Changes:
    door = record.door if isinstance(record, Household) else ""
    return save_records(ledger, [record], label=f"登记住户 {door}")


def _households_found(ledger: Ledger, text: str) -> frozenset[str]:
    return frozenset(hit.household for hit in ledger.search(text, limit=_SEARCH_LIMIT) if hit.household)


def _phone(line: Line) -> str:
    head = line.file.head
    return mask_phone(render_phones(head.phones[:1])) if head and head.phones else ""


def _last(line: Line) -> str:
    visit = line.file.last_visit
    return screen_date(visit.visited_on, line.today) if visit and visit.visited_on else ""


def _last_day(line: Line) -> str:
    visit = line.file.last_visit
    return str(visit.visited_on) if visit else ""


def _due_badge(line: Line) -> Badge | None:
    if line.due is None:
        return None
    if line.overdue > 0:
        return Badge(f"超 {line.overdue} 天", Tone.WARN, "tri")
    return Badge("今天到期", Tone.WARN, "tri")


def _groups(line: Line) -> list[Badge]:
    return [Badge(group, Tone.INFO) for group in line.file.care_groups[:3]]


def _home(line: Line) -> str:
    return line.file.household.house_type


_COLUMNS: tuple[Column[Line], ...] = (
    Column("门牌", lambda line: line.file.household.door, width=128,
           sort=lambda line: line.file.household.walking_order),
    Column("户主", lambda line: line.file.name, width=84, strong=lambda line: True),
    Column("人口", lambda line: str(len(line.file.living) or ""), width=56, align="center",
           sort=lambda line: len(line.file.living)),
    Column("电话", _phone, width=116),
    Column("房屋", _home, width=60),
    Column("重点人群", lambda line: "、".join(line.file.care_groups), width=170, badge=_groups),
    Column("家庭基本情况", lambda line: line.file.household.situation, stretch=1, muted=True),
    Column("上次走访", _last, width=86, sort=_last_day),
    Column("走访提醒", lambda line: "、".join(line.due.reasons) if line.due else "", width=100, badge=_due_badge,
           sort=lambda line: line.overdue if line.due else None,
           tooltip=lambda line: "、".join(line.due.reasons) if line.due else ""),
    Column("未结诉求", lambda line: str(len(line.file.open_appeals) or ""), width=76, align="center",
           sort=lambda line: len(line.file.open_appeals)),
    Column("网格", lambda line: line.file.household.grid, width=78, muted=True),
)  # fmt: skip
