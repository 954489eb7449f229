"""The table of households: who is in it, what the filters and the search leave, and entering a new one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from minqing.records.household import Household
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, focused, line, press, typed, words, write
from tests.ui.sample_book import DOOR, HEAD, PHONE, family_of
from ui.app import Desk
from ui.dialogs.record_drawer import RecordDrawer
from ui.pages.home import HomePages
from ui.pages.households import HouseholdsPage
from ui.pages.households_lines import Line
from ui.widgets.empty import EmptyState


@pytest.fixture
def page(desk: Desk) -> HouseholdsPage:
    home = desk.window.page("home")
    assert isinstance(home, HomePages)
    return home.table


def shown(page: HouseholdsPage) -> Sequence[Line]:
    return page.table.records_model.records


def doors(page: HouseholdsPage) -> list[str]:
    return [one.file.household.door for one in shown(page)]


def cell(page: HouseholdsPage, door: str, title: str) -> str:
    """What the table says in one cell."""
    model = page.table.records_model
    column = next(one for one in model.columns if one.title == title)
    return column.words(next(one for one in model.records if one.file.household.door == door))


def search(qtbot: QtBot, page: HouseholdsPage, text: str) -> None:
    """Type into the search line of the table and wait for what it finds."""
    press("Ctrl+F", page.window())
    assert focused() is page.search
    write(text)
    qtbot.waitUntil(lambda: not page.search.pause.isActive(), timeout=2000)


def test_shows_everybody_in_door_order(desk: Desk, page: HouseholdsPage) -> None:
    order = sorted(desk.ledger.records(Household), key=lambda one: one.walking_order)
    assert doors(page) == [one.door for one in order]
    assert page._foot.text() == f"共 {len(order)} 户"
    assert page._remark.text().startswith(f"{len(order)} 户 · ")


def test_says_what_is_known_of_a_household(page: HouseholdsPage) -> None:
    assert cell(page, DOOR, "户主") == HEAD
    assert cell(page, DOOR, "人口") == "2"
    assert cell(page, DOOR, "走访提醒") == "超 3 天"
    assert cell(page, DOOR, "未结诉求") == "1"
    assert PHONE not in cell(page, DOOR, "电话")
    assert cell(page, DOOR, "电话").endswith(PHONE[-4:])


def test_each_filter_leaves_as_many_as_it_says(page: HouseholdsPage) -> None:
    for name in ("该走访", "有诉求", "从未", "重点人群", "出租", "空置"):
        chip = next(one for one in page.filters.chips.values() if one.text() == name)
        click(page, name)
        assert chip.accessibleName() == f"{name} {len(shown(page))}"
        assert (DOOR in doors(page)) is (name in {"该走访", "有诉求"})
        click(page, name)
        assert chip.isChecked()
    press("Esc", page.window())
    assert page.filters.chips["all"].isChecked()
    assert len(shown(page)) == len(page._lines)


def test_building_narrows_the_table(page: HouseholdsPage) -> None:
    page.filters.building.set_value("9")
    assert doors(page) == [DOOR]
    click(page, "空置")
    assert doors(page) == []
    [empty] = [one for one in page.table.findChildren(EmptyState) if one.isVisible()]
    assert empty.accessibleName().startswith("没有符合的家庭")
    assert empty.button is not None
    empty.button.click()
    assert DOOR in doors(page)
    assert len(shown(page)) == len(page._lines)


@pytest.mark.parametrize("text", ["oylx", PHONE[-4:], "9幢1单元301室", "仇玉"])
def test_search_finds_a_family(qtbot: QtBot, page: HouseholdsPage, text: str) -> None:
    search(qtbot, page, text)
    assert DOOR in doors(page)
    assert len(shown(page)) < len(page._lines)


def test_search_without_a_hit_says_so_and_offers_the_way_back(qtbot: QtBot, page: HouseholdsPage) -> None:
    search(qtbot, page, "zzzz")
    assert doors(page) == []
    assert "没有找到“zzzz”" in words(page.table)
    press("Esc")
    assert page.search.text() == ""
    assert len(shown(page)) == len(page._lines)


def test_search_and_filter_work_together(qtbot: QtBot, page: HouseholdsPage) -> None:
    search(qtbot, page, "oylx")
    click(page, "空置")
    assert doors(page) == []
    click(page, "该走访")
    assert doors(page) == [DOOR]


def test_empty_words_stay_in_the_middle_after_many_refreshes(page: HouseholdsPage) -> None:
    page.filters.building.set_value("9")
    click(page, "空置")
    [empty] = [one for one in page.table.findChildren(EmptyState) if one.isVisible()]
    assert empty.button is not None
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    page._show()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    before = len(empty.findChildren(QWidget))
    for _ in range(5):
        page._show()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(empty.findChildren(QWidget)) == before


def test_sorting_by_what_is_due_puts_the_latest_first(page: HouseholdsPage) -> None:
    column = next(n for n, one in enumerate(page.table.records_model.columns) if one.title == "走访提醒")
    page.table.sort_by(column, descending=True)
    late = [line.overdue if line.due else -1 for line in shown(page)]
    assert late == sorted(late, reverse=True)


def test_a_new_household_goes_into_the_table(desk: Desk, page: HouseholdsPage, notices: SpokenNotices) -> None:
    click(page, "登记住户")
    drawer = drawer_of(page.window(), RecordDrawer)
    assert typed(drawer, "小区") == "生活桥小区"
    write("八栋一单元302室", line(drawer, "门牌"))
    press("Ctrl+S")
    assert drawers(page.window()) == []
    assert notices.said == ["已登记住户"]
    assert "8栋1单元302" in doors(page)
    [saved] = desk.ledger.records(Household, building="8")
    assert (saved.street, saved.community, saved.unit, saved.room) == ("新光路街道", "生活桥社区", "1", "302")


def test_a_broken_rule_shows_under_its_line(desk: Desk, page: HouseholdsPage) -> None:
    before = desk.ledger.count(Household)
    click(page, "登记住户")
    drawer = drawer_of(page.window(), RecordDrawer)
    write("", line(drawer, "小区"))
    write("住在后面小楼的那家", line(drawer, "家庭基本情况"))
    press("Ctrl+S")
    assert drawer.form.error("door") == "“门牌”没有填。请补上。"
    assert focused() is line(drawer, "门牌")
    assert drawer.form.values()["situation"] == "住在后面小楼的那家"
    assert desk.ledger.count(Household) == before


def test_undo_takes_the_new_household_back(desk: Desk, page: HouseholdsPage, notices: SpokenNotices) -> None:
    click(page, "登记住户")
    write("8-1-302", line(drawer_of(page.window(), RecordDrawer), "门牌"))
    press("Ctrl+S")
    assert "8栋1单元302" in doors(page)
    notices.undos[0]()
    assert "8栋1单元302" not in doors(page)
    assert notices.said[-1].startswith("撤销")


def test_the_selection_survives_a_change(desk: Desk, page: HouseholdsPage) -> None:
    wanted = family_of(desk.ledger).id
    assert page.table.select(wanted)
    desk.hub.tell({"visit"})
    assert page.table.current_record is not None
    assert page.table.current_record.file.household.id == wanted
