"""一户一档: the household's own page with its members, appeals, other columns and everything that passed between us."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from minqing.actions.appeals import register_appeal
from minqing.actions.records import save_records
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.household import Household
from minqing.records.id_number import mask_id_number
from minqing.records.phone import mask_phone, render_phones
from minqing.records.resident import Resident
from ui import theme
from ui.dialogs.appeal_drawer import new_appeal_drawer
from ui.dialogs.entry_fields import entry_fields
from ui.dialogs.record_drawer import Entry, RecordDrawer, Save
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.base import GAP, HEAD_HEIGHT, MARGINS, Page
from ui.pages.household_extra import ExtraPanel, clear
from ui.pages.household_history import open_item
from ui.pages.household_joining import Joining
from ui.pages.household_view import HouseholdView, age_on, age_words, days_ago, household_view, timeline_items, when
from ui.session import Session
from ui.widgets.buttons import Button, Kind, LinkButton
from ui.widgets.chips import Chip, chip, seal
from ui.widgets.figures import Fact, FactStrip
from ui.widgets.paint import Badge, Tone, state_badge
from ui.widgets.panel import Panel
from ui.widgets.strips import Option, Segment
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label, title
from ui.widgets.timeline import Timeline

_HOUSEHOLD_FIELDS = (
    "estate", "door", "grid", "house_type", "rent_until", "residence_status", "family_type", "attention",
    "population", "area", "situation", "tags", "notes",
)  # fmt: skip
_RESIDENT_FIELDS = (
    "name", "relation", "sex", "birth", "id_number", "phones", "care_groups", "ethnic", "education", "political",
    "marital", "occupation", "work", "health", "register_address", "status", "notes",
)  # fmt: skip
_KEYS = (
    ("PgUp PgDn", "上一户 下一户"),
    ("Ctrl+N", "记走访"),
    ("Ctrl+J", "登诉求"),
    ("Ctrl+H", "改动历史"),
    ("Esc", "返回"),
)
_MEMBER_ROWS = 7
_APPEAL_ROWS = 5


class HouseholdPage(Page):
    """One household; ``open`` says which."""

    title = "一户一档"
    keys = _KEYS
    kinds = frozenset({"household", "resident", "visit", "appeal"})

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._id = ""
        self.view: HouseholdView | None = None
        left, top, right, bottom = MARGINS
        column = QVBoxLayout(self)
        column.setContentsMargins(left, top, right, bottom)
        column.setSpacing(GAP)
        column.addWidget(self._head())
        self._facts = FactStrip()
        column.addWidget(self._facts)
        self._joining = Joining(self, session)
        column.addWidget(self._joining)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addLayout(self._left(), 1)
        across.addWidget(self._rail())
        column.addLayout(across, 1)

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+N": self.add_visit,
            "Ctrl+J": self.add_appeal,
            "Ctrl+P": self.print_sheet,
            "Ctrl+H": self.show_history,
            "PgDown": lambda: self.step(forward=True),
            "PgUp": lambda: self.step(forward=False),
            "Esc": self.leave,
        }

    def _head(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(HEAD_HEIGHT)
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Button("家庭", self.leave, icon="chevl"))
        self._name = title()
        row.addWidget(self._name)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        row.addLayout(self._chips)
        row.addStretch(1)
        row.addWidget(Button("合并到另一户…", self.join_household))
        row.addWidget(Button("打印走访表", self.print_sheet, icon="print"))
        row.addWidget(Button("改信息", self.edit_household, icon="pen"))
        row.addWidget(Button("登诉求", self.add_appeal, icon="plus", hint="Ctrl+J"))
        row.addWidget(Button("记走访", self.add_visit, kind=Kind.PRIMARY, icon="door", hint="Ctrl+N"))
        return bar

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(9)
        self._members_panel = Panel("家庭成员")
        self._members_panel.add_tool(label("证件与电话默认遮掩", size=12, colour=theme.INK3))
        self._members_panel.add_tool(LinkButton("合并成员…", self.join_member))
        self._members_panel.add_tool(LinkButton("添成员", self.add_member, icon="plus"))
        self._members: RecordTable[Resident] = RecordTable(_MEMBER_COLUMNS, name="家庭成员", key=lambda one: one.id)
        self._members.activated_record.connect(self.edit_member)
        self._members.set_empty("还没有家庭成员", "点“添成员”，先登记户主。")
        self._members_panel.body.addWidget(self._members)
        self.setFocusProxy(self._members)
        self._appeals_panel = Panel("本户诉求")
        self._appeals_note = label(size=12, colour=theme.INK3)
        self._appeals_panel.add_tool(self._appeals_note)
        self._appeals: RecordTable[Appeal] = RecordTable(_APPEAL_COLUMNS, name="本户诉求", key=lambda one: one.id)
        self._appeals.activated_record.connect(lambda one: self._session.wanted.emit("appeals", one.id))
        self._appeals.set_empty("没有诉求", "按 Ctrl+J 登记。")
        self._appeals_panel.body.addWidget(self._appeals)
        self._extra = ExtraPanel()
        for panel in (self._members_panel, self._appeals_panel, self._extra):
            panel.hug()
            column.addWidget(panel)
        column.addStretch(1)
        return column

    def _rail(self) -> Panel:
        panel = Panel("往来记录")
        panel.setFixedWidth(412)
        self._segment = Segment(_segments(0, 0, 0), name="往来记录", small=True)
        self._segment.changed.connect(lambda _: self._show_rail())
        panel.add_tool(self._segment)
        panel.add_tool(LinkButton("改动历史", self.show_history, key="Ctrl+H"))
        self._timeline = Timeline(name="往来记录")
        self._timeline.activated_item.connect(lambda one: open_item(self, self._session, self.view, one))
        panel.body.addWidget(self._timeline)
        return panel

    def open(self, household_id: str) -> None:
        """Show another household."""
        if household_id != self._id:
            self._id = household_id
            self.view = None
            self._segment.select("all")
        self.renew()

    def refresh(self) -> None:
        if self._id:
            wanted, today = self._id, date.today()
            self._session.load(
                lambda ledger: household_view(ledger, wanted, today), lambda view: self._take(wanted, view), owner=self
            )

    def _take(self, wanted: str, view: HouseholdView | None) -> None:
        if wanted != self._id:
            return
        if view is None:
            self._id, self.view = "", None
            self.leave()
            return
        self.view = view
        self._name.setText(view.file.household.door)
        self._show_chips(view)
        self._show_facts(view)
        self._show_members(view)
        self._show_appeals(view)
        self._extra.show_columns(view)
        self._segment.set_options(_segments(len(view.file.visits), len(view.file.appeals), len(view.changes)))
        self._show_rail()
        self._joining.look(view.file)

    def _show_rail(self) -> None:
        if self.view is not None:
            self._timeline.set_items(timeline_items(self.view, self._segment.key))

    def _show_chips(self, view: HouseholdView) -> None:
        clear(self._chips)
        file = view.file
        here = len(file.living)
        self._chips.addWidget(chip(f"常住 {here} 人" if here else "无人居住"))
        for group in file.care_groups[:4]:
            self._chips.addWidget(chip(group, Tone.INFO))
        for tag in file.household.tags[:3]:
            self._chips.addWidget(chip(tag))

    def _show_facts(self, view: HouseholdView) -> None:
        file, today = view.file, view.today
        head, home, last = file.head, file.household, file.last_visit
        age = age_on(head.birth_known, today) if head else None
        person = " · ".join(filter(None, (head.sex_known if head else "", f"{age} 岁" if age is not None else "")))
        house = " · ".join(filter(None, (f"{home.area} ㎡" if home.area else "", home.residence_status)))
        next_on = last.next_on if last else None
        phone = mask_phone(render_phones(head.phones[:1])) if head and head.phones else "—"
        extras: dict[str, list[QWidget]] = {}
        if view.due is not None:
            late = (today - view.due.due_on).days
            badge = Chip(Badge(f"超 {late} 天" if late > 0 else "今天到期", Tone.WARN, "tri"))
            badge.setToolTip("、".join(view.due.reasons))
            extras["下次走访"] = [badge]
        self._facts.set_facts(
            [
                Fact("户主", file.name or "—", person, 176),
                Fact("联系电话", phone, width=170),
                Fact("房屋", home.house_type or "—", house),
                Fact("网格", home.grid or "—", width=130),
                Fact("上次走访", when(last.visited_on if last else None, today),
                     days_ago(last.visited_on if last else None, today), 180, Tone.WARN if view.due else None),
                Fact("下次走访", when(view.due.due_on if view.due else next_on, today), width=210),
            ],
            extras=extras,
        )  # fmt: skip

    def _show_members(self, view: HouseholdView) -> None:
        self._members_panel.set_count(len(view.file.residents))
        self._members.set_records(view.file.residents)
        _fit(self._members, len(view.file.residents), _MEMBER_ROWS)

    def _show_appeals(self, view: HouseholdView) -> None:
        waiting = view.file.open_appeals
        done = len(view.file.appeals) - len(waiting)
        clear(self._appeals_panel.lead)
        if waiting:
            self._appeals_panel.lead.addWidget(seal(str(len(waiting)), square=True))
            self._appeals_panel.lead.addWidget(label("未结", size=12, colour=theme.INK3))
        self._appeals_note.setText(f"另有 {done} 件已办结" if done else "")
        shown = [*waiting, *(one for one in view.file.appeals if one not in waiting)]
        self._appeals.set_records(shown)
        _fit(self._appeals, len(shown), _APPEAL_ROWS)

    def leave(self) -> None:
        """Back to the table."""
        self._session.wanted.emit("households", None)

    def step(self, *, forward: bool) -> None:
        """Open the next or the previous household in door order."""
        if self.view is not None and (target := self.view.after if forward else self.view.before):
            self.open(target)

    def print_sheet(self) -> None:
        """Preview this household's visit sheet."""
        self._session.wanted.emit("print", self._id)

    def add_visit(self) -> None:
        """记走访."""
        if self.view is not None:
            VisitDrawer(self.window(), self._session, self.view.file).open()

    def add_appeal(self) -> None:
        """登诉求."""
        if self.view is not None:
            new_appeal_drawer(self.window(), self._session, file=self.view.file, save=_register).open()

    def edit_household(self) -> None:
        """改信息."""
        if self.view is not None:
            home = self.view.file.household
            entry = Entry("改信息", "pen", home, _saver(f"修改 {home.door} 的信息"), "已保存")
            self._drawer(entry, _HOUSEHOLD_FIELDS)

    def add_member(self) -> None:
        """添成员."""
        if self.view is not None:
            draft = Resident(household=self._id, relation="" if self.view.file.head else "户主", status="在住")
            save = _saver(f"添成员 {self.view.file.household.door}")
            self._drawer(Entry("添成员", "users", draft, save, "已添成员"), _RESIDENT_FIELDS)

    def edit_member(self, resident: Resident) -> None:
        """Correct a member."""
        save = _saver(f"修改 {resident.name} 的信息")
        self._drawer(Entry(resident.name, "user", resident, save, "已保存"), _RESIDENT_FIELDS)

    def join_household(self) -> None:
        """合并到另一户."""
        self._joining.find_household()

    def join_member(self) -> None:
        """合并成员: the one that the table is on."""
        self._joining.find_member(self._members.current_record)

    def show_history(self) -> None:
        """Who changed what, and the way back to any earlier value."""
        open_item(self, self._session, self.view)

    def _drawer(self, entry: Entry, names: tuple[str, ...]) -> None:
        fields = entry_fields(type(entry.record), names)
        RecordDrawer(self.window(), self._session, entry, fields=fields).open()


