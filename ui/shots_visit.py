"""Pictures of 走访 and 记走访: the list, one to correct, the door asked for, the form empty, filled and found again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from minqing.actions.visit_drafts import CaughtAppeal, VisitDraft, drop_visit_draft, keep_visit_draft
from minqing.work.visit_list import HouseholdFile, household_files
from ui.app import Desk
from ui.dialogs.door_finder import DoorFinder
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.visits import VisitsPage

_SAID = (
    "老两口在家，精神不错。上月去医院看了膝盖，医生让少爬楼。说单元门口的垃圾桶两天没清，厨余和其他混在一起；"
    "另外门禁刷卡常没反应，晚上要等人开门。儿媳预产期在 1 月，提醒了建册和补贴；儿子年底回来，想问孩子寒假托管。"
)


def visit_shots(desk: Desk, take: Callable[[QWidget, str], None]) -> None:
    """Take them all on the sample book; leaves it as it was."""
    window = desk.window
    file = max(household_files(desk.ledger), key=_weight)
    page = window.show_page("visits")
    assert isinstance(page, VisitsPage)
    take(window, "走访")
    page.edit()
    take(window, "走访-改记录")
    _close(window)
    page.add()
    for finder in window.findChildren(DoorFinder):
        finder.search.setText(file.name[:1])
        finder.look()
        take(finder, "记走访-哪一户")
        finder.close()
    drawer = _open(desk, file)
    take(window, "记走访-空")
    _fill(drawer, file)
    take(window, "记走访-填好")
    drawer.dismiss()
    _found_again(desk, file, take)
    _narrow(desk, file, take)


def _weight(file: HouseholdFile) -> tuple[int, int, str]:
    return bool(file.care_groups) + bool(file.open_appeals), len(file.living), file.household.id


def _open(desk: Desk, file: HouseholdFile) -> VisitDrawer:
    drawer = VisitDrawer(desk.window, desk.session, file)
    drawer.open()
    return drawer


def _fill(drawer: VisitDrawer, file: HouseholdFile) -> None:
    people = tuple(one.name for one in file.living[:2])
    drawer.enter({"said": _SAID, "met": people, "visitors": ("陈×",), "told": ("医保缴费", "反诈")})
    drawer.catch()
    drawer.appeals.begin("单元门禁刷卡没反应，晚上要等人开门")
    drawer.choose_next()
    drawer.keep_draft()


def _found_again(desk: Desk, file: HouseholdFile, take: Callable[[QWidget, str], None]) -> None:
    caught = (CaughtAppeal("单元门口垃圾桶两天没清，厨余混投", "垃圾分类"),)
    keep_visit_draft(desk.ledger, VisitDraft(file.household, {"said": _SAID[:40], "result": "见面"}, caught))
    page = desk.window.show_page("visits")
    page.refresh()
    take(desk.window, "走访-有没写完的")
    drawer = _open(desk, file)
    take(desk.window, "记走访-找回草稿")
    drawer.dismiss()
    drop_visit_draft(desk.ledger, file.household)
    page.refresh()


def _narrow(desk: Desk, file: HouseholdFile, take: Callable[[QWidget, str], None]) -> None:
    usual = desk.window.size()
    desk.window.resize(911, 512)
    take(desk.window, "走访-窄窗口")
    drawer = _open(desk, file)
    take(desk.window, "记走访-窄窗口")
    drawer.dismiss()
    desk.window.resize(usual)


def _close(window: QWidget) -> None:
    from ui.widgets.drawer import Drawer

    for drawer in window.findChildren(Drawer):
        drawer.dismiss()
