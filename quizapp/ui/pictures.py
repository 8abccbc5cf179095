"""Pictures of decks: only files under the deck's folder, of a bounded size, never anything they refer to."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, QSizeF, Qt, QXmlStreamReader
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from quizapp.formats.markup import is_relative

_BITMAPS = {
    ".png": b"png",
    ".jpg": b"jpeg",
    ".jpeg": b"jpeg",
    ".gif": b"gif",
    ".webp": b"webp",
    ".bmp": b"bmp",
}
_LARGEST_FILE = 20_000_000
_LARGEST_SVG = 2_000_000
_LARGEST_SIDE = 8000
_RATIO = 2.0
"""Device pixels a px at which drawings are made, so that they stay sharp on fine screens."""
_MOST_COPIES = 20_000
"""Elements that a drawing's `use` may amount to: nested ones grow exponentially."""
_KEPT = 4
"""Pictures of a settled size that are kept; each takes 10 MB at most."""
_INNER = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


def find(folder: Path, name: str) -> Path | None:
    """The file that a deck means by `name`, if it lies under the deck's folder; links are followed first."""
    if not is_relative(name):
        return None
    try:
        root = folder.resolve(strict=True)
        path = (root / name).resolve(strict=True)
    except (OSError, RuntimeError):
        return None
    allowed = path.is_relative_to(root) and path.is_file() and path.stat().st_size <= _LARGEST_FILE
    return path if allowed else None


def load(
    folder: Path, name: str, *, scheme: str, backing: QColor, fill: QSize | None = None
) -> QImage | None:
    """A picture of a deck, opaque; None if there is none, it lies elsewhere, or it cannot be shown.

    scheme: in dark ones `name.dark.svg` is taken where it lies beside `name.svg`, and any other see-through
    picture is put on white; backing: the colour behind it otherwise. Its size is in logical px. With `fill`
    its size is in device px instead: a drawing is made as large as fits there, a larger bitmap is read so.
    """
    path = find(folder, name)
    if path is None:
        return None
    ground = backing
    if scheme != "light":
        own = find(folder, f"{name[: -len('.svg')]}.dark.svg") if path.suffix == ".svg" else None
        path, ground = (own, backing) if own else (path, QColor("white"))
    if fill is None:
        return _read(path, ground, None)
    kept = _kept(path, path.stat().st_mtime_ns, ground.rgb(), (fill.width(), fill.height()))
    return None if kept is None else QImage(kept)


@lru_cache(maxsize=_KEPT)
def _kept(path: Path, changed_ns: int, ground: int, fill: tuple[int, int]) -> QImage | None:
    """A picture that is likely to be asked for again: several cards may be about it."""
    return _read(path, QColor(ground), QSize(*fill))


def _read(path: Path, ground: QColor, fill: QSize | None) -> QImage | None:
    if path.suffix.lower() == ".svg":
        return _drawing(path, ground, fill)
    return _bitmap(path, ground, fill)


def _bitmap(path: Path, ground: QColor, fill: QSize | None) -> QImage | None:
    kind = _BITMAPS.get(path.suffix.lower())
    if kind is None:
        return None
    reader = QImageReader(str(path), kind)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _LARGEST_SIDE:
        return None
    if fill and size.isValid() and (size.width() > fill.width() or size.height() > fill.height()):
        reader.setScaledSize(_fitted(QSizeF(size), fill))
    image = reader.read()
    if image.isNull():
        return None
    return _on(ground, image) if image.hasAlphaChannel() else image


def _on(ground: QColor, image: QImage) -> QImage:
    result = QImage(image.size(), QImage.Format.Format_RGB32)
    result.fill(ground)
    painter = QPainter(result)
    painter.drawImage(0, 0, image)
    painter.end()
    return result


def _fitted(size: QSizeF, room: QSize) -> QSize:
    """The size, as large as fits; no side is lost."""
    fitted = size.scaled(QSizeF(room), Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.toSize().expandedTo(QSize(1, 1))


def _drawing(path: Path, ground: QColor, fill: QSize | None) -> QImage | None:
    if path.stat().st_size > _LARGEST_SVG:
        return None
    data = path.read_bytes()
    if not harmless(data):
        return None
    drawing = QSvgRenderer(QByteArray(data))
    size = QSizeF(drawing.defaultSize())
    if not drawing.isValid() or size.isEmpty():
        return None
    if max(size.width(), size.height()) > _LARGEST_SIDE / _RATIO:
        return None
    pixels = _fitted(size, fill or (size * _RATIO).toSize())
    image = QImage(pixels, QImage.Format.Format_RGB32)
    image.fill(ground)
    painter = QPainter(image)
    drawing.render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(1 if fill else _RATIO)
    return image


def harmless(data: bytes) -> bool:
    """True if an SVG refers to nothing outside itself and does not copy itself without end."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QXmlStreamReader(buffer)
    enclosing: list[str] = []
    uses: dict[str, list[str]] = {"": []}
    while not reader.atEnd():
        reader.readNext()
        if reader.isStartElement():
            listed = reader.attributes()
            attributes = [listed.at(index) for index in range(listed.size())]
            link = reader.name() == "a"
            targets = [item.value() for item in attributes if item.name() == "href" and not link]
            if not all(target.startswith(("#", *_INNER)) for target in targets):
                return False
            enclosing.append(next((item.value() for item in attributes if item.name() == "id"), ""))
            copied = [target[1:] for target in targets if reader.name() == "use"]
            for name in {"", *enclosing}:
                uses.setdefault(name, []).extend(copied)
        elif reader.isEndElement():
            enclosing.pop()
    try:
        return not reader.hasError() and _copies("", uses, {}) <= _MOST_COPIES
    except RecursionError:
        return False


def _copies(name: str, uses: dict[str, list[str]], known: dict[str, int]) -> int:
    """How many elements the copies below `name` amount to; a circle counts as too many."""
    if name not in known:
        known[name] = _MOST_COPIES + 1  # stands while we are inside: a circle meets it
        known[name] = 1 + sum(_copies(target, uses, known) for target in uses.get(name, ()))
    return known[name]
