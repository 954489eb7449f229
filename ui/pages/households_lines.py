"""What the table of households says of each: its lines, its filters, and the columns that may be chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from minqing.ledger import Ledger
from minqing.records.dates import screen_date
from minqing.records.id_number import mask_id_number
from minqing.records.phone import mask_phone, render_phones
from minqing.work.due import Due, due_households
from minqing.work.visit_list import HouseholdFile, household_files
from ui.revealing import Revealing
from ui.widgets.paint import Badge, Tone
from ui.widgets.table import Column

if TYPE_CHECKING:
    from exports.listing import Value


@dataclass(frozen=True)
class Line:
    """One household in the table: what is known about it, why it is due if it is, and how many files it has."""

    file: HouseholdFile
    due: Due | None
    today: date
    attachments: int = 0

    @property
    def overdue(self) -> int:
        """Days since it should have been visited."""
        return (self.today - self.due.due_on).days if self.due else 0

    @property
    def next_on(self) -> date | None:
        """When it should be visited next."""
        last = self.file.last_visit
        return self.due.due_on if self.due else last.next_on if last else None


@dataclass(frozen=True)
class Overview:
    """All lines of the table, and what is said and offered about them: people, each filter's number, the choices."""

    lines: tuple[Line, ...]
    people: int
    counts: Mapping[str, int]
    buildings: tuple[str, ...]
    grids: tuple[str, ...]
    groups: tuple[str, ...]


def household_overview(ledger: Ledger, today: date) -> Overview:
    """Everything that the page of households shows; the counting of thousands is no work for the window's thread."""
    lines = tuple(household_lines(ledger, today))
    return Overview(
        lines=lines,
        people=sum(line.file.population for line in lines),
        counts={one.key: sum(map(one.keeps, lines)) for one in FILTERS},
        buildings=tuple(dict.fromkeys(home.building for line in lines if (home := line.file.household).building)),
        grids=tuple(sorted({line.file.household.grid for line in lines} - {""})),
        groups=tuple(sorted({group for line in lines for group in line.file.care_groups})),
    )


def household_lines(ledger: Ledger, today: date) -> list[Line]:
    """All households in door order with what makes them due on ``today``."""
    due = {one.household.id: one for one in due_households(ledger, today)}
    files = ledger.attachments.counts()
    return [
        Line(file, due.get(file.household.id), today, files.get(file.household.id, 0))
        for file in household_files(ledger)
    ]


@dataclass(frozen=True)
class Filter:
    """A chip above the table, and which lines it leaves."""

    key: str
    text: str
    keeps: Callable[[Line], bool]
    shape: str = ""
    tone: Tone = Tone.NEUTRAL


FILTERS = (
    Filter("all", "全部", lambda line: True),
    Filter("due", "该走访", lambda line: line.due is not None, "tri", Tone.WARN),
    Filter("never", "从未", lambda line: not line.file.visits and not line.file.household.vacant, "ring"),
    Filter("appeals", "有诉求", lambda line: bool(line.file.open_appeals), "sq", Tone.BAD),
    Filter("care", "重点人群", lambda line: bool(line.file.care_groups)),
    Filter("rent", "出租", lambda line: line.file.household.house_type == "出租"),
    Filter("empty", "空置", lambda line: line.file.household.vacant),
)


@dataclass(frozen=True)
class HomeColumn:
    """A column that may be chosen: under ``key`` it is remembered; ``written`` is what a workbook gets of it."""

    key: str
    column: Column[Line]
    written: Callable[[Line], Value] | None = None
    usual: bool = True
    always: bool = False

    def value(self, line: Line) -> Value:
        """What a workbook gets; numbers that are masked on the screen stay masked."""
        return self.written(line) if self.written is not None else self.column.leaving(line)


def home_columns(revealing: Revealing) -> tuple[HomeColumn, ...]:
    """All columns of the table in their usual order."""
    return (*_of_the_home(revealing), *_of_the_work(), *_others(revealing))


