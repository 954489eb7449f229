"""诉求: tabs with counts, the list with deadlines, and beside it the appeal with its steps and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from minqing.actions.appeals import register_appeal
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import STATES, Appeal
from minqing.records.base import Record
from ui.dialogs.appeal_drawer import edit_appeal_drawer, new_appeal_drawer, reply_drawer
from ui.dialogs.appeal_print import AppealPrint, nothing_to_print
from ui.dialogs.progress_drawer import ProgressDrawer
from ui.pages.appeal_detail import REPLY_KEY, AppealDetail
from ui.pages.appeal_several import HAND_OVER_KEY, SeveralWishes, can_be_handed_over, open_menu, refusal
from ui.pages.appeal_view import AppealLine, appeal_lines, deadline_badge, deadline_order, deadline_words
from ui.pages.base import Listing, Page, PageLayout
from ui.pages.household_history import show_history
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import FilterButton, ListingChip
from ui.widgets.paint import FOREGROUND, Badge, Tone, state_badge
from ui.widgets.paint import STATES as STATE_LOOKS
from ui.widgets.panel import Panel, footer_bar
from ui.widgets.strips import Option, Tabs
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label

_DAYS = {"": None, "7": 7, "28": 28, "92": 92}


_KEYS = (
    ("↑↓", "选择"),
    ("Enter", "记进展"),
    (HAND_OVER_KEY, "转交"),
    ("Ctrl+J", "登诉求"),
    ("Shift+↑↓", "选几件"),
    ("Ctrl+E", "改诉求"),
    ("Ctrl+P", "打印清单"),
    ("Ctrl+H", "改动历史"),
)


class AppealsPage(Page):
    """All appeals; the one chosen is shown beside the list, and of several what can be done with all of them."""

    title = "诉求"
    keys: tuple[tuple[str, str], ...] = _KEYS
    kinds = frozenset({"appeal", "step", "household", "resident"})

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._lines: Sequence[AppealLine] = ()
        self._wanted = ""
        self._seen: list[int] | None = None
        self._wishes = SeveralWishes(self.hand_over, lambda: self.advance(""), self._copy, self.only_one)
        self._only: Listing | None = None
        self._office = session.ledger.profile.is_office
        if self._office:
            self.keys = (*_KEYS, (REPLY_KEY, "写回复"))
        layout = PageLayout(self, "诉求")
        self._remark = layout.remark
        layout.bar.yielding = (self._remark,)
        self.only = ListingChip(self._clear)
        layout.head.addWidget(self.only)
        layout.head.addStretch(1)
        self._since = FilterButton("时间", [("7", "近 1 周"), ("28", "近 4 周"), ("92", "近一季")])
        self._category = FilterButton("类别", [])
        self._handler = FilterButton("责任人", [])
        for one in (self._since, self._category, self._handler):
            one.changed.connect(self._show)
            layout.head.addWidget(one)
        layout.head.addSpacing(6)
        paper = Button("打印", self.print_list, icon="print")
        paper.setToolTip("把列出的诉求印成一张清单，选中几件就只印这几件（Ctrl+P）")
        layout.head.addWidget(paper)
        layout.head.addWidget(Button("登诉求", self.add, kind=Kind.PRIMARY, icon="plus", hint="Ctrl+J"))
        across = QHBoxLayout()
        across.setSpacing(14)
        across.addWidget(self._list(), 1)
        self.detail = AppealDetail(session)
        self.detail.asked.connect(self.advance)
        self.detail.edit_wanted.connect(self.edit)
        self.detail.reply_wanted.connect(self.reply)
        self.detail.history_wanted.connect(self.show_history)
        across.addWidget(self.detail)
        layout.addLayout(across, 1)

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        known: dict[str, Callable[[], object]] = {
            "Ctrl+J": self.add,
            "Ctrl+E": self.edit,
            "Ctrl+H": self.show_history,
            "Ctrl+P": self.print_list,
            HAND_OVER_KEY: self.hand_over,
            "Esc": self.only_one,
        }
        return {**known, REPLY_KEY: self.reply} if self._office else known

    def _list(self) -> Panel:
        panel = Panel()
        self.tabs = Tabs(_tab_options(()), name="办理状态")
        self.tabs.changed.connect(lambda _: self._show())
        panel.set_bar(self.tabs)
        self.table: RecordTable[AppealLine] = RecordTable(
            _COLUMNS, name="诉求", two_lines=True, many=True, key=lambda line: line.appeal.id
        )
        self.table.current_changed.connect(self._show_chosen)
        self.table.selection_changed.connect(self._show_chosen)
        self.table.activated_record.connect(lambda _: self.advance(""))
        self.table.menu_requested.connect(self._open_menu)
        self.table.copied.connect(self._say_copied)
        panel.body.addWidget(self.table)
        self.start_at(self.table)
        self._foot = label(size=13)
        foot = footer_bar()
        foot.row.addWidget(self._foot)
        foot.row.addStretch(1)
        foot.row.addWidget(label("期限按工作日算，法定节假日除外", size=13))
        panel.set_footer(foot)
        return panel

    def open(self, appeal_id: str) -> None:
        """Show one appeal, whatever was filtered."""
        self._clear()
        self._wanted = appeal_id
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.detail.fit(self.width())

    def refresh(self) -> None:
        today, wanted = date.today(), self._wanted
        self._session.load(
            lambda ledger: appeal_lines(ledger, today), lambda lines: self._take(lines, wanted), owner=self
        )

    def _take(self, lines: Sequence[AppealLine], wanted: str) -> None:
        """Show what was read; ``wanted`` is the appeal that was asked for when the reading began."""
        self._lines = lines
        waiting = sum(line.appeal.state != "已办结" for line in lines)
        late = sum(line.late for line in lines)
        self._remark.setText(f"未办结 {waiting} 件 · 超期 {late} 件")
        self._category.set_choices(_choices(line.appeal.category for line in lines))
        self._handler.set_choices(_choices(line.appeal.handler for line in lines))
        self._show()
        if wanted and wanted == self._wanted:
            self._wanted = ""
            self._session.notices.toast("这件诉求已不在账本里，可能刚被撤销登记或合并；这里是现有的诉求")

    def _show(self) -> None:
        chosen = [line for line in self._lines if self._filtered(line)]
        self.tabs.set_options(_tab_options(chosen))
        key = self.tabs.key
        shown = [line for line in chosen if key in ("all", line.state) or (key == "late" and line.late)]
        self._seen = None
        with QSignalBlocker(self.table):
            self.table.set_records(shown)
        if self._wanted and self.table.select(self._wanted):
            self._wanted = ""
        elif shown and self.table.current_record is None:
            self.table.select_row(0)
        self._show_chosen()
        if self._lines:
            self.table.set_empty("没有这样的诉求", "换一个状态或清除筛选。", button="清除筛选", on_click=self._clear)
        else:
            self.table.set_empty(
                "没有未办结的诉求", "新的诉求在走访时登记，也可以单独登记。", button="登诉求", on_click=self.add
            )

    def _filtered(self, line: AppealLine) -> bool:
        days = _DAYS[self._since.value]
        day = line.appeal.registered_on
        return (
            (days is None or (day is not None and (line.today - day).days < days))
            and self._category.value in ("", line.appeal.category)
            and self._handler.value in ("", line.appeal.handler)
            and (self._only is None or line.appeal.id in self._only.ids)
        )

    def show_only(self, listing: Listing) -> None:
        """Show only these appeals, whatever was filtered before."""
        self._clear()
        self._only = listing
        self.only.show_title(listing.title)
        self._show()

    def _clear(self) -> None:
        self._only = None
        self.only.show_title("")
        for one in (self._since, self._category, self._handler):
            one.set_value("")
        self.tabs.select("all")
        self._show()

    @property
    def chosen(self) -> list[AppealLine]:
        """The lines that are selected; the one that the keyboard is on when none is."""
        current = self.table.current_record
        return self.table.selected_records or ([current] if current is not None else [])

    @property
    def _one(self) -> AppealLine | None:
        """The line shown beside the list; None while there is none, or several are chosen."""
        chosen = self.chosen
        return chosen[0] if len(chosen) == 1 else None

    def _show_chosen(self) -> None:
        chosen, listed = self.chosen, self.table.records_model.rowCount()
        seen = [id(line) for line in chosen]
        if seen == self._seen:
            return
        self._seen = seen
        everything = len(self._lines)
        words = f"共 {listed} 件" if listed == everything else f"筛选出 {listed} 件，共 {everything} 件"
        self._foot.setText(f"{words} · 选中 {len(chosen)} 件" if len(chosen) > 1 else words)
        if len(chosen) > 1:
            self.detail.show_several(chosen, self._wishes)
        else:
            self.detail.show_line(self._one)

    def only_one(self) -> None:
        """Choose only the one that the keyboard is on."""
        if len(self.chosen) > 1:
            self.table.select_row(max(0, self.table.currentIndex().row()))

    def _copy(self) -> None:
        self.table.copy()

    def _say_copied(self, number: int) -> None:
        self._session.notices.toast(f"已复制 {number} 件，可以贴到 WPS 表格里")

    def _open_menu(self, _: AppealLine, place: QPoint) -> None:
        open_menu(self, place, self._wishes, self.edit if self._one else None)

    def add(self) -> None:
        """登诉求 without a household."""
        new_appeal_drawer(self.window(), self._session, file=None, save=_register).open()

    def advance(self, action: str) -> None:
        """Record a step of what is chosen: one appeal or several."""
        if chosen := self.chosen:
            self._drawer(chosen, action=action).open()

    def hand_over(self) -> None:
        """转交: let what is chosen go to somebody else, with one note and day."""
        chosen = self.chosen
        if can_be_handed_over(chosen):
            self._drawer(chosen, handing_over=True).open()
        elif chosen:
            self._session.notices.toast(refusal(chosen))

    def _drawer(self, lines: Sequence[AppealLine], *, action: str = "", handing_over: bool = False) -> ProgressDrawer:
        units = sorted({line.appeal.handler for line in self._lines if line.appeal.handler})
        appeals = [line.appeal for line in lines]
        return ProgressDrawer(
            self.window(), self._session, *appeals, action=action, handing_over=handing_over, units=units
        )

    def edit(self) -> None:
        """改诉求: correct the appeal in front."""
        if (line := self._one) is not None:
            edit_appeal_drawer(self.window(), self._session, line.appeal).open()

    def reply(self) -> None:
        """写回复: what the office says to the appeal in front."""
        if (line := self._one) is not None:
            reply_drawer(self.window(), self._session, line.appeal).open()

    def print_list(self) -> None:
        """打印: preview the list as it is seen; where several are chosen, of these."""
        seen, chosen = self.table.records_model.records, self.table.selected_records
        if not seen:
            self._session.notices.toast(nothing_to_print(book_has_some=bool(self._lines)))
            return
        some = chosen if len(chosen) > 1 else ()
        limits = _limits(self._only, self.tabs, (self._since, self._category, self._handler))
        AppealPrint(self.window(), self._session, seen, chosen=some, limits=limits).start()

    def show_history(self) -> None:
        """Who changed what of the appeal in front, and the way back to any earlier value."""
        if (line := self._one) is not None:
            show_history(self, self._session, line.appeal.id, f"{line.door}　{line.appeal.subject}".strip())


def _register(ledger: Ledger, record: Record) -> Changes:
    assert isinstance(record, Appeal)
    return register_appeal(ledger, draft=record, who=ledger.profile.owner)


def _tab_options(lines: Sequence[AppealLine]) -> list[Option]:
    options = [Option("all", "全部", len(lines))]
    for state in STATES:
        shape, tone = STATE_LOOKS[state]
        options.append(Option(state, state, sum(line.state == state for line in lines), shape, tone))
    late = sum(line.late for line in lines)
    return [*options, Option("late", "超期", late, "sq", Tone.BAD, alarm=True)]


def _limits(only: Listing | None, tabs: Tabs, filters: Iterable[FilterButton]) -> str:
    """What the list is limited to, in the words of its tabs and filters."""
    from exports.appeal_list import Limits

    state = next((one.text for one in tabs.options if one.key == tabs.key != "all"), "")
    since, category, handler = (one.chosen for one in filters)
    listing = only.title if only is not None else ""
    return Limits(listing=listing, state=state, since=since, category=category, handler=handler).words


def _choices(words: Iterable[str]) -> list[tuple[str, str]]:
    return [(word, word) for word in sorted({word for word in words if word})]


def _deadline(line: AppealLine) -> Badge | None:
    return deadline_badge(line)


_COLUMNS: tuple[Column[AppealLine], ...] = (
    Column("编号", lambda line: line.appeal.number or "—", width=60, muted=True),
    Column("门牌 / 户主", lambda line: line.door, width=100, sub=lambda line: line.name),
    Column("事由", lambda line: line.appeal.subject, stretch=1, tooltip=lambda line: line.appeal.text),
    Column("类别", lambda line: line.appeal.category or line.appeal.category1, width=80,
           badge=lambda line: Badge(word) if (word := line.appeal.category or line.appeal.category1) else None),
    Column("状态", lambda line: line.state, width=76, badge=lambda line: state_badge(line.state)),
    Column("期限", deadline_words, width=112, badge=_deadline, sort=deadline_order),
    Column("责任人", lambda line: line.appeal.handler or "未分派", width=84,
           tone=lambda line: "" if line.appeal.handler else FOREGROUND[Tone.NEUTRAL]),
)  # fmt: skip
