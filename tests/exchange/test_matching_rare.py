"""Rows without record ids that say where they belong in a way few sheets do: by a number, an ID number, a building."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Plan, Verdict
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.building import Building
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import counted, plan_of, sheet

ID_NUMBER = "990101196401011033"
HEADED_VISITS = "走访日期|户主|户主身份证号|走访人|走访记录"
NUMBERED = "户编号|户主|走访日期|走访人|走访记录"


def _reasons(plan: Plan) -> list[str]:
    return [row.reason for row in plan.rows if row.verdict is Verdict.DOUBTFUL]


def test_a_building_is_known_by_estate_and_name(ledger: Ledger, tmp_path: Path) -> None:
    headers = "小区|楼栋|单元数|总层数|每层户数|楼栋长"
    rows = ["生活桥小区|1栋|2|6|2|武松", "生活桥小区|2栋|2|6|2|", "东园|1栋|1|18|4|"]
    path = sheet(tmp_path / "楼栋.xlsx", headers, *rows)
    apply_plan(ledger, plan_of(ledger, path))
    assert ledger.count(Building) == 3
    assert counted(plan_of(ledger, path)) == {"unchanged": 3}
    edited = plan_of(ledger, sheet(tmp_path / "楼栋改.xlsx", headers, "东园|1栋|1|18|4|鲁达"))
    assert counted(edited) == {"update": 1}
    apply_plan(ledger, edited)
    assert [(one.estate, one.leader) for one in ledger.records(Building, leader="鲁达")] == [("东园", "鲁达")]


def test_a_visit_without_a_door_goes_to_the_household_of_the_head_with_this_id_number(
    ledger: Ledger, tmp_path: Path
) -> None:
    home = ledger.records(Household)[1]
    head = next(one for one in ledger.records(Resident) if one.household == home.id)
    with ledger.change("补录") as tx:
        tx.update(head.with_values({"id_number": ID_NUMBER}))
    path = sheet(tmp_path / "走访.xlsx", HEADED_VISITS, f"2026-11-18|{head.name}|{ID_NUMBER}|陈×|电表坏了")
    plan = plan_of(ledger, path)
    assert counted(plan) == {"new": 1}
    apply_plan(ledger, plan)
    (added,) = ledger.records(Visit, said="电表坏了")
    assert added.household == home.id
    assert (ledger.count(Household), ledger.count(Resident)) == (3, 3)


def test_a_household_is_known_by_its_number_where_there_is_no_door(ledger: Ledger, tmp_path: Path) -> None:
    rows = ["H-A7|武松|2026-11-18|陈×|第一次", "H-A7||2026-11-19|陈×|第二次", "H-A8|武松|2026-11-19|陈×|另一户"]
    path = sheet(tmp_path / "走访.xlsx", NUMBERED, *rows)
    apply_plan(ledger, plan_of(ledger, path))
    homes = {one.number: one.id for one in ledger.records(Household) if one.number}
    assert sorted(homes) == ["H-A7", "H-A8"]
    assert [one.said for one in ledger.records(Visit, household=homes["H-A7"])] == ["第一次", "第二次"]
    assert counted(plan_of(ledger, path)) == {"unchanged": 3}


def test_a_number_without_a_door_finds_the_household_that_has_both(ledger: Ledger, tmp_path: Path) -> None:
    home = ledger.records(Household)[0]
    with ledger.change("编号") as tx:
        tx.update(home.with_values({"number": "H-A7"}))
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", NUMBERED, "H-A7|谢玉兰|2026-11-20|陈×|电表坏了"))
    assert (counted(plan), plan.rows[0].ids["household"]) == ({"new": 1}, home.id)


def test_a_row_without_a_head_for_a_door_of_two_new_households_is_doubtful(ledger: Ledger, tmp_path: Path) -> None:
    headers = "走访日期|小区|门牌|户主|走访人|走访记录"
    rows = [f"2026-11-18|生活桥小区|5-1-101|{name}|陈×|来过" for name in ("武松", "鲁达", "")]
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", headers, *rows))
    assert counted(plan) == {"new": 2, "doubtful": 1}
    assert _reasons(plan) == ["这个门牌有几户"]


def test_of_contacts_of_one_name_none_is_chosen_by_guess(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.change("力量") as tx:
        for place in ("桥头物业", "桥尾物业"):
            tx.add(Contact(name="冯×", organisation=place, role="物业"))
    plan = plan_of(ledger, sheet(tmp_path / "力量.xlsx", "姓名|类型|所在单位|联系电话|职务", "冯×|物业||16900000013|"))
    (row,) = plan.rows
    assert _reasons(plan) == ["有几个同名的人"]
    assert [one.label for one in row.candidates] == ["冯× 桥头物业", "冯× 桥尾物业"]


def test_a_head_of_several_doors_is_doubtful_where_the_row_has_none(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.change("另一处") as tx:
        home = tx.add(Household(estate="生活桥小区", building="9", unit="1", room="101"))
        tx.add(Resident(household=home.id, name="谢玉兰", relation="户主"))
    plan = plan_of(ledger, sheet(tmp_path / "户.xlsx", "小区|户主|姓名|与户主关系", "生活桥小区|谢玉兰|武松|子"))
    (row,) = plan.rows
    assert _reasons(plan) == ["只有户主姓名，没有门牌"]
    assert [one.label for one in row.candidates] == ["谢玉兰 1栋2单元501", "谢玉兰 9栋1单元101"]


@pytest.mark.parametrize(("at", "reasons"), [("15:20", []), ("9:00", ["这一户同一天已有走访，内容不同"])])
def test_a_visit_without_text_is_told_by_its_hour_and_its_people(
    ledger: Ledger, tmp_path: Path, at: str, reasons: list[str]
) -> None:
    headers = "走访日期|走访钟点|小区|门牌|户主|走访人|备注"
    plan = plan_of(
        ledger, sheet(tmp_path / "走访.xlsx", headers, f"2026-11-16|{at}|生活桥小区|1-2-501|谢玉兰|罗×|核实")
    )
    assert _reasons(plan) == reasons


def test_other_people_on_the_same_day_are_another_visit_or_a_question(ledger: Ledger, tmp_path: Path) -> None:
    headers = "走访日期|小区|门牌|户主|走访人|备注"
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", headers, "2026-11-16|生活桥小区|1-2-501|谢玉兰|陈×|核实"))
    assert _reasons(plan) == ["这一户同一天已有走访，内容不同"]


def test_of_two_visits_that_say_the_same_the_one_that_says_no_more_is_meant(ledger: Ledger, tmp_path: Path) -> None:
    (first,) = ledger.records(Visit, visited_on=date(2026, 11, 16))
    with ledger.change("下午又去") as tx:
        tx.add(Visit(household=first.household, visited_on=first.visited_on, visitors=("罗×",), said="都好"))
    headers = "走访日期|小区|门牌|户主|走访人|走访记录"
    plan = plan_of(ledger, sheet(tmp_path / "走访.xlsx", headers, "2026-11-16|生活桥小区|1-2-501|谢玉兰|罗×|都好"))
    assert counted(plan) == {"unchanged": 1}
    assert plan.rows[0].ids["visit"] != first.id


def test_an_appeal_whose_number_and_words_are_known_is_that_one_on_another_day(ledger: Ledger, tmp_path: Path) -> None:
    appeal = ledger.records(Appeal)[0]
    with ledger.change("编号") as tx:
        tx.update(appeal.with_values({"number": "11-001"}))
    row = f"11-001|2026-11-30|{appeal.title}|办理中"
    plan = plan_of(ledger, sheet(tmp_path / "诉求.xlsx", "编号|登记日期|反映诉求事项|办理状态", row))
    assert plan.rows[0].ids["appeal"] == appeal.id
