"""Pausing Python's garbage collector where it would only lose time, or meet widgets where it must not.

The collector runs in whatever thread makes objects. In a worker's it would take the window's widgets apart
there, and Qt crashes or hangs: so it rests while anything computes beside the window.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class Hold:
    """One reason why nothing is collected now. Pauses within a worker's lie within one of the window's
    thread, so that the first hold and the last release are always made by that."""

    _all: "set[Hold]" = set()  # noqa: RUF012 - shared on purpose: there is one collector
    _was_on = False

    def __init__(self) -> None:
        if not self._all:
            Hold._was_on = gc.isenabled()
        self._all.add(self)
        gc.disable()

    def release(self) -> None:
        """After the last one collection is as it was before the first."""
        self._all.discard(self)
        if not self._all and self._was_on:
            gc.enable()


@contextmanager
def no_collection() -> Iterator[None]:
    """No collection meanwhile; afterwards as it was."""
    hold = Hold()
    try:
        yield
    finally:
        hold.release()
