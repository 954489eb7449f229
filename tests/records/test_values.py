"""Several people in one cell, however they are kept apart."""

from __future__ import annotations

import pytest

from minqing.records.household import Household
from minqing.records.values import parse, render
from minqing.records.visit import Visit

VISITORS, MET = Visit.fields()["visitors"], Visit.fields()["met"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("罗立新 韦国强", ("罗立新", "韦国强")),
        ("罗立新　韦国强　范立", ("罗立新", "韦国强", "范立")),
        ("罗×  韦国×", ("罗×", "韦国×")),
        ("李　明", ("李　明",)),
        ("李 明", ("李 明",)),
        ("李　明 王　芳", ("李 明", "王 芳")),
        ("李 明 罗立新", ("李 明", "罗立新")),
        ("罗立新、李 明；韦国强 范立", ("罗立新", "李 明", "韦国强", "范立")),
        ("罗 立新", ("罗 立新",)),
        ("社区干部 3 人", ("社区干部 3 人",)),
        ("谢玉兰 夫妇", ("谢玉兰 夫妇",)),
        ("网格员 罗立新", ("网格员 罗立新",)),
        ("John Smith", ("John Smith",)),
        ("生活桥社区居委会 罗立新", ("生活桥社区居委会 罗立新",)),
    ],
)
def test_people_are_told_apart_by_spaces_too(text: str, people: tuple[str, ...]) -> None:
    assert parse(VISITORS, text) == parse(MET, text) == people
    assert parse(VISITORS, render(VISITORS.kind, people)) == people


def test_what_is_no_list_of_people_is_left_whole() -> None:
    assert parse(Household.fields()["tags"], "老旧 楼道") == ("老旧 楼道",)
