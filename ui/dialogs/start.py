"""The first window: a book opened before, another one, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from minqing.errors import MinqingError
from minqing.ledger import Ledger, Profile
from ui import theme
from ui.notices import Notices
from ui.recent import note_book, recent_books
from ui.shell import Slip
from ui.widgets.buttons import Button, Kind, LinkButton, Size
from ui.widgets.form import EntryForm, FormField
from ui.widgets.inputs import mark
from ui.widgets.panel import Panel
from ui.widgets.text import ElidedLabel, label

BOOKS = ("民情账本 (*.mqb)", "所有文件 (*)")
_NEW_FIELDS = (
    FormField("owner", "填报人", required=True, placeholder="表上的署名，如 罗×"),
    FormField("street", "街道", required=True, placeholder="新光路街道"),
    FormField("community", "社区", required=True, placeholder="生活桥社区"),
    FormField("estate", "小区", placeholder="只负责一个小区时填，如 生活桥小区"),
    FormField("phone", "联系电话", placeholder="印在上报表的表头"),
)


class StartDialog(QDialog):
    """Opens or makes a book; ``ledger`` is the open book after the dialog was accepted."""

    def __init__(self, notices_for: Callable[[QWidget], Notices], *, book: Path | None = None) -> None:
        super().__init__()
        self.ledger: Ledger | None = None
        self._notices = notices_for(self)
        self._book = book
        self.setWindowTitle("民情账本")
        self.setFixedWidth(560)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 28, 32, 24)
        self._column.setSpacing(14)
        self._holder: QWidget | None = None
        if book is not None:
            self.ask_password(book)
        elif recent_books():
            self._show_recent()
        else:
            self._show_first()

    def _face(self, heading: str, line: str) -> QVBoxLayout:
        """A fresh face of the dialog: the slip, a heading, one line."""
        if self._holder is not None:
            self._column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Slip())
        column.addSpacing(4)
        column.addWidget(label(heading, size=20, weight=theme.BOLD))
        if line:
            column.addWidget(label(line, colour=theme.INK2, wrap=True))
        self._column.addWidget(self._holder)
        return column

    def _show_first(self) -> None:
        column = self._face("从这里开始", "账本是一个加密的文件，存在这台电脑上，不联网也能用。")
        row = QHBoxLayout()
        row.addWidget(Button("新建账本", self.show_new, kind=Kind.PRIMARY, size=Size.LARGE, icon="plus"))
        row.addWidget(Button("打开账本…", self._choose, size=Size.LARGE, icon="file"))
        row.addStretch(1)
        column.addLayout(row)
        self.adjustSize()

    def _show_recent(self) -> None:
        column = self._face("打开账本", "")
        panel = Panel("最近用过")
        for path in recent_books()[:5]:
            panel.body.addWidget(self._recent_row(path))
        column.addWidget(panel)
        row = QHBoxLayout()
        row.addWidget(Button("打开别的账本…", self._choose, icon="file"))
        row.addWidget(Button("新建账本", self.show_new, icon="plus"))
        row.addStretch(1)
        column.addLayout(row)
        self.adjustSize()

    def _recent_row(self, path: Path) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(14, 6, 14, 6)
        across.addWidget(LinkButton(path.stem, lambda: self.ask_password(path)))
        across.addWidget(ElidedLabel(str(path.parent), size=12, colour=theme.INK3), 1)
        used = datetime.fromtimestamp(path.stat().st_mtime)
        across.addWidget(label(f"{used.month}月{used.day}日 {used:%H:%M}", size=12, colour=theme.INK2))
        return row

    def _choose(self) -> None:
        path = self._notices.open_file("打开账本", BOOKS)
        if path is not None:
            self.ask_password(path)

    def ask_password(self, book: Path) -> None:
        column = self._face(book.stem, str(book.parent))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText("账本密码")
        self.password.setAccessibleName("账本密码")
        self.password.returnPressed.connect(lambda: self._open(book))
        self.problem = label("", size=12, colour=theme.RED, wrap=True)
        self.problem.hide()
        column.addWidget(self.password)
        column.addWidget(self.problem)
        row = QHBoxLayout()
        row.addWidget(Button("别的账本", self._show_recent if recent_books() else self._show_first, icon="chevl"))
        row.addStretch(1)
        row.addWidget(Button("打开", lambda: self._open(book), kind=Kind.PRIMARY, size=Size.LARGE, hint="Enter"))
        column.addLayout(row)
        self.password.setFocus()
        self.adjustSize()

    def _open(self, book: Path) -> None:
        try:
            self.ledger = Ledger.open(book, self.password.text())
        except MinqingError as error:
            self.problem.setText(str(error))
            self.problem.show()
            mark(self.password, bad=True)
            self.password.selectAll()
            self.password.setFocus()
            self.adjustSize()
            return
        note_book(book)
        self.accept()

    def show_new(self) -> None:
        column = self._face("新建账本", "这些会印在上报表和走访表上。")
        self.form = EntryForm(_NEW_FIELDS)
        column.addWidget(self.form)
        row = QHBoxLayout()
        row.addWidget(Button("返回", self._show_recent if recent_books() else self._show_first, icon="chevl"))
        row.addStretch(1)
        row.addWidget(Button("选位置并设密码…", self._create, kind=Kind.PRIMARY, size=Size.LARGE))
        column.addLayout(row)
        self.form.focus_first()
        self.adjustSize()

    def _create(self) -> None:
        values = {name: str(value).strip() for name, value in self.form.values().items()}
        missing = {
            one.name: f"“{one.label}”没有填。请补上。" for one in _NEW_FIELDS if one.required and not values[one.name]
        }
        self.form.show_errors(missing)
        if missing:
            return
        path = self._notices.save_file("账本存在哪里", f"{values['community']}民情账本.mqb", BOOKS)
        if path is None:
            return
        password = self._notices.ask_password(
            "给账本设一个密码", "忘了密码就打不开账本，也没有人能找回。请写下来，放在安全的地方。", confirm=True,
            check=lambda text: "" if len(text) >= 6 else "密码至少 6 个字。",
        )  # fmt: skip
        if password is None:
            return
        try:
            self.ledger = Ledger.create(_book_file(path), password, Profile.model_validate(values))
        except MinqingError as error:
            self._notices.warn(error)
            return
        note_book(self.ledger.path)
        self.accept()

    def keyPressEvent(self, event: object) -> None:
        """Enter belongs to the line that has the focus, not to a default button."""
        key = getattr(event, "key", lambda: None)()
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)  # type: ignore[arg-type]


def _book_file(path: Path) -> Path:
    """``path`` with the ending of a book; a dot in the name as typed (2026.11) is no ending."""
    return path if path.suffix.lower() == ".mqb" else path.with_name(f"{path.name}.mqb")
