"""Reading for a book: with the forms that it was taught and the answers that it was given."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from minqing.actions.exchange import note_sent
from minqing.actions.forms import learn_form
from minqing.actions.reading import Reader, form_called, read_for, reading_names
from minqing.errors import UnknownForm, UnsureForm
from minqing.exchange.applying import apply_plan
from minqing.exchange.partners.answers import answers, keep_answers, note_answers
from minqing.exchange.planner import make_plan
from minqing.forms.form import Column, Form, Layout
from minqing.forms.learning.office import OfficeForm
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger, Paper
from minqing.records.resident import Resident

HEADERS = ["姓名", "电话", "地址", "日期", "内容"]
CARE = Form(
    name="关爱名单",
    subject="resident",
    slots=("household", "resident"),
    keys=("household", "resident"),
    columns=(
        Column("姓名", "resident", "name", letter="A"),
        Column("电话", "resident", "phones", letter="B"),
        Column("地址", "household", "address", letter="C"),
        Column("日期", letter="D"),
        Column("内容", "resident", "notes", letter="E"),
    ),
    layout=Layout(header=(1,), first=2, last=9),
)


def workbook(*rows: list[str]) -> bytes:
    book = openpyxl.Workbook()
    for row in [HEADERS, *rows]:
        book.worksheets[0].append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "名单.xlsx"
    made.write_bytes(workbook(["测试甲", "16900000333", "3栋2单元502", "2026-11-16", "独居"]))
    return made


def read(ledger: Ledger, path: Path, *, form: Form | None = None) -> SheetReading:
    (reading,) = read_for(ledger, path, form=form).readings
    return reading


def test_a_learned_form_reads_what_was_unclear(ledger: Ledger, path: Path) -> None:
    with pytest.raises(UnsureForm):
        read_for(ledger, path)
    learn_form(ledger, OfficeForm(CARE, workbook()))
    reading = read(ledger, path)
    assert (reading.name, reading.form.name, reading.unrecognised) == ("关爱名单", "关爱名单", ("日期",))
    apply_plan(ledger, make_plan(ledger, [reading]))
    (person,) = (one for one in ledger.records(Resident) if one.name == "测试甲")
    assert (person.notes, dict(person.extra)) == ("独居", {"日期": "2026-11-16"})


def test_names_to_read_by_are_forms_and_kinds(ledger: Ledger) -> None:
    learn_form(ledger, OfficeForm(CARE, workbook()))
    names = reading_names(ledger)
    assert names[0] == "关爱名单"
    assert {"民情台账", "居民", "家庭", "走访", "诉求", "楼栋", "力量"} <= set(names)
    assert all(form_called(ledger, name) for name in names)
    assert (form_called(ledger, "resident").name, form_called(ledger, "resident").subject) == ("", "resident")
    with pytest.raises(UnknownForm, match=r"关爱名单.*居民"):
        form_called(ledger, "没有这种")


def test_an_answer_replaces_an_earlier_one_and_comes_back_with_undo(ledger: Ledger, path: Path) -> None:
    asked = read(ledger, path, form=form_called(ledger, "居民"))
    with ledger.change("导入") as tx:
        keep_answers(tx, [asked])
    assert read(ledger, path).name == "居民"
    other = read(ledger, path, form=form_called(ledger, "诉求"))
    changes = note_answers(ledger, [other])
    assert answers(ledger) == {other.layout: "诉求"}
    assert not note_answers(ledger, [other])
    ledger.undo(changes.id)
    assert answers(ledger) == {other.layout: "居民"}


def test_an_answer_that_names_a_forgotten_form_is_no_answer(ledger: Ledger, path: Path) -> None:
    layout = read(ledger, path, form=form_called(ledger, "居民")).layout
    with ledger.change("记下") as tx:
        tx.keep(Paper("answer", layout, "忘掉的表样"))
    with pytest.raises(UnsureForm):
        read_for(ledger, path)


def test_of_two_learned_forms_with_the_same_columns_the_one_used_last_is_meant(ledger: Ledger, path: Path) -> None:
    first, second = CARE, replace(CARE, name="另一个单位的表")
    for form in (first, second):
        learn_form(ledger, OfficeForm(form, workbook()))
    for form in (first, second, first):
        note_sent(ledger, form=form, rows=[], partner="街道办", file="表.xlsx", period="", digest="")
        assert read(ledger, path).form.name == form.name


def test_several_files_are_read_with_one_look_into_the_book(
    ledger: Ledger, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn_form(ledger, OfficeForm(CARE, workbook()))
    asked: list[str] = []
    papers = Ledger.papers

    def counted(self: Ledger, kind: str) -> list[Paper]:
        asked.append(kind)
        return papers(self, kind)

    monkeypatch.setattr(Ledger, "papers", counted)
    reader = Reader(ledger)
    looked = list(asked)
    assert "form" in looked
    for _ in range(3):
        assert reader.read(path).readings[0].form.name == "关爱名单"
    assert asked == looked
