"""What the cells of a row that comes in are compared with: what was sent, and what came back last."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from minqing.ledger import Base


class Compared(NamedTuple):
    """``cells`` are those that edits are counted from; a text that is in ``seen`` came before and is no news."""

    cells: Mapping[str, str]
    seen: Mapping[str, str]


def compared(base: Base | None, *, returned: bool) -> Compared | None:
    """What a row is compared with, None when nothing of it was exchanged before.

    A sheet of ours that is ``returned`` was edited from the cells that were sent, whatever other copies of it brought
    since: two people who edit two copies must not undo each other. Columns that were not sent are the other side's own.
    """
    if base is None:
        return None
    if base.sent is None or base.sent is base.cells or not returned:
        return Compared(base.cells, base.cells)
    return Compared({**base.cells, **base.sent}, base.cells)
