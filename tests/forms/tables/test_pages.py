"""Printed pages: one household with its members, and labels with their values beside them."""

from __future__ import annotations

import pytest

from minqing.errors import NoTable
from minqing.forms.sheet import SheetReading, read_file, read_sheets
from tests.forms.conftest import Rows, WriteBook


def read(reading: SheetReading, row: int = 0) -> dict[str, tuple[str, str]]:
    """Header to (address, text) of one row's filled cells."""
    found = reading.rows[row]
    return {
        one.header: (
            reading.place(found, position).partition("!")[2],
            reading.read(position, found.cells[position]).text,
        )
        for position, one in enumerate(reading.columns)
        if found.cells[position] is not None
    }


MEMBERS: Rows = [
    ["户情档案（一户一档）"],
    ["乡镇：春晖镇；和安村（社区）：xx；湾组：王家湾；更新日期：2026.7.30"],
    ["家庭成员", "与户主关系", "姓名", "性别", "联系电话", "备注"],
    [None, "户主", "谢玉×", "女", "16900000107", None],
    [None, "儿子", "韦国×", "男", None, "在外"],
    [],
    ["家庭信息", "家庭类型", "门牌", "农户星级", None, "户情状态"],
    [None, "普通户", "23号", "五星", None, "一般"],
    ["走访慰问情况", None, "春节慰问"],
    ["备注", None, "独居"],
    ["说明：用黑色签字笔填写。"],
]


def test_members_carry_the_household_s_fields_with_their_addresses(write_book: WriteBook) -> None:
    (reading,) = read_sheets(write_book({"档案": MEMBERS}))
    assert (reading.form.subject, [row.number for row in reading.rows]) == ("resident", [4, 5])
    found = read(reading, 1)
    assert found["姓名"] == ("C5", "韦国×")
    assert found["备注"] == ("F5", "在外")
    assert found["家庭类型"] == ("B8", "普通户")
    assert found["门牌"] == ("C8", "23室")
    assert found["街道"] == ("A2", "春晖镇")
    assert found["小区"] == ("A2", "王家湾")
    assert found["户主姓名"] == ("C4", "谢玉×")
    assert "社区" not in found


def test_what_no_field_knows_stays_with_the_household(write_book: WriteBook) -> None:
    (reading,) = read_sheets(write_book({"档案": MEMBERS}))
    kept = {one.header: one.owner for one in reading.columns if one.column is None}
    assert kept == dict.fromkeys(["更新日期", "农户星级", "走访慰问情况", "家庭备注"], "household")


def test_a_blank_page_has_no_rows(write_book: WriteBook) -> None:
    blank = [*MEMBERS[:3], [], [], [], MEMBERS[6], [], ["走访慰问情况", None, "无"]]
    (reading,) = read_sheets(write_book({"档案": blank}))
    assert reading.rows == ()


def test_every_sheet_of_the_workbook_is_one_household(write_book: WriteBook) -> None:
    found = read_file(write_book({"Sheet1": MEMBERS, "Sheet9 (99)": MEMBERS, "Sheet1 (10)": MEMBERS[:3]}))
    assert [len(reading.rows) for reading in found.readings] == [2, 2, 0]


def test_a_visit_page_gives_the_members_and_the_visit(write_book: WriteBook) -> None:
    rows = [
        ["入户走访登记表"],
        ["编号：  走访日期：2026年11月16日  走访人：罗×"],
        ["户主姓名", "谢玉×", "性别", "女", "联系电话", "16900000107"],
        ["家庭住址", "1栋101", None, "所属网格", "一网格"],
        ["家庭成员"],
        ["姓名", "与户主关系", "性别", "年龄", "职业", "健康状况", "备注"],
        ["谢玉×", "户主", "女", 70, None, "健康"],
        ["韦国×", "儿子", "男", 40, "务工"],
        ["走访内容", "都好"],
        ["存在困难", "没有电梯"],
        ["户主签字：  走访人签字：   年 月 日"],
    ]
    people, visit = read_sheets(write_book({"登记表": rows}))
    assert (people.form.subject, len(people.rows)) == ("resident", 2)
    assert read(people)["家庭住址"] == ("B4", "1栋101")
    assert read(people)["户主联系电话"] == ("F3", "16900000107")
    assert visit.form.subject == "visit"
    found = read(visit)
    assert found["走访日期"] == ("A2", "2026-11-16")
    assert found["走访内容"] == ("B9", "都好")
    assert found["存在困难"] == ("B10", "没有电梯")
    assert found["户主姓名"] == ("B3", "谢玉×")


