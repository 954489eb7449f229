"""What a sample book promises beyond its size: sound choices, whole families, visits on plausible days."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from minqing.actions import sample as module
from minqing.actions.records import save_records
from minqing.actions.sample import create_sample
from minqing.errors import LedgerExists
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.catalogue import KINDS
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.identity import code_of, is_id
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.handling import ALLOWED, Progress, advanced, deadline

PASSWORD = "守口如瓶"
DAY = date(2026, 11, 20)
HOMES = 130
DOORS_OF_THE_THIRD = 10


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Two buildings and the first doors of a third, only read."""
    path = tmp_path_factory.mktemp("sample") / "样本.mqb"
    with create_sample(path, PASSWORD, households=HOMES, seed=7, on=DAY) as made:
        yield made


def contents(ledger: Ledger) -> dict[str, Record]:
    return {one.id: one for model in KINDS.values() for one in ledger.records(model)}


def test_another_seed_gives_other_ids(book: Ledger, tmp_path: Path) -> None:
    with create_sample(tmp_path / "另.mqb", PASSWORD, households=5, seed=8, on=DAY) as other:
        assert not contents(other).keys() & contents(book).keys()
    assert all(map(is_id, contents(book)))


def test_what_is_added_later_has_an_id_of_another_code(tmp_path: Path) -> None:
    with create_sample(tmp_path / "样.mqb", PASSWORD, households=2, seed=3, on=DAY) as ledger:
        [added] = save_records(ledger, [Contact(name="石×")], label="新增").added
        assert code_of(added) not in {code_of(one.id) for one in ledger.records(Household)}


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "已有.mqb"
    path.write_bytes(b"mine")
    with pytest.raises(LedgerExists):
        create_sample(path, PASSWORD, households=1)
    assert path.read_bytes() == b"mine"


def test_a_sample_that_could_not_be_filled_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("out of words")

    monkeypatch.setattr(module, "fill_sample", refuse)
    path = tmp_path / "样.mqb"
    with pytest.raises(RuntimeError, match="out of words"):
        create_sample(path, PASSWORD)
    assert not path.exists()


def test_every_door_is_there_once(book: Ledger) -> None:
    homes = book.records(Household)
    assert len(homes) == len({one.door_key for one in homes}) == HOMES
    assert [one.name for one in book.records(Building)] == ["1", "2", "3"]


def test_a_building_that_is_not_full_lists_the_doors_it_lacks(book: Ledger) -> None:
    *full, last = book.records(Building)
    assert not any(one.exceptions for one in full)
    doors = module.UNITS * module.FLOORS * module.DOORS
    assert len(set(last.exceptions)) == doors - DOORS_OF_THE_THIRD
    known = {f"{one.unit}单元{one.room}" for one in book.records(Household, building=last.name)}
    assert len(known) == DOORS_OF_THE_THIRD
    assert not known & set(last.exceptions)


def test_every_value_is_one_that_a_sheet_gives_back(book: Ledger) -> None:
    for one in contents(book).values():
        for name, field in type(one).fields().items():
            assert field.read(one.show(name))[name] == getattr(one, name), (one.id, name)


def test_every_family_has_one_head_and_empty_homes_have_nobody(book: Ledger) -> None:
    heads = Counter(one.household for one in book.records(Resident) if one.is_head)
    lived_in = {one.id for one in book.records(Household) if not one.vacant}
    assert heads == Counter(lived_in)
    assert {one.household for one in book.records(Resident)} == lived_in


def test_visits_are_on_weekdays_of_the_quarter_and_at_homes_with_people(book: Ledger) -> None:
    visits = book.records(Visit)
    days = {one.visited_on for one in visits if one.visited_on}
    assert all(day.weekday() < 5 and DAY - timedelta(weeks=13) < day <= DAY for day in days)
    assert not {one.id for one in book.records(Household, house_type="空置")} & {one.household for one in visits}


def test_somebody_is_met_only_where_the_door_opened(book: Ledger) -> None:
    names = defaultdict(set)
    for one in book.records(Resident):
        names[one.household].add(one.name)
    for visit in book.records(Visit):
        assert bool(visit.met) == visit.met_someone
        assert names[visit.household] >= set(visit.met)


def replayed(appeal: Appeal, steps: list[Step]) -> Appeal:
    """The appeal as its steps say it must be, each of them allowed in the state before."""
    found = Appeal(id=appeal.id, state="待受理", registered_on=appeal.registered_on, due_on=deadline(appeal))
    for step in steps:
        assert step.action in ALLOWED[found.state]
        assert step.happened_on
        found, _ = advanced(found, Progress(step.action, step.happened_on, text=step.text))
    return found


def test_every_appeal_is_what_its_steps_made_of_it(book: Ledger) -> None:
    steps: dict[str, list[Step]] = defaultdict(list)
    for step in book.records(Step):
        steps[step.appeal].append(step)
    for appeal in book.records(Appeal):
        expected = replayed(appeal, steps[appeal.id][1:])
        for name in ("state", "closed_on", "outcome", "solution", "due_on"):
            assert getattr(appeal, name) == getattr(expected, name), (appeal.number, name)
        assert bool(appeal.satisfaction) == (appeal.state == "已办结")


def test_appeals_were_asked_at_the_visit_they_name(book: Ledger) -> None:
    visits = {one.id: one for one in book.records(Visit)}
    for appeal in book.records(Appeal):
        visit = visits[appeal.visit]
        assert visit.met_someone
        assert (appeal.household, appeal.registered_on) == (visit.household, visit.visited_on)


def test_numbers_of_a_month_run_from_one_without_a_gap(book: Ledger) -> None:
    months: dict[int, list[str]] = defaultdict(list)
    for appeal in book.records(Appeal):
        assert appeal.registered_on
        months[appeal.registered_on.month].append(appeal.number)
    for month, numbers in months.items():
        assert sorted(numbers) == [f"{month:02d}-{n:03d}" for n in range(1, len(numbers) + 1)]


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 11, 22), date(2027, 1, 1)], ids=str)
def test_it_can_end_on_any_day(tmp_path: Path, day: date) -> None:
    with create_sample(tmp_path / "样.mqb", PASSWORD, households=12, on=day) as ledger:
        visited = [one.visited_on for one in ledger.records(Visit) if one.visited_on]
        assert max(visited) <= day
        assert (day - max(visited)).days < 7
        assert not [one.breaches() for one in contents(ledger).values() if one.breaches()]
