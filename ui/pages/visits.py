"""走访: the visits of a week or longer, and beside them the one chosen, to read and to correct."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from minqing.actions.records import save_records
from minqing.actions.visit_drafts import VisitDraft, visit_drafts
from minqing.actions.visits import remove_visit
from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from minqing.records.visit import Visit
from minqing.work.visit_list import HouseholdFile
from minqing.work.visit_log import VisitLine
from ui.dialogs.door_finder import record_visit_at
from ui.dialogs.entry_fields import entry_field
from ui.dialogs.note_strip import NoteStrip
from ui.dialogs.record_drawer import Entry, RecordDrawer, Removal
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.base import Listing, Page, PageLayout
from ui.pages.visit_detail import VisitDetail
from ui.pages.visit_view import (
    CLEAR,
    PERIODS,
    Chosen,
    beside,
    columns,
    empty_words,
    homes_found,
    lines_of,
    period_of,
    remark_of,
    result_of,
    result_options,
    words_of,
)
from ui.session import Session
from ui.widgets.buttons import Button, Kind, Size
from ui.widgets.chips import FilterButton, ListingChip
from ui.widgets.drawer import WIDE
from ui.widgets.find_line import FindLine
from ui.widgets.form import FormField
from ui.widgets.panel import Panel, footer_bar
from ui.widgets.strips import Tabs
from ui.widgets.table import RecordTable
from ui.widgets.text import label

_ROOMY = 1000


class VisitsPage(Page):
    """All visits, this week's at first; Enter opens the one in front."""

    title = "走访"
    keys = (("↑↓", "选择"), ("Enter", "改记录"), ("Ctrl+N", "记走访"), ("Ctrl+F", "在表里找"), ("Delete", "删除"))
    more_keys = (("Ctrl+E", "复制为表格"),)
    kinds = frozenset({"visit", "appeal", "household", "resident"})

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._today = date.today()
        self._lines: Sequence[VisitLine] = ()
        self._found: frozenset[str] = frozenset()
        self._wanted = ""
        self._only: Listing | None = None
        layout = PageLayout(self, "走访")
        self._remark = layout.remark
        self._only_chip = ListingChip(self.clear)
        layout.head.addWidget(self._only_chip)
        layout.head.addStretch(1)
        self._build_filters(layout)
        self.begun = NoteStrip()
        layout.addWidget(self.begun)
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(self._list(), 1)
        self.detail = VisitDetail(session)
        self.detail.edited.connect(self.edit)
        self.detail.again.connect(self._again)
        self.detail.removed.connect(self.remove)
        across.addWidget(self.detail)
        layout.addLayout(across, 1)

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        return {"Ctrl+N": self.add, "Ctrl+F": self._find, "Ctrl+E": self.copy, "Esc": self.clear}

    def _build_filters(self, layout: PageLayout) -> None:
        self._period = FilterButton("时间", PERIODS, unset="全部", value="week")
        self._period.changed.connect(lambda _: self.refresh())
        self._visitor = FilterButton("走访人", [])
        self._building = FilterButton("楼栋", [])
        for one in (self._visitor, self._building):
            one.changed.connect(lambda _: self._show())
        self.search = FindLine("在表里找", placeholder="在表里找：门牌、姓名、说过的话", width=(120, 240))
        self.search.setToolTip("门牌、姓名、拼音首字母，或记录里的字（Ctrl+F）")
        self.search.settled.connect(self._search)
        self.search.left.connect(self.take_keyboard)
        for widget in (self._period, self._visitor, self._building, self.search):
            layout.head.addWidget(widget)
        add = Button("记走访", self.add, kind=Kind.PRIMARY, icon="door", hint="Ctrl+N")
        layout.head.addWidget(add)

    def _list(self) -> Panel:
        panel = Panel()
        self.tabs = Tabs(result_options(()), name="走访结果")
        self.tabs.changed.connect(lambda _: self._show())
        panel.set_bar(self.tabs)
        self.table: RecordTable[VisitLine] = RecordTable(
            columns(self._today), name="走访", many=True, key=lambda line: line.visit.id
        )
        self.table.current_changed.connect(lambda line: self.detail.show_line(line, self._today))
        self.table.activated_record.connect(lambda _: self.edit())
        delete = QShortcut(QKeySequence.StandardKey.Delete, self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)
        panel.body.addWidget(self.table)
        self.start_at(self.table)
        self._foot = label(size=13)
        foot = footer_bar()
        foot.row.addWidget(self._foot)
        foot.row.addStretch(1)
        self.copy_button = Button("复制为表格", self.copy, size=Size.SMALL, icon="sheet", hint="Ctrl+E")
        self.copy_button.setToolTip("复制选中的几行；只选一行时复制列出的全部。可以直接贴到 WPS 表格里（Ctrl+E）")
        foot.row.addWidget(self.copy_button)
        panel.set_footer(foot)
        return panel

    def open(self, visit_id: str) -> None:
        """Show one visit among those to its household; a blank leaves the list as it is."""
        if visit_id:
            self._session.load(
                lambda ledger: beside(ledger, visit_id), lambda found: self._open_in(found, visit_id), owner=self
            )

    def _open_in(self, listing: Listing | None, visit_id: str) -> None:
        if listing is None:
            self._session.notices.toast("这次走访已不在账本里，可能刚被撤销或删除；这里是现有的走访")
        else:
            self._wanted = visit_id
            self.show_only(listing)

    def show_only(self, listing: Listing) -> None:
        """Show only these visits until the filters are cleared."""
        self._reset("")
        self._only = listing
        self._only_chip.show_title(listing.title)
        self.refresh()

    def refresh(self) -> None:
        self._today = date.today()
        first = self._session.ledger.profile.first_weekday
        period = period_of(self._period.value, self._today, first)
        only = self._only
        self._session.load(lambda ledger: lines_of(ledger, period, only), self._take, owner=self)
        self._session.load(visit_drafts, self._show_begun, owner=self)

    def _take(self, lines: Sequence[VisitLine]) -> None:
        self._lines = lines
        word = dict(PERIODS)[self._period.value] if self._only is None else "列出"
        self._remark.setText(remark_of(word, lines))
        self._visitor.set_choices(words_of(name for line in lines for name in line.visit.visitors))
        names = sorted({line.building for line in lines if line.building}, key=lambda name: (len(name), name))
        self._building.set_choices([(name, f"{name}栋") for name in names])
        self._show()

    def _show_begun(self, drafts: Sequence[VisitDraft]) -> None:
        if not drafts:
            self.begun.say("")
            return
        first = drafts[0]
        rest = f"，另有 {len(drafts) - 1} 条" if len(drafts) > 1 else ""
        when = f"{first.kept_at.month}月{first.kept_at.day}日 {first.kept_at:%H:%M}"
        self.begun.say(f"{first.home.door} 有一条走访没有写完（{when}）{rest}。", "接着写", lambda: self.resume(first))

    def _search(self) -> None:
        words = self.search.text().strip()
        if words:
            self._session.load(lambda ledger: homes_found(ledger, words), self._take_found, owner=self)
        else:
            self._take_found(frozenset())

    def _take_found(self, found: frozenset[str]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        chosen = Chosen(
            self._visitor.value,
            self._building.value,
            self.search.text().strip().casefold(),
            self._found,
            self._only.ids if self._only else None,
        )
        kept = [line for line in self._lines if chosen.keeps(line)]
        self.tabs.set_options(result_options(kept))
        key = self.tabs.key
        shown = [line for line in kept if key in ("all", result_of(line))]
        place = self._place_of_removed()
        self.table.set_records(shown)
        if self._wanted and self.table.select(self._wanted):
            self._wanted = ""
        elif shown and self.table.current_record is None:
            self.table.select_row(min(place, len(shown) - 1))
        everything = len(self._lines)
        self._foot.setText(
            f"共 {everything:,} 次" if len(shown) == everything else f"筛选出 {len(shown):,} 次，共 {everything:,} 次"
        )
        self.copy_button.setEnabled(bool(shown))
        self.detail.show_line(self.table.current_record, self._today)
        self._say_empty()

    def _place_of_removed(self) -> int:
        """The row of the visit in front if that is no longer in the book; 0 if it was only filtered out."""
        before = self.table.current_record
        removed = before is not None and all(line.visit.id != before.visit.id for line in self._lines)
        return self.table.currentIndex().row() if removed else 0

    def _say_empty(self) -> None:
        words = self.search.text().strip()
        title, line, button = empty_words(words, self._period.value, filtered=bool(self._lines))
        self.table.set_empty(title, line, button=button, on_click=self.clear if button == CLEAR else self.add)

    def clear(self) -> None:
        """Take the filters away; this week again."""
        self._reset("week")
        self.refresh()
        self.take_keyboard()

    def _reset(self, period: str) -> None:
        self._only = None
        self._only_chip.show_title("")
        self._found = frozenset()
        for part in (self._period, self._visitor, self._building):
            part.blockSignals(True)
        self._period.set_value(period)
        self._visitor.set_value("")
        self._building.set_value("")
        for part in (self._period, self._visitor, self._building):
            part.blockSignals(False)
        self.search.clear()
        self.search.pause.stop()
        self.tabs.select("all")

    def _find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def copy(self) -> None:
        """Put the rows on the clipboard with their headings: those selected, all that are listed if it is only one."""
        selected = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        rows = selected if len(selected) > 1 else list(range(self.table.records_model.rowCount()))
        if rows:
            model = self.table.records_model
            heads = "\t".join(column.title for column in model.columns)
            QGuiApplication.clipboard().setText(f"{heads}\n{model.tsv(rows)}")
            self._session.notices.toast(f"已复制 {len(rows):,} 行，可以贴到表格里")

    def add(self) -> None:
        """记走访, at a door that is asked for first."""
        current = self.table.current_record
        record_visit_at(self.window(), self._session, beside=current.visit.household if current else "")

    def _again(self) -> None:
        current = self.table.current_record
        if current is not None:
            record_visit_at(self.window(), self._session, current.visit.household)

    def resume(self, draft: VisitDraft) -> None:
        """Go on with a visit that was begun."""
        resume_visit(self.window(), self._session, draft)

    def edit(self) -> None:
        """改记录: the visit in front, to read and to correct."""
        line = self.table.current_record
        if line is not None:
            title = f"走访　{line.door} {line.name}".rstrip()
            entry = Entry(title, "door", line.visit, _saver(line), "已保存走访记录", removal=_removal(line))
            RecordDrawer(self.window(), self._session, entry, fields=edit_fields(), width=WIDE).open()

    def remove(self) -> None:
        """删除: the visit in front; the toast has the way back, and so has 改动历史."""
        if (line := self.table.current_record) is not None:
            removal = _removal(line)
            self._session.act(removal.act, said=removal.said, owner=self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.setVisible(self.width() >= _ROOMY)
        self.detail.fit(self.width())
        self._remark.setVisible(self.width() >= _ROOMY)


def resume_visit(window: QWidget, session: Session, draft: VisitDraft) -> None:
    """Open 记走访 at the door of a draft; the drawer finds the draft itself."""
    if draft.home.id:
        record_visit_at(window, session, draft.home.id)
    else:
        VisitDrawer(window, session, HouseholdFile(draft.home)).open()


def edit_fields() -> list[FormField]:
    """The lines in which a saved visit is corrected."""
    return [
        entry_field(Visit, "visited_on", label="时间"),
        entry_field(Visit, "visited_at", label="", beside=True),
        entry_field(Visit, "result", label="结果", required=True),
        entry_field(Visit, "way", label="方式"),
        entry_field(Visit, "visitors", label="走访人", placeholder="添人"),
        entry_field(Visit, "met", label="见到谁", placeholder="添人"),
        entry_field(Visit, "said", label="民情记录", lines=6),
        entry_field(Visit, "problems", lines=2),
        entry_field(Visit, "measures", lines=2),
        entry_field(Visit, "told", placeholder="其他"),
        entry_field(Visit, "next_on", label="下次走访", quick=(("+7天", 7), ("+30天", 30), ("+90天", 90))),
        entry_field(Visit, "next_reason", label="下次事由"),
        entry_field(Visit, "notes", lines=2),
    ]


def _saver(line: VisitLine) -> Callable[[Ledger, Record], Changes]:
    label_words = f"修改走访 {line.door} {line.visit.show('visited_on')}".replace("  ", " ")
    return lambda ledger, draft: save_records(ledger, [draft], label=label_words)


def _removal(line: VisitLine) -> Removal:
    day = f"{line.visit.visited_on.month}月{line.visit.visited_on.day}日" if line.visit.visited_on else ""
    stay = f"；这次登记的 {len(line.appeals)} 件诉求留着，在“诉求”页" if line.appeals else ""
    said = f"已删除 {line.door} {day}的走访{stay}".replace("  ", " ")
    return Removal("删除这次走访", lambda ledger: remove_visit(ledger, line.visit.id), said)
