"""Cell fills of a workbook by the name that people have for their colour."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from minqing.forms.files.palette import Palette

_HUES = (
    (15, "红"),
    (41, "橙"),
    (70, "黄"),
    (165, "绿"),
    (190, "青"),
    (255, "蓝"),
    (310, "紫"),
    (345, "粉"),
    (361, "红"),
)
_ORANGE_TO = 48
_OUR_MARKS = frozenset({"#FFC7CE", "#FFEB9C"})
"""What a returned sheet of ours marks bad and doubtful cells with; it means nothing when the sheet comes back."""
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
_SHORT = re.compile(r"#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])")
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})")
_WORDS = {
    "yellow": "黄", "gold": "黄", "khaki": "黄", "red": "红", "green": "绿", "lime": "绿", "lightgreen": "绿",
    "blue": "蓝", "lightblue": "蓝", "navy": "蓝", "skyblue": "蓝", "orange": "橙", "gray": "灰", "grey": "灰",
    "silver": "灰", "lightgray": "灰", "lightgrey": "灰",
    "purple": "紫", "magenta": "紫", "fuchsia": "紫", "pink": "粉",
    "cyan": "青", "aqua": "青", "teal": "青", "brown": "棕", "black": "黑", "lightyellow": "黄",
}  # fmt: skip


def colour_name(colour: str) -> str:
    """The Chinese name of a colour written as ``#RRGGBB`` (or as web pages do); blank for white and for none."""
    text = colour.strip().lower()
    if text in _WORDS:
        return _WORDS[text]
    if short := _SHORT.fullmatch(text):
        text = "#" + "".join(letter * 2 for letter in short.groups())
    if found := _HEX.fullmatch(text):
        parts = [int(found[1][place : place + 2], 16) for place in (0, 2, 4)]
    elif spoken := _RGB.match(text):
        parts = [min(int(part), 255) for part in spoken.groups()]
    else:
        return ""
    return "" if f"#{bytes(parts).hex().upper()}" in _OUR_MARKS else _named(*parts)


def _named(red: int, green: int, blue: int) -> str:
    hue, strength, value = colorsys.rgb_to_hsv(red / 255, green / 255, blue / 255)
    if strength < 0.06:
        return "" if value > 0.96 else "黑" if value < 0.2 else "灰"
    if value < 0.12:
        return "黑"
    degrees = hue * 360
    if 15 <= degrees < _ORANGE_TO and value < 0.65:
        return "棕"
    if degrees < _ORANGE_TO and degrees >= 41 and strength > 0.7:
        return "橙"
    name = next(name for end, name in _HUES if degrees < end)
    return "粉" if name == "红" and value > 0.85 and strength < 0.45 else name


@dataclass(frozen=True, slots=True)
class GivenColour:
    """A colour as the styles of a workbook write it."""

    type: str
    rgb: str = ""
    indexed: int = 64
    theme: int = 0
    tint: float = 0.0


def filled_styles(styles: bytes, theme: bytes) -> Mapping[int, str]:
    """The cell styles of an .xlsx with an even fill that is not white: number of the style to colour name.

    ``styles`` and ``theme`` are the parts of these names; unsound XML has no colours.
    """
    if b'"solid"' not in styles:
        return {}
    try:
        return _filled(ElementTree.fromstring(styles), theme)
    except (ElementTree.ParseError, ValueError, LookupError):
        return {}


def _filled(root: ElementTree.Element, theme: bytes) -> Mapping[int, str]:
    palette = Palette.of_parts(theme, [one.get("rgb", "") for one in _all(root, "indexedColors", "rgbColor")])
    names = [_fill_name(fill, palette) for fill in _all(root, "fills", "fill")]
    fills = [int(style.get("fillId", "0")) for style in _all(root, "cellXfs", "xf")]
    return {number: names[fill] for number, fill in enumerate(fills) if fill < len(names) and names[fill]}


def _all(root: ElementTree.Element, parent: str, child: str) -> Iterator[ElementTree.Element]:
    for one in root.iterfind(f".//{{*}}{parent}"):
        yield from one.iterfind(f"{{*}}{child}")


def _fill_name(fill: ElementTree.Element, palette: Palette) -> str:
    pattern = fill.find("{*}patternFill")
    if pattern is None or pattern.get("patternType") != "solid":
        return ""
    front = pattern.find("{*}fgColor")
    if front is None:
        return ""
    tint = float(front.get("tint", "0"))
    if rgb := front.get("rgb"):
        given = GivenColour("rgb", rgb=rgb, tint=tint)
    elif theme := front.get("theme"):
        given = GivenColour("theme", theme=int(theme), tint=tint)
    elif indexed := front.get("indexed"):
        given = GivenColour("indexed", indexed=int(indexed), tint=tint)
    else:
        return ""
    return "" if given.indexed >= 64 and given.type == "indexed" else colour_name(palette.colour(given))
