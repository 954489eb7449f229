"""The search box of the window: hits in words, one line per household, each leading somewhere."""

from __future__ import annotations

import pytest

from minqing.actions.joining import join_residents
from minqing.actions.records import save_records
from minqing.ledger import Ledger
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ui.sample_book import DOOR, HEAD, MATTER, PHONE, TODAY, WIFE, family_of, matter_of, member_of
from ui.finding import found
from ui.widgets.search import Group, Result


def group(groups: list[Group], title: str) -> tuple[Result, ...]:
    return next((one.results for one in groups if one.title == title), ())


def look(ledger: Ledger, text: str) -> list[Group]:
    return list(found(ledger, text))


@pytest.mark.parametrize("text", [HEAD, "oylx", PHONE, PHONE[-4:]])
def test_a_person_leads_to_the_household(ledger: Ledger, text: str) -> None:
    [first, *_] = group(look(ledger, text), "家庭")
    assert first == Result(HEAD, f"{DOOR} 户主", ("household", family_of(ledger).id))


@pytest.mark.parametrize("text", [DOOR, "9-1-301", "9#1-301", "九栋一单元301室"])
def test_a_door_in_any_spelling_shows_its_head(ledger: Ledger, text: str) -> None:
    [first, *_] = group(look(ledger, text), "家庭")
    assert first == Result(DOOR, HEAD, ("household", family_of(ledger).id))


def test_the_id_of_what_was_joined_leads_to_what_is_left(ledger: Ledger) -> None:
    head = member_of(ledger, HEAD)
    with ledger.change("再登一次") as tx:
        twin = tx.add(Resident(name=HEAD))
    join_residents(ledger, keep=head, gone=twin)
    [first, *_] = group(look(ledger, twin.id.lower()), "家庭")
    assert first.payload == ("household", family_of(ledger).id)


def test_a_household_stands_there_once(ledger: Ledger) -> None:
    daughter = Resident(household=family_of(ledger).id, name="欧阳立欣", relation="女")
    save_records(ledger, [daughter], label="添成员")
    homes = group(look(ledger, "欧阳立"), "家庭")
    assert [one.payload for one in homes].count(("household", family_of(ledger).id)) == 1
    best = ledger.get(ledger.search("欧阳立")[0].id)
    assert homes[0].title == best.show("name")


def test_an_appeal_leads_to_its_page(ledger: Ledger) -> None:
    assert group(look(ledger, MATTER), "诉求") == (Result(MATTER, f"{DOOR} 办理中", ("appeals", matter_of(ledger).id)),)


def test_a_visit_leads_to_the_household(ledger: Ledger) -> None:
    visit = Visit(household=family_of(ledger).id, visited_on=TODAY, said="二楼转角堆了旧沙发")
    save_records(ledger, [visit], label="记录走访")
    [first] = group(look(ledger, "旧沙发"), "走访")
    assert first.title == "二楼转角堆了旧沙发"
    assert first.payload == ("household", family_of(ledger).id)
    assert DOOR in first.detail


def test_there_are_never_too_many(ledger: Ledger) -> None:
    assert all(len(one.results) <= 8 for one in look(ledger, "1栋"))


@pytest.mark.parametrize("text", ["zzzzzz", "查无此人", "%", '"', "'; DROP TABLE"])
def test_nothing_found_is_nothing(ledger: Ledger, text: str) -> None:
    assert look(ledger, text) == []


def test_numbers_are_not_shown(ledger: Ledger) -> None:
    said = str(look(ledger, PHONE)) + str(look(ledger, WIFE))
    assert PHONE not in said
