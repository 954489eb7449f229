"""打印走访表: whose sheets, their pages on screen, in a PDF and on a printer, and what is said when it fails."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from minqing.actions.records import save_records
from minqing.errors import FontMissing
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.work.due import due_households
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, press
from tests.ui.sample_book import TODAY, family_of
from ui.dialogs import print_preview
from ui.dialogs.print_preview import DUE, PrintPreview
from ui.hub import Hub
from ui.jobs import Jobs
from ui.printing import A4_RATIO, PrintRun, page_pixmap, page_size
from ui.session import Session

PAGE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><rect width="210" height="297" fill="black"/></svg>'
)
ACROSS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210"><rect width="297" height="210" fill="black"/></svg>'
)


@pytest.fixture
def preview(shown_window: QWidget, session: Session) -> PrintPreview:
    made = PrintPreview(shown_window, session)
    made.start()
    return made


@pytest.fixture
def single(shown_window: QWidget, session: Session) -> PrintPreview:
    """The sheet of one household, which is typeset soonest."""
    made = PrintPreview(shown_window, session, household=family_of(session.ledger).id)
    made.start()
    return made


def shown_pages(preview: PrintPreview) -> int:
    while preview._blank or preview._painting.isActive():
        QApplication.processEvents()
    sheets = preview._paper.findChildren(QLabel)
    return sum(not sheet.pixmap().isNull() and not sheet.isHidden() for sheet in sheets)


def lived_in(ledger: Ledger, building: str = "") -> int:
    homes = [one for one in ledger.records(Household) if not one.vacant]
    return sum(not building or one.building == building for one in homes)


def test_begins_with_those_who_are_due(preview: PrintPreview, session: Session) -> None:
    due = due_households(session.ledger, TODAY)
    assert preview.isVisible()
    assert preview.scope.value == DUE
    assert len(preview.pages) == len(due)
    assert shown_pages(preview) == min(len(due), 20)
    assert preview._count.text() == f"共 {len(due)} 页"
    assert preview.print_button.isEnabled()
    assert preview.pdf_button.isEnabled()


def test_a_building(preview: PrintPreview, session: Session) -> None:
    preview.scope.set_value("9")
    assert len(preview.pages) == lived_in(session.ledger, "9") == 1
    assert shown_pages(preview) == 1


def test_everybody(preview: PrintPreview, session: Session) -> None:
    assert ("", "全部住户") in preview.scope._choices
    preview.scope.set_value("")
    assert len(preview.pages) == lived_in(session.ledger)


def test_one_household_has_no_choice(single: PrintPreview) -> None:
    assert len(single.pages) == 1
    assert not single.scope.isVisible()


def test_typesets_once(shown_window: QWidget, session: Session) -> None:
    labels: list[str] = []
    session.jobs.started.connect(lambda job: labels.append(job.label))
    PrintPreview(shown_window, session).start()
    assert labels.count("排版走访登记表") == 1


def test_nobody_to_visit(single: PrintPreview) -> None:
    single._take([])
    assert single._count.text() == "没有要打印的住户"
    assert not single.print_button.isEnabled()
    assert shown_pages(single) == 0


def test_saves_what_is_shown_as_a_pdf(single: PrintPreview, notices: SpokenNotices, tmp_path: Path) -> None:
    notices.paths = [tmp_path / "走访表.pdf"]
    click(single, "存为 PDF…")
    assert notices.paths[0].read_bytes().startswith(b"%PDF")
    assert notices.said == ["已存为 走访表.pdf"]


def test_thinking_better_of_the_pdf_does_nothing(single: PrintPreview, notices: SpokenNotices) -> None:
    click(single, "存为 PDF…")
    assert notices.said == []


def test_a_place_that_cannot_be_written_is_told(single: PrintPreview, notices: SpokenNotices, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    notices.paths = [tmp_path / "文件" / "走访表.pdf"]
    click(single, "存为 PDF…")
    assert "存不进" in notices.said[-1]


class _Sent(PrintRun):
    """A run on no printer."""

    def start(self) -> None:
        self.progressed.emit(1, 2)


def test_paper(single: PrintPreview, notices: SpokenNotices, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[Sequence[str]] = []

    def accept(parent: QWidget, pages: Sequence[str], *, title: str) -> PrintRun:
        printed.append(pages)
        return _Sent(QPrinter(), pages, parent)

    monkeypatch.setattr(print_preview, "print_pages", accept)
    click(single, "打印…")
    assert printed == [single.pages]
    assert single._run is not None
    single._run.ended.emit(True)
    assert notices.said == [f"已送去打印 {len(single.pages)} 页"]
    assert single.print_button.text() == "打印…"


def test_printing_can_be_stopped(
    single: PrintPreview, notices: SpokenNotices, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def begin(parent: QWidget, pages: Sequence[str], *, title: str) -> PrintRun:
        run = PrintRun(pdf_printer(tmp_path / "out.pdf"), [PAGE] * 50, parent)
        run.start()
        return run

    monkeypatch.setattr(print_preview, "print_pages", begin)
    click(single, "打印…")
    click(single, "停止打印")
    assert notices.said == ["打印已停下"]
    assert single._count.text() == f"共 {len(single.pages)} 页"


def test_thinking_better_of_printing_does_nothing(
    single: PrintPreview, notices: SpokenNotices, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_preview, "print_pages", lambda *_, **__: None)
    click(single, "打印…")
    assert notices.said == []
    assert single.print_button.text() == "打印…"


def test_an_error_is_told_and_the_dialog_does_not_wait_for_ever(
    preview: PrintPreview, notices: SpokenNotices, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_font(*_: object) -> list[str]:
        raise FontMissing

    monkeypatch.setattr(print_preview, "_typeset", no_font)
    preview.scope.set_value("9")
    assert "没有能印中文的字体" in notices.said[-1]
    assert preview._count.text() == "没有排成"
    assert not preview.print_button.isEnabled()


def test_cancelled_typesetting_is_told(qtbot: QtBot, shown_window: QWidget, ledger: Ledger, jobs: Jobs) -> None:
    preview = PrintPreview(shown_window, Session(ledger, jobs=jobs, notices=SpokenNotices(), hub=Hub()))
    preview.start()
    for job in jobs.running:
        job.cancel()
    qtbot.waitUntil(lambda: not jobs.running, timeout=5000)
    assert preview._count.text() in {"没有排成", f"共 {len(preview.pages)} 页"}


def test_closing_frees_its_pages(qtbot: QtBot, single: PrintPreview) -> None:
    with qtbot.waitSignal(single.destroyed, timeout=2000):
        press("Esc", single)
    assert not isValid(single)


def test_closing_while_typesetting_is_quiet(qtbot: QtBot, shown_window: QWidget, ledger: Ledger) -> None:
    jobs = Jobs()
    before = threading.active_count()
    preview = PrintPreview(shown_window, Session(ledger, jobs=jobs, notices=SpokenNotices(), hub=Hub()))
    preview.start()
    preview.reject()
    qtbot.waitUntil(lambda: not jobs.running, timeout=5000)
    jobs.close()
    assert threading.active_count() <= before


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_pages_on_screen_are_sharp(scale: float) -> None:
    pixmap = page_pixmap(PAGE, 100, scale=scale)
    assert pixmap.size().width() == 100 * scale
    assert pixmap.deviceIndependentSize().height() == pytest.approx(100 * A4_RATIO, abs=1)
    assert pixmap.toImage().pixelColor(50, 50).lightness() == 0


def pdf_printer(path: Path) -> QPrinter:
    """A printer that writes a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setFullPage(True)
    return printer


