"""改动历史: what it lists, what was not taken, and the way back by button and key."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from minqing.actions.records import save_records
from minqing.records.visit import Visit
from tests.ui.conftest import SpokenNotices
from tests.ui.hands import click, press
from tests.ui.sample_book import DOOR, HEAD, MATTER, PHONE, family_of, matter_of, member_of
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
    made = HistoryDialog(shown_window, session, record=family_of(ledger).id, name=DOOR)
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
    made = HistoryDialog(shown_window, session, record=family_of(session.ledger).id, name=DOOR)
    made.show()
    assert not made.restore_button.isEnabled()


def fields(dialog: HistoryDialog) -> list[str]:
    return [one.field for one in dialog.table.records_model.records]


def test_a_household_tells_its_visits_and_appeals_too_by_kind(
    dialog: HistoryDialog, session: Session, notices: SpokenNotices
) -> None:
    ledger = session.ledger
    [visit] = ledger.records(Visit, household=family_of(ledger).id)
    with ledger.change("导入 陈×.xlsx") as tx:
        tx.update(visit.with_values({"said": "想要扶手。"}))
        tx.decline(matter_of(ledger), matter_of(ledger).with_values({"handler": "街道 王×"}))
    session.hub.tell({"visit"})
    assert [(one.text, one.count) for one in dialog.kinds.options] == [
        ("全部", 5), ("家庭", 1), ("居民", 2), ("走访", 1), ("诉求", 1),
    ]  # fmt: skip
    dialog.kinds.setFocus()
    for _ in range(4):
        press("Right", dialog.kinds)
    [one] = dialog.table.records_model.records
    assert (one.name, one.field, one.before, one.declined) == (MATTER, "责任人", "街道 王×", True)
    press("Return", dialog.table)
    assert matter_of(ledger).handler == "街道 王×"
    assert dialog.kinds.key == "诉求"
    assert fields(dialog) == ["责任人", "责任人"]
    press("Left", dialog.kinds)
    assert [one.name for one in dialog.table.records_model.records] == [f"走访 {visit.show('visited_on')}"]
    press("Return", dialog.table)
    assert notices.said[-1].endswith("的走访记录已改回“问起加装电梯的进展。”")
    notices.undos[-1]()
    [visit] = ledger.records(Visit, household=family_of(ledger).id)
    assert visit.said == "想要扶手。"


def test_a_link_is_told_by_what_it_led_to(shown_window: QWidget, session: Session) -> None:
    ledger, matter = session.ledger, matter_of(session.ledger)
    save_records(ledger, [matter.with_values({"household": "", "resident": member_of(ledger, HEAD).id})], label="改")
    made = HistoryDialog(shown_window, session, record=matter.id, name=MATTER)
    shown = {(one.field, one.before, one.after) for one in made.table.records_model.records}
    assert shown == {("所在家庭", DOOR, "（空）"), ("诉求居民", "（空）", HEAD)}
