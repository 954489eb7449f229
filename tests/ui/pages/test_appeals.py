"""诉求: states, deadlines and filters of the list, the appeal beside it, and its steps one after the other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from minqing.actions.records import save_records
from minqing.ledger import Ledger
from minqing.records.appeal import STATES, Appeal, Step
from minqing.work.handling import ALLOWED
from minqing.work.workdays import workday_after
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, focused, line, press, typed, words, write
from tests.ui.sample_book import DOOR, HEAD, MATTER, TODAY, family_of, matter_of
from ui.app import Desk
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.progress_drawer import ProgressDrawer
from ui.dialogs.record_drawer import RecordDrawer
from ui.pages.appeal_view import AppealLine, appeal_lines
from ui.pages.appeals import _COLUMNS, AppealsPage
from ui.pages.home import HomePages
from ui.widgets.steps import StepList
from ui.widgets.text import ElidedLabel

FIRST_PAGE = "appeals"


@pytest.fixture
def page(desk: Desk) -> AppealsPage:
    """The page with the appeal that the tests know in front."""
    desk.go("appeals", matter_of(desk.ledger).id)
    found = desk.window.current_page
    assert isinstance(found, AppealsPage)
    return found


@pytest.fixture
def office(ledger: Ledger, request: pytest.FixtureRequest) -> Desk:
    """The window on a street office's book."""
    ledger.update_profile(ledger.profile.model_copy(update={"owner": "陈×", "community": ""}))
    desk = request.getfixturevalue("desk")
    assert isinstance(desk, Desk)
    return desk


def subjects(page: AppealsPage) -> list[str]:
    return [line.appeal.subject for line in page.table.records_model.records]


def told(page: AppealsPage) -> str:
    """The steps in the panel, as assistive technology reads them."""
    QApplication.processEvents()
    [steps] = [one for one in page.detail.findChildren(StepList) if one.isVisible()]
    return steps.accessibleName()


def in_front(page: AppealsPage) -> Appeal:
    current = page.table.current_record
    assert current is not None
    return current.appeal


@pytest.mark.parametrize(
    ("state", "due_in", "left", "shown"),
    [
        ("办理中", 9, 6, "还剩 6 个工作日"),
        ("办理中", 1, 1, "明天到期"),
        ("办理中", 0, 0, "今天到期"),
        ("办理中", -4, -3, "超 3 天"),
        ("待回访", -4, None, "已办结"),
        ("办理中", None, None, "未定期限"),
    ],
)
def test_deadlines(state: str, due_in: int | None, left: int | None, shown: str) -> None:
    due_on = None if due_in is None else TODAY + timedelta(days=due_in)
    appeal = Appeal(title="路灯不亮", state=state, due_on=due_on)
    column = next(one for one in _COLUMNS if one.title == "期限")
    assert column.words(AppealLine(appeal, DOOR, HEAD, left=left, today=TODAY)) == shown


def test_the_latest_come_first(ledger: Ledger) -> None:
    found = appeal_lines(ledger, TODAY)
    waiting = [line.appeal.due_on for line in found if not line.appeal.settled and line.appeal.due_on]
    assert waiting == sorted(waiting)
    settled = [line.appeal.settled for line in found]
    assert settled == sorted(settled)


def test_tabs_count_and_filter(page: AppealsPage) -> None:
    counts = {option.key: option.count for option in page.tabs.options}
    assert counts["all"] == len(page._lines)
    assert sum(counts[state] or 0 for state in STATES) == counts["all"]
    page.tabs.select("办理中")
    assert MATTER in subjects(page)
    assert len(subjects(page)) == counts["办理中"]
    page.tabs.select("late")
    assert MATTER in subjects(page)
    page.tabs.select("已办结")
    assert MATTER not in subjects(page)


def test_filters_leave_what_they_say_and_can_be_cleared(page: AppealsPage) -> None:
    everything = len(page._lines)
    page._category.set_value("公共设施")
    assert MATTER in subjects(page)
    assert all(line.appeal.category == "公共设施" for line in page.table.records_model.records)
    page._since.set_value("7")
    assert MATTER not in subjects(page)
    page._handler.set_value("物业")
    page.tabs.select("已吹哨")
    page._clear()
    assert len(subjects(page)) == everything
    assert page._foot.text() == f"共 {everything} 件"


def test_opening_one_clears_the_filters(desk: Desk, page: AppealsPage) -> None:
    page.tabs.select("已办结")
    desk.go("home", None)
    desk.go("appeals", matter_of(desk.ledger).id)
    assert in_front(page).title == MATTER


