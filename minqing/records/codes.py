"""Code lists: the words that a choice offers, the other words people write for them, their national codes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

from minqing.records.spelling import squeeze
from resources import resource


@dataclass(frozen=True, eq=False)
class CodeList:
    """The values of a choice; ``aliases`` leads from another word to the value, ``gb`` from the value to its code.

    An ``open`` list takes other words as they are: what it offers are proposals. A list with ``keep_words`` leaves a
    known word as it was written (初婚 stays 初婚, though its code is that of 已婚).
    """

    name: str
    label: str
    values: tuple[str, ...]
    aliases: Mapping[str, str]
    gb: Mapping[str, str]
    open: bool
    keep_words: bool = False

    def kept(self, text: str) -> str | None:
        """The word to store for ``text``: as written where the list keeps words and it is one, else the value."""
        value = self.match(text)
        return text if value is not None and self.keep_words and not text.isdigit() else value

    def match(self, text: str) -> str | None:
        """The value that ``text`` means, itself, another word or a national code; None when the list has no such."""
        return self._words.get(text) or self._words.get(squeeze(text).upper())

    @cached_property
    def _words(self) -> Mapping[str, str]:
        words = {squeeze(code).upper(): value for value, code in self.gb.items()}
        words |= {squeeze(alias).upper(): value for alias, value in self.aliases.items()}
        words |= {squeeze(value).upper(): value for value in self.values}
        return words


@lru_cache(maxsize=64)
def code_list(name: str) -> CodeList:
    """The list ``resources/codes/<name>.toml``; raises FileNotFoundError, a bug of ours, for another name."""
    with resource("codes", f"{name}.toml").open("rb") as file:
        data = tomllib.load(file)
    return CodeList(
        name=name,
        label=data["label"],
        values=tuple(data["values"]),
        aliases=MappingProxyType({alias: value for value, words in data["aliases"].items() for alias in words}),
        gb=MappingProxyType(data.get("gb", {})),
        open=data["open"],
        keep_words=data.get("keep_words", False),
    )
