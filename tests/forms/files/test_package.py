"""A package is opened and written again: what was not touched keeps its bytes."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from minqing.errors import UnreadableSheet, WorksheetMissing
from minqing.forms.files.package import Package, relations_name, target_from


def book(*names: str, hidden: str = "") -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name in names:
        sheet = made.create_sheet(name)
        sheet["A1"] = name
        if name == hidden:
            sheet.sheet_state = "hidden"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def entries(content: bytes) -> list[tuple[str, bytes, tuple[int, ...], int]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(one.filename, archive.read(one), one.date_time, one.compress_type) for one in archive.infolist()]


def test_sheets_are_found_by_name() -> None:
    package = Package(book("代码", "登记 <表>", hidden="代码"))
    assert [(one.name, one.hidden, one.position) for one in package.sheets] == [
        ("代码", True, 0),
        ("登记 <表>", False, 1),
    ]
    entry = package.sheet("登记 <表>")
    assert package.sheet("") == entry
    assert "登记 &lt;表&gt;".encode() in package.part(entry.part)
    with pytest.raises(WorksheetMissing, match="代码"):
        package.sheet("没有")


def test_untouched_parts_and_entries_stay() -> None:
    content = book("一", "二")
    package = Package(content)
    part = package.sheet("一").part
    after = package.written({part.upper(): b"<new/>", "xl/more.xml": b"<more/>"})
    old, new = entries(content), entries(after)
    assert [one[0] for one in new] == [*(one[0] for one in old), "xl/more.xml"]
    assert [one for one in new[:-1] if one[0] != part] == [one for one in old if one[0] != part]
    assert Package(after).part(part) == b"<new/>"
    assert entries(package.written({}, without=[part])) == [one for one in old if one[0] != part]


def test_names_with_backslashes_and_capitals_are_found() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content, *_ in entries(book("一")):
            archive.writestr(name.replace("xl/worksheets/sheet1.xml", "XL\\Worksheets\\Sheet1.xml"), content)
    package = Package(out.getvalue())
    assert package.sheet("一").part == "XL\\Worksheets\\Sheet1.xml"
    assert b"sheetData" in package.part("xl/worksheets/sheet1.xml")


def test_links_lead_to_parts() -> None:
    assert relations_name("xl/worksheets/sheet1.xml") == "xl/worksheets/_rels/sheet1.xml.rels"
    assert relations_name("") == "_rels/.rels"
    assert target_from("xl/worksheets/sheet1.xml", "xl/drawings/图 1.xml") == "../drawings/%E5%9B%BE%201.xml"
    package = Package(book("一"))
    assert package.related(package.workbook, "styles") == ("xl/styles.xml",)
    assert package.relations("xl/styles.xml") == ()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not really", b"<html></html>"])
def test_what_is_no_package_is_told(content: bytes) -> None:
    with pytest.raises(UnreadableSheet):
        Package(content)


def test_a_package_without_a_workbook_is_told() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(UnreadableSheet):
        Package(out.getvalue()).sheet("一")
