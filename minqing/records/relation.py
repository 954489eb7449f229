"""与户主关系: the many words for it, their GB/T 4761-2008 codes, and the order in which a family is listed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from minqing.records.spelling import squeeze
from resources import resource

HEAD_CODE = "02"

_UNKNOWN_RANK = 1000
_TENANTS_FAMILY_RANK = 4
_BRACKETS = re.compile(r"\([^()]*\)")
_OF_THE_HEAD = re.compile(r"(?:户主|本人)(?:之|的)(?=.)")
_OF_A_TENANT = re.compile(r"(?:承租人|承租户|租户|租客|房客|产权人|业主|房主|房东)(?:之|的).+")


@dataclass(frozen=True, slots=True)
class _Relation:
    code: str
    rank: int


@lru_cache(maxsize=4096)
def relation_code(text: str) -> str | None:
    """The two-digit code of a relation word; None for a blank, a slip of the pen or a word outside the table."""
    found = _find(text)
    return found.code if found else None


@lru_cache(maxsize=4096)
def relation_rank(text: str) -> int:
    """Sorts the members of a household: the head, the spouse, children, …, others, words nobody knows."""
    found = _find(text)
    return found.rank if found else _UNKNOWN_RANK


def is_head(text: str) -> bool:
    """Whether the word says 户主. 本人 does not: it may be said of whoever filled in the sheet."""
    return relation_code(text) == HEAD_CODE


def _find(text: str) -> _Relation | None:
    table = _table()
    word = squeeze(text)
    found = table.get(word)
    if found:
        return found
    word = _BRACKETS.sub("", word)
    if _OF_A_TENANT.fullmatch(word):
        return _Relation("99", _TENANTS_FAMILY_RANK)
    return table.get(_OF_THE_HEAD.sub("", word, count=1))


@cache
def _table() -> dict[str, _Relation]:
    with resource("codes", "relations.toml").open("rb") as file:
        entries = tomllib.load(file)["relation"]
    table: dict[str, _Relation] = {}
    for entry in entries:
        relation = _Relation(entry["code"], entry.get("rank", int(entry["code"])))
        for word in (entry["label"], *entry["names"]):
            table[squeeze(word)] = relation
        table.setdefault(entry["code"], relation)
    return table


@cache
def relation_words() -> frozenset[str]:
    """Every word for a relation that the table has, without the codes."""
    return frozenset(word for word in _table() if not word.isdigit())
