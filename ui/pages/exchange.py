"""交换: sheets out to the street office and back, with a preview of everything that a sheet would change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout

from minqing.actions.forms import known_forms
from minqing.errors import UsageError
from minqing.exchange.leftovers import Leftover, leftovers
from minqing.forms.form import Form
from minqing.forms.learning.office import SUFFIX
from minqing.ledger import Exchange, Ledger
from ui.dialogs.form_opening import FormFlow
from ui.dropping import leave_files_alone
from ui.pages.base import Page
from ui.pages.exchange_export import count_words
from ui.pages.exchange_flow import SHEETS, ImportFlow
from ui.pages.exchange_history import HistoryFace
from ui.pages.exchange_home import HomeFace, exchange_lines
from ui.pages.exchange_looking import HistoryFlow
from ui.pages.exchange_office import OfficeFlow
from ui.pages.exchange_preview import PreviewFace
from ui.pages.exchange_sending import EXCHANGED, ExportFlow
from ui.pages.exchange_words import Prepared
from ui.session import Session
from ui.sheet_files import sheet_files

_EMPTY = "这是一张没有填过的表。可以把它学成表样，以后按它填好导出；账本没有改动。"
_EMPTY_ACTIONS = (("learn", "学成表样"), ("look", "只看预览"))
_WEEKLY = "民情台账"
_HOME_KEYS = (("Ctrl+E", "导出"), ("Ctrl+O", "选择文件"))
_HISTORY_KEYS = (("↑↓", "逐条"), ("Enter", "打开记录"), ("Ctrl+R", "改用、改回"), ("Esc", "回到交换"))
_PREVIEW_KEYS = (
    ("← →", "用本机 / 用来表"),
    ("Shift+← →", "整栏"),
    ("P / 退格", "先放着 / 改回"),
    ("N", "算新增"),
    ("Ctrl+F", "查找"),
    ("Ctrl+Enter", "应用"),
)


class ExchangePage(Page):
    """Home, preview and the account of one exchange; ``keys_changed`` fires when another one comes to the front."""

    title = "交换"
    keys: tuple[tuple[str, str], ...] = _HOME_KEYS
    keys_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._partners: tuple[str, ...] = ()
        self._path: Path | None = None
        self._stack = QStackedLayout(self)
        self.home = HomeFace()
        self.history = HistoryFace()
        for face in (self.home, self.history):
            self._stack.addWidget(face)
        self.flow = ImportFlow(session, self)
        self.sending = ExportFlow(session, self)
        self.office = OfficeFlow(session, self)
        self.forms = FormFlow(session, self)
        self.setAcceptDrops(True)
        self._connect_home()
        self._connect_forms()
        self.flow.planned.connect(self._planned)
        self.flow.ended.connect(self._ended)
        self.looking = HistoryFlow(session, self.history, self)
        self.looking.shown.connect(lambda: self._face(self.history))
        self.looking.again_wanted.connect(self.open_file)
        self.history.left.connect(lambda: self._face(self.home))
        self.home.opened.connect(self.looking.open)
        self.start_at(self.home.export.form)

    @cached_property
    def preview(self) -> PreviewFace:
        """The rows of a sheet that is being taken in; made when there is one, or in a quiet moment before."""
        face = PreviewFace()
        self._stack.addWidget(face)
        self._connect_preview(face)
        leave_files_alone(face)
        return face

    def complete(self) -> None:
        _ = self.preview

    def _connect_home(self) -> None:
        self.home.export.changed.connect(self._count)
        self.home.export.wanted.connect(self.sending.start)
        self.home.file_wanted.connect(self.choose_file)
        self.home.drop.folder_chosen.connect(self.choose_folder)
        self.home.gather_wanted.connect(self.office.gather)
        self.home.reply_wanted.connect(self.office.reply)
        self.home.undo_wanted.connect(self._undo)
        self.home.resumed.connect(lambda: self._face(self.preview))

    def _connect_forms(self) -> None:
        panel = self.home.forms
        panel.learn_wanted.connect(self.forms.choose)
        panel.fill_wanted.connect(self._fill)
        panel.edit_wanted.connect(self.forms.edit)
        panel.save_wanted.connect(self.forms.save)
        panel.forget_wanted.connect(self.forms.forget)
        self.forms.learned.connect(self.home.export.choose_form)

    def _connect_preview(self, face: PreviewFace) -> None:
        face.asked.connect(self.flow.ask)
        face.partner_chosen.connect(self.flow.set_partner)
        face.form_chosen.connect(self.flow.read_as)
        face.roll.due_chosen.connect(self.office.set_due)
        face.left.connect(lambda: self._face(self.home))
        face.another.connect(self.choose_file)
        face.rejects_wanted.connect(self.flow.save_rejects)
        face.cancelled.connect(self.flow.call_off)
        face.over_wanted.connect(self.flow.start_over)
        face.applied.connect(self.flow.apply)
        self.flow.decided.connect(face.renew)

    @property
    def shortcuts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+O chooses a file, Ctrl+E exports."""
        return {"Ctrl+O": self.choose_file, "Ctrl+E": self.export}

    @property
    def previewing(self) -> bool:
        """Whether the preview is in front."""
        return self._stack.currentWidget() is self.__dict__.get("preview")

    def _face(self, face: HomeFace | PreviewFace | HistoryFace) -> None:
        self._stack.setCurrentWidget(face)
        looking = face is self.history
        self.keys = _PREVIEW_KEYS if self.previewing else _HISTORY_KEYS if looking else _HOME_KEYS
        self.more_keys = () if face is self.home else _HOME_KEYS
        prepared = self.flow.prepared
        self.home.pending.set_file(prepared.plan.readings[0].file if prepared else "")
        self.start_at(self.history.table if looking else self.home.export.form)
        if self.isVisible():
            self.take_keyboard()
        self.keys_changed.emit()

    def take_keyboard(self) -> None:
        (self.preview.take_keyboard if self.previewing else super().take_keyboard)()

    def refresh(self) -> None:
        self._session.load(known_forms, self._show_forms, owner=self)
        self._read_exchanges()
        self.flow.renew()

    def _show_forms(self, forms: Sequence[Form]) -> None:
        self.home.export.set_forms(forms, first_weekday=self._session.ledger.profile.first_weekday)
        self.home.forms.set_forms([form.name for form in forms if form.layout is not None])
        self._count()

    def _read_exchanges(self) -> None:
        def read(ledger: Ledger) -> tuple[Sequence[Exchange], Mapping[str, Leftover]]:
            return ledger.exchanges(undone=True), leftovers(ledger)

        self._session.load(read, self._show_exchanges, owner=self)
        self.looking.renew()

    def _show_exchanges(self, found: tuple[Sequence[Exchange], Mapping[str, Leftover]]) -> None:
        every, waiting = found
        exchanges = [one for one in every if one.undone_by is None]
        self._partners = tuple(dict.fromkeys(one.partner for one in exchanges if one.partner))
        last = {one.form: one.partner for one in reversed(exchanges) if one.direction == "out"}
        self.home.export.set_partners(self._partners, last=last)
        self.home.show_exchanges(exchange_lines(every, date.today(), waiting))

    def _count(self) -> None:
        sending = self.home.export.sending()
        if sending is None:
            self.home.export.show_count("")
            return

        def show(words: str) -> None:
            if self.home.export.sending() == sending:
                self.home.export.show_count(words)

        self._session.load(lambda ledger: count_words(ledger, sending), show, owner=self)

    def open(self, record_id: str) -> None:
        """``week``: export the week's sheet, as soon as the forms are known."""
        if record_id == "week":
            self._session.load(lambda _: None, lambda _: self._export_week(), owner=self)

    def _export_week(self) -> None:
        self.home.export.choose_form(_WEEKLY)
        self.home.export.period.select("week")
        self.export()

    def export(self) -> None:
        """导出: send what is chosen at home."""
        self._face(self.home)
        self.home.export.start()

    def _fill(self, name: str) -> None:
        self.home.export.choose_form(name)
        self.export()

    def choose_file(self) -> None:
        """Ask for a sheet and preview what taking it in would do."""
        self.open_files(self._session.notices.open_files("选择要导入的表，可以选多个", [SHEETS, "所有文件 (*)"]))

    def choose_folder(self) -> None:
        """Ask for a folder and preview what taking in all its sheets would do."""
        folder = self._session.notices.open_folder("选择收表的文件夹")
        if folder is not None:
            self.open_files([folder])

    def open_files(self, given: Sequence[Path]) -> None:
        """Preview what taking in these files, and the sheets in these folders, would do as one import."""
        try:
            paths = list(dict.fromkeys(sheet_files(given)))
        except UsageError as error:
            self._session.failed(error)
            return
        if len(paths) == 1:
            self.open_file(paths[0])
        elif paths:
            self._path = None
            self.flow.open_many([path for path in paths if path.suffix.lower() != SUFFIX])

    def open_file(self, path: Path) -> None:
        """Preview what taking in this sheet would do, in place of a preview that was open; or learn a form's file."""
        if path.suffix.lower() == SUFFIX:
            self.forms.open(path)
        else:
            self._path = path
            self.flow.open(path)

    def _planned(self, prepared: Prepared, fresh: bool) -> None:
        self.preview.show_plan(prepared, fresh=fresh, partners=self._partners, source=self.flow.source)
        if fresh:
            self._face(self.preview)
            self._offer_learning(prepared)

    def _offer_learning(self, prepared: Prepared) -> None:
        """A sheet without rows is an office's blank form, unless it is one that the book knows already."""
        known = {reading.form.name for reading in prepared.plan.readings} - {""}
        if self._path is None or prepared.plan.rows or known:
            return
        path, self._path = self._path, None
        if self._session.notices.ask(f"“{path.name}”里没有行", _EMPTY, _EMPTY_ACTIONS, "look") == "learn":
            self.flow.cancel()
            self.forms.open(path)

    def _ended(self) -> None:
        self.preview.clear()
        self._face(self.home)

    def _undo(self, change: object) -> None:
        if isinstance(change, int):
            job = self._session.undo(change)
            job.ended.connect(lambda _: self._session.hub.tell({EXCHANGED}))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event):
            event.acceptProposedAction()
            self._show_target(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        self._show_target(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._cool()

    def _over_forms(self, event: QDropEvent) -> bool:
        """Whether a file is held over the learned forms, to be learned and not to be taken in."""
        place = self.home.forms.mapFrom(self, event.position().toPoint())
        return not self.previewing and self.home.forms.rect().contains(place)

    def _show_target(self, event: QDropEvent) -> None:
        learn = self._over_forms(event)
        self.home.forms.set_hot(learn)
        self.home.drop.set_hot(not learn)

    def _cool(self) -> None:
        self.home.forms.set_hot(False)
        self.home.drop.set_hot(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._cool()
        files = _files(event)
        if files:
            event.acceptProposedAction()
            if self._over_forms(event):
                self.forms.open(files[0])
            else:
                self.open_files(files)


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
