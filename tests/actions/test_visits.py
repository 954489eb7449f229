"""A visit and what was asked during it are one change."""

from __future__ import annotations

from datetime import date, time

import pytest

from minqing.actions.visits import record_visit
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
