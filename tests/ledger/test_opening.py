"""What stands in the way of opening a book: each case is seen on a real file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from minqing.errors import (
    DamagedLedger,
    DiskFull,
    EmptyPassword,
    LedgerError,
    LedgerExists,
    LedgerInUse,
    LedgerMissing,
    NewerLedger,
    ReadOnlyLedger,
    WrongPassword,
)
from minqing.ledger import Ledger
from minqing.ledger.connection import PAGE_SIZE
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.ledger.conftest import PASSWORD, PROFILE, Family, household

ROOT = Path(__file__).parents[2]
HOLD = """
import sys
from pathlib import Path
from minqing.ledger import Ledger
book = Ledger.open(Path(sys.argv[1]), sys.argv[2])
print("open", flush=True)
sys.stdin.read()
"""
HALF_WAY = """
import sys
from pathlib import Path
from minqing.ledger import Ledger
from minqing.records.household import Household
book = Ledger.open(Path(sys.argv[1]), sys.argv[2])
with book.change("半路") as tx:
    for start in range(0, 20000, 1000):
        tx.add_all([Household(building="9", room=str(number)) for number in range(start, start + 1000)])
    print("half way", flush=True)
    sys.stdin.read()
"""


def start(script: str, path: Path) -> subprocess.Popen[str]:
    """Another process that has the book open and has said so."""
    command = [sys.executable, "-c", script, str(path), PASSWORD]
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "."},
    )
    assert process.stdout is not None
    assert process.stdout.readline()
    return process


def end(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def test_creating_over_a_file_is_refused(book: Ledger, path: Path) -> None:
    with pytest.raises(LedgerExists, match="样本账本"):
        Ledger.create(path, PASSWORD, PROFILE)


def test_a_book_needs_a_password(path: Path) -> None:
    with pytest.raises(EmptyPassword):
        Ledger.create(path, "", PROFILE)
    assert not path.exists()


def test_a_book_that_is_not_there(path: Path) -> None:
    with pytest.raises(LedgerMissing):
        Ledger.open(path, PASSWORD)
    with pytest.raises(LedgerMissing):
        Ledger.open(path.parent, PASSWORD)


@pytest.mark.parametrize("password", ["", "wrong", PASSWORD + " ", PASSWORD.replace("'", "''")])
def test_a_wrong_password_changes_nothing(book: Ledger, path: Path, password: str) -> None:
    book.close()
    before = path.read_bytes()
    with pytest.raises(WrongPassword):
        Ledger.open(path, password)
    assert path.read_bytes() == before
    Ledger.open(path, PASSWORD).close()


def test_a_book_from_a_newer_program_is_named_with_both_formats(book: Ledger, path: Path) -> None:
    book._connection.run("PRAGMA user_version = 99")
    book.close()
    with pytest.raises(NewerLedger, match=r"99.*3"):
        Ledger.open(path, PASSWORD)


@pytest.mark.parametrize("damage", ["empty", "cut", "plain", "zeros", "first page"])
def test_damage_is_told_from_a_wrong_password(book: Ledger, path: Path, damage: str, family: Family) -> None:
    book.close()
    whole = path.read_bytes()
    if damage == "plain":
        path.unlink()
        with sqlite3.connect(path) as plain:
            plain.execute("CREATE TABLE t (a)")
        plain.close()
    else:
        spoilt = whole[:500] + bytes(100) + whole[600:]
        made = {"empty": b"", "cut": whole[:-700], "zeros": bytes(len(whole)), "first page": spoilt}
        path.write_bytes(made[damage])
    with pytest.raises(DamagedLedger):
        Ledger.open(path, PASSWORD)


def test_damage_further_in_is_found(book: Ledger, path: Path, family: Family) -> None:
    book.close()
    whole = bytearray(path.read_bytes())
    for page in range(2, len(whole) // PAGE_SIZE):
        whole[page * PAGE_SIZE + 100 : page * PAGE_SIZE + 200] = bytes(100)
    path.write_bytes(whole)
    with pytest.raises(DamagedLedger), Ledger.open(path, PASSWORD) as again:
        again.records(Resident)


def test_check_names_a_damaged_page(book: Ledger, path: Path, family: Family) -> None:
    book.close()
    whole = bytearray(path.read_bytes())
    whole[-PAGE_SIZE + 50 : -PAGE_SIZE + 90] = bytes(40)
    path.write_bytes(whole)
    with Ledger.open(path, PASSWORD) as again:
        found = again.check()
    assert len(found) == 1
    assert "备份" in found[0]


def test_a_second_window_in_this_process_or_another_is_refused(book: Ledger, path: Path) -> None:
    with pytest.raises(LedgerInUse):
        Ledger.open(path, PASSWORD)
    book.close()
    other = start(HOLD, path)
    try:
        with pytest.raises(LedgerInUse):
            Ledger.open(path, PASSWORD)
    finally:
        end(other)
    Ledger.open(path, PASSWORD).close()


def test_a_process_killed_in_the_middle_of_a_change_leaves_nothing_of_it(
    book: Ledger, path: Path, family: Family
) -> None:
    book.close()
    end(start(HALF_WAY, path))
    with Ledger.open(path, PASSWORD) as again:
        assert again.check() == []
        assert again.version == 1
        assert again.records(Household) == [family.household]
        with again.change("接着用") as tx:
            tx.add(household(room="602"))


def test_a_full_disk_leaves_the_change_out_and_the_book_sound(book: Ledger, family: Family) -> None:
    pages = book._connection.number("PRAGMA page_count")
    book._connection.run(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(DiskFull, match="样本账本"), book.change("太多") as tx:
        tx.add_all([household(room=str(number)) for number in range(3000)])
    book._connection.run("PRAGMA max_page_count = 1073741823")
    assert book.count(Household) == 1
    assert book.check() == []
    with book.change("有空间了") as tx:
        tx.add(household(room="601"))


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user of the machine can enter."""
    folder = Path(tempfile.mkdtemp(prefix="minqing-readonly-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def error_for_a_plain_user(path: Path) -> str:
    """The class of error that opening gives someone who may not write everywhere, as root may."""
    if os.name == "nt" or os.geteuid() != 0:
        return _error(path)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.setuid(65534)
        os.write(writer, _error(path).encode())
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writer)
    with os.fdopen(reader) as answer:
        return answer.read()


def _error(path: Path) -> str:
    try:
        Ledger.open(path, PASSWORD).close()
    except LedgerError as error:
        return type(error).__name__
    return ""


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_read_only_file_or_folder_is_said_at_once(open_folder: Path, what: str) -> None:
    path = open_folder / "样本账本.mqb"
    Ledger.create(path, PASSWORD, PROFILE).close()
    path.chmod(0o444 if what == "file" else 0o666)
    open_folder.chmod(0o777 if what == "file" else 0o555)
    assert error_for_a_plain_user(path) == ReadOnlyLedger.__name__


def test_nothing_readable_is_on_the_disk(book: Ledger, path: Path, family: Family) -> None:
    book.backup()
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    assert len(files) >= 2
    for file in files:
        content = file.read_bytes()
        for secret in ("曾小单", "13800000123", "楼道灯", "zengxiaodan", "甲助理"):
            assert secret.encode() not in content
        assert not content.startswith(b"SQLite format 3")
