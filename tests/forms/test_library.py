"""The shipped forms, and what is said about a form that cannot be used."""

from __future__ import annotations

import pytest

from minqing.errors import BadForm, UnknownForm
from minqing.forms.form import SLOTS, Form
from minqing.forms.library import builtin_forms, form_named, load_form
from minqing.records.codes import code_list
from minqing.records.values import Kind

SMALL = """
name = "小表"
subject = "household"
slots = ["household"]
keys = ["household"]
columns = [{ label = "小区", field = "household.estate" }, { label = "人户状态", field = "household.residence_status" }]
"""


def test_shipped_forms_come_with_the_weekly_sheet_first() -> None:
    assert [form.name for form in builtin_forms()][:4] == ["民情台账", "走访台账", "居民诉求登记表", "居民信息表"]


def test_weekly_sheet_has_the_office_s_columns_in_its_order() -> None:
    assert [column.label for column in form_named("民情台账").columns] == [
        "序号", "走访日期", "小区", "门牌", "户主", "联系电话", "家庭基本情况", "反映诉求事项", "诉求类别", "解决办法",
        "办理状态", "责任人", "办结日期", "走访人", "备注",
    ]  # fmt: skip


@pytest.mark.parametrize("form", builtin_forms(), ids=lambda form: form.name)
def test_shipped_form_binds_every_column_once(form: Form) -> None:
    bound = [(column.slot, column.attribute) for column in form.columns if column.slot]
    assert len(set(bound)) == len(bound)
    assert all(column.bound is not None for column in form.columns if column.slot)


@pytest.mark.parametrize("form", builtin_forms(), ids=lambda form: form.name)
def test_drop_downs_of_a_shipped_form_are_known_lists(form: Form) -> None:
    assert all(code_list(column.choices).values for column in form.columns if column.choices)


def test_choice_field_offers_its_list_without_being_told() -> None:
    column = load_form(SMALL).columns[1]
    bound = SLOTS["household"].attributes()["residence_status"]
    assert bound.kind is Kind.CHOICE
    assert column.choices == bound.codes


@pytest.mark.parametrize("name", ["民情台账", "weekly", "WEEKLY", " 民情周报 "])
def test_form_is_found_by_name_and_alias(name: str) -> None:
    assert form_named(name).name == "民情台账"


def test_unknown_form_names_the_known_ones() -> None:
    with pytest.raises(UnknownForm, match="民情台账"):
        form_named("没有这种表")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("household.estate", "household.colour"), "household.colour”不存在"),
        (("household.estate", "visit.way"), "不在 slots 里"),
        (('subject = "household"', 'subject = "visit"'), "不在 slots 里"),
        (('slots = ["household"]', 'slots = ["household", "cat"]'), "没有“cat”这种记录"),
        (('label = "小区"', 'label = "人户状态"'), "栏名重复"),
        (('label = "小区"', 'labl = "小区"'), "没有栏名"),
        (('label = "小区",', 'label = "小区", colour = "red",'), "不认识“colour”"),
        (('label = "小区",', 'label = "小区", width = "宽",'), "栏宽"),
        (('label = "小区",', 'label = "小区", align = "top",'), "对齐"),
        (('name = "小表"', 'title = "x"'), "名称"),
        (('name = "小表"', 'name = "小表"\nperiod = "household.day"'), "时段"),
        (('name = "小表"', 'name = "小表"\ntotals = [["走访", "visits"]]'), "不是栏名"),
        (('name = "小表"', 'name = "小表"\ntop = "填报人"'), "一列文字"),
        (('name = "小表"', "name = 小表"), "TOML"),
    ],
)
def test_form_that_cannot_be_used_says_why(change: tuple[str, str], says: str) -> None:
    with pytest.raises(BadForm, match=says):
        load_form(SMALL.replace(*change))
