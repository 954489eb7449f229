"""The keys that work now, at the right of the status bar: as many as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

Keys = Sequence[tuple[str, str]]
_APART = 18
_BETWEEN = 4
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class KeyHints(QWidget):
    """``(key, what it does)`` side by side; where room is short the last but one goes first, F1 never."""

    ROLE: ClassVar = QAccessible.Role.StaticText

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[tuple[str, str], ...] = ()
        self._strong = theme.font(12, theme.MEDIUM)
        self._plain = theme.font(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_keys(self, keys: Keys) -> None:
        """Show these, the first the most useful, the last always."""
        self._keys = tuple(keys)
        words = "，".join(f"{key} {what}" for key, what in self._keys)
        self.setAccessibleName(f"现在能用的键：{words}")
        self.setToolTip("\n".join(f"{key}　{what}" for key, what in self._keys))
        self.updateGeometry()
        self.update()

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """Those that there is room for."""
        left = list(self._keys)
        while len(left) > 1 and self._wide(left) > self.width():
            del left[-2]
        return tuple(left)

    def _widths(self, pair: tuple[str, str]) -> tuple[int, int]:
        strong, plain = QFontMetrics(self._strong), QFontMetrics(self._plain)
        return strong.horizontalAdvance(pair[0]), plain.horizontalAdvance(pair[1])

    def _wide(self, keys: Keys) -> int:
        return sum(sum(self._widths(pair)) + _BETWEEN for pair in keys) + _APART * (len(keys) - 1)

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._keys), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(self._keys[-1:]), 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.shown
        left = self.width() - self._wide(shown)
        for pair in shown:
            widths = self._widths(pair)
            for text, wide, font, colour in zip(
                pair, widths, (self._strong, self._plain), (theme.INK, theme.INK2), strict=True
            ):
                painter.setFont(font)
                painter.setPen(QColor(colour))
                painter.drawText(QRect(left, 0, wide + 2, self.height()), _LEFT, text)
                left += wide + _BETWEEN
            left += _APART - _BETWEEN
        painter.end()