def _of_the_home(revealing: Revealing) -> tuple[HomeColumn, ...]:
    def phone(line: Line) -> str:
        head = line.file.head
        if head is not None and revealing.shows(head.id, "phones"):
            return render_phones(head.phones)
        return _phone(line)

    return (
        HomeColumn("door", Column("门牌", lambda line: line.file.household.door, width=118,
                   sort=lambda line: line.file.household.walking_order), always=True),
        HomeColumn("name", Column("户主", lambda line: line.file.name, width=76, strong=lambda line: True),
                   always=True),
        HomeColumn("people", Column("人口", lambda line: str(line.file.population or ""), width=56, align="center",
                   sort=lambda line: line.file.population), lambda line: line.file.population),
        HomeColumn("phone", Column("电话", phone, width=116, sort=_phone, copied=_phone)),
        HomeColumn("house", Column("房屋", lambda line: line.file.household.house_type, width=60)),
        HomeColumn("care", Column("重点人群", lambda line: "、".join(line.file.care_groups), width=150, badge=_groups)),
        HomeColumn("situation", Column("家庭基本情况", lambda line: line.file.household.situation, stretch=1, width=130,
                   muted=True)),
    )  # fmt: skip


def _of_the_work() -> tuple[HomeColumn, ...]:
    return (
        HomeColumn("last", Column("上次走访", lambda line: _day(_last_day(line), line.today), width=86,
                   sort=lambda line: str(_last_day(line) or "")), _last_day),
        HomeColumn("due", Column("走访提醒", lambda line: "、".join(line.due.reasons) if line.due else "", width=100,
                   badge=_due_badge, sort=lambda line: line.overdue if line.due else None,
                   tooltip=lambda line: "、".join(line.due.reasons) if line.due else "")),
        HomeColumn("appeals", Column("未结诉求", lambda line: str(len(line.file.open_appeals) or ""), width=76,
                   align="center", sort=lambda line: len(line.file.open_appeals)),
                   lambda line: len(line.file.open_appeals)),
        HomeColumn("grid", Column("网格", lambda line: line.file.household.grid, width=78, muted=True)),
    )  # fmt: skip


def _others(revealing: Revealing) -> tuple[HomeColumn, ...]:
    """Those that stand in the table only when they were chosen."""

    def id_number(line: Line) -> str:
        head = line.file.head
        if head is not None and revealing.shows(head.id, "id_number"):
            return head.id_number
        return _id_number(line)

    def plain(key: str, title: str, text: Callable[[Line], str], width: int) -> HomeColumn:
        return HomeColumn(key, Column(title, text, width=width), usual=False)

    def number(key: str, title: str, count: Callable[[Line], int]) -> HomeColumn:
        column = Column[Line](title, lambda line: str(count(line) or ""), width=76, align="center", sort=count)
        return HomeColumn(key, column, count, usual=False)

    return (
        plain("estate", "小区", lambda line: line.file.household.estate, 110),
        plain("building", "楼栋", lambda line: line.file.household.building, 56),
        plain("residence", "人户状态", lambda line: line.file.household.residence_status, 96),
        plain("family", "家庭类型", lambda line: line.file.household.family_type, 96),
        plain("attention", "关注程度", lambda line: line.file.household.attention, 86),
        plain("area", "面积", lambda line: line.file.household.area, 66),
        plain("tags", "标签", lambda line: "、".join(line.file.household.tags), 130),
        plain("notes", "备注", lambda line: line.file.household.notes, 160),
        HomeColumn("id_number", Column("户主证件", id_number, width=164, copied=_id_number, sort=_id_number),
                   usual=False),
        plain("result", "上次结果", lambda line: line.file.last_visit.result if line.file.last_visit else "", 80),
        HomeColumn("next", Column("下次走访", lambda line: _day(line.next_on, line.today), width=86,
                   sort=lambda line: str(line.next_on or "")), lambda line: line.next_on, usual=False),
        number("visits", "走访次数", lambda line: len(line.file.visits)),
        number("all_appeals", "诉求件数", lambda line: len(line.file.appeals)),
        number("attachments", "附件", lambda line: line.attachments),
    )  # fmt: skip


def _phone(line: Line) -> str:
    head = line.file.head
    return mask_phone(render_phones(head.phones[:1])) if head and head.phones else ""


def _id_number(line: Line) -> str:
    head = line.file.head
    return mask_id_number(head.id_number) if head and head.id_number else ""


def _last_day(line: Line) -> date | None:
    return line.file.last_visit.visited_on if line.file.last_visit else None


def _day(day: date | None, today: date) -> str:
    return screen_date(day, today) if day else ""


def _due_badge(line: Line) -> Badge | None:
    if line.due is None:
        return None
    return Badge(f"超 {line.overdue} 天" if line.overdue > 0 else "今天到期", Tone.WARN, "tri")


def _groups(line: Line) -> list[Badge]:
    return [Badge(group, Tone.INFO) for group in line.file.care_groups[:3]]
