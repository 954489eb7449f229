"""A street office on Friday: 80 weekly sheets of 70 rows from 80 laptops, five of them faulty, taken in at once."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from bench import data
from bench.measure import Result, Scale, peak_megabytes, seconds
from exports.workbook import encrypted
from minqing.actions.reading import Reader
from minqing.errors import SheetError
from minqing.exchange.applying import apply_plan
from minqing.exchange.partners.roll import Roll, Unread, call_roll, look_through
from minqing.exchange.plan import VERDICT_WORDS, Plan
from minqing.exchange.planner import make_plan
from minqing.forms.library import form_named
from minqing.forms.sheet import SheetReading
from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.period import Period
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui.answering import send_replies
from ui.returning import GivenBack, give_back
from ui.sending import send_sheet

_LAPTOPS = 80
_ROWS = 70
_PASSWORD = "测速用的密码"
_STREET = "新光路街道"
_WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))
_FRIDAY = datetime(2026, 11, 20, 16, 30)
_EDITS = (("办理状态", "已吹哨"), ("责任人", "街道 市政所"), ("解决办法", "本周内更换"))


def laptop(folder: Path, number: int) -> Path:
    """The weekly sheet that an assistant's book of 70 visits sends, edited a little by hand."""
    owner = data.SURNAMES[number % 20] + data.GIVEN[number // 20 % 20] + data.GIVEN[number % 20]
    street = "江边街道" if number == 4 else _STREET
    profile = Profile(owner=owner, street=street, community=f"第{number + 1}社区", estate=f"第{number + 1}小区")
    with Ledger.create(folder / f"{number}.mqb", _PASSWORD, profile) as ledger:
        with ledger.change("建档") as tx:
            for row in range(_ROWS):
                home = tx.add(
                    Household(estate=profile.estate, building=str(row // 20 + 1), room=str(101 + row), situation="2 人")
                )
                name = data.SURNAMES[row % 20] + data.GIVEN[row // 20 % 20] + data.GIVEN[(row + number) % 20]
                tx.add(Resident(household=home.id, name=name, relation="户主", phones=(f"169{number:04}{row:04}",)))
                day = _WEEK.start + timedelta(days=row % 7)
                visit = tx.add(Visit(household=home.id, visited_on=day, visitors=(owner,), result="见面"))
                if wish := data.WISHES[row % len(data.WISHES)]:
                    tx.add(
                        Appeal(
                            household=home.id,
                            visit=visit.id,
                            registered_on=day,
                            title=f"{wish} {number}-{row}",
                            state="办理中",
                        )
                    )
        form, target = form_named("民情台账"), folder / "收表" / f"{number + 1:02}-{owner}.xlsx"
        return send_sheet(ledger, form, target, period=_WEEK, partner="街道办").file


def edit_a_little(path: Path, number: int) -> None:
    """Somebody changes three cells in another program; of five sheets something is wrong, and one is late."""
    import openpyxl

    book = openpyxl.load_workbook(path)
    sheet = book["民情台账"]
    head = {str(cell.value): cell.column for cell in sheet[3] if cell.value}
    asked = [row for row in range(4, 4 + _ROWS) if sheet.cell(row, head["反映诉求事项"]).value != "无"]
    for place, (header, text) in enumerate(_EDITS):
        sheet.cell(asked[(number + place * 11) % len(asked)], head[header]).value = text
    if number == 2:
        sheet.cell(10, head["走访日期"]).value = "2026.13.8"
        sheet.cell(11, head["联系电话"]).value = "1380000"
    if number == 3:
        sheet.cell(9, head["记录编号"]).value = sheet.cell(8, head["记录编号"]).value
    book.save(path)
    if number == 0:
        path.write_bytes(path.read_bytes()[:3000])
    elif number == 1:
        path.write_bytes(encrypted(path.read_bytes(), _PASSWORD))
    handed_in = _FRIDAY + timedelta(days=2 if number == 6 else 0)
    os.utime(path, times=(handed_in.timestamp(), handed_in.timestamp()))


def read_all(ledger: Ledger, paths: Sequence[Path]) -> tuple[list[SheetReading], list[Unread]]:
    """All files as the import reads them, and those that it cannot read."""
    reader = Reader(ledger)
    readings: list[SheetReading] = []
    unread: list[Unread] = []
    for path in paths:
        try:
            readings += reader.read(path).readings
        except SheetError as error:
            unread.append(Unread(path, str(error), error.code))
    return readings, unread


class Office:
    """Takes the folder in, and remembers what became of it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.plan: Plan | None = None
        self.roll: Roll | None = None

    def take_in(self, paths: Sequence[Path]) -> None:
        """Everything that the import of a folder does."""
        readings, unread = read_all(self._ledger, paths)
        batch = look_through(self._ledger, readings, unread=unread)
        self.plan = apply_plan(self._ledger, make_plan(self._ledger, batch.readings)).plan
        self.roll = call_roll(batch, self.plan)

    def told(self) -> Iterator[str]:
        """What became of the sheets, and what those get back of which something was wrong."""
        if self.plan is None or self.roll is None:
            return
        counts = self.plan.counts
        yield "行：" + " · ".join(f"{word} {counts[verdict]:,}" for verdict, word in VERDICT_WORDS.items())
        standings = Counter(one.standing.value for one in self.roll.entries)
        yield "表：" + " · ".join(f"{word} {count}" for word, count in standings.items())
        yield f"交表日 {self.roll.due}，迟交：{'、'.join(self.roll.late) or '没有'}"
        for one in self.roll.entries:
            if one.why:
                yield f"  {one.file}：{one.standing}，{one.why}"
        for problem in (problem for row in self.plan.rows for problem in row.problems):
            yield f"  {problem.cell} {problem.message}"

    def give_back(self, folder: Path) -> Sequence[GivenBack]:
        """What the senders get back, beside the replies."""
        if self.plan is None or self.roll is None:
            return ()
        return give_back(self._ledger.profile, self.plan, self.roll, folder)


def given_table(given: Sequence[GivenBack], folder: Path) -> Iterator[str]:
    """Each of the faulty senders with all that lies in ``folder`` for him, and what his 退回说明 says."""
    yield "有毛病的各家得到的："
    for sender in dict.fromkeys(one.sender for one in given):
        mine = [Path(one.file) for one in given if one.sender == sender]
        replies = sorted(folder.glob(f"回复_{sender}_*"))
        yield f"  {sender}：{'、'.join(path.name for path in [*replies, *mine])}"
        for path in (one for one in mine if one.name.startswith("退回说明")):
            yield from (f"    {' | '.join(line)}" for line in _lines_of(path))


def _lines_of(path: Path) -> Iterator[list[str]]:
    import openpyxl

    rows = openpyxl.load_workbook(path).worksheets[0].iter_rows(min_row=4, values_only=True)
    return ([str(cell or "") for cell in row[1:]] for row in rows)


def measure(scale: Scale) -> Iterable[Result]:
    """The import of the folder and its memory, then the answers to all senders."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "收表").mkdir()
        paths = [laptop(folder, number) for number in range(max(6, scale.of(_LAPTOPS)))]
        for number, path in enumerate(paths):
            edit_a_little(path, number)
        shutil.copy2(paths[5], twice := paths[5].with_name("另一份.xlsx"))
        profile = Profile(owner="陈×", street=_STREET, community="")
        with Ledger.create(folder / "街道办.mqb", _PASSWORD, profile) as ledger:
            before = peak_megabytes()
            office = Office(ledger)
            took = seconds(lambda: office.take_in([*paths, twice]))
            after = peak_megabytes()
            (folder / "回复").mkdir()
            form = form_named("民情台账")
            replied = seconds(lambda: send_replies(ledger, form, folder / "回复", period=_WEEK))
            given: list[GivenBack] = []
            returned = seconds(lambda: given.extend(office.give_back(folder / "回复")))
            print("\n".join([*office.told(), *given_table(given, folder / "回复")]), file=sys.stderr)
    count = f"{len(paths)} 份各 {_ROWS} 行的周报"
    yield Result(title=f"一次收 {count}（5 份有毛病）", ours=took, floor=None, unit="秒", goal=15)
    yield Result(title="给每家存一份回复", ours=replied, floor=None, unit="秒", goal=30)
    yield Result(title="给有毛病的各家存退回的表", ours=returned, floor=None, unit="秒", goal=5)
    if before is not None and after is not None:
        yield Result(title="收表时多占的内存", ours=after - before, floor=None, unit="MB", goal=300)
