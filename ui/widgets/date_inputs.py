"""Inputs for days and times of day."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout, QWidget

from minqing.records.dates import screen_date
from ui import theme
from ui.icons import icon
from ui.translation import translated
from ui.widgets.buttons import Button, Size
from ui.widgets.inputs import FieldInput, TextInput, mark

_DATE = re.compile(r"(?:(\d{4})[-./年]\s*)?(\d{1,2})[-./月]\s*(\d{1,2})日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WEEKDAYS = "一二三四五六日"
_RELATIVE = {"前天": -2, "昨天": -1, "今天": 0, "明天": 1}
_TAIL = re.compile(r"\s*(?:今天|昨天|明天|周[一二三四五六日])$")
_TIME = re.compile(r"(\d{1,2})[:：.点时]\s*(\d{1,2})分?")


def read_date(text: str, *, today: date | None = None) -> date | None:
    """The day that was typed, this year's if no year was, or ``None`` if it is not a day."""
    now = today or date.today()
    if text in _RELATIVE:
        return now + timedelta(days=_RELATIVE[text])
    bare = _TAIL.sub("", text)
    found = _DATE.fullmatch(bare) or _COMPACT.fullmatch(bare)
    if found is None:
        return None
    year, month, day = found.groups()
    try:
        return date(int(year) if year else now.year, int(month), int(day))
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """The time of day that was typed, or ``None``."""
    found = _TIME.fullmatch(text)
    try:
        return time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        return None


def spoken_date(day: date, today: date) -> str:
    """``11月19日 今天``, ``12月19日 周六``; with the year when it is another one."""
    word = {-1: "昨天", 0: "今天", 1: "明天"}.get((day - today).days) or f"周{_WEEKDAYS[day.weekday()]}"
    return f"{screen_date(day, today)} {word}"


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
    """A day: typed in any usual way, picked from a calendar (the button, or Alt+Down), or by a quick button.

    With ``spoken`` the day is shown as people say it: ``11月19日 今天``; in a window in another language as it is read.
    """

    def __init__(
        self,
        name: str,
        *,
        quick: Sequence[tuple[str, int]] = (),
        today: date | None = None,
        spoken: bool = False,
    ) -> None:
        super().__init__()
        self._today = today
        self._spoken = spoken and not translated()
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText("年-月-日")
        self.edit.setFixedWidth(148 if spoken else 138)
        place = QLineEdit.ActionPosition.LeadingPosition if spoken else QLineEdit.ActionPosition.TrailingPosition
        opener = self.edit.addAction(icon("cal", colour=theme.INK2), place)
        opener.setText("打开月历")
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
        if isinstance(value, date):
            self.edit.setText(spoken_date(value, self._now()) if self._spoken else value.isoformat())
        else:
            self.edit.setText("" if value is None else str(value))

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
