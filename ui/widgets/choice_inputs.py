"""Inputs that choose among words: chips, tiles, lists to type in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView

from ui import translation
from ui.widgets.inputs import FieldInput, mark
from ui.widgets.picks import Choice, Pick, PickRow


class ChipsInput(FieldInput):
    """One of a few words as chips, or as tiles of 60 px with number keys."""

    def __init__(self, name: str, choices: Sequence[Choice], *, required: bool = False, tiles: bool = False) -> None:
        super().__init__()
        self.row = PickRow(choices, many=False, name=name, tiles=tiles, clearable=not required)
        self.row.changed.connect(self.changed)
        self._stack(self.row)

    def value(self) -> object:
        """The chosen value, or an empty string."""
        return next(iter(self.row.values), "")

    def set_value(self, value: object) -> None:
        """Choose ``value``; one that is not offered is added."""
        self.row.set_values([str(value)] if value else [])

    def focus_first(self) -> None:
        """Put the keyboard here."""
        self.row.focus_first()


def _labels(choices: Sequence[Choice]) -> dict[str, str]:
    """What the list shows, by value; where two values have one word in the window's language, both as written."""
    words = {choice.value: translation.shown(choice.label) for choice in choices}
    often = Counter(words.values())
    return {one.value: words[one.value] if often[words[one.value]] == 1 else one.label for one in choices}


class ComboInput(FieldInput):
    """One of many words: type any part of it, or open the list.

    ``fixed``: it is always one of them; whoever types anything else goes on with what was chosen before.
    """

    def __init__(self, name: str, choices: Sequence[Choice], *, placeholder: str = "", fixed: bool = False) -> None:
        super().__init__()
        self._fixed = fixed
        self._chosen = ""
        self._labels = _labels(choices)
        self._values = {choice.label: choice.value for choice in choices}
        self._values |= {word: value for value, word in self._labels.items()}
        self.box = QComboBox()
        self.edit = QLineEdit()
        self.box.setEditable(True)
        self.box.setLineEdit(self.edit)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setAccessibleName(name)
        self.box.setMaxVisibleItems(12)
        self.box.addItems(list(self._labels.values()))
        self.box.setCurrentIndex(-1)
        self.edit.setPlaceholderText(placeholder or "输入几个字，或从列表里选")
        self._complete()
        self.edit.textEdited.connect(self.changed)
        self.box.activated.connect(self.changed)
        if fixed:
            self.edit.editingFinished.connect(lambda: self.set_value(self.value()))
        self._stack(self.box)

    def _complete(self) -> None:
        completer = QCompleter(self.box.model(), self.box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        view = QListView()
        view.setObjectName("choices")
        completer.setPopup(view)
        completer.activated.connect(self.changed)
        self.box.setCompleter(completer)

    def value(self) -> object:
        """The chosen value, or the typed words if they are none of the choices."""
        text = self.edit.text().strip()
        if self._fixed:
            self._chosen = self._values.get(text, self._chosen)
            return self._chosen
        return self._values.get(text, text)

    def set_value(self, value: object) -> None:
        """Choose ``value``."""
        text = self._chosen = "" if value is None else str(value)
        self.edit.setText(self._labels.get(text, text))

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""
        mark(self.box, bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        self.edit.setFocus()


class ManyInput(FieldInput):
    """Several of some words as chips; with ``add`` one chip more takes words of one's own."""

    SHOWN = 12

    def __init__(self, name: str, choices: Sequence[Choice], *, add: str = "", shown: int = SHOWN) -> None:
        super().__init__()
        self._all = {translation.shown(choice.label): choice for choice in choices}
        self.row = PickRow(choices[:shown], many=True, name=name)
        self.row.changed.connect(self.changed)
        self._stack(self.row)
        self.adder = Pick(Choice("", add or "其他"), dashed=True)
        self.typed = QLineEdit()
        self._prepare_adding(name, offered=bool(add) or len(choices) > shown)

    def _prepare_adding(self, name: str, *, offered: bool) -> None:
        self.typed.setFixedWidth(130)
        self.typed.setAccessibleName(f"{name}：添一项")
        self.typed.setPlaceholderText("写好按 Enter")
        self.typed.setCompleter(QCompleter(list(self._all), self.typed))
        self.typed.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.typed.returnPressed.connect(self._add)
        self.typed.installEventFilter(self)
        self.adder.clicked.connect(self._start_adding)
        self.row.append(self.adder)
        self.row.append(self.typed)
        self.adder.setVisible(offered)
        self.typed.hide()

    def value(self) -> object:
        """The chosen values, and what stands in the line and was not yet confirmed by Enter."""
        text = "" if self.typed.isHidden() else self.typed.text().strip()
        pending = [self._all.get(text, Choice(text, text)).value] if text else []
        return tuple(dict.fromkeys([*self.row.values, *pending]))

    def set_value(self, value: object) -> None:
        """Switch on exactly these."""
        self.row.set_values([str(part) for part in value] if isinstance(value, tuple | list) else [])

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer more chips; those that are there already stay as they are."""
        there = {pick.choice.value for pick in self.row.picks}
        for choice in choices:
            self._all[translation.shown(choice.label)] = choice
            if choice.value not in there:
                self.row.add(choice)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        if self.row.picks:
            self.row.focus_first()
        else:
            self.adder.setFocus()

    def _start_adding(self) -> None:
        self.typed.clear()
        self.adder.hide()
        self.typed.show()
        self.typed.setFocus()

    def _stop_adding(self) -> None:
        self.typed.hide()
        self.adder.show()
        self.adder.setFocus()

    def _add(self) -> None:
        text = self.typed.text().strip()
        if text:
            choice = self._all.get(text, Choice(text, text))
            self.row.set_values([*self.row.values, choice.value])
            self.changed.emit()
        self._stop_adding()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self._stop_adding()
            return True
        return super().eventFilter(watched, event)
