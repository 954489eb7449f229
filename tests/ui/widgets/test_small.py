"""Toast, search, timeline, strips, figures, panel: one or two facts each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import compose
from ui import theme
from ui.jobs import Jobs
from ui.widgets.buttons import Button, Kind, Size
from ui.widgets.chips import FilterButton, FilterChip, chip, seal, state_chip
from ui.widgets.figures import Fact, FactStrip, Figure, FigureStrip, TileStrip
from ui.widgets.paint import Tone
from ui.widgets.panel import Panel, footer_bar
from ui.widgets.search import Group, Result, SearchBox
from ui.widgets.strips import Option, Segment, Tabs
from ui.widgets.timeline import Timeline, TimelineItem
from ui.widgets.toast import Toast

OPTIONS = (Option("all", "全部", 32), Option("late", "超期", 3, "", Tone.BAD, alarm=True))


def test_toast_takes_back_and_waits_under_the_pointer(qtbot: QtBot, window: QWidget) -> None:
    toast = Toast(window)
    undone: list[bool] = []
    toast.say("已删除诉求 1 件", lambda: undone.append(True))
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1
    place = QPoint(5, 5).toPointF()
    waiting = [toast.waiting]
    for event in (QEnterEvent(place, place, place), QEvent(QEvent.Type.Leave)):
        QApplication.sendEvent(toast, event)
        waiting.append(toast.waiting)
    assert waiting == [True, False, True]
    QTest.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert toast.isHidden()


def test_a_new_toast_replaces_the_old(window: QWidget) -> None:
    toast = Toast(window)
    toast.say("一", lambda: None)
    toast.say("二")
    assert toast.text == "二"
    assert toast.undo_button.isHidden()


class Asked:
    """A query that remembers what it was asked."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def __call__(self, text: str) -> list[Group]:
        self.words.append(text)
        if text == "无":
            return []
        return [Group("家庭", (Result("秦守义", "3栋2单元601", 1), Result("秦建平", "", 2))), Group("诉求", ())]


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def box(qtbot: QtBot, window: QWidget, inline_jobs: Jobs, asked: Asked) -> SearchBox:
    made = SearchBox(asked, inline_jobs, delay=0)
    made.setParent(window)
    made.show()
    made.grab_focus()
    return made


def test_search_lists_and_picks(qtbot: QtBot, box: SearchBox, asked: Asked) -> None:
    compose(box.edit, "秦")
    qtbot.waitUntil(box.popup.isVisible, timeout=1000)
    assert asked.words == ["秦"]
    assert [group.title for group in box.popup.groups] == ["家庭"]
    QTest.keyClick(box.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(box.chosen, timeout=500) as caught:
        QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert caught.args == [2]
    assert box.popup.isHidden()
    assert box.edit.text() == ""


def test_search_says_when_there_is_nothing(qtbot: QtBot, box: SearchBox) -> None:
    compose(box.edit, "无")
    qtbot.waitUntil(box.popup.isVisible, timeout=1000)
    assert box.popup.results == []
    QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert box.popup.isHidden()
    assert box.edit.text() == "无"
    QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert box.edit.text() == ""


def test_composing_is_left_to_the_input_method(qtbot: QtBot, box: SearchBox, asked: Asked) -> None:
    QApplication.sendEvent(box.edit, QInputMethodEvent("qin", []))
    assert box.edit.composing
    with qtbot.assertNotEmitted(box.chosen):
        QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert asked.words == []
    done = QInputMethodEvent("", [])
    done.setCommitString("秦")
    QApplication.sendEvent(box.edit, done)
    qtbot.waitUntil(lambda: asked.words == ["秦"], timeout=1000)


def test_timeline_groups_and_wraps(qtbot: QtBot) -> None:
    line = Timeline(name="往来记录")
    qtbot.addWidget(line)
    line.resize(440, 400)
    items = [
        TimelineItem("11月13日", "登诉求", "短", group="2026 年", payload=1),
        TimelineItem("8月12日", "走访 · 见面", "很长的一段话" * 20, "check", Tone.GOOD, group="2026 年", payload=2),
        TimelineItem("11月2日", "信息变更", group="2025 年", payload=3),
    ]
    line.set_items(items)
    line.show()
    model = line.model()
    assert [model.index(row, 0).data() for row in (0, 3)] == ["2026 年", "2025 年"]
    short, long = (line.visualRect(model.index(row, 0)).height() for row in (1, 2))
    assert long > short + 30
    line.setCurrentIndex(model.index(2, 0))
    with qtbot.waitSignal(line.activated_item, timeout=500) as caught:
        QTest.keyClick(line, Qt.Key.Key_Return)
    assert caught.args == [2]


@pytest.mark.parametrize("kind", [Segment, Tabs, TileStrip])
def test_strips_move_with_arrows_and_clicks(qtbot: QtBot, kind: type[Segment | Tabs | TileStrip]) -> None:
    strip = kind(OPTIONS, name="状态")
    qtbot.addWidget(strip)
    strip.resize(400, strip.sizeHint().height())
    strip.show()
    with qtbot.waitSignal(strip.changed, timeout=500) as caught:
        QTest.keyClick(strip, Qt.Key.Key_Right)
    assert caught.args == ["late"]
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.areas()[0].center())
    assert strip.key == "all"


