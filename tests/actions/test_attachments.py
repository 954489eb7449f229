"""Attachments as actions: several in one change, all or none, and what joining two households does with them."""

from __future__ import annotations

import pytest

from minqing.actions.attachments import add_attachments, remove_attachment
from minqing.actions.joining import following, join_households
from minqing.errors import AttachmentKindUnknown, AttachmentMissing, RecordMissing
from minqing.ledger import Ledger
from minqing.ledger.attachments import NewFile
from minqing.records.household import Household
from minqing.records.resident import Resident

PHOTO, PAPER = NewFile("门口.jpg", b"photo"), NewFile("合同.pdf", b"paper")


@pytest.fixture
def homes(ledger: Ledger) -> tuple[Household, Household]:
    """Two households of which the first has a head."""
    one, two = ledger.records(Household)
    return one, two


def names(ledger: Ledger, home: Household) -> list[str]:
    return [one.name for one in ledger.attachments.of(home.id)]


def test_several_files_are_one_change(ledger: Ledger, homes: tuple[Household, Household]) -> None:
    home, _ = homes
    changes = add_attachments(ledger, household=home.id, files=[PHOTO, PAPER])
    assert changes.label == "添附件 3栋2单元501 谢家"
    assert names(ledger, home) == ["门口.jpg", "合同.pdf"]
    ledger.undo(changes.id)
    assert names(ledger, home) == []


def test_one_that_cannot_be_kept_leaves_all_out(ledger: Ledger, homes: tuple[Household, Household]) -> None:
    home, _ = homes
    with pytest.raises(AttachmentKindUnknown):
        add_attachments(ledger, household=home.id, files=[PHOTO, NewFile("程序.exe", b"1")])
    assert names(ledger, home) == []


def test_removing_names_the_file(ledger: Ledger, homes: tuple[Household, Household]) -> None:
    home, _ = homes
    add_attachments(ledger, household=home.id, files=[PHOTO])
    [one] = ledger.attachments.of(home.id)
    changes = remove_attachment(ledger, one.id)
    assert changes.label == "删除附件 门口.jpg"
    with pytest.raises(AttachmentMissing):
        remove_attachment(ledger, one.id)
    assert [(event.name, event.gone) for event in ledger.attachments.events(home.id)] == [
        ("门口.jpg", False),
        ("门口.jpg", True),
    ]


def test_files_belong_to_households_only(ledger: Ledger, homes: tuple[Household, Household]) -> None:
    [head] = ledger.records(Resident)
    with pytest.raises(RecordMissing):
        add_attachments(ledger, household=head.id, files=[PHOTO])


def test_joining_brings_the_files_along_and_undo_takes_them_back(
    ledger: Ledger, homes: tuple[Household, Household]
) -> None:
    keep, gone = homes
    add_attachments(ledger, household=gone.id, files=[PHOTO])
    assert following(ledger, gone).text == "1 个附件"
    changes = join_households(ledger, keep=keep, gone=gone)
    assert names(ledger, keep) == ["门口.jpg"]
    ledger.undo(changes.id)
    assert (names(ledger, keep), names(ledger, gone)) == ([], ["门口.jpg"])
    assert ledger.check() == []