def test_what_is_known_of_it(page: AppealsPage) -> None:
    said = words(page.detail)
    assert "第 99-001 号" in [one.text() for one in page.detail.findChildren(ElidedLabel)]
    assert MATTER in said
    assert "挂号信取不出来" in said
    assert HEAD in said
    assert "已超" in said
    assert told(page).startswith("登记 罗×")
    assert told(page).endswith("受理；办理；办结；回访")


def test_its_door_leads_to_the_household(desk: Desk, page: AppealsPage) -> None:
    QApplication.processEvents()
    click(page.detail, DOOR)
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    assert home.one._name.text() == DOOR
    assert family_of(desk.ledger).door == DOOR


def test_only_steps_that_are_allowed_have_a_button(desk: Desk, page: AppealsPage) -> None:
    QApplication.processEvents()
    click(page.detail, "办结")
    drawer = drawer_of(desk.window, ProgressDrawer)
    assert drawer._form.values()["action"] == "办结"
    press("Esc")
    settled = matter_of(desk.ledger).with_values({"state": "已办结", "closed_on": TODAY})
    desk.hub.tell(save_records(desk.ledger, [settled], label="办结").kinds)
    QApplication.processEvents()
    with pytest.raises(AssertionError, match="no button 办结"):
        click(page.detail, "办结")
    assert "已办结" in [line.state for line in page.table.records_model.records]


