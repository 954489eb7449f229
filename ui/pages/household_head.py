"""The head of a household's page: its door, its chips, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QMenu

from ui.pages.base import HEAD_HEIGHT
from ui.pages.household_extra import clear
from ui.pages.household_view import HouseholdView
from ui.widgets.buttons import Button, Kind, LinkButton
from ui.widgets.chips import chip
from ui.widgets.paint import Tone
from ui.widgets.rows import KeyRow
from ui.widgets.text import title

_GROUPS, _TAGS = 4, 3


@dataclass(frozen=True)
class HeadWishes:
    """What the buttons do."""

    leave: Callable[[], object]
    visit: Callable[[], object]
    appeal: Callable[[], object]
    edit: Callable[[], object]
    tags: Callable[[], object]
    paper: Callable[[], object]
    join: Callable[[], object]
    history: Callable[[], object]
    attach: Callable[[], object]


class HouseholdHead(KeyRow):
    """Where there is little room the paper and the tags are left to the menu."""

    def __init__(self, wishes: HeadWishes) -> None:
        super().__init__(HEAD_HEIGHT)
        self._wishes = wishes
        self._narrow = False
        self._view: HouseholdView | None = None
        row = self.row
        back = Button("家庭", wishes.leave, icon="chevl")
        back.setToolTip("回到家庭表（Esc）")
        row.addWidget(back)
        self.name = title()
        row.addWidget(self.name)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        row.addLayout(self._chips)
        self._tags = LinkButton("标签", wishes.tags, icon="plus")
        self._tags.setToolTip("给这一户加标签或去掉标签")
        row.addWidget(self._tags)
        row.addStretch(1)
        self.more = Button("更多", self.open_more, trailing="chev")
        self.more.setToolTip("合并到另一户、改动历史、添附件")
        self._paper = Button("打印走访表", wishes.paper, icon="print")
        self._paper.setToolTip("打印这一户的走访登记表（Ctrl+P）")
        edit = Button("改信息", wishes.edit, icon="pen")
        edit.setToolTip("改这一户的门牌、网格、房屋和情况")
        for part in (self.more, self._paper, edit):
            row.addWidget(part)
        row.addWidget(Button("登诉求", wishes.appeal, icon="plus", hint="Ctrl+J"))
        row.addWidget(Button("记走访", wishes.visit, kind=Kind.PRIMARY, icon="door", hint="Ctrl+N"))

    def set_narrow(self, *, narrow: bool) -> None:
        """Make do with little room, or take it all."""
        self._narrow = narrow
        self._paper.setVisible(not narrow)
        self._tags.setVisible(not narrow)
        if self._view is not None:
            self.show_view(self._view)

    def show_view(self, view: HouseholdView) -> None:
        """Show whose page this is."""
        self._view = view
        file = view.file
        self.name.setText(file.household.door)
        self.yielding = ()
        clear(self._chips)
        here = file.population
        self._chips.addWidget(chip(f"常住 {here} 人" if here else "无人居住"))
        groups = file.care_groups[: 1 if self._narrow else _GROUPS]
        tags = file.household.tags[: 0 if self._narrow else _TAGS]
        self.yielding = [*(chip(group, Tone.INFO) for group in groups), *(chip(tag) for tag in tags)]
        for one in self.yielding:
            self._chips.addWidget(one)

    def open_more(self) -> None:
        """What is done less often."""
        menu = QMenu(self)
        for words, act in (
            ("合并到另一户…", self._wishes.join),
            ("改动历史…", self._wishes.history),
            ("添附件…", self._wishes.attach),
            ("改标签…", self._wishes.tags),
            ("打印走访表…", self._wishes.paper),
        ):
            menu.addAction(words).triggered.connect(_plain(act))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _plain(act: Callable[[], object]) -> Callable[[], object]:
    return lambda *_: act()
