"""The laws of the exchange, held over generated records, a real ledger and real workbook files."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minqing.actions.sample_people import id_number
from minqing.exchange.applying import apply_plan
from minqing.exchange.plan import Choice
from minqing.ledger import Ledger
from minqing.records.appeal import STATES, Appeal
from minqing.records.base import Record
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.conftest import PASSWORD, counted, edit, plan_of, send_sheet

FORMS = ("民情台账", "走访台账", "居民诉求登记表", "居民信息表")
SHEETS = {"居民诉求登记表": "诉求台账"}
MODELS: tuple[type[Record], ...] = (Household, Resident, Visit, Appeal)
FEW = settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)

ODD = """=1+1 +86 - @甲 '引号 007 1.0 2026-11-1 6月9日 无 — 9E+17 TRUE 换灯 1,234 50% #N/A 序号 合计 １２３ 〇室𠮷家"""
words = st.one_of(
    st.sampled_from([*ODD.split(), "第一行\n第二行", "a\tb", "全角　空格"]),
    st.text(st.sampled_from("甲乙 丙\n(）、；,.·AB12"), max_size=12),
).map(str.strip)
days = st.dates(date(2026, 1, 1), date(2026, 12, 31))
phones = st.lists(st.integers(0, 10**8 - 1).map("169{:08d}".format), max_size=2, unique=True).map(tuple)


@st.composite
def people(draw: st.DrawFn) -> dict[str, object]:
    birth = draw(st.dates(date(1930, 1, 1), date(2020, 1, 1)))
    sex = draw(st.sampled_from(["男", "女"]))
    numbered = draw(st.booleans())
    return {
        "name": draw(st.sampled_from(["谢玉兰", "欧阳×", "A·买买提", "王五", "曾小小"])),
        "sex": draw(st.sampled_from(["", sex])),
        "birth": draw(st.sampled_from(["", birth.isoformat(), f"{birth:%Y-%m}"])),
        "id_number": id_number(draw(st.randoms(use_true_random=False)), birth, sex) if numbered else "",
        "phones": draw(phones),
        "care_groups": draw(st.sampled_from([(), ("低保",), ("独居老人", "残疾人")])),
        "notes": draw(words),
    }


@st.composite
def homes(draw: st.DrawFn) -> dict[str, object]:
    return {
        "estate": draw(st.sampled_from(["生活桥小区", "桥头小区"])),
        "building": draw(st.sampled_from(["1", "A", "甲", ""])),
        "unit": draw(st.sampled_from(["", "2"])),
        "room": draw(st.sampled_from(["101", "1005", "8"])),
        "detail": draw(st.sampled_from(["", "(门面)", "附1号"])),
        "situation": draw(words),
        "grid": draw(words),
    }


@st.composite
def families(draw: st.DrawFn) -> dict[str, list[dict[str, object]]]:
    day = draw(days)
    visit = {
        "visited_on": day,
        "visitors": draw(st.sampled_from([(), ("罗×",), ("罗×", "陈×")])),
        "met": draw(st.sampled_from([(), ("谢玉兰",)])),
        "result": draw(st.sampled_from(["", "见面", "无人"])),
        "said": draw(words),
        "notes": draw(words),
        "next_on": draw(st.sampled_from([None, day + timedelta(days=30)])),
    }
    appeal = {
        "registered_on": day,
        "title": draw(words) or "电梯异响",
        "text": draw(words),
        "number": draw(st.sampled_from(["", "11-001", "GD2026"])),
        "state": draw(st.sampled_from(STATES)),
        "handler": draw(words),
        "solution": draw(words),
        "reporter_phone": draw(phones),
    }
    members = draw(st.lists(people(), max_size=2))
    return {
        "home": [draw(homes())],
        "people": [{**one, "relation": "户主" if place == 0 else ""} for place, one in enumerate(members)],
        "visits": [visit][: draw(st.integers(0, 1))],
        "appeals": [appeal] * draw(st.integers(0, 2)),
    }


def fill(ledger: Ledger, family: Mapping[str, list[dict[str, object]]]) -> None:
    with ledger.change("建档") as tx:
        home = tx.add(Household.model_validate(family["home"][0]))
        for one in family["people"]:
            tx.add(Resident.model_validate({**one, "household": home.id}))
        visits = [tx.add(Visit.model_validate({**one, "household": home.id})) for one in family["visits"]]
        link = visits[0].id if visits else ""
        for one in family["appeals"]:
            tx.add(Appeal.model_validate({**one, "household": home.id, "visit": link}))


