"""What an empty page or list says: a title, one line, one button, and perhaps a second way in small type."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, Kind, LinkButton
from ui.widgets.text import label

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """Title 15/700, one line in the second ink, at most one button and a link below it; centred."""

    def __init__(
        self, title: str = "", line: str = "", *, button: str = "", on_click: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(6)
        self._title = label(size=15, weight=theme.BOLD)
        self._line = label(colour=theme.INK2, wrap=True)
        self._button: Button | None = None
        self._ways = QVBoxLayout()
        self._ways.setSpacing(8)
        column.addStretch(1)
        for part in (self._title, self._line):
            part.setAlignment(_MIDDLE)
            column.addWidget(part)
        column.addLayout(self._ways)
        column.addStretch(1)
        self.set_words(title, line, button=button, on_click=on_click)

    @property
    def button(self) -> Button | None:
        """The button, if there is one."""
        return self._button

    def set_words(
        self,
        title: str,
        line: str,
        *,
        button: str = "",
        on_click: Callable[[], object] | None = None,
        other: str = "",
        on_other: Callable[[], object] | None = None,
    ) -> None:
        """Say something else; ``other`` is the second way, after the button."""
        focused = self._button is not None and self._button.hasFocus()
        self._title.setText(title)
        self._line.setText(line)
        self._line.setVisible(bool(line))
        self.setAccessibleName(f"{title} {line}".strip())
        while self._ways.count():
            item = self._ways.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._button = Button(button, on_click, kind=Kind.PRIMARY) if button else None
        self._ways.setContentsMargins(0, 6 if button else 0, 0, 0)
        if self._button is not None:
            self._ways.addWidget(self._button, 0, _MIDDLE)
            if focused:
                self._button.setFocus()
        if other:
            self._ways.addWidget(LinkButton(other, on_other), 0, _MIDDLE)
