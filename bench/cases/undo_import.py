"""Undoing the import of 100,000 rows: at once, and after 100 later edits, of which it names what it kept."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from bench.cases.take_in import rows
from bench.measure import Result, Scale, peak_megabytes, seconds
from exports.workbook import write_workbook
from minqing.exchange.applying import apply_plan
from minqing.exchange.planner import make_plan
from minqing.forms.form import Header
from minqing.forms.library import form_named
from minqing.forms.sheet import read_sheets
from minqing.ledger import Ledger, Profile, Undone
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

_ROWS = 100_000
_EDITS = 100
_PASSWORD = "测速用的密码"
_PLACE = Profile(owner="罗×", street="新光路街道", community="生活桥社区", estate="测试小区")


def sheet_of(folder: Path, count: int) -> Path:
    """A sheet of ``count`` rows as another book sends it."""
    header = Header(street=_PLACE.street, community=_PLACE.community, estate=_PLACE.estate, owner=_PLACE.owner,
                    phone="", period="2026年", made_on=date(2026, 11, 20))  # fmt: skip
    path = folder / "台账.xlsx"
    path.write_bytes(write_workbook(form_named("民情台账"), list(rows(count)), header=header))
    return path


def take_in(ledger: Ledger, sheet: Path) -> int:
    """Import the sheet; the id of the change."""
    return apply_plan(ledger, make_plan(ledger, read_sheets(sheet))).changes.id


def edit_later(ledger: Ledger, count: int) -> None:
    """``count`` edits as people make them in the weeks after: a door's notes, a name, a visit to one more home."""
    homes = ledger.records(Household)
    heads = ledger.records(Resident)
    step = len(homes) // count
    for number in range(count):
        home, head = homes[number * step], heads[number * step + step // 2]
        with ledger.change(f"后来的第 {number + 1} 次改动") as tx:
            if number % 3 == 0:
                tx.update(home.with_values({"notes": f"后来补的话 {number}"}))
            elif number % 3 == 1:
                tx.update(head.with_values({"name": f"{head.name}儿"}))
            else:
                tx.add(Visit(household=home.id, visited_on=date(2026, 11, 21), visitors=("罗×",)))


class Undoing:
    """Takes changes back, and remembers what became of the last one."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.undone: Undone | None = None

    def undo(self, change: int) -> None:
        """Undo one change."""
        self.undone = self._ledger.undo(change)

    def told(self) -> str:
        """What it kept, by reason, and the first by name."""
        kept = self.undone.kept if self.undone else ()
        counts = Counter(one.why for one in kept)
        reasons = "，".join(f"{why} {count}" for why, count in counts.items())
        return f"留下 {len(kept)} 条：{reasons}；如 {'、'.join(one.label for one in kept[:3])}"


def measure(scale: Scale) -> Iterable[Result]:
    """Undo at once, again (which brings everything back), and after later edits; its time and memory."""
    count = scale.of(_ROWS)
    with tempfile.TemporaryDirectory() as name, Ledger.create(Path(name) / "账本.mqb", _PASSWORD, _PLACE) as ledger:
        sheet, changes = sheet_of(Path(name), count), list[int]()
        floor = seconds(lambda: changes.append(take_in(ledger, sheet)))
        before = peak_megabytes()
        undoing = Undoing(ledger)
        at_once = seconds(lambda: undoing.undo(changes[0]))
        assert undoing.undone is not None, "nothing was undone"
        assert not undoing.undone.kept, "nothing was edited, and something was kept"
        assert not ledger.count(Household), "something is left"
        taken_back = undoing.undone.changes.id
        again = seconds(lambda: undoing.undo(taken_back))
        edit_later(ledger, _EDITS)
        edited = seconds(lambda: undoing.undo(undoing.undone.changes.id if undoing.undone else 0))
        after = peak_megabytes()
        print(undoing.told(), file=sys.stderr)
        assert undoing.undone.kept, "nothing was kept though it was edited"
    for title, took in (
        (f"撤销 {count:,} 行的导入", at_once),
        ("恢复这次导入", again),
        (f"后来又改了 {_EDITS} 处再撤销", edited),
    ):
        yield Result(title=title, ours=took, floor=floor, unit="秒", goal=1, floor_name="导入这张表")
    if before is not None and after is not None:
        yield Result(title="撤销时比导入多占的内存", ours=max(0.0, after - before), floor=None, unit="MB", goal=300)
