"""家庭 in the nav: the table of households, and above it the one that was opened."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout

from ui.pages.base import Listing, Page
from ui.pages.household import HouseholdPage
from ui.pages.households import HouseholdsPage
from ui.session import Session


class HomePages(Page):
    """Holds the two and shows one of them."""

    title = "家庭"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._stack = QStackedLayout(self)
        self.table = HouseholdsPage(session)
        self.one = HouseholdPage(session)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.one)

    @property
    def front(self) -> Page:
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else self

    def open(self, household_id: str) -> None:
        """Show a household, or the table for a blank."""
        if household_id:
            self.one.open(household_id)
        self._stack.setCurrentWidget(self.one if household_id else self.table)
        self.front.take_keyboard()

    def show_only(self, listing: Listing) -> None:
        """Show the table with only these households."""
        self.open("")
        self.table.show_only(listing)

    def on_changed(self, kinds: frozenset[str]) -> None:
        self.table.on_changed(kinds)
        self.one.on_changed(kinds)
