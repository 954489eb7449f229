"""The words that stand most often in what people said and asked lately; never the name of a person or a place."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from minqing.ledger import Ledger
from minqing.records.appeal import Appeal
from minqing.records.categories import category_keywords
from minqing.records.contact import Contact
from minqing.records.household import Household
from minqing.records.period import Period
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.segment import counted
from minqing.work.today import RECENT
from resources import resource

WORDS = 12
_SEVERAL = 2
_NO_WINDOW = 0x08000000
_LONGEST_NAME = 4
_PATIENCE = 60
_GAP = "，"
_PLACE_ENDS = re.compile(r"(?:街道|社区|小区|花园|家园|苑|路|街|村|里|湾|栋|单元|网格)+$")
_COMPOUND = frozenset({"欧阳", "司马", "上官", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "夏侯", "令狐"})


def frequent_words(ledger: Ledger, on: date, *, apart: bool = True) -> tuple[tuple[str, int], ...]:
    """Words of visits and appeals of the last 30 days with the number of texts in which they stand.

    Names in the book are taken out of the texts first. The counting is done in a process of its own unless ``apart`` is
    false: loading the dictionary would stop the window for a tenth of a second.
    """
    period = Period(on - timedelta(days=RECENT - 1), on)
    visits = [one for one in ledger.records(Visit) if one.visited_on in period]
    appeals = [one for one in ledger.records(Appeal) if one.registered_on in period]
    texts = [*map(_said, visits), *map(_asked_for, appeals)]
    if not texts:
        return ()
    hider = Hider(_names(ledger, visits, appeals))
    found = _counted([hider.hide(text) for text in texts], apart=apart)
    return tuple((word, number) for word, number in found if number >= _SEVERAL)[:WORDS]


def _said(visit: Visit) -> str:
    return _GAP.join((visit.said, visit.problems, visit.next_reason))


def _asked_for(appeal: Appeal) -> str:
    return appeal.text if appeal.title in appeal.text else f"{appeal.title}{_GAP}{appeal.text}"


def _names(ledger: Ledger, visits: Iterable[Visit], appeals: Iterable[Appeal]) -> Iterator[str]:
    """Every name of a person or a place that the book knows, and its parts that could stand alone."""
    contacts = ledger.records(Contact)
    people = {ledger.profile.owner, *(one.name for one in contacts), *(one.reporter for one in appeals)}
    for resident in ledger.records(Resident):
        people |= {resident.name, resident.former_name}
    for visit in visits:
        people.update(visit.visitors, visit.met)
    for name in people:
        yield from _parts(name)
    homes = ledger.records(Household)
    profile = ledger.profile
    places = {profile.street, profile.community, profile.estate}
    places |= {part for one in homes for part in (one.street, one.community, one.estate, one.grid, one.detail)}
    places |= {one.organisation for one in contacts}
    for name in places:
        yield from (part for part in (name, _PLACE_ENDS.sub("", name)) if len(part) > 1)


def _parts(name: str) -> Iterator[str]:
    """``欧阳立新`` whole and without the surname."""
    name = name.strip()
    if len(name) > 1:
        yield name
    given = name[2:] if name[:2] in _COMPOUND else name[1:]
    if 1 < len(given) < _LONGEST_NAME:
        yield given


class Hider:
    """Puts a comma in place of every name in a text, the longest first."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        sizes: dict[str, set[int]] = defaultdict(set)
        for name in self._names:
            sizes[name[0]].add(len(name))
        self._sizes = {first: sorted(found, reverse=True) for first, found in sizes.items()}

    def hide(self, text: str) -> str:
        """The text without names."""
        kept, place = [], 0
        while place < len(text):
            sizes = self._sizes.get(text[place], ())
            size = next((size for size in sizes if text[place : place + size] in self._names), 0)
            kept.append(_GAP if size else text[place])
            place += size or 1
        return "".join(kept)


@cache
def stop_words() -> frozenset[str]:
    """Words that say nothing about a matter."""
    return frozenset(tomllib.loads(resource("stop_words.toml").read_text(encoding="utf-8"))["words"].split())


def _counted(texts: Sequence[str], *, apart: bool) -> Iterable[tuple[str, int]]:
    asked: Mapping[str, Sequence[str] | int] = {
        "texts": texts,
        "known": category_keywords(),
        "stop": sorted(stop_words()),
        "most": 10 * WORDS,
    }
    if apart and not getattr(sys, "frozen", False):
        try:
            return _asked(asked)
        except OSError:  # where nothing may be started, the window waits a moment
            pass
    return counted(texts, known=category_keywords(), stop=stop_words())


def _asked(asked: Mapping[str, object]) -> list[tuple[str, int]]:
    done = subprocess.run(
        [sys.executable, "-m", "minqing.work.segment"],
        input=json.dumps(asked, ensure_ascii=False).encode(),
        capture_output=True,
        check=True,
        timeout=_PATIENCE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
    )
    return [(str(word), int(number)) for word, number in json.loads(done.stdout)]
