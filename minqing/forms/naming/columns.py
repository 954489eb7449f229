"""Which column of a sheet is which field: by the form, by label and alias, by likeness; each field taken once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from minqing.forms.files.grid import column_name
from minqing.forms.form import ID_HEADER, SLOTS, Column, Form
from minqing.forms.tables.clock_columns import clock_beside, moment_of, without_day
from minqing.forms.tables.labels import normalise_label
from minqing.records.fields import Attribute
from minqing.records.values import Kind

UNKNOWN = "未识别"
LEFT = "学过：不对应栏目"
"""Why a column of a learned form is no field: somebody said so."""
FILL_MARK = "（底色）"
"""Ends the name of a column that holds the colours of another one's cells."""

LIKENESS = 88
"""Percent of likeness from which a header is taken for a misspelt label."""

_REMARK = re.compile(r"\([^()]*\)$")
_RUNNING = frozenset({"序号", "序", "顺序号", "行号", "项次", "no", "no.", "№"})
_HEAD = "户主"
_PEOPLE = frozenset({"head", "resident"})
_OWN_ONLY = frozenset({"notes", "tags"})
_EVENTS = frozenset({"visit", "appeal"})
_OTHERS = re.compile(
    r"配偶|父亲|母亲|父母|监护|紧急|房主|业主|法人|房东|联系人|服务|填报|填表|调查|登记人|负责人|子女|外出|流入"
)
_SOMEBODY = re.compile(r"(?:姓名|人|名称|名字)$")
_UNIT = re.compile(r"\([^()]*\)$")
_NUMBERED = re.compile(r"[(（]?[1-9一二三][)）]?$")
_QUALITY = {"表样": 4.0, "名称": 3.0, "别名": 2.0}
_COMMON = frozenset({"年龄", "序号", ID_HEADER, "身份证", "电话", "备注", "说明", "组", "省", "市", "区县", "时", "分"})
_ENDINGS = re.compile(
    r".{1,10}(?:姓名|号码?|编号|电话|手机|日期|时间|地址|住址|情况|状况|类别|类型|名称|人员|单位|性质|等级|程度|方式|"
    r"原因|结果|意见|措施|内容|关系|面积|人数|时限|标识)"
)


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """One column of a sheet and what it was taken for.

    ``index`` is 0-based in the grid, ``letter`` its name in the sheet. ``column`` is None for a header that no field
    knows: its text is kept in ``extra`` under ``header``. ``joined`` are the indices of further columns that are read
    together with this one: phone numbers of the same person, the hour and minute of a date. ``at`` is the row of a
    value that stands once on the page for all rows, ``owner`` the slot that keeps it if no field knows it.
    """

    index: int
    header: str
    column: Column | None
    why: str
    letter: str
    joined: tuple[int, ...] = ()
    at: int = 0
    owner: str = ""

    @property
    def key(self) -> tuple[str, str] | None:
        """Slot and attribute, None for an unknown column."""
        return (self.column.slot, self.column.attribute) if self.column else None


class _Meaning(NamedTuple):
    slot: str
    attribute: str
    why: str
    quality: float
    column: Column | None


class _Match(NamedTuple):
    quality: float
    position: int
    meaning: _Meaning
    why: str


def is_running_number(header: str) -> bool:
    """Whether a header is the running number of the rows, which says nothing about them."""
    return _REMARK.sub("", normalise_label(header)) in _RUNNING


def is_fill_label(label: str) -> bool:
    """Whether a label is that of a column of cell colours, which no header of a sheet names."""
    return label.endswith((FILL_MARK, "(底色)"))


def is_id_header(header: str) -> bool:
    """Whether a header is that of the record ids."""
    return _REMARK.sub("", normalise_label(header)) == ID_HEADER


