"""Sheets named after months: the month and year by which their days without one are understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from minqing.forms.files.grid import Grid
from minqing.forms.tables.preamble import year_of
from minqing.records.dates import Period
from minqing.records.spelling import arabic

_MONTH_SHEET = re.compile(r"(?:((?:19|20)\d{2})\s*[年.\-]?\s*)?(\d{1,2}|[一二三四五六七八九十]{1,2})\s*月\s*份?")
_SUMMARY = re.compile(r"汇总|合计|总计|统计|全年|总表|年报|累计")
_TOP = 4
_MONTHS = 12


def month_of(name: str) -> tuple[int, int] | None:
    """Year (0: not said) and month that a sheet's name is, such as ``6月``, ``三月份`` or ``2026年6月``."""
    found = _MONTH_SHEET.fullmatch(name.strip().strip("()（）"))
    if not found:
        return None
    month = int(arabic(found[2]))
    return (int(found[1] or 0), month) if 1 <= month <= _MONTHS else None


def is_summary(name: str, sheets: Sequence[str]) -> bool:
    """Whether a sheet sums up those of the months beside it."""
    return bool(_SUMMARY.search(name)) and not month_of(name) and sum(1 for one in sheets if month_of(one)) > 1


def month_period(name: str, texts: Iterable[str], grids: Iterable[Grid]) -> Period | None:
    """The month that a sheet's name says; its year is told by the name, by ``texts``, or by the tops of ``grids``."""
    found = month_of(name)
    if found is None:
        return None
    year, month = found
    if not year:
        said = year_of(texts) or year_of(_tops(grids))
        year = said.start.year if said else 0
    return Period.of_month(date(year, month, 1)) if year else None


def _tops(grids: Iterable[Grid]) -> Iterable[str]:
    for grid in grids:
        yield grid.name
        for row in grid.rows[:_TOP]:
            yield from (cell for cell in row if isinstance(cell, str))
