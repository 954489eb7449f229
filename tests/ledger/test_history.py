"""The history: who did what when, field by field, also for records that were edited or removed since."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from minqing.ledger import Entry, Ledger
from minqing.records.household import Household
from tests.ledger.conftest import Family, household


def test_history_is_newest_first_and_says_who_and_when(book: Ledger, family: Family) -> None:
    with book.change("改网格", source="街道办周报.xlsx") as tx:
        tx.update(family.household.with_values({"grid": "第四网格", "notes": "门禁坏了"}))
    newest, oldest = book.history()
    assert (newest.id, newest.label, newest.who, newest.source) == (2, "改网格", "甲助理", "街道办周报.xlsx")
    assert (newest.added, newest.updated, newest.removed) == (0, 1, 0)
    assert (oldest.added, oldest.undone_by, oldest.undoes) == (4, None, None)
    assert timedelta(0) <= datetime.now() - newest.at < timedelta(minutes=1)
    assert book.history(limit=1) == [newest]


def test_history_of_one_record(book: Ledger, family: Family) -> None:
    with book.change("改人") as tx:
        tx.update(family.head.with_values({"work": "某厂"}))
    assert [change.label for change in book.history(family.head.id)] == ["改人", "登记一户"]
    assert [change.label for change in book.history(family.household.id)] == ["登记一户"]
    assert book.history("H-7K3QX2-0018B") == []


def test_entries_show_values_as_sheets_do(book: Ledger, family: Family) -> None:
    with book.change("改") as tx:
        tx.update(family.household.with_values({"tags": ("低保", "独居"), "extra": {"备用列": "甲"}, "population": 2}))
    assert set(book.entries(2)) == {
        Entry(family.household.id, "tags", "独居", "低保、独居", "update"),
        Entry(family.household.id, "population", "", "2", "update"),
        Entry(family.household.id, "extra", "", "备用列：甲", "update"),
    }
    assert len(book.entries(2, limit=2)) == 2


def added_values(book: Ledger, record_id: str) -> dict[str, str]:
    return {entry.field: entry.after for entry in book.entries(1) if entry.record_id == record_id}


def test_entries_of_an_added_record_are_its_first_values_whatever_came_later(book: Ledger, family: Family) -> None:
    first = added_values(book, family.head.id)
    assert (first["name"], first["phones"]) == ("曾小单", "13800000123")
    with book.change("改一次") as tx:
        once = tx.update(family.head.with_values({"name": "改一", "work": "某厂"}))
    with book.change("改两次") as tx:
        tx.update(once.with_values({"name": "改二", "phones": ()}))
    assert added_values(book, family.head.id) == first
    with book.change("删") as tx:
        tx.remove(family.head.id)
    assert added_values(book, family.head.id) == first
    removed = {entry.field: entry.before for entry in book.entries(4)}
    assert (removed["name"], "phones" in removed) == ("改二", False)
    book.undo(4)
    assert added_values(book, family.head.id) == first


def test_a_change_folds_what_it_did_to_one_record(book: Ledger, family: Family) -> None:
    with book.change("录入又改") as tx:
        home = tx.add(household(room="601"))
        tx.update(home.with_values({"grid": "一"}))
    assert {entry.action for entry in book.entries(2)} == {"add"}
    with book.change("改去又改回") as tx:
        edited = tx.update(family.head.with_values({"work": "某厂"}))
        tx.update(edited.with_values({"work": ""}))
    assert not tx.changes
    with book.change("录入又删") as tx:
        tx.remove(tx.add(household(room="602")).id)
    assert not tx.changes
    with book.change("改了再删") as tx:
        tx.remove(tx.update(book.records(Household, room="601")[0].with_values({"grid": "二"})).id)
    assert [entry.before for entry in book.entries(tx.changes.id) if entry.field == "grid"] == ["一"]
    with book.change("删了又录") as tx:
        tx.remove(family.appeal.id)
        tx.add(family.appeal.with_values({"title": "新的标题"}))
    assert [(entry.field, entry.after) for entry in book.entries(tx.changes.id)] == [("title", "新的标题")]
    assert book.check() == []


def test_entries_of_no_change(book: Ledger) -> None:
    assert book.entries(7) == []


@pytest.mark.parametrize("sql", ["DELETE FROM journal WHERE action = 'a'", "UPDATE household SET grid = '偷改'"])
def test_check_compares_the_journal_with_the_records(book: Ledger, family: Family, sql: str) -> None:
    with book.change("改") as tx:
        tx.update(family.household.with_values({"grid": "一"}))
    assert book.check() == []
    book._connection.run(sql)
    assert len(book.check()) == 1


def test_check_compares_the_index_with_the_records(book: Ledger, family: Family) -> None:
    book._connection.run("DELETE FROM search")
    assert ["搜索不到" in one for one in book.check()] == [True]
