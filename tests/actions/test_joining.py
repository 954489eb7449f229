"""Joining two records into one: what is filled, united and asked, what moves, who stays head, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minqing.actions.field_join import How, Side, differing
from minqing.actions.joining import following, heads_among, join_households, join_residents, members_in_both
from minqing.errors import BrokenRules, CannotJoin, StaleRecord
from minqing.exchange.matching.joined import joined_records
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.catalogue import KINDS
from minqing.records.household import Household
from minqing.records.id_number import upgrade
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.actions.conftest import PASSWORD, PROFILE


def state(ledger: Ledger) -> dict[str, dict[str, object]]:
    """Every record without its revision."""
    records = [one for model in KINDS.values() for one in ledger.records(model)]
    return {one.id: {**one.values(), "extra": dict(one.extra)} for one in records}


def add(ledger: Ledger, *records: Record) -> list[Record]:
    with ledger.change("建档") as tx:
        return tx.add_all(list(records))


def person(ledger: Ledger, **values: object) -> Resident:
    (made,) = add(ledger, Resident.model_validate({"name": "谢玉兰", **values}))
    assert isinstance(made, Resident)
    return made


def again(ledger: Ledger, record: Resident) -> Resident:
    found = ledger.get(record.id)
    assert isinstance(found, Resident)
    return found


def homes(ledger: Ledger) -> tuple[Household, Household]:
    first, second = ledger.records(Household)
    return first, second


def test_blank_is_filled_and_lists_are_united(ledger: Ledger) -> None:
    keep = person(ledger, phones=("16900000107",), care_groups=("低保",), extra={"备用列": "甲"})
    gone = person(
        ledger, phones=("16900000108",), care_groups=("残疾",), education="初中", extra={"备用列": "乙", "序列": "9"}
    )
    join_residents(ledger, keep=keep, gone=gone)
    joined = again(ledger, keep)
    assert joined.education == "初中"
    assert joined.phones == ("16900000107", "16900000108")
    assert joined.care_groups == ("低保", "残疾")
    assert joined.extra == {"备用列": "甲", "序列": "9"}
    assert ledger.find(gone.id) is None


def test_different_values_are_a_choice_and_the_other_stays_in_the_history(ledger: Ledger) -> None:
    keep, gone = person(ledger, work="甲厂", education="初中"), person(ledger, work="乙厂", education="高中")
    assert [(one.attribute, one.how) for one in differing(keep, gone)] == [
        ("education", How.ASKED),
        ("work", How.ASKED),
    ]
    join_residents(ledger, keep=keep, gone=gone, choices={"work": Side.GONE})
    assert (again(ledger, keep).work, again(ledger, keep).education) == ("乙厂", "初中")
    told = {(one.field, one.before, one.action) for _, entries in ledger.edits(keep.id) for one in entries}
    assert told == {("work", "甲厂", "update"), ("education", "高中", "decline")}


def test_one_list_alone_by_choice(ledger: Ledger) -> None:
    keep, gone = person(ledger, phones=("16900000107",)), person(ledger, phones=("16900000108",))
    join_residents(ledger, keep=keep, gone=gone, choices={"phones": Side.GONE})
    assert again(ledger, keep).phones == ("16900000108",)


def test_the_longer_number_and_the_fuller_date_need_no_question(ledger: Ledger) -> None:
    keep = person(ledger, id_number="990101500302101", birth="1950")
    gone = person(ledger, id_number=upgrade("990101500302101"), birth="1950-03-02")
    assert {one.how for one in differing(keep, gone)} == {How.FILLED}
    join_residents(ledger, keep=keep, gone=gone)
    assert (again(ledger, keep).id_number, again(ledger, keep).birth) == (gone.id_number, "1950-03-02")


def test_what_refers_to_the_one_refers_to_the_other(ledger: Ledger, home: Household) -> None:
    keep, gone = person(ledger), person(ledger)
    (appeal,) = add(ledger, Appeal(household=home.id, resident=gone.id, title="漏水"))
    assert following(ledger, gone).text == "1 件诉求"
    join_residents(ledger, keep=keep, gone=gone)
    moved = ledger.get(appeal.id)
    assert isinstance(moved, Appeal)
    assert moved.resident == keep.id


def test_a_household_keeps_its_head(ledger: Ledger, home: Household) -> None:
    (head,) = ledger.records(Resident)
    other = person(ledger, household=home.id, relation="妻")
    join_residents(ledger, keep=other, gone=head)
    assert again(ledger, other).is_head
    assert heads_among(ledger, home) == [again(ledger, other)]


def test_the_door_is_one_thing(ledger: Ledger) -> None:
    first, second = homes(ledger)
    (line,) = differing(first, second)
    assert (line.attribute, line.keep, line.gone) == ("door", "3栋2单元501", "3栋2单元502")
    join_households(ledger, keep=first, gone=second, choices={"door": Side.GONE})
    (only,) = ledger.records(Household)
    assert (only.id, only.door) == (first.id, "3栋2单元502")


def test_everything_of_a_household_moves(ledger: Ledger) -> None:
    first, second = homes(ledger)
    visit, appeal, living = add(
        ledger,
        Visit(household=second.id, visited_on=date(2026, 11, 18)),
        Appeal(household=second.id, title="漏水"),
        Resident(household=second.id, name="韦国强", relation="子"),
    )
    assert following(ledger, second).text == "1 口人、1 次走访、1 件诉求"
    changes = join_households(ledger, keep=first, gone=second)
    assert {getattr(ledger.get(one.id), "household", "") for one in (visit, appeal, living)} == {first.id}
    assert changes.removed == (second.id,)
    assert not ledger.check()


@pytest.mark.parametrize("wanted", [0, 1])
def test_of_two_heads_the_caller_says_who_stays(ledger: Ledger, wanted: int) -> None:
    first, second = homes(ledger)
    (ours,) = ledger.records(Resident)
    theirs = person(ledger, household=second.id, name="韦国强", relation="户主")
    chosen = (ours, theirs)[wanted]
    join_households(ledger, keep=first, gone=second, head=chosen.id)
    assert [one.id for one in heads_among(ledger, first)] == [chosen.id]


def test_without_a_word_our_head_stays(ledger: Ledger) -> None:
    first, second = homes(ledger)
    (ours,) = ledger.records(Resident)
    theirs = person(ledger, household=second.id, name="韦国强", relation="户主")
    join_households(ledger, keep=first, gone=second)
    assert [one.id for one in heads_among(ledger, first)] == [ours.id]
    assert again(ledger, theirs).relation == ""


def test_members_entered_in_both_become_one_in_the_same_change(ledger: Ledger) -> None:
    first, second = homes(ledger)
    (ours,) = ledger.records(Resident)
    theirs = person(ledger, household=second.id, relation="户主", education="初中")
    person(ledger, household=second.id, name="韦国强", relation="子")
    people = members_in_both(ledger, first, second)
    assert [(one.id, other.id) for one, other in people] == [(ours.id, theirs.id)]
    before = state(ledger)
    changes = join_households(ledger, keep=first, gone=second, people=people)
    assert [one.name for one in ledger.records(Resident)] == ["谢玉兰", "韦国强"]
    assert again(ledger, ours).education == "初中"
    assert again(ledger, ours).is_head
    assert not ledger.undo(changes.id).kept
    assert state(ledger) == before


def test_the_old_id_is_known_until_the_join_is_undone(ledger: Ledger) -> None:
    first, second, third = person(ledger), person(ledger), person(ledger)
    join_residents(ledger, keep=second, gone=third)
    changes = join_residents(ledger, keep=first, gone=again(ledger, second))
    assert joined_records(ledger) == {third.id: first.id, second.id: first.id}
    ledger.undo(changes.id)
    assert joined_records(ledger) == {third.id: second.id}


def test_joined_the_other_way_round_after_undoing(ledger: Ledger) -> None:
    first, second = person(ledger), person(ledger)
    ledger.undo(join_residents(ledger, keep=first, gone=second).id)
    join_residents(ledger, keep=again(ledger, second), gone=again(ledger, first))
    assert joined_records(ledger) == {first.id: second.id}


def test_what_breaks_a_rule_is_refused_whole(ledger: Ledger) -> None:
    keep, gone = person(ledger, sex="男"), person(ledger, id_number="990101195003021022")
    before = state(ledger)
    with pytest.raises(BrokenRules):
        join_residents(ledger, keep=keep, gone=gone)
    assert state(ledger) == before


def test_nonsense_is_refused(ledger: Ledger, home: Household) -> None:
    one = person(ledger)
    with pytest.raises(CannotJoin, match="同一条"):
        join_residents(ledger, keep=one, gone=one)
    with pytest.raises(CannotJoin, match="一条是居民，一条是家庭"):
        join_residents(ledger, keep=one, gone=home)  # type: ignore[arg-type]


def test_an_old_copy_is_refused(ledger: Ledger) -> None:
    keep, gone = person(ledger), person(ledger)
    with ledger.change("改") as tx:
        tx.update(gone.with_values({"work": "甲厂"}))
    with pytest.raises(StaleRecord):
        join_residents(ledger, keep=keep, gone=gone)


TEXT = st.sampled_from(["", "甲", "乙"])
PHONES = st.sampled_from([(), ("16900000107",), ("16900000108",), ("16900000107", "16900000108")])
SIDES = st.sampled_from([Side.KEEP, Side.GONE])
PEOPLE = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["谢玉兰", "谢玉蓝"]),
        "relation": st.sampled_from(["", "户主", "妻", "子"]),
        "birth": st.sampled_from(["", "1950", "1950-03", "1951-04-05"]),
        "work": TEXT,
        "notes": TEXT,
        "phones": PHONES,
        "care_groups": st.sampled_from([(), ("低保",), ("残疾", "低保")]),
        "extra": st.dictionaries(st.sampled_from(["备用一", "备用二"]), TEXT.filter(bool)),
    }
)
CHOICES = st.dictionaries(st.sampled_from(["name", "relation", "birth", "work", "phones", "extra:备用一"]), SIDES)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One book for all examples of a property: each adds its own records."""
    path: Path = tmp_path_factory.mktemp("book") / "账本.mqb"
    with Ledger.create(path, PASSWORD, PROFILE) as made:
        yield made
        made._changed = False


