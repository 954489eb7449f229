"""What each column of an office's form is taken for, why, and what else it may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from minqing.forms.files.grid import column_name
from minqing.forms.form import SLOTS, Column
from minqing.forms.learning.sheet_facts import DropDown
from minqing.forms.naming.columns import UNKNOWN, NamedColumn, is_id_header, is_running_number
from minqing.forms.naming.field_names import field_label, known_fields
from minqing.forms.tables.labels import normalise_label
from minqing.records.codes import CodeList, code_list
from minqing.records.fields import Attribute, Composite
from minqing.records.relation import relation_code
from minqing.records.values import Kind

BY_CHOICES, BY_HAND, RUNNING, JOINED, AGAINST, SPLIT = "下拉", "指定", "序号", "合并", "下拉不合", "分栏"
OTHERS = 5
"""How many other fields are offered for a column."""

_ADDRESS = "household.address"
_WORTH_OFFERING = 55.0
_SHARE = 0.75
"""The share of a drop-down's words that a code list must know to be its field."""
_FEW = 3
_NO_LIST = frozenset({"是", "否", "有", "无"})
"""Words that answer any question, and so tell nothing of the field."""
_FREE = frozenset({Kind.DATE, Kind.TIME, Kind.PARTIAL, Kind.PHONES, Kind.ID_NUMBER})
_DIGITS = {"表样": 1.0, "名称": 1.0, "别名": 0.95, RUNNING: 1.0}


@dataclass(frozen=True, slots=True)
class Other:
    """A field that a column may be as well: ``slot.attribute``, its label (居民.姓名) and the likeness, 0 to 1."""

    field: str
    label: str
    likeness: float


@dataclass(frozen=True, slots=True)
class Proposed:
    """One column of an office's table and the field it is taken for.

    ``letter`` is its place in the sheet, ``label`` its header (levels joined by "/", a second 省 is 省（2）), ``field``
    ``slot.attribute`` or blank. ``why`` is 表样, 名称, 别名, 相近, 下拉 (by its drop-down), 下拉不合 (against it), 指定
    (by hand), 合并 (read together with another column), 分栏 (an address without its door), 序号 or 未识别. ``choices``
    is what its drop-down offers, ``words`` what the sheet says and what the book means by it.
    """

    letter: str
    label: str
    field: str
    why: str
    likeness: float
    others: tuple[Other, ...] = ()
    choices: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    masked: bool = False

    @property
    def field_label(self) -> str:
        """What people call the field: 居民.姓名; "" for none."""
        return field_label(self.field)

    @property
    def needs_no_field(self) -> bool:
        """Whether a blank field is nothing to look at: a running number, a further phone, or somebody said so."""
        return self.why in {RUNNING, JOINED, BY_HAND}

    @property
    def column(self) -> Column:
        """The column of the form."""
        slot, _, attribute = self.field.partition(".")
        return Column(self.label, slot, attribute, masked=self.masked, words=self.words, letter=self.letter)

    def with_field(self, field: str, why: str = BY_HAND) -> Proposed:
        """The same column bound to another field, or to none."""
        words = words_between(self.choices, field) if field else ()
        return replace(self, field=field, why=why, likeness=1.0 if field else 0.0, words=words)


def propose_columns(
    labels: Sequence[str],
    named: Iterable[NamedColumn],
    drop_downs: Mapping[str, DropDown],
    *,
    slots: Sequence[str],
    first_column: int,
) -> tuple[Proposed, ...]:
    """Every labelled column, those first that naming knew; the others by what their drop-downs offer."""
    known = {one.index: one for one in named}
    joined = {index: one for one in known.values() for index in one.joined}
    taken = {".".join(one.key) for one in known.values() if one.key}
    found: list[Proposed] = []
    for index, label in unique_labels(labels):
        letter = column_name(first_column + index)
        choices = drop_downs[letter].choices if letter in drop_downs else ()
        one = _plain(letter, label, known.get(index), choices)
        if index in joined:
            one = replace(one, why=JOINED)
        elif is_running_number(label) or is_id_header(label):
            one = replace(one, why=RUNNING, likeness=1.0)
        elif not one.field:
            one = _by_choices(one, slots, taken)
        if one.field:
            taken.add(one.field)
        found.append(replace(one, others=tuple(_others(one, slots))))
    return tuple(_estate_alone(found, taken))


def _estate_alone(columns: Sequence[Proposed], taken: Set[str]) -> Iterator[Proposed]:
    """The columns; an address beside columns for building and room is only the estate, or a row would say it twice."""
    split = {"household.building", "household.room"} <= taken and "household.estate" not in taken
    for one in columns:
        yield (
            replace(one.with_field("household.estate", SPLIT), likeness=0.9) if split and one.field == _ADDRESS else one
        )


