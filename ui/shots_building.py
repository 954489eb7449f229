"""Pictures of 楼栋: whole, filtered, listed, several doors selected, a new building, its papers, nothing yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui.app import Desk
from ui.dialogs.building_drawer import BuildingDrawer
from ui.dialogs.building_print import WALK, BuildingPrint
from ui.pages.building import BuildingPage

Take = Callable[[QWidget, str], None]


def building_shots(desk: Desk, take: Take) -> None:
    """Take them all; the window is as it was afterwards, and so is the book."""
    window = desk.window
    page = window.show_page("building")
    assert isinstance(page, BuildingPage)
    window.show()
    page.open("3")
    board = page.board
    busiest = max(board.route, key=lambda door: (len(door.open_appeals), len(door.care_groups), door.days or 0))
    board.hold(busiest.key)
    take(window, "楼栋")
    board.filters.choose("overdue")
    take(window, "楼栋-超期未访")
    board.filters.choose("all")
    board.elevation.mark_all([door.key for door in board.route[8:13]])
    take(window, "楼栋-选中几户")
    board.clear_marks()
    page.head.shape.select("list")
    take(window, "楼栋-列表")
    page.head.shape.select("elevation")
    window.resize(911, 512)
    take(window, "楼栋-窄")
    window.resize(1366, 768)
    _papers(page, take)
    _shape(desk, page, take)


def _papers(page: BuildingPage, take: Take) -> None:
    page.print_elevation()
    for preview in page.window().findChildren(BuildingPrint):
        take(preview, "楼栋-立面图")
        preview.scope.set_value(WALK)
        take(preview, "楼栋-走访清单")
        preview.close()


def _shape(desk: Desk, page: BuildingPage, take: Take) -> None:
    """A building of which only the shape is known, taken back afterwards."""
    page.new_building()
    for drawer in page.window().findChildren(BuildingDrawer):
        for name, text in (("name", "12"), ("units", "2"), ("floors", "6"), ("doors_per_floor", "2")):
            drawer.form.input(name).set_value(text)
        drawer.form.changed.emit()
        take(page.window(), "楼栋-新建")
        drawer.save()
    take(page.window(), "楼栋-还没有登记住户")
    desk.session.undo()
