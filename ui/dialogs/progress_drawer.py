"""记进展, 办结, 转交, 延期: one step of one or several appeals, with the actions that are allowed now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from minqing.actions.appeals import advance_appeals
from minqing.errors import RecordMissing, StaleRecord
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.work.handling import HANDING_OVER, Progress, refusals
from ui.dialogs.progress_form import Offer, SeveralAppeals, entered_step, step_fields
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.drawer import NARROW, Drawer
from ui.widgets.form import EntryForm
from ui.widgets.picks import type_through

_GONE = "要记的诉求已不在账本里，可能刚被撤销登记。这一步没有记下；填的还在，可以复制后再关。"
_MOVED = "诉求刚在别处改过，这一步还没有记下。这里已换成现在的样子，填的都在，请核对后再保存。"


class _Moved(StaleRecord):
    """Some of the appeals were changed or removed meanwhile: ``now`` are those there are, as they are."""

    def __init__(self, appeals: Sequence[Appeal], now: Mapping[str, Record]) -> None:
        super().__init__(appeals[0].id)
        self.now = tuple(one for appeal in appeals if isinstance(one := now.get(appeal.id), Appeal))


def _saved_or_moved(ledger: Ledger, appeals: Sequence[Appeal], progress: Progress) -> Changes:
    try:
        return advance_appeals(ledger, appeals=appeals, progress=progress)
    except (StaleRecord, RecordMissing) as error:
        now = ledger.get_many([one.id for one in appeals])
        if all(one.id in now and now[one.id].revision == one.revision for one in appeals):
            raise
        raise _Moved(appeals, now) from error


class ProgressDrawer(Drawer):
    """Records one step; ``action`` preselects it.

    With ``handing_over`` it offers the steps by which an appeal goes to somebody else, ``units`` being those whom
    appeals have gone to before. Of several appeals those that cannot take the step are named and left as they are.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        *appeals: Appeal,
        action: str = "",
        handing_over: bool = False,
        units: Sequence[str] = (),
    ) -> None:
        word = "转交" if handing_over else action or "记进展"
        several = f"　{len(appeals)} 件诉求" if len(appeals) > 1 else ""
        super().__init__(
            window, title=f"{word}{several}", icon="right" if handing_over else "pen", notices=session.notices,
            width=NARROW + 60, dirty=lambda: self._form.dirty,
        )  # fmt: skip
        self._session = session
        self._only = HANDING_OVER if handing_over else ()
        self._units = tuple(units)
        self._show(appeals, action)
        self.add_button(Button("取消", self.request_close, hint="Esc"))
        self.save_button = Button("保存", self.save, kind=Kind.PRIMARY, hint="Ctrl+S")
        self.add_button(self.save_button, key="Ctrl+S")
        self.save_requested.connect(self.save)

    def _show(self, appeals: Sequence[Appeal], action: str) -> None:
        self._offer = Offer.of(appeals, only=self._only, units=self._units)
        self._form = EntryForm(step_fields(self._offer))
        now = datetime.now().time().replace(second=0, microsecond=0)
        self._form.set_values(
            {
                "action": self._offer.usual(action),
                "happened_on": date.today(),
                "happened_at": now,
                "who": self._session.ledger.profile.owner,
            }
        )
        self.several = SeveralAppeals(appeals) if len(appeals) > 1 else None
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        if self.several is not None:
            column.addWidget(self.several)
            self._form.changed.connect(self._judge)
            self._judge()
        column.addWidget(self._form)
        text = self._form.input("text").findChild(QPlainTextEdit)
        if text is not None:
            type_through([self._form], text)
        self.set_body(body)

    def _judge(self) -> None:
        progress, _ = entered_step(self._offer, self._form.values())
        if self.several is not None:
            self.several.judge(progress or Progress(str(self._form.values()["action"]), date.today()))

    def save(self) -> None:
        """Save the step, or say under its line what is wrong."""
        if not self.save_button.isEnabled():
            return
        appeals = self._offer.appeals
        progress, errors = entered_step(self._offer, self._form.values())
        self._form.show_errors(errors)
        if progress is None or errors:
            return
        self.save_button.setEnabled(False)
        self._session.act(
            lambda ledger: _saved_or_moved(ledger, appeals, progress),
            said=_said(appeals, progress),
            then=lambda _: self.dismiss(),
            failed=self._failed,
            owner=self,
        )

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, _Moved) and self.isVisible():
            self._renew(error.now)
        else:
            self._session.failed(error)

    def _renew(self, now: Sequence[Appeal]) -> None:
        """Go on with the appeals as they are now; what was typed stays."""
        if not now:
            self.save_button.setEnabled(False)
            self._session.notices.tell(_GONE)
            return
        gone = len(self._offer.appeals) - len(now)
        typed = self._form.values()
        self._show(now, str(typed["action"]))
        for name, value in typed.items():
            if name in self._form.values() and name != "action":
                self._form.input(name).set_value(value)
        self._judge()
        self._form.focus_first()
        lost = f"有 {gone} 件已不在账本里，从这里去掉了。" if gone else ""
        self._session.notices.tell(f"{_MOVED}{lost}")


def _said(appeals: Sequence[Appeal], progress: Progress) -> str:
    left = len(refusals(appeals, progress))
    if len(appeals) == 1:
        return f"已记下：{progress.action}"
    rest = f"，另有 {left} 件没有动" if left else ""
    return f"已记下：{progress.action} {len(appeals) - left} 件{rest}"
