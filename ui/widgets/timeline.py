"""What has passed between us and a household, newest first, along a rail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.icons import paint_icon
from ui.translation import shown
from ui.widgets.paint import FOREGROUND, Badge, Tone, badge_width, elided, paint_badge, paint_focus, spoken
from ui.widgets.scroll import OverlayBar
from ui.widgets.table_model import RECORD_ROLE

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_GROUP_HEIGHT = 26
_EDGE = 14


@dataclass(frozen=True)
class TimelineItem:
    """One thing that happened. ``group`` is the header it stands under (2026 年); ``payload`` comes back on Enter."""

    when: str
    title: str
    text: str = ""
    shape: str = "dot"
    tone: Tone = Tone.NEUTRAL
    chips: tuple[Badge, ...] = ()
    who: str = ""
    group: str = ""
    payload: object = None


class _Model(QAbstractListModel):
    """Items and, as plain strings, the headers between them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[TimelineItem | str] = []

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these items under their headers."""
        self.beginResetModel()
        self.entries = []
        group = ""
        for item in items:
            if item.group and item.group != group:
                self.entries.append(item.group)
            group = item.group
            self.entries.append(item)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.entries[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == RECORD_ROLE:
            return entry
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(entry, str):
                return shown(entry)
            parts = (entry.when, entry.title, spoken(list(entry.chips)), entry.text, entry.who)
            return "，".join(shown(part) for part in parts if part)
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView, date_width: int) -> None:
        super().__init__(view)
        self._view = view
        self._dates = date_width

    def _text_left(self) -> int:
        return _EDGE + self._dates + 18 + 6

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(RECORD_ROLE)
        width = self._view.viewport().width()
        if isinstance(entry, str):
            return QSize(width, _GROUP_HEIGHT)
        height = 5 + 20 + 4 + 1
        if entry.text:
            height += 1 + self._wrapped(entry.text, width).height()
        return QSize(width, height)

    def _wrapped(self, text: str, width: int) -> QRect:
        room = QRect(0, 0, max(40, width - self._text_left() - _EDGE), 2000)
        return QFontMetrics(theme.font(13)).boundingRect(room, Qt.TextFlag.TextWordWrap, text)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(RECORD_ROLE)
        area: QRect = option.rect
        painter.save()
        if isinstance(entry, str):
            self._paint_group(painter, area, entry, first=index.row() == 0)
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            fill = theme.ACCENTT if chosen else theme.PAPER2 if hovered else theme.PANEL
            painter.fillRect(area, QColor(fill))
            self._paint_rail(painter, area, entry, fill)
            self._paint_head(painter, area, entry)
            self._paint_text(painter, area, entry)
            entries = cast("_Model", index.model()).entries
            last = index.row() == len(entries) - 1 or isinstance(entries[index.row() + 1], str)
            if not last:
                left = self._text_left() - 6
                painter.fillRect(left, area.bottom(), area.right() + 1 - left - _EDGE, 1, QColor(theme.LINE))
            if chosen:
                paint_focus(painter, area, radius=1)
        painter.restore()

    def _paint_group(self, painter: QPainter, area: QRect, text: str, *, first: bool) -> None:
        painter.fillRect(area, QColor(theme.PAPER2))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(theme.LINE))
        if not first:
            painter.fillRect(area.left(), area.top(), area.width(), 1, QColor(theme.LINE))
        painter.setFont(theme.font(12, theme.BOLD))
        painter.setPen(QColor(theme.INK2))
        painter.drawText(area.adjusted(_EDGE, 0, -_EDGE, -1), _LEFT, text)

    def _paint_rail(self, painter: QPainter, area: QRect, item: TimelineItem, fill: str) -> None:
        left = _EDGE + self._dates
        painter.fillRect(left + 7, area.top(), 1, area.height(), QColor(theme.LINE2))
        painter.fillRect(left, area.top() + 7, 16, 16, QColor(fill))
        shape = QRectF(left + 2, area.top() + 9, 12, 12)
        paint_icon(painter, f"state-{item.shape}", shape, FOREGROUND[item.tone])
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.INK2))
        painter.drawText(QRect(_EDGE, area.top() + 5, self._dates, 20), _LEFT, item.when)

    def _paint_head(self, painter: QPainter, area: QRect, item: TimelineItem) -> None:
        left, right = self._text_left(), area.right() + 1 - _EDGE
        top = area.top() + 5
        font = theme.font(14, theme.MEDIUM)
        chips = sum(badge_width(badge) + 7 for badge in item.chips)
        title = elided(item.title, font, right - left - chips)
        painter.setFont(font)
        painter.setPen(QColor(theme.INK))
        painter.drawText(QRect(left, top, right - left, 20), _LEFT, title)
        left += QFontMetrics(font).horizontalAdvance(title) + 7
        for badge in item.chips:
            left += paint_badge(painter, badge, left=left, middle=top + 10) + 7
        painter.setFont(theme.font(12))
        painter.setPen(QColor(theme.INK3))
        who = elided(item.who, theme.font(12), right - left)
        painter.drawText(QRect(left, top, right - left, 20), _RIGHT, who)

    def _paint_text(self, painter: QPainter, area: QRect, item: TimelineItem) -> None:
        if item.text:
            painter.setFont(theme.font(13))
            painter.setPen(QColor(theme.INK2))
            left = self._text_left()
            room = QRect(left, area.top() + 26, area.right() + 1 - _EDGE - left, area.height() - 26)
            painter.drawText(room, Qt.TextFlag.TextWordWrap, item.text)


class Timeline(QListView):
    """Shows items along the rail; Enter or a double click gives ``activated_item(payload)``."""

    activated_item = Signal(object)

    def __init__(self, *, name: str, date_width: int = 62) -> None:
        super().__init__()
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self, date_width))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.activated.connect(self._tell)
        self._bar = OverlayBar(self)

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these items; a header stands wherever the group changes."""
        self._model.set_items(items)

    @property
    def items(self) -> tuple[TimelineItem, ...]:
        """What is shown."""
        return tuple(entry for entry in self._model.entries if isinstance(entry, TimelineItem))

    def _tell(self, index: QModelIndex) -> None:
        entry = index.data(RECORD_ROLE)
        if isinstance(entry, TimelineItem):
            self.activated_item.emit(entry.payload)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
