"""Puts the window together: the book, the pages, and where each wish of a page leads."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QApplication, QDialog

from minqing.errors import NoScreen
from minqing.ledger import Ledger
from ui import theme
from ui.finding import found
from ui.hub import Hub
from ui.input_method import choose_input_method, plugin_folders
from ui.jobs import Jobs
from ui.notices import WindowNotices, install_crash_window, speak_chinese
from ui.pages.base import Page
from ui.pages.home import HomePages
from ui.session import Session
from ui.window import MainWindow, PageSpec

_REPORT_SOON = 3
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_PAGE_KEYS = ("Ctrl+N", "Ctrl+J", "Ctrl+P", "Ctrl+H", "Ctrl+R", "Ctrl+F", "Ctrl+E", "Ctrl+O", "PgDown", "PgUp", "Esc")


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with theme, Chinese texts and an input method that works."""
    roots = [Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))]
    choose_input_method(os.environ, plugin_folders(roots))
    theme.prepare_scaling()
    app = QApplication(arguments)
    app.setApplicationName("minqing")
    app.setApplicationDisplayName("民情账本")
    speak_chinese(app)
    theme.apply_theme(app)
    return app


class Desk:
    """One open book on screen: the window, its session and the wiring between them."""

    def __init__(self, ledger: Ledger, *, inline: bool = False) -> None:
        self.ledger = ledger
        self.hub = Hub()
        self.jobs = Jobs(inline=inline)
        self.window = MainWindow(self._pages(), hub=self.hub, jobs=self.jobs, query=lambda text: found(ledger, text))
        self.session = Session(ledger, jobs=self.jobs, notices=WindowNotices(self.window), hub=self.hub)
        self.jobs.fallback = self._bug
        self._connect()
        self._dress()

    def _pages(self) -> list[PageSpec]:
        return [
            PageSpec("home", "家庭", "home", lambda: HomePages(self.session)),
            PageSpec("appeals", "诉求", "chat", self._appeals_page),
            PageSpec("exchange", "交换", "swap", self._exchange_page),
        ]

    def _appeals_page(self) -> Page:
        from ui.pages.appeals import AppealsPage

        return AppealsPage(self.session)

    def _exchange_page(self) -> Page:
        from ui.pages.exchange import ExchangePage

        page = ExchangePage(self.session)
        page.keys_changed.connect(self._enable_keys)
        return page

    def _connect(self) -> None:
        window = self.window
        self.session.wanted.connect(self.go)
        window.result_chosen.connect(lambda payload: self.go(*payload))
        window.help_requested.connect(self.show_keys)
        window.add_key("Ctrl+Z", self._undo)
        self._keys = {key: window.add_key(key, self._presser(key)) for key in _PAGE_KEYS}
        window.page_shown.connect(lambda _: self._enable_keys())
        self.hub.changed.connect(lambda _: self._dress())

    def _undo(self) -> None:
        self.session.undo()

    def _presser(self, key: str) -> Callable[[], None]:
        """Do what the page in front does for ``key``."""

        def press() -> None:
            page = self.window.current_page
            if page is not None and key in page.front.shortcuts:
                page.front.shortcuts[key]()

        return press

    def _enable_keys(self) -> None:
        """Leave a key to the widgets when the page in front has no use for it."""
        page = self.window.current_page
        own = page.front.shortcuts if page is not None else {}
        for key, shortcut in self._keys.items():
            shortcut.setEnabled(key in own)
        self.window.renew_keys()

    def _bug(self, error: Exception) -> None:
        sys.excepthook(type(error), error, error.__traceback__)

    def go(self, key: str, payload: object) -> None:
        """Bring up what a page or the search asked for."""
        if key == "print":
            from ui.dialogs.print_preview import PrintPreview

            PrintPreview(self.window, self.session, household=str(payload or "")).start()
        elif key in {"household", "households"}:
            self.window.show_page("home").open(str(payload or ""))
            self._enable_keys()
        else:
            page = self.window.show_page(key)
            if payload:
                page.open(str(payload))

    def show_keys(self) -> None:
        """F1: the keys of the page in front."""
        page = self.window.current_page
        keys = (
            *(page.front.keys if page else ()),
            ("Ctrl+K", "搜索"),
            ("Ctrl+1~3", "切换页面"),
            ("Ctrl+Z", "撤销上一步"),
        )
        self.session.notices.tell("按键一览\n\n" + "\n".join(f"{key}　{what}" for key, what in keys))

    def _dress(self) -> None:
        """Top and status bar: whose book, where, how long since the last report, what waits."""
        profile = self.ledger.profile
        self.window.top.set_place(profile.estate or profile.community)
        self.window.top.set_person(profile.owner, role="" if profile.is_office else "民情助理")
        self.window.status.set_saved(f"已保存到本机 {datetime.now():%H:%M} · 离线可用")
        self.session.load(_waiting, self._show_waiting, owner=self.window)

    def _show_waiting(self, waiting: tuple[int, int | None]) -> None:
        late, days = waiting
        self.window.set_count("appeals", late, seal=True)
        self.window.top.set_hint(f"距上次上报 {days} 天" if days is not None and days >= _REPORT_SOON else "")


def _waiting(ledger: Ledger) -> tuple[int, int | None]:
    """Overdue appeals, and days since a sheet last went out (None: never)."""
    from minqing.records.appeal import Appeal

    today = date.today()
    late = sum(one.overdue_on(today) for one in ledger.records(Appeal))
    sent = next((one.at.date() for one in ledger.exchanges() if one.direction == "out"), None)
    return late, (today - sent).days if sent else None


def run_window(book: Path | None) -> int:
    """Open the window on ``book`` (None: ask which); gives the exit status. Raises NoScreen and what opening raises."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        raise NoScreen
    app = make_application(sys.argv[:1])
    install_crash_window()
    password = os.environ.get("MINQING_PASSWORD", "")
    if book is not None and password:
        ledger = Ledger.open(book, password)
    else:
        from ui.dialogs.start import StartDialog

        start = StartDialog(WindowNotices, book=book)
        if start.exec() != QDialog.DialogCode.Accepted or start.ledger is None:
            return 0
        ledger = start.ledger
    desk = Desk(ledger)
    desk.window.show_page("home")
    desk.window.show()
    status = app.exec()
    desk.jobs.close()
    ledger.close()
    return status
