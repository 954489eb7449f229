"""Files on their way into the book: read, a small picture made of photos, large photos scaled down if asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from minqing.errors import AttachmentTooBig, AttachmentUnreadable
from minqing.ledger.attachments import MOST_IN_FILE, PHOTOS, NewFile, check_file, suffix_of

THUMBNAIL: Final = QSize(168, 120)
_EDGES: Final = (2400, 1800, 1280)
_QUALITY: Final = 85
_MOST_READ: Final = 64 << 20
_READABLE: Final = 512
"""Megabytes that a photo may take while it is looked at; 100 megapixels."""


@dataclass(frozen=True)
class Chosen:
    """What was chosen: files that may go in as they are, and photos that first must be made smaller."""

    files: tuple[NewFile, ...] = ()
    large: tuple[NewFile, ...] = ()


def read_files(paths: Sequence[Path]) -> Chosen:
    """Read these files.

    Raises AttachmentTooBig (no photo), AttachmentKindUnknown, EmptyAttachment, AttachmentUnreadable.
    """
    files: list[NewFile] = []
    large: list[NewFile] = []
    for path in paths:
        try:
            size = path.stat().st_size
            photo = suffix_of(path.name) in PHOTOS
            check_file(path.name, min(size, MOST_IN_FILE) if photo and size <= _MOST_READ else size)
            made = NewFile(path.name, path.read_bytes())
        except OSError as error:
            raise AttachmentUnreadable(path.name) from error
        (large if size > MOST_IN_FILE else files).append(with_thumbnail(made))
    return Chosen(tuple(files), tuple(large))


def with_thumbnail(file: NewFile) -> NewFile:
    """The same file with a small picture of it, if it is one that can be read."""
    image = picture(file.content, at_most=THUMBNAIL * 2) if suffix_of(file.name) in PHOTOS else QImage()
    return NewFile(file.name, file.content, _thumbnail(image))


def picture(content: bytes, *, at_most: QSize | None = None) -> QImage:
    """A photo the right way up, no larger than ``at_most``; a null image when it cannot be read."""
    raw = QByteArray(content)
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    QImageReader.setAllocationLimit(_READABLE)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if at_most is not None and size.isValid() and (size.width() > at_most.width() or size.height() > at_most.height()):
        reader.setScaledSize(size.scaled(at_most, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


def scaled_down(file: NewFile) -> NewFile:
    """A photo as a JPEG small enough to be kept. Raises AttachmentTooBig when it cannot be made so."""
    image = picture(file.content)
    name = f"{PurePath(file.name).stem}.jpg"
    for edge in _EDGES:
        room = QSize(edge, edge).boundedTo(image.size())
        smaller = image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        content = _jpeg(smaller) if not image.isNull() else b""
        if content and len(content) <= MOST_IN_FILE:
            return NewFile(name, content, file.thumbnail or _thumbnail(smaller))
    raise AttachmentTooBig(file.name, len(file.content), MOST_IN_FILE)


def pasted(image: QImage) -> NewFile:
    """A picture from the clipboard as a file with a name of its own; large ones are scaled down."""
    name = f"粘贴的图片 {datetime.now():%Y-%m-%d %H%M%S}.jpg"
    made = NewFile(name, _jpeg(image), _thumbnail(image))
    return made if len(made.content) <= MOST_IN_FILE else scaled_down(made)


def _thumbnail(image: QImage) -> bytes:
    if image.isNull():
        return b""
    filled = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    small = image.scaled(THUMBNAIL, filled, Qt.TransformationMode.SmoothTransformation)
    left, top = (small.width() - THUMBNAIL.width()) // 2, (small.height() - THUMBNAIL.height()) // 2
    return _jpeg(small.copy(left, top, THUMBNAIL.width(), THUMBNAIL.height()), quality=78)


def _jpeg(image: QImage, *, quality: int = _QUALITY) -> bytes:
    """JPEG knows no transparency: what shows through becomes white."""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    raw = QByteArray()
    buffer = QBuffer(raw)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    flat.save(buffer, "JPG", quality)  # type: ignore[call-overload]
    return bytes(raw.data())
