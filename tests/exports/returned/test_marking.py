"""Marks put into packages that openpyxl would not write: foreign prefixes, drawings without comments, tall merges."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from exports.returned.marking import ASKED, BAD, Marks, mark_sheet
from exports.returned.styles import StyleSheet
from exports.supplement import Supplement
from minqing.forms.files.package import Package


def saved(book: Workbook) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def marked(content: bytes, marks: Marks, sheet: str = "Sheet") -> bytes:
    package = Package(content)
    supplement, styles = Supplement(package), StyleSheet(package.text("xl/styles.xml"))
    mark_sheet(package, supplement, styles, sheet, marks)
    supplement.put("xl/styles.xml", styles.content())
    return package.written(supplement.parts)


def test_a_comment_that_was_there_stays_and_ours_follows() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page["B2"] = "甲"
    page["B2"].comment = Comment("原有的话", "街道")
    after = load_workbook(BytesIO(marked(saved(book), Marks({(2, 2): "不对", (3, 2): "也不对"}, {(3, 2): ASKED}))))
    page = after.worksheets[0]
    assert page["B2"].comment is not None
    assert page["B2"].comment.text == "原有的话\n不对"
    assert page["B3"].comment is not None, "also where the sheet writes no cell"
    assert page["B3"].comment.text == "也不对"


def test_a_mark_in_a_merged_block_goes_to_its_first_cell_even_in_a_row_that_is_done() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page.merge_cells("A2:A4")
    for row in (2, 3, 4):
        page.cell(row, 2, f"乙{row}")
    page["A2"] = "甲"
    content = marked(saved(book), Marks({(4, 1): "不对"}, {(4, 1): BAD}, frozenset({2, 3})))
    page = load_workbook(BytesIO(content)).worksheets[0]
    assert page["A2"].comment is not None
    assert page["A2"].fill.fgColor.rgb == BAD
    assert page["B2"].font.color is not None
    assert page["B2"].font.color.rgb == "FF9AA0A6"
    assert page["B4"].font.color is None or page["B4"].font.color.rgb != "FF9AA0A6"


def test_a_sheet_with_a_prefix_and_a_gap_in_its_row() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page["A1"], page["D1"] = "甲", "丁"
    package = Package(saved(book))
    part = package.sheet("Sheet").part
    text = package.part(part).decode()
    for name in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        text = text.replace(f"<{name}>", f"<x:{name}>").replace(f"<{name} ", f"<x:{name} ")
        text = text.replace(f"</{name}>", f"</x:{name}>")
    text = text.replace("<x:worksheet xmlns=", "<x:worksheet xmlns:x=", 1)
    for name in ("sheetPr", "outlinePr", "pageSetUpPr", "dimension", "sheetViews", "sheetView", "selection"):
        text = text.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    for name in ("sheetFormatPr", "pageMargins"):
        text = text.replace(f"<{name}", f"<x:{name}")
    content = marked(package.written({part: text.encode()}), Marks({(1, 3): "缺"}, {(1, 3): BAD}))
    page = load_workbook(BytesIO(content)).worksheets[0]
    assert page["C1"].comment is not None
    assert page["C1"].fill.fgColor.rgb == BAD
    assert [cell.value for cell in page[1]] == ["甲", None, None, "丁"]


def test_a_drawing_without_comments_keeps_its_shapes() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "甲"
    package = Package(saved(book))
    supplement = Supplement(package)
    part = package.sheet("Sheet").part
    vml = b'<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="button_1"/></xml>'
    link = supplement.add_by_extension(
        "xl/drawings/vmlDrawing1.vml", vml, kind="vmlDrawing", to=part, content_type="application/vnd.vml"
    )
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    text = package.part(part).decode().replace("</worksheet>", f'<legacyDrawing {names} r:id="{link}"/></worksheet>')
    supplement.put(part, text.encode())
    after = Package(marked(package.written(supplement.parts), Marks({(1, 1): "不对"}, {(1, 1): BAD})))
    drawing = after.part("xl/drawings/vmlDrawing1.vml")
    assert b"button_1" in drawing
    assert b"minqing_note_1" in drawing
    assert after.part(part).count(b"legacyDrawing") == 1


def test_cells_that_are_not_written_are_made_where_they_belong() -> None:
    book = Workbook()
    page = book.worksheets[0]
    page["B1"] = "乙"
    page.row_dimensions[2].height = 30
    content = marked(saved(book), Marks({(1, 4): "缺", (2, 2): "缺"}, {(1, 4): BAD, (2, 2): ASKED}))
    page = load_workbook(BytesIO(content)).worksheets[0]
    assert [cell.value for cell in page[1]] == [None, "乙", None, None]
    assert (page["D1"].fill.fgColor.rgb, page["B2"].fill.fgColor.rgb) == (BAD, ASKED)
    assert page["B1"].fill.fgColor.rgb not in {BAD, ASKED}


def test_rows_that_are_done_alone_add_no_comments() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "甲"
    after = Package(marked(saved(book), Marks({}, {}, frozenset({1, 9}))))
    part = after.sheet("Sheet").part
    assert after.related(part, "comments") == ()
    assert after.related(part, "vmlDrawing") == ()
    assert b"legacyDrawing" not in after.part(part)


def test_a_link_to_a_drawing_that_is_lost_is_set_to_ours() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "甲"
    package = Package(saved(book))
    part = package.sheet("Sheet").part
    names = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    lost = f'<legacyDrawing {names} r:id="rId77"/><tableParts count="0"/></worksheet>'
    text = package.part(part).decode().replace("</worksheet>", lost)
    after = Package(marked(package.written({part: text.encode()}), Marks({(1, 1): "不对"})))
    content = after.part(part)
    assert content.count(b"<legacyDrawing") == 1
    assert b"rId77" not in content
    assert len(after.related(part, "vmlDrawing")) == 1


def test_the_drawing_s_link_stands_before_what_must_follow_it() -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "甲"
    package = Package(saved(book))
    part = package.sheet("Sheet").part
    text = package.part(part).decode().replace("</worksheet>", '<tableParts count="0"/></worksheet>')
    content = Package(marked(package.written({part: text.encode()}), Marks({(1, 1): "不对"}))).part(part)
    assert content.index(b"<legacyDrawing") < content.index(b"<tableParts")
