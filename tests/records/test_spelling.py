"""Folding of full width, blanks and Chinese numerals."""

from __future__ import annotations

import pytest

from minqing.records.spelling import arabic, fold, is_empty_mark, squeeze


@pytest.mark.parametrize(
    ("numeral", "digits"),
    [
        ("一", "1"),
        ("十", "10"),
        ("十一", "11"),
        ("二十", "20"),
        ("二十三", "23"),
        ("一百零二", "102"),
        ("一百一十", "110"),
        ("五零一", "501"),
        ("壹贰叁", "123"),
        ("两", "2"),
        ("三十四", "34"),
        ("甲", "甲"),
        ("A3", "A3"),
        ("", ""),
    ],
)
def test_chinese_numerals(numeral: str, digits: str) -> None:
    assert arabic(numeral) == digits


def test_full_width_and_blanks_are_folded() -> None:
    assert squeeze(" ３ 栋\u3000２\u200b单元\n") == "3栋2单元"
    assert fold("\ufeff 上午\u3000 ９：３０ ") == "上午 9:30"


def test_marks_for_nothing() -> None:
    assert all(map(is_empty_mark, ["", "-", "--", "/", "无", "暂无"]))
    assert not is_empty_mark("0")
