"""The one entry form: fields as data, values out, errors under their fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.icons import IconLabel
from ui.translation import roomy
from ui.widgets.choice_inputs import ChipsInput, ComboInput, ManyInput
from ui.widgets.date_inputs import DateInput, TimeInput
from ui.widgets.inputs import FieldInput, IntInput, LongInput, PhonesInput, TextInput
from ui.widgets.picks import Choice, as_choice
from ui.widgets.text import ElidedLabel, label

FieldKind = Literal["text", "long", "date", "time", "int", "choice", "tiles", "many", "phones"]
_FEW = 6
_SHORT = 28


@dataclass(frozen=True)
class FormField:
    """One field of a form.

    ``open`` lets people add words of their own to the choices, ``fixed`` takes nothing but the choices; ``quick`` are a
    date's buttons as (word, days from today); ``beside`` puts the field on the row of the one before; ``heading``
    starts a new group; ``make`` gives an input of one's own in place of the one that fits the kind; ``spoken`` names an
    input without a label.
    """

    name: str
    label: str
    kind: FieldKind = "text"
    choices: Sequence[Choice | str] = ()
    required: bool = False
    hint: str = ""
    open: bool = False
    placeholder: str = ""
    quick: Sequence[tuple[str, int]] = ()
    lines: int = 4
    beside: bool = False
    heading: str = ""
    make: Callable[[], FieldInput] | None = None
    spoken: str = ""
    fixed: bool = False

    @property
    def said(self) -> str:
        """What assistive technology calls the input."""
        return self.label or self.spoken


def make_input(field: FormField) -> FieldInput:
    """The input that fits ``field``: few short choices become chips, many a list to type in."""
    if field.make is not None:
        return field.make()
    if field.kind in {"choice", "tiles", "many"}:
        return _choosing_input(field)
    if field.kind == "date":
        return DateInput(field.said, quick=field.quick)
    if field.kind == "time":
        return TimeInput(field.said)
    if field.kind == "long":
        return LongInput(field.said, placeholder=field.placeholder, lines=field.lines)
    if field.kind == "int":
        return IntInput(field.said, placeholder=field.placeholder)
    return PhonesInput(field.said) if field.kind == "phones" else TextInput(field.said, placeholder=field.placeholder)


def _choosing_input(field: FormField) -> FieldInput:
    choices = [as_choice(choice) for choice in field.choices]
    if field.kind == "many":
        return ManyInput(field.said, choices, add=(field.placeholder or "添一项") if field.open else "")
    if field.kind == "tiles":
        return ChipsInput(field.said, choices, required=True, tiles=True)
    letters = sum(len(choice.label) for choice in choices)
    if len(choices) <= _FEW and letters <= _SHORT and not field.open:
        return ChipsInput(field.said, choices, required=field.required)
    return ComboInput(field.said, choices, placeholder=field.placeholder, fixed=field.fixed)


class _Error(QWidget):
    """The sentence under a field: an x and 12 px red."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 0)
        row.setSpacing(5)
        row.addWidget(IconLabel("state-x", colour=theme.RED, size=11), 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = label(size=12, colour=theme.RED, wrap=True)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, or hide for an empty one."""
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class _Row(QWidget):
    """Label at the left, inputs at the right, their hint and their error."""

    def __init__(self, text: str, *, label_width: int, required: bool, tall: bool) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.label: QLabel | None = None
        if text:
            self.label = label(f"{text} *" if required else text, size=13, colour=theme.INK2, wrap=True)
            self.label.setFixedWidth(roomy(label_width))
            self.label.setMinimumHeight(60 if tall else 30)
            across.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.inputs = QHBoxLayout()
        self.inputs.setSpacing(6)
        column.addLayout(self.inputs)
        self.column = column
        self.errors: dict[str, _Error] = {}
        across.addLayout(column, 1)

    def add(self, field: FormField, made: FieldInput) -> None:
        """Put one more input on the row."""
        narrow = field.kind in {"date", "time", "int"}
        if narrow and self.inputs.count() == 0:
            self.inputs.addStretch(1)
        self.inputs.insertWidget(max(0, self.inputs.count() - narrow), made, 0 if narrow else 1)
        if field.hint and narrow:
            self.inputs.insertWidget(self.inputs.count() - 1, ElidedLabel(field.hint, size=12, colour=theme.INK3))
        elif field.hint:
            hint = label(field.hint, size=12, colour=theme.INK3, wrap=True)
            hint.setContentsMargins(0, 3, 0, 0)
            self.column.addWidget(hint)
        if self.label is not None and isinstance(made, ComboInput):
            # On Linux a combo box is announced by what is chosen in it; only the label says what that is.
            self.label.setBuddy(made.box)
        self.errors[field.name] = _Error()
        self.column.addWidget(self.errors[field.name])


class EntryForm(QWidget):
    """A column of fields. ``changed`` fires whenever the user changes one; Tab follows the eye."""

    changed = Signal()

    def __init__(self, fields: Sequence[FormField], *, label_width: int = 72, gap: int = 15) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self._label_width = label_width
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(gap)
        self._inputs: dict[str, FieldInput] = {}
        self._errors: dict[str, _Error] = {}
        row: _Row | None = None
        for field in self.fields:
            if row is None or not field.beside:
                row = self._new_row(field)
            self._add(field, row)
        self.column.addStretch(1)
        self._clean = self.values()

    def _new_row(self, field: FormField) -> _Row:
        if field.heading:
            self.column.addWidget(label(field.heading, size=15, weight=theme.BOLD))
        made = _Row(field.label, label_width=self._label_width, required=field.required, tall=field.kind == "tiles")
        self.column.addWidget(made)
        return made

    def _add(self, field: FormField, row: _Row) -> None:
        made = make_input(field)
        made.changed.connect(self._note_change)
        row.add(field, made)
        self._inputs[field.name] = made
        self._errors[field.name] = row.errors[field.name]

    def _note_change(self) -> None:
        sender = self.sender()
        for name, made in self._inputs.items():
            if made is sender:
                self._errors[name].say("")
                made.mark(bad=False)
                _describe(made, "")
        self.changed.emit()

    def input(self, name: str) -> FieldInput:
        """The input of the field ``name``; raises ``KeyError``."""
        return self._inputs[name]

    def error(self, name: str) -> str:
        """The sentence now shown under the field ``name``, or nothing."""
        return self._errors[name].words.text()

    def values(self) -> dict[str, object]:
        """What is entered, by field name."""
        return {name: made.value() for name, made in self._inputs.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show these values; fields not named are left alone. The form counts as clean afterwards."""
        for name, value in values.items():
            if name in self._inputs:
                self._inputs[name].set_value(value)
        self.clear_errors()
        self.set_clean()

    def set_clean(self) -> None:
        """Take what is entered now as saved."""
        self._clean = self.values()

    @property
    def dirty(self) -> bool:
        """Whether something is entered that was not there when the form was filled."""
        return self.values() != self._clean

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show each sentence under its field and go to the first; a name without a field goes to the first field."""
        self.clear_errors()
        names = list(self._inputs)
        found: dict[str, str] = {}
        for name, sentence in errors.items():
            place = name if name in self._inputs else names[0]
            found[place] = f"{found[place]} {sentence}" if place in found else sentence
        for name, sentence in found.items():
            self._errors[name].say(sentence)
            self._inputs[name].mark(bad=True)
            _describe(self._inputs[name], sentence)
        first = next((name for name in names if name in found), None)
        if first is not None:
            self._inputs[first].focus_first()

    def clear_errors(self) -> None:
        """Take all errors away."""
        for name, made in self._inputs.items():
            self._errors[name].say("")
            made.mark(bad=False)
            _describe(made, "")

    def focus_first(self) -> None:
        """Put the keyboard on the first field."""
        next(iter(self._inputs.values())).focus_first()


def _describe(made: FieldInput, sentence: str) -> None:
    """Let assistive technology say ``sentence`` after the name of whatever in ``made`` takes the keyboard."""
    for part in made.findChildren(QWidget):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            part.setAccessibleDescription(sentence)
