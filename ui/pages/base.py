"""What every page has: a title, its keys, and a refresh that waits until somebody looks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import theme
from ui.widgets.rows import KeyRow
from ui.widgets.text import label, title

HEAD_HEIGHT = 34
MARGINS = (20, 12, 20, 14)
GAP = 12


@dataclass(frozen=True)
class Listing:
    """Records that another page asks to see in a list, and what they are: ``7栋 从未走访``."""

    title: str
    ids: frozenset[str]


class Page(QWidget):
    """A page of the window.

    Subclasses set ``title``, ``keys`` (``(key, what it does)`` for the status bar), ``more_keys`` (which only F1 lists)
    and ``kinds`` (the kinds of record they show; empty means all) and write ``refresh``. A change to those kinds
    refreshes a page that is visible and marks one that is not; ``refresh`` also runs the first time the page is shown.
    """

    title: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    more_keys: tuple[tuple[str, str], ...] = ()
    kinds: frozenset[str] = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        self._start: QWidget | None = None
        self.setAccessibleName(self.title)

    def start_at(self, widget: QWidget) -> None:
        """Where the keyboard goes when the page comes to the front.

        No focus proxy: Tab would then go from whatever stands before the page straight to its proxy, past all between.
        """
        self._start = widget

    def take_keyboard(self) -> None:
        """Take the keyboard to where the page is worked in."""
        start = self._start
        if start is None or not isValid(start):
            self.setFocus()
        elif start.isVisibleTo(self) and start.isEnabled():
            start.setFocus()
        else:
            (self._first_stop() or self).setFocus()

    def _first_stop(self) -> QWidget | None:
        """Where Tab stops first among what is shown, such as the button of a page that has nothing to show yet."""
        tab = Qt.FocusPolicy.TabFocus
        stops = (one for one in self.findChildren(QWidget) if one.focusPolicy() & tab and one.focusProxy() is None)
        return next((one for one in stops if one.isVisibleTo(self) and one.isEnabled()), None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """When what has the keyboard goes away, it goes to where the page is worked in, not to whatever comes next."""
        now = QApplication.focusWidget()
        lost = now is not None and not (now.isVisible() and now.isEnabled())
        if lost and self.isVisible():
            self.take_keyboard()
            return True
        return super().focusNextPrevChild(forward)

    @property
    def stale(self) -> bool:
        """Whether what is shown may be out of date."""
        return self._stale

    @property
    def front(self) -> Page:
        """The page that the user sees: this one, unless it holds several."""
        return self

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        """What keys do while this page is in front, such as ``{"Ctrl+N": self.add_visit}``."""
        return {}

    def open(self, record_id: str) -> None:
        """Show one record of this page's; a blank shows them all. Pages that show no single record ignore it."""

    def show_only(self, listing: Listing) -> None:
        """Show only these records until the user clears the filters. Pages without a list ignore it."""

    def refresh(self) -> None:
        """Read again and show; the base page has nothing to show."""

    def complete(self) -> None:
        """Make what the page does not show at first; in a quiet moment, so that nobody waits for it later."""

    def shown(self) -> None:
        """Called each time the page comes to the front, after any refresh."""

    def on_changed(self, kinds: frozenset[str]) -> None:
        """Take note that records of ``kinds`` have changed."""
        if self.kinds and not self.kinds & kinds:
            return
        self.renew()

    def renew(self) -> None:
        """Read again now, or when somebody looks."""
        self._stale = True
        if self.isVisible():
            self._freshen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._freshen()
        self.shown()

    def _freshen(self) -> None:
        self._stale = False
        self.refresh()


class PageLayout(QVBoxLayout):
    """The column of a page: margins 12 20 14, gap 12, and a head row of 34 px.

    ``head`` holds title, remark and filters at the left; widgets added after ``head.addStretch(1)`` go right.
    ``bar`` is the row itself, which may name what goes first where it has no room for all.
    """

    def __init__(self, page: QWidget, heading: str = "", *, remark: str = "") -> None:
        super().__init__(page)
        left, top, right, bottom = MARGINS
        self.setContentsMargins(left, top, right, bottom)
        self.setSpacing(GAP)
        self.bar = KeyRow(HEAD_HEIGHT)
        self.head = self.bar.row
        self.heading = title(heading)
        self.heading.setContentsMargins(0, 0, 0, 2)
        self.remark = label(remark, colour=theme.INK2)
        self.remark.setContentsMargins(0, 3, 0, 0)
        if heading:
            self.head.addWidget(self.heading)
            self.head.addWidget(self.remark)
        self.addWidget(self.bar)
