"""The sheet as it looks: chips over the columns, the keyboard and the mouse on them, cells outside the table."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from minqing.forms.learning.look import Look, sheet_look
from ui.widgets.sheet_plan import CHIP_WIDTH, lay_out
from ui.widgets.sheet_view import CellTag, Certainty, Marks, SheetView, Spot, Tag

KEY = Qt.Key
COLUMNS = 37
HEADER = (4, 5)


def wide_sheet() -> Look:
    """A title, a unit row, a tall note, a header of two rows over 37 columns, twelve ruled rows, a signature."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    thin = Side(style="thin")
    page["A1"], page["A2"], page["D2"] = "居民信息登记表", "填报单位：", "填报日期："
    page["A3"] = "填写说明：\n1. 带*的必须填写。\n2. 日期写成 2026-11-20。"
    page["A3"].alignment = Alignment(wrap_text=True, vertical="top")
    page["A1"].font = Font(sz=18, b=True)
    page.merge_cells("A1:L1")
    page.merge_cells("A3:L3")
    page.row_dimensions[3].height = 90
    for column in range(1, COLUMNS + 1):
        page.cell(5, column, f"第{column}栏").fill = PatternFill("solid", fgColor="FFFFFF00")
        for row in range(4, 18):
            page.cell(row, column).border = Border(thin, thin, thin, thin)
    page["A4"] = "基本情况"
    page.merge_cells("A4:D4")
    page["A19"] = "填报人："
    out = io.BytesIO()
    book.save(out)
    return sheet_look(out.getvalue(), page.title)


def tags() -> tuple[Tag, ...]:
    kinds = tuple(Certainty)
    return tuple(
        Tag(column)
        if column % 4 == 0
        else Tag(column, "居民", "与户主关系", kinds[column % 3], f"第 {column} 栏的理由")
        for column in range(1, COLUMNS + 1)
    )


@pytest.fixture(scope="module")
def look() -> Look:
    return wide_sheet()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> SheetView:
    made = SheetView()
    qtbot.addWidget(made)
    made.resize(1320, 560)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_sheet(look, Marks(HEADER, 6, 17, tags(), (CellTag(2, 1, "社区"),)))
    made.setFocus()
    return made


def press(view: SheetView, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view, key)


def click(view: SheetView, spot: Spot) -> None:
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.place_of(spot).center())


def picture(view: SheetView) -> QImage:
    return view.grab().toImage()


def colours(image: QImage, place: QPoint, size: int = 12) -> set[str]:
    return {
        QColor(image.pixel(place.x() + across, place.y() + down)).name()
        for across in range(size)
        for down in range(size)
    }


def test_every_chip_has_room_for_its_words_and_half_of_37_columns_are_seen(view: SheetView) -> None:
    widths = {view.plan.columns[tag.column].size for tag in view.plan.marks.tags}
    assert min(widths) >= CHIP_WIDTH
    inside = [tag for tag in tags() if view.place_of(Spot(0, tag.column)).right() < view.viewport().width()]
    assert len(inside) >= 13


def test_the_band_stands_right_over_the_header_and_stays_when_it_is_scrolled_away(view: SheetView) -> None:
    plan = view.plan
    assert plan.band.end == plan.rows[4].start
    assert plan.rows[3].end == plan.band.start
    view.resize(1320, 260)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    place = view.place_of(Spot(0, 1))
    assert 0 <= place.top() < 60
    click(view, Spot(0, 2))
    assert view.spot == Spot(0, 2)


def test_arrows_enter_and_delete(qtbot: QtBot, view: SheetView) -> None:
    press(view, KEY.Key_Right, KEY.Key_Right)
    assert view.spot == Spot(0, 3)
    with qtbot.waitSignal(view.column_wanted) as asked:
        press(view, KEY.Key_Return)
    assert asked.args == [3]
    with qtbot.waitSignal(view.column_cleared) as cleared:
        press(view, KEY.Key_Delete)
    assert cleared.args == [3]
    press(view, KEY.Key_End)
    assert view.spot == Spot(0, COLUMNS)
    assert view.place_of(Spot(0, COLUMNS)).right() <= view.viewport().width(), (
        "the keyboard's chip is scrolled into view"
    )
    press(view, KEY.Key_Right)
    assert view.spot == Spot(0, COLUMNS)
    press(view, KEY.Key_Home)
    assert view.spot == Spot(0, 1)
    assert "A 列" in view.accessibleName()


