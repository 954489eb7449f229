"""The drawer in which any one record is entered or corrected: lines from its definition, one action on saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from ui.dialogs.entry_fields import drafted, shown_values
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.drawer import Drawer
from ui.widgets.form import EntryForm, FormField

Save = Callable[[Ledger, Record], Changes]


@dataclass(frozen=True)
class Entry:
    """What is entered: its heading, the draft to start from, how it is saved and what the toast then says."""

    title: str
    icon: str
    record: Record
    save: Save
    said: str


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
        self.form = EntryForm(fields, label_width=84)
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
        self.form.set_values(shown_values(entry.record, [field.name for field in fields]))
        self.form.set_clean()
        self.set_body(self.form)
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
            lambda ledger: self._entry.save(ledger, draft),
            said=self._entry.said,
            then=lambda _: self.dismiss(),
            failed=self._failed,
            owner=self,
        )

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._session.failed(error)
