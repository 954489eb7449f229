"""Sheets back to their senders: for each of whom something was not taken in, what he can act on, in one folder."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exports.files import written_file
from exports.returns import returns
from minqing.errors import CannotWrite
from minqing.exchange.partners.roll import Roll
from minqing.exchange.plan import Plan
from minqing.ledger import Profile
from ui.sheet_files import plain_name


@dataclass(frozen=True)
class GivenBack:
    """One file for a sender, and in a few words what it is."""

    sender: str
    file: str
    what: str


def give_back(profile: Profile, plan: Plan, roll: Roll, to: Path) -> tuple[GivenBack, ...]:
    """Write what every sender gets back into the folder ``to``, all files or none. Raises CannotWrite."""
    with ExitStack() as files:
        return placed_in(files, profile, plan, roll, to)


def placed_in(files: ExitStack, profile: Profile, plan: Plan, roll: Roll, to: Path) -> tuple[GivenBack, ...]:
    """The same, with the files taking their places when ``files`` ends well."""
    found = returns(plan, roll, office=office_name(profile), today=date.today())
    given = [(one, to / plain_name(one.name)) for one in found]
    sources = {reading.path.resolve() for reading in plan.readings}
    for one, path in given:
        if path.resolve() in sources:
            raise CannotWrite(path, "这是要读的那份表，不能盖掉")
        files.enter_context(written_file(path, one.content))
    return tuple(GivenBack(one.sender, str(path), one.what) for one, path in given)


def office_name(profile: Profile) -> str:
    """Who gives the sheets back: ``新光路街道 陈×``."""
    return " ".join(part for part in (profile.street + profile.community, profile.owner) if part)


def given_lines(given: Sequence[GivenBack], to: Path) -> list[str]:
    """What was given back, for people."""
    senders = {one.sender for one in given}
    if not given:
        return ["没有要退回的，没有存退回表。"]
    lines = [f"给 {len(senders):,} 家存了退回的表，在“{to}”里："]
    return lines + [f"  {one.sender} {one.what}：{Path(one.file).name}" for one in given]
