"""How the cells of a workbook look: fonts, lines, fills and the number formats behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from exports.sheet_text import legible, looks_like_formula, stored

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.styles import Alignment, Border, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

SERIF: Final = "宋体"
TEXT: Final = "@"
DATE: Final = "yyyy-mm-dd"
MOMENT: Final = "yyyy-mm-dd hh:mm"
WHOLE: Final = "0"
LONG_TEXT: Final = 255
"""Older programs show a cell of the text format as ##### when it holds more characters than this."""

_INK, _GREY, _MUTED, _RULE = "FF222222", "FF9A9A9A", "FF666666", "FF333333"
_HEADER_FILL, _ID_FILL = "FFEDEDED", "FFFAFAFA"


@dataclass(frozen=True, slots=True)
class Look:
    """The numbers of the styles that the cells of one column take, one for each sort of content."""

    plain: int
    quoted: int
    muted: int
    long: int
    date: int
    moment: int
    whole: int


@cache
def font(size: float = 9, *, bold: bool = False, color: str = _INK) -> Font:
    """A font of the workbook's one family."""
    from openpyxl.styles import Font

    return Font(name=SERIF, size=size, bold=bold, color=color)


@cache
def placed(horizontal: str, *, wrap: bool = True, indent: int = 0) -> Alignment:
    """Text set in the middle of the height, wrapped unless told otherwise."""
    from openpyxl.styles import Alignment

    return Alignment(horizontal=horizontal, vertical="center", wrap_text=wrap, indent=indent)


@cache
def boxed() -> Border:
    """A thin line on all four sides."""
    from openpyxl.styles import Border, Side

    side = Side(style="thin", color=_RULE)
    return Border(left=side, right=side, top=side, bottom=side)


@cache
def shade(color: str) -> PatternFill:
    """An even fill."""
    from openpyxl.styles import PatternFill

    return PatternFill("solid", fgColor=color)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell that can be written to; raises TypeError for one that a merged block covers."""
    from openpyxl.cell import Cell

    cell = sheet.cell(row, column)
    if not isinstance(cell, Cell):
        raise TypeError(f"row {row}, column {column} of {sheet.title} is covered by a merged block")
    return cell


def put(cell: Cell, text: str) -> Cell:
    """Write ``text`` into ``cell`` as text, whatever it looks like; give the cell back."""
    shown = legible(text)
    cell.value = stored(shown)
    cell.data_type = "s"
    cell.number_format = TEXT
    cell.quotePrefix = looks_like_formula(shown)
    return cell


def dress_title(cell: Cell) -> None:
    """The title of a sheet. SimSun has no bold of its own, so it is large enough for a synthetic one."""
    cell.font = font(16, bold=True)
    cell.alignment = placed("center")


def dress_header(cell: Cell) -> None:
    """A column's name."""
    cell.font = font(9, bold=True)
    cell.alignment = placed("center")
    cell.border = boxed()
    cell.fill = shade(_HEADER_FILL)


def dress_id(cell: Cell) -> None:
    """A cell of the record-number column: there, but not asking for attention."""
    cell.font = font(7, color=_GREY)
    cell.alignment = placed("center")
    cell.border = boxed()
    cell.fill = shade(_ID_FILL)


def dress_total(cell: Cell) -> None:
    """A cell of the 合计 row."""
    cell.font = font(9, bold=True)
    cell.alignment = placed("center")
    cell.border = boxed()


def column_look(sheet: Worksheet, align: str) -> Look:
    """Register the styles that data cells set to ``align`` may need, and give their numbers."""

    def dressed(number_format: str, *, quoted: bool = False, color: str = _INK) -> int:
        sample = _sample(sheet)
        sample.font = font(color=color)
        sample.alignment = placed(align)
        sample.border = boxed()
        sample.number_format = number_format
        sample.quotePrefix = quoted
        return int(sample.style_id)

    return Look(
        plain=dressed(TEXT),
        quoted=dressed(TEXT, quoted=True),
        muted=dressed(TEXT, color=_MUTED),
        long=dressed("General", quoted=True),
        date=dressed(DATE),
        moment=dressed(MOMENT),
        whole=dressed(WHOLE),
    )


def id_look(sheet: Worksheet) -> Look:
    """The same for the record-number column, whose cells all look alike."""
    sample = _sample(sheet)
    dress_id(sample)
    sample.number_format = TEXT
    one = int(sample.style_id)
    return Look(plain=one, quoted=one, muted=one, long=one, date=one, moment=one, whole=one)


def _sample(sheet: Worksheet) -> Cell:
    # A cell's style is registered as it stands, not copied: changing the cell afterwards would change the style.
    from openpyxl.cell import Cell

    return Cell(sheet, row=1, column=1)
