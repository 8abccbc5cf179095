"""A spin box: a whole number that is typed, or stepped up and down."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QWidget

from quizapp.ui import icons, theme
from quizapp.ui.widgets.paint import BUTTON_RADIUS, MARGIN, Styled, begin, box, inside, mirrored, ring

_HEIGHT, _PAD, _CHEVRON, _ARROWS = 36, 12, 11, 28


class NumberBox(Styled, QSpinBox):
    """Up, Down and the wheel over it while it has the focus change it; Enter takes what was typed."""

    chosen = Signal(int)
    """The user's number, as it is typed."""

    def __init__(
        self, name: str, low: int, high: int, *, unit: str = "", parent: QWidget | None = None
    ) -> None:
        """name: what is counted, for screen readers; unit: behind the number, translated."""
        super().__init__(parent)
        self._widest = high
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSuffix(f" {unit}" if unit else "")
        self.setFrame(False)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.lineEdit().setFrame(False)
        self.lineEdit().installEventFilter(self)
        self.valueChanged.connect(self.chosen)

    def show_number(self, number: int, high: int | None = None) -> None:
        """Another number, not by the user; high: the most there can be now."""
        blocked = self.blockSignals(True)
        if high is not None:
            self.setMaximum(high)
        if number != self.value():
            self.setValue(number)
        self.blockSignals(blocked)

    def restyle(self) -> None:
        font = theme.font("row", tabular=True)
        self.setFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(QPalette.ColorRole.Text, theme.color("text"))
        self.setPalette(palette)
        # Qt does not always hand these on while text size or theme changes.
        self.lineEdit().setFont(font)
        self.lineEdit().setPalette(palette)
        left, right = _PAD + MARGIN - 2, theme.px(_ARROWS) + MARGIN
        if self.isRightToLeft():
            left, right = right, left
        self.lineEdit().setTextMargins(left, 0, right, 0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(f"{self._widest}{self.suffix()}")
        least = theme.px(76)
        width = max(least, round(words) + _PAD + 4 + theme.px(_ARROWS))
        return QSize(width + 2 * MARGIN, theme.px(_HEIGHT) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """To undo is the screen's: a number is a value, not a text."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.ignore()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line of text lies over the arrows, which are painted alone."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            place = event.position()
            for step, arrow in zip((1, -1), self._arrows(), strict=True):
                if arrow.contains(place):
                    self.setFocus(Qt.FocusReason.MouseFocusReason)
                    self.stepBy(step)
                    return True
        return super().eventFilter(watched, event)

    def _arrows(self) -> tuple[QRectF, QRectF]:
        """Up and down: where they can be pressed."""
        rect, width = inside(self), theme.px(_ARROWS)
        half = rect.height() / 2
        up = QRectF(rect.right() - width, rect.top(), width, half)
        return mirrored(self, up), mirrored(self, up.translated(0, half))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        box(painter, rect, BUTTON_RADIUS, fill="card", line="edge")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        side = theme.px(_CHEVRON)
        for icon, arrow, nearer in zip(("chevron-up", "chevron-down"), self._arrows(), (1, -1), strict=True):
            sign = QRectF(0, 0, side, side)
            sign.moveCenter(arrow.center())
            icons.paint(painter, icon, sign.translated(0, 2 * nearer), theme.color("mut"), stroke=2)
        painter.end()
