"""What a sheet holds beside its values, in every kind of file that can hold it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from minqing.errors import UnreadableSheet
from minqing.forms.files.grid import Grid, Merge
from minqing.forms.files.reader import read_book
from minqing.forms.sheet import SheetReading, read_sheets
from tests.forms.made.kinds import FILE_TYPES, FileType, write
from tests.forms.made.model import Book, Cell, Row, Sheet, Table

KINDS = {kind.name: kind for kind in FILE_TYPES}
_HEADER = "姓名|联系电话|走访日期|走访结果"
_COLOURS = ("", "FFFF00", "", "", "00FF00", "", "FFFF00", "")


def _rows() -> tuple[Row, ...]:
    names = ["测试甲", "测试乙", "测试丙", "测试丁", "测试戊", "测试己", "测试庚", "测试辛"]
    found = []
    for number, (name, fill) in enumerate(zip(names, _COLOURS, strict=True), 1):
        result = Cell(None, "", error="#REF!") if number == 3 else "见面"
        found.append(Row((Cell(name, fill=fill), f"138000001{number:02}", f"2026-11-0{number}", result)))
    return tuple(found)


def _book() -> Book:
    table = Table(_HEADER, {}, _rows(), merged=((5, 3, 2),))
    return Book("走访表", "", (Sheet("走访", (table,), hidden_rows=(5, 6), filtered=True),))


def _written(kind: FileType, folder: Path) -> Path:
    return write(_book(), kind, folder)


def _grid(name: str, folder: Path) -> Grid:
    return read_book(_written(KINDS[name], folder)).grids[0]


def _only(path: Path) -> SheetReading:
    (reading,) = read_sheets(path)
    return reading


@pytest.mark.parametrize("name", ["xlsx", "xls", "xlsb", "ods", "html", "spreadsheetml"])
def test_a_failed_formula_is_not_blank(tmp_path: Path, name: str) -> None:
    reading = _only(_written(KINDS[name], tmp_path))
    found = reading.read(3, reading.rows[2].cells[3])
    assert (found.text, dict(found.values)) == ("#REF!", {})
    assert found.error is not None
    assert str(found.error) == "“#REF!”是公式出错的结果，不是内容。请在表里改成正确的内容再导入"
    assert reading.place(reading.rows[2], 3).endswith("!D4")


@pytest.mark.parametrize("name", ["xlsx", "xls", "xlsb", "ods", "html", "spreadsheetml"])
def test_a_merged_cell_belongs_to_all_its_rows(tmp_path: Path, name: str) -> None:
    assert _grid(name, tmp_path).merges == (Merge(7, 4, 8, 4),)
    reading = _only(_written(KINDS[name], tmp_path))
    assert [reading.rows[row].cells[3] for row in (5, 6)] == ["见面", "见面"]


@pytest.mark.parametrize("name", ["xlsx", "xls", "xlsb", "ods"])
def test_hidden_rows_are_read_and_that_is_said(tmp_path: Path, name: str) -> None:
    reading = _only(_written(KINDS[name], tmp_path))
    assert len(reading.rows) == 8
    assert reading.remarks[0].startswith("第 5、6 行在表里是隐藏的")


def test_rows_that_a_filter_hides_and_a_hidden_column(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["姓名", "联系电话", "走访日期"], ["甲", "13800000101", "2026-11-01"], ["乙", "", "2026-11-02"]):
        sheet.append(row)
    sheet.auto_filter.ref = "A1:C3"
    sheet.auto_filter.add_filter_column(0, ["甲"])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    book.save(tmp_path / "来表.xlsx")
    assert _only(tmp_path / "来表.xlsx").remarks == (
        "第 3 行在表里是隐藏的（筛选），已一并读入。",
        "隐藏的 B 栏已一并读入。",
    )


@pytest.mark.parametrize("name", ["xlsx", "xls", "xlsb", "ods", "html"])
def test_colours_that_mark_some_rows_are_a_column(tmp_path: Path, name: str) -> None:
    reading = _only(_written(KINDS[name], tmp_path))
    assert reading.unrecognised == ("姓名（底色）",)
    position = len(reading.columns) - 1
    assert [row.cells[position] for row in reading.rows] == [None, "黄", None, None, "绿", None, "黄", None]
    assert reading.columns[position].letter == "A"
    assert reading.remarks[-1] == "有 3 行涂了底色（黄、绿），记在“姓名（底色）”一栏。"


_START = '<?xml version="1.0" encoding="UTF-8"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def _bare(folder: Path, sheet: str, *, shared: str = "") -> Path:
    """The least .xlsx around a sheet's XML."""
    links = f'<Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="/xl/worksheets/sheet1.xml"/>'
    if shared:
        links += f'<Relationship Id="r2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    book = f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{book}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{sheet}</worksheet>',
    }
    if shared:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{shared}</sst>'
    path = folder / "来表.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, _START + text)
    return path


