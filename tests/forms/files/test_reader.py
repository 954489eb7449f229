"""Reading office workbooks of every kind, and refusing what is none."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import zipfile
import zlib
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook

from minqing.errors import (
    EmptySheet,
    EncryptedSheet,
    SheetError,
    SheetFileMissing,
    SheetTooBig,
    UnreadableSheet,
    WorksheetMissing,
    WrongSheetPassword,
)
from minqing.forms.files.grid import Merge
from minqing.forms.files.reader import read_book, sheet_names


def _sample() -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "民情台账"
    sheet["B2"] = "姓名"
    sheet.append([None, "张甲", 3, 2.5, date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5), time(8, 30)])
    sheet.append([None, "李乙", True, 123456789012345678, timedelta(hours=30), "  ", "\u3000"])
    sheet.merge_cells("B5:B6")
    sheet["B5"] = "王丙"
    sheet["H20"] = " "
    book.create_sheet("字典").sheet_state = "veryHidden"
    return book


def _save(book: Workbook, path: Path) -> Path:
    book.save(path)
    return path


def _rewritten(source: Path, target: Path, part: str, change: tuple[bytes, bytes]) -> Path:
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, re.sub(change[0], change[1], data, count=1) if name == part else data)
    return target


def test_a_locked_opendocument_sheet(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", b"\x00\x01")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(UnreadableSheet, match="取消密码另存"):
        read_book(tmp_path / "a.ods")


def test_cells_merges_and_hidden_sheets_of_a_workbook(tmp_path: Path) -> None:
    book = read_book(_save(_sample(), tmp_path / "台账.xlsx"))
    first, second = book.grids
    assert (book.kind, first.name, first.hidden, second.hidden) == ("xlsx", "民情台账", False, True)
    assert first.rows[1][1] == "姓名"
    assert first.cell_name(1, 1) == "B2"
    assert first.rows[2] == [None, "张甲", 3, 2.5, date(2024, 1, 2), datetime(2024, 1, 2, 3, 4, 5), time(8, 30)]
    assert type(first.rows[2][2]) is int
    assert first.rows[3][4:] == ["30:00", None, None]
    assert first.merges == (Merge(5, 2, 6, 2),)
    assert len(first.rows) == 5, "rows of blanks and spaces at the end are none"
    assert second.rows == []


def test_a_number_that_lost_its_digits_stays_a_float(tmp_path: Path) -> None:
    cell = read_book(_save(_sample(), tmp_path / "a.xlsx")).grids[0].rows[3][3]
    assert isinstance(cell, float)


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    assert read_book(_save(_sample(), tmp_path / "a.xlsx").rename(tmp_path / "a.xls")).kind == "xlsx"


def test_one_sheet_by_name(tmp_path: Path) -> None:
    path = _save(_sample(), tmp_path / "a.xlsx")
    assert sheet_names(path) == ("民情台账", "字典")
    assert [grid.name for grid in read_book(path, only="民情台账").grids] == ["民情台账"]
    with pytest.raises(WorksheetMissing, match="民情台账、字典"):
        read_book(path, only="没有")
    with pytest.raises(EmptySheet):
        read_book(path, only="字典")


@pytest.mark.parametrize("claim", [b'<dimension ref="A1:B2"', b'<dimension ref="A1:XFD1048576"', b"<dimensio "])
def test_a_wrong_claim_about_the_size_loses_nothing(tmp_path: Path, claim: bytes) -> None:
    path = _save(_sample(), tmp_path / "a.xlsx")
    change = (rb'<dimension ref="[^"]*"', claim)
    wrong = _rewritten(path, tmp_path / "b.xlsx", "xl/worksheets/sheet1.xml", change)
    assert read_book(wrong).grids[0].rows == read_book(path).grids[0].rows


def test_the_1904_calendar(tmp_path: Path) -> None:
    path = _save(_sample(), tmp_path / "a.xlsx")
    other = _rewritten(path, tmp_path / "b.xlsx", "xl/workbook.xml", (b"<workbookPr", b'<workbookPr date1904="1"'))
    assert read_book(other).grids[0].rows[2][4] == date(2028, 1, 3)


def test_a_stray_cell_far_out_is_named(tmp_path: Path) -> None:
    book = _sample()
    assert book.active is not None
    book.active["XFD1048576"] = "误"
    with pytest.raises(UnreadableSheet, match="XFD 列、第 1048576 行"):
        read_book(_save(book, tmp_path / "a.xlsx"))


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_other_office_formats(tmp_path: Path, kind: str) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not here")
    source = _save(_sample(), tmp_path / "a.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    book = read_book(tmp_path / f"a.{kind}")
    grid = book.grids[0]
    assert (book.kind, grid.rows[1][1], grid.rows[2][1:5]) == (kind, "姓名", ["张甲", 3, 2.5, date(2024, 1, 2)])
    assert grid.merges == (Merge(5, 2, 6, 2),)
    assert book.grids[1].hidden
    if kind == "xls":
        _check_locked_xls(tmp_path / "a.xls")


def _check_locked_xls(path: Path) -> None:
    """The record after the first one turned into the mark of an encrypted workbook."""
    data = bytearray(path.read_bytes())
    at = data.index(struct.pack("<HHHH", 0x0809, 16, 0x0600, 0x0005)) + 20
    data[at : at + 2] = struct.pack("<H", 0x002F)
    locked = path.with_name("locked.xls")
    locked.write_bytes(bytes(data))
    with pytest.raises(EncryptedSheet):
        read_book(locked)


def _encrypted(path: Path, password: str) -> Path:
    plain = io.BytesIO()
    _sample().save(plain)
    with path.open("wb") as target:
        OOXMLFile(plain).encrypt(password, target)
    return path


def test_a_password_opens_in_memory(tmp_path: Path) -> None:
    path = _encrypted(tmp_path / "a.xlsx", "秘密 123")
    assert read_book(path, password="秘密 123").grids[0].rows[1][1] == "姓名"
    assert sheet_names(path, password="秘密 123") == ("民情台账", "字典")
    with pytest.raises(EncryptedSheet):
        read_book(path)
    with pytest.raises(WrongSheetPassword):
        read_book(path, password="不对")
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_workbook_that_is_only_protected_opens_without_asking(tmp_path: Path) -> None:
    assert read_book(_encrypted(tmp_path / "a.xlsx", "VelvetSweatshop")).grids[0].rows


def _zip(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return path


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("word/document.xml",), "Word 文档"),
        (("ppt/presentation.xml",), "演示文稿"),
        (("OFD.xml", "Doc_0/Document.xml"), "OFD"),
        (("a.txt",), "压缩包"),
    ],
)
def test_other_zip_files_are_called_by_name(tmp_path: Path, names: tuple[str, ...], words: str) -> None:
    with pytest.raises(UnreadableSheet, match=words):
        read_book(_zip(tmp_path / "a.xlsx", *names))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"{\\rtf1", "Word 文档"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"PK\x03\x04" + bytes(200), "不完整"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "没有表格"),
        (bytes(range(256)) * 20, "不是表格"),
        (b"<?xml version='1.0'?><a/>", "XML"),
        (b"<html><body>hello</body></html>", "网页"),
    ],
)
def test_other_files_are_called_by_name(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(data)
    with pytest.raises(UnreadableSheet, match=words):
        read_book(path)


def test_a_truncated_workbook_at_any_length(tmp_path: Path) -> None:
    data = _save(_sample(), tmp_path / "a.xlsx").read_bytes()
    path = tmp_path / "b.xlsx"
    for length in range(4, len(data) - 1, 97):
        path.write_bytes(data[:length])
        with pytest.raises(SheetError):
            read_book(path)


def test_a_damaged_workbook_never_breaks_the_program(tmp_path: Path) -> None:
    data = _save(_sample(), tmp_path / "a.xlsx").read_bytes()
    path = tmp_path / "b.xlsx"
    for at in range(0, len(data), 131):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :])
        with suppress(SheetError):
            assert read_book(path).path == path


def test_empty_missing_folder_and_lock_files(tmp_path: Path) -> None:
    empty = tmp_path / "空.xlsx"
    empty.touch()
    with pytest.raises(EmptySheet):
        read_book(empty)
    with pytest.raises(EmptySheet):
        read_book(_save(Workbook(), tmp_path / "blank.xlsx"))
    with pytest.raises(SheetFileMissing):
        read_book(tmp_path / "没有.xlsx")
    with pytest.raises(UnreadableSheet, match="文件夹"):
        read_book(tmp_path)
    lock = tmp_path / "~$台账.xlsx"
    lock.write_bytes(b"\x05user")
    with pytest.raises(UnreadableSheet, match="临时文件"):
        read_book(lock)


def test_a_file_that_another_program_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _save(_sample(), tmp_path / "a.xlsx")

    def refuse(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableSheet, match="这个文件正在 WPS 里打开，请先关闭它"):
        read_book(path)


def _bomb(path: Path, unpacked: int, *, claimed: int | None = None) -> Path:
    """A workbook whose sheet unpacks to so many spaces, with what its directory claims about that."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    block = b" " * (1 << 20)
    packed = b"".join(packer.compress(block) for _ in range(unpacked >> 20)) + packer.flush()
    name = b"xl/worksheets/sheet1.xml"
    size = unpacked if claimed is None else claimed
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, 0, len(packed), size, len(name), 0)
    local = b"PK\x03\x04" + common + name
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local) + len(packed), 0)
    path.write_bytes(local + packed + central + end)
    return path


