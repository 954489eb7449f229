"""Puts the window together: the book, the pages, and where each wish of a page leads."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from minqing.actions.visit_drafts import VisitDraft, visit_drafts
from minqing.errors import NoScreen
from minqing.ledger import Changes, Ledger
from ui import theme
from ui.accessible import speak_of_widgets
from ui.ahead import Ahead, at_work
from ui.daily_backup import DailyBackup
from ui.finding import found
from ui.first_steps import FirstSteps
from ui.garbage import GarbageKeeper
from ui.hub import Hub
from ui.input_method import choose_input_method, plugin_folders
from ui.jobs import Jobs
from ui.lock import IdleLock
from ui.menu import MainMenu, Wish
from ui.notices import WindowNotices, install_crash_window, speak_chinese, speak_english
from ui.pages.base import Listing, Page
from ui.pages.home import HomePages
from ui.preferences import Language, Preferences, at_start
from ui.session import Session
from ui.translation import shown, speak
from ui.window import MainWindow, PageSpec

_REPORT_SOON = 3
_TURN = 0.001
"""Seconds after which a busy thread gives the interpreter to the window's: each of its many calls waits no longer."""
_TITLE_BAR = 32
_FIRST_PAGE = ("minqing.work.today", "ui.pages.today_figures", "ui.pages.today_side", "ui.pages.today")
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_GENERAL_KEYS = (
    ("Ctrl+K", "搜索"),
    ("Ctrl+N", "记走访"),
    ("Ctrl+Z", "撤销上一步"),
    ("Ctrl+L", "锁定"),
    ("Alt+M", "菜单"),
    ("Tab", "到下一处"),
    ("Esc", "关上最里面的一层"),
    ("F1", "按键一览"),
)
_PAGE_KEYS = (
    "Ctrl+N",
    "Ctrl+J",
    "Ctrl+P",
    "Ctrl+H",
    "Ctrl+R",
    "Ctrl+F",
    "Ctrl+E",
    "Ctrl+O",
    "Ctrl+D",
    "Ctrl+T",
    "Ctrl+V",
    "PgDown",
    "PgUp",
    "Esc",
)


def make_application(arguments: list[str]) -> QApplication:
    """The Qt application with theme, Chinese texts and an input method that works."""
    roots = [Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))]
    choose_input_method(os.environ, plugin_folders(roots))
    theme.prepare_scaling()
    app = QApplication(arguments)
    app.setApplicationName("minqing")
    app.setApplicationDisplayName("民情账本")
    choose_language(app, at_start().language)
    theme.apply_theme(app)
    speak_of_widgets()
    return app


def choose_language(app: QApplication, language: Language) -> None:
    """Speak ``language`` in everything the window shows from now on."""
    if language is Language.CHINESE:
        speak_chinese(app)
        return
    from ui.display import translate_display

    speak_english()
    speak(language)
    translate_display()
    app.setApplicationDisplayName(shown(app.applicationDisplayName()))


