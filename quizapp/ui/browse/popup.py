"""The list of completions below the search field."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from quizapp.ui import theme
from quizapp.ui.browse.completion import Offer
from quizapp.ui.widgets.cell import PaintedCell, lines_of, words_width
from quizapp.ui.widgets.paint import Styled, announce, begin, box, mirrored

_ROW, _PAD, _INNER, _RADIUS = 34, 6, 12, 12
_HEAD_W, _LEAST_MEANING = 120, 120
_ALSO = "tag:  deck:  is:  due:<7d"


class Completions(Styled, QWidget):
    """Lies over what is below the field; the focus stays in the field."""

    picked = Signal(object)
    """An Offer was clicked."""

    def __init__(self, parent: QWidget, *, foot: bool = True) -> None:
        """foot: say below the offers what else there is in a search."""
        super().__init__(parent)
        self._has_foot = foot
        self._offers: tuple[Offer, ...] = ()
        self._at = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Completions"))
        self.hide()

    @property
    def offers(self) -> tuple[Offer, ...]:
        return self._offers

    @property
    def chosen(self) -> Offer | None:
        """The row that Tab takes."""
        return self._offers[self._at] if self._offers and self.isVisible() else None

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Show these, the first one chosen; hide for none."""
        if offers != self._offers:
            self._at = 0
        self._offers = offers
        self.setVisible(bool(offers))
        self.raise_()
        self._say()
        self.update()

    def step(self, by: int) -> None:
        """Choose the row above or below; from the last one on to the first."""
        self._at = (self._at + by) % len(self._offers)
        self._say()
        self.update()

    def _say(self) -> None:
        if (offer := self.chosen) is not None:
            parts = (offer.head, offer.meaning)
            place = self.tr("{at} of {all}").format(at=self._at + 1, all=len(self._offers))
            words = ", ".join((*filter(None, parts), place))
            if words != self.accessibleDescription():
                self.setAccessibleDescription(words)
                announce(self, words)
        else:
            self.setAccessibleDescription("")

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._offers) + self._has_foot
        return QSize(theme.px(560), rows * theme.px(_ROW) + 2 * _PAD + 1)

    def _row(self, at: int) -> QRectF:
        height = theme.px(_ROW)
        return QRectF(_PAD, _PAD + at * height, self.width() - 2 * _PAD, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        box(painter, QRectF(self.rect()), _RADIUS, fill="card", line="edge")
        for at, offer in enumerate(self._offers):
            rect = self._row(at)
            if at == self._at:
                box(painter, rect, 8, fill="accsoft")
            inner = mirrored(self, rect.adjusted(_INNER, 0, -_INNER, 0))
            self._paint_offer(PaintedCell(painter, inner, mirrored=self.isRightToLeft()), offer)
        if self._has_foot:
            self._paint_foot(painter)
        painter.end()

    def _paint_foot(self, painter: QPainter) -> None:
        last = self._row(len(self._offers))
        painter.fillRect(QRectF(last.left(), last.top(), last.width(), 1), theme.color("line"))
        inner = mirrored(self, last.adjusted(_INNER, 0, -_INNER, 0))
        foot = PaintedCell(painter, inner, mirrored=self.isRightToLeft())
        foot.words(foot.rect, lines_of(self._foot(), "small", foot.rect.width(), 1), "small", "mut")

    def _foot(self) -> str:
        return self.tr("Also: {keys}  -word leaves out  ( a or b )   F1: all").format(keys=_ALSO)

    def _paint_offer(self, cell: PaintedCell, offer: Offer) -> None:
        whole = cell.rect
        role, token = ("row", "text") if offer.plain or not offer.text.endswith(":") else ("button", "accink")
        example = words_width(offer.example, "mono") + 8 if offer.example else 0
        head = max(min(words_width(offer.head, role) + 16, whole.width()), float(theme.px(_HEAD_W)))
        middle = whole.width() - head - example
        if middle < theme.px(_LEAST_MEANING) or not offer.meaning:
            example = 0 if middle < 0 else example
        name = QRectF(0, 0, head - 8, whole.height())
        cell.words(name, lines_of(offer.head, role, name.width(), 1), role, token)
        room = QRectF(head, 0, whole.width() - head - example, whole.height())
        if room.width() > theme.px(_LEAST_MEANING) / 2:
            cell.words(room, lines_of(offer.meaning, "small", room.width(), 1), "small", "mut")
        if example:
            place = QRectF(whole.width() - example, 0, example, whole.height())
            cell.words(place, (offer.example,), "mono", "mut", at_end=True)

    def _at_point(self, point: QPointF) -> int | None:
        places = range(len(self._offers))
        return next((at for at in places if self._row(at).contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self._at_point(event.position())
        if at is not None and at != self._at:
            self._at = at
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at_point(event.position())
        if at is not None:
            self.picked.emit(self._offers[at])
