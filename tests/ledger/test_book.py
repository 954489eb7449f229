"""Opening, reading and writing a book on a real encrypted file."""

from __future__ import annotations

import threading
from datetime import date, time
from pathlib import Path

import pytest

from minqing.errors import RecordInUse, RecordMissing, StaleRecord
from minqing.ledger import Changes, Ledger, Profile
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.catalogue import KINDS
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ledger.conftest import PASSWORD, PROFILE, Family, household


def test_a_new_book_knows_its_profile_and_holds_nothing(book: Ledger, path: Path) -> None:
    assert (book.profile, book.path, book.version) == (PROFILE, path, 0)
    assert [book.count(model) for model in KINDS.values()] == [0] * len(KINDS)
    assert book.check() == []


def test_a_changed_profile_is_there_after_reopening(book: Ledger, path: Path) -> None:
    book.update_profile(Profile(owner="乙助理", street="示范街道", community="样本社区", first_weekday=4))
    book.close()
    with Ledger.open(path, PASSWORD) as again:
        assert (again.profile.owner, again.profile.first_weekday) == ("乙助理", 4)


def test_every_kind_of_value_comes_back_as_it_went_in(book: Ledger, path: Path) -> None:
    with book.change("录入") as tx:
        home = tx.add(household(tags=("独居", "老党员"), population=3, extra={"备用列": "甲；乙"}))
        visit = tx.add(
            Visit(
                household=home.id,
                visited_on=date(2026, 11, 19),
                visited_at=time(15, 20, 5),
                visitors=("甲助理", "乙助理"),
                next_on=None,
                said="引号\"'、换行\n、生僻字𠮷䨼",
            )
        )
        building = tx.add(Building(estate="样本苑", name="3", exceptions=("101", "102")))
    book.close()
    with Ledger.open(path, PASSWORD) as again:
        assert [again.get(one.id) for one in (home, visit, building)] == [home, visit, building]
        assert again.get(home.id).extra == {"备用列": "甲；乙"}
        assert again.check() == []


def test_add_gives_an_id_and_the_first_revision(book: Ledger) -> None:
    with book.change("录入") as tx:
        first, second = tx.add_all([household(), household(room="502")])
    assert first.id != second.id
    assert first.id.startswith(f"H-{book.code}-")
    assert (first.revision, second.revision) == (1, 1)


def test_records_can_be_linked_before_they_are_added(book: Ledger) -> None:
    with book.change("录入") as tx:
        home = tx.new_id(Household)
        tx.add(Resident(household=home, name="样本甲"))
        tx.add(household(id=home))
    assert book.count(Resident, household=home) == 1


@pytest.mark.parametrize("wrong", ["R-7K3QX2-0018B", "H-7K3QX2-00180", "H1", "户"])
def test_an_id_that_is_none_is_refused(book: Ledger, wrong: str) -> None:
    with pytest.raises(ValueError, match="not an id"), book.change("录入") as tx:
        tx.add(household(id=wrong))


def test_an_id_drawn_for_another_kind_is_refused(book: Ledger) -> None:
    with pytest.raises(ValueError, match="not an id"), book.change("录入") as tx:
        tx.add(household(id=tx.new_id(Resident)))


def test_reading_by_fields(book: Ledger, family: Family) -> None:
    with book.change("录入") as tx:
        other = tx.add(household(building="4", tags=("低保", "独居")))
        tx.add(Contact(name="样本网格员", phones=("13800000456", "02800000000")))
    assert book.records(Household, building="4") == [other]
    assert book.records(Household, building=["3", "4", "9"]) == [family.household, other]
    assert book.records(Household, tags="独居") == [family.household, other]
    assert book.records(Household, tags=["低保", "没有"]) == [other]
    assert book.records(Household, tags=()) == []
    assert book.records(Household, id={other.id}, estate="样本苑") == [other]
    assert book.count(Contact, phones="02800000000") == 1
    assert book.count(Visit, visited_on=date(2026, 11, 19)) == 1
    assert book.count(Visit, next_on=None) == 1
    assert book.count(Visit, next_on=[None, date(2026, 11, 19)]) == 1
    assert book.records(Household, building=[]) == []
    with pytest.raises(ValueError, match="no field"):
        book.records(Household, nothing="x")


def test_reading_by_more_values_than_a_statement_may_have(book: Ledger, family: Family) -> None:
    many = [f"没有{number}" for number in range(300_000)]
    assert book.records(Household, id=[*many, family.household.id]) == [family.household]
    assert set(book.get_many([*many, family.head.id, family.visit.id])) == {family.head.id, family.visit.id}


