"""Rows that slipped sideways are told, legitimate words are left alone."""

from __future__ import annotations

import pytest

from minqing.forms.library import form_named
from minqing.forms.naming.columns import name_columns
from minqing.forms.tables.shifted import ShiftFinder

HEADERS = [
    "姓名", "与户主关系", "性别", "政治面貌", "户籍性质", "健康状况", "文化程度", "婚姻状况", "民族", "身份证号",
    "联系电话", "职业", "备注",
]  # fmt: skip
COLUMNS = name_columns(HEADERS, form_named("居民信息表"))
SOUND_CELLS = ["韦国×", "妻子", "女", "群众", "农业", "健康", "初中", "已婚", "汉", "", "", "务工", "党员"]
SOUND = dict(zip(HEADERS, SOUND_CELLS, strict=True))


def shift(**changes: object) -> tuple[str, str] | None:
    cells = tuple({**SOUND, **changes}.get(header) or None for header in HEADERS)
    found = ShiftFinder(COLUMNS)(cells)  # type: ignore[arg-type] # cells of a test are what is typed
    return (found.label, found.belongs) if found else None


@pytest.mark.parametrize(
    ("column", "text", "belongs"),
    [
        ("政治面貌", "妻子", "与户主关系"),
        ("政治面貌", "未婚", "婚姻状况"),
        ("户籍性质", "党员", "政治面貌"),
        ("健康状况", "群众", "政治面貌"),
        ("健康状况", "小学", "文化程度"),
        ("性别", "长子", "与户主关系"),
        ("文化程度", "群众", "政治面貌"),
        ("民族", "已婚", "婚姻状况"),
        ("与户主关系", "群众", "政治面貌"),
        ("姓名", "女", "性别"),
        ("姓名", "妻子", "与户主关系"),
        ("姓名", "990101197001010021", "身份证号"),
        ("姓名", "16900000107", "电话"),
        ("身份证号", "16900000107", "电话"),
        ("联系电话", "990101197001010021", "身份证号"),
        ("婚姻状况", "汉族", "民族"),
    ],
)
def test_a_word_of_another_column_tells_a_shift(column: str, text: str, belongs: str) -> None:
    assert shift(**{column: text}) == (column, belongs)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("与户主关系", "女"), ("与户主关系", "儿媳"), ("与户主关系", "额日子"), ("与户主关系", "本人"),
        ("政治面貌", "儿童"), ("政治面貌", "学生"), ("政治面貌", "无"), ("政治面貌", "其他"),
        ("户籍性质", "居民"), ("户籍性质", "城镇"), ("健康状况", "残疾"), ("健康状况", "一般"), ("健康状况", "高血压"),
        ("文化程度", "无"), ("文化程度", "儿童"), ("婚姻状况", "单身"), ("职业", "党员"),
        ("备注", "990101197001010021"),
        ("身份证号", "未上户口"), ("姓名", "石宝"), ("姓名", "满"), ("联系电话", "028-85550107"), ("民族", "回"),
    ],
)  # fmt: skip
def test_legitimate_words_are_left_alone(column: str, text: str) -> None:
    assert shift(**{column: text}) is None


def test_message_names_the_person_and_hides_numbers() -> None:
    row = {**SOUND, "联系电话": "990101197001010021"}
    found = ShiftFinder(COLUMNS)(tuple(row[header] or None for header in HEADERS))
    assert found is not None
    assert found.message == (
        "韦国×这一行可能错开了：“联系电话”里写的是“9901**********0021”，像是“身份证号”。"
        "整行没有导入，请把各格移回自己的栏目后再导入"
    )


@pytest.mark.parametrize("name", ["谢玉兰2", "990101197001010021", "女"])
def test_message_gives_no_name_that_is_none(name: str) -> None:
    row = {**SOUND, "性别": "长子", "姓名": name}
    columns = [one for one in COLUMNS if one.header in {"性别", "姓名"}]
    headers = sorted(("姓名", "性别"), key=HEADERS.index, reverse=True)
    columns.sort(key=lambda one: headers.index(one.header))
    found = ShiftFinder(columns)(tuple(row[header] for header in headers))
    assert found is not None
    assert name not in found.message.partition("：")[0]
