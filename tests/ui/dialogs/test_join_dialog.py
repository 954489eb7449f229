"""合并: the two side by side, choosing by mouse and keyboard, what comes along, and the way back."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QWidget

from minqing.actions.records import save_records
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, press, words, write
from tests.ui.sample_book import DOOR, HEAD, PHONE, TODAY, WIFE, family_of, member_of
from ui.dialogs.join_dialog import JoinDialog
from ui.dialogs.join_finder import JoinFinder
from ui.session import Session

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def twin(ledger: Ledger) -> Resident:
    """The head of the family that the tests know, entered once more behind the same door."""
    home = family_of(ledger)
    with ledger.change("再登一次") as tx:
        other = tx.add(home.with_values({"id": "", "revision": 0, "house_type": "出租", "tags": ("租户",)}))
        tx.add(Visit(household=other.id, visited_on=TODAY, result="见面"))
        again = {"name": HEAD, "relation": "户主", "phones": ("16955500000",), "work": "乙厂", "education": "初中"}
        tx.add(Resident(household=other.id, name="欧阳小满", relation="子"))
        return tx.add(Resident.model_validate({**again, "household": other.id}))


@pytest.fixture
def head(ledger: Ledger) -> Resident:
    save_records(ledger, [member_of(ledger, HEAD).with_values({"work": "甲厂"})], label="改")
    return member_of(ledger, HEAD)


def on_screen(dialog: D) -> D:
    """Show a dialog and give it the keyboard."""
    dialog.show()
    dialog.activateWindow()
    for _ in range(100):
        if QApplication.activeWindow() is dialog and QApplication.focusWidget() is not None:
            return dialog
        QTest.qWait(20)
    raise AssertionError("the dialog did not get the keyboard")


def people(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> JoinDialog:
    return on_screen(JoinDialog(shown_window, session, keep=head.id, gone=twin.id))


def homes(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> JoinDialog:
    return on_screen(JoinDialog(shown_window, session, keep=head.household, gone=twin.household))


def test_side_by_side(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> None:
    dialog = people(shown_window, session, head, twin)
    assert set(dialog.answers) == {"household", "work"}
    assert [one.words.text() for one in dialog.answers["work"]] == ["甲厂", "乙厂"]
    shown = words(dialog)
    assert f"留下：{HEAD} {DOOR}" in shown
    assert "初中（补上）" in shown
    assert PHONE not in shown
    assert "****0000（都留下）" in shown


def test_ours_holds_unless_one_chooses(
    shown_window: QWidget, session: Session, notices: SpokenNotices, head: Resident, twin: Resident
) -> None:
    dialog = people(shown_window, session, head, twin)
    click(dialog, "合并")
    left = member_of(session.ledger, HEAD)
    assert (left.id, left.work, left.education) == (head.id, "甲厂", "初中")
    assert notices.said == [f"已合并到 {HEAD} {DOOR}"]
    notices.undos[-1]()
    assert len(session.ledger.records(Resident, name=HEAD)) == 2


def test_choosing_with_the_keyboard(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> None:
    dialog = people(shown_window, session, head, twin)
    dialog.answers["work"][0].mark.setFocus()
    press("Right")
    assert dialog.answers["work"][1].mark.isChecked()
    press("Ctrl+Return")
    assert member_of(session.ledger, HEAD).work == "乙厂"


def test_a_click_on_the_words_chooses(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> None:
    dialog = people(shown_window, session, head, twin)
    QTest.mouseClick(dialog.answers["work"][1].words, Qt.MouseButton.LeftButton)
    assert dialog.answers["work"][1].mark.isChecked()


def test_the_other_one_may_stay(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> None:
    dialog = people(shown_window, session, head, twin)
    left: list[str] = []
    dialog.joined.connect(left.append)
    click(dialog, "对调：留下另一条")
    click(dialog, "合并")
    assert left == [twin.id]
    assert member_of(session.ledger, HEAD).work == "乙厂"


def test_two_households(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> None:
    dialog = homes(shown_window, session, head, twin)
    assert dialog.moves.text() == "2 口人、1 次走访一起并过来。"
    assert [one.words.text() for one in dialog.answers["house_type"]] == ["自住", "出租"]
    assert [one.text() for one in dialog.findChildren(QCheckBox)] == [f"{HEAD}，合并成一个人"]
    click(dialog, "合并")
    members = session.ledger.records(Resident, household=head.household)
    assert sorted(one.name for one in members) == sorted([HEAD, WIFE, "欧阳小满"])
    home = session.ledger.get(head.household)
    assert isinstance(home, Household)
    assert home.tags[-1] == "租户"


def test_two_heads(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> None:
    other = twin.with_values({"name": "欧阳国强"})
    save_records(session.ledger, [other], label="改")
    dialog = homes(shown_window, session, head, twin)
    assert [mark.text() for mark in dialog._heads.values()] == [HEAD, "欧阳国强"]
    dialog._heads[twin.id].setChecked(True)
    click(dialog, "合并")
    heads = [one.name for one in session.ledger.records(Resident, household=head.household) if one.is_head]
    assert heads == ["欧阳国强"]


def test_what_breaks_a_rule_is_told_and_the_dialog_stays(
    shown_window: QWidget, session: Session, notices: SpokenNotices, head: Resident, twin: Resident
) -> None:
    save_records(session.ledger, [head.with_values({"sex": "男"})], label="改")
    save_records(session.ledger, [twin.with_values({"id_number": "990101195003021022"})], label="改")
    dialog = people(shown_window, session, head, twin)
    click(dialog, "合并")
    assert "性别" in notices.said[-1]
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()


def test_finding_the_other_one(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> None:
    finder = on_screen(JoinFinder(shown_window, session, record_id=head.id, name=HEAD, kind="resident"))
    picked: list[str] = []
    finder.chosen.connect(picked.append)
    assert [(one.id, one.why) for one in finder.table.records_model.records] == [(twin.id, "姓名相同，门牌相同")]
    write(WIFE, finder.search)
    finder.look()
    assert [one.name for one in finder.table.records_model.records] == [f"{WIFE} {DOOR}"]
    write("", finder.search)
    finder.look()
    finder.search.setFocus()
    press("Return")
    assert picked == [twin.id]


def test_finding_another_household(shown_window: QWidget, session: Session, head: Resident, twin: Resident) -> None:
    finder = on_screen(JoinFinder(shown_window, session, record_id=head.household, name=DOOR, kind="household"))
    write(HEAD, finder.search)
    finder.look()
    assert [one.id for one in finder.table.records_model.records] == [twin.household]
    write("没有这个人", finder.search)
    finder.look()
    assert not finder.look_button.isEnabled()
