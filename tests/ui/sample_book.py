"""The book that the tests of pages and dialogs open: the sample 小区 and one family that the tests know by name."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from minqing.actions.sample import PROFILE, fill_sample
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit

PASSWORD = "守口如瓶的密码"
HOUSEHOLDS = 24
DOOR = "9栋1单元301"
HEAD = "欧阳立新"
WIFE = "仇玉兰"
PHONE = "16955501234"
MATTER = "信报箱的锁坏了"
TODAY = date.today()


def make_book(path: Path) -> None:
    """Write the book to ``path``."""
    with Ledger.create(path, PASSWORD, PROFILE) as ledger:
        fill_sample(ledger, households=HOUSEHOLDS)
        _add_family(ledger)


def _add_family(ledger: Ledger) -> None:
    """A couple that should have been visited three days ago and has waited for an answer for two weeks."""
    with ledger.change("登记一家") as tx:
        home = tx.add(
            Household(
                street=PROFILE.street,
                community=PROFILE.community,
                estate=PROFILE.estate,
                building="9",
                unit="1",
                floor="3",
                room="301",
                house_type="自住",
            )
        )
        for name, relation, phones in ((HEAD, "户主", (PHONE,)), (WIFE, "妻", ())):
            tx.add(Resident(household=home.id, name=name, relation=relation, phones=phones, status="在住"))
        visit = tx.add(
            Visit(
                household=home.id,
                visited_on=TODAY - timedelta(days=60),
                way="入户",
                result="见面",
                visitors=(PROFILE.owner,),
                met=(HEAD,),
                said="问起加装电梯的进展。",
                next_on=TODAY - timedelta(days=3),
            )
        )
        appeal = tx.add(
            Appeal(
                household=home.id,
                visit=visit.id,
                number="99-001",
                registered_on=TODAY - timedelta(days=20),
                due_on=TODAY - timedelta(days=14),
                kind="诉求",
                source="走访",
                title=MATTER,
                text=f"{MATTER}，挂号信取不出来。",
                category="公共设施",
                state="办理中",
                level="社区",
                urgency="一般",
                reporter=HEAD,
                handler="物业",
            )
        )
        tx.add(Step(appeal=appeal.id, happened_on=appeal.registered_on, action="登记", who=PROFILE.owner))


def family_of(ledger: Ledger) -> Household:
    """The household that the tests know."""
    return next(one for one in ledger.records(Household) if one.door == DOOR)


def member_of(ledger: Ledger, name: str) -> Resident:
    """One of its members."""
    [found] = ledger.records(Resident, name=name)
    return found


def matter_of(ledger: Ledger) -> Appeal:
    """Its open appeal."""
    [found] = ledger.records(Appeal, household=family_of(ledger).id)
    return found
