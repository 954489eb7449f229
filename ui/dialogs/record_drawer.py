"""The drawer in which any one record is entered or corrected: lines from its definition, one action on saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from minqing.ledger import Changes, Ledger
from minqing.records.base import Record
from ui.dialogs.entry_fields import drafted, shown_values
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.drawer import Drawer
from ui.widgets.form import EntryForm, FormField

Save = Callable[[Ledger, Record], Changes]


class RecordDrawer(Drawer):
    """Enters one record.

    A broken rule shows under its line and nothing typed is lost; ``save`` runs in the background with the draft, and
    ``said`` is what the toast then says.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *,
        title: str,
        icon: str,
        record: Record,
        fields: Sequence[FormField],
        save: Save,
        said: str,
        width: int = 480,
    ) -> None:
        self.form = EntryForm(fields, label_width=84)
        super().__init__(
            window, title=title, icon=icon, notices=session.notices, width=width, dirty=lambda: self.form.dirty
        )
        self._session = session
        self._record = record
        self._save = save
        self._said = said
        self.form.set_values(shown_values(record, [field.name for field in fields]))
        self.form.set_clean()
        self.set_body(self.form)
        self.add_button(Button("取消", self.request_close, hint="Esc"))
        self.save_button = Button("保存", self.save, kind=Kind.PRIMARY, hint="Ctrl+S")
        self.add_button(self.save_button, key="Ctrl+S")
        self.save_requested.connect(self.save)
        self.form.focus_first()

    def save(self) -> None:
        """Check the draft; save it if it keeps the rules, else say what is wrong where."""
        draft, errors = drafted(self._record, self.form.values())
        self.form.show_errors(errors)
        if errors:
            return
        self.save_button.setEnabled(False)
        self._session.act(
            lambda ledger: self._save(ledger, draft),
            said=self._said,
            then=lambda _: self.dismiss(),
            failed=self._failed,
        )

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._session.failed(error)
