"""Bar charts: columns over a base line, and a ranking of bars that lie one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import ClassVar

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.widgets.paint import elided, paint_box, widest

_MOST_LABEL = 0.55
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Bar:
    """One bar: ``text`` stands at its end in place of the number, ``tooltip`` explains it.

    A ``future`` bar has no value yet and is dashed; a ``highlighted`` one is the one that counts now. ``colour`` is for
    charts in which colours mean something.
    """

    label: str
    value: float
    text: str = ""
    highlighted: bool = False
    future: bool = False
    tooltip: str = ""
    colour: str = ""

    @property
    def shown(self) -> str:
        """What stands at the end of the bar."""
        return self.text or ("" if self.future else f"{self.value:,g}")

    @property
    def spoken(self) -> str:
        """The bar in words, for assistive technology."""
        return f"{self.label} {self.shown}".strip()

    @property
    def fill(self) -> str:
        """The colour it is painted in."""
        return self.colour or (theme.ACCENT if self.highlighted else theme.BAR)


class _Chart(QWidget):
    """Bars with a name; each tells about itself in a tooltip, all of them in the accessible description."""

    ROLE: ClassVar = QAccessible.Role.Chart

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[Bar, ...] = ()
        self.unit = ""
        self.setMouseTracking(True)
        self.setAccessibleName(name)

    def set_bars(self, bars: Sequence[Bar], *, unit: str = "") -> None:
        """Show these bars; ``unit`` is only spoken, after each value."""
        self.bars, self.unit = tuple(bars), unit
        known = [bar.spoken + (f" {unit}" if unit else "") for bar in self.bars if not bar.future]
        self.setAccessibleDescription("，".join(known))
        self.updateGeometry()
        self.update()

    @property
    def _most(self) -> float:
        return max((bar.value for bar in self.bars), default=0) or 1

    def bar_at(self, place: QPoint) -> int:
        """The number of the bar whose part of the chart is at ``place``, -1 for none."""
        for number in range(len(self.bars)):
            if self.area_of(number).contains(place):
                return number
        return -1

    def area_of(self, number: int) -> QRect:
        """The part of the chart that belongs to the bar ``number``, with its label."""
        raise KeyError(number)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self.bar_at(event.pos())
            bar = self.bars[number] if number >= 0 else None
            QToolTip.showText(event.globalPos(), (bar.tooltip or bar.spoken) if bar else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let a tooltip go when the mouse leaves its bar."""
        if self.bar_at(event.position().toPoint()) < 0:
            QToolTip.hideText()
        super().mouseMoveEvent(event)


