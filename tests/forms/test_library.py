"""The shipped forms, and what is said about a form that cannot be used."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.errors import BadForm, UnknownForm
from minqing.forms.files.grid import column_name
from minqing.forms.form import SLOTS, Column, Form, Layout
from minqing.forms.library import builtin_forms, form_named, form_text, load_form
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


LEARNED = """
name = "某单位的表"
subject = "household"
slots = ["household"]
keys = ["household"]
columns = [
  { label = "序号", letter = "A" },
  { label = "小区", field = "household.estate", letter = "B", words = [["生活桥", "生活桥小区"]] },
  { label = "省", letter = "C" },
  { label = "省（2）", letter = "D" },
]

[layout]
header = [5, 6]
first = 7
last = 30
cells = [["B3", "{street}"]]
"""


def test_a_learned_form_has_no_title_but_a_layout() -> None:
    form = load_form(LEARNED)
    assert form.layout == Layout(header=(5, 6), first=7, last=30, cells=(("B3", "{street}"),))
    assert (form.title, form.top, form.footer, form.totals) == ("", (), (), ())
    assert [column.letter for column in form.columns] == list("ABCD")
    assert form.columns[1].words == (("生活桥", "生活桥小区"),)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("header = [5, 6]", "header = []"), "表头的行号"),
        (("header = [5, 6]", "header = [6, 5]"), "行号不对"),
        (("header = [5, 6]", 'header = ["五"]'), "整数"),
        (("first = 7", "first = 6"), "行号不对"),
        (("last = 30", "last = 5"), "行号不对"),
        (("last = 30", "last = 2000000"), "整数"),
        (('"B3"', '"3B"'), "B3 这样的写法"),
        (('"{street}"', '"{owner.__class__}"'), "不认识"),
        (('"{street}"', '"{household.door}"'), "不认识"),
        (('"{street}"', '"{street:>99999}"'), "不认识"),
        (('"{street}"', '"{street"'), "不成对"),
        (('"{street}"', "3"), "文字"),
        (("last = 30", 'last = 30\npage = "street"'), "一户一页"),
        (("last = 30", "last = 30\ncolour = 1"), "不认识“colour”"),
        (('letter = "A"', 'letter = "1"'), "字母"),
        (('letter = "A"', 'letter = "B"'), "列重复"),
        (('words = [["生活桥", "生活桥小区"]]', 'words = ["生活桥"]'), "一对一对"),
        (('name = "某单位的表"', 'name = "某单位的表"\nfile_name = "{cat}"'), "不认识“{cat}”"),
    ],
)
def test_bad_layout_is_explained(change: tuple[str, str], says: str) -> None:
    with pytest.raises(BadForm, match=re.escape(says)):
        load_form(LEARNED.replace(*change, 1))


@pytest.mark.parametrize("form", builtin_forms(), ids=lambda form: form.name)
def test_a_shipped_form_is_written_down_and_read_back(form: Form) -> None:
    assert load_form(form_text(form)) == form


_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="{}"), max_size=12)
_NAMES = _TEXTS.filter(bool)
_FIELDS = [
    (slot, name) for slot in ("household", "head", "resident") for name in SLOTS[slot].attributes()
]  # fmt: skip
_TEMPLATES = st.lists(st.sampled_from(["{street}", "{owner}", "{made_on}", "填报单位：", " "]), max_size=4).map("".join)


@st.composite
def columns(draw: st.DrawFn, label: str, number: int) -> Column:
    slot, attribute = draw(st.sampled_from([("", ""), *_FIELDS]))
    return Column(
        label=label,
        slot=slot,
        attribute=attribute,
        aliases=tuple(draw(st.lists(_TEXTS, max_size=2))),
        width=draw(st.floats(1, 200) | st.integers(1, 200)),
        align=draw(st.sampled_from(["left", "center", "right"])),
        masked=draw(st.booleans()),
        choices=draw(st.sampled_from(["", "sex"])),
        hint=draw(_TEXTS),
        empty=draw(_TEXTS),
        words=tuple(draw(st.lists(st.tuples(_TEXTS, _TEXTS), max_size=2))),
        letter=column_name(number) if draw(st.booleans()) else "",
    )


@st.composite
def forms(draw: st.DrawFn) -> Form:
    labels = draw(st.lists(_NAMES, min_size=1, max_size=5, unique=True))
    first = draw(st.integers(3, 50))
    layout = Layout(
        header=tuple(sorted(draw(st.sets(st.integers(1, first - 1), min_size=1, max_size=3)))),
        first=first,
        last=first + draw(st.integers(0, 2000)),
        cells=tuple(draw(st.lists(st.tuples(st.sampled_from(["A1", "B3", "AA12"]), _TEMPLATES), max_size=3))),
        page=draw(st.sampled_from(["", "household"])),
    )
    return Form(
        name=draw(_NAMES),
        subject="resident",
        slots=("household", "head", "resident"),
        keys=("household", "resident"),
        columns=tuple(draw(columns(label, number)) for number, label in enumerate(labels, 1)),
        sheet=draw(_TEXTS),
        title=draw(_TEMPLATES),
        period=draw(st.sampled_from(["", "resident.birth"])),
        aliases=tuple(draw(st.lists(_TEXTS, max_size=2))),
        top=tuple(draw(st.lists(_TEMPLATES, max_size=2))),
        footer=tuple(draw(st.lists(_TEMPLATES, max_size=2))),
        totals=tuple((label, draw(_TEXTS)) for label in labels[: draw(st.integers(0, 2))]),
        file_name=draw(_TEMPLATES),
        layout=draw(st.sampled_from([layout, None])),
    )


@given(forms())
def test_any_form_is_written_down_and_read_back(form: Form) -> None:
    assert load_form(form_text(form)) == form
