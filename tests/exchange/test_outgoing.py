"""Which rows a list of homes sends out, and that what was counted for it does not come back as an edit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from openpyxl import Workbook

from exports.filling.fill import fill_workbook
from minqing.actions.exchange import note_sent
from minqing.exchange.planner import make_plan
from minqing.exchange.sending.outgoing import rows_to_send
from minqing.forms.form import Form, Header
from minqing.forms.learning.proposal import propose
from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from tests.exchange.conftest import PROFILE


def learned(path: Path, *labels: str) -> tuple[Form, bytes]:
    """An office's list with these columns, learned from its blank workbook."""
    book = Workbook()
    book.worksheets[0].append(["一户一档分组统计表"])
    book.worksheets[0].append(labels)
    book.save(path)
    proposal = propose(path).named("统计表")
    return proposal.form, proposal.workbook


def test_people_are_counted_and_homes_without_any_left_out(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.change("建档") as tx:
        tx.add(Household(estate="生活桥小区", building="9", room="901", house_type="空置"))
        home = ledger.records(Household)[0]
        tx.add(Resident(household=home.id, name="谢小满", relation="女"))
        tx.add(Resident(household=home.id, name="谢老太", relation="母亲", status="去世"))
    form, _ = learned(tmp_path / "表.xlsx", "序号", "户主", "人数", "家庭类型", "备注")
    rows = rows_to_send(ledger, form)
    shown = [[form.text_of(column, row) for column in form.columns[1:3]] for row in rows]
    assert shown == [["谢玉兰", "2"], ["韦国强", "1"], ["范立新", "1"]]
    with_doors, _ = learned(tmp_path / "门牌表.xlsx", "序号", "门牌", "户主", "人数", "家庭类型")
    assert len(rows_to_send(ledger, with_doors)) == 4


def test_a_count_that_was_sent_is_no_edit_when_it_comes_back(ledger: Ledger, tmp_path: Path) -> None:
    form, workbook = learned(tmp_path / "表.xlsx", "序号", "小区", "门牌", "户主", "人数")
    rows = rows_to_send(ledger, form)
    header = Header("", "", "", PROFILE.owner, "", "", made_on=date(2026, 11, 20))
    path = tmp_path / "填好.xlsx"
    path.write_bytes(fill_workbook(workbook, form, rows, header=header))
    note_sent(ledger, form=form, rows=rows, partner="街道办", file=path.name, period="", digest="")
    plan = make_plan(ledger, read_sheets(path, form=form), partner="街道办")
    assert [row.verdict.value for row in plan.rows] == ["unchanged"] * 3
