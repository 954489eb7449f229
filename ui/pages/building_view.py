"""What the page of a building shows, gathered in the background: which buildings there are, and one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minqing.ledger import Ledger
from minqing.records.building import Building
from minqing.records.household import Household
from minqing.work.elevation import Door, Elevation, Home, Site, read_elevation, sites
from minqing.work.visit_list import HouseholdFile


@dataclass(frozen=True)
class BuildingView:
    """All buildings in door order, and the elevation of the one that is shown (None: there is no building)."""

    sites: tuple[Site, ...]
    building: Elevation | None
    today: date


def building_view(ledger: Ledger, wanted: Site | None, today: date) -> BuildingView:
    """Gather the building ``wanted``, the first one when it is not in the book."""
    found = sites(ledger)
    site = wanted if wanted in found else next(iter(found), None)
    return BuildingView(tuple(found), read_elevation(ledger, site, today) if site else None, today)


@dataclass(frozen=True)
class Target:
    """A building to show and a door in it to take in hand (blank: none)."""

    site: Site
    door: str = ""


def target_of(ledger: Ledger, payload: str) -> Target | None:
    """What another page means by ``payload``: a household's id, a building's id, or a building's number."""
    record = ledger.find(payload)
    if isinstance(record, Household):
        known = sites(ledger)
        site = next((one for one in known if one == Site(record.estate, record.building)), None)
        site = site or next((one for one in known if one.number == record.building), None)
        return Target(site, record.door_key) if site else None
    if isinstance(record, Building):
        return Target(Site(record.estate, record.number))
    site = next((one for one in sites(ledger) if payload in {one.number, one.label}), None)
    return Target(site) if site else None


def household_at(door: Door, home: Home | None, *, street: str, community: str) -> Household:
    """The household behind ``door``, or a draft of one at that door when nobody is known there."""
    if home is not None:
        return home.file.household
    place = door.place
    return Household(
        street=place.street or street,
        community=place.community or community,
        estate=place.estate,
        building=place.building,
        unit=place.unit,
        floor=place.floor,
        room=place.room,
    )


def file_at(door: Door, home: Home | None, *, street: str, community: str) -> HouseholdFile:
    """The same with everything known about it."""
    return home.file if home else HouseholdFile(household_at(door, None, street=street, community=community))
