"""A label in which what was searched for is marked: on `warnsoft` and underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import Styled, begin, leading

Span = tuple[int, int]
"""Where a marked part begins, and its length."""


class FoundLabel(Styled, QLabel):
    """Plain words over as many lines as they need."""

    def __init__(self, role: str, token: str = "text", parent: QWidget | None = None) -> None:
        """role: of the type scale; token: colour."""
        super().__init__(parent)
        self._role, self._token = role, token
        self._spans: tuple[Span, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def marked(self) -> tuple[str, ...]:
        """The parts that are marked."""
        return tuple(self.text()[at : at + length] for at, length in self._spans)

    def show_words(self, words: str, spans: Sequence[Span] = ()) -> None:
        self._spans = tuple(spans)
        self.setText(words)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        words = self._lay_out(width - margins.left() - margins.right()).boundingRect()
        return round(words.height() + 0.5) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        width = round(advance(self._role, self.text()) + 1)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(theme.px(80), self.sizeHint().width()), theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.setPen(theme.color(self._token))
        room = self.contentsRect()
        self._lay_out(room.width()).draw(painter, QPointF(room.topLeft()))
        painter.end()

    def _lay_out(self, width: float) -> QTextLayout:
        layout = QTextLayout(self.text(), theme.font(self._role))
        option = QTextOption()
        option.setTextDirection(self.layoutDirection())
        option.setAlignment(leading(self))
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(*span) for span in self._spans])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _format(self, at: int, length: int) -> QTextLayout.FormatRange:
        form = QTextCharFormat()
        form.setBackground(theme.color("warnsoft"))
        form.setForeground(theme.color("text"))
        form.setFontUnderline(True)
        marked = QTextLayout.FormatRange()
        marked.start, marked.length, marked.format = at, length, form
        return marked
