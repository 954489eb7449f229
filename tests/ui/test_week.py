"""A week at the desk without a mouse: every key goes to what has the keyboard, and nothing is called by its name."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from minqing.records.appeal import Appeal, Step
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.tasks import Sort
from tests.exchange.conftest import edit
from tests.ui.hands import FileNotices, Keyboard, drawer_of, drawers, words
from tests.ui.sample_book import DOOR, HEAD, MATTER, PASSWORD, TODAY, family_of, matter_of
from ui.app import Desk
from ui.dialogs.keys_dialog import KeysDialog
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.report_preview import ReportPreview
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.appeals import AppealsPage
from ui.pages.building import BuildingPage
from ui.pages.exchange import ExchangePage
from ui.pages.home import HomePages
from ui.pages.stats import StatsPage
from ui.pages.today import TodayPage
from ui.preferences import Size, load_preferences
from ui.widgets.toast import Toast

SAID = "老两口身体都好，问了医保缴费。"
CHILD = "欧阳×"
OFFICE, OURS = "街道 陈×", "社区 罗×"
_LONG = 6000


class Week:
    """The desk, the hands on the keyboard, and short ways to see what is in front; to look, never to act."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.ledger = desk.ledger
        self.files = FileNotices(desk.window)
        desk.session.notices = self.files
        self.keys = Keyboard()

    @property
    def today(self) -> TodayPage:
        page = self.desk.window.current_page
        assert isinstance(page, TodayPage)
        return page

    @property
    def building(self) -> BuildingPage:
        page = self.desk.window.current_page
        assert isinstance(page, BuildingPage)
        return page

    @property
    def home(self) -> HomePages:
        page = self.desk.window.current_page
        assert isinstance(page, HomePages)
        return page

    @property
    def appeals(self) -> AppealsPage:
        page = self.desk.window.current_page
        assert isinstance(page, AppealsPage)
        return page

    @property
    def exchange(self) -> ExchangePage:
        page = self.desk.window.current_page
        assert isinstance(page, ExchangePage)
        return page

    @property
    def stats(self) -> StatsPage:
        page = self.desk.window.current_page
        assert isinstance(page, StatsPage)
        return page

    @property
    def toast(self) -> str:
        shown = [one for one in self.desk.window.findChildren(Toast) if one.isVisible()]
        return shown[0].text if shown else ""

    def at(self, widget: QWidget) -> bool:
        """Whether the keyboard is on this or inside it."""
        return self.keys.here is widget or widget.isAncestorOf(self.keys.here)

    def wait_until(self, seen: object) -> None:
        for _ in range(_LONG // 20):
            if callable(seen) and seen():
                return
            QTest.qWait(20)
        raise AssertionError("it did not appear")


@pytest.fixture
def week(desk: Desk) -> Week:
    return Week(desk)


def test_the_week(week: Week, tmp_path: Path) -> None:
    _the_task_of_today(week)
    _doors_where_nobody_was(week)
    _a_household(week)
    _a_step_of_an_appeal(week)
    _a_sheet_there_and_back(week, tmp_path)
    _the_figures(week)
    _paper(week)
    _settings_and_lock(week)
    assert week.ledger.check() == []


def _the_task_of_today(week: Week) -> None:
    week.keys.press("Ctrl+1")
    assert week.at(week.today.list)
    task = week.today.list.current_task
    assert task is not None
    assert (task.sort, task.door) == (Sort.BACK, DOOR)
    week.keys.press("Enter")
    assert f"{DOOR}\n{HEAD}" in words(drawer_of(week.desk.window, VisitDrawer))
    week.keys.press("1")
    week.keys.say(SAID)
    week.keys.press("Ctrl+S")
    assert week.toast == f"已记录 {DOOR} 的走访"
    assert drawers(week.desk.window) == []
    [visit] = week.ledger.records(Visit, household=family_of(week.ledger).id, visited_on=TODAY)
    assert (visit.said, visit.result) == (SAID, "见面")
    assert [one.sort for one in week.today.today.tasks if one.door == DOOR] == [Sort.LATE]  # type: ignore[union-attr]
    assert week.at(week.today.list)
    assert week.today.list.current_task is not None


def _doors_where_nobody_was(week: Week) -> None:
    before = week.ledger.count(Visit, result="无人")
    week.keys.press("Ctrl+2")
    board = week.building.board
    assert week.at(board.elevation)
    week.keys.press("Down", "空格", "Down", "空格", "Down", "空格")
    marked = board.marked
    assert len(marked) == 3
    lived_in = [one for door in marked for one in door.homes if not one.file.household.vacant]
    assert "选中 3 个门" in words(board.side)
    week.keys.tab_to("都记“无人”")
    week.keys.press("Enter")
    assert week.ledger.count(Visit, result="无人") == before + len(lived_in)
    assert board.marked == []
    assert week.at(board.elevation)
    week.keys.press("Ctrl+Z")
    assert week.ledger.count(Visit, result="无人") == before
    assert week.toast.startswith("撤销")
    assert week.at(board.elevation)
    here = board.door
    following = board.following()
    week.keys.press("Ctrl+Enter")
    assert board.door is not here
    assert following is not None
    assert board.door == following
    week.keys.press("F1")
    assert isinstance(QApplication.activeModalWidget(), KeysDialog)
    week.keys.press("Esc")
    assert week.at(board.elevation)


def _a_household(week: Week) -> None:
    week.keys.press("Ctrl+3")
    table = week.home.table.table
    assert week.at(table)
    week.keys.press("Shift+Tab")
    assert week.keys.name == "表头"
    week.keys.press("Right", "Enter")
    assert table.records_model.sorting is not None
    assert table.records_model.sorting[0] == 1
    week.keys.press("Down")
    assert week.keys.here is table
    week.keys.press("Ctrl+F")
    week.keys.type("9-1-301")
    week.keys.press("Enter")
    assert week.keys.here is table
    assert [line.file.household.door for line in table.records_model.records] == [DOOR]
    week.keys.press("Enter")
    page = week.home.one
    assert page._name.text() == DOOR
    assert week.at(page)
    week.keys.tab_to("添成员", back=True)
    week.keys.press("Enter")
    week.keys.say(CHILD)
    week.keys.press("Tab")
    week.keys.say("子")
    week.keys.press("Ctrl+S")
    assert [one.relation for one in week.ledger.records(Resident, name=CHILD)] == ["子"]
    assert week.at(page)
    week.keys.press("Esc")
    assert week.keys.here is table
    week.keys.press("Esc")
    assert len(table.records_model.records) > 1


def _a_step_of_an_appeal(week: Week) -> None:
    week.keys.press("Ctrl+5")
    page = week.appeals
    assert week.keys.here is page.table
    assert page.table.current_record is not None
    assert page.table.current_record.appeal.title == MATTER, "overdue first"
    before = week.ledger.count(Step, appeal=matter_of(week.ledger).id)
    week.keys.press("Enter")
    week.keys.tab_to("说明")
    week.keys.say("物业明天换锁")
    week.keys.press("Ctrl+S")
    assert drawers(week.desk.window) == []
    assert week.ledger.count(Step, appeal=matter_of(week.ledger).id) == before + 1
    assert week.keys.here is page.table


def _a_sheet_there_and_back(week: Week, folder: Path) -> None:
    week.keys.press("Ctrl+6")
    page = week.exchange
    week.keys.tab_to("时段：本周")
    week.keys.press("Right", "Right", "Right")
    assert page.home.export.period.key == "all"
    week.files.paths = [folder / "周报.xlsx"]
    week.keys.press("Ctrl+E")
    assert week.toast.startswith("已导出")
    back = edit(folder / "周报.xlsx", {("信报箱", "责任人"): OFFICE})
    _our_own_edit(week)
    week.keys.press("Ctrl+6")
    week.files.paths = [back]
    week.keys.press("Ctrl+O")
    assert week.at(page.preview.list)
    week.keys.press("Down", "Right")
    assert page.preview.tiles.notes["conflict"] == "已选定 1"
    week.keys.press("Ctrl+Enter")
    assert matter_of(week.ledger).handler == OFFICE
    assert week.at(page.home)
    week.keys.press("Ctrl+Z")
    assert matter_of(week.ledger).handler == OURS
    assert week.at(page.home)


def _our_own_edit(week: Week) -> None:
    week.keys.press("Ctrl+5", "Ctrl+E")
    week.keys.tab_to("责任人")
    week.keys.press("Ctrl+A")
    week.keys.say(OURS)
    week.keys.press("Ctrl+S")
    assert [one.handler for one in week.ledger.records(Appeal, title=MATTER)] == [OURS]


def _the_figures(week: Week) -> None:
    week.keys.press("Ctrl+7")
    page = week.stats
    assert week.at(page.span.segment)
    assert page.report is not None
    before = page.report.window
    week.keys.press("Right")
    assert page.report.window.span is not before.span
    label = page.span.range.text()
    week.keys.press("PgUp")
    assert page.span.range.text() != label
    week.keys.press("PgDown", "Ctrl+P")
    [preview] = week.desk.window.findChildren(ReportPreview)
    week.wait_until(lambda: len(preview.pages) == 1)
    week.keys.press("Esc")
    assert week.at(page.span)


def _paper(week: Week) -> None:
    week.keys.press("Ctrl+3", "Ctrl+P")
    [preview] = week.desk.window.findChildren(PrintPreview)
    week.wait_until(lambda: preview.pages)
    assert week.keys.name == "打印…"
    week.keys.tab_to("存为 PDF…", back=True)
    week.keys.press("Esc")
    assert week.keys.here is week.home.table.table


def _settings_and_lock(week: Week) -> None:
    week.keys.press("Ctrl+8")
    assert week.keys.name == "填报人"
    week.keys.tab_to("标准")
    week.keys.press("Right")
    assert load_preferences().size is Size.LARGE
    assert week.keys.name == "大"
    week.keys.press("Ctrl+L")
    week.keys.type("no")
    week.keys.press("Enter")
    assert week.keys.name == "账本密码"
    week.keys.say(PASSWORD)
    week.keys.press("Enter")
    assert not week.desk.lock.locked
    assert week.keys.name == "大"
