"""填报单位 rows that are split over cells."""

from __future__ import annotations

import pytest

from minqing.forms.sheet import read_sheets
from minqing.forms.tables.reporting_unit import unit_of
from tests.forms.conftest import WriteBook


@pytest.mark.parametrize(
    ("row", "street", "community"),
    [
        ("填报单位：|某某省|省*|某某市|市*|某某区|市/县/区*|春晖镇|乡镇/街道*|和安社区|社区/村*", "春晖镇", "和安社区"),
        ("发生单位：|某某省|*省|某某区|*市/县/区|某某街道|*乡镇/街道|某某社区|社区/村", "", ""),
        ("翠湖|街道|和安|社区", "翠湖街道", "和安社区"),
        ("填报单位：|街道|翠湖|社区|和安", "翠湖街道", "和安社区"),
        ("街道|翠湖街道|社区|和安社区", "翠湖街道", "和安社区"),
        ("填报单位：|春晖|镇|和安|村", "春晖镇", "和安村"),
        ("填报单位：|翠湖|乡镇/街道*|和安|社区/村*", "翠湖", "和安"),
        ("填报单位：|省*|市*|乡镇/街道*|社区/村*", "", ""),
        ("填报单位（盖章）：和安社区|填报人：罗×", "", ""),
    ],
)
def test_names_beside_the_words_for_their_kind(row: str, street: str, community: str) -> None:
    found = unit_of([row.split("|")])
    assert (found.get("street", ""), found.get("community", "")) == (street, community)


def test_rows_get_the_street_and_community_over_the_table(write_book: WriteBook) -> None:
    rows = [
        ["1.0", "人口信息登记"],
        ["填报单位：", "某某省", "省*", "翠湖", "街道", "和安", "社区"],
        ["姓名*", "性别*", "身份证号码*", "现居地址"],
        ["谢玉×", "女", None, "1栋101"],
    ]
    (reading,) = read_sheets(write_book({"表": rows}))
    assert reading.defaults == {"street": "翠湖街道", "community": "和安社区"}
