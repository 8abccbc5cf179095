"""What a clipboard or a drag holds that a deck can take over: a picture, or files."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from quizapp.formats.media_types import Sort, types_of

_RAW = ("image/svg+xml", "image/png", "image/jpeg", "image/webp", "image/gif")
"""Taken as they are, the first that is there: nothing is lost by decoding."""


def offered(data: QMimeData, sort: Sort) -> Path | bytes | None:
    """The file or the bytes that are offered; None if there is nothing of the sort.

    A file counts by its suffix here: what is in it is looked at when it is taken over.
    """
    suffixes = {suffix for kind in types_of(sort) for suffix in kind.suffixes}
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    found = next((file for file in files if file.suffix.lower() in suffixes), None)
    if found is not None or sort != "picture":
        return found
    raw = next((name for name in _RAW if data.hasFormat(name)), "")
    if raw:
        return bytes(data.data(raw).data())
    image = data.imageData() if data.hasImage() else None
    return as_png(image) if isinstance(image, QImage) and not image.isNull() else None


def as_png(image: QImage) -> bytes:
    """A picture as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    buffer.close()
    return bytes(data.data())
