"""合并: two records side by side, a choice wherever they differ, and what comes along."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from minqing.actions.field_join import How, Line
from minqing.actions.field_join import Side as Whose
from minqing.ledger import Changes
from minqing.records.household import Household
from ui import theme
from ui.dialogs.join_view import Chosen, JoinView, carry_out, join_view
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.panel import Bar
from ui.widgets.scroll import ScrollArea
from ui.widgets.text import ElidedLabel, label, recolour, title

_REMARKS: Mapping[How, str] = {How.FILLED: "补上", How.UNITED: "都留下", How.ASKED: ""}


class Answer(QWidget):
    """One of the two values: a round mark and the whole text, however long; a click anywhere chooses it."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(6)
        self.mark = QRadioButton()
        self.mark.setAccessibleName(f"{name}：{text}")
        self.words = label(text, wrap=True)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.mark.toggled.connect(lambda on: recolour(self.words, theme.INK if on else theme.INK3))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mark.setFocus()
        self.mark.setChecked(True)


class JoinDialog(QDialog):
    """Joins ``gone`` into ``keep``; ``joined(id)`` fires with the id of the record that is left."""

    joined = Signal(str)

    def __init__(self, window: QWidget, session: Session, *, keep: str, gone: str) -> None:
        super().__init__(window)
        self._session = session
        self._ids = (keep, gone)
        self.view: JoinView | None = None
        self.answers: dict[str, tuple[Answer, Answer]] = {}
        self._groups: list[QButtonGroup] = []
        self._heads: dict[str, QRadioButton] = {}
        self._people: list[QCheckBox] = []
        self.setWindowTitle("合并")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(920, window.width() - 40), min(640, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self._body = QVBoxLayout()
        column.addLayout(self._body, 1)
        column.addWidget(self._foot())
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save_button.click)
        self._read()

    def _head(self) -> Bar:
        bar = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        self._title = title("合并")
        bar.row.addWidget(self._title)
        bar.row.addWidget(ElidedLabel("合并后原来的两个编号都还能用，可以撤销", size=13, colour=theme.INK2), 1)
        self.swap_button = Button("对调：留下另一条", self.swap, icon="swap")
        bar.row.addWidget(self.swap_button)
        return bar

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        self.moves = ElidedLabel(size=13, colour=theme.INK2)
        bar.row.addWidget(self.moves, 1)
        bar.row.addWidget(Button("取消", self.reject, hint="Esc"))
        self.save_button = Button("合并", self.save, kind=Kind.PRIMARY, icon="check", hint="Ctrl+Enter")
        self.save_button.setEnabled(False)
        bar.row.addWidget(self.save_button)
        return bar

    def _read(self) -> None:
        keep, gone = self._ids
        self._session.load(lambda ledger: join_view(ledger, keep, gone), self._take, owner=self)

    def _take(self, view: JoinView) -> None:
        self.view = view
        kind = "两户" if isinstance(view.keep.record, Household) else "居民"
        self._title.setText(f"合并{kind}")
        self.moves.set_text(f"{view.moves}一起并过来。" if view.moves else "没有别的记录要并过来。")
        while self._body.count():
            item = self._body.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        self._body.addWidget(ScrollArea(self._sheet(view)))
        self.save_button.setEnabled(True)
        self._focus_first()

    def _focus_first(self) -> None:
        asked = [pair[0].mark for pair in self.answers.values()] + list(self._heads.values())
        (next((one for one in asked if one.isChecked()), None) or self.save_button).setFocus()

    def _sheet(self, view: JoinView) -> QWidget:
        """All rows: the two names, what must be chosen, what is simply added, heads, people in both."""
        self.answers, self._heads, self._groups, self._people = {}, {}, [], []
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, stretch in enumerate((0, 1, 1)):
            grid.setColumnStretch(place, stretch)
        grid.setColumnMinimumWidth(0, 96)
        for place, (word, side) in enumerate((("留下", view.keep), ("并入", view.gone)), 1):
            grid.addWidget(label(f"{word}：{side.name}", weight=theme.BOLD, wrap=True), 0, place)
            grid.addWidget(label(side.record.id, size=12, colour=theme.INK3), 1, place)
        row = 2
        for line in sorted(view.lines, key=lambda one: one.how is not How.ASKED):
            self._add_line(grid, row, line)
            row += 1
        row = self._add_heads(grid, row, view)
        self._add_people(grid, row, view)
        if not view.lines:
            grid.addWidget(label("两条记录填的都一样。", colour=theme.INK2), row + 1, 1, 1, 2)
        grid.setRowStretch(row + 2, 1)
        return holder

    def _add_line(self, grid: QGridLayout, row: int, line: Line) -> None:
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(label(line.label, size=13, colour=theme.INK2), row, 0, top)
        if line.how is How.ASKED:
            pair = (Answer(line.keep, f"留下的{line.label}"), Answer(line.gone, f"并入的{line.label}"))
            group = QButtonGroup(self)
            for place, answer in enumerate(pair, 1):
                group.addButton(answer.mark)
                recolour(answer.words, theme.INK3)
                grid.addWidget(answer, row, place, top)
            pair[line.side is Whose.GONE].mark.setChecked(True)
            self.answers[line.attribute] = pair
            self._groups.append(group)
            return
        remark = _REMARKS[line.how]
        for place, (text, side) in enumerate(((line.keep, Whose.KEEP), (line.gone, Whose.GONE)), 1):
            told = f"{text}（{remark}）" if text and (line.how is How.UNITED or side is line.side) else text or "（空）"
            grid.addWidget(label(told, colour=theme.INK2 if text else theme.INK3, wrap=True), row, place, top)

    def _add_heads(self, grid: QGridLayout, row: int, view: JoinView) -> int:
        if not view.heads:
            return row
        grid.addWidget(label("谁是户主", size=13, colour=theme.INK2), row, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self)
        self._groups.append(group)
        for number, one in enumerate(view.heads):
            mark = QRadioButton(one.name)
            mark.setAccessibleName(f"户主：{one.name}")
            group.addButton(mark)
            mark.setChecked(number == 0)
            self._heads[one.id] = mark
            grid.addWidget(mark, row + number // 2, 1 + number % 2)
        row += (len(view.heads) + 1) // 2
        told = label("另一位与户主的关系留空，合并后请补上。", size=12, colour=theme.INK3)
        grid.addWidget(told, row, 1, 1, 2)
        return row + 1

    def _add_people(self, grid: QGridLayout, row: int, view: JoinView) -> None:
        if not view.people:
            return
        grid.addWidget(label("两户都有", size=13, colour=theme.INK2), row, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        for stays, _ in view.people:
            box = QCheckBox(f"{stays.name}，合并成一个人")
            box.setChecked(True)
            self._people.append(box)
            lines.addWidget(box)
        grid.addWidget(holder, row, 1, 1, 2)

    @property
    def chosen(self) -> Chosen:
        """What is chosen now."""
        choices = {
            name: Whose.GONE if gone.mark.isChecked() else Whose.KEEP for name, (_, gone) in self.answers.items()
        }
        head = next((one for one, mark in self._heads.items() if mark.isChecked()), "")
        pairs = self.view.people if self.view else ()
        ticked = (pair for pair, box in zip(pairs, self._people, strict=True) if box.isChecked())
        return Chosen(choices, head, tuple(ticked))

    def swap(self) -> None:
        """Let the other one stay."""
        self._ids = (self._ids[1], self._ids[0])
        self.save_button.setEnabled(False)
        self._read()

    def save(self) -> None:
        """Join the two; the dialog stays open when that cannot be done."""
        view = self.view
        if view is None or not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        chosen, said = self.chosen, f"已合并到 {view.keep.name}"
        act = partial(carry_out, view=view, chosen=chosen)
        self._session.act(act, said=said, then=self._saved, failed=self._failed, owner=self)

    def _saved(self, _: Changes) -> None:
        self.joined.emit(self._ids[0])
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._session.failed(error)
