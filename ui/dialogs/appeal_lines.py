"""Appeals caught while a visit is written down: taken over, found in the text, and a line for one more."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from minqing.actions.visit_drafts import CaughtAppeal
from minqing.work.proposing import BookWords, Matter, propose_categories
from ui import theme
from ui.dialogs.appeal_rows import AppealRow, FoundRow
from ui.icons import IconLabel
from ui.translation import roomy
from ui.widgets.buttons import LinkButton
from ui.widgets.chips import seal
from ui.widgets.inputs import mark
from ui.widgets.paint import paint_box
from ui.widgets.picks import Choice, PickRow
from ui.widgets.text import label

_USUAL = ("公共设施", "治安", "其他")
_OFFERED = 4
_LABEL_WIDTH = 72


class _Box(QWidget):
    """A white box with a 1 px border whose foot is paper."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(0)
        self.foot = QWidget()
        self.column.addWidget(self.foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = QRectF(self.rect())
        paint_box(painter, area, fill=theme.PANEL, border=theme.LINE2)
        below = area.adjusted(0, self.foot.y() - 1, 0, 0)
        paint_box(painter, below, fill=theme.PAPER2, border=theme.LINE2)
        painter.end()


class _Proposals(PickRow):
    """The classes proposed for the line; Enter adds the line with the one that is on."""

    confirmed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.confirmed.emit()
        else:
            super().keyPressEvent(event)


class AppealLines(QWidget):
    """Several appeals, and a line to add one more.

    Enter in the line adds it and takes over the class that is proposed below; without Enter the line is saved without
    a class, unless one was picked. ``changed`` fires whenever what would be saved is another; ``found_changed`` when
    what was found in the text is taken over or put aside.
    """

    changed = Signal()
    found_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("诉求")
        self.book = BookWords()
        self._drafts: list[CaughtAppeal] = []
        self._found: tuple[Matter, ...] = ()
        self._put_aside: set[str] = set()
        self._chosen = ""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._name(), 0, Qt.AlignmentFlag.AlignTop)
        self._box = _Box()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._box.column.insertLayout(0, self._rows)
        across.addWidget(self._box, 1)
        self._build_line()

    def _name(self) -> QWidget:
        holder = QWidget()
        holder.setFixedSize(roomy(_LABEL_WIDTH), 36)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(label("诉求", size=13, colour=theme.INK2))
        self._count = seal("0", square=True)
        self._count.hide()
        row.addWidget(self._count)
        row.addStretch(1)
        return holder

    def _build_line(self) -> None:
        column = QVBoxLayout(self._box.foot)
        column.setContentsMargins(8, 4, 8, 4)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel("plus", colour=theme.ACCENT, size=17))
        self.edit = QLineEdit()
        self.edit.setPlaceholderText("一句话写清一件事")
        self.edit.setAccessibleName("诉求事项")
        self.edit.returnPressed.connect(self.add)
        self.edit.textChanged.connect(self._line_changed)
        row.addWidget(self.edit, 1)
        self._adder = LinkButton("Enter 加入", self.add, size=12)
        self._adder.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._adder.setToolTip("加入这一件，并采用下面选中的分类")
        row.addWidget(self._adder)
        column.addLayout(row)
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(25, 0, 0, 0)
        below.setSpacing(6)
        self._lead = label(size=12, colour=theme.INK2)
        self._picks = _Proposals([], many=False, name="建议分类")
        self._picks.changed.connect(self._choose)
        self._picks.confirmed.connect(self.add)
        self._picks.type_into(self.edit)
        below.addWidget(self._lead, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._picks, 1)
        column.addWidget(self._below)
        self._below.hide()

    @property
    def found(self) -> tuple[Matter, ...]:
        """What was found in the text and is neither taken over nor put aside."""
        taken = {draft.title for draft in self._drafts} | self._put_aside
        return tuple(matter for matter in self._found if matter.title not in taken)

    def drafts(self) -> list[CaughtAppeal]:
        """The appeals to be saved, the one still in the line included."""
        pending = self.edit.text().strip()
        return [*self._drafts, CaughtAppeal(pending, self._chosen)] if pending else list(self._drafts)

    def set_drafts(self, drafts: Sequence[CaughtAppeal]) -> None:
        """Show these as taken over."""
        self._drafts = list(drafts)
        self._show()

    def set_book(self, book: BookWords) -> None:
        """Propose with what this book knows."""
        self.book = book
        self._propose(self.edit.text())
        self._show()

    def set_found(self, matters: Sequence[Matter]) -> None:
        """Show what was found in the text."""
        if tuple(matters) != self._found:
            self._found = tuple(matters)
            self._show()

    def take_found(self) -> bool:
        """Take over the first of those found; tells whether there was one."""
        if self.found:
            self._accept(self.found[0])
            return True
        return False

    def begin(self, title: str) -> None:
        """Put words into the line and go there."""
        if title:
            self.edit.setText(title)
        self.edit.setFocus()

    def add(self) -> None:
        """Put the line into the list, with the class that is on below it."""
        title = self.edit.text().strip()
        mark(self.edit, bad=not title)
        self.edit.setFocus()
        if not title:
            return
        self._drafts.append(CaughtAppeal(title, next(iter(self._picks.values), "")))
        self.edit.clear()
        self._renew()

    def _line_changed(self, text: str) -> None:
        self._propose(text)
        self.changed.emit()

    def _propose(self, text: str) -> None:
        self._below.setVisible(bool(text.strip()))
        if not text.strip():
            self._chosen = ""
            return
        proposals = propose_categories(text, self.book)
        names = list(dict.fromkeys([self._chosen, *(one.category for one in proposals), *self.book.usual, *_USUAL]))
        offered = [name for name in names if name][:_OFFERED]
        if [pick.choice.value for pick in self._picks.picks] != offered:
            self._picks.show_choices([Choice(name, name) for name in offered])
        why = {one.category: one.why for one in proposals}
        for pick in self._picks.picks:
            pick.setToolTip(why.get(pick.choice.value, ""))
        on = self._chosen or (proposals[0].category if proposals else "")
        self._picks.set_values((on,) if on else ())
        self._lead.setText("分类" if self._chosen else "建议分类" if on else "选个分类")
        self._lead.setFixedHeight(30)

    def _choose(self) -> None:
        """Remember a class that a person chose: it stays while the words are corrected."""
        self._chosen = next(iter(self._picks.values), "")
        self._lead.setText("分类" if self._chosen else "选个分类")
        self.changed.emit()

    def _accept(self, matter: Matter) -> None:
        self._drafts.append(CaughtAppeal(matter.title, matter.proposals[0].category))
        self._renew()
        self.found_changed.emit()

    def _put_away(self, matter: Matter) -> None:
        self._put_aside.add(matter.title)
        self._show()
        self.found_changed.emit()

    def _renew(self) -> None:
        self._show()
        self.changed.emit()

    def _clear_rows(self) -> None:
        """Take the rows away; the keyboard, if it was in one of them, goes to the line."""
        now = QApplication.focusWidget()
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                if now is not None and widget.isAncestorOf(now):
                    self.edit.setFocus()
                widget.hide()
                widget.deleteLater()

    def _show(self) -> None:
        self._clear_rows()
        for number, appeal in enumerate(self._drafts):
            row = AppealRow(appeal, propose_categories(appeal.title, self.book), self.book)
            row.changed.connect(self._changer(number))
            row.dropped.connect(self._dropper(number))
            self._rows.addWidget(row)
        for number, matter in enumerate(self.found):
            found = FoundRow(matter, first=number == 0)
            found.accepted.connect(self._acceptor(matter))
            found.dropped.connect(self._remover(matter))
            self._rows.addWidget(found)
        self._count.set_badge(seal(str(len(self._drafts)), square=True).badge)
        self._count.setVisible(bool(self._drafts))
        self._box.updateGeometry()
        self._box.update()

    def _changer(self, number: int) -> Callable[[CaughtAppeal], None]:
        def change(appeal: CaughtAppeal) -> None:
            self._drafts[number] = appeal
            self._renew()

        return change

    def _dropper(self, number: int) -> Callable[[], None]:
        def drop() -> None:
            self._put_aside.add(self._drafts[number].title)
            del self._drafts[number]
            self._renew()
            self.found_changed.emit()

        return drop

    def _acceptor(self, matter: Matter) -> Callable[[], None]:
        return lambda: self._accept(matter)

    def _remover(self, matter: Matter) -> Callable[[], None]:
        return lambda: self._put_away(matter)
