"""What was last sent to and received from each partner, cell by cell, and the list of sheets that came and went."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import insert, select

from minqing.ledger.codecs import to_json
from minqing.ledger.connection import Connection, insert_sql
from minqing.ledger.models import Base, Exchange
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
) -> int:
    """Write the cells of ``rows`` as the base of (partner, form); gives how many are news.

    What is equal to the last is none, except that cells received before are ``sent`` now.
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
        if before and before[:2] == (headers, text) and before[3] not in came_in:
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


def bases(connection: Connection, partner: str, form: str, version: int = 0) -> dict[str, Base]:
    """The bases of (partner, form) by row key; ``sent`` as the sheet written at ``version`` had it, 0 for the last."""
    names = {row.id: json.loads(row.names) for row in connection.rows(select(HEADERS))}
    out = _written_by(connection, "out")
    sheet = _sheet_written_at(connection, (partner, form), version)
    earlier = _earlier(connection, (partner, form), names)
    statement = select(BASE.c.key, BASE.c.headers, BASE.c.cells, BASE.c.at, BASE.c.change)
    rows = connection.rows(statement.where(BASE.c.partner == partner, BASE.c.form == form))
    found = {}
    for key, headers, text, at, writer in rows:
        cells = dict(zip(names[headers], json.loads(text), strict=True))
        before = earlier.get(key, ())
        states = [*before, (writer, cells)]
        sent = next((one for by, one in reversed(states) if by in out and by <= sheet), None)
        older = tuple(one for _, one in before if one != cells and one is not sent)
        found[key] = Base(cells, datetime.fromisoformat(at), sent, older)
    return found


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
        )
    )


def exchanges(connection: Connection) -> list[Exchange]:
    """All sheets that came and went and were not taken back, newest first."""
    statement = select(EXCHANGE).where(EXCHANGE.c.hidden_by.is_(None)).order_by(EXCHANGE.c.id.desc())
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
