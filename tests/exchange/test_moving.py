"""A household that moved, was merged or given to another assistant on one side, and was edited on the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from minqing.actions.reading import read_for
from minqing.exchange.applying import apply_plan
from minqing.exchange.partners.reported import answers_by_sender, last_brought, reported_rows
from minqing.exchange.plan import NEW_RECORD, Decisions, Plan, Verdict
from minqing.exchange.planner import make_plan
from minqing.forms.library import form_named
from minqing.ledger import Ledger, Profile
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui.answering import send_replies
from ui.sending import send_sheet

PASSWORD = "守口如瓶"
WEEKLY, PEOPLE = "民情台账", "居民信息表"


def book(folder: Path, owner: str, community: str = "生活桥社区") -> Ledger:
    profile = Profile(owner=owner, street="新光路街道", community=community, estate="")
    return Ledger.create(folder / f"{owner}.mqb", PASSWORD, profile)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Ledger]:
    """An assistant's book: one home with a head, a visit and an appeal."""
    with book(tmp_path, "王×") as ledger:
        with ledger.change("建档") as tx:
            home = tx.add(Household(estate="生活桥小区", building="3", unit="2", room="501", situation="2 人"))
            head = tx.add(Resident(household=home.id, name="谢玉兰", relation="户主"))
            visit = tx.add(Visit(household=home.id, visited_on="2026-11-18", visitors=("王×",), result="见面"))  # type: ignore[arg-type]
            tx.add(
                Appeal(
                    household=home.id,
                    visit=visit.id,
                    resident=head.id,
                    registered_on=visit.visited_on,
                    title="楼道灯不亮",
                    state="办理中",
                )
            )
        yield ledger


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    """The assistant who takes over."""
    with book(tmp_path, "李×") as ledger:
        yield ledger


@pytest.fixture
def office(tmp_path: Path, laptop: Ledger) -> Iterator[Ledger]:
    """The street office, which has taken in the assistant's sheet."""
    with book(tmp_path, "陈×", "") as ledger:
        take(ledger, sent(laptop, tmp_path))
        yield ledger


def sent(ledger: Ledger, folder: Path, form: str = WEEKLY, partner: str = "街道办") -> Path:
    name = f"{ledger.profile.owner}-{form}-{ledger.version}.xlsx"
    return send_sheet(ledger, form_named(form), folder / name, period=None, partner=partner).file


def answered(office: Ledger, folder: Path, sender: str, form: str = WEEKLY) -> Path:
    replies = send_replies(office, form_named(form), folder / f"回复{office.version}", period=None)
    return next(path for who, path, _ in replies.files if who == sender)


def take(ledger: Ledger, path: Path) -> Plan:
    plan = make_plan(ledger, read_for(ledger, path).readings)
    assert not plan.needs_a_person, [(row.verdict, row.reason, row.problems, row.open_conflicts) for row in plan.rows]
    return apply_plan(ledger, plan).plan


def change(ledger: Ledger, model: type[Household | Resident | Appeal], **values: object) -> None:
    """Change the only record of a kind."""
    (record,) = ledger.records(model)
    with ledger.change("改") as tx:
        tx.update(record.with_values(values))


def only(ledger: Ledger, model: type[Household | Resident | Appeal]) -> object:
    (record,) = ledger.records(model)
    return record


def test_moved_on_the_laptop_and_edited_at_the_office(laptop: Ledger, office: Ledger, tmp_path: Path) -> None:
    change(laptop, Household, building="5", unit="1", room="302")
    change(office, Household, situation="3 人，新添一口")
    change(office, Appeal, handler="市政所")
    take(office, sent(laptop, tmp_path))
    here = only(office, Household)
    assert isinstance(here, Household)
    assert (here.door, here.situation) == ("5栋1单元302", "3 人，新添一口")
    take(laptop, answered(office, tmp_path, "王×"))
    there = only(laptop, Household)
    assert isinstance(there, Household)
    assert (there.door, there.situation) == ("5栋1单元302", "3 人，新添一口")
    appeal = only(laptop, Appeal)
    assert isinstance(appeal, Appeal)
    assert appeal.handler == "市政所"
    seen = last_brought(laptop, appeal)
    assert seen is not None
    assert (seen.partner, seen.fields) == ("街道办", ("责任人",))


