"""What a reader should know about a sheet: hidden rows and columns, colours, formulas without a value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minqing.forms.files.grid import Grid, column_name
from minqing.forms.naming.columns import NamedColumn
from minqing.forms.tables.fill_columns import FillColumn
from minqing.forms.tables.rows import SheetRow

_NAMED = 5


def remarks_on(
    grid: Grid, columns: Sequence[NamedColumn], rows: Sequence[SheetRow], fills: Sequence[FillColumn] = ()
) -> tuple[str, ...]:
    """Sentences in Chinese about the rows and columns that were read, in no particular need of an answer."""
    return tuple(_remarks(grid, columns, rows, fills))


def _remarks(
    grid: Grid, columns: Sequence[NamedColumn], rows: Sequence[SheetRow], fills: Sequence[FillColumn]
) -> Iterator[str]:
    details = grid.details
    hidden = [row.number for row in rows if row.number in details.hidden_rows] if details.hidden_rows else []
    if hidden:
        why = "隐藏的（筛选）" if details.filtered else "隐藏的"
        yield f"第 {_listed(hidden)} 行{_of_all(hidden)}在表里是{why}，已一并读入。"
    places = [grid.first_column + index for one in columns for index in (one.index, *one.joined)]
    letters = [column_name(place) for place in sorted(set(places)) if place in details.hidden_columns]
    if letters:
        yield f"隐藏的 {'、'.join(letters)} 栏已一并读入。"
    if details.unsolved:
        numbers, known = {row.number for row in rows}, set(places)
        cells = [(row, column) for row, column in details.unsolved if row in numbers and column in known]
        if cells:
            row, column = cells[0]
            yield (
                f"表里有 {len(cells)} 个公式没有算过的结果（如 {column_name(column)}{row}），只能当作空白。"
                "请先用 WPS 打开这份表、保存一次，再导入。"
            )
    for one in fills:
        colours = "、".join(dict.fromkeys(one.colours.values()))
        yield f"有 {len(one.colours)} 行涂了底色（{colours}），记在“{one.label}”一栏。"


def _listed(numbers: Sequence[int]) -> str:
    return "、".join(str(number) for number in numbers[:_NAMED])


def _of_all(numbers: Sequence[int]) -> str:
    return f"等 {len(numbers)} 行" if len(numbers) > _NAMED else ""
