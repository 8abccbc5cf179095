"""A board: things that are put to targets, by key, mouse or drag."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from quizapp.ui.presses import Press
from quizapp.ui.widgets.dragging import Dragging
from quizapp.ui.widgets.paint import Styled
from quizapp.ui.widgets.place_row import PlaceRow

Place = tuple[QWidget, QRect]

_STEPS: Mapping[Qt.Key, Callable[[int, int], int]] = {
    Qt.Key.Key_Up: lambda at, last: max(0, at - 1),
    Qt.Key.Key_Down: lambda at, last: min(at + 1, last),
    Qt.Key.Key_Home: lambda at, last: 0,
    Qt.Key.Key_End: lambda at, last: last,
}
_TAKE_OFF = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_MOVES_ROWS = (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange)
"""A row needs another height; lines run the other way."""


class Board(Styled, QWidget):
    """Shows things and targets; what the learner wants of them it says by its signals, and changes nothing.

    Subclasses say where the rows stand (`places`) and how they look (`dress`); all that raises here is
    theirs, as Qt's metaclass leaves no room for ABC.
    """

    put_wanted = Signal(int, int, bool)
    """A thing, a target, and whether the next thing without one has its turn then."""
    take_wanted = Signal(int)
    """A thing that is to be taken off its target."""
    in_use = Signal(QWidget)
    """The row that has the focus now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.at: Mapping[int, int] = {}
        self.open = True
        self.turn = 0  # the thing that gets a target next
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def watch_drags(self, things: Sequence[PlaceRow], targets: Sequence[PlaceRow]) -> None:
        """Let things be dragged to targets."""
        self._targets = tuple(targets)
        self._dragging = Dragging(things, self)
        self._dragging.moved.connect(self._drag)
        self._dragging.dropped.connect(self._drop)

    def _target_at(self, place: QPoint) -> int:
        """The target below a point of the screen; -1 if there is none."""
        hit = (
            index for index, row in enumerate(self._targets) if row.rect().contains(row.mapFromGlobal(place))
        )
        return next(hit, -1)

    def _drag(self, thing: int, place: QPoint) -> None:
        self.turn = thing
        self.show_drag(thing, self.mapFromGlobal(place), self._target_at(place))

    def _drop(self, thing: int, place: QPoint) -> None:
        self.show_drag(thing, None, -1)
        target = self._target_at(place)
        if target >= 0:
            self.put_wanted.emit(thing, target, True)

    def show_drag(self, thing: int, place: QPoint | None, target: int) -> None:
        """A thing is dragged to a point of the board, over a target; None: it was let go."""

    def show_places(self, at: Mapping[int, int], *, done: bool) -> None:
        """Thing -> target; done: each has one, and Enter is no longer the board's."""
        self.at = at
        self.dress()

    def go_to(self, thing: int) -> None:
        """It is this thing's turn."""
        raise NotImplementedError

    def focus_turn(self) -> None:
        """Put the focus where answering goes on."""
        raise NotImplementedError

    def press_digit(self, digit: int) -> bool:
        """True if there is a row of this number that can be pressed."""
        raise NotImplementedError

    def target_words(self) -> list[str]:
        """The targets, plain."""
        return [row.plain for row in self._targets]

    def keys_to_put(self, thing: int, target: int) -> Iterator[Press]:
        """What to press to put a thing to a target, while the focus is on a thing."""
        raise NotImplementedError

    def dress(self) -> None:
        """Show on each row what is so now."""
        raise NotImplementedError

    def places(self, width: int) -> list[Place]:
        """Where everything stands."""
        raise NotImplementedError

    def close_board(self) -> None:
        """Nothing can be moved any more."""
        self.open = False
        self._dragging.stop()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.open or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _TAKE_OFF:
            self.take_wanted.emit(self.thing_in_hand())
        elif key in _STEPS:
            rows = self.rows_in_reach()
            at = next((index for index, row in enumerate(rows) if row.hasFocus()), 0)
            rows[_STEPS[key](at, len(rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            forward = key == Qt.Key.Key_Right
            self.move_across(1 if forward != self.isRightToLeft() else -1)
        else:
            super().keyPressEvent(event)

    def thing_in_hand(self) -> int:
        """The thing that is to be taken off."""
        return self.turn

    def rows_in_reach(self) -> Sequence[PlaceRow]:
        """Those that the arrows up and down move between."""
        raise NotImplementedError

    def move_across(self, step: int) -> None:
        """Arrow against (-1) or along (1) the direction of reading."""
        raise NotImplementedError

    def restyle(self) -> None:
        self.settle()

    def settle(self) -> None:
        """A row needs another height: set all of them anew."""
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() for _, place in self.places(width)) + 1

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(640))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() in _MOVES_ROWS:
            self.settle()
        return super().event(event)

    def _place(self) -> None:
        for widget, place in self.places(self.width()):
            widget.setGeometry(place)
        self.placed()

    def placed(self) -> None:
        """The rows stand elsewhere now."""


def turned(rect: QRect, width: int) -> QRect:
    """A rectangle of a left-to-right board of this width, where it belongs in one that is mirrored."""
    return QRect(width - rect.right() - 1, rect.y(), rect.width(), rect.height())
