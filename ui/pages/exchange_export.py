"""The export panel: which form, which days, for whom, and how many rows that would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from minqing.errors import BadOrder
from minqing.forms.form import Form
from minqing.ledger import Ledger
from minqing.records.dates import Period
from minqing.records.values import Kind as FieldKind
from ui import theme
from ui.translation import shown
from ui.widgets.buttons import Button, Kind, Size
from ui.widgets.date_inputs import DateInput
from ui.widgets.paint import paint_box
from ui.widgets.panel import Bar, Panel
from ui.widgets.strips import Option, Segment
from ui.widgets.text import label, recolour

PARTNER = "街道办"
_WEEK, _BEFORE, _MONTH, _ALL, _OWN = "week", "before", "month", "all", "own"
_PERIODS = ((_WEEK, "本周"), (_BEFORE, "上周"), (_MONTH, "本月"), (_ALL, "全部"), (_OWN, "自定起止"))
_PRIVATE = {FieldKind.PHONES: "电话", FieldKind.ID_NUMBER: "身份证号"}
_PAUSE = 150


@dataclass(frozen=True)
class Sending:
    """What is to be sent to ``partner``: rows of ``form`` of ``period`` (None: all).

    ``locked`` wants a password, ``masked`` shows numbers in part only, whatever the form says.
    """

    form: Form
    period: Period | None
    partner: str
    locked: bool = False
    masked: bool = False


def count_words(ledger: Ledger, sending: Sending) -> str:
    """How many rows that would be: ``14 行：走访 14 户，诉求 10 件``."""
    from exports.summary import summarise
    from minqing.exchange.sending.outgoing import rows_to_send

    sums = summarise(rows_to_send(ledger, sending.form, sending.period))
    parts = [f"走访 {sums.visited_households:,} 户"] if sums.visits else []
    parts += [f"居民 {sums.residents:,} 人"] if sums.residents else []
    parts += [f"诉求 {len(sums.appeals):,} 件"] if sums.appeals else []
    return f"{sums.rows:,} 行{'：' if parts else ''}{'，'.join(parts)}"


def period_named(key: str, today: date, first_weekday: int) -> Period | None:
    """The days that a choice of the segment stands for; None for all."""
    week = Period.of_week(today, first_weekday)
    if key == _WEEK:
        return week
    if key == _BEFORE:
        return Period.of_week(week.start - timedelta(days=1), first_weekday)
    return Period.of_month(today) if key == _MONTH else None


def privacy_words(form: Form, *, masked: bool = False) -> tuple[str, bool]:
    """What is said of phone and ID numbers in a sheet of ``form``, and whether they go out in full; all ``masked``."""
    open_ones: dict[str, None] = {}
    hidden: dict[str, None] = {}
    for column in form.columns:
        if column.bound is not None and column.bound.kind in _PRIVATE:
            (hidden if masked or column.masked else open_ones)[_PRIVATE[column.bound.kind]] = None
    if open_ones:
        return f"含完整的{'、'.join(open_ones)}，请只交给该收的人", True
    words = {"电话": "电话中间四位遮掩", "身份证号": "身份证号中间遮掩"}
    return "，".join(words[name] for name in hidden) or "不含电话和身份证号", False


class _Tally(QWidget):
    """The tinted box that says what would be sent."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(2)
        self.count = label(weight=theme.MEDIUM, wrap=True)
        self.days = label(size=13, colour=theme.INK2)
        self.privacy = label(size=13, colour=theme.INK2, wrap=True)
        for part in (self.count, self.days, self.privacy):
            column.addWidget(part)

    def settle(self) -> None:
        """Be as high as the wrapped lines need: whoever lays this out does not ask how high that is."""
        for part in (self.count, self.privacy):
            part.setMinimumHeight(max(0, part.heightForWidth(part.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_box(painter, QRectF(self.rect()), fill=theme.PAPER2, border=theme.LINE)
        painter.end()


class ExportPanel(Panel):
    """Chooses what to send. ``changed`` asks for a new count, ``wanted(Sending)`` fires for 导出."""

    changed = Signal()
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__("导出")
        self._today = date.today
        self._first_weekday = 0
        self._forms: tuple[Form, ...] = ()
        self._last: dict[str, str] = {}
        self._named = False
        holder = QWidget()
        self._rows = QVBoxLayout(holder)
        self._rows.setContentsMargins(14, 12, 14, 14)
        self._rows.setSpacing(4)
        self.form = self._combo("表样")
        self._place("表样", self.form)
        self.period = Segment([Option(key, text) for key, text in _PERIODS], name="时段")
        self.period.changed.connect(self._period_changed)
        self._place("时段", self.period)
        self._rows.insertWidget(self._rows.count() - 1, self._own_days())
        self.partner = self._combo("对方")
        named = QLineEdit()
        self.partner.setEditable(True)
        self.partner.setLineEdit(named)
        self.partner.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.partner.activated.connect(self._name)
        named.textEdited.connect(self._name)
        self._place("交给谁", self.partner)
        self.locked = QCheckBox("给文件设打开密码")
        self.masked = QCheckBox("号码打码")
        self.masked.setToolTip("身份证号和电话只露出一部分")
        self.masked.toggled.connect(self.changed)
        boxes = QHBoxLayout()
        boxes.setSpacing(14)
        boxes.addWidget(self.locked)
        boxes.addWidget(self.masked)
        boxes.addStretch(1)
        self._rows.addLayout(boxes)
        self._rows.addSpacing(8)
        self.tally = _Tally()
        self._rows.addWidget(self.tally)
        self.body.addWidget(holder)
        self.button = Button("导出…", self.start, kind=Kind.PRIMARY, size=Size.LARGE, icon="up", hint="Ctrl+E")
        foot = Bar(54, above=theme.LINE2)
        foot.row.addStretch(1)
        foot.row.addWidget(self.button)
        self.set_footer(foot)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.form.currentIndexChanged.connect(self._form_changed)
        for edit in self.findChildren(QLineEdit):
            edit.setAcceptDrops(False)
        self.hug()

    def _combo(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        return box

    def _place(self, name: str, widget: QWidget) -> None:
        above = label(name, size=13, colour=theme.INK2)
        above.setBuddy(widget)
        self._rows.addWidget(above)
        self._rows.addWidget(widget)
        self._rows.addSpacing(8)

    def _own_days(self) -> QWidget:
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 6, 0, 0)
        row.setSpacing(6)
        self.start_day, self.end_day = DateInput("开始日期"), DateInput("结束日期")
        row.addWidget(self.start_day)
        row.addWidget(label("至", size=13, colour=theme.INK2))
        row.addWidget(self.end_day)
        row.addStretch(1)
        for one in (self.start_day, self.end_day):
            one.changed.connect(self._pause_then_count)
        self._own.hide()
        return self._own

    def _pause_then_count(self) -> None:
        self._pause.start()

    def set_forms(self, forms: Sequence[Form], *, first_weekday: int) -> None:
        """Offer these forms; weeks begin on ``first_weekday``."""
        self._first_weekday = first_weekday
        if tuple(forms) == self._forms:
            return
        self._forms = tuple(forms)
        chosen = self.form.currentData()
        self.form.blockSignals(True)
        self.form.clear()
        for form in forms:
            # A form that an office's own sheet taught has a layout, and the name that somebody gave it.
            self.form.addItem(shown(form.name) if form.layout is None else form.name, form.name)
        self.form.setCurrentIndex(max(0, self.form.findData(chosen)))
        self.form.blockSignals(False)
        self._form_changed()

    def choose_form(self, name: str) -> None:
        """Choose the form of this name, if it is offered."""
        place = self.form.findData(name)
        if place >= 0:
            self.form.setCurrentIndex(place)

    def set_partners(self, names: Sequence[str], *, last: Mapping[str, str]) -> None:
        """Offer those whom sheets came from or went to; ``last`` is whom each form, by name, went to last."""
        typed = self._partner() if self._named else ""
        self._last = dict(last)
        self.partner.clear()
        offered = dict.fromkeys([PARTNER, *(name for name in names if name)])
        self.partner.addItems([_said(name) for name in offered])
        self._set_partner(typed or self._usual())

    def _partner(self) -> str:
        """Whom it is for; the usual one by the name that stands in the book, however the window calls it."""
        typed = self.partner.currentText().strip()
        return PARTNER if typed == shown(PARTNER) else typed

    def _set_partner(self, name: str) -> None:
        self.partner.setCurrentText(_said(name))

    def _name(self) -> None:
        """Once somebody says whom it is for, that stays until another form is chosen."""
        self._named = True

    def _usual(self) -> str:
        """Whom the chosen form went to last."""
        return self._last.get(self.form.currentData(), "") or PARTNER

    def _form_changed(self) -> None:
        form = self._forms[max(0, self.form.currentIndex())] if self._forms else None
        self.period.setEnabled(form is not None and bool(form.period))
        self._named = False
        self._set_partner(self._usual())
        self._period_changed()

    def _period_changed(self) -> None:
        dated = self.period.isEnabled()
        self._own.setVisible(dated and self.period.key == _OWN)
        if self._own.isVisibleTo(self) and self.start_day.value() is None:
            week = Period.of_week(self._today(), self._first_weekday)
            self.start_day.set_value(week.start)
            self.end_day.set_value(week.end)
        self.changed.emit()

    def sending(self) -> Sending | None:
        """What is chosen; None while the days are not."""
        if not self._forms:
            return None
        form = self._forms[max(0, self.form.currentIndex())]
        period: Period | None = None
        if form.period and self.period.key == _OWN:
            start, end = self.start_day.value(), self.end_day.value()
            if not isinstance(start, date) or not isinstance(end, date):
                return None
            try:
                period = Period(start, end)
            except BadOrder:
                return None
        elif form.period:
            period = period_named(self.period.key, self._today(), self._first_weekday)
        return Sending(form, period, self._partner(), locked=self.locked.isChecked(), masked=self.masked.isChecked())

    def show_count(self, words: str) -> None:
        """Say how many rows that would be (blank: not known yet) and what they hold."""
        sending = self.sending()
        if sending is None:
            self.tally.count.setText("请先写好起止日期，开始不晚于结束")
            self.tally.days.setText("")
        else:
            name = dict(_PERIODS)[self.period.key] if sending.form.period else ""
            short = "这几天" if name == "自定起止" else name
            self.tally.count.setText(f"{short} {words}".strip())
            period = sending.period
            self.tally.days.setText(f"{_day(period.start)} 至 {_day(period.end)}" if period else "不限日期")
            said, full = privacy_words(sending.form, masked=sending.masked)
            self.tally.privacy.setText(said)
            recolour(self.tally.privacy, theme.AMBER if full else theme.INK2)
        self.tally.settle()
        self.button.setEnabled(sending is not None)

    def start(self) -> None:
        """导出: ask for what is chosen to be sent."""
        sending = self.sending()
        if sending is not None:
            self.wanted.emit(sending)


def _said(partner: str) -> str:
    """The usual partner in the language of the window; what people named stays as it is."""
    return shown(partner) if partner == PARTNER else partner


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
