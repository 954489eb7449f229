"""An import that was begun: what was decided about a file is kept in the book until it is written or called off."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from minqing.exchange.leftovers import digest_of
from minqing.exchange.plan import Choice, Decided, Decisions, Plan
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger


@dataclass(frozen=True)
class Draft:
    """What was decided about some sheets, and who somebody said had sent them."""

    decisions: Decisions
    said: str = ""


def draft_name(readings: Sequence[SheetReading]) -> str:
    """By what a draft is found again: what the sheets hold and whose they are, not what the file is called."""
    parts = [f"{digest_of(reading)} {reading.name} {reading.marker.partner}" for reading in readings]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


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
        "rows": [[*ref, answer] for ref, answer in plan.decisions.rows.items()],
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
            rows={(sheet, number): answer for sheet, number, answer in rows},
            parked=frozenset((sheet, number) for sheet, number in parked),
        ),
        str(said["said"]),
    )
