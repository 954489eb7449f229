"""今日: the tasks and what each key does with them, the figures, the plan, the empty book; by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from minqing.actions.plan import change_plan
from minqing.actions.sample import PROFILE
from minqing.ledger import Exchange, Ledger
from minqing.records.appeal import Appeal
from minqing.records.visit import Visit
from minqing.work.plan import Plan, plan_of
from minqing.work.tasks import Sort, Task
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, press, words
from tests.ui.sample_book import DOOR, HEAD, MATTER, PASSWORD, TODAY, family_of, matter_of
from ui.app import Desk
from ui.dialogs.plan_drawer import PlanDrawer
from ui.dialogs.progress_drawer import ProgressDrawer
from ui.dialogs.record_drawer import RecordDrawer
from ui.dialogs.route_print import RoutePrint, route
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.appeals import AppealsPage
from ui.pages.home import HomePages
from ui.pages.today import TodayPage
from ui.pages.today_paint import button_area
from ui.pages.today_words import DOORS, Head, entries, sent_words, status_badge
from ui.widgets.chips import Chip

FIRST_PAGE = "today"


def at_rest(page: TodayPage) -> None:
    """Let no timer read the book after it was closed."""
    page._later.stop()
    page._words_later.stop()


@pytest.fixture
def page(desk: Desk) -> Iterator[TodayPage]:
    """The page of the sample book in front, with all groups open."""
    desk.window.show_page("today")
    found = desk.window.current_page
    assert isinstance(found, TodayPage)
    for head in [one for one in found.list.tasks.entries if isinstance(one, Head) and one.foldable]:
        found.list.toggle(head)
    yield found
    at_rest(found)


def place_of(page: TodayPage, sort: Sort) -> int:
    """The line of the known family's task of that sort."""
    for number, one in enumerate(page.list.tasks.entries):
        if isinstance(one, Task) and one.sort is sort and one.door == DOOR:
            return number
    raise AssertionError(sort)


def choose(page: TodayPage, sort: Sort) -> Task:
    page.list.setFocus()
    page.list.setCurrentIndex(page.list.tasks.index(place_of(page, sort)))
    found = page.list.current_task
    assert found is not None
    return found


def sorts_at_door(page: TodayPage) -> list[Sort]:
    assert page.today is not None
    return [task.sort for task in page.today.tasks if task.door == DOOR]


def test_it_is_the_first_page_and_is_counted_in_the_nav(desk: Desk, page: TodayPage) -> None:
    assert next(iter(desk.window.nav.items)) == "today"
    assert page.today is not None
    number = len(page.today.tasks)
    assert desk.window.nav.items["today"].accessibleName() == f"今日 {number}"
    assert f"{TODAY.year}年{TODAY.month}月{TODAY.day}日 星期" in page._remark.text()
    press("Ctrl+1", desk.window)
    assert desk.window.current_page is page


def test_the_model_keeps_its_promises(page: TodayPage) -> None:
    tester = QAbstractItemModelTester(page.list.tasks, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.list.set_order(DOORS)
    page.list.set_order("urgent")
    assert tester.model() is page.list.tasks


def test_the_family_that_the_tests_know(page: TodayPage) -> None:
    assert sorts_at_door(page) == [Sort.BACK, Sort.LATE]
    task = choose(page, Sort.LATE)
    assert (task.name, task.label) == (HEAD, "公共设施")
    assert task.text == f"{MATTER} · 物业 办理中"
    spoken = page.list.tasks.index(place_of(page, Sort.LATE)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"超期诉求，{DOOR}，{HEAD}，")
    assert spoken.endswith("天，看诉求")


def test_enter_records_the_visit_and_the_task_is_gone(desk: Desk, page: TodayPage) -> None:
    choose(page, Sort.BACK)
    press("Return")
    drawer = drawer_of(desk.window, VisitDrawer)
    assert DOOR in words(drawer)
    press("Ctrl+Return")
    assert drawers(desk.window) == []
    assert Sort.BACK not in sorts_at_door(page)
    assert desk.ledger.records(Visit, household=family_of(desk.ledger).id, visited_on=TODAY)
    assert page.list.current_task is not None, "the keyboard goes on to the next"


def test_undo_brings_the_task_back(desk: Desk, page: TodayPage) -> None:
    choose(page, Sort.BACK)
    press("Return")
    press("Ctrl+Return")
    press("Ctrl+Z", desk.window)
    assert sorts_at_door(page) == [Sort.BACK, Sort.LATE]


def test_enter_opens_the_late_appeal(desk: Desk, page: TodayPage) -> None:
    choose(page, Sort.LATE)
    assert "看诉求" in words(desk.window.status)
    press("Return")
    appeals = desk.window.current_page
    assert isinstance(appeals, AppealsPage)
    current = appeals.table.current_record
    assert current is not None
    assert current.appeal == matter_of(desk.ledger)


def test_enter_asks_those_whose_appeal_is_done(desk: Desk, page: TodayPage) -> None:
    with desk.ledger.change("办结") as tx:
        done = {"state": "待回访", "closed_on": TODAY - timedelta(days=9), "outcome": "锁换好了"}
        tx.update(matter_of(desk.ledger).with_values(done))
    desk.hub.tell({"appeal"})
    place = next(n for n, one in enumerate(page.list.tasks.entries) if isinstance(one, Task) and "锁换好了" in one.text)
    page.list.setCurrentIndex(page.list.tasks.index(place))
    page.list.setFocus()
    press("Return")
    drawer_of(desk.window, ProgressDrawer)
    press("Ctrl+S")
    assert matter_of(desk.ledger).state == "已办结"
    assert page.today is not None
    assert "锁换好了" not in "".join(task.text for task in page.today.tasks)


def test_the_button_of_a_row_does_the_same(desk: Desk, page: TodayPage) -> None:
    choose(page, Sort.LATE)
    area = page.list.visualRect(page.list.currentIndex())
    QTest.mouseMove(page.list.viewport(), button_area(area).center())
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, area.center().y()))
    assert desk.window.stack.currentWidget() is page
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=button_area(area).center())
    assert desk.window.stack.currentWidget() is desk.window.page("appeals")


