"""登诉求 and 改诉求: the drawer in which an appeal is entered, with or without a household."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from minqing.records.appeal import Appeal
from minqing.records.categories import everyday_categories
from minqing.work.visit_list import HouseholdFile
from ui.dialogs.entry_fields import entry_field
from ui.dialogs.record_drawer import Entry, RecordDrawer, Save
from ui.session import Session
from ui.widgets.form import FormField


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
        width=520,
    )
