"""Words with their numbers, as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.paint import CHIP_HEIGHT, Badge, badge_width, paint_badge

_GAP = 6
_HEAD = 23


class WordChips(QWidget):
    """Words side by side in as many lines as fit below ``title``, the most frequent first; the others are left out.

    Nothing is shown where there is no room for a single line.
    """

    ROLE: ClassVar = QAccessible.Role.StaticText

    def __init__(self, name: str, *, title: str) -> None:
        super().__init__()
        self._title = title
        self._words: tuple[tuple[str, int], ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def words(self) -> tuple[tuple[str, int], ...]:
        """What is shown."""
        return self._words

    def set_words(self, words: Sequence[tuple[str, int]]) -> None:
        """Show these words with their numbers."""
        self._words = tuple(words)
        self.setAccessibleDescription("，".join(f"{word} {count}" for word, count in self._words))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEAD + 2 * CHIP_HEIGHT + _GAP)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._words or self.height() < _HEAD + CHIP_HEIGHT:
            return
        painter = QPainter(self)
        painter.setFont(theme.font(12))
        painter.setPen(QColor(theme.INK3))
        painter.drawText(0, QFontMetrics(painter.font()).ascent(), self._title)
        left, top = 0, _HEAD
        for word, count in self._words:
            badge = Badge(f"{word} {count}")
            width = badge_width(badge)
            if left and left + width > self.width():
                left, top = 0, top + CHIP_HEIGHT + _GAP
            if top + CHIP_HEIGHT > self.height():
                break
            paint_badge(painter, badge, left=left, middle=top + CHIP_HEIGHT / 2)
            left += width + _GAP
        painter.end()
