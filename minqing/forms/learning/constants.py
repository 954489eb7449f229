"""The single cells around an office's table: who reports, when, for which days, with a template for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from minqing.forms.files.grid import Grid, Merge, cell_text, column_name
from minqing.forms.tables.labels import NOTE_LENGTH, normalise_label
from minqing.forms.templates import literal

_LABELS: Mapping[str, Sequence[str]] = {
    "street": ("乡镇", "街道", "镇街", "街镇", "乡镇街道", "乡镇/街道", "街道乡镇", "街道名称", "所属街道"),
    "community": (
        "填报单位", "填表单位", "报送单位", "上报单位", "制表单位", "编制单位", "发生单位", "登记单位", "采集单位",
        "单位", "单位名称", "社区", "村社区", "社区/村", "村/社区", "社区名称", "所属社区", "村", "村居", "填报社区",
    ),
    "estate": ("小区", "小区名称", "所属小区"),
    "owner": (
        "填报人", "填表人", "制表人", "登记人", "采集人", "经办人", "走访人", "网格员", "联系人", "民情助理", "包保人",
        "填报人姓名", "报送人", "统计人", "记录人",
    ),
    "phone": ("联系电话", "电话", "联系方式", "手机", "手机号码", "填报人电话", "联系人电话"),
    "made_on": (
        "填报日期", "填表日期", "填报时间", "填表时间", "报送日期", "报送时间", "上报日期", "上报时间", "制表日期",
        "制表时间", "登记日期", "日期", "建档/更新日期", "建档日期", "更新日期", "统计日期", "采集日期",
    ),
    "period": (
        "月份", "填报月份", "所属月份", "周期", "填报周期", "统计时段", "时段", "所属时期", "时间段", "走访时段",
        "统计周期", "报告期", "起止日期", "起止时间",
    ),
}  # fmt: skip
_NAMES = {normalise_label(word): name for name, words in _LABELS.items() for word in words}
_SUFFIXES = {
    "street": ("乡镇/街道", "街道", "乡镇", "镇街", "乡镇街道"),
    "community": ("社区/村", "社区", "村", "村社区", "村/社区"),
}
_SUFFIX_NAMES = {normalise_label(word): name for name, words in _SUFFIXES.items() for word in words}
_DIVISIONS = frozenset({"省", "市", "市/县/区", "区县", "县区", "市县区", "区", "县", *_SUFFIX_NAMES})

_COMMUNITY = ("(社区)", "(村)", "村(居)")

_BLANK_DATE = re.compile(r"(?:\d{4}|[\s\u3000_＿xX×]*)年[\s\u3000_＿xX×\d]*月(?:份)?(?:[\s\u3000_＿xX×\d]*[日号])?")
_SPAN = re.compile(rf"{_BLANK_DATE.pattern}\s*(?:至|到|—+|－|-|~|～)\s*(?:{_BLANK_DATE.pattern}|[\s_\d]*月[\s_\d]*日)")
_WEEK = re.compile(r"(?:\d{4}|[\s\u3000_＿xX×]*)年?[\s\u3000_＿xX×]*第[\s\u3000_＿xX×\d]*周")
_PAIR = re.compile(r"([^\s:：；;，,。]{1,12}?(?:[(（][^)）]{1,8}[)）])?)\s*[:：]")
_REMARK = re.compile(r"[(（](?:盖章|公章|签章|签字|签名|章|加盖公章)[)）]")
_END = re.compile(r"[；;，,]")
_LONGEST_VALUE = 24


class _Place(NamedTuple):
    row: int
    column: int
    text: str

    @property
    def name(self) -> str:
        return f"{column_name(self.column)}{self.row}"


def constants_of(
    grid: Grid, *, top: int, bottom: int, dated: bool, more: Mapping[str, str] | None = None
) -> Iterator[tuple[str, str]]:
    """Cells above row ``top`` and below row ``bottom`` (1-based) that say who, where and when, with their templates.

    ``dated`` forms get the period where the title has room for one. ``more`` leads from further labels, normalised, to
    what they stand for.
    """
    names = {**_NAMES, **(more or {})}
    cells = _Cells(grid)
    for number in [*range(grid.first_row, top), *range(bottom + 1, grid.first_row + len(grid.rows))]:
        places = list(cells.in_row(number))
        split = dict(_split_unit(places))
        yield from split.items()
        for place in places:
            if place.name not in split and len(place.text) <= NOTE_LENGTH * 2 and not (split and _stands_alone(place)):
                yield from _found(place, cells, names, titled=number < top, dated=dated)


def _stands_alone(place: _Place) -> bool:
    return place.text.rstrip().endswith((":", "：")) or _bare(place.text) in _NAMES


def _found(
    place: _Place, cells: _Cells, names: Mapping[str, str], *, titled: bool, dated: bool
) -> Iterator[tuple[str, str]]:
    if beside := _beside(place, cells):
        yield beside
    elif (template := template_of(place.text, names)) is not None or (
        titled and (template := _titled(place.text, dated=dated)) is not None
    ):
        yield place.name, template


class _Cells:
    """The texts of a grid by their place, and which cells lie under a merge."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._merges: dict[tuple[int, int], Merge] = {
            (merge.first_row, merge.first_column): merge for merge in grid.merges
        }

    def in_row(self, number: int) -> Iterator[_Place]:
        row = self._grid.rows[number - self._grid.first_row]
        for index, cell in enumerate(row):
            if isinstance(cell, str) and cell.strip():
                yield _Place(number, self._grid.first_column + index, cell)

    def right_of(self, place: _Place) -> tuple[_Place, bool] | None:
        """The cell beside one, past its merge, and whether it is a block of its own; None at the sheet's edge."""
        merge = self._merges.get((place.row, place.column))
        column = (merge.last_column if merge else place.column) + 1
        index = column - self._grid.first_column
        row = self._grid.rows[place.row - self._grid.first_row]
        text = cell_text(row[index]) if index < len(row) else ""
        return _Place(place.row, column, text), (place.row, column) in self._merges


