"""Which class an appeal belongs to, and which parts of a visit's text sound like appeals: proposals with their reason.

Nothing here decides. Two things speak for a class: the words of the code list, and words that this book's own
appeals have nearly always been put under that class with.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.categories import keywords_in

_NEWEST = 3000
_SHORTEST, _LONGEST = 2, 4
_OFTEN = 3
_NEARLY_ALWAYS = 0.8
_SAYS_NOTHING = frozenset(
    {"希望", "住户", "尽快", "有人", "没有", "小区", "社区", "问题", "反映", "要求", "解决", "一下", "来看", "人来",
     "家里", "居民", "处理", "经常", "已经", "现在", "可以", "不能", "什么", "晚上", "白天", "每天"}
)  # fmt: skip
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_CLAUSE = re.compile(r"[^，,]+")
_LEAD = re.compile(r"(?:.{1,4}(?:说|反映|提出|提到|讲)(?:过)?[：:]?|另外|还有|此外|同时|再就是|并且|而且|又|还|也)+")
_TROUBLE = (
    "没", "不", "坏", "堵", "漏", "渗", "脏", "臭", "吵", "乱", "占", "挡", "难", "缺", "少", "裂", "停水", "停电",
    "扰民", "返味", "反水", "飞线", "堆", "希望", "盼", "想要", "想装", "要求", "投诉", "建议", "能否", "能不能", "太",
    "拖欠", "纠纷", "争", "怕", "担心", "危险", "隐患",
)  # fmt: skip
_FINE = ("没有问题", "没问题", "没意见", "没什么", "不错", "都好", "没事", "不需要", "不用", "修好了", "解决了", "满意")
_PLACE = re.compile(r"(?:单元门|门禁|电梯|车位|楼道|绿化带?|健身器材|食堂|活动室|幼儿园)[口前后旁边里处](?:面|边)?")
_TITLE = 40


@dataclass(frozen=True)
class BookWords:
    """What the book's own appeals teach.

    By word the class it stands for and in how many appeals; by class those who handled it; the most frequent classes.
    """

    classes: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    handlers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    usual: tuple[str, ...] = ()


@dataclass(frozen=True)
class Proposal:
    """A class that an appeal may belong to, for which ``words`` of the code list and ``learned`` ones speak."""

    category: str
    words: tuple[str, ...] = ()
    learned: tuple[tuple[str, int], ...] = ()

    @property
    def weight(self) -> int:
        """How much speaks for it: the length of all words found."""
        return sum(map(len, self.words)) + sum(len(word) for word, _ in self.learned)

    @property
    def why(self) -> str:
        """One sentence that says why."""
        listed = f"文中有{_quoted(self.words)}" if self.words else ""
        counted = "、".join(f"“{word}” {count} 件" for word, count in self.learned)
        mine = f"本账本里这样说的诉求归在这一类（{counted}）" if counted else ""
        return "；".join(filter(None, (listed, mine))) + "。"


@dataclass(frozen=True)
class Matter:
    """A part of a text that sounds like an appeal: from where to where, its one line, and the classes proposed."""

    start: int
    end: int
    title: str
    proposals: tuple[Proposal, ...]


def book_words(ledger: Ledger) -> BookWords:
    """What the newest 3,000 appeals of the book teach."""
    return words_of(ledger.records(Appeal)[-_NEWEST:])


def words_of(appeals: Iterable[Appeal]) -> BookWords:
    """What these appeals teach: words found in at least three of them and nearly always under one class."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    handlers: dict[str, Counter[str]] = defaultdict(Counter)
    usual: Counter[str] = Counter()
    for appeal in appeals:
        if not appeal.category:
            continue
        usual[appeal.category] += 1
        if appeal.handler:
            handlers[appeal.category][appeal.handler] += 1
        for word in _grams(appeal.subject):
            counts[word][appeal.category] += 1
    classes: dict[str, tuple[str, int]] = {}
    for word, by_class in counts.items():
        category, most = by_class.most_common(1)[0]
        if most >= _OFTEN and most >= _NEARLY_ALWAYS * by_class.total():
            classes[word] = (category, most)
    return BookWords(
        classes,
        {category: tuple(name for name, _ in found.most_common(6)) for category, found in handlers.items()},
        tuple(category for category, _ in usual.most_common(8)),
    )


def propose_categories(text: str, book: BookWords | None = None, limit: int = 3) -> list[Proposal]:
    """Up to ``limit`` classes for an appeal with this text, the likeliest first, each with what speaks for it."""
    known = book or BookWords()
    listed = _listed(text)
    learned: dict[str, list[tuple[str, int]]] = defaultdict(list)
    taken: list[tuple[int, int]] = []
    for start, end in sorted(_spans(text), key=lambda span: (span[0] - span[1], span[0])):
        found = known.classes.get(text[start:end])
        if found and not any(start < after and before < end for before, after in taken):
            taken.append((start, end))
            learned[found[0]].append((text[start:end], found[1]))
    names = dict.fromkeys([*listed, *learned, *(name for name in known.usual if name in text)])
    proposals = [
        Proposal(name, listed.get(name) or ((name,) if name in text else ()), tuple(learned.get(name, ())))
        for name in names
    ]
    return sorted(proposals, key=lambda one: -one.weight)[:limit]


def find_matters(text: str, book: BookWords | None = None) -> list[Matter]:
    """The parts of a visit's text that sound like appeals, in their order."""
    found: list[Matter] = []
    for sentence in _SENTENCE.finditer(text):
        offset = sentence.start()
        open_matter: Matter | None = None
        for clause in _CLAUSE.finditer(sentence[0]):
            start, end = offset + clause.start(), offset + clause.end()
            proposals = tuple(propose_categories(clause[0], book))
            same = open_matter and proposals and proposals[0].category == open_matter.proposals[0].category
            if open_matter is not None and same:
                open_matter = _matter(text, open_matter.start, end, open_matter.proposals)
                found[-1] = open_matter
            elif proposals and _troubled(clause[0]):
                open_matter = _matter(text, start, end, proposals)
                found.append(open_matter)
            else:
                open_matter = None
    return found


def _listed(text: str) -> dict[str, tuple[str, ...]]:
    """The code list's words in the text, but not where they only say where: 单元门口, 电梯旁."""
    found = keywords_in(_PLACE.sub("", text))
    return found or keywords_in(text)


def _matter(text: str, start: int, end: int, proposals: tuple[Proposal, ...]) -> Matter:
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead and lead.end() < end else start
    while begin < end and text[begin].isspace():
        begin += 1
    return Matter(begin, end, text[begin:end].strip()[:_TITLE], proposals)


def _troubled(clause: str) -> bool:
    return any(word in clause for word in _TROUBLE) and not any(word in clause for word in _FINE)


def _spans(text: str) -> Iterable[tuple[int, int]]:
    for run in _HAN.finditer(text):
        for start in range(run.start(), run.end()):
            for length in range(_SHORTEST, _LONGEST + 1):
                if start + length <= run.end():
                    yield start, start + length


def _grams(text: str) -> set[str]:
    return {text[start:end] for start, end in _spans(text)} - _SAYS_NOTHING


def _quoted(words: Sequence[str]) -> str:
    return "".join(f"“{word}”" for word in words)
