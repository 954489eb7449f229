"""What was last sent to and received from each partner, cell by cell, and the list of sheets that came and went."""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import insert, select

from minqing.ledger.codecs import to_json
from minqing.ledger.connection import Connection, insert_sql
from minqing.ledger.models import Base, Exchange, Foreign
from minqing.ledger.tables import BASE, BASE_JOURNAL, EXCHANGE, HEADERS

_PUT = insert_sql(BASE, verb="INSERT OR REPLACE")
_NOTE = insert_sql(BASE_JOURNAL, verb="INSERT OR IGNORE")
_STORED = (
    "SELECT key, headers, cells, at, change FROM base WHERE partner = ? AND form = ? "
    "AND key IN (SELECT value FROM json_each(?))"
)
_EARLIER = (
    "SELECT key, headers, cells, writer FROM base_journal WHERE partner = ? AND form = ? AND headers IS NOT NULL "
    "ORDER BY change"
)
_NOTHING = (None, None, None, None)
_NO_SHEET = float("inf")
_Cells = dict[str, str]
# What a change left behind and nobody has touched since.
_UNTOUCHED = """
    SELECT j.partner, j.form, j.key, j.headers, j.cells, j.at, j.writer, b.headers, b.cells, b.at, b.change
    FROM base_journal j LEFT JOIN base b ON b.partner = j.partner AND b.form = j.form AND b.key = j.key
    WHERE j.change = ? AND b.change IS j.left_by
"""


def remember(
    connection: Connection,
    change_id: int,
    whose: tuple[str, str],
    rows: Mapping[str, Mapping[str, str]],
    *,
    sent: bool = False,
    always: bool = False,
) -> list[str]:
    """Write the cells of ``rows`` as the base of (partner, form); gives the keys of those that are no news.

    What is equal to the last is none, except that cells received before are ``sent`` now; ``always``: even that is.
    """
    came_in = _written_by(connection, "in") if sent else set()
    stored = {row[0]: row[1:] for row in connection.query(_STORED, (*whose, to_json(list(rows))))}
    known_headers: dict[tuple[str, ...], int] = {}
    at = datetime.now().isoformat(" ", "seconds")
    put, note, again = [], [], []
    for key, cells in rows.items():
        names = tuple(cells)
        if names not in known_headers:
            known_headers[names] = _headers_id(connection, names)
        headers, text = known_headers[names], to_json(list(cells.values()))
        before = stored.get(key)
        if not always and before and before[:2] == (headers, text) and before[3] not in came_in:
            again.append(key)
            continue
        put.append((*whose, key, headers, text, at, change_id))
        note.append((change_id, *whose, key, *(before or _NOTHING), change_id))
    connection.run_many(_NOTE, note)
    connection.run_many(_PUT, put)
    return again


def _headers_id(connection: Connection, names: tuple[str, ...]) -> int:
    text = to_json(list(names))
    rows = connection.rows(select(HEADERS.c.id).where(HEADERS.c.names == text))
    if not rows:
        connection.execute(insert(HEADERS).values(names=text))
        rows = connection.rows(select(HEADERS.c.id).where(HEADERS.c.names == text))
    return int(rows[0].id)


def _written_by(connection: Connection, direction: str) -> set[int]:
    """The changes in which sheets went or came that were not taken back."""
    sql = "SELECT written_by FROM exchange WHERE direction = ? AND hidden_by IS NULL"
    return {row[0] for row in connection.query(sql, (direction,))}


def bases(
    connection: Connection, partner: str, form: str, version: int = 0, foreign: Foreign | None = None
) -> dict[str, Base]:
    """The bases of (partner, form) by row key; ``sent`` as the sheet written at ``version`` had it, 0 for the last.

    With ``foreign`` also what the writer of that sheet had seen.
    """
    names = {row.id: json.loads(row.names) for row in connection.rows(select(HEADERS))}
    out = _written_by(connection, "out")
    sheets = _Sheets(connection, (partner, form))
    sheet = sheets.written_at(version) if version else _NO_SHEET
    earlier = _earlier(connection, (partner, form), names)
    statement = select(BASE.c.key, BASE.c.headers, BASE.c.cells, BASE.c.at, BASE.c.change)
    rows = connection.rows(statement.where(BASE.c.partner == partner, BASE.c.form == form))
    abroad = _Abroad(connection, (partner, form), sheets, foreign) if foreign else None
    found = {}
    for key, headers, text, at, writer in rows:
        cells = dict(zip(names[headers], json.loads(text), strict=True))
        before = earlier.get(key, ())
        states = [*before, (writer, cells)]
        sent = next((one for by, one in reversed(states) if by in out and by <= sheet), None)
        older = tuple(one for _, one in before if one != cells and one is not sent)
        seen = abroad.seen(key, states) if abroad else _Seen(None, None, sheets.last if sheet == _NO_SHEET else sheet)
        base = Base(cells, datetime.fromisoformat(at), sent, older, *seen)
        if abroad and abroad.edited(key, states):
            own = abroad.seen(key, states, by_hand=False)
            base = replace(base, of_book=replace(base, known=own.known, told=own.told, heard=own.heard))
        found[key] = base
    return found


