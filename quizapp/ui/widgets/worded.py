"""One side of a text that was reworded: what was taken out struck, what was put in underlined, each on a soft
fill; equal words plain."""

from collections.abc import Iterator, Sequence
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.core.diff import Run
from quizapp.ui import theme
from quizapp.ui.widgets.difflines import right_to_left
from quizapp.ui.widgets.paint import Styled, begin, box

Side = Literal["was", "now"]

_RADIUS, REACH = 4, 2
"""Of the soft fill, px: it reaches so far beyond its words, and words keep so far from the sides."""
_STROKE = 1.5


class WordedText(Styled, QLabel):
    """Wraps; each text runs in its own direction. role: of the type scale."""

    def __init__(self, side: Side, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._role = side, role
        self._marks: tuple[tuple[int, int], ...] = ()
        self._laid: tuple[int, QTextLayout] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show this side of a diff (see core/wording.py)."""
        marks, text = [], ""
        for run in runs:
            words = run.typed if self._side == "was" else run.expected
            if run.op != "equal" and words.strip():
                start = len(text) + len(words) - len(words.lstrip())
                marks.append((start, start + len(words.strip())))
            text += words
        self._marks = tuple(marks)
        self.setText(text)
        self.setAccessibleName(self._spoken(text))
        self.restyle()

    def show_text(self, text: str) -> None:
        """Show a text of which nothing is marked."""
        self._marks = ()
        self.setText(text)
        self.setAccessibleName(text)
        self.restyle()

    @property
    def marked(self) -> tuple[str, ...]:
        """The words that are marked."""
        return tuple(self.text()[start:end] for start, end in self._marks)

    def _spoken(self, text: str) -> str:
        name = self.tr("Was: {text}") if self._side == "was" else self.tr("Now: {text}")
        told = self.tr("taken out: {words}") if self._side == "was" else self.tr("put in: {words}")
        whole = self._marks == ((0, len(text)),)
        spoken = name.format(text=text)
        return (
            f"{spoken} ({told.format(words=', '.join(self.marked))})" if self._marks and not whole else spoken
        )

    def restyle(self) -> None:
        self._laid = None
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layout(width).boundingRect().height() + 0.5)

    def sizeHint(self) -> QSize:
        width = theme.px(360)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), 0)

    def _layout(self, width: int) -> QTextLayout:
        """The text in lines of a width in px; the last one is kept."""
        if self._laid is None or self._laid[0] != width:
            layout = QTextLayout(self.text(), theme.font(self._role))
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            mirrored = right_to_left(self.text())
            option.setTextDirection(
                Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
            )
            option.setAlignment(
                (Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
                | Qt.AlignmentFlag.AlignAbsolute
            )
            layout.setTextOption(option)
            layout.beginLayout()
            top = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(1, width - 2 * REACH))
                line.setPosition(QPointF(REACH, top))
                top += line.height() + 2
            layout.endLayout()
            self._laid = (width, layout)
        return self._laid[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        layout = self._layout(self.width())
        tone = "bad" if self._side == "was" else "good"
        places = list(self._places(layout))
        for place in places:
            box(painter, place.adjusted(-REACH, 0, REACH, 0), _RADIUS, fill=f"{tone}soft")
        painter.setPen(theme.color("text"))
        layout.draw(painter, QPointF(0, 0))
        painter.setPen(QPen(theme.color(tone), _STROKE))
        for place in places:
            self._paint_stroke(painter, place)
        painter.end()

    def _paint_stroke(self, painter: QPainter, place: QRectF) -> None:
        """Through what was taken out, under what was put in."""
        y = place.center().y() + 1 if self._side == "was" else place.bottom() - _STROKE / 2
        painter.drawLine(QLineF(place.left() - REACH, y, place.right() + REACH, y))

    def _places(self, layout: QTextLayout) -> Iterator[QRectF]:
        """Where the marked words stand; several places for one mark that is broken or changes direction."""
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        for start, end in self._marks:
            for line in lines:
                first, last = line.textStart(), line.textStart() + line.textLength()
                if first < end and start < last:
                    yield from _stretches(line, max(first, start), min(last, end))


def _stretches(line: QTextLine, start: int, end: int) -> Iterator[QRectF]:
    """The places of some letters of a line, neighbours in one."""
    text = line.rect()
    spans = sorted(
        (run.boundingRect().left(), run.boundingRect().right()) for run in line.glyphRuns(start, end - start)
    )
    joined: list[tuple[float, float]] = []
    for left, right in spans:
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], right))
        else:
            joined.append((left, right))
    for left, right in joined:
        yield QRectF(left, text.top(), right - left, text.height())
