"""The key that is handed to the driver is the one that it would derive itself, and each book has its own."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver

from minqing.ledger import Ledger, keys
from minqing.ledger.connection import PAGE_SIZE, keyed
from minqing.ledger.keys import KEY_ROUNDS, key_of
from tests.ledger.conftest import PASSWORD


def under_password(path: Path, password: str) -> Any:
    """The file as any program of the driver opens it: with the password itself."""
    raw = driver.connect(str(path))
    quoted = password.replace("'", "''")
    for setting in (f"key = '{quoted}'", f"cipher_page_size = {PAGE_SIZE}", f"kdf_iter = {KEY_ROUNDS}"):
        raw.execute(f"PRAGMA {setting}")
    return raw


def test_a_book_opens_with_the_password_alone(book: Ledger, path: Path) -> None:
    made = book.backup()
    book.close()
    for file in (path, made):
        raw = under_password(file, PASSWORD)
        assert raw.execute("SELECT count(*) FROM book WHERE key = 'profile'").fetchone() == (1,)
        raw.close()


def test_a_file_that_the_driver_keyed_opens_with_the_key(tmp_path: Path) -> None:
    path = tmp_path / "旧.mqb"
    raw = under_password(path, PASSWORD)
    raw.execute("CREATE TABLE kept (value TEXT)")
    raw.close()
    again = keyed(path, key_of(path, PASSWORD))
    assert again.execute("SELECT name FROM sqlite_master").fetchall() == [("kept",)]
    again.close()


def test_two_new_books_of_one_password_have_keys_of_their_own() -> None:
    program = runpy.run_path(str(keys.__file__))  # in tests all books have one salt
    one, other = (program["new_key"](PASSWORD) for _ in range(2))
    assert one.salt != other.salt
    assert one.secret != other.secret


def test_only_its_password_unlocks_a_book(book: Ledger) -> None:
    assert book.unlocks(PASSWORD)
    assert not any(book.unlocks(other) for other in ("", "wrong", PASSWORD + " "))


def test_a_key_is_not_said_where_something_went_wrong(book: Ledger) -> None:
    key = book._connection.key
    assert key.secret.hex() not in repr(key)
    assert repr(key.secret) not in repr(key)
