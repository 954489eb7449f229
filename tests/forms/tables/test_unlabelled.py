"""Filled cells under no label are kept and shown under the number of their column."""

from __future__ import annotations

import pytest

from minqing.forms.report import column_notes
from minqing.forms.sheet import SheetReading, read_file
from tests.forms.conftest import Rows, WriteBook

PEOPLE: Rows = [
    ["姓名", "身份证号码", "联系电话"],
    ["谢玉×", "990101197001010028", "16900000107"],
    ["韦国×", "990101197202020046", "16900000113"],
]


def kept(reading: SheetReading) -> list[dict[str, str]]:
    """What no field knows, row by row."""
    return [
        {
            named.header: said.text
            for named, said in zip(reading.columns, reading.read_row(row.cells), strict=True)
            if named.column is None and said.text
        }
        for row in reading.rows
    ]


def read(write_book: WriteBook, rows: Rows) -> SheetReading:
    (reading,) = read_file(write_book({"名单": rows})).readings
    return reading


def test_a_filled_column_without_a_label_is_kept_and_shown(write_book: WriteBook) -> None:
    header, one, other = PEOPLE
    reading = read(write_book, [[*header, None, "备注"], [*one, "已核", "甲"], [*other, None, "乙"]])
    assert kept(reading) == [{"第 4 列": "已核"}, {}]
    assert reading.unrecognised == ("第 4 列",)
    assert [(note.letter, note.header, note.why) for note in column_notes(reading)][-1] == ("D", "第 4 列", "没有栏名")


def test_a_row_wider_than_its_header_loses_nothing(write_book: WriteBook) -> None:
    header, one, other = PEOPLE
    reading = read(write_book, [header, [*one, "住院", "回访"], other])
    assert kept(reading) == [{"第 4 列": "住院", "第 5 列": "回访"}, {}]


def test_a_note_further_right_beside_a_row_is_said_of_that_row(write_book: WriteBook) -> None:
    header, one, other = PEOPLE
    reading = read(write_book, [header, one, [*other, None, None, "搬走了"]])
    assert kept(reading) == [{}, {"第 6 列": "搬走了"}]


def test_labels_that_occur_again_keep_their_texts_apart(write_book: WriteBook) -> None:
    header, one, other = PEOPLE
    reading = read(write_book, [[*header, "情况", "情况"], [*one, "甲", "乙"], [*other, "丙", None]])
    assert kept(reading) == [{"情况": "甲", "情况（2）": "乙"}, {"情况": "丙"}]


@pytest.mark.parametrize("count", [2, 3])
def test_a_column_that_only_counts_the_rows_says_nothing(write_book: WriteBook, count: int) -> None:
    header, one, other = PEOPLE
    reading = read(write_book, [[None, *header], *[[number, *one] for number in range(1, count)], [count, *other]])
    assert kept(reading) == [{}] * count


def test_spaces_under_no_label_are_nothing(write_book: WriteBook) -> None:
    header, one, other = PEOPLE
    assert read(write_book, [[*header, None], [*one, " "], [*other, None]]).unrecognised == ()
