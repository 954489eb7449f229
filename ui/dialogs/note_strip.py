"""A sentence across the top of a form, with one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.icons import IconLabel
from ui.widgets.buttons import LinkButton
from ui.widgets.paint import paint_box
from ui.widgets.text import label


class NoteStrip(QWidget):
    """34 px or more in amber; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._act: Callable[[], object] = lambda: None
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel("info", colour=theme.AMBER, size=17), 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = label(size=13, wrap=True)
        row.addWidget(self.words, 1)
        self.button = LinkButton("", self._press)
        row.addWidget(self.button)
        self.hide()

    def _press(self) -> None:
        self._act()

    def say(self, sentence: str, verb: str = "", action: Callable[[], object] = lambda: None) -> None:
        """Show a sentence, and what can be done about it; hide for a blank one."""
        self._act = action
        self.words.setText(sentence)
        self.button.setText(verb)
        self.button.setAccessibleName(verb)
        self.button.setVisible(bool(verb))
        self.button.updateGeometry()
        self.setAccessibleName(sentence)
        self.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.AMBERT, border=theme.AMBERL)
        painter.end()
