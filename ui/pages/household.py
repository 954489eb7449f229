"""一户一档: the household's own page with its members, appeals, other columns and everything that passed between us."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from minqing.actions.appeals import register_appeal
from minqing.actions.records import save_records
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.resident import Resident
from minqing.work.visit_list import HouseholdFile
from ui.dialogs.appeal_drawer import new_appeal_drawer
from ui.dialogs.entry_fields import entry_fields
from ui.dialogs.record_drawer import Entry, RecordDrawer, Save
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.base import GAP, MARGINS, Page
from ui.pages.household_attachments import AttachmentsPanel, paths_in
from ui.pages.household_extra import ExtraPanel
from ui.pages.household_facts import HouseholdFacts
from ui.pages.household_head import HeadWishes, HouseholdHead
from ui.pages.household_history import open_item
from ui.pages.household_joining import Joining
from ui.pages.household_rail import RailPanel
from ui.pages.household_tables import AppealsPanel, MembersPanel, MemberWishes
from ui.pages.household_view import HouseholdView, household_view
from ui.revealing import REVEAL_KEY
from ui.session import PAPERS, Session
from ui.widgets.scroll import ScrollArea

_HOUSEHOLD_FIELDS = (
    "estate", "door", "grid", "house_type", "rent_until", "residence_status", "family_type", "attention",
    "population", "area", "situation", "tags", "notes",
)  # fmt: skip
_RESIDENT_FIELDS = (
    "name", "relation", "sex", "birth", "id_number", "phones", "care_groups", "ethnic", "education", "political",
    "marital", "occupation", "work", "health", "register_address", "status", "notes",
)  # fmt: skip
_RIGHT, _NARROW, _ANY = 412, 1100, 16_777_215


class HouseholdPage(Page):
    """One household; ``open`` says which."""

    title = "一户一档"
    keys = (
        ("PgUp PgDn", "上一户 下一户"), ("Ctrl+N", "记走访"), ("Ctrl+J", "登诉求"), (REVEAL_KEY, "显示号码"),
        ("Ctrl+H", "改动历史"), ("Esc", "返回"),
    )  # fmt: skip
    more_keys = (("Ctrl+P", "打印走访表"), ("Ctrl+V", "粘贴照片"))
    kinds = frozenset({"household", "resident", "visit", "appeal", PAPERS})

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._id = ""
        self._narrow = False
        self.view: HouseholdView | None = None
        left, top, right, bottom = MARGINS
        column = QVBoxLayout(self)
        column.setContentsMargins(left, top, right, bottom)
        column.setSpacing(GAP)
        self.head = HouseholdHead(self._head_wishes())
        self._name = self.head.name
        column.addWidget(self.head)
        self._facts = HouseholdFacts(session.revealing)
        column.addWidget(self._facts)
        self._joining = Joining(self, session)
        column.addWidget(self._joining)
        holder = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, holder)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(14)
        self._across.addLayout(self._left(), 1)
        self._right = self._right_column()
        self._across.addWidget(self._right)
        column.addWidget(ScrollArea(holder), 1)
        self.setAcceptDrops(True)
        session.revealing.changed.connect(self._revealed)

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+N": self.add_visit,
            "Ctrl+J": self.add_appeal,
            "Ctrl+P": self.print_sheet,
            "Ctrl+H": self.show_history,
            "Ctrl+V": self.attachments.paste,
            REVEAL_KEY: self.members.toggle,
            "PgDown": lambda: self.step(forward=True),
            "PgUp": lambda: self.step(forward=False),
            "Esc": self.leave,
        }

    def _head_wishes(self) -> HeadWishes:
        return HeadWishes(
            leave=self.leave,
            visit=self.add_visit,
            appeal=self.add_appeal,
            edit=self.edit_household,
            tags=self.edit_tags,
            paper=self.print_sheet,
            join=self.join_household,
            history=self.show_history,
            attach=self.attach,
        )

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        wishes = MemberWishes(self.add_member, self.edit_member, self.join_member)
        self.members = MembersPanel(self._session.revealing, wishes)
        self._members = self.members.table
        self.start_at(self._members)
        appeals = AppealsPanel(lambda one: self._session.wanted.emit("appeals", one.id))
        self._appeals_panel, self._appeals = appeals, appeals.table
        self._extra = ExtraPanel()
        self._extra.hug()
        for panel in (self.members, appeals, self._extra):
            column.addWidget(panel)
        column.addStretch(1)
        return column

    def _right_column(self) -> QWidget:
        holder = QWidget()
        holder.setFixedWidth(_RIGHT)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.rail = RailPanel(self.show_history)
        self.rail.timeline.activated_item.connect(lambda one: open_item(self, self._session, self.view, one))
        self.attachments = AttachmentsPanel(self._session)
        column.addWidget(self.rail, 1)
        column.addWidget(self.attachments)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow is self._narrow:
            return
        self._narrow = narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else across)
        self._right.setMinimumWidth(320 if narrow else _RIGHT)
        self._right.setMaximumWidth(_ANY if narrow else _RIGHT)
        self.rail.timeline.setMinimumHeight(300 if narrow else 160)
        self._facts.set_narrow(narrow=narrow)
        self.head.set_narrow(narrow=narrow)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Photos and papers may be dropped anywhere on the page; a sheet is for the window, which imports it."""
        if paths_in(event.mimeData(), sheets=False):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.attachments.add_paths(paths_in(event.mimeData(), sheets=False))

    def open(self, household_id: str) -> None:
        """Show another household."""
        if household_id != self._id:
            self._id = household_id
            self.view = None
            self.rail.start()
        self.renew()

    def refresh(self) -> None:
        if self._id:
            wanted, today = self._id, date.today()
            self._session.load(
                lambda ledger: household_view(ledger, wanted, today), lambda view: self._take(wanted, view), owner=self
            )

    def _revealed(self) -> None:
        """A look at a number stands in the history at once."""
        if self.view is not None and self.isVisible():
            wanted, today = self._id, self.view.today
            self._session.load(lambda ledger: household_view(ledger, wanted, today), self._show_looks, owner=self)

    def _show_looks(self, view: HouseholdView | None) -> None:
        if view is not None and view.file.household.id == self._id:
            self.rail.show_view(view)

    def _take(self, wanted: str, view: HouseholdView | None) -> None:
        if wanted != self._id:
            return
        if view is None:
            self._id, self.view = "", None
            self.leave()
            return
        self.view = view
        home = view.file.household
        self.head.show_view(view)
        self._facts.show_facts(view)
        self.members.show_members(view)
        self._appeals_panel.show_appeals(view)
        self._extra.show_columns(view)
        self.rail.show_view(view)
        self.attachments.show_attachments(home.id, home.door, view.attachments)
        self._joining.look(view.file)

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

            def go_on(file: HouseholdFile) -> None:
                self.open(file.household.id)

            VisitDrawer(self.window(), self._session, self.view.file, went_on=go_on).open()

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

    def attach(self) -> None:
        """添附件."""
        self.attachments.choose()

    def edit_tags(self) -> None:
        """标签."""
        if self.view is not None:
            home = self.view.file.household
            self._drawer(Entry("标签", "pin", home, _saver(f"改标签 {home.door}"), "已保存标签"), ("tags",))

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
