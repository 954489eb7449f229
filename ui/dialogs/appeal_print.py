"""打印诉求清单: the appeals that are seen in the list, or the chosen ones, to see to with pen and paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from minqing.records.dates import screen_date
from ui.dialogs.list_preview import ListPreview
from ui.pages.appeal_view import AppealLine, deadline_badge, deadline_words
from ui.session import Session

if TYPE_CHECKING:
    from exports.appeal_list import AppealRow
    from exports.typesetting import Format

SEEN, CHOSEN = "seen", "chosen"


class AppealPrint(ListPreview):
    """The list of appeals; it begins with those that are ``chosen``, if any, and offers all that are ``seen``.

    ``limits`` says in words what is seen.
    """

    heading = laid_out = "诉求清单"
    note = "A4 横放，右边留空写办理情况；证件和电话不印"
    nobody = "没有要打印的诉求"

    def __init__(
        self,
        window: QWidget,
        session: Session,
        seen: Sequence[AppealLine],
        *,
        chosen: Sequence[AppealLine] = (),
        limits: str = "",
    ) -> None:
        self.lists = {CHOSEN: (chosen, "选中的诉求"), SEEN: (seen, limits)}
        both = ((CHOSEN, f"选中的 {len(chosen)} 件"), (SEEN, f"列出的 {len(seen)} 件"))
        self.scopes = both if chosen else both[1:]
        super().__init__(window, session, scope=CHOSEN if chosen else SEEN)
        self.scope.setVisible(bool(chosen))

    @property
    def file_name(self) -> str:
        return f"诉求清单_{self._today}.pdf"

    def maker(self, to: Format) -> Callable[[], list[bytes]]:
        (lines, limits), profile, on = self.lists[self.scope.value], self._session.ledger.profile, self._today

        def make() -> list[bytes]:
            from exports.appeal_list import appeal_list_pages

            rows = [row_of(line) for line in lines]
            return appeal_list_pages(rows, limits=limits, profile=profile, on=on, to=to)

        return make


def row_of(line: AppealLine) -> AppealRow:
    """What is printed of one appeal: all that was said where it has no title, its deadline as a day and in words."""
    from exports.appeal_list import AppealRow

    appeal, badge = line.appeal, deadline_badge(line)
    waiting = appeal.due_on is not None and not appeal.settled
    return AppealRow(
        number=appeal.number,
        door=line.door,
        name=line.name,
        subject=appeal.title or appeal.text,
        category=appeal.category or appeal.category1,
        state=line.state,
        due=screen_date(appeal.due_on, line.today) if appeal.due_on and waiting else "",
        left=badge.text if badge else deadline_words(line),
        late=line.late,
        handler=appeal.handler or "未分派",
    )


def nothing_to_print(*, book_has_some: bool) -> str:
    """What is to be done where no appeal is seen."""
    if book_has_some:
        return "这里没有列出诉求，没有可打印的。先换一个状态或清除筛选，再打印"
    return "账本里还没有诉求，没有可打印的。先按 Ctrl+J 登诉求，再打印"
