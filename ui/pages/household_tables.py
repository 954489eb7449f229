"""The two tables of a household's page: its members, with their numbers hidden, and its appeals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from minqing.records.appeal import Appeal
from minqing.records.id_number import mask_id_number
from minqing.records.phone import mask_phone, render_phones
from minqing.records.resident import Resident
from minqing.work.workdays import workdays_between
from ui import theme
from ui.icons import IconLabel
from ui.kin import kin
from ui.pages.household_view import HouseholdView, age_words, when
from ui.revealing import REVEAL_KEY, Place, Revealing
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import seal
from ui.widgets.paint import Badge, Tone, state_badge
from ui.widgets.panel import Panel
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label, yielding

_MEMBER_ROWS, _APPEAL_ROWS = 7, 5
_BAR, _HEADER, _APPEALS_HEADER = 38, 32, 28
_HIDDEN = ("id_number", "phones")


@dataclass(frozen=True)
class MemberWishes:
    """What is done with the members."""

    add: Callable[[], object]
    edit: Callable[[Resident], object]
    join: Callable[[], object]


class MembersPanel(Panel):
    """Who belongs to the household; the numbers of the one that the table is on can be shown for a minute."""

    def __init__(self, revealing: Revealing, wishes: MemberWishes) -> None:
        super().__init__("家庭成员", height=_BAR)
        self._revealing = revealing
        self._wishes = wishes
        self.add_tool(IconLabel("lock", colour=theme.INK3, size=14))
        self.add_tool(yielding("证件与电话默认遮掩，查看会留痕", size=12, colour=theme.INK3))
        self.reveal_button = LinkButton("显示号码", self.toggle, icon="eye")
        self.add_tool(self.reveal_button)
        self.join_button = LinkButton("合并成员…", wishes.join)
        self.join_button.setToolTip("同一个人登记了两次：并到另一条")
        self.add_tool(self.join_button)
        add = LinkButton("添成员", wishes.add, icon="plus")
        add.setToolTip("给这一户登记一个人")
        self.add_tool(add)
        self.table: RecordTable[Resident] = RecordTable(
            member_columns(revealing), name="家庭成员", key=lambda one: one.id, header_height=_HEADER
        )
        self.table.activated_record.connect(wishes.edit)
        self.table.menu_requested.connect(self._open_menu)
        self.table.current_changed.connect(lambda _: self._renew())
        self.table.set_empty("还没有家庭成员", "点“添成员”，先登记户主。")
        self.body.addWidget(self.table)
        self.hug()
        revealing.changed.connect(self._renew)
        self._renew()

    def show_members(self, view: HouseholdView) -> None:
        """Show those of this household."""
        self.set_count(len(view.file.residents))
        self.table.set_records(view.file.residents)
        _fit(self.table, len(view.file.residents), most=_MEMBER_ROWS, header=_HEADER)
        self._renew()

    def places(self, resident: Resident) -> list[Place]:
        """The hidden numbers that this member has."""
        return [(resident.id, name) for name in _HIDDEN if getattr(resident, name)]

    @property
    def _wanted(self) -> Resident | None:
        """The member that the table is on, else the first who has a number."""
        found = self.table.current_record
        return found or next((one for one in self.table.records_model.records if self.places(one)), None)

    def toggle(self) -> None:
        """Show the numbers of the member that the table is on for a minute, or hide them again."""
        if (one := self._wanted) is not None:
            self._revealing.toggle(*self.places(one))

    def _renew(self) -> None:
        one = self._wanted
        places = self.places(one) if one is not None else []
        shown = bool(places) and all(self._revealing.shows(*place) for place in places)
        self.reveal_button.setText("遮住号码" if shown else "显示号码")
        self.reveal_button.setEnabled(bool(places))
        name = f"{self.reveal_button.text()}：{one.name}" if one is not None else self.reveal_button.text()
        self.reveal_button.setAccessibleName(name)
        whose = one.name if one is not None else "选中的人"
        self.reveal_button.setToolTip(f"显示{whose}的证件和电话一分钟；谁看过会留痕（{REVEAL_KEY}）")
        self.reveal_button.updateGeometry()
        self.table.viewport().update()

    def _open_menu(self, one: Resident, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction("改这个人的信息").triggered.connect(lambda _=False: self._wishes.edit(one))
        reveal = menu.addAction(self.reveal_button.text())
        reveal.setEnabled(bool(self.places(one)))
        reveal.triggered.connect(lambda _=False: self.toggle())
        menu.addAction("合并成员…").triggered.connect(lambda _=False: self._wishes.join())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


class AppealsPanel(Panel):
    """What the household asked for: what is open first, then what is settled."""

    def __init__(self, open_appeal: Callable[[Appeal], object]) -> None:
        super().__init__("本户诉求", height=_BAR)
        self._note = label(size=12, colour=theme.INK3)
        self.add_tool(self._note)
        self.table: RecordTable[Appeal] = RecordTable(
            _APPEAL_COLUMNS, name="本户诉求", key=lambda one: one.id, header_height=_APPEALS_HEADER
        )
        self.table.activated_record.connect(open_appeal)
        self.table.set_empty("没有诉求", "按 Ctrl+J 登记。")
        self.body.addWidget(self.table)
        self.hug()

    def show_appeals(self, view: HouseholdView) -> None:
        """Show those of this household."""
        waiting = view.file.open_appeals
        done = len(view.file.appeals) - len(waiting)
        while self.lead.count():
            item = self.lead.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if waiting:
            self.lead.addWidget(seal(str(len(waiting)), square=True))
            self.lead.addWidget(label("未结", size=12, colour=theme.INK3))
        self._note.setText(f"另有 {done} 件已办结" if done else "")
        shown = [*waiting, *(one for one in view.file.appeals if one not in waiting)]
        self.table.set_records(shown)
        _fit(self.table, len(shown), most=_APPEAL_ROWS, header=_APPEALS_HEADER)


def _fit(table: RecordTable[Resident] | RecordTable[Appeal], rows: int, *, most: int, header: int) -> None:
    """No taller than its rows, so that the panels below move up; scrolls beyond ``most``."""
    table.setFixedHeight(header + (min(rows, most) or 3) * table.row_height + 2)


def member_columns(revealing: Revealing) -> tuple[Column[Resident], ...]:
    """The columns of the members; a number is full while it may be seen, and leaves by the clipboard masked."""

    def id_number(one: Resident) -> str:
        return one.id_number if revealing.shows(one.id, "id_number") else _id_number(one)

    def phone(one: Resident) -> str:
        return render_phones(one.phones) if revealing.shows(one.id, "phones") else _phone(one)

    return (
        Column("姓名", lambda one: one.name, width=72, strong=lambda one: True),
        Column("关系", lambda one: kin(one.relation), width=60),
        Column("性别", lambda one: one.sex_known, width=42, sort=lambda one: one.sex_known),
        Column("年龄", lambda one: age_words(one.birth_known, date.today()), width=44,
               sort=lambda one: one.birth_known),
        Column("身份证号", id_number, width=160, sort=_id_number, copied=_id_number),
        Column("电话", phone, width=108, sort=_phone, copied=_phone, tooltip=phone),
        Column("重点人群", lambda one: "、".join(one.care_groups) or "—", width=104,
               badge=lambda one: [Badge(group, Tone.INFO) for group in one.care_groups] or None,
               tooltip=lambda one: "、".join(one.care_groups)),
        Column("备注", lambda one: one.notes or one.health, stretch=1, muted=True, size=13),
    )  # fmt: skip


def _id_number(one: Resident) -> str:
    return mask_id_number(one.id_number) if one.id_number else "—"


def _phone(one: Resident) -> str:
    return mask_phone(render_phones(one.phones[:1])) if one.phones else "—"


def _left(one: Appeal) -> str:
    """``还剩 2 天``, ``超 3 天``, in working days; how content they were once it is settled."""
    if one.settled:
        return one.satisfaction
    if one.due_on is None:
        return ""
    left = workdays_between(date.today(), one.due_on)
    return f"超 {max(1, -left)} 天" if one.due_on < date.today() else f"还剩 {left} 天" if left else "今天到期"


_APPEAL_COLUMNS: tuple[Column[Appeal], ...] = (
    Column("事项", lambda one: one.subject, stretch=1),
    Column("分类", lambda one: one.category, width=96, badge=lambda one: Badge(one.category) if one.category else None),
    Column("登记", lambda one: when(one.registered_on, date.today()), width=86, muted=True, size=13,
           sort=lambda one: str(one.registered_on or "")),
    Column("承办", lambda one: one.handler or "未分派", width=84, muted=True, size=13),
    Column("状态", _left, width=136, badge=lambda one: state_badge(one.state or "待受理"), badge_then_text=True,
           sort=lambda one: (str(one.settled), str(one.due_on or ""))),
)  # fmt: skip
