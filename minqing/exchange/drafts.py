"""An import that was begun: what was decided about a file is kept in the book until it is written or called off."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from minqing.exchange.leftovers import digest_of
from minqing.exchange.plan import WHOLE_ROW, Choice, Decided, Decisions, Plan, RowRef
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger

_READING = "读作 "


@dataclass(frozen=True)
class Draft:
    """What was decided about some sheets, and who somebody said had sent them."""

    decisions: Decisions
    said: str = ""


def draft_name(readings: Sequence[SheetReading]) -> str:
    """By what a draft is found again: what the sheets hold and whose they are, not what the file is called."""
    parts = [f"{digest_of(reading)} {reading.name} {reading.marker.partner}" for reading in readings]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def files_name(paths: Iterable[Path]) -> str:
    """By what the way in which files are read is found again: their bytes, as they cannot be read without it."""
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths if path.is_file()]
    return f"{_READING}{hashlib.sha256(' '.join(sorted(digests)).encode()).hexdigest()}"


def keep_choices(ledger: Ledger, name: str, choices: Mapping[str, str]) -> None:
    """Keep as what the sheets of some files are to be read: layout to the name of a form or a kind of record."""
    if choices:
        ledger.drafts.keep(name, json.dumps(dict(choices), ensure_ascii=False))
    else:
        ledger.drafts.drop(name)


def find_choices(ledger: Ledger, name: str) -> Mapping[str, str]:
    """As what the sheets of these files were to be read; nothing, if nobody said anything."""
    text = ledger.drafts.find(name)
    return {str(layout): str(said) for layout, said in json.loads(text).items()} if text else {}


def keep_draft(ledger: Ledger, name: str, plan: Plan) -> None:
    """Keep what has been decided so far; nothing decided is nothing kept."""
    if plan.decisions or plan.said:
        ledger.drafts.keep(name, _text(plan))
    else:
        ledger.drafts.drop(name)


def find_draft(ledger: Ledger, name: str) -> Draft:
    """What was decided about these sheets before; nothing, if nothing was or it is written in another way."""
    text = ledger.drafts.find(name)
    try:
        return _draft(json.loads(text)) if text else Draft(Decisions())
    except (ValueError, KeyError, TypeError):
        return Draft(Decisions())


def _text(plan: Plan) -> str:
    said = {
        "said": plan.said,
        "cells": [[*ref, slot, name, *one] for (ref, slot, name), one in plan.decisions.cells.items()],
        "rows": [[*ref, slot, answer] for ref, said in plan.decisions.rows.items() for slot, answer in said.items()],
        "parked": sorted(plan.decisions.parked),
    }
    return json.dumps(said, ensure_ascii=False)


def _draft(said: dict[str, object]) -> Draft:
    cells, rows, parked = (said[key] for key in ("cells", "rows", "parked"))
    if not (isinstance(cells, list) and isinstance(rows, list) and isinstance(parked, list)):
        raise TypeError(said)
    return Draft(
        Decisions(
            cells={
                ((sheet, number), slot, name): Decided(Choice(choice), ours, theirs)
                for sheet, number, slot, name, choice, ours, theirs in cells
            },
            rows=_answers(rows),
            parked=frozenset((sheet, number) for sheet, number in parked),
        ),
        str(said["said"]),
    )


def _answers(rows: list[list[object]]) -> dict[RowRef, dict[str, str]]:
    """Answers by row, in the order in which they were given; old drafts have one for the whole row."""
    found: dict[RowRef, dict[str, str]] = {}
    for sheet, number, *said in rows:
        slot, answer = said if len(said) > 1 else (WHOLE_ROW, *said)
        if not (isinstance(sheet, int) and isinstance(number, int)):
            raise TypeError(rows)
        found.setdefault((sheet, number), {})[str(slot)] = str(answer)
    return found
