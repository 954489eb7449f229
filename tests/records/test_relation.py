"""The words for 与户主关系 that were counted on real forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.records.relation import is_head, relation_code, relation_rank

COUNTED = [
    "户主",
    "妻子",
    "儿子",
    "长子",
    "女儿",
    "儿媳",
    "孙子",
    "次子",
    "孙女",
    "母亲",
    "长女",
    "长媳",
    "三子",
    "媳",
    "女",
    "子",
    "父亲",
    "次女",
    "二女",
    "女子",
    "次媳",
    "外孙",
    "妹妹",
    "三媳",
    "长孙",
    "媳妇",
    "孙",
    "二子",
    "二孙女",
    "大儿子",
    "女儿子",
    "小孙女",
    "孙媳",
    "曾孙女",
    "外甥女",
    "次孙",
    "长孙女",
]
SHORT_LIST = [
    "户主",
    "配偶",
    "子",
    "女",
    "女婿",
    "儿媳",
    "兄弟姐妹",
    "孙子、孙女或外孙子、外孙女",
    "祖父母或外祖父母",
    "父母",
    "其他亲属",
    "非亲属",
]


@pytest.mark.parametrize("text", [*COUNTED, *SHORT_LIST, "本人", "产权人", "承租人", "租户", "承租人之妻", "户主之妻"])
def test_every_counted_word_has_a_code(text: str) -> None:
    assert relation_code(text) is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("户主", "02"),
        ("本人", "01"),
        ("配偶", "10"),
        ("丈夫", "11"),
        ("妻", "12"),
        ("妻子", "12"),
        ("儿子", "20"),
        ("长子", "22"),
        ("大儿子", "22"),
        ("二子", "23"),
        ("女婿", "28"),
        ("女", "30"),
        ("女子", "30"),
        ("长女", "32"),
        ("二女", "33"),
        ("儿媳", "38"),
        ("三媳", "38"),
        ("次孙", "41"),
        ("二孙女", "42"),
        ("外孙", "43"),
        ("孙媳", "45"),
        ("曾孙女", "48"),
        ("父亲", "51"),
        ("岳母", "56"),
        ("妹妹", "77"),
        ("外甥女", "96"),
        ("保姆", "98"),
        ("承租人", "99"),
        (" 妻 子 ", "12"),
        ("女儿(已出嫁)", "30"),
        ("户主之母", "52"),
        ("02", "02"),
        ("12", "12"),
    ],
)
def test_codes(text: str, code: str) -> None:
    assert relation_code(text) == code


@pytest.mark.parametrize("text", ["额日子", "", "群众", "13800000107", "夫妻"])
def test_slips_of_the_pen_have_no_code(text: str) -> None:
    assert relation_code(text) is None
    assert not is_head(text)


def test_only_the_head_is_the_head() -> None:
    assert is_head("户主")
    assert is_head(" 户 主 ")
    assert is_head("02")
    assert not is_head("本人")
    assert not is_head("产权人")
    assert not is_head("户主之妻")


def test_a_family_is_listed_head_first() -> None:
    family = ["户主", "妻", "长子", "次子", "长女", "儿媳", "孙女", "父亲", "妹妹", "侄子", "保姆", "额日子"]
    ranks = [relation_rank(word) for word in family]
    assert ranks == sorted(set(ranks))
    tenants = ["产权人", "承租人", "承租人之妻", "合租人"]
    ranks = [relation_rank(word) for word in tenants]
    assert ranks == sorted(set(ranks))


@given(st.text())
def test_any_text_has_a_rank(text: str) -> None:
    assert relation_rank(text) >= 0