def said(ledger: Ledger, record_id: str, gone_id: str) -> set[str]:
    """All that the book still says of two records, now or in their history."""
    texts: set[str] = set()
    for one in ledger.history():
        for entry in ledger.entries(one.id):
            if entry.record_id in (record_id, gone_id):
                texts |= {entry.before, entry.after}
    record = ledger.get(record_id)
    return texts | {record.show(name) for name in record.fields()}


@settings(max_examples=20)
@given(first=PEOPLE, second=PEOPLE, choices=CHOICES)
def test_no_value_is_lost_and_undo_brings_all_back(
    shared: Ledger, first: Mapping[str, object], second: Mapping[str, object], choices: Mapping[str, Side]
) -> None:
    with shared.change("建档") as tx:
        home = tx.add(Household(building="3", room="501"))
        keep, gone = (tx.add(Resident.model_validate({**values, "household": home.id})) for values in (first, second))
        tx.add(Appeal(household=home.id, resident=gone.id, title="漏水"))
    before = state(shared)
    shown = {one.show(name) for one in (keep, gone) for name in one.fields()}
    changes = join_residents(shared, keep=keep, gone=gone, choices=choices)
    assert shown <= said(shared, keep.id, gone.id)
    assert not shared.undo(changes.id).kept
    assert state(shared) == before
    with shared.change("清空") as tx:
        for one in (*shared.records(Appeal), *shared.records(Resident), *shared.records(Household)):
            tx.remove(one.id)


