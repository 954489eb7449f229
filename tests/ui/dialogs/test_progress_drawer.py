"""记进展: the steps that are allowed now, what is wrong under its line, and an appeal that moved on meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from minqing.actions.records import save_records
from minqing.ledger import Ledger
from minqing.records.appeal import STATES, Appeal, Step
from minqing.work.handling import ALLOWED
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import focused, line, press, typed, write
from tests.ui.sample_book import MATTER, TODAY, matter_of
from ui.dialogs.progress_drawer import ProgressDrawer
from ui.notices import SAVE_QUESTION
from ui.session import Session
from ui.widgets.choice_inputs import ChipsInput


def open_drawer(window: QWidget, session: Session, action: str = "") -> ProgressDrawer:
    made = ProgressDrawer(window, session, matter_of(session.ledger), action=action)
    made.open()
    return made


@pytest.fixture
def drawer(shown_window: QWidget, session: Session) -> ProgressDrawer:
    return open_drawer(shown_window, session)


def steps(ledger: Ledger) -> list[Step]:
    return ledger.records(Step, appeal=matter_of(ledger).id)


@pytest.mark.parametrize("state", STATES)
def test_only_what_is_allowed_is_offered(shown_window: QWidget, session: Session, state: str) -> None:
    appeal = Appeal(id="A-1", title=MATTER, state=state)
    made = ProgressDrawer(shown_window, session, appeal)
    chips = made._form.input("action")
    assert isinstance(chips, ChipsInput)
    assert tuple(pick.choice.value for pick in chips.row.picks) == ALLOWED[state]
    assert made._form.values()["action"] == ALLOWED[state][0]


def test_saves_the_step(drawer: ProgressDrawer, session: Session, notices: SpokenNotices) -> None:
    write("换了新锁芯", line(drawer, "说明"))
    press("Ctrl+S")
    step = steps(session.ledger)[-1]
    assert (step.action, step.happened_on, step.who, step.text) == ("办理", TODAY, "罗×", "换了新锁芯")
    assert matter_of(session.ledger).solution == "换了新锁芯"
    assert notices.said == ["已记下：办理"]


def test_a_day_before_the_registration_is_told(shown_window: QWidget, session: Session) -> None:
    drawer = open_drawer(shown_window, session, "办结")
    registered = matter_of(session.ledger).registered_on
    assert registered is not None
    write((registered - timedelta(days=1)).isoformat(), line(drawer, "日期"))
    write("已换锁", line(drawer, "说明"))
    press("Ctrl+S")
    assert drawer.isVisible()
    assert drawer._form.error("happened_on") == "“办结日期”早于“登记日期”。请核对这两个日期。"
    assert focused() is line(drawer, "日期")
    assert typed(drawer, "说明") == "已换锁"
    assert matter_of(session.ledger).state == "办理中"
    write(TODAY.isoformat(), line(drawer, "日期"))
    press("Ctrl+S")
    assert matter_of(session.ledger).state == "待回访"


@pytest.mark.parametrize(("text", "sentence"), [("", "“日期”没有填。请补上。"), ("13月1日", "日期无法识别：13月1日")])
def test_a_bad_day_is_told(drawer: ProgressDrawer, session: Session, text: str, sentence: str) -> None:
    write(text, line(drawer, "日期"))
    press("Ctrl+S")
    assert drawer._form.error("happened_on").startswith(sentence)
    assert len(steps(session.ledger)) == 1


def test_a_mood_belongs_to_the_call_back(drawer: ProgressDrawer, session: Session) -> None:
    drawer._form.set_values({"satisfaction": "满意"})
    press("Ctrl+S")
    assert drawer._form.error("satisfaction") == "满意度在“回访”或“评价”时填。"
    assert len(steps(session.ledger)) == 1


def test_an_appeal_that_moved_on_is_not_overwritten(
    drawer: ProgressDrawer, session: Session, notices: SpokenNotices
) -> None:
    write("换了新锁芯", line(drawer, "说明"))
    save_records(session.ledger, [matter_of(session.ledger).with_values({"handler": "街道"})], label="别处改了")
    press("Ctrl+S")
    assert "刚被改过" in notices.said[-1]
    assert drawer.isVisible()
    assert drawer.save_button.isEnabled()
    assert typed(drawer, "说明") == "换了新锁芯"
    assert len(steps(session.ledger)) == 1
    assert matter_of(session.ledger).handler == "街道"


def test_escape_asks_when_something_was_written(drawer: ProgressDrawer, notices: SpokenNotices) -> None:
    write("换了新锁芯", line(drawer, "说明"))
    notices.answers = ["stay", "drop"]
    press("Esc")
    assert drawer.isVisible()
    press("Esc")
    assert not drawer.isVisible()
    assert notices.said == [SAVE_QUESTION] * 2