def test_moved_at_the_office_and_edited_on_the_laptop(laptop: Ledger, office: Ledger, tmp_path: Path) -> None:
    change(office, Household, building="5", unit="1", room="302")
    change(laptop, Household, situation="3 人")
    change(laptop, Appeal, solution="先装临时灯")
    take(office, sent(laptop, tmp_path))
    here = only(office, Household)
    assert isinstance(here, Household)
    assert (here.door, here.situation) == ("5栋1单元302", "3 人")
    take(laptop, answered(office, tmp_path, "王×"))
    there = only(laptop, Household)
    assert isinstance(there, Household)
    assert (there.door, there.situation) == ("5栋1单元302", "3 人")


def test_the_door_that_one_family_left_is_another_s_now(laptop: Ledger, office: Ledger, tmp_path: Path) -> None:
    """Ids go before doors: who moved into the old door never becomes who moved out of it; at most that is asked."""
    change(laptop, Household, room="602")
    with laptop.change("新户") as tx:
        home = tx.add(Household(estate="生活桥小区", building="3", unit="2", room="501", situation="1 人"))
        tx.add(Resident(household=home.id, name="韦国强", relation="户主"))
        tx.add(Visit(household=home.id, visited_on="2026-11-19", visitors=("王×",), result="见面"))  # type: ignore[arg-type]
    readings = read_for(office, sent(laptop, tmp_path)).readings
    plan = make_plan(office, readings)
    asked = {row.ref: {row.asks: NEW_RECORD} for row in plan.rows if row.verdict is Verdict.DOUBTFUL}
    assert [row.reason for row in plan.rows if row.ref in asked] == ["门牌相同，户主不同"]
    apply_plan(office, make_plan(office, readings, decisions=Decisions(rows=asked)))
    heads = {one.household: one.name for one in office.records(Resident) if one.is_head}
    assert {one.door: heads[one.id] for one in office.records(Household)} == {
        "3栋2单元602": "谢玉兰",
        "3栋2单元501": "韦国强",
    }


def test_a_resident_who_moved_to_another_home_is_not_doubled(laptop: Ledger, tmp_path: Path) -> None:
    with book(tmp_path, "赵×", "") as office:
        take(office, sent(laptop, tmp_path, PEOPLE))
        with laptop.change("搬家") as tx:
            home = tx.add(Household(estate="生活桥小区", building="8", room="101"))
            (head,) = laptop.records(Resident)
            tx.update(head.with_values({"household": home.id, "work": "退休"}))
        apply_plan(office, make_plan(office, read_for(office, sent(laptop, tmp_path, PEOPLE)).readings))
        (one,) = office.records(Resident)
        assert (one.id, one.work) == (head.id, "退休")


def test_given_to_another_assistant(laptop: Ledger, other: Ledger, office: Ledger, tmp_path: Path) -> None:
    """The office hands a family over: the answer goes to both, either's edits come in, the last to bring it has it."""
    path = send_replies(office, form_named(WEEKLY), tmp_path / "移交", period=None).files[0][1]
    take(other, path)
    assert [one.door for one in other.records(Household)] == ["3栋2单元501"]
    change(other, Appeal, handler="李×")
    change(laptop, Appeal, solution="先装临时灯")
    take(office, sent(laptop, tmp_path))
    take(office, sent(other, tmp_path))
    appeal = only(office, Appeal)
    assert isinstance(appeal, Appeal)
    assert (appeal.handler, appeal.solution) == ("李×", "先装临时灯")
    assert set(reported_rows(office, form_named(WEEKLY)).senders) == {"李×"}
    assert set(answers_by_sender(office, form_named(WEEKLY))) == {"李×", "王×"}


def test_two_households_joined_at_the_office(laptop: Ledger, office: Ledger, tmp_path: Path) -> None:
    """Entered twice on the laptop, joined at the office: what the laptop edits afterwards goes into the one."""
    from minqing.actions.joining import join_households

    with laptop.change("又建了一户") as tx:
        twin = tx.add(Household(estate="生活桥小区", building="3", unit="2", room="501", detail="东间"))
        tx.add(Resident(household=twin.id, name="谢玉兰", relation="户主"))
        tx.add(Visit(household=twin.id, visited_on="2026-11-20", visitors=("王×",), result="无人"))  # type: ignore[arg-type]
    plan = make_plan(office, read_for(office, sent(laptop, tmp_path)).readings)
    apply_plan(office, plan)
    homes = office.records(Household)
    if len(homes) == 2:
        join_households(office, keep=homes[0], gone=homes[1])
    with laptop.change("改") as tx:
        tx.update(laptop.records(Household)[0].with_values({"situation": "4 人"}))
    apply_plan(office, make_plan(office, read_for(office, sent(laptop, tmp_path)).readings))
    (home,) = office.records(Household)
    assert home.situation == "4 人"
    assert len(office.records(Visit)) == 2
