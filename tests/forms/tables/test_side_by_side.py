"""Tables side by side, and help texts beside a table."""

from __future__ import annotations

import pytest

from minqing.errors import NoTable
from minqing.forms.sheet import FileReading, read_file
from tests.forms.conftest import Rows, WriteBook


def texts(found: FileReading) -> list[list[tuple[str, str]]]:
    """Per table: (address, text) of its filled cells."""
    return [
        [
            (reading.place(row, position), str(cell))
            for row in reading.rows
            for position, cell in enumerate(row.cells)
            if cell is not None
        ]
        for reading in found.readings
    ]


TWICE: Rows = [
    ["和安社区居民电话（2026年11月）"],
    ["序号", "姓名", "性别", "身份证号", "住址", "序号", "姓名", "性别", "身份证号", "住址"],
    [1, "谢玉×", "女", None, "1栋101", 3, "范立×", "男", None, "1栋103"],
    [2, "韦国×", "男", None, "1栋102"],
]


def test_the_same_columns_twice_are_one_list_read_down_then_right(write_book: WriteBook) -> None:
    found = read_file(write_book({"名单": TWICE}))
    assert [[one.letter for one in reading.columns] for reading in found.readings] == [list("BCDE"), list("GHIJ")]
    assert {reading.form.subject for reading in found.readings} == {"resident"}
    first, second = texts(found)
    assert [text for place, text in first if "!B" in place] == ["谢玉×", "韦国×"]
    assert second == [("名单!G3", "范立×"), ("名单!H3", "男"), ("名单!J3", "1栋103")]


def test_what_stands_over_two_tables_goes_for_both(write_book: WriteBook) -> None:
    rows = [["填报单位：翠湖街道和安社区（2026年11月）"], *TWICE[1:]]
    found = read_file(write_book({"名单": rows}))
    assert [reading.defaults["community"] for reading in found.readings] == ["和安社区", "和安社区"]
    assert len({reading.period for reading in found.readings}) == 1


def test_three_times_with_blank_columns_between(write_book: WriteBook) -> None:
    labels = ["姓名", "电话", None]
    rows = [labels * 3, ["谢玉×", "16900000107", None, "韦国×", "16900000113", None, "范立×", "16900000162"]]
    assert [len(reading.rows) for reading in read_file(write_book({"名单": rows})).readings] == [1, 1, 1]


def test_two_different_tables_are_read_each_by_itself(write_book: WriteBook) -> None:
    rows = [
        ["序号", "房号", "户主姓名", "家庭人口", None, "序号", "诉求人", "诉求内容", "登记日期"],
        [1, "1-101", "谢玉×", 2, None, 1, "韦国×", "灯不亮", "2026-11-16"],
        [2, "1-102", "范立×", 3, None, 2, "谢玉×", "漏水", "2026-11-17"],
        [3, "1-103", "韦国×", 1],
    ]
    found = read_file(write_book({"表": rows}))
    assert [(reading.form.subject, len(reading.rows)) for reading in found.readings] == [
        ("household", 3),
        ("appeal", 2),
    ]
    assert ("表!H2", "灯不亮") in texts(found)[1]


def test_help_text_beside_the_data_is_left_out_and_said(write_book: WriteBook) -> None:
    rows = [
        ["楼号", "单元", "房间", "户主姓名", "手机号", None, "填写说明"],
        ["1", "1", "101", "谢玉×", "16900000107", None, "楼号：只填数字"],
        ["1", "1", "102", "韦国×", "16900000113", None, "手机号：11 位"],
    ]
    found = read_file(write_book({"房屋": rows}))
    assert [one.letter for one in found.readings[0].columns] == ["A", "B", "C", "D", "E"]
    assert found.skipped == (("房屋 G 列", "是填写说明"),)


def test_a_list_of_the_columns_beside_the_data_is_help(write_book: WriteBook) -> None:
    rows = [
        ["房号", "户主姓名", "家庭人口", None, "栏目", "怎样填"],
        ["1-101", "谢玉×", 2, None, "房号", "栋-房"],
        ["1-102", "韦国×", 3, None, "家庭人口", "数字"],
    ]
    assert read_file(write_book({"房屋": rows})).skipped == (("房屋 E–F 列", "是填写说明"),)


@pytest.mark.parametrize(
    "header",
    [
        ["楼栋", "房号", None, "户主姓名", "联系电话"],
        ["姓名", None, "性别", "身份证号码", None, "备注"],
        ["户主姓名", "联系电话", "姓名", "联系电话"],
        ["姓名", "身份证号码", "备注", "住址", "备注"],
    ],
)
def test_one_table_stays_one(write_book: WriteBook, header: list[str | None]) -> None:
    row = [label and "1" for label in header]
    assert len(read_file(write_book({"表": [header, row]})).readings) == 1


def test_statistics_side_by_side_are_declined(write_book: WriteBook) -> None:
    rows = [["诉求来源", "数量", "占比", "工单类型", "数量", "占比"], ["热线", 30, "60%", "投诉", 12, "40%"]]
    with pytest.raises(NoTable, match="是统计表（每行是一个数字项目）"):
        read_file(write_book({"5月": rows}))
