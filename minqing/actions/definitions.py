"""Changing how the figures are meant."""

from __future__ import annotations

from minqing.ledger import Changes, Ledger, Paper
from minqing.work.definitions import PAPER_KIND, PAPER_NAME, Definitions


def keep_definitions(ledger: Ledger, definitions: Definitions) -> Changes:
    """Keep other definitions in the book; nothing is written when they are as they were."""
    with ledger.change("改统计口径") as tx:
        tx.keep(Paper(PAPER_KIND, PAPER_NAME, definitions.model_dump_json()))
    return tx.changes
