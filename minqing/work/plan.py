"""The plan of work that an office sets itself: after how many days whom to see again, and the targets of a week."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from minqing.ledger import Ledger
from resources import resource

PAPER_KIND: Final = "plan"
PAPER_NAME: Final = "间隔与目标"
LONGEST: Final = 730
"""No interval is longer than this many days."""

Days = Annotated[int, Field(ge=1, le=LONGEST)]


@lru_cache(maxsize=1)
def usual_care() -> Mapping[str, int]:
    """Care group to the days that may usually pass between two visits at which somebody was met."""
    return dict(tomllib.loads(resource("codes", "care_rhythm.toml").read_text(encoding="utf-8"))["days"])


class Plan(BaseModel):
    """Intervals in days and targets; ``care`` has no entry for groups that are seen at no fixed interval.

    ``back``: after an appeal is done, its people are asked within so many days; ``retry``: a closed door is tried again
    after; ``newcomers``: those who moved in are seen within; ``report``: a sheet goes to the street office every;
    ``homes``: households to visit in a week; ``settled``: per cent of appeals to be done.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    care: Mapping[str, Days] = Field(default_factory=lambda: dict(usual_care()))
    back: Days = 7
    retry: Days = 3
    newcomers: Days = 14
    report: Days = 7
    homes: Annotated[int, Field(ge=1, le=2000)] = 40
    settled: Annotated[int, Field(ge=1, le=100)] = 90


def plan_of(ledger: Ledger) -> Plan:
    """The plan that the book keeps, else the usual one."""
    paper = next((one for one in ledger.papers(PAPER_KIND) if one.name == PAPER_NAME), None)
    if paper is None:
        return Plan()
    try:
        return Plan.model_validate_json(paper.text)
    except ValidationError:  # written by a version that plans otherwise
        return Plan()
