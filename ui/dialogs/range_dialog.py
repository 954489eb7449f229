"""自定: the first and the last day of the range that figures are about."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from minqing.records.period import Period
from ui import theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.form import EntryForm, FormField
from ui.widgets.text import label

_FIELDS = (
    FormField("start", "从", "date", required=True, quick=(("30 天前", -30), ("90 天前", -90))),
    FormField("end", "到", "date", required=True, quick=(("今天", 0), ("昨天", -1))),
)


class RangeDialog(QDialog):
    """Asks for two days; ``period`` is what was asked for once it is accepted."""

    def __init__(self, window: QWidget, period: Period) -> None:
        super().__init__(window)
        self.period = period
        self.setWindowTitle("自定时间")
        self.setFixedWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(label("看哪一段时间的统计？", size=17, weight=theme.BOLD))
        self.form = EntryForm(_FIELDS, label_width=40)
        self.form.set_values({"start": period.start, "end": period.end})
        column.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(Button("取消", self.reject, hint="Esc"))
        self.show_button = Button("看这段时间", self.take, kind=Kind.PRIMARY, hint="Enter")
        row.addWidget(self.show_button)
        column.addLayout(row)
        self.form.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.take()
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """Accept the range, or say what is wrong with it."""
        values = self.form.values()
        start, end = values["start"], values["end"]
        errors = {
            name: "请填一个日期，如 2026-11-01。" for name, value in values.items() if not isinstance(value, date)
        }
        if isinstance(start, date) and isinstance(end, date) and end < start:
            errors["end"] = "结束日期早于开始日期。请改一个。"
        if errors or not isinstance(start, date) or not isinstance(end, date):
            self.form.show_errors(errors)
            return
        self.period = Period(start, end)
        self.accept()
