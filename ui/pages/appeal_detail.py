"""The appeal beside the list: what was said, the dated steps, the office's reply, and what can be done now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from minqing.actions.visits import visit_gone
from minqing.ledger import Ledger
from minqing.records.appeal import Appeal, Step
from minqing.work.handling import ALLOWED
from ui import theme
from ui.icons import IconLabel
from ui.pages.appeal_several import SeveralWishes, several_bar, several_body, several_foot
from ui.pages.appeal_view import AppealLine, deadline_badge
from ui.pages.detail_panel import DetailPanel
from ui.session import Session
from ui.widgets.buttons import Button, Kind, LinkButton
from ui.widgets.chips import Chip, chip
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.hidden_number import HiddenNumber, secret_of
from ui.widgets.paint import Badge, Tone, state_badge
from ui.widgets.panel import Bar, TitleBar
from ui.widgets.rows import BrokenRow
from ui.widgets.steps import StepList, StepMark
from ui.widgets.text import ElidedLabel, label

_ACTIONS = (("记进展", "", "pen"), ("办结", "办结", "check"), ("上报街道", "上报", "up"), ("延期", "延期", "clock"))
REPLY_KEY = "Ctrl+R"
_PEOPLE, _HEADING = 24, 26
_WAY = ("登记", "受理", "办理", "办结", "回访")


class AppealDetail(DetailPanel):
    """Shows one line of the list.

    Signals: ``asked(action)`` when a step's button is pressed (blank: whichever step), ``edit_wanted``,
    ``reply_wanted`` and ``history_wanted``.
    """

    asked = Signal(str)
    edit_wanted = Signal()
    reply_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(420)
        self._session = session
        self._line: AppealLine | None = None
        self.setAccessibleName("诉求详情")
        self.show_line(None)

    def show_line(self, line: AppealLine | None) -> None:
        """Show ``line``, or that none is chosen."""
        self._line = line
        if line is None:
            self.set_content(EmptyState("诉求详情", "在左边选中一件，这里就显示。"), None, TitleBar(45))
            return
        appeal = line.appeal
        self._session.load(
            lambda ledger: _known(ledger, appeal), lambda found: self._take(appeal.id, found), owner=self
        )

    def show_several(self, lines: Sequence[AppealLine], wishes: SeveralWishes) -> None:
        """Show that several are chosen, and what can be done with all of them."""
        self._line = None
        self.set_content(several_body(lines), several_foot(lines, wishes), several_bar(lines))

    def _take(self, appeal_id: str, found: tuple[Sequence[Step], str]) -> None:
        if self._line is not None and self._line.appeal.id == appeal_id:
            self.set_content(self._body(self._line, *found), self._foot(self._line), self._top(self._line))

    def _top(self, line: AppealLine) -> TitleBar:
        bar = TitleBar(45)
        number = f"第 {line.appeal.number} 号" if line.appeal.number else "未编号"
        bar.row.addWidget(ElidedLabel(number, size=13, colour=theme.INK2), 1)
        badge = deadline_badge(line)
        for one in (state_badge(line.state), badge):
            if one is not None:
                bar.row.addWidget(Chip(one))
        bar.row.addWidget(LinkButton("改诉求", self.edit_wanted.emit, key="Ctrl+E"))
        bar.row.addWidget(LinkButton("改动历史", self.history_wanted.emit, key="Ctrl+H"))
        return bar

    def _body(self, line: AppealLine, steps: Sequence[Step], brought: str) -> QWidget:
        appeal = line.appeal
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(label(appeal.subject, size=17, weight=theme.BOLD, wrap=True))
        column.addWidget(_chips(line))
        if appeal.text and appeal.text != appeal.subject:
            column.addWidget(label(appeal.text, wrap=True))
        column.addWidget(self._people(line))
        column.addWidget(_section("办理流程", _limit(line), bad=line.late))
        column.addWidget(StepList(_marks(line, steps)))
        for heading, text in (("解决办法", appeal.solution), ("办理结果", appeal.outcome)):
            if text:
                column.addWidget(_section(heading, ""))
                column.addWidget(label(text, wrap=True))
        self._add_reply(column, appeal.reply)
        if brought:
            column.addWidget(label(brought, size=13, colour=theme.INK2, wrap=True))
        column.addStretch(1)
        return body

    def _add_reply(self, column: QVBoxLayout, reply: str) -> None:
        """What the office replied; in an office's own book also the way to write it."""
        office = self._session.ledger.profile.is_office
        if not (reply or office):
            return
        section = _section("街道回复", "")
        if office:
            write = LinkButton("改回复" if reply else "写回复", self.reply_wanted.emit, key=REPLY_KEY)
            section.second.addWidget(write)
        column.addWidget(section)
        column.addWidget(label(reply or "还没有回复。写好后在“交换”里回复各家。", wrap=True,
                               colour=theme.INK if reply else theme.INK2))  # fmt: skip

    def _people(self, line: AppealLine) -> QWidget:
        row = BrokenRow(_PEOPLE, gap=6, least=0)
        across = row.first
        across.addWidget(IconLabel("pin", colour=theme.INK2, size=15))
        if line.appeal.household:
            go = partial(self._session.wanted.emit, "household", line.appeal.household)
            across.addWidget(LinkButton(line.door, go))
            across.addWidget(ElidedLabel(line.appeal.place, size=13, colour=theme.INK2), 1)
        else:
            across.addWidget(ElidedLabel(line.door or "没有登记地点", size=13, colour=theme.INK2), 1)
        across = row.second
        across.addWidget(IconLabel("user", colour=theme.INK2, size=15))
        across.addWidget(label(line.appeal.reporter or line.name or "—", size=13))
        if line.appeal.reporter_phone:
            secret = secret_of(line.appeal, "reporter_phone")
            across.addWidget(HiddenNumber(self._session.revealing, secret, size=13, weight=theme.REGULAR))
        return row

    def _foot(self, line: AppealLine) -> QWidget:
        foot = Bar(52, above=theme.LINE2, padding=16)
        allowed = ALLOWED.get(line.state, ())
        for text, action, icon in _ACTIONS:
            if action and action not in allowed:
                continue
            kind = Kind.NORMAL if action else Kind.PRIMARY
            foot.row.addWidget(Button(text, partial(self.asked.emit, action), kind=kind, icon=icon))
        foot.row.addStretch(1)
        return foot


