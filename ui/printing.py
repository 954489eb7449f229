"""Pages on screen and on the printer, painted from the same SVG."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QCoreApplication, QMarginsF, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ui.ahead import BUSY

A4_RATIO = 297 / 210
DOTS_PER_INCH = 300
_STRIPS = 24
_VIEW = re.compile(r'viewBox="\S+ \S+ ([\d.]+) ([\d.]+)"')
_HEAD = 400


def page_size(svg: str, width: int) -> QSize:
    """How large one page of ``width`` logical px is, upright or across as it was set."""
    found = _VIEW.search(svg[:_HEAD])
    across = found is not None and float(found[1]) > float(found[2])
    return QSize(width, round(width * (1 / A4_RATIO if across else A4_RATIO)))


def page_pixmap(svg: str, width: int, *, scale: float = 1.0) -> QPixmap:
    """One page of ``width`` logical px, upright or across as it was set, sharp on a screen of ratio ``scale``."""
    drawing = QSvgRenderer(QByteArray(svg.encode()))
    ratio = 1 / A4_RATIO if _lies(drawing) else A4_RATIO
    pixmap = QPixmap(QSize(round(width * scale), round(width * ratio * scale)))
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def print_pages(parent: QWidget, pages: Sequence[str], *, title: str = "打印走访登记表") -> PrintRun | None:
    """Ask for a printer and begin to paint the pages on A4 without margins; None when the user thought better.

    The painting goes on when ``parent``, a dialog, is closed.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    run = PrintRun(printer, pages, parent.parentWidget() or parent)
    run.start()
    return run


class PrintRun(QObject):
    """Paints pages on a printer, a strip at each turn of the event loop, so that the window stays awake.

    A page of a form takes the painter a third of a second; a strip of it a thirtieth at most. ``progressed(pages done,
    of how many)``, then ``ended(whether all were sent)`` once.
    """

    progressed = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, printer: QPrinter, pages: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = tuple(pages)
        self._number = 0
        self._strip = 0
        self._drawing: QSvgRenderer | None = None
        self._painter: QPainter | None = None
        self._clock = QTimer(self, interval=0)
        self._clock.timeout.connect(self._go_on)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether pages are still to come."""
        return self._clock.isActive()

    def start(self) -> None:
        """Begin with the first page."""
        self.setObjectName(BUSY)
        self._clock.start()

    def cancel(self) -> None:
        """Send no more pages; what was painted so far goes out as far as the printer takes it."""
        if self._clock.isActive():
            self._end(whole=False)

    def _go_on(self) -> None:
        if self._number == len(self._pages):
            self._end(whole=True)
        elif self._drawing is None:
            self._begin_page()
        else:
            self._paint_strip(self._drawing)

    def _begin_page(self) -> None:
        self._drawing = QSvgRenderer(QByteArray(self._pages[self._number].encode()))
        across, upright = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(across if _lies(self._drawing) else upright)
        if self._painter is None:
            self._painter = QPainter(self._printer)
        else:
            self._printer.newPage()
        self._strip = 0

    def _paint_strip(self, drawing: QSvgRenderer) -> None:
        assert self._painter is not None, "a strip before its page"
        room = self._painter.viewport()
        dots = min(1.0, DOTS_PER_INCH / self._printer.resolution())
        width, height = round(room.width() * dots), round(room.height() * dots)
        first, last = (height * number // _STRIPS for number in (self._strip, self._strip + 1))
        image = QImage(width, last - first, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -first)
        drawing.render(painter, QRectF(0, 0, width, height))
        painter.end()
        # Whole dots of the printer at both edges: no strip leaves a hair of white, and none overlaps.
        top, bottom = (room.height() * dot // height for dot in (first, last))
        self._painter.drawImage(QRect(0, top, room.width(), bottom - top), _greyed(image))
        self._strip += 1
        if self._strip == _STRIPS:
            self._drawing = None
            self._number += 1
            self.progressed.emit(self._number, len(self._pages))

    def _end(self, *, whole: bool) -> None:
        self._clock.stop()
        self.setObjectName("")
        if self._painter is not None:
            self._painter.end()
            self._painter = None
        self.ended.emit(whole)


def _greyed(image: QImage) -> QImage:
    """A third of the size where there is no colour in it."""
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if image.allGray() else image


def _lies(drawing: QSvgRenderer) -> bool:
    size = drawing.viewBoxF()
    return size.width() > size.height()
