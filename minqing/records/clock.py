"""Times of day: ``15:20``, ``下午3:20``, ``15时20分``, and fractions of a day as spreadsheets keep them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from minqing.errors import BadTime
from minqing.records.spelling import fold, is_empty_mark

_SIMPLE = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_CLOCK = re.compile(
    r"(?P<part>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|AM|PM)? ?"
    r"(?P<h>[0-9]{1,2}) ?[:时点] ?"
    r"(?:(?P<half>半)|(?P<m>[0-9]{1,2}) ?分?(?: ?:? ?(?P<s>[0-9]{1,2})(?:\.[0-9]+)? ?秒?)?)?"
    r"(?:整)? ?(?P<after>AM|PM)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?P<h>[0-9]{2})(?P<m>[0-9]{2})(?P<s>[0-9]{2})?")
_LATER = frozenset({"下午", "傍晚", "晚上", "夜里", "PM"})
_EARLIER = frozenset({"凌晨", "上午", "AM"})
_NOON = 12
_FIRST_HOUR_AFTER_NOON = 3
_SECONDS_OF_DAY = 86_400


def parse_time(value: object) -> time | None:
    """The time of day in a cell or typed text; a spreadsheet's fraction of a day counts; None for a blank.

    Raises BadTime.
    """
    if isinstance(value, str):
        text = fold(value)
        return None if is_empty_mark(text) else clock_of(text)
    if value is None:
        return None
    if isinstance(value, time):
        return value.replace(microsecond=0, tzinfo=None)
    if isinstance(value, datetime):
        return value.time().replace(microsecond=0, tzinfo=None)
    if isinstance(value, float) and 0 <= value < 1:
        seconds = min(round(value * _SECONDS_OF_DAY), _SECONDS_OF_DAY - 1)
        return (datetime.combine(date.min, time.min) + timedelta(seconds=seconds)).time()
    raise BadTime(str(value))


def clock_of(text: str) -> time:
    """The time of day in folded text that is not blank; raises BadTime."""
    simple = _SIMPLE.fullmatch(text)
    found = simple or _CLOCK.fullmatch(text) or _DIGITS.fullmatch(text)
    if not found:
        raise BadTime(text)
    try:
        if simple:
            return time(int(simple[1]), int(simple[2]))
        group = found.groupdict()
        minute = 30 if group.get("half") else int(group["m"] or 0)
        return time(_hour(int(group["h"]), group.get("part") or group.get("after") or ""), minute, int(group["s"] or 0))
    except ValueError:
        raise BadTime(text) from None


def _hour(hour: int, part: str) -> int:
    """The hour of 24 for an hour said with a part of the day."""
    part = part.upper()
    if hour < _NOON and (part in _LATER or (part == "中午" and hour < _FIRST_HOUR_AFTER_NOON)):
        return hour + _NOON
    if hour == _NOON and (part in _EARLIER or part in {"晚上", "夜里"}):
        return 0
    return hour
