"""Whether two names may be one person's: equal, a former name, a rare character typed otherwise, or alike in sound."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from minqing.exchange.matching.index import id_number_key
from minqing.ledger.pinyin import ending_sounds, sounds_of
from minqing.records.resident import Resident

SAME, FORMER, RARE, SOUND = "姓名相同", "曾用名相同", "姓名里是生僻字的另一种写法", "姓名读音相同"

# What people type for a character that their input method or font lacks; each pair is (as on the ID card, as typed).
_SUBSTITUTES = """
    𠮷吉 䶮龑 堃坤 喆哲 犇奔 昇升 陞升 峯峰 崐昆 崑昆 㛃洁 潔洁 﨑崎
    埼崎 邨村 頴颖 穎颖 濤涛 賢贤 叡睿 甯宁 寧宁 寗宁 仝同 煒炜 瑋玮
    偉伟 國国 華华 榮荣 強强 彊强 勛勋 勳勋 鑑鉴 鑒鉴 鋒锋 鋭锐 銳锐
    鎔熔 镕熔 鈺钰 曉晓 暁晓 燁烨 爗烨 煕熙 熈熙 凞熙 翀冲 禕祎 袆祎
    頔迪 贇赟 嫿婳 喦岩 嵒岩 巖岩 秾浓 襛浓 甦苏 蘇苏 雲云 皞皓
    暠皓 灝灏 淼渺 龢和 麗丽 蘭兰 蓮莲 鳳凤 龍龙 貴贵 紅红 陳陈 張张
    劉刘 趙赵 黃黄 楊杨 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 韓韩 馮冯 鄧邓
    許许 蕭萧 肖萧 葉叶 閻阎 闫阎 傅付 戴代 藍蓝 賈贾 顧顾 盧卢 龔龚
    譚谭 鄒邹 範范 鍾钟 鐘钟 餘余 曽曾
"""
_FOLDED = str.maketrans({pair[0]: pair[1] for pair in _SUBSTITUTES.split()})
_UNREADABLE = frozenset("?？□■▢〓＊*✳●○〇_＿�")


@lru_cache(maxsize=1 << 17)
def folded_name(name: str) -> str:
    """A name with every character in its commonest spelling, without dots and blanks: ``王𠮷`` gives ``王吉``."""
    if not (name.isalpha() and unicodedata.is_normalized("NFKC", name)):
        name = "".join(one for one in unicodedata.normalize("NFKC", name) if one.isalnum() or _is_gap(one)).lower()
    return name.translate(_FOLDED)


def names_of(person: Resident) -> tuple[str, ...]:
    """The names that a person goes or went by."""
    return tuple(one for one in (person.name, person.former_name) if one)


@lru_cache(maxsize=1 << 17)
def name_keys_of(name: str) -> tuple[str, ...]:
    """Under what to look for a name: two readable names that may be one person's share one of these."""
    return ending_sounds(folded_name(name))


def has_gap(name: str) -> bool:
    """Whether a character of the name could not be typed or printed: ``王□``."""
    return any(map(_is_gap, name))


def why_alike(one: Resident, other: Resident) -> str:
    """Why the names of two people may be one person's; blank when they are not."""
    if one.name and one.name == other.name:
        return SAME
    if (one.former_name and one.former_name in names_of(other)) or (
        other.former_name and other.former_name == one.name
    ):
        return FORMER
    if one.name and folded_name(one.name) == folded_name(other.name):
        return RARE
    if any(_with_gap(a, b) or _with_gap(b, a) for a in names_of(one) for b in names_of(other)):
        return RARE
    if any(sounds_alike(a, b) for a in names_of(one) for b in names_of(other)):
        return SOUND
    return ""


def _with_gap(one: str, other: str) -> bool:
    """Whether ``one`` is ``other`` with a mark where a character could not be typed or printed."""
    if len(one) != len(other) or not has_gap(one):
        return False
    pairs = list(zip(one, other, strict=True))
    return not _is_gap(one[0]) and all(_is_gap(mine) or mine == theirs for mine, theirs in pairs)


def _is_gap(character: str) -> bool:
    return character in _UNREADABLE or unicodedata.category(character) == "Co"


def sounds_alike(one: str, other: str) -> bool:
    """Whether two names of as many characters are read alike; one of them may have a character as pinyin: 王yan."""
    a, b = folded_name(one), folded_name(other)
    if not a or not b or (len(a) != len(b) and a.isascii() == b.isascii() and not _mixed(a) and not _mixed(b)):
        return False
    return not sounds_of(a).isdisjoint(sounds_of(b))


def _mixed(name: str) -> bool:
    """Whether a character was typed as its pinyin: ``王yan``."""
    return any(character.isascii() for character in name) and not name.isascii()


def told_apart(one: Resident, other: Resident) -> bool:
    """Whether something that both sides know says that they are two people: ID number, else sex or birth date."""
    if one.id_number and other.id_number:
        return id_number_key(one.id_number) != id_number_key(other.id_number)
    sexes = {one.sex_known, other.sex_known} - {""}
    return len(sexes) > 1 or not births_agree(one.birth_known, other.birth_known)


def births_agree(one: str, other: str) -> bool:
    """Whether two birth dates may be one; either may be unknown, or known to the year or the month only."""
    return one.startswith(other) or other.startswith(one)


def surely_one_person(one: Resident, other: Resident) -> bool:
    """Whether two members of one household are surely one: by ID number, or a name that nothing tells apart."""
    if one.id_number and other.id_number:
        return id_number_key(one.id_number) == id_number_key(other.id_number)
    return why_alike(one, other) in (SAME, FORMER, RARE) and not told_apart(one, other)
