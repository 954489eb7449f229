"""What becomes of the fields when two records become one: filled in, united, or a person's choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from minqing.errors import BrokenRules
from minqing.records.base import Record
from minqing.records.fields import Composite, Field, Value
from minqing.records.household import Household
from minqing.records.id_number import same_person
from minqing.records.resident import Resident
from minqing.records.values import Kind

R = TypeVar("R", bound=Record)
EXTRA = "extra:"
"""Prefix of a choice about a column that no field knows."""
_SEVERAL = (Kind.MANY, Kind.PHONES)


class Side(StrEnum):
    """Whose value holds: that of the record that stays, or of the one that goes into it."""

    KEEP = "keep"
    GONE = "gone"


class How(StrEnum):
    """What happens to a field unless the caller says otherwise."""

    ASKED = "asked"
    FILLED = "filled"
    UNITED = "united"


@dataclass(frozen=True, slots=True)
class Line:
    """One field (or door, or column of a sheet) in which two records differ; ``side`` holds if nobody says otherwise.

    ``attribute`` is what a choice goes by; ``keep`` and ``gone`` are the two texts.
    """

    attribute: str
    label: str
    keep: str
    gone: str
    how: How
    side: Side = Side.KEEP


Choices = Mapping[str, Side]


def differing(keep: R, gone: R) -> tuple[Line, ...]:
    """The fields in which the two records differ, in the order of definition, other columns last."""
    return tuple(_lines(keep, gone))


def united(keep: R, gone: R, choices: Choices) -> R:
    """``keep`` with what ``gone`` knows besides; raises BrokenRules when that breaks a rule that both keep now."""
    found = keep.with_values(_values(keep, gone, choices))
    standing = {breach.field for breach in (*keep.breaches(), *gone.breaches())}
    broken = [(one.field, keep.attributes()[one.field].label, one.error) for one in found.breaches()]
    if new := [one for one in broken if one[0] not in standing]:
        raise BrokenRules(new)
    return found


def declined(kept: R, gone: R) -> R:
    """``kept`` with the values of ``gone`` that were not taken over, for the history."""
    lost: dict[str, object] = {}
    for name, field in kept.fields().items():
        ours, theirs = getattr(kept, name), getattr(gone, name)
        if theirs and ours != theirs and not (field.kind in _SEVERAL and set(theirs) <= set(ours)):
            lost[name] = theirs
    extra = {header: text for header, text in gone.extra.items() if text}
    return kept.with_values({**lost, "extra": {**kept.extra, **extra}})


def _lines(keep: Record, gone: Record) -> Iterator[Line]:
    door = _door(keep)
    for name, field in keep.fields().items():
        if door is not None and name in door.parts:
            if name == door.parts[0]:
                yield from _door_line(door, keep, gone)
            continue
        ours, theirs = getattr(keep, name), getattr(gone, name)
        if ours == theirs or not theirs:
            continue
        texts = (field.show(keep), field.show(gone))
        yield Line(name, field.label, *texts, *_fate(field, keep, gone))
    for header, text in gone.extra.items():
        mine = keep.extra.get(header, "")
        if text and text != mine:
            yield Line(EXTRA + header, header, mine, text, *((How.ASKED,) if mine else (How.FILLED, Side.GONE)))


def _fate(field: Field, keep: Record, gone: Record) -> tuple[How, Side]:
    ours, theirs = getattr(keep, field.name), getattr(gone, field.name)
    if not ours:
        return How.FILLED, Side.GONE
    if field.kind in _SEVERAL:
        return How.UNITED, Side.KEEP
    if field.kind is Kind.ID_NUMBER and same_person(ours, theirs):
        return How.FILLED, Side.GONE if len(theirs) > len(ours) else Side.KEEP
    if field.kind is Kind.PARTIAL and (theirs.startswith(ours) or ours.startswith(theirs)):
        return How.FILLED, Side.GONE if len(theirs) > len(ours) else Side.KEEP
    return How.ASKED, _relation_side(keep, gone) if field.name == "relation" else Side.KEEP


def _relation_side(keep: Record, gone: Record) -> Side:
    """A household must not lose its head because the other entry of the same person stays."""
    if not (isinstance(keep, Resident) and isinstance(gone, Resident)):
        return Side.KEEP
    same_home = keep.household == gone.household or not keep.household
    return Side.GONE if same_home and gone.is_head and not keep.is_head else Side.KEEP


def _door(record: Record) -> Composite | None:
    """The parts of a door hang together: half of one and half of another would be a third."""
    found = type(record).attributes().get("door") if isinstance(record, Household) else None
    return found if isinstance(found, Composite) else None


def _door_line(door: Composite, keep: Record, gone: Record) -> Iterator[Line]:
    if not _written(door, gone) or not _missing(door, keep, gone):
        return
    texts = (door.show(keep) if _written(door, keep) else "", door.show(gone))
    if not _written(door, keep) or _same_door(keep, gone):
        yield Line(door.name, door.label, *texts, How.FILLED, Side.GONE)
    else:
        yield Line(door.name, door.label, *texts, How.ASKED)


def _written(door: Composite, record: Record) -> bool:
    return any(getattr(record, part) for part in door.parts)


def _missing(door: Composite, keep: Record, gone: Record) -> bool:
    """Whether there is a part that the other record has, and this one has not or has otherwise."""
    return any(getattr(gone, part) and getattr(gone, part) != getattr(keep, part) for part in door.parts)


def _same_door(keep: Record, gone: Record) -> bool:
    return isinstance(keep, Household) and isinstance(gone, Household) and keep.door_key == gone.door_key


def _values(keep: Record, gone: Record, choices: Choices) -> dict[str, object]:
    """The fields of ``keep`` that change."""
    values: dict[str, object] = {}
    extra = dict(keep.extra)
    for line in _lines(keep, gone):
        name, chosen = line.attribute, choices.get(line.attribute)
        if name.startswith(EXTRA):
            if (chosen or line.side) is Side.GONE:
                extra[line.label] = line.gone
        elif name == "door" and isinstance(keep, Household):
            values |= _door_values(keep, gone, chosen, line)
        elif line.how is How.UNITED and chosen is None:
            values[name] = tuple(dict.fromkeys((*getattr(keep, name), *getattr(gone, name))))
        elif (chosen or line.side) is Side.GONE:
            values[name] = getattr(gone, name)
    return {**values, "extra": extra}


def _door_values(keep: Household, gone: Record, chosen: Side | None, line: Line) -> dict[str, Value]:
    door = _door(keep)
    if door is None or (chosen or line.side) is Side.KEEP:
        return {}
    if chosen is None and _same_door(keep, gone):
        return {part: getattr(keep, part) or getattr(gone, part) for part in door.parts}
    return {part: getattr(gone, part) for part in door.parts}
