"""Photos and papers as small pictures with their names, in rows; Enter opens, Delete takes away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from minqing.ledger.attachments import Attachment, suffix_of
from ui import theme
from ui.translation import shown
from ui.widgets.paint import elided, paint_focus
from ui.widgets.scroll import OverlayBar
from ui.widgets.table_model import RECORD_ROLE

Index = QModelIndex | QPersistentModelIndex
CELL = QSize(97, 92)
PICTURE = QSize(84, 60)
_CENTRED = Qt.AlignmentFlag.AlignCenter


def size_words(size: int) -> str:
    """``1.2 MB``, ``84 KB``."""
    return f"{size / (1 << 20):.1f} MB" if size >= 1 << 20 else f"{max(1, round(size / 1024))} KB"


class ThumbnailModel(QAbstractListModel):
    """Attachments in the order in which they came."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.attachments: tuple[Attachment, ...] = ()
        self._pictures: dict[int, QPixmap] = {}

    def set_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Show these."""
        self.beginResetModel()
        self.attachments = tuple(attachments)
        self._pictures = {}
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.attachments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The attachment, its name, or what is said of it."""
        if not index.isValid() or index.row() >= len(self.attachments):
            return None
        one = self.attachments[index.row()]
        if role == RECORD_ROLE:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            said = f"{one.name}，{size_words(one.size)}，{one.at.year}年{one.at.month}月{one.at.day}日 {one.who} 添加"
            return shown(said)
        return None

    def picture(self, row: int) -> QPixmap:
        """The small picture of a row; null for papers."""
        one = self.attachments[row]
        if one.id not in self._pictures:
            made = QPixmap()
            if one.thumbnail:
                made.loadFromData(one.thumbnail)
            self._pictures[one.id] = made
        return self._pictures[one.id]


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: QListView, model: ThumbnailModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Attachment = index.data(RECORD_ROLE)
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.ACCENTT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.PAPER2))
        frame = QRect(area.left() + (area.width() - PICTURE.width()) // 2, area.top() + 6, *PICTURE.toTuple())
        self._paint_picture(painter, frame, one, index.row())
        painter.setFont(theme.font(12))
        painter.setPen(QColor(theme.INK2))
        line = QRect(area.left() + 4, frame.bottom() + 4, area.width() - 8, 18)
        painter.drawText(line, _CENTRED, elided(one.name, theme.font(12), line.width()))
        if option.state & QStyle.StateFlag.State_Selected and self._view.hasFocus():
            paint_focus(painter, area, radius=3)
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, one: Attachment, row: int) -> None:
        picture = self._model.picture(row)
        painter.fillRect(frame, QColor(theme.PAPER3))
        if picture.isNull():
            painter.setFont(theme.font(15, theme.BOLD))
            painter.setPen(QColor(theme.INK2))
            painter.drawText(frame, _CENTRED, suffix_of(one.name).removeprefix(".").upper())
        else:
            painter.drawPixmap(frame, picture)
        painter.setPen(QColor(theme.LINE2))
        painter.drawRect(frame.adjusted(0, 0, -1, -1))


class Thumbnails(QListView):
    """``opened(attachment)`` on Enter or double click, ``removed(attachment)`` on Delete."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.thumbnails = ThumbnailModel(self)
        self.setModel(self.thumbnails)
        self.setItemDelegate(_Delegate(self, self.thumbnails))
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._open)
        self._bar = OverlayBar(self)

    @property
    def current(self) -> Attachment | None:
        """The one that the keyboard is on."""
        index = self.currentIndex()
        return self.thumbnails.attachments[index.row()] if index.isValid() else None

    def set_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Show these; the keyboard stays at its place."""
        place = max(0, self.currentIndex().row())
        self.thumbnails.set_attachments(attachments)
        if attachments:
            self.setCurrentIndex(self.thumbnails.index(min(place, len(attachments) - 1), 0))

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RECORD_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens and Delete takes away, on every system."""
        current = self.current
        if current is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit(current)
        elif current is not None and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(current)
        else:
            super().keyPressEvent(event)
