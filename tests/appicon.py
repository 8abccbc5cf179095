"""The sizes of the app's icon that desktops ask for, drawn from the one SVG.

Renew them: python -m tests.appicon
"""

from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from quizapp.ui import appicon

ICONS = Path(__file__).parents[1] / "assets" / "icons"
SVG = ICONS / "quizapp.svg"
SIZES = (*appicon.SIZES, 512)


def drawn(size: int) -> QImage:
    """The SVG at a size in px."""
    renderer = QSvgRenderer(str(SVG))
    assert renderer.isValid()
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def differences(one: QImage, other: QImage) -> list[int]:
    """Of each byte of two pictures of the same size."""
    assert one.size() == other.size()
    form = QImage.Format.Format_RGBA8888_Premultiplied
    # Named, as the bytes of an image go with it.
    first, second = one.convertToFormat(form), other.convertToFormat(form)
    pairs = zip(bytes(first.constBits()), bytes(second.constBits()), strict=True)
    return [abs(left - right) for left, right in pairs]


def main() -> None:
    """Write all sizes."""
    for size in SIZES:
        file = appicon.file(ICONS, size)
        file.parent.mkdir(parents=True, exist_ok=True)
        assert drawn(size).save(str(file))


if __name__ == "__main__":
    main()
