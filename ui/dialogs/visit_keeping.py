"""Keeps what is being written about a visit in the encrypted book, a moment after the last key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from minqing.actions.visit_drafts import VisitDraft, drop_visit_draft, keep_visit_draft
from minqing.errors import MinqingError
from minqing.records.household import Household
from ui.session import Session

PAUSE = 800


class DraftKeeper(QObject):
    """``kept(words)`` after each keeping, blank when there is nothing to keep; ``failed(sentence)`` when it could not.

    ``draft`` gives what stands in the form now, None for nothing worth keeping. When the window closes in the ordinary
    way, what stands there is kept at once and marked so.
    """

    kept = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        owner: QWidget,
        session: Session,
        home: Household,
        draft: Callable[[], VisitDraft | None],
        *,
        window: QWidget,
    ) -> None:
        super().__init__(owner)
        self._session = session
        self._home = home
        self._draft = draft
        self._window = window
        self._written = False
        self._over = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep)
        window.installEventFilter(self)

    def touch(self) -> None:
        """Something was entered: keep it when the keys have come to rest."""
        if not self._over:
            self._pause.start()

    def found(self) -> None:
        """There is a draft in the book already."""
        self._written = True

    def keep(self) -> None:
        """Keep it now, or give the draft up when everything was taken out again."""
        self._pause.stop()
        if self._over:
            return
        draft = self._draft()
        if draft is None:
            self._forget()
            return
        self._written = True
        self._session.jobs.run(
            lambda _: keep_visit_draft(self._session.ledger, draft),
            lambda _: self.kept.emit(f"草稿已存 {datetime.now():%H:%M}"),
            label="存草稿",
            failed=self._fail,
            owner=self,
        )

    def give_up(self) -> None:
        """Forget the draft: the visit will not be saved."""
        self._over = True
        self._pause.stop()
        self._forget()

    def finish(self) -> None:
        """The visit is saved, and the draft with it gone."""
        self._over = True
        self._pause.stop()

    def leave(self) -> None:
        """Keep it at once, marked as left on purpose."""
        self._pause.stop()
        draft = None if self._over else self._draft()
        if draft is not None:
            self._over = True
            marked = VisitDraft(draft.home, draft.entered, draft.appeals, draft.kept_at, left=True)
            try:
                keep_visit_draft(self._session.ledger, marked)
            except MinqingError as error:
                self._session.failed(error)

    def _forget(self) -> None:
        if self._written:
            self._written = False
            home = self._home
            self._session.load(lambda ledger: drop_visit_draft(ledger, home), lambda _: self.kept.emit(""), owner=self)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, MinqingError):
            self.failed.emit(f"草稿没有存上：{error}")
        else:
            self._session.failed(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # getattr: when Python takes a closed window apart, Qt still sends its last events here.
        if watched is getattr(self, "_window", None) and event.type() == QEvent.Type.Close:
            self.leave()
        return super().eventFilter(watched, event)
