"""What an open book keeps beside its records, and where it stands."""

from __future__ import annotations

from minqing.ledger import journal
from minqing.ledger.arrivals import Arrivals
from minqing.ledger.attachments import Attachments
from minqing.ledger.connection import Connection
from minqing.ledger.drafts import Drafts
from minqing.ledger.machine import codes_ever
from minqing.ledger.past import Past
from minqing.ledger.reveals import Reveals


class Rooms:
    """``drafts`` keeps what was begun, ``arrivals`` who came when, ``attachments`` photos and papers.

    ``reveals`` says who looked at hidden numbers, ``past`` what the history tells of the book as it is.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.drafts = Drafts(connection)
        self.arrivals = Arrivals(connection)
        self.attachments = Attachments(connection)
        self.reveals = Reveals(connection)
        self.past = Past(connection)

    @property
    def codes(self) -> frozenset[str]:
        """The code of new ids, and those that the book had under other names and on other machines."""
        return codes_ever(self._connection)

    @property
    def version(self) -> int:
        """The id of the last change; 0 for none."""
        with self._connection.lock:
            return journal.last_change_id(self._connection)
