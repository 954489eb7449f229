"""One photo in full: fitted to the window or as large as it is, the next and the last one, saving out, taking away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from minqing.ledger.attachments import Attachment
from ui import theme
from ui.pictures import picture
from ui.session import Session
from ui.widgets.buttons import Button, Kind
from ui.widgets.panel import Bar
from ui.widgets.text import ElidedLabel, label
from ui.widgets.thumbnails import size_words

_LARGEST = QSize(4096, 4096)


@dataclass(frozen=True)
class PhotoWishes:
    """What the buttons do with the photo that is shown."""

    save: Callable[[Attachment], object]
    remove: Callable[[Attachment], object]


class _Canvas(QWidget):
    """Paints the photo as large as the room allows, or in its own size."""

    ROLE: ClassVar = QAccessible.Role.Graphic

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.words = ""
        self.whole = True
        self.setAccessibleName("照片")

    @property
    def filled(self) -> bool:
        """Whether a photo is shown."""
        return not self._picture.isNull()

    def set_picture(self, image: QImage, *, words: str) -> None:
        """Show this photo, or the words when there is none."""
        self._picture = QPixmap.fromImage(image)
        self.words = words
        self.fit(whole=self.whole)

    def fit(self, *, whole: bool) -> None:
        """Fit the whole photo in, or show it in its own size."""
        self.whole = whole
        self.setMinimumSize(QSize(0, 0) if whole else self._picture.size() / self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.PAPER3))
        if not self.filled:
            painter.setPen(QColor(theme.INK2))
            painter.setFont(theme.font())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)
        else:
            own = self._picture.size() / self.devicePixelRatioF()
            room = self.size() if self.whole else own
            size = own.scaled(room, Qt.AspectRatioMode.KeepAspectRatio) if self.whole else own
            size = size.boundedTo(own)
            place = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, self._picture)
        painter.end()


class PhotoDialog(QDialog):
    """Shows ``photos`` one at a time; the bytes of each are read when it is its turn."""

    def __init__(
        self, window: QWidget, session: Session, photos: Sequence[Attachment], *, first: int, wishes: PhotoWishes
    ) -> None:
        super().__init__(window)
        self._session = session
        self._wishes = wishes
        self.photos = list(photos)
        self.place = first
        self.setWindowTitle("看照片")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(min(1080, window.width() - 40), min(720, window.height() - 24))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.canvas = _Canvas()
        self._area = QScrollArea()
        self._area.setWidget(self.canvas)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area, 1)
        column.addWidget(self._foot())
        self._show()

    def _head(self) -> Bar:
        bar = Bar(54, below=theme.LINE2, fill=theme.PAPER, padding=20)
        self._name = ElidedLabel(size=17, weight=theme.BOLD)
        self._facts = label(size=13, colour=theme.INK2)
        bar.row.addWidget(self._name, 1)
        bar.row.addWidget(self._facts)
        return bar

    def _foot(self) -> Bar:
        bar = Bar(56, above=theme.LINE2, padding=20)
        self.back = Button("上一张", lambda: self.step(-1), icon="chevl")
        self.forth = Button("下一张", lambda: self.step(1), trailing="chevr")
        self.zoom = Button("原大", self.toggle_size, icon="search")
        self.save = Button("另存…", lambda: self._wishes.save(self.current), icon="down")
        self.remove = Button("删除", self._remove)
        for button, tip in (
            (self.back, "上一张（←）"),
            (self.forth, "下一张（→）"),
            (self.zoom, "按原来的大小看，或缩到看全（空格）"),
            (self.save, "把这张照片存到别处；存出去的文件没有加密（Ctrl+S）"),
            (self.remove, "删除这张照片，可以撤销（Delete）"),
        ):
            button.setToolTip(tip)
        for button in (self.back, self.forth):
            bar.row.addWidget(button)
        self._count = label(size=13, colour=theme.INK2)
        bar.row.addWidget(self._count)
        bar.row.addStretch(1)
        for button in (self.zoom, self.save, self.remove):
            bar.row.addWidget(button)
        bar.row.addWidget(Button("关闭", self.reject, kind=Kind.PRIMARY, hint="Esc"))
        return bar

    @property
    def current(self) -> Attachment:
        """The photo that is shown."""
        return self.photos[self.place]

    def _show(self) -> None:
        one = self.current
        self._name.set_text(one.name)
        self._facts.setText(f"{size_words(one.size)} · {one.at:%Y-%m-%d %H:%M} · {one.who}")
        self._count.setText(f"第 {self.place + 1} 张，共 {len(self.photos)} 张")
        self.back.setEnabled(self.place > 0)
        self.forth.setEnabled(self.place + 1 < len(self.photos))
        self.setAccessibleName(f"看照片 {one.name}")
        self.canvas.set_picture(QImage(), words="正在读取…")
        self._session.load(
            lambda ledger: picture(ledger.attachments.content(one.id), at_most=_LARGEST),
            lambda image: self._take(one, image),
            owner=self,
        )

    def _take(self, one: Attachment, image: QImage) -> None:
        if one == self.current:
            self.canvas.set_picture(image, words="这张照片打不开。可以另存出去，用别的程序看。")

    def step(self, by: int) -> None:
        """Show the next photo or the one before."""
        if 0 <= self.place + by < len(self.photos):
            self.place += by
            self._show()

    def toggle_size(self) -> None:
        """From the whole photo to its own size and back."""
        self.canvas.fit(whole=not self.canvas.whole)
        self.zoom.setText("原大" if self.canvas.whole else "看全")
        self.zoom.setAccessibleName(self.zoom.text())
        self.zoom.updateGeometry()

    def _remove(self) -> None:
        """Take the photo away; the way back is in the toast."""
        self._wishes.remove(self.current)
        del self.photos[self.place]
        if not self.photos:
            self.reject()
            return
        self.place = min(self.place, len(self.photos) - 1)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go from photo to photo."""
        save = event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        acts: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Space: self.toggle_size,
            Qt.Key.Key_Delete: self._remove,
        }
        if save:
            self._wishes.save(self.current)
        elif event.key() in acts and not event.modifiers():
            acts[event.key()]()
        else:
            super().keyPressEvent(event)
