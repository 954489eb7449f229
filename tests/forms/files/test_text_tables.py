"""Tables that are text inside: csv, web pages and XML under a spreadsheet's name."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from minqing.errors import UnreadableSheet
from minqing.forms.files.grid import Book, Cell, Merge
from minqing.forms.files.reader import read_book, sheet_names

_LINES = "姓名,电话,备注\n张甲,013800000001,\n李乙,,有\n"
_ROWS: list[list[Cell]] = [["姓名", "电话", "备注"], ["张甲", "013800000001", None], ["李乙", None, "有"]]


def _read(path: Path, data: bytes) -> Book:
    path.write_bytes(data)
    return read_book(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_in_every_encoding_and_with_every_separator(tmp_path: Path, encoding: str, delimiter: str) -> None:
    book = _read(tmp_path / "名单.xls", _LINES.replace(",", delimiter).encode(encoding))
    assert (book.kind, book.grids[0].name, book.grids[0].rows) == ("csv", "名单", _ROWS)


def test_rare_characters_survive_gb18030(tmp_path: Path) -> None:
    assert _read(tmp_path / "a.csv", "姓名,电话\n𠮷䨼,1\n".encode("gb18030")).grids[0].rows[1][0] == "𠮷䨼"


def test_commas_inside_text_do_not_decide_the_separator(tmp_path: Path) -> None:
    text = "姓名\t备注\n张甲\t老人,独居,低保\n李乙\t租客,三人,外地\n"
    assert _read(tmp_path / "a.txt", text.encode()).grids[0].rows[1] == ["张甲", "老人,独居,低保"]


def test_quoted_line_breaks_and_protected_numbers(tmp_path: Path) -> None:
    text = '姓名,身份证号,内容\r\n张甲,="990101190001010012","第一行\n第二行"\r\n'
    assert _read(tmp_path / "a.csv", text.encode()).grids[0].rows[1] == ["张甲", "990101190001010012", "第一行\n第二行"]


def test_a_quotation_mark_that_never_closes_swallows_nothing(tmp_path: Path) -> None:
    text = '姓名,备注\n张甲,"没有收尾\n李乙,无\n'
    assert len(_read(tmp_path / "a.csv", text.encode()).grids[0].rows) == 3


def test_sep_line_and_ragged_rows(tmp_path: Path) -> None:
    assert _read(tmp_path / "a.csv", b"sep=|\na|b\nc\n\n").grids[0].rows == [["a", "b"], ["c", None]]


_HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type"
 content="text/html; charset=gb2312"><style>td { color: red }</style></head><body>
<table border=1><tr><td colspan=3>居民 信息表</td></tr>
<tr><th rowspan=2>姓名<th colspan=2>户籍地</tr><tr><td>省</td><td>市&nbsp;</td></tr>
<tr><td>张甲<br>又名张三</td><td x:str="1">0138</td></tr></table></body></html>"""


def test_a_web_page_named_xls(tmp_path: Path) -> None:
    book = _read(tmp_path / "居民.xls", _HTML.encode("gb18030"))
    assert book.kind == "html"
    assert book.grids[0].name == "居民"
    assert book.grids[0].rows == [
        ["居民 信息表", None, None],
        ["姓名", "户籍地", None],
        [None, "省", "市"],
        ["张甲\n又名张三", "0138", None],
    ]
    assert set(book.grids[0].merges) == {Merge(1, 1, 1, 3), Merge(2, 1, 3, 1), Merge(2, 2, 2, 3)}


def test_tables_in_tables_and_several_tables(tmp_path: Path) -> None:
    page = (
        "<table><tr><td><table><tr><td>内</td></tr></table>外</td></tr></table><table><tr><td>二</table><table></table>"
    )
    book = _read(tmp_path / "a.xls", page.encode())
    assert [(grid.name, grid.rows) for grid in book.grids] == [("表1", [["外"]]), ("表2", [["内"]]), ("表3", [["二"]])]


def test_absurd_spans_are_held_in(tmp_path: Path) -> None:
    page = "<table><tr><td colspan=999999999 rowspan=999999999>甲</td><td>乙</td></tr></table>"
    grid = _read(tmp_path / "a.xls", page.encode()).grids[0]
    assert (grid.width, len(grid.rows)) == (1001, 1)


_XML = """<?xml version="1.0" encoding="{encoding}"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel">
<Worksheet ss:Name="名单"><Table><Row><Cell ss:MergeAcross="1"><Data ss:Type="String">标题</Data></Cell></Row>
<Row ss:Index="3"><Cell ss:Index="2" ss:MergeDown="1"><Data ss:Type="Number">24</Data></Cell>
<Cell><Data ss:Type="DateTime">2024-01-02T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell>
<Cell><Data ss:Type="DateTime">1899-12-31T08:30:00.000</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell>
</Row></Table></Worksheet>
<Worksheet ss:Name="字典"><Table/>
<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></Worksheet>
</Workbook>"""


@pytest.mark.parametrize("encoding", ["UTF-8", "GB2312"])
def test_an_xml_spreadsheet(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.xls"
    book = _read(path, _XML.format(encoding=encoding).encode(encoding))
    first, second = book.grids
    assert (book.kind, first.rows[0][0], first.rows[1]) == ("xml", "标题", [None] * 6)
    assert first.rows[2] == [None, 24, date(2024, 1, 2), True, time(8, 30), "#N/A"]
    assert first.merges == (Merge(1, 1, 1, 2), Merge(3, 2, 4, 2))
    assert second.hidden
    assert sheet_names(path) == ("名单", "字典")


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY e "x">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">&e;</Workbook>',
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet>',
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:'
        'spreadsheet"><Worksheet><Table><Row ss:Index="999999999"/></Table></Worksheet></Workbook>',
    ],
)
def test_unsound_xml_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableSheet):
        _read(tmp_path / "a.xls", f"<?xml version='1.0'?>{text}".encode())
