"""What the import preview says of a plan: sums, groups, and each row's place, change and values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from minqing.exchange.merging.provenance import Since
from minqing.exchange.plan import RECORD_ID, CellEdit, Plan, RowPlan, Verdict
from minqing.forms.form import SLOTS
from minqing.records.id_number import mask_id_number
from minqing.records.phone import mask_phone
from minqing.records.spelling import squeeze
from minqing.records.values import Kind

ORDER = (Verdict.CONFLICT, Verdict.DOUBTFUL, Verdict.ERROR, Verdict.UPDATE, Verdict.NEW, Verdict.UNCHANGED)
BLANK = "（空）"
CLEARED = "（清空）"
_EXTRA = "extra:"
_UNITS = {
    "household": "户",
    "head": "位户主",
    "resident": "位居民",
    "visit": "次走访",
    "appeal": "件诉求",
    "building": "栋楼",
    "contact": "份力量",
}
_NAMES = {
    "household": "家庭",
    "head": "户主",
    "resident": "居民",
    "visit": "走访",
    "appeal": "诉求",
    "building": "楼栋",
    "contact": "力量",
}
_SAME = {"H": "就是这一户", "R": "就是这一位", "C": "就是这一位"}
_OTHER = {"H": "新增为另一户", "R": "新增为另一人", "C": "新增为另一人"}
_NUMBERS = re.compile(r"\d{17}[\dXx]|1[3-9]\d{9}")
_WORDS_SHOWN = 24

FieldKey = tuple[str, str]
"""Slot and attribute of a field."""


class LineKind(Enum):
    """A group's title, a row, the head of its table of fields, a field, a remark, candidates side by side.

    PAIR_HEAD and PAIR are the table of what the row and its candidates say, column by column.
    """

    GROUP = auto()
    ROW = auto()
    HEAD = auto()
    FIELD = auto()
    NOTE = auto()
    CARDS = auto()
    PAIR_HEAD = auto()
    PAIR = auto()


class Line(NamedTuple):
    """One line: ``place`` is that of its row in the plan, ``part`` which field, remark or candidate it starts with.

    A PAIR line is about the column ``part``, beside the candidates from ``start`` on.
    """

    kind: LineKind
    verdict: Verdict
    place: int = -1
    part: int = 0
    last: bool = False
    start: int = 0


class Sums(NamedTuple):
    """How many rows would be written as what, how many still wait for a person, and how many were put aside."""

    new: int = 0
    update: int = 0
    chosen: int = 0
    rest: int = 0
    waiting: int = 0
    settled: int = 0
    parked: int = 0

    @property
    def writing(self) -> int:
        """Rows that apply would write."""
        return self.new + self.update + self.chosen + self.rest

    def plus(self, other: Sums, sign: int = 1) -> Sums:
        """The sum, or the difference."""
        return Sums(*(mine + sign * yours for mine, yours in zip(self, other, strict=True)))


class RowTexts:
    """All that rows say, for finding them; put together when first looked for, and kept while decisions change."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}

    def of(self, place: int, row: RowPlan) -> str:
        """The text of the row at ``place`` in the plan, in one piece and folded."""
        if place not in self._known:
            edits = [text for edit in row.edits for text in (edit.ours, edit.base or "")]
            said = [row.label, *row.texts, *edits, *(one.label for one in row.candidates)]
            self._known[place] = squeeze("\n".join(said)).lower()
        return self._known[place]


@dataclass(frozen=True)
class Prepared:
    """A plan ready to be looked at: ``groups`` are the lines of its rows per verdict, ``notes`` remarks on them.

    ``fields`` are those in which something differs, with the number of rows; the most first.
    """

    plan: Plan
    sums: Sums
    groups: Mapping[Verdict, Sequence[Line]]
    notes: Mapping[Verdict, str]
    fields: Sequence[tuple[FieldKey, str, int]] = ()
    texts: RowTexts = field(default_factory=RowTexts, compare=False)

    @property
    def decided(self) -> bool:
        """Whether somebody has decided anything."""
        return bool(self.plan.decisions)

    def with_plan(self, plan: Plan, places: Sequence[int]) -> Prepared:
        """The same after decisions on the rows at ``places``, whose verdicts decisions on cells do not change."""
        sums = self.sums
        for place in places:
            sums = sums.plus(sums_of(self.plan.rows[place]), -1).plus(sums_of(plan.rows[place]))
        return replace(self, plan=plan, sums=sums)


