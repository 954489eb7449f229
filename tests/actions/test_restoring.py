"""A value that was replaced or that lost comes back in one action, and what stood there stays in the history."""

from __future__ import annotations

import pytest

from minqing.actions.joining import join_residents
from minqing.actions.records import save_records
from minqing.actions.restoring import restore_value
from minqing.errors import BrokenRules, NothingToRestore, RecordMissing
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident


@pytest.fixture
def head(ledger: Ledger) -> Resident:
    (one,) = ledger.records(Resident)
    return one


def save(ledger: Ledger, record: Resident, **values: object) -> int:
    return save_records(ledger, [record.with_values(values)], label="改").id


def now(ledger: Ledger, record: Resident) -> Resident:
    found = ledger.get(record.id)
    assert isinstance(found, Resident)
    return found


def test_the_value_before_a_change(ledger: Ledger, head: Resident) -> None:
    change = save(ledger, head, phones=("16900000999",), work="甲厂")
    save(ledger, now(ledger, head), phones=("16900000888",))
    done = restore_value(ledger, record_id=head.id, field="phones", change_id=change)
    assert now(ledger, head).phones == ("16900000107",)
    assert now(ledger, head).work == "甲厂"
    assert done.label == "改回 谢玉兰 的联系电话"
    ledger.undo(done.id)
    assert now(ledger, head).phones == ("16900000888",)


def test_the_value_that_lost_a_conflict(ledger: Ledger, head: Resident) -> None:
    with ledger.change("导入") as tx:
        tx.decline(head, head.with_values({"work": "乙厂", "extra": {"备用列": "乙"}}))
    restore_value(ledger, record_id=head.id, field="work", change_id=tx.changes.id)
    assert now(ledger, head).work == "乙厂"
    save(ledger, now(ledger, head), extra={"另一列": "丙"})
    restore_value(ledger, record_id=head.id, field="extra", change_id=tx.changes.id)
    assert now(ledger, head).extra == {"另一列": "丙", "备用列": "乙"}


def test_what_stands_already_writes_nothing(ledger: Ledger, head: Resident) -> None:
    change = save(ledger, head, work="甲厂")
    save(ledger, now(ledger, head), work="")
    assert not restore_value(ledger, record_id=head.id, field="work", change_id=change)


def test_from_the_history_of_what_was_joined(ledger: Ledger, head: Resident) -> None:
    with ledger.change("再登一次") as tx:
        twin = tx.add(Resident(name="谢玉兰", work="甲厂"))
    change = save(ledger, twin, work="乙厂")
    join_residents(ledger, keep=head, gone=now(ledger, twin))
    restore_value(ledger, record_id=twin.id, field="work", change_id=change)
    assert now(ledger, head).work == "甲厂"


def test_what_cannot_be_restored(ledger: Ledger, head: Resident, home: Household) -> None:
    change = save(ledger, head, work="甲厂")
    with pytest.raises(NothingToRestore):
        restore_value(ledger, record_id=head.id, field="education", change_id=change)
    with pytest.raises(NothingToRestore):
        restore_value(ledger, record_id=home.id, field="work", change_id=change)
    with pytest.raises(RecordMissing):
        restore_value(ledger, record_id="R-7K3QX2-00185", field="work", change_id=change)


def test_a_value_that_breaks_a_rule_now(ledger: Ledger, head: Resident) -> None:
    change = save(ledger, head, sex="男")
    save(ledger, now(ledger, head), sex="")
    change = save(ledger, now(ledger, head), sex="男")
    change = save(ledger, now(ledger, head), sex="女")
    save(ledger, now(ledger, head), id_number="990101195003021022")
    with pytest.raises(BrokenRules):
        restore_value(ledger, record_id=head.id, field="sex", change_id=change)
    assert now(ledger, head).sex == "女"
