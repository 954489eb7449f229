"""Period and places over a table."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.forms.tables.preamble import period_of, places_of, year_of
from minqing.records.dates import Period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("新光路街道民情台账（2026年第47周）", "2026-11-16", "2026-11-22"),
        ("民情台账_2026-W47", "2026-11-16", "2026-11-22"),
        ("走访台账（2026-11-16 至 2026-11-22）", "2026-11-16", "2026-11-22"),
        ("走访台账（2026.11.19—2026.12.18）", "2026-11-19", "2026-12-18"),
        ("走访台账（2026年11月19日至12月18日）", "2026-11-19", "2026-12-18"),
        ("走访台账（2026年11月16日-22日）", "2026-11-16", "2026-11-22"),
        ("走访台账（2026年12月28日至1月3日）", "2026-12-28", "2027-01-03"),
        ("2026年11月矛盾纠纷排查情况表", "2026-11-01", "2026-11-30"),
        ("2019年“老邻居”月度联络表（五月份）", "2019-05-01", "2019-05-31"),
    ],
)
def test_period_in_a_title(text: str, start: str, end: str) -> None:
    assert period_of(["说明", text]) == Period(date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize(
    "text", ["民情台账", "填报日期：2026年11月20日", "2026年第60周", "2026年13月", "5-2-501", "五月份"]
)
def test_no_period_in_a_title(text: str) -> None:
    assert period_of([text]) is None


def test_a_day_or_a_year_dates_what_has_no_year() -> None:
    assert year_of(["填报日期：2026年11月20日"]) == Period(date(2026, 11, 20), date(2026, 11, 20))
    assert year_of(["2019年度走访台账"]) == Period(date(2019, 1, 1), date(2019, 12, 31))
    assert year_of(["走访台账"]) is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("新光路街道民情台账（2026年第47周）", {"street": "新光路街道"}),
        ("填报单位（盖章）：生活桥社区 填报人：罗× 联系电话：138****0100", {"community": "生活桥社区"}),
        ("填报单位：新光路街道生活桥社区", {"street": "新光路街道", "community": "生活桥社区"}),
        ("乡镇：长乐镇；村（社区）：祝站村；湾组：三组", {"street": "长乐镇", "community": "祝站村"}),
        ("生活桥小区居民信息表", {"estate": "生活桥小区"}),
        ("填报单位： 某某镇 乡镇/街道* 某某社区 社区/村*", {}),
        ("社区居民信息登记表", {}),
    ],
)
def test_places_over_a_table(text: str, places: dict[str, str]) -> None:
    assert places_of([text]) == places
