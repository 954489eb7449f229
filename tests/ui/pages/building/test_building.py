"""楼栋: what the page shows of a building, the way from door to door, filters, its papers."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from minqing.actions.records import save_records
from minqing.actions.sample import PROFILE
from minqing.work.elevation import State
from minqing.work.walking import Order
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, press
from tests.ui.pages.building.conftest import here, key, side
from tests.ui.sample_book import DOOR, HEAD, MATTER, matter_of
from ui.app import Desk
from ui.dialogs.building_print import BuildingPrint
from ui.dialogs.print_preview import PrintPreview
from ui.dialogs.record_drawer import RecordDrawer
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.building import BuildingPage
from ui.pages.home import HomePages

FIRST_PAGE = "building"


def test_second_page_with_its_key(desk: Desk) -> None:
    press("Ctrl+2", desk.window)
    assert isinstance(desk.window.current_page, BuildingPage)
    assert desk.window.focusWidget() is desk.window.current_page.board.elevation


def test_says_which_building_and_how_large(page: BuildingPage) -> None:
    assert page.head.estate.middle.text() == PROFILE.estate
    assert page.head.building.middle.text() == "1栋"
    assert page.remark.text() == "10 层 · 2 单元 · 24 户"
    assert here(page) == "1栋1单元1001"


def test_arrows_go_from_building_to_building(page: BuildingPage) -> None:
    assert not page.head.building.before.isEnabled()
    page.head.building.after.click()
    assert page.head.building.middle.text() == "9栋"
    assert here(page) == DOOR
    page.head.building.before.click()
    assert page.head.building.middle.text() == "1栋"


def test_door_in_hand(family: BuildingPage) -> None:
    shown = side(family)
    assert here(family) == DOOR
    for text in (
        DOOR,
        HEAD,
        "169****1234",
        "2 人：妻",
        "自住",
        "问起加装电梯的进展。",
        MATTER,
        "物业 办理中",
        "超 3 天",
        "60 天未访",
    ):
        assert text in shown, text


def test_keys_change_the_door_in_hand(page: BuildingPage) -> None:
    key(page, Qt.Key.Key_Down)
    assert here(page) == "1栋1单元901"
    assert page.board.side.title.text() == "1栋1单元901"


def test_enter_opens_the_file(desk: Desk, family: BuildingPage) -> None:
    key(family, Qt.Key.Key_Return)
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    assert home.one._name.text() == DOOR


def test_ctrl_n_and_ctrl_j_record_at_the_door(desk: Desk, family: BuildingPage) -> None:
    press("Ctrl+N", desk.window)
    drawer_of(desk.window, VisitDrawer).dismiss()
    press("Ctrl+J", desk.window)
    assert DOOR in drawer_of(desk.window, RecordDrawer).accessibleName()


def test_next_door_follows_the_order_and_is_remembered(desk: Desk, page: BuildingPage) -> None:
    assert "下一户" in page.board.side.way.next.text()
    route = [door for door in page.board.route if door.state is not State.EMPTY]
    begin = here(page)
    QTest.keyClick(page.board.elevation, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert here(page) == next(door.door for door in route if door.door != begin)
    page.board.side.way.order_chosen.emit(Order.UP)
    assert page.board.side.way.order.text() == "从下到上"
    assert BuildingPage(desk.session)._order is Order.UP


def test_at_the_end_of_the_way(page: BuildingPage) -> None:
    page.board.hold(page.board.route[-1].key)
    assert page.board.side.way.next.text() == "本栋走完了"
    assert not page.board.side.way.next.isEnabled()
    page.board.go_next()
    assert here(page) == page.board.route[-1].door


def test_filters_dim_the_others_and_lead_the_way(page: BuildingPage) -> None:
    page.board.filters.chips["appeals"].click()
    kept = page.board.kept
    assert kept is not None
    assert len(kept) == sum(bool(door.open_appeals) for door in page.board.route)
    assert page.board.filters.chips["appeals"].accessibleName() == f"有诉求 {len(kept)}"
    page.board.go_next()
    assert page.board.door is not None
    assert not kept or page.board.door.key in kept
    press("Esc", page.window())
    assert page.board.kept is None


def test_filter_of_a_care_group(page: BuildingPage) -> None:
    filters = page.board.filters
    assert filters.care.isVisible()
    filters.care.click()
    there = {door.key for door in page.board.route if filters.care.text() in door.care_groups}
    assert page.board.kept is not None
    assert set(page.board.kept) == there
    if filters.others.isVisible():
        other = filters.others._choices[-1][0]
        filters.others.set_value(other)
        assert filters.filter.key == other
        assert not filters.care.isChecked()


def test_as_a_list(page: BuildingPage) -> None:
    page.head.shape.select("list")
    table = page.board.table
    assert [door.key for door in table.records_model.records] == [door.key for door in page.board.route]
    table.select_row(3)
    assert here(page) == page.board.route[3].door
    page.board.filters.chips["rent"].click()
    assert all(door.rented for door in table.records_model.records)
    page.head.shape.select("elevation")
    assert page.board.elevation.current_door == page.board.door


def test_papers_of_the_building(desk: Desk, page: BuildingPage, notices: SpokenNotices, tmp_path: Path) -> None:
    page.print_elevation()
    [preview] = desk.window.findChildren(BuildingPrint)
    assert preview._count.text() == "共 1 页"
    preview.scope.set_value("walk")
    assert preview.pages
    assert preview.file_name.startswith("1栋走访清单_")
    notices.paths = [tmp_path / "清单.pdf"]
    click(preview, "存为 PDF…")
    assert notices.paths[0].read_bytes().startswith(b"%PDF")


def test_list_of_the_marked_doors(desk: Desk, page: BuildingPage) -> None:
    lived = [door.key for door in page.board.route if door.state is not State.EMPTY][:2]
    page.board.elevation.mark_all(lived)
    click(page.board.side, "打印走访清单")
    [preview] = desk.window.findChildren(BuildingPrint)
    assert [door.key for door in preview._tour.doors] == lived
    assert preview._tour.filtered == "选中的门"
    assert len(preview.pages) == 1


def test_nothing_on_paper_is_told(desk: Desk, page: BuildingPage) -> None:
    homes = [home.file.household for door in page.board.route for home in door.homes]
    save_records(desk.ledger, [home.with_values({"house_type": "空置"}) for home in homes], label="都空置")
    desk.hub.tell({"household"})
    page.print_walk_list()
    [preview] = desk.window.findChildren(BuildingPrint)
    assert preview._count.text() == "没有要打印的门牌"
    assert not preview.print_button.isEnabled()


def test_visit_sheets_of_the_building(desk: Desk, family: BuildingPage) -> None:
    press("Ctrl+P", desk.window)
    [preview] = desk.window.findChildren(PrintPreview)
    assert preview.scope.value == "9"
    assert len(preview.pages) == 1


def test_a_click_on_an_appeal_opens_it(desk: Desk, family: BuildingPage) -> None:
    wanted: list[tuple[str, object]] = []
    desk.session.wanted.connect(lambda where, what: wanted.append((where, what)))
    rows = [one for one in family.board.side.findChildren(QWidget) if one.accessibleName().startswith("诉求 ")]
    [row] = [one for one in rows if one.isVisible()]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    row.setFocus()
    press("Return", row)
    assert wanted == [("appeals", matter_of(desk.ledger).id)] * 2


def test_holds_at_911_by_512(desk: Desk, page: BuildingPage) -> None:
    desk.window.resize(911, 512)
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= page.width()
    assert not page.head.new.isVisible()
    assert page.board.elevation.viewport().width() > 240
