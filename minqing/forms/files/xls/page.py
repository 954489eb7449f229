"""How an old sheet is shown and printed, set in a sheet of the new workbook."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from minqing.forms.files.xls.parts import Paper, Parts
from minqing.forms.files.xls.records import legible
from minqing.forms.files.xls.styles import Styles

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.worksheet import Worksheet

_STATES: tuple[Any, ...] = ("visible", "hidden", "veryHidden")
_PLACES = re.compile(r"&[LCR]")
_PROTECTION_BITS = (
    "objects",
    "scenarios",
    "formatCells",
    "formatColumns",
    "formatRows",
    "insertColumns",
    "insertRows",
    "insertHyperlinks",
    "deleteColumns",
    "deleteRows",
    "selectLockedCells",
    "sort",
    "autoFilter",
    "pivotTables",
    "selectUnlockedCells",
)
_MAX_MARGIN = 49


def draw_page(old: Any, parts: Parts, sheet: Worksheet, styles: Styles) -> None:
    """Set view, defaults, page and protection of ``sheet`` as the old one has them."""
    _set_view(old, sheet)
    _set_defaults(old, sheet)
    _set_breaks(old, sheet)
    _set_print(parts, sheet)
    if parts.paper is not None:
        _set_paper(parts.paper, sheet)
    _set_texts(parts, sheet)
    _set_protection(parts, sheet)
    colour = styles.rgb(parts.tab_colour) if parts.tab_colour is not None else None
    if colour:
        sheet.sheet_properties.tabColor = colour


def _set_view(old: Any, sheet: Worksheet) -> None:
    sheet.sheet_state = _STATES[old.visibility] if old.visibility < len(_STATES) else "visible"
    if old.panes_are_frozen and old.has_pane_record and (old.horz_split_pos or old.vert_split_pos):
        row = old.first_visible_rowx + old.horz_split_pos if old.horz_split_pos else 0
        column = old.first_visible_colx + old.vert_split_pos if old.vert_split_pos else 0
        sheet.freeze_panes = sheet.cell(row + 1, column + 1).coordinate
    view = sheet.sheet_view
    view.showGridLines = bool(old.show_grid_lines)
    view.showRowColHeaders = bool(old.show_sheet_headers)
    view.showZeros = bool(old.show_zero_values)
    view.showFormulas = bool(old.show_formulas) or None
    view.rightToLeft = bool(old.columns_from_right_to_left) or None
    preview = bool(old.show_in_page_break_preview)
    if preview:
        view.view = "pageBreakPreview"
    normal = old.cached_normal_view_mag_factor
    scale = old.scl_mag_factor or (old.cached_page_break_preview_mag_factor if preview else normal)
    if 10 <= scale <= 400:
        view.zoomScale = scale
    if 10 <= normal <= 400:
        view.zoomScaleNormal = normal


def _set_defaults(old: Any, sheet: Worksheet) -> None:
    form = sheet.sheet_format
    if old.standardwidth:
        form.defaultColWidth = old.standardwidth / 256
    elif old.defcolwidth:
        form.baseColWidth = old.defcolwidth
    if old.default_row_height:
        form.defaultRowHeight = (old.default_row_height & 0x7FFF) / 20
        form.customHeight = bool(old.default_row_height_mismatch) or None
    form.zeroHeight = bool(old.default_row_hidden) or None


def _set_breaks(old: Any, sheet: Worksheet) -> None:
    from openpyxl.worksheet.pagebreak import Break

    for index, _, _ in old.horizontal_page_breaks:
        if index:
            sheet.row_breaks.append(Break(id=index, max=16383))
    for index, _, _ in old.vertical_page_breaks:
        if index:
            sheet.col_breaks.append(Break(id=index, max=1048575))


def _set_print(parts: Parts, sheet: Worksheet) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    options = sheet.print_options
    options.gridLines = "prints_grid" in parts.flags or None
    options.headings = "prints_headings" in parts.flags or None
    options.horizontalCentered = "centred_across" in parts.flags or None
    options.verticalCentered = "centred_down" in parts.flags or None
    for side, inches in parts.margins.items():
        if math.isfinite(inches) and 0 <= inches < _MAX_MARGIN:
            setattr(sheet.page_margins, side, inches)
    if parts.fits_page:
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _set_paper(paper: Paper, sheet: Worksheet) -> None:
    setup: Any = sheet.page_setup
    for side, inches in (("header", paper.header_margin), ("footer", paper.footer_margin)):
        if math.isfinite(inches) and 0 <= inches < _MAX_MARGIN:
            setattr(sheet.page_margins, side, inches)
    setup.fitToWidth = paper.wide
    setup.fitToHeight = paper.tall
    setup.pageOrder = "overThenDown" if paper.across_first else None
    setup.blackAndWhite = paper.black or None
    setup.draft = paper.draft or None
    if paper.first_page is not None:
        setup.firstPageNumber, setup.useFirstPageNumber = paper.first_page, True
    if not paper.valid:
        return
    if paper.size and paper.size < 0x100:
        setup.paperSize = paper.size
    if 10 <= paper.scale <= 400:
        setup.scale = paper.scale
    if paper.portrait is not None:
        setup.orientation = "portrait" if paper.portrait else "landscape"
    if paper.copies > 1:
        setup.copies = paper.copies


def _set_texts(parts: Parts, sheet: Worksheet) -> None:
    for text, item in ((parts.header, sheet.oddHeader), (parts.footer, sheet.oddFooter)):
        if text and item is not None:
            _set_text(legible(text), item)


def _set_text(text: str, item: HeaderFooterItem) -> None:
    """Left, centre and right of a page's top or bottom line, codes for page numbers and fonts as they are."""
    marks = list(_PLACES.finditer(text))
    pieces = {"C": text[: marks[0].start()] if marks else text}
    for at, mark in enumerate(marks):
        end = marks[at + 1].start() if at + 1 < len(marks) else len(text)
        pieces[mark[0][1]] = text[mark.end() : end]
    for place, part in (("L", item.left), ("C", item.center), ("R", item.right)):
        if pieces.get(place):
            part.text = pieces[place]


def _set_protection(parts: Parts, sheet: Worksheet) -> None:
    if "protected" not in parts.flags:
        return
    protection = sheet.protection
    protection.sheet = True
    protection.objects = "objects_protected" in parts.flags
    protection.scenarios = "scenarios_protected" in parts.flags
    if parts.allowed is not None:
        for bit, name in enumerate(_PROTECTION_BITS[2:], 2):
            setattr(protection, name, not parts.allowed >> bit & 1)
    if parts.password:
        protection.set_password(f"{parts.password:04X}", already_hashed=True)
