"""A layout that sets widgets side by side and breaks lines as text does."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right, then the next line; lines are as high as their highest widget, which are centred in it."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, place: int, widget: QWidget) -> None:
        """Add ``widget`` before the one now at ``place``."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        made = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                made = made.expandedTo(item.minimumSize())
        return made

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._arrange(area, move=True)

    def _arrange(self, area: QRect, *, move: bool) -> int:
        line: list[tuple[QLayoutItem, QSize, int]] = []
        left, top, height = 0, area.top(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and left + size.width() > area.width():
                self._set_line(line, area.left(), top, height, move=move)
                top += height + self._gap
                line, left, height = [], 0, 0
            line.append((item, size, left))
            left += size.width() + self._gap
            height = max(height, size.height())
        self._set_line(line, area.left(), top, height, move=move)
        return top + height - area.top()

    def _set_line(
        self, line: list[tuple[QLayoutItem, QSize, int]], left: int, top: int, height: int, *, move: bool
    ) -> None:
        if move:
            for item, size, offset in line:
                item.setGeometry(QRect(QPoint(left + offset, top + (height - size.height()) // 2), size))
