"""The definitions are kept in the book, and undo brings the earlier ones back."""

from __future__ import annotations

from minqing.actions.definitions import keep_definitions
from minqing.ledger import Ledger, Paper
from minqing.work.definitions import PAPER_KIND, PAPER_NAME, Definitions, Hours, definitions_of

OTHER = Definitions(first_weekday=4, hours=Hours.WORKING, mostly_counts=False)


def test_kept_and_taken_back(ledger: Ledger) -> None:
    changes = keep_definitions(ledger, OTHER)
    assert definitions_of(ledger) == OTHER
    assert ledger.history()[0].label == "改统计口径"
    ledger.undo(changes.id)
    assert definitions_of(ledger) == Definitions()


def test_the_same_again_writes_nothing(ledger: Ledger) -> None:
    keep_definitions(ledger, OTHER)
    assert not keep_definitions(ledger, OTHER)


def test_what_another_version_wrote_is_not_in_the_way(ledger: Ledger) -> None:
    with ledger.change("另一个版本") as tx:
        tx.keep(Paper(PAPER_KIND, PAPER_NAME, '{"first_weekday": 9}'))
    assert definitions_of(ledger) == Definitions()
