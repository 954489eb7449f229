"""改动历史: who changed what of a household, an appeal or a visit, before and after, and the way back to any value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from minqing.actions.restoring import restore_value
from minqing.actions.visits import restore_visit
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from ui import theme
from ui.dialogs.history_view import Edit, edits_of
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.paint import Badge, Tone
from ui.widgets.panel import Bar
from ui.widgets.strips import Option, Segment
from ui.widgets.table import Column, RecordTable
from ui.widgets.text import ElidedLabel, title

_ALL = "all"
_KINDS = tuple(model.LABEL for model in (Household, Resident, Visit, Appeal))


class HistoryDialog(QDialog):
    """The changes of ``record`` and what belongs to it as a table; Enter brings back the earlier value of the line."""

    def __init__(self, window: QWidget, session: Session, *, record: str, name: str) -> None:
        super().__init__(window)
        self._session = session
        self._record = record
        self._edits: Sequence[Edit] = ()
        self.setWindowTitle("改动历史")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(1080, window.width() - 40), min(600, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        head.row.addWidget(title("改动历史"))
        head.row.addWidget(ElidedLabel(name, colour=theme.INK2), 1)
        self.kinds = Segment([Option(_ALL, "全部", 0)], name="记录", small=True)
        self.kinds.changed.connect(lambda _: self._show())
        head.row.addWidget(self.kinds)
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
        wanted = self._record
        self._session.load(lambda ledger: edits_of(ledger, wanted), self._take, owner=self)

    def _take(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        counts = Counter(one.kind for one in edits)
        kinds = [Option(kind, kind, counts[kind]) for kind in _KINDS if counts[kind]]
        self.kinds.set_options([Option(_ALL, "全部", len(edits)), *kinds])
        self.kinds.setVisible(len(kinds) > 1)
        self._show()

    def _show(self) -> None:
        """The edits of the kind of record that was chosen."""
        shown = [one for one in self._edits if self.kinds.key in (_ALL, one.kind)]
        self.table.set_records(shown)
        if shown and self.table.current_record is None:
            self.table.select_row(0)
        self._explain()

    def _explain(self) -> None:
        one = self.table.current_record
        self.restore_button.setEnabled(one is not None)
        whole = one is not None and one.removed
        self.restore_button.setText("恢复这条记录" if whole else "改回这个值")
        self.restore_button.setAccessibleName(self.restore_button.text())
        self.restore_button.updateGeometry()
        if one is not None and whole:
            self.hint.set_text(f"{one.name}：恢复整条记录，原来登记的诉求重新归到它下面")
            return
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
            if one.removed:
                return restore_visit(ledger, entry.record_id)
            return restore_value(ledger, record_id=entry.record_id, field=entry.field, change_id=one.change)

        said = f"已恢复 {one.name}" if one.removed else f"{one.name} 的{one.field}已改回“{one.before}”"
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
    Column("记录", lambda one: one.name, width=124, tooltip=lambda one: one.name),
    Column("栏目", lambda one: one.field, width=96),
    Column("原来", lambda one: one.before, stretch=2, strong=lambda one: True, tooltip=lambda one: one.before),
    Column("之后", lambda one: one.after, stretch=2, tooltip=lambda one: one.after),
    Column("", lambda one: _mark(one).text, width=74, badge=lambda one: _mark(one) if _mark(one).text else None),
)  # fmt: skip


def _mark(one: Edit) -> Badge:
    if one.removed:
        return Badge("已删除", Tone.BAD, "x")
    return Badge("未采用" if one.declined else "", Tone.WARN)
