"""The strip of facts under a household's name: head, phone, dwelling, grid, the last visit and the next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.household_view import HouseholdView, age_on, days_ago, when
from ui.revealing import Revealing
from ui.widgets.chips import Chip
from ui.widgets.figures import Fact, FactStrip
from ui.widgets.hidden_number import HiddenNumber, secret_of
from ui.widgets.paint import Badge, Tone

_FIRST_ROW = 3


class HouseholdFacts(QWidget):
    """Six facts in a row, or in two rows where there is little room."""

    def __init__(self, revealing: Revealing) -> None:
        super().__init__()
        self._revealing = revealing
        self._view: HouseholdView | None = None
        self._narrow = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.strip = FactStrip()
        self.second = FactStrip()
        column.addWidget(self.strip)
        column.addWidget(self.second)
        self.second.hide()

    def set_narrow(self, *, narrow: bool) -> None:
        """Take one row or two."""
        if narrow is not self._narrow:
            self._narrow = narrow
            self.second.setVisible(narrow)
            if self._view is not None:
                self.show_facts(self._view)

    def show_facts(self, view: HouseholdView) -> None:
        """Show those of this household."""
        self._view = view
        facts, extras = _facts(view), self._extras(view)
        if self._narrow:
            facts = [replace(fact, width=0) for fact in facts]
        self.strip.set_facts(facts[:_FIRST_ROW] if self._narrow else facts, extras=extras)
        self.second.set_facts(facts[_FIRST_ROW:] if self._narrow else [], extras=extras if self._narrow else {})

    def _extras(self, view: HouseholdView) -> dict[str, list[QWidget]]:
        extras: dict[str, list[QWidget]] = {}
        head = view.file.head
        if head is not None and head.phones:
            extras["联系电话"] = [HiddenNumber(self._revealing, secret_of(head, "phones"))]
        if view.due is not None:
            late = (view.today - view.due.due_on).days
            badge = Chip(Badge(f"超 {late} 天" if late > 0 else "今天到期", Tone.WARN, "tri"))
            badge.setToolTip("、".join(view.due.reasons))
            extras["下次走访"] = [badge]
        return extras


def _facts(view: HouseholdView) -> list[Fact]:
    file, today = view.file, view.today
    head, home, last = file.head, file.household, file.last_visit
    age = age_on(head.birth_known, today) if head else None
    person = " · ".join(filter(None, (head.sex_known if head else "", f"{age} 岁" if age is not None else "")))
    house = " · ".join(filter(None, (home.residence_status, f"{home.area} ㎡" if home.area else "")))
    next_on = view.due.due_on if view.due else last.next_on if last else None
    visited = last.visited_on if last else None
    return [
        Fact("户主", file.name or "—", person, 176),
        Fact("联系电话", "" if head and head.phones else "—", width=208),
        Fact("房屋", home.house_type or "—", house),
        Fact("网格", home.grid or "—", f"网格员 {view.keeper}" if view.keeper else "", 176),
        Fact("上次走访", when(visited, today), days_ago(visited, today), 174, Tone.WARN if view.due else None),
        Fact("下次走访", when(next_on, today), width=210),
    ]
