"""统计口径: what counts, and on which day a week begins; the formulas change as one chooses."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from minqing.actions.definitions import keep_definitions
from minqing.work.definitions import WEEKDAYS, Definitions, Hours
from minqing.work.report_words import coverage_rule, prompt_notes, prompt_rule, satisfied_rule, settled_rule
from ui import theme
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.form import EntryForm, FormField
from ui.widgets.panel import Bar
from ui.widgets.picks import Choice
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import label, title

_YES, _NO = "yes", "no"


def _either(name: str, words: str, no: str, yes: str, *, heading: str = "") -> FormField:
    choices = (Choice(_NO, no), Choice(_YES, yes))
    return FormField(name, words, "choice", choices, required=True, heading=heading)


_FIELDS = (
    FormField("first_weekday", "每周从", "choice",
              tuple(Choice(str(number), name) for number, name in enumerate(WEEKDAYS)), required=True, fixed=True,
              heading="周"),
    _either("knock_counts", "怎样算覆盖", "见过面才算", "敲过门就算", heading="覆盖率"),
    _either("vacant_counts", "在册户", "不含空置的", "含空置的"),
    _either("waiting_counts", "待回访", "不算办结", "算办结", heading="办结率"),
    FormField("hours", "24 小时", "choice",
              (Choice(Hours.CLOCK, "连着算"), Choice(Hours.WORKDAY, "节假日不计时"),
               Choice(Hours.WORKING, "只计工作时间")),
              required=True, fixed=True, heading="24 小时办结率"),
    _either("next_day_counts", "没记钟点的", "当天办结才算", "第二天办结也算"),
    _either("prompt_of_all", "除以", "已办结的", "全部登记的"),
    _either("mostly_counts", "基本满意", "不算满意", "算满意", heading="满意率"),
    _either("unrated_counts", "未评价", "不计入已回访", "计入已回访"),
)  # fmt: skip
_FIRST = {"covered": "knock_counts", "settled": "waiting_counts", "prompt": "hours", "satisfied": "mostly_counts"}


def values_of(definitions: Definitions) -> dict[str, object]:
    """The definitions as the form shows them."""
    plain = definitions.model_dump(mode="json")
    return {name: (_YES if value else _NO) if isinstance(value, bool) else str(value) for name, value in plain.items()}


def definitions_in(values: Mapping[str, object]) -> Definitions:
    """The definitions that the form holds."""
    plain = {name: value == _YES if value in {_YES, _NO} else value for name, value in values.items()}
    return Definitions.model_validate(plain)


class DefinitionsDialog(QDialog):
    """The choices as a form; ``figure`` is the one whose choices come first to the keyboard."""

    def __init__(self, window: QWidget, session: Session, definitions: Definitions, *, figure: str = "") -> None:
        super().__init__(window)
        self._session = session
        self._before = definitions
        self.setWindowTitle("统计口径")
        self.resize(min(640, window.width() - 40), min(700, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        head.row.addWidget(title("统计口径"))
        head.row.addWidget(label("存在账本里，页面、工作簿和报告都按它算", size=13, colour=theme.INK2))
        head.row.addStretch(1)
        column.addWidget(head)
        self.form = EntryForm(_FIELDS, label_width=92, gap=10)
        self.form.set_values(values_of(definitions))
        self.form.changed.connect(self._explain)
        column.addWidget(ScrollArea(self._padded(self.form)), 1)
        column.addWidget(self._formulas())
        column.addWidget(self._foot())
        self._explain()
        self.form.input(_FIRST.get(figure, "first_weekday")).focus_first()

    def _padded(self, form: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(20, 14, 20, 14)
        row.addWidget(form)
        return holder

    def _formulas(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(20, 8, 20, 10)
        self.formulas = label(size=13, colour=theme.INK2, wrap=True)
        column.addWidget(self.formulas)
        return box

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        usual = Button("改回通常的口径", self.reset)
        usual.setToolTip("把上面各项改回程序原来的选法，保存后才生效")
        bar.row.addWidget(usual)
        bar.row.addStretch(1)
        bar.row.addWidget(Button("取消", self.reject, hint="Esc"))
        self.save_button = Button("保存口径", self.save, kind=Kind.PRIMARY, hint="Enter")
        bar.row.addWidget(self.save_button)
        return bar

    @property
    def definitions(self) -> Definitions:
        """What is chosen now."""
        return definitions_in(self.form.values())

    def _explain(self) -> None:
        rules = self.definitions
        lines = (
            f"覆盖率 = {coverage_rule(rules)}",
            f"办结率 = {settled_rule(rules)}",
            f"24 小时办结率 = {prompt_rule(rules)}。{prompt_notes(rules)}",
            f"满意率 = {satisfied_rule(rules)}",
        )
        self.formulas.setText("\n".join(lines))

    def reset(self) -> None:
        """Choose everything as the program does when nobody has chosen."""
        usual = Definitions(first_weekday=self._session.ledger.profile.first_weekday)
        for name, value in values_of(usual).items():
            self.form.input(name).set_value(value)
        self._explain()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
        else:
            super().keyPressEvent(event)

    def save(self) -> None:
        """Keep what is chosen; nothing happens when it is as before."""
        wanted = self.definitions
        if wanted != self._before:
            self._session.act(lambda ledger: keep_definitions(ledger, wanted), said="统计口径已改")
        self.accept()
