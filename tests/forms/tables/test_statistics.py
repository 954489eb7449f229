"""Tables of counts are declined with a clear sentence, lists are not taken for them."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from minqing.errors import NoTable
from minqing.forms.sheet import read_file
from minqing.forms.tables.statistics import IS_STATISTICS
from tests.forms.conftest import Rows, WriteBook

COUNTS: dict[str, Rows] = {
    "网格": [
        ["网格人员统计"],
        ["序号", "网格名称", "居民总数", "男性", "女性", "60岁以上", "独居老人", "残疾人", "重点人群", "备注"],
        [1, "一网格", 300, 150, 150, 60, 3, 4, 5, None],
        ["合计", None, 300, 150, 150, 60, 3, 4, 5, None],
    ],
    "热线": [
        ["12345热线留言办理5月份情况"],
        ["序号", "单位", "派遣案件总数", "按时办结数", "超时办结数", "未办结数", "结案率"],
        [1, "和安社区", 3, 2, 1, 0, "66%"],
    ],
    "单位": [["责任单位", "转派工单", "占比", "同比", "环比"], ["和安社区", 3, "1%", "1%", "2%"]],
    "类别": [["诉求内容", "数量", "占比"], ["照明", 3, "20%"], ["噪声", 4, "30%"]],
    "干部": [["姓名", "走访户数", "见面户数", "诉求数", "办结数"], ["罗×", 9, 8, 2, 1], ["韦×", 7, 7, 1, 1]],
    "月报": [["5月工作月报"], ["项目", "甲", "乙", "丙"], ["楼道", 3, 4, 5], ["绿化", 3, 4, 5], ["停车", 3, 4, 5]],
}


@pytest.mark.parametrize("name", COUNTS)
def test_counts_are_declined(write_book: WriteBook, name: str) -> None:
    with pytest.raises(NoTable) as caught:
        read_file(write_book({name: COUNTS[name]}))
    assert IS_STATISTICS in str(caught.value)


def _save(path: Path, rows: Rows, *merges: str) -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "表"
    for row in rows:
        page.append(list(row))
    for merge in merges:
        page.merge_cells(merge)
    book.save(path)
    return path


@pytest.mark.parametrize("filled", [True, False])
def test_transposed_counts_by_level_are_declined(tmp_path: Path, filled: bool) -> None:
    figures = [3, 2, 5, 20] if filled else []
    rows: Rows = [
        ["2026年5月和安社区矛盾纠纷排查情况"],
        ["填报单位（盖章）：和安社区", None, "填报月份：5月"],
        ["序号", "内容", "层级"],
        [None, None, "乡镇街道", "村居", "小计", "年度累计"],
        [1, "排查数", *figures],
        [2, "调处数", *figures],
        [3, "调处率", *figures],
        [4, "婚姻家庭邻里等各类民间纠纷排查数", *figures],
    ]
    with pytest.raises(NoTable, match="是统计表"):
        read_file(_save(tmp_path / "表.xlsx", rows, "C3:F3", "A3:A4", "B3:B4"))


def test_monthly_report_of_the_three_ledgers_is_declined(tmp_path: Path) -> None:
    rows: Rows = [
        ["工作信息收集、处理、办结、情况2026年5月"],
        ["填报单位：和安社区", "填报人：罗×"],
        ["内容", "合计", "民生工作", None, None, "困难工作"],
        [None, None, "小计", "水利", "交通", "小计", "住房", "生活"],
        ["累计建账数", 3, 1, 1, 0, 2, 1, 1],
        ["其中上年接转数", 3, 1, 1, 0, 2, 1, 1],
        ["累计办结数", 1, 1, 1, 0, 2, 1, 1],
    ]
    with pytest.raises(NoTable, match="是统计表"):
        read_file(_save(tmp_path / "表.xlsx", rows, "C3:E3", "F3:H3", "A3:A4", "B3:B4"))


LISTS: dict[str, Rows] = {
    "户": [
        ["户主", "人数", "组", "家庭类型", "村(社区)"],
        ["谢玉×", 3, 2, "普通户", "和安"],
        ["韦国×", 3, 2, "", "和安"],
    ],
    "楼": [["楼栋", "单元数", "层数", "每层户数"], ["1", 3, 6, 2], ["2", 3, 6, 2], ["3", 3, 6, 2]],
    "房": [["楼栋", "单元", "房号", "面积", "人数"], [1, 3, 601, 90, 2], [2, 3, 601, 80, 2], [3, 3, 602, 88, 2]],
    "事": [["事件描述", "涉及人数", "办结情况"], ["漏水", 3, "已办结"], ["噪声", 3, "已办结"]],
    "人": [["姓名", "身份证号", "家庭人口数", "享受金额"], ["谢玉×", None, 2, 600], ["韦国×", None, 3, 700]],
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_with_figures_are_read(write_book: WriteBook, name: str) -> None:
    (reading,) = read_file(write_book({name: LISTS[name]})).readings
    assert len(reading.rows) == len(LISTS[name]) - 1
