"""A week at the desk, by keyboard through the real widgets: who is due, a visit, an appeal, a step, undo, paper."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from minqing.records.appeal import Appeal, Step
from minqing.records.visit import Visit
from tests.ui.hands import click, drawer_of, drawers, focused, line, press, words, write
from tests.ui.sample_book import DOOR, HEAD, MATTER, TODAY, family_of
from ui.app import Desk
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.progress_drawer import ProgressDrawer
from ui.dialogs.visit_drawer import VisitDrawer
from ui.notices import WindowNotices
from ui.pages.appeals import AppealsPage
from ui.pages.home import HomePages
from ui.pages.household import HouseholdPage
from ui.pages.households import HouseholdsPage
from ui.widgets.steps import StepList
from ui.widgets.timeline import Timeline
from ui.widgets.toast import Toast

SAID = "老两口身体都好，问了医保缴费。"
NEW_MATTER = "单元门关不严"


class Week:
    """The desk and short ways to what is in front."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.window = desk.window
        desk.session.notices = WindowNotices(desk.window)

    @property
    def home(self) -> HomePages:
        page = self.window.page("home")
        assert isinstance(page, HomePages)
        return page

    @property
    def table(self) -> HouseholdsPage:
        assert self.home.front is self.home.table
        return self.home.table

    @property
    def household(self) -> HouseholdPage:
        assert self.home.front is self.home.one
        return self.home.one

    @property
    def appeals(self) -> AppealsPage:
        page = self.window.current_page
        assert isinstance(page, AppealsPage)
        return page

    @property
    def toast(self) -> str:
        shown = [one for one in self.window.findChildren(Toast) if one.isVisible()]
        return shown[0].text if shown else ""

    def passed_between(self) -> str:
        [rail] = self.household.findChildren(Timeline)
        model = rail.model()
        return "\n".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))


def test_the_week(desk: Desk) -> None:
    week = Week(desk)
    _find_who_is_due(week)
    _record_a_visit(week)
    _move_the_appeal_on(week)
    _take_the_step_back(week)
    _print_the_sheet(week)
    assert desk.ledger.check() == []


def _find_who_is_due(week: Week) -> None:
    table = week.table.table
    everybody = table.records_model.rowCount()
    click(week.table, "该走访")
    due = [line.file.household.door for line in table.records_model.records]
    assert DOOR in due
    assert len(due) < everybody
    assert week.table._foot.text() == f"筛选出 {len(due)} 户，共 {everybody} 户"
    table.setFocus()
    assert table.select(family_of(week.desk.ledger).id)
    press("Return")
    assert week.household._name.text() == DOOR


def _record_a_visit(week: Week) -> None:
    press("Ctrl+N", week.window)
    drawer = drawer_of(week.window, VisitDrawer)
    assert f"{DOOR}\n{HEAD}" in words(drawer)
    press("1")
    write(SAID, line(drawer, "民情记录"))
    write(NEW_MATTER, drawer.appeals.edit)
    press("Return")
    assert drawer.isVisible()
    press("Ctrl+S")
    assert drawers(week.window) == []
    assert week.toast == f"已记录 {DOOR} 的走访和 1 件诉求"
    [visit] = week.desk.ledger.records(Visit, household=family_of(week.desk.ledger).id, visited_on=TODAY)
    assert (visit.said, visit.result, visit.way) == (SAID, "见面", "入户")
    assert SAID in week.passed_between()
    assert NEW_MATTER in week.passed_between()
    shown = {one.title for one in week.household._appeals.records_model.records}
    assert shown == {NEW_MATTER, MATTER}
    press("Esc")
    row = next(one for one in week.table._lines if one.file.household.door == DOOR)
    assert (row.file.last_visit, len(row.file.open_appeals)) == (visit, 2)


def _move_the_appeal_on(week: Week) -> None:
    press("Ctrl+5")
    page = week.appeals
    [made] = week.desk.ledger.records(Appeal, title=NEW_MATTER)
    assert made.state == "待受理"
    assert page.table.select(made.id)
    assert NEW_MATTER in words(page.detail)
    page.table.setFocus()
    press("Return")
    drawer = drawer_of(week.window, ProgressDrawer)
    write("已报物业，明天上门", line(drawer, "说明"))
    press("Ctrl+S")
    assert drawers(week.window) == []
    assert week.toast == "已记下：受理"
    [after] = week.desk.ledger.records(Appeal, title=NEW_MATTER)
    assert after.state == "办理中"
    assert "已报物业" in spoken_steps(page)


def spoken_steps(page: AppealsPage) -> str:
    QApplication.processEvents()
    [steps] = [one for one in page.detail.findChildren(StepList) if one.isVisible()]
    return steps.accessibleName()


def _take_the_step_back(week: Week) -> None:
    press("Ctrl+Z", week.window)
    [after] = week.desk.ledger.records(Appeal, title=NEW_MATTER)
    assert after.state == "待受理"
    assert [one.action for one in week.desk.ledger.records(Step, appeal=after.id)] == ["登记"]
    assert week.toast.startswith("撤销")
    current = week.appeals.table.current_record
    assert current is not None
    assert current.appeal == after


def _print_the_sheet(week: Week) -> None:
    press("Ctrl+3", week.window)
    press("Ctrl+P", focused())
    [preview] = week.window.findChildren(PrintPreview)
    assert preview.pages
    preview.reject()
