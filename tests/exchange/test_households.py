"""Whole families from one sheet: who joins whose household, one household per page, and rows that slipped sideways."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Plan
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.exchange.conftest import counted, plan_of, sheet

HEAD_ID, OTHER_ID = "990101197001010028", "990101197202020046"


def family(ledger: Ledger) -> dict[str, set[tuple[str, str]]]:
    """Per household (its door and number): names and relations."""
    homes = {one.id: f"{one.door} {one.number}".strip() for one in ledger.records(Household)}
    found: dict[str, set[tuple[str, str]]] = {home: set() for home in homes.values()}
    for one in ledger.records(Resident):
        found.setdefault(homes.get(one.household, ""), set()).add((one.name, one.relation))
    return found


def taken(ledger: Ledger, path: Path) -> Plan:
    plan = plan_of(ledger, path)
    apply_plan(ledger, plan)
    return plan


TWO_FAMILIES = [
    "{a}|谢玉×|户主|1栋101",
    "{a}|韦国×|妻子|1栋101",
    "{b}|范立×|户主|1栋102",
    "{b}|罗小×|长子|1栋102",
]


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (1, 0, 3, 2), (3, 1, 2, 0)])
def test_members_join_the_household_of_the_head_they_name(
    empty: Ledger, tmp_path: Path, order: tuple[int, ...]
) -> None:
    rows = [TWO_FAMILIES[place].format(a="谢玉×", b="范立×") for place in order]
    taken(empty, sheet(tmp_path / "居民.xlsx", "户主姓名|姓名|与户主关系|现居地址", *rows))
    assert family(empty) == {
        "1栋101": {("谢玉×", "户主"), ("韦国×", "妻子")},
        "1栋102": {("范立×", "户主"), ("罗小×", "长子")},
    }


def test_the_same_sheet_again_changes_nothing(empty: Ledger, tmp_path: Path) -> None:
    rows = [row.format(a="谢玉×", b="范立×") for row in TWO_FAMILIES]
    path = sheet(tmp_path / "居民.xlsx", "户主姓名|姓名|与户主关系|现居地址", *rows)
    taken(empty, path)
    assert counted(plan_of(empty, path)) == {"unchanged": 4}


def test_two_families_behind_one_door_are_told_by_head_or_number(empty: Ledger, tmp_path: Path) -> None:
    rows = ["1栋101|甲1|谢玉×|户主", "1栋101|甲1|韦国×|妻", "1栋101|甲2|范立×|户主", "1栋101|甲2|罗小×|子"]
    plan = taken(empty, sheet(tmp_path / "居民.xlsx", "现居地址|户号|姓名|与户主关系", *rows))
    assert counted(plan) == {"new": 4}
    assert family(empty) == {
        "1栋101 甲1": {("谢玉×", "户主"), ("韦国×", "妻")},
        "1栋101 甲2": {("范立×", "户主"), ("罗小×", "子")},
    }


def test_without_any_door_the_head_s_name_keeps_a_family_together(empty: Ledger, tmp_path: Path) -> None:
    rows = ["谢玉×|谢玉×||", "谢玉×|韦国×|妻|", "范立×|罗小×|子|", "范立×|范立×|户主|"]
    path = sheet(tmp_path / "居民.xlsx", "户主姓名|姓名|与户主关系|所属网格", *rows)
    taken(empty, path)
    people = {one.name: one for one in empty.records(Resident)}
    assert len(people) == 4
    assert empty.count(Household) == 2
    assert people["谢玉×"].household == people["韦国×"].household != people["罗小×"].household
    assert people["谢玉×"].relation == "户主"
    assert counted(plan_of(empty, path)) == {"unchanged": 4}


def test_two_heads_of_one_name_are_told_by_their_id_numbers(empty: Ledger, tmp_path: Path) -> None:
    rows = [f"谢玉×|{HEAD_ID}|韦国×|妻|", f"谢玉×|{OTHER_ID}|罗小×|子|"]
    path = sheet(tmp_path / "居民.xlsx", "户主姓名|户主身份证号|姓名|与户主关系|所属网格", *rows)
    assert counted(taken(empty, path)) == {"new": 2}
    assert empty.count(Household) == 2
    assert {one.id_number for one in empty.records(Resident)} == {HEAD_ID, OTHER_ID, ""}


def test_the_head_s_own_row_says_all_of_one_person(empty: Ledger, tmp_path: Path) -> None:
    rows = [
        f"1栋101|谢玉×|{HEAD_ID}|韦国×|夫|男|16900000113",
        f"1栋101|谢玉×|{HEAD_ID}|谢玉×||女|16900000107",
    ]
    header = "现居地址|户主姓名|户主身份证号|姓名|与户主关系|性别|联系电话"
    assert counted(taken(empty, sheet(tmp_path / "居民.xlsx", header, *rows))) == {"new": 2}
    head = next(one for one in empty.records(Resident) if one.is_head)
    assert empty.count(Resident) == 2
    assert (head.name, head.id_number, head.phones) == ("谢玉×", HEAD_ID, ("16900000107",))


def test_head_s_name_in_a_merged_cell_belongs_to_all_rows(empty: Ledger, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in [
        ["户主姓名", "现居地址", "姓名", "与户主关系"],
        ["谢玉×", "1栋101", "谢玉×", "户主"],
        ["", "", "韦国×", "妻"],
    ]:
        page.append([cell or None for cell in row])
    page.merge_cells("A2:A3")
    page.merge_cells("B2:B3")
    path = tmp_path / "居民.xlsx"
    book.save(path)
    taken(empty, path)
    assert family(empty) == {"1栋101": {("谢玉×", "户主"), ("韦国×", "妻")}}


# ----------------------------------------------------------------------------------------- one household per page


def household_page(path: Path, *families: tuple[str, str, list[str]], star: str = "五星") -> Path:
    """Pages as offices print them: per family its hamlet, door and members (relation|name|sex|phone)."""
    book = openpyxl.Workbook()
    book.remove(book["Sheet"])
    for number, (hamlet, door, members) in enumerate(families, 1):
        page = book.create_sheet(f"Sheet{number}")
        page.append(["      户情档案（一户一档）"])
        page.append([f"乡镇：春晖镇；和安村（社区）：和安村；湾组：{hamlet}；建档/更新日期：2026.7.30"])
        page.append(["家庭成员信息", "户主和与户主关系", "姓名", "性别", "文化程度", "联系电话", "备注"])
        for member in members:
            relation, name, sex, phone = member.split("|")
            page.append([None, relation, name, sex, None, phone or None])
        for _ in range(10 - len(members)):
            page.append([])
        last = max(len(members), 10) + 3
        page.merge_cells(start_row=3, end_row=last, start_column=1, end_column=1)
        page.append([])
        for column, label in enumerate(["家庭信息", "家庭类型", "门牌", "农户星级", "主要收入来源", "户情状态"], 1):
            page.cell(last + 1, column).value = label
        for column, value in enumerate(["普通户", door, star, "务工", "一般"], 2):
            page.cell(last + 2, column).value = value or None
        page.cell(last + 3, 1).value = "各级走访慰问情况"
        page.cell(last + 3, 3).value = "春节慰问"
        page.cell(last + 4, 1).value = "说明：本档案按照填表说明填写。"
    book.save(path)
    return path


WANG = ("王家湾", "23号", ["户主|谢玉×|女|16900000107", "儿子|韦国×|男|", "孙子|韦小×|男|"])
LI = ("王家湾", "24号", ["户主|范立×|男|16900000113", "妻子|罗小×|女|"])


def test_each_page_is_one_household_with_its_own_fields(empty: Ledger, tmp_path: Path) -> None:
    plan = taken(empty, household_page(tmp_path / "档案.xlsx", WANG, LI))
    assert counted(plan) == {"new": 5}
    homes = {one.room: one for one in empty.records(Household)}
    assert set(homes) == {"23", "24"}
    home = homes["23"]
    assert (home.street, home.community, home.estate, home.family_type) == ("春晖镇", "和安村", "王家湾", "普通户")
    assert home.situation == "一般"
    assert home.extra == {
        "建档/更新日期": "2026.7.30",
        "农户星级": "五星",
        "主要收入来源": "务工",
        "各级走访慰问情况": "春节慰问",
    }
    people = [one for one in empty.records(Resident) if one.household == home.id]
    assert {(one.name, one.relation) for one in people} == {("谢玉×", "户主"), ("韦国×", "儿子"), ("韦小×", "孙子")}
    assert not any(one.extra for one in people)


def test_more_members_than_the_form_has_rows_move_the_blocks_down(empty: Ledger, tmp_path: Path) -> None:
    members = ["户主|谢玉×|女|", *(f"孙子|韦小{number}|男|" for number in range(12))]
    taken(empty, household_page(tmp_path / "档案.xlsx", ("王家湾", "23号", members)))
    assert empty.count(Resident) == 13
    assert [one.family_type for one in empty.records(Household)] == ["普通户"]


def test_a_known_household_shows_what_its_page_changes_and_fills(empty: Ledger, tmp_path: Path) -> None:
    taken(empty, household_page(tmp_path / "旧.xlsx", WANG))
    home = empty.records(Household)[0]
    with empty.change("改") as tx:
        tx.update(home.with_values({"family_type": ""}))
    plan = plan_of(empty, household_page(tmp_path / "新.xlsx", WANG, star="六星"))
    edits = {edit.label: (edit.slot, edit.ours, edit.theirs, edit.place) for row in plan.rows for edit in row.edits}
    assert edits["农户星级"] == ("household", "五星", "六星", "Sheet1!D15")
    assert not any(row.problems for row in plan.rows)


def test_pages_without_a_door_are_not_put_together(empty: Ledger, tmp_path: Path) -> None:
    without = [("王家湾", "", WANG[2]), ("王家湾", "", LI[2])]
    assert counted(taken(empty, household_page(tmp_path / "档案.xlsx", *without))) == {"new": 5}
    assert empty.count(Household) == 2


# ------------------------------------------------------------------------------------------------- shifted rows


def test_a_shifted_row_is_an_error_that_names_cell_and_person(empty: Ledger, tmp_path: Path) -> None:
    rows = ["1栋101|谢玉×|户主|女|党员|农业", "1栋101|韦国×||男|妻子|群众"]
    header = "现居地址|姓名|与户主关系|性别|政治面貌|户籍性质"
    plan = taken(empty, sheet(tmp_path / "居民.xlsx", header, *rows))
    assert counted(plan) == {"new": 1, "error": 1}
    (problem,) = plan.rows[1].problems
    assert (problem.cell, problem.code) == ("Sheet!E3", "shifted_row")
    assert "韦国×这一行可能错开了：“政治面貌”里写的是“妻子”，像是“与户主关系”" in problem.message
    assert [one.name for one in empty.records(Resident)] == ["谢玉×"]


def test_a_second_head_behind_a_door_is_another_household_or_a_question(empty: Ledger, tmp_path: Path) -> None:
    header = "姓名|与户主关系|现居地址"
    taken(empty, sheet(tmp_path / "居民.xlsx", header, "谢玉×|户主|1栋101", "韦国×|妻子|1栋101", "范立×|户主|1栋101"))
    homes = sorted(sorted(one.name for one in empty.records(Resident) if one.household == home) for home in {
        one.household for one in empty.records(Resident)
    })  # fmt: skip
    assert homes == [["范立×"], ["谢玉×", "韦国×"]]
    plan = plan_of(empty, sheet(tmp_path / "再来.xlsx", header, "罗小×|户主|1栋101", "谢玉×|户主|1栋101"))
    assert [row.reason for row in plan.rows] == ["门牌相同，户主不同", ""]


def test_a_head_known_by_its_id_number_may_be_renamed(empty: Ledger, tmp_path: Path) -> None:
    header = "姓名|与户主关系|身份证号|现居地址"
    taken(empty, sheet(tmp_path / "居民.xlsx", header, f"谢玉|户主|{HEAD_ID}|1栋101"))
    plan = taken(empty, sheet(tmp_path / "再来.xlsx", header, f"谢玉×|户主|{HEAD_ID}|1栋101"))
    assert counted(plan) in ({"update": 1}, {"conflict": 1})
    assert len(empty.records(Household)) == 1


def test_a_head_s_own_row_after_a_member_s_counts_as_new(empty: Ledger, tmp_path: Path) -> None:
    header = "户主姓名|姓名|与户主关系|身份证号|现居地址"
    path = sheet(tmp_path / "居民.xlsx", header, "谢玉×|韦国×|妻子||1栋101", f"谢玉×|谢玉×|户主|{HEAD_ID}|1栋101")
    plan = plan_of(empty, path)
    assert counted(plan) == {"new": 2}
    assert [[record.slot for record in row.new] for row in plan.rows] == [["household", "resident"], ["resident"]]
    assert plan.writing == 2
    apply_plan(empty, plan)
    assert family(empty) == {"1栋101": {("谢玉×", "户主"), ("韦国×", "妻子")}}
    assert {one.id_number for one in empty.records(Resident)} == {"", HEAD_ID}
    assert counted(plan_of(empty, path)) == {"unchanged": 2}


def test_a_member_known_already_adds_nothing_where_the_head_has_a_row(empty: Ledger, tmp_path: Path) -> None:
    taken(empty, sheet(tmp_path / "先来.xlsx", "姓名|与户主关系|身份证号|现居地址", f"韦国×|妻子|{OTHER_ID}|1栋101"))
    header = "户主姓名|姓名|与户主关系|身份证号|现居地址"
    rows = [f"谢玉×|韦国×|妻子|{OTHER_ID}|1栋101", f"谢玉×|谢玉×|户主|{HEAD_ID}|1栋101"]
    plan = plan_of(empty, sheet(tmp_path / "居民.xlsx", header, *rows))
    assert [[record.slot for record in row.new] for row in plan.rows] in ([[], ["resident"]], [[], []])


def test_a_day_that_cannot_be_read_is_one_problem_not_two(empty: Ledger, tmp_path: Path) -> None:
    rows = ("谢玉×|1栋101|2026-13-08|入户|都好", "范立×|1栋102|2026-11-08|入户|都好")
    plan = plan_of(empty, sheet(tmp_path / "走访.xlsx", "走访对象|居住地址|走访时间|走访方式|走访内容", *rows))
    assert [[problem.code for problem in row.problems] for row in plan.rows] == [["bad_date"], []]
