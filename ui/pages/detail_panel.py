"""The panel beside a list that shows the record the list is on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.panel import Panel
from ui.widgets.scroll import ScrollArea

_PAGE = 1178
"""The width of a page in a window of 1366 px."""
_LEAST = 340


class DetailPanel(Panel):
    """A panel whose bar, scrolling body and foot are made anew for each record."""

    def __init__(self, designed: int) -> None:
        """As wide as ``designed`` px on a page of the width that was designed for."""
        super().__init__()
        self._designed = designed
        self.setFixedWidth(designed)

    def fit(self, page: int) -> None:
        """Leave the list more on a page that has fewer px than was designed for."""
        self.setFixedWidth(max(_LEAST, self._designed - max(0, _PAGE - page) // 2))

    def set_content(self, body: QWidget, foot: QWidget | None, bar: QWidget) -> None:
        """Show these in place of what was shown."""
        self.set_bar(bar)
        while self.body.count():
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        area = ScrollArea(body)
        area.viewport().setStyleSheet(f"background: {theme.PANEL};")
        self.body.addWidget(area, 1)
        if foot is not None:
            self.body.addWidget(foot)
