"""One exchange of 往来记录: when, what and who; what it did to every record; taken back, or gone on with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from minqing.exchange.account import Account, Deed
from minqing.exchange.leftovers import Leftover
from minqing.records.dates import screen_date
from ui import theme
from ui.icons import IconLabel
from ui.pages.base import PageLayout
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.figures import Fact, FactStrip, TileStrip
from ui.widgets.paint import Badge, Look, Tone
from ui.widgets.panel import Panel, footer_bar
from ui.widgets.strips import Option
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import ElidedLabel, title

_ALL = "all"
_ACTIONS = {
    "add": Badge("新增", Tone.GOOD, "plus", Look.STATE),
    "update": Badge("更新", Tone.INFO, "ud", Look.STATE),
    "decline": Badge("没采用", Tone.WARN, "dash", Look.STATE),
    "remove": Badge("删除", Tone.BAD, "x", Look.STATE),
    "choose": Badge("选定", Tone.INFO, "check", Look.STATE),
}
_RESTORE = {"decline": "改用来表的值", "update": "改回原来的值"}
_VALUE_KEY = "Ctrl+R"
_BLANK = "（空）"


class HistoryFace(QWidget):
    """Shows the account of one exchange.

    Signals: ``left`` (back to the list), ``undo_wanted(Account)`` (take it back, or bring it back again),
    ``record_wanted(id)``, ``again_wanted(path)`` for what waits, ``value_wanted(Deed)`` to take a value that lost.
    """

    left = Signal()
    undo_wanted = Signal(object)
    record_wanted = Signal(str)
    again_wanted = Signal(object)
    value_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("往来详情")
        self.account: Account | None = None
        self._path: object = None
        layout = PageLayout(self)
        self._fill_head(layout)
        self.facts = FactStrip()
        layout.addWidget(self.facts)
        self.tiles = TileStrip([Option(_ALL, "全部", 0, "sq", Tone.INFO)], name="按做了什么筛选")
        self.tiles.changed.connect(self._filter)
        layout.addWidget(self.tiles)
        panel = Panel()
        self.table: RecordTable[Deed] = RecordTable(
            _COLUMNS, name="这次往来做了什么", key=lambda deed: (deed.record_id, deed.action, deed.field, deed.before)
        )
        self.table.activated_record.connect(lambda _: self._open_record())
        self.table.current_changed.connect(self._moved)
        panel.body.addWidget(self.table)
        foot = footer_bar(44)
        self.words = ElidedLabel(size=13, colour=theme.INK2)
        foot.row.addWidget(self.words, 1)
        self.value = Button("改用来表的值", self._take_value, icon="undo", hint=_VALUE_KEY)
        foot.row.addWidget(self.value)
        self.record = Button("打开记录", self._open_record, hint="Enter")
        foot.row.addWidget(self.record)
        panel.set_footer(foot)
        layout.addWidget(panel, 1)

    def _fill_head(self, layout: QVBoxLayout) -> None:
        assert isinstance(layout, PageLayout)
        back = LinkButton("交换", self.left.emit, size=16)
        back.set_ink(theme.INK2)
        self.file = ElidedLabel(weight=theme.MEDIUM)
        self.again = Button("", self._go_on, icon="file")
        self.undo = Button("撤销这次导入", self._undo, icon="undo")
        for part in (back, IconLabel("chevr", colour=theme.INK2, size=16), title("往来详情")):
            layout.head.addWidget(part)
        layout.head.addWidget(self.file, 1)
        layout.head.addWidget(self.again)
        layout.head.addWidget(self.undo)
        for keys, act in (("Esc", self.left.emit), (_VALUE_KEY, self._take_value)):
            key = QShortcut(QKeySequence(keys), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(act)

    def show_account(self, account: Account, leftover: Leftover | None, today: date) -> None:
        """Show what an exchange did, and what of its sheet still waits."""
        fresh = self.account is None or self.account.exchange.change != account.exchange.change
        self.account = account
        self.file.set_text(account.exchange.file)
        self.facts.set_facts(_facts(account, today))
        waits = leftover is not None and leftover.rows > 0 and account.undoing is None
        self.again.setVisible(waits)
        if leftover is not None and waits:
            self._path = leftover.path
            there = leftover.path.is_file()
            self.again.setText(f"接着处理先放着的 {leftover.rows:,} 行")
            self.again.setEnabled(there)
            self.again.setToolTip(str(leftover.path) if there else f"原来的文件不在了：{leftover.path}")
            self.again.updateGeometry()
        came = account.exchange.direction == "in"
        self.undo.setVisible(came and account.change is not None)
        whole = f"（{account.together:,} 份表一起）" if account.together > 1 else ""
        self.undo.setText(f"{'恢复' if account.undoing else '撤销'}这次导入{whole}")
        self.undo.updateGeometry()
        self._set_tiles(account)
        if fresh:
            self.tiles.select(_ALL)
        self._filter(self.tiles.key)
        if fresh:
            self.table.select_row(0)

    def _set_tiles(self, account: Account) -> None:
        records = len({deed.record_id for deed in account.deeds})
        options = [Option(_ALL, "全部记录", records, "sq", Tone.INFO)]
        for action, badge in _ACTIONS.items():
            count = sum(number for (_, what), number in account.counts.items() if what == action)
            count += len(account.decided) if action == "choose" else 0
            if count or action not in {"remove", "choose"}:
                options.append(Option(action, badge.text, count, badge.shape, badge.tone))
        self.tiles.set_options(options)
        self.words.set_text(account_words(account))

    def _filter(self, key: str) -> None:
        deeds = (*self.account.deeds, *(self.account.decided if key == "choose" else ())) if self.account else ()
        self.table.set_records([deed for deed in deeds if key in (_ALL, deed.action)])
        out = self.account is not None and self.account.exchange.direction == "out"
        line = "导出不改动账本，只记下交给了谁。" if out else "换上面的一格再看。"
        self.table.set_empty("没有改动记录", line)
        self._moved(self.table.current_record)

    def _moved(self, deed: Deed | None) -> None:
        self.record.setEnabled(deed is not None and deed.action != "remove" and bool(deed.record_id))
        stands = self.account is not None and self.account.undoing is None
        self.value.setVisible(deed is not None and deed.action in _RESTORE and stands)
        if deed is not None and deed.action in _RESTORE:
            self.value.setText(_RESTORE[deed.action])
            self.value.updateGeometry()

    def _open_record(self) -> None:
        if (deed := self.table.current_record) is not None and deed.record_id:
            self.record_wanted.emit(deed.record_id)

    def _take_value(self) -> None:
        if (deed := self.table.current_record) is not None and self.value.isVisible():
            self.value_wanted.emit(deed)

    def _go_on(self) -> None:
        self.again_wanted.emit(self._path)

    def _undo(self) -> None:
        if self.account is not None:
            self.undo_wanted.emit(self.account)


def account_words(account: Account) -> str:
    """What an exchange did, in one line: ``新增 居民 3；更新 诉求 5；没采用 2 处``."""
    found = []
    for action, badge in _ACTIONS.items():
        kinds = {kind: count for (kind, what), count in account.counts.items() if what == action}
        if kinds and action == "decline":
            found.append(f"没采用来表的值 {sum(kinds.values()):,} 处")
        elif kinds:
            found.append(f"{badge.text} {'、'.join(f'{kind} {count:,}' for kind, count in kinds.items())}")
    if account.decided:
        who = account.change.who if account.change else ""
        found.append(f"{who}选定 {len(account.decided):,} 处" if who else f"选定 {len(account.decided):,} 处")
    more = "（只列出前面的一部分）" if account.more else ""
    return "；".join(found) + more


def _facts(account: Account, today: date) -> Sequence[Fact]:
    one = account.exchange
    who = account.change.who if account.change else ""
    state, tone = ("有效", Tone.GOOD) if account.undoing is None else ("已撤销", Tone.WARN)
    note = ""
    if account.undoing is not None:
        at = account.undoing.at
        note = f"{account.undoing.who} · {screen_date(at.date(), today)} {at:%H:%M}"
    return [
        Fact("时间", f"{screen_date(one.at.date(), today)} {one.at:%H:%M}", width=150),
        Fact("来往", "收到" if one.direction == "in" else "发出", width=80),
        Fact("对方", one.partner or "没写明", width=150),
        Fact("表样", one.form, width=190),
        Fact("时段", one.period or "全部", width=150),
        Fact("行数", f"{one.rows:,}", width=80),
        Fact("经手", who or "—", width=110),
        Fact("状态", state, note, tone=tone),
    ]


_COLUMNS: tuple[Column[Deed], ...] = (
    Column("", lambda deed: _ACTIONS[deed.action].text, width=78, badge=lambda deed: _ACTIONS[deed.action]),
    Column("类别", lambda deed: deed.kind, width=60, muted=True, size=13),
    Column("记录", lambda deed: deed.name, width=210, strong=lambda deed: True, tooltip=lambda deed: deed.name),
    Column("栏目", lambda deed: deed.label or "整条", width=110, size=13),
    Column("原来 / 来表", lambda deed: deed.before or ("" if deed.action == "add" else _BLANK), stretch=1,
           muted=True, tooltip=lambda deed: deed.before),
    Column("现在 / 本机", lambda deed: deed.after or ("" if deed.action == "remove" else _BLANK), stretch=1,
           tooltip=lambda deed: deed.after),
)  # fmt: skip
