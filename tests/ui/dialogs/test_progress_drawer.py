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
from ui.widgets.choice_inputs import ChipsInput, ComboInput


def open_drawer(window: QWidget, session: Session, action: str = "") -> ProgressDrawer:
    made = ProgressDrawer(window, session, matter_of(session.ledger), action=action)
    made.open()
    return made


def remove_matter(ledger: Ledger) -> None:
    """As undoing its registration does."""
    appeal = matter_of(ledger)
    with ledger.change("撤销登记") as tx:
        for step in ledger.records(Step, appeal=appeal.id):
            tx.remove(step.id)
        tx.remove(appeal.id)


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


def test_a_mood_belongs_to_the_call_back(shown_window: QWidget, session: Session) -> None:
    save_records(session.ledger, [matter_of(session.ledger).with_values({"state": "待回访"})], label="办结")
    drawer = open_drawer(shown_window, session, "退回")
    drawer._form.set_values({"satisfaction": "满意"})
    press("Ctrl+S")
    assert drawer._form.error("satisfaction") == "满意度在“回访”或“评价”时填。"
    assert len(steps(session.ledger)) == 1


def test_only_what_the_steps_ask_for_is_asked(shown_window: QWidget, session: Session) -> None:
    drawer = open_drawer(shown_window, session)
    assert "handler" in drawer._form.values()
    assert "satisfaction" not in drawer._form.values()
    save_records(session.ledger, [matter_of(session.ledger).with_values({"state": "待回访"})], label="办结")
    later = open_drawer(shown_window, session)
    assert "handler" not in later._form.values()
    assert "satisfaction" in later._form.values()


def test_handing_over_asks_to_whom(shown_window: QWidget, session: Session) -> None:
    drawer = open_drawer(shown_window, session, "交办")
    press("Ctrl+S")
    assert drawer._form.error("handler") == "请填交给哪个单位或哪个人。"
    drawer._form.set_values({"action": "办理"})
    whom = drawer._form.input("handler")
    assert isinstance(whom, ComboInput)
    write("城管中队", whom.edit)
    press("Ctrl+S")
    assert drawer._form.error("handler") == "交给谁在“交办”“吹哨”“上报”时填。"
    drawer._form.set_values({"action": "交办"})
    press("Ctrl+S")
    assert matter_of(session.ledger).handler == "城管中队"
    assert steps(session.ledger)[-1].text == "交给城管中队"


def test_an_appeal_that_moved_on_is_shown_as_it_is_and_nothing_typed_is_lost(
    drawer: ProgressDrawer, session: Session, notices: SpokenNotices
) -> None:
    write("换了新锁芯", line(drawer, "说明"))
    save_records(session.ledger, [matter_of(session.ledger).with_values({"handler": "街道"})], label="别处改了")
    press("Ctrl+S")
    assert notices.said[-1] == ("诉求刚在别处改过，这一步还没有记下。这里已换成现在的样子，填的都在，请核对后再保存。")
    assert drawer.isVisible()
    assert typed(drawer, "说明") == "换了新锁芯"
    assert len(steps(session.ledger)) == 1
    press("Ctrl+S")
    assert not drawer.isVisible()
    now = matter_of(session.ledger)
    assert (now.handler, now.solution, len(steps(session.ledger))) == ("街道", "换了新锁芯", 2)


def test_what_was_typed_still_counts_as_not_saved(
    drawer: ProgressDrawer, session: Session, notices: SpokenNotices
) -> None:
    write("换了新锁芯", line(drawer, "说明"))
    save_records(session.ledger, [matter_of(session.ledger).with_values({"state": "待回访"})], label="别处办结了")
    press("Ctrl+S")
    assert drawer._form.values()["action"] == "回访"
    notices.answers = ["stay"]
    press("Esc")
    assert notices.said[-1] == SAVE_QUESTION
    assert typed(drawer, "说明") == "换了新锁芯"


def test_an_appeal_that_is_gone_is_told(drawer: ProgressDrawer, session: Session, notices: SpokenNotices) -> None:
    write("换了新锁芯", line(drawer, "说明"))
    remove_matter(session.ledger)
    press("Ctrl+S")
    assert notices.said[-1].startswith("要记的诉求已不在账本里，可能刚被撤销登记。这一步没有记下")
    assert drawer.isVisible()
    assert not drawer.save_button.isEnabled()
    assert typed(drawer, "说明") == "换了新锁芯"
    assert session.ledger.count(Step, text="换了新锁芯") == 0


def test_a_disk_that_takes_nothing_loses_nothing(
    drawer: ProgressDrawer, session: Session, notices: SpokenNotices
) -> None:
    write("换了新锁芯", line(drawer, "说明"))
    session.ledger._connection.run("PRAGMA query_only = ON")
    press("Ctrl+S")
    assert "是只读的，改动存不进去" in notices.said[-1]
    assert typed(drawer, "说明") == "换了新锁芯"
    session.ledger._connection.run("PRAGMA query_only = OFF")
    press("Ctrl+S")
    assert not drawer.isVisible()
    assert steps(session.ledger)[-1].text == "换了新锁芯"


def test_escape_asks_when_something_was_written(drawer: ProgressDrawer, notices: SpokenNotices) -> None:
    write("换了新锁芯", line(drawer, "说明"))
    notices.answers = ["stay", "drop"]
    press("Esc")
    assert drawer.isVisible()
    press("Esc")
    assert not drawer.isVisible()
    assert notices.said == [SAVE_QUESTION] * 2
