"""The table model against Qt's own tester, sorting as cases, and the view's keys and painting."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.paint import Badge, seal_badge
from ui.widgets.table import RECORD_ROLE, SORT_ROLE, Column, RecordTable, RecordTableModel
from ui.widgets.table_paint import in_two


@dataclass(frozen=True)
class Row:
    number: int
    door: str
    name: str
    late: int | None = None


ROWS = [Row(3, "6栋3单元102", "郭守田", 5), Row(1, "2栋1单元201", "肖桂英"), Row(2, "10栋1单元101", "何美琪", 2)]


def columns() -> list[Column[Row]]:
    return [
        Column("编号", lambda row: f"{row.number:03}", 58, align="right", sort=lambda row: row.number),
        Column("门牌", lambda row: row.door, 100, sub=lambda row: row.name),
        Column("户主", lambda row: row.name, stretch=1, tooltip=lambda row: f"户主 {row.name}"),
        Column(
            "期限",
            lambda row: "",
            112,
            sort=lambda row: row.late,
            badge=lambda row: seal_badge(f"超 {row.late} 天") if row.late else None,
        ),
    ]


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable[Row]:
    made = RecordTable(columns(), name="诉求", two_lines=True, key=lambda row: row.number)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_records(ROWS)
    made.show()
    return made


def test_model_keeps_qts_rules() -> None:
    model = RecordTableModel(columns())
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_records(ROWS)
    model.sort(0)
    model.set_records(ROWS[:1])
    model.set_records([])


@pytest.mark.parametrize(
    ("column", "order", "numbers"),
    [
        (0, Qt.SortOrder.AscendingOrder, [1, 2, 3]),
        (0, Qt.SortOrder.DescendingOrder, [3, 2, 1]),
        (3, Qt.SortOrder.AscendingOrder, [2, 3, 1]),
        (3, Qt.SortOrder.DescendingOrder, [3, 2, 1]),
        (-1, Qt.SortOrder.AscendingOrder, [3, 1, 2]),
    ],
)
def test_sorting(column: int, order: Qt.SortOrder, numbers: list[int]) -> None:
    model = RecordTableModel(columns())
    model.set_records(ROWS)
    model.sort(column, order)
    assert [row.number for row in model.records] == numbers


def test_sorting_carries_persistent_indexes() -> None:
    model = RecordTableModel(columns())
    model.set_records(ROWS)
    kept = QPersistentModelIndex(model.index(0, 1))
    model.sort(0)
    assert kept.data(RECORD_ROLE) == ROWS[0]
    assert kept.row() == 2


def test_roles() -> None:
    model = RecordTableModel(columns())
    model.set_records(ROWS)
    index = model.index(0, 0)
    assert index.data() == "003"
    assert index.data(RECORD_ROLE) is ROWS[0]
    assert index.data(SORT_ROLE) == 3
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "户主 郭守田"
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "超 5 天"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "门牌"


def test_refresh_keeps_the_current_record_and_the_sort(table: RecordTable[Row]) -> None:
    table.sort_by(0)
    assert table.select(2)
    table.set_records([*ROWS, Row(0, "1栋1单元101", "谢玉兰")])
    assert [row.number for row in table.records_model.records] == [0, 1, 2, 3]
    assert table.current_record == ROWS[2]


def test_header_click_sorts_and_sorts_back(qtbot: QtBot, table: RecordTable[Row]) -> None:
    header = table.horizontalHeader()
    for numbers in ([1, 2, 3], [3, 2, 1]):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().center() * 0.05)
        assert [row.number for row in table.records_model.records] == numbers


def test_enter_and_double_click_activate(qtbot: QtBot, table: RecordTable[Row]) -> None:
    table.select_row(1)
    with qtbot.waitSignal(table.activated_record, timeout=500) as caught:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert caught.args == [ROWS[1]]
    place = table.visualRect(table.records_model.index(2, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.activated_record, timeout=500) as caught:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert caught.args == [ROWS[2]]


def test_keys_move_and_tell(qtbot: QtBot, table: RecordTable[Row]) -> None:
    seen: list[object] = []
    table.current_changed.connect(seen.append)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Home):
        QTest.keyClick(table, key)
    assert seen == [ROWS[2], ROWS[1], ROWS[0]]


def test_copy_gives_text_with_tabs(qtbot: QtBot, table: RecordTable[Row]) -> None:
    table.select_row(0)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "003\t6栋3单元102 郭守田\t郭守田\t超 5 天"


def test_empty_table_says_what_to_do(qtbot: QtBot, table: RecordTable[Row]) -> None:
    pressed: list[bool] = []
    table.set_empty("还没有诉求", "敲开一扇门，回来记一条。", button="登诉求", on_click=lambda: pressed.append(True))
    assert not table._empty.isVisible()
    table.set_records([])
    assert table._empty.isVisible()
    button = table._empty.button
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_selected_row_has_tint_bar_and_line(table: RecordTable[Row]) -> None:
    table.select_row(0)
    table.clearFocus()
    drawn = table.viewport().grab().toImage()
    assert drawn.pixelColor(1, 20) == QColor(theme.ACCENT)
    assert drawn.pixelColor(6, 20) == QColor(theme.ACCENTT)
    assert drawn.pixelColor(300, 41) == QColor(theme.LINE)
    assert drawn.pixelColor(6, 60) == QColor(theme.PANEL)


def test_cut_text_is_whole_in_the_tooltip(table: RecordTable[Row]) -> None:
    index = table.records_model.index(0, 1)
    area = table.visualRect(index)
    assert table._rows.tip(index, area) == ""
    area.setWidth(60)
    assert table._rows.tip(index, area) == "6栋3单元102\n郭守田"


def test_columns_fill_the_width(table: RecordTable[Row]) -> None:
    header = table.horizontalHeader()
    assert header.length() == table.viewport().width()
    assert header.sectionSize(0) == 58 + 14


def test_a_hundred_thousand_rows_are_shown_at_once(qtbot: QtBot) -> None:
    table = RecordTable(columns(), name="很多", key=lambda row: row.number)
    qtbot.addWidget(table)
    table.resize(700, 400)
    rows = [Row(number, f"{number % 40}栋", "姓名") for number in range(100_000)]
    begun = time.perf_counter()
    table.set_records(rows)
    table.show()
    table.grab()
    table.select_row(99_999)
    table.grab()
    assert time.perf_counter() - begun < 2
    assert table.current_record == rows[-1]


def test_many_can_be_selected(qtbot: QtBot) -> None:
    table = RecordTable(columns(), name="多选", many=True)
    qtbot.addWidget(table)
    table.set_records(ROWS)
    table.selectAll()
    assert table.selected_records == ROWS


def test_badges_take_several() -> None:
    column: Column[Row] = Column("标签", lambda row: "", badge=lambda row: [Badge("独居"), Badge("低保")])
    assert column.words(ROWS[0]) == "独居 低保"


@pytest.fixture
def many(qtbot: QtBot) -> RecordTable[Row]:
    made = RecordTable(columns(), name="诉求", many=True, key=lambda row: row.number)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.set_records([Row(number, f"{number}栋", "何美琪") for number in range(9)])
    made.show()
    made.select_row(4)
    return made


def numbers(table: RecordTable[Row]) -> list[int]:
    return [row.number for row in table.selected_records]


def test_shift_with_home_and_end_selects_up_to_the_edge(many: RecordTable[Row]) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(many, Qt.Key.Key_End, shift)
    assert numbers(many) == [4, 5, 6, 7, 8]
    QTest.keyClick(many, Qt.Key.Key_Home, shift)
    assert numbers(many) == [0, 1, 2, 3, 4]
    QTest.keyClick(many, Qt.Key.Key_End)
    assert numbers(many) == [8]


def test_what_is_selected_stays_selected_after_a_refresh(qtbot: QtBot, many: RecordTable[Row]) -> None:
    toggle = Qt.KeyboardModifier.ControlModifier
    for row in (1, 2, 6):
        place = many.visualRect(many.records_model.index(row, 2)).center()
        QTest.mouseClick(many.viewport(), Qt.MouseButton.LeftButton, toggle, place)
    with qtbot.waitSignal(many.selection_changed, timeout=500):
        many.set_records([Row(number, f"{number}栋", "何美琪") for number in (8, 6, 5, 4, 1)])
    assert numbers(many) == [6, 4, 1]
    assert many.current_record == Row(6, "6栋", "何美琪")


def test_an_empty_table_leaves_home_and_end_alone(many: RecordTable[Row]) -> None:
    many.set_records([])
    QTest.keyClick(many, Qt.Key.Key_Home)
    QTest.keyClick(many, Qt.Key.Key_End)
    assert many.current_record is None


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("一行就够", "一行就够"),
        ("上次交的是全部时段，11月16日；应在 11月20日 交", "上次交的是全部时段，"),
        ("没有可以断开的地方也要接着写完它", "没有可以断开的地方也"),
    ],
)
def test_a_long_text_goes_on_in_a_second_line(qapp: QApplication, text: str, first: str) -> None:
    width = QFontMetrics(theme.font(13)).horizontalAdvance("上次交的是全部时段，1")
    found = in_two(text, theme.font(13), width)
    assert found == (first, text.removeprefix(first))
