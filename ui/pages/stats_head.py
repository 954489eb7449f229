"""The head of 统计: which stretch of time, how weeks and arrows are meant, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from minqing.work.report import Report
from minqing.work.report_words import weekday_rule
from minqing.work.spans import Span
from ui import theme
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.strips import Option, Segment
from ui.widgets.text import ElidedLabel

_SPANS = (
    Option(Span.WEEK, "本周"),
    Option(Span.MONTH, "本月"),
    Option(Span.QUARTER, "本季"),
    Option(Span.YEAR, "本年"),
    Option(Span.OWN, "自定"),
)
PICTURES = ("整页", "各栋覆盖", "诉求新增与办结", "类别排序")


class SpanBar(QWidget):
    """Segments for the length, and the range itself with the one before and the one after.

    ``moved(±1)`` fires for the arrows, ``range_wanted`` when somebody wants to name the days.
    """

    moved = Signal(int)
    range_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self.segment = Segment(_SPANS, name="看多长时间")
        self.segment.setToolTip("看多长时间，左右键切换")
        self.segment.select(Span.MONTH)
        self.earlier = IconButton("chevl", "前一段时间（PgUp）", lambda: self.moved.emit(-1))
        self.range = Button("", self.range_wanted.emit, icon="cal")
        self.range.setToolTip("自己定从哪天到哪天")
        self.later = IconButton("chevr", "后一段时间（PgDown）", lambda: self.moved.emit(1))
        row.addWidget(self.segment)
        row.addSpacing(4)
        for part in (self.earlier, self.range, self.later):
            row.addWidget(part)
        row.addStretch(1)
        for arrow in (self.earlier, self.later):
            arrow.setFixedWidth(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_report(self, report: Report) -> None:
        """Show which days the figures are about."""
        window = report.window
        self.range.setText(window.label)
        self.range.setAccessibleName(f"统计的时间 {window.label}")
        self.range.updateGeometry()
        self.later.setEnabled(window.period.end < window.on)


class RuleBar(QWidget):
    """Says on which day weeks begin and what arrows mean; ``asked`` opens the definitions."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.words = ElidedLabel(size=13, colour=theme.INK2)
        self.button = LinkButton("口径", self.asked.emit)
        self.button.setToolTip("每周从哪天开始、怎样算覆盖、办结和满意，都可以改")
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def show_report(self, report: Report) -> None:
        """Say it for another report."""
        self.words.set_text(f"{weekday_rule(report.definitions)}，箭头比{report.window.compared}")


class OutBar(QWidget):
    """The three ways out; ``picture_wanted(number)`` counts in ``PICTURES``."""

    book_wanted = Signal()
    paper_wanted = Signal()
    picture_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.book = Button("导出工作簿", self.book_wanted.emit, icon="sheet")
        self.book.setToolTip("存成 Excel 文件，带可以再改的图表（Ctrl+E）")
        self.paper = Button("一页报告 PDF", self.paper_wanted.emit, icon="file")
        self.paper.setToolTip("先看排好的一页，再存为 PDF 或打印（Ctrl+P）")
        self.picture = Button("复制图片", self._open, icon="copy")
        self.picture.setToolTip("复制整页或一张图，可以粘到微信、WPS 里（在图上按 Ctrl+C 复制那一张）")
        for button in (self.book, self.paper, self.picture):
            row.addWidget(button)
        self.menu = QMenu(self)
        for number, name in enumerate(PICTURES):
            self.menu.addAction(name).triggered.connect(lambda _=False, number=number: self.picture_wanted.emit(number))

    def _open(self) -> None:
        self.menu.setActiveAction(self.menu.actions()[0])
        self.menu.popup(self.picture.mapToGlobal(self.picture.rect().bottomLeft()))
