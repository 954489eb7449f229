"""Pictures of what is the same on every page: the search, the menu, the keys, questions, the lock, 设置."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from ui.app import Desk
from ui.camera import settle
from ui.dialogs.keys_dialog import KeysDialog
from ui.notices import SAVE_ACTIONS, SAVE_QUESTION, Box, PasswordBox, Way, WaysBox
from ui.widgets.search import DELAY
from ui.widgets.toast import Toast


class Take(Protocol):
    """Takes a picture of a widget; ``over`` is a dialog in the middle of it."""

    def __call__(self, widget: QWidget, name: str, *, over: QWidget | None = None) -> None:
        """Take it."""


def window_shots(desk: Desk, take: Take) -> None:
    """The search with hits and with none, the menu, the keys of two pages, the questions, the lock, 设置."""
    window = desk.window
    window.show_page("today")
    _search(desk, take)
    take(desk.menu, "菜单")
    for key, name in (("today", "按键一览"), ("exchange", "按键一览-交换")):
        window.show_page(key)
        window.help_requested.emit()
        [keys] = [one for one in window.findChildren(KeysDialog) if one.isVisible()]
        take(keys, name)
        keys.close()
        keys.deleteLater()
    window.show_page("today")
    for box, name in _boxes(desk):
        box.show()
        take(box, name)
        box.close()
        box.deleteLater()
    desk.lock.lock()
    assert desk.lock.dialog is not None
    take(window, "锁定", over=desk.lock.dialog)
    desk.lock.dialog.accept()
    window.show_page("settings")
    take(window, "设置")
    window.resize(911, 512)
    take(window, "设置-窄窗口")
    window.resize(1366, 768)
    window.show_page("today")


def _search(desk: Desk, take: Take) -> None:
    search = desk.window.top.search
    assert search is not None
    desk.window.activateWindow()
    search.grab_focus()
    for words, name in (("楼道", "搜索"), ("没有这个人", "搜索-没有找到")):
        search.edit.setText(words)
        settle(2 * DELAY)
        take(desk.window, name)
    search.edit.clear()


def _boxes(desk: Desk) -> list[tuple[Box, str]]:
    window = desk.window
    ways = (
        Way("people", "居民信息表", "23 栏对上 22 栏"),
        Way("book", "民情台账", "23 栏对上 6 栏"),
    )
    return [
        (Box(SAVE_QUESTION, "", SAVE_ACTIONS, default="stay", parent=window), "要不要保存"),
        (
            PasswordBox("给文件设打开密码", "收到的人用这个密码打开。", confirm=True, check=None, parent=window),
            "文件密码",
        ),
        (WaysBox("按哪种表读？", Path("住户底册.xlsx").name, ways, parent=window), "按哪种表读"),
    ]


def without_toasts(widget: QWidget) -> None:
    """Take away what a moment ago was said of another act."""
    for toast in widget.findChildren(Toast):
        toast.hide()
