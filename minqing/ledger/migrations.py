"""Bringing older files up to date: numbered steps, with a copy taken before the first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable

from minqing.errors import NewerLedger, WrongPassword
from minqing.ledger.backup import copy_to
from minqing.ledger.connection import Connection, quote
from minqing.ledger.tables import APPLICATION_ID, METADATA, SEARCH_DDL

_PAPER = """
    CREATE TABLE paper (
        id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL,
        content BLOB NOT NULL, gone INTEGER NOT NULL, written_by INTEGER NOT NULL, hidden_by INTEGER
    )
"""

_ATTACHMENTS = (
    """
    CREATE TABLE attachment (
        id INTEGER PRIMARY KEY AUTOINCREMENT, household TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
        digest TEXT NOT NULL, thumbnail BLOB NOT NULL, at TEXT NOT NULL, who TEXT NOT NULL, gone INTEGER NOT NULL,
        written_by INTEGER NOT NULL, hidden_by INTEGER
    )
    """,
    "CREATE INDEX attachment_by_household ON attachment (household)",
    "CREATE INDEX attachment_by_gone ON attachment (gone) WHERE gone <> 0",
    "CREATE TABLE attachment_content (digest TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL)",
    """
    CREATE TABLE reveal (
        id INTEGER PRIMARY KEY AUTOINCREMENT, record TEXT NOT NULL, field TEXT NOT NULL, who TEXT NOT NULL,
        at TEXT NOT NULL
    )
    """,
    "CREATE INDEX reveal_by_record ON reveal (record)",
)


def _room_for_papers(connection: Connection) -> None:
    connection.run(_PAPER)


def _room_for_attachments(connection: Connection) -> None:
    for statement in _ATTACHMENTS:
        connection.run(statement)


# The format that a new book has is one more than the number of steps. A step takes a file from the format of its
# place in the list (the first: from 1 to 2) to the next; it may use SQL only, for the records may have moved on.
STEPS: list[Callable[[Connection], None]] = [_room_for_papers, _room_for_attachments]


def newest_format() -> int:
    """The format that this program writes."""
    return len(STEPS) + 1


def lay_out(connection: Connection) -> None:
    """Make the tables of a new book."""
    with connection.transaction():
        for table in METADATA.sorted_tables:
            connection.execute(CreateTable(table))
            for index in sorted(table.indexes, key=lambda one: str(one.name)):
                connection.execute(CreateIndex(index))
        connection.run(SEARCH_DDL)
        # Few large merges instead of many small ones: a sheet of 100,000 rows goes in as one change.
        for option, value in (("hashsize", 16 << 20), ("deletemerge", 50)):
            connection.run("INSERT INTO search(search, rank) VALUES (?, ?)", (option, value))
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.run(f"PRAGMA user_version = {newest_format()}")


def bring_up_to_date(connection: Connection) -> None:
    """Migrate an opened book. Raises NewerLedger for a file from a later program, WrongPassword for a foreign file."""
    path = connection.path
    if connection.number("PRAGMA application_id") != APPLICATION_ID:
        raise WrongPassword(path)
    found, newest = connection.number("PRAGMA user_version"), newest_format()
    if found > newest:
        raise NewerLedger(path, found, newest)
    if found < newest:
        copy = copy_before(path, newest)
        if not copy.exists():
            copy_to(connection, copy)
    for number in range(found, newest):
        with connection.transaction():
            STEPS[number - 1](connection)
            connection.run(f"PRAGMA user_version = {number + 1}")
    _grow(connection)


def copy_before(book: Path, version: int) -> Path:
    """Where the copy lies that was taken before a book was brought to the format ``version``."""
    return book.with_name(f"{book.stem}.before-v{version}.mqb")


def _grow(connection: Connection) -> None:
    """Fields that the records gained since become columns: blank, so that no step is needed for them."""
    sql = (
        "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    known = {tuple(row) for row in connection.query(sql)}
    missing = [
        (table, column)
        for table in METADATA.sorted_tables
        for column in table.columns
        if (table.name, column.name) not in known
    ]
    if not missing:
        return
    with connection.transaction():
        for table, column in missing:
            if not any(name == table.name for name, _ in known):
                continue
            definition = CreateColumn(column).compile(dialect=connection.dialect)
            connection.run(f"ALTER TABLE {quote(table.name)} ADD COLUMN {definition}")
