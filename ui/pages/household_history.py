"""From a line of the household's rail to its history: a visit's own, an appeal's page, else that of the family."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from ui.pages.household_view import HouseholdView, when
from ui.session import Session


def open_item(page: QWidget, session: Session, view: HouseholdView | None, payload: object = None) -> None:
    """Show what was changed of the record with the id ``payload``, of the family for None; nothing without a view."""
    if view is None:
        return
    home = view.file.household
    visit = next((one for one in view.file.visits if one.id == payload), None)
    if visit is not None:
        show_history(page, session, visit.id, f"{home.door}　{when(visit.visited_on, date.today())}走访")
    elif payload:
        session.wanted.emit("appeals", payload)
    else:
        show_history(page, session, home.id, home.door)


def show_history(page: QWidget, session: Session, record: str, name: str) -> None:
    """Show the changes of a record, ``name`` in the dialog's head, over the window of ``page``."""
    from ui.dialogs.history_dialog import HistoryDialog

    HistoryDialog(page.window(), session, record=record, name=name).show()
