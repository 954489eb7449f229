"""A table as it stands on the screen, as an .xlsx file: its columns, its rows in their order, what was filtered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, cast

from exports import sheet_style as style
from exports.sheet_text import legible, looks_like_formula, stored
from minqing.errors import TooManyRows

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | date | None
MAX_ROWS: Final = 1_048_000
HEADER_ROW: Final = 3
_PIXELS_TO_A_CHARACTER = 7.5


@dataclass(frozen=True, slots=True)
class ListingColumn:
    """A column's title, its width on the screen, and whether its cells stand in the middle."""

    title: str
    width: int
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What is written: ``note`` says what the rows are (filters, order, when), under the title."""

    title: str
    note: str
    columns: tuple[ListingColumn, ...]
    rows: Sequence[Sequence[Value]]
    owner: str = ""


def write_listing(listing: Listing) -> bytes:
    """The .xlsx file of ``listing``: text stays text, numbers can be added, days can be sorted. Raises TooManyRows."""
    from openpyxl import Workbook

    if len(listing.rows) > MAX_ROWS:
        raise TooManyRows(len(listing.rows), MAX_ROWS)
    book = Workbook(write_only=True)
    sheet = cast("Worksheet", book.create_sheet(listing.title))
    _set_page(sheet, listing)
    sheet.append([_title(sheet, listing.title)])
    sheet.append([_note(sheet, listing.note)])
    sheet.append([_header(sheet, column.title) for column in listing.columns])
    cells = _Cells(sheet, listing.columns)
    for row in listing.rows:
        sheet.append(cells.row(row))
    book.properties.title = listing.title
    book.properties.creator = book.properties.lastModifiedBy = listing.owner
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _set_page(sheet: Worksheet, listing: Listing) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    for number, column in enumerate(listing.columns, 1):
        width = max(6.0, column.width / _PIXELS_TO_A_CHARACTER)
        sheet.column_dimensions[get_column_letter(number)].width = round(width, 1)
    last = get_column_letter(len(listing.columns))
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{HEADER_ROW + len(listing.rows)}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _blank(sheet: Worksheet) -> Cell:
    from openpyxl.cell import WriteOnlyCell

    return WriteOnlyCell(sheet)


def _title(sheet: Worksheet, text: str) -> Cell:
    cell = style.put(_blank(sheet), text)
    cell.font = style.font(16, bold=True)
    return cell


def _note(sheet: Worksheet, text: str) -> Cell:
    cell = style.put(_blank(sheet), text)
    cell.font = style.font(9, color="FF666666")
    return cell


def _header(sheet: Worksheet, text: str) -> Cell:
    cell = style.put(_blank(sheet), text)
    style.dress_header(cell)
    return cell


class _Cells:
    """Makes the cells of the rows; what they look like is worked out once per column, for it takes most of the time."""

    def __init__(self, sheet: Worksheet, columns: Sequence[ListingColumn]) -> None:
        self._sheet = sheet
        self._texts = [self._sample("center" if one.centred else "left", style.TEXT) for one in columns]
        self._formulas = [self._sample("center" if one.centred else "left", style.TEXT, quoted=True) for one in columns]
        self._number = self._sample("center", style.WHOLE)
        self._day = self._sample("center", style.DATE)

    def _sample(self, across: str, number_format: str, *, quoted: bool = False) -> Cell:
        cell = _blank(self._sheet)
        cell.font = style.font()
        cell.alignment = style.placed(across, wrap=False)
        cell.border = style.boxed()
        cell.number_format = number_format
        cell.quotePrefix = quoted
        return cell

    def row(self, values: Sequence[Value]) -> list[Cell]:
        """The cells of one row."""
        return [self._cell(value, number) for number, value in enumerate(values)]

    def _cell(self, value: Value, number: int) -> Cell:
        cell = _blank(self._sheet)
        if isinstance(value, str):
            shown = legible(value)
            cell.value = stored(shown)
            cell.data_type = "s"
            like = (self._formulas if looks_like_formula(shown) else self._texts)[number]
        else:
            cell.value = value
            like = self._day if isinstance(value, date) else self._number
        # Setting the parts of a style takes ten times as long as all the rest; openpyxl has no public way to share it.
        cast("Any", cell)._style = cast("Any", like)._style  # noqa: SLF001
        return cell
