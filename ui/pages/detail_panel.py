"""The panel beside a list that shows the record the list is on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.widgets.panel import Panel
from ui.widgets.scroll import ScrollArea


class DetailPanel(Panel):
    """A panel whose bar, scrolling body and foot are made anew for each record."""

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
