"""Learned forms that come back: their rows have no 记录编号 and are known by what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from exports.filling import fill_workbook
from minqing.actions.exchange import note_sent
from minqing.actions.forms import learn_form, office_form
from minqing.actions.reading import read_for
from minqing.exchange.plan import Plan, Verdict
from minqing.exchange.planner import make_plan
from minqing.exchange.sending.outgoing import pages_to_send, rows_to_send
from minqing.forms.form import Header
from minqing.forms.learning.proposal import propose
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

HEADER = Header("新光路街道", "生活桥社区", "生活桥小区", "罗×", "", "2026年第47周", date(2026, 11, 20))
PEOPLE = ("姓名", "性别", "身份证号", "所属网格", "联系电话")
NUMBERS = ("990101198001010014", "990101198001010022", "990101198001010030")

Filled = Callable[..., Path]


@pytest.fixture
def filled(ledger: Ledger, tmp_path: Path) -> Filled:
    """A form with these labels, learned and filled with what the book has."""

    def made(*labels: str, masked: bool = False) -> Path:
        blank = tmp_path / "空表.xlsx"
        book = openpyxl.Workbook()
        book.worksheets[0].append(list(labels))
        book.save(blank)
        learn_form(ledger, propose(blank).named("单位的表").office)
        office = office_form(ledger, "单位的表")
        rows = rows_to_send(ledger, office.form)
        path = tmp_path / "报.xlsx"
        path.write_bytes(fill_workbook(office.workbook, office.form, rows, header=HEADER, masked=masked))
        return path

    return made


@pytest.fixture
def numbered(ledger: Ledger) -> Ledger:
    """The book with ID numbers, two people of one name and no number, and a grid for every home."""
    with ledger.change("补录") as tx:
        for person, number in zip(ledger.records(Resident), NUMBERS, strict=True):
            tx.update(person.with_values({"id_number": number, "birth": "1980-01-01"}))
        for home in ledger.records(Household):
            tx.update(home.with_values({"grid": "第三网格"}))
            tx.add(Resident(household=home.id, name="李静", relation="女"))
    return ledger


def plan_of(ledger: Ledger, path: Path) -> Plan:
    return make_plan(ledger, read_for(ledger, path).readings)


def verdicts(plan: Plan) -> set[Verdict]:
    return {row.verdict for row in plan.rows}


def write(path: Path, cell: str, value: str) -> Path:
    book = openpyxl.load_workbook(path)
    book.worksheets[0][cell] = value
    book.save(path)
    return path


@pytest.mark.parametrize(
    "labels",
    [
        PEOPLE,
        ("走访日期", "户主", "门牌", "走访记录", "走访人"),
        ("登记日期", "反映诉求事项", "诉求类别", "责任人"),
        ("户主", "门牌", "家庭情况", "所属网格"),
        ("走访日期", "时", "分", "户主", "门牌", "走访记录"),
    ],
)
def test_every_row_is_known_again(numbered: Ledger, filled: Filled, labels: Sequence[str]) -> None:
    plan = plan_of(numbered, filled(*labels))
    assert plan.rows
    assert verdicts(plan) == {Verdict.UNCHANGED}


def test_masked_numbers_are_what_was_sent(numbered: Ledger, filled: Filled) -> None:
    assert verdicts(plan_of(numbered, filled(*PEOPLE, masked=True))) == {Verdict.UNCHANGED}


def test_an_edited_row_is_known_by_the_id_number(numbered: Ledger, filled: Filled) -> None:
    path = filled(*PEOPLE)
    form = office_form(numbered, "单位的表").form
    rows = rows_to_send(numbered, form)
    note_sent(numbered, form=form, rows=rows, partner="街道办", file=path.name, period="", digest="")
    row = next(
        number
        for number, cells in enumerate(openpyxl.load_workbook(path).worksheets[0].values, 1)
        if cells[0] == "韦国强"
    )
    plan = plan_of(numbered, write(path, f"E{row}", "13800000000"))
    assert plan.readings[0].partner == "街道办"
    (edited,) = [one for one in plan.rows if one.verdict is not Verdict.UNCHANGED]
    assert (edited.verdict, [edit.theirs for edit in edited.edits]) == (Verdict.UPDATE, ["13800000000"])


VISITS = ("走访日期", "户主", "门牌", "走访记录", "走访人")


def sent(ledger: Ledger, path: Path) -> Path:
    """Note that the filled form went to the 街道办."""
    form = office_form(ledger, "单位的表").form
    rows = rows_to_send(ledger, form)
    note_sent(ledger, form=form, rows=rows, partner="街道办", file=path.name, period="", digest="")
    return path


def row_of(path: Path, text: str) -> int:
    rows = openpyxl.load_workbook(path).worksheets[0].values
    return next(number for number, row in enumerate(rows, 1) if text in row)


def change_visit(ledger: Ledger, said: str) -> None:
    with ledger.change("改") as tx:
        visit = next(one for one in ledger.records(Visit) if one.visited_on == date(2026, 11, 17))
        tx.update(visit.with_values({"said": said}))


@pytest.mark.parametrize("labels", [VISITS, ("走访日期", "时", "分", "户主", "门牌", "走访记录")])
def test_an_edited_visit_is_the_one_that_was_sent(ledger: Ledger, filled: Filled, labels: Sequence[str]) -> None:
    path = sent(ledger, filled(*labels))
    letter = "ABCDEF"[labels.index("走访记录")]
    plan = plan_of(ledger, write(path, f"{letter}{row_of(path, '韦国强')}", "改：都好，老伴住院"))
    assert [row.verdict for row in plan.rows].count(Verdict.UNCHANGED) == 2
    (edited,) = [row for row in plan.rows if row.verdict is not Verdict.UNCHANGED]
    assert (edited.verdict, [(one.base, one.theirs) for one in edited.edits]) == (
        Verdict.UPDATE,
        [("都好", "改：都好，老伴住院")],
    )


def test_a_visit_that_both_sides_changed_is_a_conflict(ledger: Ledger, filled: Filled) -> None:
    path = sent(ledger, filled(*VISITS))
    change_visit(ledger, "本机改了")
    plan = plan_of(ledger, write(path, f"D{row_of(path, '韦国强')}", "街道改了"))
    (edited,) = [row for row in plan.rows if row.verdict is not Verdict.UNCHANGED]
    assert edited.verdict is Verdict.CONFLICT
    assert [(one.base, one.ours, one.theirs) for one in edited.edits] == [("都好", "本机改了", "街道改了")]


def test_what_only_the_book_changed_since_is_no_question(ledger: Ledger, filled: Filled) -> None:
    path = sent(ledger, filled(*VISITS))
    change_visit(ledger, "本机改了")
    assert verdicts(plan_of(ledger, path)) == {Verdict.UNCHANGED}


def test_a_second_visit_on_the_day_is_still_asked_about(ledger: Ledger, filled: Filled) -> None:
    path = sent(ledger, filled(*VISITS))
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    number = row_of(path, "韦国强")
    sheet.append([sheet.cell(number, column).value for column in (1, 2, 3)] + ["晚上又去了一次", "罗×"])
    book.save(path)
    asked = [row for row in plan_of(ledger, path).rows if row.verdict is not Verdict.UNCHANGED]
    assert [row.verdict for row in asked] == [Verdict.DOUBTFUL]


def test_a_stranger_is_no_one_of_the_book(numbered: Ledger, filled: Filled) -> None:
    path = filled(*PEOPLE)
    book = openpyxl.load_workbook(path)
    book.worksheets[0].append(["吴新来", "男", "990101199001010019", "第三网格", None])
    book.save(path)
    new = [one for one in plan_of(numbered, path).rows if one.verdict is not Verdict.UNCHANGED]
    assert [one.label for one in new] == ["吴新来"]


def test_pages_list_the_head_first_and_leave_out_who_is_gone(numbered: Ledger, filled: Filled) -> None:
    filled(*PEOPLE)
    with numbered.change("搬离") as tx:
        (gone, *_) = [one for one in numbered.records(Resident) if one.name == "李静"]
        tx.update(gone.with_values({"status": "已搬离"}))
        tx.add(Household(estate="生活桥小区", building="9", room="101"))
    pages = pages_to_send(numbered, office_form(numbered, "单位的表").form)
    assert [len(page.rows) for page in pages] == [1, 2, 2, 0]
    assert all("head" in page.records for page in pages[:3])
    assert [row["resident"].show("relation") for row in pages[1].rows] == ["户主", "女"]