def name_columns(headers: Sequence[str], form: Form, *, first_column: int = 1) -> tuple[NamedColumn, ...]:
    """What each column of a sheet is, under ``form``; blank headers, 序号 and 记录编号 are left out.

    ``headers`` are those of the grid's columns, levels joined by ``/``; ``first_column`` is the 1-based sheet column
    of the first. Every field is taken by at most one column (the better match), except that further phone columns of
    a person are joined to the first.
    """
    shown = [(index, _tidy(header)) for index, header in enumerate(headers) if header.strip()]
    shown = [(index, header) for index, header in shown if not is_running_number(header) and not is_id_header(header)]
    normal = [normalise_label(header) for _, header in shown]
    # A learned form knows its labels letter by letter.
    normal = without_day(normal) if form.layout is None else told_apart(normal)
    person = _person(normal, form)
    words = _lexicon(form, person)
    left = _left(form)
    matches = sorted(_matches(normal, words), key=lambda match: (-match.quality, match.position))
    chosen, joined = _share_out(matches, normal, left)
    if form.layout is None:
        _room_as_door(chosen)
    _take_clocks(chosen, joined, normal)
    named = _named(shown, chosen, joined, form, first_column)
    return tuple(replace(one, why=LEFT) if normalise_label(one.header) in left else one for one in named)


def told_apart(labels: Sequence[str]) -> list[str]:
    """Labels of which those that occur again carry a number, as a learned form has them."""
    seen: dict[str, int] = {}
    found = []
    for label in labels:
        seen[label] = seen.get(label, 0) + 1
        found.append(label if seen[label] == 1 else normalise_label(f"{label}（{seen[label]}）"))
    return found


@lru_cache(maxsize=64)
def _left(form: Form) -> frozenset[str]:
    """The labels of a learned form that are bound to no field, whatever their names may sound like."""
    return frozenset(normalise_label(one.label) for one in form.columns if form.layout is not None and not one.slot)


def _share_out(
    matches: Sequence[_Match], normal: Sequence[str], left: Set[str]
) -> tuple[dict[int, _Match], dict[int, list[int]]]:
    """The match of each position, best first, and the further phone columns by the position that they are joined to.

    The labels that are ``left`` without a field may hold further phones, nothing else.
    """
    taken: dict[tuple[str, str], int] = {}
    chosen: dict[int, _Match] = {}
    phones: dict[int, tuple[str, str]] = {}
    for match in matches:
        field = (match.meaning.slot, match.meaning.attribute)
        if match.position in chosen or match.position in phones:
            continue
        if field not in taken and normal[match.position] not in left:
            taken[field] = match.position
            chosen[match.position] = match
        elif (
            field in taken and _is_phones(field) and match.quality >= 0.9 and not _OTHERS.search(normal[match.position])
        ):
            phones[match.position] = field
    joined: dict[int, list[int]] = {}
    for position, field in phones.items():
        before = position - 1
        if before in chosen or before in phones or not _SOMEBODY.search(normal[before]):
            joined.setdefault(taken[field], []).append(position)
    return chosen, joined


def _room_as_door(chosen: dict[int, _Match]) -> None:
    """Where no column tells the building, 房号 holds the whole door (3-2-501), unless a form says that it does not."""
    found = {match.meaning[:2]: position for position, match in chosen.items()}
    position = found.get(("household", "room"))
    if position is None or any(("household", name) in found for name in ("building", "unit", "door", "address")):
        return
    match = chosen[position]
    if match.why != "表样":
        chosen[position] = match._replace(meaning=match.meaning._replace(attribute="door", column=None))


def _take_clocks(chosen: dict[int, _Match], joined: dict[int, list[int]], normal: Sequence[str]) -> None:
    """The columns 时 and 分 behind a date make the moment with it, where the record keeps a time beside that date."""
    taken = {match.meaning[:2] for match in chosen.values()}
    for position, match in list(chosen.items()):
        clock = [place for place in clock_beside(normal, position) if place not in chosen]
        if not clock:
            continue
        slot, attribute = match.meaning[:2]
        moment = moment_of(slot, attribute)
        if moment is None or {(slot, moment.parts[1]), (slot, moment.name)} & (taken - {(slot, attribute)}):
            continue
        meaning = match.meaning if attribute == moment.name else match.meaning._replace(column=None)
        said = "、".join(f"“{normal[place].rsplit('/', 1)[-1]}”" for place in clock)
        chosen[position] = match._replace(
            meaning=meaning._replace(attribute=moment.name), why=f"{match.why}，连同后面的{said}"
        )
        joined[position] = clock


