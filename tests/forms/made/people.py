"""Invented people: names, ID numbers of a region that does not exist, phones, doors; the same on every run."""

from __future__ import annotations

from dataclasses import dataclass

_SURNAMES = "谢韦范罗尹汤黎易常武乔贺赖龚文"
_GIVEN = ("玉兰", "国强", "立新", "秀珍", "建华", "桂英", "春生", "小满", "大勇", "若云", "长河", "知夏")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_REGION = "990101"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who does not exist; ``sex`` and ``birth`` agree with ``id_number``."""

    name: str
    sex: str
    birth: str
    id_number: str
    phone: str
    building: str
    unit: str
    room: str

    @property
    def door(self) -> str:
        """The door as people write it."""
        return f"{self.building}栋{self.unit}单元{self.room}"

    @property
    def floor(self) -> str:
        """The floor that the room's number tells."""
        return self.room[:-2]


def checked(body: str) -> str:
    """A number of 17 digits with its check character."""
    rest = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11
    return body + "10X98765432"[rest]


def person(number: int) -> Person:
    """The invented person of this number."""
    sex = "男" if number % 2 else "女"
    year, month, day = 1950 + number * 7 % 45, 1 + number * 5 % 12, 1 + number * 11 % 28
    serial = 100 + number % 400 * 2 + (1 if sex == "男" else 0)
    return Person(
        name=_SURNAMES[number % len(_SURNAMES)] + _GIVEN[number * 5 % len(_GIVEN)],
        sex=sex,
        birth=f"{year}-{month:02}-{day:02}",
        id_number=checked(f"{_REGION}{year}{month:02}{day:02}{serial}"),
        phone=f"1690{1000000 + number * 137:07}",
        building=str(1 + number % 9),
        unit=str(1 + number % 3),
        room=f"{1 + number % 6}0{1 + number % 4}",
    )


def person_with_x(start: int = 0) -> Person:
    """The first person from ``start`` on whose number ends in X."""
    number = start
    while not person(number).id_number.endswith("X"):
        number += 1
    return person(number)
