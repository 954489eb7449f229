"""Which rows under a header are data."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from minqing.forms.files.grid import Cell, Merge, build_grid
from minqing.forms.tables.body import Body, data_rows
from minqing.forms.tables.header import Header

_LABELS = ("序号", "姓名", "性别", "年龄", "联系电话", "居住地址", "备注")


def _body(rows: Sequence[Sequence[Cell]], *merges: Merge, labels: tuple[str, ...] = _LABELS) -> Body:
    grid = build_grid("表", [list(labels), *(list(row) for row in rows)], merges=merges)
    return data_rows(grid, Header(rows=(1,), labels=labels, data_from=2, skipped=(), above=(), score=1.0))


def _kept(body: Body) -> list[int]:
    return [number for number, _ in body.rows]


_ZHANG = (1, "张甲", "男", 30, "13800000001", "一栋", None)


def test_rows_come_with_their_numbers() -> None:
    body = _body([_ZHANG, (2, "李乙", "女")])
    assert body.rows[0] == (2, list(_ZHANG))
    assert body.rows[1] == (3, [2, "李乙", "女", None, None, None, None])


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("合计", None, None, 30), "合计行"),
        (("合  计：", 12, 3, 4, 5, 6, 7), "合计行"),
        ((None, "小计", None, 30), "合计行"),
        (("总计（户）", 3), "合计行"),
        (("说明：各栏均为累计数",), "说明或落款"),
        (("备注：", "无"), "说明或落款"),
        (("注1：红字必填",), "说明或落款"),
        (("填报人：", "张甲", "审核人：", "李乙"), "说明或落款"),
        (("制表人：张甲",), "说明或落款"),
        (("报送单位：", "报送人：", "联系方式：", "报送时间："), "说明或落款"),
        (_LABELS, "重复的表头"),
        (("序 号", "姓名*", "性别", "年龄", "联系\n电话", "居住地址", "备注"), "重复的表头"),
        ((7,), "只有序号"),
        (("8",), "只有序号"),
        ((), "空行"),
    ],
)
def test_rows_that_are_no_data(row: Sequence[Cell], why: str) -> None:
    body = _body([_ZHANG, row, (2, "李乙", "女")])
    assert _kept(body) == [2, 4]
    assert body.skipped == [(3, why)]


@pytest.mark.parametrize(
    "row",
    [
        (1, "合计", "男", 30),
        ("1", "说明", None, None),
        (None, "合计", "男", 30, "13800000001", "一栋"),
        ("合计", "张甲", "男", 30, "13800000001", "一栋", "无"),
        (None, "注册商", "男"),
        (None, "计某", "男"),
        (None, "备注某", None),
        (0, "张甲"),
        (None, None, None, None, None, None, "补登"),
    ],
)
def test_people_are_not_lost(row: Sequence[Cell]) -> None:
    assert _kept(_body([_ZHANG, row, _ZHANG])) == [2, 3, 4]


def test_text_under_the_notes_belongs_to_them() -> None:
    body = _body([_ZHANG, ("填表说明：",), ("1、姓名要与户口本一致。",), ("2、电话要填全。",)])
    assert _kept(body) == [2]
    assert [why for _, why in body.skipped] == ["说明或落款"] * 3


def test_a_small_sheet_loses_nobody() -> None:
    body = _body(
        [("合计", "男", "13800000001"), ("张甲", "女", None), ("合计", 2, None)], labels=("姓名", "性别", "联系电话")
    )
    assert _kept(body) == [2, 3]


def test_a_form_numbered_in_advance_has_no_data() -> None:
    body = _body([(number,) for number in range(1, 31)])
    assert body.rows == []
    assert len(body.skipped) == 30


def test_a_merged_head_of_household_is_given_to_the_family() -> None:
    labels = ("户主", "姓名", "关系")
    rows = [("张甲", "张甲", "户主"), (None, "李乙", "妻"), (None, "张丙", "子"), (None, "王丁", "户主")]
    body = _body(rows, Merge(2, 1, 4, 1), labels=labels)
    assert [row[0] for _, row in body.rows] == ["张甲", "张甲", "张甲", None]


def test_the_grid_itself_is_not_changed() -> None:
    grid = build_grid("表", [["户主", "姓名"], ["张甲", "张甲"], [None, "李乙"]], merges=[Merge(2, 1, 3, 1)])
    header = Header(rows=(1,), labels=("户主", "姓名"), data_from=2, skipped=(), above=(), score=1.0)
    first, second = data_rows(grid, header), data_rows(grid, header)
    assert grid.rows[2] == [None, "李乙"]
    assert first == second


def test_a_merge_does_not_fill_an_empty_row_into_a_record() -> None:
    body = _body([(1, "张甲", "男"), (None, None, None), (2, "李乙", "女")], Merge(2, 2, 3, 2))
    assert _kept(body) == [2, 4]


def test_signatures_and_dashes_under_a_table_are_no_data() -> None:
    rows: list[list[Cell]] = [
        ["日期", "门牌", "户主", "内容"],
        ["11月16日", "1栋101", "谢玉×", "都好"],
        ["报送单位：和安社区", "--", "报送人：罗×", "报送时间：2026-11-20"],
        ["--", "--", None, None],
        ["15:20", "1栋102", "范立×", "电话：无"],
    ]
    grid = build_grid("表", rows)
    header = Header(rows=(1,), labels=("日期", "门牌", "户主", "内容"), data_from=2, skipped=(), above=(), score=1.0)
    body = data_rows(grid, header)
    assert [number for number, _ in body.rows] == [2, 5]
    assert body.skipped == [(3, "说明或落款"), (4, "空行")]