class Desk:
    """One open book on screen: the window, its session and the wiring between them."""

    def __init__(self, ledger: Ledger, *, inline: bool = False) -> None:
        self.ledger = ledger
        self.hub = Hub()
        self.jobs = Jobs(inline=inline)
        self.window = MainWindow(self._pages(), hub=self.hub, jobs=self.jobs, query=lambda text: found(ledger, text))
        notices = WindowNotices(self.window)
        self.session = Session(ledger, jobs=self.jobs, notices=notices, hub=self.hub)
        self.jobs.fallback = self._bug
        self.backup = DailyBackup(self.session, self.window.alert)
        self.menu = MainMenu(self._undo, self._wishes(), self.window)
        self.window.top.person.set_menu(self.menu)
        self.lock = IdleLock(
            self.window,
            minutes=at_start().lock_minutes,
            fits=ledger.unlocks,
            owner=lambda: ledger.profile.owner,
            leave=self.window.close,
        )
        notices.gate = self.lock
        self.ahead: Ahead | None = None
        self._usual = {"Ctrl+N": lambda: self.go("record_visit", None)}
        self.steps = FirstSteps(self.session, self.window.guide, visit=self._presser("Ctrl+N"))
        self._connect()
        self._dress()

    def _wishes(self) -> tuple[Wish, ...]:
        return (
            Wish("打印今天的走访表…", "", "print", lambda: self.go("print", None), apart=True),
            Wish("现在备份", "", "down", self.backup.take),
            Wish("锁定", "Ctrl+L", "lock", self._lock_now, apart=True),
            Wish("设置", "", "gear", lambda: self.window.show_page("settings")),
            Wish("按键一览", "F1", "info", self.show_keys),
        )

    def _lock_now(self) -> None:
        self.lock.lock()

    def _take_preferences(self, chosen: Preferences) -> None:
        self.lock.set_minutes(chosen.lock_minutes)

    def _pages(self) -> list[PageSpec]:
        return [
            PageSpec("today", "今日", "today", self._today_page),
            PageSpec("building", "楼栋", "building", self._building_page),
            PageSpec("home", "家庭", "home", lambda: HomePages(self.session)),
            PageSpec("visits", "走访", "door", self._visits_page),
            PageSpec("appeals", "诉求", "chat", self._appeals_page),
            PageSpec("exchange", "交换", "swap", self._exchange_page),
            PageSpec("stats", "统计", "stats", self._stats_page),
            PageSpec("settings", "设置", "gear", self._settings_page, foot=True),
        ]

    def _today_page(self) -> Page:
        from ui.pages.today import TodayPage

        page = TodayPage(self.session)
        page.counted.connect(lambda number: self.window.set_count("today", number))
        page.keys_changed.connect(self._enable_keys)
        return page

    def _building_page(self) -> Page:
        from ui.pages.building import BuildingPage

        return BuildingPage(self.session)

    def _visits_page(self) -> Page:
        from ui.pages.visits import VisitsPage

        return VisitsPage(self.session)

    def _appeals_page(self) -> Page:
        from ui.pages.appeals import AppealsPage

        return AppealsPage(self.session)

    def _settings_page(self) -> Page:
        from ui.pages.settings import SettingsPage

        page = SettingsPage(self.session)
        page.profile_changed.connect(self._dress)
        page.preferences_changed.connect(self._take_preferences)
        return page

    def _stats_page(self) -> Page:
        from ui.pages.stats import StatsPage

        return StatsPage(self.session)

    def _exchange_page(self) -> Page:
        from ui.pages.exchange import ExchangePage

        page = ExchangePage(self.session)
        page.keys_changed.connect(self._enable_keys)
        page.flow.applied.connect(self._taken_in)
        return page

    def _taken_in(self, changes: Changes) -> None:
        """After the first homes came in: show them, so that the first visit can be recorded."""
        if self.steps.empty and any(one.startswith("H-") for one in changes.added):
            self.go("home", None)

    def take_in(self, files: Sequence[Path]) -> None:
        """Preview the import of these files."""
        from ui.pages.exchange import ExchangePage

        if any(one.suffix.lower() == ".mqb" for one in files):
            self.session.notices.tell(
                "这是另一个账本，不是表格。要打开它，请先退出，再从头打开它；现在的账本没有改动。"
            )
            return
        page = self.window.show_page("exchange")
        assert isinstance(page, ExchangePage)
        page.open_files(files)

    def _connect(self) -> None:
        window = self.window
        self.session.wanted.connect(self.go)
        window.result_chosen.connect(lambda payload: self.go(*payload))
        window.help_requested.connect(self.show_keys)
        window.files_dropped.connect(self.take_in)
        window.add_key("Ctrl+Z", self._undo)
        window.add_key("Ctrl+L", self._lock_now)
        window.add_key("Alt+M", window.top.person.open_menu)
        self.lock.shut.connect(self.session.revealing.hide)
        self.lock.opened.connect(self.backup.look)
        self._keys = {key: window.add_key(key, self._presser(key)) for key in _PAGE_KEYS}
        window.page_shown.connect(lambda _: self._enable_keys())
        self.hub.changed.connect(lambda _: self._dress())

    def _undo(self) -> None:
        self.session.undo()

    def _presser(self, key: str) -> Callable[[], None]:
        """Do what the page in front does for ``key``, or else what is usual."""

        def press() -> None:
            page = self.window.current_page
            if page is not None:
                ways = {**self._usual, **page.front.shortcuts}
                if key in ways:
                    ways[key]()

        return press

    def _enable_keys(self) -> None:
        """Leave a key to the widgets when the page in front has no use for it."""
        page = self.window.current_page
        own = page.front.shortcuts if page is not None else {}
        for key, shortcut in self._keys.items():
            shortcut.setEnabled(key in own or key in self._usual)
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
        elif key == "record_visit":
            from ui.dialogs.door_finder import record_visit_at

            record_visit_at(self.window, self.session, str(payload or ""))
        elif key == "add_household":
            home = self.window.show_page("home")
            home.open("")
            if isinstance(home, HomePages):
                home.table.add_household()
        elif key == "import":
            from ui.pages.exchange_flow import SHEETS

            files = self.session.notices.open_files("选择旧台账，可以选多个", [SHEETS, "所有文件 (*)"])
            if files:
                self.take_in(files)
        elif key == "export":
            self.window.show_page("exchange").open("week")
        else:
            page = self.window.show_page(key)
            if isinstance(payload, Listing):
                page.show_only(payload)
                self._enable_keys()
            elif payload:
                page.open(str(payload))

    def begin(self, sheets: Sequence[Path] = ()) -> None:
        """Show the first page, and what was left unfinished or is to be imported; load the rest in quiet moments."""
        self.window.show_page("today")
        self.offer_begun()
        if sheets:
            self.take_in(sheets)
        keys = [spec.key for spec in self._pages()]
        makers: list[Callable[[], object]] = [partial(self.window.page, key) for key in keys]
        makers += [lambda: self.window.page("exchange").complete()]
        self.ahead = Ahead(self.window, makers, idle=lambda: not (self.jobs.running or at_work(self.window)))

    def offer_begun(self) -> None:
        """Bring up the visit that was being written when the program ended last, if there is one."""
        self.session.load(_newest_draft, self._go_on_with, owner=self.window)

    def _go_on_with(self, draft: VisitDraft | None) -> None:
        if draft is not None:
            from ui.pages.visits import resume_visit

            resume_visit(self.window, self.session, draft)

    def show_keys(self) -> None:
        """F1: the keys of the page in front."""
        from ui.dialogs.keys_dialog import KeysDialog

        page = self.window.current_page
        general = (*_GENERAL_KEYS, (self.window.page_keys, "切换页面"))
        own = (*page.front.keys, *page.front.more_keys) if page else ()
        named = {key for key, _ in general}
        own = tuple(pair for pair in own if pair[0] not in named)
        KeysDialog(self.window, page=page.front.title if page else "", own=own, general=general).open()

    def _dress(self) -> None:
        """Top and status bar: whose book, where, how long since the last report, what waits."""
        profile = self.ledger.profile
        self.window.top.set_place(profile.estate or profile.community or profile.street)
        self.window.top.set_person(profile.owner, role="" if profile.is_office else "民情助理")
        self.window.status.set_saved(f"已保存到本机 {datetime.now():%H:%M} · 离线可用")
        self.session.load(_waiting, self._show_waiting, owner=self.window)

    def _show_waiting(self, waiting: tuple[int, int | None, str]) -> None:
        late, days, undoable = waiting
        self.menu.offer_undo(undoable)
        self.window.set_count("appeals", late, seal=True)
        self.window.top.set_hint(f"距上次上报 {days} 天" if days is not None and days >= _REPORT_SOON else "")


