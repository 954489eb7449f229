"""The main window: it arranges pages and knows nothing of what they show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.dropping import FileDrops, leave_files_alone
from ui.first_steps import GuideStrip
from ui.hub import Hub
from ui.jobs import Jobs
from ui.pages.base import Page
from ui.shell import NavBar, NavEntry, StatusBar, TopBar
from ui.widgets.progress import ProgressStrip
from ui.widgets.search import Group, SearchBox

NARROW_BELOW = 1100


@dataclass(frozen=True)
class PageSpec:
    """A page of the window; ``factory`` makes it when it is first shown. ``foot`` puts it below the nav's line."""

    key: str
    title: str
    icon: str
    factory: Callable[[], Page]
    foot: bool = False


class MainWindow(QMainWindow):
    """Nav, top bar, pages, status bar.

    ``query`` answers the search box (none: no box). ``page_shown(key)`` fires when a page comes to the front,
    ``result_chosen(payload)`` when a hit of the search is picked, ``help_requested`` for F1,
    ``files_dropped(list of paths)`` for files let go anywhere. ``may_close`` is asked before the window goes.
    """

    page_shown = Signal(str)
    files_dropped = Signal(object)
    result_chosen = Signal(object)
    help_requested = Signal()

    def __init__(
        self,
        pages: Sequence[PageSpec],
        *,
        hub: Hub,
        jobs: Jobs,
        query: Callable[[str], Sequence[Group]] | None = None,
        may_close: Callable[[], bool] = lambda: True,
    ) -> None:
        super().__init__()
        self._specs = {spec.key: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._jobs = jobs
        self._hub = hub
        self.may_close = may_close
        self.setWindowTitle("民情账本")
        entries = [
            NavEntry(spec.key, spec.title, spec.icon, f"Ctrl+{number}" if number <= 9 else "", spec.foot)
            for number, spec in enumerate(pages, 1)
        ]
        self.nav = NavBar(entries)
        self.top = TopBar(SearchBox(query, jobs) if query is not None else None)
        self.stack = QStackedWidget()
        self.status = StatusBar(ProgressStrip(jobs))
        self.guide = GuideStrip()
        self.alert = GuideStrip(close="收起这一条")
        self._arrange()
        self._connect(entries)
        self.resize(1366, 768)
        self.setMinimumSize(911, 512)

    def _arrange(self) -> None:
        holder = QWidget()
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.nav)
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.top, self.alert, self.guide, self.stack, self.status):
            column.addWidget(part, 1 if part is self.stack else 0)
        across.addLayout(column, 1)
        self.setCentralWidget(holder)

    def _connect(self, entries: Sequence[NavEntry]) -> None:
        self.nav.picked.connect(self.show_page)
        for entry in entries:
            if entry.shortcut:
                self.add_key(entry.shortcut, self._opener(entry.key))
        self.add_key("F1", self.help_requested.emit)
        FileDrops(self).dropped.connect(self.files_dropped)
        leave_files_alone(self)
        if self.top.search is not None:
            self.add_key("Ctrl+K", self.top.search.grab_focus)
            self.top.search.chosen.connect(self.result_chosen)
            self.top.search.left.connect(self.take_keyboard)

    def _opener(self, key: str) -> Callable[[], object]:
        return lambda: self.show_page(key)

    def add_key(self, key: str, action: Callable[[], object]) -> QShortcut:
        """Let ``key`` do ``action`` anywhere in the window."""
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.activated.connect(action)
        return shortcut

    @property
    def current_page(self) -> Page | None:
        """The page in front."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def page(self, key: str) -> Page:
        """The page ``key``, made now if it was not yet; raises ``KeyError``."""
        if key not in self._pages:
            page = self._specs[key].factory()
            self._pages[key] = page
            self._hub.changed.connect(page.on_changed)
            self.stack.addWidget(page)
            leave_files_alone(page)
        return self._pages[key]

    def show_page(self, key: str) -> Page:
        """Bring the page ``key`` to the front; raises ``KeyError``."""
        page = self.page(key)
        self.nav.select(key)
        self.stack.setCurrentWidget(page)
        self.take_keyboard()
        self.renew_keys()
        self.page_shown.emit(key)
        return page

    def take_keyboard(self) -> None:
        """Take the keyboard to where the page in front is worked in."""
        page = self.current_page
        if page is not None:
            page.front.take_keyboard()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """When what has the keyboard goes away, such as a toast, it goes to the page in front."""
        now = QApplication.focusWidget()
        if now is None or (now.isVisible() and now.isEnabled()) or self.current_page is None:
            return super().focusNextPrevChild(forward)
        self.take_keyboard()
        return True

    @property
    def page_keys(self) -> str:
        """The keys that change pages: ``Ctrl+1~8``."""
        return f"Ctrl+1~{min(len(self._specs), 9)}"

    def renew_keys(self) -> None:
        """Show the keys of the page in front; for pages whose keys change."""
        page = self.current_page
        own = page.front.keys if page is not None else ()
        general = ((self.page_keys, "切换页面"), ("F1", "帮助"))
        named = {key for key, _ in own}
        self.status.set_keys((*own, *(pair for pair in general if pair[0] not in named)))

    def set_count(self, key: str, count: int, *, seal: bool = False) -> None:
        """Show a number beside a page in the nav; ``seal`` if it means overdue."""
        if key in self.nav.items:
            self.nav.items[key].set_count(count, seal=seal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_BELOW
        self.nav.set_narrow(narrow)
        if self.top.search is not None:
            self.top.fit_search(280 if narrow else 470)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close():
            self._jobs.close()
            event.accept()
        else:
            event.ignore()
