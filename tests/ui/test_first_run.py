"""From an old Excel to the first visit: what a new book says, dropped files, and what comes after the import."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from minqing.ledger import Ledger, Profile
from minqing.records.household import Household
from minqing.records.visit import Visit
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drop, focused, press, words
from tests.ui.sample_book import PASSWORD
from ui.app import Desk
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.exchange import ExchangePage
from ui.pages.home import HomePages


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """An old 台账: a title over everything, then ten residents with their doors."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.merge_cells("A1:D1")
    page["A1"] = "生活桥小区居民台账"
    page.append(["序号", "姓名", "门牌", "联系电话"])
    for number in range(1, 11):
        page.append([number, f"范立{'一二三四五六七八九十'[number - 1]}", f"1栋1单元{number}01", f"1690000{number:04}"])
    path = tmp_path / "旧台账.xlsx"
    book.save(path)
    return path


@pytest.fixture
def fresh(qtbot: QtBot, tmp_path: Path, notices: SpokenNotices) -> Iterator[Desk]:
    """The window on a book without anything in it."""
    profile = Profile(owner="罗×", street="新光路街道", community="生活桥社区")
    with Ledger.create(tmp_path / "新.mqb", PASSWORD, profile) as ledger:
        desk = Desk(ledger, inline=True)
        desk.session.notices = notices
        qtbot.addWidget(desk.window)
        desk.window.show_page("today")
        with qtbot.waitActive(desk.window):
            desk.window.show()
            desk.window.activateWindow()
        yield desk
        ledger._changed = False


def preview_of(desk: Desk) -> ExchangePage:
    page = desk.window.current_page
    assert isinstance(page, ExchangePage)
    assert page.previewing
    return page


def test_the_way_from_the_old_sheet_to_the_first_printed_page(
    fresh: Desk, notices: SpokenNotices, sheet: Path, qtbot: QtBot
) -> None:
    guide = fresh.window.guide
    assert guide.words.startswith("第一步（共三步）")
    notices.paths = [sheet]
    press("Return")
    press("Ctrl+Return", preview_of(fresh).preview.list)
    assert fresh.ledger.count(Household) == 10
    page = fresh.window.current_page
    assert isinstance(page, HomePages)
    assert focused() is page.table.table
    assert guide.words == "第二步（共三步）：账本里有 10 户了，选一户，记第一次走访。"
    press("Ctrl+N")
    drawer = drawer_of(fresh.window, VisitDrawer)
    click(drawer, "保存")
    assert fresh.ledger.count(Visit) == 1
    assert guide.words.startswith("第三步（共三步）")
    click(guide, "打印走访表")
    [preview] = fresh.window.findChildren(PrintPreview)
    assert preview.pages
    assert not guide.isVisible()
    preview.reject()


def test_the_guide_can_be_sent_away(fresh: Desk) -> None:
    fresh.window.guide.close_button.click()
    assert not fresh.window.guide.isVisible()


def test_a_book_in_use_has_no_guide(desk: Desk) -> None:
    assert not desk.window.guide.isVisible()
    assert not desk.steps.empty


def test_one_by_one_is_the_second_way(fresh: Desk) -> None:
    click(fresh.window, "一户一户登记")
    assert "登记住户" in words(fresh.window)


@pytest.mark.parametrize("key", ["today", "building", "home", "visits", "appeals", "stats", "settings"])
def test_a_file_dropped_on_any_page_is_previewed(desk: Desk, sheet: Path, key: str) -> None:
    desk.window.show_page(key)
    assert drop(desk.window, sheet)
    assert len(preview_of(desk).flow.prepared.plan.rows) == 10  # type: ignore[union-attr]


@pytest.mark.parametrize("key", ["today", "building", "home", "visits", "appeals", "exchange", "stats", "settings"])
def test_no_text_line_takes_a_file(desk: Desk, key: str) -> None:
    edits = desk.window.show_page(key).findChildren(QLineEdit)
    assert not [one.accessibleName() for one in edits if one.acceptDrops()]


def test_a_file_is_not_taken_while_a_drawer_is_open(fresh: Desk, sheet: Path) -> None:
    click(fresh.window, "一户一户登记")
    assert not drop(fresh.window, sheet)


def test_a_file_is_not_taken_while_the_window_is_locked(desk: Desk, sheet: Path) -> None:
    desk.lock.lock()
    assert not drop(desk.window, sheet)
    assert desk.lock.dialog is not None
    desk.lock.dialog.accept()


def test_another_book_is_not_a_sheet(desk: Desk, notices: SpokenNotices, tmp_path: Path) -> None:
    assert drop(desk.window, tmp_path / "别的.mqb")
    assert "另一个账本" in notices.said[-1]


def test_sheets_from_the_start_are_previewed_when_the_window_opens(desk: Desk, sheet: Path) -> None:
    desk.begin([sheet])
    assert preview_of(desk).previewing


def test_ctrl_n_asks_for_the_door_on_pages_without_one(desk: Desk) -> None:
    desk.window.show_page("settings")
    press("Ctrl+N", desk.window)
    assert "是哪一户？" in words(desk.window)
