"""Invented people for the sample book: names, ages, numbers that pass every check and belong to nobody."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Any

from stdnum.cn import ric

from minqing.records.resident import Resident
from resources import resource

_REGION = "990101"
"""An area code that no place has, so that no number can be a living person's."""
_PHONE_PREFIX = "169"
"""A range that no operator hands out."""
_YEAR = 365.25


@lru_cache(maxsize=1)
def vocabulary() -> Mapping[str, Any]:
    """The word lists of resources/sample.toml."""
    return tomllib.loads(resource("sample.toml").read_text(encoding="utf-8"))


def family(dice: Random, way: str, household: str, on: date) -> list[Resident]:
    """The members of a household of one sort: elder_alone, elder_couple, family or rental; the head first."""
    surname = _surname(dice)
    make = _Maker(dice, household, on)
    if way == "elder_alone":
        return [
            make(surname, "户主", dice.choice("男女"), (72, 91), ["独居老人"], health=dice.choice(["", "有慢性病"]))
        ]
    if way == "elder_couple":
        sick = ["慢性病"] if dice.random() < 0.4 else []
        return [make(surname, "户主", "男", (63, 84), sick), make(_surname(dice), "妻", "女", (61, 80))]
    if way == "rental":
        first = make(surname, "户主", dice.choice("男女"), (21, 45), ["新就业群体"] if dice.random() < 0.3 else [])
        others = [make(_surname(dice), "非亲属", dice.choice("男女"), (20, 45)) for _ in range(dice.randrange(3))]
        return [first, *others]
    return _three_generations(dice, make, surname, on)


def _three_generations(dice: Random, make: _Maker, surname: str, on: date) -> list[Resident]:
    low = ["低保"] if dice.random() < 0.05 else []
    mother = ["孕产妇"] if dice.random() < 0.06 else []
    members = [make(surname, "户主", "男", (30, 44), low), make(_surname(dice), "妻", "女", (28, 42), mother)]
    mother_age = int((on - date.fromisoformat(members[1].birth)).days / _YEAR)
    for _ in range(dice.choice([0, 1, 1, 1, 2])):
        sex = dice.choice("男女")
        members.append(make(surname, "子" if sex == "男" else "女", sex, (0, min(19, mother_age - 22))))
    if dice.random() < 0.3:
        old = ["残疾人"] if dice.random() < 0.15 else []
        members.append(make(_surname(dice), "母亲", "女", (64, 82), old))
    return members


class _Maker:
    """Makes one resident after another of a household."""

    def __init__(self, dice: Random, household: str, on: date) -> None:
        self._dice = dice
        self._household = household
        self._on = on

    def __call__(
        self,
        surname: str,
        relation: str,
        sex: str,
        ages: tuple[int, int],
        groups: Sequence[str] = (),
        *,
        health: str = "",
    ) -> Resident:
        dice = self._dice
        birth = self._on - timedelta(days=round(dice.uniform(*ages) * _YEAR))
        grown = (self._on - birth).days > 16 * _YEAR
        return Resident(
            household=self._household,
            name=surname + dice.choice(vocabulary()["male" if sex == "男" else "female"]),
            relation=relation,
            sex=sex,
            birth=birth.isoformat(),
            id_number=id_number(dice, birth, sex),
            phones=(phone(dice),) if grown else (),
            ethnic="汉族",
            care_groups=tuple(groups),
            health=health,
            status="在住",
        )


def _surname(dice: Random) -> str:
    words = vocabulary()
    return str(dice.choice(words["compound_surnames"] if dice.random() < 0.01 else words["surnames"]))


def id_number(dice: Random, birth: date, sex: str) -> str:
    """An 18-digit number (GB 11643) of a place that does not exist."""
    order = dice.randrange(0, 500) * 2 + (sex == "男")
    body = f"{_REGION}{birth:%Y%m%d}{order:03d}"
    return body + ric.calc_check_digit(f"{body}0")


def phone(dice: Random) -> str:
    """An 11-digit number of a range that nobody has."""
    return f"{_PHONE_PREFIX}{dice.randrange(10**8):08d}"
