"""A small real book, its weekly sheet on disk, and the office's hand on that sheet."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from functools import partial
from pathlib import Path

import openpyxl
import pytest

from exports.workbook import write_workbook
from minqing.actions.exchange import note_sent
from minqing.exchange.plan import Plan
from minqing.exchange.planner import make_plan
from minqing.exchange.sending.outgoing import rows_to_send
from minqing.forms.form import Header
from minqing.forms.library import form_named
from minqing.forms.marker import Marker
from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

PASSWORD = "守口如瓶"
PROFILE = Profile(owner="罗×", street="新光路街道", community="生活桥社区", estate="生活桥小区")


def _fill(ledger: Ledger) -> None:
    with ledger.change("建档") as tx:
        for number, (name, phone) in enumerate(
            [("谢玉兰", "16900000107"), ("韦国强", "16900000113"), ("范立新", "16900000162")], 1
        ):
            home = tx.add(
                Household(
                    street="新光路街道",
                    community="生活桥社区",
                    estate="生活桥小区",
                    building=str(number),
                    unit="2",
                    room="501",
                    situation=f"{number} 人，夫妻退休",
                )
            )
            tx.add(Resident(household=home.id, name=name, relation="户主", phones=(phone,)))
            visit = tx.add(
                Visit(
                    household=home.id,
                    visited_on=date(2026, 11, 15 + number),
                    visited_at=time(15, 20),
                    visitors=("罗×",),
                    result="见面",
                    said="都好",
                )
            )
            if number != 2:
                tx.add(
                    Appeal(
                        household=home.id,
                        visit=visit.id,
                        registered_on=visit.visited_on,
                        title=f"楼道灯不亮 {number}",
                        category="照明",
                        state="办理中",
                        handler="物业 冯×",
                    )
                )


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed book with three households, three visits and two appeals; copied for each test."""
    path = tmp_path_factory.mktemp("book") / "样本.mqb"
    with Ledger.create(path, PASSWORD, PROFILE) as ledger:
        _fill(ledger)
    return path


@pytest.fixture
def ledger(template: Path, tmp_path: Path) -> Iterator[Ledger]:
    path = tmp_path / "账本.mqb"
    shutil.copy(template, path)
    with Ledger.open(path, PASSWORD) as opened:
        yield opened


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    """A book without records, as the office's own may be."""
    with Ledger.create(tmp_path / "空账本.mqb", PASSWORD, PROFILE) as created:
        yield created


Send = Callable[..., Path]


def send_sheet(
    folder: Path, ledger: Ledger, form_name: str = "民情台账", partner: str = "街道办", name: str = "周报.xlsx"
) -> Path:
    """Write a form's sheet for a partner into ``folder``, as ``minqing export`` does."""
    form = form_named(form_name)
    rows = rows_to_send(ledger, form)
    header = Header(
        street="新光路街道",
        community="生活桥社区",
        estate="生活桥小区",
        owner="罗×",
        phone="",
        period="2026年第47周",
        made_on=date(2026, 11, 20),
    )
    marker = Marker(
        book=ledger.code, partner=partner, form=form.name, period="2026年第47周", version=str(ledger.version)
    )
    path = folder / name
    path.write_bytes(write_workbook(form, rows, header=header, marker=marker))
    note_sent(ledger, form=form, rows=rows, partner=partner, file=name, period="2026年第47周", digest="")
    return path


@pytest.fixture
def send(tmp_path: Path) -> Send:
    """:func:`send_sheet` into the test's own folder."""
    return partial(send_sheet, tmp_path)


def edit(path: Path, cells: Mapping[tuple[str, str], object], *, sheet: str = "民情台账") -> Path:
    """The office edits: (text found in a row, header) to the new cell. Saved beside the original."""
    book = openpyxl.load_workbook(path)
    found = book[sheet]
    rows = [[str(value or "") for value in row] for row in found.values]
    head = next(row for row in rows if "序号" in row)
    for (needle, header), value in cells.items():
        number = next(number for number, row in enumerate(rows, 1) if any(needle in text for text in row))
        found.cell(number, head.index(header) + 1).value = value  # type: ignore[assignment]
    target = path.with_name(f"回传-{path.name}")
    book.save(target)
    return target


def plan_of(ledger: Ledger, path: Path, partner: str = "") -> Plan:
    return make_plan(ledger, read_sheets(path), partner=partner)


def sheet(path: Path, headers: str, *rows: str, title: str = "") -> Path:
    """A sheet of somebody who does not have this program: cells separated by ``|``, a blank one is empty."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    if title:
        page.append([title])
    for line in (headers, *rows):
        page.append([cell.strip() or None for cell in line.split("|")])
    book.save(path)
    return path


def counted(plan: Plan) -> dict[str, int]:
    """Verdicts that occur, with their number."""
    return {verdict.value: count for verdict, count in plan.counts.items() if count}
