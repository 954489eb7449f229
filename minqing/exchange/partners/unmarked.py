"""Who sends the sheets that do not say so: asked once, then known by their layout and the place that they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from minqing.exchange.plan import Plan
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger, Paper, Transaction

_KIND = "unmarked"


class Unmarked:
    """What people said of sheets without a sender; read once for the files of one import."""

    def __init__(self, ledger: Ledger) -> None:
        self._said: Mapping[str, str] = {paper.name: paper.text for paper in ledger.papers(_KIND)}

    def named(self, reading: SheetReading) -> SheetReading:
        """The reading with who sent such a sheet before.

        It stays without one where nobody said it, or where different people sent sheets that look alike.
        """
        if reading.partner or not self._said:
            return reading
        said = self._said.get(_key(reading), "").splitlines()
        return replace(reading, partner=said[0]) if len(said) == 1 else reading


def keep_unmarked(tx: Transaction, ledger: Ledger, plan: Plan) -> None:
    """Remember, in the change of an import, who sent its sheets that do not say it, where somebody did."""
    if not plan.said:
        return
    known = {paper.name: paper.text for paper in ledger.papers(_KIND)}
    for reading in plan.readings:
        if reading.book:
            continue
        key = _key(reading)
        # Sheets that name no place look alike whoever sends them: then all are remembered, and it is asked again.
        before = [] if _place(reading) else known.get(key, "").splitlines()
        names = "\n".join(dict.fromkeys([*before, plan.said]))
        if known.get(key) != names:
            known[key] = names
            tx.keep(Paper(_KIND, key, names))


def _key(reading: SheetReading) -> str:
    return f"{reading.layout} {_place(reading)}".strip()


def _place(reading: SheetReading) -> str:
    """What the sheet says of where it is from: 填报单位 and the places over the table."""
    named = " ".join(text for _, text in sorted(reading.defaults.items()) if text)
    return f"{named} {reading.reporter}".strip()
