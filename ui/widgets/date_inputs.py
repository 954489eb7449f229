"""Inputs for days and times of day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.icons import icon
from ui.widgets.buttons import Button, Size
from ui.widgets.inputs import FieldInput, TextInput, mark

_DATE = re.compile(r"(?:(\d{4})[-./年]\s*)?(\d{1,2})[-./月]\s*(\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TIME = re.compile(r"(\d{1,2})[:：.点时]\s*(\d{1,2})分?")


def read_date(text: str, *, today: date | None = None) -> date | None:
    """The day that was typed, this year's if no year was, or ``None`` if it is not a day."""
    found = _DATE.fullmatch(text) or _COMPACT.fullmatch(text)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        return date(int(year) if year else (today or date.today()).year, int(month), int(day))
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """The time of day that was typed, or ``None``."""
    found = _TIME.fullmatch(text)
    try:
        return time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


class TimeInput(TextInput):
    """A time of day."""

    def __init__(self, name: str) -> None:
        super().__init__(name, placeholder="时:分", width=90)
        self.edit.editingFinished.connect(self._tidy)

    def value(self) -> object:
        """The time, ``None`` for nothing, or the text that is not a time."""
        text = self.edit.text().strip()
        return read_time(text) or text or None

    def set_value(self, value: object) -> None:
        """Show the time."""
        super().set_value(f"{value:%H:%M}" if isinstance(value, time) else value)

    def _tidy(self) -> None:
        self.set_value(self.value())


class _CalendarPopup(QFrame):
    """A month below a field."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.calendar)

    def sizeHint(self) -> QSize:
        return QSize(280, 240)

    def _choose(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()


class DateInput(FieldInput):
    """A day: typed in any usual way, picked from a calendar (the button, or Alt+Down), or by a quick button."""

    def __init__(self, name: str, *, quick: Sequence[tuple[str, int]] = (), today: date | None = None) -> None:
        super().__init__()
        self._today = today
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText("年-月-日")
        self.edit.setFixedWidth(138)
        opener = self.edit.addAction(icon("cal", colour=theme.INK2), QLineEdit.ActionPosition.TrailingPosition)
        opener.setToolTip("打开月历（Alt+↓）")
        opener.triggered.connect(self.open_calendar)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self._tidy)
        row = self._stack(self.edit)
        for text, days in quick:
            row.addWidget(Button(text, self._jumper(days), size=Size.SMALL))
        row.addStretch(1)

    def value(self) -> object:
        """The day, ``None`` for nothing, or the text that is not a day."""
        text = self.edit.text().strip()
        return read_date(text, today=self._today) or text or None

    def set_value(self, value: object) -> None:
        """Show the day."""
        self.edit.setText(value.isoformat() if isinstance(value, date) else "" if value is None else str(value))

    def open_calendar(self) -> None:
        """Show the month below the field."""
        found = self.value()
        popup = _CalendarPopup(self, found if isinstance(found, date) else self._now())
        popup.chosen.connect(self._take)
        popup.move(self.edit.mapToGlobal(QPoint(0, self.edit.height() + 2)))
        popup.show()
        popup.calendar.setFocus()

    def _now(self) -> date:
        return self._today or date.today()

    def _take(self, day: date) -> None:
        self.set_value(day)
        self.changed.emit()

    def _jumper(self, days: int) -> Callable[[], None]:
        return lambda: self._take(self._now() + timedelta(days=days))

    def _tidy(self) -> None:
        self.set_value(self.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and alt):
                self.open_calendar()
                return True
        return super().eventFilter(watched, event)

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""
        mark(self.edit, bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        self.edit.setFocus()
