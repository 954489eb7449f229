"""家庭: every household in door order, with filters and a search that the whole book answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from minqing.actions.records import save_records
from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from minqing.records.bulk import let_go
from minqing.records.household import Household
from ui.dialogs.entry_fields import entry_fields
from ui.dialogs.record_drawer import Entry, RecordDrawer
from ui.pages.base import Listing, Page, PageLayout
from ui.pages.households_filters import HouseholdFilters
from ui.pages.households_lines import Line, Overview, household_overview
from ui.pages.households_tools import HouseholdTools
from ui.revealing import REVEAL_KEY
from ui.session import PAPERS, Session
from ui.widgets.buttons import Button, Kind, LinkButton
from ui.widgets.panel import Panel, footer_bar
from ui.widgets.table import RecordTable
from ui.widgets.text import ElidedLabel

_SEARCH_LIMIT = 2000
NEW_HOUSEHOLD = ("estate", "door", "grid", "house_type", "residence_status", "situation", "notes")


class HouseholdsPage(Page):
    """The table of all households; Enter opens the household's own page."""

    title = "家庭"
    keys = (
        ("Enter", "打开档案"),
        ("Ctrl+N", "记走访"),
        ("Ctrl+F", "在表里找"),
        ("Ctrl+T", "选列"),
        ("Ctrl+C", "复制选中的行"),
    )
    more_keys = ((REVEAL_KEY, "显示电话"), ("Ctrl+E", "导出"), ("Ctrl+P", "打印走访表"))
    kinds = frozenset({"household", "resident", "visit", "appeal", PAPERS})

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lines: tuple[Line, ...] = ()
        layout = PageLayout(self, "家庭")
        self._remark = layout.remark
        layout.head.addStretch(1)
        out = Button("导出表格", self.export, icon="sheet")
        out.setToolTip("把现在列出的这些户、这些列，按这个顺序存成 Excel 工作簿（Ctrl+E）")
        layout.head.addWidget(out)
        layout.head.addWidget(Button("打印走访表", lambda: session.wanted.emit("print", None), icon="print"))
        layout.head.addWidget(Button("登记住户", self.add_household, kind=Kind.PRIMARY, icon="plus"))
        self.filters = HouseholdFilters()
        self.search = self.filters.search
        self.filters.changed.connect(self._show)
        self.filters.search_wanted.connect(self._look_up)
        self.filters.left.connect(self.take_keyboard)
        layout.addWidget(self.filters)
        panel = Panel()
        self.table: RecordTable[Line] = RecordTable(
            (), name="家庭", key=lambda line: line.file.household.id, header_height=34, many=True
        )
        self.table.activated_record.connect(self._open)
        self.table.menu_requested.connect(self._open_menu)
        self.tools = HouseholdTools(self, session, self.table)
        panel.body.addWidget(self.table)
        self.start_at(self.table)
        panel.set_footer(self._footer())
        layout.addWidget(panel, 1)

    def _footer(self) -> QWidget:
        self._foot = ElidedLabel(size=13)
        foot = footer_bar()
        foot.row.addWidget(self._foot, 1)
        reveal = LinkButton("显示电话", self.reveal, icon="eye")
        reveal.setToolTip(f"显示选中这一户的全部数字一分钟；查看会留痕（{REVEAL_KEY}）")
        columns = LinkButton("选列…", self.tools.choose_columns, icon="gear")
        columns.setToolTip("选表里要哪些列、什么顺序；在表头上点右键也可以（Ctrl+T）")
        copy = LinkButton("复制", self.copy, icon="copy")
        copy.setToolTip("复制选中的行，可以贴到 WPS 表格里；没有选行时复制列出的全部（Ctrl+C）")
        for part in (reveal, columns, copy):
            foot.row.addWidget(part)
        return foot

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+N": self.add_visit,
            "Ctrl+F": self.search.setFocus,
            "Ctrl+T": self.tools.choose_columns,
            "Ctrl+E": self.export,
            REVEAL_KEY: self.reveal,
            "Ctrl+P": lambda: self._session.wanted.emit("print", None),
            "Esc": self.clear,
        }

    def refresh(self) -> None:
        today = date.today()
        self._session.load(lambda ledger: household_overview(ledger, today), self._take, owner=self)

    def _take(self, found: Overview) -> None:
        before, self._lines = self._lines, found.lines
        self._remark.setText(f"{len(found.lines):,} 户 · {found.people:,} 人")
        self.filters.offer(found)
        self._show()
        let_go(before)

    def _look_up(self, text: str) -> None:
        """Look in the whole book for what was typed."""
        self._session.load(lambda ledger: _households_found(ledger, text), self.filters.set_found, owner=self)

    def _show(self) -> None:
        shown = self.filters.wanted(self._lines)
        self.table.set_records(shown)
        if shown and self.table.current_record is None:
            self.table.select_row(0)
        self._foot.set_text(
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
                on_click=lambda: self._session.wanted.emit("import", None),
                other="一户一户登记",
                on_other=self.add_household,
            )
        elif text := self.search.text().strip():
            self.table.set_empty(
                f"没有找到“{text}”", "换成拼音首字母再试，或清除筛选。", button="清除筛选", on_click=self.clear
            )
        else:
            self.table.set_empty("没有符合的家庭", "换一个筛选看看。", button="清除筛选", on_click=self.clear)

    def show_only(self, listing: Listing) -> None:
        """Show only these households, whatever was filtered before."""
        self.filters.set_listing(listing)

    def clear(self) -> None:
        """Show everything again."""
        self.filters.clear()
        self.take_keyboard()

    def _open(self, line: Line) -> None:
        self._session.wanted.emit("household", line.file.household.id)

    def add_visit(self) -> None:
        """Record a visit to the household that the table is on; without one, ask which."""
        line = self.table.current_record
        self._session.wanted.emit("record_visit", line.file.household.id if line is not None else None)

    def copy(self) -> None:
        """Copy the selected rows, or all that are listed while only one is selected."""
        if len(self.table.selected_records) < 2:
            self.tools.copy_all()
        else:
            self.table.copy()

    def export(self) -> None:
        """Save what the table shows as a workbook."""
        self.tools.export(self.filters.limits)

    def reveal(self) -> None:
        """Show the phone of the household that the table is on."""
        line = self.table.current_record
        if line is not None and line.file.head is not None and line.file.head.phones:
            self._session.revealing.toggle((line.file.head.id, "phones"))

    def _open_menu(self, line: Line, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction("打开档案").triggered.connect(lambda: self._open(line))
        menu.addAction("记走访").triggered.connect(self.add_visit)
        phone = menu.addAction("显示电话")
        phone.setEnabled(line.file.head is not None and bool(line.file.head.phones))
        phone.triggered.connect(self.reveal)
        menu.addSeparator()
        menu.addAction("复制选中的行").triggered.connect(self.table.copy)
        menu.addAction("选列…").triggered.connect(self.tools.choose_columns)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

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
