"""The whole file as text: numbered lines, its parts in colours, and what is wrong with it underlined."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from quizapp.ui import theme
from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.faults import Fault, faults
from quizapp.ui.editor.file_text import SpacedLayout, units
from quizapp.ui.editor.yaml_colours import Colours
from quizapp.ui.widgets.paint import Styled, box

_GUTTER, _LINE, _CARET, _DOT, _GAP = 48, 22, 2, 6, 12
_INKS = {"error": "bad", "warning": "warn"}
_WAVE, _DEPTH = 4.0, 1.5
_Align = Qt.AlignmentFlag
_AT_RIGHT = _Align.AlignRight | _Align.AlignAbsolute | _Align.AlignVCenter  # the file is not mirrored


class YamlText(Styled, QPlainTextEdit):
    """The text of a document, as it is: no formatting is part of it."""

    def __init__(self, document: DeckDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.deck = document
        self._colours = Colours(document)
        self._faults: dict[int, list[Fault]] = {}
        self.setDocument(document.file)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # what a file says is read from the left
        self.setCursorWidth(0)  # the caret is painted here, in the accent
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("The file as YAML"))
        self.viewport().setAutoFillBackground(False)
        self.gutter = _Gutter(self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.file.setDefaultTextOption(option)
        document.file.contentsChange.connect(self._dress)
        document.read.connect(self.show_problems)
        self.verticalScrollBar().valueChanged.connect(self._dress)
        self.updateRequest.connect(self.gutter.follow)
        self.cursorPositionChanged.connect(self.viewport().update)
        self.restyle()
        self.show_problems()

    def restyle(self) -> None:
        self._colours.restyle()
        self.setFont(theme.font("mono"))
        layout = self.document().documentLayout()
        assert isinstance(layout, SpacedLayout)
        layout.line_height = theme.px(_LINE)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        self.setPalette(palette)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(theme.px(_GUTTER) + _GAP, 0, _GAP // 2, 0)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self._dress()

    # Colours

    def _dress(self) -> None:
        self._colours.dress(self.firstVisibleBlock(), self._last_in_view())

    @property
    def line_height(self) -> int:
        """px from line to line."""
        return theme.px(_LINE)

    def _last_in_view(self) -> int:
        lines = self.viewport().height() // self.line_height + 1
        return self.firstVisibleBlock().blockNumber() + lines

    # Problems

    def show_problems(self) -> None:
        """Underline what the document found."""
        self._find_faults()
        self.viewport().update()
        self.gutter.update()

    def _find_faults(self) -> None:
        wanted = {problem.where.line for problem in self.deck.loaded.problems}
        lines = {}
        for line in wanted:
            block = self.document().findBlockByNumber(line - 1)
            if block.isValid():
                lines[line] = (self.deck.file.offset(block.position()), block.text())
        self._faults = faults(self.deck.loaded.problems, lines)

    def faults_of(self, block: QTextBlock) -> list[Fault]:
        """What is wrong in a line."""
        return self._faults.get(block.blockNumber() + 1, [])

    # Painting

    def blocks_in_view(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The lines of the file that are seen, and where, in the viewport."""
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if rect.top() > bottom:
                return
            yield block, rect
            block = block.next()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for block, rect in self.blocks_in_view():
            if any(fault.severity == "error" for fault in self.faults_of(block)):
                band = QRectF(-_GAP, rect.top(), self.viewport().width() + _GAP, rect.height())
                painter.fillRect(band, theme.color("badsoft"))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, rect in self.blocks_in_view():
            for fault in self.faults_of(block):
                self._paint_fault(painter, block, rect, fault)
        if self.hasFocus() and not self.textCursor().hasSelection():
            place = self.cursorRect()
            painter.fillRect(place.x(), place.y(), _CARET, place.height(), theme.color("acc"))
        painter.end()

    def _paint_fault(self, painter: QPainter, block: QTextBlock, rect: QRectF, fault: Fault) -> None:
        ink = theme.color(_INKS[fault.severity])
        for part in _places(block, fault.start, fault.end):
            _wave(painter, part.translated(rect.topLeft()), ink)
        if fault.boxed >= 0:
            for part in _places(block, fault.boxed, fault.boxed + 1):
                place = part.translated(rect.topLeft()).adjusted(-1, -1, 1, 1)
                box(painter, place, 3, line=ink, width=1.5)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        area = self.contentsRect()
        self.gutter.setGeometry(QRect(area.left(), area.top(), theme.px(_GUTTER), area.height()))
        self._dress()


def _places(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Where a stretch of a block stands, line by line; an empty one is one character wide."""
    layout, text = block.layout(), block.text()
    start, end = units(text, start), units(text, end)
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        low, high = max(start, first), min(end, last)
        if low < high or (start == end and first <= start <= last):
            left = _x(line, low)
            right = _x(line, high) if low < high else left + 8
            yield QRectF(left, line.y(), right - left, line.height())


def _x(line: QTextLine, column: int) -> float:
    x: float = line.cursorToX(column)[0]  # type: ignore[index]
    return x


def _wave(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    path = QPainterPath(QPointF(rect.left(), rect.bottom()))
    x, up = rect.left(), True
    while x < rect.right():
        half = min(_WAVE / 2, rect.right() - x)
        path.lineTo(x + half, rect.bottom() + (-_DEPTH if up else _DEPTH) / 2)
        x, up = x + half, not up
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


class _Gutter(Styled, QWidget):
    """Numbers of the lines, and a dot where something is wrong."""

    def __init__(self, text: YamlText) -> None:
        super().__init__(text)
        self._text = text

    def follow(self, rect: QRect, down: int) -> None:
        if down:
            self.scroll(0, down)
        else:
            self.update(0, rect.y(), self.width(), rect.height())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_GUTTER), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("mono", tabular=True))
        height, width = theme.px(_LINE), self.width()
        for block, rect in self._text.blocks_in_view():
            found = self._text.faults_of(block)
            ink = _INKS[found[-1].severity] if found else "mut"
            painter.setPen(theme.color(ink))
            place = QRectF(0, rect.top(), width - theme.px(14), height)
            painter.drawText(place, _AT_RIGHT, str(block.blockNumber() + 1))
            if found:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(ink))
                size = theme.px(_DOT)
                painter.drawEllipse(
                    QRectF(width - theme.px(4) - size, place.center().y() - size / 2, size, size)
                )
        painter.fillRect(QRectF(width - 1, 0, 1, self.height()), theme.color("line"))
        painter.end()
