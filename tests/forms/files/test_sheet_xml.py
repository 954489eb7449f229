"""A worksheet's rows and cells are found whatever it leaves out and whatever prefix it uses."""

from __future__ import annotations

import pytest

from minqing.forms.files.sheet_xml import Area, SheetXml, place_of

PREFIXED = """<?xml version="1.0"?><x:worksheet xmlns:x="urn:main"><x:cols><x:col min="2" max="3" style="7"/></x:cols>
<x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="D1"><x:f>A1</x:f><x:v>1</x:v></x:c><x:c/></x:row>
<x:row r="5" s="3" customFormat="1"/><x:row/></x:sheetData>
<x:mergeCells><x:mergeCell ref="B2:C4"/></x:mergeCells></x:worksheet>"""


def test_places_that_are_not_written_are_counted() -> None:
    sheet = SheetXml(PREFIXED.encode())
    assert sheet.prefix == "x:"
    assert list(sheet.rows) == [1, 5, 6]
    assert list(sheet.rows[1].cells) == [1, 4, 5]
    assert (sheet.rows[5].style, sheet.rows[1].style) == ("3", "")
    assert [(found.row, found.column, found.formula.text) for found in sheet.formulas] == [(1, 4, "A1")]
    assert sheet.column_styles == ((2, 3, "7"),)
    cell = sheet.cell(1, 4)
    assert cell is not None
    assert sheet.content[cell.start : cell.end].startswith(b'<x:c r="D1">')
    assert sheet.cell(2, 1) is None


def test_a_merged_cell_shows_at_its_top_left() -> None:
    sheet = SheetXml(PREFIXED.encode())
    assert sheet.top_left(4, 3) == (2, 2)
    assert sheet.top_left(5, 3) == (5, 3)


def test_areas() -> None:
    assert Area.of("$B$2:C4") == Area(2, 2, 4, 3)
    assert Area(2, 2, 2, 2).reference == "B2"
    assert Area.of("A:A") is None
    assert place_of("AB12") == (28, 12)
    with pytest.raises(ValueError, match="12"):
        place_of("12")


@pytest.mark.parametrize("content", [b"<worksheet/>", b"<worksheet><sheetData></worksheet>", b""])
def test_what_is_no_sheet_is_told(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what expat says differs
        SheetXml(content)
