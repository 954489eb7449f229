"""Search as you type on 10,000 and on 300,000 residents, beside the bare index queries of the same searches."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bench import data
from bench.measure import Result, Scale, percentile
from minqing.ledger import Ledger, Profile, search
from minqing.ledger.pinyin import name_keys
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

RESIDENTS = 300_000
FEW = 10_000
GOAL = 5.0
LIMIT = 20
TYPED = 400


def fill(book: Ledger, residents: int) -> list[Resident]:
    """Residents, three to a household, and a visit and an appeal for every tenth of them."""
    chance = random.Random(residents)
    with book.change("样本") as tx:
        homes = tx.add_all([home(number) for number in range(residents // 3 + 1)])
        people = tx.add_all([person(chance, number, homes[number // 3].id) for number in range(residents)])
        some = people[::10]
        tx.add_all([Visit(household=one.household, visited_on=DAY, said=said(chance)) for one in some])
        tx.add_all([Appeal(household=one.household, title=said(chance)[:12], text=said(chance)) for one in some])
    return people


DAY = date(2026, 11, 19)


def home(number: int) -> Household:
    """One made-up household."""
    _, building, unit, room = data.door(number * 3)
    return Household(
        estate="样本苑",
        building=building.rstrip("栋"),
        unit=unit.removesuffix("单元"),
        room=room,
        grid=f"第{number % 9}网格",
    )


def person(chance: random.Random, number: int, household: str) -> Resident:
    """One made-up resident."""
    name, sex, born, _, phone, _, relation, _, _ = data.person(chance, number)
    return Resident(household=household, name=name, sex=sex, birth=born, phones=(phone,), relation=relation)


def said(chance: random.Random) -> str:
    """Some forty characters of what people say."""
    return "，".join(chance.choices([wish for wish in data.WISHES if wish], k=6))


def typed(people: list[Resident]) -> list[str]:
    """What somebody types on the way to a name, its pinyin, a phone, a door and a few words, key by key."""
    chance = random.Random(7)
    texts: list[str] = []
    while len(texts) < TYPED:
        one = chance.choice(people)
        full, initials, *_ = name_keys(one.name)
        door = data.door(chance.randrange(len(people)))
        whole = (one.name, full, initials, one.phones[0], "".join(door[1:]), "楼道灯不亮", "加装电梯")
        texts += [text[:length] for text in whole for length in range(1, len(text) + 1)]
        texts += [one.phones[0][-4:], door[3], "-".join(part.rstrip("栋单元") for part in door[1:])]
    return texts


def milliseconds(book: Ledger, texts: list[str]) -> tuple[list[float], list[float]]:
    """For each text: the public search, and the same index queries alone."""
    raw = book._connection.raw  # noqa: SLF001 - the floor is the driver itself
    ours, bare = [], []
    for text in texts:
        queries = list(search.expressions(text))
        started = time.perf_counter()
        book.search(text, limit=LIMIT)
        ours.append((time.perf_counter() - started) * 1000)
        started = time.perf_counter()
        found = 0
        for query in queries:
            if found < LIMIT:
                found += len(raw.execute(search.MATCH, (query, LIMIT)).fetchall())
        bare.append((time.perf_counter() - started) * 1000)
    return ours, bare


@contextmanager
def sample_book(residents: int) -> Iterator[tuple[Ledger, list[Resident]]]:
    """A book of that size, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        book = Ledger.create(Path(folder, "样本.mqb"), "bench", Profile(owner="甲", street="街道", community="社区"))
        yield book, fill(book, residents)
        book.close()


def measure(scale: Scale) -> Iterator[Result]:
    """The 95th percentile of all keystrokes, on a small book and on a large one."""
    for residents in (scale.of(FEW), scale.of(RESIDENTS)):
        with sample_book(residents) as (book, people):
            texts = typed(people)
            milliseconds(book, texts[:50])
            ours, bare = milliseconds(book, texts)
        worst = texts[ours.index(max(ours))]
        title = f"边打边查，{residents:,} 名居民，第 95 百分位（最慢 {max(ours):.1f} 毫秒：{worst}）"
        yield Result(title=title, ours=percentile(ours, 0.95), floor=None, unit="毫秒", goal=GOAL)
        yield Result(
            title=f"边打边查，{residents:,} 名居民，全部按键",
            ours=sum(ours) / len(ours),
            floor=sum(bare) / len(bare),
            unit="毫秒",
            goal=GOAL,
            floor_name="只做索引查询",
        )