def _bare_grid(folder: Path, sheet: str, *, shared: str = "") -> Grid:
    return read_book(_bare(folder, sheet, shared=shared)).grids[0]


def _text(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_rich_text_is_whole_and_its_pronunciation_is_not_read(tmp_path: Path) -> None:
    shared = '<si><r><t>李</t></r><r><rPr><b/></rPr><t>四</t></r><rPh sb="0" eb="1"><t>lisi</t></rPh></si>'
    inline = '<c r="B1" t="inlineStr"><is><r><t>王</t></r><r><t>五</t></r><rPh sb="0" eb="1"><t>wu</t></rPh></is></c>'
    sheet = f'<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>{inline}</row></sheetData>'
    assert _bare_grid(tmp_path, sheet, shared=shared).rows == [["李四", "王五"]]


def test_formulas_give_their_last_result_and_one_without_is_noted(tmp_path: Path) -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="str"><f>A2</f><v>甲</v></c><c r="B1"><f>1+1</f><v>2</v></c>'
        '<c r="C1" t="b"><f>TRUE</f><v>1</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f>1+1</f></c>'
        '<c r="F1" t="str"><f>""</f><v></v></c><c r="G1"><f t="shared" si="0"/><v/></c></row></sheetData>'
    )
    grid = _bare_grid(tmp_path, sheet)
    assert grid.rows == [["甲", 2, True, "#DIV/0!"]]
    assert grid.details.unsolved == ((1, 5), (1, 7))


def test_shared_strings_that_are_missing_are_no_blanks(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSheet):
        _bare_grid(tmp_path, '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>')


@pytest.mark.parametrize("claim", ["", '<dimension ref="A1"/>', '<dimension ref="A1:B2"/>'])
@pytest.mark.parametrize("rows", [1, 5000])
def test_a_far_cell_is_named_whatever_the_sheet_claims(tmp_path: Path, claim: str, rows: int) -> None:
    plain = "".join(f'<row r="{row}">{_text(f"A{row}", "甲")}</row>' for row in range(1, rows + 1))
    far = f'<row r="1048576">{_text("XFD1048576", "误")}</row>'
    with pytest.raises(UnreadableSheet, match="XFD 列、第 1048576 行"):
        _bare_grid(tmp_path, f"{claim}<sheetData>{plain}{far}</sheetData>")


def test_a_far_column_in_a_long_sheet_is_named(tmp_path: Path) -> None:
    rows = (f'<row r="{row}">{_text(f"A{row}", "甲")}{_text(f"XFD{row}", "误") if row == 7 else ""}</row>'
            for row in range(1, 5001))  # fmt: skip
    with pytest.raises(UnreadableSheet, match="XFD 列"):
        _bare_grid(tmp_path, f"<sheetData>{''.join(rows)}</sheetData>")


def test_a_far_cell_without_content_costs_nothing(tmp_path: Path) -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert _bare_grid(tmp_path, f'<sheetData><row r="1">{_text("A1", "甲")}</row>{far}</sheetData>').rows == [["甲"]]


