"""Pages on screen and on the printer, painted from the same SVG."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

A4_RATIO = 297 / 210


def page_pixmap(svg: str, width: int, *, scale: float = 1.0) -> QPixmap:
    """One page of ``width`` logical px, sharp on a screen of device ratio ``scale``."""
    pixmap = QPixmap(QSize(round(width * scale), round(width * A4_RATIO * scale)))
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def print_pages(parent: QWidget, pages: Sequence[str]) -> bool:
    """Ask for a printer and paint the pages on A4 without margins of its own; False when the user thought better."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印走访登记表")
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint_pages(printer, pages)
    return True


def paint_pages(printer: QPrinter, pages: Sequence[str]) -> None:
    """Paint each page on a sheet of ``printer``."""
    painter = QPainter(printer)
    for number, svg in enumerate(pages):
        if number:
            printer.newPage()
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(painter.viewport()))
    painter.end()