def test_keys_for_the_household_in_front(desk: Desk, page: TodayPage) -> None:
    choose(page, Sort.LATE)
    press("Ctrl+N", desk.window)
    assert DOOR in words(drawer_of(desk.window, VisitDrawer))
    press("Esc")
    press("Ctrl+J", desk.window)
    assert drawer_of(desk.window, RecordDrawer).accessibleName().startswith("登诉求")
    press("Esc")
    press("Ctrl+O", desk.window)
    homes = desk.window.current_page
    assert isinstance(homes, HomePages)
    assert homes.one._name.text() == DOOR


def test_the_order_of_doors(page: TodayPage) -> None:
    page.order.set_value(DOORS)
    heads = [one for one in page.list.tasks.entries if isinstance(one, Head)]
    assert all(head.title.endswith("栋") or head.title == "其他" for head in heads)
    homes = [one.order for one in page.list.tasks.entries if isinstance(one, Task) and one.household]
    assert homes == sorted(homes)
    assert page.today is not None
    assert len([one for one in page.list.tasks.entries if isinstance(one, Task)]) == len(page.today.tasks)


def test_many_tasks_are_folded_and_opened_by_key() -> None:
    some = [Task(Sort.KNOCK, TODAY, str(number), household=f"H-{number}") for number in range(20)]
    folded = entries(some, Plan(), order="urgent", opened=())
    assert [type(one) for one in folded] == [Head, Task, Task, Task]
    assert isinstance(folded[0], Head)
    assert folded[0].more == "其余 17 项"
    whole = entries(some, Plan(), order="urgent", opened=(Sort.KNOCK,))
    assert len(whole) == 21
    assert len(entries(some[:14], Plan(), order="urgent", opened=())) == 15


@pytest.mark.parametrize(
    ("values", "text", "shape"),
    [
        ({"late": 4}, "超 4 天", ""),
        ({}, "今天到期", "tri"),
        ({"due_on": TODAY + timedelta(days=1)}, "明天到期", "ring"),
        ({"hint": "建议晚上", "late": 3}, "建议晚上", ""),
    ],
)
def test_how_pressing_it_is(values: dict[str, object], text: str, shape: str) -> None:
    task = Task(**{"sort": Sort.RETRY, "due_on": TODAY, "text": ""} | values)  # type: ignore[arg-type]
    badge = status_badge(task, TODAY)
    assert (badge.text, badge.shape) == (text, shape)


def test_figures_beside_their_targets(desk: Desk, page: TodayPage) -> None:
    assert page.today is not None
    said = words(page.figures)
    assert f"/ 目标 {Plan().homes} 户" in said
    assert "上周" in said
    seals = [one.accessibleName() for one in page.figures.findChildren(Chip)]
    assert [text for text in seals if text.startswith("最长超 ")]
    assert page.side.week.chart.accessibleName() == "本周每天走访的户数"
    assert len(page.side.week.chart.bars) == 7
    assert [bar.label for bar in page.side.week.chart.bars if bar.highlighted] == ["今天"]


def test_intervals_and_targets_are_changed_by_key(desk: Desk, page: TodayPage, notices: SpokenNotices) -> None:
    click(page, "间隔与目标…")
    drawer = drawer_of(desk.window, PlanDrawer)
    spin = drawer._spins["homes"]
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "25")
    drawer._care["独居老人"].setValue(0)
    press("Ctrl+S")
    assert drawers(desk.window) == []
    assert notices.said[-1] == "已保存间隔与目标"
    plan = plan_of(desk.ledger)
    assert (plan.homes, "独居老人" in plan.care) == (25, False)
    assert "/ 目标 25 户" in words(page.figures)
    notices.undos[-1]()
    assert plan_of(desk.ledger) == Plan()
    assert "/ 目标 40 户" in words(page.figures)


