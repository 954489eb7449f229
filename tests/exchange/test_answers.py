"""A row that is doubtful in several parts takes an answer for each, one after the other, and gives them back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minqing.exchange.applying import apply_plan
from minqing.exchange.drafts import draft_name, find_draft, keep_draft
from minqing.exchange.plan import NEW_RECORD, Decisions, Plan, Verdict
from minqing.exchange.planner import make_plan
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import plan_of, sheet

VISITS = "走访日期|小区|门牌|户主|走访人|走访记录|备注"
PEOPLE = "小区|门牌|姓名|与户主关系|性别|身份证号|出生日期|联系电话"
FIRST = "candidate"
"""The answer that names the first candidate."""


def answered(ledger: Ledger, plan: Plan, *answers: str) -> Plan:
    """The plan after answers to what its only row asks, one after the other."""
    for answer in answers:
        (row,) = plan.rows
        assert row.verdict is Verdict.DOUBTFUL
        said = row.candidates[0].record_id if answer == FIRST else answer
        plan = planned(ledger, plan, plan.decisions.identify(row.ref, row.asks, said))
    return plan


def planned(ledger: Ledger, plan: Plan, decisions: Decisions) -> Plan:
    return make_plan(ledger, plan.readings, decisions=decisions)


def home_of(ledger: Ledger, building: str) -> Household:
    return next(one for one in ledger.records(Household) if one.building == building)


def residents(ledger: Ledger, home: Household) -> dict[str, str]:
    return {one.name: one.relation for one in ledger.records(Resident) if one.household == home.id}


@pytest.mark.parametrize(
    ("answer", "names", "asked"),
    [(NEW_RECORD, {"谢玉兰", "武松"}, []), (FIRST, {"谢玉兰"}, ["姓名"])],
    ids=["a new person", "this person"],
)
def test_this_household_and_then_which_person(
    ledger: Ledger, tmp_path: Path, answer: str, names: set[str], asked: list[str]
) -> None:
    plan = plan_of(ledger, sheet(tmp_path / "居民.xlsx", PEOPLE, "生活桥小区|1-2-501|武松|户主||||16900000999"))
    (row,) = answered(ledger, plan, FIRST).rows
    assert (row.reason, row.asks) == ("这一户的户主是另一个名字", "resident")
    assert [(one.slot, one.label) for one in row.answered] == [("household", "1栋2单元501 谢玉兰")]
    both = answered(ledger, plan, FIRST, answer)
    assert both.held == 2
    assert [edit.label for edit in both.rows[0].edits if edit.conflict and edit.label == "姓名"] == asked
    apply_plan(ledger, both)
    assert residents(ledger, home_of(ledger, "1")).keys() == names
    assert ledger.count(Household) == 3


def test_nobody_else_s_phone_goes_to_the_head_before_it_is_said_who_is_meant(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_of(ledger, sheet(tmp_path / "居民.xlsx", PEOPLE, "生活桥小区|1-2-501|武松|户主||||16900000999"))
    apply_plan(ledger, answered(ledger, plan, FIRST))
    assert "16900000999" not in {phone for one in ledger.records(Resident) for phone in one.phones}


def test_this_household_and_a_new_visit_of_it(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-16|生活桥小区|1-2-501|武松|陈×|租客|"))
    (row,) = answered(ledger, plan, FIRST).rows
    assert (row.reason, row.asks) == ("这一户同一天已有走访，内容不同", "visit")
    apply_plan(ledger, answered(ledger, plan, FIRST, NEW_RECORD))
    home = home_of(ledger, "1")
    assert {one.said for one in ledger.records(Visit) if one.household == home.id} == {"都好", "租客"}
    assert residents(ledger, home) == {"谢玉兰": "户主"}, "the other name is a question of its own"


def test_of_two_people_of_this_household_the_one(ledger: Ledger, tmp_path: Path) -> None:
    home = home_of(ledger, "1")
    with ledger.change("补录") as tx:
        for birth in ("1990-03-02", "1992-05-01"):
            tx.add(Resident(household=home.id, name="谢晓东", relation="子", birth=birth))
        other = tx.add(home.with_values({"detail": "东间", "id": ""}))
        tx.add(Resident(household=other.id, name="武松", relation="户主"))
    plan = plan_of(ledger, sheet(tmp_path / "居民.xlsx", PEOPLE, "生活桥小区|1-2-501|谢小东|子|||1992|16900000999"))
    while plan.rows[0].asks != "resident":
        ids = [one.record_id for one in plan.rows[0].candidates]
        plan = planned(
            ledger, plan, plan.decisions.identify(plan.rows[0].ref, plan.rows[0].asks, ids[ids.index(home.id)])
        )
    (one,) = plan.rows[0].candidates
    assert "1992" in ledger.get(one.record_id).show("birth")
    apply_plan(ledger, answered(ledger, plan, FIRST))
    assert ledger.get(one.record_id).show("phones") == "16900000999"


def test_the_last_answer_is_taken_back_first(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-16|生活桥小区|1-2-501|武松|陈×|租客|"))
    one, both = answered(ledger, plan, FIRST), answered(ledger, plan, FIRST, NEW_RECORD)
    ref = plan.rows[0].ref
    assert planned(ledger, plan, both.decisions.take_back(ref)).rows == one.rows
    assert planned(ledger, plan, both.decisions.take_back(ref).take_back(ref)).rows == plan.rows
    assert both.decisions.take_back(ref).take_back(ref) == both.decisions.take_back(ref).take_back(ref).take_back(ref)
    assert len(both.decisions) == 2
    assert not both.decisions.take_back(ref).take_back(ref)


def test_a_visit_of_another_household_is_no_answer_any_more(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-16|生活桥小区|1-2-501|武松|陈×|租客|"))
    foreign = next(one for one in ledger.records(Visit) if one.household == home_of(ledger, "2").id)
    one = answered(ledger, plan, FIRST)
    (row,) = answered(ledger, one, foreign.id).rows
    assert (row.verdict, row.reason) == (Verdict.DOUBTFUL, "选过的对不上了：这一户同一天已有走访，内容不同")


def test_an_id_that_cannot_be_read_is_one_question_and_the_household_another(ledger: Ledger, tmp_path: Path) -> None:
    row = "2026-11-16|生活桥小区|1-2-501|武松|陈×|租客||V-7K3QX2-0001"
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", f"{VISITS}|记录编号", row))
    assert [plan.rows[0].asks, answered(ledger, plan, NEW_RECORD).rows[0].asks] == ["id", "household"]


def test_a_head_of_a_row_without_a_door_stands_for_the_household(ledger: Ledger, tmp_path: Path) -> None:
    """The row is about the son: who says which 户主 is meant does not make the father of him."""
    headers = "门牌|户主|姓名|与户主关系|联系电话"
    plan = plan_of(ledger, sheet(tmp_path / "居民.xlsx", headers, "|谢玉兰|谢晓东|子|16900000999"))
    assert plan.rows[0].reason == "只有户主姓名，没有门牌"
    done = answered(ledger, plan, FIRST)
    assert (done.rows[0].verdict, done.rows[0].ids["household"]) == (Verdict.NEW, home_of(ledger, "1").id)
    apply_plan(ledger, done)
    assert residents(ledger, home_of(ledger, "1")) == {"谢玉兰": "户主", "谢晓东": "子"}


def test_answers_are_kept_and_those_of_an_older_draft_are_read(ledger: Ledger, tmp_path: Path) -> None:
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", VISITS, "2026-11-16|生活桥小区|1-2-501|武松|陈×|租客|"))
    both = answered(ledger, plan, FIRST, NEW_RECORD)
    name = draft_name(plan.readings)
    keep_draft(ledger, name, both)
    found = find_draft(ledger, name).decisions
    assert (found, list(found.rows[0, 2])) == (both.decisions, ["household", "visit"])
    old = json.dumps({"said": "", "cells": [], "rows": [[0, 2, NEW_RECORD]], "parked": []})
    ledger.drafts.keep(name, old)
    before = planned(ledger, plan, find_draft(ledger, name).decisions)
    assert (before.held, [one.slot for one in before.rows[0].new]) == (1, ["household", "head", "visit"])
    home = home_of(ledger, "1")
    ledger.drafts.keep(name, old.replace(f'"{NEW_RECORD}"', f'"{home.id}"'))
    assert planned(ledger, plan, find_draft(ledger, name).decisions).rows[0].asks == "visit"
