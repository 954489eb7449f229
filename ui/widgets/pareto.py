"""Kinds of matter by how often they come, with the line that tells how few of them make up most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui import theme
from ui.translation import shown
from ui.widgets.charts import CENTRE, LEFT, Chart, nice_top, paint_axis, text_width, write
from ui.widgets.paint import elided

_MOST = 0.8
_LINE, _LINES = 14, 3


@dataclass(frozen=True)
class Category:
    """One bar: its number, and the share (0 to 1) that it and those before it make up."""

    label: str
    value: int
    running: float
    tooltip: str


class ParetoChart(Chart):
    """Bars from the largest on; those that make up 80 % are dark. The line adds them up."""

    _LEFT, _TOP, _FOOT, _WIDEST = 26.0, 24.5, 27.5, 40.0

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.categories: tuple[Category, ...] = ()
        self.vital = 0
        self.remark = ""
        self.setMinimumHeight(150)

    def set_categories(self, categories: Sequence[Category], *, vital: int = 0, remark: str = "") -> None:
        """Show these; the first ``vital`` are dark, and ``remark`` stands where the line has reached them."""
        self.categories, self.vital, self.remark = tuple(categories), vital, remark
        self.renew()

    @property
    def count(self) -> int:
        return len(self.categories)

    def words_of(self, number: int) -> str:
        return self.categories[number].tooltip

    def sizeHint(self) -> QSize:
        return QSize(560, 182)

    @property
    def _right(self) -> float:
        return self.width() - 40.0

    @property
    def _base(self) -> float:
        return self.height() - self._foot

    @property
    def _axis(self) -> int:
        return nice_top(max((one.value for one in self.categories), default=0))

    @property
    def _pitch(self) -> float:
        return (self._right - self._LEFT) / max(1, self.count)

    def _y(self, share: float) -> float:
        return self._base - (self._base - self._TOP) * share

    def _middle(self, number: int) -> float:
        return self._LEFT + (number + 0.5) * self._pitch

    def area_of(self, number: int) -> QRectF:
        return QRectF(self._middle(number) - self._pitch / 2, 6, self._pitch, self.height() - 8)

    def paint(self, painter: QPainter) -> None:
        axis = self._axis
        paint_axis(painter, axis, lambda value: self._y(value / axis), left=self._LEFT, right=self._right)
        for share, words in ((0.5, "50%"), (1.0, "100%")):
            area = QRectF(self._right + 5, self._y(share) - 10, 40, 20)
            write(painter, area, words, LEFT, colour=theme.INK3)
        for number in range(self.count):
            self._paint_bar(painter, number, axis)
        self._paint_goal(painter)
        self._paint_running(painter)

    def _paint_bar(self, painter: QPainter, number: int, axis: int) -> None:
        one, dark = self.categories[number], number < self.vital
        width = min(self._WIDEST, self._pitch * 0.64)
        top = self._y(one.value / axis)
        body = QRectF(self._middle(number) - width / 2, top, width, self._base - top)
        painter.fillRect(body, QColor(theme.ACCENT if dark else theme.ACCENTL))
        inside = body.height() >= 15 and text_width(str(one.value), 12, theme.BOLD) <= width
        place = QRectF(body.left(), self._base - 18, width, 16) if inside else QRectF(body.left(), top - 17, width, 16)
        write(painter, place, f"{one.value:,}", CENTRE, colour=theme.WHITE if inside and dark else theme.INK,
              weight=theme.BOLD)  # fmt: skip
        for line, words in enumerate(self._lines(one.label)):
            room = QRectF(self._middle(number) - self._pitch / 2, self._base + 4 + line * _LINE, self._pitch, 20)
            write(painter, room, words, CENTRE, colour=theme.INK2)

    def _lines(self, label: str) -> list[str]:
        """A label as it stands below its bar: words that have no room beside each other stand one below the other."""
        words, room, lines = shown(label).split(), int(self._pitch) - 2, [""]
        for word in words:
            longer = f"{lines[-1]} {word}".strip()
            if text_width(longer) <= room or not lines[-1] or len(lines) == _LINES:
                lines[-1] = longer
            else:
                lines.append(word)
        return [elided(line, theme.font(12), room) for line in lines]

    @property
    def _foot(self) -> float:
        most = max((len(self._lines(one.label)) for one in self.categories), default=1)
        return self._FOOT + (most - 1) * _LINE

    def _paint_goal(self, painter: QPainter) -> None:
        pen = QPen(QColor(theme.AMBER), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        level = round(self._y(_MOST)) + 0.5
        painter.drawLine(QPointF(self._LEFT, level), QPointF(self._right, level))
        area = QRectF(self._right + 5, level - 10, 40, 20)
        write(painter, area, "80%", LEFT, colour=theme.AMBER, weight=theme.BOLD)

    def _paint_running(self, painter: QPainter) -> None:
        places = [QPointF(self._middle(at), self._y(one.running)) for at, one in enumerate(self.categories)]
        painter.setPen(QPen(QColor(theme.AMBER), 1.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(QPen(QColor(theme.AMBER), 1.6))
        for number, place in enumerate(places, 1):
            painter.setBrush(QColor(theme.AMBER if number == self.vital else theme.PANEL))
            painter.drawEllipse(place, 3.5, 3.5)
        if self.remark and 0 < self.vital <= len(places):
            self._paint_remark(painter, places[self.vital - 1])

    def _paint_remark(self, painter: QPainter, place: QPointF) -> None:
        width = text_width(self.remark, 13, theme.BOLD)
        left = max(self._LEFT + 4, place.x() - 8 - width)
        area = QRectF(left, max(0.0, place.y() - 22), width, 18)
        painter.fillRect(area.adjusted(-3, 1, 3, 0), QColor(theme.PANEL))
        write(painter, area, self.remark, LEFT, colour=theme.AMBER, size=13, weight=theme.BOLD)