def prepare(plan: Plan) -> Prepared:
    """Sum up and group the rows of ``plan``; takes a moment for 100,000 rows, in which nobody should wait."""
    _ = plan.counts_by_sheet  # the page asks for it on the window's thread
    groups: dict[Verdict, list[Line]] = {verdict: [] for verdict in Verdict}
    shares: Counter[Sums] = Counter()
    added: Counter[str] = Counter()
    updated: Counter[str] = Counter()
    fields: Counter[FieldKey] = Counter()
    labels: dict[FieldKey, str] = {}
    for place, row in enumerate(plan.rows):
        groups[row.verdict].append(Line(LineKind.ROW, row.verdict, place))
        if row.verdict is not Verdict.UNCHANGED:
            shares[sums_of(row)] += 1
        for edit in row.edits:
            fields[edit.slot, edit.attribute] += 1
            labels[edit.slot, edit.attribute] = edit.label
        if row.verdict is Verdict.NEW:
            added.update(record.slot for record in row.new)
        elif row.verdict is Verdict.UPDATE:
            updated.update({edit.slot for edit in row.edits})
    sums = Sums()
    for share, count in shares.items():
        sums = sums.plus(Sums(*(number * count for number in share)))
    notes = {
        Verdict.CONFLICT: "同一栏两边都改过，逐栏选一个",
        Verdict.DOUBTFUL: "拿不准是哪一户、哪一位，请认一下",
        Verdict.ERROR: "只挡住出错的那一格，同行其余栏照收",
        Verdict.NEW: " · ".join(f"{added[slot]:,} {unit}" for slot, unit in _UNITS.items() if added[slot]),
        Verdict.UPDATE: " · ".join(f"{name} {updated[slot]:,}" for slot, name in _NAMES.items() if updated[slot]),
        Verdict.UNCHANGED: "和本机一样，不用写",
    }
    return Prepared(plan, sums, groups, notes, [(key, labels[key], count) for key, count in fields.most_common()])


def sums_of(row: RowPlan) -> Sums:
    """What one row adds to the sums."""
    open_ = row.verdict is Verdict.DOUBTFUL or bool(row.problems) or bool(row.open_conflicts)
    aside = row.parked or (not open_ and row.left)
    waiting = int(open_ and not row.parked)
    settled = int(row.verdict is Verdict.CONFLICT and not row.left)
    rest = Sums(waiting=waiting, settled=settled, parked=int(aside))
    if not row.writes:
        return rest
    match row.verdict:
        case Verdict.NEW:
            return rest._replace(new=1)
        case Verdict.UPDATE:
            return rest._replace(update=1)
        case Verdict.CONFLICT if settled:
            return rest._replace(chosen=1)
    return rest._replace(rest=1)


def sum_words(sums: Sums) -> str:
    """The line in the foot: what would be written, and what still waits."""
    parts = [f"新增 {sums.new:,}", f"更新 {sums.update:,}", f"已选定的冲突 {sums.chosen:,}"]
    if sums.rest:
        parts.append(f"存疑行里没问题的栏 {sums.rest:,}")
    waiting = f"；另有 {sums.waiting:,} 行存疑，还没处理" if sums.waiting else ""
    aside = f"；{sums.parked:,} 行先放着" if sums.parked else ""
    return f"写入 {sums.writing:,} 行 = {' + '.join(parts)}{waiting}{aside}"


def place_words(plan: Plan, row: RowPlan) -> str:
    """Where the row stands in what came: ``民情台账 第 24 行``."""
    return f"{plan.readings[row.sheet].sheet} 第 {row.number} 行"


def change_words(row: RowPlan) -> str:
    """What the row would do, on one line."""
    match row.verdict:
        case Verdict.DOUBTFUL:
            return row.reason
        case Verdict.ERROR:
            more = f"（共 {len(row.problems)} 处）" if len(row.problems) > 1 else ""
            return f"{row.problems[0].message}{more}"
        case Verdict.NEW:
            names = dict.fromkeys(_NAMES[record.slot] for record in row.new)
            return "；".join([f"新增{'、'.join(names)}", *_edit_words(row)])
        case Verdict.CONFLICT:
            asked = "、".join(edit.label for edit in row.edits if edit.conflict)
            return "；".join([f"{asked} 两边不同", *_edit_words(row)])
    return "；".join(_edit_words(row))


def _edit_words(row: RowPlan) -> list[str]:
    found = []
    for edit in row.edits:
        if not edit.conflict:
            _, ours, theirs = sides(edit)
            found.append(f"{edit.label}：{_short(ours)} → {_short(theirs)}")
    return found


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _WORDS_SHOWN else f"{flat[: _WORDS_SHOWN - 1]}…"


