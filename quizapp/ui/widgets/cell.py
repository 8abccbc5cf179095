"""Painting in table cells: coordinates as in a left-to-right layout, words wrapped and cut with care."""

from functools import lru_cache
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption

from quizapp.ui import icons, theme
from quizapp.ui.widgets.paint import box

_WRAP = QTextOption()
_WRAP.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class Cell:
    """A place whose coordinates begin at 0, 0 where lines begin, also from right to left."""

    def __init__(self, rect: QRectF, *, mirrored: bool) -> None:
        self._rect, self._mirrored = rect, mirrored

    @property
    def is_mirrored(self) -> bool:
        """True where lines begin at the right."""
        return self._mirrored

    @property
    def rect(self) -> QRectF:
        return QRectF(0, 0, self._rect.width(), self._rect.height())

    def place(self, rect: QRectF) -> QRectF:
        """A rectangle of the cell in the widget's coordinates."""
        x = self._rect.width() - rect.right() if self._mirrored else rect.left()
        return QRectF(self._rect.left() + x, self._rect.top() + rect.top(), rect.width(), rect.height())

    def painted_by(self, painter: QPainter) -> "PaintedCell":
        """The same place, to paint in."""
        return PaintedCell(painter, self._rect, mirrored=self._mirrored)


class PaintedCell(Cell):
    """A cell that is being painted."""

    def __init__(self, painter: QPainter, rect: QRectF, *, mirrored: bool) -> None:
        super().__init__(rect, mirrored=mirrored)
        self._painter = painter

    def box(self, rect: QRectF, radius: float, fill: str) -> None:
        box(self._painter, self.place(rect), radius, fill=fill)

    def icon(self, rect: QRectF, name: str, token: str, *, turns: bool = False, stroke: float = 1.7) -> None:
        """turns: an icon that points onwards, and so the other way from right to left."""
        place = self.place(rect)
        self._painter.save()
        if turns and self._mirrored:
            self._painter.translate(2 * place.center().x(), 0)
            self._painter.scale(-1, 1)
        icons.paint(self._painter, name, place, theme.color(token), stroke=stroke)
        self._painter.restore()

    def outline(self, rect: QRectF, outline: str, token: str) -> None:
        """An icon that is declared elsewhere: the sign of a kind."""
        icons.paint_outline(self._painter, outline, self.place(rect), theme.color(token))

    def words(
        self,
        rect: QRectF,
        lines: tuple[str, ...],
        role: str,
        token: str,
        *,
        at_end: bool = False,
        tabular: bool = False,
        underlined: bool = False,
        struck: bool = False,
    ) -> None:
        """Lines of words, centred between top and bottom; at_end: at the side where lines end."""
        font = theme.font(role, tabular=tabular)
        font.setUnderline(underlined)
        font.setStrikeOut(struck)
        self._painter.setFont(font)
        # Each text is written in its own direction, whatever the window's.
        self._painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._painter.setPen(theme.color(token))
        side = Qt.AlignmentFlag.AlignRight if at_end != self._mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        place = self.place(rect)
        height = line_height(role)
        top = place.center().y() - height * len(lines) / 2
        for number, line in enumerate(lines):
            where = QRectF(place.left(), top + number * height, place.width(), height)
            self._painter.drawText(where, flags, line)


@lru_cache(maxsize=1024)
def _lines(text: str, role: str, percent: int, width: int, most: int) -> tuple[str, ...]:
    font = theme.font(role)
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return (text,)
    layout = QTextLayout(text, font)
    layout.setTextOption(_WRAP)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    lines[-1] = metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


def lines_of(text: str, role: str, width: float, most: int = 2) -> tuple[str, ...]:
    """A text in lines of at most `width` px in a role of the type scale; the last ends in "…" if cut."""
    text = " ".join(text.split())
    return _lines(text, role, theme.current().text_percent, max(1, int(width)), most)


def is_cut(text: str, lines: tuple[str, ...]) -> bool:
    """True if the lines do not show all of the text."""
    return "".join("".join(lines).split()) != "".join(text.split())


def tip(text: str) -> str:
    """A tool tip that shows a deck's text as it is: wrapped, and never taken for HTML of its own."""
    return f"<qt>{escape(text)}</qt>" if text else ""


def line_height(role: str) -> float:
    """Height of a line of a role, px."""
    return QFontMetricsF(theme.font(role)).height()


def words_width(text: str, role: str) -> float:
    """Width of a line of words in a role, px."""
    return QFontMetricsF(theme.font(role)).horizontalAdvance(text)
