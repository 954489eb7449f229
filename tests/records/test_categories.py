"""Classes of appeals and the names people use for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minqing.records.categories import (
    category_path,
    everyday_categories,
    first_levels,
    second_levels,
    suggest_categories,
)

FIRST = [
    "城乡建设",
    "党务政务",
    "国土资源",
    "环境保护",
    "纪检监察",
    "交通运输",
    "经济管理",
    "科技与信息产业",
    "民政",
    "农村农业",
    "商贸旅游",
    "卫生计生",
    "政法",
    "教育文体",
    "劳动和社会保障",
]
EVERYDAY = [
    "垃圾分类",
    "停车",
    "飞线充电",
    "高空抛物",
    "油烟",
    "噪声",
    "楼道堆物",
    "物业收费",
    "路面积水",
    "邻里矛盾",
    "管道",
    "照明",
    "房屋维修",
    "环境卫生",
    "无障碍",
    "为老服务",
    "门禁",
    "电梯",
    "治安",
    "公共设施",
    "消防",
    "宠物",
    "绿化",
    "供水供电",
]


def test_the_tree_is_sound() -> None:
    assert list(first_levels()) == FIRST
    assert all(second_levels(first) for first in FIRST)
    names = [category.name for category in everyday_categories()]
    assert len(names) == len(set(names))
    assert set(EVERYDAY) <= set(names)
    for category in everyday_categories():
        first, second, third = category.path
        assert second in second_levels(first)
        assert third == category.name
        assert category_path(category.name) == category.path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("停车", ("交通运输", "停车管理", "停车")),
        (" 停 车 ", ("交通运输", "停车管理", "停车")),
        ("公共照明", ("城乡建设", "市政设施", "照明")),
        ("噪音", ("环境保护", "噪声", "噪声")),
        ("停车管理", ("交通运输", "停车管理")),
        ("交通运输", ("交通运输",)),
        ("交通运输/停车管理", ("交通运输", "停车管理")),
        ("交通运输-停车管理-停车", ("交通运输", "停车管理", "停车")),
        ("城乡建设＞其他", ("城乡建设", "其他")),
        ("交通运输/停车", ("交通运输", "停车管理", "停车")),
        ("民政/另一类", ("民政",)),
        ("其他", ()),
        ("停车/照明", ()),
        ("从没听说过", ()),
        ("", ()),
    ],
)
def test_paths(text: str, path: tuple[str, ...]) -> None:
    assert category_path(text) == path


@pytest.mark.parametrize(
    ("text", "likeliest"),
    [
        ("楼下餐馆油烟直排进卧室", "油烟"),
        ("厨房下水反水，地面积水", "管道"),
        ("6 层楼道灯不亮，晚上摸黑上楼", "照明"),
        ("夜间广场舞音响声大", "噪声"),
        ("厨余桶不够，周末满溢", "垃圾分类"),
        ("楼上外拉电线给电动车充电", "飞线充电"),
        ("楼道堆放旧家具三个月", "楼道堆物"),
    ],
)
def test_a_class_is_suggested_from_what_was_said(text: str, likeliest: str) -> None:
    assert suggest_categories(text)[0] == likeliest


def test_nothing_is_suggested_for_nothing() -> None:
    assert suggest_categories("") == []
    assert suggest_categories("一切都好") == []


@given(st.text(), st.integers(0, 5))
def test_suggestions_are_few_and_from_the_list(text: str, limit: int) -> None:
    found = suggest_categories(f"{text}停车垃圾油烟噪声电梯绿化", limit)
    assert len(found) <= limit
    assert set(found) <= {category.name for category in everyday_categories()}
