"""One bar cut into parts, and below it each part's sign, number and word."""

from msgspec import Struct
from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.paint import Styled, begin, leading, mirrored

_BAR_H, _CUT, _GAP_BELOW, _LINE_H, _APART = 10, 2, 13, 20, 24
_SIGN, _SIGN_W, _WORD_GAP = 16, 22, 6
_STRIPE = 8


class Part(Struct, frozen=True, kw_only=True):
    """A stretch of the bar."""

    count: int
    word: str
    """Translated; what is counted."""
    icon: str
    token: str
    hatched: bool = False


class SplitBar(Styled, QLabel):
    """Parts in proportion to their counts, in the order given; parts of 0 do not show.

    A label to a screen reader: its text is the list in words.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._parts: tuple[Part, ...] = ()

    def show_parts(self, parts: tuple[Part, ...]) -> None:
        self._parts = tuple(part for part in parts if part.count)
        self.setText(", ".join(f"{QLocale().toString(part.count)} {part.word}" for part in self._parts))
        self.restyle()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1].bottom()) if places else theme.px(_BAR_H)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), self.heightForWidth(theme.px(400)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(max((self._entry_width(part) for part in self._parts), default=0)), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._paint_bar(painter)
        for part, place in zip(self._parts, self._places(self.width()), strict=True):
            self._paint_entry(painter, part, place)
        painter.end()

    def _paint_bar(self, painter: QPainter) -> None:
        whole = QRectF(0, 0, self.width(), theme.px(_BAR_H))
        outline = QPainterPath()
        outline.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        total = sum(part.count for part in self._parts)
        room = whole.width() - _CUT * (len(self._parts) - 1)
        x = 0.0
        painter.save()
        painter.setClipPath(outline)
        for part in self._parts:
            width = room * part.count / total
            self._paint_part(painter, part, mirrored(self, QRectF(x, 0, width, whole.height())))
            x += width + _CUT
        painter.restore()

    def _paint_part(self, painter: QPainter, part: Part, rect: QRectF) -> None:
        ink = theme.color(part.token)
        if not part.hatched:
            painter.fillRect(rect, ink)
            return
        painter.fillRect(rect, theme.color(f"{part.token}soft"))
        painter.save()
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
        painter.setPen(QPen(ink, 1.3))
        x, height = rect.left() - rect.height(), rect.height()
        while x < rect.right():
            painter.drawLine(QPointF(x, height), QPointF(x + height, 0))
            x += _STRIPE
        painter.restore()

    def _places(self, width: int) -> list[QRectF]:
        """Where the entries below the bar stand, wrapped into lines."""
        places: list[QRectF] = []
        x, y, height = 0.0, float(theme.px(_BAR_H) + _GAP_BELOW), theme.px(_LINE_H)
        for part in self._parts:
            wide = self._entry_width(part)
            if x and x + wide > width:
                x, y = 0.0, y + height
            places.append(QRectF(x, y, wide, height))
            x += wide + _APART
        return places

    def _entry_width(self, part: Part) -> float:
        return theme.px(_SIGN_W) + self._number_width(part) + theme.px(_WORD_GAP) + self._word_width(part)

    def _number_width(self, part: Part) -> float:
        return QFontMetricsF(theme.font("cap")).horizontalAdvance(QLocale().toString(part.count))

    def _word_width(self, part: Part) -> float:
        return QFontMetricsF(theme.font("small")).horizontalAdvance(part.word) + 1

    def _paint_entry(self, painter: QPainter, part: Part, place: QRectF) -> None:
        side = leading(self) | Qt.AlignmentFlag.AlignVCenter
        size = theme.px(_SIGN)
        sign = QRectF(place.left(), place.center().y() - size / 2, size, size)
        icons.paint(painter, part.icon, mirrored(self, sign), theme.color(part.token), stroke=2.2)
        number = place.adjusted(theme.px(_SIGN_W), 0, 0, 0)
        number.setWidth(self._number_width(part) + 1)
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color("text"))
        painter.drawText(mirrored(self, number), side, QLocale().toString(part.count))
        word = QRectF(
            number.right() - 1 + theme.px(_WORD_GAP), place.top(), self._word_width(part), place.height()
        )
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("mut"))
        painter.drawText(mirrored(self, word), side, part.word)
