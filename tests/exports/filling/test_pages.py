"""One household per page: a workbook for each, or a sheet for each in one workbook."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import openpyxl
import pytest

from exports.filling import Page, fill_page_sheets, fill_pages
from exports.filling.pages import FreeNames
from minqing.forms.files.package import Package
from minqing.forms.form import Form, Header
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.exports.filling.conftest import changed_parts, edited, parts_of, register
from tests.exports.filling.people import resident_rows
from tests.exports.filling.whole_book import SHEET, whole_book
from tests.forms.office_kinds import as_kind


def archive_form() -> Form:
    form = register()
    assert form.layout is not None
    cells = (
        ("A2", "户主：{head.name}（{population}人）{head.id_number}"),
        ("B2", "{household.address} {visit.result}"),
    )
    return replace(form, layout=replace(form.layout, page="household", cells=cells))


def page(building: str, members: int, *, name: str = "范立新") -> Page:
    household = Household(building=building, unit="2", room="501")
    head = Resident(name=name, relation="户主", id_number="99010119800512001X")
    return Page({"household": household, "head": head}, tuple(resident_rows(members)))


PAGES = (page("3", 2), page("4", 5), page("3", 1))


def test_a_workbook_for_each_household(office: bytes, header: Header) -> None:
    form = replace(archive_form(), file_name="一户一档/{household.door}*{head.name}.xlsx")
    files = list(fill_pages(office, form, PAGES, header=header))
    names = ["一户一档_3栋2单元501×范立新.xlsx", "一户一档_4栋2单元501×范立新.xlsx"]
    assert [one.name for one in files] == [*names, "一户一档_3栋2单元501×范立新 (2).xlsx"]
    sheet = openpyxl.load_workbook(io.BytesIO(files[1].content))["登记 表"]
    assert sheet["A2"].value == "户主：范立新（5人）99010119800512001X"
    assert sheet["B2"].value == "4栋2单元501 "
    assert [sheet.cell(row, 2).value for row in range(6, 11)] == [f"范立{number}" for number in range(1, 6)]
    assert sheet["E11"].value == "=SUM(E6:E10)"


@pytest.mark.parametrize(
    ("political", "name"),
    [
        ("中共党员", "3栋2单元501-2-党员.xlsx"),
        ("中共预备党员", "3栋2单元501-2-党员.xlsx"),
        ("群众", "3栋2单元501-2.xlsx"),
    ],
)
def test_a_file_s_name_ends_with_a_party_member_where_one_lives(
    office: bytes, header: Header, political: str, name: str
) -> None:
    form = replace(archive_form(), file_name="{household.door}-{population}-{party}.xlsx")
    first, second = page("3", 2).rows
    members = (first, {"resident": Resident(name="范小新", political=political)})
    household = page("3", 2).records
    (file,) = fill_pages(office, form, [Page(household, members)], header=header)
    assert file.name == name
    assert second


def test_pages_with_macros_are_named_so(office: bytes, header: Header) -> None:
    form = replace(archive_form(), file_name="{head.name}.xlsx")
    (file,) = fill_pages(as_kind(office, "xlsm"), form, [page("3", 2)], header=header)
    assert file.name == "范立新.xlsm"


def test_without_members_the_population_is_what_the_book_says(office: bytes, header: Header) -> None:
    empty = Page({"household": Household(building="3", population=4)})
    (file,) = fill_pages(office, archive_form(), [empty], header=header)
    assert openpyxl.load_workbook(io.BytesIO(file.content))["登记 表"]["A2"].value == "户主：（4人）"


def test_masked_pages_name_nobody_by_number(office: bytes, header: Header) -> None:
    form = replace(archive_form(), file_name="{head.id_number}")
    (file,) = fill_pages(office, form, [page("3", 2)], header=header, masked=True)
    assert file.name == "9901××××××××××001X.xlsx"
    assert b"99010119800512001X" not in parts_of(file.content)[SHEET]


def test_unknown_things_stay_blank(office: bytes, header: Header) -> None:
    (file,) = fill_pages(office, archive_form(), [Page({})], header=header)
    assert openpyxl.load_workbook(io.BytesIO(file.content))["登记 表"]["A2"].value == "户主：（人）"
    assert file.name == "居民登记表.xlsx"


def test_a_sheet_for_each_household(office: bytes, header: Header) -> None:
    content = fill_page_sheets(office, archive_form(), PAGES, header=header)
    book = openpyxl.load_workbook(io.BytesIO(content))
    titles = ["3栋2单元501 范立新", "4栋2单元501 范立新", "3栋2单元501 范立新 (2)"]
    assert book.sheetnames == [*titles, "代码"]
    second = book[titles[1]]
    assert [second.cell(row, 2).value for row in range(6, 11)] == [f"范立{number}" for number in range(1, 6)]
    assert [book[title]["E6"].value for title in titles] == [1, 1, 1]
    assert second.print_area == "'4栋2单元501 范立新'!$A$1:$I$12"
    assert [book[title].print_title_rows for title in titles] == ["$4:$5"] * 3
    assert [
        [cell.coordinate for row in book[title].iter_rows() for cell in row if cell.comment] for title in titles
    ] == [
        ["B4", "A10"],
        ["B4", "A12"],
        ["B4", "A10"],
    ]
    assert book["代码"]["A3"].value == "='3栋2单元501 范立新'!E9+1"
    assert book["代码"].sheet_state == "hidden"
    assert book.defined_names["签字处"].attr_text == "'3栋2单元501 范立新'!$A$10"


def test_everything_of_a_copied_sheet_is_there_once_for_each(header: Header) -> None:
    book = whole_book()
    content = fill_page_sheets(book, archive_form(), PAGES, header=header)
    package = Package(content)
    assert [one.name for one in package.sheets][-1] == "代码"
    own = [package.relations(one.part) for one in package.sheets[:3]]
    kinds = {"drawing", "vmlDrawing", "printerSettings", "comments", "ctrlProp"}
    assert all({one.kind for one in links} == kinds for links in own)
    targets = [one.target for links in own for one in links]
    assert len(set(targets)) == len(targets) == 15
    assert all(target in package for target in targets)
    pictures = {one.target for links in own for link in links for one in package.relations(link.target)}
    assert pictures == {"xl/media/image1.png"}
    parts = parts_of(content)
    assert parts["xl/printerSettings/printerSettings2.bin"] == parts["xl/printerSettings/printerSettings1.bin"]
    assert "xl/calcChain.xml" not in parts
    assert b"calcChain" not in parts["[Content_Types].xml"] + parts["xl/_rels/workbook.xml.rels"]
    selected = [one.part for one in package.sheets if b'tabSelected="1"' in parts[one.part]]
    assert selected == [SHEET]
    second = parts[package.sheets[1].part].decode()
    assert '<x:hyperlink ref="A11" location="\'4栋2单元501 范立新\'!A13"' in second
    assert b'<comment ref="A11"' in parts["xl/comments2.xml"]
    assert b"<x:Row>10</x:Row>" in parts["xl/drawings/vmlDrawing2.vml"]
    assert b"<x:Row>8</x:Row>" in parts["xl/drawings/vmlDrawing3.vml"]


def test_the_properties_do_not_name_sheets_that_are_gone(office: bytes, header: Header) -> None:
    titles = "<TitlesOfParts><vt:vector size='1'><vt:lpstr>登记 表</vt:lpstr></vt:vector></TitlesOfParts></Properties>"
    named = edited(
        office,
        "docProps/app.xml",
        lambda text: text.replace("<Properties ", '<Properties xmlns:vt="vt" ').replace("</Properties>", titles),
    )
    content = parts_of(fill_page_sheets(named, archive_form(), PAGES, header=header))["docProps/app.xml"]
    assert b"TitlesOfParts" not in content
    assert b"<Application>" in content


def test_sheets_are_listed_with_ids_and_names_of_their_own(header: Header) -> None:
    text = parts_of(fill_page_sheets(whole_book(), archive_form(), PAGES, header=header))["xl/workbook.xml"].decode()
    listed = re.findall(r'<sheet name="([^"]*)" sheetId="(\d+)"', text)
    assert [number for _, number in listed] == ["4", "8", "9", "7"]
    areas = re.findall(r'Print_Area" localSheetId="(\d)">([^<]*)<', text)
    assert sorted(areas) == [
        ("0", "'3栋2单元501 范立新'!$A$1:$H$11"),
        ("1", "'4栋2单元501 范立新'!$A$1:$H$13"),
        ("2", "'3栋2单元501 范立新 (2)'!$A$1:$H$11"),
        ("3", "代码!$A$1:$B$2"),
    ]


def test_no_pages_leave_the_workbook_as_it_is(office: bytes, header: Header) -> None:
    assert fill_page_sheets(office, archive_form(), [], header=header) == office
    assert list(fill_pages(office, archive_form(), [], header=header)) == []


def test_one_page_alone_changes_little(office: bytes, header: Header) -> None:
    changed = changed_parts(office, fill_page_sheets(office, archive_form(), PAGES[:1], header=header))
    assert changed == {SHEET, "xl/workbook.xml", "xl/worksheets/sheet2.xml"}


@pytest.mark.parametrize("wanted", ["a" * 40, "A" * 40])
def test_names_are_free_and_short(wanted: str) -> None:
    names = FreeNames(31, ["a" * 31])
    assert names.take(wanted).casefold() == "a" * 27 + " (2)"
    assert names.take(wanted).casefold() == "a" * 27 + " (3)"
