"""What is proposed for an office's blank form, and how it is corrected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from minqing.errors import CannotLearn, NoTable, UnknownField, WorksheetMissing
from minqing.forms.learning.proposal import Proposal, propose
from minqing.forms.library import form_text, load_form
from minqing.forms.naming.field_names import field_label, field_named
from tests.forms.office_sheets import VISITS, page_form, people_form, visits_form


@pytest.fixture
def visits(tmp_path: Path) -> Proposal:
    return propose(visits_form(tmp_path / "入户走访月报.xlsx"))


@pytest.fixture
def people(tmp_path: Path) -> Proposal:
    return propose(people_form(tmp_path / "人口登记表.xlsx"))


def test_the_columns_of_a_list_of_visits_with_their_fields(visits: Proposal) -> None:
    assert [one.label for one in visits.columns] == list(VISITS)
    assert {one.label: one.field for one in visits.columns} == {
        "序号": "", "走访日期": "visit.visited_on", "小区": "household.estate", "门牌": "household.door",
        "户主姓名": "head.name", "联系电话": "head.phones", "走访结果": "visit.result", "走访情况": "visit.said",
        "包联单位": "",
    }  # fmt: skip
    assert [one.letter for one in visits.columns] == list("ABCDEFGHI")
    assert [one.label for one in visits.unnamed] == ["包联单位"]


def test_a_form_of_visits_is_chosen_by_day_and_named_after_its_file(visits: Proposal) -> None:
    form = visits.form
    assert (form.name, form.sheet, form.subject) == ("入户走访月报", "入户走访月报", "visit")
    assert (form.slots, form.keys, form.period) == (("household", "head", "visit"), ("visit",), "visit.visited_on")
    assert form.file_name == "入户走访月报_{owner}_{period}.xlsx"
    assert "每行是一次走访" in visits.why


def test_rows_end_before_the_total(visits: Proposal) -> None:
    assert (visits.layout.header, visits.layout.first, visits.layout.last) == ((3,), 4, 13)


def test_constants_fill_the_title_and_the_rows_around_the_table(visits: Proposal) -> None:
    assert dict(visits.layout.cells) == {
        "A1": "入户走访月报表（{period}）",
        "A2": "填报单位（盖章）：{community}                    填报日期：{made_on}",
        "A15": "填报人：{owner}            联系电话：{phone}",
    }


def test_a_drop_down_s_words_are_led_to_the_book_s(visits: Proposal) -> None:
    result = visits.column("G")
    assert result.choices == ("已见面", "家中无人", "拒绝走访", "已搬离")
    assert set(result.words) == {("已见面", "见面"), ("家中无人", "无人"), ("拒绝走访", "拒访"), ("已搬离", "已搬走")}


def test_labels_under_labels_and_twice_the_same(people: Proposal) -> None:
    labels = [one.label for one in people.columns]
    assert labels[4:7] == ["户籍地/省", "户籍地/市", "去向/省"]
    assert people.layout.header == (4, 5)


def test_a_unit_split_over_cells_is_filled_before_each_kind(people: Proposal) -> None:
    assert dict(people.layout.cells) == {"D2": "{street}", "F2": "{community}"}


def test_lists_on_a_hidden_sheet_and_behind_a_name_are_read(people: Proposal) -> None:
    assert people.column("H").words == (("中国共产党党员", "中共党员"),)
    called = people.column("I")
    assert (called.choices, called.field, called.why) == (("配偶", "长子", "儿媳", "母亲"), "", "未识别")


def test_a_drop_down_speaks_against_an_address(people: Proposal) -> None:
    lodging = people.column("L")
    assert (lodging.field, lodging.why) == ("", "下拉不合")
    assert "household.address" in {one.field for one in lodging.others}


def test_a_second_phone_is_read_with_the_first(people: Proposal) -> None:
    assert [(one.field, one.why) for one in people.columns[-3:-1]] == [("resident.phones", "名称"), ("", "合并")]
    assert "联系手机" not in {one.label for one in people.unnamed}


def test_room_goes_as_far_as_the_drop_downs(people: Proposal) -> None:
    assert (people.layout.first, people.layout.last) == (6, 505)


def test_a_page_about_one_household(tmp_path: Path) -> None:
    found = propose(page_form(tmp_path / "一户一档.xlsx"))
    assert (found.layout.page, found.form.subject, found.form.period) == ("household", "resident", "")
    assert (found.layout.first, found.layout.last) == (4, 9)
    cells = dict(found.layout.cells)
    assert cells["A2"] == "乡镇：  {street}  ；  村（社区）：{community}  ；  建档日期：   {made_on}"
    assert (cells["A11"], cells["B11"]) == ("{household.family_type}", "{household.door}")
    assert cells["E11"] == "{household.situation}"
    assert {"household", "head", "resident"} == set(found.form.slots)


def test_a_page_counts_its_members(tmp_path: Path) -> None:
    path = page_form(tmp_path / "一户一档.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["D10"] = "家庭人口"
    book.save(path)
    found = propose(path)
    assert dict(found.layout.cells)["D11"] == "{population}"
    assert found.form.file_name.endswith("-{population}-{household.estate}-{party}.xlsx")
    assert load_form(form_text(found.form)) == found.form
    assert dict(found.with_cell("A10", "类型（{population}人）").layout.cells)["A10"] == "类型（{population}人）"


def test_a_list_has_no_members_to_count(visits: Proposal) -> None:
    with pytest.raises(CannotLearn, match="population"):
        visits.with_cell("A1", "{population}")


def test_an_address_beside_building_and_room_is_the_estate(tmp_path: Path) -> None:
    path = tmp_path / "住房.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["小区/地址", "幢", "单元", "室", "住房类别", "住房面积"])
    book.save(path)
    first = propose(path).column("A")
    assert (first.field, first.why) == ("household.estate", "分栏")


def test_rows_that_are_filled_in_already_are_room(tmp_path: Path) -> None:
    path = tmp_path / "半填.xlsx"
    book = openpyxl.Workbook()
    for row in (["姓名", "性别", "身份证号"], ["王桂芳", "女", None], ["李建国", "男", None]):
        book.worksheets[0].append(row)
    book.save(path)
    found = propose(path)
    assert (found.layout.header, found.layout.first, found.layout.last) == ((1,), 2, 3)


def test_there_is_no_room_where_the_total_follows_at_once(tmp_path: Path) -> None:
    path = tmp_path / "紧接合计.xlsx"
    book = openpyxl.Workbook()
    for row in (["姓名", "性别", "身份证号"], ["合计", None, None]):
        book.worksheets[0].append(row)
    book.save(path)
    found = propose(path)
    assert (found.layout.first, found.layout.last) == (2, 1)


def test_a_header_alone_has_one_row_of_room(tmp_path: Path) -> None:
    path = tmp_path / "只有表头.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0].append(["姓名", "性别", "身份证号"])
    book.save(path)
    found = propose(path)
    assert (found.layout.first, found.layout.last) == (2, 2)


def test_the_sheet_in_which_most_is_known_is_taken(tmp_path: Path) -> None:
    path = visits_form(tmp_path / "月报.xlsx")
    book = openpyxl.load_workbook(path)
    other = book.create_sheet("名单", 0)
    other.append(["姓名", "电话"])
    hidden = book.create_sheet("旧表")
    hidden.append(["姓名", "性别", "民族", "身份证号", "联系电话", "政治面貌", "文化程度", "婚姻状况", "职业", "备注"])
    hidden.sheet_state = "hidden"
    book.save(path)
    assert propose(path).form.sheet == "入户走访月报"
    assert propose(path).sheets == ("名单", "入户走访月报")
    assert propose(path, sheet="名单").form.sheet == "名单"
    assert propose(path).with_sheet("名单").form.sheet == "名单"
    with pytest.raises(WorksheetMissing):
        propose(path, sheet="没有")


def test_a_header_is_pointed_out(visits: Proposal) -> None:
    again = visits.named("月报").with_header((3,))
    assert (again.form.name, again.layout.header) == ("月报", (3,))
    with pytest.raises(NoTable):
        visits.with_header((40,))


def test_a_sheet_of_prose_is_no_form(tmp_path: Path) -> None:
    path = tmp_path / "通知.xlsx"
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "关于报送材料的通知"
    book.save(path)
    with pytest.raises(NoTable, match="没有找到表头"):
        propose(path)


def test_a_field_is_given_to_a_column_and_taken_from_another(visits: Proposal) -> None:
    moved = visits.with_field("i", "head.phones")
    assert (moved.column("I").field, moved.column("I").why) == ("head.phones", "指定")
    assert moved.column("F").field == ""
    assert moved.form.columns[8].slot == "head"
    assert moved.unnamed == ()


def test_a_column_may_be_said_to_be_no_field(visits: Proposal) -> None:
    assert visits.with_field("I", "").unnamed == ()


def test_fields_decide_what_the_rows_are_about(people: Proposal) -> None:
    form = people.with_field("I", "visit.visited_on").with_field("K", "visit.said").form
    assert (form.subject, form.period) == ("visit", "visit.visited_on")


def test_words_are_corrected(visits: Proposal) -> None:
    words = (("见到了", "见面"),)
    assert visits.with_words("G", words).form.columns[6].words == words


def test_what_cannot_stand_on_one_sheet_is_refused(visits: Proposal) -> None:
    with pytest.raises(CannotLearn, match="放在同一张表里"):
        visits.with_field("I", "building.floors")


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.with_field("I", "visit.colour"),
        lambda one: one.with_field("Z", "visit.said"),
        lambda one: one.with_cell("A1", "{owner.__class__}"),
        lambda one: one.with_cell("A1", "{household.door}"),
        lambda one: one.with_cell("1A", "字"),
        lambda one: one.with_rows(3, 9),
        lambda one: one.with_rows(9, 7),
    ],
)
def test_corrections_that_make_no_sense_are_refused(visits: Proposal, change: Callable[[Proposal], Proposal]) -> None:
    with pytest.raises(CannotLearn):
        change(visits)


def test_rows_cells_and_masks_are_corrected(visits: Proposal) -> None:
    form = visits.with_rows(4, 20).with_cell("a2", "单位：{street}").with_cell("A1", "").with_masked("F", True).form
    assert form.layout is not None
    assert (form.layout.first, form.layout.last) == (4, 20)
    assert dict(form.layout.cells)["A2"] == "单位：{street}"
    assert "A1" not in dict(form.layout.cells)
    assert [column.label for column in form.columns if column.masked] == ["联系电话"]


@pytest.mark.parametrize("make", [visits_form, people_form, page_form])
def test_what_was_learned_can_be_written_down_and_read(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    form = propose(make(tmp_path / "空表.xlsx")).form
    assert load_form(form_text(form)) == form


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("户主.联系电话", "head.phones"),
        ("居民.姓名", "resident.name"),
        ("visit.said", "visit.said"),
        ("走访记录", "visit.said"),
        ("走访.走访内容", "visit.said"),
        ("", ""),
    ],
)
def test_fields_by_what_people_call_them(text: str, field: str) -> None:
    assert field_named(text, ("household", "visit")) == field
    assert not field or field_label(field)


@pytest.mark.parametrize("text", ["姓名", "颜色", "居民.颜色"])
def test_a_field_that_is_not_clear_is_asked_about(text: str) -> None:
    with pytest.raises(UnknownField):
        field_named(text, ("head", "resident"))


def test_a_label_that_nobody_knows_is_offered_what_it_resembles(tmp_path: Path) -> None:
    path = visits_form(tmp_path / "入户走访月报.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == "户主姓名"]
    cell.value = "户主手机码"
    book.save(path)
    (one,) = [one for one in propose(path).columns if one.label == "户主手机码"]
    assert {other.field: other.likeness for other in one.others}.get("head.phones", 0) > 0.8
