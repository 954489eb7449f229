"""What stands at the head of the figures that leave the book: where, when, by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minqing.ledger import Profile
from minqing.work.report import Report


@dataclass(frozen=True, slots=True)
class Heading:
    """Title, the line under it, and who made it."""

    title: str
    line: str
    owner: str


def heading_of(profile: Profile, report: Report, *, on: date) -> Heading:
    """The heading of ``report``, made on ``on`` by the owner of the book."""
    place = profile.estate or profile.community
    period = report.window.period
    line = f"{period.start} 至 {period.end}　{profile.street}{profile.community}　民情助理 {profile.owner}　{on} 制"
    return Heading(f"{place}走访与诉求统计", line, profile.owner)


def file_name(report: Report, suffix: str) -> str:
    """What the file is called unless somebody says otherwise: ``统计_2026-11-01至2026-11-19.xlsx``."""
    return f"统计_{report.window.period.start}至{report.window.period.end}.{suffix}"
