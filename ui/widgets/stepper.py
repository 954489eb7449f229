"""A box that names what is shown, with a list to choose another and arrows to the one before and the one after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui import theme
from ui.widgets.buttons import Button, IconButton, Kind
from ui.widgets.paint import paint_box

_SIDE = 33


class Entry(NamedTuple):
    """One entry of the list: its key and what it says."""

    key: str
    text: str


class Stepper(QWidget):
    """``chosen(key)`` when the user picked another entry; ``extra`` entries below a line are for acting."""

    chosen = Signal(str)

    def __init__(self, name: str, *, arrows: bool = True, icon: str = "") -> None:
        super().__init__()
        self._name = name
        self._entries: tuple[Entry, ...] = ()
        self._extra: tuple[Entry, ...] = ()
        self._key = ""
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(1)
        self.before = IconButton("chevl", f"上一个{name}", lambda: self.step(-1))
        self.middle = Button("", self._open, kind=Kind.GHOST, icon=icon, trailing="chev")
        self.after = IconButton("chevr", f"下一个{name}", lambda: self.step(1))
        for part in (self.before, self.middle, self.after):
            part.set_ink(theme.INK)
            part.setFixedHeight(30)
            row.addWidget(part)
        for arrow in (self.before, self.after):
            arrow.setFixedWidth(_SIDE)
            arrow.setVisible(arrows)

    @property
    def key(self) -> str:
        """The key of what is shown."""
        return self._key

    def set_entries(self, entries: Sequence[Entry], key: str, *, extra: Sequence[Entry] = ()) -> None:
        """Offer these, with ``key`` shown now."""
        self._entries, self._extra, self._key = tuple(entries), tuple(extra), key
        shown = dict(self._entries).get(key, "—")
        place = self._place()
        self.middle.setText(shown)
        self.middle.setAccessibleName(f"{self._name}：{shown}")
        self.middle.setToolTip(f"换一个{self._name}")
        self.before.setEnabled(place > 0)
        self.after.setEnabled(0 <= place < len(self._entries) - 1)
        self.middle.updateGeometry()
        self.updateGeometry()

    def step(self, by: int) -> None:
        """Choose the entry before or after the present one, if there is one."""
        place = self._place() + by
        if 0 <= place < len(self._entries):
            self.chosen.emit(self._entries[place].key)

    def _place(self) -> int:
        keys = [entry.key for entry in self._entries]
        return keys.index(self._key) if self._key in keys else -1

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setProperty("checks", True)
        for group in (self._entries, self._extra):
            if group is self._extra and group and self._entries:
                menu.addSeparator()
            for entry in group:
                action = menu.addAction(entry.text)
                action.setCheckable(group is self._entries)
                action.setChecked(entry.key == self._key and group is self._entries)
                action.triggered.connect(lambda _=False, key=entry.key: self.chosen.emit(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PANEL, border=theme.LINE2)
        for arrow, edge in ((self.before, self.before.geometry().right() + 1), (self.after, self.after.x() - 1)):
            if arrow.isVisible():
                painter.fillRect(edge, 1, 1, self.height() - 2, QColor(theme.LINE2))
        painter.end()
