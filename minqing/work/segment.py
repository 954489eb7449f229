"""Cuts texts into words and counts them; run as a program of its own, for loading the dictionary stops all threads.

``python -m minqing.work.segment`` reads a JSON object from standard input and writes a list of pairs.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

_KEPT = frozenset({"n", "vn", "v", "an", "a", "j", "l", "i", "nl", "ng"})
"""Tags of words that can be a matter; names of people, places and offices (nr, ns, nt, nz) are not among them."""
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蒋蔡余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范石廖贾夏韦傅方邹孟熊秦邱江尹薛"
    "闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳仇单解区翟查温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳俞"
)
_WEIGHT = 20_000


def counted(texts: Iterable[str], *, known: Sequence[str] = (), stop: Iterable[str] = ()) -> list[tuple[str, int]]:
    """In how many of ``texts`` each word stands, the most frequent first.

    ``known`` are words of the trade that are not to be cut; ``stop`` are words that say nothing. Words that the
    dictionary does not know and that could be somebody's name are left out.
    """
    import rjieba

    left_out, trade = set(stop), set(known)
    for word in trade:
        rjieba.add_word(word, _WEIGHT, "n")
    found: Counter[str] = Counter()
    for text in texts:
        words = {word for word, tag in rjieba.tag(text) if len(word) > 1 and (tag in _KEPT or word in trade)}
        found.update(word for word in words - left_out if not (word[0] in _SURNAMES and not rjieba.has_word(word)))
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def main() -> None:
    """Answer one question on standard input."""
    asked = json.loads(sys.stdin.buffer.read())
    answer = counted(asked["texts"], known=asked["known"], stop=asked["stop"])
    sys.stdout.buffer.write(json.dumps(answer[: asked["most"]], ensure_ascii=False).encode())


if __name__ == "__main__":
    main()
