"""Plain words whose beginning looks different: a link with its place, a claim with what supports it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from quizapp.ui import fonts, theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import Styled, begin, ring

SIDE, TOP = 4, 3
"""Margins; lines of 13 px text stand close, so a link's is 1 px less above and below."""


def _flowing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class _Words:
    """The words and how they are set: `lead`, then `rest`."""

    def __init__(self, lead: str, rest: str, role: str) -> None:
        self.lead, self.role = lead, role
        self.text = lead + rest

    def lay_out(self, width: float, form: QTextCharFormat) -> QTextLayout:
        """Break into lines of a width in px; `form` is the lead's."""
        layout = QTextLayout(self.text, theme.font(self.role))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats = QTextLayout.FormatRange()
        formats.start, formats.length, formats.format = 0, len(self.lead), form
        layout.setFormats([formats])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def height(self, width: int) -> int:
        """Height of a widget of this width."""
        plain = QTextCharFormat()
        return round(self.lay_out(width - 2 * SIDE, plain).boundingRect().height()) + 2 * TOP

    def size_hint(self) -> QSize:
        width = round(advance(self.role, self.text) + 1) + 2 * SIDE
        return QSize(width, self.height(width))

    def least(self) -> QSize:
        return QSize(theme.px(80), theme.px(16) + 2 * TOP)

    def paint(self, painter: QPainter, width: int, form: QTextCharFormat) -> QTextLayout:
        layout = self.lay_out(width - 2 * SIDE, form)
        painter.setPen(theme.color("text"))
        layout.draw(painter, QPointF(SIDE, TOP))
        return layout


class Phrase(Styled, QLabel):
    """Words with a lead in another colour and weight. token: of the lead."""

    def __init__(
        self,
        lead: str,
        rest: str,
        *,
        token: str = "text",
        role: str = "small",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._token = _Words(lead, rest, role), token
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self._words.text)
        self.setSizePolicy(_flowing())

    def restyle(self) -> None:
        self.updateGeometry()

    def _form(self) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(theme.color(self._token))
        form.setFontVariableAxes(fonts.axes(self._words.role, stronger=True))
        return form

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words.height(width)

    def sizeHint(self) -> QSize:
        return self._words.size_hint()

    def minimumSizeHint(self) -> QSize:
        return self._words.least()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        self._words.paint(painter, self.width(), self._form())
        painter.end()


class Link(Styled, QAbstractButton):
    """Words to press, with others behind that are no part of the link. Emits `clicked` and opens nothing."""

    def __init__(
        self, text: str, after: str = "", *, role: str = "small", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = _Words(text, f"  {after}" if after else "", role)
        self.setAccessibleName(text)
        self.setAccessibleDescription(after)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(_flowing())

    @property
    def words(self) -> str:
        return self._words.lead

    def restyle(self) -> None:
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words.height(width)

    def sizeHint(self) -> QSize:
        return self._words.size_hint()

    def minimumSizeHint(self) -> QSize:
        return self._words.least()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        form = QTextCharFormat()
        form.setForeground(theme.color("accink"))
        form.setFontUnderline(True)
        painter = begin(self)
        layout = self._words.paint(painter, self.width(), form)
        if self.hasFocus():
            room = self.width() - 2 * SIDE
            width = min(advance(self._words.role, self._words.lead), room)
            words = QRectF(SIDE, TOP, width, layout.boundingRect().height())
            if layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft:
                words.moveRight(SIDE + room)
            ring(painter, words.adjusted(0, 1, 0, -1), 3)
        painter.end()
