"""Words of the app: plain text in a role of the type scale and a colour token."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from quizapp.ui import theme
from quizapp.ui.widgets.cell import tip
from quizapp.ui.widgets.paint import Styled, leading


class Label(Styled, QLabel):
    """A label that never takes its text for HTML and follows the theme.

    role: of the type scale; token: colour; wrap: over several lines; tabular: figures of equal width.
    """

    def __init__(
        self,
        role: str,
        text: str = "",
        *,
        token: str = "text",
        wrap: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._role, self._token, self._tabular = role, token, tabular
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.restyle()
        self.setText(text)

    def set_token(self, token: str) -> None:
        """Another colour."""
        if token != self._token:
            self._token = token
            self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(self._role, tabular=self._tabular))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self._token))
        self.setPalette(palette)


class ElidedLabel(Label):
    """One line that ends in an ellipsis where it has less room than it asks for; a tool tip then has all.

    Not by `setToolTip`: a screen reader would say that behind the text.
    """

    def _cut(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), tip(self.text()) if self._cut() != self.text() else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        # A deck's text runs in its own direction, whatever the window's.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        flags = Qt.AlignmentFlag.AlignVCenter | leading(self)
        painter.drawText(self.contentsRect(), flags, self._cut())
        painter.end()


class CutLabel(ElidedLabel):
    """One that is the first to be given less room."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


def label(role: str, text: str = "", token: str = "text", *, wrap: bool = False) -> Label:
    """A Label in one call."""
    return Label(role, text, token=token, wrap=wrap)


def advance(role: str, text: str) -> float:
    """Width in px of a text in one line."""
    return QFontMetricsF(theme.font(role)).horizontalAdvance(text)