def _named(
    shown: Sequence[tuple[int, str]],
    chosen: Mapping[int, _Match],
    joined: Mapping[int, list[int]],
    form: Form,
    first_column: int,
) -> Iterator[NamedColumn]:
    swallowed = {position for others in joined.values() for position in others}
    seen: dict[str, int] = {}
    for position, (index, header) in enumerate(shown):
        if position in swallowed:
            continue
        seen[header] = seen.get(header, 0) + 1
        unique = header if seen[header] == 1 else f"{header}（{seen[header]}）"
        match = chosen.get(position)
        others = tuple(shown[other][0] for other in sorted(joined.get(position, [])))
        yield NamedColumn(
            index=index,
            header=unique,
            column=_column(unique, match.meaning, form) if match else None,
            why=match.why if match else UNKNOWN,
            letter=column_name(first_column + index),
            joined=others,
        )


def _column(header: str, meaning: _Meaning, form: Form) -> Column:
    if meaning.column is not None and form.name:
        return meaning.column
    asked = meaning.slot == "appeal" and form.subject != "appeal" and meaning.attribute in {"title", "text"}
    return Column(label=header, slot=meaning.slot, attribute=meaning.attribute, empty="无" if asked else "")


def _tidy(header: str) -> str:
    return " ".join(header.split())


def _is_phones(field: tuple[str, str]) -> bool:
    return SLOTS[field[0]].attributes()[field[1]].kind is Kind.PHONES


def _person(labels: Sequence[str], form: Form) -> str:
    """Whose 性别, 身份证号, 联系电话 a row gives: the resident's, or the head's where no other person is named."""
    if not _PEOPLE & set(form.slots):
        return ""
    if "resident" not in form.slots:
        return _head_if_named(labels, form)
    names = {normalise_label(word) for word in _words(SLOTS["resident"].fields()["name"])}
    plain = any(label in names and not label.startswith(_HEAD) for label in labels)
    own = any(normalise_label(column.label) in labels for column in form.columns if column.slot == "resident")
    if form.subject == "resident" or plain or own or "head" not in form.slots:
        return "resident"
    return _head_if_named(labels, form)


def _head_if_named(labels: Sequence[str], form: Form) -> str:
    """Without a form's word for it, a phone beside no 户主 may be anybody's."""
    return "head" if form.name or any(label.startswith(_HEAD) for label in labels) else ""


def _words(attribute: Attribute) -> tuple[str, ...]:
    return (attribute.label, *attribute.aliases)


@lru_cache(maxsize=64)
def _lexicon(form: Form, person: str) -> Mapping[str, tuple[_Meaning, ...]]:
    """Normalised label to what it may mean in this form, best first."""
    found: dict[str, list[_Meaning]] = {}

    def add(word: str, meaning: _Meaning) -> None:
        meanings = found.setdefault(normalise_label(word), [])
        if not any(known[:2] == meaning[:2] for known in meanings):
            meanings.append(meaning)

    columns = [column for column in form.columns if column.slot and not is_fill_label(column.label)]
    for column in columns:
        why = ("学过" if form.layout is not None else "表样") if form.name else "别名"
        add(column.label, _Meaning(column.slot, column.attribute, why, _QUALITY["表样"], column))
        for alias in column.aliases:
            add(alias, _Meaning(column.slot, column.attribute, why, _QUALITY["表样"] - 0.1, column))
    by_field = {(column.slot, column.attribute): column for column in columns}
    slots = sorted(form.slots, key=lambda slot: slot != form.subject)
    for why in ("名称", "别名"):
        for rank, slot in enumerate(slots):
            for attribute in SLOTS[slot].attributes().values():
                meaning = _Meaning(
                    slot, attribute.name, why, _QUALITY[why] - rank / 10, by_field.get((slot, attribute.name))
                )
                for word in _slot_words(form, slot, attribute, why, person):
                    add(word, meaning)
    return {word: tuple(sorted(meanings, key=lambda one: -one.quality)) for word, meanings in found.items()}


