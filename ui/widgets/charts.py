"""What charts share: parts that mouse, keyboard and screen readers can all reach; and lines over weeks or months."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QCursor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme
from ui.widgets.paint import paint_focus

CENTRE: Final = Qt.AlignmentFlag.AlignCenter
LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_SMALL = (2, 4, 6, 8, 10, 12, 16)
_STEPS = (2, 3, 4, 5, 6, 8, 10)


def nice_top(value: float) -> int:
    """The even number at which an axis that must hold ``value`` ends, so that its middle is a whole number too."""
    for top in _SMALL:
        if top >= value:
            return top
    scale = 10
    while True:
        for step in _STEPS:
            if step * scale >= value:
                return step * scale
        scale *= 10


def write(painter: QPainter, area: QRectF, text: str, how: Qt.AlignmentFlag, *, colour: str, size: int = 12,
          weight: int = theme.REGULAR) -> None:  # fmt: skip
    """Put ``text`` into ``area``, past its edges if it must."""
    painter.setFont(theme.font(size, weight))
    painter.setPen(QColor(colour))
    painter.drawText(area, how | Qt.TextFlag.TextDontClip, text)


def text_width(text: str, size: int = 12, weight: int = theme.REGULAR) -> int:
    """How many px wide ``text`` is."""
    return QFontMetrics(theme.font(size, weight)).horizontalAdvance(text)


class Chart(QWidget):
    """A drawing of parts that can be pointed at, moved among with the arrow keys, and opened with Enter.

    ``picked(number)`` fires when a part is clicked or opened, ``copied`` for Ctrl+C. Subclasses give ``area_of`` and
    ``words_of`` for each of ``count`` parts and paint in ``paint``.
    """

    ROLE: ClassVar = QAccessible.Role.Chart
    picked = Signal(int)
    copied = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.current = 0
        self._keyed = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)

    @property
    def count(self) -> int:
        """How many parts there are."""
        return 0

    def area_of(self, number: int) -> QRectF:
        """Where the part ``number`` can be pointed at."""
        raise KeyError(number)

    def words_of(self, number: int) -> str:
        """What the part ``number`` says, for its tooltip and for assistive technology."""
        raise KeyError(number)

    def paint(self, painter: QPainter) -> None:
        """Draw everything but the focus ring."""

    def renew(self) -> None:
        """Take note that there are other parts now."""
        self.current = max(0, min(self.current, self.count - 1))
        self.setAccessibleDescription("；".join(map(self.words_of, range(self.count))))
        self.updateGeometry()
        self.update()

    def part_at(self, place: QPoint) -> int:
        """The number of the part at ``place``, -1 for none."""
        return next((number for number in range(self.count) if self.area_of(number).contains(QPointF(place))), -1)

    def move_to(self, number: int) -> None:
        """Go to another part with the keyboard, and say what it is."""
        if not self.count:
            return
        self.current = max(0, min(self.count - 1, number))
        self._keyed = True
        self.setAccessibleName(f"{self.name}，{self.words_of(self.current)}")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        middle = self.area_of(self.current).center().toPoint()
        QToolTip.showText(self.mapToGlobal(middle + QPoint(8, 8)), self.words_of(self.current), self)
        self.update()

    def next_part(self, key: int) -> int | None:
        """Where an arrow key leads from the present part; None for a key that leads nowhere."""
        steps: dict[int, Callable[[], int]] = {
            Qt.Key.Key_Left: lambda: self.current - 1,
            Qt.Key.Key_Up: lambda: self.current - 1,
            Qt.Key.Key_Right: lambda: self.current + 1,
            Qt.Key.Key_Down: lambda: self.current + 1,
            Qt.Key.Key_Home: lambda: 0,
            Qt.Key.Key_End: lambda: self.count - 1,
        }
        return steps[key]() if key in steps else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = self.next_part(event.key())
        if number is not None and self.count:
            self.move_to(number)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.count:
            self.picked.emit(self.current)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.part_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and number >= 0:
            self.current = number
            self.picked.emit(number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.part_at(event.position().toPoint()) >= 0
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor))
        if not over:
            QToolTip.hideText()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._keyed = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self.part_at(event.pos())
            QToolTip.showText(event.globalPos(), self.words_of(number) if number >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        if self.hasFocus() and self._keyed and self.count:
            paint_focus(painter, self.area_of(self.current).toAlignedRect(), radius=3)
        painter.end()


@dataclass(frozen=True)
class Point:
    """One place on the horizontal axis: a value for each line; ``tooltip`` in words; ``shaded`` if it is inside."""

    label: str
    values: tuple[int, ...]
    tooltip: str
    shaded: bool = False


@dataclass(frozen=True)
class Line:
    """How one line looks: solid with dots, or dashed with squares; ``end`` is what its last value is written into."""

    end: str
    colour: str
    dashed: bool = False


class LineChart(Chart):
    """Lines over points in time, each named with its last value at its end; the shaded points have a band behind."""

    _LEFT, _TOP, _FOOT, _PAD = 26.0, 14.5, 29.5, 14.0

    def __init__(self, name: str, lines: Sequence[Line]) -> None:
        super().__init__(name)
        self.lines = tuple(lines)
        self.points: tuple[Point, ...] = ()
        self.band = ""
        self.setMinimumHeight(150)

    def set_points(self, points: Sequence[Point], *, band: str = "") -> None:
        """Show these; ``band`` is what is written into the shaded part."""
        self.points, self.band = tuple(points), band
        self.renew()

    @property
    def count(self) -> int:
        return len(self.points)

    def words_of(self, number: int) -> str:
        return self.points[number].tooltip

    def sizeHint(self) -> QSize:
        return QSize(560, 186)

    @property
    def _right(self) -> float:
        ends = [text_width(self._end_words(number), 13, theme.BOLD) for number in range(len(self.lines))]
        return self.width() - max(ends, default=0) - 12

    @property
    def _base(self) -> float:
        return self.height() - self._FOOT

    @property
    def _axis(self) -> int:
        return nice_top(max((value for point in self.points for value in point.values), default=0))

    def _x(self, number: int) -> float:
        room = self._right - self._LEFT - 2 * self._PAD
        return self._LEFT + self._PAD + room * number / max(1, self.count - 1)

    def _y(self, value: float) -> float:
        return self._base - (self._base - self._TOP) * value / self._axis

    def area_of(self, number: int) -> QRectF:
        half = (self._right - self._LEFT - 2 * self._PAD) / max(1, self.count - 1) / 2
        return QRectF(self._x(number) - half, 6, 2 * half, self.height() - 8)

    def _end_words(self, line: int) -> str:
        return self.lines[line].end.format(self.points[-1].values[line]) if self.points else ""

    def paint(self, painter: QPainter) -> None:
        self._paint_band(painter)
        paint_axis(painter, self._axis, self._y, left=self._LEFT, right=self._right)
        self._paint_labels(painter)
        for number in reversed(range(len(self.lines))):
            self._paint_line(painter, number)
        self._paint_ends(painter)

    def _paint_band(self, painter: QPainter) -> None:
        shaded = [number for number, point in enumerate(self.points) if point.shaded]
        if not shaded or len(shaded) == self.count:
            return
        left = self.area_of(shaded[0]).left() if shaded[0] else self._LEFT
        right = self.area_of(shaded[-1]).right() if shaded[-1] < self.count - 1 else self._right
        band = QRectF(left, 6, right - left, self._base - 6)
        painter.fillRect(band, QColor(theme.PAPER))
        write(painter, QRectF(left + 6, self._base - 18, 80, 16), self.band, LEFT, colour=theme.INK3)

    def _paint_labels(self, painter: QPainter) -> None:
        widest = max((text_width(point.label) for point in self.points), default=0)
        every = max(1, -(-(widest + 6) * max(1, self.count - 1) // max(1, int(self._right - self._LEFT - 28))))
        for number, point in enumerate(self.points):
            last = number == self.count - 1
            if (self.count - 1 - number) % every:
                continue
            area = QRectF(self._x(number) - 30, self._base + 6, 60, 20)
            write(painter, area, point.label, CENTRE, colour=theme.ACCENT if last else theme.INK2,
                  weight=theme.BOLD if last else theme.REGULAR)  # fmt: skip

    def _paint_line(self, painter: QPainter, number: int) -> None:
        line = self.lines[number]
        places = [QPointF(self._x(at), self._y(point.values[number])) for at, point in enumerate(self.points)]
        pen = QPen(QColor(line.colour), 1.8 if line.dashed else 2)
        if line.dashed:
            pen.setDashPattern([5 / 1.8, 3 / 1.8])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        for place in places:
            if line.dashed:
                painter.setPen(QPen(QColor(line.colour), 1.6))
                painter.setBrush(QColor(theme.PANEL))
                painter.drawRect(QRectF(place.x() - 3.5, place.y() - 3.5, 7, 7))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(line.colour))
                painter.drawEllipse(place, 3.5, 3.5)

    def _paint_ends(self, painter: QPainter) -> None:
        if not self.points:
            return
        wanted = sorted(range(len(self.lines)), key=lambda line: -self.points[-1].values[line])
        lowest = self._base - 9
        tops: list[float] = []
        for line in wanted:
            level = self._y(self.points[-1].values[line])
            tops.append(max(level, tops[-1] + 20) if tops else level)
        slide = max(0.0, tops[-1] - lowest) if tops else 0.0
        for line, level in zip(wanted, tops, strict=True):
            area = QRectF(self._right + 6, level - slide - 10, 80, 20)
            write(painter, area, self._end_words(line), LEFT, colour=self.lines[line].colour, size=13,
                  weight=theme.BOLD)  # fmt: skip


def paint_axis(painter: QPainter, top: int, level: Callable[[float], float], *, left: float, right: float) -> None:
    """The base line and two lines above it, with their numbers at the left."""
    for value in (0, top // 2, top):
        place = round(level(value))
        painter.fillRect(QRectF(left, place, right - left, 1), QColor(theme.GRID if value else theme.RULE))
        write(painter, QRectF(0, place - 10, left - 6, 20), f"{value:,}", RIGHT, colour=theme.INK3)
