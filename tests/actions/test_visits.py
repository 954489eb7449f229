"""A visit and what was asked during it are one change."""

from __future__ import annotations

from datetime import date, time

import pytest

from minqing.actions.records import save_records
from minqing.actions.visits import record_visit, remove_visit, restore_visit, visit_gone
from minqing.errors import RecordMissing, VisitNotRestorable
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.records.visit import Visit

DAY = date(2026, 11, 19)
DRAFT = Visit(visited_on=DAY, visited_at=time(15, 20), result="见面", visitors=("罗×", "陈×"), said="都好")
KINDS = (Visit, Appeal, Step)


def counts(ledger: Ledger) -> tuple[int, ...]:
    return tuple(ledger.count(model) for model in KINDS)


def test_visit_goes_to_the_household_that_was_opened(ledger: Ledger, home: Household) -> None:
    other = DRAFT.with_values({"household": "H-000000-0001C"})
    record_visit(ledger, household=home, draft=other)
    [visit] = ledger.records(Visit)
    assert visit.household == home.id
    assert visit.values() == DRAFT.with_values({"household": home.id}).values()


def test_label_names_door_and_family_but_nobody(ledger: Ledger, home: Household) -> None:
    assert record_visit(ledger, household=home, draft=DRAFT).label == "记录走访 3栋2单元501 谢家"


def test_label_of_a_household_without_a_head_is_its_door(ledger: Ledger) -> None:
    [empty] = ledger.records(Household, room="502")
    assert record_visit(ledger, household=empty, draft=DRAFT).label == "记录走访 3栋2单元502"


def test_visit_with_appeals_is_one_change(ledger: Ledger, home: Household) -> None:
    before = ledger.version
    asked = [Appeal(title="楼道灯不亮"), Appeal(title="车位不够")]
    changes = record_visit(ledger, household=home, draft=DRAFT, appeals=asked)
    assert ledger.version == before + 1
    assert counts(ledger) == (1, 2, 2)
    assert len(changes.added) == 5
    assert not changes.updated


def test_visit_with_appeals_is_undone_as_one(ledger: Ledger, home: Household) -> None:
    record_visit(ledger, household=home, draft=DRAFT, appeals=[Appeal(title="楼道灯不亮"), Appeal(title="车位不够")])
    undone = ledger.undo()
    assert not undone.kept
    assert counts(ledger) == (0, 0, 0)
    assert ledger.find(home.id) == home


def test_appeals_know_their_visit_and_begin_with_a_step(ledger: Ledger, home: Household) -> None:
    record_visit(ledger, household=home, draft=DRAFT, appeals=[Appeal(title="楼道灯不亮", category="照明")])
    [visit], [appeal], [step] = (ledger.records(Visit), ledger.records(Appeal), ledger.records(Step))
    assert (appeal.household, appeal.visit, appeal.source) == (home.id, visit.id, "走访")
    assert (appeal.registered_on, appeal.state, appeal.number) == (DAY, "待受理", "11-001")
    assert (step.appeal, step.action, step.happened_on, step.who) == (appeal.id, "登记", DAY, "罗×、陈×")


def test_what_the_appeal_says_itself_is_kept(ledger: Ledger, home: Household) -> None:
    said = Appeal(title="楼道灯不亮", source="网格群", registered_on=date(2026, 10, 8), number="12345-77")
    record_visit(ledger, household=home, draft=DRAFT, appeals=[said])
    [appeal] = ledger.records(Appeal)
    assert (appeal.source, appeal.registered_on, appeal.number) == (said.source, said.registered_on, said.number)


def test_appeals_of_one_visit_get_numbers_of_their_own(ledger: Ledger, home: Household) -> None:
    record_visit(ledger, household=home, draft=DRAFT, appeals=[Appeal(title=f"事项 {n}") for n in range(3)])
    assert [one.number for one in ledger.records(Appeal)] == ["11-001", "11-002", "11-003"]


