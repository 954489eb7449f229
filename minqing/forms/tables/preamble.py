"""What stands over a table: the period in its title, and the street, community and estate it was filled in for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from minqing.errors import CellError
from minqing.records.dates import Period
from minqing.records.spelling import arabic

_WEEK = re.compile(r"(\d{4})\s*年?\s*(?:第\s*(\d{1,2})\s*周|-?[Ww](\d{1,2})(?!\d))")
_DAY = r"(?:(?P<y{0}>\d{{4}})\s*[-./年]\s*)?(?:(?P<m{0}>\d{{1,2}})\s*[-./月]\s*)?(?P<d{0}>\d{{1,2}})\s*[日号]?"
_SPAN = re.compile(
    r"(?<!\d)(?=\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d)"
    + _DAY.format(1)
    + r"\s*(?:至|到|—+|–|-|~|～)\s*"
    + _DAY.format(2)
)
_MONTH = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月(?!\s*\d{1,2}\s*[日号])")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*年?(?:度)?(?!\d)")
_MONTH_ALONE = re.compile(r"(?<!\d)([一二三四五六七八九十]{1,2}|\d{1,2})\s*月份?(?!\s*\d)")
_ONE_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})")
_STREET = re.compile(r"(?:^|[省市县区旗])([一-龥]{2,10}?(?:街道|[^乡城]镇|[^城下]乡))(?!镇)")
_COMMUNITY = re.compile(r"(?:^|街道|镇|乡)([一-龥\d]{2,14}?(?:社区|村(?=$|委会|民委员会)))")
_ESTATE = re.compile(r"(?:^|街道|镇|乡|社区)([一-龥\d]{2,14}?小区)")
_LABELLED = {
    "street": re.compile(r"^(?:乡镇|街道|镇街|乡镇[/、]?街道)[:：]\s*([一-龥]{2,12})"),
    "community": re.compile(r"^(?:社区|村|村社区|所属社区)[:：]\s*([一-龥\d]{2,14})"),
    "estate": re.compile(r"^(?:小区|小区名称)[:：]\s*([一-龥\d]{2,14})"),
}
_PLACEHOLDER = re.compile(r"某|×|[xX]{2}|_|所属|乡镇|本街道|本社区|各|填写|街道社区")
_OR = re.compile(r"[(（](?:社区|村|盖章|街道)[)）]")
_CUT = re.compile(r"[\s；;，,。（(）)]+")
_LABEL = re.compile(r"^(?:填报|填表|报送|上报|编制|发生)?(?:单位|部门)(?:[(（]盖章[)）])?[:：]")
_LONGEST = 80
_NEXT_LABELS = ("联系电话", "填报日期", "填表日期", "审核人", "填报人", "负责人")
"""What stands behind a name that was left blank."""
_PERSON = re.compile(
    r"(?:填报|填表|报送|上报|制表|走访)人(?:姓名)?(?:[(（]签[字名章][)）])?\s*[:：]\s*([一-龥·]{2,12})"
)
_UNIT = re.compile(
    r"(?:填报|填表|报送|上报|编制)(?:单位|部门|社区)(?:[(（][^)）]{0,4}[)）])?\s*[:：]\s*([一-龥\d]{2,20})"
)


def period_of(texts: Iterable[str]) -> Period | None:
    """The period that a title names, None when there is none.

    In this order: ``2026年第47周``, ``2026-11-16 至 2026-11-22``, ``2026年11月``, ``2019年…（五月份）``; each kind is
    looked for in all texts, in their order.
    """
    known = [text[:_LONGEST] for text in texts]
    for find in (_week, _span, _month):
        for text in known:
            if found := find(text):
                return found
    return _month_alone(known)


def year_of(texts: Iterable[str]) -> Period | None:
    """The day or year by which dates without a year may be understood, such as 填报日期, where no period is named."""
    known = [text[:_LONGEST] for text in texts]
    for text in known:
        day = _ONE_DAY.search(text)
        if day and (made := _date(*(int(part) for part in day.groups()))):
            return Period(made, made)
    for text in known:
        if year := _YEAR.search(text):
            return Period(date(int(year[1]), 1, 1), date(int(year[1]), 12, 31))
    return None


def _week(text: str) -> Period | None:
    found = _WEEK.search(text)
    if not found:
        return None
    try:
        return Period.week(f"{found[1]}-W{int(found[2] or found[3]):02}")
    except CellError:
        return None


def _span(text: str) -> Period | None:
    found = _SPAN.search(text)
    if not found or not found["y1"] or not found["m1"]:
        return None
    year, month = int(found["y1"]), int(found["m1"])
    start = _date(year, month, int(found["d1"]))
    end_month = int(found["m2"] or month)
    end = _date(int(found["y2"] or year + (end_month < month)), end_month, int(found["d2"]))
    return Period(start, end) if start and end and start <= end else None


def _month(text: str) -> Period | None:
    found = _MONTH.search(text)
    return _whole_month(int(found[1]), int(found[2])) if found else None


def _month_alone(texts: list[str]) -> Period | None:
    months = [found for text in texts if (found := _MONTH_ALONE.search(text))]
    years = [found for text in texts if (found := _YEAR.search(text))]
    if not months or not years or any(_ONE_DAY.search(text) for text in texts):
        return None
    return _whole_month(int(years[0][1]), int(arabic(months[0][1])))


def _whole_month(year: int, month: int) -> Period | None:
    first = _date(year, month, 1)
    return Period.of_month(first) if first else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def places_of(texts: Iterable[str]) -> Mapping[str, str]:
    """The street, community and estate named over a table, by the household's field; placeholders do not count."""
    found: dict[str, str] = {}
    for text in texts:
        if len(text) > _LONGEST:
            continue
        for piece in _CUT.split(_LABEL.sub("", _OR.sub("", text.strip()))):
            _take_piece(_LABEL.sub("", piece), found)
    return found


def _take_piece(piece: str, found: dict[str, str]) -> None:
    for field, pattern in _LABELLED.items():
        if (named := pattern.search(piece)) and not _PLACEHOLDER.search(named[1]):
            found.setdefault(field, named[1])
            return
    if not piece or _PLACEHOLDER.search(piece):
        return
    for field, pattern in (("street", _STREET), ("community", _COMMUNITY), ("estate", _ESTATE)):
        if named := pattern.search(piece):
            found.setdefault(field, named[1])
            piece = piece[named.end() :]


def reporter_of(texts: Iterable[str]) -> str:
    """Who a sheet says that it comes from: its 填报人, else its 填报单位, else blank."""
    known = [text[: 2 * _LONGEST] for text in texts]
    for pattern in (_PERSON, _UNIT):
        for text in known:
            named = pattern.search(text)
            if named and not _PLACEHOLDER.search(named[1]) and not named[1].endswith(_NEXT_LABELS):
                return named[1]
    return ""
