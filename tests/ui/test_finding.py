"""The search box of the window: hits in words, one line per household, each leading somewhere."""

from __future__ import annotations

from datetime import date

import pytest

from minqing.actions.joining import join_residents
from minqing.actions.records import save_records
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.dates import screen_date
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from tests.ui.sample_book import DOOR, HEAD, MATTER, PHONE, TODAY, WIFE, family_of, matter_of, member_of
from ui.finding import found
from ui.widgets.search import Group, Result


def group(groups: list[Group], title: str) -> tuple[Result, ...]:
    return next((one.results for one in groups if one.title == title), ())


def identity_number() -> str:
    """A number whose check digit is right and whose region nobody has."""
    body = "99010119500101001"
    return body + "10X98765432"[sum(int(digit) << 17 - place for place, digit in enumerate(body)) % 11]


def look(ledger: Ledger, text: str) -> list[Group]:
    return list(found(ledger, text))


@pytest.mark.parametrize("text", [HEAD, "oylx", PHONE, PHONE[-4:]])
def test_a_person_leads_to_the_household(ledger: Ledger, text: str) -> None:
    [first, *_] = group(look(ledger, text), "家庭")
    assert first == Result(HEAD, f"{DOOR} · 户主", ("household", family_of(ledger).id))


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


def shown_day(day: date | None) -> str:
    assert day is not None
    return screen_date(day, TODAY)


@pytest.mark.parametrize("text", [MATTER, "信报箱", "99-001"])
def test_an_appeal_leads_to_its_page(ledger: Ledger, text: str) -> None:
    matter = matter_of(ledger)
    line = f"{DOOR} · {shown_day(matter.registered_on)} · 办理中"
    assert group(look(ledger, text), "诉求")[0] == Result(MATTER, line, ("appeals", matter.id))


def test_words_inside_an_appeal_are_shown(ledger: Ledger) -> None:
    [first] = group(look(ledger, "挂号信取不出"), "诉求")
    assert first.title == f"{MATTER}：{MATTER}，挂号信取不出来。"
    assert first.payload == ("appeals", matter_of(ledger).id)


def test_a_visit_leads_to_the_list_of_visits(ledger: Ledger) -> None:
    said = "从三月说起，物业一直没有回音，" * 4 + "二楼转角堆了旧沙发"
    visit = Visit(household=family_of(ledger).id, visited_on=TODAY, result="见面", said=said)
    changes = save_records(ledger, [visit], label="记录走访")
    [first] = group(look(ledger, "旧沙发"), "走访")
    assert first.title == "…音，二楼转角堆了旧沙发"
    assert first.detail == f"{DOOR} · {shown_day(TODAY)} · 见面"
    assert first.payload == ("visits", changes.added[0])


@pytest.mark.parametrize("field", ["problems", "measures", "next_reason", "notes"])
def test_a_visit_is_found_by_everything_that_was_noted(ledger: Ledger, field: str) -> None:
    visit = Visit(household=family_of(ledger).id, visited_on=TODAY, said="在家").with_values({field: "车棚漏雨"})
    save_records(ledger, [visit], label="记录走访")
    [first] = group(look(ledger, "棚漏"), "走访")
    assert first.title == "车棚漏雨"


def test_two_words_need_not_stand_together(ledger: Ledger) -> None:
    [first] = group(look(ledger, "信报箱 挂号信"), "诉求")
    assert first.payload == ("appeals", matter_of(ledger).id)


def test_many_of_one_kind_do_not_crowd_out_another(ledger: Ledger) -> None:
    home = family_of(ledger).id
    with ledger.change("登记") as tx:
        tx.add_all([Appeal(title=f"翡翠园的灯 {number}", household=home) for number in range(60)])
        visit = tx.add(Visit(household=home, visited_on=TODAY, said="问翡翠园的灯什么时候修"))
    groups = look(ledger, "翡翠园的灯")
    assert [(one.title, len(one.results), one.more) for one in groups] == [("诉求", 8, True), ("走访", 1, False)]
    assert groups[0].results[0].title == "翡翠园的灯 59"
    assert group(groups, "走访")[0].payload == ("visits", visit.id)


def test_there_are_never_too_many(ledger: Ledger) -> None:
    assert all(len(one.results) <= 8 for one in look(ledger, "1栋"))


@pytest.mark.parametrize("text", ["zzzzzz", "查无此人", "%", '"', "'; DROP TABLE"])
def test_nothing_found_is_nothing(ledger: Ledger, text: str) -> None:
    assert look(ledger, text) == []


def test_numbers_are_not_shown(ledger: Ledger) -> None:
    number = identity_number()
    save_records(ledger, [member_of(ledger, WIFE).with_values({"id_number": number})], label="改成员")
    appeal = matter_of(ledger).with_values({"reporter_phone": ("16955509876",)})
    save_records(ledger, [appeal], label="改诉求")
    for text in (PHONE, PHONE[-4:], "16955509876", "9876", number, number[-4:], WIFE):
        groups = look(ledger, text)
        assert groups, text
        shown = "".join(f"{one.title}{one.detail}" for group in groups for one in group.results)
        assert PHONE[-4:] not in shown
        assert "9876" not in shown
        assert number[-4:] not in shown
        assert "*" not in shown


def test_the_end_of_who_asked_finds_the_appeal(ledger: Ledger) -> None:
    save_records(ledger, [matter_of(ledger).with_values({"reporter_phone": ("16955509876",)})], label="改诉求")
    assert group(look(ledger, "9876"), "诉求")[0].title == MATTER


def test_a_masked_number_finds_nobody(ledger: Ledger) -> None:
    assert look(ledger, f"{PHONE[:3]}****{PHONE[-4:]}") == []
