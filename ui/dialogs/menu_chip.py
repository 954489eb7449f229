"""A small chip that shows one word and opens a list to choose another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from ui import theme
from ui.icons import paint_icon
from ui.widgets.paint import elided, paint_box, paint_focus

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_SEEN = 112

Choices = Sequence[tuple[str, Sequence[str]]]
"""Words under their headings; those under a blank heading stand at the top of the list."""


class MenuChip(QAbstractButton):
    """26 px, word and chevron; ``chosen(word)`` when another is picked.

    ``proposed`` shows the word as a proposal, tinted and with 建议 before it: Enter or the space bar takes it over,
    Down or a click opens the list.
    """

    chosen = Signal(str)

    def __init__(self, name: str, word: str, choices: Choices, *, unset: str, proposed: bool = False) -> None:
        super().__init__()
        self._name = name
        self._word = word
        self._choices = choices
        self._unset = unset
        self._proposed = proposed and bool(word)
        self.setFont(theme.font(13))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setText(elided(word or unset, self.font(), _SEEN))
        self.setAccessibleName(f"{name}：{'建议 ' if self._proposed else ''}{word or unset}")
        self.clicked.connect(self.open_list)

    @property
    def word(self) -> str:
        """What is shown; blank when nothing is chosen."""
        return self._word

    @property
    def proposed(self) -> bool:
        """Whether the word is only a proposal."""
        return self._proposed

    def open_list(self) -> None:
        """Show the words to choose from."""
        menu = QMenu(self)
        menu.setProperty("checks", True)
        for heading, words in self._choices:
            place = menu.addMenu(heading) if heading else menu
            for word in words:
                action = place.addAction(word)
                action.setCheckable(True)
                action.setChecked(word == self._word and not self._proposed)
                action.triggered.connect(self._chooser(word))
        if self._word:
            menu.addSeparator()
            menu.addAction(self._unset).triggered.connect(self._chooser(""))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _chooser(self, word: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if enter and self._proposed and not event.modifiers():
            self.chosen.emit(self._word)
        elif (enter and not event.modifiers()) or event.key() == Qt.Key.Key_Down:
            self.open_list()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.font(13, theme.MEDIUM))
        before = QFontMetrics(theme.font(12)).horizontalAdvance("建议") + 4 if self._proposed else 0
        return QSize(8 + before + metrics.horizontalAdvance(self.text()) + 3 + 14 + 5, 26)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = theme.ACCENTT if self._proposed else theme.PAPER2 if self.underMouse() else theme.PANEL
        border = theme.ACCENTL if self._proposed else theme.LINE2
        paint_box(painter, QRectF(self.rect()), fill=fill, border=border)
        left = 8
        if self._proposed:
            painter.setFont(theme.font(12))
            painter.setPen(QColor(theme.ACCENTD))
            painter.drawText(QRect(left, 0, 60, 26), _LEFT, "建议")
            left += QFontMetrics(theme.font(12)).horizontalAdvance("建议") + 4
        made = theme.font(13, theme.MEDIUM if self._proposed else theme.REGULAR)
        painter.setFont(made)
        painter.setPen(QColor(theme.ACCENTD if self._proposed else theme.INK if self._word else theme.INK2))
        painter.drawText(QRect(left, 0, self.width() - left, 26), _LEFT, self.text())
        paint_icon(painter, "chev", QRectF(self.width() - 18, 6, 14, 14), theme.INK3)
        if self.hasFocus():
            paint_focus(painter, self.rect())
        painter.end()
