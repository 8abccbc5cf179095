"""One item to put in order: a row with its place and a grip, and what is right about it after the check."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui import icons, theme
from quizapp.ui.richtext import DeckText
from quizapp.ui.widgets.keycap import CAP, paint_cap
from quizapp.ui.widgets.paint import RADIUS, begin, box, inside, leading, mirrored, ring
from quizapp.ui.widgets.word_row import GAP, WordRow

RowState = Literal["open", "lifted", "kept", "move", "shown"]
"""`shown`: in the right order, where nothing was answered."""

_CAP_AT, _CAP_GAP = 13, 14
_GRIP, _PAD = 18, 15
SPINE, _KEPT_AT, _INDENT, _WORDS_AT = 14, 40, 28, 18
"""px at 100 % from the border of an open row: the spine and the rows that hang on it; rows to move stand
further in; words begin so far within their border."""
_DISK, _ARROW = 22, 18


class _Look(Struct, frozen=True):
    fill: str = "card"
    line: str = "line"
    width: float = 1.0


_LOOKS: dict[RowState, _Look] = {
    "open": _Look(),
    "lifted": _Look("accsoft", ""),
    "kept": _Look("card", "goodline", 1.5),
    "move": _Look("warnsoft", "warn", 1.5),
    "shown": _Look(),
}


class RowFate(Struct, frozen=True):
    """How a row fared."""

    state: RowState
    word: str = ""
    """What to do with it: "move to place 5"."""
    sign: str = ""
    """Icon that says the same."""


class OrderRow(WordRow):
    """Shows an item at a place. Keys and mouse are its owner's; a press (by a screen reader) is `clicked`."""

    least_room = 200

    def __init__(self, text: DeckText, parent: QWidget | None = None) -> None:
        self._fate = RowFate("open")
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    @property
    def fate(self) -> RowFate:
        return self._fate

    def show_fate(self, fate: RowFate) -> None:
        """Be lifted or put down; after the check, show how it fared."""
        self._fate = fate
        self._name()
        self._resized()

    def _name(self) -> None:
        place = self.tr("{place} of {total}").format(place=self._place, total=self._total)
        fate = {
            "open": "",
            "lifted": self.tr("lifted"),
            "kept": self.tr("in order"),
            "move": self._fate.word,
            "shown": "",
        }[self._fate.state]
        self.setAccessibleName(", ".join(filter(None, (self.words, place, fate))))
        self.update()

    # Room

    def _lead(self) -> int:
        """From the left edge of an open row to this one's, px."""
        leads = {"kept": _KEPT_AT, "move": _KEPT_AT + _INDENT}
        return theme.px(leads.get(self._fate.state, 0))

    @property
    def _numbered(self) -> bool:
        return self._fate.state in ("open", "lifted", "shown")

    def _words_at(self) -> int:
        return _CAP_AT + theme.px(CAP) + _CAP_GAP if self._numbered else _WORDS_AT

    @property
    def _word(self) -> str:
        return self._fate.word

    def _room(self, width: float) -> float:
        grip = theme.px(_GRIP) + GAP if self._fate.state in ("open", "lifted") else 0
        return width - self._lead() - self._words_at() - _PAD - grip

    # Keys and mouse go on to the owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.ignore()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        whole = inside(self)
        rect = whole.adjusted(self._lead(), 0, 0, 0)
        look = _LOOKS[self._fate.state]
        hovered = self._fate.state == "open" and self.underMouse()
        fill, line = ("hover", "edge") if hovered else (look.fill, look.line)
        place = mirrored(self, rect)
        box(painter, place, RADIUS, fill=fill, line=line, width=look.width)
        if self.hasFocus():
            ring(painter, place, RADIUS)
        if self._numbered:
            self._paint_number(painter, rect)
        self._paint_words(painter, whole, rect)
        if self._fate.state == "kept":
            self._paint_disk(painter, whole)
        if self._fate.sign:
            self._paint_sign(painter, rect)
        painter.end()

    def _paint_number(self, painter: QPainter, rect: QRectF) -> None:
        size = theme.px(CAP)
        cap = QRectF(rect.left() + _CAP_AT, rect.center().y() - size / 2, size, size)
        paint_cap(painter, mirrored(self, cap), str(self._place))
        if self._fate.state != "shown":
            size = theme.px(_GRIP)
            grip = QRectF(rect.right() - _PAD - size, rect.center().y() - size / 2, size, size)
            icons.paint(painter, "grip", mirrored(self, grip), theme.color("mut"))

    def _paint_words(self, painter: QPainter, whole: QRectF, rect: QRectF) -> None:
        beside = self._beside(whole.width())
        width = self._room(whole.width()) - (beside + GAP if beside else 0)
        height, below = self._heights(whole.width())
        left = rect.left() + self._words_at()
        top = rect.center().y() - (height + below) / 2
        self._text.paint(painter, QPointF(mirrored(self, QRectF(left, top, width, 1)).left(), top), width)
        if not self._fate.word:
            return
        word = QRectF(left, top + height, rect.right() - _PAD - left, below)
        if beside:
            word = QRectF(rect.right() - _PAD - beside, rect.top(), beside, rect.height())
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color("warn"))
        painter.drawText(mirrored(self, word), Qt.AlignmentFlag.AlignVCenter | leading(self), self._fate.word)

    def _paint_disk(self, painter: QPainter, whole: QRectF) -> None:
        size = theme.px(_DISK)
        centre = QPointF(whole.left() + theme.px(SPINE), whole.center().y())
        disk = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
        box(painter, mirrored(self, disk), size / 2, fill="good")
        tick = disk.adjusted(size * 0.22, size * 0.22, -size * 0.22, -size * 0.22)
        icons.paint(painter, "check", mirrored(self, tick), theme.color("card"), stroke=2.8)

    def _paint_sign(self, painter: QPainter, rect: QRectF) -> None:
        size = theme.px(_ARROW)
        left = rect.left() - theme.px(_INDENT - SPINE + 4) - size / 2
        place = QRectF(left, rect.center().y() - size / 2, size, size)
        icons.paint(painter, self._fate.sign, mirrored(self, place), theme.color("warn"), stroke=2.2)
