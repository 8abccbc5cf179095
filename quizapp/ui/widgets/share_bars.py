"""Shares with the range in which they may truly lie: one on a line, or one a row."""

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.core.marking import Bounds
from quizapp.core.results import Share
from quizapp.ui import theme
from quizapp.ui.widgets.cell import lines_of, words_width
from quizapp.ui.widgets.chart import Chart
from quizapp.ui.widgets.paint import MARGIN, begin, leading, mirrored, ring, trailing

_BAR_H, _DOT, _TICK_H, _LINE_H = 10, 16, 24, 18
_TOPIC_H, _TOPIC_BAR_W, _COUNT_W = 40, 136, 66


def percent(share: float) -> str:
    """A share as figures without the sign."""
    return QLocale().toString(round(100 * share))


class RangeBar(Chart):
    """A share on the line from 0 to 100 %, its 95 % range, and the pass mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share, self._bounds, self._pass = 0.0, Bounds(0, 1), 0.0

    def show_range(self, share: float, bounds: Bounds, pass_mark: float) -> None:
        """All in [0, 1]; pass_mark 0: none."""
        self._share, self._bounds, self._pass = share, bounds, pass_mark
        words = self.tr("{share} %, likely between {low} and {high} %")
        self.setAccessibleName(
            words.format(share=percent(share), low=percent(bounds.low), high=percent(bounds.high))
        )
        self.update()

    def mark_count(self) -> int:
        return 2 if self._pass else 1

    def mark_words(self, index: int) -> str:
        if index:
            return self.tr("pass mark {share} %").format(share=percent(self._pass))
        return self.accessibleName()

    def mark_rect(self, index: int) -> QRectF:
        at = self._x(self._pass if index else self._share)
        return QRectF(at - theme.px(_DOT) / 2, MARGIN, theme.px(_DOT), theme.px(_TICK_H))

    def sizeHint(self) -> QSize:
        height = theme.px(_TICK_H) + theme.px(_LINE_H) * (2 if self._pass else 1)
        return QSize(theme.px(240), height + 2 * MARGIN)

    def _x(self, share: float) -> float:
        side = MARGIN + theme.px(_DOT) / 2
        at = side + (self.width() - 2 * side) * share
        return self.width() - at if self.isRightToLeft() else at

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        middle, half = MARGIN + theme.px(_TICK_H) / 2, theme.px(_BAR_H) / 2
        for low, high, token in ((0.0, 1.0, "line"), (*self._bounds, "heat2")):
            left, right = sorted((self._x(low), self._x(high)))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(token))
            painter.drawRoundedRect(QRectF(left, middle - half, right - left, 2 * half), half, half)
        if self._pass:
            painter.setPen(QPen(theme.color("text"), 2))
            at = self._x(self._pass)
            painter.drawLine(QPointF(at, MARGIN), QPointF(at, MARGIN + theme.px(_TICK_H)))
        paint_dot(painter, QPointF(self._x(self._share), middle), theme.px(_DOT), theme.color("acc"))
        self._paint_words(painter)
        if self.hasFocus():
            ring(painter, self.mark_rect(self.at), 6)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(theme.font("small", tabular=True))
        top, height = MARGIN + theme.px(_TICK_H), theme.px(_LINE_H)
        painter.setPen(theme.color("mut"))
        ends = (
            (self._bounds.low, percent(self._bounds.low)),
            (self._bounds.high, percent(self._bounds.high)),
        )
        for share, words in ends:
            self._put(painter, share, words, top, height)
        if self._pass:
            painter.setPen(theme.color("text"))
            words = self.tr("pass mark {share}").format(share=percent(self._pass))
            self._put(painter, self._pass, words, top + height, height)

    def _put(self, painter: QPainter, share: float, words: str, top: float, height: float) -> None:
        width = words_width(words, "small") + 4
        left = min(max(self._x(share) - width / 2, 0), self.width() - width)
        painter.drawText(QRectF(left, top, width, height), Qt.AlignmentFlag.AlignCenter, words)


class TopicBars(Chart):
    """One bar a topic: how much of it was earned, its range, and the count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._shares: tuple[Share, ...] = ()

    def show_shares(self, shares: tuple[Share, ...]) -> None:
        """In this order."""
        self._shares = shares
        self.at = 0
        self.setAccessibleName("; ".join(map(self.mark_words, range(len(shares)))))
        self.updateGeometry()
        self.update()

    def steps(self) -> dict[Qt.Key, int]:
        return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}

    def mark_count(self) -> int:
        return len(self._shares)

    def mark_words(self, index: int) -> str:
        one = self._shares[index]
        words = self.tr("{name}: {earned} of {count}, likely {low} to {high} %")
        return words.format(
            name=one.name or self.tr("without"),
            earned=_count(float(one.earned)),
            count=QLocale().toString(one.count),
            low=percent(one.bounds.low),
            high=percent(one.bounds.high),
        )

    def mark_rect(self, index: int) -> QRectF:
        height = theme.px(_TOPIC_H)
        return QRectF(MARGIN, MARGIN + index * height, self.width() - 2 * MARGIN, height)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(300), len(self._shares) * theme.px(_TOPIC_H) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        for index, one in enumerate(self._shares):
            self._paint_topic(painter, self.mark_rect(index), one)
        if self.hasFocus() and self._shares:
            ring(painter, self.mark_rect(self.at).adjusted(0, 4, 0, -4), 6)
        painter.end()

    def _paint_topic(self, painter: QPainter, row: QRectF, one: Share) -> None:
        bar_w, count_w = min(theme.px(_TOPIC_BAR_W), row.width() * 0.35), theme.px(_COUNT_W)
        name = QRectF(row.left(), row.top(), row.width() - bar_w - count_w - 12, row.height())
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        words = lines_of(one.name or self.tr("without"), "body", name.width(), 1)[0]
        painter.drawText(mirrored(self, name), leading(self) | Qt.AlignmentFlag.AlignVCenter, words)
        bar = QRectF(name.right() + 12, row.center().y() - 5, bar_w, 10)
        self._paint_bar(painter, bar, one)
        count = QRectF(bar.right(), row.top(), count_w, row.height())
        painter.setFont(theme.font("strong", tabular=True))
        painter.setPen(theme.color("text"))
        words = self.tr("{earned} of {count}").format(
            earned=_count(float(one.earned)), count=QLocale().toString(one.count)
        )
        painter.drawText(mirrored(self, count), trailing(self) | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_bar(self, painter: QPainter, bar: QRectF, one: Share) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(mirrored(self, bar), 5, 5)
        share = float(one.earned) / one.count if one.count else 0.0
        if share:
            painter.setBrush(theme.color("heat3"))
            part = QRectF(bar.left(), bar.top(), max(10.0, bar.width() * share), bar.height())
            painter.drawRoundedRect(mirrored(self, part), 5, 5)
        painter.setPen(QPen(theme.color("text"), 1.5))
        low, high = (bar.left() + bar.width() * end for end in one.bounds)
        whisker = mirrored(self, QRectF(low, bar.top(), high - low, bar.height()))
        middle = whisker.center().y()
        painter.drawLine(QPointF(whisker.left(), middle), QPointF(whisker.right(), middle))
        for x in (whisker.left(), whisker.right()):
            painter.drawLine(QPointF(x, whisker.top()), QPointF(x, whisker.bottom()))


def _count(earned: float) -> str:
    """Whole questions without a fraction, others with one figure."""
    return QLocale().toString(earned, "f", 0 if earned == round(earned) else 1)


def paint_dot(painter: QPainter, center: QPointF, size: float, ink: QColor, *, hollow: bool = False) -> None:
    """A dot with an edge of the ground, so that it stands out from what runs through it."""
    painter.setPen(QPen(ink if hollow else theme.color("card"), 2))
    painter.setBrush(theme.color("card") if hollow else ink)
    painter.drawEllipse(center, size / 2, size / 2)
