"""One option to pick: a row with key cap, check box, text and note, in all the states it may be in."""

from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.richtext import DeckText
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.keycap import CAP, paint_cap
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import MARGIN, RADIUS, Styled, begin, box, inside, leading, mirrored, ring

RowState = Literal["open", "right", "almost", "wrong", "missed", "left_out"]

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)

PAD, SIGN = 16, 20
_CAP_AT, _CHECK, _GAP = 14, 20, 14
_ABOVE, _NOTE_GAP = 13, 3
_SIGN_GAP = 10


class RowLook(Struct, frozen=True):
    """Tokens of a state after the check."""

    fill: str = "card"
    line: str = "line"
    width: float = 1.0
    dashed: bool = False
    ink: str = "mut"
    """Of key cap, word and sign."""
    sign: str = ""
    text: str = "text"


LOOKS: dict[RowState, RowLook] = {
    "open": RowLook(),
    "right": RowLook("goodsoft", "good", 1.5, ink="good", sign="check"),
    "almost": RowLook("warnsoft", "warn", 1.5, ink="warn", sign="half"),
    "wrong": RowLook("badsoft", "bad", 1.5, ink="bad", sign="cross"),
    "missed": RowLook("card", "good", 1.5, dashed=True, ink="good", sign="check"),
    "left_out": RowLook(text="mut"),
}


