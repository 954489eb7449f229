"""A book that stays open for days is backed up each day, in the background, and what goes wrong is told calmly."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QThread
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minqing.actions.records import save_records
from minqing.ledger import Ledger
from minqing.ledger.backup import KEPT, backups_of, folder_of
from minqing.records.household import Household
from tests.ui.conftest import SpokenNotices
from tests.ui.sample_book import PASSWORD, family_of
from ui.app import Desk
from ui.daily_backup import DailyBackup
from ui.first_steps import GuideStrip
from ui.hub import Hub
from ui.jobs import Jobs
from ui.session import Session


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 20, 9, 30)

    def __call__(self) -> datetime:
        return self.time

    def pass_days(self, days: int) -> None:
        self.time += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def daily(desk: Desk, clock: Clock) -> DailyBackup:
    return DailyBackup(desk.session, desk.window.alert, now=clock)


def edit(ledger: Ledger, notes: str) -> None:
    home = family_of(ledger)
    save_records(ledger, [home.with_values({"notes": notes})], label="改信息")


def test_every_day_with_changes_leaves_one_backup_and_the_newest_are_kept(
    desk: Desk, daily: DailyBackup, clock: Clock, notices: SpokenNotices
) -> None:
    for day in range(KEPT + 3):
        edit(desk.ledger, f"第 {day} 天")
        daily.look()
        edit(desk.ledger, f"第 {day} 天下午")
        daily.look()
        clock.pass_days(1)
    made = backups_of(desk.ledger.path)
    days = [datetime(2026, 11, 20) + timedelta(days=day) for day in range(3, KEPT + 3)]
    assert [one.name[5:13] for one in made] == [f"{day:%Y%m%d}" for day in days]
    assert sorted(folder_of(desk.ledger.path).iterdir()) == sorted(made)
    assert notices.said == []
    assert not desk.window.alert.isVisible()


def test_a_day_without_changes_needs_none(desk: Desk, daily: DailyBackup, clock: Clock) -> None:
    edit(desk.ledger, "改了")
    for _ in range(3):
        daily.look()
        clock.pass_days(1)
    assert len(backups_of(desk.ledger.path)) == 1


def test_the_backup_can_be_opened(desk: Desk, daily: DailyBackup) -> None:
    edit(desk.ledger, "门口有台阶")
    daily.look()
    [made] = backups_of(desk.ledger.path)
    with Ledger.open(made, PASSWORD) as copy:
        assert family_of(copy).notes == "门口有台阶"


def test_it_looks_by_itself_soon_and_then_every_hour(desk: Desk, daily: DailyBackup, qtbot: QtBot) -> None:
    edit(desk.ledger, "改了")
    assert daily._clock.interval() == 60_000
    daily._clock.setInterval(20)
    qtbot.waitUntil(lambda: len(backups_of(desk.ledger.path)) == 1, timeout=5000)
    assert daily._clock.isActive()
    assert daily._clock.interval() == 3_600_000


def test_the_window_looks_when_it_is_unlocked(desk: Desk) -> None:
    edit(desk.ledger, "改了")
    desk.lock.lock()
    dialog = desk.lock.dialog
    assert dialog is not None
    dialog.password.setText(PASSWORD)
    assert backups_of(desk.ledger.path) == []
    QTest.keyClick(dialog.password, Qt.Key.Key_Return)
    assert len(backups_of(desk.ledger.path)) == 1


def test_one_that_cannot_be_written_is_told_once_a_day_with_the_ways_out(
    desk: Desk, daily: DailyBackup, clock: Clock, notices: SpokenNotices, tmp_path: Path
) -> None:
    strip, folder = desk.window.alert, folder_of(desk.ledger.path)
    folder.write_text("挡路的文件")
    edit(desk.ledger, "改了")
    daily.look()
    assert strip.isVisible()
    assert strip.words.startswith("今天的备份没有写成。")
    strip.close_button.click()
    daily.look()
    assert not strip.isVisible()
    clock.pass_days(1)
    daily.look()
    assert strip.isVisible()
    notices.paths = [tmp_path / "U盘"]
    strip.buttons[1].click()
    assert not strip.isVisible()
    assert [one.name for one in tmp_path.iterdir() if one.name == "U盘"]
    assert notices.said == ["已备份到 U盘"]
    folder.unlink()
    daily.take()
    assert len(backups_of(desk.ledger.path)) == 1


def test_trying_again_takes_the_sentence_away(desk: Desk, daily: DailyBackup) -> None:
    folder = folder_of(desk.ledger.path)
    folder.write_text("挡路的文件")
    edit(desk.ledger, "改了")
    daily.look()
    folder.unlink()
    desk.window.alert.buttons[0].click()
    assert not desk.window.alert.isVisible()
    assert len(backups_of(desk.ledger.path)) == 1


def test_the_copy_is_made_off_the_thread_of_the_window(
    ledger: Ledger, jobs: Jobs, notices: SpokenNotices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[QThread] = []
    whole = Ledger.backup

    def backup(self: Ledger, folder: Path | None = None, *, now: datetime | None = None) -> Path:
        threads.append(QThread.currentThread())
        return whole(self, folder, now=now)

    monkeypatch.setattr(Ledger, "backup", backup)
    session = Session(ledger, jobs=jobs, notices=notices, hub=Hub())
    strip = GuideStrip(close="收起这一条")
    qtbot.addWidget(strip)
    edit(ledger, "改了")
    DailyBackup(session, strip).look()
    qtbot.waitUntil(lambda: not jobs.running, timeout=10_000)
    assert [one is QObject().thread() for one in threads] == [False]
    assert ledger.count(Household)
    assert len(backups_of(ledger.path)) == 1


def test_nothing_is_begun_once_the_program_closes(desk: Desk) -> None:
    desk.jobs.close()
    desk.backup.look()
    assert desk.jobs.running == ()
