"""What was last sent to and received from partners, and what undo makes of it."""

from __future__ import annotations

from datetime import datetime

from minqing.ledger import Exchange, Ledger

OUT = Exchange("out", "街道办", "周报.xlsx", "民情台账", "2026-W47", "ab12", 2, None, datetime(2026, 11, 20, 17, 0))
ROWS = {"1": {"姓名": "样甲", "电话": "138****0123"}, "2": {"姓名": "样乙", "电话": ""}}


def cells(book: Ledger) -> dict[str, dict[str, str]]:
    return {key: dict(base.cells) for key, base in book.bases("街道办", "民情台账").items()}


def send(book: Ledger, rows: dict[str, dict[str, str]]) -> int:
    with book.change("导出") as tx:
        tx.remember("街道办", "民情台账", rows)
    return tx.changes.id


def test_bases_are_kept_per_partner_and_form(book: Ledger) -> None:
    assert send(book, ROWS) == 1
    assert cells(book) == ROWS
    assert book.bases("街道办", "别的表") == {}
    assert book.bases("物业", "民情台账") == {}
    assert book.bases("街道办", "民情台账")["1"].at <= datetime.now()


def test_only_what_differs_is_written(book: Ledger) -> None:
    send(book, ROWS)
    assert send(book, ROWS) == 0
    changed = {"2": {"姓名": "样乙", "电话": "1"}, "3": {"序号": "3", "姓名": "样丙"}}
    assert send(book, changed) == 2
    assert cells(book) == ROWS | changed


def test_undo_gives_the_bases_of_before_and_again_those_of_after(book: Ledger) -> None:
    first = send(book, ROWS)
    changed = {"2": {"姓名": "改", "电话": ""}, "3": {"姓名": "新", "电话": ""}}
    second = send(book, changed)
    undo = book.undo(second).changes.id
    assert cells(book) == ROWS
    book.undo(undo)
    assert cells(book) == ROWS | changed
    book.undo(second)
    book.undo(first)
    assert cells(book) == {}
    assert book.check() == []


def test_undo_leaves_a_base_that_was_sent_again_since(book: Ledger) -> None:
    first = send(book, ROWS)
    send(book, {"1": {"姓名": "后来", "电话": ""}})
    book.undo(first)
    assert cells(book) == {"1": {"姓名": "后来", "电话": ""}}


def test_exchanges_are_listed_newest_first_and_vanish_with_their_change(book: Ledger) -> None:
    for file in ("第一.xlsx", "第二.xlsx"):
        with book.change("导出") as tx:
            tx.note_exchange(Exchange("out", "街道办", file, "民情台账", "", file, 1, None, OUT.at))
    assert [(one.file, one.change) for one in book.exchanges()] == [("第二.xlsx", 2), ("第一.xlsx", 1)]
    undo = book.undo(2).changes.id
    assert [one.file for one in book.exchanges()] == ["第一.xlsx"]
    book.undo(undo)
    assert [one.file for one in book.exchanges()] == ["第二.xlsx", "第一.xlsx"]
    assert book.exchanges()[0].at == OUT.at


def test_undo_without_a_number_passes_over_sheets_that_only_went_out(book: Ledger) -> None:
    from tests.ledger.conftest import household

    with book.change("录入") as tx:
        tx.add(household())
    send(book, ROWS)
    assert book.undo().changes.label == "撤销：录入"
    assert cells(book) == ROWS
