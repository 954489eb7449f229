"""Looking at one exchange: what it did is read, it is taken back or brought back, and its records are opened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from minqing.exchange.account import Account, Deed
from minqing.exchange.leftovers import Leftover
from minqing.ledger import Exchange, Kept, Ledger
from minqing.records.resident import Resident
from ui.pages.exchange_history import HistoryFace
from ui.pages.exchange_sending import EXCHANGED
from ui.session import Session

_SHOWN = 12
_UNDO_WAYS = (("undo", "撤销，这些保留"), ("stay", "不撤销"))


class HistoryFlow(QObject):
    """Drives the face of one exchange; ``shown`` fires when it has been read, ``again_wanted(path)`` to take it in."""

    shown = Signal()
    again_wanted = Signal(object)

    def __init__(self, session: Session, face: HistoryFace, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._face = face
        self._exchange: Exchange | None = None
        face.undo_wanted.connect(self._undo)
        face.record_wanted.connect(self._open_record)
        face.value_wanted.connect(self._take_value)
        face.again_wanted.connect(self._go_on)
        face.left.connect(self._leave)

    def open(self, exchange: Exchange) -> None:
        """Read what ``exchange`` did and show it."""
        self._exchange = exchange
        self._read(self.shown.emit)

    def renew(self) -> None:
        """Read again what is shown, if anything is."""
        if self._exchange is not None:
            self._read(lambda: None)

    def _leave(self) -> None:
        self._exchange = None

    def _read(self, then: Callable[[], object]) -> None:
        wanted = self._exchange

        def read(ledger: Ledger) -> tuple[Account, Leftover | None] | None:
            from minqing.exchange.account import account_of
            from minqing.exchange.leftovers import leftovers

            same = next((one for one in ledger.exchanges(undone=True) if wanted and _is_same(one, wanted)), None)
            return (account_of(ledger, same), leftovers(ledger).get(same.digest)) if same else None

        def show(found: tuple[Account, Leftover | None] | None) -> None:
            if found is not None and self._exchange is wanted:
                self._face.show_account(*found, date.today())
                then()

        self._session.load(read, show, owner=self)

    def _go_on(self, path: object) -> None:
        if isinstance(path, Path):
            self._leave()
            self.again_wanted.emit(path)

    def _undo(self, account: Account) -> None:
        """Take the exchange back, after saying what would have to stay; or bring it back."""
        if account.undoing is not None:
            self._take_back(account.undoing.id)
        elif account.change is not None:
            change = account.change.id
            self._session.load(
                lambda ledger: ledger.undo(change, rehearse=True),
                lambda tried: self._ask(change, tried.kept),
                owner=self,
            )

    def _ask(self, change: int, kept: Sequence[Kept]) -> None:
        answer = "undo"
        if kept:
            answer = self._session.notices.ask(f"撤销后有 {len(kept):,} 处会留着", _kept_body(kept), _UNDO_WAYS, "stay")
        if answer == "undo":
            self._take_back(change)

    def _take_back(self, change: int) -> None:
        job = self._session.undo(change)
        job.ended.connect(lambda _: self._session.hub.tell({EXCHANGED}))

    def _open_record(self, record_id: str) -> None:
        def page(ledger: Ledger) -> tuple[str, str] | None:
            record = ledger.find(record_id)
            if record is None:
                return None
            if record.KIND == "appeal":
                return "appeals", record.id
            home = record.id if record.KIND == "household" else str(getattr(record, "household", ""))
            return ("household", home) if home else ("home", "") if isinstance(record, Resident) else None

        def go(found: tuple[str, str] | None) -> None:
            if found is None:
                self._session.notices.toast("这条记录没有自己的页面，或者已经不在了")
            else:
                self._session.wanted.emit(*found)

        self._session.load(page, go, owner=self)

    def _take_value(self, deed: Deed) -> None:
        """Bring back the value that lost: theirs that was not taken, or ours that was replaced."""
        from minqing.actions.restoring import restore_value

        change = self._exchange.change if self._exchange is not None else None
        if change is not None:
            said = f"已改用来表的“{deed.label}”" if deed.action == "decline" else f"已改回原来的“{deed.label}”"
            work = partial(restore_value, record_id=deed.record_id, field=deed.field, change_id=change)
            self._session.act(work, said=said, owner=self)


def _is_same(one: Exchange, other: Exchange) -> bool:
    return (one.change, one.file, one.form, one.digest) == (other.change, other.file, other.form, other.digest)


def _kept_body(kept: Sequence[Kept]) -> str:
    from minqing.exchange.account import kept_words

    lines = kept_words(kept[:_SHOWN])
    if len(kept) > _SHOWN:
        lines.append(f"……另有 {len(kept) - _SHOWN:,} 处")
    return "\n".join(lines)
