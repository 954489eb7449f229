"""How a sheet looks: texts, merges, sizes, fonts, fills and borders out of a workbook's bytes."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from minqing.forms.learning.look import Edge, Look, sheet_look
from minqing.forms.learning.look_cut import only_the_top

_THIN, _THICK = Side(style="thin", color="FF112233"), Side(style="medium")


def _book() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)
    page.title = "登记表"
    return book, page


def _look(book: Workbook, *, rows: int = 80, columns: int = 60) -> Look:
    out = io.BytesIO()
    book.save(out)
    return sheet_look(out.getvalue(), "登记表", rows=rows, columns=columns)


def test_a_merged_title_is_one_cell_with_its_font() -> None:
    book, page = _book()
    page["A1"] = "居民登记表"
    page.merge_cells("A1:D1")
    page["A1"].font = Font(sz=18, b=True, i=True, color="FFC00000")
    page["A1"].alignment = Alignment(horizontal="center", vertical="center")
    page.row_dimensions[1].height = 30
    look = _look(book)
    title = look.at(1, 3)
    assert title is not None
    assert (title.row, title.column, title.last_row, title.last_column) == (1, 1, 1, 4)
    assert (title.text, title.size, title.bold, title.italic) == ("居民登记表", 24, True, True)
    assert (title.colour, title.across, title.down) == ("#C00000", "center", "center")
    assert look.rows[0] == (1, 40)
    assert look.text(1, 1) == look.text(1, 4) == "居民登记表"


def test_widths_heights_and_what_is_hidden() -> None:
    book, page = _book()
    page.append(["序号", "姓名", "内部编码", "电话"])
    page.append([1, "甲", "x", "乙"])
    page.append(["隐藏的行"])
    page.column_dimensions["A"].width = 6
    page.column_dimensions["B"].width = 20
    page.column_dimensions["C"].hidden = True
    page.row_dimensions[3].hidden = True
    look = _look(book)
    widths, heights = dict(look.columns), dict(look.rows)
    assert (widths[1], widths[2]) == (42, 140)
    assert 3 not in widths
    assert 3 not in heights
    assert 4 in heights, "blank rows below are shown, as a spreadsheet program does"
    number = look.at(2, 1)
    assert number is not None
    assert number.across == "right"


def test_fills_borders_and_theme_colours() -> None:
    book, page = _book()
    page["B2"] = "甲"
    page["B2"].fill = PatternFill("solid", fgColor="FFFFFF00")
    page["B2"].border = Border(left=_THIN, bottom=_THICK)
    page["C2"].fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.8))
    page["D2"].fill = PatternFill("solid", fgColor=Color(indexed=22))
    page["E2"] = "乙"
    look = _look(book)
    first, themed, numbered = look.at(2, 2), look.at(2, 3), look.at(2, 4)
    assert first is not None
    assert themed is not None
    assert numbered is not None
    assert first.fill == "#FFFF00"
    assert first.edges == (Edge(1, "#112233"), Edge(), Edge(), Edge(2, "#000000"))
    assert themed.fill == "#DCE6F2"
    assert numbered.fill == "#C0C0C0"


def test_a_merged_block_has_the_borders_of_its_last_cell() -> None:
    book, page = _book()
    page["A1"] = "户籍地"
    page.merge_cells("A1:C2")
    page["C2"].border = Border(right=_THIN, bottom=_THIN)
    block = _look(book).at(1, 1)
    assert block is not None
    assert [edge.weight for edge in block.edges] == [0, 0, 1, 1]


@pytest.mark.parametrize(("given", "turn"), [(0, 0), (90, 90), (135, -45), (180, -90), (255, 255)])
def test_turned_text(given: int, turn: int) -> None:
    book, page = _book()
    page["A1"] = "家庭成员"
    page["A1"].alignment = Alignment(textRotation=given, wrap_text=True)
    cell = _look(book).at(1, 1)
    assert cell is not None
    assert cell.turn == turn
    assert cell.wrap


def test_rows_without_a_height_are_as_high_as_their_lines() -> None:
    book, page = _book()
    page["A1"] = "一\n二\n三\n四"
    page["A1"].alignment = Alignment(wrap_text=True)
    page["A2"] = "一"
    heights = dict(_look(book).rows)
    assert heights[1] > 3 * heights[2]


def test_thousands_of_styled_rows_are_cut_off_before_anything_reads_them() -> None:
    book, page = _book()
    page.append(["姓名", "电话"])
    for row in range(2, 5000):
        page.cell(row, 1).border = page.cell(row, 2).border = Border(left=_THIN, right=_THIN)
    out = io.BytesIO()
    book.save(out)
    cut = only_the_top(out.getvalue(), 40)
    assert load_workbook(io.BytesIO(cut))["登记表"].max_row == 40
    assert len(sheet_look(out.getvalue(), "登记表", rows=40).rows) == 40
    small = io.BytesIO()
    Workbook().save(small)
    assert only_the_top(small.getvalue(), 40) == small.getvalue()


def test_only_what_is_asked_for() -> None:
    book, page = _book()
    for row in range(1, 31):
        page.append([f"{row}-{column}" for column in range(1, 31)])
    look = _look(book, rows=5, columns=4)
    assert [number for number, _ in look.columns] == [1, 2, 3, 4]
    assert max(cell.row for cell in look.cells) == 5


def test_broken_styles_leave_the_texts() -> None:
    import zipfile

    book, page = _book()
    page["B2"] = "姓名"
    out, broken = io.BytesIO(), io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as source, zipfile.ZipFile(broken, "w") as target:
        for one in source.infolist():
            content = source.read(one)
            if one.filename == "xl/theme/theme1.xml":
                continue
            if one.filename == "xl/styles.xml":
                content = content.replace(b"<fonts", b"<fonts><font><sz val='big'/></font></fonts><fonts", 1)
            target.writestr(one.filename, content)
    assert sheet_look(broken.getvalue(), "登记表").text(2, 2) == "姓名"


def test_no_such_sheet_and_no_workbook() -> None:
    book, _ = _book()
    out = io.BytesIO()
    book.save(out)
    with pytest.raises(KeyError):
        sheet_look(out.getvalue(), "别的表")
    with pytest.raises(ValueError, match="file format"):
        sheet_look("姓名,电话".encode(), "登记表")


def test_numbers_stand_right_and_texts_left_where_nothing_is_said() -> None:
    book, page = _book()
    page["A1"], page["B1"], page["C1"] = "姓名", 3, 4
    page["C1"].alignment = Alignment(horizontal="center")
    look = _look(book)
    assert [cell.across for place in (1, 2, 3) if (cell := look.at(1, place))] == ["left", "right", "center"]


def test_only_sheets_with_rows_beyond_are_cut() -> None:
    book, page = _book()
    for _ in range(1500):
        page.append(["姓名", "联系电话", "这一格写得比较长，好让表大一些"] * 4)
    page.append(["页脚"])
    out = io.BytesIO()
    book.save(out)
    whole = load_workbook(io.BytesIO(only_the_top(out.getvalue(), 5000))).worksheets[0]
    assert (whole.max_row, whole["A1501"].value) == (1501, "页脚")
    assert load_workbook(io.BytesIO(only_the_top(out.getvalue(), 7))).worksheets[0].max_row == 7
