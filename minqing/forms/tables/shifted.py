"""Rows that slipped sideways: a word of one list (妻子) in another list's column (政治面貌), an ID number in 姓名."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from minqing.forms.files.grid import Cell
from minqing.forms.naming.columns import NamedColumn
from minqing.records.codes import code_list
from minqing.records.id_number import mask_id_number
from minqing.records.phone import mask_phone
from minqing.records.relation import relation_words
from minqing.records.spelling import squeeze
from minqing.records.values import text_of

_ID_NUMBER = re.compile(r"\d{17}[\dXx]")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_PEOPLE = frozenset({"resident", "head"})
_LISTS = ("relation", "sex", "political", "marital", "education", "household_register", "ethnic", "health")
_LABELS: Mapping[str, str] = {
    "relation": "与户主关系", "sex": "性别", "political": "政治面貌", "marital": "婚姻状况", "education": "文化程度",
    "household_register": "户籍性质", "ethnic": "民族", "id_number": "身份证号", "phones": "电话",
}  # fmt: skip
_VAGUE = frozenset(
    {
        "无", "未知", "不详", "其他", "其它", "本人", "自己", "儿童", "幼儿", "婴儿", "婴幼儿", "学前", "幼儿园",
        "学前班", "小班", "中班", "大班", "中学", "单身", "居民", "城镇", "农村", "农户", "家庭户", "先生", "太太",
        "夫人", "女士", "男士", "男孩", "女孩", "伴侣", "家长", "离", "丧", "少先队员", "普通居民",
    }
)  # fmt: skip
_SEXES = frozenset({"男", "女"})
_SOUND: Mapping[str, Callable[[str], object]] = {
    "name": re.compile(r"[\u4e00-\u9fff×·]+").fullmatch,
    "id_number": re.compile(r"[0-9]{17}[0-9Xx]").fullmatch,
    "phones": re.compile(r"[0-9]{11}").fullmatch,
}
"""Texts as most cells of a column have them, which no other list than one of words can claim."""
_REMEMBERED = 4096
_NAME_WORDS = 2
"""A single character may be somebody's name as it was typed; a word of two or more is looked up."""


class Shift(NamedTuple):
    """The cell that gives a row away: its column, what it says (hidden where it must be) and what that belongs to."""

    position: int
    label: str
    text: str
    belongs: str
    person: str

    @property
    def message(self) -> str:
        """What is wrong and what to do, for people."""
        who = f"{self.person}这一行" if self.person else "这一行"
        return (
            f"{who}可能错开了：“{self.label}”里写的是“{self.text}”，像是“{self.belongs}”。"
            f"整行没有导入，请把各格移回自己的栏目后再导入"
        )


@dataclass(frozen=True)
class ShiftFinder:
    """Looks for the sign of a shift in the rows of one sheet."""

    columns: Sequence[NamedColumn]

    def __post_init__(self) -> None:
        checks = [
            (position, one.header, check)
            for position, one in enumerate(self.columns)
            if one.key and one.key[0] in _PEOPLE and not one.at and (check := _check_of(one.key[1]))
        ]
        name = next((place for place, one in enumerate(self.columns) if one.key and one.key[1] == "name"), None)
        object.__setattr__(self, "_checks", checks)
        object.__setattr__(self, "_name", name)

    def __call__(self, cells: Sequence[Cell]) -> Shift | None:
        """The first cell of a row that holds what belongs elsewhere, None for a sound row."""
        checks: list[tuple[int, str, Callable[[Cell], str]]] = self.__dict__["_checks"]
        for position, label, check in checks:
            cell = cells[position]
            if cell is not None and (belongs := check(cell)):
                return Shift(position, label, _hidden(text_of(cell)), belongs, self._person(cells))
        return None

    def _person(self, cells: Sequence[Cell]) -> str:
        place: int | None = self.__dict__["_name"]
        text = text_of(cells[place]) if place is not None else ""
        return "" if any(character.isdigit() for character in text) or _foreign("name", text) else text[:10]


def _hidden(text: str) -> str:
    plain = squeeze(text)
    if _ID_NUMBER.fullmatch(plain):
        return mask_id_number(plain)
    return mask_phone(plain) if _MOBILE.fullmatch(plain) else text[:20]


def _check_of(attribute: str) -> Callable[[Cell], str] | None:
    """What looks at the cells of a column: a list's few words are remembered, of free texts most are seen sound."""
    if attribute in _LISTS:
        return _Words(attribute).__getitem__
    sound = _SOUND.get(attribute)
    if sound is None:
        return None
    suspects = frozenset(_owners()) | _SEXES

    def check(cell: Cell) -> str:
        text = cell if type(cell) is str else text_of(cell)
        return "" if sound(text) and text not in suspects else _belongs(attribute, text)

    return check


class _Words(dict[Cell, str]):
    """What the words in a list's column belong to instead, each looked up once."""

    def __init__(self, attribute: str) -> None:
        super().__init__()
        self._attribute = attribute

    def __missing__(self, cell: Cell) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[cell] = _belongs(self._attribute, cell if type(cell) is str else text_of(cell))
        return found


def _belongs(attribute: str, text: str) -> str:
    """What a text in the column of ``attribute`` belongs to instead, "" if it may stand there."""
    plain = squeeze(text)
    if attribute not in {"id_number", "phones"} and _MOBILE.fullmatch(plain):
        return _LABELS["phones"]
    if attribute == "id_number":
        return _LABELS["phones"] if _MOBILE.fullmatch(plain) else _LABELS.get(_foreign(attribute, plain), "")
    if _ID_NUMBER.fullmatch(plain):
        return _LABELS["id_number"]
    return _LABELS.get(_foreign(attribute, plain), "")


def _foreign(attribute: str, text: str) -> str:
    """The list that a text is a word of, where that is one alone and not the column's own."""
    owner = _owners().get(text.upper(), "")
    if attribute == "name" and text in _SEXES:
        return "sex"
    if not owner or owner == attribute or text in _own_words(attribute):
        return ""
    if attribute == "name" and len(text) < _NAME_WORDS:
        return ""
    if attribute == "id_number" and owner == "household_register":
        return ""
    return "" if attribute == "relation" and owner == "sex" else owner


@cache
def _owners() -> Mapping[str, str]:
    """Word to the one list that has it."""
    found: dict[str, str] = {}
    for name in _LISTS:
        for word in _words(name):
            if word in _VAGUE or word.isdigit():
                continue
            found[word] = name if found.get(word, name) == name else ""
    return {word: name for word, name in found.items() if name in _LABELS}


@cache
def _words(name: str) -> frozenset[str]:
    if name == "relation":
        return frozenset(squeeze(word).upper() for word in relation_words())
    codes = code_list(name)
    words = {squeeze(word).upper() for word in (*codes.values, *codes.aliases)}
    if name == "ethnic":
        return frozenset(word for word in words if word.endswith("族") or word == "汉")
    return frozenset(words)


@cache
def _own_words(attribute: str) -> frozenset[str]:
    return _words(attribute) if attribute in _LISTS else frozenset()