def test_up_and_down_lead_to_the_cells_around_the_table(qtbot: QtBot, view: SheetView) -> None:
    press(view, KEY.Key_Up)
    assert view.spot == Spot(3, 1)
    press(view, KEY.Key_Up, KEY.Key_Right)
    assert view.spot == Spot(2, 2)
    with qtbot.waitSignal(view.cell_wanted) as asked:
        press(view, KEY.Key_Return)
    assert asked.args == [2, 2]
    with qtbot.waitSignal(view.cell_cleared) as cleared:
        press(view, KEY.Key_Backspace)
    assert cleared.args == [2, 2]
    press(view, KEY.Key_Up)
    assert view.spot == Spot(1, 1), "a merged title is one cell"
    press(view, KEY.Key_Down, KEY.Key_Down, KEY.Key_Down)
    assert view.spot == Spot(0, 1)
    press(view, KEY.Key_Down)
    assert view.spot == Spot(18, 1), "the rows for records are stepped over"


def test_clicks_on_chips_headers_cells_and_row_numbers(qtbot: QtBot, view: SheetView) -> None:
    with qtbot.waitSignal(view.column_wanted) as chip:
        click(view, Spot(0, 4))
    header = view.place_of(Spot(5, 2))
    with qtbot.waitSignal(view.column_wanted) as label:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=header.center())
    with qtbot.waitSignal(view.cell_wanted) as cell:
        click(view, Spot(2, 4))
    with qtbot.waitSignal(view.row_wanted) as row:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(12, header.center().y()))
    assert (chip.args, label.args, cell.args) == ([4], [2], [2, 4])
    assert row.args is not None
    assert row.args[0] == 5


def test_marks_change_without_moving_the_keyboard(view: SheetView) -> None:
    press(view, KEY.Key_Right)
    view.set_marks(Marks((5,), 6, 12, tags()))
    assert view.spot == Spot(0, 2)
    assert view.plan.band.end == view.plan.rows[5].start
    view.set_marks(Marks((5,), 6, 12, tags()[5:]))
    assert view.spot == Spot(0, 6)


def test_what_is_drawn(view: SheetView) -> None:
    image = picture(view)
    yellow = view.place_of(Spot(5, 3)).topLeft() + QPoint(2, 2)
    blank = view.place_of(Spot(19, 3)).topLeft() + QPoint(2, 2)
    assert not colours(image, yellow) & {"#ffffff"}
    assert "#ffffff" in colours(image, blank, 4)
    tag = view.place_of(Spot(2, 1))
    assert "#1f5263" in colours(image, tag.topLeft(), 6), "a filled cell has an outline"
    data = view.place_of(Spot(8, 3)).center()
    assert colours(image, data, 2) != {"#ffffff"}, "the rows for records have a soft ground"


def test_tooltips_say_why(view: SheetView) -> None:
    place = view.place_of(Spot(0, 3)).center()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place)))
    assert "第 3 栏的理由" in QToolTip.text()
    assert "居民·与户主关系" in QToolTip.text()
    QToolTip.hideText()


def test_big_letters_are_shown_smaller_and_small_ones_as_they_are(look: Look) -> None:
    assert lay_out(look, Marks(HEADER, 6, 17, tags())).zoom == pytest.approx(13 / (11 * 96 / 72))
    assert lay_out(Look("", ((1, 60),), ((1, 20),), ()), Marks()).zoom == 1


def test_a_sheet_without_anything_takes_keys_quietly(qtbot: QtBot) -> None:
    empty = SheetView()
    qtbot.addWidget(empty)
    empty.show()
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Return, KEY.Key_Delete, KEY.Key_End):
        QTest.keyClick(empty, key)
    assert empty.spot is None
    QTest.mouseClick(empty.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))


def test_a_hidden_column_has_no_chip(qtbot: QtBot) -> None:
    shown = Look("", ((2, 60), (3, 60)), ((1, 20), (2, 20)), ())
    view = SheetView()
    qtbot.addWidget(view)
    view.show_sheet(shown, Marks((1,), 2, 2, tags()[:4]))
    assert view.spot == Spot(0, 2)
    press(view, KEY.Key_Right, KEY.Key_Right)
    assert view.spot == Spot(0, 3)
