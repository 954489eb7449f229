"""The white panel whose title bar is closed by the ledger's double rule."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.paint import paint_double_rule
from ui.widgets.rows import fit_buttons
from ui.widgets.text import label

RADIUS = 6


class _Frame(QWidget):
    """The border and the four corners, painted over whatever the panel holds."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        arc = QPainterPath()
        arc.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        outside = QPainterPath()
        outside.addRect(area)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(arc), QColor(theme.PAPER))
        painter.setPen(QPen(QColor(theme.LINE2), 1))
        painter.drawPath(arc)
        painter.end()


class TitleBar(QWidget):
    """A bar of fixed height closed by the double rule; ``row`` is where things go."""

    def __init__(self, height: int = 42, *, padding: int = 14, fill: str = theme.PANEL) -> None:
        super().__init__()
        self._fill = fill
        self.setFixedHeight(height)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(padding, 0, padding, 3)
        self.row.setSpacing(8)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        fit_buttons(self, event)
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._fill))
        paint_double_rule(painter, left=0, right=self.width(), bottom=self.height())
        painter.end()


class Bar(QWidget):
    """A flat bar of fixed height with a hair line above, below or both."""

    def __init__(
        self, height: int, *, above: str = "", below: str = "", fill: str = theme.PAPER2, padding: int = 14
    ) -> None:
        super().__init__()
        self._above = above
        self._below = below
        self._fill = fill
        self.setFixedHeight(height)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(padding, 1 if above else 0, padding, 0)
        self.row.setSpacing(8)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        fit_buttons(self, event)
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._fill))
        if self._above:
            painter.fillRect(0, 0, self.width(), 1, QColor(self._above))
        if self._below:
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._below))
        painter.end()


class Panel(QWidget):
    """A titled white box.

    ``lead`` takes widgets after the title, ``tools`` widgets at the right of the title bar, ``body`` the content.
    A panel without a title has no bar until ``set_bar`` gives it one.
    """

    ROLE: ClassVar = QAccessible.Role.Grouping

    def __init__(self, title: str = "", *, note: str = "", height: int = 42, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._title = label(title, size=15, weight=theme.BOLD)
        self._count = label(size=14, colour=theme.INK2)
        self._note = label(note, size=12, colour=theme.INK3)
        self.lead = QHBoxLayout()
        self.tools = QHBoxLayout()
        for row in (self.lead, self.tools):
            row.setSpacing(8)
        self.bar: QWidget | None = None
        self._frame: _Frame | None = None
        if title:
            self.set_bar(self._build_bar(height))
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._column.addLayout(self.body, 1)
        self._footer: QWidget | None = None
        self._frame = _Frame(self)
        self.setAccessibleName(title)

    def _build_bar(self, height: int) -> TitleBar:
        bar = TitleBar(height)
        bar.row.addWidget(self._title)
        bar.row.addWidget(self._count)
        bar.row.addLayout(self.lead)
        bar.row.addWidget(self._note)
        bar.row.addStretch(1)
        bar.row.addLayout(self.tools)
        self._count.hide()
        self._note.setVisible(bool(self._note.text()))
        return bar

    def set_bar(self, bar: QWidget) -> None:
        """Put ``bar`` (a title bar of one's own, or tabs) at the top, in place of the present one."""
        if self.bar is not None:
            self._column.removeWidget(self.bar)
            # Hidden first, the keyboard goes on to the page; deleted with its button, it goes nowhere.
            self.bar.hide()
            self.bar.deleteLater()
        self.bar = bar
        self._column.insertWidget(0, bar)
        if self._frame is not None:
            self._frame.raise_()

    def set_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)
        self.setAccessibleName(text)

    def set_count(self, count: int | None) -> None:
        """Show a number after the title, or none."""
        self._count.setText("" if count is None else f"{count:,}")
        self._count.setVisible(count is not None)

    def set_note(self, text: str) -> None:
        """Show a remark in small type after the title."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def add_tool(self, widget: QWidget) -> None:
        """Put ``widget`` at the right of the title bar."""
        self.tools.addWidget(widget)

    def set_footer(self, footer: QWidget) -> None:
        """Put ``footer`` (usually a ``Bar``) below the content."""
        if self._footer is not None:
            self._column.removeWidget(self._footer)
            self._footer.hide()
            self._footer.deleteLater()
        self._footer = footer
        self._column.addWidget(footer)
        if self._frame is not None:
            self._frame.raise_()

    def hug(self) -> None:
        """Take no more height than the content needs."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return self._column.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PANEL))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._frame is not None:
            self._frame.setGeometry(self.rect())
            self._frame.raise_()


def footer_bar(height: int = 34) -> Bar:
    """The foot of a list panel: counts at the left, a hint at the right."""
    return Bar(height, above=theme.LINE2)
