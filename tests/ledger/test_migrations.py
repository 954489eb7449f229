"""Older files are brought up to date, after a copy was taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.ledger import Ledger, migrations
from minqing.ledger.connection import Connection, keyed
from minqing.ledger.keys import key_of
from minqing.records.household import Household
from tests.ledger.conftest import PASSWORD, Family

# A book as an early program made it: no notes and no extra columns for households, no hidden exchanges, no papers,
# no attachments.
OLD = """
ALTER TABLE household DROP COLUMN notes;
ALTER TABLE household DROP COLUMN population;
ALTER TABLE household DROP COLUMN extra;
ALTER TABLE exchange DROP COLUMN hidden_by;
DROP TABLE paper;
DROP TABLE attachment;
DROP TABLE attachment_content;
DROP TABLE reveal;
PRAGMA user_version = 1;
"""


def make_old(path: Path) -> None:
    raw = keyed(path, key_of(path, PASSWORD))
    raw.executescript(OLD)
    raw.close()


def test_fields_that_came_later_are_blank_columns(book: Ledger, path: Path, family: Family) -> None:
    book.close()
    make_old(path)
    with Ledger.open(path, PASSWORD) as again:
        assert again.records(Household) == [family.household]
        assert again.exchanges() == []
        assert again.papers("form") == []
        with again.change("用新字段") as tx:
            updated = tx.update(family.household.with_values({"notes": "新", "population": 3, "extra": {"列": "值"}}))
        assert again.get(updated.id) == updated
        assert again.check() == []


def rename_grids(connection: Connection) -> None:
    connection.run("UPDATE household SET grid = replace(grid, '第三', '三')")
    connection.run("DELETE FROM journal WHERE action = 'u'")


def test_a_step_runs_once_and_after_a_copy(
    book: Ledger, path: Path, family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    make_old(path)
    steps = list(migrations.STEPS)
    monkeypatch.setattr(migrations, "STEPS", [*steps, rename_grids])
    with Ledger.open(path, PASSWORD) as again:
        assert [home.grid for home in again.records(Household)] == ["三网格"]
    copy = path.with_name(f"样本账本.before-v{len(steps) + 2}.mqb")
    assert copy.exists()
    before = copy.read_bytes()
    with Ledger.open(path, PASSWORD) as again:
        assert again._connection.number("PRAGMA user_version") == len(steps) + 2
    assert copy.read_bytes() == before
    monkeypatch.setattr(migrations, "STEPS", steps)
    with Ledger.open(copy, PASSWORD) as old:
        assert [home.grid for home in old.records(Household)] == ["第三网格"]


def fails(connection: Connection) -> None:
    rename_grids(connection)
    raise ZeroDivisionError


def test_a_step_that_fails_leaves_the_file_as_it_was(
    book: Ledger, path: Path, family: Family, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.close()
    steps = list(migrations.STEPS)
    monkeypatch.setattr(migrations, "STEPS", [*steps, fails])
    with pytest.raises(ZeroDivisionError):
        Ledger.open(path, PASSWORD)
    monkeypatch.setattr(migrations, "STEPS", steps)
    with Ledger.open(path, PASSWORD) as again:
        assert again.records(Household) == [family.household]
