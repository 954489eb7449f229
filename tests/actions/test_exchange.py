"""What was sent is remembered, so that the sheet comes back without a question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

from exports.workbook import write_workbook
from minqing.actions.exchange import note_sent
from minqing.actions.records import save_records
from minqing.actions.visits import record_visit
from minqing.exchange.merging.moving import home_cells
from minqing.exchange.plan import Verdict
from minqing.exchange.planner import make_plan
from minqing.exchange.sending.outgoing import rows_to_send
from minqing.forms.form import FormRow, Header
from minqing.forms.library import form_named
from minqing.forms.marker import Marker
from minqing.forms.sheet import read_sheets
from minqing.ledger import Changes, Exchange, Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.visit import Visit

FORM = form_named("民情台账")
PARTNER, FILE, PERIOD = "街道办", "周报.xlsx", "2026年第47周"
DAY = date(2026, 11, 19)


@pytest.fixture
def rows(ledger: Ledger, home: Household) -> list[FormRow]:
    """Two rows of the weekly sheet: one visit with two appeals."""
    draft = Visit(visited_on=DAY, result="见面", visitors=("罗×",))
    record_visit(ledger, household=home, draft=draft, appeals=[Appeal(title="楼道灯不亮"), Appeal(title="车位不够")])
    return rows_to_send(ledger, FORM)


def note(ledger: Ledger, rows: Sequence[FormRow], partner: str = PARTNER) -> Changes:
    return note_sent(ledger, form=FORM, rows=rows, partner=partner, file=FILE, period=PERIOD, digest="d1")


def test_the_cells_of_each_row_become_the_base(ledger: Ledger, rows: list[FormRow]) -> None:
    note(ledger, rows)
    bases = ledger.bases(PARTNER, FORM.name)
    cells = {FORM.row_key(row): FORM.texts(row) | home_cells(FORM, row) for row in rows}
    assert {key: base.cells for key, base in bases.items()} == cells
    assert all(base.sent == base.cells for base in bases.values())
    assert len(bases) == 2


def test_cells_that_came_in_count_as_sent_once_they_went_out_again(ledger: Ledger, rows: list[FormRow]) -> None:
    came = Exchange(
        direction="in",
        partner=PARTNER,
        file="回传.xlsx",
        form=FORM.name,
        period=PERIOD,
        digest="d0",
        rows=len(rows),
        change=None,
        at=datetime.now(),
    )
    with ledger.change("导入 回传.xlsx") as tx:
        tx.remember(PARTNER, FORM.name, {FORM.row_key(row): FORM.texts(row) for row in rows})
        tx.note_exchange(came)
    assert [base.sent for base in ledger.bases(PARTNER, FORM.name).values()] == [None, None]
    note(ledger, rows)
    assert all(base.sent == base.cells for base in ledger.bases(PARTNER, FORM.name).values())


def test_bases_belong_to_one_partner(ledger: Ledger, rows: list[FormRow]) -> None:
    note(ledger, rows)
    assert not ledger.bases("区民政局", FORM.name)


def test_a_masked_phone_is_remembered_as_it_was_sent(ledger: Ledger, rows: list[FormRow]) -> None:
    note(ledger, rows)
    cells = next(iter(ledger.bases(PARTNER, FORM.name).values())).cells
    assert cells["联系电话"] == "169****0107"


def test_the_sheet_is_in_the_list_of_exchanges(ledger: Ledger, rows: list[FormRow]) -> None:
    changes = note(ledger, rows)
    [sent] = ledger.exchanges()
    assert (sent.direction, sent.partner, sent.file, sent.form) == ("out", PARTNER, FILE, FORM.name)
    assert (sent.period, sent.digest, sent.rows, sent.change) == (PERIOD, "d1", 2, changes.id)
    assert changes.label == "导出 周报.xlsx"
    assert not changes.added


def test_undo_takes_back_the_note_alone(ledger: Ledger, rows: list[FormRow]) -> None:
    changes = note(ledger, rows)
    ledger.undo(changes.id)
    assert not ledger.exchanges()
    assert not ledger.bases(PARTNER, FORM.name)
    assert ledger.count(Appeal) == 2


def written(ledger: Ledger, rows: Sequence[FormRow], folder: Path) -> Path:
    header = Header(
        street="新光路街道",
        community="生活桥社区",
        estate="生活桥小区",
        owner="罗×",
        phone="",
        period=PERIOD,
        made_on=DAY,
    )
    marker = Marker(book=ledger.code, partner=PARTNER, form=FORM.name, period=PERIOD, version=str(ledger.version))
    path = folder / FILE
    path.write_bytes(write_workbook(FORM, rows, header=header, marker=marker))
    return path


def test_untouched_sheet_is_unchanged(ledger: Ledger, rows: list[FormRow], tmp_path: Path) -> None:
    path = written(ledger, rows, tmp_path)
    note(ledger, rows)
    plan = make_plan(ledger, read_sheets(path))
    assert {verdict: count for verdict, count in plan.counts.items() if count} == {Verdict.UNCHANGED: 2}


def test_untouched_sheet_asks_nothing_though_the_book_went_on(
    ledger: Ledger, rows: list[FormRow], tmp_path: Path
) -> None:
    path = written(ledger, rows, tmp_path)
    note(ledger, rows)
    appeal = ledger.records(Appeal)[0]
    save_records(ledger, [appeal.with_values({"title": "楼道灯和门禁都坏了"})], label="改")
    plan = make_plan(ledger, read_sheets(path))
    assert {verdict: count for verdict, count in plan.counts.items() if count} == {Verdict.UNCHANGED: 2}
