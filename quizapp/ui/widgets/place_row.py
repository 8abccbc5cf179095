"""Rows of a board: what is put to something, and what something is put to."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from quizapp.ui import icons, theme
from quizapp.ui.richtext import DeckText
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.choice_row import PAD, SIGN, ChoiceRow, RowLook, RowState
from quizapp.ui.widgets.keycap import CAP, CAP_RADIUS, paint_cap
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import MARGIN, box, leading, mirrored

_SIGN_GAP, _SLOT_GAP = 10, 14
_CHIP_PAD, _CHIP_ABOVE = 8, 5


class PlaceRow(ChoiceRow):
    """A row of a board. At its end is a slot for what it was put to, and room for a later sign beside it."""

    least = 60
    signed = True
    """False where the sign of its state stands elsewhere."""

    def __init__(self, text: DeckText, number: int = 0, parent: QWidget | None = None) -> None:
        self._active = self._joined = False
        self._said = ""
        self.live = True  # its digit can be pressed now
        self.passes_enter = False  # Enter is the screen's
        super().__init__(text, None, number, multi=False, parent=parent)

    @property
    def active(self) -> bool:
        return self._active

    def show_place(self, said: str, *, active: bool = False, joined: bool = False) -> None:
        """said: its place, for screen readers; active: what is pressed next is for it; joined: it has a
        partner."""
        self._said, self._active, self._joined = said, active, joined
        self.describe()
        self.update()

    def show_state(self, state: RowState, said: str) -> None:
        """How it fared."""
        self._said, self._active = said, False
        self.reveal(state, "", None)

    def set_note(self, note: DeckText | None) -> None:
        """Another line below the text, or none."""
        if self._note is note is None:
            return
        if self._note is not None:
            self._note.deleteLater()
        self._note = note
        if note is not None:
            note.setParent(self)
            note.changed.connect(self._resized)
        self.describe()
        self._resized()

    def describe(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self._text.plain, self._said))))
        told = self._note is not None and self.state != "open"
        self.setAccessibleDescription(self._note.plain if told and self._note else "")

    def slot_width(self) -> float:
        """Of what stands at the end, px."""
        return 0

    def paint_slot(self, painter: QPainter, place: QRectF, look: RowLook) -> None:
        """Paint it into a place as high as the row."""

    def end_width(self) -> float:
        slot = self.slot_width()
        sign = theme.px(SIGN) + _SIGN_GAP if self.signed else 0
        return (slot + _SLOT_GAP if slot else 0) + sign

    def natural_width(self) -> int:
        return int(self._text.natural_width() + self._text_at() + PAD + self.end_width()) + 2 * MARGIN + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.passes_enter and event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def present_look(self) -> RowLook:
        look = super().present_look()
        if self.state != "open":
            return look
        if self._active:
            return RowLook("accsoft", "", ink="accink")
        return RowLook(look.fill, "edge" if self._joined else look.line)

    def cap_tokens(self, look: RowLook) -> tuple[str, str]:
        if self.state != "open":
            return super().cap_tokens(look)
        return ("key", "line") if self.live else ("", "")

    def paint_end(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        slot = self.slot_width()
        right = rect.right() - PAD - slot
        if slot:
            self.paint_slot(painter, mirrored(self, QRectF(right, rect.top(), slot, rect.height())), look)
            right -= _SIGN_GAP
        if look.sign and self.signed:
            size = theme.px(SIGN)
            place = QRectF(right - size, rect.center().y() - size / 2, size, size)
            icons.paint(painter, look.sign, mirrored(self, place), theme.color(look.ink), stroke=2.4)


class CapRow(PlaceRow):
    """Its slot is a cap that names its partner. `bare`: without slot and sign, which then stand elsewhere."""

    def __init__(self, text: DeckText, number: int, parent: QWidget | None = None) -> None:
        self.tag = ""
        super().__init__(text, number, parent)

    def set_bare(self, bare: bool) -> None:
        if self.signed == bare:
            self.signed = not bare
            self._resized()

    def bare_width(self) -> float:
        """Width at which the text of a bare row does not wrap, px."""
        return self._text.natural_width() + self._text_at() + PAD + 2 * MARGIN

    def bare_height(self, width: int) -> float:
        """Height of the text where a bare row is `width` wide, px."""
        return self._text.height(width - 2 * MARGIN - self._text_at() - PAD)

    def slot_width(self) -> float:
        return theme.px(CAP) if self.signed else 0

    def paint_slot(self, painter: QPainter, place: QRectF, look: RowLook) -> None:
        if self.tag:
            size = theme.px(CAP)
            cap = QRectF(place.left(), place.center().y() - size / 2, size, size)
            marked = self.state not in ("open", "left_out")
            ink, line = (look.ink, look.ink) if marked else ("text", "edge")
            paint_cap(painter, cap, self.tag, ink=ink, fill="", line=line)


class GroupRow(PlaceRow):
    """A group that items are put into; its slot is the number of those in it."""

    least = 52
    signed = False
    count = 0

    def slot_width(self) -> float:
        return advance("cap", "00")

    def paint_slot(self, painter: QPainter, place: QRectF, look: RowLook) -> None:
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color("mut"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self.count))


class ItemRow(PlaceRow):
    """An item; its slot is a chip with digit and name of its group, dashed while it has none.

    The chip stands at the end of the row, or below the text where there is not room for both.
    """

    least = 52

    def __init__(self, text: DeckText, groups: int, parent: QWidget | None = None) -> None:
        """groups: how many there are."""
        self._groups = groups
        self.chip: tuple[int, DeckText] | None = None  # number and name of the group
        self._room, self._lines, self._below = 0.0, 0.0, False
        super().__init__(text, parent=parent)

    def set_room(self, width: float, words: float, *, below: bool) -> None:
        """Width of the chip; height of the highest name in it; px."""
        if (self._room, self._lines, self._below) != (width, words, below):
            self._room, self._lines, self._below = width, words, below
            self._resized()

    def slot_width(self) -> float:
        return 0 if self._below else self._room

    def _chip_height(self) -> float:
        return max(self._lines, theme.px(CAP) - 2) + 2 * _CHIP_ABOVE

    def heightForWidth(self, width: int) -> int:
        if self._below:
            return super().heightForWidth(width) + round(self._chip_height()) + _CHIP_ABOVE
        return max(super().heightForWidth(width), round(self._chip_height()) + 2 * (_CHIP_ABOVE + MARGIN))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), super().minimumSizeHint().height())

    def _text_at(self) -> int:
        return PAD

    def _paint_cap(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        """An item has no digit of its own."""

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        super()._paint_words(painter, self._upper(rect))

    def paint_end(self, painter: QPainter, rect: QRectF, look: RowLook) -> None:
        super().paint_end(painter, self._upper(rect), look)
        if self._below:
            height = self._chip_height()
            place = QRectF(rect.left() + PAD, rect.bottom() - height - 2 * _CHIP_ABOVE, self._room, height)
            self._paint_chip(painter, mirrored(self, place), look)

    def _upper(self, rect: QRectF) -> QRectF:
        """The part of the row for text and sign."""
        return rect.adjusted(0, 0, 0, -self._chip_height() - _CHIP_ABOVE) if self._below else rect

    def paint_slot(self, painter: QPainter, place: QRectF, look: RowLook) -> None:
        height = self._chip_height()
        self._paint_chip(
            painter, QRectF(place.left(), place.center().y() - height / 2, place.width(), height), look
        )

    def _paint_chip(self, painter: QPainter, place: QRectF, look: RowLook) -> None:
        marked = self.state not in ("open", "left_out")
        if self.chip is None:
            box(painter, place, CAP_RADIUS + 2, line="edge" if self.active else "line", dashed=True)
            if self.active:
                painter.setFont(theme.font("cap"))
                painter.setPen(theme.color(look.ink))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, f"1–{min(9, self._groups)}")
            return
        line = look.ink if marked else "edge"
        fill = "" if marked else "card"
        box(painter, place, CAP_RADIUS + 2, fill=fill, line=line, dashed=look.dashed)
        number, name = self.chip
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        shift = _digits_width(self._groups) + 2 * _CHIP_PAD
        inner = place.adjusted(_CHIP_PAD, 0, -_CHIP_PAD, 0)
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color(look.ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | leading(self), str(number))
        width = chip_words(place.width(), self._groups)
        left = inner.left() if rtl else place.left() + shift
        name.paint(painter, QPointF(left, place.center().y() - name.height(width) / 2), width)


def _digits_width(groups: int) -> float:
    """Room for the number of a group among so many, px."""
    return advance("cap", "0" * len(str(groups)))


def chip_words(width: float, groups: int) -> float:
    """Room for the name in a chip, px."""
    return width - _digits_width(groups) - 3 * _CHIP_PAD


def chip_width(words: float, groups: int) -> float:
    """Width of a chip around a name, px."""
    return words + _digits_width(groups) + 3 * _CHIP_PAD