def test_a_diary_page_is_one_visit(write_book: WriteBook) -> None:
    rows = [
        ["民情日记走访记录"],
        ["走访时间：2026年11月16日 15:20"],
        ["走访地点：1栋101"],
        ["走访对象：谢玉×"],
        ["走访人员：罗×、韦×"],
        ["一、走访背景"],
        ["例行走访"],
        ["二、走访内容"],
        ["1.家庭基本情况：都好"],
        ["2.没有困难"],
        ["三、走访体会"],
        ["有收获"],
    ]
    (reading,) = read_sheets(write_book({"日记": rows}))
    found = read(reading)
    assert reading.form.subject == "visit"
    assert found["走访时间"] == ("A2", "2026-11-16 15:20")
    assert found["走访内容"] == ("A9", "1.家庭基本情况：都好\n2.没有困难")
    assert found["走访体会"] == ("A12", "有收获")


def test_a_card_is_one_resident(write_book: WriteBook) -> None:
    rows = [
        ["居民信息卡"],
        ["姓名", "谢玉×", "性别", "女"],
        ["民族", "汉族", "文化程度", "初中"],
        ["住址", "1栋101"],
        ["联系电话", "16900000107", "政治面貌", None],
    ]
    (reading,) = read_sheets(write_book({"卡片": rows}))
    assert (reading.form.subject, len(reading.rows)) == ("resident", 1)
    found = read(reading)
    assert (found["姓名"], found["文化程度"], found["联系电话"]) == (
        ("B2", "谢玉×"), ("D3", "初中"), ("B5", "16900000107"),
    )  # fmt: skip


def test_a_card_that_nobody_filled_in_is_said_to_be_blank(write_book: WriteBook) -> None:
    rows = [["姓名", None, "性别", None], ["民族", None, "文化程度", None], ["住址", None, "联系电话", None]]
    with pytest.raises(NoTable, match="没有填写的表样"):
        read_file(write_book({"卡片": rows}))


def test_a_card_about_nothing_of_ours_is_declined(write_book: WriteBook) -> None:
    rows = [["单位", "和安社区", "面积", "300"], ["层数", "2", "用途", "办公"], ["等级", "甲", "备注", "好"]]
    with pytest.raises(NoTable):
        read_file(write_book({"卡片": rows}))


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "性别", "身份证号", "联系电话"], ["谢玉×", "女", None, "16900000107"]],
        [["户主", "联系电话", "家庭住址", "家庭类型"], ["谢玉×", "16900000107", "1栋101", "普通户"]],
        [
            ["街道", "翠湖街道", "社区", "和安社区"],
            ["小区", "幸福小区", "网格", "一网格"],
            ["姓名", "与户主关系", "身份证号", "门牌"],
            ["谢玉×", "户主", None, "1栋101"],
            ["范立×", "户主", None, "1栋102"],
        ],
    ],
)
def test_lists_are_not_taken_for_one_page(write_book: WriteBook, rows: Rows) -> None:
    (reading,) = read_sheets(write_book({"表": rows}))
    assert not any(one.header == "户主姓名" and one.at for one in reading.columns)
    assert [row.number for row in reading.rows] == list(range(len(rows) - len(reading.rows) + 1, len(rows) + 1))


def test_pages_one_under_the_other_are_read_each(write_book: WriteBook) -> None:
    def page(name: str, door: str) -> Rows:
        return [
            ["门牌", door, "家庭类型", "普通户"],
            ["与户主关系", "姓名", "性别", "联系电话"],
            ["户主", name, "女", None],
            ["儿子", f"{name}2", "男", None],
            [],
        ]

    found = read_file(write_book({"户情": [["户情档案"], *page("谢玉×", "1栋101"), *page("范立×", "1栋102")]}))
    assert [[row.number for row in reading.rows] for reading in found.readings] == [[4, 5], [9, 10]]
    assert [read(reading)["门牌"] for reading in found.readings] == [("B2", "1栋101"), ("B7", "1栋102")]
    assert [read(reading, 1)["户主姓名"] for reading in found.readings] == [("B4", "谢玉×"), ("B9", "范立×")]


def test_a_list_with_its_header_on_every_page_stays_one(write_book: WriteBook) -> None:
    head = [["居民名单"], ["与户主关系", "姓名", "性别", "门牌"]]
    rows = [*head, ["户主", "谢玉×", "女", "1栋101"], *head, ["户主", "范立×", "男", "1栋102"]]
    (reading,) = read_sheets(write_book({"名单": rows}))
    assert len(reading.rows) >= 2
    assert not any(one.at for one in reading.columns)


def test_the_title_over_a_page_dates_what_it_says(write_book: WriteBook) -> None:
    rows: Rows = [
        ["2025年12月入户走访登记表"],
        ["户主姓名", "谢玉兰", "门牌", "3栋2单元501"],
        ["走访日期", "12月8日", "走访人", "罗×"],
        ["走访记录", "都好", "联系电话", "16900000107"],
    ]
    (reading,) = read_sheets(write_book({"登记": rows}))
    assert read(reading)["走访日期"] == ("B3", "2025-12-08")
