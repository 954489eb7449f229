"""A phone or ID number that is masked until somebody asks for it, and then for a minute only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from minqing.records.base import Record
from minqing.records.values import render
from ui import theme
from ui.revealing import REVEAL_KEY, Revealing
from ui.widgets.buttons import LinkButton
from ui.widgets.text import label


@dataclass(frozen=True)
class Secret:
    """A number in full and masked, and the record and field in whose history a look at it is noted."""

    record_id: str
    field: str
    full: str
    masked: str
    name: str = "电话"


def secret_of(record: Record, field: str) -> Secret:
    """The number in one field of a record; of several phones the first. Raises KeyError for no such field."""
    bound = type(record).fields()[field]
    value = getattr(record, field)
    if isinstance(value, tuple):
        value = value[:1]
    return Secret(record.id, field, render(bound.kind, value), render(bound.kind, value, masked=True), bound.label)


class HiddenNumber(QWidget):
    """The number and 显示 beside it; ``key`` tells that the page has the key that does the same."""

    def __init__(
        self, revealing: Revealing, secret: Secret, *, size: int = 15, weight: int = theme.MEDIUM, key: bool = False
    ) -> None:
        super().__init__()
        self._revealing = revealing
        self._secret = secret
        self._key = f"（{REVEAL_KEY}）" if key else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.number = label(secret.masked, size=size, weight=weight)
        self.button = LinkButton("显示", self.toggle, icon="eye")
        row.addWidget(self.number)
        row.addWidget(self.button)
        row.addStretch(1)
        revealing.changed.connect(self._renew)
        self._renew()

    def toggle(self) -> None:
        """Show the number in full, or hide it again."""
        self._revealing.toggle((self._secret.record_id, self._secret.field))

    def _renew(self) -> None:
        shown = self._revealing.shows(self._secret.record_id, self._secret.field)
        self.number.setText(self._secret.full if shown else self._secret.masked)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse if shown else Qt.TextInteractionFlag.NoTextInteraction
        self.number.setTextInteractionFlags(flags)
        self.number.setAccessibleName(f"{self._secret.name} {self.number.text()}")
        verb = "遮住" if shown else "显示"
        self.button.setText(verb)
        self.button.setAccessibleName(f"{verb}{self._secret.name}")
        tip = "现在就遮住" if shown else "显示全部数字一分钟；谁在什么时候看的，记在这一户的往来记录里"
        self.button.setToolTip(tip + self._key)
        self.button.updateGeometry()
