"""For how long a question was in view and in focus."""

from PySide6.QtCore import QElapsedTimer

_CAP_MS = 60_000
"""Longer looks at a question say nothing about it."""


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
