"""下次走访: a few working days to pick from, or a day of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from minqing.records.dates import screen_date
from minqing.work.next_visit import NextPick, weekday_word
from ui import theme
from ui.widgets.date_inputs import DateInput
from ui.widgets.flow import FlowLayout
from ui.widgets.inputs import FieldInput
from ui.widgets.picks import Choice, PickRow
from ui.widgets.text import label

_OWN = "自定"
_PLAIN = 3


class NextInput(FieldInput):
    """Chips, the day they mean with its weekday, and a line for a day of one's own."""

    def __init__(self, name: str, *, today: date) -> None:
        super().__init__()
        self._today = today
        self._offered: tuple[NextPick, ...] = ()
        self._row = PickRow([], many=False, name=name)
        self._row.changed.connect(self._picked)
        self.own = DateInput(name, today=today, spoken=True)
        self.own.changed.connect(self._typed)
        self._said = label(weight=theme.BOLD)
        self._why = label(size=12, colour=theme.INK3)
        self._hold = QWidget()
        flow = FlowLayout(self._hold)
        flow.addWidget(self._said)
        flow.addWidget(self._why)
        self._row.append(self.own)
        self._row.append(self._hold)
        self._stack(self._row)
        self.offer(())

    def offer(self, picks: Sequence[NextPick]) -> None:
        """Show these picks; a day that was chosen stays."""
        before = self.value()
        own = bool(self._row.values == (_OWN,))
        self._offered = tuple(picks)
        choices = [*(Choice(pick.label, pick.label) for pick in picks), Choice(_OWN, _OWN)]
        self._row.show_choices(choices)
        for pick in picks:
            chip = next(one for one in self._row.picks if one.choice.value == pick.label)
            chip.setToolTip(
                f"{screen_date(pick.day, self._today)} {weekday_word(pick.day)}：{pick.why}（Ctrl+R 换一个）"
            )
        self._row.picks[-1].setToolTip("自己写一个日子，或从月历里选")
        if own and not before:
            self._row.set_values((_OWN,))
            self._show()
        else:
            self.set_value(before)

    def value(self) -> object:
        """The day, ``None`` for none, or the text that is not a day."""
        chosen = next(iter(self._row.values), "")
        if chosen == _OWN:
            return self.own.value()
        return next((pick.day for pick in self._offered if pick.label == chosen), None)

    def set_value(self, value: object) -> None:
        """Choose the pick that means this day, else write the day."""
        day = value if isinstance(value, date) else None
        if isinstance(value, str) and value:
            self.own.set_value(value)
            read = self.own.value()
            day = read if isinstance(read, date) else None
        pick = next((one for one in self._offered if one.day == day), None) if day else None
        if pick is None and value:
            self.own.set_value(day or value)
        self._row.set_values((pick.label,) if pick else (_OWN,) if value else ())
        self._show()

    def step(self) -> None:
        """Ctrl+R: choose the first of the picks, then the next one; a rhythm of the care group comes first."""
        labels = [pick.label for pick in self._offered]
        if not labels:
            return
        labels = labels if len(labels) <= _PLAIN else [labels[-1], *labels[:-1]]
        now = next(iter(self._row.values), "")
        place = labels.index(now) + 1 if now in labels else 0
        self._row.set_values((labels[place % len(labels)],))
        self._show()
        self.changed.emit()

    def _picked(self) -> None:
        self._show()
        if self._row.values == (_OWN,):
            self.own.edit.setFocus()
        self.changed.emit()

    def _typed(self) -> None:
        self._row.set_values((_OWN,))
        self.changed.emit()

    def _show(self) -> None:
        chosen = next(iter(self._row.values), "")
        pick = next((one for one in self._offered if one.label == chosen), None)
        self.own.setVisible(chosen == _OWN)
        self._hold.setVisible(pick is not None)
        if pick is not None:
            self._said.setText(f"{screen_date(pick.day, self._today)} {weekday_word(pick.day)}")
            self._why.setText(pick.why)

    def mark(self, *, bad: bool) -> None:
        """Show or take away the red border."""
        self.own.mark(bad=bad)

    def focus_first(self) -> None:
        """Put the keyboard here."""
        if self._row.values == (_OWN,):
            self.own.focus_first()
        else:
            self._row.focus_first()