def new_words(row: RowPlan) -> list[str]:
    """One line per record that the row adds: its kind and what is known of it."""
    lines = []
    for record in row.new:
        attributes = SLOTS[record.slot].attributes()
        shown = SLOTS[record.slot].model_construct(**record.values)  # type: ignore[arg-type]
        said = [
            f"{attributes[name].label} {_short(text)}"
            for name in record.values
            if name in attributes and attributes[name].kind is not Kind.REF
            and (text := attributes[name].show(shown, masked=True))
        ]  # fmt: skip
        said += [f"{header} {_short(masked('', _EXTRA, text))}" for header, text in record.extra.items() if text]
        lines.append(f"{_NAMES[record.slot]}：{'，'.join(said)}")
    return lines


def answered_words(row: RowPlan) -> list[str]:
    """What was said of the row when it was doubtful, in one line: ``已认定　家庭：3栋2单元501 谢玉兰；居民：新增``."""
    said = [
        f"{_NAMES.get(one.slot, '整行')}：{one.label or '新增'}" if one.slot != RECORD_ID else "记录编号不算，按内容认"
        for one in row.answered
    ]
    return [f"已认定　{'；'.join(said)}"] if said else []


def sides(edit: CellEdit) -> tuple[str, str, str]:
    """Base, ours and theirs as the preview shows them: numbers masked, unless that would hide the difference."""
    texts = (edit.base or "", edit.ours, edit.theirs)
    hidden = tuple(masked(edit.slot, edit.attribute, text) for text in texts)
    if len(set(hidden)) < len(set(texts)):
        hidden = texts
    base, ours, theirs = hidden
    return ("没有往来过" if edit.base is None else base or BLANK, ours or BLANK, theirs or CLEARED)


def masked_pair(key: FieldKey | None, texts: Sequence[str]) -> list[str]:
    """Texts of one field that are compared, numbers masked unless that would hide a difference."""
    hidden = [masked(*(key or ("", _EXTRA)), text) for text in texts]
    return hidden if len(set(hidden)) == len(set(texts)) else list(texts)


def since_words(since: Since | None) -> str:
    """Who put our side of a conflict there, and when: ``罗× · 11月17日 10:24 改``."""
    if since is None:
        return ""
    year = "" if since.at.year == date.today().year else f"{since.at.year}年"
    day = f"{year}{since.at.month}月{since.at.day}日 {since.at:%H:%M}"
    return f"{since.who} · {day} {'录' if since.first else '改'}"


def who_changed(row: RowPlan) -> str:
    """The same for all conflicts of a row, a blank where it differs from field to field."""
    told = {since_words(edit.since) for edit in row.edits if edit.conflict}
    return told.pop() if len(told) == 1 else ""


def masked(slot: str, attribute: str, text: str) -> str:
    """``text`` with phone and ID numbers hidden, as the field behind it asks; by their look where no field is known."""
    if attribute.startswith(_EXTRA):
        return _NUMBERS.sub(lambda found: _hide(found[0]), text)
    bound = SLOTS[slot].attributes().get(attribute)
    if bound is None:
        return text
    if bound.kind is Kind.PHONES:
        return mask_phone(text)
    return mask_id_number(text) if bound.kind is Kind.ID_NUMBER else text


def _hide(number: str) -> str:
    return mask_id_number(number) if len(number) == 18 else mask_phone(number)


def same_word(record_id: str) -> str:
    """What the button of a candidate says."""
    return _SAME.get(record_id[:1], "就是这一条")


def new_word(row: RowPlan) -> str:
    """What the button says that takes a doubtful row for none of its candidates."""
    if not row.candidates:
        # Without a record id that can be read, what the row says tells which record it is, if there is one.
        return "按内容认" if row.asks == RECORD_ID else "算新增"
    kinds = {one.record_id[:1] for one in row.candidates}
    return _OTHER.get(kinds.pop() if len(kinds) == 1 else "", "新增为另一条")


def chosen_words(row: RowPlan) -> tuple[str, bool]:
    """What is said of a conflict at the right, and whether it is settled."""
    asked = sum(edit.conflict for edit in row.edits)
    waiting, aside = len(row.open_conflicts), sum(edit.unsettled for edit in row.edits)
    if waiting:
        return f"还有 {waiting} 栏要选", False
    return (f"{aside} 栏先放着", False) if aside else (f"{asked} 栏已选定", True)
