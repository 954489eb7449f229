"""What people said about layouts that can be read in several ways: kept in the book, so that nobody is asked twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from minqing.forms.sheet import SheetReading
from minqing.ledger import Changes, Ledger, Paper, Transaction

_KIND = "answer"


def answers(ledger: Ledger) -> Mapping[str, str]:
    """Layout to the name of the form or kind of record by which it is to be read."""
    return {paper.name: paper.text for paper in ledger.papers(_KIND)}


def keep_answers(tx: Transaction, readings: Iterable[SheetReading]) -> None:
    """Remember, in the change of an import, as what its sheets were read where somebody had to say it."""
    for reading in readings:
        if reading.answer:
            tx.keep(Paper(_KIND, reading.layout, reading.answer))


def note_answers(ledger: Ledger, readings: Iterable[SheetReading]) -> Changes:
    """Remember the same in a change of its own, where an import changes nothing; empty Changes if it is known."""
    known = answers(ledger)
    fresh = [one for one in readings if one.answer and known.get(one.layout) != one.answer]
    if not fresh:
        return Changes(0, "", (), (), ())
    said = "、".join(dict.fromkeys(f"“{one.sheet}”按“{one.answer}”读" for one in fresh))
    with ledger.change(f"记下{said}") as tx:
        keep_answers(tx, fresh)
    return tx.changes