def _slot_words(form: Form, slot: str, attribute: Attribute, why: str, person: str) -> Iterator[str]:
    """The words by which a header names ``slot.attribute`` in a form, labels and aliases apart."""
    if attribute.kind is Kind.REF or (attribute.name in _OWN_ONLY and slot != form.subject):
        return
    if slot == "head" and attribute.name == "relation":
        return
    plain = (attribute.label,) if why == "名称" else attribute.aliases
    if slot == "head":
        for word in plain:
            yield word if word.startswith(_HEAD) else _HEAD + word
        if person != "head":
            return
    for word in plain:
        if slot == "resident" and "head" in form.slots and word.startswith(_HEAD) and word != "户主和与户主关系":
            continue
        if why == "别名" and slot in _EVENTS and slot != form.subject and len(word) <= 2:
            continue
        yield word


def _matches(labels: Sequence[str], words: Mapping[str, tuple[_Meaning, ...]]) -> Iterator[_Match]:
    for position, label in enumerate(labels):
        exact = False
        for penalty, spelling in _spellings(label, labels):
            for meaning in words.get(spelling, ()):
                exact = True
                yield _Match(meaning.quality - penalty, position, meaning, meaning.why)
        if not exact:
            yield from _alike(position, label, words)


def _spellings(label: str, labels: Sequence[str]) -> Iterator[tuple[float, str]]:
    """The forms in which a header is looked up, with what each costs: whole, without unit, last parts, first part."""
    yield 0.0, label
    bare = _UNIT.sub("", label)
    if bare != label:
        yield 0.3, bare
    if label.count("/") == 0:
        return
    yield 0.05, label.replace("/", "")
    parts = label.split("/")
    for cut in range(1, len(parts)):
        parent, last = "/".join(parts[:cut]), "/".join(parts[cut:])
        if not _OTHERS.search(parent):
            yield 0.4, last
            if _UNIT.sub("", last) != last:
                yield 0.5, _UNIT.sub("", last)
    if sum(1 for other in labels if other.split("/")[0] == parts[0]) == 1:
        yield 1.2, parts[0]


def _alike(position: int, label: str, words: Mapping[str, tuple[_Meaning, ...]]) -> Iterator[_Match]:
    if len(label) < 3 or _OTHERS.search(label):
        return
    from rapidfuzz import fuzz, process

    known = [word for word in words if len(word) > 2]
    found = process.extractOne(label, known, scorer=fuzz.ratio, score_cutoff=LIKENESS)
    if found is None:
        numbered = _NUMBERED.sub("", label)
        found = (numbered, 90.0, 0) if numbered != label and len(numbered) > 2 and numbered in words else None
    if found is not None:
        word, score, _ = found
        for meaning in words[word]:
            yield _Match(score / 100, position, meaning, f"相近 {score / 100:.2f}")


@cache
def field_words() -> frozenset[str]:
    """Every normalised word that names a field of a record, of three characters at least (户主 may be a value too)."""
    every = (one for model in SLOTS.values() for one in model.attributes().values())
    words = {normalise_label(word) for one in every for word in _words(one)}
    return frozenset(word for word in words if len(word) > 2)


def vocabulary(forms: Sequence[Form]) -> Callable[[str], float]:
    """How surely a normalised label names a column we know: what the search for a header asks, 0 to 1."""
    known: set[str] = {normalise_label(word) for word in _COMMON | _RUNNING}
    for form in forms:
        known.update(normalise_label(word) for column in form.columns for word in (column.label, *column.aliases))
    for model in SLOTS.values():
        known.update(normalise_label(word) for one in model.attributes().values() for word in _words(one))

    def likeness(label: str) -> float:
        if label in known:
            return 1.0
        if _UNIT.sub("", label) in known or label.removeprefix(_HEAD) in known:
            return 0.9
        return 0.5 if len(label) <= 14 and _ENDINGS.fullmatch(_UNIT.sub("", label)) else 0.0

    return likeness
