"""记走访，哪一户: a line to type a door or a name into, and below it the doors that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from minqing.work.doors_to_choose import DoorChoice, doors_found, doors_next
from minqing.work.visit_list import HouseholdFile, household_file
from ui import theme
from ui.dialogs.finder import Finder
from ui.dialogs.visit_drawer import VisitDrawer
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.panel import Bar
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import label, title

_PAUSE = 120


class DoorFinder(Finder["DoorChoice"]):
    """``chosen(household id)`` for the door that was picked; nothing typed offers the doors that come next."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, session: Session, *, beside: str = "") -> None:
        super().__init__(window)
        self._session = session
        self._beside = beside
        self._shown_for: str | None = None
        self._enter = False
        self.setWindowTitle("记走访")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(520, min(420, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        head.row.addWidget(title("记走访"))
        head.row.addWidget(label("是哪一户？", colour=theme.INK2))
        head.row.addStretch(1)
        column.addWidget(head)
        self.search = QLineEdit()
        self.search.setPlaceholderText("门牌、姓名、拼音首字母、电话后四位")
        self.search.setAccessibleName("是哪一户")
        line = Bar(50, below=theme.LINE, padding=20)
        line.row.addWidget(self.search)
        column.addWidget(line)
        self.table = RecordTable(_COLUMNS, name="住户", key=lambda one: one.id)
        column.addWidget(self.table, 1)
        column.addWidget(self._foot())
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.look)
        self.search.textChanged.connect(lambda _: self._pause.start())
        self.table.activated_record.connect(self._choose)
        self.search.setFocus()
        self.look()

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        bar.row.addWidget(label("↑↓ 换一户", size=13, colour=theme.INK2))
        bar.row.addStretch(1)
        bar.row.addWidget(Button("取消", self.reject, hint="Esc"))
        bar.row.addWidget(Button("记走访", self.pick, kind=Kind.PRIMARY, hint="Enter"))
        return bar

    def look(self) -> None:
        """Search for what is typed."""
        self._pause.stop()
        text, today, beside = self.search.text().strip(), date.today(), self._beside
        self._session.load(
            lambda ledger: doors_found(ledger, text) if text else doors_next(ledger, today, beside=beside),
            lambda found: self._show(text, found),
            owner=self,
        )

    def _show(self, text: str, found: Sequence[DoorChoice]) -> None:
        if text != self.search.text().strip():
            return
        self._shown_for = text
        self.table.set_records(found)
        if text:
            self.table.set_empty(f"没有找到“{text}”", "换成拼音首字母或门牌再试，如 flx、3-2-501。")
        else:
            self.table.set_empty("还没有家庭", "先在“家庭”页登记住户，或导入旧台账。")
        if found:
            self.table.select_row(0)
        if self._enter:
            self._enter = False
            self.pick()

    def pick(self) -> None:
        """Take the door that the table is on; what was just typed is looked up first."""
        if self._shown_for != self.search.text().strip():
            self._enter = True
            self.look()
        elif (current := self.table.current_record) is not None:
            self._choose(current)

    def _choose(self, choice: DoorChoice) -> None:
        self.accept()
        self.chosen.emit(choice.id)


def record_visit_at(window: QWidget, session: Session, household_id: str = "", *, beside: str = "") -> None:
    """Open 记走访 for a household; for a blank, ask first at which door. ``beside`` is one that is likely meant."""
    if household_id:
        session.load(
            lambda ledger: household_file(ledger, household_id),
            lambda file: _open(window, session, file),
            owner=window,
        )
        return
    finder = DoorFinder(window, session, beside=beside)
    finder.chosen.connect(lambda chosen: record_visit_at(window, session, chosen))
    finder.show()
    finder.activateWindow()


def _open(window: QWidget, session: Session, file: HouseholdFile | None) -> None:
    if file is None:
        session.notices.toast("这一户已经不在账本里，没有打开")
        return
    window.activateWindow()
    VisitDrawer(window, session, file).open()


_COLUMNS: tuple[Column[DoorChoice], ...] = (
    Column("门牌", lambda one: one.door, width=150, strong=lambda one: True),
    Column("户主", lambda one: one.name, width=110),
    Column("", lambda one: one.why, stretch=1, muted=True),
)
