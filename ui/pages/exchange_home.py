"""交换 at rest: what to send out and learned forms at the left, where a returned sheet goes, what came and went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from minqing.exchange.leftovers import Leftover
from minqing.ledger import Exchange
from minqing.records.dates import screen_date
from ui import theme
from ui.icons import IconLabel
from ui.pages.base import PageLayout
from ui.pages.exchange_export import ExportPanel
from ui.pages.exchange_forms import FormsPanel
from ui.translation import roomy
from ui.widgets.buttons import Button, LinkButton, Size
from ui.widgets.paint import Badge, Look, Tone, paint_box, widest
from ui.widgets.panel import Bar, Panel, footer_bar
from ui.widgets.scroll import ScrollArea
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import ElidedLabel, label

_DIRECTIONS = {"out": ("导出", "ud", Tone.INFO), "in": ("导入", "down", Tone.GOOD)}


@dataclass(frozen=True)
class ExchangeLine:
    """A sheet that came or went; ``undoable`` if taking it back is offered: the newest import.

    ``leftover`` is what of it waits.
    """

    exchange: Exchange
    undoable: bool
    today: date
    leftover: Leftover | None = None

    @property
    def left(self) -> int:
        """How many of its rows were put aside and wait."""
        return self.leftover.rows if self.leftover else 0

    @property
    def period(self) -> str:
        """The period, or instead of it what waits."""
        return f"还有 {self.left:,} 行先放着" if self.left else self.exchange.period or "全部"

    @property
    def direction(self) -> Badge:
        """导出 or 导入 with its arrow, or that it was taken back."""
        if self.exchange.undone_by is not None:
            return Badge("已撤销", Tone.NEUTRAL, "dash", Look.STATE)
        word, shape, tone = _DIRECTIONS[self.exchange.direction]
        return Badge(word, tone, shape, Look.STATE)

    @property
    def when(self) -> str:
        """Day and time as on screen."""
        return f"{screen_date(self.exchange.at.date(), self.today)} {self.exchange.at:%H:%M}"


def exchange_lines(
    exchanges: Sequence[Exchange], today: date, waiting: Mapping[str, Leftover] | None = None
) -> list[ExchangeLine]:
    """The list of sheets, newest first; the sheets of the newest import that stands can be taken back.

    ``waiting`` is what waits, by the digest of the sheet: shown with the last time that it was taken in.
    """
    newest = next((one.change for one in exchanges if one.direction == "in" and one.undone_by is None), None)
    left = dict(waiting or {})
    lines = []
    for one in exchanges:
        stands = one.direction == "in" and one.undone_by is None
        leftover = left.pop(one.digest, None) if stands else None
        lines.append(ExchangeLine(one, stands and one.change == newest, today, leftover))
    return lines


class DropArea(QWidget):
    """A dashed box that asks for a file; ``chosen`` fires for its button. The page takes what is dropped."""

    chosen = Signal()
    folder_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hot = False
        self.setMinimumHeight(150)
        self.setAccessibleName("导入")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconLabel("down", colour=theme.ACCENT, size=26, stroke=1.4), 0, middle)
        words = label("把街道回传的表拖到这里，或点“选择文件”", size=15, weight=theme.MEDIUM, wrap=True)
        more = "可以是 .xlsx .xls .et .ods .csv，也可以一次拖多个或整个文件夹；点“应用”之前不会改动账本"
        self._more = label(more, size=13, colour=theme.INK2)
        for part in (words, self._more):
            part.setAlignment(middle)
            column.addWidget(part)
        self.button = Button("选择文件", self.chosen.emit, icon="file", hint="Ctrl+O")
        self.folder = LinkButton("整个文件夹", self.folder_chosen.emit)
        self.folder.setToolTip("各家交来的表放在一个文件夹里，一次导入：谁交了、谁没交，一看就知道")
        buttons = QHBoxLayout()
        buttons.setSpacing(14)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave what is more to the tooltip where it has no room."""
        super().resizeEvent(event)
        fits = widest((self._more.text(),), 13) <= self.contentsRect().width() - 40
        self._more.setVisible(fits)
        self.setToolTip("" if fits else self._more.text())

    def set_hot(self, hot: bool) -> None:
        """Show that a file held over the page would be taken."""
        self._hot = hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = theme.ACCENTT if self._hot else theme.PAPER2
        border = theme.ACCENT if self._hot else theme.RULE
        paint_box(painter, QRectF(self.rect()), fill=fill, border=border, dashed=True)
        painter.end()


class _Pending(Bar):
    """Says that a preview waits, and goes on with it."""

    resumed = Signal()

    def __init__(self) -> None:
        super().__init__(38, fill=theme.AMBERT, below=theme.AMBERL)
        self._words = ElidedLabel(size=13)
        self.row.addWidget(IconLabel("state-tri", colour=theme.AMBER, size=12))
        self.row.addWidget(self._words, 1)
        self.row.addWidget(Button("接着看", self.resumed.emit, size=Size.SMALL))
        self.hide()

    def set_file(self, name: str) -> None:
        """Name the file, or hide for a blank."""
        self._words.set_text(f"“{name}”的导入预览还没有应用，选定的都还在")
        self.setVisible(bool(name))


