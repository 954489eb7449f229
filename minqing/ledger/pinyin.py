"""Pinyin of people's names: full and initials, with surnames read as surnames are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product


def _table(text: str) -> dict[str, tuple[str, ...]]:
    """``曾:zeng 盖:ge/gai`` by character."""
    return {name: tuple(readings.split("/")) for name, readings in (entry.split(":") for entry in text.split())}


# Surnames that the stock tables read as the everyday word; where usage differs, all readings, the usual one first.
_SURNAMES = _table("""
    曾:zeng 单:shan 仇:qiu 解:xie 区:ou 翟:zhai 查:zha 员:yun 种:chong 缪:miao 么:yao 朴:piao 盖:ge/gai
    乐:yue/le 召:shao 覃:qin/tan 谌:chen/shen 隗:wei/kui 洗:xian 黑:he 秘:bi 佴:nai 牟:mu/mou 郇:xun/huan 折:she
    祭:zhai 繁:po 阚:kan 薄:bo 卜:bu 都:du 费:fei/bi 藏:zang 粘:nian 句:gou 库:she 乜:nie 郗:xi/chi 郄:qie/xi
    蔚:yu 莘:shen/xin 颉:xie 长:chang 重:chong 贠:yun 炅:gui
""")
# Compound surnames, syllable by syllable.
_COMPOUND = _table("""
    欧阳:ou/yang 司马:si/ma 上官:shang/guan 诸葛:zhu/ge 尉迟:yu/chi 万俟:mo/qi 单于:chan/yu 长孙:zhang/sun
    澹台:tan/tai 令狐:ling/hu 皇甫:huang/fu 公孙:gong/sun 慕容:mu/rong 司徒:si/tu 司空:si/kong 夏侯:xia/hou
    鲜于:xian/yu 乐正:yue/zheng 宰父:zai/fu 亓官:qi/guan 闾丘:lv/qiu 壤驷:rang/si 拓跋:tuo/ba 呼延:hu/yan
    淳于:chun/yu 濮阳:pu/yang 赫连:he/lian 宇文:yu/wen 申屠:shen/tu 钟离:zhong/li 夹谷:jia/gu 漆雕:qi/diao
""")
# Characters of given names that families read differently: either reading finds the person.
_GIVEN = _table("""
    乐:le/yue 重:chong/zhong 朝:chao/zhao 长:chang/zhang 行:xing/hang 茜:qian/xi 晟:sheng/cheng 盛:sheng/cheng
    柏:bai/bo 藏:cang/zang 莘:xin/shen 筠:jun/yun 蔚:wei/yu 颉:jie/xie 曾:zeng/ceng 传:chuan/zhuan 调:tiao/diao
    车:che/ju 尉:wei/yu 召:zhao/shao 琢:zhuo/zuo 省:sheng/xing 校:xiao/jiao 奇:qi/ji 伽:jia/qie 盖:gai/ge
""")
_MOST = 6


@lru_cache(maxsize=1 << 17)
def name_keys(name: str) -> tuple[str, ...]:
    """What may be typed for ``name``: full pinyin and initials (``zengxiaoming``, ``zxm``), all usual readings."""
    keys: dict[str, None] = {}
    for reading in _readings(name):
        full = "".join(reading)
        keys[full] = None
        keys["".join([syllable[0] for syllable in reading])] = None
        if "v" in full:
            keys[full.replace("v", "u")] = None
    keys.pop("", None)
    return tuple(keys)


@lru_cache(maxsize=1 << 17)
def sounds_of(name: str) -> frozenset[str]:
    """How a name may be read aloud, in pinyin without tones: two names that share one of these sound alike."""
    return frozenset("".join(reading) for reading in _readings(name)) - {""}


def ending_sounds(name: str) -> tuple[str, ...]:
    """How a name may end when read aloud: its last character in pinyin, or the letters that stand there."""
    if not name or not name[-1].isascii():
        return _reading(name[-1:]) or (name[-1:],)
    return (name[len(name.rstrip("abcdefghijklmnopqrstuvwxyz")) :],)


def _readings(name: str) -> Iterator[tuple[str, ...]]:
    syllables = [*_surname(name), *(_reading(character) for character in name[_surname_length(name) :])]
    return islice(product(*filter(None, syllables)), _MOST)


def _surname_length(name: str) -> int:
    if len(name) > 2 and name[:2] in _COMPOUND:
        return 2
    return 1 if name[:1] in _SURNAMES else 0


def _surname(name: str) -> list[tuple[str, ...]]:
    length = _surname_length(name)
    if length == 2:
        return [(syllable,) for syllable in _COMPOUND[name[:2]]]
    return [_SURNAMES[name[0]]] if length else []


@lru_cache(maxsize=1 << 14)
def _reading(character: str) -> tuple[str, ...]:
    """The readings of one character; letters and digits stand for themselves, marks for nothing."""
    if character in _GIVEN:
        return _GIVEN[character]
    if character.isascii():
        return (character.lower(),) if character.isalnum() else ()
    from pypinyin import Style, lazy_pinyin

    read = lazy_pinyin(character, style=Style.NORMAL, errors="ignore")
    return (read[0],) if read and read[0].isascii() and read[0].isalpha() else ()
