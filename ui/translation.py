"""What the window says, in the language chosen: the program speaks Chinese, each text is translated as it is shown.

In Chinese ``shown`` gives back what it gets. In English it asks Qt's translation file, which holds whole texts and
sentences with places for values (``共 %1 户``). What it does not know, such as a name, stays as it was written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QTranslator

from resources import resource
from ui.preferences import Language

CONTEXT = "minqing"
HAN = re.compile(r"[\u3400-\u9fff]")
_MARKS = re.compile(r"[\u3000-\u303f\uff00-\uffef]")
_INSIDE = re.compile(r"[^.:·“(] $")
_PLACE = re.compile(r"%(\d+)")
_MONTHS = ("", *["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
_DAYS = dict(zip("一二三四五六日天", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Sun"], strict=True))
_JOINTS = (
    ("\n", "\n"), ("\t", "\t"), (" · ", " · "), ("·", " · "), ("　", "  "), ("；", "; "), ("。", ". "), ("：", ": "),
    ("，", ", "), ("、", ", "), (" + ", " + "), ("→", "→"), (" ", " "),
)  # fmt: skip
"""Where a text may be taken apart, and what joins the parts in English."""
_OF_LISTS = frozenset("\n；")
_OF_RECORDS = frozenset("，。、")
"""Joints of what people write: taken apart here only where two thirds of it are words of the program."""
_BRACKETS = re.compile(r"([^（）]*)（([^（）]*)）(.*)", re.DOTALL)
_QUOTES = re.compile(r"([^“”]*)“([^“”]*)”(.*)", re.DOTALL)
_NAMES = frozenset(
    {*_DAYS.values(), *_MONTHS, "Ctrl", "Alt", "Shift", "Enter", "Esc", "Tab", "Delete", "Excel", "Bldg", "Unit",
     "Floor", "Party", "Chinese"}
)  # fmt: skip
_SPANNING = re.compile(r"[。；\n·=]|^\s*[：，、→]|[：，、→]\s*$")
"""What a value holds only where it is more than one: then another reading goes first."""
_SHORT_VALUE = r"([-+−]?\d[\d,.:]*(?: ?[年月日周%％][\d ]*)*)"
"""What a sentence of one character is filled with: numbers and dates. Anything else would be guessing."""
_ONE = re.compile(r"(?<![\d,./-])1 (people|[a-z]{3,}s)\b")
_NOT_MANY = frozenset({"this", "does", "less", "plus", "was", "has", "across", "address", "status", "class", "its"})
_COUNTED = re.compile(r"([-+−]?\d[\d,.]*[%％]?) ?([\u3400-\u9fff]{1,4})")
_WORD = 6
"""Words of up to this many characters may be two known words side by side."""
_LONGER = 1.3
_SHORT, _LONGEST = 80, 1500
"""Up to where a text is tried in every way, and from where in none: a picture read aloud may list a year."""


def _date(found: re.Match[str]) -> str:
    year, month, day = found["year"], int(found["month"]), found["day"]
    parts = (str(int(day)) if day else "", _MONTHS[month] if 1 <= month <= 12 else str(month), year or "")
    return " ".join(part for part in parts if part)


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?:(?P<year>\d{4}) ?年 ?)?(?P<month>\d{1,2}) ?月 ?(?:(?P<day>\d{1,2}) ?日)?"), _date),
    (re.compile(r"(\d{4})年第 ?(\d+) ?周"), lambda found: f"week {found[2]} of {found[1]}"),
    (re.compile(r"第 ?(\d+) ?周"), lambda found: f"week {found[1]}"),
    (re.compile(r"(\d{4}) ?年"), lambda found: found[1]),
    (re.compile(r"(?:周|星期)([一二三四五六日天])"), lambda found: _DAYS[found[1]]),
    (re.compile(r"([A-Za-z\d]+) ?(?:栋|号楼)"), lambda found: f"Bldg {found[1]}"),
    (re.compile(r"(\d+)单元"), lambda found: f"Unit {found[1]}"),
    (re.compile(r"(负?)(\d+)\u00a0?(?:层|楼)"), lambda found: f"Floor {'-' if found[1] else ''}{found[2]}"),
)


@dataclass(frozen=True)
class Sentence:
    """A text with places for values: what finds it, a part of it that must occur, and the text itself."""

    source: str
    finds: re.Pattern[str]
    needs: str
    own: int


def sentence(source: str) -> Sentence | None:
    """How ``source`` is recognised; None where too little of it is its own to tell it from other texts."""
    pieces = _PLACE.split(source)[::2]
    own = sum(len(HAN.findall(piece)) for piece in pieces)
    if len(pieces) < 2 or not own:
        return None
    value = "(.*?)" if own > 1 else _SHORT_VALUE
    finds = re.compile(value.join(re.escape(piece) for piece in pieces), re.DOTALL)
    return Sentence(source, finds, max(pieces, key=len), own)


def _indexed(sentences: Sequence[Sentence]) -> dict[str, list[Sentence]]:
    """The sentences by one of their characters, the one that the fewest others have."""
    often = Counter(letter for one in sentences for letter in set(one.source) if HAN.match(letter))
    found: dict[str, list[Sentence]] = {}
    for one in sentences:
        found.setdefault(min(HAN.findall(one.source), key=lambda letter: (often[letter], letter)), []).append(one)
    return found


class English:
    """The English words of the program."""

    def __init__(self) -> None:
        self._words = QTranslator()
        self._words.load(str(resource("translations", "minqing_en.qm")))
        sources = resource("translations", "sentences.txt").read_text("utf-8").splitlines()
        made = [one for one in map(sentence, map(unescaped, sources)) if one is not None]
        self._by_letter = _indexed(made)
        self.found = lru_cache(maxsize=40_000)(self._find)

    def of(self, text: str) -> str:
        """The English of ``text``; the text itself where nothing of it is known."""
        found = self.found(text)
        return text if found is None else found

    def _exact(self, text: str) -> str | None:
        return self._words.translate(CONTEXT, text) or None

    def _find(self, text: str) -> str | None:
        bare = text.strip()
        if len(text) > _LONGEST or not HAN.search(text):
            return None
        if bare != text:
            inside = self.found(bare)
            return None if inside is None else text.replace(bare, inside)
        return self._exact(text) or self._by_rule(text) or self._unstopped(text) or self._best(text)

    def _by_rule(self, text: str) -> str | None:
        return next((make(found) for rule, make in _RULES if (found := rule.fullmatch(text))), None)

    def _unstopped(self, text: str) -> str | None:
        """A sentence that stands here without its full stop, or the name of a button without its dots."""
        for mark, english in (("。", "."), ("…", "…")):
            found = None if text.endswith(mark) else self._exact(text + mark)
            if found is not None:
                return found.removesuffix(english)
        return None

    def _best(self, text: str) -> str | None:
        """Of all ways to read ``text`` the first that leaves the least Chinese."""
        best, least = None, _unsaid(text)
        for made in self._readings(text):
            left = _unsaid(made)
            if left < least:
                best, least = made, left
            if not left:
                break
        return best

    def _readings(self, text: str) -> Iterator[str]:
        sentences = list(self._by_sentence(text))
        yield from (made for made, spans in sentences if not spans)
        if not text.endswith("。"):
            yield from (made.removesuffix(".") for made, spans in self._by_sentence(f"{text}。") if not spans)
        short = len(text) <= _SHORT
        for joint, english in _JOINTS:
            parts = text.split(joint)
            ways = (text.split(joint, 1), text.rsplit(joint, 1), parts) if len(parts) > 2 and short else (parts,)
            for way in ways if len(parts) > 1 else ():
                yield from self._joined(way, english, of_records=joint in _OF_RECORDS)
            if len(parts) > 1 and not short and joint in _OF_LISTS:
                return
        for marks, shape in ((_BRACKETS, "{} ({}) {}"), (_QUOTES, "{} “{}” {}")):
            found = marks.fullmatch(text)
            if found is not None:
                yield _tidy(shape.format(*(self.found(part) or part for part in found.groups())))
        yield from (made for made, spans in sentences if spans)
        yield from self._two_words(text)
        counted = _COUNTED.fullmatch(text)
        unit = self._exact(counted[2]) if counted is not None else None
        if counted is not None and unit is not None:
            yield f"{counted[1]} {_going_on(unit)}"

    def _by_sentence(self, text: str) -> Iterator[tuple[str, bool]]:
        """Each sentence that fits, and whether a value of it would hold the end of another sentence."""
        known = [one for letter in dict.fromkeys(text) for one in self._by_letter.get(letter, ())]
        for one in sorted(known, key=lambda one: -one.own):
            found = one.finds.fullmatch(text) if one.needs in text else None
            english = self._exact(one.source) if found is not None else None
            if found is not None and english is not None:
                spans = any(_SPANNING.search(value) for value in found.groups())
                yield self._filled(english, found.groups()), spans

    def _filled(self, english: str, values: Sequence[str]) -> str:
        def value(found: re.Match[str]) -> str:
            number = int(found[1]) - 1
            given = values[number] if number < len(values) else ""
            said = self.found(given)
            if said is None:
                return given
            return _going_on(said) if _INSIDE.search(english[: found.start()]) else said

        return _ONE.sub(_singular, re.sub("  +", " ", _PLACE.sub(value, english)).strip(" "))

    def _joined(self, parts: Sequence[str], joint: str, *, of_records: bool) -> Iterator[str]:
        made = [self.found(part) for part in parts]
        if not any(made):
            return
        said = [part if english is None else english for part, english in zip(parts, made, strict=True)]
        if joint in {", ", " + "}:
            said[1:] = map(_going_on, said[1:])
        whole = joint.join(said).strip()
        if not of_records or 3 * len(HAN.findall(whole)) <= sum(len(HAN.findall(part)) for part in parts):
            yield whole

    def _two_words(self, text: str) -> Iterator[str]:
        for place in range(2, len(text) - 1) if len(text) <= _WORD else ():
            first, second = self._exact(text[:place]), self._exact(text[place:])
            if first and second:
                yield f"{first} {_going_on(second)}"


def _unsaid(text: str) -> int:
    """How much of ``text`` is still to be said in English: Chinese characters first, then Chinese marks."""
    return 20 * len(HAN.findall(text)) + len(_MARKS.findall(text))


def _singular(found: re.Match[str]) -> str:
    """``1 households`` as it is said of one."""
    word = found[1]
    if word in _NOT_MANY:
        return found[0]
    one = {"people": "person"}.get(word) or (f"{word[:-3]}y" if word.endswith("ies") else word[:-1])
    return f"1 {one}"


def _going_on(text: str) -> str:
    """``text`` as it is written inside a sentence."""
    word = text.partition(" ")[0].rstrip(",.;:")
    letters = word.replace("’", "").replace("-", "")
    begins = len(word) > 1 and letters.isalpha() and word[0].isupper() and word[1:].islower() and word not in _NAMES
    return text[0].lower() + text[1:] if begins else text


def _tidy(text: str) -> str:
    return re.sub(r" ([,.;:])", r"\1", re.sub(r"  +", " ", text)).strip()


def escaped(text: str) -> str:
    """``text`` on one line of a file."""
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def unescaped(line: str) -> str:
    """What ``escaped`` made one line of."""
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found[1], found[1]), line)


class _Speech:
    """In which language the window speaks now."""

    def __init__(self) -> None:
        self.english: English | None = None
        self.as_written = 0


_speech = _Speech()


def speak(language: Language) -> None:
    """From now on ``shown`` speaks ``language``."""
    _speech.english = English() if language is Language.ENGLISH else None


def shown(text: str) -> str:
    """``text`` in the language of the window, as far as it is known."""
    if _speech.english is None or _speech.as_written or text.isascii():
        return text
    return _speech.english.of(text)


def translated() -> bool:
    """Whether the window speaks another language than the one that the program is written in."""
    return _speech.english is not None


def roomy(width: int, longer: float = _LONGER) -> int:
    """How wide something is to be that is ``width`` px for Chinese words: English ones are longer."""
    return width if _speech.english is None else round(width * longer)


@contextmanager
def as_written() -> Iterator[None]:
    """While this lasts ``shown`` leaves everything as it is: for painting somebody's own sheet."""
    _speech.as_written += 1
    try:
        yield
    finally:
        _speech.as_written -= 1