def _split_unit(places: Sequence[_Place]) -> Iterator[tuple[str, str]]:
    """A unit in parts, each before what it is: 某某镇 | 乡镇/街道* | 某某社区 | 社区/村*."""
    suffixes = [normalise_label(place.text) for place in places]
    if sum(1 for suffix in suffixes if suffix in _DIVISIONS) < 2:
        return
    for place, after in zip(places, suffixes[1:], strict=False):
        name = _SUFFIX_NAMES.get(after)
        if name and normalise_label(place.text) not in _DIVISIONS and normalise_label(place.text) not in _NAMES:
            yield place.name, f"{{{name}}}"


def _beside(place: _Place, cells: _Cells) -> tuple[str, str] | None:
    """The cell to the right of a label that stands alone, when it is there to hold the value."""
    name = _NAMES.get(_bare(place.text))
    beside = cells.right_of(place)
    if name is None or beside is None:
        return None
    value, own_block = beside
    colon = place.text.rstrip().endswith((":", "："))
    if value.text.strip():
        fits = len(value.text) <= _LONGEST_VALUE and not _PAIR.search(value.text) and _bare(value.text) not in _NAMES
        return (value.name, f"{{{name}}}") if fits else None
    return (value.name, f"{{{name}}}") if own_block or not colon else None


def _bare(text: str) -> str:
    return normalise_label(_REMARK.sub("", text))


def _meant(label: str, names: Mapping[str, str]) -> str:
    """What a label stands for, "" if nothing; 祝站村（社区） is the community."""
    plain = normalise_label(label)
    return names.get(_bare(label)) or names.get(plain) or ("community" if plain.endswith(_COMMUNITY) else "")


def template_of(text: str, names: Mapping[str, str]) -> str | None:
    """A text with labels and their values (填报单位：… 填报日期：…) as a template, None when it has no such label."""
    pairs = list(_PAIR.finditer(text))
    if not any(_meant(pair[1], names) for pair in pairs):
        return None
    made = literal(text[: pairs[0].start()])
    for pair, following in zip(pairs, [*pairs[1:], None], strict=True):
        end = following.start() if following else len(text)
        name = _meant(pair[1], names)
        made += literal(pair[0])
        value = text[pair.end() : end]
        made += _filled(value, name, last=following is None) if name else literal(value)
    return made if made != literal(text) else None


def _filled(value: str, name: str, *, last: bool) -> str:
    """The room after a label with what goes there; the blanks before the next label stay."""
    cut = _END.search(value)
    own, rest = (value[: cut.start()], value[cut.start() :]) if cut else (value, "")
    core = own.strip()
    if not core:
        return f"{{{name}}}" + literal((own if not last else "") + rest)
    if len(core) > _LONGEST_VALUE:
        return literal(value)
    start = own.index(core)
    before = "" if _BLANK_DATE.fullmatch(core) else own[:start]
    return literal(before) + f"{{{name}}}" + literal(own[start + len(core) :] + rest)


def _titled(text: str, *, dated: bool) -> str | None:
    """A title with room for a month, a week or days, as a template for the period; None without such room."""
    for pattern in (_SPAN, _WEEK, _BLANK_DATE):
        if found := pattern.search(text):
            name = "period" if dated else "made_on"
            if not dated and not found[0].rstrip().endswith(("日", "号")):
                return None
            return literal(text[: found.start()]) + f"{{{name}}}" + literal(text[found.end() :])
    return None
