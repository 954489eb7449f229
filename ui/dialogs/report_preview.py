"""一页报告: how the page of figures will look, and out to a PDF or the printer."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from exports.files import write_file
from exports.stats_head import file_name, heading_of
from minqing.work.report import Report
from ui import theme
from ui.printing import page_pixmap, print_pages
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.panel import Bar
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import label, title

_PAGE_WIDTH = 640


class ReportPreview(QDialog):
    """The one page of ``report``; typeset in the background once it is shown by ``start``."""

    def __init__(self, window: QWidget, session: Session, report: Report) -> None:
        super().__init__(window)
        self._session = session
        self._report = report
        self._heading = heading_of(session.ledger.profile, report, on=date.today())
        self.pages: list[str] = []
        self.setWindowTitle("一页报告")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(760, window.width() - 40), min(740, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        head.row.addWidget(title("一页报告"))
        head.row.addWidget(label(report.window.label, colour=theme.INK2))
        head.row.addStretch(1)
        column.addWidget(head)
        self.sheet = QLabel("正在排版…")
        self.sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sheet.setAccessibleName(self._heading.title)
        column.addWidget(ScrollArea(self.sheet), 1)
        column.addWidget(self._foot())

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        bar.row.addWidget(label("A4 一页，数字和页面上的一样", size=13, colour=theme.INK2))
        bar.row.addStretch(1)
        bar.row.addWidget(Button("关闭", self.reject, hint="Esc"))
        self.print_button = Button("打印…", self.print, icon="print")
        self.pdf_button = Button("存为 PDF…", self.save_pdf, kind=Kind.PRIMARY, icon="file")
        for button, what in ((self.print_button, "送到打印机"), (self.pdf_button, "选一个位置，存成 PDF 文件")):
            button.setEnabled(False)
            button.setToolTip(what)
            bar.row.addWidget(button)
        return bar

    def start(self) -> None:
        """Show the dialog and typeset the page."""
        self.show()
        report, heading = self._report, self._heading

        def typeset() -> list[str]:
            from exports.stats_report import stats_report_svg

            return stats_report_svg(report, heading)

        self._session.work(lambda _: typeset(), self._take, label="排版一页报告", failed=self._failed, owner=self)

    def _failed(self, error: Exception) -> None:
        self.sheet.setText("没有排成")
        self._session.failed(error)

    def _take(self, pages: list[str]) -> None:
        self.pages = pages
        self.sheet.setPixmap(page_pixmap(pages[0], _PAGE_WIDTH, scale=self.devicePixelRatioF()))
        self.print_button.setEnabled(True)
        self.pdf_button.setEnabled(True)
        self.pdf_button.setFocus()

    def save_pdf(self) -> None:
        """Save the page as a PDF."""
        name = file_name(self._report, "pdf")
        path = self._session.notices.save_file("存为 PDF", name, ["PDF (*.pdf)"])
        if path is None:
            return
        report, heading = self._report, self._heading

        def write() -> str:
            from exports.stats_report import stats_report_pdf

            write_file(path, stats_report_pdf(report, heading))
            return path.name

        self._session.work(
            lambda _: write(),
            lambda written: self._session.notices.toast(f"已存为 {written}"),
            label="存为 PDF",
            owner=self,
        )

    def print(self) -> None:
        """Out to the printer."""
        run = print_pages(self, self.pages)
        if run is not None:
            notices = self._session.notices
            run.ended.connect(lambda whole: notices.toast("已送去打印 1 页" if whole else "打印已停下"))
