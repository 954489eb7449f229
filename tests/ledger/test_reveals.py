"""Looks at hidden numbers: written down for good, and no change of the book."""

from __future__ import annotations

from pathlib import Path

from minqing.actions.revealing import reveal_number
from minqing.ledger import Ledger
from tests.ledger.conftest import PASSWORD, Family


def test_a_look_is_noted_with_who_and_when_but_not_the_number(book: Ledger, path: Path, family: Family) -> None:
    one, two = family.household.id, family.head.id
    reveal_number(book, record_id=two, field="phones")
    reveal_number(book, record_id=two, field="id_number")
    book.reveals.note(one, "notes", who="别人")
    book.close()
    with Ledger.open(path, PASSWORD) as again:
        assert [(look.field, look.who) for look in again.reveals.of(two)] == [
            ("id_number", again.profile.owner),
            ("phones", again.profile.owner),
        ]
        assert [look.field for look in again.reveals.of(one, two)] == ["notes", "id_number", "phones"]
        stored = str(again._connection.query("SELECT * FROM reveal"))
        assert family.head.phones[0] not in stored


def test_a_look_is_nothing_to_undo_and_leaves_plans_valid(book: Ledger, family: Family) -> None:
    version, undoable = book.version, book.past.undoable
    reveal_number(book, record_id=family.head.id, field="phones")
    assert (book.version, book.past.undoable) == (version, undoable)
    assert book.history(family.head.id) == book.history(family.head.id, limit=50)
    assert book.check() == []
