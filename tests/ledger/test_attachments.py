"""Photos and papers inside the book: with undo, within limits, checked, backed up, and moved when homes are joined."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from minqing.errors import (
    AttachmentKindUnknown,
    AttachmentMissing,
    AttachmentsFull,
    AttachmentTooBig,
    EmptyAttachment,
    RecordInUse,
    RecordMissing,
)
from minqing.ledger import Ledger, attachments, restore
from minqing.ledger.attachments import MOST_IN_FILE, NewFile
from minqing.records.household import Household
from tests.ledger.conftest import PASSWORD, Family

PHOTO = NewFile("门口.jpg", b"photo" * 100, b"small")
PAPER = NewFile("租房合同.pdf", b"paper" * 200)


def add(book: Ledger, home: str, *files: NewFile) -> int:
    with book.change("添附件") as tx:
        for file in files:
            tx.attachments.add(home, file)
    return tx.changes.id


def names(book: Ledger, home: str) -> list[str]:
    return [one.name for one in book.attachments.of(home)]


def test_files_are_kept_with_what_is_known_of_them(book: Ledger, path: Path, family: Family) -> None:
    home = family.household.id
    add(book, home, PHOTO, PAPER)
    book.close()
    with Ledger.open(path, PASSWORD) as again:
        photo, paper = again.attachments.of(home)
        assert (photo.name, photo.size, photo.thumbnail, photo.who) == ("门口.jpg", 500, b"small", again.profile.owner)
        assert (photo.is_photo, paper.is_photo) == (True, False)
        assert again.attachments.content(paper.id) == PAPER.content
        assert again.attachments.counts() == {home: 2}
        assert again.attachments.stored == 1500
        assert again.check() == []


def test_listing_does_not_read_the_bytes(book: Ledger, family: Family) -> None:
    add(book, family.household.id, PHOTO)
    book._connection.run("UPDATE attachment_content SET content = x'00'")
    assert names(book, family.household.id) == ["门口.jpg"]
    assert book.check() == ["有 1 个附件的内容读不出来，或找不到所属的家庭。"]


def test_undo_takes_a_file_back_and_undo_of_that_brings_it(book: Ledger, family: Family) -> None:
    home = family.household.id
    add(book, home, PHOTO)
    assert book.past.undoable is not None
    assert book.past.undoable.label == "添附件"
    undone = book.undo()
    assert names(book, home) == []
    book.undo(undone.changes.id)
    assert names(book, home) == ["门口.jpg"]


def test_a_deleted_file_comes_back(book: Ledger, family: Family) -> None:
    home = family.household.id
    add(book, home, PHOTO)
    [photo] = book.attachments.of(home)
    with book.change("删除附件") as tx:
        tx.attachments.remove(photo.id)
    assert names(book, home) == []
    with pytest.raises(AttachmentMissing):
        book.attachments.content(photo.id)
    book.undo()
    assert book.attachments.content(photo.id) == PHOTO.content
    assert book.check() == []


def test_the_same_file_is_kept_once(book: Ledger, family: Family) -> None:
    home = family.household.id
    add(book, home, PHOTO)
    version = book.version
    assert add(book, home, NewFile("又一次.jpg", PHOTO.content)) == 0
    assert (names(book, home), book.version) == (["门口.jpg"], version)


@pytest.mark.parametrize(
    ("file", "error"),
    [
        (NewFile("病毒.exe", b"1"), AttachmentKindUnknown),
        (NewFile("空.pdf", b""), EmptyAttachment),
        (NewFile("大.jpg", b"1" * (MOST_IN_FILE + 1)), AttachmentTooBig),
    ],
)
def test_what_is_not_kept(book: Ledger, family: Family, file: NewFile, error: type[Exception]) -> None:
    version = book.version
    with pytest.raises(error):
        add(book, family.household.id, PAPER, file)
    assert (names(book, family.household.id), book.version) == ([], version)


def test_files_belong_to_a_household_that_is_there(book: Ledger) -> None:
    with pytest.raises(RecordMissing):
        add(book, "没有的", PHOTO)


def test_the_whole_book_has_a_limit(book: Ledger, family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachments, "MOST_IN_BOOK", 1200)
    add(book, family.household.id, PHOTO)
    with pytest.raises(AttachmentsFull):
        add(book, family.household.id, PAPER)
    assert names(book, family.household.id) == ["门口.jpg"]


def long_ago(book: Ledger) -> None:
    """As if all so far had been done two months ago."""
    then = (datetime.now() - timedelta(days=60)).isoformat(" ", "seconds")
    book._connection.run("UPDATE attachment SET at = ?", (then,))
    book._connection.run("UPDATE change SET at = ?", (then,))


def test_bytes_of_what_was_deleted_long_ago_go_and_undo_says_so(book: Ledger, family: Family) -> None:
    home = family.household.id
    add(book, home, PHOTO)
    with book.change("删除附件") as tx:
        tx.attachments.remove(book.attachments.of(home)[0].id)
    deleted = tx.changes.id
    add(book, home, PAPER)
    assert book.attachments.stored == 1500
    long_ago(book)
    add(book, home, NewFile("新的.txt", b"new"))
    assert book.attachments.stored == 1003
    undone = book.undo(deleted)
    assert [(one.label, one.why) for one in undone.kept] == [("门口.jpg", "删除已超过 30 天，文件内容已经清除")]
    assert names(book, home) == ["租房合同.pdf", "新的.txt"]
    assert book.check() == []


def test_an_added_file_that_was_taken_back_lately_can_come_again(book: Ledger, family: Family) -> None:
    home = family.household.id
    add(book, home, PHOTO)
    long_ago(book)
    undone = book.undo()
    add(book, home, PAPER)
    book.undo(undone.changes.id)
    assert sorted(names(book, home)) == ["租房合同.pdf", "门口.jpg"]


def test_a_household_with_files_is_not_removed(book: Ledger) -> None:
    with book.change("登记") as tx:
        home = tx.add(Household(building="9", room="901")).id
    registered = tx.changes.id
    add(book, home, PHOTO)
    with pytest.raises(RecordInUse, match="901"), book.change("删除") as tx:
        tx.remove(home)
    undone = book.undo(registered)
    assert [one.why for one in undone.kept] == ["后来有别的记录用到它"]
    assert names(book, home) == ["门口.jpg"]


def test_files_move_and_undo_moves_them_back(book: Ledger, family: Family) -> None:
    with book.change("登记") as tx:
        other = tx.add(Household(building="9", room="901")).id
    add(book, family.household.id, PHOTO, PAPER)
    with book.change("合并") as tx:
        tx.attachments.move(family.household.id, other)
    assert (names(book, family.household.id), names(book, other)) == ([], ["门口.jpg", "租房合同.pdf"])
    assert book.attachments.stored == 1500
    book.undo()
    assert (names(book, family.household.id), names(book, other)) == (["门口.jpg", "租房合同.pdf"], [])


def test_a_backup_has_them(book: Ledger, family: Family, tmp_path: Path) -> None:
    add(book, family.household.id, PHOTO)
    copy = tmp_path / "恢复.mqb"
    restore(book.backup(tmp_path / "备份"), copy, PASSWORD)
    with Ledger.open(copy, PASSWORD) as again:
        [photo] = again.attachments.of(family.household.id)
        assert again.attachments.content(photo.id) == PHOTO.content
