"""Folding of the ways in which the same text is typed: full width, stray blanks, Chinese numerals."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
_EMPTY_MARKS = frozenset({"", "-", "--", "---", "—", "——", "/", "\\", "无", "暂无"})
_NUMERALS = {char: value for value, chars in enumerate(("零〇○", "一壹", "二贰两", "三叁", "四肆")) for char in chars}
_NUMERALS |= {"五": 5, "伍": 5, "六": 6, "陆": 6, "七": 7, "柒": 7, "八": 8, "捌": 8, "九": 9, "玖": 9}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100}


def squeeze(text: str) -> str:
    """``text`` in NFKC form without any blank in it, for comparing; full-width letters and digits become plain."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _BLANKS.sub("", text)


def is_empty_mark(text: str) -> bool:
    """Whether a folded cell text only says that there is nothing: blank, ``--``, ``/``, ``无``."""
    return text in _EMPTY_MARKS


def arabic(numeral: str) -> str:
    """A Chinese numeral in digits: ``十一`` gives ``11``, ``五零一`` gives ``501``; other text stays as it is."""
    if not numeral or any(char not in _NUMERALS and char not in _TENS for char in numeral):
        return numeral
    if not any(char in _TENS for char in numeral):
        return "".join(str(_NUMERALS[char]) for char in numeral)
    total = pending = 0
    for char in numeral:
        if char in _TENS:
            total += (pending or 1) * _TENS[char]
            pending = 0
        else:
            pending = _NUMERALS[char]
    return str(total + pending)


def fold(text: str) -> str:
    """``text`` in NFKC form without outer blanks, with inner ones made single."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    return _BLANKS.sub(" ", text).strip()
