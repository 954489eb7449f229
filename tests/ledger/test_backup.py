"""Backups are encrypted, taken when there is something new, limited in number, and can be brought back."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from errno import ENOSPC
from pathlib import Path

import pytest

from minqing.errors import BackupNotWritten, DiskFull, LedgerExists, LedgerMissing, WrongPassword
from minqing.ledger import Ledger, restore
from minqing.ledger.backup import KEPT, backups_of
from minqing.records.household import Household
from tests.ledger.conftest import PASSWORD, PROFILE, Family, household


def test_closing_takes_a_backup_when_something_changed(book: Ledger, path: Path, family: Family) -> None:
    book.close()
    book.close()
    assert len(backups_of(path)) == 1
    assert backups_of(path)[0].parent.name == "样本账本-备份"
    Ledger.open(path, PASSWORD).close()
    assert len(backups_of(path)) == 1


def test_a_backup_is_the_whole_book_under_the_same_password(book: Ledger, path: Path, family: Family) -> None:
    made = book.backup()
    with pytest.raises(WrongPassword):
        Ledger.open(made, "wrong")
    with Ledger.open(made, PASSWORD) as copy:
        assert copy.records(Household) == [family.household]
        assert [hit.id for hit in copy.search("zxd")] == [family.head.id]
        assert copy.check() == []
    assert [file.name for file in made.parent.iterdir() if file.is_file()] == [made.name]


def test_the_newest_are_kept_and_files_of_others_left_alone(book: Ledger, path: Path) -> None:
    folder = path.with_name("样本账本-备份")
    folder.mkdir()
    old = [folder / f"样本账本-202601{day:02d}-120000.mqb" for day in range(1, 21)]
    other = folder / "请勿删除.txt"
    for file in (*old, other):
        file.write_text("x")
    made = [book.backup(), book.backup()]
    left = backups_of(path)
    assert len(left) == KEPT
    assert left[-2:] == made
    assert left[:-2] == old[-(KEPT - 2) :]
    assert other.exists()


def test_a_backup_elsewhere(book: Ledger, path: Path, tmp_path: Path) -> None:
    made = book.backup(tmp_path / "U盘" / "备份")
    assert made.parent == tmp_path / "U盘" / "备份"
    assert made.name.startswith(f"样本账本-{datetime.now():%Y%m%d}-")
    assert backups_of(path) == []


def test_the_daily_backup_is_due_after_a_change_on_a_new_day(book: Ledger, family: Family, path: Path) -> None:
    due = [book.backup_due()]
    made = book.backup()
    due.append(book.backup_due())
    made.rename(made.with_name("样本账本-20260101-120000.mqb"))
    due.append(book.backup_due())
    with book.change("改") as tx:
        tx.update(family.head.with_values({"work": "某厂"}))
    assert [*due, book.backup_due()] == [True, False, False, True]


def test_a_backup_of_a_clock_that_ran_ahead_does_not_stand_for_today(book: Ledger, family: Family) -> None:
    book.backup(now=datetime(2099, 1, 1, 8))
    with book.change("改") as tx:
        tx.update(family.head.with_values({"work": "某厂"}))
    assert book.backup_due(date(2098, 12, 31))
    assert not book.backup_due(date(2099, 1, 1))


def test_what_a_killed_backup_left_goes_with_the_next(book: Ledger, path: Path) -> None:
    folder = path.with_name("样本账本-备份")
    folder.mkdir()
    left = [folder / f"样本账本-20260101-120000.mqb.part{end}" for end in ("", "-journal", "-wal")]
    other = folder / "别的账本-20260101-120000.mqb.part"
    for file in (*left, other):
        file.write_bytes(b"x")
    made = book.backup()
    assert sorted(folder.iterdir()) == sorted([made, other])


def test_where_no_backup_can_be_written_a_sentence_says_so_and_nothing_is_left(book: Ledger, path: Path) -> None:
    folder = path.with_name("样本账本-备份")
    folder.write_text("不是文件夹")
    with pytest.raises(BackupNotWritten, match="备份到别处"):
        book.backup()
    folder.unlink()
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", _no_room)
        with pytest.raises(DiskFull):
            book.backup()
    assert list(folder.iterdir()) == []


def _no_room(_: Path, to: Path) -> Path:
    raise OSError(ENOSPC, "No space left on device", str(to))


def test_changes_of_a_session_that_ended_the_hard_way_are_backed_up_next_time(
    book: Ledger, path: Path, family: Family
) -> None:
    book.close()
    for file in backups_of(path):
        file.unlink()
    Ledger.open(path, PASSWORD).close()
    assert len(backups_of(path)) == 1


@pytest.mark.parametrize("password", [PASSWORD, None])
def test_a_restored_book_goes_on_under_a_code_of_its_own(
    book: Ledger, path: Path, family: Family, password: str | None
) -> None:
    made = book.backup()
    with book.change("备份之后") as tx:
        after = tx.add(household(room="601"))
    code = book.code
    book.close()
    path.unlink()
    restore(made, path, password)
    with Ledger.open(path, PASSWORD) as again:
        assert again.records(Household) == [family.household]
        assert again.code != code
        with again.change("恢复之后") as tx:
            assert tx.add(household(room="602")).id != after.id
        second = again.code
    with Ledger.open(path, PASSWORD) as again:
        assert again.code == second
    assert not path.with_name(f"{path.name}.restored").exists()


def test_restoring_never_overwrites_and_leaves_nothing_half_done(book: Ledger, path: Path, tmp_path: Path) -> None:
    made = book.backup()
    with pytest.raises(LedgerExists):
        restore(made, path, PASSWORD)
    with pytest.raises(LedgerMissing):
        restore(tmp_path / "没有.mqb", tmp_path / "新.mqb")
    with pytest.raises(WrongPassword, match=made.name):
        restore(made, tmp_path / "新.mqb", "wrong")
    assert sorted(file.name for file in tmp_path.iterdir() if "新" in file.name) == []


def test_a_copy_of_a_book_draws_its_own_code(book: Ledger, path: Path, family: Family) -> None:
    book.close()
    copy = path.with_name("副本.mqb")
    shutil.copyfile(path, copy)
    with Ledger.open(copy, PASSWORD) as other, Ledger.open(path, PASSWORD) as again:
        assert again.code == book.code
        assert other.code != book.code
        with other.change("一") as tx:
            one = tx.add(household())
        with again.change("二") as tx:
            assert tx.add(household()).id != one.id


def test_a_book_on_another_machine_draws_its_own_code(
    book: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    monkeypatch.setattr("minqing.ledger.machine._machine", lambda: "another machine")
    with Ledger.open(path, PASSWORD) as elsewhere:
        assert elsewhere.code != book.code
        assert elsewhere.profile == PROFILE
