"""Made sheets through the whole import: the book holds what they truly say and nothing else, and once is enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import RowPlan, Verdict
from minqing.exchange.planner import make_plan
from minqing.forms.form import SLOTS
from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger
from minqing.records.base import Record
from minqing.records.values import Kind
from tests.forms.made.catalogue import BOOKS
from tests.forms.made.judge import text_of
from tests.forms.made.kinds import FILE_TYPES, write
from tests.forms.made.model import Book
from tests.forms.made.truth import true_rows

_NAMES = (
    "表头2级", "星号与空格", "填报单位分格", "版本与说明行", "合计与落款", "日期时分三栏", "每月一张表", "户主纵向合并",
    "户主姓名与关系", "一户一档十二人", "并排两份同样的表", "电话", "身份证号", "错了列的行", "生僻字",
    "清单09社区人员导入", "清单11独居老人走访记录表", "清单19居民诉求登记表", "清单22对接事件登记表", "清单2412345工单",
    "清单34b低保户调查表",
)  # fmt: skip
IMPORTED = [book for book in BOOKS if book.name in _NAMES]
_OF_ITSELF = {("resident.relation", "户主"), ("appeal.state", "待受理")}
"""What a record says where a sheet is silent: whoever stands as 户主 is one, a new matter has to be taken up."""
_GIVEN_BY_THE_BOOK = {"household.floor", "household.street", "household.community", "household.estate"}


def _texts(record: Record, slot: str) -> dict[str, str]:
    """A record's fields as truths write them; whose it is does not count."""
    own = [name for name, one in type(record).fields().items() if one.kind is not Kind.REF]
    found = {f"{slot}.{name}": text_of(getattr(record, name), name) for name in own}
    found = {name: "、".join(sorted(text.split("、"))) if "phone" in name else text for name, text in found.items()}
    return {name: text for name, text in found.items() if text}


def _wanted(book: Book, *, sound_only: bool = True) -> list[tuple[str, dict[str, str]]]:
    """What each row says of each record, with heads among the residents; a floor that the room tells is left out."""
    found = []
    for every, sound in true_rows(book):
        fields = {name: text for name, text in every.items() if name != "household.floor"}
        for slot in dict.fromkeys(name.partition(".")[0] for name in fields if sound or not sound_only):
            own = {name.partition(".")[2]: text for name, text in fields.items() if name.startswith(f"{slot}.")}
            kind = "resident" if slot == "head" else slot
            found.append((kind, {f"{kind}.{name}": text for name, text in own.items()}))
    return found


def _held(ledger: Ledger) -> list[tuple[str, dict[str, str]]]:
    kinds = {slot: model for slot, model in SLOTS.items() if slot != "head"}
    return [(slot, _texts(record, slot)) for slot, model in kinds.items() for record in ledger.records(model)]


@pytest.mark.parametrize("book", IMPORTED, ids=[book.name for book in IMPORTED])
def test_the_book_holds_what_the_sheet_says_and_once_is_enough(book: Book, empty: Ledger, tmp_path: Path) -> None:
    readings = read_sheets(write(book, FILE_TYPES[0], tmp_path))
    first = make_plan(empty, readings)
    apply_plan(empty, first)
    held = _held(empty)
    _holds_the_truth(book, held)
    again = make_plan(empty, readings)
    assert [_named(row) for row in again.rows if row.verdict is not Verdict.UNCHANGED] == [
        _named(row) for row in first.rows if row.verdict is Verdict.ERROR
    ]
    apply_plan(empty, again)
    assert _held(empty) == held


def _named(row: RowPlan) -> tuple[int, str, tuple[str, ...]]:
    return row.number, row.verdict.value, tuple(problem.code for problem in row.problems)


def _holds_the_truth(book: Book, held: list[tuple[str, dict[str, str]]]) -> None:
    wanted = _wanted(book)
    missing = [
        (kind, fields)
        for kind, fields in wanted
        if not any(kind == slot and fields.items() <= texts.items() for slot, texts in held)
    ]
    assert not missing, f"{len(missing)} of {len(wanted)}, first {missing[:2]}"
    everything = _wanted(book, sound_only=False)
    said = {pair for _, fields in everything for pair in fields.items()} | _OF_ITSELF
    wrong = {
        pair for _, texts in held for pair in texts.items() if pair not in said and pair[0] not in _GIVEN_BY_THE_BOOK
    }
    assert not wrong
