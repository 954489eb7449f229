"""Line icons and state shapes from the shipped SVG files, in any colour and sharp at any scaling."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from resources import resource
from ui import theme

STROKE = 1.4
_SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 3.0)


@cache
def _renderer(name: str, colour: str, size: float, stroke: float) -> QSvgRenderer:
    text = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    text = text.replace('stroke-width="1.6"', f'stroke-width="{stroke * 24 / size:.2f}"', 1)
    return QSvgRenderer(QByteArray(text.encode()))


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: str, *, stroke: float = STROKE) -> None:
    """Draw the icon ``name`` filling the square ``area``; raises ``FileNotFoundError`` for an unknown name."""
    drawing = _renderer(name, colour, area.width(), stroke)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, area)
    painter.restore()


@cache
def pixmap(
    name: str, *, colour: str = theme.INK, size: int = 16, scale: float = 1.0, stroke: float = STROKE
) -> QPixmap:
    """The icon as a picture of ``size`` logical px for a screen of the given scale."""
    made = QPixmap(round(size * scale), round(size * scale))
    made.fill(Qt.GlobalColor.transparent)
    drawing = _renderer(name, colour, made.width(), stroke * scale)
    painter = QPainter(made)
    drawing.render(painter, QRectF(0, 0, made.width(), made.height()))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made


@cache
def icon(name: str, *, colour: str = theme.INK, size: int = 16) -> QIcon:
    """The icon for menus and for Qt's own buttons, drawn anew for each usual scaling."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, colour=colour, size=size, scale=scale))
    return made


class IconLabel(QWidget):
    """A square that shows one icon."""

    def __init__(
        self,
        name: str,
        *,
        colour: str = theme.INK2,
        size: int = 16,
        stroke: float = STROKE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self._size = size
        self._stroke = stroke
        self.setFixedSize(size, size)

    def set_icon(self, name: str, colour: str) -> None:
        """Show another icon."""
        self._name = name
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._size, self._size)

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        area = QRectF(QPointF(0, 0), QSize(self._size, self._size).toSizeF())
        paint_icon(painter, self._name, area, self._colour, stroke=self._stroke)
        painter.end()
