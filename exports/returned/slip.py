"""退回说明 for one sender: a page that says of each of his files what is wrong, what to do, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Final

from exports.returned.listing import LISTING
from exports.sheet_style import boxed, cell_at, dress_header, dress_title, font, placed, put

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD: Final = ("序号", "文件", "工作表", "哪里不对", "怎么办", "最迟哪天")
_WIDTHS: Final = (6, 24, 14, 44, 44, 18)
_FIRST, _LINE, _ROOM = 5, 15, 1.8
_INTRO: Final = "下面这些表没有收，或没有全收。请按“怎么办”一栏处理；已经收下的部分不用重填。"


@dataclass(frozen=True, slots=True)
class SlipLine:
    """One thing to be told: which file and sheet, what is wrong, the way out, and by when."""

    file: str
    sheet: str
    wrong: str
    way: str
    until: str


def until_words(due: date | None, today: date) -> str:
    """By when something is to be handed in again: ``11月20日``, or 尽快 where that day is over or none is set."""
    if due is None:
        return "请尽快"
    day = f"{due.month}月{due.day}日"
    return day if due >= today else f"请尽快（原定 {day}，已过 {(today - due).days} 天）"


def slip_workbook(sender: str, lines: Sequence[SlipLine], *, office: str, today: date) -> bytes:
    """The .xlsx file for a sender, from ``office``."""
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet), "a new workbook has a sheet"
    sheet.title = LISTING
    _draw_head(sheet, sender, f"{office}　{today.year}年{today.month}月{today.day}日")
    for number, line in enumerate(lines, 1):
        _draw_line(sheet, _FIRST + number - 1, (str(number), line.file, line.sheet, line.wrong, line.way, line.until))
    _set_up_page(sheet)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _draw_head(sheet: Worksheet, sender: str, office: str) -> None:
    last = len(_HEAD)
    dress_title(put(cell_at(sheet, 1, 1), LISTING))
    half = last // 2
    for row, column, end, text, side in (
        (2, 1, half, f"致：{sender}", "left"),
        (2, half + 1, last, office, "right"),
        (3, 1, last, _INTRO, "left"),
    ):
        cell = put(cell_at(sheet, row, column), text)
        cell.font, cell.alignment = font(10), placed(side)
        sheet.merge_cells(start_row=row, end_row=row, start_column=column, end_column=end)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=last)
    sheet.row_dimensions[1].height = 32
    for column, name in enumerate(_HEAD, 1):
        dress_header(put(cell_at(sheet, _FIRST - 1, column), name))


def _draw_line(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, 1):
        cell = put(cell_at(sheet, row, column), text)
        cell.font, cell.border = font(10), boxed()
        cell.alignment = placed("center" if column == 1 else "left")
    lines = max(-(-len(text) * _ROOM // width) for text, width in zip(texts, _WIDTHS, strict=True))
    sheet.row_dimensions[row].height = max(2, lines + 1) * _LINE


def _set_up_page(sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    for column, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
