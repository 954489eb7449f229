"""The backup of each day, for a book that stays open for days: taken in the background, silent when all is well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from minqing.errors import MinqingError
from ui.first_steps import GuideStrip
from ui.session import Session

_SOON = 60_000
_HOUR = 3_600_000
_LABEL = "备份"


class DailyBackup(QObject):
    """Looks soon after it was made, every hour, and whenever ``look`` is called, whether the day's backup is due.

    One that cannot be written is told in ``strip``, with the ways out, once a day; never in a box. ``now`` is the
    clock.
    """

    def __init__(self, session: Session, strip: GuideStrip, *, now: Callable[[], datetime] = datetime.now) -> None:
        super().__init__(session)
        self._session = session
        self._strip = strip
        self._now = now
        self._told: date | None = None
        self._clock = QTimer(self, interval=_SOON)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Take the day's backup if it is due and the program is not being closed."""
        if self._session.jobs.closed:
            self._clock.stop()
            return
        self._clock.setInterval(_HOUR)
        self._session.jobs.run(
            lambda _: self._take_if_due(), self._taken, label=_LABEL, failed=self._missed, owner=self._strip
        )

    def _take_if_due(self) -> Path | None:
        now, ledger = self._now(), self._session.ledger
        return ledger.backup(now=now) if ledger.backup_due(now.date()) else None

    def _taken(self, made: Path | None) -> None:
        if made is not None:
            self._told = None
            self._strip.hide()

    def _missed(self, error: Exception) -> None:
        today = self._now().date()
        if self._told == today:
            return
        self._told = today
        if not isinstance(error, MinqingError):
            self._session.failed(error)
        else:
            self._strip.say(
                f"今天的备份没有写成。{error}",
                ("再试一次", "", self.take),
                ("备份到别处…", "", self.take_elsewhere),
            )

    def take(self) -> None:
        """A backup beside the book, now."""
        self._take(self._session.ledger.backup)

    def take_elsewhere(self) -> None:
        """A backup where the user says."""
        folder = self._session.notices.open_folder("备份到哪里")
        if folder is not None:
            self._take(lambda: self._session.ledger.backup(folder))

    def _take(self, take: Callable[[], Path]) -> None:
        def done(made: Path) -> None:
            self._taken(made)
            self._session.notices.toast(f"已备份到 {made.parent.name}")

        self._session.work(lambda _: take(), done, label=_LABEL)
