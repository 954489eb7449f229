"""Rows of widgets for windows that may be too narrow for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.text import KeyCap

_RENEWS = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutRequest})
_MOST_TRIMMED = 2


def fit_buttons(row: QWidget, event: QEvent) -> None:
    """Let ``row`` leave out the keys, then the icons of its buttons, where it has no room for all of it.

    To be called for every event of the row: those that concern its room are looked at. Tooltips keep the keys.
    """
    # The type first: after the event of its deletion there is no row to ask.
    layout = row.layout() if event.type() in _RENEWS else None
    if layout is None:
        return
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    buttons = [one for one in row.findChildren(Button, options=direct) if not one.isHidden()]
    caps = row.findChildren(KeyCap, options=direct)
    widths = [one.sizeHint().width() + layout.spacing() for one in caps]
    now = layout.minimumSize().width() - sum(one.width_trimmed() for one in buttons)
    now -= sum(width for one, width in zip(caps, widths, strict=True) if not one.isHidden())
    needed = [now + sum(one.width_trimmed(steps) for one in buttons) for steps in range(_MOST_TRIMMED + 1)]
    needed[0] += sum(widths)
    trimmed = next((steps for steps, width in enumerate(needed) if width <= row.width()), _MOST_TRIMMED)
    for one in buttons:
        one.trim(trimmed)
    for cap in caps:
        cap.setVisible(not trimmed)
    layout.activate()


class KeyRow(QWidget):
    """A row that is trimmed where it has no room for all of it. ``row`` is where things go.

    The last of ``yielding`` go when that is not enough: chips that only repeat what stands elsewhere.
    """

    def __init__(self, height: int, *, gap: int = 10) -> None:
        super().__init__()
        self.yielding: Sequence[QWidget] = ()
        self.setFixedHeight(height)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(gap)

    def event(self, event: QEvent) -> bool:
        renews = event.type() in _RENEWS
        done = super().event(event)
        fit_buttons(self, event)
        if renews and self.yielding:
            self._yield()
        return done

    def _yield(self) -> None:
        widths = [one.sizeHint().width() + self.row.spacing() for one in self.yielding]
        shown = [not one.isHidden() for one in self.yielding]
        end = self.row.minimumSize().width() - sum(width for width, on in zip(widths, shown, strict=True) if on)
        for one, width in zip(self.yielding, widths, strict=True):
            end += width
            one.setVisible(end <= self.width())
        self.row.activate()


class BrokenRow(QWidget):
    """Two rows that stand side by side, and one below the other where that is too narrow.

    ``first`` shortens its texts, of which ``least`` px must remain to be read; ``second`` is shown in full.
    """

    def __init__(self, height: int, *, gap: int = 8, least: int = 120) -> None:
        super().__init__()
        self._height, self._gap, self._least = height, gap, least
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(gap)
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        for row in (self.first, self.second):
            row.setSpacing(gap)
        self._both.addLayout(self.first, 1)
        self._both.addLayout(self.second)
        self.setFixedHeight(height)

    def minimumSizeHint(self) -> QSize:
        widest = max(self.first.minimumSize().width(), self.second.minimumSize().width())
        return QSize(widest, self.height())

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in _RENEWS:
            self._fit()
        return done

    def _fit(self) -> None:
        needed = self.first.minimumSize().width() + self._least + self._gap + self.second.sizeHint().width()
        broken = needed > self.width()
        directions = QBoxLayout.Direction
        self._both.setDirection(directions.TopToBottom if broken else directions.LeftToRight)
        self._both.setAlignment(self.second, Qt.AlignmentFlag.AlignLeft if broken else Qt.AlignmentFlag(0))
        self.setFixedHeight(2 * self._height + self._gap if broken else self._height)
