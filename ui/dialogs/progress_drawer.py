"""记进展, 办结, 上报, 延期: one step of an appeal, with the actions that are allowed now."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from minqing.actions.appeals import advance_appeal
from minqing.errors import BadOrder
from minqing.records.appeal import Appeal, Step
from minqing.work.handling import ALLOWED, Progress, advanced
from ui.dialogs.entry_fields import drafted, entry_field
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.drawer import NARROW, Drawer
from ui.widgets.form import EntryForm

_ASKS_MOOD = frozenset({"回访", "评价"})


class ProgressDrawer(Drawer):
    """Records one step; ``action`` preselects it."""

    def __init__(self, window: QWidget, session: Session, appeal: Appeal, *, action: str = "") -> None:
        super().__init__(
            window, title=action or "记进展", icon="pen", notices=session.notices, width=NARROW + 60,
            dirty=lambda: self._form.dirty,
        )  # fmt: skip
        self._session = session
        self._appeal = appeal
        allowed = ALLOWED.get(appeal.state or "待受理", ())
        chosen = action if action in allowed else next(iter(allowed), "")
        self._form = EntryForm(
            [
                entry_field(Step, "action", label="做了什么", choices=allowed, required=True),
                entry_field(Step, "happened_on", label="日期"),
                entry_field(Step, "happened_at", label="", beside=True),
                entry_field(Step, "who", label="经办人"),
                entry_field(Step, "text", label="说明", lines=5, placeholder="到了哪一步、结果怎样"),
                entry_field(Appeal, "satisfaction", label="满意度", required=False),
            ]
        )
        now = datetime.now().time().replace(second=0, microsecond=0)
        self._form.set_values(
            {"action": chosen, "happened_on": date.today(), "happened_at": now, "who": session.ledger.profile.owner}
        )
        self._form.set_clean()
        self.set_body(self._form)
        self.add_button(Button("取消", self.request_close, hint="Esc"))
        self.save_button = Button("保存", self.save, kind=Kind.PRIMARY, hint="Ctrl+S")
        self.add_button(self.save_button, key="Ctrl+S")
        self.save_requested.connect(self.save)

    def save(self) -> None:
        """Save the step, or say under its line what is wrong."""
        if not self.save_button.isEnabled():
            return
        progress, errors = self._entered()
        self._form.show_errors(errors)
        if progress is None or errors:
            return
        self.save_button.setEnabled(False)
        self._session.act(
            lambda ledger: advance_appeal(ledger, appeal=self._appeal, progress=progress),
            said=f"已记下：{progress.action}",
            then=lambda _: self.dismiss(),
            failed=self._failed,
            owner=self,
        )

    def _entered(self) -> tuple[Progress | None, dict[str, str]]:
        """The step as entered, and under each line's name what is wrong with it or with the appeal after it."""
        values = self._form.values()
        mood = str(values.pop("satisfaction", ""))
        step, errors = drafted(Step(appeal=self._appeal.id), values)
        if mood and step.action not in _ASKS_MOOD:
            errors["satisfaction"] = "满意度在“回访”或“评价”时填。"
        if step.happened_on is None:
            return None, errors
        progress = Progress(
            step.action, step.happened_on, at=step.happened_at, who=step.who, text=step.text, satisfaction=mood
        )
        try:
            if "action" not in errors:
                advanced(self._appeal, progress)
        except BadOrder as error:
            errors.setdefault("happened_on", f"{error}。")
        return progress, errors

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._session.failed(error)
