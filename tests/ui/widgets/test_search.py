"""The search box: what fits, Enter before and after the answer, arrow keys, and what it says when nothing comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minqing.errors import DiskTrouble
from tests.ui.conftest import compose
from ui.jobs import Jobs
from ui.widgets.search import Group, Result, SearchBox
from ui.widgets.search_list import fitting

MANY = [
    Group("家庭", tuple(Result(f"户{n}", "门牌", f"h{n}") for n in range(8))),
    Group("诉求", (Result("灯不亮", "门牌 · 11月3日", "a0"),), more=True),
    Group("走访", tuple(Result(f"在家{n}", "", f"v{n}") for n in range(8))),
]


def shape(groups: tuple[Group, ...]) -> list[tuple[str, int, bool]]:
    return [(one.title, len(one.results), one.more) for one in groups]


@pytest.mark.parametrize(
    ("height", "expected"),
    [
        (2000, [("家庭", 8, False), ("诉求", 1, True), ("走访", 8, False)]),
        (80 + 7 * 44, [("家庭", 3, True), ("诉求", 1, True), ("走访", 3, True)]),
        (80 + 4 * 44, [("家庭", 2, True), ("诉求", 1, True), ("走访", 1, True)]),
        (10, [("家庭", 1, True), ("诉求", 1, True), ("走访", 1, True)]),
    ],
)
def test_no_kind_is_pushed_out_by_another(height: int, expected: list[tuple[str, int, bool]]) -> None:
    assert shape(fitting(MANY, height)) == expected
    assert fitting([Group("家庭", ())], height) == ()


class Answering:
    """A query that answers what it is told to, or raises."""

    def __init__(self) -> None:
        self.answer: Callable[[str], list[Group]] = lambda _: MANY
        self.asked: list[str] = []

    def __call__(self, text: str) -> list[Group]:
        self.asked.append(text)
        return self.answer(text)


@pytest.fixture
def query() -> Answering:
    return Answering()


def box_in(window: QWidget, query: Answering, jobs: Jobs, *, delay: int = 0) -> SearchBox:
    made = SearchBox(query, jobs, delay=delay)
    made.setParent(window)
    made.show()
    made.grab_focus()
    return made


@pytest.fixture
def box(window: QWidget, inline_jobs: Jobs, query: Answering) -> SearchBox:
    return box_in(window, query, inline_jobs)


def key(box: SearchBox, *keys: Qt.Key) -> None:
    for one in keys:
        QTest.keyClick(box.edit, one)


def test_the_list_stays_inside_the_window(qtbot: QtBot, window: QWidget, box: SearchBox) -> None:
    window.resize(911, 512)
    compose(box.edit, "户")
    qtbot.waitUntil(box.popup.isVisible, timeout=1000)
    assert box.popup.geometry().bottom() < window.height()
    assert {group.title for group in box.popup.groups} == {"家庭", "诉求", "走访"}
    assert not box.popup.grab().isNull()


def test_arrows_go_round_through_all_kinds(qtbot: QtBot, box: SearchBox) -> None:
    compose(box.edit, "户")
    qtbot.waitUntil(box.popup.isVisible, timeout=1000)
    number = len(box.popup.results)
    assert box.edit.accessibleDescription() == f"1/{number}　户0　门牌"
    key(box, Qt.Key.Key_Up)
    assert box.popup.current == number - 1
    key(box, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert box.edit.accessibleDescription() == f"2/{number}　户1　门牌"
    with qtbot.waitSignal(box.chosen, timeout=500) as caught:
        key(box, Qt.Key.Key_Return)
    assert caught.args == ["h1"]


def test_enter_at_once_goes_to_the_first_hit(
    qtbot: QtBot, window: QWidget, inline_jobs: Jobs, query: Answering
) -> None:
    box = box_in(window, query, inline_jobs, delay=60_000)
    compose(box.edit, "户")
    with qtbot.waitSignal(box.chosen, timeout=500) as caught:
        key(box, Qt.Key.Key_Return)
    assert caught.args == ["h0"]
    assert box.edit.text() == ""


def test_enter_never_goes_to_a_hit_of_what_was_typed_before(
    qtbot: QtBot, window: QWidget, inline_jobs: Jobs, query: Answering
) -> None:
    query.answer = lambda text: [Group("家庭", (Result(text, "", text),))]
    box = box_in(window, query, inline_jobs, delay=60_000)
    compose(box.edit, "张")
    box._ask()
    assert box.popup.isVisible()
    compose(box.edit, "三")
    with qtbot.waitSignal(box.chosen, timeout=500) as caught:
        key(box, Qt.Key.Key_Return)
    assert caught.args == ["张三"]


def test_enter_where_nothing_is_found_goes_nowhere(qtbot: QtBot, box: SearchBox, query: Answering) -> None:
    query.answer = lambda _: []
    with qtbot.assertNotEmitted(box.chosen):
        compose(box.edit, "查无此人")
        key(box, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert box.popup.sentence.startswith(
        "没有找到“查无此人”。换成拼音首字母（如 flx）、门牌（3-2-501）或电话后四位再试"
    )
    assert box.edit.accessibleDescription() == box.popup.sentence
    assert box.edit.text() == "查无此人"


def test_the_list_comes_back_with_an_arrow_key(qtbot: QtBot, box: SearchBox) -> None:
    compose(box.edit, "户")
    qtbot.waitUntil(box.popup.isVisible, timeout=1000)
    key(box, Qt.Key.Key_Escape)
    assert box.popup.isHidden()
    with qtbot.assertNotEmitted(box.chosen):
        key(box, Qt.Key.Key_Down)
    assert box.popup.isVisible()
    assert box.popup.current == 0


def test_trouble_with_the_book_is_said_in_the_list(qtbot: QtBot, box: SearchBox, query: Answering) -> None:
    def fail(_: str) -> list[Group]:
        raise DiskTrouble(Path("账本.mqb"))

    query.answer = fail
    compose(box.edit, "户")
    qtbot.waitUntil(box.popup.isVisible, timeout=1000)
    assert box.popup.sentence.startswith("读写“账本.mqb”时磁盘出错")
    assert box.popup.results == []
    assert box.edit.text() == "户"
    query.answer = lambda _: MANY
    compose(box.edit, "0")
    qtbot.waitUntil(lambda: bool(box.popup.results), timeout=1000)
    assert box.popup.sentence == ""


def test_a_bug_of_ours_is_not_hidden(box: SearchBox, query: Answering, inline_jobs: Jobs) -> None:
    caught: list[Exception] = []
    inline_jobs.fallback = caught.append

    def fail(_: str) -> list[Group]:
        raise ZeroDivisionError

    query.answer = fail
    box.edit.setText("户")
    box._ask()
    assert [type(one) for one in caught] == [ZeroDivisionError]


def test_it_says_what_it_waits_for_and_searches_once(
    qtbot: QtBot, window: QWidget, jobs: Jobs, query: Answering
) -> None:
    hold = Event()
    jobs.run(lambda _: hold.wait(10), lambda _: None, label="导入")
    box = box_in(window, query, jobs, delay=1)
    for letter in "fl":
        QTest.keyClicks(box.edit, letter)
        qtbot.waitUntil(lambda: not box._clock.isActive(), timeout=1000)
    QTest.keyClicks(box.edit, "x")
    qtbot.waitUntil(box.popup.isVisible, timeout=3000)
    assert box.popup.sentence == "“导入”做完后马上查找。"
    assert query.asked == []
    hold.set()
    qtbot.waitUntil(lambda: bool(box.popup.results), timeout=3000)
    assert query.asked == ["flx"]
