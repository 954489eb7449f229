"""The head of a building's page: which estate and building, how it is shown, paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QMenu

from minqing.work.elevation import Elevation, Site
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.stepper import Entry, Stepper
from ui.widgets.strips import Option, Segment

DRAWN, LISTED = "elevation", "list"
_NEW, _EDIT = "+new", "+edit"


@dataclass(frozen=True)
class HeadWishes:
    """What the head asks of its page."""

    show: Callable[[Site], object]
    new: Callable[[], object]
    edit: Callable[[], object]
    sheets: Callable[[], object]
    drawing: Callable[[], object]
    walk: Callable[[], object]


class BuildingHead(QObject):
    """Puts its parts into the head row of a page."""

    def __init__(self, row: QHBoxLayout, wishes: HeadWishes, parent: QObject) -> None:
        super().__init__(parent)
        self._wishes = wishes
        self.sites: tuple[Site, ...] = ()
        self._site: Site | None = None
        self.estate = Stepper("小区", arrows=False, icon="pin")
        self.building = Stepper("楼栋")
        self.edit = LinkButton("改楼栋", wishes.edit, icon="pen")
        self.new = LinkButton("新建楼栋", wishes.new, icon="plus")
        self.edit.setToolTip("改这一栋的单元、层数和没有的门牌")
        self.new.setToolTip("填好单元和层数，自动排出门牌")
        self.shape = Segment([Option(DRAWN, "立面"), Option(LISTED, "列表")], name="看法")
        self.paper = Button("打印本栋走访表", self._open_papers, icon="print")
        self.paper.setToolTip("走访登记表、立面图、走访清单（Ctrl+P）")
        row.insertWidget(1, self.estate)
        row.insertWidget(2, self.building)
        for part in (self.edit, self.new):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.shape)
        row.addWidget(self.paper)
        self.estate.chosen.connect(self._estate_chosen)
        self.building.chosen.connect(self._building_chosen)

    def show_sites(self, sites: Sequence[Site], building: Elevation | None) -> None:
        """Offer these buildings, with this one shown."""
        self.sites, self._site = tuple(sites), building.site if building else None
        there = self._site is not None
        for part in (self.estate, self.building, self.edit, self.shape, self.paper):
            part.setVisible(there)
        if self._site is None:
            return
        estates = list(dict.fromkeys(site.estate for site in sites))
        self.estate.set_entries([Entry(name, name or "小区未填") for name in estates], self._site.estate)
        mine = [Entry(site.number, site.label) for site in sites if site.estate == self._site.estate]
        extra = (Entry(_EDIT, "改这一栋…"), Entry(_NEW, "新建楼栋…"))
        self.building.set_entries(mine, self._site.number, extra=extra)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave out what the list of buildings offers too."""
        there = self._site is not None
        self.edit.setVisible(not narrow and there)
        self.new.setVisible(not narrow)

    def _estate_chosen(self, name: str) -> None:
        self._wishes.show(next(site for site in self.sites if site.estate == name))

    def _building_chosen(self, key: str) -> None:
        if key == _NEW:
            self._wishes.new()
        elif key == _EDIT:
            self._wishes.edit()
        elif self._site is not None:
            self._wishes.show(Site(self._site.estate, key))

    def _open_papers(self) -> None:
        menu = QMenu(self.paper)
        for words, act in (
            ("走访登记表，一户一张…", self._wishes.sheets),
            ("立面图…", self._wishes.drawing),
            ("走访清单，按走访顺序…", self._wishes.walk),
        ):
            menu.addAction(words).triggered.connect(_plain(act))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.paper.mapToGlobal(self.paper.rect().bottomLeft()))


def _plain(act: Callable[[], object]) -> Callable[[], object]:
    return lambda *_: act()