class BarChart(_Chart):
    """Columns over a base line: values above them, labels below; labels that would touch are left out.

    ``steps`` is the number of grid lines above the base line; the highest bar reaches the top one. A ``goal`` is a
    dashed line across.
    """

    _SIDE, _TOP, _FOOT, _WIDEST = 6, 28, 26, 24

    def __init__(self, name: str, *, height: int = 136, steps: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._steps = steps
        self._goal = 0.0
        self.setMinimumHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_goal(self, goal: float) -> None:
        """Draw a dashed line at this value; 0 for none."""
        self._goal = goal
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(288, self.minimumHeight())

    @property
    def _pitch(self) -> float:
        return (self.width() - 2 * self._SIDE) / max(1, len(self.bars))

    @property
    def _base(self) -> int:
        return self.height() - self._FOOT

    def area_of(self, number: int) -> QRect:
        return QRectF(self._SIDE + number * self._pitch, 0, self._pitch, self.height()).toRect()

    def _height_of(self, value: float) -> float:
        return (self._base - self._TOP) * value / max(self._most, self._goal)

    def _body(self, number: int) -> QRectF:
        width = max(1.0, min(self._WIDEST, self._pitch * 0.64))
        middle = self._SIDE + (number + 0.5) * self._pitch
        height = 30 if self.bars[number].future else self._height_of(self.bars[number].value)
        return QRectF(middle - width / 2, self._base - height, width, height)

    def _every(self) -> int:
        """Each how manieth label has room."""
        metrics = QFontMetrics(theme.font(12))
        widest = max((metrics.horizontalAdvance(bar.label) for bar in self.bars), default=0)
        return max(1, ceil((widest + 4) / max(1.0, self._pitch)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for step in range(self._steps + 1):
            top = self._base - step * (self._base - self._TOP) / self._steps if self._steps else self._base
            painter.fillRect(QRectF(0, round(top), self.width(), 1), QColor(theme.GRID if step else theme.RULE))
        every = self._every()
        for number, bar in enumerate(self.bars):
            self._paint_bar(painter, bar, self._body(number))
            if (len(self.bars) - 1 - number) % every == 0 or bar.highlighted:
                self._paint_label(painter, bar, number, every)
        if self._goal:
            pen = QPen(QColor(theme.AMBER), 1)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            level = round(self._base - self._height_of(self._goal))
            painter.drawLine(0, level, self.width(), level)
        painter.end()

    def _paint_bar(self, painter: QPainter, bar: Bar, body: QRectF) -> None:
        if bar.future:
            paint_box(painter, body, fill="", border=theme.LINE2, radius=0, dashed=True)
        elif bar.value:
            painter.fillRect(body, QColor(bar.fill))
        if self._pitch < 16:
            return
        painter.setFont(theme.font(12, theme.BOLD if bar.highlighted else theme.REGULAR))
        painter.setPen(QColor(theme.INK))
        room = QRectF(body.center().x() - self._pitch, body.top() - 20, 2 * self._pitch, 18)
        painter.drawText(room, _CENTRE | Qt.AlignmentFlag.AlignBottom, bar.shown)

    def _paint_label(self, painter: QPainter, bar: Bar, number: int, every: int) -> None:
        made = theme.font(12, theme.BOLD if bar.highlighted else theme.REGULAR)
        painter.setFont(made)
        painter.setPen(QColor(theme.ACCENT if bar.highlighted else theme.INK2))
        area = self.area_of(number)
        room = QRectF(area.center().x() - every * self._pitch / 2, self._base + 4, every * self._pitch, 20)
        painter.drawText(room, _CENTRE | Qt.AlignmentFlag.AlignVCenter, elided(bar.label, made, int(room.width())))


class BarRows(_Chart):
    """A ranking: label at the left, bar, number at the right; rows that have no room are left out."""

    ROW, TEXT = 27, 22

    def __init__(self, name: str, *, label_width: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._least = label_width
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(288, self.ROW * len(self.bars))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least + 90, 0)

    @property
    def _label_width(self) -> int:
        """As wide as designed, or as the labels need; the bars keep a part of the room."""
        return min(max(self._least, widest((bar.label for bar in self.bars), 13)), round(self.width() * _MOST_LABEL))

    def area_of(self, number: int) -> QRect:
        return QRect(0, number * self.ROW, self.width(), self.ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics = QFontMetrics(theme.font(13))
        end = max((metrics.horizontalAdvance(bar.shown) for bar in self.bars), default=0)
        end, label_width = max(20, end + 2), self._label_width
        for number, bar in enumerate(self.bars):
            area = self.area_of(number)
            if area.top() + self.TEXT > self.height():
                break
            made = theme.font(13, theme.BOLD if bar.highlighted else theme.REGULAR)
            painter.setFont(made)
            painter.setPen(QColor(theme.INK))
            name = QRect(0, area.top(), label_width, self.ROW)
            painter.drawText(name, _LEFT, elided(bar.label, made, label_width))
            painter.drawText(area, _RIGHT, bar.shown)
            room = self.width() - label_width - end - 20
            body = QRectF(label_width + 10, area.top() + 8, room * bar.value / self._most, 10)
            painter.fillRect(body, QColor(bar.fill))
        painter.end()
