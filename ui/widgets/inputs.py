"""The typed inputs of an entry form; every input, here and beside, has the same four methods."""

from __future__ import annotations

import re
from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from ui.widgets.buttons import LinkButton
from ui.widgets.flow import FlowLayout


def mark(widget: QWidget, *, bad: bool) -> None:
    """Give ``widget`` the red border of a field with an error, or take it away."""
    widget.setProperty("bad", bad)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clearable(edit: QLineEdit) -> None:
    """Give ``edit`` the small cross at its end that empties it, with a name and a tooltip."""
    before = set(edit.findChildren(QToolButton))
    edit.setClearButtonEnabled(True)
    for button in set(edit.findChildren(QToolButton)) - before:
        button.defaultAction().setText("清空")


class FieldInput(QWidget):
    """One input. ``changed`` fires when the user changes it, not when ``set_value`` does."""

    changed = Signal()

    @abstractmethod
    def value(self) -> object:
        """What is entered; text that cannot be read as the kind asks is given as it stands."""

    @abstractmethod
    def set_value(self, value: object) -> None:
        """Show ``value``; ``None`` and the empty string clear."""

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""

    def focus_first(self) -> None:
        """Put the keyboard here."""

    def _stack(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in widgets:
            row.addWidget(widget)
        return row


class TextInput(FieldInput):
    """One line of text."""

    def __init__(self, name: str, *, placeholder: str = "", width: int = 0) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.textEdited.connect(self.changed)
        row = self._stack(self.edit)
        if width:
            self.edit.setFixedWidth(width)
            row.addStretch(1)

    def value(self) -> object:
        """The text without outer spaces."""
        return self.edit.text().strip()

    def set_value(self, value: object) -> None:
        """Show the text."""
        self.edit.setText("" if value is None else str(value))

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""
        mark(self.edit, bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        self.edit.setFocus()


class IntInput(TextInput):
    """A whole number."""

    def __init__(self, name: str, *, placeholder: str = "") -> None:
        super().__init__(name, placeholder=placeholder, width=110)

    def value(self) -> object:
        """The number, ``None`` for nothing, or the text that is not a number."""
        text = self.edit.text().strip()
        return int(text) if re.fullmatch(r"[+-]?\d{1,18}", text) else text or None


class LongInput(FieldInput):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(self, name: str, *, placeholder: str = "", lines: int = 4) -> None:
        super().__init__()
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(lines * 22 + 14)
        self._setting = False
        self.edit.textChanged.connect(self._tell)
        self._stack(self.edit)

    def _tell(self) -> None:
        if not self._setting:
            self.changed.emit()

    def value(self) -> object:
        """The text without outer blank lines."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Show the text."""
        self._setting = True
        self.edit.setPlainText("" if value is None else str(value))
        self._setting = False

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""
        mark(self.edit, bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        self.edit.setFocus()


class PhonesInput(FieldInput):
    """Phone numbers, one to a field, and a button for one more."""

    MOST = 4

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.edits: list[QLineEdit] = []
        self._flow = FlowLayout(self)
        self._grow(1)
        self._more = LinkButton("添号码", self._one_more, icon="plus")
        self._flow.addWidget(self._more)

    def _grow(self, count: int) -> None:
        while len(self.edits) < min(count, self.MOST):
            edit = QLineEdit()
            edit.setFixedWidth(150)
            edit.setAccessibleName(self._name if not self.edits else f"{self._name} {len(self.edits) + 1}")
            edit.setPlaceholderText("手机或座机")
            edit.textEdited.connect(self.changed)
            self._flow.insert(len(self.edits), edit)
            if self.edits:
                QWidget.setTabOrder(self.edits[-1], edit)
            self.edits.append(edit)

    def _one_more(self) -> None:
        self._grow(len(self.edits) + 1)
        self._more.setVisible(len(self.edits) < self.MOST)
        self.edits[-1].setFocus()

    def value(self) -> object:
        """The numbers as typed, without the empty ones."""
        return tuple(text for text in (edit.text().strip() for edit in self.edits) if text)

    def set_value(self, value: object) -> None:
        """Show the numbers."""
        numbers = [str(part) for part in value] if isinstance(value, tuple | list) else [str(value)] if value else []
        self._grow(len(numbers))
        self._more.setVisible(len(self.edits) < self.MOST)
        for edit, number in zip(self.edits, [*numbers, *[""] * len(self.edits)], strict=False):
            edit.setText(number)

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""
        for edit in self.edits:
            mark(edit, bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        self.edits[0].setFocus()