@contextmanager
def book_like(template: Path) -> Iterator[Ledger]:
    """A fresh copy of a closed book in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "账本.mqb"
        shutil.copy(template, path)
        with Ledger.open(path, PASSWORD) as ledger:
            yield ledger


def contents(ledger: Ledger) -> dict[str, dict[str, object]]:
    return {one.id: {**one.values(), "extra": dict(one.extra)} for model in MODELS for one in ledger.records(model)}


@FEW
@given(family=families(), form=st.sampled_from(FORMS))
def test_export_touch_nothing_import_is_no_change_and_no_question(
    template: Path, family: Mapping[str, list[dict[str, object]]], form: str
) -> None:
    with book_like(template) as ledger:
        fill(ledger, family)
        plan = plan_of(ledger, send_sheet(ledger.path.parent, ledger, form))
        assert set(counted(plan)) == {"unchanged"}, [row for row in plan.rows if row.edits or row.problems or row.new]
        assert not apply_plan(ledger, plan).changes


@FEW
@given(family=families(), form=st.sampled_from(FORMS))
def test_a_book_that_takes_a_sheet_twice_takes_it_once(
    template: Path, family: Mapping[str, list[dict[str, object]]], form: str
) -> None:
    """Into the book of an office, which has nothing of it yet."""
    with book_like(template) as ours, tempfile.TemporaryDirectory() as folder:
        fill(ours, family)
        sent = send_sheet(Path(folder), ours, form)
        with Ledger.create(Path(folder) / "街道.mqb", PASSWORD, ours.profile) as office:
            first = apply_plan(office, plan_of(office, sent))
            before, version = contents(office), office.version
            again = plan_of(office, sent)
            kinds = set(counted(again)) - {"unchanged"}
            assert kinds <= {"error", "conflict"}, [row for row in again.rows if row.new or row.candidates]
            assert not again.writing
            apply_plan(office, again)
            assert contents(office) == before
            assert office.version == version
            assert office.check() == []
            if first.changes:
                office.undo(first.changes.id)
                assert contents(office) == {}


TEXTS = ["换灯", "转物业", "已回复", "街道 陈×"]
COLUMNS = ("责任人", "解决办法", "备注", "家庭基本情况", "诉求类别")
places = st.tuples(st.sampled_from(["谢玉兰", "范立新"]), st.sampled_from(COLUMNS))
edits = st.dictionaries(
    st.tuples(st.sampled_from(["谢玉兰", "范立新"]), st.sampled_from(COLUMNS)), st.sampled_from(TEXTS), max_size=4
)


def handed_in(ledger: Ledger, sheets: list[Path]) -> tuple[dict[str, dict[str, object]], set[tuple[str, ...]]]:
    """The book after these sheets, and what it asks."""
    asked: set[tuple[str, ...]] = set()
    for path in sheets:
        plan = apply_plan(ledger, plan_of(ledger, path)).plan
        asked |= {
            (edit.record_id, edit.attribute, *sorted((edit.ours, edit.theirs)))
            for row in plan.rows
            for edit in row.open_conflicts
        }
    return contents(ledger), asked


@FEW
@given(first=edits, second=edits, partners=st.sampled_from([("街道办", "街道办"), ("街道办", "物业")]))
def test_two_files_in_either_order_give_one_book(
    template: Path,
    first: Mapping[tuple[str, str], str],
    second: Mapping[tuple[str, str], str],
    partners: tuple[str, str],
) -> None:
    """What both change differently is asked about in either order, and nothing else is."""
    books = []
    with book_like(template) as ledger, tempfile.TemporaryDirectory() as folder:
        sheets = []
        for place, (changes, partner) in enumerate(zip((first, second), partners, strict=True)):
            sent = send_sheet(Path(folder), ledger, partner=partner, name=f"{place}.xlsx")
            sheets.append(edit(sent, changes))
        ledger.close()
        for order in (sheets, sheets[::-1]):
            with book_like(ledger.path) as copy:
                books.append(handed_in(copy, order))
    clashing = {cell for cell in first.keys() & second.keys() if first[cell] != second[cell]}
    (one, asked), (other, asked_too) = books
    assert asked == asked_too
    assert len(asked) == len(clashing)
    fields = {key[:2] for key in asked}
    for record_id, values in one.items():
        differing = {name for name in values if values[name] != other[record_id][name]}
        assert {(record_id, name) for name in differing} <= fields


@FEW
@given(
    theirs=edits.filter(bool),
    ours=st.dictionaries(st.sampled_from(["handler", "solution"]), st.sampled_from(["本机甲", "本机乙"]), min_size=1),
    choice=st.sampled_from([Choice.OURS, Choice.THEIRS]),
)
def test_every_value_that_lost_is_in_the_history_and_undo_brings_all_back(
    template: Path, theirs: Mapping[tuple[str, str], str], ours: Mapping[str, str], choice: Choice
) -> None:
    with book_like(template) as ledger:
        back = edit(send_sheet(ledger.path.parent, ledger), theirs)
        with ledger.change("本机改") as tx:
            tx.update_all([one.with_values(ours) for one in ledger.records(Appeal)])
        before, phones_before = contents(ledger), [one.phones for one in ledger.records(Resident)]
        plan = plan_of(ledger, back).decide_all(choice)
        conflicts = [edit for row in plan.rows for edit in row.edits if edit.conflict]
        applied = apply_plan(ledger, plan)
        for lost in conflicts:
            entries = [entry for change in ledger.history(lost.record_id) for entry in ledger.entries(change.id)]
            assert {lost.ours, lost.theirs} <= {text for entry in entries for text in (entry.before, entry.after)}
        assert [one.phones for one in ledger.records(Resident)] == phones_before, (
            "the masked column hides, it never edits"
        )
        assert ledger.check() == []
        ledger.undo(applied.changes.id)
        assert contents(ledger) == before
        assert counted(plan_of(ledger, back).decide_all(choice)) == counted(plan)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_there(form: str, template: Path) -> None:
    with book_like(template) as ledger:
        plan = plan_of(ledger, send_sheet(ledger.path.parent, ledger, form))
        assert plan.readings[0].form.name == form
        assert plan.rows
