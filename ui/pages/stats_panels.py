"""The three panels of 统计: coverage by building, appeals over time, kinds of appeals by frequency."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from minqing.work.report import BuildingLine, Report, TrendPoint
from minqing.work.report_words import charted, never_words, vital_few
from ui import theme
from ui.icons import IconLabel
from ui.pages.base import Listing
from ui.widgets.buttons import Button, Kind, Size
from ui.widgets.charts import Line, LineChart, Point
from ui.widgets.coverage import COUNT_TITLE, NEVER_TITLE, PAD, SHARE_TITLE, BuildingBar, CoverageRows, paint_never
from ui.widgets.panel import Bar, Panel
from ui.widgets.pareto import Category, ParetoChart
from ui.widgets.scroll import ScrollArea
from ui.widgets.strips import Option, Segment
from ui.widgets.text import ElidedLabel, label

_SHARES = {"本周": "本周覆盖", "本月": "本月覆盖", "本季": "本季覆盖", "本年": "本年覆盖"}
_LOOKS = ("seen", "earlier", "knocked", "never")


class _Swatch(QWidget):
    """What a colour or a sign of a chart stands for: a small picture and a word."""

    def __init__(self, look: str, text: str, *, width: int = 14) -> None:
        super().__init__()
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(width + 6, 0, 0, 0)
        self._width = width
        self.word = label(text, size=12, colour=theme.INK2)
        row.addWidget(self.word)

    def sizeHint(self) -> QSize:
        return QSize(self._width + 6 + self.word.sizeHint().width(), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(0, self.height() / 2 - 6, self._width, 12)
        if self._look == "never":
            paint_never(painter, area)
        elif self._look == "running":
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.AMBER), 1.8))
            painter.drawLine(QLineF(area.left(), area.center().y(), area.right(), area.center().y()))
            painter.setPen(QPen(QColor(theme.AMBER), 1.6))
            painter.setBrush(QColor(theme.PANEL))
            painter.drawEllipse(area.center(), 3.2, 3.2)
        else:
            fill = {"seen": theme.ACCENT, "earlier": theme.ACCENTL, "knocked": theme.PAPER3}[self._look]
            painter.fillRect(area, QColor(fill))
        painter.end()


class CoveragePanel(Panel):
    """各栋覆盖; ``listed(Listing)`` asks for households."""

    listed = Signal(object)

    def __init__(self) -> None:
        super().__init__("各栋覆盖")
        self.report: Report | None = None
        self.legend = {
            look: _Swatch(look, word)
            for look, word in zip(_LOOKS, ("见过面", "以前见过", "未见到面", "从未走访"), strict=True)
        }
        self.tools.setSpacing(12)
        for swatch in self.legend.values():
            self.add_tool(swatch)
        self.rows = CoverageRows("各栋覆盖")
        self.rows.chosen.connect(self._choose)
        self.body.addWidget(self._head())
        self.body.addWidget(ScrollArea(self.rows), 1)
        self.set_footer(self._foot())
        self.setMinimumWidth(420)

    def _head(self) -> Bar:
        bar = Bar(28, below=theme.LINE2, padding=PAD)
        bar.row.setSpacing(0)
        self._name = label("楼栋", size=12, colour=theme.INK2)
        bar.row.addWidget(self._name)
        bar.row.addWidget(label("条长按户数画", size=12, colour=theme.INK2))
        bar.row.addStretch(1)
        self._share = label(size=12, colour=theme.INK2)
        self._titles = (label(COUNT_TITLE, size=12, colour=theme.INK2), self._share,
                        label(NEVER_TITLE, size=12, colour=theme.INK2))  # fmt: skip
        for words in self._titles:
            words.setAlignment(words.alignment().AlignRight | words.alignment().AlignVCenter)
            bar.row.addWidget(words)
        return bar

    def _foot(self) -> Bar:
        bar = Bar(44, above=theme.LINE2, padding=PAD)
        self._icon = IconLabel("noone", colour=theme.RED, size=17)
        self.words = ElidedLabel()
        self.list_button = Button("列出这些户", self._list_never, kind=Kind.ACCENT, size=Size.SMALL)
        self.list_button.setToolTip("到“家庭”里看从未走访的户")
        for part, stretch in ((self._icon, 0), (self.words, 1), (self.list_button, 0)):
            bar.row.addWidget(part, stretch)
        return bar

    def show_report(self, report: Report) -> None:
        """Show another report."""
        self.report = report
        word = report.window.word
        self.legend["seen"].word.setText(f"{word}见过面" if not report.definitions.knock_counts else f"{word}走访过")
        self.legend["knocked"].setVisible(any(line.knocked for line in report.buildings))
        self._share.setText(_SHARES.get(word, SHARE_TITLE))
        self.rows.set_bars([_bar(line, word) for line in report.buildings], share=self._share.text())
        widths = (self.rows.numbers.count, self.rows.numbers.share, self.rows.numbers.never)
        for title, width in zip(self._titles, widths, strict=True):
            title.setFixedWidth(width)
        self._name.setFixedWidth(self.rows.name_width)
        never = len(report.never)
        half = never_words(report)
        self.words.set_text(f"从未走访共 {never:,} 户{'，' + half if half else ''}" if never else "在册的户都走访过了")
        self._icon.set_icon("noone" if never else "check", theme.RED if never else theme.GREEN)
        self.list_button.setEnabled(bool(never))

    def _choose(self, row: int, part: int) -> None:
        if self.report is None:
            return
        line = self.report.buildings[row]
        groups = (line.seen, line.earlier, line.knocked, line.never)
        ids = groups[part] if part >= 0 else tuple(one for group in groups for one in group)
        words = f" {self.legend[_LOOKS[part]].word.text()}" if part >= 0 else ""
        self.listed.emit(Listing(f"{line.name}{words}", frozenset(ids)))

    def _list_never(self) -> None:
        if self.report is not None:
            self.listed.emit(Listing("从未走访", frozenset(self.report.never)))


def _bar(line: BuildingLine, word: str) -> BuildingBar:
    parts = (len(line.seen), len(line.earlier), len(line.knocked), len(line.never))
    names = (f"{word}见过面", "以前见过", "未见到面", "从未走访")
    words = [f"{line.name} {name} {count:,} 户，点开看是哪些户" for name, count in zip(names, parts, strict=True)]
    return BuildingBar(line.name, parts, str(line.covered), (words[0], words[1], words[2], words[3]))


class TrendPanel(Panel):
    """诉求新增与办结 by week or by month; ``listed(Listing)`` asks for the appeals of one of them."""

    listed = Signal(object)

    def __init__(self) -> None:
        super().__init__("诉求新增与办结", note="近 12 周")
        self.report: Report | None = None
        self.unit = label("件 / 周", size=12, colour=theme.INK2)
        self.add_tool(self.unit)
        self.step = Segment([Option("week", "按周"), Option("month", "按月")], name="按周还是按月", small=True)
        self.step.setToolTip("按周或按月看，左右键切换")
        self.step.changed.connect(lambda _: self._draw())
        self.add_tool(self.step)
        self.chart = LineChart(
            "诉求新增与办结", [Line("新增 {:,}", theme.ACCENT), Line("办结 {:,}", theme.GREEN, dashed=True)]
        )
        self.chart.picked.connect(self._choose)
        self.body.setContentsMargins(14, 4, 10, 4)
        self.body.addWidget(self.chart)

    @property
    def points(self) -> tuple[TrendPoint, ...]:
        """What is drawn."""
        if self.report is None:
            return ()
        return self.report.weeks if self.step.key == "week" else self.report.months

    def show_report(self, report: Report) -> None:
        """Show another report."""
        self.report = report
        self._draw()

    def _draw(self) -> None:
        if self.report is None:
            return
        unit = "周" if self.step.key == "week" else "月"
        self.set_note(f"近 {len(self.points)} 周" if unit == "周" else f"近 {len(self.points)} 个月")
        self.unit.setText(f"件 / {unit}")
        shown = [
            Point(
                label=point.label if number in {0, len(self.points) - 1} else point.label.removesuffix(unit),
                values=(len(point.registered), len(point.settled)),
                tooltip=_point_words(point),
                shaded=point.inside,
            )
            for number, point in enumerate(self.points)
        ]
        self.chart.set_points(shown, band=self.report.window.word)

    def _choose(self, number: int) -> None:
        point = self.points[number]
        self.listed.emit(Listing(f"{point.label}新增或办结", frozenset((*point.registered, *point.settled))))


def _point_words(point: TrendPoint) -> str:
    start, end = point.period.start, point.period.end
    days = f"{start.month}月{start.day}日至{end.month}月{end.day}日"
    return f"{point.label}（{days}）新增 {len(point.registered):,} 件，办结 {len(point.settled):,} 件"


class CategoryPanel(Panel):
    """类别排序; ``listed(Listing)`` asks for the appeals of one category."""

    listed = Signal(object)

    def __init__(self) -> None:
        super().__init__("类别排序", note=" ")
        self.report: Report | None = None
        self.tools.setSpacing(12)
        self.add_tool(_Swatch("seen", "件数", width=12))
        self.add_tool(_Swatch("running", "累计占比", width=20))
        self.chart = ParetoChart("诉求类别排序")
        self.chart.picked.connect(self._choose)
        self.body.setContentsMargins(14, 4, 14, 4)
        self.body.addWidget(self.chart)
        self.none = label("这段时间没有登记诉求", colour=theme.INK2)
        self.none.setAlignment(self.none.alignment().AlignCenter)
        self.body.addWidget(self.none)

    def show_report(self, report: Report) -> None:
        """Show another report."""
        self.report = report
        self.set_note(f"{report.window.word} {report.appeals.now:,} 件，按主类别")
        shown = charted(report.categories)
        plain = len(shown) - (len(shown) < len(report.categories))
        vital = min(vital_few(report.categories), plain)
        self.chart.set_categories(
            [
                Category(
                    line.name,
                    len(line.appeals),
                    line.running.part / line.running.whole,
                    f"{line.name} {len(line.appeals):,} 件，累计 {line.running}",
                )
                for line in shown
            ],
            vital=vital,
            remark=f"前 {vital} 类占 {report.categories[vital - 1].running}" if vital else "",
        )
        self.chart.setVisible(bool(shown))
        self.none.setVisible(not shown)

    def _choose(self, number: int) -> None:
        if self.report is None:
            return
        line = charted(self.report.categories)[number]
        self.listed.emit(Listing(f"{self.report.window.word}{line.name}", frozenset(line.appeals)))
