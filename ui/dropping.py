"""Files dropped anywhere on a window: a veil says what letting go will do, and the window is told."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui import theme
from ui.widgets.drawer import Drawer
from ui.widgets.paint import paint_box

_WORDS = "松开就看导入预览，点“应用”之前不会改动账本"


def local_files(event: QDropEvent) -> list[Path]:
    """The files of this computer that are being dragged."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def leave_files_alone(holder: QWidget) -> None:
    """Keep the text lines in ``holder`` from taking a dropped file as text: its path would be typed into them."""
    for kind in (QLineEdit, QPlainTextEdit):
        for edit in holder.findChildren(kind):
            (edit.viewport() if isinstance(edit, QPlainTextEdit) else edit).setAcceptDrops(False)


class _Veil(QWidget):
    """Lies over the window while files are held above it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_WORDS)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = QColor(theme.PAPER)
        shade.setAlpha(200)
        painter.fillRect(self.rect(), shade)
        frame = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        paint_box(painter, frame, fill="", border=theme.ACCENT, dashed=True)
        painter.setFont(theme.font(18, theme.BOLD))
        painter.setPen(QColor(theme.ACCENT))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _WORDS)
        painter.end()


class FileDrops(QObject):
    """Takes what is dropped on ``window`` where no widget in it does so itself; ``dropped(list of paths)``.

    Nothing is taken while a dialog or a drawer waits for its answer, nor while the window is locked.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._veil: _Veil | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @property
    def ready(self) -> bool:
        """Whether files can be taken now."""
        if QApplication.activeModalWidget() is not None:
            return False
        return not any(one.isVisible() for one in self._window.findChildren(Drawer))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in {QEvent.Type.DragEnter, QEvent.Type.DragMove} and isinstance(event, QDropEvent):
            if not self.ready or not local_files(event):
                return False
            self._cover()
            event.acceptProposedAction()
            return True
        if kind == QEvent.Type.DragLeave:
            self._uncover()
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._uncover()
            files = local_files(event)
            if files and self.ready:
                event.acceptProposedAction()
                self.dropped.emit(files)
                return True
        return False

    def _cover(self) -> None:
        if self._veil is None:
            self._veil = _Veil(self._window)
        self._veil.setGeometry(self._window.rect())
        self._veil.show()
        self._veil.raise_()

    def _uncover(self) -> None:
        if self._veil is not None:
            self._veil.hide()
