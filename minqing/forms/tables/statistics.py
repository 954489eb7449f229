"""Telling tables of counts (统计表、月报), which hold no people and no events, from lists that do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minqing.forms.files.grid import Cell, Grid, cell_text
from minqing.forms.naming.columns import NamedColumn, is_running_number
from minqing.forms.tables.body import data_rows
from minqing.forms.tables.header import Header
from minqing.forms.tables.labels import normalise_label

IS_STATISTICS = (
    "是统计表（每行是一个数字项目），里面没有一户一人的明细，不能导入。请导入每行一户、一人、一次走访或一件诉求的明细表"
)

_COUNT = re.compile(
    r".*(?:数|数量|率|占比|比例|比重|同比|环比|合计|小计|总计|共计|累计|总量|增幅|增减|得分|排名|本月|本周|本季度)"
    r"|男性?|女性?|(?:\d+|[一二三四五六七八九十]+)(?:岁|周岁|人).*|.*(?:以上|以下|以内)"
)
_COUNT_ROW = re.compile(r".*(?:数|率|起数|件数|合计|小计|总计|累计)")
_NO_COUNT = re.compile(r"户数|楼层数|总层数|层数|单元数|房间数|家庭人口数|人口数|人数|份数")
_TITLE = re.compile(r"统计表|月报表?|季报表?|年报表?|周报表?|报表|汇总表?|情况表|一览表")
_OF_SOMEBODY = frozenset(
    f"{slot}.{name}"
    for slot in ("resident", "head")
    for name in ("id_number", "phones", "birth", "relation", "register_address")
) | frozenset(
    {
        "household.door", "household.address", "household.room", "household.number", "household.house_type",
        "visit.said", "visit.visitors", "visit.met", "visit.moment", "visit.visited_on",
        "appeal.title", "appeal.number", "appeal.reporter", "appeal.reporter_phone", "appeal.moment",
        "appeal.registered_on", "building.name", "building.units", "building.floors", "contact.phones",
        "contact.post", "contact.organisation", "head.name",
    }
)  # fmt: skip
_NAMES = frozenset({"resident.name", "contact.name"})
_LOOKED_AT = 60
_MOST = 0.6


def is_statistics(grid: Grid, header: Header | None, columns: Sequence[NamedColumn] = ()) -> bool:
    """Whether a sheet only counts: labels such as 数量, 占比, 小计, or rows such as 排查数, and figures in most cells.

    ``columns`` are the columns as they would be read; a sheet that names a person, a door or the day of one event is
    none.
    """
    if header is None:
        return _counts_without_header(grid)
    found = {".".join(one.key) for one in columns if one.key}
    if found & _OF_SOMEBODY:
        return False
    labels = [normalise_label(label) for label in header.labels]
    own = [index for index, label in enumerate(labels) if label and not is_running_number(label)]
    counts = [index for index in own if _is_count(labels[index])]
    if found & _NAMES:
        return len(counts) >= 3 and 2 * len(counts) >= len(own)
    if len(counts) >= 2 and 3 * len(counts) >= len(own):
        return True
    body = [row for _, row in data_rows(grid, header).rows[:_LOOKED_AT]]
    return _counts_in_rows(body, own) or _mostly_figures(body, own)


def _is_count(label: str) -> bool:
    last = label.rsplit("/", 1)[-1]
    return any(_COUNT.fullmatch(part) for part in (label, last, label.split("/", maxsplit=1)[0]))


def _counts_in_rows(body: Sequence[Sequence[Cell]], own: Sequence[int]) -> bool:
    """Rows whose own names are counts, such as 排查数 and 调处率, whether figures are filled in or not."""
    for index in own[:3]:
        words = [normalise_label(cell) for row in body if isinstance(cell := row[index], str)]
        if len(words) >= 3 and 2 * sum(1 for word in words if _COUNT_ROW.fullmatch(word)) >= len(words):
            return True
    return False


def _mostly_figures(body: Sequence[Sequence[Cell]], own: Sequence[int]) -> bool:
    """One or two columns of words, and nothing but small figures in three or more others."""
    filled = {index: cells for index in own if (cells := [row[index] for row in body if row[index] is not None])}
    figures = [index for index, cells in filled.items() if all(_is_figure(cell) for cell in cells)]
    return len(body) >= 3 and len(figures) >= 3 and len(figures) >= _MOST * len(filled)


def _is_figure(cell: Cell) -> bool:
    text = cell_text(cell).strip().rstrip("%％‰").replace(",", "")
    if text in {"-", "--", "—", "/"}:
        return True
    return text.replace(".", "", 1).removeprefix("-").isdecimal() and len(text) <= 9


def _counts_without_header(grid: Grid) -> bool:
    """A sheet in which no header was found, and which has the labels, the rows or the title of statistics."""
    rows = grid.rows[:_LOOKED_AT]
    for row in rows[:10]:
        labels = [normalise_label(cell) for cell in row if isinstance(cell, str)]
        counts = [label for label in labels if _is_count(label) and not _NO_COUNT.fullmatch(label)]
        if len(counts) >= 2 and 3 * len(counts) >= len(labels):
            return True
    if _counts_in_rows(rows[1:], range(grid.width)):
        return True
    titles = [cell for row in rows[:3] for cell in row if isinstance(cell, str)]
    cells = [cell for row in rows[1:] for cell in row[1:] if cell is not None]
    figures = sum(1 for cell in cells if _is_figure(cell))
    return bool(cells) and figures >= _MOST * len(cells) and any(_TITLE.search(title) for title in titles)
