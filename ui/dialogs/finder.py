"""A dialog with a line to type in and a list to pick from, with one hand on the keyboard."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog

from ui.widgets.table import RecordTable

T = TypeVar("T")


class Finder(QDialog, Generic[T]):
    """Subclasses make ``table`` and say what ``pick`` does with the record that it is on."""

    table: RecordTable[T]

    def pick(self) -> None:
        """Take the record that the table is on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks also while typing; up and down move in the list."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pick()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self.table.records_model.rowCount():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            last = self.table.records_model.rowCount() - 1
            self.table.select_row(max(0, min(last, self.table.currentIndex().row() + step)))
        else:
            super().keyPressEvent(event)
