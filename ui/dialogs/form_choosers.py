"""The two popups of 套用表样: which field a column is, and what goes into a single cell."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from minqing.forms.learning.proposal import Proposal, Proposed
from ui.dialogs.form_words import cell_items, field_items, is_private, template_of, template_words
from ui.widgets.chooser import Chooser


class FieldChooser(Chooser):
    """Chooses a field, or none (blank); ``masked_changed(bool)`` fires for the box that is there for numbers."""

    masked_changed = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, title="这一列填什么", hint="输入栏名或拼音首字母")
        self.masked = QCheckBox("填写时遮掩号码（打码）")
        self.masked.toggled.connect(self.masked_changed)
        self.foot.addWidget(self.masked)

    def open_for(self, proposal: Proposal, one: Proposed, beside: QRect) -> None:
        """Show what a column may be, beside a place of the window."""
        self.masked.setVisible(is_private(one))
        self.masked.blockSignals(True)
        self.masked.setChecked(one.masked)
        self.masked.blockSignals(False)
        items = field_items(proposal, one)
        self.open(items, beside, value=one.field, title=f"{one.letter} 列“{one.label}”填什么")


class CellChooser(Chooser):
    """Chooses the template of a cell; a blank leaves the cell as it is. The line below takes words of one's own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, title="这一格填什么", hint="输入名称或拼音首字母")
        self._text = ""
        self.written = QLineEdit()
        self.written.setAccessibleName("这一格写成")
        self.written.setPlaceholderText("也可以自己写，如 填报单位：〔社区〕")
        self.written.setToolTip("写好按 Enter；〔 〕里的名称填写时换成实际内容")
        self.written.returnPressed.connect(self._take_written)
        self.foot.addWidget(self.written)

    def open_for(self, proposal: Proposal, cell: str, text: str, beside: QRect) -> None:
        """Show what may go into ``cell``, which says ``text`` on the blank sheet."""
        self._text = text
        template = dict(proposal.layout.cells).get(cell, "")
        self.written.setText(template_words(template) if template else text)
        self.open(cell_items(proposal, text), beside, value=template, title=f"{cell} 这一格填什么")

    def _take_written(self) -> None:
        words = self.written.text()
        self.close_up()
        self.chosen.emit("" if words == self._text else template_of(words))
