"""The head of 记走访: whose door, who lives there, and how it was last time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from minqing.records.dates import screen_date
from minqing.work.visit_list import HouseholdFile
from ui import theme
from ui.icons import IconLabel
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import Chip
from ui.widgets.drawer import Drawer
from ui.widgets.elevation_model import letter_of
from ui.widgets.paint import FOREGROUND, STATES, Badge, Look, Tone
from ui.widgets.text import ElidedLabel, label

_TAGS = 4


def dress_head(drawer: Drawer, file: HouseholdFile, today: date, show_file: Callable[[], object]) -> None:
    """Write door, name and care groups into the title, and the last visit with what is still open below it."""
    drawer.head.addWidget(label(file.household.door, size=15, weight=theme.MEDIUM))
    drawer.head.addWidget(label(file.name, size=15))
    tags = [_tag(group) for group in file.care_groups[:_TAGS]]
    for tag in tags:
        drawer.head.addWidget(tag)
    last = file.last_visit
    shape, tone = STATES.get(last.result, ("dot", Tone.GOOD)) if last else ("dash", Tone.NEUTRAL)
    shape = "dot" if shape == "check" else shape
    drawer.context.addWidget(IconLabel(f"state-{shape}", colour=FOREGROUND[tone], size=11))
    when = screen_date(last.visited_on, today) if last and last.visited_on else ""
    said = f"上次 {when} {last.result}" if last else "还没有走访过这一户"
    drawer.context.addWidget(label(said, size=13, colour=theme.INK2))
    waiting = file.open_appeals
    asked = f"{'、'.join(one.subject for one in waiting)} {len(waiting)} 件未结" if waiting else ""
    words = "；".join(filter(None, ((last.said if last else "").rstrip("。"), asked)))
    drawer.context.addWidget(ElidedLabel(words, size=13, colour=theme.INK2), 1)
    if file.household.id:
        link = LinkButton("看档案", show_file)
        link.setToolTip("打开这一户的档案；写到一半的留作草稿")
        drawer.context.addWidget(link)


def _tag(group: str) -> Chip:
    tag = Chip(Badge(letter_of(group), Tone.INFO, "", Look.GLYPH))
    tag.setToolTip(group)
    tag.setAccessibleName(group)
    return tag
