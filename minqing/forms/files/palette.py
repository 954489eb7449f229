"""The colours of a workbook as #RRGGBB: given outright, by the old numbered palette, or by its theme."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

_SCHEME = re.compile(rb"<a:clrScheme\b.*?</a:clrScheme>", re.DOTALL)
_ENTRY = re.compile(
    rb"<a:(dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink)>.*?(?:lastClr|srgbClr val)=\"([0-9A-Fa-f]{6})\"", re.DOTALL
)
_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink")
_USUAL = ("FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF")
_SYSTEM = {64: "#000000", 65: "#FFFFFF"}


@dataclass(frozen=True, slots=True)
class Palette:
    """Theme colours in the order in which cells number them, and the numbered ones."""

    theme: tuple[str, ...]
    numbered: tuple[str, ...]

    @classmethod
    def of(cls, book: Workbook) -> Palette:
        """The palette of an opened workbook."""
        from openpyxl.styles.colors import COLOR_INDEX

        theme: Any = book.loaded_theme
        own: Sequence[Any] = getattr(book, "_colors", None) or COLOR_INDEX
        return cls(_theme(theme if isinstance(theme, bytes) else b""), tuple(f"#{str(one)[-6:]}" for one in own))

    @classmethod
    def of_parts(cls, theme: bytes, own: Sequence[str] = ()) -> Palette:
        """The palette from a workbook's theme part and, if it has one, its own list of numbered colours."""
        from openpyxl.styles.colors import COLOR_INDEX

        return cls(_theme(theme), tuple(f"#{one[-6:]}" for one in own or COLOR_INDEX))

    def colour(self, given: Any) -> str:
        """The colour that a font, fill or border names; blank for none or for the program's own choice."""
        if given is None:
            return ""
        if given.type == "rgb" and isinstance(given.rgb, str):
            return _tinted(f"#{given.rgb[-6:]}", given.tint)
        if given.type == "indexed":
            number = int(given.indexed)
            found = self.numbered[number] if number < len(self.numbered) else ""
            return _SYSTEM.get(number, found)
        if given.type == "theme" and int(given.theme) < len(self.theme):
            return _tinted(self.theme[int(given.theme)], given.tint)
        return ""


def _theme(text: bytes) -> tuple[str, ...]:
    scheme = _SCHEME.search(text)
    found = {name.decode(): value.decode() for name, value in _ENTRY.findall(scheme[0])} if scheme else {}
    return tuple(f"#{found.get(name, usual)}" for name, usual in zip(_ORDER, _USUAL, strict=True))


def _tinted(colour: str, tint: float) -> str:
    """A colour made lighter (tint above 0) or darker."""
    if not tint:
        return colour.upper()
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), full)
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
