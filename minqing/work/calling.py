"""When to knock again at a door that stayed shut: as somebody said, as it once worked, or as it was not tried yet."""

from __future__ import annotations

from collections.abc import Sequence

from minqing.records.visit import NOT_MET, PUT_OFF, Visit

MORNING, AFTERNOON, EVENING, WEEKEND = "上午", "下午", "晚上", "周末"
_UNTRIED = (EVENING, WEEKEND, MORNING, AFTERNOON)
_NOON, _DUSK = 12, 17
_SATURDAY = 5
_SAID = (
    (WEEKEND, ("周末", "周六", "周日", "双休", "星期六", "星期天", "礼拜天")),
    (EVENING, ("晚上", "下班", "夜里", "晚饭", "傍晚", "19:", "20:", "七点后", "八点后")),
    (MORNING, ("上午", "早上", "清早")),
    (AFTERNOON, ("下午", "午后")),
)
REFUSED = "拒访"


def time_of_day(visit: Visit) -> str:
    """The part of the day or week in which a visit was, a blank when the clock was not noted on a working day."""
    if visit.visited_on is not None and visit.visited_on.weekday() >= _SATURDAY:
        return WEEKEND
    if visit.visited_at is None:
        return ""
    hour = visit.visited_at.hour
    return MORNING if hour < _NOON else AFTERNOON if hour < _DUSK else EVENING


def knocks(visits: Sequence[Visit]) -> list[Visit]:
    """The visits since somebody was last met, newest first; ``visits`` are newest first."""
    found: list[Visit] = []
    for visit in visits:
        if visit.result not in NOT_MET:
            break
        found.append(visit)
    return found


def another_time(visits: Sequence[Visit]) -> str:
    """What is advised for the next try, such as ``建议晚上``; ``visits`` of the household are newest first."""
    tried = knocks(visits)
    if not tried:
        return ""
    last = tried[0]
    for part, words in _SAID:
        if any(word in last.said or word in last.next_reason for word in words):
            return f"建议{part}"
    if last.result == REFUSED:
        return "建议先约"
    if last.result == PUT_OFF:
        return "按约再去"
    shut = {time_of_day(visit) for visit in tried}
    worked = [part for visit in visits[len(tried) :] if (part := time_of_day(visit)) and part not in shut]
    untried = [part for part in _UNTRIED if part not in shut]
    return f"建议{next(iter((*worked, *untried)), EVENING)}"
