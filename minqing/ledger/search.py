"""Search: what was typed becomes a few index queries, tried from the most exact to the loosest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minqing.ledger.connection import Connection
from minqing.ledger.models import Hit
from minqing.ledger.search_index import (
    NAME,
    PHONE,
    PINYIN,
    ROOM,
    TAIL,
    door_token,
    fold,
    id_of,
    name_token,
    rows_of,
    words,
)
from minqing.records.address import parse_address, parse_door
from minqing.records.base import Record
from minqing.records.catalogue import kind_of
from minqing.records.identity import normalise_id

MATCH = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?"
_MATCH_KIND = "SELECT rowid FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?"
_LATIN = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"[0-9]+")
_TAIL = re.compile(r"[0-9]{3}[0-9x]")
_ROOM = re.compile(r"[0-9a-z]{2,6}")
_ID_NUMBER = re.compile(r"[0-9]{15}|[0-9]{17}[0-9x]")
_PHONE_MARKS = re.compile(r"(?<=[0-9])[\s-]+(?=[0-9])")
_LONGEST = 60
_BY_HOUSEHOLD = {"resident", "visit", "appeal"}


def find(connection: Connection, text: str, limit: int) -> list[Hit]:
    """Records that ``text`` finds, best first: exact id, name or door, then names beginning so, then the rest."""
    typed = fold(text).strip()[:_LONGEST]
    if not typed or limit <= 0:
        return []
    found = _found(connection, typed, limit, _exact_ids(connection, text, typed))
    return _hits(connection, found)


def newest(connection: Connection, text: str, kind: type[Record], limit: int) -> list[Hit]:
    """Records of one kind that ``text`` finds: those it finds more exactly first, and of these the newest."""
    typed = fold(text).strip()[:_LONGEST]
    if not typed or limit <= 0:
        return []
    known = [record_id for record_id in _exact_ids(connection, text, typed) if kind_of(record_id) is kind]
    return _hits(connection, _found(connection, typed, limit, known, rows=rows_of(kind)))


def _found(
    connection: Connection, typed: str, limit: int, known: Sequence[str], *, rows: tuple[int, int] | None = None
) -> list[str]:
    """The ids that a folded text finds, after those that are ``known``; with ``rows`` only those in that range."""
    found: dict[str, None] = dict.fromkeys(known)
    for expression in expressions(typed):
        if len(found) >= limit:
            break
        # The exact ones come again in the looser queries: leave room for them.
        most = limit + len(found)
        sql, asked = (MATCH, (expression, most)) if rows is None else (_MATCH_KIND, (expression, *rows, most))
        for (row,) in connection.query(sql, asked):
            found[id_of(row)] = None
    return list(found)[:limit]


def _exact_ids(connection: Connection, text: str, typed: str) -> list[str]:
    record_id = normalise_id(text)
    if record_id and (model := kind_of(record_id)):
        return [row[0] for row in connection.query(f'SELECT id FROM "{model.KIND}" WHERE id = ?', (record_id,))]
    if _ID_NUMBER.fullmatch(typed):
        sql = "SELECT id FROM resident WHERE id_number = ? AND id_number <> ''"
        return [row[0] for row in connection.query(sql, (typed.upper(),))]
    return []


def expressions(typed: str) -> Iterator[str]:
    """The index queries for a folded text, the most exact first."""
    terms = typed.split()
    whole = "".join(terms)
    yield " OR ".join(_exact(whole))
    door = _door_in_estate(typed)
    if door:
        yield door
    if not whole.isascii():
        yield _prefix(NAME + name_token(whole)[1:])
    loose = _loose(typed)
    if loose:
        yield loose
    if len(terms) > 1:
        each = [_loose(term) for term in terms]
        yield " AND ".join(f"({one})" for one in each if one)


def _exact(whole: str) -> list[str]:
    exact = [_phrase(name_token(whole))]
    key = parse_door(whole).key
    if key:
        exact.append(_phrase(door_token(key)))
    return exact


def _door_in_estate(typed: str) -> str:
    """``翡翠城3栋2单元501``: the door, narrowed down by what stands before it."""
    address = parse_address(typed)
    if not address.room or not (address.estate or address.community or address.street):
        return ""
    place = address.estate or address.community or address.street
    spaced = " ".join(words(place))
    return f"{_phrase(door_token(address.key))} AND {_phrase(spaced)}" if spaced else ""


def _loose(term: str) -> str:
    """Everything that one term may stand for, joined by OR; blank when it holds nothing to look for."""
    choices = []
    if _LATIN.fullmatch(term.replace("'", "")):
        choices.append(_prefix(PINYIN + term.replace("'", "")))
    digits = _PHONE_MARKS.sub("", term)
    if _DIGITS.fullmatch(digits) and len(digits) >= 3:
        choices.append(_prefix(PHONE + digits))
    if _TAIL.fullmatch(term):
        choices.append(_phrase(TAIL + term))
    if _ROOM.fullmatch(term) and any(character.isdigit() for character in term):
        choices.append(_phrase(ROOM + term))
    choices += [_words_phrase(text) for text in dict.fromkeys((term, fold(_canonical_door(term)))) if words(text)]
    return " OR ".join(choices)


def _canonical_door(term: str) -> str:
    """``3-2`` as the index has it: ``3栋2单元``; a blank when the term is no part of a door."""
    if not any(character.isdigit() or character in "栋幢座单元" for character in term):
        return ""
    address = parse_door(term)
    return address.door if address.building and not address.rest and not address.estate else ""


def _words_phrase(text: str) -> str:
    """All words in a row; the last one, if Latin or digits, may go on."""
    parts = words(text)
    phrase = " ".join(parts)
    return _prefix(phrase) if parts[-1].isascii() and len(parts[-1]) > 1 else _phrase(phrase)


def _phrase(text: str) -> str:
    return '"' + text.replace('"', "") + '"'


def _prefix(text: str) -> str:
    return _phrase(text) + " *"


def _hits(connection: Connection, ids: list[str]) -> list[Hit]:
    kinds = {record_id: model.KIND for record_id in ids if (model := kind_of(record_id))}
    households = {record_id: record_id for record_id, kind in kinds.items() if kind == "household"}
    for kind in _BY_HOUSEHOLD.intersection(kinds.values()):
        wanted = [record_id for record_id in ids if kinds[record_id] == kind]
        marks = ", ".join("?" * len(wanted))
        rows = connection.query(f'SELECT id, household FROM "{kind}" WHERE id IN ({marks})', wanted)
        households.update((record_id, household or "") for record_id, household in rows)
    return [Hit(record_id, kinds[record_id], households.get(record_id, "")) for record_id in ids]
