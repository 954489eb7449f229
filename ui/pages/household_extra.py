"""The columns of offices' sheets that no field knows, as a household and its members have them."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui import theme
from ui.pages.household_view import HouseholdView
from ui.widgets.panel import Panel
from ui.widgets.text import ElidedLabel, label

_MOST = 8


class ExtraPanel(Panel):
    """Shows up to eight of them; not there when there are none."""

    def __init__(self) -> None:
        super().__init__("街道表里的其他栏", height=38)
        self._source = ElidedLabel(size=12, colour=theme.INK3)
        self._source.setMaximumWidth(240)
        self.lead.addWidget(self._source)
        self.add_tool(label("原样保留，导出时写回", size=12, colour=theme.INK3))
        holder = QWidget()
        self._cells = QGridLayout(holder)
        self._cells.setContentsMargins(14, 4, 14, 5)
        self._cells.setHorizontalSpacing(16)
        self._cells.setVerticalSpacing(0)
        self.body.addWidget(holder)

    def show_columns(self, view: HouseholdView) -> None:
        """Show those of this household."""
        pairs = {**view.file.household.extra}
        for one in view.file.residents:
            pairs |= {f"{one.name} {header}": text for header, text in one.extra.items()}
        pairs = {header: text for header, text in pairs.items() if text}
        self.setVisible(bool(pairs))
        self._source.set_text(view.source)
        clear(self._cells)
        for number, (header, text) in enumerate(list(pairs.items())[:_MOST]):
            cell = QWidget()
            cell.setFixedHeight(28)
            row = QHBoxLayout(cell)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(label(header, size=13, colour=theme.INK2))
            row.addWidget(ElidedLabel(text, size=13), 1)
            self._cells.addWidget(cell, number // 4, number % 4)


def clear(layout: QHBoxLayout | QGridLayout) -> None:
    """Take out all that lies in a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
