"""Opening a workbook or a form's file for 套用表样, off the window's thread, and showing the dialog."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from minqing.errors import EncryptedSheet, UnreadableSheet, WrongSheetPassword
from minqing.forms.files.grid import column_number
from minqing.forms.learning.look import Look, sheet_look
from minqing.ledger import Ledger
from ui.jobs import Progress
from ui.session import Session

if TYPE_CHECKING:
    from minqing.forms.learning.proposal import Proposal
    from ui.dialogs.form_dialog import FormDialog

FORM_FILES = "表格或表样 (*.xlsx *.xlsm *.xltx *.xltm *.xls *.et *.xlsb *.ods *.mqform)"
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_BLANK_DATES = re.compile(r"[\s_＿xX×]*(?:年度?|月份?|日)|[\s_＿]+|[(（][\s_＿年月日]*[)）]")
_OF_FILES = re.compile(r"^\d+[_\-、.\s]+|[_\-\s（(]*(?:空白?表|模板|样表|表样)[）)]?$")
_LONGEST = 30
_COLUMNS = 60


@dataclass(frozen=True)
class Opened:
    """A proposal ready to be looked at: how its sheet looks, and the names that forms have already."""

    proposal: Proposal
    look: Look
    learned: tuple[str, ...]
    shipped: tuple[str, ...]


def opened(ledger: Ledger, proposal: Proposal) -> Opened:
    """What the dialog shows of a proposal; takes a moment."""
    from minqing.actions.forms import office_forms
    from minqing.forms.library import builtin_forms
    from ui.dialogs.form_words import every_field

    every_field()
    wide = max((column_number(one.letter) for one in proposal.columns), default=0)
    look = sheet_look(proposal.workbook, proposal.form.sheet, columns=max(wide + 1, _COLUMNS))
    learned = tuple(one.form.name for one in office_forms(ledger))
    return Opened(proposal, look, learned, tuple(one.name for one in builtin_forms()))


def open_file(ledger: Ledger, path: Path, password: str | None) -> Opened:
    """The proposal for a workbook, or the form in a ``.mqform``; raises what reading raises, and BadForm."""
    from minqing.forms.learning.office import SUFFIX, unpack
    from minqing.forms.learning.proposal import propose
    from minqing.forms.learning.reopening import reopen

    if path.suffix.lower() == SUFFIX:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise UnreadableSheet(path, "文件打不开") from error
        return opened(ledger, reopen(unpack(data)))
    made = opened(ledger, propose(path, password=password))
    title = title_of(made.look, made.proposal.layout.header[0])
    name = title if title and title not in made.shipped else _OF_FILES.sub("", path.stem) or path.stem
    return replace(made, proposal=made.proposal.named(name))


def title_of(look: Look, header: int) -> str:
    """The sheet's title: the biggest short Chinese text over the header; blank for none."""
    found = [
        cell
        for cell in look.cells
        if cell.row < header and len(cell.text) <= _LONGEST and len(_CHINESE.findall(cell.text)) >= 4
        and not re.search("[:：]", cell.text)
    ]  # fmt: skip
    if not found:
        return ""
    best = max(found, key=lambda cell: (cell.size, cell.last_column - cell.column, -cell.row))
    return _BLANK_DATES.sub("", best.text).strip()


class FormFlow(QObject):
    """Opens 套用表样 on a file; ``learned(name)`` fires when a form was saved in the book."""

    learned = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.dialog: FormDialog | None = None

    def choose(self) -> None:
        """Ask for a file and open it."""
        path = self._session.notices.open_file("选择单位的空表", [FORM_FILES, "所有文件 (*)"])
        if path is not None:
            self.open(path)

    def open(self, path: Path, password: str | None = None) -> None:
        """Propose what the columns of a workbook are, and show it; asks for its password if it has one."""

        def work(progress: Progress) -> Opened:
            made = open_file(self._session.ledger, path, password)
            progress.check()
            return made

        def failed(error: Exception) -> None:
            if isinstance(error, EncryptedSheet):
                self._ask_password(path, wrong=isinstance(error, WrongSheetPassword))
            else:
                self._session.failed(error)

        self._session.work(
            work, lambda made: self._show(made, path.name), label=f"看懂 {path.name}", failed=failed, owner=self
        )

    def edit(self, name: str) -> None:
        """Look at a learned form again, and correct it."""

        def work(_: Progress) -> Opened:
            from minqing.actions.forms import office_form
            from minqing.forms.learning.reopening import reopen

            return opened(self._session.ledger, reopen(office_form(self._session.ledger, name)))

        self._session.work(work, lambda made: self._show(made, ""), label="打开表样", owner=self)

    def save(self, name: str) -> None:
        """Save a learned form as a file."""
        from minqing.actions.forms import office_form
        from ui.dialogs.form_saving import save_form

        self._session.load(
            lambda ledger: office_form(ledger, name), lambda office: save_form(self._session, office), owner=self
        )

    def forget(self, name: str) -> None:
        """Take a learned form out of the book; the toast has the way back."""
        from minqing.actions.forms import forget_form

        self._session.act(lambda ledger: forget_form(ledger, name), said=f"已忘掉表样“{name}”", owner=self)

    def _ask_password(self, path: Path, *, wrong: bool) -> None:
        body = "密码不对，请向发表格的人核对。" if wrong else "请输入发表格的人告诉的密码。账本没有改动。"
        password = self._session.notices.ask_password(f"“{path.name}”设了打开密码", body)
        if password is not None:
            self.open(path, password)

    def _show(self, made: Opened, file: str) -> None:
        from ui.dialogs.form_dialog import FormDialog

        if self.dialog is not None and not self.dialog.close():
            return
        self.dialog = FormDialog(self._window.window(), self._session, made, file=file)
        self.dialog.saved.connect(self.learned)
        self.dialog.finished.connect(self._gone)
        self.dialog.show()

    def _gone(self) -> None:
        self.dialog = None
