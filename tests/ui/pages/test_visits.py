"""走访: the visits of a week, filters and words, one to read and correct, copying, and the way to a new one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from minqing.actions.records import save_records
from minqing.actions.visit_drafts import VisitDraft, keep_visit_draft
from minqing.ledger import Ledger
from minqing.records.period import Period
from minqing.records.visit import Visit
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, focused, line, press, words, write
from tests.ui.sample_book import DOOR, HEAD, TODAY, WIFE, family_of
from ui.app import Desk
from ui.dialogs.door_finder import DoorFinder
from ui.dialogs.record_drawer import RecordDrawer
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.base import Listing
from ui.pages.home import HomePages
from ui.pages.visit_view import Chosen, period_of
from ui.pages.visits import VisitsPage
from ui.widgets.empty import EmptyState

SAID = "问了医保缴费，身体都好。"


def todays_visit(ledger: Ledger, **values: object) -> Visit:
    base = {"household": family_of(ledger).id, "visited_on": TODAY, "result": "见面", "said": SAID, "met": (WIFE,)}
    saved = save_records(ledger, [Visit.model_validate(base | values)], label="记录走访")
    found = ledger.get(saved.added[0])
    assert isinstance(found, Visit)
    return found


@pytest.fixture
def visit(ledger: Ledger) -> Visit:
    return todays_visit(ledger)


@pytest.fixture
def page(desk: Desk, visit: Visit) -> VisitsPage:
    """The page with a visit of today."""
    found = desk.window.show_page("visits")
    assert isinstance(found, VisitsPage)
    QApplication.processEvents()
    return found


def ids(page: VisitsPage) -> list[str]:
    return [one.visit.id for one in page.table.records_model.records]


def everything(page: VisitsPage) -> None:
    page._period.set_value("")


def test_shows_this_week_newest_first(page: VisitsPage, visit: Visit) -> None:
    week = Period.of_week(TODAY, 0)
    shown = page.table.records_model.records
    assert ids(page)[0] == visit.id or shown[0].visit.visited_at is not None
    assert all(one.visit.visited_on in week for one in shown)
    days = [str(one.visit.visited_on) for one in shown]
    assert days == sorted(days, reverse=True)
    assert page._remark.text().startswith(f"本周 {len(shown)} 次 · 见面 ")


def test_other_periods(page: VisitsPage) -> None:
    seen = {}
    for key in ("week", "last", "month", "quarter", ""):
        page._period.set_value(key)
        seen[key] = len(ids(page))
    assert seen[""] == page._session.ledger.count(Visit)
    assert seen["week"] <= seen[""]


def test_a_week_begins_on_the_day_the_book_says() -> None:
    assert period_of("week", TODAY, 2) == Period.of_week(TODAY, 2)
    last = period_of("last", TODAY, 0)
    assert last is not None
    assert last.end == Period.of_week(TODAY, 0).start - timedelta(days=1)
    assert period_of("", TODAY, 0) is None


def test_tabs_count_and_filter(page: VisitsPage) -> None:
    everything(page)
    counts = {option.key: option.count for option in page.tabs.options}
    assert counts["all"] == sum(count or 0 for key, count in counts.items() if key != "all")
    page.tabs.select("无人")
    assert {one.visit.result for one in page.table.records_model.records} <= {"无人"}
    assert len(ids(page)) == counts["无人"]


def test_by_visitor_and_building(page: VisitsPage) -> None:
    everything(page)
    page._building.set_value("9")
    assert {one.door for one in page.table.records_model.records} == {DOOR}
    page._building.set_value("")
    page._visitor.set_value("罗×")
    assert all("罗×" in one.visit.visitors for one in page.table.records_model.records)
    assert page._foot.text().startswith("筛选出")
    press("Esc", page)
    assert page._visitor.value == ""
    assert page._period.value == "week"


@pytest.mark.parametrize("text", ["医保缴费", "oylx", "9-1-301", WIFE, "9幢1单元301"])
def test_words_find_visits(page: VisitsPage, visit: Visit, text: str) -> None:
    press("Ctrl+F", page)
    write(text, page.search)
    page.search.pause.stop()
    page._search()
    assert visit.id in ids(page)


def test_words_that_are_nowhere(page: VisitsPage) -> None:
    write("没有这几个字", page.search)
    page._search()
    [state] = [one for one in page.table.findChildren(EmptyState) if one.isVisible()]
    assert state.accessibleName() == "没有找到“没有这几个字” 换成拼音首字母再试，或清除筛选。"
    click(state, "清除筛选")
    assert ids(page)


def test_the_one_in_front_can_be_read(page: VisitsPage, visit: Visit) -> None:
    assert page.table.select(visit.id)
    said = words(page.detail)
    assert SAID in said
    assert WIFE in said
    assert DOOR in said


def test_enter_opens_it_to_be_corrected(desk: Desk, page: VisitsPage, visit: Visit, notices: SpokenNotices) -> None:
    assert page.table.select(visit.id)
    page.table.setFocus()
    press("Return")
    drawer = drawer_of(desk.window, RecordDrawer)
    write(f"{SAID}下次带表格来。", line(drawer, "民情记录"))
    press("Ctrl+S")
    assert drawers(desk.window) == []
    saved = desk.ledger.get(visit.id)
    assert isinstance(saved, Visit)
    assert saved.said == f"{SAID}下次带表格来。"
    assert notices.said == ["已保存走访记录"]
    assert f"{SAID}下次带表格来。" in words(page.detail)
    notices.undos[0]()
    assert SAID in words(page.detail)


def test_a_bad_day_is_told_under_its_line(desk: Desk, page: VisitsPage, visit: Visit) -> None:
    assert page.table.select(visit.id)
    page.edit()
    drawer = drawer_of(desk.window, RecordDrawer)
    write("2020-01-01", line(drawer, "下次走访"))
    press("Ctrl+S")
    assert drawer.form.error("next_on").startswith("“下次走访日期”早于“走访日期”。")
    assert drawer.isVisible()


def test_rows_are_copied_as_a_table(page: VisitsPage, visit: Visit, notices: SpokenNotices) -> None:
    everything(page)
    page.table.select_row(0)
    press("Ctrl+E", page)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].startswith("时间\t门牌\t户主\t结果\t民情记录")
    assert len(copied) == len(ids(page)) + 1
    assert notices.said == [f"已复制 {len(ids(page))} 行，可以贴到表格里"]
    page.table.selectAll()
    page.copy()
    assert len(QGuiApplication.clipboard().text().splitlines()) == len(ids(page)) + 1


def test_only_what_another_page_asked_for(page: VisitsPage, visit: Visit) -> None:
    page.show_only(Listing("今天的走访", frozenset({visit.id})))
    assert ids(page) == [visit.id]
    assert page._only_chip.isVisible()
    page.clear()
    assert not page._only_chip.isVisible()


def test_opening_one_shows_it_whatever_was_filtered(desk: Desk, page: VisitsPage, visit: Visit) -> None:
    page.tabs.select("拒访")
    old = next(one for one in desk.ledger.records(Visit, household=visit.household) if one.id != visit.id)
    desk.go("visits", old.id)
    current = page.table.current_record
    assert current is not None
    assert current.visit.id == old.id


def test_ways_from_a_visit(desk: Desk, page: VisitsPage, visit: Visit) -> None:
    assert page.table.select(visit.id)
    QApplication.processEvents()
    click(page.detail, "再记一次")
    assert DOOR in words(drawer_of(desk.window, VisitDrawer))
    press("Esc")
    click(page.detail, "打开档案")
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    assert home.one._name.text() == DOOR


def finder_of(desk: Desk) -> DoorFinder:
    QApplication.processEvents()
    [found] = [one for one in desk.window.findChildren(DoorFinder) if one.isVisible()]
    return found


@pytest.mark.parametrize("text", ["oylx", "9-1-301", HEAD, "1234"])
def test_a_new_visit_asks_for_the_door(desk: Desk, page: VisitsPage, text: str) -> None:
    press("Ctrl+N", desk.window)
    finder = finder_of(desk)
    write(text, finder.search)
    press("Return", finder.search)
    assert DOOR in words(drawer_of(desk.window, VisitDrawer))


def test_a_door_that_nobody_knows(desk: Desk, page: VisitsPage) -> None:
    page.add()
    finder = finder_of(desk)
    write("没有这一户", finder.search)
    press("Return", finder.search)
    assert drawers(desk.window) == []
    assert finder.isVisible()
    assert finder.table.records_model.rowCount() == 0
    press("Esc", finder.search)
    assert not finder.isVisible()


def test_nothing_typed_offers_the_next_doors(desk: Desk, page: VisitsPage, visit: Visit) -> None:
    page.add()
    finder = finder_of(desk)
    offered = finder.table.records_model.records
    assert {one.why for one in offered} >= {"选中的这一户"}
    press("Down", finder.search)
    assert finder.table.currentIndex().row() == (1 if len(offered) > 1 else 0)
    press("Esc", finder.search)


def test_an_unfinished_visit_is_offered(desk: Desk, page: VisitsPage) -> None:
    assert not page.begun.isVisible()
    keep_visit_draft(desk.ledger, VisitDraft(family_of(desk.ledger), {"said": "写到一半"}))
    page.refresh()
    assert page.begun.words.text().startswith(f"{DOOR} 有一条走访没有写完")
    click(page.begun, "接着写")
    drawer = drawer_of(desk.window, VisitDrawer)
    assert "写到一半" in line(drawer, "民情记录").toPlainText()  # type: ignore[union-attr]


def test_a_week_without_visits(desk: Desk, page: VisitsPage) -> None:
    page._lines = ()
    page._show()
    [state] = [one for one in page.table.findChildren(EmptyState) if one.isVisible()]
    assert state.accessibleName() == "本周还没有走访记录 敲开一扇门，回来记一条。"
    click(state, "记走访")
    press("Esc", finder_of(desk).search)


def test_filters_say_what_they_keep(page: VisitsPage) -> None:
    everything(page)
    some = page.table.records_model.records[0]
    assert Chosen().keeps(some)
    assert not Chosen(visitor="没有这个人").keeps(some)
    assert Chosen(words="没有", found=frozenset({some.visit.household})).keeps(some)


def test_table_keeps_qts_rules(desk: Desk, page: VisitsPage) -> None:
    model = page.table.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    everything(page)
    for column in range(model.columnCount()):
        page.table.sort_by(column)
    page.tabs.select("无人")
    page.clear()


def test_the_page_fits_a_small_window(desk: Desk, page: VisitsPage) -> None:
    desk.window.resize(911, 512)
    QApplication.processEvents()
    assert not page.detail.isVisible()
    assert page.table.width() > 700
    assert page.minimumSizeHint().width() <= page.width()
    assert focused() is not None
