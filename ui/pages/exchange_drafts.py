"""Keeps what was decided about a sheet in the book while it is being looked at, so that it survives the program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from minqing.exchange.plan import Plan
from minqing.ledger import Ledger
from ui.jobs import Job, State
from ui.session import Session


class DraftKeeper(QObject):
    """Writes in the background, one at a time; what came in between is written after it, and at the end."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: tuple[str, Plan] | None = None
        self._job: Job | None = None
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.flush)

    def keep(self, name: str, plan: Plan) -> None:
        """Keep the decisions of ``plan`` under ``name``."""
        self._waiting = (name, plan)
        if self._job is None or self._job.state not in {State.WAITING, State.RUNNING}:
            self._job = self._session.load(lambda _: self.flush(), lambda _: self._again(), owner=self)

    def _again(self) -> None:
        if self._waiting is not None:
            self.keep(*self._waiting)

    def drop(self, *names: str) -> None:
        """Forget what was kept under these names."""

        def work(ledger: Ledger) -> None:
            for name in names:
                ledger.drafts.drop(name)

        self._waiting = None
        self._session.load(work, lambda _: None, owner=self)

    def flush(self) -> None:
        """Write at once what has not been written yet."""
        from minqing.exchange.drafts import keep_draft

        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            keep_draft(self._session.ledger, *waiting)
