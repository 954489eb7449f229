"""F1: which keys work on the page in front, and which everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import KeyCap, Rule, label

Keys = Sequence[tuple[str, str]]


class KeysDialog(QDialog):
    """Two lists of keys with what they do; ``page`` names the page in front."""

    def __init__(self, parent: QWidget, *, page: str, own: Keys, general: Keys) -> None:
        super().__init__(parent)
        self.setWindowTitle("按键一览")
        self.setFixedWidth(560)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label("按键一览", size=17, weight=theme.BOLD))
        for heading, keys in ((page, own), ("处处可用", general)):
            if keys:
                column.addWidget(label(heading, size=13, weight=theme.BOLD, colour=theme.INK2))
                column.addWidget(Rule())
                column.addLayout(_grid(keys))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button("知道了", self.accept, kind=Kind.PRIMARY, hint="Esc"))
        column.addLayout(row)


def _grid(keys: Keys) -> QGridLayout:
    """Two pairs on a line, read down and then across."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    half = (len(keys) + 1) // 2
    for place, (key, what) in enumerate(keys):
        row, side = place % half, place // half * 2
        grid.addWidget(KeyCap(key), row, side, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(what), row, side + 1)
    for side, stretch in ((0, 0), (1, 1), (2, 0), (3, 1)):
        grid.setColumnStretch(side, stretch)
    for side in (0, 2):
        grid.setColumnMinimumWidth(side, 96)
    return grid
