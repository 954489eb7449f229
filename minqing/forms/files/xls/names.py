"""Defined names of an old workbook: areas that lists are taken from, what is printed, what is repeated on each page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from minqing.forms.files.xls.formulas import Links, UnknownToken, area_name, formula_text
from minqing.forms.files.xls.parts import Parts
from minqing.forms.files.xls.records import legible

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_PIECE = re.compile(r"(?:'(?:[^']|'')*'|[^'!,]+)!([^,]+)")
_NAME = re.compile(r"[^\W\d][\w.\\?]*")
_LIKE_A_CELL = re.compile(r"[a-z]{1,3}\d{1,7}|r\d*(?:c\d*)?|c\d*", re.IGNORECASE | re.ASCII)
_FUNCTION = "_xl"
"""How names begin that only stand for a function newer than the file format."""

_FIXED = (True, True, True, True)


def draw_names(old: Any, new: Workbook, parts: list[Parts], links: Links) -> None:
    """Set the names of ``old`` in ``new``; those of macros, of other files and damaged ones are left out."""
    from openpyxl.workbook.defined_name import DefinedName

    for name, title in zip(old.name_obj_list, links.names, strict=True):
        text = _text(name, old, links)
        if not text:
            continue
        sheet = new.worksheets[name.scope] if 0 <= name.scope < len(new.worksheets) else None
        if name.builtin:
            if sheet is not None and "#REF!" not in text:
                _draw_builtin(name.name, text, sheet, parts[name.scope])
        elif title:
            defined = DefinedName(title, attr_text=legible(text), hidden=bool(name.hidden) or None)
            held = new.defined_names if sheet is None else sheet.defined_names
            if title.lower() not in {known.lower() for known in held}:
                held[title] = defined


def new_name(old: Any) -> str:
    """What a name is called in the new workbook, "" for one that has no place there.

    A name such as TAX2010 would be a cell in the wider sheets of today: it gets a line before it, as Excel does it.
    """
    name = str(old.name)
    if old.builtin or not _NAME.fullmatch(name) or name.lower().startswith("_prev"):
        return "" if not name.startswith(_FUNCTION) else name
    return "_" + name if _LIKE_A_CELL.fullmatch(name) else name


def _text(name: Any, old: Any, links: Links) -> str:
    if name.macro or name.binary or name.func or name.vbasic or name.name.startswith(_FUNCTION):
        return ""
    if old.biff_version < 80:
        return _old_text(name, links)
    tokens = name.raw_formula[: name.basic_formula_len]
    try:
        text = formula_text(tokens, links, extra=name.raw_formula[name.basic_formula_len :], shifted=True)
    except UnknownToken:
        return ""
    return text


def _old_text(name: Any, links: Links) -> str:
    """Names of Excel 95 files, by the areas that the reading library made of them."""
    areas = name.result.value if name.result is not None and isinstance(name.result.value, list) else []
    texts = []
    for area in areas:
        sheet, _, top, bottom, left, right = area.coords
        if not 0 <= sheet < len(links.tabs):
            return ""
        quoted = links.tabs[sheet].replace("'", "''")
        bottom = 0x10000 if (top, bottom) == (0, 0x4000) else bottom
        texts.append(f"'{quoted}'!" + area_name((top, bottom - 1), (left, right - 1), _FIXED))
    return ",".join(texts)


def _draw_builtin(name: str, text: str, sheet: Worksheet, parts: Parts) -> None:
    pieces = [piece.strip("()") for piece in _PIECE.findall(text)]
    try:
        if name == "Print_Area":
            sheet.print_area = ",".join(pieces)
        elif name == "Print_Titles":
            for piece in pieces:
                if piece.replace("$", "").replace(":", "").isdigit():
                    sheet.print_title_rows = piece
                else:
                    sheet.print_title_cols = piece
        elif name == "_FilterDatabase" and parts.has_filter and pieces:
            sheet.auto_filter.ref = pieces[0].replace("$", "")
    except ValueError:
        return
