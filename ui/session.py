"""An open book as the pages see it: reading and writing off the window's thread, one signal when something changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from minqing.errors import MinqingError, RecordMissing
from minqing.ledger import Changes, Ledger, Undone
from ui.hub import Hub
from ui.jobs import Job, Jobs, Progress
from ui.notices import Notices
from ui.revealing import Revealing

T = TypeVar("T")
_KEPT_SHOWN = 12
_NOTHING = "已经是这样，没有改动"
_GONE = "这条记录，或它所属的那一户，已经不在账本里，可能刚被删除或撤销。账本没有改动；正在填的还在，可以先复制出来。"
PAPERS = "paper"
"""What the hub is told when a change touched no record, but what the book keeps beside them, such as a form."""


class Session(QObject):
    """What a page is given: the ledger, the runner, the voice, the hub, and the hidden numbers that may be seen.

    ``wanted(page key, payload)`` asks the window for another page, such as ``("household", "H-…")``.
    """

    wanted = Signal(str, object)

    def __init__(
        self, ledger: Ledger, *, jobs: Jobs, notices: Notices, hub: Hub, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.ledger = ledger
        self.jobs = jobs
        self.notices = notices
        self.hub = hub
        self.revealing = Revealing(self)

    def load(self, query: Callable[[Ledger], T], show: Callable[[T], None], *, owner: QObject) -> Job:
        """Run a query in the background and show its result, unless ``owner`` is gone by then."""
        return self.jobs.run(lambda _: query(self.ledger), show, label="读取", failed=self.failed, owner=owner)

    def act(
        self,
        action: Callable[[Ledger], Changes],
        *,
        said: str,
        then: Callable[[Changes], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Carry out one action; afterwards pages are told, and a toast says ``said`` with a way back.

        When nothing was written, it says that instead.

        ``then`` and ``failed`` are for ``owner``: when it is gone by then, an error is told by the session itself.
        """

        def here() -> bool:
            return owner is None or isValid(owner)

        def done(changes: Changes) -> None:
            self.report(changes, said if changes else _NOTHING)
            if then is not None and here():
                then(changes)

        def fail(error: Exception) -> None:
            (failed if failed is not None and here() else self.failed)(error)

        return self.jobs.run(lambda _: action(self.ledger), done, label=said, failed=fail)

    def work(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        label: str,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
    ) -> Job:
        """Run something long that can be cancelled, with progress."""
        return self.jobs.run(work, done, label=label, failed=failed or self.failed, cancellable=True, owner=owner)

    def report(self, changes: Changes, said: str, *, kinds: frozenset[str] | None = None) -> None:
        """Tell the pages what kinds of record changed and the user what was done; ``kinds`` if they are known."""
        self.hub.tell(touched(changes) if kinds is None else kinds)
        undo = (lambda: self.undo(changes.id)) if changes else None
        self.notices.toast(said, undo)

    def undo(self, change_id: int | None = None) -> Job:
        """Take back a change, by default the last one."""

        def work(_: Progress) -> tuple[Undone, frozenset[str]]:
            undone = self.ledger.undo(change_id)
            return undone, touched(undone.changes)

        return self.jobs.run(work, self._undone, label="撤销", failed=self.failed)

    def _undone(self, found: tuple[Undone, frozenset[str]]) -> None:
        undone, kinds = found
        self.hub.tell(kinds)
        if not undone.kept:
            self.notices.toast(undone.changes.label)
            return
        from minqing.exchange.account import kept_words

        lines = kept_words(undone.kept[:_KEPT_SHOWN])
        if len(undone.kept) > _KEPT_SHOWN:
            lines.append(f"……另有 {len(undone.kept) - _KEPT_SHOWN:,} 处")
        said = "\n".join(lines)
        self.notices.tell(f"已撤销，但有 {len(undone.kept):,} 处没有动：\n\n{said}")

    def failed(self, error: Exception) -> None:
        """Say what went wrong if a person can act on it; anything else is a bug of ours."""
        if isinstance(error, RecordMissing):
            self.notices.tell(_GONE)
        elif isinstance(error, MinqingError):
            self.notices.warn(error)
        else:
            self.jobs.fallback(error)


def touched(changes: Changes) -> frozenset[str]:
    """The kinds of record, or of things beside them, that a change has to do with; slow after a large import."""
    return changes.kinds or (frozenset({PAPERS}) if changes else frozenset())
