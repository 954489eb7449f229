"""The line in which one looks for something in a list: from it the keyboard goes on to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.widgets.inputs import clearable

_ON = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})


class FindLine(QLineEdit):
    """``left`` for Enter and the down key, and for Esc when it is empty; before that Esc empties it."""

    left = Signal()

    def __init__(self, name: str, *, placeholder: str, width: tuple[int, int]) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        clearable(self)
        self.setMinimumWidth(width[0])
        self.setMaximumWidth(width[1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ON:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
