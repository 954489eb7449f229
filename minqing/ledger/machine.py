"""Under which book code this machine makes new ids: each copy of a book on each machine has its own."""

from __future__ import annotations

import hashlib
import os
import secrets
from functools import cache
from pathlib import Path

import platformdirs
from sqlalchemy import insert, select

from minqing.ledger.connection import Connection
from minqing.ledger.tables import COUNTER, MACHINE
from minqing.records.identity import new_code


def book_code(connection: Connection) -> str:
    """The code for new ids of this copy of the book on this machine; drawn and written down the first time."""
    key = _key(connection.path)
    rows = connection.rows(select(MACHINE.c.machine, MACHINE.c.code))
    known = {row.machine: row.code for row in rows}
    taken = set(known.values()) | {row.code for row in connection.rows(select(COUNTER.c.code).distinct())}
    marker = restored_marker(connection.path)
    if key in known and not marker.exists():
        return str(known[key])
    code = new_code()
    while code in taken:
        code = new_code()
    with connection.transaction():
        connection.execute(MACHINE.delete().where(MACHINE.c.machine == key))
        connection.execute(insert(MACHINE).values(machine=key, code=code))
    marker.unlink(missing_ok=True)
    return code


def codes_ever(connection: Connection) -> frozenset[str]:
    """All codes under which this book was written to, here or where it was copied or brought back from."""
    codes = connection.rows(select(MACHINE.c.code).union(select(COUNTER.c.code)))
    return frozenset(str(row.code) for row in codes)


def restored_marker(path: Path) -> Path:
    """A file beside a book that was brought back from a backup: ids made since that backup must not be made again."""
    return path.with_name(f"{path.name}.restored")


def _key(path: Path) -> str:
    """Tells copies of one book apart, on other machines and on this one, without saying where they are."""
    place = os.path.normcase(path.resolve())
    return hashlib.sha256(f"{_machine()}|{place}".encode()).hexdigest()[:24]


@cache
def _machine() -> str:
    file = platformdirs.user_data_path("minqing") / "machine"
    try:
        if file.exists() and (known := file.read_text("utf-8").strip()):
            return known
        file.parent.mkdir(parents=True, exist_ok=True)
        made = secrets.token_hex(16)
        file.write_text(made, "utf-8")
        return made
    except OSError:
        # Nowhere to keep it: ids stay unique all the same, under a new code each time the program runs.
        return secrets.token_hex(16)
