"""Papers that the book keeps: taught forms and answers; undo brings back what stood before."""

from __future__ import annotations

from pathlib import Path

from minqing.ledger import Ledger, Paper
from minqing.records.household import Household
from tests.ledger.conftest import PASSWORD

FIRST = Paper("form", "走访表", "一", b"1")
SECOND = Paper("form", "走访表", "二", b"2")


def keep(book: Ledger, paper: Paper) -> int:
    with book.change("学表样") as tx:
        tx.keep(paper)
    return tx.changes.id


def test_the_newest_paper_of_a_name_stands_and_survives_closing(book: Ledger, path: Path) -> None:
    keep(book, FIRST)
    keep(book, Paper("answer", "甲|乙", "走访表"))
    keep(book, SECOND)
    book.close()
    with Ledger.open(path, PASSWORD) as again:
        assert again.papers("form") == [SECOND]
        assert again.papers("answer") == [Paper("answer", "甲|乙", "走访表")]


def test_undo_brings_back_what_stood_before_and_undo_of_it_the_newer(book: Ledger) -> None:
    keep(book, FIRST)
    second = keep(book, SECOND)
    undone = book.undo(second)
    assert book.papers("form") == [FIRST]
    book.undo(undone.changes.id)
    assert book.papers("form") == [SECOND]


def test_a_dropped_paper_is_gone_until_that_is_undone(book: Ledger) -> None:
    keep(book, FIRST)
    with book.change("忘掉表样") as tx:
        tx.drop("form", "走访表")
    assert book.papers("form") == []
    book.undo(tx.changes.id)
    assert book.papers("form") == [FIRST]
    keep(book, SECOND)
    assert book.papers("form") == [SECOND]


def test_keeping_what_is_kept_and_dropping_what_is_not_there_writes_nothing(book: Ledger) -> None:
    keep(book, FIRST)
    before = book.version
    assert keep(book, FIRST) == 0
    with book.change("忘掉表样") as tx:
        tx.drop("form", "没有的")
    assert (tx.changes.id, book.version) == (0, before)


def test_the_newest_change_to_undo_may_be_a_form_that_was_taught(book: Ledger) -> None:
    with book.change("建档") as tx:
        tx.add(Household(building="1", room="101"))
    keep(book, FIRST)
    book.undo()
    assert (book.papers("form"), book.count(Household)) == ([], 1)
    book.undo()
    assert book.count(Household) == 0
