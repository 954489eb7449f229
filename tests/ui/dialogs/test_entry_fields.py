"""Entry lines come from the records' definitions; what was typed becomes a draft or a sentence under its line."""

from __future__ import annotations

from datetime import date, time

import pytest

from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.catalogue import KINDS
from minqing.records.codes import code_list
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui.dialogs.entry_fields import drafted, entry_field, entry_fields, shown_values
from ui.widgets.form import EntryForm

GOOD_NUMBER = "990101194901011225"
BAD_NUMBER = "990101194901011229"


@pytest.mark.parametrize(
    ("model", "name", "label", "kind", "required"),
    [
        (Household, "door", "门牌", "text", False),
        (Household, "house_type", "房屋性质", "choice", False),
        (Household, "tags", "标签", "many", False),
        (Resident, "name", "姓名", "text", True),
        (Resident, "id_number", "身份证号", "text", False),
        (Resident, "phones", "联系电话", "phones", False),
        (Resident, "birth", "出生日期", "text", False),
        (Visit, "visited_on", "走访日期", "date", True),
        (Visit, "visited_at", "走访钟点", "time", False),
        (Visit, "said", "走访记录", "long", False),
    ],
)
def test_a_line_follows_its_definition(
    model: type[Record], name: str, label: str, kind: str, *, required: bool
) -> None:
    line = entry_field(model, name)
    assert (line.name, line.label, line.kind, line.required) == (name, label, kind, required)
    codes = model.attributes()[name].codes
    assert tuple(line.choices) == (code_list(codes).values if codes else ())


def test_what_is_said_beside_the_definition_wins() -> None:
    assert entry_field(Visit, "next_on", label="下次走访").label == "下次走访"


@pytest.mark.parametrize("model", KINDS.values(), ids=lambda model: model.KIND)
def test_every_field_of_every_kind_has_an_input(qtbot: object, model: type[Record]) -> None:
    names = list(model.attributes())
    form = EntryForm(entry_fields(model, names))
    assert list(form.values()) == names
    form.deleteLater()


FULL: list[Record] = [
    Household(
        estate="生活桥小区", building="3", unit="2", floor="5", room="501", detail="", house_type="出租",
        rent_until="2027-05", population=3, tags=("子女外出", "养狗"), situation="两口子\n跑外卖",
    ),
    Resident(
        name="仇玉兰", relation="妻", sex="女", birth="1949-01", id_number=GOOD_NUMBER,
        phones=("16955505678", "0830-2345678"), care_groups=("独居老人",), ethnic="汉族",
    ),
    Visit(
        household="H-1", visited_on=date(2026, 11, 19), visited_at=time(15, 20), way="入户", result="见面",
        visitors=("罗×", "陈×"), met=("仇玉兰",), said="都好。", told=("反诈",), next_on=date(2026, 12, 19),
    ),
    Appeal(title="路灯不亮", registered_on=date(2026, 11, 19), reporter_phone=("16955505678",), people=4),
]  # fmt: skip


@pytest.mark.parametrize("record", FULL, ids=lambda record: record.KIND)
def test_what_a_form_shows_reads_back_as_the_same_record(qtbot: object, record: Record) -> None:
    names = list(type(record).fields())
    form = EntryForm(entry_fields(type(record), names))
    form.set_values(shown_values(record, names))
    assert not form.dirty
    assert drafted(record, form.values()) == (record, {})
    empty = type(record)(id=record.id)
    assert drafted(empty, form.values())[0] == record
    form.deleteLater()


@pytest.mark.parametrize(
    ("record", "entered", "name", "said"),
    [
        (Resident(name="仇玉兰"), {"name": "  "}, "name", "“姓名”没有填。请补上。"),
        (Resident(name="仇玉兰"), {"id_number": BAD_NUMBER}, "id_number", "请对照证件改正，或留空。"),
        (Resident(name="仇玉兰", sex="男"), {"sex": "男", "id_number": GOOD_NUMBER}, "id_number", "不符"),
        (Resident(name="仇玉兰"), {"phones": ("16955505678", "12345")}, "phones", "请补全，或留空。"),
        (Resident(name="仇玉兰"), {"birth": "1949-13"}, "birth", "日期无法识别：1949-13"),
        (Resident(name="仇玉兰"), {"sex": "不男不女"}, "sex", "“性别”里没有“不男不女”这一项。"),
        (Household(estate="生活桥小区"), {"population": "三个"}, "population", "“家庭人口”应是整数"),
        (Household(), {"grid": "", "door": ""}, "door", "“门牌”没有填。请补上。"),
        (Visit(household="H-1"), {"visited_on": "2024.13.8"}, "visited_on", "日期无法识别：2024.13.8"),
        (Visit(household="H-1", visited_on=date(2026, 11, 19)), {"visited_at": "25:61"}, "visited_at", "25:61"),
        (Visit(household="H-1", visited_on=date(2026, 11, 19)), {"next_on": date(2026, 11, 1)}, "next_on", "早于"),
        (
            Appeal(title="路灯", registered_on=date(2026, 11, 19)),
            {"closed_on": date(2026, 11, 18)},
            "closed_on",
            "“办结日期”早于“登记日期”。请核对这两个日期。",
        ),
        (Appeal(title="路灯"), {"title": "长" * 2001}, "title", "“反映诉求事项”超过 2000 个字。"),
    ],
)
def test_a_broken_rule_is_told_under_its_line(record: Record, entered: dict[str, object], name: str, said: str) -> None:
    _, errors = drafted(record, entered)
    assert list(errors) == [name]
    assert said in errors[name]
    assert errors[name].endswith("。")
    assert "。。" not in errors[name]


def test_a_bad_number_is_never_repeated_in_full() -> None:
    _, errors = drafted(Resident(name="仇玉兰"), {"id_number": BAD_NUMBER, "phones": ("169555056781",)})
    assert BAD_NUMBER not in errors["id_number"]
    assert "169555056781" not in errors["phones"]


def test_several_lines_are_told_at_once() -> None:
    _, errors = drafted(Resident(), {"name": "", "id_number": BAD_NUMBER, "birth": "年初"})
    assert set(errors) == {"name", "id_number", "birth"}


def test_a_rule_about_a_field_without_a_line_is_told_under_the_first() -> None:
    _, errors = drafted(Visit(), {"said": "都好", "told": ()})
    assert list(errors) == ["said"]


def test_good_lines_go_in_beside_a_bad_one() -> None:
    draft, errors = drafted(Household(estate="生活桥小区"), {"population": "三个", "area": "89"})
    assert list(errors) == ["population"]
    assert (draft.area, draft.population) == ("89", None)
