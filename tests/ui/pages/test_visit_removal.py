"""删除这次走访: from the list, by its key, and from the drawer; its appeals stay, and history brings it back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from minqing.actions.visits import record_visit
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.visit import Visit
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, focused, line, press, typed, words, write
from tests.ui.sample_book import DOOR, TODAY, family_of
from ui.app import Desk
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.record_drawer import RecordDrawer
from ui.pages.appeals import AppealsPage
from ui.pages.household_view import household_view, timeline_items
from ui.pages.visits import VisitsPage

SAID = "记到隔壁家去了。"
ASKED = "路灯不亮"
DAY = f"{TODAY.month}月{TODAY.day}日"
GONE = f"已删除 {DOOR} {DAY}的走访；这次登记的 1 件诉求留着，在“诉求”页"


@pytest.fixture
def visit(ledger: Ledger) -> Visit:
    draft = Visit(visited_on=TODAY, result="见面", said=SAID)
    record_visit(ledger, household=family_of(ledger), draft=draft, appeals=[Appeal(title=ASKED)])
    [made] = ledger.records(Visit, said=SAID)
    return made


@pytest.fixture
def page(desk: Desk, visit: Visit) -> VisitsPage:
    found = desk.window.show_page("visits")
    assert isinstance(found, VisitsPage)
    QApplication.processEvents()
    assert found.table.select(visit.id)
    return found


def asked(ledger: Ledger) -> Appeal:
    [found] = ledger.records(Appeal, title=ASKED)
    return found


def history_of(desk: Desk) -> HistoryDialog:
    desk.go("household", family_of(desk.ledger).id)
    QApplication.processEvents()
    press("Ctrl+H", desk.window)
    [found] = desk.window.findChildren(HistoryDialog)
    return found


def test_delete_takes_the_visit_in_front_and_undo_brings_it_back(
    desk: Desk, page: VisitsPage, visit: Visit, notices: SpokenNotices
) -> None:
    assert focused() is page.table
    row, before = page.table.currentIndex().row(), page.table.records_model.rowCount()
    press("Delete")
    assert notices.said == [GONE]
    assert desk.ledger.find(visit.id) is None
    assert (page.table.records_model.rowCount(), page.table.currentIndex().row()) == (before - 1, min(row, before - 2))
    assert focused() is page.table
    notices.undos[0]()
    assert desk.ledger.records(Visit, said=SAID)
    assert asked(desk.ledger).visit == visit.id


def test_the_keyboard_stays_where_the_visit_was(page: VisitsPage) -> None:
    page._period.set_value("")
    page.table.select_row(2)
    before = [one.visit.id for one in page.table.records_model.records]
    press("Delete")
    assert [one.visit.id for one in page.table.records_model.records] == [*before[:2], *before[3:]]
    current = page.table.current_record
    assert current is not None
    assert current.visit.id == before[3]


def test_its_appeal_stays_with_its_steps_and_says_so(desk: Desk, page: VisitsPage) -> None:
    click(page.detail, "删除")
    assert [one.action for one in desk.ledger.records(Step, appeal=asked(desk.ledger).id)] == ["登记"]
    desk.go("appeals", asked(desk.ledger).id)
    appeals = desk.window.current_page
    assert isinstance(appeals, AppealsPage)
    said = f"登记它的那次走访（{DAY}）已删除；这件诉求照常办理"
    assert said in words(appeals.detail)
    desk.ledger.undo()
    appeals.renew()
    assert said not in words(appeals.detail)


def test_history_of_the_household_brings_it_back(
    desk: Desk, page: VisitsPage, visit: Visit, notices: SpokenNotices
) -> None:
    page.remove()
    dialog = history_of(desk)
    first = dialog.table.records_model.records[0]
    assert (first.name, first.field, first.before) == (f"走访 {TODAY}", "整条记录", f"见面，{SAID}")
    assert "已删除" in dialog.table.records_model.tsv(range(1))
    assert ASKED not in {one.name for one in dialog.table.records_model.records}, "its link went with the visit"
    assert dialog.restore_button.text() == "恢复这条记录"
    press("Return", dialog.table)
    assert notices.said[-1] == f"已恢复 走访 {TODAY}"
    assert asked(desk.ledger).visit == visit.id
    assert not any(one.removed for one in dialog.table.records_model.records)
    dialog.close()


def test_the_rail_of_the_household_tells_of_it(desk: Desk, page: VisitsPage) -> None:
    page.remove()
    view = household_view(desk.ledger, family_of(desk.ledger).id, TODAY)
    assert view is not None
    [item] = [one for one in timeline_items(view, "changes") if one.title == "删除走访"]
    assert item.text == f"{DAY} 见面：{SAID}"
    assert view.change_count == len(timeline_items(view, "changes"))


def test_the_drawer_removes_what_is_not_being_edited(desk: Desk, page: VisitsPage, notices: SpokenNotices) -> None:
    press("Return")
    click(drawer_of(desk.window, RecordDrawer), "删除这次走访")
    assert notices.said == [GONE]
    assert drawers(desk.window) == []
    assert desk.ledger.count(Visit, said=SAID) == 0


@pytest.mark.parametrize(("answer", "left"), [("stay", 1), ("remove", 0)])
def test_the_drawer_asks_before_what_was_typed_is_lost(
    desk: Desk, page: VisitsPage, notices: SpokenNotices, answer: str, left: int
) -> None:
    press("Return")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("还要补一句", line(drawer, "民情记录"))
    notices.answers = [answer]
    click(drawer, "删除这次走访")
    assert notices.said[0] == "刚填的内容还没有保存，删除后不会留下。要删除吗？"
    assert desk.ledger.count(Visit, said=SAID) == left
    if left:
        assert typed(drawer, "民情记录") == "还要补一句"


def test_the_last_one_leaves_an_empty_page_with_its_first_step(desk: Desk, page: VisitsPage) -> None:
    while page.table.records_model.rowCount():
        page.remove()
    assert "还没有走访记录" in words(page.table)
    press("Delete", page.table)