@settings(max_examples=20)
@given(first=st.lists(PEOPLE, max_size=3), second=st.lists(PEOPLE, max_size=3), notes=st.tuples(TEXT, TEXT))
def test_households_come_together_and_apart(
    shared: Ledger, first: list[Mapping[str, object]], second: list[Mapping[str, object]], notes: tuple[str, str]
) -> None:
    with shared.change("建档") as tx:
        keep, gone = (tx.add(Household(building="3", room="501", notes=one, tags=(one or "丙",))) for one in notes)
        for home, given_members in ((keep, first), (gone, second)):
            tx.add(Visit(household=home.id, visited_on=date(2026, 11, 18)))
            tx.add_all([Resident.model_validate({**values, "household": home.id}) for values in given_members])
    before = state(shared)
    people = members_in_both(shared, keep, gone)
    changes = join_households(shared, keep=keep, gone=gone, people=people)
    members = shared.records(Resident, household=keep.id)
    assert len(members) == len(first) + len(second) - len(people)
    assert sum(one.is_head for one in members) == any(one["relation"] == "户主" for one in (*first, *second))
    assert len(shared.records(Visit, household=keep.id)) == 2
    assert not shared.undo(changes.id).kept
    assert state(shared) == before
    with shared.change("清空") as tx:
        for model in (Visit, Resident, Household):
            for one in shared.records(model):
                tx.remove(one.id)
