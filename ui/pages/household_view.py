"""What the household's page shows, gathered in the background: its file, its neighbours, what changed and when."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from minqing.ledger import Change, Entry, Ledger
from minqing.ledger.attachments import Attachment, AttachmentEvent
from minqing.ledger.past import Removed
from minqing.ledger.reveals import Reveal
from minqing.records.appeal import Appeal
from minqing.records.catalogue import kind_of
from minqing.records.contact import Contact
from minqing.records.dates import screen_date
from minqing.records.household import Household
from minqing.records.resident import Resident
from minqing.records.visit import Visit
from minqing.work.due import Due, due_household
from minqing.work.visit_list import HouseholdFile, household_file
from ui.widgets.paint import Badge, Tone
from ui.widgets.timeline import TimelineItem

_RESULT_SHAPES = {"见面": ("check", Tone.GOOD), "无人": ("dia", Tone.NEUTRAL), "拒访": ("x", Tone.BAD)}
_SHOWN_CHANGES = 4
_FIELD_SEPARATOR = "；"


@dataclass(frozen=True)
class HouseholdView:
    """One household, opened. ``before`` and ``after`` are the ids of its neighbours in door order."""

    file: HouseholdFile
    due: Due | None
    changes: tuple[tuple[Change, tuple[Entry, ...]], ...]
    before: str
    after: str
    today: date
    attachments: tuple[Attachment, ...] = ()
    files: tuple[AttachmentEvent, ...] = ()
    reveals: tuple[Reveal, ...] = ()
    removed: tuple[Removed, ...] = ()
    keeper: str = ""
    source: str = ""

    @property
    def change_count(self) -> int:
        """How many lines the changes take on the rail."""
        return len(_changes(self)) + len(_removals(self)) + len(_files(self)) + len(_looks(self))


def household_view(ledger: Ledger, household_id: str, today: date) -> HouseholdView | None:
    """Gather everything about one household; None when it is no longer in the book."""
    file = household_file(ledger, household_id)
    if file is None:
        return None
    order = [one.id for one in sorted(ledger.records(Household), key=lambda one: one.walking_order)]
    place = order.index(household_id)
    return HouseholdView(
        file=file,
        due=due_household(ledger, file.household, today),
        changes=_corrections(ledger, file),
        before=order[place - 1] if place else "",
        after=order[place + 1] if place + 1 < len(order) else "",
        today=today,
        attachments=tuple(ledger.attachments.of(household_id)),
        files=tuple(ledger.attachments.events(household_id)),
        reveals=tuple(ledger.reveals.of(household_id, *(one.id for one in (*file.residents, *file.appeals)))),
        removed=tuple(ledger.past.taken_out_of(Visit, "household", household_id)),
        keeper=_keeper(ledger, file.household.grid),
        source=next((one.source for one in ledger.history(household_id) if one.source), ""),
    )


def _keeper(ledger: Ledger, grid: str) -> str:
    """The 网格员 who looks after a grid, if one is entered."""
    found = (one.name for one in ledger.records(Contact, role="网格员") if grid and one.area == grid)
    return next(found, "")


def _corrections(ledger: Ledger, file: HouseholdFile) -> tuple[tuple[Change, tuple[Entry, ...]], ...]:
    """Changes that corrected the household or its members (not those that first entered them)."""
    return tuple(ledger.edits(file.household.id, *(one.id for one in file.residents)))


def timeline_items(view: HouseholdView, wanted: str) -> list[TimelineItem]:
    """The rail: ``wanted`` is all, visits, appeals or changes; newest first."""
    dated: list[tuple[str, TimelineItem]] = []
    if wanted in {"all", "visits"}:
        dated += _visits(view)
    if wanted in {"all", "appeals"}:
        dated += _appeals(view)
    if wanted in {"all", "changes"}:
        dated += _changes(view) + _removals(view) + _files(view) + _looks(view)
    return [item for _, item in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def _item(day: date, title: str, **more: object) -> TimelineItem:
    when = f"{day.month}月{day.day}日"
    return TimelineItem(when=when, title=title, group=f"{day.year} 年", **more)  # type: ignore[arg-type]


def _visits(view: HouseholdView) -> list[tuple[str, TimelineItem]]:
    found = []
    for visit in view.file.visits:
        if visit.visited_on is None:
            continue
        shape, tone = _RESULT_SHAPES.get(visit.result, ("dot", Tone.GOOD))
        met = f"见到{'、'.join(visit.met)}。" if visit.met else ""
        told = f" 讲了{'、'.join(visit.told)}。" if visit.told else ""
        item = _item(visit.visited_on, f"走访 · {visit.result}" if visit.result else "走访",
            text=f"{met}{visit.said}{told}", shape=shape, tone=tone, who="、".join(visit.visitors), payload=visit.id,
        )  # fmt: skip
        found.append((f"{visit.visited_on} {visit.visited_at or ''}", item))
    return found


def _appeals(view: HouseholdView) -> list[tuple[str, TimelineItem]]:
    found = []
    for appeal in view.file.appeals:
        chips = (Badge(appeal.category),) if appeal.category else ()
        if appeal.registered_on:
            item = _item(appeal.registered_on, "登诉求", text=appeal.subject, shape="sq", tone=Tone.BAD, chips=chips,
                who=appeal.source, payload=appeal.id,
            )  # fmt: skip
            found.append((f"{appeal.registered_on} {appeal.registered_at or ''}~", item))
        if appeal.closed_on:
            text = "，".join(filter(None, (appeal.outcome or appeal.solution or appeal.subject, appeal.satisfaction)))
            item = _item(appeal.closed_on, "诉求办结", text=text, shape="check", tone=Tone.GOOD, chips=chips,
                who=appeal.handler, payload=appeal.id,
            )  # fmt: skip
            found.append((f"{appeal.closed_on}~~", item))
    return found


def _changes(view: HouseholdView) -> list[tuple[str, TimelineItem]]:
    names = {one.id: one.name for one in view.file.residents}
    found = []
    for change, entries in view.changes:
        text = _FIELD_SEPARATOR.join(_said(entry, names) for entry in entries[:_SHOWN_CHANGES])
        item = _item(change.at.date(), "信息变更", text=text, shape="ud", tone=Tone.INFO, who=change.who)
        found.append((f"{change.at:%Y-%m-%d %H:%M}", item))
    return found


def _removals(view: HouseholdView) -> list[tuple[str, TimelineItem]]:
    found = []
    for one in view.removed:
        visit, change = one.record, one.change
        if isinstance(visit, Visit):
            day = f"{visit.visited_on.month}月{visit.visited_on.day}日 " if visit.visited_on else ""
            text = f"{day}{visit.result}：{visit.said}".rstrip("：")
            item = _item(change.at.date(), "删除走访", text=text, shape="x", tone=Tone.INFO, who=change.who)
            found.append((f"{change.at:%Y-%m-%d %H:%M}", item))
    return found


def _files(view: HouseholdView) -> list[tuple[str, TimelineItem]]:
    found = []
    for one in view.files:
        title, shape = ("删除附件", "x") if one.gone else ("添附件", "plus")
        item = _item(one.at.date(), title, text=one.name, shape=shape, tone=Tone.INFO, who=one.who)
        found.append((f"{one.at:%Y-%m-%d %H:%M}", item))
    return found


def _looks(view: HouseholdView) -> list[tuple[str, TimelineItem]]:
    """The looks of one person on one day are one line, so that they do not bury what happened."""
    names = {one.id: one.name for one in view.file.residents}
    together: dict[tuple[date, str], list[Reveal]] = defaultdict(list)
    for look in reversed(view.reveals):
        together[look.at.date(), look.who].append(look)
    found = []
    for (day, who), looks in together.items():
        words = dict.fromkeys(f"{names.get(one.record_id, '')} {_field_label(one)}".strip() for one in looks)
        text = f"{'、'.join(words)}（{looks[-1].at:%H:%M}）"
        item = _item(day, "查看号码", text=text, shape="ring", tone=Tone.NEUTRAL, who=who)
        found.append((f"{looks[-1].at:%Y-%m-%d %H:%M}", item))
    return found


def _field_label(look: Reveal) -> str:
    models = [kind_of(look.record_id), Resident, Appeal]
    fields = (model.fields().get(look.field) for model in models if model is not None)
    return next((field.label for field in fields if field is not None), look.field)


def _said(entry: Entry, names: dict[str, str]) -> str:
    """``周婷：重点人群 空 → 孕产妇``; numbers stay masked."""
    model = kind_of(entry.record_id)
    field = model.fields().get(entry.field) if model else None
    label = field.label if field else "其他栏"
    who = f"{names[entry.record_id]}：" if entry.record_id in names else ""
    if field is not None and field.privacy == "masked":
        return f"{who}{label} {'没有采用另一个号码' if entry.action == 'decline' else '已更正'}"
    if entry.action == "decline":
        return f"{who}{label} 没有采用“{entry.before}”，仍是 {entry.after or '空'}"
    return f"{who}{label} {entry.before or '空'} → {entry.after or '空'}"


def age_on(birth: str, today: date) -> int | None:
    """Full years of age, None when the birth date is not known to the year."""
    if not birth[:4].isdigit():
        return None
    years = today.year - int(birth[:4])
    return years - (birth[4:] > f"-{today:%m-%d}") if len(birth) == len("2000-01-01") else years


def age_words(birth: str, today: date) -> str:
    """The age in figures, blank when it is not known."""
    age = age_on(birth, today)
    return "" if age is None else str(age)


def days_ago(day: date | None, today: date) -> str:
    """``99 天前``, or 今天 and 昨天."""
    if day is None:
        return ""
    gone = (today - day).days
    return {0: "今天", 1: "昨天"}.get(gone, f"{gone} 天前")


def when(day: date | None, today: date) -> str:
    """A day on screen; a dash when there is none."""
    return screen_date(day, today) if day else "—"
