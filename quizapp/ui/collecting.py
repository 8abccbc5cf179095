"""Lets Python's collector run only where no destructor is at work: when the window has nothing to do.

By itself it starts wherever an object is made. One is made within Qt's destructors, too: they ask, under a
lock, whether Python overrides a method. If the collector then takes other widgets apart, their destructors
wait for that same lock, and the window stands still for ever.
"""

import gc
import time

from PySide6.QtCore import QAbstractEventDispatcher, QObject

_DUE = (700, 10, 10)
"""As Python's own thresholds: objects made since the last time, and collections of the generation before."""
_SHARE = 100
"""Of the time, a full collection takes one part of so many at most."""


class Collector(QObject):
    """From now on nothing is collected but here, in the window's thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.set_threshold(0)
        self._rest_until = 0.0
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.aboutToBlock.connect(self.collect)

    def collect(self) -> None:
        """Collect what is due, unless somebody has paused that (core.collection)."""
        made, *_ = counts = gc.get_count()
        if made <= _DUE[0] or not gc.isenabled():
            return
        due = max(at for at, most in enumerate(_DUE) if counts[at] > most)
        now = time.monotonic()
        if due < 2 or now < self._rest_until:
            gc.collect(min(due, 1))
            return
        gc.collect()
        after = time.monotonic()
        self._rest_until = after + _SHARE * (after - now)

    def stop(self) -> None:
        """The window is about to go: what is left goes with the process."""
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.disconnect(self.collect)
