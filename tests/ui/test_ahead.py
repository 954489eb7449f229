"""What is loaded in quiet moments, and when garbage is looked for."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from ui import ahead
from ui.ahead import Ahead
from ui.garbage import GarbageKeeper
from ui.jobs import Jobs


@pytest.fixture
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_everything_named_can_be_loaded() -> None:
    for name in (*ahead._WORK, *ahead._FACES):
        __import__(name)


def test_pages_are_made_one_at_a_turn_and_only_while_nothing_runs(qtbot: QtBot) -> None:
    made: list[int] = []
    busy = [True]
    parent = QObject()
    loading = Ahead(parent, [lambda: made.append(1), lambda: made.append(2)], idle=lambda: not busy[0])
    qtbot.wait(900)
    assert made == []
    busy.clear()
    busy.append(False)
    qtbot.waitUntil(lambda: loading.done, timeout=20_000)
    assert made == [1, 2]


@pytest.mark.usefixtures("thresholds")
def test_the_old_generation_waits_until_nobody_looks(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    active, away = Qt.ApplicationState.ApplicationActive, Qt.ApplicationState.ApplicationInactive
    states = [active, active]
    monkeypatch.setattr(QGuiApplication, "applicationState", lambda: states.pop() if states else away)
    jobs = Jobs(inline=True)
    keeper = GarbageKeeper(jobs)
    keeper._clock.setInterval(10)
    assert gc.get_threshold()[2] > 1_000_000
    before = gc.get_stats()[2]["collections"]
    jobs.run(lambda _: None, lambda _: None, label="读取")
    qtbot.waitUntil(lambda: not states, timeout=2000)
    qtbot.waitUntil(lambda: gc.get_stats()[2]["collections"] > before, timeout=2000)
