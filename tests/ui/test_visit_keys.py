"""The commonest acts by real keys, counted; and the visit that was being written when the power went."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from minqing.actions.visit_drafts import visit_drafts
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ui.conftest import SpokenNotices, compose
from tests.ui.hands import Keyboard, drawer_of, drawers, line, typed, words
from tests.ui.sample_book import DOOR, HEAD, PASSWORD, TODAY, WIFE, family_of, matter_of
from ui.app import Desk
from ui.dialogs.visit_aids import CRASHED
from ui.dialogs.visit_drawer import VisitDrawer
from ui.pages.home import HomePages

SAID = "老两口身体都好。单元门口的垃圾桶两天没清。"


@pytest.fixture
def hands() -> Keyboard:
    return Keyboard()


def todays(ledger: Ledger) -> Visit:
    [found] = ledger.records(Visit, household=family_of(ledger).id, visited_on=TODAY)
    return found


def test_the_shortest_way_from_the_list_of_visits(desk: Desk, hands: Keyboard) -> None:
    desk.window.show_page("visits")
    QApplication.processEvents()
    hands.press("Ctrl+N")
    hands.type("oylx")
    hands.press("Enter", "1")
    hands.say(SAID)
    hands.press("Ctrl+S")
    assert hands.count == 8
    assert todays(desk.ledger).said == SAID
    assert drawers(desk.window) == []


def test_nobody_at_home_at_the_next_door(desk: Desk, hands: Keyboard) -> None:
    desk.window.show_page("visits")
    QApplication.processEvents()
    hands.press("Ctrl+N", "Enter", "2", "Ctrl+S")
    assert hands.count == 4
    assert desk.ledger.count(Visit, visited_on=TODAY, result="无人") >= 1


def test_the_whole_of_it_from_the_households_page(desk: Desk, hands: Keyboard) -> None:
    """Who was met, what was said, an appeal with the class that was proposed, the next visit."""
    desk.go("household", family_of(desk.ledger).id)
    QApplication.processEvents()
    hands.press("Ctrl+N", "1")
    hands.say(SAID)
    hands.press("Shift+Tab", "Shift+Tab", "Space", "Ctrl+J", "Ctrl+R", "Ctrl+S")
    assert hands.count == 8
    visit = todays(desk.ledger)
    assert visit.said == SAID
    assert visit.met == (HEAD,)
    assert visit.next_on is not None
    [appeal] = desk.ledger.records(Appeal, visit=visit.id)
    assert (appeal.title, appeal.category) == ("单元门口的垃圾桶两天没清", "垃圾分类")


def test_the_page_behind_follows_to_the_next_door(desk: Desk, hands: Keyboard) -> None:
    from minqing.records.household import Household

    route = [one for one in sorted(desk.ledger.records(Household), key=lambda one: one.walking_order)
             if not one.vacant]  # fmt: skip
    desk.go("household", route[0].id)
    QApplication.processEvents()
    hands.press("Ctrl+N", "2", "Ctrl+Enter")
    assert route[1].door in words(drawer_of(desk.window, VisitDrawer))
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    assert home.one._name.text() == route[1].door


def test_a_member_is_added_from_the_households_page(desk: Desk, hands: Keyboard) -> None:
    """To the button, the name, the relation, saved; what else is known of a person follows the same Tab."""
    desk.go("household", family_of(desk.ledger).id)
    QApplication.processEvents()
    hands.press("Shift+Tab", "Shift+Tab", "Enter")
    hands.say("欧阳×")
    hands.press("Tab")
    hands.say("孙子")
    hands.press("Ctrl+S")
    assert hands.count == 5
    [made] = desk.ledger.records(Resident, name="欧阳×")
    assert (made.household, made.relation, made.status) == (family_of(desk.ledger).id, "孙子", "在住")
    assert drawers(desk.window) == []


@pytest.mark.parametrize("door", ["9-1-301", "oylx"])
def test_a_home_is_found_and_opened_from_anywhere(desk: Desk, hands: Keyboard, door: str) -> None:
    desk.window.show_page("today")
    QApplication.processEvents()
    hands.press("Ctrl+K")
    hands.type(door)
    hands.press("Enter")
    assert hands.count == 2 + len(door)
    home = desk.window.current_page
    assert isinstance(home, HomePages)
    assert home.one._name.text() == DOOR
    assert home.one.isAncestorOf(hands.here)


def test_a_step_of_the_appeal_that_presses_most(desk: Desk, hands: Keyboard) -> None:
    desk.window.show_page("today")
    QApplication.processEvents()
    hands.press("Ctrl+5", "Enter")
    hands.say("物业明天换锁")
    hands.press("Ctrl+S")
    assert hands.count == 3
    steps = desk.ledger.records(Step, appeal=matter_of(desk.ledger).id)
    assert (steps[-1].action, steps[-1].text) == ("办理", "物业明天换锁")


@pytest.fixture
def after_a_crash(book: Path, qtbot: QtBot, notices: SpokenNotices) -> Iterator[Desk]:
    """The book as a killed program left it: copied while it was open, its draft written, nothing closed."""
    with Ledger.open(book, PASSWORD) as ledger:
        first = Desk(ledger, inline=True)
        qtbot.addWidget(first.window)
        first.window.show_page("home")
        first.window.show()
        first.go("household", family_of(ledger).id)
        QApplication.processEvents()
        first.window.current_page.front.shortcuts["Ctrl+N"]()  # type: ignore[union-attr]
        drawer = drawer_of(first.window, VisitDrawer)
        compose(line(drawer, "民情记录"), SAID)
        drawer._keeper.keep()
        left = book.parent / "断电"
        left.mkdir()
        for file in book.parent.glob(f"{book.name}*"):
            (left / file.name).write_bytes(file.read_bytes())
        drawer._keeper.finish()
        ledger._changed = False
    with Ledger.open(left / book.name, PASSWORD) as again:
        made = Desk(again, inline=True)
        made.session.notices = notices
        qtbot.addWidget(made.window)
        made.window.show_page("home")
        made.window.show()
        yield made
        again._changed = False


def test_the_next_start_brings_it_back(after_a_crash: Desk) -> None:
    desk = after_a_crash
    desk.offer_begun()
    QApplication.processEvents()
    drawer = drawer_of(desk.window, VisitDrawer)
    assert CRASHED in words(drawer)
    assert DOOR in words(drawer)
    assert typed(drawer, "民情记录") == SAID
    assert WIFE in {pick.choice.value for pick in drawer._top.input("met").row.picks}  # type: ignore[attr-defined]
    drawer.save()
    assert todays(desk.ledger).said == SAID
    assert visit_drafts(desk.ledger) == []
    assert drawers(desk.window) == []


def test_a_start_after_an_ordinary_end_opens_nothing(desk: Desk) -> None:
    desk.offer_begun()
    assert drawers(desk.window) == []
