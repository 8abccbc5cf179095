"""What was typed above what was expected, every difference marked by its shape as well as its colour."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.core.kinds.base import Outcome, Run
from quizapp.core.text import clusters
from quizapp.ui import theme
from quizapp.ui.widgets.difflines import CELL_PAD, Cell, Line, lines_of, right_to_left, side_by_side
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import MARGIN, RADIUS, Styled, begin, box, inside, leading, mirrored
from quizapp.ui.widgets.verdict import TONES

_PAD, _LABELS = 20, 106
_ABOVE, _BELOW = 13, 14
_ROW, _BETWEEN, _LINE_GAP = 31, 23, 30
_SOFT_RADIUS = 6
_WORD_GAP = 12


class DiffView(Styled, QLabel):
    """Takes the field's place after the check.

    given, expected: plain texts, given is "" if nothing was typed; runs: their alignment, empty if nothing is
    to be marked; outcome: decides the colours.
    """

    def __init__(
        self,
        given: str,
        expected: str,
        runs: Sequence[Run],
        outcome: Outcome,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._outcome: Outcome = outcome
        self._texts, self._runs = (given, expected), tuple(runs)
        self._both = bool(given) and (bool(runs) or given != expected)
        self._only = "typed" if given else "expected"
        self._laid: dict[float, list[Line]] = {}
        self._right_to_left = right_to_left(expected or given)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self._spoken(given, expected))

    def _spoken(self, given: str, expected: str) -> str:
        if not given:
            return self.tr("Expected {expected}").format(expected=expected)
        if not self._both:
            return self.tr("You typed {given}").format(given=given)
        pairs = [(clusters(run.typed), clusters(run.expected)) for run in self._runs if run.op != "equal"]
        count = sum(max(len(typed), len(expected)) for typed, expected in pairs)
        shown = "".join(run.expected for run in self._runs) or expected
        both = self.tr("Expected {expected}, you typed {given}").format(expected=shown, given=given)
        alike = any(run.op == "equal" for run in self._runs)
        return f"{both}, {self.tr('%n letters differ', '', count)}" if alike else both

    def restyle(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width - 2 * MARGIN))
        height = lines * self._line_height() + (lines - 1) * _LINE_GAP
        return height + _ABOVE + _BELOW + 2 * MARGIN

    def sizeHint(self) -> QSize:
        width = theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(_LABELS + 80), theme.px(_ROW) + _ABOVE + _BELOW + 2 * MARGIN)

    def _line_height(self) -> int:
        return theme.px(2 * _ROW + _BETWEEN) if self._both else theme.px(_ROW)

    def _lines(self, width: float) -> list[Line]:
        """The lines at a width in px; the last ones are kept, long texts take a while."""
        if width not in self._laid:
            self._laid = {width: self._broken(width)}
        return self._laid[width]

    def _broken(self, width: float) -> list[Line]:
        measure = QFontMetricsF(theme.font("typed")).horizontalAdvance
        room = width - 2 * _PAD - theme.px(_LABELS)
        if not self._runs:
            return side_by_side(*self._texts, measure, room)
        return lines_of(self._runs, measure, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, RADIUS, fill="card", line=TONES[self._outcome].line, width=1.5)
        first, step = rect.top() + _ABOVE, self._line_height() + _LINE_GAP
        self._paint_labels(painter, rect, first)
        words = mirrored(self, rect.adjusted(_PAD + theme.px(_LABELS), 0, -_PAD, 0))
        shown = event.rect()
        for number, line in enumerate(self._lines(rect.width())):
            top = first + number * step
            if shown.top() - step <= top <= shown.bottom():
                self._paint_line(_Side(painter, words, line, self._right_to_left), top)
        painter.end()

    def _paint_line(self, side: "_Side", top: float) -> None:
        ink, soft = ("bad", "badsoft") if self._outcome == "wrong" else ("warn", "warnsoft")
        if not self._both:
            side.paint(self._only, top, ink, soft)
            return
        side.paint("typed", top, ink, soft)
        side.paint_crossings(top + theme.px(_ROW), self.tr("swapped"))
        side.paint("expected", top + theme.px(_ROW + _BETWEEN), "good", "goodsoft")

    def _paint_labels(self, painter: QPainter, rect: QRectF, top: float) -> None:
        names = {"typed": self.tr("You typed"), "expected": self.tr("Expected")}
        shown = list(names) if self._both else [self._only]
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("mut"))
        for number, side in enumerate(shown):
            place = QRectF(rect.left() + _PAD, top, theme.px(_LABELS), theme.px(_ROW))
            place.translate(0, number * theme.px(_ROW + _BETWEEN))
            flags = Qt.AlignmentFlag.AlignVCenter | leading(self)
            painter.drawText(mirrored(self, place), flags, names[side])


class _Side:
    """Paints the two sides of one line into `area`. Each cell is drawn alone, so no direction mixes."""

    def __init__(self, painter: QPainter, area: QRectF, line: Line, right_to_left: bool) -> None:
        self._painter, self._area, self._line, self._rtl = painter, area, line, right_to_left

    def _rect(self, left: float, right: float, top: float, height: float) -> QRectF:
        x = self._area.right() - right if self._rtl else self._area.left() + left
        return QRectF(x, top, right - left, height)

    def paint(self, side: str, top: float, ink: str, soft: str) -> None:
        """One side; `ink` and `soft` mark what differs."""
        height = theme.px(_ROW)
        for first, left, right, _ in self._line.stretches():
            if first.op != "equal" and getattr(first, side):
                box(self._painter, self._rect(left, right, top, height), _SOFT_RADIUS, fill=soft)
        for cell, left in zip(self._line.cells, self._line.lefts, strict=True):
            rect = self._rect(left, left + cell.width, top, height)
            if getattr(cell, side):
                self._paint_cell(cell, getattr(cell, side), rect, "text" if cell.op == "equal" else ink)
            elif cell.op == "missing":
                self._paint_missing(rect)

    def _paint_cell(self, cell: Cell, text: str, rect: QRectF, ink: str) -> None:
        self._painter.setFont(theme.font("typed"))
        self._painter.setPen(theme.color(ink))
        words = cell.op == "equal" or max(len(cell.typed), len(cell.expected)) > 2
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        across = side | Qt.AlignmentFlag.AlignAbsolute if words else Qt.AlignmentFlag.AlignHCenter
        pad = 0 if cell.op == "equal" else CELL_PAD
        self._painter.drawText(rect.adjusted(pad, 0, -pad, 0), Qt.AlignmentFlag.AlignVCenter | across, text)
        if cell.op == "equal":
            return
        at = rect.center().y() + 1 if cell.op == "extra" else rect.bottom() - 1
        self._painter.setPen(QPen(theme.color(ink), 2))
        self._painter.drawLine(QPointF(rect.left() + CELL_PAD, at), QPointF(rect.right() - CELL_PAD, at))

    def _paint_missing(self, rect: QRectF) -> None:
        """A dotted box where a letter was left out."""
        pen = QPen(theme.color("edge"), 1.5, Qt.PenStyle.DotLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = rect.adjusted(1, 3, -1, -3)
        self._painter.drawRoundedRect(inner, 4, 4)

    def paint_crossings(self, top: float, word: str) -> None:
        """Between the sides: two lines that cross where neighbours were swapped, and the word for it."""
        for first, left, right, _ in self._line.stretches():
            if first.op == "swapped":
                room = self._rect(left, right, top, theme.px(_BETWEEN))
                self._paint_crossing(room)
                self._paint_word(room, word)

    def _paint_crossing(self, room: QRectF) -> None:
        quarter = room.width() / 4
        left, right = room.center().x() - quarter, room.center().x() + quarter
        top, bottom = room.top() + 4, room.bottom() - 3
        middle = (top + bottom) / 2
        path = QPainterPath()
        for start, end in ((left, right), (right, left)):
            path.moveTo(start, top)
            path.cubicTo(QPointF(start, middle), QPointF(end, middle), QPointF(end, bottom))
        self._painter.strokePath(path, QPen(theme.color("edge"), 1.5))

    def _paint_word(self, room: QRectF, word: str) -> None:
        width = advance("small", word) + 2
        before, behind = room.left() - _WORD_GAP - width, room.right() + _WORD_GAP
        fits = behind + width <= self._area.right() + _PAD
        left = before if self._rtl or not fits else behind
        self._painter.setFont(theme.font("small"))
        self._painter.setPen(theme.color("mut"))
        rect = QRectF(left, room.top(), width, room.height())
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)
