"""Pictures of the real window, for looking at and for the README: settled, numbered or named, and small on disk."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui import theme

_SETTLE = 120
_COLOURS = 256
_SMALLEST = 0
"""Qt's name for the strongest compression of a PNG."""


class Camera:
    """Saves what a widget shows, numbered in the order taken; without numbers pictures are small, for a README."""

    def __init__(self, folder: Path, *, numbered: bool = True) -> None:
        self._folder = folder
        self._numbered = numbered
        self._taken = 0

    def take(self, widget: QWidget, name: str, *, over: QWidget | None = None) -> None:
        """Let the widget settle, then save ``NN-name.png``, or ``name.png``; ``over`` is a dialog in the middle of it.

        Raises OSError if the picture could not be written.
        """
        settle()
        shown = _together(widget.grab(), over.grab()) if over is not None else widget.grab()
        self._taken += 1
        file = self._folder / (f"{self._taken:02d}-{name}.png" if self._numbered else f"{name}.png")
        picture = shown.toImage() if self._numbered else small(shown.toImage())
        if not picture.save(str(file), quality=-1 if self._numbered else _SMALLEST):
            raise OSError(f"{file} cannot be written")


def settle(milliseconds: int = _SETTLE) -> None:
    """Let the event loop run for so long."""
    wait = QEventLoop()
    QTimer.singleShot(milliseconds, wait.quit)
    wait.exec()


def _together(below: QPixmap, above: QPixmap) -> QPixmap:
    """One picture with the other in its middle, the one below dimmed."""
    painter = QPainter(below)
    painter.fillRect(below.rect(), QColor(0, 0, 0, 60))
    corner = below.rect().center() - above.rect().center()
    painter.fillRect(above.rect().translated(corner).adjusted(-1, -1, 1, 1), QColor(theme.RULE))
    painter.drawPixmap(QPoint(corner), above)
    painter.end()
    return below


def small(image: QImage) -> QImage:
    """The picture in its 256 most frequent colours, which is all that a screen of text needs."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    counts = Counter(memoryview(plain.constBits()).cast("B").cast("I"))
    table = [colour for colour, _ in counts.most_common(_COLOURS)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, table)
