"""One old workbook made into a new one, sheet by sheet."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minqing.errors import UnreadableSheet
from minqing.forms.files.xls.cells import Drawn, draw_cells
from minqing.forms.files.xls.conditions import draw_conditions
from minqing.forms.files.xls.finish import finished
from minqing.forms.files.xls.formulas import Links
from minqing.forms.files.xls.names import draw_names, new_name
from minqing.forms.files.xls.page import draw_page
from minqing.forms.files.xls.parts import SOME_CONDITIONS, Parts, read_parts
from minqing.forms.files.xls.records import Globals, legible, read_globals
from minqing.forms.files.xls.results import string_result
from minqing.forms.files.xls.rules import draw_rules
from minqing.forms.files.xls.stream import workbook_stream
from minqing.forms.files.xls.styles import Styles
from minqing.records.bulk import paused_collector

if TYPE_CHECKING:
    from openpyxl import Workbook

_DAMAGED = "文件已损坏，或不是完整的表格"
_NOT_IN_SHEET_NAMES = re.compile(r"[\\/*?:\[\]\x00-\x1f]")
_SHEET_NAME_LIMIT = 31
_MACROS = "_VBA_PROJECT_CUR".encode("utf-16-le")
_NO_RECORD = -1


@dataclass(frozen=True, slots=True)
class _Source:
    """An old workbook as the library reads it, and the parts of its sheets that the library leaves out."""

    book: Any
    sheets: list[Any]
    parts: list[Parts]
    tabs: Globals
    lost: set[str]


@dataclass(frozen=True, slots=True)
class Converted:
    """The new workbook's file, and what of the old one is not in it, in words for the user."""

    content: bytes
    lost: tuple[str, ...]


def convert(path: Path, content: bytes) -> Converted:
    """The .xlsx file for an old workbook's bytes; ``path`` only names it in errors. Raises ``UnreadableSheet``."""
    with paused_collector():
        source = _load(path, content)
        try:
            return Converted(_written(source), tuple(sorted(source.lost)))
        except Exception as error:
            # The library that writes checks values one by one; what a sound file holds has passed all of them.
            raise UnreadableSheet(path, _DAMAGED) from error


def _load(path: Path, content: bytes) -> _Source:
    import xlrd
    from xlrd import sheet as reading

    reading.Sheet.string_record_contents = string_result
    # We read these formats ourselves; the library refuses a file in which one sets a number format or an alignment.
    reading.XL_CF = _NO_RECORD
    try:
        stream = workbook_stream(content)
        book: Any = xlrd.open_workbook(
            file_contents=stream, logfile=io.StringIO(), formatting_info=True, on_demand=True, ragged_rows=True
        )
        tabs = read_globals(stream)
        places = [tab.offset for tab in tabs.tabs if tab.is_worksheet]
        sheets = [book.sheet_by_index(index) for index in range(book.nsheets)]
        parts = [read_parts(stream, at, biff8=book.biff_version >= 80) for at in places[: len(sheets)]]
    except Exception as error:
        # The library checks files by assertions and by whatever a wrong byte makes Python raise.
        raise UnreadableSheet(path, _DAMAGED) from error
    if not sheets or len(parts) != len(sheets):
        raise UnreadableSheet(path, _DAMAGED if len(parts) != len(sheets) else "里面没有表格")
    lost = set[str]().union(*(part.lost for part in parts))
    if _MACROS in content:
        lost.add("宏")
    if len(tabs.tabs) > len(sheets):
        lost.add("图表页和宏表")
    return _Source(book, sheets, parts, tabs, lost)


def _written(source: _Source) -> bytes:
    from openpyxl import Workbook
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    new = Workbook()
    new.remove(new.worksheets[0])
    sheets = [new.create_sheet(_title(old.name)) for old in source.sheets]
    if source.book.datemode:
        new.epoch = CALENDAR_MAC_1904
    links = _links(source, new)
    styles = Styles(source.book, new)
    drawn: list[Drawn] = []
    for old, parts, sheet in zip(source.sheets, source.parts, sheets, strict=True):
        drawn.append(draw_cells(old, parts, sheet, styles=styles, links=links))
        source.lost.update(drawn[-1].lost)
        draw_page(old, parts, sheet, styles)
        if not draw_rules(parts, sheet, links):
            source.lost.add("部分下拉选项")
        if not draw_conditions(parts, sheet, styles=styles, links=links):
            source.lost.add(SOME_CONDITIONS)
    draw_names(source.book, new, source.parts, links)
    _choose_active(source, new)
    out = io.BytesIO()
    new.save(out)
    # Only once it is saved does a sheet know its part's name.
    return finished(out.getvalue(), {sheet.path.lstrip("/"): one for sheet, one in zip(sheets, drawn, strict=True)})


def _title(name: str) -> str:
    return legible(_NOT_IN_SHEET_NAMES.sub(" ", name)).strip("'")[:_SHEET_NAME_LIMIT] or "Sheet"


def _links(source: _Source, new: Workbook) -> Links:
    titles = iter(new.sheetnames)
    tabs = tuple(next(titles, "") if tab.is_worksheet else "" for tab in source.tabs.tabs)
    return Links(tabs, tuple(map(new_name, source.book.name_obj_list)), source.tabs)


def _choose_active(source: _Source, new: Workbook) -> None:
    """The sheet on top: the one that was, if it can be seen; a workbook with nothing to see would not open."""
    seen = [index for index, sheet in enumerate(new.worksheets) if sheet.sheet_state == "visible"]
    if not seen:
        new.worksheets[0].sheet_state = "visible"
        seen = [0]
    worksheets = [index for index, tab in enumerate(source.tabs.tabs) if tab.is_worksheet]
    top = worksheets.index(source.tabs.active_tab) if source.tabs.active_tab in worksheets else seen[0]
    top = top if top in seen else seen[0]
    new.active = top
    for index, sheet in enumerate(new.worksheets):
        sheet.sheet_view.tabSelected = index == top
