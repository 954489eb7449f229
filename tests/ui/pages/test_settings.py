"""The settings page: whose book it is, what is kept for the next start, backups."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from minqing.ledger import Ledger, backup
from tests.ui.conftest import SpokenNotices
from ui.hub import Hub
from ui.jobs import Jobs
from ui.pages.settings import SettingsPage
from ui.preferences import Contrast, Size, load_preferences
from ui.session import Session


@pytest.fixture
def page(ledger: Ledger, notices: SpokenNotices, inline_jobs: Jobs, qtbot: QtBot) -> SettingsPage:
    made = SettingsPage(Session(ledger, jobs=inline_jobs, notices=notices, hub=Hub()))
    qtbot.addWidget(made)
    made.resize(1218, 690)
    made.show()
    return made


def choose(page: SettingsPage, form: str, name: str, value: str) -> None:
    entry = getattr(page, form)
    entry.input(name).set_value(value)
    entry.changed.emit()


def test_the_books_owner_is_changed_and_back_again(page: SettingsPage, ledger: Ledger, notices: SpokenNotices) -> None:
    before = ledger.profile.owner
    page.book.input("owner").set_value("陈×")
    page.save.click()
    assert ledger.profile.owner == "陈×"
    notices.undos.pop()()
    assert ledger.profile.owner == before
    assert page.book.values()["owner"] == before


def test_what_must_be_filled_is_said_under_its_field(page: SettingsPage, ledger: Ledger) -> None:
    before = ledger.profile
    page.book.input("street").set_value(" ")
    page.save.click()
    assert "没有填" in page.book.error("street")
    assert ledger.profile == before


def test_looks_wait_for_the_next_start_and_say_so(page: SettingsPage) -> None:
    assert not page._pending.isVisible()
    choose(page, "look", "size", Size.LARGE)
    choose(page, "look", "contrast", Contrast.DARK)
    chosen = load_preferences()
    assert (chosen.size, chosen.contrast) == (Size.LARGE, Contrast.DARK)
    assert "下次打开" in page._pending.text()


def test_the_lock_changes_at_once(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.preferences_changed) as told:
        choose(page, "lock", "lock_minutes", "5")
    assert told.args is not None
    assert told.args[0].lock_minutes == load_preferences().lock_minutes == 5


def test_a_backup_beside_the_book_and_one_elsewhere(
    page: SettingsPage, ledger: Ledger, notices: SpokenNotices, tmp_path: Path
) -> None:
    page.back_up()
    assert len(backup.backups_of(ledger.path)) == 1
    elsewhere = tmp_path / "U盘"
    elsewhere.mkdir()
    notices.paths = [elsewhere]
    page.back_up_elsewhere()
    assert len(list(elsewhere.glob("*.mqb"))) == 1
    assert "U盘" in notices.said[-1]
