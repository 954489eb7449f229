"""The strip of big figures that say how they are meant: number, fraction, change against before, definition."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from minqing.work.report_words import DOWN, UP, Figure
from ui import theme
from ui.translation import shown
from ui.widgets.charts import LEFT, text_width
from ui.widgets.paint import elided, paint_box, paint_focus

HEIGHT = 110
_DEFINITION_TOP, _BELOW = 66, 6
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class RateCard(QAbstractButton):
    """One figure as a button: pressing it asks how it is meant."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.figure = figure
        self.set_figure(figure)

    def set_figure(self, figure: Figure) -> None:
        """Show another figure."""
        self.figure = figure
        self.setText(figure.label)
        self.setAccessibleName(figure.spoken)
        self.setToolTip(f"{figure.definition}\n按 Enter 或点一下可以改口径")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(190, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(150, HEIGHT)

    def height_at(self, width: int) -> int:
        """How high the card must be at this width for its definition to be read to its end."""
        room = QRect(0, 0, width - 24, 1000)
        words = QFontMetrics(theme.font(12)).boundingRect(room, _WRAPPED, self.figure.definition)
        return max(HEIGHT, _DEFINITION_TOP + words.height() + _BELOW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(1, 2, -1, -2), QColor(theme.PAPER2))
        self._paint_head(painter)
        self._paint_number(painter)
        painter.setFont(theme.font(12))
        painter.setPen(QColor(theme.INK2))
        room = QRectF(14, _DEFINITION_TOP, self.width() - 24, self.height() - _DEFINITION_TOP - _BELOW)
        painter.drawText(room, _WRAPPED, self.figure.definition)
        if self.hasFocus():
            paint_focus(painter, self.rect().adjusted(2, 2, -2, -2))
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        figure = self.figure
        painter.setFont(theme.font(13))
        painter.setPen(QColor(theme.INK2))
        painter.drawText(QRectF(14, 9, self.width() - 26, 18), LEFT, figure.label)
        if figure.trend is None:
            return
        colour = {UP: theme.GREEN, DOWN: theme.AMBER}.get(figure.trend, theme.INK2)
        width = text_width(figure.change)
        painter.setFont(theme.font(12))
        painter.setPen(QColor(colour))
        left = self.width() - 12 - width
        painter.drawText(QRectF(left, 9, width + 2, 18), LEFT, figure.change)
        if figure.trend:
            paint_arrow(painter, QPointF(left - 13, 13), colour, down=figure.trend == DOWN)

    def _paint_number(self, painter: QPainter) -> None:
        figure, left = self.figure, 14.0
        bottom = 57.0
        for text, size, weight, colour, gap in (
            (figure.number, 26, theme.BOLD, theme.INK, 3),
            (figure.unit, 16, theme.BOLD, theme.INK, 7),
            (figure.beside, 13, theme.REGULAR, theme.INK2, 0),
        ):
            if not text:
                continue
            made = theme.font(size, weight)
            painter.setFont(made)
            painter.setPen(QColor(colour))
            room = int(self.width() - left - 6)
            cut = size == 13 and text_width(text, size) > room
            # The unit goes first: the definition below says what is counted.
            said = elided(shown(text).rpartition(" ")[0] or text, made, room) if cut else text
            painter.drawText(QPointF(left, bottom), said)
            left += text_width(text, size, weight) + gap + (2 if size == 26 and not figure.unit else 0)


def paint_arrow(painter: QPainter, corner: QPointF, colour: str, *, down: bool) -> None:
    """An arrow of 10 px, up or down."""
    painter.save()
    painter.translate(corner)
    if down:
        painter.translate(10, 10)
        painter.rotate(180)
    painter.scale(10 / 12, 10 / 12)
    pen = QPen(QColor(colour), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(6, 10.5), QPointF(6, 2))
    painter.drawPolyline(QPolygonF([QPointF(2.5, 5.3), QPointF(6, 1.8), QPointF(9.5, 5.3)]))
    painter.restore()


class RateStrip(QWidget):
    """Six figures side by side, or in two rows of three; ``asked(key)`` fires for the one that is pressed."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[RateCard] = []
        self._columns = 6
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_figures(self, figures: Sequence[Figure]) -> None:
        """Show these."""
        while len(self.cards) < len(figures):
            card = RateCard(figures[len(self.cards)])
            card.clicked.connect(lambda _=False, card=card: self.asked.emit(card.figure.key))
            self.cards.append(card)
            self._place()
        for card, figure in zip(self.cards, figures, strict=False):
            card.set_figure(figure)
        self._stretch()

    def set_columns(self, columns: int) -> None:
        """Put so many side by side."""
        if columns != self._columns:
            self._columns = columns
            self._place()
            self._stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _stretch(self) -> None:
        """All cards as high as the one that needs most."""
        width = self.width() // self._columns
        height = max((card.height_at(width) for card in self.cards), default=HEIGHT)
        for card in self.cards:
            card.setFixedHeight(height)

    def _place(self) -> None:
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // self._columns, number % self._columns)
        for column in range(6):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=theme.LINE2, radius=6)
        for number, card in enumerate(self.cards):
            place = card.geometry()
            if number % self._columns:
                painter.fillRect(place.left(), place.top() + 1, 1, place.height() - 2, QColor(theme.LINE))
            if number >= self._columns:
                painter.fillRect(place.left() + 1, place.top(), place.width() - 1, 1, QColor(theme.LINE))
        painter.end()
