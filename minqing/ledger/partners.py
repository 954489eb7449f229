"""What was last sent to and received from each partner, cell by cell, and the list of sheets that came and went."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache

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
) -> int:
    """Write the cells of ``rows`` as the base of (partner, form); gives how many are news.

    What is equal to the last is none, except that cells received before are ``sent`` now; ``always``: even that is.
    """
    came_in = _written_by(connection, "in") if sent else set()
    stored = {row[0]: row[1:] for row in connection.query(_STORED, (*whose, to_json(list(rows))))}
    known_headers: dict[tuple[str, ...], int] = {}
    at = datetime.now().isoformat(" ", "seconds")
    put, note = [], []
    for key, cells in rows.items():
        names = tuple(cells)
        if names not in known_headers:
            known_headers[names] = _headers_id(connection, names)
        headers, text = known_headers[names], to_json(list(cells.values()))
        before = stored.get(key)
        if not always and before and before[:2] == (headers, text) and before[3] not in came_in:
            continue
        put.append((*whose, key, headers, text, at, change_id))
        note.append((change_id, *whose, key, *(before or _NOTHING), change_id))
    connection.run_many(_NOTE, note)
    connection.run_many(_PUT, put)
    return len(put)


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
    sheet = _sheet_written_at(connection, (partner, form), version)
    earlier = _earlier(connection, (partner, form), names)
    statement = select(BASE.c.key, BASE.c.headers, BASE.c.cells, BASE.c.at, BASE.c.change)
    rows = connection.rows(statement.where(BASE.c.partner == partner, BASE.c.form == form))
    abroad = _Abroad(connection, (partner, form), foreign) if foreign else None
    found = {}
    for key, headers, text, at, writer in rows:
        cells = dict(zip(names[headers], json.loads(text), strict=True))
        before = earlier.get(key, ())
        states = [*before, (writer, cells)]
        sent = next((one for by, one in reversed(states) if by in out and by <= sheet), None)
        older = tuple(one for _, one in before if one != cells and one is not sent)
        known, told = abroad.seen(states) if abroad else (None, None)
        found[key] = Base(cells, datetime.fromisoformat(at), sent, older, known, told)
    return found


class _Abroad:
    """What another book had seen of ours, and had said itself, when it wrote a sheet."""

    def __init__(self, connection: Connection, whose: tuple[str, str], foreign: Foreign) -> None:
        sql = (
            "SELECT written_by, book, version, taken FROM exchange "
            "WHERE partner = ? AND form = ? AND direction = 'in' AND hidden_by IS NULL"
        )
        came = connection.query(sql, whose)
        arrived = cache(lambda taken: _sheet_written_at(connection, whose, taken) if taken else 0)
        self._said = {
            by: (version or 0 if book == foreign.book else 0, arrived(taken or 0))
            for by, book, version, taken in came
            if book != foreign.book or (version or 0) <= foreign.version
        }
        self._sent = _written_by(connection, "out")
        self._arrived = arrived(foreign.taken)

    def seen(self, states: Sequence[tuple[int, _Cells]]) -> tuple[_Cells | None, _Cells | None]:
        """Of the states of a row, oldest first: the last that its writer had seen, and the last that it had told."""
        told = max(
            (place for place, (by, _) in enumerate(states) if by in self._said),
            key=lambda place: (self._said[states[place][0]][0], place),
            default=-1,
        )
        heard = self._said[states[told][0]][1] if told >= 0 else 0
        news = [place for place, (by, _) in enumerate(states) if by in self._sent and heard < by <= self._arrived]
        known = max(news, default=told)
        return (states[known][1] if known >= 0 else None, states[told][1] if told >= 0 else None)


def _sheet_written_at(connection: Connection, whose: tuple[str, str], version: int) -> float:
    """The change that noted the sheet which was written when the book was at ``version``."""
    sql = "SELECT min(written_by) FROM exchange WHERE partner = ? AND form = ? AND direction = 'out' AND written_by > ?"
    found = connection.query(sql, (*whose, version)) if version else []
    return found[0][0] if found and found[0][0] else float("inf")


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


def note(connection: Connection, change_id: int, exchange: Exchange) -> None:
    """Write down one sheet that came in or went out."""
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
