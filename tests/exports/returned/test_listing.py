"""The sheet that lists what is wrong, in workbooks that have one of that name already."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook, load_workbook

from exports.returned.listing import LISTING, Listed, add_listing
from exports.returned.styles import StyleSheet
from exports.supplement import Supplement
from minqing.forms.files.package import Package


def _listed(book: Workbook, *lines: Listed) -> Workbook:
    out = BytesIO()
    book.save(out)
    package = Package(out.getvalue())
    supplement, styles = Supplement(package), StyleSheet(package.text("xl/styles.xml"))
    add_listing(package, supplement, styles, lines)
    supplement.put("xl/styles.xml", styles.content())
    return load_workbook(BytesIO(package.written(supplement.parts)))


def test_a_copy_returned_twice_has_two_listings() -> None:
    book = Workbook()
    book.worksheets[0].title = "罗的'表"
    book.create_sheet(LISTING)
    book.create_sheet(f"{LISTING}2")
    after = _listed(book, Listed("罗的'表", "B2", "<甲>", "=1+1"), Listed("罗的'表", "C3", "乙", "改\x01正"))
    assert after.sheetnames == ["罗的'表", LISTING, f"{LISTING}2", f"{LISTING}3"]
    page = after.worksheets[-1]
    assert [[cell.value for cell in row] for row in page.iter_rows(min_row=2)] == [
        ["罗的'表!B2", "<甲>", "=1+1"],
        ["罗的'表!C3", "乙", "改正"],
    ]
    assert {cell.data_type for cell in page[2]} == {"s"}
    links = [page[name].hyperlink for name in ("A2", "A3")]
    assert [link.location for link in links if link] == ["'罗的''表'!B2", "'罗的''表'!C3"]
    assert page["A1"].fill.fgColor.rgb == "FFE8EEF7"
    assert page["A2"].fill.fill_type is None
