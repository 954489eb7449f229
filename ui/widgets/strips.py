"""Rows of exclusive choices: segments and tabs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QCursor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

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

    ROLE: ClassVar = QAccessible.Role.PageTabList
    changed = Signal(str)

    def __init__(self, options: Sequence[Option], *, name: str) -> None:
        super().__init__()
        self.name = name
        self.options: tuple[Option, ...] = tuple(options)
        self._key = self.options[0].key if self.options else ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self._tell()

    def _tell(self) -> None:
        """Say what is chosen to assistive technology, and what else there is."""
        said = {one.key: one.text if one.count is None else f"{one.text} {one.count}" for one in self.options}
        self.setAccessibleName(f"{self.name}：{said[self._key]}" if self._key in said else self.name)
        self.setAccessibleDescription("，".join(said.values()))

    @property
    def key(self) -> str:
        """The key of the present choice."""
        return self._key

    def set_options(self, options: Sequence[Option]) -> None:
        """Show other choices, or the same with other counts."""
        self.options = tuple(options)
        if self.options and self._key not in {option.key for option in self.options}:
            self._key = self.options[0].key
        self._tell()
        self.updateGeometry()
        self.update()

    def select(self, key: str) -> None:
        """Choose ``key``; says so through ``changed`` if it is another one."""
        if key != self._key and key in {option.key for option in self.options}:
            self._key = key
            self._tell()
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

    def _widths(self) -> list[int]:
        metrics = QFontMetrics(theme.font(12 if self._small else 14, theme.MEDIUM))
        beside = (18 if self._small else 28) + 1
        return [metrics.horizontalAdvance(self._text(option)) + beside for option in self.options]

    def areas(self) -> list[QRect]:
        widths = self._widths()
        over = max(0, sum(widths) + 1 - self.width())
        areas, left = [], 0
        for number, width in enumerate(widths):
            # Where room is scarce the words stand closer together before any of them is cut.
            taken = over * (number + 1) // len(widths) - over * number // len(widths)
            areas.append(QRect(left, 0, width - taken, self.height()))
            left += width - taken
        return areas

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 1, 26 if self._small else 32)

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
    """The bar of states above a list, closed by the double rule; an ``alarm`` option stands apart in red.

    Where room is scarce the tabs stand closer together; where that is not enough, tabs with a shape show it and their
    number only, but for the chosen one, and tell their word in a tooltip.
    """

    _PADDINGS = (11, 6, 6)

    def __init__(self, options: Sequence[Option], *, name: str) -> None:
        super().__init__(options, name=name)
        self.setFixedHeight(44)

    def _says(self, option: Option, step: int) -> bool:
        """Whether the word of an option is written; ``step`` 0 has all room, 2 the least."""
        return step < 2 or not option.shape or option.key == self._key

    def _width(self, option: Option, step: int) -> int:
        weight = theme.BOLD if option.key == self._key else theme.MEDIUM if option.alarm else theme.REGULAR
        width = 2 * self._PADDINGS[step]
        if self._says(option, step):
            width += QFontMetrics(theme.font(14, weight)).horizontalAdvance(option.text)
        width += 17 if option.shape else 0
        if option.count is not None:
            width += 5 + (18 if option.alarm else QFontMetrics(theme.font(13)).horizontalAdvance(str(option.count)))
        return width

    def _areas(self, step: int) -> list[QRect]:
        areas, left = [], 10 if step < 2 else 4
        for option in self.options:
            left += (15 if step < 2 else 9) if option.alarm else 0
            width = self._width(option, step)
            areas.append(QRect(left, 0, width, 41))
            left += width + 2
        return areas

    @property
    def _step(self) -> int:
        return next((step for step in (0, 1) if self._end(step) <= self.width()), 2)

    def _end(self, step: int) -> int:
        areas = self._areas(step)
        return areas[-1].right() + 1 if areas else 0

    def areas(self) -> list[QRect]:
        return self._areas(self._step)

    def sizeHint(self) -> QSize:
        return QSize(self._end(0) + 9, 44)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 44)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            step = self._step
            places = zip(self.options, self._areas(step), strict=True)
            option = next((one for one, area in places if area.contains(event.pos())), None)
            silent = option is not None and not self._says(option, step)
            QToolTip.showText(event.globalPos(), option.text if option is not None and silent else self.toolTip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PANEL))
        paint_double_rule(painter, left=0, right=self.width(), bottom=self.height())
        step = self._step
        for option, area in zip(self.options, self._areas(step), strict=True):
            if option.alarm:
                painter.fillRect(area.left() - (9 if step < 2 else 5), 12, 1, 17, QColor(theme.LINE2))
            self._paint_tab(painter, option, area, step)
        painter.end()

    def _paint_tab(self, painter: QPainter, option: Option, area: QRect, step: int) -> None:
        on = option.key == self._key
        ink = theme.RED if option.alarm else theme.ACCENT if on else theme.INK2
        weight = theme.BOLD if on else theme.MEDIUM if option.alarm else theme.REGULAR
        left = area.left() + self._PADDINGS[step]
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if option.shape:
            colour = theme.RED if option.alarm else FOREGROUND[option.tone]
            paint_icon(painter, f"state-{option.shape}", QRectF(left, 14.5, 12, 12), colour)
            left += 17
        if self._says(option, step):
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
            edge = self._PADDINGS[step] - 3
            painter.fillRect(area.left() + edge, 38, area.width() - 2 * edge, 3, QColor(ink))
        if on and self.hasFocus():
            paint_focus(painter, area.adjusted(1, 4, -1, -5))
