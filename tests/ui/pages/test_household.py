"""一户一档: what it shows, its keys, entering and correcting from it, and a record that was changed meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from minqing.actions.records import save_records
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, focused, line, press, typed, words, write
from tests.ui.sample_book import DOOR, HEAD, MATTER, PHONE, TODAY, WIFE, family_of, member_of
from ui.app import Desk
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.join_dialog import JoinDialog
from ui.dialogs.join_finder import JoinFinder
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.record_drawer import RecordDrawer
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.home import HomePages
from ui.pages.household import HouseholdPage
from ui.pages.household_view import when
from ui.widgets.chips import Chip
from ui.widgets.figures import FactStrip
from ui.widgets.text import ElidedLabel
from ui.widgets.timeline import Timeline, TimelineItem


@pytest.fixture
def page(desk: Desk) -> HouseholdPage:
    """The page of the family that the tests know."""
    desk.go("household", family_of(desk.ledger).id)
    home = desk.window.page("home")
    assert isinstance(home, HomePages)
    return home.one


def rail(page: HouseholdPage) -> list[str]:
    """The lines of what has passed between us, with their headers."""
    [timeline] = page.findChildren(Timeline)
    model = timeline.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def facts(page: HouseholdPage) -> dict[str, str]:
    strips = page.findChildren(FactStrip)
    return {name: cell.value.text() for strip in strips for name, cell in strip._cells.items()}


def chips(page: HouseholdPage) -> list[str]:
    return [one.accessibleName() for one in page.findChildren(Chip) if one.isVisible()]


def test_says_who_lives_there(page: HouseholdPage) -> None:
    assert page._name.text() == DOOR
    assert [one.name for one in page._members.records_model.records] == [HEAD, WIFE]
    assert [one.title for one in page._appeals.records_model.records] == [MATTER]
    assert "常住 2 人" in words(page) + "\n".join(chips(page))


def test_numbers_are_masked(page: HouseholdPage) -> None:
    assert PHONE not in page._members.records_model.tsv(range(2))
    assert f"****{PHONE[-4:]}" in page._members.records_model.tsv(range(2))


def test_those_who_moved_out_are_not_counted(desk: Desk, page: HouseholdPage) -> None:
    gone = member_of(desk.ledger, WIFE).with_values({"status": "已搬离"})
    desk.hub.tell(save_records(desk.ledger, [gone], label="搬离").kinds)
    assert "常住 1 人" in words(page) + "\n".join(chips(page))


def test_what_passed_between_us_newest_first(page: HouseholdPage) -> None:
    lines = rail(page)
    appeal = next(n for n, text in enumerate(lines) if MATTER in text)
    visit = next(n for n, text in enumerate(lines) if "走访 · 见面" in text)
    assert appeal < visit
    page.rail.segment.select("visits")
    assert not any(MATTER in text for text in rail(page))
    assert any("加装电梯" in text for text in rail(page))


def test_corrections_are_told_without_numbers(desk: Desk, page: HouseholdPage) -> None:
    wife = member_of(desk.ledger, WIFE).with_values({"phones": ("16955505678",), "care_groups": ("慢性病",)})
    desk.hub.tell(save_records(desk.ledger, [wife], label="改信息").kinds)
    page.rail.segment.select("changes")
    told = "\n".join(rail(page))
    assert f"{WIFE}：重点人群 空 → 慢性病" in told
    assert "联系电话 已更正" in told
    assert "16955505678" not in told


def test_page_keys_walk_from_door_to_door(desk: Desk, page: HouseholdPage) -> None:
    order = [one.door for one in sorted(desk.ledger.records(Household), key=lambda one: one.walking_order)]
    assert order[-1] == DOOR
    press("PgDown", desk.window)
    assert page._name.text() == DOOR
    press("PgUp", desk.window)
    assert page._name.text() == order[-2]
    press("PgDown", desk.window)
    assert page._name.text() == DOOR


@pytest.mark.parametrize("start", ["member", "appeal"])
def test_page_keys_work_from_the_tables(desk: Desk, page: HouseholdPage, start: str) -> None:
    (page._members if start == "member" else page._appeals).setFocus()
    press("PgUp")
    assert page._name.text() != DOOR


def test_paper(desk: Desk, page: HouseholdPage) -> None:
    press("Ctrl+P", desk.window)
    [preview] = desk.window.findChildren(PrintPreview)
    assert len(preview.pages) == 1
    assert not preview.scope.isVisible()


def test_an_appeal_from_the_household(desk: Desk, page: HouseholdPage, notices: SpokenNotices) -> None:
    press("Ctrl+J", desk.window)
    drawer = drawer_of(desk.window, RecordDrawer)
    assert drawer.accessibleName() == f"登诉求　{DOOR} {HEAD}"
    write("单元门关不严", line(drawer, "反映诉求事项"))
    press("Ctrl+S")
    assert notices.said == ["已登记诉求"]
    [saved] = desk.ledger.records(Appeal, title="单元门关不严")
    assert (saved.household, saved.reporter, saved.state) == (family_of(desk.ledger).id, HEAD, "待受理")
    assert saved.number
    assert saved.due_on is not None
    assert saved.due_on > TODAY
    assert [one.action for one in desk.ledger.records(Step, appeal=saved.id)] == ["登记"]
    assert "单元门关不严" in [one.title for one in page._appeals.records_model.records]


def test_correcting_the_household(desk: Desk, page: HouseholdPage) -> None:
    click(page, "改信息")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("108", line(drawer, "面积"))
    press("Ctrl+S")
    assert family_of(desk.ledger).area == "108"
    assert any("面积 空 → 108" in text for text in rail(page))


def test_adding_a_member(desk: Desk, page: HouseholdPage) -> None:
    click(page, "添成员")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("欧阳小满", line(drawer, "姓名"))
    write("女儿", line(drawer, "与户主关系"))
    press("Ctrl+S")
    assert "欧阳小满" in [one.name for one in page._members.records_model.records]
    assert member_of(desk.ledger, "欧阳小满").household == family_of(desk.ledger).id


def test_a_member_without_a_name_is_not_saved(desk: Desk, page: HouseholdPage) -> None:
    click(page, "添成员")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("卖早点", line(drawer, "职业"))
    press("Ctrl+S")
    assert drawer.form.error("name") == "“姓名”没有填。请补上。"
    assert typed(drawer, "职业") == "卖早点"
    assert focused() is line(drawer, "姓名")
    assert len(page._members.records_model.records) == 2


def test_enter_corrects_a_member(desk: Desk, page: HouseholdPage) -> None:
    page._members.setFocus()
    page._members.select_row(1)
    press("Return")
    drawer = drawer_of(desk.window, RecordDrawer)
    assert drawer.accessibleName() == WIFE
    write("990101194901011229", line(drawer, "身份证号"))
    write("16955505678", line(drawer, "联系电话"))
    press("Ctrl+S")
    assert drawer.isVisible()
    assert "身份证号" in drawer.form.error("id_number")
    assert "990101194901011229" not in drawer.form.error("id_number")
    assert typed(drawer, "身份证号") == "990101194901011229"
    write("", line(drawer, "身份证号"))
    press("Ctrl+S")
    assert drawers(desk.window) == []
    assert member_of(desk.ledger, WIFE).phones == ("16955505678",)


def test_a_record_changed_meanwhile_is_not_overwritten(desk: Desk, page: HouseholdPage, notices: SpokenNotices) -> None:
    click(page, "改信息")
    drawer = drawer_of(desk.window, RecordDrawer)
    write("对门说他家常年没人", line(drawer, "家庭基本情况"))
    save_records(desk.ledger, [family_of(desk.ledger).with_values({"area": "66"})], label="别处改了")
    press("Ctrl+S")
    assert "刚被改过" in notices.said[-1]
    assert drawer.isVisible()
    assert drawer.save_button.isEnabled()
    assert drawer.form.values()["situation"] == "对门说他家常年没人"
    assert family_of(desk.ledger).area == "66"


def test_columns_of_the_street_are_shown_as_they_are(desk: Desk, page: HouseholdPage) -> None:
    assert not page._extra.isVisible()
    home = family_of(desk.ledger).with_values({"extra": {"充电桩": "已装", "空的": ""}})
    desk.hub.tell(save_records(desk.ledger, [home], label="导入").kinds)
    assert page._extra.isVisible()
    assert "充电桩" in words(page._extra)
    assert "空的" not in words(page._extra)


def test_an_old_visit_and_a_next_day_show_in_the_facts(desk: Desk, page: HouseholdPage) -> None:
    visit = Visit(household=family_of(desk.ledger).id, visited_on=TODAY, next_on=TODAY + timedelta(days=30))
    desk.hub.tell(save_records(desk.ledger, [visit], label="记录走访").kinds)
    assert facts(page)["上次走访"] == when(TODAY, TODAY)
    assert facts(page)["下次走访"] == when(TODAY + timedelta(days=30), TODAY)


def test_only_the_visit_drawer_of_the_household_in_front(desk: Desk, page: HouseholdPage) -> None:
    press("PgUp", desk.window)
    press("Ctrl+N", desk.window)
    assert page._name.text() in words(drawer_of(desk.window, VisitDrawer))


def test_a_household_without_anybody(desk: Desk, page: HouseholdPage) -> None:
    changes = save_records(desk.ledger, [Household(estate="生活桥小区", building="9", room="902")], label="登记")
    desk.go("household", changes.added[0])
    assert page._members.records_model.records == ()
    assert "还没有家庭成员" in words(page._members)
    assert desk.ledger.records(Resident, household=changes.added[0]) == []
    page.grab()


def test_a_likely_duplicate_is_told_quietly_and_joined(desk: Desk, page: HouseholdPage, notices: SpokenNotices) -> None:
    assert not page._joining.isVisible()
    home = family_of(desk.ledger)
    with desk.ledger.change("再登一次") as tx:
        other = tx.add(home.with_values({"id": "", "revision": 0}))
        tx.add(Resident(household=other.id, name=HEAD, relation="户主"))
    desk.hub.tell({"household", "resident"})
    assert page._joining.words.text() == f"可能是同一人：{HEAD} {DOOR}（姓名相同，门牌相同）；另有 1 处"
    click(page, "并排看")
    [dialog] = desk.window.findChildren(JoinDialog)
    click(dialog, "合并")
    assert len(desk.ledger.records(Resident, name=HEAD)) == 1
    assert page._joining.words.text().startswith("可能是同一户")
    notices.undos[-1]()
    assert len(desk.ledger.records(Resident, name=HEAD)) == 2


def test_joining_the_household_that_one_looks_at_leads_to_the_other(desk: Desk, page: HouseholdPage) -> None:
    home = family_of(desk.ledger)
    with desk.ledger.change("再登一次") as tx:
        other = tx.add(home.with_values({"id": "", "revision": 0}))
        tx.add(Resident(household=other.id, name="韦国强", relation="户主"))
    page.join_household()
    [finder] = desk.window.findChildren(JoinFinder)
    finder.chosen.emit(other.id)
    [dialog] = desk.window.findChildren(JoinDialog)
    click(dialog, "对调：留下另一条")
    click(dialog, "合并")
    assert page.view is not None
    assert page.view.file.household.id == other.id


def test_a_member_is_joined_from_the_table(desk: Desk, page: HouseholdPage) -> None:
    page._members.select_row(1)
    click(page, "合并成员…")
    [finder] = desk.window.findChildren(JoinFinder)
    assert finder.table.records_model.rowCount() == 0
    assert WIFE in [one.text() for one in finder.findChildren(ElidedLabel)]


def test_the_history_of_the_family(desk: Desk, page: HouseholdPage) -> None:
    press("Ctrl+H")
    [dialog] = desk.window.findChildren(HistoryDialog)
    assert dialog.isVisible()


def last_visit(desk: Desk) -> Visit:
    [found] = desk.ledger.records(Visit, household=family_of(desk.ledger).id)
    return found


def test_a_visit_on_the_rail_opens_its_own_history(desk: Desk, page: HouseholdPage, notices: SpokenNotices) -> None:
    visit = last_visit(desk)
    with desk.ledger.change("导入 陈×.xlsx") as tx:
        tx.update(visit.with_values({"said": "问起加装电梯，还想要扶手。"}))
    desk.hub.tell({"visit"})
    page.rail.segment.select("visits")
    [timeline] = page.findChildren(Timeline)
    timeline.setCurrentIndex(timeline.model().index(1, 0))
    timeline.setFocus()
    press("Return")
    [dialog] = desk.window.findChildren(HistoryDialog)
    assert [one.before for one in dialog.table.records_model.records] == [visit.said]
    press("Return", dialog.table)
    assert last_visit(desk).said == visit.said
    notices.undos[-1]()
    assert last_visit(desk).said == "问起加装电梯，还想要扶手。"


def test_an_appeal_on_the_rail_opens_its_page(desk: Desk, page: HouseholdPage) -> None:
    page.rail.segment.select("appeals")
    [timeline] = page.findChildren(Timeline)
    timeline.setCurrentIndex(timeline.model().index(1, 0))
    timeline.setFocus()
    press("Return")
    assert desk.window.current_page is desk.window.page("appeals")


@pytest.mark.parametrize(("count", "foot"), [(3, ""), (8, ""), (9, "更早还有 1 条"), (20, "更早还有 12 条")])
def test_the_foot_of_the_rail_counts_only_what_it_hides(
    desk: Desk, page: HouseholdPage, monkeypatch: pytest.MonkeyPatch, count: int, foot: str
) -> None:
    items = [TimelineItem(f"第 {number} 条", "") for number in range(count)]
    monkeypatch.setattr("ui.pages.household_rail.timeline_items", lambda view, wanted: items)
    page.rail.renew()
    told = [one.text() for one in page.rail.findChildren(QLabel) if "条" in one.text() and one.isVisible()]
    assert told == ([foot] if foot else [])
    assert not [one for one in page.rail.findChildren(QLabel) if "-" in one.text()]
    page.rail.toggle()
    assert len(page.rail.timeline.items) == count
