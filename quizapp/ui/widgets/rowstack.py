"""Rows below each other in an order that can change: one tab stop, arrows inside."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.widgets.paint import Styled

_OVERLAP = 2
"""px that the margins of neighbours share: borders stand 6 px apart, a ring still fits between them."""
_MOVES_ROWS = (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange)
_STEPS: Mapping[int, Callable[[int, int], int]] = {
    Qt.Key.Key_Up.value: lambda at, last: max(0, at - 1),
    Qt.Key.Key_Down.value: lambda at, last: min(at + 1, last),
    Qt.Key.Key_Home.value: lambda at, last: 0,
    Qt.Key.Key_End.value: lambda at, last: last,
}

R = TypeVar("R", bound=QWidget)


class RowStack(Styled, QWidget, Generic[R]):
    """Sets rows below each other. Rows ignore the keys that they do not take themselves."""

    in_use = Signal(QWidget)
    """The row that the learner has moved, or moved to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[R, ...] = ()
        self._held: R | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def rows(self) -> tuple[R, ...]:
        """From top to bottom."""
        return self._order

    def adopt(self, row: R) -> None:
        """Take a row in; `set_order` gives it its place."""
        row.setParent(self)
        row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row.installEventFilter(self)
        row.show()

    def set_order(self, order: Sequence[R]) -> None:
        """Set these rows below each other."""
        self._order = tuple(order)
        if not any(row.focusPolicy() == Qt.FocusPolicy.StrongFocus for row in self._order):
            self._set_stop(next(iter(self._order), None))
        self.restyle()

    def hold(self, row: R | None) -> None:
        """Leave the geometry of one row alone: it goes with the mouse."""
        self._held = row
        self._place()

    def focus_first(self) -> None:
        """Focus the row that the tab key would reach."""
        for row in self._order:
            if row.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def focused(self) -> R | None:
        """The row that has the focus."""
        return next((row for row in self._order if row.hasFocus()), None)

    def target(self, row: R, event: QKeyEvent) -> int | None:
        """Where a key leads from a row; None for other keys."""
        step = _STEPS.get(event.key())
        return None if step is None else step(self._order.index(row), len(self._order) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move the focus."""
        row = self.focused()
        target = None if row is None else self.target(row, event)
        if target is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._order[target].setFocus(Qt.FocusReason.TabFocusReason)
            self.in_use.emit(self._order[target])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            row = next((row for row in self._order if row is watched), None)
            if row is not None:
                self._set_stop(row)
        return super().eventFilter(watched, event)

    def _set_stop(self, stop: R | None) -> None:
        """Make one row the tab stop of the whole list."""
        for row in self._order:
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row is stop else Qt.FocusPolicy.ClickFocus)

    # Places

    def restyle(self) -> None:
        self.updateGeometry()
        self._place()
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() in _MOVES_ROWS:
            self.restyle()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for place in self.places(width, self._order)), default=0)

    def sizeHint(self) -> QSize:
        width = max((row.sizeHint().width() for row in self._order), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        hints = [row.minimumSizeHint() for row in self._order]
        return QSize(max((hint.width() for hint in hints), default=0), hints[0].height() if hints else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        for row, place in zip(self._order, self.places(self.width(), self._order), strict=True):
            if row is not self._held:
                row.setGeometry(place)

    def places(self, width: int, rows: Sequence[R]) -> list[QRect]:
        """Where rows stand without anything between them."""
        places, top = [], 0
        for row in rows:
            height = row.heightForWidth(width)
            places.append(QRect(0, top, width, height))
            top += height - _OVERLAP
        return places
