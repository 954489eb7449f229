"""Copies of the senders' own workbooks: what is wrong is marked, nothing else is touched, and they go in again."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from exports.rejects import Returned, placed, rejected_rows, returned_workbooks
from exports.workbook import encrypted
from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Plan, Verdict
from minqing.exchange.planner import make_plan
from minqing.forms.files.package import Package
from minqing.forms.files.package_lists import declared_types
from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger, Profile
from minqing.records.resident import Resident
from tests.forms.office_kinds import KINDS, as_kind

HEADERS = ("姓名", "与户主关系", "性别", "出生日期", "联系电话", "居住地址")
GOOD = ("谢玉兰", "户主", "女", "1950-03-02", "16900000107", "生活桥小区8栋1单元101")
BAD = ("韦国强", "户主", "男", "2024.13.8", "16900", "生活桥小区8栋1单元102")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    profile = Profile(owner="罗×", street="新光路街道", community="生活桥社区")
    with Ledger.create(tmp_path / "账本.mqb", "守口如瓶", profile) as created:
        yield created


def write(path: Path, *rows: tuple[str | None, ...], title: str = "居民") -> Path:
    """A sender's workbook: a merged title, coloured headers, a comment and a picture of their own making."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    sheet["A1"] = "示范社区居民名单"
    sheet.merge_cells("A1:F1")
    for line in (HEADERS, *rows):
        sheet.append(line)
    for cell in sheet[2]:
        cell.fill = PatternFill("solid", fgColor="FFDDEEFF")
        cell.font = Font(bold=True)
    sheet["B2"].comment = Comment("按户口本填", "街道")
    book.create_sheet("别的表")["A1"] = "不动"
    book.save(path)
    return path


def planned(ledger: Ledger, *paths: Path, password: str | None = None) -> Plan:
    return make_plan(ledger, [one for path in paths for one in read_sheets(path, password=password)])


def sheet_of(copy: Returned, name: str = "居民") -> Worksheet:
    found = load_workbook(BytesIO(copy.content))[name]
    assert isinstance(found, Worksheet)
    return found


def test_bad_cells_are_filled_and_commented_and_good_rows_grey(ledger: Ledger, tmp_path: Path) -> None:
    plan = planned(ledger, write(tmp_path / "居民.xlsx", GOOD, BAD))
    assert [row.number for row in rejected_rows(plan)] == [4]
    (copy,) = returned_workbooks(plan)
    sheet = sheet_of(copy)
    assert [[cell.value for cell in row] for row in sheet["A3:F4"]] == [list(GOOD), list(BAD)]
    comments = {cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment}
    assert set(comments) == {"B2", "D4", "E4"}
    assert "2024.13.8" in comments["D4"]
    assert {sheet[name].fill.fgColor.rgb for name in ("D4", "E4")} == {"FFFFC7CE"}
    assert sheet["A4"].fill.fgColor.rgb != "FFFFC7CE"
    assert {cell.font.color.rgb for cell in sheet[3] if cell.font.color} == {"FF9AA0A6"}
    assert sheet["A2"].font.bold
    assert sheet["A2"].fill.fgColor.rgb == "FFDDEEFF"


def test_the_last_sheet_lists_what_is_wrong_with_links(ledger: Ledger, tmp_path: Path) -> None:
    (copy,) = returned_workbooks(planned(ledger, write(tmp_path / "居民.xlsx", GOOD, BAD)))
    listing = sheet_of(copy, "退回说明")
    assert [row[0].value for row in listing.iter_rows()] == ["位置", "居民!D4", "居民!E4"]
    assert "韦国强" in str(listing["B2"].value)
    link = listing["A2"].hyperlink
    assert link is not None
    assert link.location == "'居民'!D4"


def test_every_other_part_keeps_its_bytes(ledger: Ledger, tmp_path: Path) -> None:
    path = write(tmp_path / "居民.xlsx", GOOD, BAD)
    (copy,) = returned_workbooks(planned(ledger, path))
    before, after = Package(path.read_bytes()), Package(copy.content)
    sheet = before.sheet("居民").part
    touched = {
        "[Content_Types].xml",
        before.workbook,
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        sheet,
        *before.related(sheet, "comments"),
        *before.related(sheet, "vmlDrawing"),
    }
    assert [name for name in before.names if before.part(name) != after.part(name)] == [
        name for name in before.names if name in touched
    ]


def test_put_right_and_handed_in_again_what_was_left_out_goes_in_and_nothing_twice(
    ledger: Ledger, tmp_path: Path
) -> None:
    plan = planned(ledger, write(tmp_path / "居民.xlsx", GOOD, BAD))
    (copy,) = returned_workbooks(plan)
    apply_plan(ledger, plan)
    book = load_workbook(BytesIO(copy.content))
    book["居民"]["D4"], book["居民"]["E4"] = "1948-08-08", "16900000113"
    again = tmp_path / "改好.xlsx"
    book.save(again)
    second = planned(ledger, again)
    assert [row.verdict for row in second.rows] == [Verdict.UNCHANGED, Verdict.UPDATE]
    apply_plan(ledger, second)
    people = {one.name: one for one in ledger.records(Resident)}
    assert sorted(people) == sorted([GOOD[0], BAD[0]])
    assert (str(people["韦国强"].birth), people["韦国强"].phones) == ("1948-08-08", ("16900000113",))