def unique_labels(labels: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The labels that are not blank, with their place; the second 省 becomes 省（2）, as when a sheet is read."""
    seen: dict[str, int] = {}
    for index, label in enumerate(labels):
        shown = " ".join(label.split())
        if not shown:
            continue
        seen[shown] = seen.get(shown, 0) + 1
        yield index, shown if seen[shown] == 1 else f"{shown}（{seen[shown]}）"


def _plain(letter: str, label: str, named: NamedColumn | None, choices: tuple[str, ...]) -> Proposed:
    if named is None or named.column is None:
        return Proposed(letter, label, "", UNKNOWN, 0.0, choices=choices)
    column = named.column
    field = f"{column.slot}.{column.attribute}"
    if choices and _never_listed(column):
        return Proposed(letter, label, "", AGAINST, 0.0, choices=choices)
    why, _, likeness = named.why.partition(" ")
    return Proposed(
        letter,
        label,
        field,
        why,
        float(likeness) if likeness else _DIGITS.get(why, 1.0),
        choices=choices,
        words=words_between(choices, field),
    )


def _never_listed(column: Column) -> bool:
    """Whether a column's field is something that no drop-down offers: 暂住处所 with a list is no address."""
    bound = column.bound
    return isinstance(bound, Composite) or (bound is not None and (bound.kind in _FREE or bound.name == "name"))


def _by_choices(one: Proposed, slots: Sequence[str], taken: set[str]) -> Proposed:
    """A column that no name explains, by the code list that knows most of its drop-down."""
    best, share = "", _SHARE
    for slot in slots:
        for attribute in SLOTS[slot].attributes().values():
            field = f"{slot}.{attribute.name}"
            known = _share_known(attribute, one.choices) if field not in taken else 0.0
            if known >= share and (known > share or not best):
                best, share = field, known
    return replace(one.with_field(best, BY_CHOICES), likeness=round(share, 2)) if best else one


def _share_known(attribute: Attribute, choices: Sequence[str]) -> float:
    if len(choices) < _FEW or not _NO_LIST.isdisjoint(choices):
        return 0.0
    if attribute.name == "relation":
        known = sum(1 for choice in choices if relation_code(choice) is not None)
    elif attribute.codes:
        codes = code_list(attribute.codes)
        known = sum(1 for choice in choices if not choice.isdecimal() and codes.match(choice) is not None)
    else:
        return 0.0
    return known / len(choices) if known >= _FEW else 0.0


def words_between(choices: Sequence[str], field: str) -> tuple[tuple[str, str], ...]:
    """What a drop-down says and what the book says for it, where that differs; each book word has one sheet word.

    A book word that the drop-down has itself needs none: 已婚 is written as 已婚 though 初婚 means the same.
    """
    slot, _, name = field.partition(".")
    attribute = SLOTS[slot].attributes()[name]
    if not choices or not attribute.codes or attribute.kind is not Kind.CHOICE:
        return ()
    codes: CodeList = code_list(attribute.codes)
    found: dict[str, str] = {}
    for choice in choices:
        meant = codes.match(choice)
        if meant is not None and meant != choice and meant not in choices:
            found.setdefault(meant, choice)
    return tuple((choice, meant) for meant, choice in found.items())


def _others(one: Proposed, slots: Sequence[str]) -> Iterator[Other]:
    """Other fields whose words are like the label or its last part, the likest first."""
    from rapidfuzz import fuzz, process

    words = _words(tuple(slots))
    label = normalise_label(one.label)
    best: dict[str, float] = {}
    for text in {label, label.rpartition("/")[2]}:
        for word, score, _ in process.extract(
            text, list(words), scorer=fuzz.ratio, score_cutoff=_WORTH_OFFERING, limit=20
        ):
            for field in words[word]:
                best[field] = max(best.get(field, 0.0), score / 100)
    best.pop(one.field, None)
    for field, likeness in sorted(best.items(), key=lambda item: -item[1])[:OTHERS]:
        yield Other(field, field_label(field), round(likeness, 2))


@lru_cache(maxsize=16)
def _words(slots: tuple[str, ...]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field, _ in known_fields(slots):
        slot, _, name = field.partition(".")
        attribute = SLOTS[slot].attributes()[name]
        for word in (attribute.label, *attribute.aliases):
            own = f"户主{word}" if slot == "head" and not word.startswith("户主") else word
            found.setdefault(normalise_label(own), []).append(field)
    return found
