"""What an empty page or list says: a title, one line, one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import label


class EmptyState(QWidget):
    """Title 15/700, one line in the second ink, at most one button; centred."""

    def __init__(
        self, title: str = "", line: str = "", *, button: str = "", on_click: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 20, 20, 20)
        self._column.setSpacing(6)
        self._title = label(size=15, weight=theme.BOLD)
        self._line = label(colour=theme.INK2, wrap=True)
        self._button: Button | None = None
        self._column.addStretch(1)
        for part in (self._title, self._line):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.set_words(title, line, button=button, on_click=on_click)

    @property
    def button(self) -> Button | None:
        """The button, if there is one."""
        return self._button

    def set_words(
        self, title: str, line: str, *, button: str = "", on_click: Callable[[], object] | None = None
    ) -> None:
        """Say something else."""
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(f"{title} {line}".strip())
        if self._button is not None:
            self._column.takeAt(3)
            self._column.removeWidget(self._button)
            self._button.hide()
            self._button.deleteLater()
            self._button = None
        if button:
            self._button = Button(button, on_click, kind=Kind.PRIMARY)
            self._column.insertSpacing(3, 6)
            self._column.insertWidget(4, self._button, 0, Qt.AlignmentFlag.AlignHCenter)
