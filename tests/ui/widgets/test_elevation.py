"""The elevation by keyboard and mouse: like a spreadsheet, over holes, unit by unit; what it tells to readers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from minqing.records.appeal import Appeal
from minqing.records.building import Building
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.elevation import Door, Elevation, Site, elevation
from minqing.work.visit_list import HouseholdFile
from ui.widgets.elevation import ElevationView
from ui.widgets.elevation_model import ElevationModel, letter_of, spoken_door
from ui.widgets.elevation_paint import NARROWEST, column_plans

TODAY = date(2026, 11, 19)
SITE = Site("生活桥小区", "3")
SHAPE = Building(
    estate="生活桥小区", name="3", units=3, floors=7, doors_per_floor=2, exceptions=("1单元402", "2单元7层")
)


def family() -> HouseholdFile:
    home = Household(id="H1", estate="生活桥小区", building="3", unit="2", room="601", house_type="出租")
    head = Resident(id="R1", household="H1", name="秦守义", relation="户主", care_groups=("残疾人", "低保边缘"))
    visit = Visit(id="V1", household="H1", visited_on=TODAY - timedelta(days=99), result="见面")
    return HouseholdFile(home, (head,), (visit,), (Appeal(id="A1", household="H1", title="楼道灯不亮"),))


def building() -> Elevation:
    return elevation(SITE, SHAPE, [family()], TODAY)


@pytest.fixture
def view(qtbot: QtBot) -> ElevationView:
    made = ElevationView()
    qtbot.addWidget(made)
    made.resize(850, 540)
    made.set_building(building())
    made.show()
    made.go("3-2-601")
    return made


def here(view: ElevationView) -> str:
    assert view.current_door is not None
    return view.current_door.door.removeprefix("3栋").replace("单元", "-")


def marked(view: ElevationView) -> list[str]:
    return [door.door.removeprefix("3栋").replace("单元", "-") for door in view.marked]


def key(view: ElevationView, name: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view, name, held)


SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
K = Qt.Key


def test_model_keeps_the_rules(qtbot: QtBot, qtmodeltester: object) -> None:
    model = ElevationModel()
    model.set_building(building())
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_empty_model_keeps_the_rules(qtmodeltester: object) -> None:
    qtmodeltester.check(ElevationModel())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ([K.Key_Right], "2-602"),
        ([K.Key_Right, K.Key_Right], "3-601"),
        ([K.Key_Left], "1-602"),
        ([K.Key_Down], "2-501"),
        ([K.Key_Up], "2-601"),
        ([K.Key_Home], "1-601"),
        ([K.Key_End], "3-602"),
        ([K.Key_PageDown], "3-601"),
        ([K.Key_PageUp], "1-601"),
        ([K.Key_PageUp, K.Key_PageUp], "1-601"),
        ([K.Key_Left, K.Key_Down, K.Key_Down], "1-302"),
        ([K.Key_PageDown, K.Key_Up, K.Key_PageUp], "2-601"),
    ],
)
def test_keys_lead_from_door_to_door(view: ElevationView, keys: list[Qt.Key], place: str) -> None:
    for one in keys:
        key(view, one)
    assert here(view) == place
    assert marked(view) == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        (K.Key_Down, "2-101"),
        (K.Key_Right, "3-602"),
        (K.Key_Left, "1-601"),
        (K.Key_Home, "1-701"),
        (K.Key_End, "3-102"),
    ],
)
def test_with_ctrl_keys_go_to_the_edge(view: ElevationView, name: Qt.Key, place: str) -> None:
    key(view, name, CTRL)
    assert here(view) == place


def test_shift_and_arrows_mark_a_range_without_the_holes(view: ElevationView) -> None:
    view.go("3-1-501")
    key(view, K.Key_Down, SHIFT)
    key(view, K.Key_Right, SHIFT)
    assert here(view) == "2-401"
    assert marked(view) == ["1-501", "1-502", "2-501", "1-401", "2-401"]
    key(view, K.Key_Left, SHIFT)
    assert marked(view) == ["1-501", "1-401"]
    key(view, K.Key_Down)
    assert here(view) == "1-301"
    assert marked(view) == ["1-501", "1-401"]


def test_space_marks_single_doors(view: ElevationView) -> None:
    key(view, K.Key_Space)
    key(view, K.Key_Down)
    key(view, K.Key_Down)
    key(view, K.Key_Space)
    assert marked(view) == ["2-601", "2-401"]
    key(view, K.Key_Space)
    assert marked(view) == ["2-601"]


def test_ctrl_a_marks_what_the_filter_leaves(view: ElevationView) -> None:
    view.set_kept({"3-2-601", "3-1-101"})
    key(view, K.Key_A, CTRL)
    assert marked(view) == ["2-601", "1-101"]
    view.set_kept(None)
    key(view, K.Key_A, CTRL)
    assert len(marked(view)) == 42 - 3


def test_enter_opens_and_ctrl_enter_asks_for_the_next(qtbot: QtBot, view: ElevationView) -> None:
    opened: list[Door] = []
    view.opened.connect(opened.append)
    key(view, K.Key_Return)
    assert [door.door for door in opened] == ["3栋2单元601"]
    with qtbot.waitSignal(view.next_wanted, timeout=100):
        key(view, K.Key_Return, CTRL)
    assert len(opened) == 1


def test_first_key_takes_the_first_door_in_hand(qtbot: QtBot) -> None:
    view = ElevationView()
    qtbot.addWidget(view)
    key(view, K.Key_Down)
    assert view.current_door is None
    view.set_building(building())
    key(view, K.Key_Down)
    assert here(view) == "1-701"


def click(view: ElevationView, door: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = view.visualRect(view.doors_model.find(door)).topLeft() + QPoint(30, 30)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, place)


def test_mouse(view: ElevationView) -> None:
    click(view, "3-1-501")
    assert (here(view), marked(view)) == ("1-501", [])
    click(view, "3-1-502", CTRL)
    click(view, "3-3-502", CTRL)
    assert (here(view), marked(view)) == ("3-502", ["1-502", "3-502"])
    click(view, "3-1-301")
    assert (here(view), marked(view)) == ("1-301", [])


def test_a_refresh_keeps_the_place_and_the_marks(view: ElevationView) -> None:
    key(view, K.Key_Space)
    key(view, K.Key_Down)
    view.set_building(building())
    assert (here(view), marked(view)) == ("2-501", ["2-601"])
    assert not view.go("3-9-101")
    view.set_building(None)
    assert view.current_door is None


def test_readers_of_the_screen_hear_all_that_is_drawn(view: ElevationView) -> None:
    spoken = "3栋2单元601 秦守义，超90天，99 天前走访，未结诉求 1 件，残疾人，低保边缘，出租，残疾人：90 天一访"
    door = view.current_door
    assert door is not None
    assert spoken_door(door) == spoken
    table = QAccessible.queryAccessibleInterface(view)
    assert table.text(QAccessible.Text.Name) == "楼栋立面"
    index = view.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == index.data(Qt.ItemDataRole.ToolTipRole) == spoken
    model = view.doors_model
    assert model.headerData(0, Qt.Orientation.Vertical) == "7\u00a0层"
    assert model.headerData(5, Qt.Orientation.Horizontal) == "3单元 02"


def test_letters_of_groups_differ() -> None:
    assert [letter_of(group) for group in ("低保", "低保边缘", "失独家庭", "失能老人")] == ["低", "边", "失", "护"]


def test_a_building_as_drawn_fills_its_room(view: ElevationView) -> None:
    widths = [view.columnWidth(column) for column in range(6)]
    assert widths == [130, 144, 130, 144, 130, 130]
    assert view.maximumHeight() == 67 + 6 * 67 + 69


def test_cells_stay_readable_however_many(qtbot: QtBot) -> None:
    wide = elevation(SITE, SHAPE.with_values({"units": 8, "doors_per_floor": 4}), [], TODAY)
    view = ElevationView()
    qtbot.addWidget(view)
    view.resize(850, 540)
    view.set_building(wide)
    view.show()
    assert view.horizontalScrollBar().maximum() > 0
    cells = {view.columnWidth(n) - plan.left - plan.right - plan.gap for n, plan in enumerate(column_plans(wide))}
    assert cells == {NARROWEST}


def test_every_state_can_be_drawn(qtbot: QtBot, view: ElevationView) -> None:
    view.set_following("3-2-602")
    view.set_kept({"3-2-601"})
    key(view, K.Key_Space)
    assert not view.grab().isNull()