def test_a_record_that_is_not_there(book: Ledger) -> None:
    for nowhere in ("H-7K3QX2-0018B", "X-1", "", "随便"):
        assert book.find(nowhere) is None
    with pytest.raises(RecordMissing, match="7K3QX2"):
        book.get("H-7K3QX2-0018B")


def test_an_update_raises_the_revision_and_says_what_kinds_changed(book: Ledger, family: Family) -> None:
    with book.change("改网格") as tx:
        updated = tx.update(family.household.with_values({"grid": "第四网格"}))
    assert (updated.revision, book.get(updated.id)) == (2, updated)
    assert tx.changes == Changes(2, "改网格", updated=(updated.id,))
    assert tx.changes.kinds == {"household"}


def test_an_update_without_a_difference_writes_nothing(book: Ledger, family: Family) -> None:
    with book.change("没有变化") as tx:
        assert tx.update(family.household) == family.household
    assert not tx.changes
    assert (tx.changes.id, book.version) == (0, 1)


def test_writing_from_an_old_revision_is_refused(book: Ledger, family: Family) -> None:
    with book.change("改") as tx:
        tx.update(family.household.with_values({"grid": "一"}))
    with pytest.raises(StaleRecord), book.change("再改") as tx:
        tx.update(family.household.with_values({"grid": "二"}))
    with pytest.raises(StaleRecord), book.change("同一条改两次") as tx:
        tx.update_all([family.head.with_values({"work": text}) for text in ("一", "二")])
    assert book.get(family.head.id) == family.head


def test_updating_or_removing_what_is_gone(book: Ledger, family: Family) -> None:
    with book.change("删") as tx:
        tx.remove(family.head.id)
    with pytest.raises(RecordMissing), book.change("改") as tx:
        tx.update(family.head.with_values({"work": "某厂"}))
    with pytest.raises(RecordMissing), book.change("再删") as tx:
        tx.remove(family.head.id)


def test_a_household_with_visits_cannot_be_removed_alone(book: Ledger, family: Family) -> None:
    with pytest.raises(RecordInUse, match="3栋2单元501"), book.change("删户") as tx:
        tx.remove(family.household.id)
    with book.change("全删") as tx:
        for one in (family.household, family.head, family.visit, family.appeal):
            tx.remove(one.id)
    assert book.check() == []


def test_a_reference_to_nothing_is_refused(book: Ledger) -> None:
    with pytest.raises(RecordMissing, match="H-7K3QX2-0018B"), book.change("录入") as tx:
        tx.add(Resident(household="H-7K3QX2-0018B", name="样本甲"))
    assert book.count(Resident) == 0


def test_an_exception_in_the_block_takes_everything_back(book: Ledger, family: Family) -> None:
    def fail() -> None:
        with book.change("半路出错") as tx:
            tx.add(household(room="601"))
            tx.update(family.head.with_values({"name": "改了名"}))
            tx.remove(family.appeal.id)
            tx.remember("街道办", "周报", {"1": {"姓名": "甲"}})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert (book.version, book.count(Household)) == (1, 1)
    assert book.get(family.head.id) == family.head
    assert book.bases("街道办", "周报") == {}
    assert book.search("改了名") == []
    assert book.check() == []


def test_a_change_inside_a_change_is_a_mistake_of_ours(book: Ledger) -> None:
    with book.change("外"), pytest.raises(RuntimeError), book.change("内"):
        pass


def test_ids_are_never_used_again_even_after_removal(book: Ledger) -> None:
    with book.change("录入") as tx:
        first = tx.add(household())
    with book.change("删") as tx:
        tx.remove(first.id)
    with book.change("再录") as tx:
        assert tx.add(household()).id != first.id


def test_ids_that_came_in_from_outside_are_not_given_again(book: Ledger) -> None:
    with book.change("看号") as tx:
        ids = [tx.new_id(Household) for _ in range(5)]
    with book.change("用最后一个") as tx:
        tx.add(household(id=ids[-1]))
        assert tx.new_id(Household) not in ids
    with book.change("再录") as tx:
        assert tx.new_id(Household) not in ids


def test_another_thread_may_read_and_write(book: Ledger, family: Family) -> None:
    found: list[Record] = []

    def work() -> None:
        with book.change("后台") as tx:
            tx.update(family.head.with_values({"work": "某厂"}))
        found.append(book.get(family.head.id))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert found == [book.get(family.head.id)]
    assert found[0].revision == 2
