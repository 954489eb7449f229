"""记走访, kept while it is written: a crash loses nothing, what was given up is gone, nothing of it is a change."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from minqing.actions.visit_drafts import CaughtAppeal, VisitDraft, visit_drafts
from minqing.ledger import Ledger
from minqing.records.visit import Visit
from minqing.work.next_visit import next_visit_picks
from minqing.work.visit_list import household_file
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, line, press, typed, words, write
from tests.ui.sample_book import TODAY, family_of
from ui.dialogs.visit_aids import CRASHED, LEFT, VisitAids
from ui.dialogs.visit_drawer import VisitDrawer
from ui.session import Session

SAID = "老两口身体都好，问了医保缴费。"


def open_drawer(window: QWidget, session: Session) -> VisitDrawer:
    file = household_file(session.ledger, family_of(session.ledger).id)
    assert file is not None
    made = VisitDrawer(window, session, file)
    made.open()
    return made


@pytest.fixture
def drawer(shown_window: QWidget, session: Session) -> VisitDrawer:
    return open_drawer(shown_window, session)


def todays(ledger: Ledger) -> list[Visit]:
    return ledger.records(Visit, household=family_of(ledger).id, visited_on=TODAY)


def settle(drawer: VisitDrawer) -> None:
    """The keys have come to rest."""
    drawer._keeper.keep()
    QApplication.processEvents()


def reopened(shown_window: QWidget, session: Session) -> VisitDrawer:
    """The same door, opened again as after a crash."""
    for one in shown_window.findChildren(VisitDrawer):
        one.dismiss()
    return open_drawer(shown_window, session)


@pytest.mark.parametrize("answer", ["stay", "save"])
def test_a_crash_loses_nothing(
    shown_window: QWidget, session: Session, drawer: VisitDrawer, notices: SpokenNotices, *, answer: str
) -> None:
    press("3")
    write(SAID)
    write("单元门关不严", drawer.appeals.edit)
    click(drawer, "两周后")
    settle(drawer)
    assert re.search(r"草稿已存 \d\d:\d\d", words(drawer))
    again = reopened(shown_window, session)
    assert CRASHED in words(again)
    assert typed(again, "民情记录") == SAID
    assert again._top.values()["result"] == "拒访"
    assert again.appeals.drafts() == [CaughtAppeal("单元门关不严")]
    assert again._below.values()["next_on"] == next_visit_picks(TODAY)[1].day
    notices.answers = [answer]
    press("Esc")
    assert again.isVisible() is (answer == "stay")
    assert len(visit_drafts(session.ledger)) == (answer == "stay")
    assert len(todays(session.ledger)) == (answer == "save")


def test_what_was_given_up_is_not_kept(drawer: VisitDrawer, session: Session, notices: SpokenNotices) -> None:
    write(SAID, line(drawer, "民情记录"))
    settle(drawer)
    assert len(visit_drafts(session.ledger)) == 1
    notices.answers = ["drop"]
    press("Esc")
    assert visit_drafts(session.ledger) == []


def test_what_was_taken_out_again_is_not_kept(drawer: VisitDrawer, session: Session) -> None:
    write(SAID, line(drawer, "民情记录"))
    settle(drawer)
    write("", line(drawer, "民情记录"))
    settle(drawer)
    assert visit_drafts(session.ledger) == []
    assert "草稿已存" not in words(drawer)


def test_keeping_is_no_change_and_ends_with_saving(drawer: VisitDrawer, session: Session) -> None:
    before = session.ledger.version
    write(SAID, line(drawer, "民情记录"))
    settle(drawer)
    assert session.ledger.version == before
    press("Ctrl+S")
    assert visit_drafts(session.ledger) == []
    assert session.ledger.version == before + 1


def test_a_moment_after_the_last_key_it_is_kept(qtbot: QtBot, drawer: VisitDrawer, session: Session) -> None:
    write(SAID, line(drawer, "民情记录"))
    assert visit_drafts(session.ledger) == []
    qtbot.waitUntil(lambda: bool(visit_drafts(session.ledger)), timeout=5000)


def test_a_found_draft_can_be_thrown_away(shown_window: QWidget, session: Session, drawer: VisitDrawer) -> None:
    write(SAID, line(drawer, "民情记录"))
    settle(drawer)
    again = reopened(shown_window, session)
    click(again, "丢开重写")
    assert typed(again, "民情记录") == ""
    assert not again.dirty
    assert visit_drafts(session.ledger) == []


def test_closing_the_window_keeps_what_is_written(shown_window: QWidget, session: Session, drawer: VisitDrawer) -> None:
    write(SAID, line(drawer, "民情记录"))
    shown_window.close()
    [draft] = visit_drafts(session.ledger)
    assert draft.left
    assert draft.entered["said"] == SAID
    shown_window.show()
    assert LEFT in words(reopened(shown_window, session))


def test_a_draft_found_while_something_is_typed_is_offered(drawer: VisitDrawer, session: Session) -> None:
    found = VisitDraft(family_of(session.ledger), {"said": "从前写的"})
    write(SAID, line(drawer, "民情记录"))
    drawer._take_aids(VisitAids(found, (), (), {}, ()))
    assert typed(drawer, "民情记录") == SAID
    click(drawer, "换成那一条")
    assert typed(drawer, "民情记录") == "从前写的"