def test_nothing_is_written_when_an_appeal_cannot_be(ledger: Ledger, home: Household) -> None:
    before = ledger.version
    impossible = Appeal(id="V-000000-0001C", title="编号不是诉求的")
    with pytest.raises(ValueError, match="not an id"):
        record_visit(ledger, household=home, draft=DRAFT, appeals=[Appeal(title="楼道灯不亮"), impossible])
    assert counts(ledger) == (0, 0, 0)
    assert ledger.version == before


@pytest.fixture
def visit(ledger: Ledger, home: Household) -> Visit:
    """A visit during which two appeals were caught."""
    record_visit(ledger, household=home, draft=DRAFT, appeals=[Appeal(title="楼道灯不亮"), Appeal(title="车位不够")])
    [made] = ledger.records(Visit)
    return made


def test_a_visit_goes_and_its_appeals_stay(ledger: Ledger, visit: Visit) -> None:
    changes = remove_visit(ledger, visit.id)
    assert changes.label == "删除走访 3栋2单元501 谢家 2026-11-19"
    assert counts(ledger) == (0, 2, 2)
    assert {one.visit for one in ledger.records(Appeal)} == {""}
    assert [visit_gone(ledger, one) for one in ledger.records(Appeal)] == [visit, visit]
    assert ledger.check() == []


def test_undo_brings_it_back_with_its_appeals(ledger: Ledger, visit: Visit) -> None:
    remove_visit(ledger, visit.id)
    assert not ledger.undo().kept
    [back] = ledger.records(Visit)
    assert back.values() == visit.values()
    assert {one.visit for one in ledger.records(Appeal)} == {visit.id}
    assert {visit_gone(ledger, one) for one in ledger.records(Appeal)} == {None}
    with pytest.raises(VisitNotRestorable):
        restore_visit(ledger, visit.id)


def test_it_comes_back_from_the_history_much_later(ledger: Ledger, home: Household, visit: Visit) -> None:
    remove_visit(ledger, visit.id)
    one, other = ledger.records(Appeal)
    record_visit(ledger, household=home, draft=DRAFT.with_values({"said": "又去了一次"}))
    [second] = ledger.records(Visit)
    save_records(ledger, [other.with_values({"visit": second.id, "notes": "第二次又说起"})], label="改")
    done = restore_visit(ledger, visit.id)
    assert done.label == "恢复走访 3栋2单元501 谢家 2026-11-19"
    assert {made.said for made in ledger.records(Visit)} == {visit.said, "又去了一次"}
    assert [found.visit for found in ledger.records(Appeal)] == [visit.id, second.id]
    assert one.visit == ""
    ledger.undo(done.id)
    assert [found.visit for found in ledger.records(Appeal)] == ["", second.id]
    assert [found.record.id for found in ledger.past.taken_out_of(Visit, "household", home.id)] == [visit.id]


def test_history_knows_what_was_taken_out_the_last_first(ledger: Ledger, home: Household, visit: Visit) -> None:
    assert ledger.past.taken_out_of(Visit, "household", home.id) == []
    assert ledger.past.taken_out(visit.id) is None
    remove_visit(ledger, visit.id)
    restore_visit(ledger, visit.id)
    changes = remove_visit(ledger, visit.id)
    record_visit(ledger, household=home, draft=DRAFT)
    [second] = ledger.records(Visit)
    remove_visit(ledger, second.id)
    record_visit(ledger, household=home, draft=DRAFT)
    ledger.undo()
    found = ledger.past.taken_out_of(Visit, "household", home.id)
    assert [one.record.id for one in found] == [second.id, visit.id]
    assert found[1].change.id == changes.id
    assert ledger.past.taken_out_of(Visit, "household", "H-000000-0001C") == []


def test_what_is_no_visit_is_not_removed(ledger: Ledger, home: Household, visit: Visit) -> None:
    before = ledger.version
    for wrong in (home.id, "V-000000-0001C"):
        with pytest.raises(RecordMissing):
            remove_visit(ledger, wrong)
    assert ledger.version == before
