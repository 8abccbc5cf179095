"""Time on the study screen: how long a question was in view, and which keys come too soon to be meant."""

from PySide6.QtCore import QElapsedTimer

_CAP_MS = 60_000
"""Longer looks at a question say nothing about it."""
_HASTE_MS = 250
"""Nobody sees what is new on screen and presses a key for it in less."""


class Watch:
    """A stop watch."""

    def __init__(self) -> None:
        self._timer = QElapsedTimer()
        self._gathered_ms = 0

    def restart(self) -> None:
        """From zero."""
        self._gathered_ms = 0
        self._timer.start()

    def go_on(self) -> None:
        """After a pause."""
        if not self._timer.isValid():
            self._timer.start()

    def pause(self) -> None:
        """Nobody is looking."""
        if self._timer.isValid():
            self._gathered_ms += self._timer.elapsed()
            self._timer.invalidate()

    @property
    def ms(self) -> int:
        """What was gathered up to the last pause, capped."""
        return min(self._gathered_ms, _CAP_MS)


class Haste:
    """Tells a key pressed twice by accident from one that is meant, by the times of the presses alone.

    Times are those of Qt's events: ms from any start; 0 where the system gives none.
    """

    def __init__(self) -> None:
        self._pressed_ms = 0
        self._shown_ms = 0

    def press(self, at_ms: int) -> None:
        """A key goes down."""
        self._pressed_ms = at_ms

    def show(self) -> None:
        """Something new is on screen, by the key that was pressed last."""
        self._shown_ms = self._pressed_ms

    def too_soon(self, at_ms: int) -> bool:
        """Was a press at this time meant for what stood there before?"""
        return self._shown_ms > 0 and 0 < at_ms - self._shown_ms < _HASTE_MS
