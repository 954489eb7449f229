"""交换 at rest: what to send out and learned forms at the left, where a returned sheet goes, what came and went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from minqing.ledger import Exchange
from minqing.records.dates import screen_date
from ui import theme
from ui.icons import IconLabel
from ui.pages.base import PageLayout
from ui.pages.exchange_export import ExportPanel
from ui.pages.exchange_forms import FormsPanel
from ui.widgets.buttons import Button, LinkButton, Size
from ui.widgets.paint import Badge, Look, Tone, paint_box
from ui.widgets.panel import Bar, Panel, footer_bar
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import ElidedLabel, label

_DIRECTIONS = {"out": ("导出", "ud", Tone.INFO), "in": ("导入", "down", Tone.GOOD)}


@dataclass(frozen=True)
class ExchangeLine:
    """A sheet that came or went; ``undoable`` if taking it back is offered: the newest import."""

    exchange: Exchange
    undoable: bool
    today: date

    @property
    def direction(self) -> Badge:
        """导出 or 导入 with its arrow."""
        word, shape, tone = _DIRECTIONS[self.exchange.direction]
        return Badge(word, tone, shape, Look.STATE)

    @property
    def when(self) -> str:
        """Day and time as on screen."""
        return f"{screen_date(self.exchange.at.date(), self.today)} {self.exchange.at:%H:%M}"


def exchange_lines(exchanges: Sequence[Exchange], today: date) -> list[ExchangeLine]:
    """The list of sheets, newest first; the sheets of the newest import can be taken back."""
    newest = next((one.change for one in exchanges if one.direction == "in"), None)
    return [ExchangeLine(one, one.direction == "in" and one.change == newest, today) for one in exchanges]


class DropArea(QWidget):
    """A dashed box that asks for a file; ``chosen`` fires for its button. The page takes what is dropped."""

    chosen = Signal()

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
        words = label("把街道回传的表拖到这里，或点“选择文件”", size=15, weight=theme.MEDIUM)
        column.addWidget(words, 0, middle)
        column.addWidget(
            label("可以是 .xlsx .xls .et .ods .csv；先看预览，点“应用”之前不会改动账本", size=13, colour=theme.INK2),
            0,
            middle,
        )
        self.button = Button("选择文件", self.chosen.emit, icon="file", hint="Ctrl+O")
        column.addWidget(self.button, 0, middle)
        column.addStretch(1)

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
    a preview that waits.
    """

    file_wanted = Signal()
    undo_wanted = Signal(object)
    resumed = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = PageLayout(self, "交换")
        self.remark = layout.remark
        layout.head.addStretch(1)
        across = QHBoxLayout()
        across.setSpacing(14)
        self.export = ExportPanel()
        self.export.setFixedWidth(372)
        self.forms = FormsPanel()
        self.forms.setFixedWidth(372)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.export)
        left.addWidget(self.forms, 1)
        across.addLayout(left)
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
        self.table: RecordTable[ExchangeLine] = RecordTable(
            _COLUMNS, name="往来记录", key=lambda line: (line.exchange.at, line.exchange.file, line.exchange.form)
        )
        self.table.clicked.connect(self._clicked)
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
        sent = sum(line.exchange.direction == "out" for line in lines)
        self._foot.setText(f"导出 {sent:,} 次 · 导入 {len(lines) - sent:,} 次")
        last = next((line for line in lines if line.exchange.direction == "out"), None)
        self.remark.setText(f"上次导出 {last.when} · {last.exchange.partner or '没写给谁'}" if last else "")

    def _clicked(self, index: QModelIndex) -> None:
        line = self.table.records_model.record(index.row())
        if line.undoable and index.column() == len(_COLUMNS) - 1:
            self.undo_wanted.emit(line.exchange.change)

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
    Column("时段", lambda line: line.exchange.period or "全部", width=112, tooltip=lambda line: line.exchange.period,
           muted=True, size=13),
    Column("对方", lambda line: line.exchange.partner or "—", width=76),
    Column("行数", lambda line: f"{line.exchange.rows:,}", width=52, align="right",
           sort=lambda line: line.exchange.rows),
    Column("", lambda line: "撤销" if line.undoable else "", width=40, align="right", size=13,
           tone=lambda line: theme.ACCENT, sort=lambda line: not line.undoable),
)  # fmt: skip
