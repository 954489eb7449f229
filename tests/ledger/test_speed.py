"""What is done in bulk stays bulk work: thousands of records in one change, and its undo."""

from __future__ import annotations

import gc

from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.ledger.conftest import household


def test_thousands_of_records_in_one_change_and_back(book: Ledger) -> None:
    with book.change("导入") as tx:
        homes = tx.add_all([household(room=str(number)) for number in range(3000)])
        people = tx.add_all([Resident(household=home.id, name="曾样甲") for home in homes])
    assert gc.isenabled()
    with book.change("改") as tx:
        edited = tx.update_all([one.with_values({"work": "某厂"}) for one in people])
    assert {one.revision for one in edited} == {2}
    assert len(book.undo().changes.updated) == 3000
    undone = book.undo()
    assert (len(undone.changes.removed), undone.kept) == (6000, ())
    redone = book.undo(undone.changes.id)
    assert (len(redone.changes.added), book.count(Household)) == (6000, 3000)
    assert len(book.search("zyj", limit=50)) == 50
    assert book.check() == []
