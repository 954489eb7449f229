"""Drop-downs and other checks on what may be typed, set in a sheet of the new workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minqing.forms.files.xls.cells import cell_name
from minqing.forms.files.xls.formulas import Links, UnknownToken, formula_text
from minqing.forms.files.xls.parts import Parts, Rule
from minqing.forms.files.xls.records import legible

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

_KINDS: tuple[Any, ...] = (None, "whole", "decimal", "list", "date", "time", "textLength", "custom")
_SIGNS: tuple[Any, ...] = (
    "between",
    "notBetween",
    "equal",
    "notEqual",
    "greaterThan",
    "lessThan",
    "greaterThanOrEqual",
    "lessThanOrEqual",
)
_STYLES: tuple[Any, ...] = ("stop", "warning", "information")
_INPUT_METHODS: tuple[Any, ...] = (
    None,
    "on",
    "off",
    "disabled",
    "hiragana",
    "fullKatakana",
    "halfKatakana",
    "fullAlpha",
    "halfAlpha",
    "fullHangul",
    "halfHangul",
)
_MAX_TYPED = 255
_MAX_TITLE, _MAX_MESSAGE = 32, 255


def draw_rules(parts: Parts, sheet: Worksheet, links: Links) -> bool:
    """Set the checks that can be written out; False when one had to be left out."""
    whole = True
    for rule in parts.rules:
        try:
            sheet.add_data_validation(_validation(rule, links))
        except (UnknownToken, ValueError, IndexError):
            whole = False
    return whole


def _validation(rule: Rule, links: Links) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    if not rule.areas:
        raise ValueError("no cells")
    kind = _KINDS[rule.flags & 0xF]
    first = _formula(rule, rule.first, links) if kind else None
    if kind == "list" and first and first.startswith('"'):
        # Words typed into the dialog are kept with a zero between them, whether or not the flags say that they are.
        first = first.replace("\0", ",")
        if len(first) > _MAX_TYPED + 2:
            raise ValueError("list too long")
    sign = _SIGNS[rule.flags >> 20 & 0xF] if kind not in {None, "list", "custom"} else None
    return DataValidation(
        type=kind,
        operator=sign,
        errorStyle=_STYLES[rule.flags >> 4 & 7] if rule.flags >> 4 & 7 else None,
        formula1=first and legible(first),
        formula2=_formula(rule, rule.second, links) if sign in _SIGNS[:2] else None,
        imeMode=_INPUT_METHODS[rule.flags >> 10 & 0xFF],
        allow_blank=bool(rule.flags & 0x100),
        showDropDown=bool(rule.flags & 0x200) or None,
        showInputMessage=bool(rule.flags & 0x40000),
        showErrorMessage=bool(rule.flags & 0x80000),
        promptTitle=legible(rule.prompt_title)[:_MAX_TITLE] or None,
        prompt=legible(rule.prompt)[:_MAX_MESSAGE] or None,
        errorTitle=legible(rule.error_title)[:_MAX_TITLE] or None,
        error=legible(rule.error)[:_MAX_MESSAGE] or None,
        sqref=" ".join(area_text(area) for area in rule.areas),
    )


def area_text(area: tuple[int, int, int, int]) -> str:
    """The address of an area (first and last row, first and last column, counted from 0)."""
    top, bottom, left, right = area
    first, last = cell_name(top, min(left, 255)), cell_name(bottom, min(right, 255))
    return first if first == last else f"{first}:{last}"


def _formula(rule: Rule, tokens: bytes, links: Links) -> str | None:
    """The formula as seen from the first cell that is checked."""
    if not tokens:
        return None
    row, _, column, _ = rule.areas[0]
    return formula_text(tokens, links, row=row, column=column, shifted=True)
