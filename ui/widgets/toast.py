"""The bar at the bottom centre that reports what was done and offers to take it back."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QAccessible, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import LinkButton
from ui.widgets.paint import paint_box
from ui.widgets.text import label

HEIGHT = 36
SECONDS = 8
_ABOVE_BOTTOM = 42


class Toast(QWidget):
    """One message at a time; stays while the pointer or the keyboard is on it."""

    ROLE: ClassVar = QAccessible.Role.AlertMessage

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._undo: Callable[[], object] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(14)
        self._text = label(colour=theme.WHITE)
        self.undo_button = LinkButton("撤销", self._take_back, size=14)
        self.undo_button.set_ink(theme.COVER_MARK)
        row.addWidget(self._text)
        row.addWidget(self.undo_button)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(SECONDS * 1000)
        self._clock.timeout.connect(self._fade)
        self.undo_button.installEventFilter(self)
        host.installEventFilter(self)
        self.setFixedHeight(HEIGHT)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text.text()

    @property
    def waiting(self) -> bool:
        """Whether the clock is running."""
        return self._clock.isActive()

    def say(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show ``text``, with 撤销 if there is a way back; replaces what was shown."""
        self._undo = undo
        self._text.setText(text)
        self.setAccessibleName(text)
        self.undo_button.setVisible(undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _fade(self) -> None:
        self._undo = None
        self.hide()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, self._host.height() - self.height() - _ABOVE_BOTTOM)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._clock.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.isVisible() and not self.undo_button.hasFocus():
            self._clock.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # getattr: when Python takes a closed window apart, Qt still sends its last events here.
        if watched is getattr(self, "_host", None):
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() == QEvent.Type.FocusIn:
            self._clock.stop()
        elif event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._clock.start()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_box(painter, QRectF(self.rect()), fill=theme.COVER, border=theme.COVER)
        painter.end()
