"""Appeals caught while a visit is written down: one line each, with a category proposed from its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from minqing.records.categories import suggest_categories
from ui import theme
from ui.icons import IconLabel
from ui.widgets.buttons import Button, IconButton
from ui.widgets.inputs import mark
from ui.widgets.picks import Choice, PickRow
from ui.widgets.text import ElidedLabel, label

_USUAL = ("公共设施", "治安", "物业收费", "其他")
_LABEL_WIDTH = 72


class AppealLines(QWidget):
    """A list of (title, category) and a line to add one more; Enter adds it."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("诉求")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        name = label("诉求", size=13, colour=theme.INK2)
        name.setFixedWidth(_LABEL_WIDTH)
        name.setContentsMargins(0, 7, 0, 0)
        across.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        across.addLayout(self._column, 1)
        self._drafts: list[tuple[str, str]] = []
        self._chosen = ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self._column.addLayout(self._rows)
        self._build_entry()

    def _build_entry(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText("一句话写清一件事，回车加入")
        self.edit.setAccessibleName("诉求事项")
        self.edit.returnPressed.connect(self.add)
        self.edit.textChanged.connect(self._propose)
        row.addWidget(self.edit, 1)
        row.addWidget(Button("加入", self.add, hint="Enter"))
        self._column.addLayout(row)
        self._proposals = QHBoxLayout()
        self._proposals.setSpacing(6)
        self._picks: PickRow | None = None
        self._column.addLayout(self._proposals)
        self._propose("")

    def drafts(self) -> list[tuple[str, str]]:
        """The appeals entered, the one still in the line included."""
        pending = self.edit.text().strip()
        return [*self._drafts, (pending, self._category())] if pending else list(self._drafts)

    def add(self) -> None:
        """Put the line into the list."""
        title = self.edit.text().strip()
        mark(self.edit, bad=not title)
        if not title:
            self.edit.setFocus()
            return
        self._drafts.append((title, self._category()))
        self.edit.clear()
        self._show()
        self.edit.setFocus()

    def _category(self) -> str:
        return next(iter(self._picks.values), "") if self._picks else ""

    def _propose(self, text: str) -> None:
        if self._picks is not None:
            self._proposals.removeWidget(self._picks)
            self._picks.deleteLater()
            self._picks = None
        if not text.strip():
            self._chosen = ""
            return
        words = suggest_categories(text)
        names = list(dict.fromkeys([*words, *_USUAL]))[:5]
        self._picks = PickRow([Choice(name, name) for name in names], many=False, name="建议分类")
        if self._chosen or words:
            self._picks.set_values((self._chosen or words[0],))
        self._picks.changed.connect(self._choose)
        self._proposals.addWidget(self._picks)

    def _choose(self) -> None:
        """Remember a category that a person chose: it stays while the words are corrected."""
        self._chosen = self._category()

    def _show(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for number, (title, category) in enumerate(self._drafts):
            self._rows.addWidget(self._row(number, title, category))

    def _row(self, number: int, title: str, category: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(IconLabel("state-sq", colour=theme.RED, size=11))
        across.addWidget(ElidedLabel(title), 1)
        across.addWidget(label(category or "未分类", size=13, colour=theme.INK2))
        across.addWidget(IconButton("close", f"去掉“{title}”", lambda: self._drop(number)))
        return row

    def _drop(self, number: int) -> None:
        del self._drafts[number]
        self._show()
