"""A half-filled workbook that becomes a form loses the people in it, and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from minqing.actions.forms import learn_form, office_forms
from minqing.forms.learning.emptying import emptied
from minqing.forms.learning.office import pack, unpack
from minqing.forms.learning.proposal import propose
from minqing.ledger import Ledger, Profile
from tests.forms.office_sheets import page_form, people_form, visits_form

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINKS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHARED_BOOK = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    'sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships {_LINKS}><Relationship Id="r1" Type="{_KIND}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'<Relationships {_LINKS}><Relationship Id="r1" Type="{_KIND}/worksheet" '
    f'Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{_KIND}/sharedStrings" '
    'Target="sharedStrings.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_KIND}"><sheets>'
    '<sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/sharedStrings.xml": f'<sst {_MAIN}><si><t>姓名</t></si><si><t>性别</t></si><si><t>身份证号</t></si>'
    "<si><t>王桂芳</t></si><si><t>女</t></si><si><t>填报人：女</t></si></sst>",
    "xl/worksheets/sheet1.xml": f'<worksheet {_MAIN}><sheetData>'
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c><c r="C2"><f>A2&amp;B2</f><v>1</v></c></row>'
    '<row r="4"><c r="A4" t="s"><v>5</v></c></row></sheetData></worksheet>',
}  # fmt: skip


def shared_book(path: Path) -> Path:
    """A list with one person in it, whose texts stand in the workbook's table of texts."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in _SHARED_BOOK.items():
            archive.writestr(name, content)
    return path


@pytest.mark.parametrize("make", [visits_form, people_form, page_form])
def test_a_blank_form_keeps_every_byte(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    proposal = propose(make(tmp_path / "空表.xlsx"))
    assert emptied(proposal.workbook, proposal.form) == proposal.workbook


def test_people_go_and_numbers_formulas_and_footers_stay(tmp_path: Path) -> None:
    path = visits_form(tmp_path / "半填.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    sheet["B4"], sheet["E4"], sheet["I4"], sheet["H5"] = "2026-11-02", "王桂芳", "某局", "=E4"
    book.save(path)
    proposal = propose(path)
    left = openpyxl.load_workbook(io.BytesIO(emptied(proposal.workbook, proposal.form))).worksheets[0]
    assert [left[name].value for name in ("B4", "E4", "I4")] == [None, None, None]
    assert (left["A4"].value, left["H5"].value, left["A14"].value) == (1, "=E4", "合计")
    assert left["E4"].border.left.style == "thin"


def test_texts_that_no_cell_shows_go_from_the_package(tmp_path: Path) -> None:
    proposal = propose(shared_book(tmp_path / "名单.xlsx"))
    with zipfile.ZipFile(io.BytesIO(unpack(pack(proposal.office)).workbook)) as archive:
        texts = archive.read("xl/sharedStrings.xml").decode()
        cells = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "王桂芳" not in texts
    assert "<si><t>填报人：女</t></si>" in texts
    assert texts.count("<si>") == 6
    assert '<c r="A2"/>' in cells
    assert "<f>A2&amp;B2</f>" in cells


def test_a_household_s_own_cells_are_emptied_on_a_page(tmp_path: Path) -> None:
    path = page_form(tmp_path / "一户.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A11"], book.worksheets[0]["B4"] = "低保户", "王桂芳"
    book.save(path)
    proposal = propose(path)
    assert ("A11", "{household.family_type}") in proposal.layout.cells
    left = openpyxl.load_workbook(io.BytesIO(emptied(proposal.workbook, proposal.form))).worksheets[0]
    assert (left["A11"].value, left["B4"].value, left["A10"].value) == (None, None, "家庭类型")


def test_the_book_keeps_nobody_of_a_half_filled_form(tmp_path: Path) -> None:
    proposal = propose(shared_book(tmp_path / "名单.xlsx"))
    profile = Profile(owner="罗×", street="新光路街道", community="生活桥社区")
    with Ledger.create(tmp_path / "账本.mqb", "守口如瓶", profile) as ledger:
        learn_form(ledger, proposal.office)
        (kept,) = office_forms(ledger)
    assert "王桂芳".encode() not in b"".join(_parts(kept.workbook))


def _parts(workbook: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        return [archive.read(name) for name in archive.namelist()]
