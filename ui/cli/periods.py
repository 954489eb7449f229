"""Days and periods as they are given on the command line."""

from __future__ import annotations

from datetime import date

from minqing.errors import BadDate, UsageError
from minqing.records.dates import Period, parse_date


def day_named(text: str) -> date:
    """The day that ``text`` means. Raises BadDate."""
    found = parse_date(text)
    if found is None:
        raise BadDate(text)
    return found


def period_named(*, week: str, start: str, end: str) -> Period | None:
    """The period of ``--week`` or of ``--from`` and ``--until`` (today when left out); None when nothing is given.

    Raises UsageError, BadDate, BadOrder.
    """
    if week and (start or end):
        raise UsageError("--week 和 --from、--until 只能用一种。")
    if week:
        return Period.week(week)
    if not start and not end:
        return None
    if not start:
        raise UsageError("写了 --until，还要写 --from。")
    return Period(day_named(start), day_named(end) if end else date.today())
