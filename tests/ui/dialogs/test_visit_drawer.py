"""记走访: by keyboard from the result to the saved visit, and nothing that was typed is lost on the way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from minqing.actions.records import remove_records, save_records
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.records.visit import Visit
from minqing.work.visit_list import household_file
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, focused, line, press, typed, words, write
from tests.ui.sample_book import DOOR, HEAD, PHONE, TODAY, WIFE, family_of, member_of
from ui.dialogs.visit_drawer import VisitDrawer
from ui.notices import SAVE_QUESTION
from ui.session import Session
from ui.widgets.choice_inputs import ManyInput

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
    assert f"{DOOR}　{HEAD}" in said
    assert "见面　问起加装电梯的进展。" in said
    assert "未结诉求 1 件" in said


def test_begins_with_what_is_usual(drawer: VisitDrawer) -> None:
    values = drawer._top.values()
    assert (values["result"], values["way"], values["visitors"]) == ("见面", "入户", ("罗×",))
    assert values["visited_on"] == TODAY
    assert not drawer.dirty
    assert drawer._top.input("result").isAncestorOf(focused())


@pytest.mark.parametrize(("key", "result"), [("2", "无人"), ("3", "拒访"), ("4", "改约"), ("5", "已搬走")])
def test_digits_choose_the_result(drawer: VisitDrawer, key: str, result: str) -> None:
    press(key)
    assert drawer._top.values()["result"] == result


def test_saves_all_of_it(drawer: VisitDrawer, session: Session, notices: SpokenNotices) -> None:
    write(SAID, line(drawer, "民情记录"))
    times = [one for one in drawer.findChildren(QLineEdit) if one.placeholderText() == "时:分"]
    write("15:20", times[0])
    many(drawer, "met").set_value((HEAD, WIFE))
    drawer._below.set_values({"told": ("医保缴费",)})
    click(drawer, "+30天")
    press("Ctrl+Return")
    [visit] = todays(session.ledger)
    assert visit.said == SAID
    assert (visit.met, visit.told) == ((HEAD, WIFE), ("医保缴费",))
    assert f"{visit.visited_at:%H:%M}" == "15:20"
    assert visit.next_on == TODAY + timedelta(days=30)
    assert notices.said == [f"已记录 {DOOR} 的走访"]
    assert not drawer.isVisible()


def test_appeals_come_along_with_what_is_known_of_the_head(drawer: VisitDrawer, session: Session) -> None:
    for title in ("单元门关不严", "楼上漏水"):
        write(title, drawer.appeals.edit)
        press("Return")
    write("想办老年证", drawer.appeals.edit)
    press("Ctrl+Return")
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
    press("Ctrl+Return")
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
    write(text, line(drawer, name))
    press("Ctrl+Return")
    assert drawer.isVisible()
    assert sentence in words(drawer)
    assert focused() is line(drawer, name)
    assert typed(drawer, "民情记录") == SAID
    assert drawer.appeals.drafts() == [("单元门关不严", drawer.appeals.drafts()[0][1])]
    assert todays(session.ledger) == []
    write(TODAY.isoformat(), line(drawer, name))
    press("Ctrl+Return")
    assert len(todays(session.ledger)) == 1


@pytest.mark.parametrize("name", ["met", "visitors"])
def test_a_name_still_in_its_line_is_saved_too(drawer: VisitDrawer, session: Session, name: str) -> None:
    field = many(drawer, name)
    QTest.mouseClick(field.adder, Qt.MouseButton.LeftButton)
    write("外甥女", field.typed)
    assert drawer.dirty
    press("Ctrl+Return")
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
    press("Ctrl+Return")
    assert "没有编号为" in notices.said[-1]
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
    press("Ctrl+Return")
    assert session.ledger.records(Visit, visited_on=date(TODAY.year, 1, 2))
