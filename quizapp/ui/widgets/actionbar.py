"""The bar at the foot of a sitting: what can be done now, and the keys for it."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.ui import theme
from quizapp.ui.widgets.button import ENTER
from quizapp.ui.widgets.label import advance
from quizapp.ui.widgets.paint import MARGIN, Styled, begin, leading, ring
from quizapp.ui.widgets.panel import Column, Hairline

_HINT_HEIGHT, _WORD_GAP, _HINT_GAP = 24, 4, 15
_ABOVE, _BETWEEN, _BELOW = 9, 2, 12
_LEAST = 120
"""The first hint is cut down to so many px at 100 % before it drops out."""


class Hint(Struct, frozen=True):
    """A key and what it does now."""

    action: str
    """What `KeyRow.chosen` says when the hint is clicked; "" for a key that only its own widget takes."""
    key: str
    """As on the key: "Ctrl Z"."""
    words: str
    brief: str = ""
    """Fewer words, if those would take the room of a `keen` hint; "" where there are none."""
    keen: bool = False
    """It matters more than long words before it."""


class HintButton(Styled, QAbstractButton):
    """A hint in the row of keys: the key strong, its meaning second-rank."""

    def __init__(self, hint: Hint, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hint, self._short = hint, False
        self.setAccessibleName(hint.words)
        self.setAccessibleDescription(hint.key)
        if hint.action:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def words(self) -> str:
        """What is to be seen of the words; a screen reader has them all."""
        return self.hint.brief if self._short and self.hint.brief else self.hint.words

    def shorten(self, short: bool) -> None:
        """Show fewer words, or all."""
        self._short = short
        self.update()

    def sizeHint(self) -> QSize:
        words = advance("cap", self.hint.key) + theme.px(_WORD_GAP) + advance("small", self.words)
        return QSize(round(words + 1) + 2 * MARGIN, theme.px(_HINT_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        flags = Qt.AlignmentFlag.AlignVCenter | leading(self)
        rect = QRectF(self.rect()).adjusted(MARGIN, 0, -MARGIN, 0)
        if self.hasFocus():
            ring(painter, rect.adjusted(0, 3, 0, -3), 4)
        painter.setFont(theme.font("cap"))
        painter.setPen(theme.color("text"))
        painter.drawText(rect, flags, self.hint.key)
        shift = advance("cap", self.hint.key) + theme.px(_WORD_GAP)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text" if self.underMouse() else "mut"))
        room = rect.adjusted(0, 0, -shift, 0) if rtl else rect.adjusted(shift, 0, 0, 0)
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, flags, words)
        painter.end()


class KeyRow(Styled, QWidget):
    """Hints in one line. Where they do not fit, they drop out from the end; the last one always stays, the
    first one is cut with an ellipsis if need be. Before a keen one drops out, long words give way.

    One tab stop, arrows inside.
    """

    chosen = Signal(str)
    """Action of the hint that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[HintButton] = []
        self._group = QButtonGroup(self, exclusive=False)
        self._group.idClicked.connect(self._choose)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        """Other hints; the last is "all keys"."""
        if [button.hint for button in self._buttons] == list(hints):
            return
        for button in self._buttons:
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._buttons = [HintButton(hint, self) for hint in hints]
        for number, button in enumerate(self._buttons):
            self._group.addButton(button, number)
            button.installEventFilter(self)
        self._place()

    def shown(self) -> tuple[Hint, ...]:
        """The hints that have room."""
        return tuple(button.hint for button in self._buttons if not button.isHidden())

    def _choose(self, number: int) -> None:
        if action := self._buttons[number].hint.action:
            self.chosen.emit(action)

    def restyle(self) -> None:
        self.updateGeometry()
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(0, theme.px(_HINT_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Set the hints side by side, as many as there is room for."""
        gap = theme.px(_HINT_GAP) - 2 * MARGIN
        brief, full = self._fitting(gap, short=True), self._fitting(gap, short=False)
        gained = [at for at in brief if at not in full and self._buttons[at].hint.keen]
        kept = self._fitting(gap, short=bool(gained))
        x = 0
        for at, button in enumerate(self._buttons):
            button.setVisible(at in kept)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == 0 else Qt.FocusPolicy.ClickFocus)
            if at in kept:
                rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
                left = self.width() - x - kept[at] if rtl else x
                button.setGeometry(left, 0, kept[at], self.height())
                x += kept[at] + gap

    def _fitting(self, gap: int, *, short: bool) -> dict[int, int]:
        """Place of each hint that has room -> its width, with all the words or, if short, with fewer."""
        for button in self._buttons:
            button.shorten(short)
        widths = [button.sizeHint().width() for button in self._buttons]
        if len(widths) > 1:
            widths[0] = min(widths[0], max(theme.px(_LEAST), self.width() - gap - widths[-1]))
        kept = list(range(len(widths)))
        while len(kept) > 1 and sum(widths[at] + gap for at in kept) - gap > self.width():
            del kept[-2]
        return {at: widths[at] for at in kept}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move along the row."""
        shown = [button for button in self._buttons if not button.isHidden()]
        at = next((index for index, button in enumerate(shown) if button.hasFocus()), None)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if at is None or not step:
            super().keyPressEvent(event)
            return
        step = -step if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else step
        shown[max(0, min(at + step, len(shown) - 1))].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            for button in self._buttons:
                stop = Qt.FocusPolicy.StrongFocus if button is watched else Qt.FocusPolicy.ClickFocus
                button.setFocusPolicy(stop)
        return super().eventFilter(watched, event)


class ActionBar(Styled, QWidget):
    """A hairline, a row of buttons and the row of keys, in the reading column, 100 px high at 100 %.

    Rows are built once (`add_row`) and shown in turn (`show_row`), so that buttons keep their places.
    """

    chosen = Signal(str)
    """Action of the hint that was clicked."""

    def __init__(self, *, widest: int = 760, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self.row: QWidget = self
        """The one that is shown."""
        self.keys = KeyRow()
        self.keys.chosen.connect(self.chosen)
        self._column = Column(widest=widest)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Hairline())
        outer.addWidget(self._column)
        content = self._column.content
        content.setContentsMargins(0, _ABOVE, 0, _BELOW)
        content.setSpacing(_BETWEEN)
        content.addWidget(self.keys)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add_row(self, *left: QWidget, main: QWidget | None = None) -> QWidget:
        """A row with buttons from the left and the main button (or what stands in its place) at the right."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in left:
            layout.addWidget(widget)
        layout.addStretch(1)
        if main is not None:
            layout.addWidget(main)
        if isinstance(main, QLabel):
            layout.addSpacing(MARGIN)
        return self.add_whole(row)

    def add_whole(self, row: QWidget) -> QWidget:
        """A row that takes the whole width, such as the ratings."""
        # Into the bar first: a row made visible without a parent would open as a window of its own.
        self._column.content.insertWidget(len(self._rows), row)
        self.keys.raise_()  # screen readers go through the bar in the order of its children
        row.setVisible(not self._rows)
        if not self._rows:
            self.row = row
        self._rows.append(row)
        return row

    def show_row(self, shown: QWidget) -> None:
        """Show one of the rows instead of the others."""
        self.row = shown
        for row in self._rows:
            row.setVisible(row is shown)
        self.updateGeometry()

    def restyle(self) -> None:
        self.updateGeometry()
