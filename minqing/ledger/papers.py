"""An office's papers that the book keeps beside its records: forms it was taught, and answers that it was given."""

from __future__ import annotations

from sqlalchemy import func, insert, select

from minqing.ledger.connection import Connection
from minqing.ledger.models import Paper
from minqing.ledger.tables import PAPER


def keep(connection: Connection, change_id: int, paper: Paper) -> bool:
    """Write a paper down in place of the one of its kind and name; false when it is there already as it is."""
    if paper in papers(connection, paper.kind):
        return False
    _write(connection, change_id, paper, gone=0)
    return True


def drop(connection: Connection, change_id: int, kind: str, name: str) -> bool:
    """Take a paper away; false when there is none of this name."""
    if name not in {paper.name for paper in papers(connection, kind)}:
        return False
    _write(connection, change_id, Paper(kind, name, ""), gone=1)
    return True


def _write(connection: Connection, change_id: int, paper: Paper, *, gone: int) -> None:
    connection.execute(
        insert(PAPER).values(
            kind=paper.kind,
            name=paper.name,
            text=paper.text,
            content=paper.content,
            gone=gone,
            written_by=change_id,
        )
    )


def papers(connection: Connection, kind: str) -> list[Paper]:
    """The papers of a kind as they stand, by name; those taken back or away are left out."""
    newest = select(func.max(PAPER.c.id)).where(PAPER.c.kind == kind, PAPER.c.hidden_by.is_(None))
    statement = select(PAPER).where(PAPER.c.id.in_(newest.group_by(PAPER.c.name)), PAPER.c.gone == 0)
    return [Paper(row.kind, row.name, row.text, row.content) for row in connection.rows(statement.order_by("name"))]


def papers_of(connection: Connection, kind: str, change_id: int) -> list[Paper]:
    """The papers of a kind that a change wrote, whether it stands or was taken back."""
    statement = select(PAPER).where(PAPER.c.kind == kind, PAPER.c.written_by == change_id, PAPER.c.gone == 0)
    return [Paper(row.kind, row.name, row.text, row.content) for row in connection.rows(statement.order_by("id"))]


def undo(connection: Connection, change_id: int, undo_id: int) -> None:
    """Hide what ``change_id`` wrote, so that what stood before stands again; or the reverse for an undo."""
    connection.run("UPDATE paper SET hidden_by = NULL WHERE hidden_by = ?", (change_id,))
    connection.run("UPDATE paper SET hidden_by = ? WHERE written_by = ? AND hidden_by IS NULL", (undo_id, change_id))
