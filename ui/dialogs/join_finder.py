"""With whom to join: what is likely the same, or what a search finds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from minqing.records.household import Household
from ui import theme
from ui.dialogs.finder import Finder
from ui.dialogs.join_view import Candidate, found, suggested
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.panel import Bar
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import ElidedLabel, title

_PAUSE = 150


class JoinFinder(Finder[Candidate]):
    """Finds the other record; ``chosen(id)`` fires for the one that was picked."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, session: Session, *, record_id: str, name: str, kind: str) -> None:
        super().__init__(window)
        self._session = session
        self._id, self._kind = record_id, kind
        home = kind == Household.KIND
        self.setWindowTitle("合并到另一户" if home else "合并成员")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, min(440, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        head.row.addWidget(title(self.windowTitle()))
        head.row.addWidget(ElidedLabel(name, colour=theme.INK2), 1)
        column.addWidget(head)
        self.search = QLineEdit()
        self.search.setPlaceholderText("找另一户：门牌、户主、编号" if home else "找同一个人：姓名、拼音、电话、编号")
        self.search.setAccessibleName(self.search.placeholderText())
        line = Bar(50, below=theme.LINE, padding=20)
        line.row.addWidget(self.search)
        column.addWidget(line)
        self.table = RecordTable(_COLUMNS, name="可能的记录", key=lambda one: one.id)
        self.table.set_empty("在上面输入几个字来找", "找到后按 Enter，两条并排看。")
        column.addWidget(self.table, 1)
        column.addWidget(self._foot())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.table.activated_record.connect(lambda one: self._choose(one.id))
        self.search.setFocus()
        session.load(lambda ledger: suggested(ledger, record_id), self._show, owner=self)

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        bar.row.addStretch(1)
        bar.row.addWidget(Button("取消", self.reject, hint="Esc"))
        self.look_button = Button("并排看", self.pick, kind=Kind.PRIMARY, hint="Enter")
        bar.row.addWidget(self.look_button)
        return bar

    def look(self) -> None:
        """Search for what is typed; nothing typed shows what is likely the same."""
        text, kind, own = self.search.text(), self._kind, self._id
        self._session.load(
            lambda ledger: found(ledger, kind, text, without=own) if text.strip() else suggested(ledger, own),
            lambda candidates: self._show(candidates) if text == self.search.text() else None,
            owner=self,
        )

    def _show(self, candidates: Sequence[Candidate]) -> None:
        self.table.set_records(candidates)
        self.look_button.setEnabled(bool(candidates))
        if candidates:
            self.table.select_row(0)

    def pick(self) -> None:
        """Take the record that the table is on."""
        if (current := self.table.current_record) is not None:
            self._choose(current.id)

    def _choose(self, record_id: str) -> None:
        self.accept()
        self.chosen.emit(record_id)


_COLUMNS: tuple[Column[Candidate], ...] = (
    Column("记录", lambda one: one.name, stretch=1, strong=lambda one: True),
    Column("为什么", lambda one: one.why, width=230, muted=True),
)
