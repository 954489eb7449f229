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
        self._real = area.verticalScrollBar()
        self._real.rangeChanged.connect(self._take_range)
        self._real.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._real.setValue)
        area.viewport().installEventFilter(self)
        self._take_range(self._real.minimum(), self._real.maximum())

    def _take_range(self, low: int, high: int) -> None:
        if not isValid(self._real):
            return
        self.setPageStep(self._real.pageStep())
        self.setSingleStep(self._real.singleStep())
        self.setRange(low, high)
        self._lie()
        self.setVisible(high > low)

    def _lie(self) -> None:
        place = self._area.viewport().geometry()
        self.setGeometry(place.right() + 1 - WIDTH, place.top(), WIDTH, place.height())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While an area is being taken apart Qt still sends its last events here, after its own bar is gone.
        if event.type() == QEvent.Type.Resize and hasattr(self, "_real") and isValid(self._real):
            self._lie()
            self.setPageStep(self._real.pageStep())
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
