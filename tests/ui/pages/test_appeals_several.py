"""诉求, several at once: chosen by mouse and keys, handed over as one change, those that cannot go named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from minqing.actions.records import save_records
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, focused, line, press, typed, words, write
from tests.ui.sample_book import TODAY, family_of
from ui.app import Desk
from ui.dialogs.progress_drawer import ProgressDrawer
from ui.pages.appeals import AppealsPage
from ui.pages.base import Listing
from ui.widgets.choice_inputs import ComboInput

TITLES = ("甲 路灯不亮", "乙 井盖松动", "丙 油烟直排", "丁 飞线充电")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def add_four(ledger: Ledger) -> list[Appeal]:
    """Four appeals of the family; the third is settled."""
    states = ("待受理", "办理中", "待回访", "待受理")
    with ledger.change("登记四件") as tx:
        return tx.add_all(
            [
                Appeal(
                    household=family_of(ledger).id,
                    number=f"98-00{number}",
                    title=title,
                    state=state,
                    registered_on=TODAY,
                    due_on=TODAY,
                    level="社区",
                    handler="物业 冯×" if number == 1 else "",
                )
                for number, (title, state) in enumerate(zip(TITLES, states, strict=True), 1)
            ]
        )


@pytest.fixture
def page(desk: Desk) -> AppealsPage:
    """The page with the four appeals and no other, the first in front, the keyboard on the list."""
    four = add_four(desk.ledger)
    page = desk.window.show_page("appeals")
    assert isinstance(page, AppealsPage)
    page.show_only(Listing("四件", frozenset(one.id for one in four)))
    page.table.sort_by(0)
    page.table.select_row(0)
    page.table.setFocus()
    return page


def chosen(page: AppealsPage) -> list[str]:
    return [one.appeal.title[0] for one in page.chosen]


def click_row(page: AppealsPage, row: int, held: Qt.KeyboardModifier) -> None:
    table = page.table
    place = table.visualRect(table.records_model.index(row, 2)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, place)


def appeals(ledger: Ledger) -> list[Appeal]:
    return sorted((one for one in ledger.records(Appeal) if one.title in TITLES), key=lambda one: one.number)


def to_whom(drawer: ProgressDrawer) -> ComboInput:
    found = drawer._form.input("handler")
    assert isinstance(found, ComboInput)
    return found


def test_several_are_chosen_by_keys(page: AppealsPage) -> None:
    press("Shift+Down")
    press("Shift+Down")
    assert chosen(page) == ["甲", "乙", "丙"]
    assert page._foot.text().endswith("· 选中 3 件")
    press("Shift+Up")
    assert chosen(page) == ["甲", "乙"]
    press("Shift+End")
    assert chosen(page) == list("甲乙丙丁")
    press("Up")
    assert chosen(page) == ["丙"]
    press("Ctrl+A")
    assert chosen(page) == list("甲乙丙丁")
    press("Home")
    assert chosen(page) == ["甲"]
    assert "选中" not in page._foot.text()


def test_several_are_chosen_by_mouse(page: AppealsPage) -> None:
    click_row(page, 2, CTRL)
    assert chosen(page) == ["甲", "丙"]
    click_row(page, 0, CTRL)
    assert chosen(page) == ["丙"]
    click_row(page, 3, SHIFT)
    assert "丁" in chosen(page)


def test_the_panel_says_which_and_how_many(page: AppealsPage) -> None:
    press("Ctrl+A")
    said = words(page.detail)
    assert "选中 4 件诉求" in said
    assert "98-003" in said
    assert "给选中的诉求一次记好同一步，可以撤销。" in said
    press("Esc")
    assert len(page.chosen) == 1
    assert "选中" not in words(page.detail)


def test_what_is_acted_on_is_what_is_marked(desk: Desk, page: AppealsPage) -> None:
    click_row(page, 2, CTRL)
    click_row(page, 2, CTRL)
    assert chosen(page) == ["甲"]
    press("Return")
    press("Ctrl+S")
    assert [one.state for one in appeals(desk.ledger)] == ["办理中", "办理中", "待回访", "待受理"]


def test_several_are_handed_over_by_key(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    before = appeals(desk.ledger)
    version = desk.ledger.version
    press("Ctrl+A")
    press("Ctrl+T")
    drawer = drawer_of(desk.window, ProgressDrawer)
    assert drawer.accessibleName() == "转交　4 件诉求"
    assert drawer._offer.actions == ("交办", "吹哨", "上报")
    assert drawer.several is not None
    assert drawer.several.words.text() == "能记 3 件。另有 1 件现在不能“交办”，会原样留着：98-003（待回访）。"
    write("城管中队", to_whom(drawer).edit)
    write("请本周到场", line(drawer, "说明"))
    press("Ctrl+S")
    assert drawers(desk.window) == []
    now = appeals(desk.ledger)
    assert [(one.state, one.handler) for one in now] == [
        ("办理中", "城管中队"),
        ("办理中", "城管中队"),
        ("待回访", ""),
        ("办理中", "城管中队"),
    ]
    assert {one.text for one in desk.ledger.records(Step, action="交办")} == {"交给城管中队；请本周到场"}
    assert notices.said == ["已记下：交办 3 件，另有 1 件没有动"]
    assert desk.ledger.version == version + 1
    assert desk.ledger.history(limit=1)[0].label == "交办 98-001 甲 路灯不亮 等 3 件"
    assert chosen(page) == list("甲乙丙丁")
    notices.undos[-1]()
    assert [one.values() for one in appeals(desk.ledger)] == [one.values() for one in before]
    assert desk.ledger.count(Step, action="交办") == 0


def test_ctrl_z_takes_all_of_it_back(desk: Desk, page: AppealsPage) -> None:
    press("Ctrl+A")
    click(page.detail, "转交…")
    drawer = drawer_of(desk.window, ProgressDrawer)
    drawer._form.set_values({"action": "上报"})
    press("Ctrl+S")
    assert [one.level for one in appeals(desk.ledger)] == ["街道", "街道", "社区", "街道"]
    press("Ctrl+Z", desk.window)
    assert [one.level for one in appeals(desk.ledger)] == ["社区"] * 4
    assert [one.state for one in appeals(desk.ledger)] == ["待受理", "办理中", "待回访", "待受理"]


def test_the_units_known_are_offered(desk: Desk, page: AppealsPage) -> None:
    press("Ctrl+T")
    drawer = drawer_of(desk.window, ProgressDrawer)
    box = to_whom(drawer).box
    assert "物业 冯×" in [box.itemText(row) for row in range(box.count())]
    assert drawer.several is None


def test_the_same_step_on_several(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    click_row(page, 3, CTRL)
    press("Return")
    drawer = drawer_of(desk.window, ProgressDrawer)
    assert drawer._form.values()["action"] == "受理"
    assert drawer.several is not None
    assert drawer.several.words.text() == "2 件都能记。"
    press("Ctrl+S")
    assert [one.state for one in appeals(desk.ledger)] == ["办理中", "办理中", "待回访", "办理中"]
    assert notices.said == ["已记下：受理 2 件"]


def test_which_can_go_follows_the_step(desk: Desk, page: AppealsPage) -> None:
    press("Ctrl+A")
    press("Return")
    drawer = drawer_of(desk.window, ProgressDrawer)
    several = drawer.several
    assert several is not None
    QAbstractItemModelTester(several.table.model(), QAbstractItemModelTester.FailureReportingMode.Warning, several)
    drawer._form.input("action").set_value("回访")
    drawer._form.changed.emit()
    first = several.table.records_model.records[0]
    assert several.words.text().startswith("能记 1 件。另有 3 件现在不能“回访”，会原样留着：98-001（待受理）、")
    assert several.table.records_model.columns[3].words(first) == "记不了"
    assert several.table.records_model.columns[3].words(several.table.records_model.records[-1]) == "能记"


def test_nothing_is_handed_over_where_nothing_can(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    click_row(page, 2, Qt.KeyboardModifier.NoModifier)
    press("Ctrl+T")
    assert drawers(desk.window) == []
    assert notices.said == ["“待回访”的诉求不能转交，没有改动。要重新办理，请先“退回”。"]


def test_a_step_that_none_can_take_is_told(desk: Desk, page: AppealsPage) -> None:
    click_row(page, 3, CTRL)
    press("Return")
    drawer = drawer_of(desk.window, ProgressDrawer)
    drawer._form.set_values({"action": "退回"})
    press("Ctrl+S")
    assert drawer._form.error("action") == "选中的诉求现在都不能“退回”，请换一步。"
    assert drawer.isVisible()


def test_one_that_moved_meanwhile_is_shown_again(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    press("Ctrl+A")
    press("Ctrl+T")
    drawer = drawer_of(desk.window, ProgressDrawer)
    write("城管中队", to_whom(drawer).edit)
    write("请本周到场", line(drawer, "说明"))
    first, second, *_ = appeals(desk.ledger)
    save_records(desk.ledger, [first.with_values({"state": "已办结", "closed_on": TODAY})], label="导入 回复.xlsx")
    with desk.ledger.change("撤销登记") as tx:
        tx.remove(second.id)
    press("Ctrl+S")
    assert notices.said[-1] == (
        "诉求刚在别处改过，这一步还没有记下。这里已换成现在的样子，填的都在，请核对后再保存。"
        "有 1 件已不在账本里，从这里去掉了。"
    )
    assert desk.ledger.count(Step, action="交办") == 0
    assert drawer.several is not None
    assert drawer.several.words.text().startswith("能记 1 件。另有 2 件现在不能“交办”")
    assert typed(drawer, "说明") == "请本周到场"
    press("Ctrl+S")
    assert [one.handler for one in appeals(desk.ledger)] == ["物业 冯×", "", "城管中队"]


def test_a_disk_that_takes_nothing_leaves_all_as_they_were(
    desk: Desk, page: AppealsPage, notices: SpokenNotices
) -> None:
    before = appeals(desk.ledger)
    press("Ctrl+A")
    press("Ctrl+T")
    drawer = drawer_of(desk.window, ProgressDrawer)
    write("城管中队", to_whom(drawer).edit)
    desk.ledger._connection.run("PRAGMA query_only = ON")
    press("Ctrl+S")
    desk.ledger._connection.run("PRAGMA query_only = OFF")
    assert "是只读的，改动存不进去" in notices.said[-1]
    assert drawer.isVisible()
    assert to_whom(drawer).edit.text() == "城管中队"
    assert appeals(desk.ledger) == before


def test_the_chosen_go_to_the_clipboard(page: AppealsPage, notices: SpokenNotices) -> None:
    press("Shift+Down")
    press("Ctrl+C")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("编号\t")
    assert [one.split("\t")[0] for one in lines[1:]] == ["98-001", "98-002"]
    assert notices.said == ["已复制 2 件，可以贴到 WPS 表格里"]


def test_the_choice_stays_while_the_list_is_read_again(desk: Desk, page: AppealsPage) -> None:
    click_row(page, 2, CTRL)
    desk.hub.tell({"appeal"})
    assert chosen(page) == ["甲", "丙"]
    page.tabs.select("待回访")
    assert chosen(page) == ["丙"]


def test_correcting_is_for_one(desk: Desk, page: AppealsPage) -> None:
    press("Shift+Down")
    press("Ctrl+E")
    press("Ctrl+H")
    assert drawers(desk.window) == []


def test_the_menu_does_what_the_keys_do(qtbot: QtBot, desk: Desk, page: AppealsPage) -> None:
    press("Ctrl+A")
    page.table.menu_requested.emit(page.chosen[0], page.mapToGlobal(QPoint(40, 40)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {one.text(): one for one in menu.actions() if one.text()}
    assert list(entries) == ["记进展…", "转交…", "复制选中的行"]
    menu.close()
    entries["转交…"].trigger()
    assert drawer_of(desk.window, ProgressDrawer).accessibleName() == "转交　4 件诉求"


def test_one_that_is_no_longer_there_is_told(desk: Desk, page: AppealsPage, notices: SpokenNotices) -> None:
    gone = appeals(desk.ledger)[0]
    with desk.ledger.change("撤销登记") as tx:
        tx.remove(gone.id)
    desk.go("appeals", gone.id)
    assert notices.said == ["这件诉求已不在账本里，可能刚被撤销登记或合并；这里是现有的诉求"]
    desk.hub.tell({"appeal"})
    assert len(notices.said) == 1
    assert focused() is page.table
