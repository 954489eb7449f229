"""The drawer for any record: save once, ask before edits are lost, and answers that come after it is gone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from minqing.actions.records import save_records
from minqing.ledger import Ledger
from minqing.records.contact import Contact
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import line, press, write
from ui.dialogs.entry_fields import entry_fields
from ui.dialogs.record_drawer import Entry, RecordDrawer
from ui.hub import Hub
from ui.jobs import Jobs
from ui.notices import SAVE_QUESTION
from ui.session import Session


def open_drawer(window: QWidget, session: Session, contact: Contact | None = None) -> RecordDrawer:
    entry = Entry(
        title="添力量",
        icon="user",
        record=contact or Contact(role="网格员"),
        save=lambda ledger, draft: save_records(ledger, [draft], label="添力量"),
        said="已添力量",
    )
    made = RecordDrawer(window, session, entry, fields=entry_fields(Contact, ("name", "role", "phones")))
    made.open()
    return made


def named(ledger: Ledger, name: str) -> list[Contact]:
    return ledger.records(Contact, name=name)


def test_saves_with_its_key_and_its_button(shown_window: QWidget, session: Session, notices: SpokenNotices) -> None:
    for name in ("何甲", "何乙"):
        drawer = open_drawer(shown_window, session)
        write(name, line(drawer, "姓名"))
        write("16955500001", line(drawer, "联系电话"))
        if name == "何甲":
            press("Ctrl+S")
        else:
            drawer.save_button.click()
        assert not drawer.isVisible()
    assert notices.said == ["已添力量"] * 2
    assert named(session.ledger, "何乙")[0].phones == ("16955500001",)


def test_errors_go_away_as_they_are_put_right(shown_window: QWidget, session: Session) -> None:
    drawer = open_drawer(shown_window, session)
    write("12345", line(drawer, "联系电话"))
    press("Ctrl+S")
    assert drawer.form.error("name")
    assert drawer.form.error("phones")
    write("何甲", line(drawer, "姓名"))
    assert not drawer.form.error("name")
    assert drawer.form.error("phones")
    write("16955500001", line(drawer, "联系电话"))
    press("Ctrl+S")
    assert len(named(session.ledger, "何甲")) == 1


def test_escape_saves_when_told_so(shown_window: QWidget, session: Session, notices: SpokenNotices) -> None:
    drawer = open_drawer(shown_window, session)
    write("何甲", line(drawer, "姓名"))
    notices.answers = ["save"]
    press("Esc")
    assert notices.said[0] == SAVE_QUESTION
    assert len(named(session.ledger, "何甲")) == 1
    assert not drawer.isVisible()


@pytest.fixture
def slow(ledger: Ledger, jobs: Jobs, notices: SpokenNotices) -> Session:
    """A session that works in the background, as in the program."""
    return Session(ledger, jobs=jobs, notices=notices, hub=Hub())


def test_a_second_press_while_saving_does_nothing(
    qtbot: QtBot, shown_window: QWidget, slow: Session, notices: SpokenNotices
) -> None:
    drawer = open_drawer(shown_window, slow)
    write("何甲", line(drawer, "姓名"))
    press("Ctrl+S")
    press("Ctrl+S")
    drawer.save_requested.emit()
    qtbot.waitUntil(lambda: not slow.jobs.running, timeout=5000)
    assert len(named(slow.ledger, "何甲")) == 1
    assert notices.said == ["已添力量"]


def test_closing_while_saving_loses_nothing(
    qtbot: QtBot, shown_window: QWidget, slow: Session, notices: SpokenNotices
) -> None:
    drawer = open_drawer(shown_window, slow)
    write("何甲", line(drawer, "姓名"))
    press("Ctrl+S")
    with qtbot.waitSignal(drawer.destroyed, timeout=5000):
        drawer.dismiss()
    qtbot.waitUntil(lambda: not slow.jobs.running, timeout=5000)
    assert len(named(slow.ledger, "何甲")) == 1
    assert notices.said == ["已添力量"]


def test_an_error_after_closing_is_told_all_the_same(
    qtbot: QtBot, shown_window: QWidget, slow: Session, notices: SpokenNotices
) -> None:
    [contact] = slow.ledger.records(Contact, role="物业")
    drawer = open_drawer(shown_window, slow, contact)
    write("何甲", line(drawer, "姓名"))
    save_records(slow.ledger, [contact.with_values({"organisation": "别处"})], label="别处改了")
    press("Ctrl+S")
    with qtbot.waitSignal(drawer.destroyed, timeout=5000):
        drawer.dismiss()
    qtbot.waitUntil(lambda: bool(notices.said), timeout=5000)
    assert "刚被改过" in notices.said[-1]


def test_what_was_changed_meanwhile_is_put_under_what_was_typed(
    shown_window: QWidget, session: Session, notices: SpokenNotices
) -> None:
    [contact] = session.ledger.records(Contact, role="物业")
    drawer = open_drawer(shown_window, session, contact)
    write("何甲", line(drawer, "姓名"))
    meanwhile = {"name": "别人改的", "phones": ("16955500009",), "organisation": "别处"}
    save_records(session.ledger, [contact.with_values(meanwhile)], label="别处改了")
    press("Ctrl+S")
    assert "“姓名”两边都改过" in notices.said[-1]
    assert "联系电话" not in notices.said[-1]
    assert drawer.form.dirty, "Esc must still ask"
    press("Ctrl+S")
    [saved] = session.ledger.records(Contact, role="物业")
    assert (saved.name, saved.phones, saved.organisation) == ("何甲", ("16955500009",), "别处")
