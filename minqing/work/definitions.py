"""How the figures are meant: what counts as covered, as done, as satisfied, and on which day a week begins."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from minqing.ledger import Ledger
from minqing.records.appeal import CLOSED, Appeal
from minqing.records.household import Household
from minqing.records.visit import Visit

PAPER_KIND: Final = "definitions"
PAPER_NAME: Final = "统计口径"
WEEKDAYS: Final = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")


class Hours(StrEnum):
    """Which hours count towards the 24: all, those of working days, or those in which people work."""

    CLOCK = "clock"
    WORKDAY = "workday"
    WORKING = "working"


class Definitions(BaseModel):
    """The choices that an office makes for its figures; the defaults are the usual ones."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    first_weekday: int = Field(default=0, ge=0, le=6)
    knock_counts: bool = False
    vacant_counts: bool = False
    waiting_counts: bool = True
    hours: Hours = Hours.CLOCK
    next_day_counts: bool = True
    prompt_of_all: bool = False
    mostly_counts: bool = True
    unrated_counts: bool = False

    def covers(self, visit: Visit) -> bool:
        """Whether a visit makes its household a covered one."""
        return self.knock_counts or visit.met_someone

    def registered(self, household: Household) -> bool:
        """Whether a household is among those that are to be covered (在册)."""
        return self.vacant_counts or not household.vacant

    def settled(self, appeal: Appeal) -> bool:
        """Whether an appeal is done (办结)."""
        return appeal.settled if self.waiting_counts else appeal.state == CLOSED

    def asked(self, appeal: Appeal) -> bool:
        """Whether somebody was asked about how an appeal was handled (已回访), so that an answer can be counted."""
        if appeal.satisfaction in {"满意", "基本满意", "不满意"}:
            return True
        return self.unrated_counts and (appeal.state == CLOSED or appeal.satisfaction == "未评价")

    def satisfied(self, appeal: Appeal) -> bool:
        """Whether the answer is a good one."""
        return appeal.satisfaction == "满意" or (self.mostly_counts and appeal.satisfaction == "基本满意")


def definitions_of(ledger: Ledger) -> Definitions:
    """The definitions that the book keeps; else the usual ones, with the first weekday of its profile."""
    usual = Definitions(first_weekday=ledger.profile.first_weekday)
    paper = next((one for one in ledger.papers(PAPER_KIND) if one.name == PAPER_NAME), None)
    if paper is None:
        return usual
    try:
        return Definitions.model_validate_json(paper.text)
    except ValidationError:  # written by a version that has other choices
        return usual
