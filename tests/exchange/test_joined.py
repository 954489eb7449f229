"""A sheet that was sent before two records were joined comes back after: the old id leads to the one that is left."""

from __future__ import annotations

from minqing.actions.joining import join_households, join_residents
from minqing.exchange.applying import apply_plan
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.exchange.conftest import Send, counted, edit, plan_of


def two(ledger: Ledger) -> tuple[Resident, Resident]:
    first, second, *_ = ledger.records(Resident)
    return first, second


def test_an_untouched_sheet_asks_nothing(ledger: Ledger, send: Send) -> None:
    path = send(ledger, "居民信息表")
    keep, gone = two(ledger)
    rows = len(ledger.records(Resident))
    join_residents(ledger, keep=keep, gone=gone)
    assert counted(plan_of(ledger, path)) == {"unchanged": rows}


def test_an_edit_of_the_gone_row_reaches_the_one_that_is_left(ledger: Ledger, send: Send) -> None:
    keep, gone = two(ledger)
    path = edit(send(ledger, "居民信息表"), {(gone.id, "备注"): "下午在家"}, sheet="居民信息表")
    join_residents(ledger, keep=keep, gone=gone)
    plan = plan_of(ledger, path)
    assert counted(plan)["update"] == 1
    apply_plan(ledger, plan)
    (left,) = [one for one in ledger.records(Resident) if one.id == keep.id]
    assert left.notes == "下午在家"
    assert "update" not in counted(plan_of(ledger, path)), "the same file a second time does nothing"


def test_two_rows_that_say_different_things_of_one_person_are_a_question(ledger: Ledger, send: Send) -> None:
    keep, gone = two(ledger)
    cells = {(keep.id, "备注"): "上午在家", (gone.id, "备注"): "下午在家"}
    path = edit(send(ledger, "居民信息表"), cells, sheet="居民信息表")
    join_residents(ledger, keep=keep, gone=gone)
    plan = plan_of(ledger, path)
    assert plan.needs_a_person
    assert {problem.code for row in plan.rows for problem in row.problems} == {"two_values"}


def test_undone_the_old_id_is_itself_again(ledger: Ledger, send: Send) -> None:
    keep, gone = two(ledger)
    path = edit(send(ledger, "居民信息表"), {(gone.id, "备注"): "下午在家"}, sheet="居民信息表")
    ledger.undo(join_residents(ledger, keep=keep, gone=gone).id)
    apply_plan(ledger, plan_of(ledger, path))
    found = ledger.get(gone.id)
    assert isinstance(found, Resident)
    assert found.notes == "下午在家"


def test_visits_of_a_joined_household_come_back_quietly(ledger: Ledger, send: Send) -> None:
    path = send(ledger)
    rows = sum(counted(plan_of(ledger, path)).values())
    first, second, *_ = ledger.records(Household)
    join_households(ledger, keep=first, gone=second)
    assert counted(plan_of(ledger, path)) == {"unchanged": rows}
