"""The visit beside the list: who was met, what was said and told, what came out of it, and what can be done now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from minqing.records.dates import screen_date
from minqing.work.next_visit import weekday_word
from minqing.work.visit_log import VisitLine
from ui import theme
from ui.icons import IconLabel
from ui.pages.detail_panel import DetailPanel
from ui.pages.visit_view import moment_words, result_badge
from ui.session import Session
from ui.translation import roomy
from ui.widgets.buttons import Button, Kind, LinkButton
from ui.widgets.chips import Chip, chip
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.paint import state_badge
from ui.widgets.panel import Bar, TitleBar
from ui.widgets.text import ElidedLabel, label

_KEY_WIDTH = 72


class VisitDetail(DetailPanel):
    """Shows one line of the list; ``edited``, ``again``, ``removed`` when 改记录, 再记一次 or 删除 is pressed."""

    edited = Signal()
    again = Signal()
    removed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(380)
        self._session = session
        self.setAccessibleName("走访详情")
        self.show_line(None, date.today())

    def show_line(self, line: VisitLine | None, today: date) -> None:
        """Show ``line``, or that none is chosen."""
        if line is None:
            self.set_content(EmptyState("走访详情", "在左边选中一条，这里就显示。"), None, TitleBar(45))
        else:
            self.set_content(self._body(line, today), self._foot(line), self._top(line, today))

    def _top(self, line: VisitLine, today: date) -> TitleBar:
        bar = TitleBar(45)
        bar.row.addWidget(label(line.door or "门牌未填", size=15, weight=theme.BOLD))
        bar.row.addWidget(ElidedLabel(line.name, size=15), 1)
        if line.visit.result:
            bar.row.addWidget(Chip(result_badge(line.visit.result)))
        remove = LinkButton("删除", self.removed.emit)
        remove.setAccessibleName("删除这次走访")
        remove.setToolTip("删除这次走访，登记的诉求留着；可以撤销，以后也能从改动历史恢复（Delete）")
        bar.row.addWidget(remove)
        return bar

    def _body(self, line: VisitLine, today: date) -> QWidget:
        visit = line.visit
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        day = visit.visited_on
        when = f"{moment_words(line, today)}{f'　{weekday_word(day)}' if day else ''}"
        column.addWidget(_fact("时间", f"{when}　{visit.way}".rstrip("　")))
        column.addWidget(_fact("走访人", "、".join(visit.visitors)))
        column.addWidget(_fact("见到谁", "、".join(visit.met)))
        if visit.purpose:
            column.addWidget(_fact("目的", visit.purpose))
        for heading, text in (("民情记录", visit.said), ("存在问题", visit.problems), ("处理措施", visit.measures)):
            if text or heading == "民情记录":
                column.addWidget(_heading(heading))
                column.addWidget(label(text or "没有记下内容", colour=theme.INK if text else theme.INK2, wrap=True))
        if line.appeals:
            column.addWidget(_heading(f"登记的诉求　{len(line.appeals)} 件"))
            for appeal in line.appeals:
                column.addWidget(self._appeal_row(appeal.subject, appeal.state or "待受理", appeal.id))
        if visit.told:
            column.addWidget(_heading("政策宣传"))
            column.addWidget(_chips(visit.told))
        if visit.next_on:
            words = f"{screen_date(visit.next_on, today)}　{weekday_word(visit.next_on)}"
            column.addWidget(_heading("下次走访"))
            column.addWidget(label(f"{words}　{visit.next_reason}".rstrip("　"), wrap=True))
        if visit.notes:
            column.addWidget(_heading("备注"))
            column.addWidget(label(visit.notes, wrap=True))
        column.addStretch(1)
        return body

    def _appeal_row(self, subject: str, state: str, appeal_id: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(IconLabel("state-sq", colour=theme.RED, size=10))
        across.addWidget(ElidedLabel(subject), 1)
        across.addWidget(Chip(state_badge(state)))
        link = LinkButton("打开", partial(self._session.wanted.emit, "appeals", appeal_id))
        link.setAccessibleName(f"打开诉求“{subject}”")
        link.setToolTip("到“诉求”页看办理过程")
        across.addWidget(link)
        return row

    def _foot(self, line: VisitLine) -> QWidget:
        foot = Bar(52, above=theme.LINE2, padding=14)
        edit = Button("改记录", self.edited.emit, kind=Kind.PRIMARY, icon="pen", hint="Enter")
        foot.row.addWidget(edit)
        if line.household is not None:
            again = Button("再记一次", self.again.emit, icon="door")
            again.setToolTip("给这一户再记一次走访")
            foot.row.addWidget(again)
            home = partial(self._session.wanted.emit, "household", line.visit.household)
            opener = Button("打开档案", home, icon="file")
            opener.setToolTip("看这一户的档案")
            foot.row.addWidget(opener)
        foot.row.addStretch(1)
        return foot


def _fact(key: str, value: str) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    name = label(key, size=13, colour=theme.INK2)
    name.setFixedWidth(roomy(_KEY_WIDTH))
    across.addWidget(name)
    across.addWidget(label(value or "—", wrap=True), 1)
    return row


def _heading(text: str) -> QWidget:
    made = label(text, size=13, weight=theme.BOLD)
    made.setContentsMargins(0, 6, 0, 0)
    return made


def _chips(words: Sequence[str]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    for word in words:
        flow.addWidget(chip(word))
    return holder
