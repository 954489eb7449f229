"""What a row is about, as far as it has been found out."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field

from minqing.records.base import Record
from minqing.records.fields import Value

SlotValues = Mapping[str, Mapping[str, Value]]


@dataclass
class Match:
    """What a row is about: per slot the record in the book, or the ref of one that is to be added."""

    known: dict[str, Record] = field(default_factory=dict)
    added: dict[str, str] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    """Slots whose ``added`` record this very row adds (the others share one that an earlier row adds)."""
    claims: dict[Hashable, str] = field(default_factory=dict)
    """By what later rows shall know the records that this row adds, once it is sure that it adds them."""
    names: dict[str, str] = field(default_factory=dict)
    """Under which id its sender has what the row says in passing: a record that is added for it takes that."""

    unknown: list[tuple[str, str]] = field(default_factory=list)
    """The slots that the row's own ids are for, and those of the ids that this book has not."""
    came_as: dict[str, str] = field(default_factory=dict)
    """By which of these ids records go here that the book has under its own."""

    def id_of(self, slot: str) -> str:
        """Record id, or ref, or blank."""
        record = self.known.get(slot)
        return record.id if record else self.added.get(slot, "")
