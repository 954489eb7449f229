"""What the rows of a sheet are about, told from its named columns, and which form they follow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from minqing.forms.form import Column, Form
from minqing.forms.naming import NamedColumn, name_columns

FITS = 0.6
"""The share of a form's own columns that a sheet must have to be read by that form."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome: a form (its name blank when columns were read by name alone), its columns, and why, in Chinese."""

    form: Form
    columns: tuple[NamedColumn, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Subject:
    """One thing that rows may be about.

    ``needs`` are alternatives: at least one field of every group must be there. ``telling`` are the fields that speak
    for this subject, with their weight; ``skeleton`` has the slots, and headers that mean something special here.
    """

    noun: str
    skeleton: Form
    needs: tuple[frozenset[str], ...]
    telling: Mapping[str, float]


def _skeleton(subject: str, slots: str, keys: str, *columns: Column) -> Form:
    return Form(name="", subject=subject, slots=tuple(slots.split()), keys=tuple(keys.split()), columns=columns)


_REPORTER = Column("反映人", "appeal", "reporter", aliases=("姓名", "联系人", "当事人", "信访人", "信访人姓名"))
_REPORTER_PHONE = Column(
    "反映人电话",
    "appeal",
    "reporter_phone",
    aliases=("联系电话", "电话", "联系方式", "手机", "手机号", "手机号码", "联系手机", "联系人电话"),
)

_SUBJECTS = (
    _Subject(
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
    _Subject(
        noun="一件诉求",
        skeleton=_skeleton("appeal", "household head appeal", "appeal", _REPORTER, _REPORTER_PHONE),
        needs=(frozenset({"appeal.title", "appeal.text"}),),
        telling={
            "appeal.title": 4, "appeal.text": 4, "appeal.number": 2, "appeal.state": 2, "appeal.category": 2,
            "appeal.category1": 2, "appeal.reporter": 2, "appeal.solution": 2, "appeal.outcome": 2,
            "appeal.due_on": 2, "appeal.closed_on": 2, "appeal.moment": 2, "appeal.registered_on": 2,
            "appeal.source": 1, "appeal.satisfaction": 1,
        },
    ),
    _Subject(
        noun="一位居民",
        skeleton=_skeleton("resident", "household head resident", "household resident"),
        needs=(frozenset({"resident.name"}),),
        telling={
            "resident.name": 3, "resident.id_number": 3, "resident.relation": 3, "resident.birth": 2,
            "resident.sex": 1, "resident.ethnic": 1, "resident.marital": 1, "resident.education": 1,
        },
    ),
    _Subject(
        noun="一户",
        skeleton=_skeleton("household", "household head", "household"),
        needs=(
            frozenset(
                f"household.{name}"
                for name in ("address", "door", "building", "room", "number", "house_type", "population", "family_type")
            ),
        ),
        telling={
            "household.house_type": 3, "household.area": 3, "household.number": 2, "household.population": 2,
            "household.family_type": 2, "household.residence_status": 2, "household.rent_until": 2,
            "household.address": 1, "household.door": 1, "household.room": 1, "head.name": 2,
        },
    ),
    _Subject(
        noun="一栋楼",
        skeleton=_skeleton("building", "building", "building"),
        needs=(
            frozenset({"building.name"}),
            frozenset({"building.units", "building.floors", "building.doors_per_floor", "building.leader"}),
        ),
        telling={"building.units": 4, "building.floors": 3, "building.doors_per_floor": 4, "building.leader": 4},
    ),
    _Subject(
        noun="一位联系人",
        skeleton=_skeleton("contact", "contact", "contact", Column("姓名", "contact", "name", aliases=("人员名称",))),
        needs=(
            frozenset({"contact.name"}),
            frozenset({"contact.role", "contact.organisation", "contact.post", "contact.area"}),
        ),
        telling={"contact.organisation": 3, "contact.post": 4, "contact.role": 2, "contact.term": 4, "contact.area": 2},
    ),
)  # fmt: skip


def choose_form(headers: Sequence[str], forms: Iterable[Form], *, first_column: int = 1) -> Reading | None:
    """The form that a sheet follows, or what its rows are about by their names; None when nothing in it is ours.

    A form fits when the sheet has the columns its subject cannot do without and ``FITS`` of all its columns; of
    several the one that explains most of the sheet is taken.
    """
    best: Reading | None = None
    best_score = 0.0
    for form in forms:
        columns = name_columns(headers, form, first_column=first_column)
        present = _present(form, columns)
        if present < FITS or not has_needs(form.subject, columns):
            continue
        score = present + sum(1 for one in columns if one.column) / max(len(columns), 1)
        if score > best_score:
            best = Reading(
                form, columns, f"按“{form.name}”读：有它 {len(_own(form))} 栏中的 {_hits(form, columns)} 栏。"
            )
            best_score = score
    return best or _by_names(headers, first_column)


def read_as(headers: Sequence[str], form: Form, why: str, *, first_column: int = 1) -> Reading:
    """The columns of a sheet under a form that is known already (asked for, or named in the hidden sheet)."""
    return Reading(form, name_columns(headers, form, first_column=first_column), why)


def _own(form: Form) -> set[tuple[str, str]]:
    return {(column.slot, column.attribute) for column in form.columns if column.slot}


def _hits(form: Form, columns: Sequence[NamedColumn]) -> int:
    return len(_own(form) & {one.key for one in columns if one.key})


def _present(form: Form, columns: Sequence[NamedColumn]) -> float:
    return _hits(form, columns) / max(len(_own(form)), 1)


def _fields(columns: Sequence[NamedColumn]) -> set[str]:
    return {".".join(one.key) for one in columns if one.key}


def has_needs(subject: str, columns: Sequence[NamedColumn]) -> bool:
    """Whether the columns hold what rows about ``subject`` cannot do without."""
    found = _fields(columns)
    known = next((one for one in _SUBJECTS if one.skeleton.subject == subject), None)
    return known is None or all(group & found for group in known.needs)


def _by_names(headers: Sequence[str], first_column: int) -> Reading | None:
    best: tuple[float, _Subject, tuple[NamedColumn, ...]] | None = None
    for subject in _SUBJECTS:
        columns = name_columns(headers, subject.skeleton, first_column=first_column)
        found = _fields(columns)
        if not all(group & found for group in subject.needs):
            continue
        score = sum(_weight(subject, one) for one in columns if one.key)
        if best is None or score > best[0]:
            best = (score, subject, columns)
    if best is None:
        return None
    _, subject, columns = best
    return Reading(_ad_hoc(subject.skeleton, columns), columns, _reason(subject, columns))


def _weight(subject: _Subject, named: NamedColumn) -> float:
    """What a column says for a subject; a vague header such as 日期 or 内容 says little."""
    weight = subject.telling.get(".".join(named.key or ()), 0.3)
    return weight / 3 if len(named.header) <= 2 and named.why == "别名" else weight


def _ad_hoc(skeleton: Form, columns: Sequence[NamedColumn]) -> Form:
    used = {one.column.slot for one in columns if one.column} | {skeleton.subject}
    return replace(
        skeleton,
        slots=tuple(slot for slot in skeleton.slots if slot in used),
        keys=tuple(slot for slot in skeleton.keys if slot in used),
        columns=tuple(one.column for one in columns if one.column),
    )


def _reason(subject: _Subject, columns: Sequence[NamedColumn]) -> str:
    telling = sorted(
        (one for one in columns if one.key and ".".join(one.key) in subject.telling),
        key=lambda one: -_weight(subject, one),
    )
    shown = "、".join(one.header for one in telling[:4])
    return f"没有对应的表样，按栏名读：每行是{subject.noun}（{shown}）。"