def test_cells_that_do_not_say_where_they_are(tmp_path: Path) -> None:
    sheet = (
        '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row><c t="inlineStr"><is><t>甲</t></is></c>'
        '<c t="e"><v>#N/A</v></c></row><row hidden="1"><c><f>1+1</f></c><c><v>3</v></c></row></sheetData>'
        '<autoFilter ref="A1:B2"><filterColumn colId="0"/></autoFilter>'
    )
    grid = _bare_grid(tmp_path, sheet)
    assert grid.rows == [["甲", "#N/A"], [None, 3]]
    assert (set(grid.details.hidden_rows), set(grid.details.hidden_columns)) == ({2}, {2, 3})
    assert (grid.details.filtered, grid.details.unsolved) == (True, ((2, 1),))


def test_a_prefixed_sheet_is_looked_through_like_any_other(tmp_path: Path) -> None:
    path = _bare(tmp_path, "")
    sheet = (
        f'<x:worksheet xmlns:x="{_MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="e"><x:v>#N/A</x:v></x:c>'
        '<x:c r="B1"><x:f>1+1</x:f></x:c></x:row><x:row r="2" hidden="true"><x:c r="A2"><x:v>1</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    parts = {}
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    grid = read_book(path).grids[0]
    assert grid.rows[0][0] == "#N/A"
    assert (grid.details.hidden_rows, grid.details.unsolved) == (frozenset({2}), ((1, 2),))


def test_sixty_thousand_rows_of_formats_only(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}" ht="20"><c r="A{row}" s="0"/><c r="F{row}" s="0"/></row>' for row in range(2, 60_001)
    )
    assert _bare_grid(tmp_path, f'<sheetData><row r="1">{_text("A1", "甲")}</row>{rows}</sheetData>').rows == [["甲"]]


def test_hidden_columns_and_colours_of_a_web_page(tmp_path: Path) -> None:
    page = (
        "<html><style>.xl65 {mso-pattern:black none; background:#FFC000;}</style><table>"
        "<col><col span=2 style='display:none'><tr><td>姓名</td><td>电话</td><td>备注</td></tr>"
        "<tr style='display:none'><td class=xl65>甲</td><td style='background-color: rgb(255, 255, 0)'>1</td><td>2</td>"
        "</tr><tr bgcolor=#F00><td>乙</td><td bgcolor=white>3</td><td>4</td></tr></table></html>"
    )
    path = tmp_path / "来表.xls"
    path.write_text(page, "utf-8")
    details = read_book(path).grids[0].details
    assert (set(details.hidden_rows), set(details.hidden_columns)) == ({2}, {2, 3})
    found = {
        colour: {column: list(rows) for column, rows in columns.items()} for colour, columns in details.fills.items()
    }
    assert found == {"橙": {1: [2]}, "黄": {2: [2]}, "红": {1: [3], 2: [3], 3: [3]}}


def test_what_an_xml_spreadsheet_hides_and_fills(tmp_path: Path) -> None:
    text = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">'
        '<Styles><Style ss:ID="s1"><Interior ss:Color="#FFFF00" ss:Pattern="Solid"/></Style></Styles>'
        '<Worksheet ss:Name="表"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>'
        '<Row><Cell><Data ss:Type="String">姓名</Data></Cell></Row>'
        '<Row ss:Hidden="1" ss:StyleID="s1"><Cell><Data ss:Type="String">甲</Data></Cell></Row>'
        '<Row><Cell ss:StyleID="s1"><Data ss:Type="String">乙</Data></Cell></Row></Table>'
        "<x:AutoFilter><x:AutoFilterColumn/></x:AutoFilter></Worksheet></Workbook>"
    )
    path = tmp_path / "来表.xls"
    path.write_text(text, "utf-8")
    details = read_book(path).grids[0].details
    assert (set(details.hidden_rows), set(details.hidden_columns)) == ({2}, {2, 3})
    assert details.filtered
    assert list(details.fills["黄"][1]) == [2, 3]


def test_a_far_cell_of_a_binary_workbook_is_named(tmp_path: Path) -> None:
    sheet = Sheet("表", (Table("姓名|电话", {}, (Row(("甲", "1")),)),), placed=((1_048_576, 16_384, "误"),))
    path = write(Book("来表", "", (sheet,)), KINDS["xlsb"], tmp_path)
    with pytest.raises(UnreadableSheet, match="XFD 列、第 1048576 行"):
        read_book(path)
