"""The line in which one looks for something in a list: from it the keyboard goes on to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.widgets.inputs import clearable

_PAUSE = 120
_ON = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})


class FindLine(QLineEdit):
    """``settled`` when typing has paused or the line is left; ``left`` for Enter, the down key, and Esc if it is empty.

    Before that Esc empties it.
    """

    settled = Signal()
    left = Signal()

    def __init__(self, name: str, *, placeholder: str, width: tuple[int, int]) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        clearable(self)
        self.setMinimumWidth(width[0])
        self.setMaximumWidth(width[1])
        self.pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.pause.timeout.connect(self.settled)
        self.textChanged.connect(lambda _: self.pause.start())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ON:
            self._leave()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        if self.pause.isActive():
            self.pause.stop()
            self.settled.emit()
        self.left.emit()