def test_enter_records_the_next_step(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    page.table.setFocus()
    press("Return")
    drawer = drawer_of(desk.window, ProgressDrawer)
    assert drawer._form.values()["action"] == ALLOWED["办理中"][0]
    write("换了新锁芯", line(drawer, "说明"))
    press("Ctrl+S")
    assert drawers(desk.window) == []
    assert notices.said == ["已记下：办理"]
    assert in_front(page).solution == "换了新锁芯"
    assert "办理 罗×；换了新锁芯" in told(page)


def test_from_registered_to_closed(desk: Desk, page: AppealsPage) -> None:
    moods = []
    for action, state in (("办结", "待回访"), ("回访", "已办结"), ("退回", "办理中")):
        page.advance(action)
        drawer = drawer_of(desk.window, ProgressDrawer)
        if action == "回访":
            drawer._form.set_values({"satisfaction": "满意"})
        press("Ctrl+S")
        assert matter_of(desk.ledger).state == state
        assert in_front(page).state == state
        moods.append(matter_of(desk.ledger).satisfaction)
    assert moods == ["", "满意", ""]
    assert [one.action for one in desk.ledger.records(Step, appeal=in_front(page).id)] == [
        "登记", "办结", "回访", "退回",
    ]  # fmt: skip


def test_a_longer_deadline(desk: Desk, page: AppealsPage) -> None:
    page.advance("延期")
    press("Ctrl+S")
    assert matter_of(desk.ledger).due_on == workday_after(TODAY, 5)
    assert not in_front(page).overdue_on(TODAY)


def test_an_appeal_of_nobody_in_particular(desk: Desk, page: AppealsPage) -> None:
    press("Ctrl+J", desk.window)
    drawer = drawer_of(desk.window, RecordDrawer)
    write("广场舞音量过大", line(drawer, "反映诉求事项"))
    write("广场东侧", line(drawer, "发生地点"))
    press("Ctrl+S")
    assert "广场舞音量过大" in subjects(page)
    [saved] = desk.ledger.records(Appeal, title="广场舞音量过大")
    assert (saved.household, saved.place, saved.state) == ("", "广场东侧", "待受理")
    assert page.table.select(saved.id)
    shown = {one.text() for one in page.detail.findChildren(ElidedLabel)}
    assert "广场东侧" in shown


def test_an_appeal_without_a_subject_is_not_saved(desk: Desk, page: AppealsPage) -> None:
    before = desk.ledger.count(Appeal)
    press("Ctrl+J", desk.window)
    drawer = drawer_of(desk.window, RecordDrawer)
    write("王×", line(drawer, "反映人"))
    write("2026-13-40", line(drawer, "办理期限"))
    press("Ctrl+S")
    assert drawer.form.error("title") == "“反映诉求事项”没有填。请补上。"
    assert drawer.form.error("due_on").startswith("日期无法识别：2026-13-40")
    assert focused() is line(drawer, "反映诉求事项")
    assert (typed(drawer, "反映人"), typed(drawer, "办理期限")) == ("王×", "2026-13-40")
    assert desk.ledger.count(Appeal) == before


def test_undo_brings_the_state_back(desk: Desk, page: AppealsPage) -> None:
    page.advance("办结")
    press("Ctrl+S")
    press("Ctrl+Z", desk.window)
    assert in_front(page).state == "办理中"
    assert told(page).endswith("受理；办理；办结；回访")


def history_of(desk: Desk) -> HistoryDialog:
    [found] = desk.window.findChildren(HistoryDialog)
    assert found.isVisible()
    return found


def test_what_was_taken_of_a_sheet_goes_back_from_the_appeals_history(
    desk: Desk, page: AppealsPage, notices: SpokenNotices
) -> None:
    save_records(desk.ledger, [matter_of(desk.ledger).with_values({"handler": "街道 王×"})], label="导入 回复.xlsx")
    page.table.setFocus()
    press("Ctrl+H")
    dialog = history_of(desk)
    dialog.table.setFocus()
    assert not dialog.kinds.isVisible()
    assert [(one.name, one.field, one.before, one.after) for one in dialog.table.records_model.records] == [
        (MATTER, "责任人", "物业", "街道 王×")
    ]
    press("Return", dialog.table)
    assert matter_of(desk.ledger).handler == "物业"
    assert notices.said[-1] == f"{MATTER} 的责任人已改回“物业”"
    notices.undos[-1]()
    assert matter_of(desk.ledger).handler == "街道 王×"


def test_what_was_not_taken_comes_after_all(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    with desk.ledger.change("导入 回复.xlsx") as tx:
        tx.decline(matter_of(desk.ledger), matter_of(desk.ledger).with_values({"outcome": "已换新锁"}))
    QApplication.processEvents()
    click(page.detail, "改动历史")
    dialog = history_of(desk)
    assert dialog.hint.text() == f"{MATTER} 的办理结果：改回没有采用的“已换新锁”"
    press("Return", dialog.table)
    assert matter_of(desk.ledger).outcome == "已换新锁"
    press("Return", dialog.table)
    assert "已换新锁" in words(page.detail)
    dialog.table.select_row(1)
    press("Return", dialog.table)
    assert notices.said[-1] == "已经是这样，没有改动"
    notices.undos[0]()
    assert matter_of(desk.ledger).outcome == ""


def test_an_appeal_is_corrected_by_key(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    page.table.setFocus()
    press("Ctrl+E")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("信箱的锁又坏了", line(drawer, "反映诉求事项"))
    write("街道电话里说下周换", line(drawer, "街道回复"))
    press("Ctrl+S")
    saved = matter_of(desk.ledger)
    assert (saved.title, saved.reply, saved.state) == ("信箱的锁又坏了", "街道电话里说下周换", "办理中")
    assert "街道电话里说下周换" in words(page.detail)
    notices.undos[-1]()
    assert (matter_of(desk.ledger).title, matter_of(desk.ledger).reply) == (MATTER, "")


def test_only_an_office_has_a_key_for_its_reply(desk: Desk, page: AppealsPage) -> None:
    assert "Ctrl+R" not in page.shortcuts
    assert "街道回复" not in words(page.detail)
    page.table.setFocus()
    press("Ctrl+R")
    assert drawers(desk.window) == []


def test_the_offices_clerk_writes_the_reply(office: Desk, notices: SpokenNotices) -> None:
    office.go("appeals", matter_of(office.ledger).id)
    page = office.window.current_page
    assert isinstance(page, AppealsPage)
    assert ("Ctrl+R", "写回复") in page.keys
    page.table.setFocus()
    press("Ctrl+R")
    drawer = drawer_of(office.window, RecordDrawer)
    assert focused() is line(drawer, "街道回复")
    write("本周内请物业换锁")
    press("Ctrl+S")
    assert drawers(office.window) == []
    assert matter_of(office.ledger).reply == "本周内请物业换锁"
    assert notices.said == ["已写街道回复"]
    assert "本周内请物业换锁" in words(page.detail)
    click(page.detail, "改回复")
    assert typed(drawer_of(office.window, RecordDrawer), "街道回复") == "本周内请物业换锁"
    press("Esc")
    notices.undos[-1]()
    assert matter_of(office.ledger).reply == ""
    click(page.detail, "写回复")
    assert typed(drawer_of(office.window, RecordDrawer), "街道回复") == ""


def test_table_keeps_qts_rules(desk: Desk, page: AppealsPage) -> None:
    model = page.table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    for key in ("late", "已办结", "all"):
        page.tabs.select(key)
    page.table.sort_by(5)
    desk.hub.tell({"appeal"})
