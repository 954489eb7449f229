"""The figures of the week beside their targets: four in a line, or two and two where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from minqing.work.today import Today
from ui import theme
from ui.icons import IconLabel
from ui.pages.base import GAP
from ui.pages.today_words import figures, longest, trend
from ui.widgets.chips import seal
from ui.widgets.figures import Bars, FigureStrip
from ui.widgets.text import label


class WeekStrip(QWidget):
    """Shows the week; ``second`` is the other line of a narrow window."""

    def __init__(self) -> None:
        super().__init__()
        self._narrow = False
        self._today: Today | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        self.first, self.second = FigureStrip(), FigureStrip()
        column.addWidget(self.first)
        column.addWidget(self.second)
        self.second.hide()

    def show_day(self, today: Today) -> None:
        """Show the figures of the week around a day."""
        self._today = today
        shown, extras = figures(today), _extras(today)
        cut = 2 if self._narrow else len(shown)
        self.first.set_figures(shown[:cut], extras=extras)
        self.second.set_figures(shown[cut:], extras=extras)

    def set_narrow(self, narrow: bool) -> None:
        """Use two lines or one."""
        self._narrow = narrow
        self.second.setVisible(narrow)
        if self._today is not None:
            self.show_day(self._today)


def _extras(today: Today) -> dict[str, QWidget]:
    """What stands at the right of some figures, by their labels."""
    reached = Bars()
    reached.set_share(today.week.homes / today.plan.homes)
    extras: dict[str, QWidget] = {"本周走访": reached}
    words, direction = trend(today)
    if direction:
        extras["办结率"] = _arrow(words, up=direction > 0)
    if today.week.overdue:
        extras["超期诉求"] = seal(f"最长超 {longest(today)} 天")
    return extras


def _arrow(words: str, *, up: bool) -> QWidget:
    """Which way the rate went."""
    colour = theme.GREEN if up else theme.INK2
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    icon = IconLabel("state-up" if up else "state-down", colour=colour, size=11)
    row.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(label(words, size=13, colour=colour))
    made.setAccessibleName(f"比一周前{'升' if up else '降'} {words}")
    return made