class _Seen(NamedTuple):
    """The last state of a row that a writer had seen, the last that he had told, the last sheet of ours that he saw."""

    known: _Cells | None
    told: _Cells | None
    heard: float
    sibling: bool = False


class _Abroad:
    """What another book had seen of ours, and had said itself, when it wrote a sheet."""

    def __init__(self, connection: Connection, whose: tuple[str, str], sheets: _Sheets, foreign: Foreign) -> None:
        sql = (
            "SELECT written_by, book, version, taken, by_hand FROM exchange "
            "WHERE partner = ? AND form = ? AND direction = 'in' AND hidden_by IS NULL"
        )
        came = connection.query(sql, whose)
        self._by_hand = {(row[0], key) for row in came if row[4] for key in _unpacked(row[4])}
        self._said = {
            by: (version or 0 if book == foreign.book else 0, sheets.written_at(taken) if taken else 0)
            for by, book, version, taken, _ in came
            if book != foreign.book or (version or 0) <= foreign.version
        }
        self._version = foreign.version
        self._sent = _written_by(connection, "out")
        self._arrived = {number for taken in foreign.taken if (number := sheets.written_at(taken)) in self._sent}
        self._again = sheets.again(self._arrived)

    def edited(self, key: str, states: Sequence[tuple[int, _Cells]]) -> bool:
        """Whether somebody edited one of these states of a row after that book had written it."""
        return bool(self._by_hand) and any((by, key) in self._by_hand for by, _ in states)

    def seen(self, key: str, states: Sequence[tuple[int, _Cells]], *, by_hand: bool = True) -> _Seen:
        """What its writer had seen and told of a row; ``states`` are the row's, oldest first.

        A sheet of ours that arrived had shown those that it brought up, and those from before that it said again.
        Without ``by_hand`` only what the book itself had told counts.
        """
        told = max(
            (
                place
                for place, (by, _) in enumerate(states)
                if by in self._said and (by_hand or (by, key) not in self._by_hand)
            ),
            key=lambda place: (self._said[states[place][0]][0], place),
            default=-1,
        )
        heard = self._said[states[told][0]][1] if told >= 0 else 0
        again = self._again(key)
        shown = [
            (max(by if by in self._arrived else 0, again if by <= again else 0), place)
            for place, (by, _) in enumerate(states)
            if by in self._sent
        ]
        known = max((place for by, place in shown if by > heard), default=told)
        return _Seen(
            states[known][1] if known >= 0 else None,
            states[told][1] if told >= 0 else None,
            max((by for by, _ in shown), default=0),
            told >= 0 and self._said[states[told][0]][0] == self._version,
        )


class _Sheets:
    """The sheets of one form that went to one partner, by the change that noted each."""

    def __init__(self, connection: Connection, whose: tuple[str, str]) -> None:
        sql = "SELECT written_by, again FROM exchange WHERE partner = ? AND form = ? AND direction = 'out' ORDER BY 1"
        self._again: dict[int, bytes | None] = dict(connection.query(sql, whose))
        self._numbers = list(self._again)

    @property
    def last(self) -> int:
        """The last sheet, 0 for none."""
        return self._numbers[-1] if self._numbers else 0

    def written_at(self, version: int) -> float:
        """The sheet that was written when the book was at ``version``; later than all where none was."""
        place = bisect_right(self._numbers, version)
        return self._numbers[place] if place < len(self._numbers) else _NO_SHEET

    def again(self, numbers: Collection[float]) -> Callable[[str], int]:
        """By row key the last of these sheets that said of the row what an earlier one had; 0 for none.

        An older program did not note which rows those were: its sheets count as having had all of them.
        """
        last: dict[str, int] = {}
        whole = 0
        for number, packed in self._again.items():
            if number not in numbers:
                continue
            if packed is None:
                whole = number
            else:
                last.update(dict.fromkeys(_unpacked(packed), number))
        return lambda key: max(last.get(key, 0), whole)


