"""Bar charts: what is drawn where, what they say, tooltips; words with their numbers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.bars import Bar, BarChart, BarRows
from ui.widgets.word_chips import WordChips

WEEK = [
    Bar("周一", 8, tooltip="11月16日：8 户"),
    Bar("周二", 4),
    Bar("周三", 0),
    Bar("今天", 2, highlighted=True),
    Bar("周五", 0, future=True),
]


def shown(qtbot: QtBot, widget: QWidget, width: int = 288) -> QImage:
    qtbot.addWidget(widget)
    widget.resize(width, widget.sizeHint().height() or 136)
    return widget.grab().toImage()


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def height_of(image: QImage, column: int, colour: str) -> int:
    return sum(image.pixelColor(column, row) == QColor(colour) for row in range(image.height()))


def test_columns_are_as_high_as_their_values(qtbot: QtBot) -> None:
    chart = BarChart("本周")
    chart.set_bars(WEEK, unit="户")
    image = shown(qtbot, chart)
    middles = [chart.area_of(number).center().x() for number in range(5)]
    assert [height_of(image, x, theme.BAR) for x in middles[:3]] == [82, 41, 0]
    assert height_of(image, middles[3], theme.ACCENT) >= 20
    assert height_of(image, middles[4], theme.BAR) == 0


def test_charts_say_what_they_show(qtbot: QtBot) -> None:
    chart = BarChart("本周走访")
    chart.set_bars(WEEK, unit="户")
    qtbot.addWidget(chart)
    assert chart.accessibleName() == "本周走访"
    assert chart.accessibleDescription() == "周一 8 户，周二 4 户，周三 0 户，今天 2 户"
    assert Bar("停车", 1234).shown == "1,234"
    assert Bar("停车", 0.5, text="50%").shown == "50%"


@pytest.mark.parametrize(("number", "text"), [(0, "11月16日：8 户"), (1, "周二 4"), (-1, "")])
def test_tooltips(qtbot: QtBot, number: int, text: str) -> None:
    chart = BarChart("本周")
    chart.set_bars(WEEK)
    shown(qtbot, chart)
    place = chart.area_of(number).center() if number >= 0 else QPoint(-5, -5)
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert QToolTip.text() == text
    QToolTip.hideText()


def test_many_columns_leave_labels_out_but_draw(qtbot: QtBot) -> None:
    chart = BarChart("一季")
    chart.set_bars([Bar(f"第 {number} 天", number) for number in range(92)])
    chart.set_goal(60)
    shown(qtbot, chart)
    assert chart._every() > 3
    assert chart.bar_at(chart.area_of(50).center()) == 50


def test_no_bars_and_nothing_but_zeros_draw(qtbot: QtBot) -> None:
    for bars in ([], [Bar("周一", 0)]):
        for chart in (BarChart("空"), BarRows("空")):
            chart.set_bars(bars)
            shown(qtbot, chart)


def test_a_ranking_is_as_wide_as_its_values(qtbot: QtBot) -> None:
    rows = BarRows("高频诉求")
    rows.set_bars([Bar("垃圾分类", 12), Bar("停车", 6), Bar("油烟", 3, colour=theme.GREEN)], unit="件")
    image = shown(qtbot, rows)
    widths = [sum(image.pixelColor(x, row * 27 + 13) == QColor(theme.BAR) for x in range(288)) for row in range(2)]
    assert widths[0] == pytest.approx(2 * widths[1], abs=2)
    assert image.pixelColor(80, 2 * 27 + 13) == QColor(theme.GREEN)
    assert rows.sizeHint().height() == 81


def test_words_without_room_are_left_out(qtbot: QtBot) -> None:
    words = WordChips("常提到", title="常提到")
    words.set_words([("充电桩", 12), ("电梯", 9)])
    image = shown(qtbot, words, 200)
    assert words.accessibleDescription() == "充电桩 12，电梯 9"
    assert words.sizeHint().height() > 60
    words.resize(200, 30)
    assert (len(colours(image)) > 2, len(colours(words.grab().toImage()))) == (True, 1)
