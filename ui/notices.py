"""The one voice to the user: every message box, question, password and file chooser opens here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from minqing.errors import MinqingError
from ui import crash, theme
from ui.widgets.buttons import Button, Kind
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label
from ui.widgets.toast import Toast

_CHOOSER_LABELS = {
    QFileDialog.DialogLabel.LookIn: "位置：",
    QFileDialog.DialogLabel.FileName: "文件名：",
    QFileDialog.DialogLabel.FileType: "类型：",
    QFileDialog.DialogLabel.Reject: "取消",
}
_WAYS_HIGH = 300
SAVE_QUESTION = "还有没保存的内容，要保存吗？"
SAVE_ACTIONS = (("save", "保存"), ("drop", "不保存"), ("stay", "继续填写"))


@dataclass(frozen=True)
class Way:
    """One of several ways to go on: its name, what it means in a line, and more in small type."""

    key: str
    name: str
    line: str
    more: str = ""


class Notices(Protocol):
    """What code that must speak to the user is given; tests pass a stand-in."""

    def tell(self, sentence: str) -> None:
        """Say something that needs to be read."""

    def warn(self, error: MinqingError) -> None:
        """Say what went wrong and the way out, as the error has it."""

    def ask(self, title: str, body: str, actions: Sequence[tuple[str, str]], default: str) -> str:
        """Ask; gives the key of the chosen ``(key, label)``, and ``default`` for Esc."""

    def ask_password(
        self, title: str, body: str, *, confirm: bool = False, check: Callable[[str], str] | None = None
    ) -> str | None:
        """Ask for a password, twice with ``confirm``; ``check`` gives a sentence while it will not do."""

    def choose(self, title: str, body: str, options: Sequence[Way]) -> str | None:
        """Let the user choose one of several ways; gives its key, ``None`` if it was called off."""

    def open_file(self, title: str, filters: Sequence[str]) -> Path | None:
        """Let the user choose a file to read."""

    def open_files(self, title: str, filters: Sequence[str]) -> list[Path]:
        """Let the user choose files to read."""

    def save_file(self, title: str, name: str, filters: Sequence[str]) -> Path | None:
        """Let the user choose where to save; ``name`` is proposed."""

    def open_folder(self, title: str) -> Path | None:
        """Let the user choose a folder."""

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Report what was done in passing, with a way back."""


class Gate(Protocol):
    """Holds words back while nobody may read them, such as the lock of the window."""

    def later(self, act: Callable[[], object]) -> None:
        """Do it now, or as soon as words may be read."""

    def wait(self) -> None:
        """Come back when words may be read."""


