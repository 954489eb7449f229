"""打印走访表: whose sheets, how they will look, and out to the printer or a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from exports.files import write_file
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.work.visit_list import households_to_visit
from ui import theme
from ui.jobs import Progress, State
from ui.printing import page_pixmap, print_pages
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import FilterButton
from ui.widgets.panel import Bar
from ui.widgets.progress import ProgressStrip
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import label, title

if TYPE_CHECKING:
    from exports.visit_sheet import VisitSheet

_PAGE_WIDTH = 640
_SHOWN = 20
DUE = "due"
_SCOPES = ((DUE, "该走访的"), ("", "全部住户"))


class PrintPreview(QDialog):
    """The sheets of one household, of a building, or of everybody who is due; in door order."""

    def __init__(self, window: QWidget, session: Session, *, household: str = "") -> None:
        super().__init__(window)
        self._session = session
        self._household = household
        self._today = date.today()
        self.pages: list[str] = []
        self.setWindowTitle("打印走访登记表")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(980, window.width() - 80), min(720, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._paper = QWidget()
        self._sheets = QVBoxLayout(self._paper)
        self._sheets.setContentsMargins(20, 16, 20, 16)
        self._sheets.setSpacing(14)
        column.addWidget(ScrollArea(self._paper), 1)
        column.addWidget(self._foot())

    def _head(self) -> Bar:
        bar = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        bar.row.addWidget(title("入户走访登记表"))
        self._count = label(colour=theme.INK2)
        bar.row.addWidget(self._count)
        bar.row.addStretch(1)
        self.scope = FilterButton("范围", _SCOPES, value=DUE)
        self.scope.changed.connect(lambda _: self._renew())
        self.scope.setVisible(not self._household)
        bar.row.addWidget(self.scope)
        return bar

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        bar.row.addWidget(label("按门牌顺序，一户一张；证件和电话已遮掩", size=13, colour=theme.INK2))
        bar.row.addWidget(ProgressStrip(self._session.jobs))
        bar.row.addStretch(1)
        bar.row.addWidget(Button("关闭", self.reject, hint="Esc"))
        self.pdf_button = Button("存为 PDF…", self.save_pdf, icon="file")
        self.print_button = Button("打印…", self.print, kind=Kind.PRIMARY, icon="print")
        for button in (self.pdf_button, self.print_button):
            button.setEnabled(False)
            bar.row.addWidget(button)
        return bar

    def start(self) -> None:
        """Show the dialog and typeset its pages in the background."""
        if not self._household:
            self._session.load(_buildings, self._offer, owner=self)
        self.show()
        self._renew()

    def _renew(self) -> None:
        self._say("正在排版…", ready=False)
        scope, household, today = self.scope.value, self._household, self._today
        job = self._session.work(
            lambda progress: _typeset(self._session.ledger, progress, scope, household, today),
            self._take,
            label="排版走访登记表",
            failed=self._failed,
            owner=self,
        )
        job.ended.connect(self._ended)

    def _failed(self, error: Exception) -> None:
        self._say("没有排成", ready=False)
        self._session.failed(error)

    def _ended(self, state: State) -> None:
        if state is State.CANCELLED:
            self._say("没有排成", ready=False)

    def _say(self, text: str, *, ready: bool) -> None:
        self._count.setText(text)
        for button in (self.pdf_button, self.print_button):
            button.setEnabled(ready)

    def _offer(self, buildings: Sequence[str]) -> None:
        self.scope.set_choices([*_SCOPES, *((name, f"{name}栋") for name in buildings)])

    def _take(self, pages: list[str]) -> None:
        self.pages = pages
        while self._sheets.count():
            item = self._sheets.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for svg in pages[:_SHOWN]:
            sheet = QLabel()
            sheet.setPixmap(page_pixmap(svg, _PAGE_WIDTH, scale=self.devicePixelRatioF()))
            sheet.setStyleSheet(f"border: 1px solid {theme.LINE2}; background: white;")
            self._sheets.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        if len(pages) > _SHOWN:
            more = label(f"这里只显示前 {_SHOWN} 页，打印和存盘时共 {len(pages)} 页。", colour=theme.INK2)
            self._sheets.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheets.addStretch(1)
        self._say(f"共 {len(pages)} 页" if pages else "没有要打印的住户", ready=bool(pages))

    def save_pdf(self) -> None:
        """Save the same sheets as a PDF."""
        path = self._session.notices.save_file("存为 PDF", f"入户走访登记表_{self._today}.pdf", ["PDF (*.pdf)"])
        if path is None:
            return
        scope, household, today = self.scope.value, self._household, self._today
        self._session.work(
            lambda progress: _write_pdf(self._session.ledger, path, scope, household, today),
            lambda written: self._session.notices.toast(f"已存为 {written.name}"),
            label="存为 PDF",
            owner=self,
        )

    def print(self) -> None:
        """Out to the printer."""
        if print_pages(self, self.pages):
            self._session.notices.toast(f"已送去打印 {len(self.pages)} 页")


def _buildings(ledger: Ledger) -> list[str]:
    homes = sorted(ledger.records(Household), key=lambda one: one.walking_order)
    return list(dict.fromkeys(one.building for one in homes if one.building))


def _chosen(ledger: Ledger, scope: str, household: str, today: date) -> list[VisitSheet]:
    from exports.visit_records import sheets_of

    files = households_to_visit(
        ledger,
        household=household,
        building="" if household or scope == DUE else scope,
        due_on=today if scope == DUE and not household else None,
    )
    return sheets_of(files, profile=ledger.profile, on=today)


def _typeset(ledger: Ledger, progress: Progress, scope: str, household: str, today: date) -> list[str]:
    from exports.visit_sheet import visit_sheets_svg

    sheets = _chosen(ledger, scope, household, today)
    progress.check()
    return visit_sheets_svg(sheets) if sheets else []


def _write_pdf(ledger: Ledger, path: Path, scope: str, household: str, today: date) -> Path:
    from exports.visit_sheet import visit_sheets_pdf

    write_file(path, visit_sheets_pdf(_chosen(ledger, scope, household, today)))
    return path
