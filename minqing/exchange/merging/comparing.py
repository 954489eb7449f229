"""What the cells of a row that comes in are compared with: what was sent, and what came back last."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from minqing.exchange.merging.merge import Outcome, three_way
from minqing.forms.sheet import SheetReading
from minqing.ledger import Base, Foreign

_NOTHING: Mapping[str, str] = {}
_ANY_STATE = 1 << 62


class Compared(NamedTuple):
    """``cells`` are those that edits are counted from; a text that is in ``seen`` came before and is no news.

    A text that is in ``told`` had been said before its writer saw ours: whoever says it again now stands by it.
    ``heard`` is the last change of ours of which the writer can have heard.
    """

    cells: Mapping[str, str]
    seen: Mapping[str, str] = _NOTHING
    told: Mapping[str, str] = _NOTHING
    heard: float = 0

    def outcome(self, label: str, *, was: str | None, ours: str, theirs: str) -> Outcome:
        """What one cell means for the book."""
        found = three_way(base=was, ours=ours, theirs=theirs)
        if found is Outcome.KEEP or theirs == self.seen.get(label):
            return Outcome.KEEP
        return Outcome.ASK if found is Outcome.TAKE and theirs == self.told.get(label) else found


def foreign_of(reading: SheetReading, codes: Collection[str]) -> Foreign | None:
    """What a sheet of another book says of itself; None for one of ours, and for one that no book wrote."""
    if not reading.book or reading.book in codes:
        return None
    marker = reading.marker
    taken = frozenset(marker.states_taken if marker.theirs in codes else ())
    return Foreign(reading.book, reading.version or _ANY_STATE, taken)


def compared(base: Base | None, *, returned: bool) -> Compared | None:
    """What a row is compared with, None when nothing of it was exchanged before.

    A sheet of ours that is ``returned`` was edited from the cells that were sent, whatever other copies of it brought
    since: two people who edit two copies must not undo each other. Columns that were not sent are the other side's own.
    One of another book was written by somebody who had seen what that book says it had taken in, and no more.
    """
    if base is None:
        return None
    if not returned:
        return Compared(base.known or _NOTHING, told=base.told or _NOTHING, heard=base.heard)
    if base.sent is None or base.sent is base.cells:
        return Compared(base.cells, base.cells, heard=base.heard)
    return Compared({**base.cells, **base.sent}, base.cells, heard=base.heard)
