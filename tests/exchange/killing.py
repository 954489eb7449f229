"""Processes killed while they take a sheet in or take it back: the book must hold all of it or nothing."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from minqing.actions.reading import read_for
from minqing.exchange.applying import apply_plan
from minqing.exchange.planner import make_plan
from minqing.forms.library import form_named
from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.exchange.hands import NOTHING, handled
from tests.exchange.histories import PASSWORD
from tests.exchange.worlds import WEEKLY, Desk, World, contents, hold
from tests.quick_keys import keys_derived_once

State = tuple[object, ...]
_LINKS = ("id", "household", "visit", "resident", "revision")
_FORKING = "fork" in multiprocessing.get_all_start_methods()
_PROCESSES = multiprocessing.get_context("fork") if _FORKING else multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Scene:
    """A book before and after a sheet was taken in, both closed; what they hold, and how long either way takes."""

    before: Path
    after: Path
    sheet: Path
    held: tuple[State, State]
    seconds: tuple[float, float]


@contextmanager
def scene(rows: int) -> Iterator[Scene]:
    """A book of ``rows`` visits, and its weekly sheet edited by the office in every row."""
    with keys_derived_once(), TemporaryDirectory() as folder:
        before, after = Path(folder) / "前" / "账本.mqb", Path(folder) / "后" / "账本.mqb"
        after.parent.mkdir()
        with Ledger.create(before, PASSWORD, Profile(owner="罗×", street="新光路街道", community="生活桥社区")) as book:
            _furnish(book, rows)
            world = World(before.parent, [Desk("助理", book), Desk("街道办", book)])
            letter = world.send(0, 1, WEEKLY)
            sheet = handled(world, letter, NOTHING.every_row(), back=True).path
            first = state_of(book)
        shutil.copy(before, after)
        with Ledger.open(after, PASSWORD) as book:
            started = time.perf_counter()
            _work(book, sheet, undo=False)
            applied = time.perf_counter() - started
            second = state_of(book)
        hold(first != second, "there is something to take in", sheet)
        copy = before.with_name("试.mqb")
        shutil.copy(after, copy)
        with Ledger.open(copy, PASSWORD) as book:
            started = time.perf_counter()
            _work(book, sheet, undo=True)
            yield Scene(before, after, sheet, (first, second), (applied, time.perf_counter() - started))


def kill_once(scene: Scene, dice: random.Random, *, undo: bool) -> str:
    """Kill a process that takes the sheet in, or takes it back; gives 全有 or 全无, raises Broken for anything else."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "账本.mqb"
        shutil.copy(scene.after if undo else scene.before, path)
        ours, theirs = _PROCESSES.Pipe()
        process = _PROCESSES.Process(target=_victim, args=(path, scene.sheet, undo, theirs))
        process.start()
        ours.recv()
        time.sleep(dice.uniform(0, 2 * scene.seconds[undo]))
        process.kill()
        process.join()
        with Ledger.open(path, PASSWORD) as book:
            problems = book.check()
            hold(not problems, "a book whose process was killed is sound", problems)
            found = state_of(book)
        hold(found in scene.held, "all or nothing", (undo, [len(part) for part in found if isinstance(part, list)]))
        return ("全无", "全有")[(found == scene.held[1]) is not undo]


def kill_many(times: int, seed: int, *, rows: int) -> dict[str, int]:
    """Kill so often, taking in and taking back by turns; gives how often all of it, and nothing of it, was there."""
    dice, found = random.Random(seed), {"全有": 0, "全无": 0}
    with scene(rows) as made:
        for number in range(times):
            found[kill_once(made, dice, undo=bool(number % 2))] += 1
    return found


def _victim(path: Path, sheet: Path, undo: bool, line: Connection) -> None:
    with keys_derived_once(), Ledger.open(path, PASSWORD) as book:
        line.send("los")
        _work(book, sheet, undo=undo)
        time.sleep(60)


def _work(book: Ledger, sheet: Path, *, undo: bool) -> None:
    if undo:
        book.undo(next(change.id for change in book.history() if change.label.startswith("导入")))
    else:
        apply_plan(book, make_plan(book, read_for(book, sheet).readings))


def state_of(book: Ledger) -> State:
    """Records but for their new ids, what each side knows, and the list of sheets."""
    records = sorted(
        repr({name: value for name, value in values.items() if name not in _LINKS})
        for values in contents(book).values()
    )
    cells = sorted(repr(sorted(base.cells.items())) for base in book.bases("街道办", form_named(WEEKLY).name).values())
    return records, cells, [(one.direction, one.rows) for one in book.exchanges()]


def _furnish(book: Ledger, rows: int) -> None:
    with book.change("建档") as tx:
        for number in range(rows):
            home = tx.add(Household(estate="生活桥小区", building=str(number + 1), room="501", situation="三人"))
            tx.add(Resident(household=home.id, name=f"户主{number}", relation="户主", phones=("16900000100",)))
            day = date(2026, 11, 1 + number % 28)
            visit = tx.add(Visit(household=home.id, visited_on=day, visitors=("罗×",), said="都好"))
            tx.add(
                Appeal(household=home.id, visit=visit.id, registered_on=day, title=f"灯不亮{number}", state="办理中")
            )
