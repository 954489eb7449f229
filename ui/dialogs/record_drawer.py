"""The drawer in which any one record is entered or corrected: lines from its definition, one action on saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from minqing.errors import StaleRecord
from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from ui.dialogs.entry_fields import drafted, shown_values
from ui.dialogs.hidden_input import with_hidden_numbers
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.drawer import Drawer
from ui.widgets.form import EntryForm, FormField

Save = Callable[[Ledger, Record], Changes]
_LOSES = "刚填的内容还没有保存，删除后不会留下。要删除吗？"
_LOSE_ACTIONS = (("remove", "删除"), ("stay", "继续填写"))


@dataclass(frozen=True)
class Removal:
    """How the record is taken out of the book: the words on the button, the action, the toast."""

    text: str
    act: Callable[[Ledger], Changes]
    said: str


@dataclass(frozen=True)
class Entry:
    """What is entered: its heading, the draft to start from, how it is saved, the toast, what follows.

    With ``removal`` the record can also be taken out of the book.
    """

    title: str
    icon: str
    record: Record
    save: Save
    said: str
    then: Callable[[Changes], object] = lambda _: None
    removal: Removal | None = None


class _Moved(StaleRecord):
    """Somebody saved the record meanwhile: ``record`` is how it is now."""

    def __init__(self, record: Record) -> None:
        super().__init__(record.id)
        self.record = record


def _saved_or_moved(ledger: Ledger, entry: Entry, draft: Record) -> Changes:
    try:
        return entry.save(ledger, draft)
    except StaleRecord as error:
        raise _Moved(ledger.get(error.record_id)) from error


class RecordDrawer(Drawer):
    """Enters one record.

    A broken rule shows under its line and nothing typed is lost; saving runs in the background.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        entry: Entry,
        *,
        fields: Sequence[FormField],
        width: int = 480,
    ) -> None:
        lines = with_hidden_numbers(fields, entry.record, session.revealing)
        self.form = EntryForm(lines, label_width=94)
        super().__init__(
            window,
            title=entry.title,
            icon=entry.icon,
            notices=session.notices,
            width=width,
            dirty=lambda: self.form.dirty,
        )
        self._session = session
        self._entry = entry
        self._labels = {field.name: field.label for field in fields}
        self.form.set_values(shown_values(entry.record, list(self._labels)))
        self.form.set_clean()
        self._shown = self.form.values()
        self.set_body(self.form)
        if entry.removal is not None:
            self.remove_button = Button(entry.removal.text, self.remove)
            self.remove_button.setToolTip("从账本里删除这条记录；可以撤销，以后也能从改动历史恢复")
            self.add_aside(self.remove_button)
        self.add_button(Button("取消", self.request_close, hint="Esc"))
        self.save_button = Button("保存", self.save, kind=Kind.PRIMARY, hint="Ctrl+S")
        self.add_button(self.save_button, key="Ctrl+S")
        self.save_requested.connect(self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Check the draft; save it if it keeps the rules, else say what is wrong where."""
        if not self.save_button.isEnabled():
            return
        draft, errors = drafted(self._entry.record, self.form.values())
        self.form.show_errors(errors)
        if errors:
            return
        self.save_button.setEnabled(False)
        self._session.act(
            lambda ledger: _saved_or_moved(ledger, self._entry, draft),
            said=self._entry.said,
            then=self._saved,
            failed=self._failed,
            owner=self,
        )

    def remove(self) -> None:
        """Take the record out of the book; asks first if something was typed that is not saved."""
        removal = self._entry.removal
        if removal is None or not self.save_button.isEnabled():
            return
        if self.form.dirty and self._notices.ask(_LOSES, "", _LOSE_ACTIONS, "stay") != "remove":
            return
        self.save_button.setEnabled(False)
        self._session.act(removal.act, said=removal.said, then=self._saved, failed=self._failed, owner=self)

    def _saved(self, changes: Changes) -> None:
        self.dismiss()
        self._entry.then(changes)

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, _Moved) and self.isVisible():
            self._renew(error.record)
        else:
            self._session.failed(error)

    def _renew(self, record: Record) -> None:
        """Put what somebody saved meanwhile under what was typed here, so that saving again loses neither."""
        typed = {name: value for name, value in self.form.values().items() if value != self._shown[name]}
        self._entry = replace(self._entry, record=record)
        self.form.set_values(shown_values(record, list(self._labels)))
        before, self._shown = self._shown, self.form.values()
        both = [self._labels[name] for name in typed if self._shown[name] != before[name]]
        for name, value in typed.items():
            self.form.input(name).set_value(value)
        rest = f"“{'、'.join(both)}”两边都改过，现在是这里填的；" if both else ""
        self._session.notices.tell(f"这条记录刚被改过，新内容已并进来，填的也都在。{rest}请核对后再保存。")
