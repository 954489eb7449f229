"""The search index: what of each record can be found, cut into tokens, and kept in step with the records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

from minqing.ledger.connection import Connection
from minqing.ledger.pinyin import name_keys
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.identity import code_of, code_text, code_value, make_id, number_of
from minqing.records.resident import Resident
from minqing.records.visit import Visit

# Results come in the order of the row number, so households and residents come before what was said about them.
INDEXED: tuple[type[Record], ...] = (Household, Resident, Building, Contact, Appeal, Visit)
_RANK = {model.LETTER: rank for rank, model in enumerate(INDEXED)}
_BETWEEN = " _ "  # no phrase runs across two fields
_WORDS = re.compile(r"[a-z0-9]+|[^\x00-\x7f]")
_NO_TOKEN = re.compile(r"[\x00-\x2c\x2e\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_LATIN = re.compile("[a-z0-9]")
_SHORT = 16
_INSERT = "INSERT INTO search(rowid, text) VALUES (?, ?)"
_DELETE = "DELETE FROM search WHERE rowid = ?"

# The first character of a token says what it is.
NAME, DOOR, ROOM, PINYIN, PHONE, TAIL = "=", "@", "#", "~", "~", "%"


def fold(text: str) -> str:
    """Text as the index compares it: full-width letters made plain, lower case."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).lower()


def words(text: str) -> list[str]:
    """Single characters for Chinese, whole words for Latin letters and digits."""
    return _WORDS.findall(fold(text))


def spaced(text: str) -> str:
    """The words of a text with blanks between, as the index is fed them."""
    return _short_spaced(text) if len(text) < _SHORT else _spaced(text)


def _spaced(text: str) -> str:
    folded = fold(text)
    # Marks in plain ASCII separate words in the index anyway, so a text of Chinese alone need not be searched.
    return " ".join(_WORDS.findall(folded) if _LATIN.search(folded) else folded)


_short_spaced = lru_cache(maxsize=1 << 14)(_spaced)


def name_token(name: str) -> str:
    """The token of a whole name."""
    return NAME + _glued(name)


def door_token(key: str) -> str:
    """The token of a door key."""
    return DOOR + _glued(key)


@lru_cache(maxsize=1 << 16)
def _glued(text: str) -> str:
    folded = fold(text)
    return folded if folded.isalnum() else _NO_TOKEN.sub("_", folded)


def row_of(record_id: str) -> int:
    """The row number of a record in the index: kind, book code and number in 63 bits, so no table maps them."""
    return (_RANK[record_id[0]] << 60) | (code_value(code_of(record_id)) << 30) | number_of(record_id)


def id_of(row: int) -> str:
    """The record id that a row number stands for."""
    model = INDEXED[row >> 60]
    return make_id(model.LETTER, code_text((row >> 30) & 0x3FFFFFFF), row & 0x3FFFFFFF)


def rows_of(model: type[Record]) -> tuple[int, int]:
    """The first and the last row number that a record of a kind can have."""
    first = _RANK[model.LETTER] << 60
    return first, first | ((1 << 60) - 1)


def is_indexed(record_id: str) -> bool:
    """Whether records of this kind can be found by search."""
    return record_id[0] in _RANK


def _people(names: Iterable[str]) -> list[str]:
    tokens = []
    for name in names:
        if name:
            tokens += [name_token(name), *[PINYIN + key for key in name_keys(name)], spaced(name)]
    return tokens


def _phones(phones: Iterable[str]) -> list[str]:
    return [token for phone in phones for token in (PHONE + phone, TAIL + phone[-4:])]


def _household(one: Household) -> list[str]:
    place = one.place
    key = place.key
    tokens = [door_token(key)] if key else []
    if one.room:
        tokens.append(ROOM + _glued(one.room))
    shown = (one.estate, place.door, one.detail, one.grid, one.number, one.situation, one.notes, one.community)
    return tokens + [spaced(text) for text in (*shown, *one.tags) if text]


def _resident(one: Resident) -> list[str]:
    tokens = _people((one.name,))
    if one.phones:
        tokens += _phones(one.phones)
    if one.id_number:
        tokens.append(TAIL + one.id_number[-4:].lower())
    shown = (one.former_name, one.work, one.occupation, one.notes, *one.care_groups)
    return tokens + [spaced(text) for text in shown if text]


def _building(one: Building) -> list[str]:
    return [*_people((one.leader,)), spaced(one.estate), spaced(f"{one.name}栋"), spaced(one.notes)]


def _contact(one: Contact) -> list[str]:
    shown = (one.role, one.organisation, one.post, one.area, one.notes)
    return [*_people((one.name,)), *_phones(one.phones), *(spaced(text) for text in shown if text)]


def _appeal(one: Appeal) -> list[str]:
    shown = (one.title, one.text, one.number, one.reporter, one.place, one.category, one.handler)
    result = (one.solution, one.outcome, one.reply, one.notes)
    return [*_phones(one.reporter_phone), *(spaced(text) for text in (*shown, *result) if text)]


def _visit(one: Visit) -> list[str]:
    shown = (one.said, one.problems, one.measures, one.purpose, one.next_reason, one.notes, *one.met)
    return [spaced(text) for text in shown if text]


_TOKENS: dict[type[Record], Callable[[Any], list[str]]] = {
    Household: _household,
    Resident: _resident,
    Building: _building,
    Contact: _contact,
    Appeal: _appeal,
    Visit: _visit,
}


def text_of(record: Record) -> str:
    """What the index is fed for a record."""
    return _BETWEEN.join(_TOKENS[type(record)](record))


def add_all(connection: Connection, records: Sequence[Record]) -> None:
    """Put new records of one kind into the index."""
    if records and type(records[0]) in _TOKENS:
        connection.run_many(_INSERT, [(row_of(record.id), text_of(record)) for record in records])


def update_all(connection: Connection, records: Sequence[Record]) -> None:
    """Bring the index in step with records of one kind that were changed."""
    remove_all(connection, [record.id for record in records])
    add_all(connection, records)


def remove_all(connection: Connection, ids: Sequence[str]) -> None:
    """Take records out of the index."""
    rows = [(row_of(record_id),) for record_id in ids if is_indexed(record_id)]
    if rows:
        connection.run_many(_DELETE, rows)