def test_filter_button_keeps_a_known_choice(qtbot: QtBot) -> None:
    button = FilterButton("类别", [("a", "油烟"), ("b", "噪声")])
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.changed, timeout=500):
        button.set_value("b")
    assert button.accessibleName() == "类别：噪声"
    button.set_choices([("a", "油烟")])
    assert button.value == ""
    assert button.accessibleName() == "类别：不限"


def test_heights_are_those_of_the_guide(qtbot: QtBot) -> None:
    made = {
        Button("记走访", hint="Ctrl+N", kind=Kind.PRIMARY, icon="door"): 32,
        Button("大", size=Size.LARGE): 36,
        Button("小", size=Size.SMALL): 26,
        FilterChip("全部", count=42): 28,
        FilterButton("类别", []): 28,
        Segment(OPTIONS, name="x"): 32,
        chip("油烟"): 20,
        seal("超 5 天"): 20,
        seal("3", square=True): 18,
        state_chip("已吹哨"): 20,
    }
    for widget, height in made.items():
        qtbot.addWidget(widget)
        assert widget.sizeHint().height() == height
        assert widget.accessibleName()


def test_button_text_is_never_cut(qtbot: QtBot) -> None:
    button = Button("保存并下一户", hint="Ctrl+Enter", kind=Kind.PRIMARY)
    qtbot.addWidget(button)
    words = QFontMetrics(button.font()).horizontalAdvance(button.text())
    hint = QFontMetrics(theme.font(12)).horizontalAdvance("Ctrl+Enter")
    assert button.sizeHint().width() >= words + hint + 24


def test_button_is_pressed_by_enter(qtbot: QtBot) -> None:
    pressed: list[bool] = []
    button = Button("办结", lambda: pressed.append(True))
    qtbot.addWidget(button)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [True, True]


def test_panel_has_the_double_rule_and_a_border(qtbot: QtBot) -> None:
    panel = Panel("家庭成员")
    qtbot.addWidget(panel)
    panel.body.addWidget(QWidget())
    panel.set_footer(footer_bar())
    panel.resize(300, 200)
    panel.show()
    drawn = panel.grab().toImage()
    ground, rule = QColor(theme.PANEL), QColor(theme.RULE)
    assert [drawn.pixelColor(200, row) for row in range(39, 44)] == [ground, rule, ground, rule, ground]
    assert drawn.pixelColor(0, 100) == QColor(theme.LINE2)
    assert drawn.pixelColor(0, 0) == QColor(theme.PAPER)
    assert drawn.pixelColor(150, 180) == QColor(theme.PAPER2)


def test_figures_and_facts_are_shown_anew(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    facts, figures = FactStrip(), FigureStrip()
    column = QVBoxLayout(holder)
    column.addWidget(facts)
    column.addWidget(figures)
    for _ in range(2):
        facts.set_facts([Fact("户主", "秦守义", "男 · 71 岁", 176), Fact("房屋", "自住")])
        figures.set_figures([Figure("本周走访", "26", "户"), Figure("超期诉求", "3", "件", bad=True)])
    facts.set_value("户主", "秦建平")
    assert facts.row.count() == 2
    assert figures.row.count() == 2
    holder.show()