def _known(ledger: Ledger, appeal: Appeal) -> tuple[Sequence[Step], str]:
    """The steps of an appeal, and what history says of it in lines.

    These are what the last sheet that came changed of it, ``街道办 11月20日改了办理状态``, and whether the visit during
    which it was caught was taken out of the book.
    """
    from minqing.exchange.partners.reported import last_brought

    found, lines = last_brought(ledger, appeal), []
    if found is not None:
        who = found.partner or "来表"
        lines.append(f"{who} {found.at.month}月{found.at.day}日改了{'、'.join(found.fields)}")
    if (visit := visit_gone(ledger, appeal)) is not None:
        day = visit.visited_on
        when = f"（{day.month}月{day.day}日）" if day else ""
        lines.append(f"登记它的那次走访{when}已删除；这件诉求照常办理")
    return _steps(ledger, appeal.id), "\n".join(lines)


def _steps(ledger: Ledger, appeal_id: str) -> list[Step]:
    found = ledger.records(Step, appeal=appeal_id)
    return sorted(found, key=lambda one: (str(one.happened_on), one.id))


def _chips(line: AppealLine) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    appeal = line.appeal
    for word in dict.fromkeys(filter(None, (appeal.category, appeal.category1))):
        flow.addWidget(chip(word, Tone.INFO))
    if appeal.source:
        flow.addWidget(chip(f"来源 · {appeal.source}"))
    if appeal.urgency not in ("", "一般"):
        flow.addWidget(Chip(Badge(appeal.urgency, Tone.WARN, "tri")))
    if appeal.level:
        flow.addWidget(chip(f"{appeal.level}办理"))
    if appeal.satisfaction:
        flow.addWidget(chip(appeal.satisfaction, Tone.GOOD))
    return holder


def _section(heading: str, note: str, *, bad: bool = False) -> BrokenRow:
    row = BrokenRow(_HEADING, gap=0, least=0)
    row.first.addWidget(label(heading, weight=theme.BOLD))
    row.first.addStretch(1)
    if note:
        row.second.addWidget(label(note, size=13, colour=theme.RED if bad else theme.INK2))
    return row


def _limit(line: AppealLine) -> str:
    due = line.appeal.due_on
    if due is None:
        return "未定期限"
    words = f"期限 {due.month}月{due.day}日 周{'一二三四五六日'[due.weekday()]}"
    return f"{words}，已超 {max(1, -line.left)} 个工作日" if line.late and line.left is not None else words


def _moment(step: Step) -> str:
    day = step.happened_on
    return f"{day.month}月{day.day}日 {step.show('happened_at')}".strip() if day else ""


def _marks(line: AppealLine, steps: Sequence[Step]) -> list[StepMark]:
    """The steps taken, then those of the usual way that are still to come."""
    done = [
        StepMark(
            title=step.action,
            text="；".join(filter(None, (step.who, step.text))),
            when=_moment(step),
            done=True,
        )
        for step in steps
    ]
    taken = {step.action for step in steps}
    reached = max((number for number, word in enumerate(_WAY) if word in taken), default=-1)
    coming = [] if line.state == "已办结" else [word for word in _WAY[reached + 1 :] if word not in taken]
    return [*done, *(StepMark(title=word, done=False) for word in coming)]