class ChoiceRow(Styled, QAbstractButton):
    """A row to press; checkable ones show a check box. Arrows, and Enter on a check box, are its owner's."""

    least = 52
    """Least height of the border box at 100 % text size."""

    def __init__(
        self,
        text: DeckText,
        note: DeckText | None,
        number: int,
        *,
        multi: bool,
        parent: QWidget | None = None,
    ) -> None:
        """number: on its key cap; 0 for none."""
        super().__init__(parent)
        self._text, self._note, self._number = text, note, number
        self._state: RowState = "open"
        self._word = ""
        self._chosen = False
        for part in (text, note):
            if part is not None:
                part.setParent(self)
                part.changed.connect(self._resized)
        self.setCheckable(multi)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.describe()

    @property
    def plain(self) -> str:
        """Its text in plain words."""
        return self._text.plain

    @property
    def state(self) -> RowState:
        return self._state

    def set_chosen(self, chosen: bool) -> None:
        """Picked, and not marked yet."""
        self._chosen = chosen
        self.update()

    def reveal(self, state: RowState, word: str, note: DeckText | None) -> None:
        """Show how it fared; a note takes the place of the present one."""
        self._state, self._word = state, word
        if note is not None:
            note.setParent(self)
            self._note = note
        self._text.set_look(token=LOOKS[state].text)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.describe()
        self._resized()

    def restyle(self) -> None:
        self._text.restyle()
        if self._note is not None:
            self._note.restyle()
        self._resized()

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def describe(self) -> None:
        """Say to screen readers what can be seen."""
        self.setAccessibleName(", ".join(part for part in (self._text.plain, self._word) if part))
        self.setAccessibleDescription(self._note.plain if self._note else "")

    def natural_width(self) -> int:
        """Width at which the text does not wrap, margins and a later sign included."""
        sides = self._text_at() + PAD + SIGN + 2 * MARGIN
        return int(self._text.natural_width() + sides)

    @property
    def has_note(self) -> bool:
        return self._note is not None

    def _text_at(self) -> int:
        """Left edge of the text within the border."""
        check = theme.px(_CHECK) + _GAP if self.isCheckable() else 0
        return self._after_cap() + check

    def _after_cap(self) -> int:
        """Where check box or text begins."""
        return _CAP_AT + (theme.px(CAP) + _GAP if self._number else 0)

    def _text_width(self, width: float) -> float:
        return width - self._text_at() - PAD - self.end_width()

    @property
    def shown_word(self) -> str:
        """The word beside the sign."""
        return self._word

    def end_width(self) -> float:
        """Room behind the text."""
        look = LOOKS[self._state]
        word = advance(_word_role(look), self.shown_word) + _SIGN_GAP if self.shown_word else 0
        return (theme.px(SIGN) + PAD if look.sign else 0) + word

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self._text_width(width - 2 * MARGIN)
        height = self._text.height(room) + 2 * _ABOVE
        if self._note is not None:
            height += _NOTE_GAP + self._note.height(room)
        return max(theme.px(self.least), round(height)) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        width = min(self.natural_width(), theme.px(480))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._text_at() + theme.px(80), theme.px(self.least) + 2 * MARGIN)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in ENTER
        if event.key() in ARROWS or (enter and self.isCheckable()):
            event.ignore()
        elif enter and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """After the check nothing can be changed."""
        if self._state == "open":
            super().nextCheckState()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        look = self.present_look()
        box(painter, rect, RADIUS, fill=look.fill, line=look.line, width=look.width, dashed=look.dashed)
        if self.hasFocus():
            ring(painter, rect, RADIUS)
        self._paint_cap(painter, rect, look)
        if self.isCheckable():
            self._paint_check(painter, rect, look)
        self._paint_words(painter, rect)
        self.paint_end(painter, rect, look)
        painter.end()

    def present_look(self) -> RowLook:
        """Its tokens now."""
        if self._state != "open":
            return LOOKS[self._state]
        if self.isChecked() or self._chosen:
            return RowLook("accsoft", "")
        if self.underMouse() or self.isDown():
            return RowLook("hover", "edge")
        return LOOKS["open"]

    def _paint_cap(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        if not self._number:
            return
        size = theme.px(CAP)
        place = QRectF(rect.left() + _CAP_AT, rect.center().y() - size / 2, size, size)
        fill, line = self.cap_tokens(look)
        paint_cap(painter, mirrored(self, place), str(self._number), ink=look.ink, fill=fill, line=line)

    def cap_tokens(self, look: RowLook) -> tuple[str, str]:
        """Fill and line of the key cap."""
        plain = look.ink == "mut"
        return "key" if plain or look.dashed else "", "line" if plain else look.ink

    def _paint_check(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        size = theme.px(_CHECK)
        left = rect.left() + self._after_cap()
        place = mirrored(self, QRectF(left, rect.center().y() - size / 2, size, size))
        if not self.isChecked():
            box(painter, place, 5, fill="card", line="edge", width=1.5)
            return
        box(painter, place, 5, fill="acc" if look.ink == "mut" else look.ink)
        inner = place.adjusted(size * 0.1, size * 0.1, -size * 0.1, -size * 0.1)
        icons.paint(painter, "check", inner, theme.color("acctext"), stroke=2.6)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        width = self._text_width(rect.width())
        left = mirrored(self, QRectF(rect.left() + self._text_at(), 0, width, 1)).left()
        text_height = self._text.height(width)
        note_height = self._note.height(width) + _NOTE_GAP if self._note else 0
        top = rect.center().y() - (text_height + note_height) / 2
        self._text.paint(painter, QPointF(left, top), width)
        if self._note is not None:
            self._note.paint(painter, QPointF(left, top + text_height + _NOTE_GAP), width)

    def paint_end(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        """Paint what stands behind the text: sign and word of the state."""
        end = rect.right() - PAD
        ink = theme.color(look.ink)
        if look.sign:
            size = theme.px(SIGN)
            place = QRectF(end - size, rect.center().y() - size / 2, size, size)
            icons.paint(painter, look.sign, mirrored(self, place), ink, stroke=2.4)
            end = place.left() - _SIGN_GAP
        if not self.shown_word:
            return
        role = _word_role(look)
        width = advance(role, self.shown_word) + 2
        word = QRectF(end - width, rect.top(), width, rect.height())
        painter.setFont(theme.font(role))
        painter.setPen(ink)
        painter.drawText(mirrored(self, word), Qt.AlignmentFlag.AlignVCenter | leading(self), self.shown_word)


def _word_role(look: RowLook) -> str:
    """Beside a sign the word is as strong as the key cap; alone it is a remark."""
    return "cap" if look.sign else "small"