class HomeFace(QWidget):
    """Export panel, learned forms, drop area and the list.

    ``file_wanted`` asks for a file chooser, ``undo_wanted(change)`` to take an import back, ``resumed`` to go on with
    a preview that waits, ``opened(Exchange)`` to see what one did.
    """

    file_wanted = Signal()
    undo_wanted = Signal(object)
    resumed = Signal()
    opened = Signal(object)
    gather_wanted = Signal(object)
    reply_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        layout = PageLayout(self, "交换")
        self.remark = layout.remark
        layout.head.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(14)
        self.export = ExportPanel()
        self.export.setFixedWidth(roomy(372, 1.07))
        self.forms = FormsPanel()
        self.forms.setFixedWidth(roomy(372, 1.07))
        holder = QWidget()
        left = QVBoxLayout(holder)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.export)
        left.addWidget(self.forms, 1)
        both = ScrollArea(holder)
        both.setFixedWidth(roomy(372, 1.07))
        across.addWidget(both)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._import_panel())
        right.addWidget(self._history_panel(), 1)
        across.addLayout(right, 1)
        layout.addLayout(across, 1)

    def _import_panel(self) -> Panel:
        panel = Panel("导入")
        self.pending = _Pending()
        self.pending.resumed.connect(self.resumed)
        panel.body.addWidget(self.pending)
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(14, 12, 14, 14)
        self.drop = DropArea()
        self.drop.chosen.connect(self.file_wanted)
        inside.addWidget(self.drop)
        panel.body.addWidget(holder)
        panel.hug()
        return panel

    def _history_panel(self) -> Panel:
        panel = Panel("往来记录")
        self._panel = panel
        self.undo = LinkButton("撤销最近一次导入", self._undo_newest, icon="undo")
        self.undo.hide()
        panel.add_tool(self.undo)
        self.gather = LinkButton("汇总表…", lambda: self._office(self.gather_wanted), icon="sheet")
        self.gather.setToolTip("左边选的表样和时段里，各家交来的行排在一张表上，写明报送人")
        self.reply = LinkButton("回复各家…", lambda: self._office(self.reply_wanted), icon="chat")
        self.reply.setToolTip("给每家存一份：交来的行现在怎样了，带街道回复；对方导入就看到改了什么")
        for button in (self.gather, self.reply):
            button.hide()
            panel.add_tool(button)
        self.table: RecordTable[ExchangeLine] = RecordTable(
            _COLUMNS, name="往来记录", key=lambda line: (line.exchange.at, line.exchange.file, line.exchange.form)
        )
        self.table.clicked.connect(self._clicked)
        self.table.activated_record.connect(lambda line: self.opened.emit(line.exchange))
        panel.body.addWidget(self.table)
        foot = footer_bar()
        self._foot = label(size=13, colour=theme.INK2)
        foot.row.addWidget(self._foot)
        foot.row.addStretch(1)
        panel.set_footer(foot)
        return panel

    def show_exchanges(self, lines: Sequence[ExchangeLine]) -> None:
        """Show what came and went."""
        self.table.set_records(lines)
        self.table.set_empty(
            "还没有上报或导入过", "每周五把本周台账导出，交给社区。", button="导出本周台账", on_click=self.export.start
        )
        self.undo.setVisible(any(line.undoable for line in lines))
        standing = [line for line in lines if line.exchange.undone_by is None]
        senders = {line.exchange.partner for line in standing if line.exchange.direction == "in"} - {""}
        for button in (self.gather, self.reply):
            button.setVisible(len(senders) > 1)
        sent = sum(line.exchange.direction == "out" for line in standing)
        self._foot.setText(f"导出 {sent:,} 次 · 导入 {len(standing) - sent:,} 次 · 回车看这一次做了什么")
        last = next((line for line in standing if line.exchange.direction == "out"), None)
        self.remark.setText(f"上次导出 {last.when} · {last.exchange.partner or '没写给谁'}" if last else "")

    def _clicked(self, index: QModelIndex) -> None:
        line = self.table.records_model.record(index.row())
        if line.undoable and index.column() == len(_COLUMNS) - 1:
            self.undo_wanted.emit(line.exchange.change)

    def _office(self, wanted: SignalInstance) -> None:
        sending = self.export.sending()
        if sending is not None:
            wanted.emit(sending)

    def _undo_newest(self) -> None:
        found = next((line for line in self.table.records_model.records if line.undoable), None)
        if found is not None:
            self.undo_wanted.emit(found.exchange.change)


_COLUMNS: tuple[Column[ExchangeLine], ...] = (
    Column("时间", lambda line: line.when, width=112, muted=True, size=13, sort=lambda line: line.exchange.at),
    Column("方向", lambda line: line.direction.text, width=66, badge=lambda line: line.direction),
    Column("文件", lambda line: line.exchange.file, stretch=1, tooltip=lambda line: line.exchange.file,
           strong=lambda line: True),
    Column("表样", lambda line: line.exchange.form, width=104, tooltip=lambda line: line.exchange.form),
    Column("时段", lambda line: line.period, width=128, tooltip=lambda line: line.exchange.period,
           muted=True, size=13, tone=lambda line: theme.AMBER if line.left else ""),
    Column("对方", lambda line: line.exchange.partner or "—", width=76),
    Column("行数", lambda line: f"{line.exchange.rows:,}", width=52, align="right",
           sort=lambda line: line.exchange.rows),
    Column("", lambda line: "撤销" if line.undoable else "", width=40, align="right", size=13,
           tone=lambda line: theme.ACCENT, sort=lambda line: not line.undoable),
)  # fmt: skip
