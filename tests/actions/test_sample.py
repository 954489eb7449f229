"""The sample book: the same for the same seed, nobody's data, and appeals whose steps make sense."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from minqing.actions.sample import create_sample
from minqing.actions.sample_people import phone
from minqing.ledger import Ledger
from minqing.records.appeal import STATES, Appeal, Step
from minqing.records.base import Record
from minqing.records.building import Building
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.id_number import parse_id_number
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.due import due_household, due_households
from minqing.work.handling import Progress, advanced

ON = date(2026, 11, 18)
MODELS: tuple[type[Record], ...] = (Household, Building, Resident, Visit, Appeal, Step, Contact)


def everything(ledger: Ledger) -> list[Record]:
    return [one for model in MODELS for one in ledger.records(model)]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with create_sample(tmp_path_factory.mktemp("sample") / "样本.mqb", "密码", on=ON) as ledger:
        yield ledger


def test_the_same_seed_gives_the_same_book_and_another_one_another(tmp_path: Path) -> None:
    books = []
    for name, seed in (("一", 5), ("二", 5), ("三", 6)):
        with create_sample(tmp_path / f"{name}.mqb", "密码", households=24, seed=seed, on=ON) as ledger:
            books.append(everything(ledger))
    assert books[0] == books[1], "ids and all"
    assert [one.values() for one in books[0]] != [one.values() for one in books[2]]


@pytest.mark.parametrize("households", [1, 2, 3, 61])
def test_a_book_of_any_size_can_be_made(tmp_path: Path, households: int) -> None:
    for seed in range(3):
        with create_sample(tmp_path / f"{seed}.mqb", "密码", households=households, seed=seed, on=ON) as ledger:
            assert ledger.count(Household) == households


def test_its_size_and_its_soundness(book: Ledger) -> None:
    assert book.count(Household) == 480
    assert 120 <= book.count(Appeal) <= 200
    assert book.count(Resident) > 900
    assert book.check() == []
    assert not [(one, one.breaches()) for one in everything(book) if one.breaches()]
    assert max(str(one.visited_on) for one in book.records(Visit)) <= str(ON)


def test_nobody_is_real(book: Ledger) -> None:
    people = book.records(Resident)
    assert {one.id_number[:6] for one in people} == {"990101"}
    assert all(parse_id_number(one.id_number) == one.id_number for one in people), "though they pass every check"
    assert len({one.id_number for one in people}) == len(people)
    text = "\n".join(str(one.values()) for one in everything(book))
    assert {number[:3] for number in re.findall(r"(?<!\d)1\d{10}(?!\d)", text)} == {"169"}
    assert {number[:6] for number in re.findall(r"(?<!\d)\d{17}[\dX](?!\d)", text)} == {"990101"}


def test_every_phone_is_of_the_range_that_nobody_has() -> None:
    from random import Random

    assert {phone(Random(seed))[:3] for seed in range(50)} == {"169"}


def test_parents_are_older_than_their_children(book: Ledger) -> None:
    families: dict[str, list[Resident]] = {}
    for one in book.records(Resident):
        families.setdefault(one.household, []).append(one)
    for members in families.values():
        head = next(one for one in members if one.is_head)
        for one in members:
            years = int(head.birth[:4]) - int(one.birth[:4])
            if one.relation in {"子", "女"}:
                assert years <= -15, (head, one)
            if one.relation == "母亲":
                assert years >= 15, (head, one)


def test_appeals_are_in_every_state_with_numbers_of_their_months(book: Ledger) -> None:
    appeals = book.records(Appeal)
    assert Counter(one.state for one in appeals).keys() == set(STATES)
    assert len({(str(one.registered_on)[:7], one.number) for one in appeals}) == len(appeals)
    assert all(one.number.startswith(f"{one.registered_on:%m}-") for one in appeals)
    assert any(one.overdue_on(ON) for one in appeals)


def test_the_steps_of_an_appeal_lead_to_where_it_stands(book: Ledger) -> None:
    steps: dict[str, list[Step]] = {}
    for one in book.records(Step):
        steps.setdefault(one.appeal, []).append(one)
    for appeal in book.records(Appeal):
        first, *rest = steps[appeal.id]
        assert first.action == "登记"
        days = [step.happened_on for step in steps[appeal.id] if step.happened_on]
        assert days == sorted(days)
        assert appeal.registered_on == days[0]
        assert days[-1] <= ON
        walked = appeal.with_values({"state": "待受理", "closed_on": None})
        for step in rest:
            assert step.happened_on is not None
            walked, _ = advanced(walked, Progress(step.action, step.happened_on))
        assert walked.state == appeal.state
        assert (appeal.closed_on is not None) is appeal.settled


def test_one_household_is_due_for_the_reasons_that_all_together_show(tmp_path: Path) -> None:
    on = date(2026, 11, 20)
    with create_sample(tmp_path / "样本.mqb", "样本的密码", households=90, on=on) as ledger:
        together = {due.household.id: due for due in due_households(ledger, on)}
        assert 0 < len(together) < 90
        for household in ledger.records(Household):
            assert due_household(ledger, household, on) == together.get(household.id)
