"""设置: whose book this is, how the window looks, when it locks itself, and the backups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from minqing import __version__
from minqing.errors import MinqingError
from minqing.ledger import Profile, backup
from minqing.records.dates import screen_date
from ui import theme
from ui.pages.base import Page, PageLayout
from ui.preferences import Contrast, Language, Preferences, Size, at_start, load_preferences, save_preferences
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.form import EntryForm, FormField
from ui.widgets.panel import Panel
from ui.widgets.picks import Choice
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import ElidedLabel, label

_DAYS = "一二三四五六日"
_BOOK = (
    FormField("owner", "填报人", required=True, placeholder="表上的署名，如 罗×"),
    FormField("street", "街道", required=True),
    FormField("community", "社区", required=True),
    FormField("estate", "小区", placeholder="只负责一个小区时填"),
    FormField("phone", "联系电话", placeholder="印在上报表的表头"),
    FormField(
        "first_weekday",
        "一周从",
        "choice",
        tuple(Choice(str(number), f"周{day}") for number, day in enumerate(_DAYS)),
        required=True,
        fixed=True,
    ),
)
_LOOK = (
    FormField(
        "size",
        "字号",
        "choice",
        (Choice(Size.STANDARD, "标准"), Choice(Size.LARGE, "大"), Choice(Size.LARGEST, "特大")),
        required=True,
        fixed=True,
    ),
    FormField(
        "contrast",
        "颜色",
        "choice",
        (
            Choice(Contrast.SYSTEM, "跟随系统"),
            Choice(Contrast.DARKER, "加深文字"),
            Choice(Contrast.LIGHT, "白底黑字"),
            Choice(Contrast.DARK, "黑底白字"),
        ),
        required=True,
        fixed=True,
    ),
    FormField(
        "language",
        "语言",
        "choice",
        (Choice(Language.CHINESE, "中文"), Choice(Language.ENGLISH, "English")),
        required=True,
        fixed=True,
    ),
)
_LOCK = (
    FormField(
        "lock_minutes",
        "自动锁定",
        "choice",
        tuple(Choice(str(one), f"{one} 分钟" if one else "不锁") for one in (5, 10, 20, 60, 0)),
        required=True,
        fixed=True,
    ),
)
_NOT_KEPT = "这项设置没有存下来：存设置的文件夹写不进去，可能是磁盘满了或写保护。设置没有改；账本不受影响。"
_AT_NEXT_START = "下次打开程序时换成新的字号、颜色和语言。"


class SettingsPage(Page):
    """``preferences_changed(Preferences)`` fires when a setting of the window was saved."""

    title = "设置"
    keys = (("Ctrl+L", "锁定"),)
    preferences_changed = Signal(object)
    profile_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        layout = PageLayout(self, "设置")
        layout.head.addStretch(1)
        inner = QWidget()
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        self.book = EntryForm(_BOOK)
        self.look = EntryForm(_LOOK)
        self.lock = EntryForm(_LOCK)
        self._pending = label("", size=12, colour=theme.AMBER, wrap=True)
        self._backup = label("", colour=theme.INK2, wrap=True)
        for panels in ((self._book_panel(),), (self._look_panel(), self._safety_panel(), self._about_panel())):
            column = QVBoxLayout()
            column.setSpacing(12)
            for panel in panels:
                column.addWidget(panel)
            column.addStretch(1)
            columns.addLayout(column, 1)
        layout.addWidget(ScrollArea(inner), 1)
        self.look.changed.connect(self._set_look)
        self.lock.changed.connect(self._set_look)

    def take_keyboard(self) -> None:
        self.book.focus_first()

    def _panel(self, title: str, parts: Sequence[QWidget], *, note: str = "") -> Panel:
        panel = Panel(title, note=note)
        column = QVBoxLayout()
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(12)
        for part in parts:
            column.addWidget(part)
        panel.body.addLayout(column)
        return panel

    def _buttons(self, *buttons: Button) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        return holder

    def _book_panel(self) -> Panel:
        self.save = Button("保存", self.save_profile, kind=Kind.PRIMARY)
        self.save.setToolTip("把这些写进账本，印在以后的表上")
        return self._panel("这本账本", (self.book, self._buttons(self.save)), note="印在上报表和走访表上")

    def _look_panel(self) -> Panel:
        return self._panel("窗口", (self.look, self._pending), note="改动马上保存")

    def _safety_panel(self) -> Panel:
        now = Button("现在备份", self.back_up)
        now.setToolTip("在账本旁边写一份加密的备份，留最近 14 份")
        elsewhere = Button("备份到别处…", self.back_up_elsewhere)
        elsewhere.setToolTip("例如 U 盘；备份和账本用同一个密码")
        lead = label("离开电脑一会儿，窗口自己锁上，要输密码才能接着看。", size=12, colour=theme.INK2, wrap=True)
        return self._panel("安全", (self.lock, lead, self._backup, self._buttons(now, elsewhere)))

    def _about_panel(self) -> Panel:
        path = ElidedLabel(str(self._session.ledger.path), colour=theme.INK2)
        about = label(f"民情账本 {__version__}。数据只存在这台电脑的账本文件里，加密，不联网。", wrap=True)
        return self._panel("关于", (about, path))

    def refresh(self) -> None:
        """Show what is set."""
        profile = self._session.ledger.profile
        self.book.set_values({**profile.model_dump(), "first_weekday": str(profile.first_weekday)})
        chosen = load_preferences()
        self.look.set_values({name: getattr(chosen, name) for name in ("size", "contrast", "language")})
        self.lock.set_values({"lock_minutes": str(chosen.lock_minutes)})
        self._say_pending(chosen)
        self._say_backup()

    def _say_pending(self, chosen: Preferences) -> None:
        used = at_start()
        waits = (chosen.size, chosen.contrast, chosen.language) != (used.size, used.contrast, used.language)
        self._pending.setText(_AT_NEXT_START if waits else "")
        self._pending.setVisible(waits)

    def _say_backup(self) -> None:
        newest = backup.newest_backup(self._session.ledger.path)
        when = f"{screen_date(newest.date(), date.today())} {newest:%H:%M}" if newest else "还没有备份过"
        self._backup.setText(f"最近一次备份：{when}")

    def _set_look(self) -> None:
        values: Mapping[str, object] = {**self.look.values(), **self.lock.values()}
        chosen = load_preferences().with_values(**values)
        try:
            save_preferences(chosen)
        except OSError:
            self._session.notices.tell(_NOT_KEPT)
            self.refresh()
            return
        self._say_pending(chosen)
        self.preferences_changed.emit(chosen)

    def save_profile(self) -> None:
        """Write whose book this is; blanks in what must be filled are said under their fields."""
        values = {name: str(value).strip() for name, value in self.book.values().items()}
        missing = {one.name: f"“{one.label}”没有填。请补上。" for one in _BOOK if one.required and not values[one.name]}
        self.book.show_errors(missing)
        if missing:
            return
        before = self._session.ledger.profile
        if self._write(Profile.model_validate(values)):
            self._session.notices.toast("已保存账本的资料", lambda: self._write(before))

    def _write(self, profile: Profile) -> bool:
        """Keep it in the book; when that does not work, say why and leave what was typed."""
        try:
            self._session.ledger.update_profile(profile)
        except MinqingError as error:
            self._session.failed(error)
            return False
        self.refresh()
        self.profile_changed.emit()
        return True

    def back_up(self) -> None:
        """A backup beside the book."""
        self._take(self._session.ledger.backup)

    def back_up_elsewhere(self) -> None:
        """A backup where the user says."""
        folder = self._session.notices.open_folder("备份到哪里")
        if folder is not None:
            self._take(lambda: self._session.ledger.backup(folder))

    def _take(self, take: Callable[[], Path]) -> None:
        def done(made: Path) -> None:
            self._say_backup()
            self._session.notices.toast(f"已备份到 {made.parent.name}")

        self._session.work(lambda _: take(), done, label="备份", owner=self)
