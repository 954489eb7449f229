"""附件: photos and papers of a household; added by choosing, dropping or pasting, looked at, saved out, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QStackedWidget

from exports.files import write_file
from minqing.actions.attachments import add_attachments, remove_attachment
from minqing.ledger import Changes
from minqing.ledger.attachments import MOST_IN_BOOK, MOST_IN_FILE, PAPERS, PHOTOS, Attachment, NewFile, suffix_of
from ui import theme
from ui.dialogs.photo_dialog import PhotoDialog, PhotoWishes
from ui.pictures import Chosen, pasted, read_files, scaled_down
from ui.session import Session
from ui.widgets.buttons import LinkButton
from ui.widgets.panel import Panel
from ui.widgets.text import label
from ui.widgets.thumbnails import CELL, Thumbnails

_FILTERS = (
    f"照片和文件 ({' '.join(f'*{end}' for end in sorted(PHOTOS | PAPERS))})",
    f"照片 ({' '.join(f'*{end}' for end in sorted(PHOTOS))})",
)
_LIMITS = f"每个文件最多 {MOST_IN_FILE >> 20} MB，全账本共 {MOST_IN_BOOK >> 20} MB；存在加密的账本里，不随表上报"
_SHEETS = frozenset({".xls", ".xlsx", ".et", ".csv", ".txt"})
_EMPTY = f"把照片或文件拖到这里，或按 Ctrl+V 粘贴。每个最多 {MOST_IN_FILE >> 20} MB。"
_ROW, _NOTHING = CELL.height() + 8, 40


class AttachmentsPanel(Panel):
    """The attachments of the household that the page shows."""

    def __init__(self, session: Session) -> None:
        super().__init__("附件", height=38)
        self._session = session
        self._household = ""
        self._door = ""
        self.add_button = LinkButton("添附件", self.choose, icon="plus")
        self.add_button.setToolTip(f"选照片或文件；也可以拖到这里，或按 Ctrl+V 粘贴。{_LIMITS}")
        self.save_button = LinkButton("另存…", self.save_current, icon="down")
        self.save_button.setToolTip("把选中的附件存到别处；存出去的文件没有加密")
        self.remove_button = LinkButton("删除", self.remove_current)
        self.remove_button.setToolTip("删除选中的附件，可以撤销（Delete）")
        for tool in (self.save_button, self.remove_button, self.add_button):
            self.add_tool(tool)
        self.list = Thumbnails(name="附件")
        self.list.opened.connect(self.open)
        self.list.removed.connect(self.remove)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        hint = label(_EMPTY, size=13, colour=theme.INK2)
        hint.setContentsMargins(14, 0, 14, 2)
        hint.setToolTip(_LIMITS)
        self._stack = QStackedWidget()
        self._stack.addWidget(hint)
        self._stack.addWidget(self.list)
        self.body.addWidget(self._stack)
        self.setAcceptDrops(True)
        self.hug()
        self.show_attachments("", "", ())

    @property
    def attachments(self) -> tuple[Attachment, ...]:
        """Those that are shown."""
        return self.list.thumbnails.attachments

    def show_attachments(self, household: str, door: str, attachments: Sequence[Attachment]) -> None:
        """Show those of a household."""
        self._household, self._door = household, door
        self.list.set_attachments(attachments)
        self.set_count(len(attachments) or None)
        rows = min(2, (len(attachments) + 3) // 4)
        self._stack.setFixedHeight(_NOTHING if not rows else _ROW if rows == 1 else _ROW + CELL.height() // 2)
        self._stack.setCurrentIndex(1 if attachments else 0)
        for tool in (self.save_button, self.remove_button):
            tool.setVisible(bool(attachments))

    def choose(self) -> None:
        """Let the user choose files to add."""
        self.add_paths(self._session.notices.open_files("添附件", _FILTERS))

    def paste(self) -> None:
        """Add what is on the clipboard: a picture, or files copied in a file manager."""
        # None where nothing was ever copied.
        mime = cast("QMimeData | None", QGuiApplication.clipboard().mimeData()) or QMimeData()
        paths = paths_in(mime)
        image = mime.imageData() if mime.hasImage() and not paths else None
        if paths:
            self.add_paths(paths)
        elif isinstance(image, QImage) and not image.isNull():
            self._session.work(lambda _: pasted(image), lambda file: self._add([file]), label="读取图片", owner=self)
        else:
            self._session.notices.toast("剪贴板里没有图片，也没有文件")

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add these files; asks whether photos that are too large should be scaled down."""
        if paths and self._household:
            self._session.work(lambda _: read_files(paths), self._take, label="读取附件", owner=self)

    def _take(self, chosen: Chosen) -> None:
        if not chosen.large:
            self._add(chosen.files)
            return
        names = "、".join(f"“{one.name}”" for one in chosen.large[:3])
        more = f"等 {len(chosen.large)} 张" if len(chosen.large) > 3 else ""
        answer = self._session.notices.ask(
            f"照片超过 {MOST_IN_FILE >> 20} MB，要缩小后存进来吗？",
            f"{names}{more}太大。缩小后仍然看得清，原来的文件不会动。",
            (("scale", "缩小后存入"), ("leave", "不存这些")),
            "scale",
        )
        if answer == "scale":
            self._session.work(
                lambda _: [*chosen.files, *map(scaled_down, chosen.large)], self._add, label="缩小照片", owner=self
            )
        else:
            self._add(chosen.files)

    def _add(self, files: Sequence[NewFile]) -> None:
        if not files:
            return
        household = self._household

        def say_if_known(changes: Changes) -> None:
            if not changes:
                self._session.notices.toast("这些附件已经有了，没有再存")

        self._session.act(
            lambda ledger: add_attachments(ledger, household=household, files=files),
            said=f"已添附件 {len(files)} 个",
            then=say_if_known,
            owner=self,
        )

    def open(self, one: Attachment) -> None:
        """Show a photo in full; papers are saved out, for the book leaves no unlocked copies behind by itself."""
        if not one.is_photo:
            self.save(one)
            return
        photos = [other for other in self.attachments if other.is_photo]
        wishes = PhotoWishes(self.save, self.remove)
        PhotoDialog(self.window(), self._session, photos, first=photos.index(one), wishes=wishes).open()

    def save_current(self) -> None:
        """Save the one that the keyboard is on."""
        if (one := self.list.current) is not None:
            self.save(one)

    def remove_current(self) -> None:
        """Take the one away that the keyboard is on."""
        if (one := self.list.current) is not None:
            self.remove(one)

    def save(self, one: Attachment) -> None:
        """Save an attachment as a file."""
        end = suffix_of(one.name)
        path = self._session.notices.save_file("另存附件", one.name, [f"{end.removeprefix('.').upper()} (*{end})"])
        if path is None:
            return

        def write() -> str:
            write_file(path, self._session.ledger.attachments.content(one.id))
            return path.name

        self._session.work(
            lambda _: write(),
            lambda name: self._session.notices.toast(f"已另存 {name}，这个文件没有加密"),
            label="另存附件",
            owner=self,
        )

    def remove(self, one: Attachment) -> None:
        """Take an attachment away; the toast has the way back."""
        self._session.act(lambda ledger: remove_attachment(ledger, one.id), said=f"已删除附件 {one.name}", owner=self)

    def _open_menu(self, place: QPoint) -> None:
        one = self.list.current
        if one is None or not self.list.indexAt(place).isValid():
            return
        menu = QMenu(self)
        if one.is_photo:
            menu.addAction("看大图").triggered.connect(lambda _=False: self.open(one))
        menu.addAction("另存…").triggered.connect(lambda _=False: self.save(one))
        menu.addAction("删除").triggered.connect(lambda _=False: self.remove(one))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if paths_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add_paths(paths_in(event.mimeData()))


def paths_in(mime: QMimeData, *, sheets: bool = True) -> list[Path]:
    """The files that a drag or the clipboard carries; none when, without ``sheets``, one of them is a sheet to import.

    Folders and addresses on the network are left out.
    """
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    files = [path for path in paths if path.is_file()]
    return [] if not sheets and any(suffix_of(path.name) in _SHEETS for path in files) else files
