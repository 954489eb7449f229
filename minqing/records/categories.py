"""Classes of appeals: fifteen first-level ones, their second level, and the everyday names that people use."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache

from minqing.records.spelling import squeeze
from resources import resource

_SEPARATORS = re.compile(r"[/>＞→|\\·\-—]+")


@dataclass(frozen=True, slots=True)
class Category:
    """An everyday class (third level) with its whole path, such as 停车 under 交通运输 / 停车管理."""

    name: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Everyday:
    category: Category
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tree:
    levels: dict[str, tuple[str, ...]]
    everyday: tuple[_Everyday, ...]
    paths: dict[str, tuple[str, ...]]


def everyday_categories() -> tuple[Category, ...]:
    """The everyday classes in the order in which a form offers them."""
    return tuple(entry.category for entry in _tree().everyday)


def first_levels() -> tuple[str, ...]:
    """The names of the first-level classes."""
    return tuple(_tree().levels)


def second_levels(first: str) -> tuple[str, ...]:
    """The second-level classes of a first-level one; none for a name that is not in the list."""
    return _tree().levels.get(first, ())


@lru_cache(maxsize=4096)
def category_path(text: str) -> tuple[str, ...]:
    """The path of a class by any of its names, or written out: ``交通运输/停车管理``; ``()`` when not in the list."""
    paths = _tree().paths
    whole = paths.get(squeeze(text))
    if whole:
        return whole
    parts = tuple(part for part in map(squeeze, _SEPARATORS.split(text)) if part)
    if len(parts) < 2:
        return ()
    last = paths.get(parts[-1], ())
    if len(parts) > 2 and last[: len(parts) - 1] == parts[:-1]:
        return last
    if parts[1] in second_levels(parts[0]):
        return parts[:2]
    if last[:1] == parts[:1]:
        return last
    return (parts[0],) if parts[0] in _tree().levels else ()


def suggest_categories(text: str, limit: int = 3) -> list[str]:
    """Up to ``limit`` everyday classes whose keywords stand in ``text``, the likeliest first."""
    found = keywords_in(text)
    return sorted(found, key=lambda name: -sum(map(len, found[name])))[:limit]


def keywords_in(text: str) -> dict[str, tuple[str, ...]]:
    """The everyday classes whose keywords stand in ``text``, in the list's order, each with those keywords."""
    folded = squeeze(text)
    found = {
        entry.category.name: tuple(word for word in entry.keywords if word in folded) for entry in _tree().everyday
    }
    return {name: words for name, words in found.items() if words}


def category_keywords() -> tuple[str, ...]:
    """The words by which everyday classes are known, their names among them."""
    words = (word for entry in _tree().everyday for word in (entry.category.name, *entry.keywords))
    return tuple(dict.fromkeys(words))


@cache
def _tree() -> _Tree:
    with resource("codes", "categories.toml").open("rb") as file:
        data = tomllib.load(file)
    levels = {first["name"]: tuple(first["second"]) for first in data["first"]}
    paths: dict[str, tuple[str, ...]] = {first: (first,) for first in levels}
    for first, seconds in levels.items():
        for second in seconds:
            paths.setdefault(second, (first, second))
    del paths["其他"]
    everyday = []
    for entry in data["everyday"]:
        path = (*entry["path"], entry["name"])
        everyday.append(_Everyday(Category(entry["name"], path), tuple(entry["keywords"])))
        paths[squeeze(entry["name"])] = path
        for alias in entry["aliases"]:
            paths.setdefault(squeeze(alias), path)
    return _Tree(levels, tuple(everyday), paths)
