"""改动历史: who changed what of a household and its members, before and after, and the way back to any value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from minqing.actions.restoring import restore_value
from minqing.exchange.matching.joined import joined_records
from minqing.ledger import Changes, Entry, Ledger
from minqing.records.catalogue import kind_of
from minqing.records.fields import Field, Privacy
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.values import Kind as ValueKind
from minqing.records.values import render
from ui import theme
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.paint import Badge, Tone
from ui.widgets.panel import Bar
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import ElidedLabel, title

_EMPTY = "（空）"


@dataclass(frozen=True)
class Edit:
    """One field of one record in one change, as people read it; numbers masked."""

    change: int
    at: datetime
    who: str
    label: str
    name: str
    entry: Entry
    field: str
    before: str
    after: str

    @property
    def declined(self) -> bool:
        """Whether ``before`` is what somebody else wrote and was not taken."""
        return self.entry.action == "decline"


def edits_of(ledger: Ledger, household_id: str) -> list[Edit]:
    """What was changed of a household and its members, and of what was joined into them, newest first."""
    home = ledger.find(household_id)
    names = {one.id: one.name for one in ledger.records(Resident, household=household_id)}
    if isinstance(home, Household):
        names = {home.id: home.door, **names}
    names |= {gone: names[kept] for gone, kept in joined_records(ledger).items() if kept in names}
    return [
        Edit(change.id, change.at, change.who, change.label, names[entry.record_id], entry, *_words(entry))
        for change, entries in ledger.edits(*names)
        for entry in entries
    ]


def _words(entry: Entry) -> tuple[str, str, str]:
    model = kind_of(entry.record_id)
    field = model.fields().get(entry.field) if model else None
    label = field.label if field else "其他栏" if entry.field == "extra" else entry.field
    return label, _masked(field, entry.before) or _EMPTY, _masked(field, entry.after) or _EMPTY


def _masked(field: Field | None, text: str) -> str:
    if field is None or field.privacy is not Privacy.MASKED or not text:
        return text
    value = field.read(text)[field.name] if field.kind is ValueKind.PHONES else text
    return render(field.kind, value, masked=True)


class HistoryDialog(QDialog):
    """The changes as a table; Enter, or the button, brings back the earlier value of the line."""

    def __init__(self, window: QWidget, session: Session, *, household: str, name: str) -> None:
        super().__init__(window)
        self._session = session
        self._household = household
        self.setWindowTitle("改动历史")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(1080, window.width() - 40), min(600, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        head.row.addWidget(title("改动历史"))
        head.row.addWidget(ElidedLabel(name, colour=theme.INK2), 1)
        column.addWidget(head)
        self.table: RecordTable[Edit] = RecordTable(_COLUMNS, name="改动历史", key=lambda one: (one.change, one.entry))
        self.table.set_empty("还没有改动", "改过的内容都会记在这里，随时可以改回。")
        self.table.activated_record.connect(lambda _: self.restore())
        self.table.current_changed.connect(lambda _: self._explain())
        column.addWidget(self.table, 1)
        column.addWidget(self._foot())
        session.hub.changed.connect(self._changed)
        self.table.setFocus()
        self.renew()

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        self.hint = ElidedLabel(size=13, colour=theme.INK2)
        bar.row.addWidget(self.hint, 1)
        bar.row.addWidget(Button("关闭", self.reject, hint="Esc"))
        self.restore_button = Button("改回这个值", self.restore, kind=Kind.PRIMARY, icon="undo", hint="Enter")
        bar.row.addWidget(self.restore_button)
        return bar

    def _changed(self, _: frozenset[str]) -> None:
        self.renew()

    def renew(self) -> None:
        """Read the history again."""
        wanted = self._household
        self._session.load(lambda ledger: edits_of(ledger, wanted), self._take, owner=self)

    def _take(self, edits: list[Edit]) -> None:
        self.table.set_records(edits)
        if edits and self.table.current_record is None:
            self.table.select_row(0)
        self._explain()

    def _explain(self) -> None:
        one = self.table.current_record
        self.restore_button.setEnabled(one is not None)
        what = "没有采用的" if one is not None and one.declined else "原来的"
        self.hint.set_text(f"{one.name} 的{one.field}：改回{what}“{one.before}”" if one is not None else "")

    def restore(self) -> None:
        """Bring back the earlier value of the line that the table is on."""
        one = self.table.current_record
        if one is None or not self.restore_button.isEnabled():
            return
        self.restore_button.setEnabled(False)

        def act(ledger: Ledger) -> Changes:
            entry = one.entry
            return restore_value(ledger, record_id=entry.record_id, field=entry.field, change_id=one.change)

        said = f"{one.name} 的{one.field}已改回“{one.before}”"
        self._session.act(act, said=said, then=self._restored, failed=self._failed, owner=self)

    def _restored(self, changes: Changes) -> None:
        self._explain()
        if not changes:
            self.hint.set_text("现在就是这个值，没有改动。")

    def _failed(self, error: Exception) -> None:
        self._explain()
        self._session.failed(error)


_COLUMNS: tuple[Column[Edit], ...] = (
    Column("时间", lambda one: f"{one.at:%Y-%m-%d %H:%M}", width=132),
    Column("谁", lambda one: one.who, width=70),
    Column("做了什么", lambda one: one.label, stretch=2, muted=True, tooltip=lambda one: one.label),
    Column("记录", lambda one: one.name, width=110),
    Column("栏目", lambda one: one.field, width=96),
    Column("原来", lambda one: one.before, stretch=2, strong=lambda one: True, tooltip=lambda one: one.before),
    Column("之后", lambda one: one.after, stretch=2, tooltip=lambda one: one.after),
    Column("", lambda one: "未采用" if one.declined else "", width=74,
           badge=lambda one: Badge("未采用", Tone.WARN) if one.declined else None),
)  # fmt: skip
