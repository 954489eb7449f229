"""Finding headers in sheets as they really come."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from minqing.forms.files.grid import Cell, Grid, Merge, build_grid
from minqing.forms.tables.header import Header, find_header, normalise_label

_NAMES = """
序号 姓名 性别 年龄 身份证号 联系电话 居住地址 户籍地址 网格 备注 登记日期 民族 与户主关系 户主 人数 家庭类型
省 市 区县 街道 社区
诉求内容 诉求类型 办理结果 走访日期 走访人 走访内容 家庭人口(人) 出生日期 内容 小计 外出原因
五好家庭 平安家庭 水 电 气 台账编号
"""
_KNOWN = {normalise_label(label) for label in _NAMES.split()}


def _vocabulary(label: str) -> float:
    return 1.0 if label in _KNOWN else 0.0


def _grid(rows: Sequence[str | Sequence[Cell]], *merges: Merge) -> Grid:
    return build_grid("表", [_cells(row) for row in rows], merges=merges)


def _cells(row: str | Sequence[Cell]) -> list[Cell]:
    return [cell or None for cell in row.split("|")] if isinstance(row, str) else list(row)


def _found(grid: Grid) -> Header:
    header = find_header(grid, _vocabulary)
    assert header is not None
    return header


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("*姓 名", "姓名＊"),
        ("家庭人口（人）", "家庭人口(人)"),
        ("台帐编号", "台账编号："),
        ("序\n\n号", "序　号"),
        ("身高(CM)", "身高（ｃｍ）"),
        ("面积【㎡】", "面积(m2)"),
    ],
)
def test_labels_in_different_spellings_are_the_same(one: str, other: str) -> None:
    assert normalise_label(one) == normalise_label(other)


def test_a_plain_list() -> None:
    header = _found(_grid(["序号|姓名|性别|联系电话|备注", "1|张甲|男|13800000001|", "2|李乙|女||"]))
    assert (header.rows, header.data_from, header.score) == ((1,), 2, 1.0)
    assert header.labels == ("序号", "姓名", "性别", "联系电话", "备注")
    assert (header.above, header.skipped) == ((), ())


def test_title_version_notes_and_reporting_unit_stand_above() -> None:
    grid = _grid(
        [
            "1.0|居民信息表|||||",
            "|填写注意事项：\n1.表格中带有*的为必填|||||",
            "填报单位：|某省|省*|某市|市*|某街道|街道*",
            "",
            "姓名*|性别*|* 身份证号|联系电话|居住\n地址|民族|备注",
            "张甲|男|||一栋|汉|",
        ],
        Merge(1, 2, 1, 7),
        Merge(2, 2, 2, 7),
    )
    header = _found(grid)
    assert (header.rows, header.data_from) == ((5,), 6)
    assert header.labels[:5] == ("姓名", "性别", "身份证号", "联系电话", "居住地址")
    assert header.above[0] == (1, "1.0 居民信息表")
    assert [row for row, _ in header.above] == [1, 2, 3]


_TWO_LEVELS = ["姓名*|户籍地|||民族*|基础设施||备注", "|省*|市*|区县*||水|电|", "张甲|四川|成都|甲区|汉|有|有|无"]
_TWO_LEVEL_LABELS = ("姓名", "户籍地/省", "户籍地/市", "户籍地/区县", "民族", "基础设施/水", "基础设施/电", "备注")


def test_two_levels_joined_by_merges() -> None:
    tall = [Merge(1, column, 2, column) for column in (1, 5, 8)]
    header = _found(_grid(_TWO_LEVELS, *tall, Merge(1, 2, 1, 4), Merge(1, 6, 1, 7)))
    assert (header.rows, header.labels, header.data_from) == ((1, 2), _TWO_LEVEL_LABELS, 3)


def test_two_levels_without_merges_are_inferred() -> None:
    header = _found(_grid(_TWO_LEVELS))
    assert (header.rows, header.labels) == ((1, 2), _TWO_LEVEL_LABELS)


def test_three_levels() -> None:
    grid = _grid(
        ["序号|姓名|家庭||||备注", "||称号||外出||", "||五好家庭|平安家庭|外出原因|市|", "1|张甲|是|否|务工|某市|"],
        Merge(1, 1, 3, 1),
        Merge(1, 2, 3, 2),
        Merge(1, 7, 3, 7),
        Merge(1, 3, 1, 6),
        Merge(2, 3, 2, 4),
        Merge(2, 5, 2, 6),
    )
    header = _found(grid)
    assert header.rows == (1, 2, 3)
    assert header.labels[2:6] == ("家庭/称号/五好家庭", "家庭/称号/平安家庭", "家庭/外出/外出原因", "家庭/外出/市")


def test_a_title_over_all_columns_is_no_parent_label() -> None:
    grid = _grid(["2026年第47周民情台账|||", "序号|姓名|诉求内容|办理结果", "1|张甲|路灯不亮|已修"], Merge(1, 1, 1, 4))
    assert _found(grid).labels == ("序号", "姓名", "诉求内容", "办理结果")


def test_data_is_not_taken_for_a_second_level() -> None:
    header = _found(_grid(["姓名|性别|年龄||备注", "张甲|男|三十|某|无", "李乙|女|四十||"]))
    assert (header.rows, header.labels) == ((1,), ("姓名", "性别", "年龄", "", "备注"))


@pytest.mark.parametrize(
    ("hint", "why"),
    [
        ("A|B|C|D1|D2", "栏次行"),
        ("1|2|3|4|5", "栏次行"),
        ("甲|乙|1|2|3", "栏次行"),
        ("|必填|下拉选择|YYYYMMDD|", "填写提示行"),
        ("|（必填）||18位|如：138…", "填写提示行"),
        ("示例|某某|男|20200101|无", "示例行"),
    ],
)
def test_hint_and_code_rows_under_the_header_are_skipped(hint: str, why: str) -> None:
    header = _found(_grid(["序号|姓名|性别|登记日期|备注", hint, "1|张甲|男|2024-01-02|"]))
    assert (header.rows, header.data_from, header.skipped) == ((1,), 3, ((2, why),))


@pytest.mark.parametrize("first", ["1|张甲|男|20240102|", "|张甲|男||", "张甲|1|||"])
def test_a_first_record_is_no_hint(first: str) -> None:
    assert _found(_grid(["序号|姓名|性别|登记日期|备注", first])).data_from == 2


def test_a_blank_form_has_a_header_too() -> None:
    header = _found(
        _grid(["注：1、红字为必填项", "户主|身份证号|家庭人口（人）|家庭类型|需救助（元）|备注"], Merge(1, 1, 1, 6))
    )
    assert (header.rows, header.data_from) == ((2,), 3)


def test_the_header_of_a_list_is_found_although_it_is_printed_on_every_page() -> None:
    head = "序号|姓名|性别|备注"
    assert _found(_grid([head, "1|张甲|男|", head, "2|李乙|女|", head, "3|王丙|男|"])).rows == (1,)


def test_a_label_merged_over_two_columns_names_the_first_unless_both_are_used() -> None:
    rows = ["姓名|居住地址||备注", "张甲|一栋||无"]
    assert _found(_grid(rows, Merge(1, 2, 1, 3))).labels == ("姓名", "居住地址", "", "备注")
    rows[1] = "张甲|一栋|二单元|无"
    assert _found(_grid(rows, Merge(1, 2, 1, 3))).labels == ("姓名", "居住地址", "居住地址", "备注")


def test_a_list_whose_names_are_mostly_unknown_is_still_a_list() -> None:
    rows: list[list[Cell]] = [["留言编号", "留言用户", "留言主题", "备注"]]
    rows.extend([number, f"A{number}", "路灯不亮", "某街道"] for number in range(100, 140))
    header = _found(_grid(rows))
    assert (header.rows, header.score) == ((1,), 0.25)


@pytest.mark.parametrize(
    "rows",
    [
        ["各位居民：", "现将有关事项通知如下，请姓名、性别填写完整。", "某社区"],
        ["内容|乡镇街道|村居|小计|年度累计", "排查数|1|2|3|9", "调处数|1|2|3|9", "成功数|1|2|3|9"],
        ["姓名|张甲|李乙|王丙", "年龄|1|2|3", "备注|||"],
        ["一|二", "三|四"],
        [],
    ],
)
def test_what_is_no_list_has_no_header(rows: list[str]) -> None:
    assert find_header(_grid(rows), _vocabulary) is None


def test_rows_are_numbered_as_in_the_sheet() -> None:
    grid = _grid(["", "", "序号|姓名|性别|备注", "1|张甲|男|"])
    header = _found(grid)
    assert (header.rows, header.data_from) == ((3,), 4)


def test_each_label_is_asked_about_once() -> None:
    asked: list[str] = []

    def ask(label: str) -> float:
        asked.append(label)
        return _vocabulary(label)

    find_header(_grid(["序号|姓名|性别|备注", "1|张甲|男|"] * 12), ask)
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize("footer", ["填报人|罗立×|联系电话|16900000107||", "合计||||3|"])
def test_who_fills_in_over_a_header_of_two_rows_is_no_part_of_it(footer: str) -> None:
    rows = [
        "登记表|||||",
        "填报人|罗立×|联系电话|16900000107|填报日期|2026-11-20",
        "姓名|户籍地||民族|联系电话|备注",
        "|省|市|||",
        "谢玉×|川北|新光|汉|16900000113|",
        footer,
    ]
    header = _found(_grid(rows, Merge(1, 1, 1, 6), Merge(3, 2, 3, 3)))
    assert header.rows == (3, 4)
    assert header.labels == ("姓名", "户籍地/省", "户籍地/市", "民族", "联系电话", "备注")


@pytest.mark.parametrize("first", ["备注", "说明", "填报人"])
def test_a_header_may_begin_with_a_word_that_notes_begin_with(first: str) -> None:
    assert _found(_grid([f"{first}|姓名|性别|联系电话", "好|谢玉×|女|16900000113"])).rows == (1,)
