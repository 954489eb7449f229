"""Carrying a plan out: one change, exactly what was shown, taken back as one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice, Plan
from minqing.exchange.planner import make_plan
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import Send, counted, edit, plan_of, sheet

VISITS = "走访日期|小区|门牌|户主|走访人|走访记录"


def contents(ledger: Ledger) -> dict[str, dict[str, object]]:
    models = (Household, Resident, Visit, Appeal)
    return {one.id: {**one.values(), "extra": dict(one.extra)} for model in models for one in ledger.records(model)}


def lamp(ledger: Ledger) -> Appeal:
    return next(one for one in ledger.records(Appeal) if one.title == "楼道灯不亮 1")


def set_handler(ledger: Ledger, name: str) -> None:
    with ledger.change("本机改") as tx:
        tx.update(lamp(ledger).with_values({"handler": name}))


def backups(ledger: Ledger) -> list[Path]:
    return [path for path in ledger.path.parent.rglob("*") if path.is_file() and path != ledger.path]


def conflicting(ledger: Ledger, send: Send) -> Plan:
    """The office changed the handler, and so did we."""
    back = edit(send(ledger), {("谢玉兰", "责任人"): "街道 陈×", ("范立新", "解决办法"): "换灯"})
    set_handler(ledger, "社区 罗×")
    return plan_of(ledger, back)


def test_everything_is_one_change_with_one_backup(ledger: Ledger, send: Send, tmp_path: Path) -> None:
    rows = [f"2026-11-18|生活桥小区|5-1-10{n}|武{n}|陈×|都好" for n in range(1, 5)]
    plan = plan_of(ledger, sheet(tmp_path / "外来.xlsx", VISITS, *rows))
    version, before = ledger.version, len(ledger.history())
    applied = apply_plan(ledger, plan)
    assert (ledger.version, len(ledger.history())) == (version + 1, before + 1)
    assert len(applied.changes.added) == 12
    assert ledger.history()[0].label == "导入 外来.xlsx（4 行）"
    assert ledger.check() == []


def test_nothing_to_apply_writes_nothing_and_takes_no_backup(ledger: Ledger, send: Send) -> None:
    sent = send(ledger)
    ledger.backup()
    before, version, exchanges = backups(ledger), ledger.version, ledger.exchanges()
    assert not apply_plan(ledger, plan_of(ledger, sent)).changes
    assert (backups(ledger), ledger.version, ledger.exchanges()) == (before, version, exchanges)


def test_the_book_moved_and_the_decision_still_holds(ledger: Ledger, send: Send) -> None:
    plan = conflicting(ledger, send).decide_all(Choice.THEIRS)
    with ledger.change("别的事") as tx:
        tx.add(Household(estate="生活桥小区", building="7", room="101"))
    applied = apply_plan(ledger, plan)
    assert applied.plan.version > plan.version
    assert (lamp(ledger).handler, counted(applied.plan)["conflict"]) == ("街道 陈×", 1)


def test_a_decision_does_not_hold_for_a_value_that_nobody_had_seen(ledger: Ledger, send: Send) -> None:
    plan = conflicting(ledger, send).decide_all(Choice.THEIRS)
    set_handler(ledger, "社区 吴×")
    applied = apply_plan(ledger, plan)
    assert lamp(ledger).handler == "社区 吴×", "it was entered after the question had been answered"
    assert [edit.ours for row in applied.plan.rows for edit in row.open_conflicts] == ["社区 吴×"]
    assert "换灯" in {one.solution for one in ledger.records(Appeal)}, "the rest goes in"


def test_the_book_moved_and_a_doubtful_row_stays_decided(ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path / "外来.xlsx", VISITS, "2026-11-18|生活桥小区|1-2-501|武松|陈×|租客")
    first = plan_of(ledger, path)
    decisions = first.decisions.identify(first.rows[0].ref, first.rows[0].asks, "new")
    plan = make_plan(ledger, first.readings, decisions=decisions)
    with ledger.change("别的事") as tx:
        tx.add(Household(estate="生活桥小区", building="7", room="101"))
    apply_plan(ledger, plan)
    assert "武松" in {one.name for one in ledger.records(Resident)}


def test_undeciding_a_conflict_parks_it_again(ledger: Ledger, send: Send) -> None:
    plan = conflicting(ledger, send)
    (row,) = [row for row in plan.rows if row.open_conflicts]
    (cell,) = row.open_conflicts
    back = plan.decide(row, cell, Choice.THEIRS)
    assert not back.needs_a_person
    again = back.decide(back.row((row.sheet, row.number)), cell, None)
    assert (again.needs_a_person, again.decisions, again.writing) == (True, plan.decisions, 1)


@pytest.mark.parametrize("choice", [Choice.OURS, Choice.THEIRS])
def test_the_value_that_lost_is_in_the_history(ledger: Ledger, send: Send, choice: Choice) -> None:
    apply_plan(ledger, conflicting(ledger, send).decide_all(choice))
    values = {
        text
        for change in ledger.history(lamp(ledger).id)
        for entry in ledger.entries(change.id)
        for text in (entry.before, entry.after)
    }
    assert {"社区 罗×", "街道 陈×"} <= values
    assert lamp(ledger).handler == {Choice.OURS: "社区 罗×", Choice.THEIRS: "街道 陈×"}[choice]
    assert ledger.check() == []


def test_undo_keeps_and_names_what_was_edited_since(ledger: Ledger, send: Send) -> None:
    back = edit(
        send(ledger), {("谢玉兰", "责任人"): "街道 陈×", ("谢玉兰", "解决办法"): "换灯", ("范立新", "备注"): "请复核"}
    )
    before = contents(ledger)
    applied = apply_plan(ledger, plan_of(ledger, back))
    set_handler(ledger, "社区 罗×")
    undone = ledger.undo(applied.changes.id)
    appeal = lamp(ledger)
    assert [(kept.record_id, kept.field) for kept in undone.kept] == [(appeal.id, "handler")]
    assert contents(ledger) == {**before, appeal.id: {**before[appeal.id], "handler": "社区 罗×"}}


def test_undo_of_new_rows_keeps_a_household_that_was_visited_since(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"2026-11-18|生活桥小区|5-1-10{n}|武{n}|陈×|都好" for n in (1, 2)]
    applied = apply_plan(ledger, plan_of(ledger, sheet(tmp_path / "外来.xlsx", VISITS, *rows)))
    home = next(one for one in ledger.records(Household) if one.room == "101")
    with ledger.change("走访") as tx:
        tx.add(Visit(household=home.id, visited_on=date(2026, 11, 20), said="又去"))
    undone = ledger.undo(applied.changes.id)
    assert {kept.record_id for kept in undone.kept} == {home.id}
    assert {one.room for one in ledger.records(Household)} == {"501", "101"}
    assert ledger.check() == []


def test_undo_and_redo_of_an_import_that_took_a_new_column(ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path / "外来.xlsx", f"{VISITS}|考核等次", "2026-11-16|生活桥小区|1-2-501|谢玉兰|罗×|都好|优")
    before = contents(ledger)
    applied = apply_plan(ledger, plan_of(ledger, path))
    after = contents(ledger)
    assert after != before
    undone = ledger.undo(applied.changes.id)
    assert contents(ledger) == before
    assert counted(plan_of(ledger, path)) == {"update": 1}
    ledger.undo(undone.changes.id)
    assert contents(ledger) == after
    assert counted(plan_of(ledger, path)) == {"unchanged": 1}


def test_a_failure_on_the_way_leaves_all_as_it_was(ledger: Ledger, send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_of(ledger, edit(send(ledger), {("谢玉兰", "解决办法"): "换灯"}))
    before, version = contents(ledger), ledger.version

    def fail(*_: object, **__: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr("minqing.ledger.partners.note", fail)
    with pytest.raises(OSError, match="disk"):
        apply_plan(ledger, plan)
    assert (contents(ledger), ledger.version) == (before, version)
    monkeypatch.undo()
    apply_plan(ledger, plan)
    assert lamp(ledger).solution == "换灯"
