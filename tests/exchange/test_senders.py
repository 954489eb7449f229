"""Who sends a sheet: by the hidden sheet, by what the visible part says, and what a sheet for somebody says itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from minqing.exchange.applying import apply_plan
from minqing.exchange.partners.roll import Standing, Unread, call_roll, look_through
from minqing.exchange.partners.senders import Senders, known_senders, marker_for
from minqing.exchange.planner import make_plan
from minqing.forms.marker import Marker
from minqing.forms.sheet import SheetReading, read_sheets
from minqing.forms.tables.preamble import reporter_of
from minqing.ledger import Ledger
from minqing.records.period import Period
from tests.exchange.conftest import Send, sheet

WANG = Marker(book="7K3QX2", partner="街道办", form="民情台账", owner="王×", street="新光路街道", community="桥头社区")


def of(reading: SheetReading, marker: Marker) -> SheetReading:
    version = int(marker.version or 0)
    return replace(reading, marker=marker, book=marker.book, partner=marker.partner, version=version)


@pytest.fixture
def reading(ledger: Ledger, send: Send) -> SheetReading:
    return read_sheets(send(ledger))[0]


def test_another_book_s_sheet_is_its_owner_s(ledger: Ledger, reading: SheetReading) -> None:
    senders = Senders(ledger)
    assert senders.named(of(reading, WANG)).partner == "王×"
    namesake = replace(WANG, book="9M2RT4", community="和安社区")
    assert senders.named(of(reading, namesake)).partner == "王×（和安社区）"
    assert senders.named(of(reading, replace(WANG, book="5B2RT4"))).partner == "王×"
    assert senders.named(of(reading, replace(WANG, book="4B2RT4", owner=""))).partner == "街道办"


def test_a_sheet_of_ours_is_whom_it_was_for_and_an_answer_by_the_name_used_then(
    ledger: Ledger, reading: SheetReading
) -> None:
    assert Senders(ledger).named(reading).partner == "街道办"
    answer = replace(WANG, owner="陈×", partner="罗×", called="街道办", theirs=ledger.code)
    assert Senders(ledger).named(of(reading, answer)).partner == "街道办"


def test_a_plain_sheet_is_whoever_s_it_says(ledger: Ledger, tmp_path: Path) -> None:
    rows = ("姓名|与户主关系|居住地址|联系电话", "甲×|户主|3栋2单元501|16900000107")
    plain = sheet(tmp_path / "表.xlsx", *rows, title="填报单位：桥头社区  填报人：李小明")
    assert Senders(ledger).named(read_sheets(plain)[0]).partner == "李小明"
    own = sheet(tmp_path / "自己.xlsx", *rows, title="填报单位：生活桥社区")
    assert Senders(ledger).named(read_sheets(own)[0]).partner == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("填报单位（盖章）：和安社区 填报人：王小明 联系电话：", "王小明"),
        ("填报单位：和安社区 填报人： 填报日期：2026-11-20", "和安社区"),
        ("填报单位：某某社区", ""),
        ("民情台账（2026年第47周）", ""),
    ],
)
def test_who_a_title_names(text: str, name: str) -> None:
    assert reporter_of([text]) == name


def test_what_was_taken_in_is_said_to_the_sender(empty: Ledger, reading: SheetReading) -> None:
    came = Senders(empty).named(of(reading, replace(WANG, period="2026年第47周", version="7")))
    change = apply_plan(empty, make_plan(empty, [came])).changes
    (known,) = known_senders(empty).values()
    assert (known.name, known.called, known.taken("民情台账")) == ("王×", "街道办", (7,))
    marker = marker_for(empty, form="民情台账", partner="王×", period="2026年第47周")
    assert (marker.called, marker.theirs, marker.taken, marker.owner) == ("街道办", "7K3QX2", "7", "罗×")
    other = marker_for(empty, form="走访台账", partner="王×", period="2026年第47周")
    assert (other.theirs, other.taken) == ("7K3QX2", "")
    empty.undo(change.id)
    assert known_senders(empty) == {}


def test_the_roll_says_who_who_not_and_what_was_left_out(empty: Ledger, reading: SheetReading) -> None:
    first = Senders(empty).named(of(reading, replace(WANG, period="2026年第46周", version="5")))
    apply_plan(empty, make_plan(empty, [replace(first, period=Period.week("2026-W46"))]))
    li = replace(WANG, book="9M2RT4", owner="李×", community="生活桥社区", period="2026年第47周")
    came = replace(of(reading, li), partner="李×", file="李.xlsx", path=Path("李.xlsx"), rows=reading.rows[:2])
    far = replace(came, marker=replace(li, street="江边街道", book="2M2RT4"), file="远.xlsx", path=Path("远.xlsx"))
    far = replace(far, rows=reading.rows[:1])
    batch = look_through(empty, [came, far], unread=[Unread(Path("王×周报.xlsx"), "读不了")])
    roll = call_roll(batch, make_plan(empty, batch.readings))
    assert [(one.sender, one.standing, one.taken) for one in roll.entries] == [
        ("李×", Standing.NEW, True),
        ("李×", Standing.ELSEWHERE, False),
        ("王×", Standing.UNREADABLE, False),
    ]
    assert (roll.senders, roll.absent) == (("李×",), ())
    alone = look_through(empty, [came])
    assert [(one.sender, one.last_period) for one in alone.absent] == [("王×", "2026年第46周")]
