"""Texts that formulas of old workbooks gave, with characters beyond the first 65,536 and over several records."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import openpyxl
import pytest

from minqing.errors import UnreadableSheet
from minqing.forms.files.as_xlsx import as_xlsx
from tests.forms.binary_workbook import formula, label, record, text, workbook

_A1 = b"\x44" + struct.pack("<HH", 0, 0xC000)


def _value(tmp_path: Path, *records: bytes) -> object:
    path = tmp_path / "旧.xls"
    path.write_bytes(workbook({"表": label(0, 0, "名") + b"".join(records)}))
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(path)), data_only=True).worksheets[0]["B1"].value


@pytest.mark.parametrize("words", ["𠮷立新", "𠮷𠮷𠮷", "谢玉兰", ""])
def test_a_result_with_any_character_is_read(tmp_path: Path, words: str) -> None:
    path = tmp_path / "旧.xls"
    path.write_bytes(workbook({"表": label(0, 0, "名") + formula(0, 1, words, _A1) + label(1, 0, "后")}))
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(path))).worksheets[0]
    assert (sheet["A2"].value, sheet["B1"].value) == ("后", "=A1")


def test_the_library_counts_as_the_file_does(tmp_path: Path) -> None:
    from minqing.forms.files.xls.results import string_result

    class _Book:
        biff_version = 80

        def __init__(self, *rest: bytes) -> None:
            self._rest = list(rest)

        def get_record_parts(self) -> tuple[int, int, bytes]:
            data = self._rest.pop(0)
            return (0x3C if data else 0x0A), len(data), data

    class _Sheet:
        def __init__(self, *rest: bytes) -> None:
            self.book = _Book(*rest)

    whole = text("𠮷立𠮷")
    assert string_result(_Sheet(), whole) == "𠮷立𠮷"
    # Cut inside a pair, and going on with letters of one byte.
    assert string_result(_Sheet(b"\x01" + whole[5:]), whole[:5]) == "𠮷立𠮷"
    assert string_result(_Sheet(b"\x00ab"), struct.pack("<HB", 4, 1) + "立新".encode("utf-16-le")) == "立新ab"
    with pytest.raises(ValueError, match="breaks off"):
        string_result(_Sheet(b""), whole[:5])


def test_a_result_that_breaks_off_makes_the_file_unreadable(tmp_path: Path) -> None:
    cut = formula(0, 1, "谢玉兰", _A1)
    broken = cut[: -len(record(0x207, text("谢玉兰")))] + record(0x207, text("谢玉兰")[:5])
    with pytest.raises(UnreadableSheet):
        _value(tmp_path, broken)
