"""记走访: the most frequent act, from the door to the saved record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from minqing.actions.visit_drafts import VisitDraft, draft_name
from minqing.actions.visits import record_visit
from minqing.ledger import Changes
from minqing.work.next_visit import next_visit_picks
from minqing.work.proposing import BookWords, find_matters
from minqing.work.visit_list import HouseholdFile
from ui import theme
from ui.dialogs.appeal_lines import AppealLines
from ui.dialogs.next_input import NextInput
from ui.dialogs.note_strip import NoteStrip
from ui.dialogs.said_input import SaidInput
from ui.dialogs.visit_aids import CRASHED, LEFT, Onward, VisitAids, onward, onward_words, visit_aids
from ui.dialogs.visit_form import BELOW, appeal_of, as_text, below_fields, top_fields, usual_values, visit_of
from ui.dialogs.visit_head import dress_head
from ui.dialogs.visit_keeping import DraftKeeper
from ui.icons import icon
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.choice_inputs import ChipsInput, ManyInput
from ui.widgets.drawer import NARROW, WIDE, Drawer
from ui.widgets.form import EntryForm
from ui.widgets.picks import Choice, type_through

_LOOK_PAUSE = 250
_LOW = 640


class VisitDrawer(Drawer):
    """Enters one visit to a household and the appeals caught during it.

    What is entered is kept as a draft in the book until it is saved. After 保存并下一户 the drawer of the next door
    opens, and ``went_on`` is told which; ``following`` finds that door, by default it is the next in walking order.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        file: HouseholdFile,
        *,
        following: Callable[[HouseholdFile], HouseholdFile | None] | None = None,
        went_on: Callable[[HouseholdFile], object] = lambda _: None,
    ) -> None:
        super().__init__(
            window,
            title="记走访",
            icon="door",
            notices=session.notices,
            dirty=lambda: self.dirty,
            width=WIDE,
            narrow=NARROW,
            shade=window.findChild(QStackedWidget),
        )
        self._session = session
        self._file = file
        self._today = date.today()
        self._following = following
        self._went_on = went_on
        self._onward = Onward(BookWords(), None)
        self._rhythm: Mapping[str, int] = {}
        self._restored = False
        dress_head(self, file, self._today, self._show_file)
        self.appeals = AppealLines()
        self._top = EntryForm(top_fields(file, self._today), gap=10)
        self._below = EntryForm(below_fields(file, self._today), gap=10)
        self._top.set_values(usual_values(datetime.now()))
        self._strip = NoteStrip()
        self.set_body(self._content())
        self._build_buttons()
        self._keeper = DraftKeeper(self, session, file.household, self._draft, window=window)
        self._connect()
        session.load(lambda ledger: visit_aids(ledger, file, self._today), self._take_aids, owner=self)
        session.load(lambda ledger: onward(ledger, file.household), self._take_onward, owner=self)

    def _content(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._strip, self._top, self.appeals, self._below):
            column.addWidget(part)
        clock = self._top.input("visited_at").findChild(QLineEdit)
        if clock is not None:
            _put_clock(clock)
        return body

    def _build_buttons(self) -> None:
        self._cancel = Button("取消", self.request_close, hint="Esc")
        self.save_button = Button("保存", self.save, hint="Ctrl+S")
        self.next_button = Button("保存并下一户", self.save_and_go_on, kind=Kind.PRIMARY, hint="Ctrl+Enter")
        self.add_button(self._cancel)
        self.add_button(self.save_button, key="Ctrl+S")
        self.add_button(self.next_button, key="Ctrl+Return")
        self.add_key("Ctrl+Enter", self.next_button.click)
        self.add_key("Ctrl+J", self.catch, "登诉求")
        self.add_key("Ctrl+R", self.choose_next, "下次走访")
        self.save_requested.connect(self.save)

    def _connect(self) -> None:
        self._look = QTimer(self, singleShot=True, interval=_LOOK_PAUSE)
        self._look.timeout.connect(self.look_for_matters)
        self._top.changed.connect(self._look.start)
        self.appeals.found_changed.connect(self.look_for_matters)
        for part in (self._top, self._below, self.appeals):
            part.changed.connect(self._keeper.touch)
        self._top.input("visited_on").changed.connect(self._renew_picks)
        self._result.row.numbered.connect(self._said.focus_first)
        type_through((self._top, self._below), self._said.edit)
        self._keeper.kept.connect(self.set_note)
        self._keeper.failed.connect(self._strip.say)

    @property
    def _result(self) -> ChipsInput:
        found = self._top.input("result")
        assert isinstance(found, ChipsInput)
        return found

    @property
    def _said(self) -> SaidInput:
        found = self._top.input("said")
        assert isinstance(found, SaidInput)
        return found

    @property
    def _next(self) -> NextInput:
        found = self._below.input("next_on")
        assert isinstance(found, NextInput)
        return found

    def _take_aids(self, aids: VisitAids) -> None:
        along = self._top.input("visitors")
        assert isinstance(along, ManyInput)
        clean = not self.dirty
        along.offer([Choice(one.name, one.label) for one in aids.companions])
        if clean:
            along.set_value(aids.along)
            self._top.set_clean()
        self._rhythm = aids.rhythm
        self._next.offer(aids.picks)
        draft = aids.draft
        if draft is not None and clean:
            self._restore(draft)
        elif draft is not None:
            self._strip.say("这一户还有一条没写完的走访。", "换成那一条", lambda: self._restore(draft))

    def _take_onward(self, found: Onward) -> None:
        self._onward = found
        self.appeals.set_book(found.words)
        self.look_for_matters()
        if self._following is None:
            self.next_button.setToolTip(onward_words(found))

    def _renew_picks(self) -> None:
        day = self._top.values()["visited_on"]
        if isinstance(day, date) and self._rhythm:
            self._next.offer(next_visit_picks(day, self._file.care_groups, self._rhythm))

    def look_for_matters(self) -> None:
        """Underline what sounds like an appeal in the text, and list it below."""
        matters = find_matters(self._said.text(), self._onward.words)
        self.appeals.set_found(matters)
        self._said.show_matters(matters, len(self.appeals.found))

    def catch(self) -> None:
        """Ctrl+J: the selected words go to the line of appeals; else the first that was found is taken over."""
        self.look_for_matters()
        chosen = self._said.selected if self._said.edit.hasFocus() else ""
        if chosen or not self.appeals.take_found():
            self.appeals.begin(chosen)

    @property
    def dirty(self) -> bool:
        """Whether something was entered that is not saved."""
        return self._restored or self._top.dirty or self._below.dirty or bool(self.appeals.drafts())

    def enter(self, values: Mapping[str, object]) -> None:
        """Put values into the form as if they had been typed."""
        for name, value in values.items():
            (self._below if name in BELOW else self._top).input(name).set_value(value)
        self.look_for_matters()
        self._keeper.touch()

    def choose_next(self) -> None:
        """Ctrl+R: the first of the days to come again, then the next one."""
        self._next.step()

    def keep_draft(self) -> None:
        """Keep what is entered now."""
        self._keeper.keep()

    def _draft(self) -> VisitDraft | None:
        if not self.dirty:
            return None
        entered = {name: as_text(value) for name, value in {**self._top.values(), **self._below.values()}.items()}
        return VisitDraft(self._file.household, entered, tuple(self.appeals.drafts()))

    def _restore(self, draft: VisitDraft) -> None:
        """Show a draft that was kept; it counts as edits until it is saved or given up."""
        self._top.set_values(draft.entered)
        self._below.set_values(draft.entered)
        self.appeals.set_drafts(draft.appeals)
        self._restored = True
        self._keeper.found()
        self._strip.say(LEFT if draft.left else CRASHED, "丢开重写", self._start_over)
        self.set_note(f"草稿存于 {draft.kept_at.month}月{draft.kept_at.day}日 {draft.kept_at:%H:%M}")
        self.look_for_matters()

    def _start_over(self) -> None:
        self._restored = False
        self._top.set_values(dict.fromkeys(self._top.values()) | usual_values(datetime.now()))
        self._below.set_values(dict.fromkeys(self._below.values()))
        self.appeals.set_drafts(())
        self._strip.say("")
        self._keeper.keep()
        self._top.focus_first()

    def save(self) -> None:
        """Save the visit and its appeals, or say under the line what is wrong."""
        self._save(go_on=False)

    def save_and_go_on(self) -> None:
        """Save, then open the drawer of the next door."""
        self._save(go_on=True)

    def _save(self, *, go_on: bool) -> None:
        if not self.save_button.isEnabled():
            return
        entered = {**self._top.values(), **self._below.values()}
        draft, errors = visit_of(self._file, entered, self._session.ledger.profile.owner)
        self._below.show_errors({name: text for name, text in errors.items() if name in BELOW})
        self._top.show_errors({name: text for name, text in errors.items() if name not in BELOW})
        if errors:
            return
        appeals = [appeal_of(one, self._file.head) for one in self.appeals.drafts()]
        household = self._file.household
        self._enable(on=False)
        self._session.act(
            lambda ledger: record_visit(
                ledger, household=household, draft=draft, appeals=appeals, finishes=draft_name(household)
            ),
            said=f"已记录 {household.door} 的走访" + (f"和 {len(appeals)} 件诉求" if appeals else ""),
            then=lambda changes: self._saved(changes, go_on=go_on),
            failed=self._failed,
            owner=self,
        )

    def _saved(self, changes: Changes, *, go_on: bool) -> None:
        self._keeper.finish()
        following = self._following(self._file) if self._following else self._onward.following
        self.dismiss()
        if go_on and following is not None:
            self._went_on(following)
            VisitDrawer(self._window, self._session, following, following=self._following, went_on=self._went_on).open()

    def _failed(self, error: Exception) -> None:
        self._enable(on=True)
        self._session.failed(error)

    def _enable(self, *, on: bool) -> None:
        for button in (self.save_button, self.next_button):
            button.setEnabled(on)

    def request_close(self) -> None:
        """Close, after asking if there are edits; what is given up is no longer kept."""
        super().request_close()
        if self.isHidden() and self.save_button.isEnabled():
            self._keeper.give_up()

    def _show_file(self) -> None:
        self._keeper.leave()
        self.dismiss()
        self._session.wanted.emit("household", self._file.household.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cancel.setVisible(self.sheet_width >= WIDE)
        self._said.set_height(140 if self.height() >= _LOW else 100)


def _put_clock(edit: QLineEdit) -> None:
    mark = edit.addAction(icon("clock", colour=theme.INK2), QLineEdit.ActionPosition.LeadingPosition)
    mark.setText("钟点")
