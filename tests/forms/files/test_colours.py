"""Colours by name, and the filled styles of a workbook."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.styles.colors import Color

from minqing.forms.files.colours import colour_name, filled_styles


@pytest.mark.parametrize(
    ("colours", "name"),
    [
        ("#FFFF00 #FFFF99 #FFF2CC #FFD966 yellow #ff0 rgb(255,255,0)", "黄"),
        ("#FF0000 #C00000 #FF7C80 red #f00", "红"),
        ("#92D050 #00B050 #C6EFCE #E2EFDA #70AD47 green", "绿"),
        ("#00B0F0 #0070C0 #002060 #DDEBF7 #4472C4 blue", "蓝"),
        ("#FFC000 #ED7D31 #F8CBAD orange", "橙"),
        ("#7030A0 #CC99FF purple", "紫"),
        ("#808080 #D9D9D9 #F2F2F2 gray", "灰"),
        ("#FF99CC pink", "粉"),
        ("#000000 black", "黑"),
        ("#833C0B", "棕"),
        ("#FFFFFF #FEFEFE #fff transparent none inherit", ""),
    ],
)
def test_a_colour_has_the_name_that_people_give_it(colours: str, name: str) -> None:
    words = colours.replace("rgb(255,255,0)", "rgb(255,_255,_0)").split()
    assert [colour_name(one.replace("_", " ")) for one in words] == [name] * len(words)


def test_the_marks_of_our_own_returned_sheets_mean_nothing() -> None:
    assert [colour_name(colour) for colour in ("#FFC7CE", "#ffeb9c")] == ["", ""]


def _parts(*fills: PatternFill) -> tuple[bytes, bytes]:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for column, fill in enumerate(fills, 1):
        sheet.cell(1, column).fill = fill
    target = io.BytesIO()
    book.save(target)
    with zipfile.ZipFile(target) as archive:
        return archive.read("xl/styles.xml"), archive.read("xl/theme/theme1.xml")


def test_fills_by_value_by_theme_with_tint_and_by_number() -> None:
    fills = (
        PatternFill("solid", fgColor="FFFFFF00"),
        PatternFill("solid", fgColor=Color(theme=6, tint=0.4)),
        PatternFill("solid", fgColor=Color(theme=0)),
        PatternFill("solid", fgColor=Color(theme=0, tint=-0.25)),
        PatternFill("solid", fgColor=Color(indexed=10)),
        PatternFill("solid", fgColor=Color(indexed=64)),
        PatternFill("gray125"),
    )
    found = filled_styles(*_parts(*fills))
    assert list(found.values()) == ["黄", "绿", "灰", "红"]


@pytest.mark.parametrize("styles", [b"", b"<styleSheet/>", b'<a patternType="solid"', b'<a b="solid"/>'])
def test_styles_without_colours_or_unsound(styles: bytes) -> None:
    assert filled_styles(styles, b"") == {}
