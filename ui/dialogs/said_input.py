"""民情记录: the text of a visit, in which what sounds like an appeal is underlined."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from minqing.work.proposing import Matter
from ui import theme
from ui.icons import IconLabel
from ui.widgets.inputs import FieldInput, mark
from ui.widgets.panel import Bar
from ui.widgets.text import label

_FOOT = 28
_BORDER = 2
_ROOMY = 420


class _Text(QPlainTextEdit):
    """A text with a bar inside its border at the bottom."""

    def __init__(self, foot: QWidget) -> None:
        super().__init__()
        self._foot = foot
        foot.setParent(self)
        self.setViewportMargins(0, 0, 0, _FOOT - 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._foot.setGeometry(QRect(_BORDER, self.height() - _FOOT - _BORDER, self.width() - 2 * _BORDER, _FOOT))


class SaidInput(FieldInput):
    """Several lines of text; Tab goes on. ``show_matters`` underlines parts of it and tells how many there are."""

    def __init__(self, name: str, *, placeholder: str, height: int = 140) -> None:
        super().__init__()
        foot = Bar(_FOOT, above=theme.LINE, padding=10)
        foot.row.setSpacing(6)
        self._mark = IconLabel("state-sq", colour=theme.RED, size=10)
        self._count = label(size=12, colour=theme.INK2)
        foot.row.addWidget(self._mark)
        foot.row.addWidget(self._count)
        foot.row.addStretch(1)
        self._hint = label("Ctrl+J 选中文字登诉求", size=12, colour=theme.INK2)
        foot.row.addWidget(self._hint)
        self.edit = _Text(foot)
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(height)
        self._setting = False
        self._waiting = 0
        self.edit.textChanged.connect(self._tell)
        self._stack(self.edit)
        self.show_matters((), 0)

    def _tell(self) -> None:
        if not self._setting:
            self.changed.emit()

    @property
    def selected(self) -> str:
        """The words that are selected, on one line."""
        return " ".join(self.edit.textCursor().selectedText().split())

    def text(self) -> str:
        """The text as it stands, every character in its place."""
        return self.edit.toPlainText()

    def value(self) -> object:
        """The text without outer blank lines."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Show the text."""
        self._setting = True
        self.edit.setPlainText("" if value is None else str(value))
        self._setting = False

    def set_height(self, height: int) -> None:
        """Be so high."""
        self.edit.setFixedHeight(height)

    def show_matters(self, matters: Sequence[Matter], waiting: int) -> None:
        """Underline what sounds like an appeal; ``waiting`` of them are listed below, not taken over yet."""
        found = []
        for matter in matters:
            part = QTextEdit.ExtraSelection()
            line = QTextCharFormat()
            line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            line.setUnderlineColor(QColor(theme.RED))
            cursor = QTextCursor(self.edit.document())
            cursor.setPosition(matter.start)
            cursor.setPosition(matter.end, QTextCursor.MoveMode.KeepAnchor)
            part.cursor = cursor
            part.format = line
            found.append(part)
        self.edit.setExtraSelections(found)
        self._mark.setVisible(bool(waiting))
        self._count.setText(f"文中找到 {waiting} 处像诉求，列在下方" if waiting else "")
        self._hint.setText("Ctrl+J 登第一处，或登选中的文字" if waiting else "Ctrl+J 选中文字登诉求")
        self._waiting = waiting
        self._fit_hint()

    def _fit_hint(self) -> None:
        self._hint.setVisible(not self._waiting or self.width() >= _ROOMY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_hint()

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""
        mark(self.edit, bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        self.edit.setFocus()