def test_a_file_that_claims_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SheetTooBig):
        read_book(_bomb(tmp_path / "a.xlsx", 16 << 20, claimed=4_000_000_000))


@pytest.mark.parametrize("claimed", [1000, 8 << 20])
def test_a_file_that_lies_about_its_size_is_refused(tmp_path: Path, claimed: int) -> None:
    with pytest.raises(UnreadableSheet, match="与实际不符"):
        read_book(_bomb(tmp_path / "a.xlsx", 64 << 20, claimed=claimed))


@pytest.mark.parametrize("claimed", [1000, 256 << 20])
def test_a_file_that_unpacks_to_four_hundred_times_its_size_is_refused(tmp_path: Path, claimed: int) -> None:
    with pytest.raises(SheetTooBig):
        read_book(_bomb(tmp_path / "a.xlsx", 256 << 20, claimed=claimed))


def test_an_opendocument_row_repeated_a_million_times_is_refused(tmp_path: Path) -> None:
    cell = '<table:table-cell table:number-columns-repeated="900" office:value-type="string"><text:p>x</text:p>'
    row = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-cell></table:table-row>'
    names = 'xmlns:table="t" xmlns:office="o" xmlns:text="x"'
    with zipfile.ZipFile(tmp_path / "a.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:d {names}><table:table>{row}</table:table></office:d>")
    with pytest.raises(SheetTooBig):
        read_book(tmp_path / "a.ods")
