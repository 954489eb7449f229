"""A workbook with all that spreadsheet programs put into one, filled: part by part and byte by byte."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from exports.filling import fill_workbook
from minqing.forms.files.sheet_xml import SheetXml, place_of
from minqing.forms.form import Column, Header
from tests.exports.filling.conftest import changed_parts, parts_of, register
from tests.exports.filling.people import resident_row, resident_rows
from tests.exports.filling.whole_book import SHEET, SHEET_XML, whole_book

OTHER = "xl/worksheets/sheet2.xml"


def outside_cells(content: bytes) -> list[bytes]:
    """What stands before and after the cells of a sheet."""
    return re.split(rb"<x:sheetData>.*</x:sheetData>", content, flags=re.DOTALL)


def assert_tidy(content: bytes) -> None:
    """Rows and cells of a sheet are in order, each once, and every cell says that it is in its row."""
    sheet = SheetXml(content)
    assert list(sheet.rows) == sorted({int(row.attributes["r"]) for row in sheet.data.children})
    assert len(sheet.rows) == len(sheet.data.children)
    for number, row in sheet.rows.items():
        places = [place_of(cell.attributes["r"]) for cell in row.element.children]
        assert places == sorted(set(places))
        assert {at for _, at in places} <= {number}


@pytest.mark.parametrize("count", [0, 1, 3, 4, 40])
def test_rows_and_cells_stay_in_order(office: bytes, header: Header, count: int) -> None:
    for book in (whole_book(), office):
        assert_tidy(parts_of(fill_workbook(book, register(), resident_rows(count), header=header))[SHEET])


def test_room_enough_changes_the_cells_and_nothing_else(header: Header) -> None:
    book = whole_book()
    after = fill_workbook(book, register(), resident_rows(2), header=header)
    assert changed_parts(book, after) == {SHEET, OTHER, "xl/workbook.xml"}
    content = parts_of(after)[SHEET]
    assert outside_cells(content) == outside_cells(SHEET_XML.encode())
    old, new = parts_of(book)["xl/workbook.xml"], parts_of(after)["xl/workbook.xml"]
    assert new == old.replace(b'calcId="191029"', b'calcId="191029" fullCalcOnLoad="1"')
    assert parts_of(after)[OTHER] == parts_of(book)[OTHER].replace(b"</f><v>0</v>", b"</f>")


def test_cells_keep_their_styles_and_rows_what_they_carry(header: Header) -> None:
    content = parts_of(fill_workbook(whole_book(), register(), resident_rows(2), header=header))[SHEET].decode()
    assert (
        '<x:row r="7" ht="25.5" customHeight="1" x14ac:dyDescent="0.2"><x:c r="A7" s="1"><x:v>2</x:v></x:c>' in content
    )
    assert '<x:c r="C7" s="2"><x:v>29353</x:v></x:c>' in content
    assert '<x:c r="F7" s="3" t="inlineStr"><x:is><x:t>99010119800512001X</x:t></x:is></x:c>' in content
    assert '<x:c r="G6" s="1"/>' in content, "the sample remark is gone"
    assert '<x:row r="8" spans="1:9"' in content, "a row that is not written stays as it is"
    assert '<x:c r="A1" t="s" ph="1"><x:v>0</x:v></x:c>' in content, "the title keeps its rich text"


def test_everything_follows_when_rows_are_pushed(header: Header) -> None:
    book = whole_book()
    after = parts_of(fill_workbook(book, register(), resident_rows(5), header=header))
    content = after[SHEET].decode()
    for expected in (
        '<x:dimension ref="A1:H13"/>',
        'topLeftCell="A6"',
        'activeCell="B12" sqref="B12"',
        'r="A11" t="inlineStr"><x:is><x:t>合计 r="A9"</x:t>',
        "<x:f>SUM(E6:E10)</x:f></x:c>",
        '<x:f t="array" ref="F11">SUM(E6:E10*1)</x:f>',
        '<x:row r="13"><x:c r="A13"><x:f>IF(E11&gt;0,"E9",代码!A1)</x:f></x:c>',
        '<x:c r="H8" s="1"><x:f>E8*2</x:f></x:c>',
        '<x:c r="H10" s="1"><x:f>E10*2</x:f></x:c>',
        '<x:autoFilter ref="A5:H10"/>',
        '<x:mergeCell ref="A13:C13"/>',
        'sqref="E6:E10 A11"',
        "<x:formula>E6&gt;$E$11</x:formula>",
        'type="list" sqref="D6:D10"',
        '<x:hyperlink ref="A11" location="\'登记 表\'!A13"',
        '<x:brk id="5" max="16383" man="1"/><x:brk id="11" max="16383" man="1"/>',
        '<x:ignoredError sqref="F6:F10"',
        'urn:xdr">12</xdr:row></x:from>',
        "<xm:f>$E$11</xm:f></x14:cfvo>",
        "<xm:sqref>E6:E10</xm:sqref>",
        "<xm:f>代码!$A$1:$A$2</xm:f></x14:formula1><xm:sqref>B6:B10</xm:sqref>",
    ):
        assert expected in content, expected
    assert "shared" not in content


def test_parts_beside_the_sheet_follow(header: Header) -> None:
    book = whole_book()
    after = parts_of(fill_workbook(book, register(), resident_rows(5), header=header))
    assert b'<comment ref="A11"' in after["xl/comments1.xml"]
    notes = after["xl/drawings/vmlDrawing1.vml"]
    assert b"1, 15, 10, 2, 4, 15, 14, 4</x:Anchor><x:Row>10</x:Row>" in notes
    assert b"1, 0, 12, 0, 2, 0, 13, 0</x:Anchor><x:FmlaLink>$A$13</x:FmlaLink>" in notes
    drawn = re.findall(rb"<xdr:row>(\d+)</xdr:row>", after["xl/drawings/drawing1.xml"])
    assert drawn == [b"11", b"13", b"5", b"9", b"5", b"11", b"9", b"11"]
    assert b'fmlaLink="$A$13"' in after["xl/ctrlProps/ctrlProp1.xml"]
    assert "'登记 表'!$E$6:$E$10".encode() in after["xl/charts/chart1.xml"]
    assert "SUM('登记 表'!E6:E10,'登记 表'!E11)</f></c>".encode() in after[OTHER]
    names = re.findall(r">([^<]*)</definedName>", after["xl/workbook.xml"].decode())
    assert names == [
        "'登记 表'!$A$5:$H$10",
        "'登记 表'!$A$1:$H$13",
        "'登记 表'!$A:$B,'登记 表'!$5:$5",
        "代码!$A$1:$B$2",
        "代码!$A$1:$A$2",
        "'登记 表'!$A$13",
    ]
    chain = re.findall(rb'<c r="(\w+)" i="(\d)"', after["xl/calcChain.xml"])
    places = [b"H6", b"H7", b"H8", b"E11", b"F11", b"A13"]
    assert chain == [*((one, b"4") for one in places), (b"B2", b"7"), (b"H9", b"4"), (b"H10", b"4")]
    same = {
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        "xl/media/image1.png",
        "docProps/custom.xml",
        "[Content_Types].xml",
    }
    assert not same & changed_parts(book, fill_workbook(book, register(), resident_rows(5), header=header))


def test_a_formula_that_our_value_replaces_leaves_the_list_of_formulas(header: Header) -> None:
    form = register()
    ours = replace(form, columns=(*form.columns, Column("门牌", "household", "door", letter="H")))
    after = parts_of(fill_workbook(whole_book(), ours, resident_rows(2), header=header))
    assert re.findall(rb'<c r="(\w+)"', after["xl/calcChain.xml"]) == [b"H8", b"E9", b"F9", b"A11", b"B2"]
    assert b'<x:c r="H8" s="1"><x:f>E8*2</x:f></x:c>' in after[SHEET], "who shared it now has it alone"


def test_filling_what_was_filled_replaces_it(header: Header) -> None:
    once = fill_workbook(whole_book(), register(), resident_rows(3), header=header)
    again = fill_workbook(once, register(), [resident_row(8), resident_row(9), resident_row(7)], header=header)
    content = parts_of(again)[SHEET].decode()
    assert re.findall("范立[0-9]", content) == ["范立8", "范立9", "范立7"]
