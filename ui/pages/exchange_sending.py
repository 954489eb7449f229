"""Sheets out: where to, under which password, and again when it could not be written; those sent back too."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from minqing.errors import CannotWrite
from minqing.exchange.plan import Plan
from ui.jobs import Progress
from ui.pages.exchange_export import Sending
from ui.session import Session

if TYPE_CHECKING:
    from minqing.exchange.partners.roll import Batch, Roll

WORKBOOK = "Excel 工作簿 (*.xlsx)"
EXCHANGED = "exchange"
"""What the hub is told when a sheet came or went."""
_RETRY = (("retry", "重试"), ("other", "换一个位置"), ("stop", "不存了"))
_IN_USE = "这个文件正在 WPS 里打开。请先关闭它，再点“重试”。"


def cannot_write(
    session: Session, error: Exception, *, again: Callable[[], object], other: Callable[[], object]
) -> None:
    """Say that a file could not be put there, and offer to try again or elsewhere."""
    if not isinstance(error, CannotWrite):
        session.failed(error)
        return
    sentence = _IN_USE if isinstance(error.__cause__, PermissionError) else str(error)
    answer = session.notices.ask("文件没有存成", sentence, _RETRY, "stop")
    if answer == "retry":
        again()
    elif answer == "other":
        other()


class ExportFlow(QObject):
    """Sends a sheet; the hub is told when one went out."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def start(self, sending: Sending) -> None:
        """Ask where to, and for a password if it is to have one; then write it."""
        from ui.sending import file_name, header_of, suffix_of

        notices, ledger = self._session.notices, self._session.ledger
        suffix = suffix_of(ledger, sending.form)
        name = file_name(sending.form, header_of(ledger, sending.period), suffix=suffix)
        path = notices.save_file(f"导出{sending.form.name}", name, [f"Excel 工作簿 (*{suffix})"])
        if path is None:
            return
        password: str | None = ""
        if sending.locked:
            body = "收表的人打开时要输入它。请另外告诉对方，忘了就打不开。"
            password = notices.ask_password("给文件设打开密码", body, confirm=True)
        if password is not None:
            self._send(sending, with_suffix(path, suffix), password)

    def _send(self, sending: Sending, path: Path, password: str) -> None:
        def work(_: Progress) -> int:
            from ui.sending import send_sheet

            return send_sheet(
                self._session.ledger,
                sending.form,
                path,
                period=sending.period,
                partner=sending.partner,
                password=password,
                masked=sending.masked,
            ).rows

        def done(rows: int) -> None:
            self._session.notices.toast(f"已导出 {rows:,} 行：{path.name}")
            self._session.hub.tell({EXCHANGED})

        def failed(error: Exception) -> None:
            cannot_write(
                self._session,
                error,
                again=lambda: self._send(sending, path, password),
                other=lambda: self.start(sending),
            )

        self._session.work(work, done, label=f"导出 {path.name}", failed=failed, owner=self)


def with_suffix(path: Path, suffix: str = ".xlsx") -> Path:
    """The path as a workbook's."""
    return path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")


def save_back(session: Session, plan: Plan, batch: Batch | None, *, owner: QObject) -> None:
    """Save what the senders have to put right: of one file the copy, of many in a folder something for each."""
    if batch is None or len(batch.files) == 1:
        save_rejects(session, plan, owner=owner)
        return
    from minqing.exchange.partners.roll import call_roll

    save_returns(session, plan, call_roll(batch, plan), owner=owner)


def save_rejects(session: Session, plan: Plan, *, owner: QObject) -> None:
    """Ask where to, and save the rows of a plan that need the sender's hand as workbooks of their own."""
    name = f"退回_{Path(plan.readings[0].file).stem}.xlsx"
    path = session.notices.save_file("存退回表", name, [WORKBOOK])
    if path is not None:
        write = partial(_write_rejects, plan, with_suffix(path))
        _run_saving(session, write, partial(save_rejects, session, plan, owner=owner), owner)


def save_returns(session: Session, plan: Plan, roll: Roll, *, owner: QObject) -> None:
    """Ask for a folder, and save there for each sender what he gets back."""
    folder = session.notices.open_folder("退回的表存到哪个文件夹")
    if folder is not None:
        write = partial(_write_returns, session, plan, roll, folder)
        _run_saving(session, write, partial(save_returns, session, plan, roll, owner=owner), owner)


def _write_rejects(plan: Plan, path: Path) -> str:
    from exports.files import write_file
    from exports.rejects import placed, returned_workbooks

    copies = placed(returned_workbooks(plan), path)
    for where, content in copies:
        write_file(where, content)
    return f"已存退回表：{'、'.join(where.name for where, _ in copies)}"


def _write_returns(session: Session, plan: Plan, roll: Roll, folder: Path) -> str:
    from ui.returning import give_back

    given = give_back(session.ledger.profile, plan, roll, folder)
    return f"已给 {len({one.sender for one in given}):,} 家存退回的表，在“{folder.name}”里"


def _run_saving(session: Session, write: Callable[[], str], other: Callable[[], None], owner: QObject) -> None:
    def failed(error: Exception) -> None:
        again = partial(_run_saving, session, write, other, owner)
        cannot_write(session, error, again=again, other=other)

    session.work(lambda _: write(), session.notices.toast, label="存退回表", failed=failed, owner=owner)