def test_a_blank_cell_that_must_be_filled_is_marked_where_there_is_none(ledger: Ledger, tmp_path: Path) -> None:
    path = write(tmp_path / "居民.xlsx", GOOD, (None, "户主", "男", None, "16900000113", "生活桥小区8栋1单元102"))
    (copy,) = returned_workbooks(planned(ledger, path))
    sheet = sheet_of(copy)
    assert sheet["A4"].comment is not None
    assert sheet["A4"].fill.fgColor.rgb == "FFFFC7CE"


def test_a_text_file_comes_back_as_a_workbook(ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "样本社区生活桥小区八栋居民名单[第一网格]核对后第二次交.csv"
    path.write_text("\n".join(",".join(line) for line in (HEADERS, GOOD, BAD)), "utf-8-sig")
    (copy,) = returned_workbooks(planned(ledger, path))
    sheet = load_workbook(BytesIO(copy.content)).worksheets[0]
    assert [cell.value for cell in sheet[3]] == list(BAD)
    assert [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment] == ["D3", "E3"]


def test_the_copy_of_a_protected_file_asks_for_the_same_password(ledger: Ledger, tmp_path: Path) -> None:
    open_file = write(tmp_path / "明.xlsx", GOOD, BAD)
    path = tmp_path / "密.xlsx"
    path.write_bytes(encrypted(open_file.read_bytes(), "一二三"))
    (copy,) = returned_workbooks(planned(ledger, path, password="一二三"))
    back = tmp_path / "退回.xlsx"
    back.write_bytes(copy.content)
    assert len(read_sheets(back, password="一二三")) == 1
    assert copy.content.startswith(b"\xd0\xcf\x11\xe0")


def test_several_senders_get_a_copy_each(ledger: Ledger, tmp_path: Path) -> None:
    first, second = write(tmp_path / "甲.xlsx", GOOD, BAD), write(tmp_path / "乙.xlsx", BAD, title="名单")
    copies = returned_workbooks(planned(ledger, first, second))
    assert [one.source for one in copies] == [first, second]
    to = tmp_path / "退回.xlsx"
    assert [path.name for path, _ in placed(copies, to)] == ["退回_甲.xlsx", "退回_乙.xlsx"]
    assert [path for path, _ in placed(copies[:1], to)] == [to]


def test_nothing_wrong_gives_no_copy(ledger: Ledger, tmp_path: Path) -> None:
    assert returned_workbooks(planned(ledger, write(tmp_path / "居民.xlsx", GOOD))) == ()


@pytest.mark.parametrize(("kind", "suffix"), [("xltx", ".xlsx"), ("xlsm", ".xlsm"), ("xltm", ".xlsm")])
def test_a_copy_gets_a_name_under_which_it_opens(ledger: Ledger, tmp_path: Path, kind: str, suffix: str) -> None:
    path = tmp_path / f"居民.{kind}"
    path.write_bytes(as_kind(write(tmp_path / "居民.xlsx", GOOD, BAD).read_bytes(), kind))
    copies = returned_workbooks(planned(ledger, path))
    ((where, content),) = placed(copies, tmp_path / "退回.xlsx")
    assert where == tmp_path / f"退回{suffix}"
    package = Package(content)
    assert declared_types(package)["xl/workbook.xml"] == KINDS[suffix.removeprefix(".")]
    assert ("xl/vbaProject.bin" in package) is (suffix == ".xlsm")
    where.write_bytes(b"")
    ((other, _),) = placed(copies, tmp_path / "退回.xlsx")
    assert (other == where) is (suffix == ".xlsx"), "nothing is written over that nobody named"


def test_a_row_that_may_be_several_people_is_asked_about_in_another_colour(ledger: Ledger, tmp_path: Path) -> None:
    apply_plan(ledger, planned(ledger, write(tmp_path / "先.xlsx", GOOD)))
    other = ("武松", "户主", "男", "1990-01-01", "16900000999", GOOD[5])
    plan = planned(ledger, write(tmp_path / "后.xlsx", other, ("鲁达", "户主", "男", "2024.13.8", "16900", GOOD[5])))
    assert [row.verdict for row in plan.rows] == [Verdict.DOUBTFUL, Verdict.DOUBTFUL]
    (copy,) = returned_workbooks(plan)
    sheet = sheet_of(copy)
    assert sheet["A3"].comment is not None
    reason = plan.rows[0].reason
    assert sheet["A3"].comment.text == f"{reason}：{plan.rows[0].candidates[0].label}"
    assert [sheet[name].fill.fgColor.rgb for name in ("A3", "A4")] == ["FFFFEB9C", "FFFFEB9C"]
    assert [row[0].value for row in sheet_of(copy, "退回说明").iter_rows()][:2] == ["位置", "居民!A3"]