class Box(QDialog):
    """A dialog of 480 px: the question, what will happen, verbs at the bottom right."""

    def __init__(
        self,
        title: str,
        body: str,
        actions: Sequence[tuple[str, str]],
        *,
        default: str,
        middle: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.choice = default
        self.setWindowTitle("民情账本")
        self.setFixedWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        if title:
            column.addWidget(label(title, size=17, weight=theme.BOLD, wrap=True))
        if body:
            words = label(body, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(words)
        if middle is not None:
            column.addWidget(middle)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.buttons: dict[str, Button] = {}
        for key, text in reversed(actions):
            self.buttons[key] = Button(
                text, self._chooser(key), kind=Kind.PRIMARY if key == actions[0][0] else Kind.NORMAL
            )
            row.addWidget(self.buttons[key])
        column.addSpacing(6)
        column.addLayout(row)
        if middle is None and default in self.buttons:
            self.buttons[default].setFocus()

    def _chooser(self, key: str) -> Callable[[], None]:
        def choose() -> None:
            self.choice = key
            self.accept()

        return choose


class _Password(QWidget):
    """One or two hidden fields and the sentence under them."""

    def __init__(self, *, confirm: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        self.first = self._field("密码")
        self.second = self._field("再输一遍") if confirm else None
        self.error = label(size=12, colour=theme.RED, wrap=True)
        for part in (self.first, self.second, self.error):
            if part is not None:
                column.addWidget(part)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    def problem(self, check: Callable[[str], str] | None) -> str:
        """What is wrong with what was typed, in a sentence, or nothing."""
        if not self.first.text():
            return "请输入密码。"
        if self.second is not None and self.second.text() != self.first.text():
            return "两次输入的密码不一样。请再输一遍。"
        return check(self.first.text()) if check is not None else ""


class PasswordBox(Box):
    """Asks for a password and stays open while there is something wrong with it."""

    def __init__(
        self,
        title: str,
        body: str,
        *,
        confirm: bool,
        check: Callable[[str], str] | None,
        parent: QWidget | None = None,
    ) -> None:
        self.fields = _Password(confirm=confirm)
        self._check = check
        super().__init__(
            title, body, (("ok", "确定"), ("cancel", "取消")), default="cancel", middle=self.fields, parent=parent
        )
        self.fields.first.setFocus()
        self.fields.first.returnPressed.connect(self.buttons["ok"].click)
        if self.fields.second is not None:
            self.fields.second.returnPressed.connect(self.buttons["ok"].click)

    def accept(self) -> None:
        problem = self.fields.problem(self._check) if self.choice == "ok" else ""
        self.fields.error.setText(problem)
        if problem:
            self.choice = "cancel"
            self.fields.first.setFocus()
            self.fields.first.selectAll()
        else:
            super().accept()

    @property
    def password(self) -> str | None:
        """What was typed, or ``None`` if it was called off."""
        return self.fields.first.text() if self.choice == "ok" else None


class WaysBox(Box):
    """Lets the user choose one of several ways from a list."""

    def __init__(self, title: str, body: str, options: Sequence[Way], *, parent: QWidget | None = None) -> None:
        self.table: RecordTable[Way] = RecordTable(_WAY_COLUMNS, name=title, two_lines=True, key=lambda way: way.key)
        self.table.set_records(options)
        self.table.setFixedHeight(min(_WAYS_HIGH, 34 + self.table.row_height * len(options)))
        self.table.setMinimumWidth(480)
        super().__init__(
            title, body, (("ok", "按选中的读"), ("cancel", "取消")), default="cancel", middle=self.table, parent=parent
        )
        self.setFixedWidth(560)
        self.table.select_row(0)
        self.table.setFocus()
        self.table.activated_record.connect(lambda _: self.buttons["ok"].click())

    @property
    def chosen(self) -> str | None:
        """The key of the chosen way, or ``None`` if it was called off."""
        current = self.table.current_record
        return current.key if self.choice == "ok" and current is not None else None


_WAY_COLUMNS: tuple[Column[Way], ...] = (
    Column("读作", lambda way: way.name, width=150, strong=lambda way: True),
    Column("", lambda way: way.line, stretch=1, sub=lambda way: way.more, tooltip=lambda way: way.more),
)


class WindowNotices:
    """Speaks through dialogs and toasts over one window, when its ``gate`` lets it."""

    def __init__(self, window: QWidget, *, folder: Path | None = None) -> None:
        self._window = window
        self._toast = Toast(window)
        self._folder = folder or Path.home()
        self.gate: Gate | None = None

    def _wait(self) -> None:
        if self.gate is not None:
            self.gate.wait()

    def tell(self, sentence: str) -> None:
        """Show the sentence with a button to close it."""
        self._run("", sentence, (("ok", "知道了"),), "ok")

    def warn(self, error: MinqingError) -> None:
        """Show the error's own sentence."""
        self._run("", str(error), (("ok", "知道了"),), "ok")

    def ask(self, title: str, body: str, actions: Sequence[tuple[str, str]], default: str) -> str:
        """Show the question; Esc and closing mean ``default``."""
        return self._run(title, body, actions, default)

    def _run(self, title: str, body: str, actions: Sequence[tuple[str, str]], default: str) -> str:
        self._wait()
        box = Box(title, body, actions, default=default, parent=self._window)
        box.exec()
        box.deleteLater()
        return box.choice

    def ask_password(
        self, title: str, body: str, *, confirm: bool = False, check: Callable[[str], str] | None = None
    ) -> str | None:
        """Show the password dialog; ``None`` if it was called off."""
        self._wait()
        box = PasswordBox(title, body, confirm=confirm, check=check, parent=self._window)
        box.exec()
        box.deleteLater()
        return box.password

    def choose(self, title: str, body: str, options: Sequence[Way]) -> str | None:
        """Show the list of ways; ``None`` if it was called off."""
        self._wait()
        box = WaysBox(title, body, options, parent=self._window)
        box.exec()
        box.deleteLater()
        return box.chosen

    def open_file(self, title: str, filters: Sequence[str]) -> Path | None:
        """Show the file chooser."""
        return next(iter(self._choose(title, QFileDialog.FileMode.ExistingFile, filters)), None)

    def open_files(self, title: str, filters: Sequence[str]) -> list[Path]:
        """Show the file chooser for several files."""
        return self._choose(title, QFileDialog.FileMode.ExistingFiles, filters)

    def save_file(self, title: str, name: str, filters: Sequence[str]) -> Path | None:
        """Show the chooser of a place to save; it asks by itself before replacing a file."""
        return next(iter(self._choose(title, QFileDialog.FileMode.AnyFile, filters, name)), None)

    def open_folder(self, title: str) -> Path | None:
        """Show the folder chooser."""
        return next(iter(self._choose(title, QFileDialog.FileMode.Directory, ())), None)

    def _choose(self, title: str, mode: QFileDialog.FileMode, filters: Sequence[str], name: str = "") -> list[Path]:
        """The system's chooser where there is one, else Qt's, whose labels are only half translated."""
        self._wait()
        dialog = QFileDialog(self._window, title, str(self._folder))
        dialog.setFileMode(mode)
        if filters:
            dialog.setNameFilters(list(filters))
        if name:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(name)
            dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        for part, text in _CHOOSER_LABELS.items():
            dialog.setLabelText(part, text)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "保存" if name else "打开")
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = [Path(one) for one in dialog.selectedFiles()] if accepted else []
        dialog.deleteLater()
        if chosen:
            self._folder = chosen[0] if mode is QFileDialog.FileMode.Directory else chosen[0].parent
        return chosen

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show the bar at the bottom of the window."""
        if self.gate is not None:
            self.gate.later(lambda: self._toast.say(text, undo))
        else:
            self._toast.say(text, undo)


def show_crash(kind: type[BaseException], trace: TracebackType | None, *, window: QWidget | None, folder: Path) -> None:
    """Write a bug of ours to a log file in ``folder`` and say so calmly; details are behind a button."""
    text = crash.describe(kind, trace)
    path = crash.write_log(text, folder)
    kept = f"已写下一份不含居民信息的记录：{path}" if path is not None else "记录没能写到磁盘上。"
    body = f"程序遇到了意料之外的情况，刚才这一步没有完成。已经保存的内容不受影响，可以接着用。\n\n{kept}"
    box = Box("这一步没有完成", body, (("ok", "知道了"), ("details", "技术信息")), default="ok", parent=window)
    box.exec()
    if box.choice == "details":
        QGuiApplication.clipboard().setText(text)
        Box("技术信息（已复制）", text, (("ok", "知道了"),), default="ok", parent=window).exec()
    box.deleteLater()


def install_crash_window(window: QWidget | None = None, *, folder: Path | None = None) -> None:
    """From now on show errors that nobody handled in the crash window, one at a time."""
    busy: list[bool] = []

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception) or busy:
            sys.__excepthook__(kind, error, trace)
            return
        busy.append(True)
        try:
            show_crash(kind, trace, window=window, folder=folder or crash.log_folder())
        finally:
            busy.clear()

    sys.excepthook = hook


def speak_english() -> None:
    """Qt's own words are English already; dates and numbers follow."""
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))


def speak_chinese(app: QApplication) -> None:
    """Load Qt's own Chinese words, for file choosers and edit menus."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    words = QTranslator(app)
    if words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
