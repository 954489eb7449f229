"""The forms that offices taught the book: to fill, to correct, to pass on, to forget; and learning another one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button, LinkButton, Size
from ui.widgets.paint import paint_box
from ui.widgets.panel import Panel
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import ElidedLabel, Rule, label

_ROW = 34
_NONE = "把单位发的空表拖到这里，或点“套用表样”：认一遍栏目，以后直接填好导出。"


class _Rows(QWidget):
    """The list, with a dashed frame while a file is held over it."""

    def __init__(self) -> None:
        super().__init__()
        self.hot = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hot:
            painter = QPainter(self)
            area = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            paint_box(painter, area, fill=theme.ACCENTT, border=theme.ACCENT, dashed=True)
            painter.end()


class FormsPanel(Panel):
    """``learn_wanted`` asks for a file; the others name a form: fill and export, correct, save as a file, forget."""

    learn_wanted = Signal()
    fill_wanted = Signal(str)
    edit_wanted = Signal(str)
    save_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("已学会的表样")
        self.names: tuple[str, ...] = ()
        self.learn = Button("套用表样", self.learn_wanted.emit, size=Size.SMALL, icon="sheet")
        self.learn.setToolTip("学会单位自己的表，以后按原表填好导出")
        self.add_tool(self.learn)
        self._rows: _Rows = _Rows()
        self._area = ScrollArea(self._rows)
        self.body.addWidget(self._area)
        self.set_forms(())

    def set_forms(self, names: Sequence[str]) -> None:
        """Show these forms."""
        self.names = tuple(names)
        rows = _Rows()
        for name in names:
            rows.column.addWidget(self._row(name))
            rows.column.addWidget(Rule())
        if not names:
            words = label(_NONE, size=13, colour=theme.INK2, wrap=True)
            words.setContentsMargins(14, 12, 14, 12)
            rows.column.addWidget(words)
        rows.column.addStretch(1)
        self._rows = rows
        self._area.setWidget(rows)
        rows.setAutoFillBackground(False)
        self.set_count(len(names) or None)
        self._area.setMinimumHeight(min(max(len(names), 2), 4) * (_ROW + 1))

    def _row(self, name: str) -> QWidget:
        made = QWidget()
        made.setFixedHeight(_ROW)
        made.setAccessibleName(name)
        across = QHBoxLayout(made)
        across.setContentsMargins(14, 0, 10, 0)
        across.setSpacing(4)
        across.addWidget(ElidedLabel(name, weight=theme.MEDIUM), 1)
        acts = (
            ("填写导出", self.fill_wanted, "按这张表填好，导出"),
            ("改", self.edit_wanted, "看看每一栏填什么，改一改"),
            ("另存…", self.save_wanted, "另存为文件，发给同事直接用"),
            ("忘掉", self.forget_wanted, "不再用这张表，可以撤销"),
        )
        for text, signal, tip in acts:
            button = LinkButton(text)
            button.clicked.connect(partial(signal.emit, name))
            button.setToolTip(tip)
            button.setAccessibleName(f"{text.rstrip('…')}：{name}")
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return made

    def set_hot(self, hot: bool) -> None:
        """Show that a file dropped here would be learned."""
        if self._rows.hot != hot:
            self._rows.hot = hot
            self._rows.update()
