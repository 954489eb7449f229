"""Hidden numbers that are shown in full for a minute, after the look was written down in the book."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from minqing.actions.revealing import reveal_number
from minqing.ledger import Ledger

if TYPE_CHECKING:
    from ui.session import Session

SHOWN_FOR = 60_000
REVEAL_KEY = "Ctrl+D"
Place = tuple[str, str]
"""A record's id and the name of its field."""


class Revealing(QObject):
    """Which numbers the screen may show now. ``changed`` fires when that is another set."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._clocks: dict[Place, QTimer] = {}

    def shows(self, record_id: str, field: str) -> bool:
        """Whether this number is shown in full for now."""
        return (record_id, field) in self._clocks

    def show(self, *places: Place) -> None:
        """Write down the look at each of these numbers that is still hidden, then show them for a minute."""
        wanted = [place for place in places if place not in self._clocks]
        if not wanted:
            return

        def note(ledger: Ledger) -> list[Place]:
            for record_id, field in wanted:
                reveal_number(ledger, record_id=record_id, field=field)
            return wanted

        self._session.load(note, self._open, owner=self)

    def toggle(self, *places: Place) -> None:
        """Show these numbers; hide them again if all of them are shown."""
        if places and all(place in self._clocks for place in places):
            self.hide(places)
        else:
            self.show(*places)

    def hide(self, places: Iterable[Place] | None = None) -> None:
        """Hide these numbers again, or all of them."""
        gone = [self._clocks.pop(place, None) for place in list(self._clocks if places is None else places)]
        for clock in gone:
            if clock is not None:
                clock.stop()
                clock.deleteLater()
        if any(gone):
            self.changed.emit()

    def _open(self, places: list[Place]) -> None:
        for place in places:
            clock = QTimer(self, singleShot=True, interval=SHOWN_FOR)
            clock.timeout.connect(self._hider(place))
            self._clocks[place] = clock
            clock.start()
        self.changed.emit()

    def _hider(self, place: Place) -> Callable[[], None]:
        return lambda: self.hide([place])
