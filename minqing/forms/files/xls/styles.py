"""Fonts, fills, borders and number formats of an old workbook, as the new one's cell styles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minqing.forms.files.xls.records import legible

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Alignment, Border, Color, Font, PatternFill
    from openpyxl.styles.cell_style import StyleArray

DEFAULT_XF = 15
"""The format of cells that have none of their own."""

_HORIZONTAL: tuple[Any, ...] = (
    "general",
    "left",
    "center",
    "right",
    "fill",
    "justify",
    "centerContinuous",
    "distributed",
)
_VERTICAL: tuple[Any, ...] = ("top", "center", "bottom", "justify", "distributed")
UNDERLINE: dict[int, Any] = {1: "single", 2: "double", 33: "singleAccounting", 34: "doubleAccounting"}
_RAISED: dict[int, Any] = {1: "superscript", 2: "subscript"}
LINES: tuple[Any, ...] = (
    None,
    "thin",
    "medium",
    "dashed",
    "dotted",
    "thick",
    "double",
    "hair",
    "mediumDashed",
    "dashDot",
    "mediumDashDot",
    "dashDotDot",
    "mediumDashDotDot",
    "slantDashDot",
)
PATTERNS: tuple[Any, ...] = (
    None,
    "solid",
    "mediumGray",
    "darkGray",
    "lightGray",
    "darkHorizontal",
    "darkVertical",
    "darkDown",
    "darkUp",
    "darkGrid",
    "darkTrellis",
    "lightHorizontal",
    "lightVertical",
    "lightDown",
    "lightUp",
    "lightGrid",
    "lightTrellis",
    "gray125",
    "gray0625",
)
_LAST_FAMILY = 14
_YEAR_MONTH = 'yyyy"年"m"月"'
_MONTH_DAY = 'm"月"d"日"'
_HALF_DAY = '上午/下午h"时"mm"分"'
_CHINESE_FORMATS = {
    **dict.fromkeys((27, 36, 50, 52, 57), _YEAR_MONTH),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), _MONTH_DAY),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"时"mm"分"',
    33: 'h"时"mm"分"ss"秒"',
    34: _HALF_DAY,
    35: _HALF_DAY + 'ss"秒"',
    55: _HALF_DAY,
    56: _HALF_DAY + 'ss"秒"',
}
"""Number formats that a Chinese Excel has built in and never writes into the file."""


class Styles:
    """The formats of one old workbook, made into styles of the new one as they are asked for."""

    def __init__(self, old: Any, new: Workbook) -> None:
        self._old = old
        self._new = new
        self._made: dict[int, StyleArray] = {}
        self._inline: dict[int, InlineFont] = {}
        self._set_defaults()

    def style(self, index: int) -> StyleArray:
        """The style that stands for format number ``index``; shared by its cells, so nobody may change it."""
        made = self._made.get(index)
        if made is None:
            made = self._made[index] = self._make(self._old.xf_list[index if index < len(self._old.xf_list) else 0])
        return made

    def quoted(self, index: int) -> bool:
        """Whether the format marks its cells as text typed behind an apostrophe."""
        return index < len(self._old.xf_list) and bool(getattr(self._old.xf_list[index], "lotus_123_prefix", 0))

    def font(self, index: int) -> Font:
        """A font of the old workbook."""
        from openpyxl.styles import Font

        font = self._old.font_list[index if index < len(self._old.font_list) else 0]
        return Font(
            name=legible(font.name) or None,
            sz=min(max(font.height / 20, 1), 409),
            b=bool(font.bold or font.weight >= 600),
            i=bool(font.italic),
            strike=bool(font.struck_out) or None,
            u=UNDERLINE.get(font.underline_type),
            vertAlign=_RAISED.get(font.escapement),
            color=self._colour(font.colour_index),
            charset=font.character_set or None,
            family=font.family if 0 < font.family <= _LAST_FAMILY else None,
        )

    def inline_font(self, index: int) -> InlineFont:
        """A font of the old workbook for a part of a text."""
        made = self._inline.get(index)
        if made is None:
            made = self._inline[index] = self._make_inline(index)
        return made

    def font_of(self, index: int) -> int:
        """The number of the font that format ``index`` has."""
        return int(self._old.xf_list[index if index < len(self._old.xf_list) else 0].font_index)

    def rgb(self, index: int) -> str | None:
        """A colour of the palette as RRGGBB; None for the colours that the screen decides."""
        colour = self._old.colour_map.get(index)
        return "{:02X}{:02X}{:02X}".format(*colour) if colour else None

    def _set_defaults(self) -> None:
        """The old workbook's standard font goes in as the new one's: column widths are counted in its digits."""
        from openpyxl.utils.indexed_list import IndexedList

        formats = self._old.xf_list
        if not formats or not self._old.font_list:
            return
        standard = self.font(formats[0].font_index)
        new: Any = self._new
        # openpyxl has no public way to say what "Normal" is: its first font and first format stand for it.
        new._fonts = IndexedList([standard])  # noqa: SLF001
        normal = new._named_styles["Normal"]  # noqa: SLF001
        normal.font = standard
        normal.alignment = self._alignment(formats[0])
        default = self._make(formats[DEFAULT_XF if len(formats) > DEFAULT_XF else 0])
        new._cell_styles = IndexedList([default])  # noqa: SLF001

    def _make_inline(self, index: int) -> InlineFont:
        from openpyxl.cell.text import InlineFont

        font = self.font(index)
        return InlineFont(
            rFont=font.name,
            sz=font.sz,
            b=font.b or None,
            i=font.i or None,
            strike=font.strike,
            u=font.u,
            vertAlign=font.vertAlign,
            color=font.color,
            charset=font.charset,
            family=font.family,
        )

    def _make(self, xf: Any) -> StyleArray:
        from openpyxl.cell import Cell
        from openpyxl.styles import Protection

        cell: Any = Cell(self._new.worksheets[0], row=1, column=1)
        cell.font = self.font(xf.font_index)
        cell.fill = self._fill(xf.background)
        cell.border = self._border(xf.border)
        cell.alignment = self._alignment(xf)
        cell.number_format = self._number_format(xf.format_key)
        cell.protection = Protection(locked=bool(xf.protection.cell_locked), hidden=bool(xf.protection.formula_hidden))
        style: StyleArray = cell._style  # noqa: SLF001 - one style for thousands of cells, instead of six lookups each
        return style

    def _colour(self, index: int, *, automatic: int | None = None) -> Color | None:
        from openpyxl.styles import Color

        rgb = self.rgb(index)
        if rgb is not None:
            return Color(rgb="FF" + rgb)
        return None if automatic is None else Color(indexed=automatic)

    def _fill(self, background: Any) -> PatternFill:
        from openpyxl.styles import PatternFill

        pattern = PATTERNS[background.fill_pattern] if background.fill_pattern < len(PATTERNS) else None
        if pattern is None:
            return PatternFill()
        front: Any = self._colour(background.pattern_colour_index, automatic=64)
        back: Any = self._colour(background.background_colour_index, automatic=65)
        return PatternFill(patternType=pattern, fgColor=front, bgColor=back)

    def _border(self, border: Any) -> Border:
        from openpyxl.styles import Border, Side

        sides: dict[str, Any] = {}
        for name in ("left", "right", "top", "bottom", "diag"):
            number = getattr(border, f"{name}_line_style")
            line: Any = LINES[number] if number < len(LINES) else "thin"
            colour = self._colour(getattr(border, f"{name}_colour_index"), automatic=64)
            sides[name] = Side(style=line, color=colour if line else None)
        diagonal = sides.pop("diag")
        if not (border.diag_up or border.diag_down):
            diagonal = Side()
        return Border(**sides, diagonal=diagonal, diagonalUp=bool(border.diag_up), diagonalDown=bool(border.diag_down))

    def _alignment(self, xf: Any) -> Alignment:
        from openpyxl.styles import Alignment

        old = xf.alignment
        return Alignment(
            horizontal=_HORIZONTAL[old.hor_align] if old.hor_align else None,
            vertical=_VERTICAL[old.vert_align] if old.vert_align < len(_VERTICAL) else "bottom",
            textRotation=old.rotation if old.rotation <= 180 or old.rotation == 255 else 0,
            wrap_text=bool(old.text_wrapped) or None,
            shrink_to_fit=bool(old.shrink_to_fit) or None,
            indent=old.indent_level,
            readingOrder=min(old.text_direction, 2),
        )

    def _number_format(self, key: int) -> str:
        from openpyxl.styles.numbers import BUILTIN_FORMATS
        from xlrd.formatting import std_format_strings

        known = self._old.format_map.get(key)
        text = legible(known.format_str) if known is not None else ""
        # Built-in formats need no text in the file: only one that is not the library's own was written there.
        if not text or text == std_format_strings.get(key):
            return _CHINESE_FORMATS.get(key) or BUILTIN_FORMATS.get(key) or text or "General"
        return text
