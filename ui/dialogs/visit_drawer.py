"""记走访: the most frequent act, from the door to the saved record."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from minqing.actions.visits import record_visit
from minqing.records.appeal import Appeal
from minqing.records.dates import screen_date
from minqing.records.visit import Visit
from minqing.work.visit_list import HouseholdFile
from ui import theme
from ui.dialogs.appeal_lines import AppealLines
from ui.dialogs.entry_fields import drafted, entry_field
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.drawer import Drawer
from ui.widgets.form import EntryForm, FormField
from ui.widgets.picks import Choice
from ui.widgets.text import label

_RESULTS = (
    Choice("见面", "见面", "users"),
    Choice("无人", "无人", "noone"),
    Choice("拒访", "拒访", "refuse"),
    Choice("改约", "改约", "cal"),
    Choice("已搬走", "已搬走", "swap"),
)
_NEXT = (("+7天", 7), ("+30天", 30), ("+90天", 90))


class VisitDrawer(Drawer):
    """Enters one visit to a household and the appeals caught during it."""

    def __init__(self, window: QWidget, session: Session, file: HouseholdFile) -> None:
        super().__init__(
            window, title="记走访", icon="door", notices=session.notices, dirty=lambda: self.dirty, shade=None
        )
        self._session = session
        self._file = file
        self._today = date.today()
        self.head.addWidget(label(f"{file.household.door}　{file.name}", size=15))
        self._add_context()
        self._top = EntryForm(self._top_fields())
        self.appeals = AppealLines()
        self._below = EntryForm(
            [
                entry_field(Visit, "told", placeholder="其他"),
                entry_field(Visit, "next_on", label="下次走访", quick=_NEXT),
            ]
        )
        now = datetime.now()
        self._top.set_values(
            {"result": "见面", "visited_on": self._today, "visited_at": now.time().replace(second=0, microsecond=0),
             "way": "入户", "visitors": (session.ledger.profile.owner,)}
        )  # fmt: skip
        self._top.set_clean()
        self.set_body(self._content())
        self.add_button(Button("取消", self.request_close, hint="Esc"))
        self.save_button = Button("保存", self.save, kind=Kind.PRIMARY, hint="Ctrl+Enter")
        self.add_button(self.save_button, key="Ctrl+Return")
        self.save_requested.connect(self.save)

    def _top_fields(self) -> list[FormField]:
        people = [one.name for one in self._file.living]
        return [
            entry_field(Visit, "result", label="", kind="tiles", choices=_RESULTS),
            entry_field(Visit, "visited_on", label="时间"),
            entry_field(Visit, "visited_at", label="", beside=True),
            entry_field(Visit, "way", label="方式"),
            entry_field(
                Visit, "visitors", label="走访人", choices=(self._session.ledger.profile.owner,), placeholder="添人"
            ),
            entry_field(Visit, "met", choices=people, placeholder="其他人"),
            entry_field(Visit, "said", label="民情记录", lines=5, placeholder="说了什么、家里怎样、想要什么"),
        ]

    def _add_context(self) -> None:
        last = self._file.last_visit
        if last is None or last.visited_on is None:
            words = "还没有走访过这一户"
        else:
            words = f"上次 {screen_date(last.visited_on, self._today)} {last.result}　{last.said}"
        if self._file.open_appeals:
            words += f"　未结诉求 {len(self._file.open_appeals)} 件"
        self.context.addWidget(label(words, size=13, colour=theme.INK2))
        self.context.addStretch(1)

    def _content(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(15)
        for part in (self._top, self.appeals, self._below):
            column.addWidget(part)
        return body

    @property
    def dirty(self) -> bool:
        """Whether something was entered that is not saved."""
        return self._top.dirty or self._below.dirty or bool(self.appeals.drafts())

    def save(self) -> None:
        """Save the visit and its appeals, or say under the line what is wrong."""
        if not self.save_button.isEnabled():
            return
        draft, errors = drafted(
            Visit(household=self._file.household.id), {**self._top.values(), **self._below.values()}
        )
        self._below.show_errors({name: text for name, text in errors.items() if name in {"told", "next_on"}})
        self._top.show_errors({name: text for name, text in errors.items() if name not in {"told", "next_on"}})
        if errors:
            return
        appeals = [self._appeal(title, category) for title, category in self.appeals.drafts()]
        household = self._file.household
        self.save_button.setEnabled(False)
        self._session.act(
            lambda ledger: record_visit(ledger, household=household, draft=draft, appeals=appeals),
            said=f"已记录 {household.door} 的走访" + (f"和 {len(appeals)} 件诉求" if appeals else ""),
            then=lambda _: self.dismiss(),
            failed=self._failed,
            owner=self,
        )

    def _appeal(self, title: str, category: str) -> Appeal:
        head = self._file.head
        return Appeal(
            title=title,
            category=category,
            kind="诉求",
            level="社区",
            urgency="一般",
            reporter=head.name if head else "",
            reporter_phone=head.phones[:1] if head else (),
        )

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._session.failed(error)
