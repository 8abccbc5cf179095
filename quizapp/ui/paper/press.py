"""Sheets onto pages: of a PDF file, or of a printer."""

from collections.abc import Callable, Sequence
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QIODevice, QMarginsF, QPointF, QRectF, QSaveFile, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from quizapp.ui import theme
from quizapp.ui.paper.blocks import painted
from quizapp.ui.paper.pages import Extent, Slice, paginate
from quizapp.ui.paper.sheets import Sheet

Size = Literal["A4", "Letter"]
_SIZES: dict[Size, QPageSize.PageSizeId] = {
    "A4": QPageSize.PageSizeId.A4,
    "Letter": QPageSize.PageSizeId.Letter,
}
_MARGIN_MM, _FOOT_MM = 18.0, 16.0
_PER_INCH = 96
"""A px of the layout."""
_FINE = 10
"""Parts of a px that a PDF knows."""
_FOOT, _GAP, _BELOW_HEAD = 26, 24, 18
LARGE_PERCENT = 160
"""The body's 15 px are then 18 pt."""


class Setup(Struct, frozen=True):
    """How it is printed."""

    size: Size = "A4"
    large: bool = False

    @property
    def text_percent(self) -> int:
        return LARGE_PERCENT if self.large else 100


Make = Callable[[], Sequence[Sheet]]
"""Makes the sheets; called while the theme is that of paper."""


def write_pdf(path: str, setup: Setup, make: Make) -> int:
    """Write a PDF, all of it or, if that fails, nothing; how many pages. Raises OSError."""
    file = QSaveFile(path)
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    writer = QPdfWriter(file)
    writer.setResolution(_PER_INCH * _FINE)
    count = paint(writer, setup, make, writer.setTitle)
    if not file.commit():
        raise OSError(file.errorString())
    return count


def paint(
    device: QPagedPaintDevice, setup: Setup, make: Make, titled: Callable[[str], object] | None = None
) -> int:
    """Paint all sheets; how many pages. titled: told the title of the first sheet before it is painted."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _FOOT_MM)
    portrait = QPageLayout.Orientation.Portrait
    page = QPageLayout(QPageSize(_SIZES[setup.size]), portrait, margins, QPageLayout.Unit.Millimeter)
    device.setPageLayout(page)
    inches = device.pageLayout().paintRect(QPageLayout.Unit.Inch)
    room = QRectF(0, 0, inches.width() * _PER_INCH, inches.height() * _PER_INCH)
    with theme.printing(setup.text_percent):
        sheets = make()
        if titled and sheets:
            titled(sheets[0].title)
        painter = QPainter(device)
        painter.scale(device.logicalDpiX() / _PER_INCH, device.logicalDpiY() / _PER_INCH)
        count = 0
        for sheet in sheets:
            count += _paint_sheet(painter, device, sheet, room, begun=count > 0)
        painter.end()
    return count


def _paint_sheet(
    painter: QPainter, device: QPagedPaintDevice, sheet: Sheet, room: QRectF, *, begun: bool
) -> int:
    width, high = room.width(), room.height() - theme.px(_FOOT)
    head = sheet.head.height(width) + _BELOW_HEAD
    extents = [Extent(block.height(width), block.cuts(width)) for block in sheet.groups]
    pages = paginate(extents, first=high - head, room=high, gap=theme.px(_GAP))
    for number, page in enumerate(pages, 1):
        if begun or number > 1:
            device.newPage()
        top = 0.0
        if number == 1:
            painted(painter, sheet.head, QPointF(), width, 0, head)
            top = head
        for part in page:
            _paint_part(painter, sheet, part, top, width)
        _paint_foot(painter, room, sheet.foot, f"{number} / {len(pages)}")
    return len(pages)


def _paint_part(painter: QPainter, sheet: Sheet, part: Slice, top: float, width: float) -> None:
    at = QPointF(0, top + part.y - part.start)
    painted(painter, sheet.groups[part.index], at, width, part.start, part.end)


def _paint_foot(painter: QPainter, room: QRectF, words: str, number: str) -> None:
    painter.setFont(theme.font("small"))
    painter.setPen(theme.color("mut"))
    line = QRectF(0, room.height() - theme.px(_FOOT), room.width(), theme.px(_FOOT))
    bottom = Qt.AlignmentFlag.AlignBottom
    wide = painter.fontMetrics().horizontalAdvance(number) + 12
    text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(line.width() - wide))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | bottom, text)
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | bottom, number)
