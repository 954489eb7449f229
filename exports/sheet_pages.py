"""The pages beside the data sheet: 说明 tells an office how to fill it in, 汇总 gives the week's figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from exports import sheet_style as style
from exports.sheet_choices import choices_of
from exports.sheet_frame import room_in, title_of
from exports.sheet_rows import LINE_HEIGHT, ROW_HEIGHT, height_of
from exports.sheet_text import filled, lines_in, long_date
from exports.summary import Summary
from minqing.forms.form import Form, Header

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

GUIDE_SHEET: Final = "说明"
SUMMARY_SHEET: Final = "汇总"
_GUIDE_WIDTH = 84.0
_LISTED = 30
"""A list longer than this is not read out; it is in the drop-down."""


def draw_guide(sheet: Worksheet, form: Form, header: Header, *, data_sheet: str) -> None:
    """Write the plain instructions for the people who get the sheet."""
    sheet.column_dimensions["A"].width = _GUIDE_WIDTH
    title = style.put(style.cell_at(sheet, 1, 1), "填表说明")
    style.dress_title(title)
    sheet.row_dimensions[1].height = 30
    for row, text in enumerate(_guide(form, header, data_sheet), 2):
        cell = style.put(style.cell_at(sheet, row, 1), text)
        cell.font = style.font(11)
        cell.alignment = style.placed("left")
        lines = lines_in(text, room_in(_GUIDE_WIDTH) * 9 / 11)
        sheet.row_dimensions[row].height = height_of(lines, LINE_HEIGHT * 11 / 9) + 4
    _portrait(sheet)


def _guide(form: Form, header: Header, data_sheet: str) -> Iterator[str]:
    who = header.owner or "填报人"
    yield f"这份表是《{title_of(form, header)}》，由{who}于 {long_date(header.made_on)}用“民情账本”导出。"
    steps = _steps(form, data_sheet)
    yield from (f"{number}. {text}" for number, text in enumerate(steps, 1))
    lists = [(column, choices_of(column)) for column in form.columns]
    if any(choices for _, choices in lists):
        yield "可以填的内容："
    for column, choices in lists:
        if choices:
            yield f"　　{column.label}：{'、'.join(choices) if len(choices) <= _LISTED else '见下拉列表'}"


def _steps(form: Form, data_sheet: str) -> Iterator[str]:
    yield f"请在“{data_sheet}”里直接改：补上办理结果，改正写错的内容，或在备注里写意见。改完存盘，把整个文件发回来。"
    yield "没有改的格子不用动。改动一格算一格，两边都改了同一格时，由填报人对照后决定，不会互相覆盖。"
    yield "把格子清空，不等于删掉：收表时会先问填报人。整行删掉，也不会删除账本里的记录。"
    yield "最右边灰色的“记录编号”请勿改动，也不要删掉这一列：收表时靠它找到原来的记录。它不会打印出来。"
    insert = "在“合计”上面插入一行" if form.totals else "在表的最后接着写一行"
    yield f"要加一行，请{insert}，“记录编号”留空。可以排序、筛选，也可以调整列宽。"
    yield "日期写成 2026-11-19 的样子。带下拉箭头的格子请从列表中选；列表里没有合适的，也可以自己写。"
    masked = [column.label for column in form.columns if column.masked]
    if masked:
        yield f"“{'、'.join(masked)}”隐去了几位，不用补全；要更正，请写完整的新内容。"
    yield "表里有居民的个人信息，请妥善保管，不要转发到无关的群里。"


def draw_summary(sheet: Worksheet, form: Form, header: Header, summary: Summary) -> None:
    """Write the figures: who was seen, and the appeals by category and state."""
    from openpyxl.utils import get_column_letter

    states = summary.states()
    width = len(states) + 2
    _heading(sheet, f"{filled(form.title or form.name, header)}汇总", width)
    rate = f"{summary.settled_rate}（{summary.settled} / {len(summary.appeals)} 件）" if summary.appeals else ""
    figures: list[tuple[str, str | int]] = [
        ("走访户数", summary.visited_households),
        ("见面户数", summary.met_households),
        ("走访次数", summary.visits),
        ("诉求件数", len(summary.appeals)),
        ("办结件数", summary.settled),
        ("办结率", rate),
    ]
    row = 3
    for name, value in figures:
        _line(sheet, row, [name, value], bold_first=True)
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)
        row += 1
    row += 1
    _line(sheet, row, ["诉求类别", *states, "合计"], header=True)
    for category, counts in summary.by_category():
        row += 1
        _line(sheet, row, [category, *(counts[state] for state in states), counts.total()])
    row += 1
    _line(sheet, row, ["合计", *_state_totals(summary, states), len(summary.appeals)], bold=True)
    note = style.put(style.cell_at(sheet, row + 1, 1), "按导出时的内容统计。办结包括“待回访”和“已办结”。")
    note.font = style.font(9)
    sheet.column_dimensions["A"].width = 22
    for letter in map(get_column_letter, range(2, width + 1)):
        sheet.column_dimensions[letter].width = 10
    _portrait(sheet)


def _state_totals(summary: Summary, states: Sequence[str]) -> list[int]:
    counts = [category for _, category in summary.by_category()]
    return [sum(count[state] for count in counts) for state in states]


def _heading(sheet: Worksheet, text: str, width: int) -> None:
    style.dress_title(style.put(style.cell_at(sheet, 1, 1), text))
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    sheet.row_dimensions[1].height = 27


def _line(
    sheet: Worksheet,
    row: int,
    values: Iterable[str | int],
    *,
    header: bool = False,
    bold: bool = False,
    bold_first: bool = False,
) -> None:
    for index, value in enumerate(values, 1):
        cell = style.cell_at(sheet, row, index)
        if isinstance(value, str):
            style.put(cell, value)
        else:
            cell.value = value
        if header or (bold_first and index == 1):
            style.dress_header(cell)
        elif bold:
            style.dress_total(cell)
        else:
            _box(cell)
    sheet.row_dimensions[row].height = ROW_HEIGHT


def _box(cell: Cell) -> None:
    cell.font = style.font()
    cell.alignment = style.placed("center")
    cell.border = style.boxed()


def _portrait(sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
