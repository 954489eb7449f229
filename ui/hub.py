"""The one signal that tells pages which kinds of record have changed."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Hub(QObject):
    """``changed(frozenset of kinds)`` fires after every change to the account book."""

    changed = Signal(object)

    def tell(self, kinds: Iterable[str]) -> None:
        """Say that records of these kinds have changed; says nothing if there are none."""
        found = frozenset(kinds)
        if found:
            self.changed.emit(found)
