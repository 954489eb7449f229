"""What 套用表样 says: chips, choices and reasons of a proposal, and texts of cells in words that people can edit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from minqing.forms.files.grid import column_number
from minqing.forms.form import SLOTS
from minqing.forms.learning.proposal import Proposal, Proposed
from minqing.forms.learning.proposed import BY_CHOICES, BY_HAND, JOINED, RUNNING
from minqing.forms.naming.field_names import known_fields
from minqing.forms.tables.clock_columns import is_clock_label
from minqing.forms.tables.labels import normalise_label
from minqing.forms.templates import literal
from minqing.records.values import Kind
from ui.widgets.chooser import Item
from ui.widgets.sheet_view import CellTag, Certainty, Marks, Tag

LIKELY = "相近"
NOTHING = Item("", "不填", "不对应", "导入时原样保留", keys=("bt", "butian"))
AS_IT_IS = Item("", "照原样", "不改", "这一格不动", keys=("zyy", "yuanyang"))
_CELL = re.compile(r"([A-Z]+)(\d+)")
_ORDER = ("resident", "head", "household", "visit", "appeal", "building", "contact")
_PROFILE = {
    "street": "街道",
    "community": "社区",
    "estate": "小区",
    "owner": "填报人",
    "phone": "联系电话",
    "made_on": "填报日期",
    "period": "时段",
}
_MEMBERS = {"population": "家庭人口", "party": "党员"}
"""What a page about a household may say of its members."""
_SINGLE = _PROFILE | _MEMBERS
_REASONS = {
    "表样": "栏名和内置表样一样",
    "名称": "栏名就叫这个",
    "别名": "栏名是它的另一种叫法",
    BY_HAND: "手工选定",
    JOINED: "和前面的一栏合在一起读写",
    RUNNING: "自动编号",
    "表样文件": "表样里这样写的",
}
_UNSURE = {LIKELY: "栏名和它相近", BY_CHOICES: "下拉选项像是它"}
_PRIVATE = frozenset({Kind.ID_NUMBER, Kind.PHONES})
_LABELLED = re.compile(r"^(.*[:：])[\s\u3000_＿xX×]*$", re.DOTALL)
_BRACED = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
_NAMED = re.compile(r"〔([^〔〕]+)〕")
_CHOICES_SHOWN = 6


def marks_of(proposal: Proposal) -> Marks:
    """What the sheet's view draws over the sheet."""
    layout = proposal.layout
    tags = sorted((tag_of(one) for one in proposal.columns), key=lambda tag: tag.column)
    cells = (cell_tag(name, template) for name, template in layout.cells)
    return Marks(layout.header, layout.first, layout.last, tuple(tags), tuple(cells))


def tag_of(one: Proposed) -> Tag:
    """The chip over a column."""
    owner, _, name = one.field_label.partition(".")
    if not one.field:
        joined = "并入日期" if is_clock_label(normalise_label(one.label)) else "并入电话"
        name = {RUNNING: "序号", JOINED: joined}.get(one.why, "")
    return Tag(column_number(one.letter), owner, name, certainty_of(one), tip_of(one), one.masked and bool(one.field))


def certainty_of(one: Proposed) -> Certainty:
    """How sure its field is."""
    if one.why in {RUNNING, JOINED}:
        return Certainty.SURE
    if not one.field:
        return Certainty.NONE
    if one.why == BY_HAND:
        return Certainty.CHOSEN
    return Certainty.LIKELY if one.why in _UNSURE else Certainty.SURE


def tip_of(one: Proposed) -> str:
    """Why a column is what it is, for its tooltip."""
    lines = [f"{one.letter} 列“{one.label}”：{_reason(one)}"]
    if one.choices:
        more = " 等" if len(one.choices) > _CHOICES_SHOWN else ""
        lines.append(f"下拉选项：{'、'.join(one.choices[:_CHOICES_SHOWN])}{more}")
    lines += [f"表上写“{word}”，账本里是“{meant}”" for word, meant in one.words[:_CHOICES_SHOWN]]
    if one.masked:
        lines.append("填写时遮掩号码")
    return "\n".join(lines)


def _reason(one: Proposed) -> str:
    if not one.field and one.why not in {RUNNING, JOINED}:
        return "不填" if one.why == BY_HAND else "没有认出来，点一下选一栏，或留着不填"
    unsure = _UNSURE.get(one.why)
    return f"{unsure}（{one.likeness:.0%}），请核对" if unsure else _REASONS.get(one.why, one.why)


def count_words(proposal: Proposal) -> str:
    """What rows are and how many columns were made out: ``每行是一位居民；22 栏中 19 栏已认出，其中 2 栏请核对``."""
    kinds = [certainty_of(one) for one in proposal.columns]
    blank, unsure = kinds.count(Certainty.NONE), kinds.count(Certainty.LIKELY)
    words = f"{proposal.why.partition('；')[0]}；{len(kinds)} 栏中 {len(kinds) - blank} 栏已认出"
    words += f"，其中 {unsure} 栏请核对" if unsure else ""
    return f"{words}；{blank} 栏不填" if blank else words


