"""打印今日路线: the doors to go to today, in walking order, on one list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from minqing.ledger import Profile
from minqing.work.tasks import Sort, Task
from ui.dialogs.list_preview import ListPreview
from ui.session import Session

if TYPE_CHECKING:
    from exports.elevation_sheet import WalkLine, WalkList
    from exports.typesetting import Format

_SHAPES = {Sort.BACK: "half", Sort.LATE: "tri", Sort.KNOCK: "tri", Sort.RETRY: "ring", Sort.NEW: "plus"}


class RoutePrint(ListPreview):
    """The route of the day; ``scope`` is a building, or blank for all."""

    heading = laid_out = "今日路线"
    note = "按门牌顺序，一户一行；带着走，回来记"
    nobody = "今天没有要上门的户"

    def __init__(self, window: QWidget, session: Session, tasks: Sequence[Task], on: date) -> None:
        self._tasks = [task for task in tasks if task.household]
        names = dict.fromkeys(task.building for task in sorted(self._tasks, key=lambda one: one.order))
        self.scopes = (("", "全部"), *((name, f"{name}栋") for name in names if name))
        super().__init__(window, session, scope="")
        self._on = on

    @property
    def file_name(self) -> str:
        return f"今日路线_{self._on}.pdf"

    def maker(self, to: Format) -> Callable[[], list[bytes]]:
        building, profile, on = self.scope.value, self._session.ledger.profile, self._on
        tasks = [task for task in self._tasks if building in ("", task.building)]
        return lambda: _pages(tasks, profile, on, to)


def _pages(tasks: Sequence[Task], profile: Profile, on: date, to: Format) -> list[bytes]:
    from exports.elevation_sheet import walk_list_pages

    return walk_list_pages(route(tasks), profile=profile, on=on, to=to) if tasks else []


def route(tasks: Sequence[Task]) -> WalkList:
    """A line for each household in walking order, with everything there is to do there."""
    from exports.elevation_sheet import WalkLine, WalkList

    doors: dict[str, list[Task]] = {}
    for task in sorted(tasks, key=lambda one: one.order):
        doors.setdefault(task.household, []).append(task)
    lines: list[WalkLine] = []
    for some in doors.values():
        first = some[0]
        hints = "；".join(f"{task.sort}：{task.text}{f'（{task.hint}）' if task.hint else ''}" for task in some)
        late = max(task.late for task in some)
        state = f"超 {late} 天" if late else str(first.sort)
        lines.append(
            WalkLine(door=first.door, name=first.name, phone="", people="", state=state,
                     shape=_SHAPES[first.sort], last="", hints=hints)
        )  # fmt: skip
    return WalkList("今日路线", f"{len(lines)} 户，按门牌顺序", tuple(lines))
