"""The tables: one per kind of record, derived from its fields, and the few that the book itself needs."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.types import TypeEngine, UserDefinedType

from minqing.records.base import Record
from minqing.records.catalogue import KINDS
from minqing.records.fields import Field
from minqing.records.values import Kind

APPLICATION_ID = 0x4D51424B  # "MQBK"
_NULLABLE = {Kind.DATE, Kind.TIME, Kind.INTEGER, Kind.REF}
_LOOKED_UP = {Kind.REF, Kind.ID_NUMBER}

METADATA = MetaData()


class _AsItIs(UserDefinedType[Any]):
    """A column without affinity: numbers stay numbers and text stays text."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "BLOB"


def _column(field: Field) -> Column[Any]:
    kind: TypeEngine[Any] = Integer() if field.kind is Kind.INTEGER else Text()
    if field.kind is Kind.REF and field.to:
        target = ForeignKey(f"{field.to}.id", deferrable=True, initially="DEFERRED")
        return Column(field.name, kind, target, nullable=True)
    if field.kind in _NULLABLE:
        return Column(field.name, kind, nullable=True)
    return Column(field.name, kind, nullable=False, server_default=text("''"))


def _record_table(model: type[Record]) -> Table:
    fields = model.fields()
    return Table(
        model.KIND,
        METADATA,
        Column("id", Text, primary_key=True, nullable=False),
        Column("revision", Integer, nullable=False),
        *(_column(field) for field in fields.values()),
        Column("extra", Text, nullable=False, server_default=text("''")),
        *(
            Index(f"{model.KIND}_by_{field.name}", field.name, sqlite_where=_filled(field))
            for field in fields.values()
            if field.kind in _LOOKED_UP
        ),
    )


def _filled(field: Field) -> object:
    return text(f"{field.name} IS NOT NULL" if field.kind is Kind.REF else f"{field.name} <> ''")


RECORDS: dict[type[Record], Table] = {model: _record_table(model) for model in KINDS.values()}

BOOK = Table("book", METADATA, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

MACHINE = Table(
    "machine",
    METADATA,
    Column("machine", Text, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
)

COUNTER = Table(
    "counter",
    METADATA,
    Column("code", Text, primary_key=True),
    Column("letter", Text, primary_key=True),
    Column("next", Integer, nullable=False),
    sqlite_with_rowid=False,
)

CHANGE = Table(
    "change",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("label", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("added", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("undone_by", Integer),
    Column("undoes", Integer),
    sqlite_autoincrement=True,
)

# action: a(dd), u(pdate of one field), r(emove). An added record has no image: it follows from what came later.
JOURNAL = Table(
    "journal",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("record", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("action", Text, nullable=False),
    Column("before", _AsItIs()),
    Column("after", _AsItIs()),
    Index("journal_by_record", "record"),
    sqlite_with_rowid=False,
)

# The headers of a form's rows are stored once; a row's cells are a JSON list in the same order.
HEADERS = Table(
    "headers", METADATA, Column("id", Integer, primary_key=True), Column("names", Text, nullable=False, unique=True)
)

BASE = Table(
    "base",
    METADATA,
    Column("partner", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("headers", Integer, nullable=False),
    Column("cells", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("change", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# What a base was before a change, all blank when there was none; left_by: who had written it after, blank if it went.
BASE_JOURNAL = Table(
    "base_journal",
    METADATA,
    Column("change", Integer, primary_key=True),
    Column("partner", Text, primary_key=True),
    Column("form", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("headers", Integer),
    Column("cells", Text),
    Column("at", Text),
    Column("writer", Integer),
    Column("left_by", Integer),
    sqlite_with_rowid=False,
)

EXCHANGE = Table(
    "exchange",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("direction", Text, nullable=False),
    Column("partner", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("change", Integer),
    Column("at", Text, nullable=False),
    Column("written_by", Integer, nullable=False),
    Column("hidden_by", Integer),
    Column("book", Text),
    Column("version", Integer),
    Column("taken", Integer),
    Column("again", LargeBinary),
    Column("by_hand", LargeBinary),
    sqlite_autoincrement=True,
)

# Nothing is overwritten: the newest row of a kind and name stands, unless an undo has hidden it or it says "gone".
PAPER = Table(
    "paper",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("gone", Integer, nullable=False),
    Column("written_by", Integer, nullable=False),
    Column("hidden_by", Integer),
    sqlite_autoincrement=True,
)

# A row with ``gone`` takes the attachment of that id away. Rows are small: the bytes lie in a table of their own.
ATTACHMENT = Table(
    "attachment",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("household", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("thumbnail", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("gone", Integer, nullable=False),
    Column("written_by", Integer, nullable=False),
    Column("hidden_by", Integer),
    Index("attachment_by_household", "household"),
    Index("attachment_by_gone", "gone", sqlite_where=text("gone <> 0")),
    sqlite_autoincrement=True,
)

ATTACHMENT_CONTENT = Table(
    "attachment_content",
    METADATA,
    Column("digest", Text, primary_key=True, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

# Who looked at which hidden number, and when; never the number.
REVEAL = Table(
    "reveal",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("record", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("reveal_by_record", "record"),
    sqlite_autoincrement=True,
)

# Text comes in as single characters and words with spaces between, so every run of characters is a phrase; the
# prefix indexes make the first letters of pinyin, phones and names as fast as whole words.
SEARCH_DDL = (
    "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, "
    "tokenize=\"ascii tokenchars '-_#=~@%'\", prefix='2 3 4 5 6 7 8')"
)
