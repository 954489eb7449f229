"""Which form a sheet follows, or what its rows are about: every way of reading it, scored and explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from minqing.errors import Offered
from minqing.forms.form import Form
from minqing.forms.naming.columns import NamedColumn, is_id_header, is_running_number, name_columns, told_apart
from minqing.forms.naming.topics import TOPICS, Topic, is_vague, topic_of
from minqing.forms.tables.labels import normalise_label

FITS = 0.6
"""The share of a form's own columns that a sheet must have to be read by that form."""
_LEARNED = 0.15
"""What a form that an office taught is preferred by."""
_AS_GOOD = 0.05
"""Two forms that fit within this of each other are equally good."""
_CLEAR = 4.0
"""From this on the names of a sheet's columns say what its rows are about, even if they could be other things."""
_DECIDED = 8.0
"""From this on a sheet is about what happened, however much it says of the people to whom it did."""
_WEAK = 2.0
"""Below this they say next to nothing."""
_CLOSE = 0.65
"""A share of the best one's strength from which another topic is as likely."""
_HALF = 6.0
"""The strength that gives a score of one half."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome: a form (its name blank when columns were read by name alone), its columns, and why, in Chinese.

    ``name`` is what people call this way of reading: the form's name or that of the kind (居民); ``score`` 0 to 1.
    ``answer`` is the name again where somebody had to say it, to be remembered for this layout.
    """

    form: Form
    columns: tuple[NamedColumn, ...]
    why: str
    name: str = ""
    score: float = 1.0
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way of reading a sheet: by a form, or by the names of its columns as rows about one kind of thing.

    ``score`` (0 to 1) says how well it fits, ``each`` what every row would be, ``why`` what speaks for it (``speaks``
    the same, shorter).
    ``strength`` is what the names of its columns say for its subject, ``clear`` how much of that could not mean other
    things as well, ``plain`` whether one of them says outright what the rows are about.
    """

    name: str
    form: Form
    columns: tuple[NamedColumn, ...]
    score: float
    why: str
    each: str = ""
    speaks: str = ""
    strength: float = 0.0
    clear: float = 0.0
    plain: bool = False

    @property
    def fitting(self) -> int:
        """How many columns become fields."""
        return sum(1 for one in self.columns if one.column is not None)

    @property
    def offered(self) -> Offered:
        """The same as a question to a person."""
        return Offered(self.name, self.each, self.fitting, len(self.columns), self.speaks)

    @property
    def reading(self) -> Reading:
        """What comes of reading the sheet so."""
        return Reading(self.form, self.columns, self.why, self.name, round(min(self.score, 1.0), 2))


def candidates(headers: Sequence[str], forms: Iterable[Form], *, first_column: int = 1) -> tuple[Candidate, ...]:
    """Every way in which a sheet with these headers can be read, the best first; empty when nothing in it is ours.

    A form fits when the sheet has the columns its subject cannot do without and ``FITS`` of all its columns (of a
    learned form: of all its labels); forms go before names.
    """
    fitting = (_by_form(headers, form, first_column) for form in forms)
    by_form = sorted((one for one in fitting if one is not None), key=lambda one: -one.score)
    by_names = sorted(_by_names(headers, first_column), key=lambda one: (not _is_event(one), -one.strength))
    return (*by_form, *by_names)


def in_question(ranked: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates between which a person must choose, the best first; empty when the best one is sure.

    Those that would make the same records are no question.
    """
    if not ranked:
        return ()
    best = ranked[0]
    rivals = [one for one in ranked[1:] if not _alike(best, one) and _rivals(best, one, ranked)]
    says_little = not best.form.name and best.strength < _WEAK and best.fitting < FITS * len(best.columns)
    return (best, *rivals) if rivals or says_little else ()


def choose_form(headers: Sequence[str], forms: Iterable[Form], *, first_column: int = 1) -> Reading | None:
    """The best way to read a sheet, sure or not; None when nothing in it is ours."""
    ranked = candidates(headers, forms, first_column=first_column)
    return ranked[0].reading if ranked else None


def read_as(headers: Sequence[str], form: Form, why: str, *, first_column: int = 1) -> Reading:
    """The columns of a sheet under a form that is known already (asked for, or named in the hidden sheet).

    A form without a name says only what the rows are about; the columns are then read by name.
    """
    columns = name_columns(headers, form, first_column=first_column)
    topic = topic_of(form.subject)
    if form.name or topic is None:
        return Reading(form, columns, why, form.name)
    return Reading(_ad_hoc(topic.skeleton, columns), columns, why, topic.name)


def has_needs(form: Form, columns: Sequence[NamedColumn]) -> bool:
    """Whether the columns hold what rows of ``form`` cannot do without; a learned form has what it was taught."""
    if form.layout is not None:
        return any(one.key is not None and one.key[0] == form.subject for one in columns)
    topic = topic_of(form.subject)
    return topic is None or topic.met_by(columns)


def layout_key(headers: Sequence[str]) -> str:
    """What a layout goes by: its labels in any order, without running number and record ids."""
    return "|".join(sorted(_labels(headers)))


