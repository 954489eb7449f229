"""Templates and workbooks with macros: what they say they are, and the name they have to go by."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from minqing.forms.files.as_xlsx import as_xlsx
from minqing.forms.files.package import CONTENT_TYPES, Package
from minqing.forms.files.package_lists import (
    NO_LINKS,
    as_workbook,
    declared,
    declared_ending,
    declared_types,
    linked,
    without,
    workbook_suffix,
)
from minqing.forms.files.reader import read_book
from tests.forms.office_kinds import KINDS, as_kind

PLAIN, MACROS = KINDS["xlsx"], KINDS["xlsm"]


@pytest.fixture
def plain() -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["姓名", "性别"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "says", "suffix"),
    [("xlsx", PLAIN, ".xlsx"), ("xltx", PLAIN, ".xlsx"), ("xlsm", MACROS, ".xlsm"), ("xltm", MACROS, ".xlsm")],
)
def test_a_template_becomes_a_workbook_and_macros_stay(
    tmp_path: Path, plain: bytes, kind: str, says: str, suffix: str
) -> None:
    path = tmp_path / f"空表.{kind}"
    given = as_kind(plain, kind)
    path.write_bytes(given)
    made = as_xlsx(path)
    package = Package(made)
    assert declared_types(package)["xl/workbook.xml"] == says
    assert workbook_suffix(package) == suffix
    assert ("xl/vbaProject.bin" in package) is (suffix == ".xlsm")
    assert read_book(path).grids[0].rows[0] == ["姓名", "性别"]
    if says == KINDS[kind]:
        assert made == given
    other = {name for name in package.names if package.part(name) != Package(given).part(name)}
    assert other <= {CONTENT_TYPES}


def test_a_package_without_a_list_of_types_stays(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert as_workbook(out.getvalue(), path=tmp_path / "表.xlsx") == out.getvalue()
    assert workbook_suffix(Package(out.getvalue())) == ".xlsx"


def test_links_get_ids_that_are_free() -> None:
    listed, ids = linked(NO_LINKS, "xl/workbook.xml", ["xl/a.xml", "xl/b&c.xml"], "kind")
    assert ids == ["rId1", "rId2"]
    listed, more = linked(without(listed, "Id", {"rId1"}), "xl/workbook.xml", ["xl/d.xml"], "kind")
    assert more == ["rId3"]
    assert listed.count(b"<Relationship ") == 2
    assert b'Target="b%26c.xml"' in listed


def test_an_ending_is_declared_once() -> None:
    types = b'<Types><Override PartName="/a.xml" ContentType="a"/></Types>'
    once = declared_ending(declared(types, {"b.xml": "b"}), "vml", "v")
    assert declared_ending(once, "VML", "v") == once
    assert once.index(b"Default") < once.index(b"Override")
