"""A number in an entry form: masked until somebody asks to see or change it, which is noted in the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from minqing.records.base import Record
from minqing.records.fields import Field, Privacy
from minqing.records.values import render
from ui.revealing import Place, Revealing
from ui.widgets.buttons import LinkButton
from ui.widgets.form import FormField, make_input
from ui.widgets.inputs import FieldInput
from ui.widgets.text import label


class HiddenInput(FieldInput):
    """Shows what is ``masked`` and 显示并修改 in place of ``inner`` until that is pressed and the look is noted.

    ``place`` says in whose history; an input that is empty is open from the start.
    """

    def __init__(
        self, name: str, inner: FieldInput, *, masked: Callable[[object], str], revealing: Revealing, place: Place
    ) -> None:
        super().__init__()
        self.inner = inner
        self._masked = masked
        self._revealing = revealing
        self._place = place
        self._open = self._asked = False
        self._cover = QWidget()
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._cover)
        self._layers.addWidget(inner)
        self.words = label()
        self.button = LinkButton("显示并修改", self.reveal, icon="eye")
        self.button.setAccessibleName(f"显示并修改{name}")
        self.button.setToolTip("显示全部数字，可以修改；谁在什么时候看的会留痕")
        row = QHBoxLayout(self._cover)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.words)
        row.addWidget(self.button)
        row.addStretch(1)
        inner.changed.connect(self.changed)
        revealing.changed.connect(self._renew)

    def reveal(self) -> None:
        """Note the look and show the number, ready to be changed."""
        self._asked = True
        self._revealing.show(self._place)
        self._renew()

    def _renew(self) -> None:
        if self._asked and not self._open and self._revealing.shows(*self._place):
            self._uncover()
            self.inner.focus_first()

    def _uncover(self) -> None:
        self._open = True
        self._layers.setCurrentWidget(self.inner)

    def value(self) -> object:
        """What is entered, or what stood there all along."""
        return self.inner.value()

    def set_value(self, value: object) -> None:
        """Show ``value``, covered unless it is empty or was asked for."""
        self.inner.set_value(value)
        self.words.setText(self._masked(value) if value else "")
        if value and not self._open:
            self._layers.setCurrentWidget(self._cover)
        else:
            self._uncover()

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border; what is wrong must be seen to be mended."""
        self.inner.mark(bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        if self._open:
            self.inner.focus_first()
        else:
            self.button.setFocus()


def with_hidden_numbers(fields: Sequence[FormField], record: Record, revealing: Revealing) -> list[FormField]:
    """The same lines, with those covered that hold a number of ``record``."""
    return [_covered(field, record, revealing) if _is_hidden(field, record) else field for field in fields]


def _is_hidden(field: FormField, record: Record) -> bool:
    bound = type(record).attributes().get(field.name)
    masked = isinstance(bound, Field) and bound.privacy is Privacy.MASKED
    noted = bool(record.id or getattr(record, "household", ""))
    return masked and noted and field.make is None and bool(getattr(record, field.name, None))


def _covered(field: FormField, record: Record, revealing: Revealing) -> FormField:
    bound = type(record).fields()[field.name]
    place = (record.id or str(getattr(record, "household", "")), field.name)

    def masked(value: object) -> str:
        return render(bound.kind, value, masked=True)  # type: ignore[arg-type]

    def make() -> FieldInput:
        return HiddenInput(field.label, make_input(field), masked=masked, revealing=revealing, place=place)

    return replace(field, make=make)
