"""套用表样: an office's sheet as it looks, what each of its columns was taken for, corrected and learned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from minqing.errors import MinqingError
from minqing.forms.files.grid import column_name
from minqing.forms.form import Form
from minqing.forms.learning.office import OfficeForm
from minqing.forms.learning.proposal import Proposal, Proposed
from minqing.ledger import Changes, Ledger
from ui import theme
from ui.dialogs.form_choosers import CellChooser, FieldChooser
from ui.dialogs.form_opening import Opened, opened
from ui.dialogs.form_rows import RowsInput
from ui.dialogs.form_saving import save_form
from ui.dialogs.form_words import count_words, marks_of, names_clash
from ui.jobs import Job, Progress, State
from ui.notices import SAVE_ACTIONS, SAVE_QUESTION
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.chips import Chip
from ui.widgets.paint import Badge, Look, Tone
from ui.widgets.panel import Bar
from ui.widgets.progress import ProgressStrip
from ui.widgets.sheet_view import SheetView, Spot
from ui.widgets.text import ElidedLabel, label, recolour, title

_LEGEND = (("check", "认准", Tone.GOOD), ("tri", "请核对", Tone.WARN), ("dash", "不填", Tone.NEUTRAL))


class FormDialog(QDialog):
    """Shows a proposal and takes corrections; ``saved(name)`` fires when the book has learned the form."""

    saved = Signal(str)

    def __init__(self, window: QWidget, session: Session, made: Opened, *, file: str = "") -> None:
        super().__init__(window)
        self._session = session
        self._opened = made
        self._edited = False
        self._job: Job | None = None
        self.proposal: Proposal = made.proposal
        self._spot = Spot(0, 0)
        self.setWindowTitle("套用表样")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(1320, window.width() - 40), min(740, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(file))
        column.addWidget(self._settings())
        self.view = SheetView()
        column.addWidget(self.view, 1)
        column.addWidget(self._foot())
        self.fields, self.cells = FieldChooser(self), CellChooser(self)
        self._connect()
        self._take(made)
        self.view.setFocus()

    def _head(self, file: str) -> Bar:
        bar = Bar(50, below=theme.LINE2, fill=theme.PAPER, padding=20)
        bar.row.addWidget(title("套用表样"))
        bar.row.addWidget(ElidedLabel(file, colour=theme.INK2), 1)
        self.sheet_label = label("工作表", size=13, colour=theme.INK2)
        self.sheet = QComboBox()
        self.sheet.setAccessibleName("工作表")
        self.sheet.setMinimumWidth(180)
        self.sheet_label.setBuddy(self.sheet)
        bar.row.addWidget(self.sheet_label)
        bar.row.addWidget(self.sheet)
        return bar

    def _settings(self) -> Bar:
        bar = Bar(50, below=theme.LINE2, padding=20)
        bar.row.addWidget(label("名称", size=13, colour=theme.INK2))
        self.name = QLineEdit()
        self.name.setAccessibleName("表样名称")
        self.name.setPlaceholderText("以后按这个名字找它")
        self.name.setFixedWidth(260)
        self.name.setMaxLength(40)
        bar.row.addWidget(self.name)
        self.count = ElidedLabel(size=13, weight=theme.MEDIUM)
        bar.row.addSpacing(6)
        bar.row.addWidget(self.count, 1)
        self.rows = RowsInput()
        bar.row.addWidget(self.rows)
        return bar

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        for shape, word, tone in _LEGEND:
            bar.row.addWidget(Chip(Badge(word, tone, shape, Look.STATE)))
        self.hint = ElidedLabel(size=13, colour=theme.INK2)
        bar.row.addSpacing(6)
        bar.row.addWidget(self.hint, 1)
        bar.row.addWidget(ProgressStrip(self._session.jobs))
        bar.row.addWidget(Button("取消", self.reject, hint="Esc"))
        self.export_button = Button("另存为文件…", self.save_file, icon="file")
        bar.row.addWidget(self.export_button)
        self.save_button = Button("保存表样", self.save, kind=Kind.PRIMARY, icon="save", hint="Ctrl+Enter")
        bar.row.addWidget(self.save_button)
        return bar

    def _connect(self) -> None:
        self.view.column_wanted.connect(self._choose_field)
        self.view.column_cleared.connect(lambda column: self._set_field(column, ""))
        self.view.cell_wanted.connect(self._choose_cell)
        self.view.cell_cleared.connect(lambda row, column: self._set_cell(row, column, ""))
        self.view.row_wanted.connect(self._row_menu)
        self.view.spot_changed.connect(self._explain)
        self.rows.header_changed.connect(self._set_header)
        self.rows.rows_changed.connect(self._set_rows)
        self.fields.chosen.connect(lambda field: self._set_field(self._spot.column, field))
        self.fields.masked_changed.connect(self._set_masked)
        self.cells.chosen.connect(lambda template: self._set_cell(*self._spot, template))
        for chooser in (self.fields, self.cells):
            chooser.closed.connect(self.view.setFocus)
        self.sheet.activated.connect(self._set_sheet)
        self.name.textEdited.connect(self._rename)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save_button.click)

    @property
    def _reading(self) -> bool:
        return self._job is not None and self._job.state in {State.WAITING, State.RUNNING}

    @property
    def form(self) -> Form:
        """The form as it would be learned now."""
        return self.proposal.form

    def _take(self, made: Opened) -> None:
        """Show a proposal that was made anew, with the sheet that it is about."""
        self._opened, self.proposal = made, made.proposal
        self.view.show_sheet(made.look, marks_of(self.proposal))
        several = len(self.proposal.sheets) > 1
        self.sheet.clear()
        self.sheet.addItems(self.proposal.sheets)
        self.sheet.setCurrentText(self.form.sheet)
        self.sheet.setVisible(several)
        self.sheet_label.setVisible(several)
        self._renew()

    def _renew(self) -> None:
        self.view.set_marks(marks_of(self.proposal))
        self.rows.set_layout(self.proposal.layout)
        if self.name.text().strip() != self.form.name:
            self.name.setText(self.form.name)
        clash = names_clash(self.form.name, self._opened.learned, self._opened.shipped)
        self.count.set_text(clash or count_words(self.proposal))
        recolour(self.name, theme.AMBER if clash else theme.INK)
        usable = bool(self.form.name) and self.form.name not in self._opened.shipped
        self.save_button.setEnabled(usable)
        self.export_button.setEnabled(usable)
        self._explain(self.view.spot)

    def _explain(self, spot: Spot | None) -> None:
        """Say of what the keyboard is on why it is so, and what keys do."""
        tag = self.view.plan.marks.tag(spot.column) if spot and not spot.row else None
        if spot and spot.row:
            self.hint.set_text(f"{column_name(spot.column)}{spot.row}：Enter 选这一格填什么，Delete 照原样")
        elif tag:
            self.hint.set_text(f"{tag.tip.splitlines()[0]} · Enter 改，Delete 不填")
        else:
            self.hint.set_text("")

    def _correct(self, change: Callable[[], Proposal]) -> None:
        """Carry out a correction, or say why it cannot be; while the sheet is read anew there is nothing to correct."""
        if self._reading:
            return
        try:
            self.proposal = change()
        except MinqingError as error:
            self._session.notices.warn(error)
        else:
            self._edited = True
        self._renew()

    def _propose_again(self, change: Callable[[], Proposal], words: str) -> None:
        """Carry out a correction that reads the sheet anew, in the background."""

        def work(progress: Progress) -> Opened:
            made = opened(self._session.ledger, change())
            progress.check()
            return made

        def failed(error: Exception) -> None:
            self._session.failed(error)
            self._take(self._opened if self._opened.proposal is self.proposal else self._again())

        self._edited = True
        self._job = self._session.work(work, self._take, label=words, failed=failed, owner=self)

    def _again(self) -> Opened:
        return Opened(self.proposal, self._opened.look, self._opened.learned, self._opened.shipped)

    def _set_sheet(self, _: int) -> None:
        proposal, sheet = self.proposal, self.sheet.currentText()
        if sheet != self.form.sheet:
            self._propose_again(lambda: proposal.with_sheet(sheet), "换工作表")

    def _set_header(self, top: int, bottom: int) -> None:
        proposal, rows = self.proposal, tuple(range(top, max(top, bottom) + 1))
        self._propose_again(lambda: proposal.with_header(rows), "换表头")

    def _set_rows(self, first: int, last: int) -> None:
        self._correct(lambda: self.proposal.with_rows(first, max(first, last)))

    def _row_menu(self, row: int, place: QPoint) -> None:
        self.rows.menu(self, row, place)

    def _rename(self, text: str) -> None:
        self._correct(lambda: self.proposal.named(text))

    def _column(self, column: int) -> Proposed:
        return self.proposal.column(column_name(column))

    def _beside(self, spot: Spot) -> QRect:
        """Where a chip or a cell is in the dialog."""
        area = self.view.place_of(spot)
        return QRect(self.view.viewport().mapTo(self, area.topLeft()), area.size())

    def _choose_field(self, column: int) -> None:
        self._spot = Spot(0, column)
        self.fields.open_for(self.proposal, self._column(column), self._beside(self._spot))

    def _set_field(self, column: int, field: str) -> None:
        self._correct(lambda: self.proposal.with_field(column_name(column), field))

    def _set_masked(self, masked: bool) -> None:
        self._correct(lambda: self.proposal.with_masked(column_name(self._spot.column), masked))

    def _choose_cell(self, row: int, column: int) -> None:
        self._spot = Spot(row, column)
        text = self._opened.look.text(row, column)
        self.cells.open_for(self.proposal, f"{column_name(column)}{row}", text, self._beside(self._spot))

    def _set_cell(self, row: int, column: int, template: str) -> None:
        self._correct(lambda: self.proposal.with_cell(f"{column_name(column)}{row}", template))

    def save(self) -> None:
        """保存表样: the book learns the form."""
        if self._reading:
            return
        office = OfficeForm(self.form, self.proposal.workbook)

        def learn(ledger: Ledger) -> Changes:
            from minqing.actions.forms import learn_form

            return learn_form(ledger, office)

        self.save_button.setEnabled(False)
        self._session.act(
            learn, said=f"已学会“{office.form.name}”", then=self._learned, failed=self._not_learned, owner=self
        )

    def _learned(self, _: Changes) -> None:
        self._edited = False
        self.saved.emit(self.form.name)
        self.accept()

    def _not_learned(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._session.failed(error)

    def save_file(self) -> None:
        """另存为文件: the form for a colleague."""
        save_form(self._session, OfficeForm(self.form, self.proposal.workbook))

    def reject(self) -> None:
        """Esc closes what is open first, and asks before corrections are lost."""
        for chooser in (self.fields, self.cells):
            if chooser.isVisible():
                chooser.close_up()
                return
        answer = self._session.notices.ask(SAVE_QUESTION, "", SAVE_ACTIONS, "stay") if self._edited else "drop"
        if answer == "save":
            self.save()
        elif answer == "drop":
            super().reject()
