"""What 套用表样 says: certainty, reasons, choices in order, and texts of cells in words and back."""

from __future__ import annotations

import pytest

from minqing.forms.learning.proposed import Proposed
from ui.dialogs.form_words import (
    certainty_of,
    every_field,
    is_private,
    names_clash,
    tag_of,
    template_of,
    template_words,
    tip_of,
    with_name,
)
from ui.widgets.sheet_view import Certainty


@pytest.mark.parametrize(
    ("field", "why", "certainty", "words"),
    [
        ("resident.name", "表样", Certainty.SURE, "居民·姓名"),
        ("head.phones", "别名", Certainty.SURE, "户主·联系电话"),
        ("resident.relation", "相近", Certainty.LIKELY, "居民·与户主关系"),
        ("resident.political", "下拉", Certainty.LIKELY, "居民·政治面貌"),
        ("household.door", "指定", Certainty.CHOSEN, "家庭·门牌"),
        ("", "指定", Certainty.NONE, "不填"),
        ("", "未识别", Certainty.NONE, "不填"),
        ("", "序号", Certainty.SURE, "序号"),
        ("", "合并", Certainty.SURE, "并入电话"),
    ],
)
def test_a_chip_per_reason(field: str, why: str, certainty: Certainty, words: str) -> None:
    one = Proposed("AB", "某栏", field, why, 0.9)
    assert certainty_of(one) is certainty
    assert tag_of(one).words == words
    assert tag_of(one).column == 28


@pytest.mark.parametrize(
    ("label", "words"), [("时", "并入日期"), ("发生时间/分", "并入日期"), ("联系手机", "并入电话")]
)
def test_a_joined_column_says_with_what(label: str, words: str) -> None:
    assert tag_of(Proposed("N", label, "", "合并", 0.0)).words == words


def test_a_page_s_members_have_words_and_come_back() -> None:
    template = "人口：{population}，{party}"
    assert template_words(template) == "人口：〔家庭人口〕，〔党员〕"
    assert template_of(template_words(template)) == template


def test_a_tooltip_tells_reason_drop_down_and_words() -> None:
    one = Proposed(
        "H", "走访情况", "visit.result", "下拉", 0.75, choices=("黄", "红"), words=(("黄", "见面"),), masked=True
    )
    lines = tip_of(one).splitlines()
    assert lines == [
        "H 列“走访情况”：下拉选项像是它（75%），请核对",
        "下拉选项：黄、红",
        "表上写“黄”，账本里是“见面”",
        "填写时遮掩号码",
    ]
    assert "没有认出来" in tip_of(Proposed("C", "门卫", "", "未识别", 0.0))


def test_only_numbers_may_be_masked() -> None:
    assert is_private(Proposed("A", "", "resident.id_number", "名称", 1.0))
    assert is_private(Proposed("A", "", "head.phones", "名称", 1.0))
    assert not is_private(Proposed("A", "", "resident.name", "名称", 1.0))
    assert not is_private(Proposed("A", "", "", "未识别", 0.0))


def test_fields_are_found_by_initials_of_the_field_and_of_whose_it_is() -> None:
    name = next(item for item in every_field() if item.value == "resident.name")
    assert (name.group, name.text) == ("居民", "姓名")
    assert all(name.answers(typed) for typed in ("xm", "xingm", "jmxm", "姓名", "居民姓"))
    assert not name.answers("xb")
    assert every_field()[0].group == "居民"


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("填报单位：{community}", "填报单位：〔社区〕"),
        ("{street}{community}", "〔街道〕〔社区〕"),
        ("门牌：{household.door}", "门牌：〔家庭·门牌〕"),
        ("编号{{1}}", "编号{1}"),
    ],
)
def test_templates_in_words_and_back(template: str, words: str) -> None:
    assert template_words(template) == words
    assert template_of(words) == template


def test_names_may_be_written_as_people_do_and_unknown_ones_stay() -> None:
    assert template_of("〔家庭.门牌〕〔 填报人 〕") == "{household.door}{owner}"
    assert template_of("〔什么〕{x}") == "〔什么〕{{x}}"


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("填报单位（盖章）：", "填报单位（盖章）：{community}"),
        ("填报单位：  ____", "填报单位：{community}"),
        ("某某社区", "{community}"),
        ("", "{community}"),
        ("{甲}：", "{{甲}}：{community}"),
    ],
)
def test_a_name_goes_behind_the_label_of_its_cell(text: str, template: str) -> None:
    assert with_name(text, "community") == template


def test_names_of_forms() -> None:
    assert "名字" in names_clash(" ", [], [])
    assert "换一个" in names_clash("民情台账", ["民情台账"], ["民情台账"])
    assert "替换" in names_clash("登记表", ["登记表"], [])
    assert names_clash("另一张", ["登记表"], ["民情台账"]) == ""