def _newest_draft(ledger: Ledger) -> VisitDraft | None:
    return next(iter(visit_drafts(ledger)), None)


def _waiting(ledger: Ledger) -> tuple[int, int | None, str]:
    """Overdue appeals, days since a sheet last went out (None: never), and what 撤销 would take back."""
    from minqing.records.appeal import Appeal

    today = date.today()
    late = sum(one.overdue_on(today) for one in ledger.records(Appeal))
    sent = next((one.at.date() for one in ledger.exchanges() if one.direction == "out"), None)
    undoable = ledger.past.undoable
    return late, (today - sent).days if sent else None, undoable.label if undoable else ""


def open_desk(ledger: Ledger, *, sheets: Sequence[Path] = ()) -> Desk:
    """The window on an open book, on the screen; its first page and the import of ``sheets`` come a turn later."""
    sys.setswitchinterval(_TURN)
    desk = Desk(ledger)
    GarbageKeeper(desk.jobs)
    if _fits(desk.window):
        desk.window.show()
    else:
        desk.window.showMaximized()

    def load(*names: str) -> None:
        import_module(names[0])
        QTimer.singleShot(0, desk.window, partial(load, *names[1:]) if names[1:] else partial(desk.begin, sheets))

    QTimer.singleShot(0, desk.window, partial(load, *_FIRST_PAGE))
    return desk


def _fits(window: MainWindow) -> bool:
    """Whether the screen has room for the window with its title bar; a laptop of 1366×768 has not."""
    room = window.screen().availableGeometry()
    small = room.width() < window.width() or room.height() < window.height() + _TITLE_BAR
    return QApplication.platformName() == "offscreen" or not small


def run_window(book: Path | None) -> int:
    """Open the window on ``book`` (None: ask which); gives the exit status. Raises NoScreen and what opening raises."""
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        raise NoScreen
    app = make_application(sys.argv[:1])
    install_crash_window()
    password = os.environ.get("MINQING_PASSWORD", "")
    sheets: tuple[Path, ...] = ()
    if book is not None and password:
        ledger = Ledger.open(book, password)
    else:
        from ui.dialogs.start import StartDialog

        start = StartDialog(WindowNotices, book=book)
        if start.exec() != QDialog.DialogCode.Accepted or start.ledger is None:
            return 0
        ledger, sheets = start.ledger, start.sheets
    desk = open_desk(ledger, sheets=sheets)
    status = app.exec()
    desk.jobs.close()
    ledger.close()
    return status
