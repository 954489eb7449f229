"""The workbook of all who reported: a column in front says whose each row is."""

from __future__ import annotations

from io import BytesIO

import openpyxl

from exports.consolidated import SENDER_LABEL, consolidated_form, write_consolidated
from minqing.exchange.partners.reported import Reported, answering, drawn
from minqing.forms.form import FormRow, Header
from minqing.forms.library import form_named

WEEKLY = form_named("民情台账")


def test_each_row_says_who_sent_it(week: list[FormRow], header: Header) -> None:
    reported = Reported(tuple(week), ("王×", "王×", ""))
    assert [column.label for column in consolidated_form(WEEKLY, reported).columns[:3]] == [
        "序号",
        SENDER_LABEL,
        "走访日期",
    ]
    sheet = openpyxl.load_workbook(BytesIO(write_consolidated(WEEKLY, reported, header=header)))["民情台账"]
    rows = [[str(cell or "") for cell in row] for row in sheet.values]
    assert "（汇总）" in rows[0][0]
    assert [row[:2] for row in rows if row[0].isdecimal()] == [["1", "王×"], ["2", "王×"], ["3", "本账本"]]


def test_an_answer_has_room_for_the_reply() -> None:
    assert [column.label for column in answering(WEEKLY).columns][-1] == "街道回复"
    appeals = form_named("居民诉求登记表")
    assert answering(appeals) is appeals
    residents = form_named("居民信息表")
    assert answering(residents) is residents
    assert drawn(WEEKLY) is WEEKLY
