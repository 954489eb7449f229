"""Labels in the sizes, weights and colours of the style guide."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui import theme
from ui.widgets.paint import elided


def recolour(widget: QWidget, colour: str) -> None:
    """Give ``widget`` this text colour."""
    made = widget.palette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        made.setColor(role, QColor(colour))
    widget.setPalette(made)


class Label(QLabel):
    """A label that shortens its one line with an ellipsis where room is scarce, and then tells it in full."""

    def paintEvent(self, event: QPaintEvent) -> None:
        room, text = self.contentsRect(), self.text()
        cut = not self.wordWrap() and "\n" not in text and self.fontMetrics().horizontalAdvance(text) > room.width() + 1
        if cut and not self.toolTip():
            self.setToolTip(text)
        if not cut:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(room, int(self.alignment()), elided(text, self.font(), room.width()))
        painter.end()


def label(
    text: str = "",
    *,
    size: int = 14,
    weight: int = theme.REGULAR,
    colour: str = theme.INK,
    wrap: bool = False,
) -> QLabel:
    """A plain label; the text is never read as markup."""
    made = Label(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(theme.font(size, weight))
    made.setWordWrap(wrap)
    recolour(made, colour)
    return made


def title(text: str = "") -> QLabel:
    """The title of a page."""
    return label(text, size=20, weight=theme.BOLD)


class ElidedLabel(QWidget):
    """One line of text that shortens with an ellipsis and then shows the whole in its tooltip."""

    ROLE: ClassVar = QAccessible.Role.StaticText

    def __init__(self, text: str = "", *, size: int = 14, weight: int = theme.REGULAR, colour: str = theme.INK) -> None:
        super().__init__()
        self._text = ""
        self._colour = colour
        self.setFont(theme.font(size, weight))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 1, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(20, self.fontMetrics().height())

    def paintEvent(self, event: object) -> None:
        shown = elided(self._text, self.font(), self.width())
        self.setToolTip(self._text if shown != self._text else "")
        painter = QPainter(self)
        painter.setPen(QColor(self._colour))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()


def yielding(text: str, *, size: int, colour: str) -> ElidedLabel:
    """A remark as wide as its words, which gives way to what stands beside it."""
    made = ElidedLabel(text, size=size, colour=colour)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


class KeyCap(QLabel):
    """A key as printed on the keyboard, e.g. ``Ctrl+K``."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFont(theme.font(12))
        self.setStyleSheet(
            f"background: {theme.PAPER2}; color: {theme.INK2}; border: 1px solid {theme.LINE2};"
            " border-radius: 3px; padding: 0 6px;"
        )
        self.setFixedHeight(20)


class Rule(QFrame):
    """A 1 px line across or down."""

    def __init__(self, *, down: bool = False, colour: str = theme.LINE, length: int = 0) -> None:
        super().__init__()
        self.setStyleSheet(f"background: {colour}; border: none;")
        if down:
            self.setFixedWidth(1)
            if length:
                self.setFixedHeight(length)
        else:
            self.setFixedHeight(1)
