"""Deciding: one cell, all of a field, all of a row, all; parking a row; taken up again; and kept while unfinished."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from minqing.exchange.applying import apply_plan
from minqing.exchange.drafts import draft_name, find_draft, keep_draft
from minqing.exchange.leftovers import leftovers
from minqing.exchange.plan import NEW_RECORD, Choice, Decisions, Plan, RowPlan
from minqing.exchange.planner import make_plan
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import PASSWORD, Send, counted, edit, plan_of, sheet

VISITS = "走访日期|小区|门牌|户主|走访人|走访记录|备注"
PEOPLE = "小区|门牌|姓名|与户主关系|性别|身份证号|出生日期|联系电话"


def appeal(ledger: Ledger, number: int) -> Appeal:
    return next(one for one in ledger.records(Appeal) if one.title == f"楼道灯不亮 {number}")


def quarrel(ledger: Ledger, send: Send) -> Path:
    """Both sides changed handler and solution of one appeal, and the handler of another; one solution was blanked."""
    with ledger.change("写办法") as tx:
        tx.update(appeal(ledger, 3).with_values({"solution": "等物业"}))
    back = edit(
        send(ledger),
        {
            ("谢玉兰", "责任人"): "街道 陈×",
            ("谢玉兰", "解决办法"): "换灯",
            ("范立新", "责任人"): "街道 王×",
            ("范立新", "解决办法"): None,
        },
    )
    with ledger.change("两边都改") as tx:
        for number in (1, 3):
            tx.update(appeal(ledger, number).with_values({"handler": "社区 罗×", "solution": "已报修"}))
    return back


def choices(plan: Plan) -> dict[tuple[str, str], Choice | None]:
    return {
        (row.label.split()[-1], edit.attribute): edit.choice for row in plan.rows for edit in row.edits if edit.conflict
    }


def row_about(plan: Plan, name: str) -> RowPlan:
    return next(row for row in plan.rows if name in row.label)


def planned(ledger: Ledger, plan: Plan, decisions: Decisions) -> Plan:
    return make_plan(ledger, plan.readings, partner=plan.said, decisions=decisions)


def test_all_of_a_field_all_of_a_row_and_back(ledger: Ledger, send: Send) -> None:
    plan = plan_of(ledger, quarrel(ledger, send))
    assert counted(plan) == {"conflict": 2, "unchanged": 1}
    field = plan.decide_field("appeal", "handler", Choice.THEIRS)
    assert choices(field) == {
        ("谢玉兰", "handler"): Choice.THEIRS,
        ("谢玉兰", "solution"): None,
        ("范立新", "handler"): Choice.THEIRS,
        ("范立新", "solution"): None,
    }
    blanked = field.decide_field("appeal", "solution", Choice.THEIRS)
    assert choices(blanked)["谢玉兰", "solution"] is Choice.THEIRS
    assert choices(blanked)["范立新", "solution"] is None, "what they blanked stays a question"
    row = field.decide_row(row_about(field, "谢玉兰"), Choice.OURS)
    assert choices(row)["谢玉兰", "handler"] is choices(row)["谢玉兰", "solution"] is Choice.OURS
    undecided = row.decide_shown(row.rows, None)
    assert undecided.rows == plan.rows
    assert not undecided.decisions


def test_a_conflict_put_aside_is_neither_written_nor_lost(ledger: Ledger, send: Send) -> None:
    back = quarrel(ledger, send)
    plan = plan_of(ledger, back).decide_field("appeal", "solution", Choice.LATER)
    plan = plan.decide_field("appeal", "handler", Choice.THEIRS)
    assert not any(row.open_conflicts for row in plan.rows)
    assert plan.needs_a_person
    apply_plan(ledger, plan)
    assert (appeal(ledger, 1).handler, appeal(ledger, 1).solution) == ("街道 陈×", "已报修")
    again = plan_of(ledger, back)
    assert choices(again) == {("谢玉兰", "solution"): None, ("范立新", "solution"): None}


def test_a_parked_row_leaves_nothing_behind(ledger: Ledger, send: Send) -> None:
    back = quarrel(ledger, send)
    plan = plan_of(ledger, back).decide_field("appeal", "handler", Choice.THEIRS)
    parked = planned(ledger, plan, plan.decisions.park([row_about(plan, "谢玉兰").ref]))
    assert row_about(parked, "谢玉兰").parked
    assert parked.writing == 1
    apply_plan(ledger, parked)
    assert [appeal(ledger, number).handler for number in (1, 3)] == ["社区 罗×", "街道 王×"]
    again = plan_of(ledger, back)
    assert choices(again)["谢玉兰", "handler"] is None, "it is asked again, with the base it had"
    whole = planned(ledger, parked, parked.decisions.park([row_about(plan, "谢玉兰").ref], on=False))
    assert not any(row.parked for row in whole.rows)


def test_what_a_parked_row_would_add_is_added_by_the_next_that_needs_it(ledger: Ledger, tmp_path: Path) -> None:
    rows = [f"2026-11-{day}|生活桥小区|7-1-101|武松|陈×|第 {day} 天|" for day in (18, 19)]
    path = sheet(tmp_path / "走访.xlsx", VISITS, *rows)
    plan = plan_of(ledger, path)
    assert [len(row.new) for row in plan.rows] == [3, 1]
    parked = planned(ledger, plan, Decisions().park([plan.rows[0].ref]))
    assert [len(row.new) for row in parked.rows] == [3, 3]
    apply_plan(ledger, parked)
    assert (ledger.count(Household), ledger.count(Resident), ledger.count(Visit)) == (4, 4, 4)
    assert counted(plan_of(ledger, path)) == {"new": 1, "unchanged": 1}


def test_decisions_survive_closing_the_book(ledger: Ledger, send: Send, tmp_path: Path) -> None:
    back = quarrel(ledger, send)
    plan = plan_of(ledger, back).decide_field("appeal", "handler", Choice.THEIRS)
    plan = planned(ledger, plan, plan.decisions.park([row_about(plan, "范立新").ref]))
    assert plan.held == 3
    name = draft_name(plan.readings)
    version = ledger.version
    keep_draft(ledger, name, plan)
    assert ledger.version == version
    ledger.close()
    with Ledger.open(tmp_path / "账本.mqb", PASSWORD) as book:
        fresh = plan_of(book, back)
        assert draft_name(fresh.readings) == name
        draft = find_draft(book, name)
        again = planned(book, fresh, draft.decisions)
        assert (again.rows, again.held) == (plan.rows, 3)
        with book.change("又改了一次") as tx:
            tx.update(appeal(book, 1).with_values({"handler": "社区 张×"}))
        assert planned(book, fresh, draft.decisions).held == 2, "that question is another one now"
        keep_draft(book, name, replace(plan, decisions=Decisions()))
        assert find_draft(book, name).decisions == Decisions()


def test_what_waits_is_told_with_the_exchange_until_it_is_done(ledger: Ledger, tmp_path: Path) -> None:
    rows = ["2026-11-18|生活桥小区|1-2-501|武松|陈×|租客|", "2026-11-18|生活桥小区|2-2-501|韦国强|陈×|都好|"]
    path = sheet(tmp_path / "走访.xlsx", VISITS, *rows)
    plan = plan_of(ledger, path)
    apply_plan(ledger, plan)
    (exchange,) = ledger.exchanges()
    left = leftovers(ledger)[exchange.digest]
    assert (left.rows, left.path) == (1, path)
    later = plan_of(ledger, left.path)
    assert counted(later) == {"doubtful": 1, "unchanged": 1}
    apply_plan(ledger, planned(ledger, later, later.decisions.identify(later.rows[0].ref, "household", NEW_RECORD)))
    assert leftovers(ledger) == {}


def test_candidates_stand_beside_the_row_with_all_reasons(ledger: Ledger, tmp_path: Path) -> None:
    path = sheet(tmp_path / "居民.xlsx", PEOPLE, "生活桥小区|1-2-501|解玉兰|户主|女|||16900000107")
    (row,) = plan_of(ledger, path).rows
    (candidate,) = row.candidates
    assert candidate.why == "门牌相同，电话相同，姓名读音相同"
    shown = dict(zip(PEOPLE.split("|"), candidate.texts, strict=True))
    assert shown["门牌"] == "1栋2单元501"
    assert row.texts[2] == "解玉兰"


def test_a_member_under_another_spelling_of_the_name_is_asked_about(ledger: Ledger, tmp_path: Path) -> None:
    home = next(one for one in ledger.records(Household) if one.building == "1")
    with ledger.change("补录") as tx:
        son = tx.add(Resident(household=home.id, name="谢晓东", relation="子", birth="1990-03-02"))
        tx.add(Resident(household=home.id, name="谢晓丽", relation="女", birth="1992-05-01"))
    rows = ["1990-03-02", "1994-01-01"]
    path = sheet(tmp_path / "居民.xlsx", PEOPLE, *(f"生活桥小区|1-2-501|谢小冬|子|||{birth}|" for birth in rows))
    one, other = plan_of(ledger, path).rows
    assert (one.reason, [found.record_id for found in one.candidates]) == ("这一户有姓名相近的人", [son.id])
    assert one.candidates[0].why == "姓名读音相同，出生日期相同"
    assert [record.slot for record in other.new] == ["resident"], "another birth date is another person"
    decided = planned(ledger, plan_of(ledger, path), Decisions().identify(one.ref, "resident", son.id))
    assert [(edit.label, edit.theirs) for edit in decided.rows[0].edits] == [("姓名", "谢小冬")]
