"""What is remembered about a sheet that goes out."""

from __future__ import annotations

from datetime import date

from minqing.actions.exchange import note_sent
from minqing.exchange.sending.outgoing import heads_of, rows_to_send
from minqing.forms.library import form_named
from minqing.ledger import Ledger
from minqing.records.dates import Period
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit


def test_the_cells_that_went_out_are_the_base(ledger: Ledger, home: Household) -> None:
    with ledger.change("走访") as tx:
        visit = tx.add(Visit(household=home.id, visited_on=date(2026, 11, 16), said="都好"))
    form = form_named("走访台账")
    rows = rows_to_send(ledger, form)
    changes = note_sent(ledger, form=form, rows=rows, partner="街道办", file="走访.xlsx", period="", digest="d")
    base = ledger.bases("街道办", "走访台账")[visit.id]
    assert (base.cells["门牌"], base.cells["户主"], base.cells["走访记录"]) == ("3栋2单元501", "谢玉兰", "都好")
    assert base.sent == base.cells
    (noted,) = ledger.exchanges()
    assert (noted.direction, noted.rows, noted.change) == ("out", 1, changes.id)
    ledger.undo(changes.id)
    assert (ledger.bases("街道办", "走访台账"), ledger.exchanges()) == ({}, [])


def test_only_the_rows_of_the_period_go_out(ledger: Ledger, home: Household) -> None:
    with ledger.change("走访") as tx:
        for day in (15, 16, 22, 23):
            tx.add(Visit(household=home.id, visited_on=date(2026, 11, day)))
    week = Period.of_week(date(2026, 11, 18))
    rows = rows_to_send(ledger, form_named("民情台账"), week)
    assert [row["visit"].show("visited_on") for row in rows] == ["2026-11-16", "2026-11-22"]


def test_the_first_of_two_heads_is_the_one_on_the_sheet(ledger: Ledger, home: Household) -> None:
    with ledger.change("又一个户主") as tx:
        tx.add(Resident(household=home.id, name="李×", relation="户主"))
    assert heads_of(ledger, [home.id])[home.id].name == "谢玉兰"
