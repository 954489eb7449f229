"""The watchdog measures how long the window's thread is silent, and names what kept it so."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bench import watchdog
from bench.watchdog import Watchdog, pause


def busy(seconds: float) -> None:
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_a_busy_window_is_silent_for_as_long(qtbot: QtBot) -> None:
    dog = Watchdog()
    dog.begin("rest")
    pause(0.2)
    assert dog.end().longest < 0.08
    dog.begin("work")
    pause(0.05)
    busy(0.15)
    pause(0.05)
    found = dog.end()
    dog.close()
    assert found.longest == pytest.approx(0.15, abs=0.05)
    assert found.wall >= found.longest
    assert len(found.gaps) == 1


def test_time_in_which_nobody_works_is_not_ours(qtbot: QtBot) -> None:
    dog = Watchdog()
    dog.begin("asleep")
    time.sleep(0.3)
    found = dog.end()
    dog.close()
    assert found.wall >= 0.3
    assert found.longest < 0.1


def test_the_places_of_all_threads_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "_ROOT", Path(__file__).resolve().parent.as_posix())
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    found = watchdog._places()
    over.set()
    thread.join()
    assert found[threading.get_ident()].startswith("test_watchdog.py:")
    assert "test_the_places_of_all_threads_are_told" in found[threading.get_ident()]
