"""The quiet line about likely duplicates of a household or its members, and the ways into joining them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from minqing.exchange.matching.duplicates import Pair
from minqing.ledger import Ledger
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.work.visit_list import HouseholdFile
from ui import theme
from ui.dialogs.join_dialog import JoinDialog
from ui.dialogs.join_finder import JoinFinder
from ui.dialogs.join_view import near
from ui.session import Session
from ui.widgets.buttons import LinkButton
from ui.widgets.text import ElidedLabel

_Told = tuple[Pair, str, str]


class Joining(QWidget):
    """``可能是同一人：谢玉兰 … 并排看``; not there when nothing looks alike."""

    def __init__(self, page: QWidget, session: Session) -> None:
        super().__init__()
        self._page = page
        self._session = session
        self._file: HouseholdFile | None = None
        self.told: tuple[_Told, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(8)
        self.words = ElidedLabel(size=13, colour=theme.INK2)
        row.addWidget(self.words, 1)
        self.button = LinkButton("并排看", self.compare)
        row.addWidget(self.button)
        self.hide()

    def look(self, file: HouseholdFile) -> None:
        """Look for duplicates of this household and its members, in the background."""
        wanted = file.household.id
        if self._file is None or self._file.household.id != wanted:
            self.hide()
        self._file = file
        self._session.load(lambda ledger: near(ledger, wanted), lambda told: self._show(wanted, told), owner=self)

    def _show(self, wanted: str, told: Sequence[_Told]) -> None:
        if self._file is None or self._file.household.id != wanted:
            return
        self.told = tuple(told)
        self.setVisible(bool(told))
        if told:
            pair, _, other = told[0]
            kind = "同一户" if pair.kind == Household.KIND else "同一人"
            more = f"；另有 {len(told) - 1} 处" if len(told) > 1 else ""
            self.words.set_text(f"可能是{kind}：{other}（{'，'.join(pair.reasons)}）{more}")

    def compare(self) -> None:
        """Show the first likely pair side by side."""
        if self.told:
            pair, mine, _ = self.told[0]
            self._compare(mine, pair.other(mine))

    def find_household(self) -> None:
        """Look for the household that this one goes together with."""
        if self._file is not None:
            home = self._file.household
            self._find(home.id, f"{home.door} {self._file.name}".strip(), Household.KIND)

    def find_member(self, member: Resident | None) -> None:
        """Look for the other entry of a member, the head if none is chosen."""
        member = member or (next(iter(self._file.residents), None) if self._file else None)
        if member is not None:
            self._find(member.id, member.name, Resident.KIND)

    def _find(self, record_id: str, name: str, kind: str) -> None:
        finder = JoinFinder(self._page.window(), self._session, record_id=record_id, name=name, kind=kind)
        finder.chosen.connect(lambda other: self._compare(record_id, other))
        finder.show()

    def _compare(self, keep: str, gone: str) -> None:
        dialog = JoinDialog(self._page.window(), self._session, keep=keep, gone=gone)
        dialog.joined.connect(self._follow)
        dialog.show()

    def _follow(self, record_id: str) -> None:
        """Show the household of the record that is left, which may be another than the one on the page."""
        self._session.load(lambda ledger: _household_of(ledger, record_id), self._open, owner=self)

    def _open(self, household_id: str) -> None:
        if household_id and (self._file is None or household_id != self._file.household.id):
            self._session.wanted.emit("household", household_id)


def _household_of(ledger: Ledger, record_id: str) -> str:
    record = ledger.find(record_id)
    return record.id if isinstance(record, Household) else str(getattr(record, "household", ""))