def _saver(label: str) -> Save:
    return lambda ledger, draft: save_records(ledger, [draft], label=label)


def _register(ledger: Ledger, record: Record) -> Changes:
    assert isinstance(record, Appeal)
    return register_appeal(ledger, draft=record, who=ledger.profile.owner)


def _segments(visits: int, appeals: int, changes: int) -> list[Option]:
    total = visits + appeals + changes
    return [
        Option("all", "全部", total),
        Option("visits", "走访", visits),
        Option("appeals", "诉求", appeals),
        Option("changes", "变更", changes),
    ]


def _fit(table: RecordTable[Household] | RecordTable[Resident] | RecordTable[Appeal], rows: int, most: int) -> None:
    """No taller than its rows, so that the panels below move up; scrolls beyond ``most``."""
    shown = min(rows, most) or 3
    table.setFixedHeight(32 + shown * table.row_height + 2)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


_MEMBER_COLUMNS: tuple[Column[Resident], ...] = (
    Column("姓名", lambda one: one.name, width=76, strong=lambda one: True),
    Column("关系", lambda one: one.relation, width=64),
    Column("性别", lambda one: one.sex_known, width=46),
    Column("年龄", lambda one: age_words(one.birth_known, date.today()), width=48),
    Column("身份证号", lambda one: mask_id_number(one.id_number) if one.id_number else "—", width=164),
    Column("电话", lambda one: mask_phone(render_phones(one.phones[:1])) if one.phones else "—", width=112),
    Column("重点人群", lambda one: "" if one.care_groups else "—", width=110,
           badge=lambda one: [Badge(group, Tone.INFO) for group in one.care_groups] or None),
    Column("备注", lambda one: one.notes or one.health, stretch=1, muted=True),
)  # fmt: skip

_APPEAL_COLUMNS: tuple[Column[Appeal], ...] = (
    Column("事项", lambda one: one.subject, stretch=1),
    Column("分类", lambda one: one.category, width=96, badge=lambda one: Badge(one.category) if one.category else None),
    Column("登记", lambda one: when(one.registered_on, date.today()), width=86),
    Column("承办", lambda one: one.handler or "未分派", width=100),
    Column("状态", lambda one: one.state, width=110, badge=lambda one: state_badge(one.state or "待受理")),
)
