"""打印走访表: whose sheets, how they will look, and out to the printer or a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from exports.files import write_file
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.work.statistics import by_building
from minqing.work.visit_list import households_to_visit
from ui import theme
from ui.ahead import BUSY
from ui.jobs import Progress, State
from ui.printing import PrintRun, page_pixmap, page_size, print_pages
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
_BORDERS = QSize(2, 2)
DUE = "due"
_SCOPES = ((DUE, "该走访的"), ("", "全部住户"))


class PrintPreview(QDialog):
    """The sheets of one household, of a building, or of everybody who is due; in door order.

    A preview of other papers says in ``heading`` what they are, in ``note`` what holds for them, and writes
    ``typesetter``, ``writer``, ``file_name`` and, where there is more of a choice, ``offer``.
    """

    heading = "入户走访登记表"
    laid_out = "走访登记表"
    note = "按门牌顺序，一户一张；证件和电话已遮掩"
    nobody = "没有要打印的住户"
    scopes: Sequence[tuple[str, str]] = _SCOPES

    def __init__(self, window: QWidget, session: Session, *, household: str = "", scope: str = DUE) -> None:
        super().__init__(window)
        self._session = session
        self._household = household
        self._scope = scope
        self._today = date.today()
        self.pages: list[str] = []
        self._blank: list[tuple[QLabel, str]] = []
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._painting.timeout.connect(self._paint_next)
        self._run: PrintRun | None = None
        self._fresh = "" in dict(self.scopes)
        self.setWindowTitle(f"打印{self.heading.removeprefix('入户')}")
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
        bar.row.addWidget(title(self.heading))
        self._count = label(colour=theme.INK2)
        bar.row.addWidget(self._count)
        bar.row.addStretch(1)
        known = self._scope in dict(self.scopes)
        offered = self.scopes if known else [*self.scopes, (self._scope, f"{self._scope}栋")]
        self.scope = FilterButton("范围", offered, value=self._scope)
        self.scope.changed.connect(lambda _: self._renew())
        self.scope.setVisible(not self._household)
        bar.row.addWidget(self.scope)
        return bar

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        bar.row.addWidget(label(self.note, size=13, colour=theme.INK2))
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
        self.offer()
        self.show()
        self._renew()

    def offer(self) -> None:
        """Let the user choose among more than the first scopes."""
        if not self._household:
            self._session.load(_buildings, self._offer, owner=self)

    def typesetter(self) -> Callable[[Progress], list[str]]:
        """What makes the pages, one SVG each; it runs in the background with the choices made now."""
        scope, household, today = self.scope.value, self._household, self._today
        return lambda progress: _typeset(self._session.ledger, progress, scope, household, today)

    def writer(self, path: Path) -> Callable[[Progress], Path]:
        """What writes the same pages to ``path`` as a PDF; it runs in the background."""
        scope, household, today = self.scope.value, self._household, self._today
        return lambda progress: _write_pdf(self._session.ledger, path, scope, household, today)

    @property
    def file_name(self) -> str:
        """The name that is proposed for the PDF."""
        return f"入户走访登记表_{self._today}.pdf"

    def _renew(self) -> None:
        self._say("正在排版…", ready=False)
        job = self._session.work(
            self.typesetter(),
            self._take,
            label=f"排版{self.laid_out}",
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
        if not pages and self._fresh and self.scope.value == DUE and not self._household:
            # A book that is just beginning has nobody who is due, but sheets are wanted for the first round.
            self._fresh = False
            self.scope.set_value("")
            return
        first, self._fresh = not self.pages, False
        self.pages = pages
        self._blank.clear()
        while self._sheets.count():
            item = self._sheets.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for svg in pages[:_SHOWN]:
            self._add_sheet(svg)
        if len(pages) > _SHOWN:
            more = label(f"这里只显示前 {_SHOWN} 页，打印和存盘时共 {len(pages)} 页。", colour=theme.INK2)
            self._sheets.addWidget(more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sheets.addStretch(1)
        self._say(f"共 {len(pages)} 页" if pages else self.nobody, ready=bool(pages))
        if first and pages:
            self.print_button.setFocus()
        self.setObjectName(BUSY)
        self._painting.start()

    def _add_sheet(self, svg: str) -> None:
        """A white page, painted in its turn."""
        sheet = QLabel()
        sheet.setFixedSize(page_size(svg, _PAGE_WIDTH) + _BORDERS)
        sheet.setStyleSheet(f"border: 1px solid {theme.LINE2}; background: white;")
        self._sheets.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._blank.append((sheet, svg))

    def _paint_next(self) -> None:
        """Paint one page; the next one in another turn of the event loop, so that nothing waits for all of them."""
        if self._blank:
            sheet, svg = self._blank.pop(0)
            sheet.setPixmap(page_pixmap(svg, _PAGE_WIDTH, scale=self.devicePixelRatioF()))
            self._painting.start()
        self.setObjectName(BUSY if self._blank else "")

    def save_pdf(self) -> None:
        """Save the same sheets as a PDF."""
        path = self._session.notices.save_file("存为 PDF", self.file_name, ["PDF (*.pdf)"])
        if path is None:
            return
        self._session.work(
            self.writer(path),
            lambda written: self._session.notices.toast(f"已存为 {written.name}"),
            label="存为 PDF",
            owner=self,
        )

    def print(self) -> None:
        """Out to the printer; while pages go out, the button stops it."""
        if self._run is not None:
            self._run.cancel()
            return
        run = print_pages(self, self.pages, title=self.windowTitle())
        if run is None:
            return
        self._run, count, notices = run, len(self.pages), self._session.notices
        run.ended.connect(lambda whole: notices.toast(f"已送去打印 {count} 页" if whole else "打印已停下"))
        run.ended.connect(self._printed)
        run.progressed.connect(self._say_printing)
        self.print_button.setText("停止打印")
        self._say_printing(0, count)

    def _say_printing(self, done: int, total: int) -> None:
        self._count.setText(f"正在送去打印 {done} / {total} 页")

    def _printed(self) -> None:
        self._run = None
        self.print_button.setText("打印…")
        self._count.setText(f"共 {len(self.pages)} 页")


def _buildings(ledger: Ledger) -> list[str]:
    homes = [one for one in ledger.records(Household) if one.building]
    return [name.removesuffix("栋") for name in by_building(homes)]


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
