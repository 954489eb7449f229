"""What this program has put on the clipboard, kept away while the window is locked."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class Pocket:
    """``take_in`` empties the clipboard of what is ours, ``give_back`` fills it again if it is still empty."""

    def __init__(self) -> None:
        self._kept: dict[QClipboard.Mode, QMimeData] = {}

    def take_in(self) -> None:
        """Keep what we have put there, and leave what came from other programs."""
        board = QGuiApplication.clipboard()
        for mode in _MODES:
            given = _held(board, mode) if owned(board, mode) else None
            if given is not None:
                self._kept[mode] = _copy(given)
                board.clear(mode)

    def give_back(self) -> None:
        """Put it back where nothing else has been copied meanwhile."""
        board = QGuiApplication.clipboard()
        for mode, kept in self._kept.items():
            if _held(board, mode) is None:
                board.setMimeData(kept, mode)
        self._kept = {}


def owned(board: QClipboard, mode: QClipboard.Mode) -> bool:
    """Whether what is on the clipboard comes from this program."""
    return board.ownsClipboard() if mode is QClipboard.Mode.Clipboard else board.ownsSelection()


def _held(board: QClipboard, mode: QClipboard.Mode) -> QMimeData | None:
    """What is there, None for nothing; a system without a second clipboard gives None for it as well."""
    given = cast("QMimeData | None", board.mimeData(mode))
    return given if given is not None and given.formats() else None


def _copy(given: QMimeData) -> QMimeData:
    made = QMimeData()
    for form in given.formats():
        made.setData(form, given.data(form))
    if given.hasImage():
        made.setImageData(given.imageData())
    return made
