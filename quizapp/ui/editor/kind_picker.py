"""Which kind a new card is of: all kinds with their icon and meaning, each by one key."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from quizapp.core.kinds import KINDS, AnyKind
from quizapp.ui import theme
from quizapp.ui.i18n import marked
from quizapp.ui.kinds import sign_of
from quizapp.ui.widgets.button import ENTER, Button
from quizapp.ui.widgets.icon import paint_any
from quizapp.ui.widgets.keycap import paint_cap
from quizapp.ui.widgets.label import label
from quizapp.ui.widgets.paint import (
    BUTTON_RADIUS,
    Styled,
    announce,
    begin,
    box,
    inside,
    leading,
    mirrored,
    ring,
)
from quizapp.ui.widgets.panel import Panel

_HEIGHT, _CAP, _PAD, _ICON, _GAP, _LEAST = 48, 22, 10, 20, 10, 240
_LOW, _NARROW = 28, 205
"""In large text the meaning is left to the tool tip."""
ORDER: Final[Sequence[AnyKind]] = tuple(reversed(KINDS))
"""The plain ones first."""
KEYS: Final = "123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""One for each of ORDER."""


_SHARE = 0.45
"""Of the window’s height: what it takes before it scrolls."""
_TOP, _MIDDLE, _BOTTOM = (
    Qt.AlignmentFlag.AlignTop,
    Qt.AlignmentFlag.AlignVCenter,
    Qt.AlignmentFlag.AlignBottom,
)


def _least() -> int:
    return _LEAST if theme.roomy() else _NARROW


class KindButton(Styled, QAbstractButton):
    """One kind: its key, icon, name and meaning."""

    def __init__(self, kind: AnyKind, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = sign_of(kind.name)
        self._key, self._outline = key, sign.outline
        self._name, self._meaning = marked(kind.label), marked(sign.meaning)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(f"{self._meaning}. {key}")
        self.setToolTip(f"{self._name}: {self._meaning}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(_least()), theme.px(_HEIGHT if theme.roomy() else _LOW) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat():
            self.click()
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        rect = inside(self)
        active = self.hasFocus() or self.underMouse()
        box(painter, rect, BUTTON_RADIUS, fill="accsoft" if active else "")
        if self.hasFocus():
            ring(painter, rect, BUTTON_RADIUS)
        cap, icon = theme.px(_CAP), theme.px(_ICON)
        middle, left = rect.center().y(), rect.left() + _PAD
        paint_cap(painter, mirrored(self, QRectF(left, middle - cap / 2, cap, cap)), self._key)
        left += cap + _GAP
        paint_any(painter, self._outline, mirrored(self, QRectF(left, middle - icon / 2, icon, icon)), "mut")
        left += icon + _GAP
        room = rect.right() - _PAD - left
        half = rect.height() / 2
        lines = [(self._name, "button", "text", QRectF(left, rect.top(), room, 2 * half), _MIDDLE)]
        if theme.roomy():
            lines = [
                (self._name, "button", "text", QRectF(left, rect.top(), room, half), _BOTTOM),
                (self._meaning, "small", "mut", QRectF(left, middle, room, half), _TOP),
            ]
        for words, role, token, place, side in lines:
            painter.setFont(theme.font(role))
            painter.setPen(theme.color(token))
            line = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(mirrored(self, place), side | leading(self), line)
        painter.end()


class KindPicker(Panel):
    """Stands in the place of the panes while a kind is chosen; the last one comes first. Esc leaves it."""

    picked = Signal(object)
    """A Kind."""
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(radius=14, padding=(14, 10, 14, 10), parent=parent)
        self.buttons = {
            kind: KindButton(kind, key) for kind, key in zip(ORDER, KEYS[: len(ORDER)], strict=True)
        }
        for kind, button in self.buttons.items():
            button.clicked.connect(partial(self._pick, kind))
        self._order: Sequence[AnyKind] = ORDER
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setSpacing(0)
        self._cancel = Button("ghost", self.tr("Cancel"), key=self.tr("Esc"), height=30)
        self._cancel.clicked.connect(self.left)
        head = QHBoxLayout()
        head.addWidget(label("heading", self.tr("New card: which kind?")), 1)
        head.addWidget(self._cancel)
        self.content.addLayout(head)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._scroll = _Scroll()
        self._scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.content.addWidget(self._scroll)
        self.hide()

    def ask(self, last: AnyKind) -> None:
        """Show it. last: the kind that comes first."""
        self._order = (last, *(kind for kind in ORDER if kind is not last))
        self._columns = 0
        self.show()
        self._lay_out()
        self.buttons[last].setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("New card: which kind? Enter takes {kind}.").format(kind=marked(last.label)))

    def _pick(self, kind: AnyKind) -> None:
        self.picked.emit(kind)

    def restyle(self) -> None:
        self._columns = 0
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """As many columns as there is room for, filled one after the other."""
        columns = max(1, min(3, (self.width() - 40) // theme.px(_least())))
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._order) // columns)
        for at, kind in enumerate(self._order):
            self._grid.removeWidget(self.buttons[kind])
            self._grid.addWidget(self.buttons[kind], at % rows, at // rows)
        self._scroll.updateGeometry()
        for first, second in zip(self._order, self._order[1:], strict=False):
            QWidget.setTabOrder(self.buttons[first], self.buttons[second])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = -(-len(self._order) // max(1, self._columns))
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: rows, Qt.Key.Key_Left: -rows}
        if self.isRightToLeft():
            steps |= {Qt.Key.Key_Right: -rows, Qt.Key.Key_Left: rows}
        letter = event.text().upper()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif letter and letter in KEYS[: len(ORDER)]:
            self.picked.emit(ORDER[KEYS.index(letter)])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        at = next((at for at, kind in enumerate(self._order) if self.buttons[kind].hasFocus()), 0)
        to = min(max(at + by, 0), len(self._order) - 1)
        button = self.buttons[self._order[to]]
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(button, 0, 8)


class _Scroll(QScrollArea):
    """As high as what is in it, and less where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        inner = self.widget()
        return inner.sizeHint() if inner is not None else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # the arrows go from kind to kind

    def minimumSizeHint(self) -> QSize:
        return QSize(0, min(round(self.window().height() * _SHARE), self.sizeHint().height()))
