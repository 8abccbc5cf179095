"""What all painted widgets share: the 4 px margin, the focus ring, and being told of a new theme."""

from PySide6.QtCore import QEvent, QMarginsF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui import theme

MARGIN = 4
"""Every control owns this much around its border; the focus ring is painted in it."""

SIDE, SIDE_NARROW = 32, 24
"""The page's side margins; the narrow one below NARROW px."""
NARROW = 600

CARD_RADIUS = 18
RADIUS = 12
BUTTON_RADIUS = 10


class Styled:
    """Mix in before a QWidget class: `restyle` is called on each change of theme; call it in __init__ too."""

    def restyle(self) -> None:
        """Take fonts, colours and sizes from the theme again."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)  # type: ignore[misc]
        if event.type() == QEvent.Type.StyleChange:
            self.restyle()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt tells a widget out of sight of no change, or takes back what it chose then."""
        super().showEvent(event)  # type: ignore[misc]
        changes = theme.changes()
        if changes != getattr(self, "_shown_after", 1):
            self._shown_after = changes
            self.restyle()


def inside(widget: QWidget) -> QRectF:
    """A control's visible rectangle: its own without the margin."""
    return QRectF(widget.rect()).marginsRemoved(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN))


def begin(widget: QWidget) -> QPainter:
    """A painter with smooth edges on a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    *,
    fill: str | QColor = "",
    line: str | QColor = "",
    width: float = 1.0,
    dashed: bool = False,
) -> None:
    """A rounded box in tokens or colours; its border lies wholly inside `rect`. Empty = none."""
    half = width / 2 if line else 0
    pen = QPen(_ink(line), width) if line else QPen(Qt.PenStyle.NoPen)
    if dashed:
        pen.setDashPattern([6 / width, 4 / width])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(_ink(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)


def ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The focus ring: 2 px of accent, 2 px outside the border of `rect`."""
    painter.setPen(QPen(theme.color("acc"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)


def mirrored(widget: QWidget, rect: QRectF) -> QRectF:
    """`rect` of a left-to-right layout, where it belongs in the widget's own direction."""
    if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return rect
    return QRectF(widget.width() - rect.right(), rect.y(), rect.width(), rect.height())


def leading(widget: QWidget) -> Qt.AlignmentFlag:
    """The alignment flags for the side where lines begin; absolute, so that QPainter does not mirror them."""
    left = widget.layoutDirection() == Qt.LayoutDirection.LeftToRight
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignAbsolute


def trailing(widget: QWidget) -> Qt.AlignmentFlag:
    """The opposite of `leading`."""
    left = widget.layoutDirection() == Qt.LayoutDirection.LeftToRight
    side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say something that happened, without moving the focus."""
    if text and QAccessible.isActive():
        heard = text.replace("\u200b", "")  # where a path may be broken into lines
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, heard))


def _ink(value: str | QColor) -> QColor:
    return theme.color(value) if isinstance(value, str) else value
