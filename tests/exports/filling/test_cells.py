"""A text becomes what the office's own cell wants: text, number or date."""

from __future__ import annotations

import io

import openpyxl
import pytest

from exports.filling.cells import Writer, hidden_digits, text_body
from exports.filling.formats import Formats
from minqing.errors import TooLong
from minqing.forms.files.package import Package
from minqing.forms.form import Column

CODES = ["General", "yyyy/m/d", "@", "0.00", 'yyyy"年"m"月"', "h:mm", "#,##0", "[$-804]aaaa;@", "m/d", "[h]:mm"]
NAMES = dict(zip(CODES, map(str, range(len(CODES))), strict=True))
"""Number format to the style that has it."""


def formats(*, since_1904: bool = False) -> Formats:
    book = openpyxl.Workbook()
    if since_1904:
        from openpyxl.utils.datetime import CALENDAR_MAC_1904

        book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    for row, code in enumerate(CODES, 1):
        sheet.cell(row, 1, 1).number_format = code
    out = io.BytesIO()
    book.save(out)
    return Formats(Package(out.getvalue()))


def number(column: Column, text: str, code: str, *, since_1904: bool = False) -> str:
    writer = Writer(column, column.show, formats(since_1904=since_1904), prefix="")
    return writer.number_of(text, NAMES[code])


BIRTH = Column("出生日期", "resident", "birth", letter="A")
MOMENT = Column("走访时间", "visit", "moment", letter="A")
COUNT = Column("人口", "household", "population", letter="A")
PHONE = Column("电话", "resident", "phones", letter="A")
AREA = Column("面积", "household", "area", letter="A")
UNKNOWN = Column("金额", letter="A")


@pytest.mark.parametrize(
    ("column", "text", "code", "expected"),
    [
        (BIRTH, "1980-05-12", "yyyy/m/d", "29353"),
        (BIRTH, "1980-05-12", 'yyyy"年"m"月"', "29353"),
        (BIRTH, "1980-05-12", "m/d", "29353"),
        (BIRTH, "1980-05", "yyyy/m/d", ""),
        (BIRTH, "1980-05-12", "General", ""),
        (BIRTH, "1980-05-12", "@", ""),
        (BIRTH, "1899-05-12", "yyyy/m/d", ""),
        (BIRTH, "1980-13-12", "yyyy/m/d", ""),
        (MOMENT, "2026-11-16 12:00", "yyyy/m/d", "46342.5"),
        (MOMENT, "12:00", "h:mm", "0.5"),
        (COUNT, "3", "General", "3"),
        (COUNT, "3", "@", ""),
        (COUNT, "03", "General", ""),
        (PHONE, "13800000101", "General", ""),
        (PHONE, "13800000101", "0.00", ""),
        (AREA, "98.5", "0.00", "98.5"),
        (AREA, "98.5", "General", ""),
        (AREA, "098", "0.00", ""),
        (UNKNOWN, "1200", "General", "1200"),
        (UNKNOWN, "13800000101", "General", ""),
        (UNKNOWN, "0012", "General", ""),
        (UNKNOWN, "2026-11-16", "yyyy/m/d", "46342"),
        (UNKNOWN, "12", "yyyy/m/d", ""),
    ],
)
def test_what_a_cell_holds(column: Column, text: str, code: str, expected: str) -> None:
    assert number(column, text, code) == expected


def test_dates_since_1904() -> None:
    assert number(BIRTH, "1980-05-12", "yyyy/m/d", since_1904=True) == str(29353 - 1462)


def test_texts_are_legal_and_whole() -> None:
    assert (
        text_body("=a\x0b<&>_x0041_", "", label="甲")
        == ' t="inlineStr"><is><t>=a&lt;&amp;&gt;_x005F_x0041_</t></is></c>'
    )
    assert text_body(" a", "x:", label="甲").startswith(' t="inlineStr"><x:is><x:t xml:space="preserve"> a</x:t>')
    with pytest.raises(TooLong, match="甲"):
        text_body("民" * 32768, "", label="甲")


def test_numbers_are_hidden_in_texts_that_nobody_knows() -> None:
    assert hidden_digits("母 99010119800101001X，13800000101") == "母 9901**********001X，138****0101"
    assert hidden_digits("3栋2单元501，编号 20260101") == "3栋2单元501，编号 20260101"
