"""The ground that the building stands on: what the tags mean, the door in hand, the next one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from minqing.work.elevation import Door
from ui import theme
from ui.widgets.chips import Chip
from ui.widgets.elevation_model import RENT_LETTER, tags_of
from ui.widgets.flow import FlowLayout
from ui.widgets.paint import Badge, Look
from ui.widgets.panel import Bar
from ui.widgets.text import label

_MOST = 6


class _Frame(QWidget):
    """A small door with the frame that the cell has."""

    def __init__(self, *, dashed: bool) -> None:
        super().__init__()
        self._dashed = dashed
        self.setFixedSize(18, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(QColor(theme.ACCENT), 1 if self._dashed else 3)
        if self._dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        edge = 1 if self._dashed else 2
        painter.drawRect(QRect(0, 0, 18, 14).adjusted(edge, edge, -edge - 1, -edge - 1))
        painter.end()


class Ground(Bar):
    """27 px below a thick line; the tags are those seen in this building, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__(27)
        self.row.setContentsMargins(12, 2, 12, 0)
        self.row.setSpacing(14)
        holder = QWidget()
        holder.setFixedHeight(18)
        holder.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tags = FlowLayout(holder, gap=14)
        self.row.addWidget(holder, 1)
        self.row.addWidget(_pair(_Frame(dashed=False), "当前"))
        self.row.addWidget(_pair(_Frame(dashed=True), "下一户"))

    def show_tags(self, doors: Sequence[Door]) -> None:
        """Explain the tags at these doors, the most frequent first, 出租 last."""
        while item := self._tags.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        found = Counter(tag for door in doors for tag in tags_of(door))
        common = [tag for tag, _ in found.most_common() if tag[0] != RENT_LETTER][:_MOST]
        rented = [tag for tag in found if tag[0] == RENT_LETTER]
        for letter, meaning, tone in (*common, *rented):
            self._tags.addWidget(_pair(Chip(Badge(letter, tone, "", Look.GLYPH)), meaning))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 2, QColor(theme.COVER))
        painter.end()


def _pair(mark: QWidget, words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(words, size=12, colour=theme.INK2))
    return holder
