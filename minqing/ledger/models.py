"""What the book gives and takes besides records: its profile, changes, what undo kept, partners' bases, hits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict

from minqing.records.catalogue import kind_of

Action = Literal["add", "update", "remove", "decline"]
Direction = Literal["in", "out"]


class Profile(BaseModel):
    """Whose book this is and where; ``first_weekday`` 0 is Monday."""

    model_config = ConfigDict(frozen=True)

    owner: str
    street: str
    community: str
    estate: str = ""
    phone: str = ""
    first_weekday: int = 0

    @property
    def is_office(self) -> bool:
        """Whether the book is a street office's: it has no community of its own."""
        return not self.community


@dataclass(frozen=True, slots=True)
class Changes:
    """What one change did, by record id; false when nothing was written."""

    id: int
    label: str
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.id != 0

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that were touched."""
        letters = {record_id[:2] for ids in (self.added, self.updated, self.removed) for record_id in ids}
        return frozenset(model.KIND for letter in letters if (model := kind_of(letter)))


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the history; the counts are of records."""

    id: int
    label: str
    who: str
    at: datetime
    source: str
    added: int
    updated: int
    removed: int
    undone_by: int | None
    undoes: int | None

    @property
    def records(self) -> int:
        """How many records it touched."""
        return self.added + self.updated + self.removed


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of one record in a change, before and after as sheets and screens show it.

    Of a "decline", ``before`` is what somebody else wrote and was not taken, ``after`` what held instead.
    """

    record_id: str
    field: str
    before: str
    after: str
    action: Action


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that undo left alone, and why; ``field`` is blank when it is the whole record."""

    record_id: str
    field: str
    label: str
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo did, and what it kept because it was edited since."""

    changes: Changes
    kept: tuple[Kept, ...] = ()


@dataclass(frozen=True, slots=True)
class Exchange:
    """A sheet that came in or went out.

    The book fills in ``change``, which wrote it down, and ``undone_by``, the change that took it back. ``book`` and
    ``version`` tell which state of whose book the sheet showed, ``taken`` the newest of ours that had arrived there;
    blank and 0 where it does not say.
    """

    direction: Direction
    partner: str
    file: str
    form: str
    period: str
    digest: str
    rows: int
    change: int | None
    at: datetime
    undone_by: int | None = None
    book: str = ""
    version: int = 0
    taken: int = 0


@dataclass(frozen=True, slots=True)
class Paper:
    """Something that an office gave the book to keep: a form it was taught, or an answer about a layout."""

    kind: str
    name: str
    text: str
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Base:
    """The cells of one row as they were last sent to or received from a partner, and when they became so.

    ``sent`` are those last sent, None if none were; ``older`` are other states that were exchanged and not taken back.
    For a sheet of another book, ``known`` is the last state that its writer had seen when it was written, and ``told``
    what that book had said of the row last before it, ``sibling`` where it said that on another copy of the same sheet.
    ``of_book`` is the same without what people had edited on its sheets, None where they had not. ``heard`` is the last
    change of ours of which the writer of the sheet can have heard.
    """

    cells: Mapping[str, str]
    at: datetime
    sent: Mapping[str, str] | None = None
    older: tuple[Mapping[str, str], ...] = ()
    known: Mapping[str, str] | None = None
    told: Mapping[str, str] | None = None
    heard: float = 0
    sibling: bool = False
    of_book: Base | None = None


@dataclass(frozen=True, slots=True)
class Foreign:
    """What a sheet of another book says of itself: which state of it it shows, and which of ours had arrived there.

    ``taken`` are the states of ours that the sheets showed which had arrived.
    """

    book: str
    version: int
    taken: frozenset[int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found by search, and the household it belongs to (blank for none)."""

    id: str
    kind: str
    household: str
