"""The figures of a window, and how the definitions change them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from minqing.ledger import Ledger
from minqing.records.appeal import Step
from minqing.work.definitions import Definitions, definitions_of
from minqing.work.report import Report, TrendPoint, report
from minqing.work.report_words import charted, figures, never_words, vital_few
from minqing.work.spans import Span, window
from minqing.work.statistics import Share
from tests.work.conftest import Family, added

ON = date(2026, 11, 19)
EARLIER, LONG_AGO = date(2026, 10, 12), date(2026, 3, 4)


def made(ledger: Ledger, span: Span = Span.MONTH, **rules: object) -> Report:
    definitions = Definitions.model_validate(rules)
    return report(ledger, window(span, ON, on=ON, first_weekday=definitions.first_weekday), definitions=definitions)


def test_an_empty_book_has_nothing_to_draw(ledger: Ledger) -> None:
    found = made(ledger)
    assert not found.enough
    assert [one.number for one in figures(found)] == ["0", "—", "0", "—", "—", "—"]
    assert [one.trend for one in figures(found)] == [0, None, 0, None, None, None]
    assert (never_words(found), vital_few(found.categories), len(found.weeks)) == ("", 0, 12)


def test_five_visits_are_enough(ledger: Ledger) -> None:
    family = Family(ledger)
    for _ in range(4):
        family.visit(ON)
    assert not made(ledger).enough
    family.visit(LONG_AGO)
    assert made(ledger).enough


def test_each_household_of_a_building_is_in_one_part(ledger: Ledger) -> None:
    seen, earlier, knocked, never = (Family(ledger, f"7-1-{room}") for room in (101, 102, 103, 104))
    for day in (LONG_AGO, ON, ON):
        seen.visit(day)
    earlier.visit(EARLIER)
    knocked.visit(ON, "无人")
    (line,) = made(ledger).buildings
    parts = (line.seen, line.earlier, line.knocked, line.never)
    assert parts == ((seen.id,), (earlier.id,), (knocked.id,), (never.id,))
    assert (line.homes, line.covered) == (4, Share(1, 4))


def test_what_happened_after_the_period_is_not_known_in_it(ledger: Ledger) -> None:
    family = Family(ledger)
    family.visit(ON)
    october = report(ledger, window(Span.MONTH, EARLIER, on=ON), definitions=Definitions())
    assert october.never == (family.id,)


def test_a_knock_counts_where_the_office_says_so(ledger: Ledger) -> None:
    Family(ledger).visit(ON, "无人")
    assert made(ledger).covered.now == Share(0, 1)
    assert made(ledger, knock_counts=True).covered.now == Share(1, 1)


def test_empty_homes_are_left_out_unless_the_office_wants_them(ledger: Ledger) -> None:
    Family(ledger)
    Family(ledger, "3-2-502", house_type="空置")
    assert made(ledger).covered.now == Share(0, 1)
    assert made(ledger, vacant_counts=True).covered.now == Share(0, 2)


def test_what_counts_as_done(ledger: Ledger) -> None:
    family = Family(ledger)
    for state in ("办理中", "待回访", "已办结"):
        family.appeal(ON, state=state)
    assert made(ledger).settled.now == Share(2, 3)
    assert made(ledger, waiting_counts=False).settled.now == Share(1, 3)


def test_how_quickly(ledger: Ledger) -> None:
    family = Family(ledger)
    quick = family.appeal(EARLIER, registered_at=time(9), state="已办结", closed_on=EARLIER + timedelta(days=1))
    slow = family.appeal(EARLIER, registered_at=time(9), state="已办结", closed_on=EARLIER + timedelta(days=1))
    for appeal, hour in ((quick, 8), (slow, 10)):
        added(
            ledger, Step(appeal=appeal.id, happened_on=appeal.closed_on, happened_at=time(hour), action="办结", who="")
        )
    family.appeal(EARLIER, state="已办结", closed_on=EARLIER + timedelta(days=1))
    family.appeal(EARLIER, state="办理中")
    october = window(Span.MONTH, EARLIER, on=ON)
    for rules, share in (
        (Definitions(), Share(2, 3)),
        (Definitions(next_day_counts=False), Share(1, 3)),
        (Definitions(prompt_of_all=True), Share(2, 4)),
    ):
        assert report(ledger, october, definitions=rules).prompt.now == share


def test_who_is_satisfied(ledger: Ledger) -> None:
    family = Family(ledger)
    for word in ("满意", "基本满意", "不满意", "未评价", ""):
        family.appeal(ON, state="已办结", satisfaction=word)
    assert made(ledger).satisfied.now == Share(2, 3)
    assert made(ledger, mostly_counts=False).satisfied.now == Share(1, 3)
    assert made(ledger, unrated_counts=True).satisfied.now == Share(2, 5)


def test_figures_are_compared_with_the_same_days_before(ledger: Ledger) -> None:
    family = Family(ledger)
    for day in (ON, ON, EARLIER, date(2026, 10, 31)):
        family.visit(day)
    visits = figures(made(ledger))[0]
    assert (visits.number, visits.trend, visits.change) == ("2", 1, "1")
    assert "增加 1" in visits.spoken


def test_categories_run_up_to_all_of_them(ledger: Ledger) -> None:
    family = Family(ledger)
    for category, count in (("停车", 5), ("噪声", 3), ("", 2)):
        for _ in range(count):
            family.appeal(ON, category=category)
    lines = made(ledger).categories
    assert [(one.name, len(one.appeals), one.running) for one in lines] == [
        ("停车", 5, Share(5, 10)),
        ("噪声", 3, Share(8, 10)),
        ("未分类", 2, Share(10, 10)),
    ]
    assert vital_few(lines) == 2
    few = charted(lines, 2)
    assert [(one.name, len(one.appeals)) for one in few] == [("停车", 5), ("其余 2 类", 5)]


@pytest.mark.parametrize("first", [0, 4, 6])
def test_every_appeal_of_twelve_weeks_is_in_one_of_them(ledger: Ledger, first: int) -> None:
    family = Family(ledger)
    for back in range(0, 70, 3):
        family.appeal(ON - timedelta(days=back), state="已办结", closed_on=ON)
    found = made(ledger, first_weekday=first)
    assert sum(len(point.registered) for point in found.weeks) == 24
    assert [len(point.settled) for point in found.weeks] == [0] * 11 + [24]
    assert {point.period.start.weekday() for point in found.weeks} == {first}
    assert found.weeks[-1].label == "47周"


def test_months_end_with_the_last_one(ledger: Ledger) -> None:
    def labels(points: tuple[TrendPoint, ...]) -> list[str]:
        return [point.label for point in points]

    assert labels(made(ledger).months) == [f"{month}月" for month in (12, *range(1, 12))]


def test_where_most_of_those_never_visited_live(ledger: Ledger) -> None:
    for building, homes in (("1", 1), ("2", 5), ("3", 1), ("4", 2)):
        for room in range(homes):
            Family(ledger, f"{building}-1-{101 + room}")
    assert never_words(made(ledger)) == "2栋占了一半"


def test_the_book_knows_no_other_definitions_than_the_usual_ones(ledger: Ledger) -> None:
    assert definitions_of(ledger) == Definitions()
