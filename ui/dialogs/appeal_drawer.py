"""登诉求, 改诉求 and 写回复: the drawers in which an appeal is entered, corrected, and answered by the office."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from minqing.actions.appeals import answer_appeal, correct_appeal
from minqing.ledger import Changes, Ledger
from minqing.records.appeal import Appeal
from minqing.records.base import Record
from minqing.records.categories import everyday_categories
from minqing.work.visit_list import HouseholdFile
from ui.dialogs.entry_fields import entry_field
from ui.dialogs.record_drawer import Entry, RecordDrawer, Save
from ui.session import Session
from ui.widgets.form import FormField

_WIDTH = 520


def appeal_fields() -> list[FormField]:
    """The lines of an appeal, in the order in which people tell it."""
    names = [category.name for category in everyday_categories()]
    return [
        entry_field(Appeal, "title", placeholder="一句话写清一件事", required=True),
        entry_field(Appeal, "text", lines=3),
        entry_field(Appeal, "category", kind="choice", choices=names, open=True),
        entry_field(Appeal, "kind"),
        entry_field(Appeal, "source"),
        entry_field(Appeal, "registered_on", label="登记日期"),
        entry_field(Appeal, "urgency"),
        entry_field(Appeal, "level"),
        entry_field(Appeal, "reporter"),
        entry_field(Appeal, "reporter_phone"),
        entry_field(Appeal, "place"),
        entry_field(Appeal, "handler", placeholder="由谁办"),
        entry_field(Appeal, "due_on", label="办理期限", quick=(("+2天", 2), ("+5天", 5), ("+10天", 10))),
        entry_field(Appeal, "notes", lines=2),
    ]


def edit_appeal_drawer(window: QWidget, session: Session, appeal: Appeal) -> RecordDrawer:
    """The drawer in which an appeal is corrected, also what was done about it and what the office replied."""
    *told, notes = appeal_fields()
    done = ("solution", "outcome", "reply")
    fields = [*told, *(entry_field(Appeal, name, lines=3) for name in done), notes]
    if appeal.closed_on is not None:
        fields.insert(-1, entry_field(Appeal, "closed_on"))
    entry = Entry(f"改诉求　{_place(appeal)}", "pen", appeal, _correct, "已保存")
    return RecordDrawer(window, session, entry, fields=fields, width=_WIDTH)


def reply_drawer(window: QWidget, session: Session, appeal: Appeal) -> RecordDrawer:
    """The drawer in which an office's clerk writes what the street replies."""
    line = entry_field(Appeal, "reply", lines=8, placeholder="怎么答复居民，谁来办、什么时候办好")
    entry = Entry(f"街道回复　{_place(appeal)}", "chat", appeal, _answer, "已写街道回复")
    return RecordDrawer(window, session, entry, fields=[line], width=_WIDTH)


def _place(appeal: Appeal) -> str:
    return appeal.number or appeal.subject[:12]


def _correct(ledger: Ledger, record: Record) -> Changes:
    assert isinstance(record, Appeal)
    return correct_appeal(ledger, draft=record)


def _answer(ledger: Ledger, record: Record) -> Changes:
    assert isinstance(record, Appeal)
    return answer_appeal(ledger, draft=record)


def new_appeal_drawer(window: QWidget, session: Session, *, file: HouseholdFile | None, save: Save) -> RecordDrawer:
    """The drawer for a new appeal of ``file`` (None: of nobody in particular)."""
    head = file.head if file else None
    now = datetime.now()
    draft = Appeal(
        household=file.household.id if file else "",
        registered_on=date.today(),
        registered_at=now.time().replace(second=0, microsecond=0),
        kind="诉求",
        source="来访",
        urgency="一般",
        level="社区",
        reporter=head.name if head else "",
        reporter_phone=head.phones[:1] if head else (),
    )
    where = f"　{file.household.door} {file.name}" if file else ""
    return RecordDrawer(
        window,
        session,
        Entry(f"登诉求{where}", "chat", draft, save, "已登记诉求"),
        fields=appeal_fields(),
        width=_WIDTH,
    )