def is_private(one: Proposed) -> bool:
    """Whether a column holds ID or phone numbers, which may be masked."""
    slot, _, name = one.field.partition(".")
    return bool(slot) and SLOTS[slot].attributes()[name].kind in _PRIVATE


def field_items(proposal: Proposal, one: Proposed) -> list[Item]:
    """What a column may be: what is likely first, then nothing, then every field by whose it is."""
    offered = {item.value: item for item in every_field()}
    allowed = {field for field, _ in proposal.fields()}
    taken = {other.field: other.letter for other in proposal.columns if other.field and other is not one}
    likely = [(other.field, f"相近 {other.likeness:.0%}") for other in one.others if other.field in offered]
    first = [(one.field, _reason(one))] if one.field in offered else []
    items = [_likely(offered[field], note) for field, note in dict([*likely, *first]).items()]
    items.sort(key=lambda item: item.value != one.field)
    items.append(NOTHING)
    for item in every_field():
        if item.value in allowed:
            note = f"已在 {taken[item.value]} 列" if item.value in taken else ""
            items.append(Item(item.value, item.text, item.group, note, item.keys))
    return items


def _likely(item: Item, note: str) -> Item:
    return Item(item.value, f"{item.group}·{item.text}", "推荐", note, item.keys)


@lru_cache(maxsize=1)
def every_field() -> tuple[Item, ...]:
    """Every field in the order in which people look for them; reading pinyin takes a moment the first time."""
    return tuple(
        Item(field, label.partition(".")[2], label.partition(".")[0], keys=_keys(label.replace(".", "")))
        for field, label in known_fields(_ORDER)
    )


def _keys(label: str) -> tuple[str, ...]:
    """What may be typed: the initials and the full pinyin, from whose field on and from the field on."""
    from pypinyin import Style, lazy_pinyin

    own = label[2:]
    texts = (own, label)
    initials = ["".join(lazy_pinyin(text, style=Style.FIRST_LETTER)) for text in texts]
    full = ["".join(lazy_pinyin(text)) for text in texts]
    return tuple(dict.fromkeys(key.casefold() for key in (*initials, *full)))


def cell_tag(name: str, template: str) -> CellTag:
    """What is written at a cell that gets filled: the names that go into it, or its text."""
    row, column = place_of(name)
    names = _NAMED.findall(template_words(template))
    return CellTag(row, column, "、".join(names) or template_words(template))


def place_of(name: str) -> tuple[int, int]:
    """Row and column of a cell such as ``B3``."""
    found = _CELL.fullmatch(name)
    return (int(found[2]), column_number(found[1])) if found else (0, 0)


def cell_items(proposal: Proposal, text: str) -> list[Item]:
    """What may go into a single cell that says ``text``: as it is, who reports, and, page by page, the family's."""
    items = [AS_IT_IS]
    for name, word in _PROFILE.items():
        items.append(Item(with_name(text, name), word, "谁填的、填哪段", keys=_keys(f"　　{word}")))
    if proposal.layout.page:
        items += [
            Item(with_name(text, name), word, "这一户的成员", keys=_keys(f"　　{word}"))
            for name, word in _MEMBERS.items()
        ]
        items += [
            Item(with_name(text, item.value), item.text, item.group, keys=item.keys)
            for item in every_field()
            if item.value.partition(".")[0] in {"household", "head"}
        ]
    return items


def with_name(text: str, name: str) -> str:
    """The template of a cell that says ``text`` with ``name`` behind its label, or in place of it all."""
    labelled = _LABELLED.match(text)
    return f"{literal(labelled[1]) if labelled else ''}{{{name}}}"


def template_words(template: str) -> str:
    """A template as people read and edit it: ``填报单位：〔社区〕``."""
    fields = _fields_by_name()

    def said(found: re.Match[str]) -> str:
        if found[0] in {"{{", "}}"}:
            return found[0][0]
        return f"〔{_SINGLE.get(found[1]) or fields.get(found[1], found[1])}〕"

    return _BRACED.sub(said, template)


def template_of(words: str) -> str:
    """The template behind words with 〔社区〕 in them; what is no name stays as it was written."""
    names = {word: name for name, word in _SINGLE.items()}
    names |= {label.replace("·", ""): name for name, label in _fields_by_name().items()}
    made, end = "", 0
    for found in _NAMED.finditer(words):
        name = names.get(re.sub(r"[·.\s]", "", found[1]))
        made += literal(words[end : found.start()]) + (f"{{{name}}}" if name else literal(found[0]))
        end = found.end()
    return made + literal(words[end:])


@lru_cache(maxsize=1)
def _fields_by_name() -> dict[str, str]:
    return {field: label.replace(".", "·") for field, label in known_fields(_ORDER)}


def names_clash(name: str, learned: Sequence[str], shipped: Sequence[str]) -> str:
    """What to say of a form's name: nothing, that it is taken, or that it will replace another."""
    wanted = name.strip().casefold()
    if not wanted:
        return "请给表样起个名字"
    if wanted in {one.casefold() for one in shipped}:
        return "内置表样已经用了这个名字，请换一个"
    return "已有同名表样，保存会替换它" if wanted in {one.casefold() for one in learned} else ""
