"""Qt paints the printed pages as Typst means them: the SVG is fit for preview and printer."""

from __future__ import annotations

import pytest
import segno
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from exports.visit_sheet import MemberLine, VisitSheet, visit_sheets_png, visit_sheets_svg

GREY = QImage.Format.Format_Grayscale8
SHEET = VisitSheet(
    number="ZF-2026-47-018",
    street="新光路街道",
    community="生活桥社区",
    household_id="H-7K3QX2-00018",
    year=2026,
    head="范立新",
    address="生活桥小区 3栋2单元501",
    place_label="生活桥小区 3栋2单元501",
    house_type="出租",
    members=tuple(MemberLine(name=f"𠮷{i}", relation="子女", phone=f"138****000{i}") for i in range(5)),
    last_visit="2026年10月16日，见面。问出租房能否装烟感报警器。",
    open_appeals=("第 10-036 号 楼道口飞线充电 · 10月16日登记 · 物业办理中",),
)


def painted(svg: str, width: int, height: int) -> QImage:
    """The page as Qt's renderer paints it on white paper."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    image = QImage(width, height, GREY)
    image.fill(255)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def pixels(image: QImage) -> list[bytes]:
    """The rows of a grey picture, 0 black to 255 white."""
    whole, stride = bytes(image.constBits()), image.bytesPerLine()
    return [whole[y * stride : y * stride + image.width()] for y in range(image.height())]


def difference(one: QImage, other: QImage) -> float:
    """The mean difference of two pictures, 0 to 255."""
    pairs = zip(b"".join(pixels(one)), b"".join(pixels(other)), strict=True)
    return sum(abs(a - b) for a, b in pairs) / (one.width() * one.height())


def ink(image: QImage) -> float:
    """The mean darkness of a picture, 0 to 255."""
    rows = pixels(image)
    return 255 - sum(map(sum, rows)) / (len(rows) * len(rows[0]))


@pytest.mark.parametrize("dots_per_inch", [96, 192])
def test_qt_paints_the_page_as_typst_does(qapp: QApplication, dots_per_inch: int) -> None:
    del qapp
    [svg], [png] = visit_sheets_svg([SHEET]), visit_sheets_png([SHEET], dots_per_inch=dots_per_inch)
    meant = QImage.fromData(png).convertToFormat(GREY)
    seen = painted(svg, meant.width(), meant.height())
    blank = QImage(meant.size(), GREY)
    blank.fill(255)
    assert difference(seen, meant) < 3
    assert difference(seen, meant) < difference(blank, meant) / 3
    assert ink(seen) == pytest.approx(ink(meant), rel=0.1)


def test_the_code_on_paper_is_that_of_the_record(qapp: QApplication) -> None:
    del qapp
    image = painted(visit_sheets_svg([SHEET])[0], 794 * 4, 1123 * 4)
    rows = pixels(image)
    code = segno.make_qr(SHEET.household_id, error="q", mask=3, boost_error=False)
    side = len(code.matrix)
    middles = [round((place + 0.5) * 72 * 4 / side) for place in range(side)]
    read = [[int(rows[34 * 4 + y][654 * 4 + x] < 128) for x in middles] for y in middles]
    assert read == [list(row) for row in code.matrix]
