"""统计: how much was walked, what came in, how well it was handled; on screen, as pictures, a workbook, a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from exports.files import write_file
from exports.stats_head import file_name, heading_of
from minqing.ledger import Ledger
from minqing.records.period import Period
from minqing.work.definitions import definitions_of
from minqing.work.report import Report, report
from minqing.work.report_words import figures
from minqing.work.spans import Span, own_window, shifted, window
from ui import theme
from ui.dialogs.definitions_dialog import DefinitionsDialog
from ui.dialogs.range_dialog import RangeDialog
from ui.pages.base import GAP, MARGINS, Listing, Page, PageLayout
from ui.pages.stats_head import PICTURES, OutBar, RuleBar, SpanBar
from ui.pages.stats_panels import CategoryPanel, CoveragePanel, TrendPanel
from ui.session import PAPERS, Session
from ui.widgets.charts import LEFT, write
from ui.widgets.empty import EmptyState
from ui.widgets.rates import RateStrip
from ui.widgets.scroll import ScrollArea

_NARROW, _RIGHT, _ANY = 1000, 590, 16777215
_RULE = 60
"""What the gaps of the head and the first words of the rule need at least."""
_SHARP = 2.0
_BAND = 44


@dataclass(frozen=True)
class Asked:
    """Which stretch of time is asked for: the one of ``day``, or an own range."""

    span: Span
    day: date
    own: Period | None = None

    def made(self, ledger: Ledger) -> Report:
        """The report on it."""
        rules, today = definitions_of(ledger), date.today()
        if self.own is not None:
            return report(ledger, own_window(self.own, on=today), definitions=rules)
        return report(
            ledger, window(self.span, self.day, on=today, first_weekday=rules.first_weekday), definitions=rules
        )


class StatsPage(Page):
    """Six figures, coverage by building, appeals over time and by kind, for a stretch of time."""

    title = "统计"
    keys = (("Ctrl+E", "导出工作簿"), ("Ctrl+P", "打印一页报告"), ("PgUp/PgDown", "前一段、后一段"))
    kinds = frozenset({"household", "visit", "appeal", "step", PAPERS})

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.report: Report | None = None
        self._asked = Asked(Span.MONTH, date.today())
        self._narrow: bool | None = None
        self._broken: bool | None = None
        self._layout = PageLayout(self, "统计")
        self._layout.remark.hide()
        self.span, self.rule, self.out = SpanBar(), RuleBar(), OutBar()
        self._layout.head.addWidget(self.span)
        self._second = QWidget()
        self._below = QHBoxLayout(self._second)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self._second)
        self._layout.addWidget(self._body(), 1)
        self.empty = EmptyState(
            "数据还不够画图", "记满 5 条走访后，这里会出现统计。", button="记走访", on_click=self._record_visit
        )
        self.empty.hide()
        self._layout.addWidget(self.empty, 1)
        self._connect()
        self.start_at(self.span.segment)

    def _body(self) -> QWidget:
        self.content = QWidget()
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.strip = RateStrip()
        column.addWidget(self.strip)
        self.coverage, self.trend, self.categories = CoveragePanel(), TrendPanel(), CategoryPanel()
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(GAP)
        right.addWidget(self.trend, 1)
        right.addWidget(self.categories, 1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(GAP)
        self._across.addWidget(self.coverage, 1)
        self._across.addWidget(self._right)
        column.addLayout(self._across, 1)
        self._scroll = ScrollArea(self.content)
        self._arrange(narrow=False)
        return self._scroll

    def _connect(self) -> None:
        self.span.segment.changed.connect(self._choose_span)
        self.span.moved.connect(self.move_by)
        self.span.range_wanted.connect(self.ask_range)
        self.rule.asked.connect(lambda: self.ask_definitions(""))
        self.strip.asked.connect(self.ask_definitions)
        self.out.book_wanted.connect(self.save_book)
        self.out.paper_wanted.connect(self.preview)
        self.out.picture_wanted.connect(self.copy_picture)
        self.coverage.listed.connect(lambda listing: self._list("home", listing))
        for panel in (self.trend, self.categories):
            panel.listed.connect(lambda listing: self._list("appeals", listing))
        for number, chart in enumerate((self.coverage.rows, self.trend.chart, self.categories.chart), 1):
            chart.copied.connect(lambda number=number: self.copy_picture(number))

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        return {
            "Ctrl+E": self.save_book,
            "Ctrl+P": self.preview,
            "PgUp": lambda: self.move_by(-1),
            "PgDown": lambda: self.move_by(1),
        }

    def refresh(self) -> None:
        self._session.load(self._asked.made, self._take, owner=self)

    def _take(self, found: Report) -> None:
        self.report = found
        for part in (self.span, self.rule, self.coverage, self.trend, self.categories):
            part.show_report(found)
        self.strip.set_figures(figures(found))
        for widget in (self._scroll, self.span, self.rule, self.out):
            widget.setVisible(found.enough)
        self.empty.setVisible(not found.enough)
        self._break_head()

    def _record_visit(self) -> None:
        self._session.wanted.emit("households", None)

    # ------------------------------------------------------------------ which stretch of time

    def _ask(self, asked: Asked) -> None:
        self._asked = asked
        self.refresh()

    def _choose_span(self, key: str) -> None:
        if key != Span.OWN:
            self._ask(Asked(Span(key), date.today()))
        elif self._asked.own is None:
            self.ask_range()

    def ask_range(self) -> None:
        """Name the days."""
        if self.report is None:
            return
        dialog = RangeDialog(self.window(), self.report.window.period)
        dialog.finished.connect(lambda done: self._take_range(dialog.period if done else None))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_range(self, period: Period | None) -> None:
        if period is not None:
            self._ask(Asked(Span.OWN, period.start, period))
        self.span.segment.select(self._asked.span)

    def move_by(self, steps: int) -> None:
        """Go to the stretch before or after; not beyond today."""
        if self.report is None or (steps > 0 and not self.span.later.isEnabled()):
            return
        there = shifted(self.report.window, steps, first_weekday=self.report.definitions.first_weekday)
        own = there.period if there.span is Span.OWN else None
        self._ask(Asked(there.span, there.period.start, own))

    def ask_definitions(self, figure: str) -> None:
        """Show how the figures are meant, ``figure`` first."""
        if self.report is not None:
            dialog = DefinitionsDialog(self.window(), self._session, self.report.definitions, figure=figure)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    # ------------------------------------------------------------------ what leads out of the page

    def _list(self, page: str, listing: Listing) -> None:
        if listing.ids:
            self._session.wanted.emit(page, listing)

    def preview(self) -> None:
        """The one-page report, to look at before it is saved or printed."""
        if self.report is not None and self.report.enough:
            from ui.dialogs.report_preview import ReportPreview

            ReportPreview(self.window(), self._session, self.report).start()

    def save_book(self) -> None:
        """Save the figures as a workbook."""
        found = self.report
        if found is None or not found.enough:
            return
        path = self._session.notices.save_file("导出工作簿", file_name(found, "xlsx"), ["Excel 工作簿 (*.xlsx)"])
        if path is None:
            return
        heading = heading_of(self._session.ledger.profile, found, on=date.today())

        def save() -> str:
            from exports.stats_book import write_stats_book

            write_file(path, write_stats_book(found, heading))
            return path.name

        self._session.work(
            lambda _: save(),
            lambda name: self._session.notices.toast(f"已导出 {name}"),
            label="导出统计工作簿",
            owner=self,
        )

    def copy_picture(self, number: int) -> None:
        """Copy the whole page (0) or one of its panels as a picture."""
        if self.report is None or not self.report.enough:
            return
        widget = (self.content, self.coverage, self.trend, self.categories)[number]
        QGuiApplication.clipboard().setPixmap(self.picture_of(widget))
        self._session.notices.toast(f"已复制图片：{PICTURES[number]}")

    def picture_of(self, widget: QWidget) -> QPixmap:
        """``widget`` at twice its size, under a line that says where and when."""
        size = QSize(widget.width() + 2 * GAP, widget.height() + _BAND + GAP)
        made = QPixmap(size * _SHARP)
        made.setDevicePixelRatio(_SHARP)
        made.fill(QColor(theme.PAPER))
        painter = QPainter(made)
        if self.report is not None:
            heading = heading_of(self._session.ledger.profile, self.report, on=date.today())
            area = QRectF(GAP + 2, 0, size.width() - 2 * GAP, _BAND)
            words = f"{heading.title}　{self.report.window.label}"
            write(painter, area, words, LEFT, colour=theme.INK, size=16, weight=theme.BOLD)
        painter.end()
        widget.render(made, QPoint(GAP, _BAND), renderFlags=QWidget.RenderFlag.DrawChildren)
        return made

    # ------------------------------------------------------------------ narrow and wide

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < _NARROW)
        self._break_head()

    def _arrange(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else across)
        self._right.setMinimumWidth(320 if narrow else _RIGHT)
        self._right.setMaximumWidth(_ANY if narrow else _RIGHT)
        self.strip.set_columns(3 if narrow else 6)
        for panel in (self.trend, self.categories):
            panel.setMinimumHeight(230 if narrow else 0)
        self.coverage.setMinimumHeight(420 if narrow else 0)

    def _break_head(self) -> None:
        """Put the rule and the ways out into a line of their own where one line has no room for all of it."""
        parts = (self._layout.heading, self.span, self.rule.button, self.out)
        needed = sum(part.sizeHint().width() for part in parts) + _RULE
        broken = bool(self._narrow) or needed > self.width() - MARGINS[0] - MARGINS[2]
        if broken is self._broken:
            return
        self._broken = broken
        place = self._below if broken else self._layout.head
        for widget, stretch in ((self.rule, 1), (self.out, 0)):
            place.addWidget(widget, stretch)
        self._second.setVisible(broken)
        stops = (self.span.later, self.rule.button, self.out.book, self.out.paper, self.out.picture)
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)
