"""Taking in a sheet of the built-in 民情台账: read, check, match, plan, apply with journal and search."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from bench import data, floors
from bench.measure import Result, Scale, peak_megabytes, seconds
from exports.workbook import write_workbook
from minqing.exchange.applying import apply_plan
from minqing.exchange.planner import make_plan
from minqing.forms.form import FormRow, Header
from minqing.forms.library import form_named
from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

_ROWS = 100_000
_PASSWORD = "测速用的密码"


def rows(count: int) -> Iterator[FormRow]:
    """``count`` visits to as many homes, every other one with an appeal."""
    for number in range(count):
        unit, floor, door = number // 20 % 3 + 1, number // 2 % 10 + 1, number % 2 + 1
        home = Household(
            estate=f"测试{number // 4800 + 1}区", building=str(number // 60 % 80 + 1), unit=str(unit),
            room=f"{floor}{door:02d}", situation=f"{number % 5 + 1} 人，双职工",
        )  # fmt: skip
        name = data.SURNAMES[number % 20] + data.GIVEN[number // 20 % 20] + data.GIVEN[number // 400 % 20]
        head = Resident(name=name, relation="户主", phones=(f"169{number:08d}",))
        visit = Visit(household="x", visited_on=date(2026, 1, 1) + timedelta(days=number % 300), visitors=("罗×",))
        row: dict[str, Household | Resident | Visit | Appeal] = {"household": home, "head": head, "visit": visit}
        if wish := data.WISHES[number % len(data.WISHES)]:
            row["appeal"] = Appeal(title=f"{wish} {number}", category="公共设施", state="办理中", handler="物业 冯×")
        yield row


def take_in(book: Path, sheet: Path) -> None:
    """Everything that an import does, into a new book."""
    profile = Profile(owner="罗×", street="新光路街道", community="生活桥社区", estate="测试小区")
    with Ledger.create(book, _PASSWORD, profile) as ledger:
        applied = apply_plan(ledger, make_plan(ledger, read_sheets(sheet)))
        assert applied.changes, "nothing was taken in"


def measure(scale: Scale) -> Iterable[Result]:
    """Our import against calamine's reading and sqlite's ``executemany``, and its memory."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "台账.xlsx"
        header = Header(street="新光路街道", community="生活桥社区", estate="测试小区", owner="罗×", phone="",
                        period="2026年", made_on=date(2026, 11, 20))  # fmt: skip
        form = form_named("民情台账")
        plain = list(rows(scale.of(_ROWS)))
        sheet.write_bytes(write_workbook(form, plain, header=header))
        del plain
        floor = seconds(lambda: floors.take_in(sheet, Path(folder) / "floor.db", form.sheet))
        ours = seconds(lambda: take_in(Path(folder) / "账本.mqb", sheet))
    yield Result(title=f"导入 {scale.of(_ROWS):,} 行民情台账", ours=ours, floor=floor, unit="秒", goal=3,
                 floor_name="calamine + executemany")  # fmt: skip
    peak = peak_megabytes()
    if peak is not None:
        yield Result(title="导入时的内存峰值", ours=peak, floor=None, unit="MB", goal=2000)
