"""What a page is made of: blocks that know their height at a width and paint themselves at the origin.

Lengths are px of 1/96 inch. All of it happens inside `theme.printing`.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from quizapp.core.kinds.forms import Area
from quizapp.ui import theme
from quizapp.ui.richtext import DeckText
from quizapp.ui.widgets.paint import box
from quizapp.ui.widgets.patch import Patch, PatchState, paint_patch

_BOX, _LINE, _NUMBER = 15, 34, 22
_TALLEST = 380
"""Height of a picture with regions, px."""
_HALF = 0.5
"""Inside a line of text by so much: its neighbours do not belong to the cut."""


class Block:
    """Base of the blocks."""

    def height(self, width: float) -> float:
        raise NotImplementedError

    def cuts(self, width: float) -> tuple[float, ...]:
        """Where it may be cut, from its top."""
        return ()

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        """Paint what lies between two offsets from its top, with its whole top at the origin."""
        raise NotImplementedError


class Words(Block):
    """A text."""

    def __init__(self, text: DeckText) -> None:
        self.text = text

    def height(self, width: float) -> float:
        return self.text.height(width)

    def cuts(self, width: float) -> tuple[float, ...]:
        self.text.lay_out(width)
        return self.text.line_tops()

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        clip = QRectF(0, start + _HALF, width, end - start - 2 * _HALF)
        self.text.paint(painter, QPointF(), width, clip=clip)


class Mark(Block):
    """A box to fill in, a letter or number beside it; either may be missing."""

    def __init__(self, words: str, *, boxed: bool = True, mirrored: bool = False) -> None:
        self._words, self._boxed, self._mirrored = words, boxed, mirrored

    def height(self, width: float) -> float:
        return theme.px(_NUMBER)

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        side, high = theme.px(_BOX), QFontMetricsF(theme.font("body")).height()
        gap = side + 7 if self._boxed else 0
        if self._boxed:
            x = width - side - 1 if self._mirrored else 1
            box(painter, QRectF(x, (high - side) / 2, side, side), 2, line="text", width=1)
        painter.setFont(theme.font("strong" if self._boxed else "body"))
        painter.setPen(theme.color("text"))
        edge = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(QRectF(0 if self._mirrored else gap, 0, width - gap, high), flags, self._words)


class Line(Block):
    """A line to write on."""

    def height(self, width: float) -> float:
        return theme.px(_LINE)

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        painter.setPen(QPen(theme.color("mut"), 0.8))
        y = self.height(width) - theme.px(6)
        painter.drawLine(QPointF(0, y), QPointF(width, y))


class Rule(Block):
    """A hairline between questions."""

    def height(self, width: float) -> float:
        return 1.0

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        painter.setPen(QPen(theme.color("line"), 0.8))
        painter.drawLine(QPointF(0, 0), QPointF(width, 0))


class Picture(Block):
    """A picture with regions on it; without it its frame, and its words beside the regions."""

    def __init__(self, image: QImage | None, areas: Sequence[Area]) -> None:
        self._image, self._areas = image, areas

    def _size(self, width: float) -> tuple[float, float]:
        wide, high = (self._image.width(), self._image.height()) if self._image else (16, 10)
        scale = min(width / wide, theme.px(_TALLEST) / high)
        return wide * scale, high * scale

    def height(self, width: float) -> float:
        return self._size(width)[1] + 6

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        wide, high = self._size(width)
        frame = QRectF(0, 0, wide, high)
        if self._image:
            painter.drawImage(frame, self._image)
        box(painter, frame, 0, line="line")
        for area in self._areas:
            rect = QRectF(
                float(area.left) * wide / 100, float(area.top) * high / 100,
                float(area.width) * wide / 100, float(area.height) * high / 100,
            )  # fmt: skip
            state: PatchState = "asked" if area.asked else "covered" if area.covered else "open"
            paint_patch(painter, rect, Patch(state))
            if area.number:
                self._number(painter, rect, str(area.number))

    def _number(self, painter: QPainter, rect: QRectF, words: str) -> None:
        font = theme.font("strong")
        side = QFontMetricsF(font).height() + 4
        place = QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)
        box(painter, place, side / 2, fill="card", line="text")
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)


class Cell(NamedTuple):
    """A block of a row; width in px, 0 for an equal share of what is left."""

    block: Block
    width: float = 0.0


class Row(Block):
    """Blocks side by side, from the side where lines begin."""

    def __init__(self, *cells: Cell, gap: float = 10, mirrored: bool = False, grounded: bool = False) -> None:
        """grounded: they stand on one line at the bottom."""
        self._cells, self._gap, self._mirrored, self._grounded = cells, gap, mirrored, grounded

    def _widths(self, width: float) -> list[float]:
        free = width - sum(cell.width for cell in self._cells) - self._gap * (len(self._cells) - 1)
        shares = sum(not cell.width for cell in self._cells)
        return [cell.width or free / shares for cell in self._cells]

    def height(self, width: float) -> float:
        return max(
            cell.block.height(wide) for cell, wide in zip(self._cells, self._widths(width), strict=True)
        )

    def cuts(self, width: float) -> tuple[float, ...]:
        """Those of its widest: beside a long text stand but marks."""
        widths = self._widths(width)
        widest = max(range(len(widths)), key=widths.__getitem__)
        return self._cells[widest].block.cuts(widths[widest])

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        x, whole = 0.0, self.height(width)
        for cell, wide in zip(self._cells, self._widths(width), strict=True):
            at = width - x - wide if self._mirrored else x
            top = whole - cell.block.height(wide) if self._grounded else 0.0
            painted(painter, cell.block, QPointF(at, top), wide, start - top, end - top)
            x += wide + self._gap


class Stack(Block):
    """Blocks one below the other."""

    def __init__(self, *blocks: Block, gap: float = 6) -> None:
        self._blocks, self._gap = blocks, gap

    def _tops(self, width: float) -> list[tuple[Block, float, float]]:
        """(block, top, height)."""
        placed, y = [], 0.0
        for block in self._blocks:
            high = block.height(width)
            placed.append((block, y, high))
            y += high + self._gap
        return placed

    def height(self, width: float) -> float:
        placed = self._tops(width)
        return placed[-1][1] + placed[-1][2] if placed else 0.0

    def cuts(self, width: float) -> tuple[float, ...]:
        found: list[float] = []
        for block, top, _ in self._tops(width):
            found += [top] if top else []
            found += [top + cut for cut in block.cuts(width)]
        return tuple(found)

    def paint(self, painter: QPainter, width: float, start: float, end: float) -> None:
        for block, top, high in self._tops(width):
            if top + high > start and top < end:
                painted(painter, block, QPointF(0, top), width, start - top, end - top)


def painted(painter: QPainter, block: Block, at: QPointF, width: float, start: float, end: float) -> None:
    """Paint the part of a block between two offsets from its top; `at`: where its whole top lies."""
    high = block.height(width)
    start, end = max(0.0, start), min(high, end)
    if end <= start:
        return
    painter.save()
    painter.translate(at)
    block.paint(painter, width, start, end)
    painter.restore()
