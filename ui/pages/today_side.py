"""Beside the tasks: the week by day, what people ask most, and how long ago the last sheet went out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from minqing.work.today import RECENT, Today, Unsent
from ui import theme
from ui.icons import IconLabel
from ui.pages.today_words import day_bars, matter_bars, sent_words
from ui.widgets.bars import BarChart, BarRows
from ui.widgets.buttons import LinkButton
from ui.widgets.panel import Panel
from ui.widgets.text import ElidedLabel, label
from ui.widgets.word_chips import WordChips

WIDTH = 318


class WeekPanel(Panel):
    """本周走访: a column for each day."""

    def __init__(self) -> None:
        super().__init__("本周走访")
        self.add_tool(label("户 / 天", size=12, colour=theme.INK3))
        self.chart = BarChart("本周每天走访的户数")
        self.body.setContentsMargins(14, 6, 14, 2)
        self.body.addWidget(self.chart)
        self.hug()

    def show_day(self, today: Today) -> None:
        """Show the week around the day."""
        self.chart.set_bars(day_bars(today), unit="户")


class MattersPanel(Panel):
    """高频诉求: classes by number, and the words that stand most often in what people said."""

    def __init__(self) -> None:
        super().__init__("高频诉求")
        self.add_tool(label(f"近 {RECENT} 天 · 件", size=12, colour=theme.INK3))
        self.rows = BarRows("近 30 天登记最多的诉求类别", label_width=76)
        self.words = WordChips("近 30 天走访和诉求里提到最多的词", title="走访和诉求里常提到")
        self.words.setToolTip("近 30 天的走访记录和诉求里，提到每个词的有几条；人名、地名不算")
        self._none = label("近 30 天没有登记诉求。", size=13, colour=theme.INK2)
        self.body.setContentsMargins(14, 6, 14, 5)
        for part in (self._none, self.rows):
            self.body.addWidget(part)
        self.body.addSpacing(8)
        self.body.addWidget(self.words, 1)

    def show_day(self, today: Today) -> None:
        """Show the classes."""
        self.rows.set_bars(matter_bars(today), unit="件")
        self.rows.setFixedHeight(max(0, BarRows.ROW * (len(today.matters) - 1) + BarRows.TEXT))
        self._none.setVisible(not today.matters)

    def show_words(self, words: Sequence[tuple[str, int]]) -> None:
        """Show the words, or nothing where there are none."""
        self.words.set_words(words)


class ReportPanel(Panel):
    """待上报: since when the street office has had no sheet; ``wanted`` fires for the export."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("待上报")
        self.body.setContentsMargins(14, 11, 10, 9)
        self.body.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(IconLabel("swap", colour=theme.ACCENT, size=18))
        top.addWidget(label("待上报", weight=theme.BOLD))
        top.addStretch(1)
        self.since = label(colour=theme.INK2)
        self.since.setContentsMargins(0, 0, 4, 0)
        top.addWidget(self.since)
        self.body.addLayout(top)
        below = QHBoxLayout()
        self.news = ElidedLabel(size=13, colour=theme.INK2)
        below.addWidget(self.news, 1)
        self.button = LinkButton("导出本周台账", self.wanted.emit)
        self.button.setToolTip("到“交换”，把本周台账导出来交给街道（Ctrl+E）")
        below.addWidget(self.button)
        self.body.addLayout(below)
        self.hug()

    def show_unsent(self, unsent: Unsent, on: date) -> None:
        """Say how long ago, and what has come since."""
        since, news = sent_words(unsent, on)
        self.since.setText(since)
        self.news.set_text(news)


class Side(QWidget):
    """The three panels: one below the other, or side by side where the window is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.week, self.matters, self.report = WeekPanel(), MattersPanel(), ReportPanel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._charts = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._charts.setSpacing(12)
        self._charts.addWidget(self.week)
        self._charts.addWidget(self.matters, 1)
        column.addLayout(self._charts, 1)
        column.addWidget(self.report)

    def set_narrow(self, narrow: bool) -> None:
        """Lie below the tasks, or stand beside them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._charts.setDirection(across if narrow else down)
        for panel in (self.week, self.matters):
            self._charts.setStretchFactor(panel, 1 if narrow or panel is self.matters else 0)
        self.setMinimumWidth(0 if narrow else WIDTH)
        self.setMaximumWidth(16_777_215 if narrow else WIDTH)
        self.matters.setMinimumHeight(260 if narrow else 0)

    def show_day(self, today: Today) -> None:
        """Show everything but the words, which take longer."""
        self.week.show_day(today)
        self.matters.show_day(today)
        self.report.show_unsent(today.unsent, today.on)
