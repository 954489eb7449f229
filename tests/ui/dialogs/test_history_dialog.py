"""改动历史: what it lists, what was not taken, and the way back by button and key."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from minqing.actions.records import save_records
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, press
from tests.ui.sample_book import DOOR, HEAD, PHONE, family_of, member_of
from ui.dialogs.history_dialog import HistoryDialog
from ui.session import Session


@pytest.fixture
def dialog(shown_window: QWidget, session: Session) -> HistoryDialog:
    """After two corrections and a conflict that ours won."""
    ledger = session.ledger
    save_records(ledger, [member_of(ledger, HEAD).with_values({"phones": ("16955500000",)})], label="改电话")
    save_records(ledger, [family_of(ledger).with_values({"notes": "有狗"})], label="改备注")
    head = member_of(ledger, HEAD)
    with ledger.change("导入 街道回传.xlsx") as tx:
        tx.decline(head, head.with_values({"work": "乙厂"}))
    made = HistoryDialog(shown_window, session, household=family_of(ledger).id, name=DOOR)
    made.show()
    return made


def test_newest_first_and_masked(dialog: HistoryDialog) -> None:
    shown = [(one.name, one.field, one.before, one.after, one.declined) for one in dialog.table.records_model.records]
    assert shown == [
        (HEAD, "工作单位", "乙厂", "（空）", True),
        (DOOR, "备注", "（空）", "有狗", False),
        (HEAD, "联系电话", f"{PHONE[:3]}****{PHONE[-4:]}", "169****0000", False),
    ]
    assert "未采用" in dialog.table.records_model.tsv(range(1))
    assert dialog.hint.text() == f"{HEAD} 的工作单位：改回没有采用的“乙厂”"


def test_the_value_that_lost_comes_back_and_goes_again(
    dialog: HistoryDialog, session: Session, notices: SpokenNotices
) -> None:
    click(dialog, "改回这个值")
    assert member_of(session.ledger, HEAD).work == "乙厂"
    assert notices.said == [f"{HEAD} 的工作单位已改回“乙厂”"]
    assert len(dialog.table.records_model.records) == 4
    notices.undos[-1]()
    assert member_of(session.ledger, HEAD).work == ""


def test_enter_brings_back_the_line(dialog: HistoryDialog, session: Session) -> None:
    dialog.table.select_row(2)
    dialog.table.setFocus()
    press("Return")
    assert member_of(session.ledger, HEAD).phones == (PHONE,)


def test_what_stands_already_is_said(dialog: HistoryDialog, session: Session) -> None:
    save_records(session.ledger, [member_of(session.ledger, HEAD).with_values({"work": "乙厂"})], label="改")
    click(dialog, "改回这个值")
    assert dialog.hint.text() == "现在就是这个值，没有改动。"


def test_nothing_yet(shown_window: QWidget, session: Session) -> None:
    made = HistoryDialog(shown_window, session, household=family_of(session.ledger).id, name=DOOR)
    made.show()
    assert not made.restore_button.isEnabled()
