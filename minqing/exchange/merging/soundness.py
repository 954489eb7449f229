"""Edits that would break a record: left out, and said to be so."""

from __future__ import annotations

from collections.abc import Iterable

from minqing.errors import CellError
from minqing.exchange.matching.match import Match
from minqing.exchange.plan import EXTRA, CellEdit, Problem
from minqing.forms.form import SLOTS
from minqing.records.base import Record


def without_breaks(
    edits: list[CellEdit], match: Match, problems: list[Problem]
) -> tuple[list[CellEdit], list[Problem]]:
    """Leave out edits after which a record would break a rule that it keeps now, with a problem for each."""
    for slot, record in match.known.items():
        mine = [edit for edit in edits if edit.slot == slot and not edit.attribute.startswith(EXTRA)]
        if not mine:
            continue
        changed = record.with_values({name: value for edit in mine for name, value in edit.values.items()})
        standing = {breach.field for breach in record.breaches()}
        for breach in changed.breaches():
            guilty = [edit for edit in mine if edit.attribute == breach.field or breach.field in edit.values]
            guilty = guilty or [edit for edit in mine if _breaks(record, edit, breach.field)]
            if breach.field in standing or not guilty:
                continue
            problems.append(Problem(guilty[0].place, breach.error.code, str(breach.error)))
            edits = [edit for edit in edits if edit not in guilty]
    return edits, problems


def unexplained(broken: Iterable[tuple[str, CellError]], told: Iterable[Problem]) -> list[Problem]:
    """The rules that a new record breaks, by place, save where a cell that cannot be read says why already."""
    places = {problem.cell for problem in told}
    return [Problem(place, error.code, str(error)) for place, error in broken if place not in places]


def two_values(place: str, earlier: str, label: str) -> Problem:
    """Two rows say different things of one field of one record."""
    message = f"“{label}”和 {earlier} 写得不一样，不知道该用哪个。请改成一样的再导入"
    return Problem(place, "two_values", message)


def label_of(slot: str, name: str) -> str:
    """What people call a field, or a column that no field knows."""
    found = SLOTS[slot].fields().get(name)
    return found.label if found else name.removeprefix(EXTRA)


def _breaks(record: Record, edit: CellEdit, field: str) -> bool:
    """Whether this edit alone makes the record break the rule about ``field``: another sex than the ID number's."""
    return field in {breach.field for breach in record.with_values(edit.values).breaches()}
