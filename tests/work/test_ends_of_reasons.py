"""What keeps a household from being called due, and buildings of one name."""

from __future__ import annotations

from datetime import date

from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.work.due import due_households
from minqing.work.statistics import Share, statistics
from tests.work.conftest import Family

ON = date(2026, 11, 18)


def reasons(ledger: Ledger, on: date = ON) -> list[tuple[str, ...]]:
    return [one.reasons for one in due_households(ledger, on)]


def test_a_day_agreed_at_the_door_is_kept_not_forestalled(ledger: Ledger) -> None:
    Family(ledger).visit(date(2026, 11, 10), "改约", next_on=date(2026, 11, 25))
    assert reasons(ledger) == []
    assert reasons(ledger, date(2026, 11, 25)) == [("到期回访",)]


def test_a_family_found_to_have_moved_is_not_looked_for_any_more(ledger: Ledger) -> None:
    family = Family(ledger)
    family.member(care_groups=("独居老人",))
    assert reasons(ledger) == [("独居老人：还没见过面",)]
    family.visit(date(2026, 11, 16), "已搬走")
    assert reasons(ledger) == []
    family.visit(date(2026, 11, 17), "无人")
    assert reasons(ledger) == [("独居老人：还没见过面",)], "somebody lives there again, it seems"


def test_buildings_of_one_name_in_two_estates_are_counted_apart(ledger: Ledger) -> None:
    Family(ledger, "4-1-101").visit(ON)
    Family(ledger, "4-1-101", estate="桥头小区")
    Family(ledger, "3-1-101")
    with ledger.change("村里") as tx:
        tx.add(Household(estate="幸福村", detail="9组"))
    one, none = Share(1, 1), Share(0, 1)
    assert statistics(ledger).coverage == {"幸福村": none, "桥头小区4栋": none, "生活桥小区4栋": one, "3栋": none}
