"""The first window: a book opened before, another one, or a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from minqing.errors import MinqingError
from minqing.ledger import Ledger
from ui import theme
from ui.dialogs.new_book import BOOKS, NewBook
from ui.dropping import leave_files_alone, local_files
from ui.notices import Notices
from ui.recent import note_book, recent_books
from ui.shell import Slip
from ui.widgets.buttons import Button, Kind, LinkButton, Size
from ui.widgets.inputs import mark
from ui.widgets.panel import Panel
from ui.widgets.text import ElidedLabel, label

BOOK_SUFFIX = ".mqb"
_HINT = "有旧台账（Excel 表）的，把它拖到这里：先建账本，接着就导入。"


class StartDialog(QDialog):
    """Opens or makes a book; ``ledger`` is the open book after the dialog was accepted.

    ``sheets`` are files that were dropped on the dialog and are to be imported then.
    """

    def __init__(self, notices_for: Callable[[QWidget], Notices], *, book: Path | None = None) -> None:
        super().__init__()
        self.ledger: Ledger | None = None
        self.sheets: tuple[Path, ...] = ()
        self._notices = notices_for(self)
        self._back: Callable[[], object] | None = None
        self._first = False
        self.setWindowTitle("民情账本")
        self.setFixedWidth(560)
        self.setAcceptDrops(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(32, 28, 32, 24)
        self._column.setSpacing(14)
        self._holder: QWidget | None = None
        self._note = label(colour=theme.ACCENT, wrap=True)
        self._note.hide()
        self._column.addWidget(self._note)
        if book is not None:
            self.ask_password(book)
        else:
            self._show_begin()

    def _show_begin(self) -> None:
        """The books opened before, or the very first face."""
        (self._show_recent if recent_books() else self._show_first)()

    def _face(self, heading: str, line: str, *, back: Callable[[], object] | None = None) -> QVBoxLayout:
        """A fresh face of the dialog: the slip, a heading, one line; ``back`` is where Esc leads."""
        self._back, self._first = back, False
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
        self._heading = label(heading, size=20, weight=theme.BOLD)
        self._line = label(line, colour=theme.INK2, wrap=True)
        column.addWidget(self._heading)
        if line:
            column.addWidget(self._line)
        self._column.insertWidget(0, self._holder)
        return column

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """As high as everything needs at this width; Qt by itself reckons with the width it would rather have."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _show_first(self) -> None:
        column = self._face("从这里开始", "账本是一个加密的文件，存在这台电脑上，不联网也能用。")
        self._first = True
        row = QHBoxLayout()
        new = Button("新建账本", self.show_new, kind=Kind.PRIMARY, size=Size.LARGE, icon="plus")
        row.addWidget(new)
        row.addWidget(Button("打开账本…", self._choose, size=Size.LARGE, icon="file"))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(label(_HINT, size=13, colour=theme.INK2, wrap=True))
        new.setFocus()
        self._fit()

    def _show_recent(self) -> None:
        column = self._face("打开账本", "")
        panel = Panel("最近用过")
        rows = [self._recent_row(path) for path in recent_books()[:5]]
        for one in rows:
            panel.body.addWidget(one)
        column.addWidget(panel)
        row = QHBoxLayout()
        row.addWidget(Button("打开别的账本…", self._choose, icon="file"))
        row.addWidget(Button("新建账本", self.show_new, icon="plus"))
        row.addStretch(1)
        column.addLayout(row)
        for link in rows[0].findChildren(LinkButton):
            link.setFocus()
        self._fit()

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
        column = self._face(book.stem, str(book.parent), back=self._show_begin)
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
        row.addWidget(Button("别的账本", self._show_begin, icon="chevl", hint="Esc"))
        row.addStretch(1)
        row.addWidget(Button("打开", lambda: self._open(book), kind=Kind.PRIMARY, size=Size.LARGE, hint="Enter"))
        column.addLayout(row)
        leave_files_alone(self)
        self.password.setFocus()
        self._fit()

    def _open(self, book: Path) -> None:
        try:
            self.ledger = Ledger.open(book, self.password.text())
        except MinqingError as error:
            self.problem.setText(str(error))
            self.problem.show()
            mark(self.password, bad=True)
            self.password.selectAll()
            self.password.setFocus()
            self._fit()
            return
        note_book(book)
        self.accept()

    def show_new(self) -> None:
        column = self._face("新建账本", " ", back=self._show_begin)
        self.new = NewBook(self._notices)
        self.new.made.connect(self._take_new)
        self.new.left.connect(self._show_begin)
        self.new.stepped.connect(self._say_step)
        column.addWidget(self.new)
        self._back = self.new.back
        leave_files_alone(self)
        self.new.start()

    def _say_step(self, heading: str, line: str) -> None:
        self._heading.setText(heading)
        self._line.setText(line)
        self._fit()

    def _take_new(self, made: Ledger) -> None:
        self.ledger = made
        note_book(made.path)
        self.accept()

    def take_files(self, files: Sequence[Path]) -> None:
        """A book is opened; sheets are kept for when a book is open, and a book is made first where there is none."""
        book = next((one for one in files if one.suffix.lower() == BOOK_SUFFIX), None)
        sheets = tuple(one for one in files if one.suffix.lower() != BOOK_SUFFIX)
        if sheets:
            self.sheets = sheets
            names = f"“{sheets[0].name}”" if len(sheets) == 1 else f"这 {len(sheets):,} 个文件"
            self._note.setText(f"账本打开后，接着导入{names}。")
            self._note.show()
        if book is not None:
            self.ask_password(book)
        elif self._first and not recent_books():
            self.show_new()
        self._fit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files(local_files(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to what has the focus, not to a default button; Esc goes back as far as there is a back."""
        if event.key() == Qt.Key.Key_Escape and self._back is not None:
            self._back()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
