"""打印一栋: its elevation and the list to walk by, as they stand on the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from minqing.ledger import Profile
from minqing.work.elevation import Door, Elevation, State
from minqing.work.walking import Order
from ui.dialogs.list_preview import ListPreview
from ui.session import Session

if TYPE_CHECKING:
    from exports.typesetting import Format

ELEVATION, WALK = "elevation", "walk"


@dataclass(frozen=True)
class Round:
    """What is on the page: the building, the doors to walk to in their order, and what they were filtered by."""

    building: Elevation
    doors: Sequence[Door]
    order: Order
    filtered: str = ""


class BuildingPrint(ListPreview):
    """The papers of one building; ``scope`` says with which to begin."""

    heading = laid_out = "楼栋图表"
    note = "立面图一栋一张；清单按走访顺序，空置的不列；电话已遮掩"
    nobody = "没有要打印的门牌"
    scopes = ((ELEVATION, "立面图"), (WALK, "走访清单"))

    def __init__(self, window: QWidget, session: Session, tour: Round, *, scope: str = ELEVATION) -> None:
        super().__init__(window, session, scope=scope)
        self._tour = tour
        self.scope.setText("纸面")
        self.setWindowTitle(f"打印{tour.building.site.label}")

    @property
    def file_name(self) -> str:
        kind = "立面图" if self.scope.value == ELEVATION else "走访清单"
        return f"{self._tour.building.site.label}{kind}_{self._today}.pdf"

    def maker(self, to: Format) -> Callable[[], list[bytes]]:
        scope, tour, profile, today = self.scope.value, self._tour, self._session.ledger.profile, self._today

        def make() -> list[bytes]:
            from exports.elevation_sheet import elevation_pages

            if scope == ELEVATION:
                return elevation_pages(tour.building, profile=profile, on=today, to=to) if tour.building.doors else []
            return _listed(tour, profile, to, today)

        return make


def _listed(tour: Round, profile: Profile, to: Format, today: date) -> list[bytes]:
    from exports.elevation_sheet import walk_list, walk_list_pages

    doors = [door for door in tour.doors if door.state is not State.EMPTY]
    title = f"{tour.building.site.label}走访清单"
    listed = walk_list(title, doors, order=tour.order, filtered=tour.filtered, on=today)
    return walk_list_pages(listed, profile=profile, on=today, to=to) if doors else []
