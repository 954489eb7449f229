"""The steps of a matter one below the other: a tick for what is done, a ring for what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.icons import paint_icon
from ui.widgets.paint import widest

_RAIL = 9
_TITLE_LEFT = 28
_TEXT_LEFT = 82
_GAP = 12
_ROW = 32
_LINE = 19
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class StepMark:
    """One step: its word, what was done by whom, and when."""

    title: str
    text: str = ""
    when: str = ""
    done: bool = True


class StepList(QWidget):
    """Paints steps along a rail; as high as they need at the present width."""

    ROLE: ClassVar = QAccessible.Role.List

    def __init__(self, steps: Sequence[StepMark]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("；".join(f"{one.title} {one.text} {one.when}".strip() for one in self._steps))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._height(step, width) for step in self._steps)

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(self.width() or 300))

    @property
    def _text_left(self) -> int:
        return max(_TEXT_LEFT, _TITLE_LEFT + widest(step.title for step in self._steps) + _GAP)

    def _text_room(self, step: StepMark, width: int) -> int:
        metrics = QFontMetrics(theme.font(12))
        return width - self._text_left - (metrics.horizontalAdvance(step.when) + 10 if step.when else 0)

    def _height(self, step: StepMark, width: int) -> int:
        if not step.text:
            return _ROW
        room = QRect(0, 0, max(60, self._text_room(step, width)), 1000)
        needed = QFontMetrics(theme.font(13)).boundingRect(room, int(_WRAP), step.text).height()
        return max(_ROW, needed + _ROW - _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for number, step in enumerate(self._steps):
            height = self._height(step, self.width())
            last = number == len(self._steps) - 1
            self._paint_step(painter, step, top, height, last=last)
            top += height
        painter.end()

    def _paint_step(self, painter: QPainter, step: StepMark, top: int, height: int, *, last: bool) -> None:
        ink = theme.ACCENT if step.done else theme.RULE
        middle = QPointF(_RAIL, top + 11)
        if not last:
            painter.setPen(QPen(QColor(ink), 2 if step.done else 1))
            painter.drawLine(QPointF(_RAIL, top + 21), QPointF(_RAIL, top + height + 1))
        painter.setPen(QPen(QColor(ink), 1.5))
        painter.setBrush(QColor(theme.ACCENT if step.done else theme.PANEL))
        painter.drawEllipse(middle, 7, 7) if step.done else painter.drawEllipse(middle, 5, 5)
        if step.done:
            paint_icon(painter, "check", QRectF(middle.x() - 5, middle.y() - 5, 10, 10), theme.WHITE)
        painter.setFont(theme.font(14))
        painter.setPen(QColor(theme.INK if step.done else theme.INK2))
        left = self._text_left
        painter.drawText(QRect(_TITLE_LEFT, top, left - _TITLE_LEFT, 22), Qt.AlignmentFlag.AlignVCenter, step.title)
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.INK2))
        room = QRect(left, top + 2, self._text_room(step, self.width()), height)
        painter.drawText(room, int(_WRAP), step.text)
        painter.setFont(theme.font(12))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, top, self.width(), 22), right, step.when)
