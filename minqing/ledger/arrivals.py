"""Who came into the book lately, one by one rather than by a list that was taken in."""

from __future__ import annotations

from datetime import date

from minqing.ledger.connection import Connection
from minqing.ledger.journal import ADD
from minqing.records.household import Household
from minqing.records.resident import Resident

_SQL = (
    "SELECT record, date(at) FROM change JOIN journal ON journal.change = change.id WHERE at >= ? AND "
    "added BETWEEN 1 AND ? AND undoes IS NULL AND undone_by IS NULL AND action = ? AND substr(record, 1, 1) IN (?, ?)"
)


class Arrivals:
    """Households and residents by the day on which they were added."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def since(self, day: date, *, most: int) -> dict[str, date]:
        """The ids of those added since ``day``, with the day.

        Changes that added more than ``most`` records took in a list; what an undo brought back does not count.
        """
        values = (day.isoformat(), most, ADD, Household.LETTER, Resident.LETTER)
        return {record: date.fromisoformat(at) for record, at in self._connection.query(_SQL, values)}
