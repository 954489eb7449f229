"""Draws the lines of 今日: heads and tasks; says where in a row its button is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from minqing.work.tasks import Task
from ui import theme
from ui.icons import paint_icon
from ui.pages.today_words import VERBS, Head, label_badge, status_badge, verb
from ui.widgets.paint import FOREGROUND, badge_width, elided, paint_badge, paint_box, paint_focus, widest
from ui.widgets.table_model import RECORD_ROLE

HEAD_HEIGHT, ROW_HEIGHT = 28, 34
_EDGE, _DOOR, _NAME, _STATUS = 14, 112, 60, 84
_BUTTON, _BUTTON_PADDING, _BUTTON_HEIGHT = 61, 9, 26
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter


def button_area(area: QRect) -> QRect:
    """Where the button of a task's row is."""
    top = area.top() + (area.height() - 1 - _BUTTON_HEIGHT) // 2
    width = max(_BUTTON, widest(VERBS, 13, theme.MEDIUM) + 2 * _BUTTON_PADDING)
    return QRect(area.right() + 1 - _EDGE - width, top, width, _BUTTON_HEIGHT)


def _say(painter: QPainter, room: QRect, text: str, *, size: int, weight: int = theme.REGULAR, colour: str) -> int:
    """Write a text, shortened to its room; gives where it ends."""
    made = theme.font(size, weight)
    shown = elided(text, made, room.width())
    painter.setFont(made)
    painter.setPen(QColor(colour))
    painter.drawText(room, _LEFT, shown)
    return room.left() + QFontMetrics(made).horizontalAdvance(shown)


class TaskDelegate(QStyledItemDelegate):
    """Draws a head of 28 px or a task of 34 px; ``on`` is the day, ``hovered`` the row under the mouse."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.on = date.today()
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        head = isinstance(index.data(RECORD_ROLE), Head)
        return QSize(200, HEAD_HEIGHT if head else ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(RECORD_ROLE)
        area: QRect = option.rect
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(area)
        if isinstance(entry, Head):
            self._paint_head(painter, area, entry)
        elif isinstance(entry, Task):
            hovered = index.row() == self.hovered
            fill = theme.ACCENTT if current else theme.PAPER2 if hovered else theme.PANEL
            painter.fillRect(area, QColor(fill))
            self._paint_task(painter, area, entry, current=current)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
        if current and self._view.hasFocus():
            paint_focus(painter, area.adjusted(1, 0, -1, 0), radius=2)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, head: Head) -> None:
        painter.fillRect(area, QColor(theme.PAPER2))
        left, right = area.left() + _EDGE, area.right() + 1 - _EDGE
        if head.shape:
            top = area.top() + (area.height() - 13) / 2
            paint_icon(painter, f"state-{head.shape}", QRectF(left, top, 12, 12), FOREGROUND[head.tone])
            left += 20
        room = QRect(left, area.top(), right - left, area.height() - 1)
        if head.more:
            width = QFontMetrics(theme.font(12)).horizontalAdvance(head.more) + 16
            more = QRect(right - width, room.top(), width, room.height())
            end = _say(painter, more, head.more, size=12, colour=theme.ACCENT)
            chevron = "chev" if head.folded else "chevu"
            paint_icon(painter, chevron, QRectF(end + 2, room.center().y() - 7, 14, 14), theme.ACCENT)
            room.setRight(right - width - 8)
        room.setLeft(8 + _say(painter, room, head.title, size=13, weight=theme.BOLD, colour=theme.INK))
        room.setLeft(8 + _say(painter, room, f"{head.count:,}", size=13, colour=theme.INK2))
        _say(painter, room, head.note, size=12, colour=theme.INK3)

    def _paint_task(self, painter: QPainter, area: QRect, task: Task, *, current: bool) -> None:
        room = QRect(area.left() + _EDGE, area.top(), _DOOR - 6, area.height() - 1)
        _say(painter, room, task.door or "—", size=14, colour=theme.INK)
        room = QRect(area.left() + _EDGE + _DOOR, room.top(), _NAME - 4, room.height())
        _say(painter, room, task.name, size=14, weight=theme.MEDIUM, colour=theme.INK)
        button = button_area(area)
        self._paint_button(painter, button, verb(task), current=current)
        middle = area.top() + (area.height() - 1) / 2
        status = status_badge(task, self.on)
        left = button.left() - 12 - max(_STATUS, badge_width(status))
        paint_badge(painter, status, left=left, middle=middle)
        label = label_badge(task)
        if label is not None:
            left -= 12 + badge_width(label)
            paint_badge(painter, label, left=left, middle=middle)
        start = room.left() + _NAME
        room = QRect(start, room.top(), left - 12 - start, room.height())
        _say(painter, room, task.text, size=14, colour=theme.INK2)

    def _paint_button(self, painter: QPainter, area: QRect, text: str, *, current: bool) -> None:
        fill, border = (theme.ACCENT, theme.ACCENT) if current else (theme.PANEL, theme.ACCENTL)
        paint_box(painter, QRectF(area), fill=fill, border=border)
        painter.setFont(theme.font(13, theme.MEDIUM if current else theme.REGULAR))
        painter.setPen(QColor(theme.WHITE if current else theme.ACCENT))
        painter.drawText(area, _CENTRE, text)
