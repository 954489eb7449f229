"""Reading what was dropped or chosen: one file, or a folder full of them, sorted out before anything is planned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from minqing.errors import NothingToTake, SheetError
from minqing.ledger import Ledger

if TYPE_CHECKING:
    from minqing.exchange.partners.roll import Batch
    from minqing.forms.sheet import SheetReading


@dataclass(frozen=True)
class Stack:
    """The sheets that are to be planned, those that were not read with the reason, and what the roll is called from."""

    batch: Batch
    skipped: tuple[tuple[str, str], ...]

    @property
    def readings(self) -> tuple[SheetReading, ...]:
        """The sheets that are to be planned."""
        return self.batch.readings


def read_stack(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    password: str | None = None,
    choices: Mapping[str, str] | None = None,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> Stack:
    """Read files as this book knows how; of several, those that cannot be read are only said.

    Raises what reading the only file raises; NothingToTake where no sheet of many can be taken in.
    """
    from minqing.actions.reading import Reader
    from minqing.exchange.partners.roll import Unread, look_through

    reader = Reader(ledger)
    readings: list[SheetReading] = []
    skipped: list[tuple[str, str]] = []
    unread: list[Unread] = []
    for number, path in enumerate(paths):
        report(number, len(paths))
        try:
            found = reader.read(path, password=password, choices=choices)
        except SheetError as error:
            if len(paths) == 1:
                raise
            unread.append(Unread(path, str(error), error.code))
            continue
        readings += found.readings
        skipped += found.skipped
    batch = look_through(ledger, readings, unread=unread)
    if not batch.readings:
        raise NothingToTake(len(paths))
    return Stack(batch, tuple(dict.fromkeys(skipped)))