def test_each_page_gets_a_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    run = PrintRun(pdf_printer(tmp_path / "out.pdf"), [PAGE, ACROSS, PAGE])
    with qtbot.waitSignal(run.ended, timeout=10_000) as ended:
        run.start()
    assert ended.args == [True]
    assert (tmp_path / "out.pdf").read_bytes().count(b"/Type /Page\n") == 3


def test_strips_meet_without_a_seam() -> None:
    """A black page is black all over: a picture of 1200 dots an inch takes strips of 300 and their edges."""
    run = PrintRun(QPrinter(), [PAGE])
    sheet = QImage(997, 1411, QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFF)
    run._painter = QPainter(sheet)
    drawing = QSvgRenderer(QByteArray(PAGE.encode()))
    while run._number == 0:
        run._paint_strip(drawing)
    run._painter.end()
    assert {sheet.pixelColor(500, y).lightness() for y in range(1411)} == {0}


def test_pages_are_as_large_as_they_were_set() -> None:
    assert page_size(PAGE, 100).height() == round(100 * A4_RATIO)
    assert page_size(ACROSS, 100).height() == round(100 / A4_RATIO)


def test_two_estates_with_one_number_are_two_choices(shown_window: QWidget, session: Session) -> None:
    home = family_of(session.ledger)
    twin = home.with_values({"id": "", "revision": 0, "estate": "槐树苑"})
    save_records(session.ledger, [twin], label="再登记一户")
    preview = PrintPreview(shown_window, session)
    preview.start()
    names = [value for value, _ in preview.scope._choices if value.endswith("9")]
    assert sorted(names) == sorted([f"{home.estate}9", "槐树苑9"])
    preview.scope.set_value("槐树苑9")
    assert len(preview.pages) == 1
    preview.close()
