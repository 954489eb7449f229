"""Rows of exclusive choices: segments and tabs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.icons import paint_icon
from ui.widgets.paint import (
    FOREGROUND,
    Badge,
    Look,
    Tone,
    paint_badge,
    paint_box,
    paint_double_rule,
    paint_focus,
)


@dataclass(frozen=True)
class Option:
    """One choice of a segment or of tabs."""

    key: str
    text: str
    count: int | None = None
    shape: str = ""
    tone: Tone = Tone.NEUTRAL
    alarm: bool = False


class Strip(QWidget):
    """A row of exclusive choices in one widget; arrow keys move."""

    changed = Signal(str)

    def __init__(self, options: Sequence[Option], *, name: str) -> None:
        super().__init__()
        self.options: tuple[Option, ...] = tuple(options)
        self._key = self.options[0].key if self.options else ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAccessibleName(name)

    @property
    def key(self) -> str:
        """The key of the present choice."""
        return self._key

    def set_options(self, options: Sequence[Option]) -> None:
        """Show other choices, or the same with other counts."""
        self.options = tuple(options)
        if self.options and self._key not in {option.key for option in self.options}:
            self._key = self.options[0].key
        self.updateGeometry()
        self.update()

    def select(self, key: str) -> None:
        """Choose ``key``; says so through ``changed`` if it is another one."""
        if key != self._key and key in {option.key for option in self.options}:
            self._key = key
            self.update()
            self.changed.emit(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for option, area in zip(self.options, self.areas(), strict=True):
            if area.contains(event.position().toPoint()):
                self.select(option.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self.options:
            super().keyPressEvent(event)
            return
        here = [option.key for option in self.options].index(self._key)
        self.select(self.options[max(0, min(len(self.options) - 1, here + step))].key)

    @abstractmethod
    def areas(self) -> list[QRect]:
        """Where each choice is drawn."""


class Segment(Strip):
    """Two to five views of one thing: ``全部 12 | 走访 6 | 诉求 4``."""

    def __init__(self, options: Sequence[Option], *, name: str, small: bool = False) -> None:
        super().__init__(options, name=name)
        self._small = small
        self.setFont(theme.font(12 if small else 14))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _text(self, option: Option) -> str:
        return option.text if option.count is None else f"{option.text} {option.count}"

    def areas(self) -> list[QRect]:
        metrics = QFontMetrics(theme.font(12 if self._small else 14, theme.MEDIUM))
        areas, left = [], 0
        for option in self.options:
            width = metrics.horizontalAdvance(self._text(option)) + (18 if self._small else 28) + 1
            areas.append(QRect(left, 0, width, self.height()))
            left += width
        return areas

    def sizeHint(self) -> QSize:
        return QSize(sum(area.width() for area in self.areas()) + 1, 26 if self._small else 32)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=theme.LINE2)
        areas = self.areas()
        for area in areas[1:]:
            painter.fillRect(area.left(), 1, 1, self.height() - 2, QColor(theme.LINE2))
        for option, area in zip(self.options, areas, strict=True):
            on = option.key == self._key
            if on:
                painter.fillRect(area.adjusted(1, 1, 0, -1), QColor(theme.ACCENT))
            painter.setFont(theme.font(self.font().pixelSize(), theme.MEDIUM if on else theme.REGULAR))
            painter.setPen(QColor(theme.WHITE if on else theme.INK))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text(option))
        paint_box(painter, QRectF(self.rect()), fill="", border=theme.LINE2)
        if self.hasFocus():
            paint_focus(painter, self.rect())
        painter.end()


class Tabs(Strip):
    """The bar of states above a list, closed by the double rule; an ``alarm`` option stands apart in red."""

    def __init__(self, options: Sequence[Option], *, name: str) -> None:
        super().__init__(options, name=name)
        self.setFixedHeight(44)

    def _width(self, option: Option) -> int:
        weight = theme.BOLD if option.key == self._key else theme.MEDIUM if option.alarm else theme.REGULAR
        width = 22 + QFontMetrics(theme.font(14, weight)).horizontalAdvance(option.text)
        width += 17 if option.shape else 0
        if option.count is not None:
            width += 5 + (18 if option.alarm else QFontMetrics(theme.font(13)).horizontalAdvance(str(option.count)))
        return width

    def areas(self) -> list[QRect]:
        areas, left = [], 10
        for option in self.options:
            left += 15 if option.alarm else 0
            width = self._width(option)
            areas.append(QRect(left, 0, width, 41))
            left += width + 2
        return areas

    def sizeHint(self) -> QSize:
        areas = self.areas()
        return QSize((areas[-1].right() if areas else 0) + 10, 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PANEL))
        paint_double_rule(painter, left=0, right=self.width(), bottom=self.height())
        for option, area in zip(self.options, self.areas(), strict=True):
            if option.alarm:
                painter.fillRect(area.left() - 9, 12, 1, 17, QColor(theme.LINE2))
            self._paint_tab(painter, option, area)
        painter.end()

    def _paint_tab(self, painter: QPainter, option: Option, area: QRect) -> None:
        on = option.key == self._key
        ink = theme.RED if option.alarm else theme.ACCENT if on else theme.INK2
        weight = theme.BOLD if on else theme.MEDIUM if option.alarm else theme.REGULAR
        left = area.left() + 11
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if option.shape:
            colour = theme.RED if option.alarm else FOREGROUND[option.tone]
            paint_icon(painter, f"state-{option.shape}", QRectF(left, 14.5, 12, 12), colour)
            left += 17
        painter.setFont(theme.font(14, weight))
        painter.setPen(QColor(ink))
        painter.drawText(QRect(left, 0, area.width(), area.height()), middle, option.text)
        left += QFontMetrics(theme.font(14, weight)).horizontalAdvance(option.text) + 5
        if option.count is not None and option.alarm:
            paint_badge(painter, Badge(str(option.count), Tone.BAD, "", Look.COUNT), left=left, middle=20.5)
        elif option.count is not None:
            painter.setFont(theme.font(13, theme.MEDIUM if on else theme.REGULAR))
            painter.setPen(QColor(theme.ACCENT if on else theme.INK3))
            painter.drawText(QRect(left, 0, 60, area.height()), middle, str(option.count))
        if on:
            painter.fillRect(area.left() + 8, 38, area.width() - 16, 3, QColor(ink))
        if on and self.hasFocus():
            paint_focus(painter, area.adjusted(1, 4, -1, -5))