def _labels(headers: Sequence[str]) -> list[str]:
    """The normalised labels of a header, those that occur again told apart as ``name_columns`` does."""
    own = [one for one in headers if not is_running_number(one) and not is_id_header(one)]
    return told_apart([label for one in own if (label := normalise_label(one))])


def _by_form(headers: Sequence[str], form: Form, first_column: int) -> Candidate | None:
    columns = name_columns(headers, form, first_column=first_column)
    learned = form.layout is not None
    own, hits, explained = _by_label(headers, form) if learned else _by_field(columns, form)
    present = hits / max(own, 1)
    if present < FITS or not has_needs(form, columns):
        return None
    return Candidate(
        name=form.name,
        form=form,
        columns=columns,
        score=(present + explained) / 2 + (_LEARNED if learned else 0.0),
        why=f"按“{form.name}”读：有它 {own} 栏中的 {hits} 栏。",
        each=_each(topic_of(form.subject)),
        speaks=f"有它 {own} 栏中的 {hits} 栏",
    )


def _by_field(columns: Sequence[NamedColumn], form: Form) -> tuple[int, int, float]:
    """How many columns a form has, how many of them the sheet has, and the share of the sheet that they explain."""
    own = {(column.slot, column.attribute) for column in form.columns if column.slot}
    hits = own & {one.key for one in columns if one.key}
    return len(own), len(hits), sum(1 for one in columns if one.column) / max(len(columns), 1)


def _by_label(headers: Sequence[str], form: Form) -> tuple[int, int, float]:
    """The same of a learned form, whose labels count even if they are bound to no field."""
    labels = _labels(headers)
    own = set(_labels([column.label for column in form.columns]))
    hits = own & set(labels)
    return len(own), len(hits), len(hits) / max(len(labels), 1)


def _by_names(headers: Sequence[str], first_column: int) -> Iterator[Candidate]:
    for topic in TOPICS:
        columns = name_columns(headers, topic.skeleton, first_column=first_column)
        if not topic.met_by(columns):
            continue
        strength = sum(topic.weight(one) for one in columns)
        yield Candidate(
            name=topic.name,
            form=_ad_hoc(topic.skeleton, columns),
            columns=columns,
            score=strength / (strength + _HALF),
            why=f"没有对应的表样，按栏名读：{_each(topic)}（{(speaks := _telling(topic, columns))}）。",
            each=_each(topic),
            speaks=speaks,
            strength=strength,
            clear=sum(topic.weight(one) for one in columns if topic.tells(one) and not is_vague(one)),
            plain=topic.is_plain(columns),
        )


def _is_event(one: Candidate) -> bool:
    topic = topic_of(one.form.subject)
    return topic is not None and topic.is_event and one.plain and one.clear >= _DECIDED


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether both make the same records of the columns that both understand."""
    if one.form.subject != other.form.subject:
        return False
    keys = {column.index: column.key for column in one.columns if column.key}
    return all(keys.get(column.index, column.key) == column.key for column in other.columns if column.key)


def _rivals(best: Candidate, other: Candidate, ranked: Sequence[Candidate]) -> bool:
    """Whether ``other``, which reads the sheet differently, is about as likely as the best one."""
    if best.form.name and other.form.name:
        return best.score - other.score < _AS_GOOD
    if best.form.name:
        if best.form.layout is not None or other.form.subject in best.form.slots or other.clear < _CLEAR:
            return False
        own = max((one.strength for one in ranked if one.form.subject == best.form.subject), default=0.0)
        return own < _CLOSE * other.strength
    if _covers(best, other):
        return False
    return best.clear < _CLEAR or other.strength > _CLOSE * best.strength


def _covers(best: Candidate, other: Candidate) -> bool:
    """Whether rows read as ``best`` say all that they would say read as ``other``: an event, of the people in it."""
    topic, rival = topic_of(best.form.subject), topic_of(other.form.subject)
    if topic is None or rival is None:
        return False
    says_so = topic.is_event and best.plain
    if says_so and not rival.is_event:
        return True
    if not says_so and best.clear < _CLEAR and not (_lists_people(best) and other.form.subject == "household"):
        return False
    known = {one.index for one in best.columns if one.column is not None}
    inside = all(one.index in known for one in other.columns if one.column is not None)
    return inside and other.form.subject in topic.skeleton.slots


def _lists_people(one: Candidate) -> bool:
    """Whether names stand beside phone numbers: a list of people, also where it says where they live."""
    said = {("resident", "name"), ("resident", "phones")}
    return one.form.subject == "resident" and said <= {column.key for column in one.columns}


def _ad_hoc(skeleton: Form, columns: Sequence[NamedColumn]) -> Form:
    used = {one.column.slot for one in columns if one.column} | {skeleton.subject}
    return replace(
        skeleton,
        slots=tuple(slot for slot in skeleton.slots if slot in used),
        keys=tuple(slot for slot in skeleton.keys if slot in used),
        columns=tuple(one.column for one in columns if one.column),
    )


def _each(topic: Topic | None) -> str:
    return f"每行是{topic.noun}" if topic is not None else ""


def _telling(topic: Topic, columns: Sequence[NamedColumn]) -> str:
    telling = sorted((one for one in columns if topic.tells(one)), key=lambda one: -topic.weight(one))
    return "、".join(one.header for one in telling[:4])
