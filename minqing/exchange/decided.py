"""What was decided in an import, kept with its change: which side held, which record a row was, what was put aside."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from minqing.exchange.plan import Choice, Plan, RowPlan
from minqing.ledger import Ledger, Paper, Transaction

_KIND = "decided"
_MOST = 4000
_WORDS = {Choice.OURS: "用本机", Choice.THEIRS: "用来表", Choice.LATER: "先放着"}


class Decision(NamedTuple):
    """One thing that somebody decided: about which record (blank: none) and row, which field or part, and how.

    ``theirs`` and ``ours`` are the texts that it was decided between, unmasked; ``slot`` is set where the question was
    which record a part of the row is, and ``chosen`` then names the record (blank: a new one).
    """

    record_id: str
    row: str
    slot: str
    field: str
    label: str
    theirs: str
    ours: str
    chosen: str


def keep_decisions(tx: Transaction, plan: Plan, ids: Mapping[str, str]) -> None:
    """Note, in the change of an import, what people decided in it; ``ids`` gives the ids of what was added by ref."""
    if not plan.decisions:
        return
    found = list(islice((one for row in plan.rows for one in _decisions(row, ids)), _MOST))
    if found:
        tx.keep(Paper(_KIND, str(tx.change_id), json.dumps(found, ensure_ascii=False)))


def decisions_of(ledger: Ledger, change: int) -> tuple[Decision, ...]:
    """What was decided in a change, also in one that was taken back; of very many not all."""
    return tuple(Decision(*one) for paper in ledger.papers(_KIND, of=change) for one in json.loads(paper.text))


def _decisions(row: RowPlan, ids: Mapping[str, str]) -> Iterator[Decision]:
    for one in row.answered:
        ref = row.ids.get(one.slot, "")
        yield Decision(ids.get(ref, ref), row.label, one.slot, "", "", "", "", one.label)
    if row.parked:
        yield Decision(next(iter(row.ids.values()), ""), row.label, "", "", "", "", "", _WORDS[Choice.LATER])
        return
    for edit in row.edits:
        if edit.conflict and edit.choice is not None:
            yield Decision(
                edit.record_id,
                row.label,
                "",
                edit.attribute,
                edit.label,
                edit.theirs,
                edit.ours,
                _WORDS[edit.choice],
            )
