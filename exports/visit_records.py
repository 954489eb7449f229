"""From records to visit sheets: what is printed about a household, in the words and with the masks of paper."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from exports.sheet_text import long_date
from exports.visit_sheet import MemberLine, VisitSheet
from minqing.ledger import Profile
from minqing.records.appeal import Appeal
from minqing.records.dates import screen_date
from minqing.records.phone import mask_phone
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.visit_list import HouseholdFile

_MONTH = len("2027-02")


def sheets_of(files: Iterable[HouseholdFile], *, profile: Profile, on: date) -> list[VisitSheet]:
    """The sheets of these households in their order, numbered through for the week of ``on``: ``ZF-2026-47-001``."""
    year, week, _ = on.isocalendar()
    return [
        visit_sheet_of(file, profile=profile, number=f"ZF-{year}-{week:02d}-{order:03d}", on=on)
        for order, file in enumerate(files, 1)
    ]


def visit_sheet_of(file: HouseholdFile, *, profile: Profile, number: str, on: date) -> VisitSheet:
    """The sheet of one household; who moved away or died is left out, ID numbers and phones are masked."""
    household = file.household
    members = file.living
    head = file.head if file.head in members else None
    place = f"{household.estate or profile.estate} {household.door}".strip()
    return VisitSheet(
        number=number,
        street=household.street or profile.street,
        community=household.community or profile.community,
        household_id=household.id,
        year=on.year,
        visitors=profile.owner,
        head=head.name if head else "",
        phone=_first_phone(head) if head else "",
        grid=household.grid,
        address=place,
        place_label=place,
        population=_population(file),
        house_type=household.house_type,
        rent_until=_spoken_month(household.rent_until),
        members=tuple(_member(one) for one in members),
        last_visit=_visit_line(file.last_visit) if file.last_visit else "",
        open_appeals=tuple(_open_appeal(one, on) for one in file.open_appeals),
    )


def _population(file: HouseholdFile) -> str:
    """``常住 3 人``; blank when nobody is known, or the dwelling is empty."""
    return f"常住 {file.population} 人" if file.population else ""


def _member(resident: Resident) -> MemberLine:
    return MemberLine(
        name=resident.name,
        relation=resident.relation,
        sex=resident.sex_known,
        birth=_month_of(resident.birth_known),
        id_number=resident.show("id_number", masked=True),
        phone=_first_phone(resident),
        care_groups=resident.show("care_groups"),
        notes=resident.notes or resident.health,
    )


def _first_phone(resident: Resident) -> str:
    return mask_phone(resident.phones[0]) if resident.phones else ""


def _month_of(day: str) -> str:
    """``1968.07``: a sheet has 出生年月, not the day."""
    return day[:_MONTH].replace("-", ".")


def _spoken_month(day: str) -> str:
    """``2027年2月`` for a partial date."""
    parts = [str(int(part)) for part in day.split("-") if part.isdigit()]
    return "".join(part + unit for part, unit in zip(parts, "年月日", strict=False))


def _visit_line(visit: Visit) -> str:
    """``2026年10月16日，见面。`` and what was said."""
    when = long_date(visit.visited_on) if visit.visited_on else ""
    begun = "，".join(part for part in (when, visit.result) if part)
    return f"{begun}。{' '.join(visit.said.split())}"


def _open_appeal(appeal: Appeal, on: date) -> str:
    """``第 10-036 号 楼道口飞线充电 · 10月16日登记 · 物业办理中``."""
    number = f"第 {appeal.number} 号 " if appeal.number else ""
    registered = f"{screen_date(appeal.registered_on, on)}登记" if appeal.registered_on else ""
    handled = f"{appeal.handler}{appeal.state}"
    return " · ".join(part for part in (f"{number}{appeal.subject}", registered, handled) if part)
