"""What the rows of a sheet may be about: the fields that speak for each kind, and the words it goes by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minqing.forms.form import SLOTS, Column, Form
from minqing.forms.naming.columns import NamedColumn

_VAGUE = 2
"""A header of so few characters that is only another name for its field (日期, 内容) says little."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that rows may be about, and what on a sheet speaks for it.

    ``needs`` are alternatives: at least one field of every group must be there. ``telling`` are the fields that speak
    for this subject, with their weight; ``skeleton`` has the slots, and headers that mean something special here.
    """

    noun: str
    skeleton: Form
    needs: tuple[frozenset[str], ...]
    telling: Mapping[str, float]

    @property
    def name(self) -> str:
        """What people call it: 居民."""
        return SLOTS[self.skeleton.subject].LABEL

    @property
    def is_event(self) -> bool:
        """Whether it happens to people, who are then on its sheets too."""
        return self.skeleton.subject in _EVENTS

    def met_by(self, columns: Sequence[NamedColumn]) -> bool:
        """Whether the columns hold what such rows cannot do without."""
        found = fields_of(columns)
        return all(group & found for group in self.needs)

    def weight(self, named: NamedColumn) -> float:
        """What a column says for this topic, 0 for one that no field knows."""
        if named.key is None:
            return 0.0
        weight = self.telling.get(".".join(named.key), 0.3)
        return weight / 3 if is_vague(named) else weight

    def tells(self, named: NamedColumn) -> bool:
        """Whether a column is one of those that speak for this topic."""
        return named.key is not None and ".".join(named.key) in self.telling

    def is_plain(self, columns: Sequence[NamedColumn]) -> bool:
        """Whether a header that is not vague names what such rows are about."""
        asked = self.needs[0]
        return any(one.key is not None and ".".join(one.key) in asked and not is_vague(one) for one in columns)


def is_vague(named: NamedColumn) -> bool:
    """Whether a header may mean many things: 日期, 内容."""
    return len(named.header) <= _VAGUE and named.why == "别名"


def _skeleton(subject: str, slots: str, keys: str, *columns: Column) -> Form:
    return Form(name="", subject=subject, slots=tuple(slots.split()), keys=tuple(keys.split()), columns=columns)


_REPORTER = Column("反映人", "appeal", "reporter", aliases=("姓名", "联系人", "当事人", "信访人", "信访人姓名"))
_REPORTER_PHONE = Column(
    "反映人电话",
    "appeal",
    "reporter_phone",
    aliases=("联系电话", "电话", "联系方式", "手机", "手机号", "手机号码", "联系手机", "联系人电话"),
)

TOPICS = (
    Topic(
        noun="一次走访",
        skeleton=_skeleton(
            "visit",
            "household head resident visit appeal",
            "visit appeal",
            Column("诉求", "appeal", "title", aliases=("主要诉求", "意见建议", "诉求与建议")),
        ),
        needs=(
            frozenset({"visit.visited_on", "visit.moment"}),
            frozenset({
                "visit.said", "visit.visitors", "visit.way", "visit.result", "visit.met", "head.name",
                "household.door", "household.address", "household.estate",
            }),
        ),
        telling={
            "visit.visited_on": 9, "visit.moment": 9, "visit.said": 3, "visit.visitors": 3, "visit.next_on": 3,
            "visit.way": 2, "visit.result": 2, "visit.met": 2, "visit.purpose": 2,
        },
    ),
    Topic(
        noun="一件诉求",
        skeleton=_skeleton("appeal", "household head appeal", "appeal", _REPORTER, _REPORTER_PHONE),
        needs=(frozenset({"appeal.title", "appeal.text"}),),
        telling={
            "appeal.title": 4, "appeal.text": 4, "appeal.number": 2, "appeal.state": 2, "appeal.category": 2,
            "appeal.category1": 2, "appeal.reporter": 2, "appeal.solution": 2, "appeal.outcome": 2,
            "appeal.due_on": 2, "appeal.closed_on": 2, "appeal.moment": 2, "appeal.registered_on": 2,
            "appeal.source": 1, "appeal.satisfaction": 1, "appeal.people": 1, "appeal.category2": 1,
        },
    ),
    Topic(
        noun="一位居民",
        skeleton=_skeleton("resident", "household head resident", "household resident"),
        needs=(frozenset({"resident.name"}),),
        telling={
            "resident.name": 3, "resident.id_number": 3, "resident.relation": 3, "resident.birth": 2,
            "resident.sex": 1, "resident.ethnic": 1, "resident.marital": 1, "resident.education": 1,
        },
    ),
    Topic(
        noun="一户",
        skeleton=_skeleton("household", "household head", "household"),
        needs=(
            frozenset(
                f"household.{name}"
                for name in ("address", "door", "building", "room", "number", "house_type", "population", "family_type")
            )
            | {"head.name"},
        ),
        telling={
            "household.house_type": 3, "household.area": 3, "household.number": 2, "household.population": 2,
            "household.family_type": 2, "household.residence_status": 2, "household.rent_until": 2,
            "household.address": 1, "household.door": 1, "household.room": 1, "head.name": 2,
        },
    ),
    Topic(
        noun="一栋楼",
        skeleton=_skeleton("building", "building", "building"),
        needs=(
            frozenset({"building.name"}),
            frozenset({"building.units", "building.floors", "building.doors_per_floor", "building.leader"}),
        ),
        telling={"building.units": 4, "building.floors": 3, "building.doors_per_floor": 4, "building.leader": 4},
    ),
    Topic(
        noun="一位联系人",
        skeleton=_skeleton("contact", "contact", "contact", Column("姓名", "contact", "name", aliases=("人员名称",))),
        needs=(
            frozenset({"contact.name"}),
            frozenset({"contact.role", "contact.organisation", "contact.post", "contact.area"}),
        ),
        telling={"contact.organisation": 3, "contact.post": 4, "contact.role": 2, "contact.term": 4, "contact.area": 2},
    ),
)  # fmt: skip

_OTHER_WORDS: Mapping[str, str] = {
    "户": "household",
    "住户": "household",
    "家庭": "household",
    "人员": "resident",
    "联系人": "contact",
}
_EVENTS = frozenset({"visit", "appeal"})


def topic_of(subject: str) -> Topic | None:
    """The topic of a subject, None where sheets are never read by names as that."""
    return next((topic for topic in TOPICS if topic.skeleton.subject == subject), None)


def topic_named(word: str) -> Topic | None:
    """The topic that a person calls ``word``: 居民, resident, residents, 住户."""
    wanted = word.strip().casefold()
    for topic in TOPICS:
        model = SLOTS[topic.skeleton.subject]
        if wanted in {model.KIND, f"{model.KIND}s", model.LABEL}:
            return topic
    return topic_of(_OTHER_WORDS.get(wanted, ""))


def fields_of(columns: Sequence[NamedColumn]) -> frozenset[str]:
    """The fields that columns were taken for: ``resident.name``."""
    return frozenset(".".join(one.key) for one in columns if one.key)
