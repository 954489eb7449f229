"""Thin scroll bars that lie over the content, and scroll areas that use them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

WIDTH = 12


class OverlayBar(QScrollBar):
    """A vertical bar over the right padding of ``area``: it takes no room, so columns stay where they are."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        own = area.verticalScrollBar()
        own.rangeChanged.connect(self._take_range)
        own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(own.setValue)
        area.viewport().installEventFilter(self)
        self._take_range(own.minimum(), own.maximum())

    def _take_range(self, low: int, high: int) -> None:
        if isValid(self._area):
            self._lie()
            self.setSingleStep(self._area.verticalScrollBar().singleStep())
            self.setRange(low, high)
            self.setVisible(high > low)

    def _lie(self) -> None:
        place = self._area.viewport().geometry()
        self.setGeometry(place.right() + 1 - WIDTH, place.top(), WIDTH, place.height())
        self.setPageStep(self._area.verticalScrollBar().pageStep())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While an area is being taken apart Qt still sends its last events here, after the area itself is gone.
        if event.type() == QEvent.Type.Resize and hasattr(self, "_area") and isValid(self._area):
            self._lie()
        return super().eventFilter(watched, event)


class ScrollArea(QScrollArea):
    """A frameless vertical scroll area around ``content``, with an overlay bar; what is behind it shows through."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        for part in (self.viewport(), content):
            part.setAutoFillBackground(False)
        self._bar = OverlayBar(self)
