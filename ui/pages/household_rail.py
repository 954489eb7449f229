"""往来记录: what passed between us and a household, what was changed, and who looked at a hidden number."""

from __future__ import annotations

from collections.abc import Callable

from ui import theme
from ui.pages.household_view import HouseholdView, timeline_items
from ui.widgets.buttons import LinkButton
from ui.widgets.empty import EmptyState
from ui.widgets.panel import Bar, Panel
from ui.widgets.strips import Option, Segment
from ui.widgets.text import label
from ui.widgets.timeline import Timeline

_FIRST = 8


class RailPanel(Panel):
    """The rail with its segments; the older half is behind 展开."""

    def __init__(self, show_history: Callable[[], object]) -> None:
        super().__init__("往来记录", height=38)
        self._view: HouseholdView | None = None
        self._whole = False
        self.segment = Segment(_segments(0, 0, 0), name="往来记录", small=True)
        self.segment.changed.connect(lambda _: self.renew())
        self.add_tool(self.segment)
        history = LinkButton("改动历史", show_history, key="Ctrl+H")
        history.setToolTip("谁把什么改成了什么，可以改回原来的值（Ctrl+H）")
        self.add_tool(history)
        self.timeline = Timeline(name="往来记录")
        self.timeline.setMinimumHeight(160)
        self.body.addWidget(self.timeline, 1)
        self._none = EmptyState("还没有往来", "走访、诉求和变更按时间排在这里。")
        self._none.hide()
        self.body.addWidget(self._none, 1)
        self._foot = Bar(27, above=theme.LINE)
        self._older = label(size=12, colour=theme.INK2)
        self.unfold = LinkButton("展开", self.toggle, size=12)
        self._foot.row.addWidget(self._older)
        self._foot.row.addStretch(1)
        self._foot.row.addWidget(self.unfold)
        self.set_footer(self._foot)
        self._foot.hide()

    def start(self) -> None:
        """Begin another household: everything, the newest first."""
        self._view, self._whole = None, False
        self.segment.select("all")

    def show_view(self, view: HouseholdView) -> None:
        """Show what is known of a household."""
        self._view = view
        self.segment.set_options(_segments(len(view.file.visits), len(view.file.appeals), view.change_count))
        self.renew()

    def toggle(self) -> None:
        """Show the older ones too, or no longer."""
        self._whole = not self._whole
        self.renew()

    def renew(self) -> None:
        """Show what the segment asks for."""
        if self._view is None:
            return
        items = timeline_items(self._view, self.segment.key)
        older = len(items) - _FIRST
        self.timeline.set_items(items if self._whole else items[:_FIRST])
        self.timeline.setVisible(bool(items))
        self._none.setVisible(not items)
        self._foot.setVisible(older > 0)
        if older > 0:
            self._older.setText(f"共 {len(items)} 条" if self._whole else f"更早还有 {older} 条")
        self.unfold.setText("收起" if self._whole else "展开")
        self.unfold.setAccessibleName("收起往来记录" if self._whole else "展开往来记录")
        self.unfold.updateGeometry()


def _segments(visits: int, appeals: int, changes: int) -> list[Option]:
    total = visits + appeals + changes
    return [
        Option("all", "全部", total),
        Option("visits", "走访", visits),
        Option("appeals", "诉求", appeals),
        Option("changes", "变更", changes),
    ]
