"""Code lists: each is sound in itself, and knows the words that were seen on real sheets."""

from __future__ import annotations

import tomllib

import pytest

from minqing.records.codes import code_list
from minqing.records.spelling import squeeze
from resources import resource

CLOSED = [
    "sex",
    "house_type",
    "residence_status",
    "attention",
    "ethnic",
    "education",
    "political",
    "marital",
    "household_register",
    "visit_way",
    "visit_result",
    "appeal_kind",
    "appeal_source",
    "urgency",
    "level",
    "appeal_state",
    "closed_how",
    "satisfaction",
    "step_action",
    "contact_role",
    "resident_status",
]
OPEN = ["family_type", "health", "care_group", "policy"]


@pytest.mark.parametrize("name", [*CLOSED, *OPEN])
def test_a_list_is_sound(name: str) -> None:
    codes = code_list(name)
    with resource("codes", f"{name}.toml").open("rb") as file:
        aliases: dict[str, list[str]] = tomllib.load(file)["aliases"]
    words = [squeeze(word).upper() for word in (*codes.values, *(word for words in aliases.values() for word in words))]
    assert sorted(words) == sorted(set(words)), "a word leads to two values"
    assert set(aliases) <= set(codes.values)
    assert set(codes.gb) <= set(codes.values)
    assert len(set(codes.gb.values())) == len(codes.gb)
    assert all(codes.match(value) == value for value in codes.values)
    assert all(codes.match(alias) == value for alias, value in codes.aliases.items())
    assert codes.open == (name in OPEN)
    assert codes.name == name
    assert codes.label


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("sex", "男性", "男"),
        ("sex", "1", "男"),
        ("sex", "２", "女"),
        ("sex", "m", "男"),
        ("sex", " 男 ", "男"),
        ("ethnic", "汉", "汉族"),
        ("ethnic", "01", "汉族"),
        ("ethnic", "基诺族", "基诺族"),
        ("ethnic", "土家", "土家族"),
        ("education", "大专", "大学专科"),
        ("education", "初小", "小学"),
        ("education", "技校", "中专"),
        ("education", "学前班", "学龄前"),
        ("political", "党员", "中共党员"),
        ("political", "共青团员", "共青团员"),
        ("marital", "初婚", "已婚"),
        ("marital", "离异", "离婚"),
        ("household_register", "农业", "农业家庭户口"),
        ("household_register", "非农", "非农业家庭户口"),
        ("house_type", "出租房", "出租"),
        ("house_type", "租", "出租"),
        ("house_type", "空房", "空置"),
        ("house_type", "集体（单位福利）房", "集体"),
        ("residence_status", "户在人在", "人户同在"),
        ("residence_status", "其它", "其他"),
        ("residence_status", "常住(已购房，户籍不在)", "人在户不在"),
        ("attention", "重点关心", "中等"),
        ("visit_way", "走访", "入户"),
        ("visit_way", "上门", "入户"),
        ("visit_result", "家中无人", "无人"),
        ("visit_result", "未见面", "无人"),
        ("appeal_kind", "建议", "意见建议"),
        ("appeal_source", "12345热线", "12345"),
        ("appeal_state", "待办", "待受理"),
        ("appeal_state", "待派", "待受理"),
        ("appeal_state", "已完成", "已办结"),
        ("appeal_state", "办结", "已办结"),
        ("closed_how", "实质性办结", "实质性"),
        ("level", "街道办", "街道"),
        ("step_action", "转办", "交办"),
        ("contact_role", "楼长", "楼栋长"),
        ("care_group", "低保户", "低保"),
        ("policy", "反诈宣传", "反诈"),
        ("resident_status", "死亡", "去世"),
    ],
)
def test_other_words_lead_to_the_value(name: str, text: str, value: str) -> None:
    assert code_list(name).match(text) == value


EDUCATION_SEEN = [
    "初中",
    "小学",
    "文盲",
    "高中",
    "大学",
    "学前",
    "初小",
    "学龄前",
    "幼儿园",
    "中专",
    "技校",
    "中学",
    "无",
    "学前班",
    "儿童",
    "高职",
    "幼儿",
    "大专",
    "小班",
    "专科",
    "本科",
    "研究生",
]


@pytest.mark.parametrize("text", EDUCATION_SEEN)
def test_every_spelling_of_education_that_was_seen(text: str) -> None:
    assert code_list("education").match(text) is not None


@pytest.mark.parametrize(
    ("name", "text"),
    [("political", "妻子"), ("sex", "户主"), ("appeal_state", "未办结"), ("sex", ""), ("marital", "党员")],
)
def test_a_word_of_another_column_is_not_guessed(name: str, text: str) -> None:
    assert code_list(name).match(text) is None


def test_an_open_list_knows_only_its_own_words() -> None:
    assert code_list("care_group").match("书法爱好者") is None


def test_all_fifty_six_peoples_have_their_code() -> None:
    ethnic = code_list("ethnic")
    numbered = [value for value, code in ethnic.gb.items() if code <= "56"]
    assert len(numbered) == 56
    assert ethnic.gb["汉族"] == "01"
    assert ethnic.gb["基诺族"] == "56"


def test_the_five_words_for_the_state_of_an_appeal() -> None:
    assert code_list("appeal_state").values == ("待受理", "办理中", "已吹哨", "待回访", "已办结")


def test_a_list_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(FileNotFoundError):
        code_list("nothing")
