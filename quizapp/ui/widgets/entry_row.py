"""One entry of a list that the learner writes: a row to take back, and how it fared after the check."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui import icons, theme
from quizapp.ui.richtext import DeckText
from quizapp.ui.widgets.button import Button
from quizapp.ui.widgets.keycap import CAP, paint_cap
from quizapp.ui.widgets.paint import MARGIN, RADIUS, begin, box, inside, leading, mirrored, ring
from quizapp.ui.widgets.word_row import GAP, WordRow

EntryState = Literal["open", "right", "almost", "misplaced", "wrong", "twice", "missed", "spare"]

_PAD, _CAP_AT = 18, 13
_SIGN, _CROSS, _CROSS_AT = 20, 28, 8


class _Look(Struct, frozen=True):
    fill: str = "card"
    line: str = "line"
    width: float = 1.5
    dashed: bool = False
    ink: str = "mut"
    sign: str = ""
    text: str = "text"


_LOOKS: dict[EntryState, _Look] = {
    "open": _Look(width=1),
    "right": _Look("goodsoft", "good", ink="good", sign="check"),
    "almost": _Look("warnsoft", "warn", ink="warn", sign="almost"),
    "misplaced": _Look("warnsoft", "warn", ink="warn", sign="half"),
    "wrong": _Look("badsoft", "bad", ink="bad", sign="cross"),
    "twice": _Look(width=1, sign="minus", text="mut"),
    "missed": _Look("card", "good", dashed=True, ink="good", sign="check"),
    "spare": _Look(width=1, sign="check", text="mut"),
}


class EntryFate(Struct, frozen=True):
    """How an entry fared, or an item that was not named."""

    state: EntryState
    word: str = ""
    """What its sign alone does not say: "missed"."""


class EntryRow(WordRow):
    """Shows an entry. A press takes it back, as Delete does; other keys are its owner's."""

    taken = Signal(object)
    """Itself: it is wanted back for editing."""
    dropped = Signal(object)
    """Itself: it is to go."""

    def __init__(self, text: DeckText, *, numbered: bool = False, parent: QWidget | None = None) -> None:
        """numbered: its place is shown."""
        self._numbered, self._fate = numbered, EntryFate("open")
        super().__init__(text, parent)
        self._cross = _Cross(self.tr("Remove {item}").format(item=text.plain), self)
        self._cross.clicked.connect(self._drop)
        self.clicked.connect(self._take)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def fate(self) -> EntryFate:
        return self._fate

    def _take(self) -> None:
        if self._fate.state == "open":
            self.taken.emit(self)

    def _drop(self) -> None:
        self.dropped.emit(self)

    def show_fate(self, fate: EntryFate) -> None:
        """Show how it fared; it cannot be taken back any more."""
        self._fate = fate
        self._text.set_look(token=_LOOKS[fate.state].text)
        self._cross.hide()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleDescription("")
        self._name()
        self._resized()

    def _name(self) -> None:
        if self._fate.state == "open":
            detail = self.tr("{place} of {total}").format(place=self._place, total=self._total)
        else:
            detail = self._fate.word or (self.tr("right") if self._fate.state == "right" else "")
        self.setAccessibleName(", ".join(filter(None, (self.words, detail))))
        self.update()

    def restyle(self) -> None:
        self._set_cross()
        super().restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_cross()

    def _set_cross(self) -> None:
        size = self._cross.sizeHint()
        left = self.width() - _CROSS_AT - size.width()
        place = QRectF(left, (self.height() - size.height()) / 2, size.width(), size.height())
        self._cross.setGeometry(mirrored(self, place).toRect())

    # Room

    def _words_at(self) -> int:
        return _CAP_AT + theme.px(CAP) + GAP if self._shows_place else _PAD

    @property
    def _shows_place(self) -> bool:
        return self._numbered and self._fate.state not in ("missed", "spare")

    @property
    def _word(self) -> str:
        return self._fate.word

    def _room(self, width: float) -> float:
        return (
            width - self._words_at() - _PAD - theme.px(_SIGN if self._fate.state != "open" else _CROSS) - GAP
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._fate.state == "open":
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._fate.state == "open":
            self.click()
        else:
            event.ignore()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        look = _LOOKS[self._fate.state]
        fill, line = look.fill, look.line
        if self._fate.state == "open" and (self.underMouse() or self.isDown()):
            fill, line = "hover", "edge"
        box(painter, rect, RADIUS, fill=fill, line=line, width=look.width, dashed=look.dashed)
        if self.hasFocus():
            ring(painter, rect, RADIUS)
        if self._shows_place:
            size = theme.px(CAP)
            cap = QRectF(rect.left() + _CAP_AT, rect.center().y() - size / 2, size, size)
            paint_cap(painter, mirrored(self, cap), str(self._place))
        self._paint_words(painter, rect, look)
        if look.sign:
            size = theme.px(_SIGN)
            sign = QRectF(rect.right() - _PAD - size, rect.center().y() - size / 2, size, size)
            icons.paint(painter, look.sign, mirrored(self, sign), theme.color(look.ink), stroke=2.4)
        painter.end()

    def _paint_words(self, painter: QPainter, rect: QRectF, look: _Look) -> None:
        beside = self._beside(rect.width())
        room = self._room(rect.width())
        width = room - (beside + GAP if beside else 0)
        height, below = self._heights(rect.width())
        left = rect.left() + self._words_at()
        top = rect.center().y() - (height + below) / 2
        self._text.paint(painter, QPointF(mirrored(self, QRectF(left, top, width, 1)).left(), top), width)
        word = QRectF(left, top + height, room, below)
        if beside:
            word = QRectF(left + room - beside, rect.top(), beside, rect.height())
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color(look.ink))
        painter.drawText(mirrored(self, word), Qt.AlignmentFlag.AlignVCenter | leading(self), self._fate.word)


class _Cross(Button):
    """Removes an entry; by keyboard Delete does."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("quiet", "", icon="cross", height=_CROSS, parent=parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        size = theme.px(_CROSS) + 2 * MARGIN
        return QSize(size, size)

    def paint_content(self, painter: QPainter, rect: QRectF, ink: QColor) -> None:
        size = theme.px(14)
        sign = QRectF(rect.center().x() - size / 2, rect.center().y() - size / 2, size, size)
        icons.paint(painter, "cross", sign, ink)
