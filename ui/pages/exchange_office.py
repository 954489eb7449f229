"""The office's buttons: one workbook of all who reported, and an answer to each of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from minqing.actions.deadlines import set_deadline
from ui.jobs import Progress
from ui.pages.exchange_export import Sending
from ui.pages.exchange_sending import EXCHANGED, WORKBOOK, cannot_write, with_suffix
from ui.session import Session


class OfficeFlow(QObject):
    """Says by which day sheets are due, and writes what an office sends out after it has taken sheets in.

    The hub is told when answers went out.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def set_due(self, form: str, rule: str) -> None:
        """Keep by which day the sheets of a form are due; pages are told, and the roll is called again."""
        said = f"“{form}”的交表日：{rule}"
        self._session.act(lambda ledger: set_deadline(ledger, form, rule), said=said)

    def gather(self, sending: Sending) -> None:
        """Ask where to, and write all rows with who brought each."""
        from ui.sending import file_name, header_of

        name = file_name(sending.form, header_of(self._session.ledger, sending.period))
        path = self._session.notices.save_file("存汇总表", f"汇总_{name}", [WORKBOOK])
        if path is not None:
            self._gather(sending, with_suffix(path))

    def _gather(self, sending: Sending, path: Path) -> None:
        def work(_: Progress) -> str:
            from ui.answering import send_consolidated

            made = send_consolidated(
                self._session.ledger, sending.form, path, period=sending.period, masked=sending.masked
            )
            return f"已汇总 {made.senders:,} 家 {made.rows:,} 行：{path.name}"

        def failed(error: Exception) -> None:
            again, other = (lambda: self._gather(sending, path)), (lambda: self.gather(sending))
            cannot_write(self._session, error, again=again, other=other)

        self._session.work(work, self._session.notices.toast, label="汇总", failed=failed, owner=self)

    def reply(self, sending: Sending) -> None:
        """Ask for a folder, and write an answer to each who reported into it."""
        folder = self._session.notices.open_folder("回复存到哪个文件夹")
        if folder is not None:
            self._reply(sending, folder)

    def _reply(self, sending: Sending, folder: Path) -> None:
        def work(_: Progress) -> str:
            from ui.answering import send_replies

            ledger = self._session.ledger
            made = send_replies(ledger, sending.form, folder, period=sending.period, masked=sending.masked)
            return f"已存 {len(made.files):,} 份回复，在“{folder.name}”里"

        def done(words: str) -> None:
            self._session.notices.toast(words)
            self._session.hub.tell({EXCHANGED})

        def failed(error: Exception) -> None:
            again, other = (lambda: self._reply(sending, folder)), (lambda: self.reply(sending))
            cannot_write(self._session, error, again=again, other=other)

        self._session.work(work, done, label="回复各家", failed=failed, owner=self)