def _packed(keys: Iterable[str]) -> bytes:
    return zlib.compress("\n".join(keys).encode())


def _unpacked(content: bytes) -> list[str]:
    return zlib.decompress(content).decode().split("\n")


def _earlier(
    connection: Connection, whose: tuple[str, str], names: Mapping[int, list[str]]
) -> dict[str, list[tuple[int, dict[str, str]]]]:
    """By row key: who had written what before the base of now, oldest first, without what was taken back."""
    standing = _written_by(connection, "in") | _written_by(connection, "out")
    found: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for key, headers, cells, writer in connection.query(_EARLIER, whose):
        if writer in standing:
            found.setdefault(key, []).append((writer, dict(zip(names[headers], json.loads(cells), strict=True))))
    return found


def brought(connection: Connection, form: str = "") -> dict[str, tuple[str, ...]]:
    """By record id the partners whose sheets (of ``form``, if given) brought it, who did so last comes first."""
    sql = (
        "SELECT key, partner FROM base_journal WHERE change IN (SELECT value FROM json_each(?)) AND ? IN ('', form) "
        "GROUP BY key, partner ORDER BY max(change) DESC"
    )
    found: dict[str, dict[str, None]] = {}
    for key, partner in connection.query(sql, (to_json(sorted(_written_by(connection, "in"))), form)):
        for record_id in key.split():
            found.setdefault(record_id, {})[partner] = None
    return {record_id: tuple(partners) for record_id, partners in found.items()}


def note(
    connection: Connection,
    change_id: int,
    exchange: Exchange,
    *,
    again: Iterable[str] = (),
    by_hand: Iterable[str] = (),
) -> None:
    """Write down one sheet that came in or went out.

    ``again`` are its rows that had been sent before as they are, ``by_hand`` those that were edited after they had been
    written.
    """
    connection.execute(
        insert(EXCHANGE).values(
            direction=exchange.direction,
            partner=exchange.partner,
            file=exchange.file,
            form=exchange.form,
            period=exchange.period,
            digest=exchange.digest,
            rows=exchange.rows,
            change=change_id if exchange.change is None else exchange.change,
            at=exchange.at.isoformat(" ", "seconds"),
            written_by=change_id,
            book=exchange.book,
            version=exchange.version,
            taken=exchange.taken,
            again=_packed(again) if exchange.direction == "out" else None,
            by_hand=_packed(by_hand) if exchange.direction == "in" else None,
        )
    )


def exchanges(connection: Connection, *, undone: bool = False) -> list[Exchange]:
    """All sheets that came and went, newest first; also those taken back only if ``undone``."""
    statement = select(EXCHANGE).order_by(EXCHANGE.c.id.desc())
    if not undone:
        statement = statement.where(EXCHANGE.c.hidden_by.is_(None))
    return [
        Exchange(
            direction=row.direction,
            partner=row.partner,
            file=row.file,
            form=row.form,
            period=row.period,
            digest=row.digest,
            rows=row.rows,
            change=row.change,
            at=datetime.fromisoformat(row.at),
            undone_by=row.hidden_by,
            book=row.book or "",
            version=row.version or 0,
            taken=row.taken or 0,
        )
        for row in connection.rows(statement)
    ]


def undo(connection: Connection, change_id: int, undo_id: int) -> None:
    """Give back the bases and hide the sheets that ``change_id`` wrote, or the reverse when it was itself an undo."""
    put, gone, notes = [], [], []
    for partner, form, key, headers, cells, at, writer, *now in connection.query(_UNTOUCHED, (change_id,)):
        whose = (partner, form, key)
        if headers is None:
            gone.append(whose)
        else:
            put.append((*whose, headers, cells, at, writer))
        notes.append((undo_id, *whose, *now, writer))
    connection.run_many(_NOTE, notes)
    connection.run_many(_PUT, put)
    connection.run_many("DELETE FROM base WHERE partner = ? AND form = ? AND key = ?", gone)
    connection.run("UPDATE exchange SET hidden_by = NULL WHERE hidden_by = ?", (change_id,))
    connection.run("UPDATE exchange SET hidden_by = ? WHERE written_by = ? AND hidden_by IS NULL", (undo_id, change_id))