def test_leaving_changed_intervals_asks(desk: Desk, page: TodayPage, notices: SpokenNotices) -> None:
    change_plan(desk.ledger, Plan(homes=30))
    desk.hub.tell({"paper"})
    page.change_plan()
    drawer = drawer_of(desk.window, PlanDrawer)
    assert drawer._spins["homes"].value() == 30
    click(drawer, "恢复常用")
    assert drawer.plan() == Plan()
    notices.answers = ["drop"]
    press("Esc")
    assert drawers(desk.window) == []
    assert plan_of(desk.ledger).homes == 30


def test_the_sheet_is_exported_with_one_key(
    desk: Desk, page: TodayPage, notices: SpokenNotices, tmp_path: Path
) -> None:
    notices.paths = [tmp_path / "本周.xlsx"]
    press("Ctrl+E", desk.window)
    assert desk.window.current_page is desk.window.page("exchange")
    assert (tmp_path / "本周.xlsx").is_file()
    assert [one.form for one in desk.ledger.exchanges()] == ["民情台账"]
    desk.window.show_page("today")
    assert page.side.report.since.text() == "今天已上报"


def test_how_long_ago_the_last_report_was(desk: Desk, page: TodayPage) -> None:
    at = datetime.now() - timedelta(days=3)
    with desk.ledger.change("导出") as tx:
        tx.note_exchange(Exchange("out", "街道办", "表.xlsx", "民情台账", "", "", 1, None, at))
    desk.hub.tell({"visit"})
    assert page.today is not None
    assert sent_words(page.today.unsent, TODAY)[0] == "距上次上报 3 天"
    assert page.side.report.since.text() == "距上次上报 3 天"


def test_words_are_counted_apart_and_later(desk: Desk, page: TodayPage) -> None:
    home = family_of(desk.ledger)
    with desk.ledger.change("走访") as tx:
        for _ in range(2):
            tx.add(Visit(household=home.id, visited_on=TODAY, result="见面", said=f"{HEAD}问车棚装充电桩的事"))
    page.read_words()
    assert ("充电桩", 2) in page.side.matters.words.words
    assert HEAD not in page.side.matters.words.accessibleDescription()


def test_a_page_that_nobody_sees_counts_a_moment_later(desk: Desk, page: TodayPage) -> None:
    assert page.today is not None
    before = len(page.today.tasks)
    desk.window.show_page("home")
    with desk.ledger.change("办结") as tx:
        tx.update(matter_of(desk.ledger).with_values({"state": "已办结"}))
    desk.hub.tell({"appeal"})
    assert page._later.isActive()
    page._later.timeout.emit()
    assert desk.window.nav.items["today"].accessibleName() == f"今日 {before - 1}"


def test_the_route_of_the_day(desk: Desk, page: TodayPage) -> None:
    assert page.today is not None
    listed = route([task for task in page.today.tasks if task.household])
    [mine] = [one for one in listed.lines if one.door == DOOR]
    assert "到期回访：" in mine.hints
    assert "超期诉求：" in mine.hints
    press("Ctrl+P", desk.window)
    [preview] = desk.window.findChildren(RoutePrint)
    assert preview.pages
    preview.scope.set_value("9")
    assert len(preview.pages) == 1
    preview.reject()


def test_nothing_is_cut_in_a_small_window(desk: Desk, page: TodayPage) -> None:
    desk.window.resize(911, 512)
    desk.window.grab()
    assert page.figures.second.isVisible()
    assert page.side.y() > page._panel.y()
    assert page._panel.height() >= 300
    desk.window.resize(1366, 768)
    desk.window.grab()
    assert not page.figures.second.isVisible()
    assert page.side.x() > page._panel.x()


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path, notices: SpokenNotices) -> Iterator[Desk]:
    with Ledger.create(tmp_path / "空.mqb", PASSWORD, PROFILE) as ledger:
        made = Desk(ledger, inline=True)
        made.session.notices = notices
        qtbot.addWidget(made.window)
        made.window.show_page("today")
        made.window.show()
        yield made
        page = made.window.page("today")
        assert isinstance(page, TodayPage)
        at_rest(page)
        made.window.close()


def test_an_empty_book(bare: Desk) -> None:
    page = bare.window.current_page
    assert isinstance(page, TodayPage)
    assert page.list.empty.isVisible()
    assert page.list.empty.accessibleName() == "还没有家庭 可以从旧台账导入，也可以一户一户登记。"
    assert "—" in words(page.figures)
    for keys in ("Ctrl+N", "Ctrl+1", "Ctrl+O", "Ctrl+J"):
        press(keys, bare.window)
    assert bare.ledger.count(Appeal) == 0


def test_nothing_due_points_to_homes_never_seen(bare: Desk) -> None:
    from minqing.records.household import Household

    with bare.ledger.change("导入") as tx:
        tx.add_all([Household(building="1", room=str(room)) for room in range(100, 150)])
    bare.hub.tell({"household"})
    page = bare.window.current_page
    assert isinstance(page, TodayPage)
    assert page.list.empty.accessibleName() == "今天没有到期的事 可以从还没见过面的家庭里挑几户。"
    click(page, "看未走访家庭")
    homes = bare.window.current_page
    assert isinstance(homes, HomePages)
    assert homes.table.table.records_model.rowCount() == 50
