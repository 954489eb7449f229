"""Where a form's header and its records stand, as four small numbers, and the menu of a row's number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSpinBox, QWidget

from minqing.forms.form import Layout
from ui import theme
from ui.widgets.text import label

_LAST_ROW = 1_048_576
_WIDTH = 68


class RowsInput(QWidget):
    """``header_changed(first, last)`` and ``rows_changed(first, last)`` fire for what a person sets."""

    header_changed = Signal(int, int)
    rows_changed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.top, self.bottom = _number("表头从第几行"), _number("表头到第几行")
        self.first, self.last = _number("从第几行开始填"), _number("填到第几行")
        for text, part in (("表头 第", self.top), ("至", self.bottom), ("行　数据 第", self.first), ("至", self.last)):
            row.addWidget(label(text, size=13, colour=theme.INK2))
            row.addWidget(part)
        row.addWidget(label("行", size=13, colour=theme.INK2))
        for part in (self.top, self.bottom):
            part.valueChanged.connect(lambda _: self.header_changed.emit(self.top.value(), self.bottom.value()))
        for part in (self.first, self.last):
            part.valueChanged.connect(lambda _: self.rows_changed.emit(self.first.value(), self.last.value()))

    def set_layout(self, layout: Layout) -> None:
        """Show where the table is."""
        values = (layout.header[0], layout.header[-1], layout.first, layout.last)
        for part, value in zip((self.top, self.bottom, self.first, self.last), values, strict=True):
            part.blockSignals(True)
            part.setValue(value)
            part.blockSignals(False)

    def menu(self, parent: QWidget, row: int, place: QPoint) -> QMenu:
        """What a row may become, at a place of the screen."""
        menu = QMenu(parent)
        choices: tuple[tuple[str, Callable[[], None]], ...] = (
            (f"表头从第 {row} 行开始", lambda: self.header_changed.emit(row, max(row, self.bottom.value()))),
            (f"表头到第 {row} 行为止", lambda: self.header_changed.emit(min(row, self.top.value()), row)),
            (f"从第 {row} 行开始填", lambda: self.rows_changed.emit(row, max(row, self.last.value()))),
            (f"填到第 {row} 行", lambda: self.rows_changed.emit(min(row, self.first.value()), row)),
        )
        for text, act in choices:
            menu.addAction(text).triggered.connect(act)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
        return menu


def _number(name: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, _LAST_ROW)
    made.setKeyboardTracking(False)
    made.setFixedWidth(_WIDTH)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    made.setAccessibleName(name)
    return made
