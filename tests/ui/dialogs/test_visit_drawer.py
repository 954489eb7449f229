"""记走访: by keyboard from the result to the saved visit, and nothing that was typed is lost on the way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from minqing.actions.records import remove_records, save_records
from minqing.actions.visit_drafts import CaughtAppeal
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.records.visit import Visit
from minqing.work.next_visit import next_visit_picks
from minqing.work.plan import usual_care
from minqing.work.visit_list import household_file
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, drawer_of, drawers, focused, line, press, typed, words, write
from tests.ui.sample_book import DOOR, HEAD, MATTER, PHONE, TODAY, WIFE, family_of, member_of
from ui.dialogs.visit_drawer import VisitDrawer
from ui.notices import SAVE_QUESTION
from ui.session import Session
from ui.widgets.choice_inputs import ManyInput
from ui.widgets.text import ElidedLabel

SAID = "老两口身体都好，问了医保缴费。"


def open_drawer(window: QWidget, session: Session, household: str) -> VisitDrawer:
    file = household_file(session.ledger, household)
    assert file is not None
    made = VisitDrawer(window, session, file)
    made.open()
    return made


@pytest.fixture
def drawer(shown_window: QWidget, session: Session) -> VisitDrawer:
    return open_drawer(shown_window, session, family_of(session.ledger).id)


def todays(ledger: Ledger) -> list[Visit]:
    return ledger.records(Visit, household=family_of(ledger).id, visited_on=TODAY)


def many(drawer: VisitDrawer, name: str) -> ManyInput:
    found = drawer._top.input(name)
    assert isinstance(found, ManyInput)
    return found


def test_says_whom_one_stands_before(drawer: VisitDrawer) -> None:
    said = words(drawer)
    assert f"{DOOR}\n{HEAD}" in said
    assert "见面" in said
    told = [one.text() for one in drawer.findChildren(ElidedLabel)]
    assert f"问起加装电梯的进展；{MATTER} 1 件未结" in told


def test_begins_with_what_is_usual(drawer: VisitDrawer) -> None:
    values = drawer._top.values()
    assert (values["result"], values["visitors"]) == ("见面", ())
    assert values["visited_on"] == TODAY
    assert not drawer.dirty
    assert drawer._top.input("result").isAncestorOf(focused())


@pytest.mark.parametrize(
    ("key", "result"), [("2", "无人"), ("3", "拒访"), ("4", "电话"), ("5", "已搬走"), ("6", "改约")]
)
def test_digits_choose_the_result(drawer: VisitDrawer, key: str, result: str) -> None:
    press(key)
    assert drawer._top.values()["result"] == result


def test_saves_all_of_it(drawer: VisitDrawer, session: Session, notices: SpokenNotices) -> None:
    write(SAID, line(drawer, "民情记录"))
    times = [one for one in drawer.findChildren(QLineEdit) if one.placeholderText() == "时:分"]
    write("15:20", times[0])
    many(drawer, "met").set_value((HEAD, WIFE))
    drawer._below.set_values({"told": ("医保缴费",)})
    click(drawer, "一个月后")
    press("Ctrl+S")
    [visit] = todays(session.ledger)
    assert visit.said == SAID
    assert (visit.met, visit.told) == ((HEAD, WIFE), ("医保缴费",))
    assert f"{visit.visited_at:%H:%M}" == "15:20"
    picks = {pick.label: pick.day for pick in next_visit_picks(TODAY)}
    assert visit.next_on == picks["一个月后"]
    assert (visit.way, visit.visitors) == ("入户", ("罗×",))
    assert notices.said == [f"已记录 {DOOR} 的走访"]
    assert not drawer.isVisible()


def test_appeals_come_along_with_what_is_known_of_the_head(drawer: VisitDrawer, session: Session) -> None:
    for title in ("单元门关不严", "楼上漏水"):
        write(title, drawer.appeals.edit)
        press("Return")
    write("想办老年证", drawer.appeals.edit)
    press("Ctrl+S")
    [visit] = todays(session.ledger)
    made = session.ledger.records(Appeal, visit=visit.id)
    assert [one.title for one in made] == ["单元门关不严", "楼上漏水", "想办老年证"]
    assert {one.reporter for one in made} == {HEAD}
    assert {one.reporter_phone for one in made} == {(PHONE,)}
    assert {one.source for one in made} == {"走访"}
    assert len({one.number for one in made}) == 3
    assert all(one.due_on and one.due_on > TODAY for one in made)
    assert [one.who for one in session.ledger.records(Step, appeal=made[0].id)] == ["罗×"]


def test_the_visit_and_its_appeals_are_one_change(
    drawer: VisitDrawer, session: Session, notices: SpokenNotices
) -> None:
    before = session.ledger.count(Appeal)
    write("单元门关不严", drawer.appeals.edit)
    press("Ctrl+S")
    assert session.ledger.count(Appeal) == before + 1
    notices.undos[0]()
    assert session.ledger.count(Appeal) == before
    assert todays(session.ledger) == []


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("时间", "", "“走访日期”没有填。请补上。"),
        ("时间", "2024.13.8", "日期无法识别：2024.13.8"),
        ("下次走访", "2020-01-01", "“下次走访日期”早于“走访日期”。"),
    ],
)
def test_a_bad_day_is_told_under_its_line(
    drawer: VisitDrawer, session: Session, name: str, text: str, sentence: str
) -> None:
    write(SAID, line(drawer, "民情记录"))
    write("单元门关不严", drawer.appeals.edit)
    if name == "下次走访":
        click(drawer, "自定")
    write(text, line(drawer, name))
    press("Ctrl+S")
    assert drawer.isVisible()
    assert sentence in words(drawer)
    assert focused() is line(drawer, name)
    assert typed(drawer, "民情记录") == SAID
    assert drawer.appeals.drafts() == [CaughtAppeal("单元门关不严")]
    assert todays(session.ledger) == []
    write(TODAY.isoformat(), line(drawer, name))
    press("Ctrl+S")
    assert len(todays(session.ledger)) == 1


@pytest.mark.parametrize("name", ["met", "visitors"])
def test_a_name_still_in_its_line_is_saved_too(drawer: VisitDrawer, session: Session, name: str) -> None:
    field = many(drawer, name)
    QApplication.processEvents()
    QTest.mouseClick(field.adder, Qt.MouseButton.LeftButton)
    write("外甥女", field.typed)
    assert drawer.dirty
    press("Ctrl+S")
    [visit] = todays(session.ledger)
    assert "外甥女" in getattr(visit, name)


@pytest.mark.parametrize(("answer", "open_after", "saved"), [("stay", True, 0), ("drop", False, 0), ("save", False, 1)])
def test_escape_asks_about_what_was_entered(
    drawer: VisitDrawer, session: Session, notices: SpokenNotices, *, answer: str, open_after: bool, saved: int
) -> None:
    write("单元门关不严", drawer.appeals.edit)
    notices.answers = [answer]
    press("Esc")
    assert notices.said[0] == SAVE_QUESTION
    assert drawer.isVisible() is open_after
    assert len(todays(session.ledger)) == saved


def test_escape_closes_what_is_untouched(drawer: VisitDrawer, notices: SpokenNotices) -> None:
    press("Esc")
    assert not drawer.isVisible()
    assert notices.said == []


def test_a_household_that_is_gone_leaves_the_text(
    shown_window: QWidget, session: Session, notices: SpokenNotices
) -> None:
    lonely = save_records(session.ledger, [Household(estate="生活桥小区", building="9", room="901")], label="登记")
    drawer = open_drawer(shown_window, session, lonely.added[0])
    write(SAID, line(drawer, "民情记录"))
    remove_records(session.ledger, lonely.added, label="删除")
    press("Ctrl+S")
    assert "已经不在账本里" in notices.said[-1]
    assert drawer.isVisible()
    assert drawer.save_button.isEnabled()
    assert typed(drawer, "民情记录") == SAID


def test_those_who_left_are_not_offered(shown_window: QWidget, session: Session) -> None:
    gone = member_of(session.ledger, WIFE).with_values({"status": "去世"})
    save_records(session.ledger, [gone], label="去世")
    drawer = open_drawer(shown_window, session, family_of(session.ledger).id)
    offered = [pick.choice.value for pick in many(drawer, "met").row.picks]
    assert offered == [HEAD]


def test_a_day_without_a_year_is_of_this_year(drawer: VisitDrawer, session: Session) -> None:
    write("1月2日", line(drawer, "时间"))
    press("Ctrl+S")
    assert session.ledger.records(Visit, visited_on=date(TODAY.year, 1, 2))


TROUBLE = "老两口身体都好。单元门口的垃圾桶两天没清，另外楼道灯不亮。"


def settle(drawer: VisitDrawer) -> None:
    """The keys have come to rest."""
    drawer._look.stop()
    drawer.look_for_matters()
    drawer._keeper.keep()
    QApplication.processEvents()


def test_a_digit_leads_on_to_the_text(drawer: VisitDrawer) -> None:
    press("1")
    assert focused() is line(drawer, "民情记录")


def test_a_call_is_a_way_of_meeting(drawer: VisitDrawer, session: Session) -> None:
    press("4")
    press("Ctrl+S")
    [visit] = todays(session.ledger)
    assert (visit.way, visit.result) == ("电话", "见面")


def test_what_sounds_like_an_appeal_is_proposed_only(drawer: VisitDrawer, session: Session) -> None:
    write(TROUBLE, line(drawer, "民情记录"))
    settle(drawer)
    assert "文中找到 2 处像诉求，列在下方" in words(drawer)
    press("Ctrl+S")
    assert session.ledger.records(Appeal, visit=todays(session.ledger)[0].id) == []


def test_one_key_takes_a_proposal_over(drawer: VisitDrawer, session: Session) -> None:
    write(TROUBLE, line(drawer, "民情记录"))
    press("Ctrl+J")
    press("Ctrl+J")
    press("Ctrl+S")
    made = session.ledger.records(Appeal, visit=todays(session.ledger)[0].id)
    assert [(one.title, one.category) for one in made] == [
        ("单元门口的垃圾桶两天没清", "垃圾分类"),
        ("楼道灯不亮", "照明"),
    ]


def test_selected_words_go_to_the_line(drawer: VisitDrawer) -> None:
    write("隔壁养了三只猫", line(drawer, "民情记录"))
    press("Ctrl+A")
    press("Ctrl+J")
    assert drawer.appeals.edit.text() == "隔壁养了三只猫"
    assert focused() is drawer.appeals.edit
    press("Return")
    assert [one.title for one in drawer.appeals.drafts()] == ["隔壁养了三只猫"]


def test_who_came_along_today_is_there_again(shown_window: QWidget, session: Session) -> None:
    other = next(one for one in session.ledger.records(Household) if one.door != DOOR)
    earlier = Visit(household=other.id, visited_on=TODAY, result="见面", visitors=("罗×", "陈×"))
    save_records(session.ledger, [earlier], label="记录走访")
    drawer = open_drawer(shown_window, session, family_of(session.ledger).id)
    assert "网格员 陈×" in [pick.choice.label for pick in many(drawer, "visitors").row.picks]
    assert drawer._top.values()["visitors"] == ("陈×",)
    assert not drawer.dirty
    press("Ctrl+S")
    [visit] = todays(session.ledger)
    assert visit.visitors == ("罗×", "陈×")


def test_next_visits_are_working_days_and_follow_the_care_group(shown_window: QWidget, session: Session) -> None:
    alone = member_of(session.ledger, HEAD).with_values({"care_groups": ("独居老人",)})
    save_records(session.ledger, [alone], label="重点人群")
    drawer = open_drawer(shown_window, session, family_of(session.ledger).id)
    picks = next_visit_picks(TODAY, ("独居老人",), usual_care())
    click(drawer, "独居老人 30 天")
    assert drawer._below.values()["next_on"] == picks[-1].day
    assert picks[-1].why in words(drawer)
    write("前天", line(drawer, "时间"))
    press("Tab")
    earlier = next_visit_picks(TODAY - timedelta(days=2), ("独居老人",), usual_care())
    assert drawer._next._offered == earlier


def test_saving_goes_on_to_the_next_door(shown_window: QWidget, session: Session, notices: SpokenNotices) -> None:
    route = [one for one in sorted(session.ledger.records(Household), key=lambda one: one.walking_order)
             if not one.vacant]  # fmt: skip
    went: list[str] = []
    file = household_file(session.ledger, route[0].id)
    assert file is not None
    VisitDrawer(shown_window, session, file, went_on=lambda one: went.append(one.household.door)).open()
    for number in range(2):
        press("2")
        press("Ctrl+Return")
        assert notices.said[-1] == f"已记录 {route[number].door} 的走访"
        drawer = drawer_of(shown_window, VisitDrawer)
        assert route[number + 1].door in words(drawer)
        assert drawer._top.input("result").isAncestorOf(focused())
    assert went == [route[1].door, route[2].door]
    assert session.ledger.count(Visit, visited_on=TODAY, result="无人") >= 2


def test_after_the_last_door_there_is_none(shown_window: QWidget, session: Session) -> None:
    last = max(session.ledger.records(Household), key=lambda one: one.walking_order)
    open_drawer(shown_window, session, last.id)
    press("Ctrl+Return")
    assert drawers(shown_window) == []
    assert session.ledger.count(Visit, household=last.id, visited_on=TODAY) == 1


def test_another_way_through_the_building(shown_window: QWidget, session: Session) -> None:
    files = [household_file(session.ledger, one.id) for one in session.ledger.records(Household)[:2]]
    first, second = files
    assert first is not None
    VisitDrawer(shown_window, session, first, following=lambda _: second).open()
    press("Ctrl+Return")
    assert second is not None
    assert second.household.door in words(drawer_of(shown_window, VisitDrawer))


def test_enter_while_composing_saves_nothing(drawer: VisitDrawer, session: Session) -> None:
    edit = line(drawer, "民情记录")
    edit.setFocus()
    QApplication.sendEvent(edit, QInputMethodEvent("lao liang kou", []))
    settle(drawer)
    assert todays(session.ledger) == []
    assert drawer.isVisible()


def test_tab_follows_the_eye(drawer: VisitDrawer) -> None:
    seen = [focused()]
    for _ in range(10):
        press("Tab")
        seen.append(focused())
    tops = [one.mapTo(drawer, QPoint(0, 0)).y() for one in seen]
    assert tops == sorted(tops)
    places = [line(drawer, name) for name in ("时间", "钟点", "民情记录", "诉求事项")]
    assert [one for one in seen if one in places] == places


@pytest.mark.parametrize(("size", "width"), [((1366, 768), 620), ((911, 512), 420)])
def test_the_list_stays_visible_beside_it(
    shown_window: QWidget, session: Session, size: tuple[int, int], width: int
) -> None:
    shown_window.resize(*size)
    drawer = open_drawer(shown_window, session, family_of(session.ledger).id)
    QApplication.processEvents()
    assert drawer.sheet_width == width
    right = shown_window.width()
    for button in (drawer.save_button, drawer.next_button):
        edge = button.mapTo(shown_window, QPoint(0, 0)).x()
        assert edge >= right - width
        assert edge + button.width() <= right
    drawer.set_note("草稿已存 15:21")
    assert drawer._foot.minimumSizeHint().width() <= width
    for tile in drawer._result.row.picks:
        assert tile.mapTo(shown_window, QPoint(tile.width(), 0)).x() <= right - 18
