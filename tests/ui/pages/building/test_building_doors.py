"""What is recorded at the doors of a building: several at once, those nobody knows yet, and the shape itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from minqing.records.household import Household
from minqing.records.visit import Visit
from minqing.work.elevation import State
from minqing.work.walking import Order
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, line, press, write
from tests.ui.pages.building.conftest import here, key, side
from tests.ui.sample_book import DOOR, HEAD, family_of
from ui.app import Desk
from ui.dialogs.building_drawer import BuildingDrawer
from ui.dialogs.record_drawer import RecordDrawer
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.building import BuildingPage

FIRST_PAGE = "building"


def test_nobody_at_several_doors_is_one_change(desk: Desk, page: BuildingPage, notices: SpokenNotices) -> None:
    before = len(desk.ledger.records(Visit))
    page.board.hold(next(door.key for door in page.board.route if door.state is not State.EMPTY))
    for _ in range(3):
        key(page, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    marked = page.board.marked
    assert len(marked) == 4
    lived = sum(door.state is not State.EMPTY for door in marked)
    assert "选中 4 个门" in side(page)
    assert f"{lived} 户可以走访" in side(page)
    click(page.board.side, "都记“无人”")
    assert notices.said[-1] == f"已给 {lived} 户记“无人”"
    assert len(desk.ledger.records(Visit)) == before + lived
    assert page.board.marked == []
    notices.undos[-1]()
    assert len(desk.ledger.records(Visit)) == before


def test_policy_at_several_doors(desk: Desk, page: BuildingPage, notices: SpokenNotices) -> None:
    page.board.elevation.mark_all({door.key for door in page.board.route if door.state is not State.EMPTY})
    count = len(page.board.marked)
    click(page.board.side, "政策宣传…")
    drawer = drawer_of(desk.window, RecordDrawer)
    drawer.save()
    assert "政策宣传" in notices.said[-1]
    assert drawer.isVisible()
    drawer.form.input("told").set_value(("反诈",))
    drawer.save()
    assert notices.said[-1] == f"已给 {count} 户记政策宣传"
    assert sum(visit.told == ("反诈",) and visit.said == "" for visit in desk.ledger.records(Visit)) >= count
    assert page.board.marked == []


def test_esc_takes_the_marks_away(page: BuildingPage) -> None:
    key(page, Qt.Key.Key_Space)
    assert len(page.board.marked) == 1
    press("Esc", page.window())
    assert page.board.marked == []
    assert page.board.side.title.text() == here(page)


def test_doors_are_proposed_before_anyone_is_known(new: BuildingPage) -> None:
    assert new.remark.text() == "6 层 · 2 单元 · 24 户 · 24 户未登记"
    assert len(new.board.route) == 24
    assert "还没有登记" in side(new)
    assert new.board.side.card.enter.isVisible()
    assert not new.board.side.card.file.isVisible()


def test_a_proposed_door_offers_to_record_who_lives_there(desk: Desk, new: BuildingPage) -> None:
    key(new, Qt.Key.Key_Return)
    drawer = drawer_of(desk.window, RecordDrawer)
    assert line(drawer, "门牌").text() == "12栋1单元601"  # type: ignore[union-attr]
    drawer.save()
    assert not drawers(desk.window)
    assert new.remark.text() == "6 层 · 2 单元 · 24 户 · 23 户未登记"
    assert new.board.door is not None
    assert new.board.door.state is State.NEVER


def test_a_visit_at_a_proposed_door_enters_the_household(desk: Desk, new: BuildingPage) -> None:
    press("Ctrl+N", desk.window)
    drawer_of(desk.window, VisitDrawer).save()
    [home] = desk.ledger.records(Household, building="12")
    assert home.door == "12栋1单元601"
    assert len(desk.ledger.records(Visit, household=home.id)) == 1
    assert new.board.door is not None
    assert new.board.door.state is State.RECENT


def test_nobody_at_proposed_doors_enters_them(desk: Desk, new: BuildingPage, notices: SpokenNotices) -> None:
    key(new, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    click(new.board.side, "都记“无人”")
    assert notices.said[-1] == "已给 2 户记“无人”，其中 2 户是新登记的"
    assert len(desk.ledger.records(Household, building="12")) == 2
    notices.undos[-1]()
    assert desk.ledger.records(Household, building="12") == []


def test_another_day_for_the_next_visit(desk: Desk, family: BuildingPage) -> None:
    click(family.board.side, "改期")
    drawer = drawer_of(desk.window, RecordDrawer)
    click(drawer, "+30天")
    drawer.save()
    assert "超 3 天" not in side(family)


def test_shape_is_changed(desk: Desk, new: BuildingPage) -> None:
    new.head.edit.click()
    drawer = drawer_of(desk.window, BuildingDrawer)
    assert drawer.doors.text() == "自动排出 24 个门牌：12栋1单元601 至 12栋2单元102。"
    write("7", line(drawer, "层数"))
    assert "28 个门牌" in drawer.doors.text()
    drawer.save()
    assert new.remark.text() == "7 层 · 2 单元 · 28 户 · 28 户未登记"


def test_a_building_known_from_its_doors_gets_its_shape(desk: Desk, family: BuildingPage) -> None:
    family.head.edit.click()
    drawer = drawer_of(desk.window, BuildingDrawer)
    for name, text in (("单元数", "1"), ("层数", "3"), ("每层户数", "2")):
        write(text, line(drawer, name))
    drawer.save()
    assert family.remark.text() == "3 层 · 1 单元 · 6 户 · 5 户未登记"
    assert here(family) == DOOR


def test_two_buildings_of_one_name(desk: Desk, page: BuildingPage, notices: SpokenNotices) -> None:
    page.head.new.click()
    drawer = drawer_of(desk.window, BuildingDrawer)
    write("1", line(drawer, "楼栋"))
    drawer.save()
    assert "1栋已经有了" in notices.said[-1]
    assert drawer.isVisible()


def test_a_slip_of_the_finger_is_told_under_the_line(desk: Desk, new: BuildingPage) -> None:
    new.head.edit.click()
    drawer = drawer_of(desk.window, BuildingDrawer)
    write("6000", line(drawer, "层数"))
    drawer.save()
    assert drawer.form.error("floors").startswith("“层数”最多填 120")


def test_first_building_of_a_book(bare: BuildingPage, notices: SpokenNotices) -> None:
    assert bare.empty.isVisible()
    assert bare.empty.button is not None
    bare.empty.button.click()
    drawer = drawer_of(bare.window(), BuildingDrawer)
    assert drawer.doors.text().startswith("填好层数")
    for name, text in (("楼栋", "3"), ("单元数", "2"), ("层数", "6"), ("每层户数", "2")):
        write(text, line(drawer, name))
    drawer.save()
    assert notices.said[-1] == "已新建楼栋"
    assert bare.board.isVisible()
    assert bare.remark.text() == "6 层 · 2 单元 · 24 户 · 24 户未登记"


def test_several_families_behind_a_door(desk: Desk, family: BuildingPage) -> None:
    home = family_of(desk.ledger)
    with desk.ledger.change("再登记一户") as tx:
        tx.add(home.with_values({"id": "", "revision": 0, "house_type": "出租", "notes": "租户"}))
    desk.hub.tell({"household"})
    assert "这个门里 2 户" in side(family)
    click(family.board.side, "第 2 户")
    assert family.board.place == 1
    assert HEAD not in family.board.side.card._body.findChildren(QWidget)[0].accessibleName()


def test_saving_goes_on_in_the_order_of_the_page(desk: Desk, new: BuildingPage) -> None:
    new.board.side.way.order_chosen.emit(Order.UP)
    new.board.hold(new.board.route[0].key)
    assert here(new) == "12栋1单元101"
    press("Ctrl+N", desk.window)
    drawer_of(desk.window, VisitDrawer).next_button.click()
    assert here(new) == "12栋1单元102"
    drawer_of(desk.window, VisitDrawer).save()
    assert {home.door for home in desk.ledger.records(Household, building="12")} == {"12栋1单元101", "12栋1单元102"}
    assert not drawers(desk.window)
