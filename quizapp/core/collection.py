"""Pausing Python's garbage collector where it would only lose time, or meet widgets where it must not.

The collector runs in whatever thread makes objects. In a worker's it would take the window's widgets apart
there, and Qt crashes or hangs: so it rests while anything computes beside the window.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_holds = 0
_was_on = False


def hold() -> None:
    """No collection until as many `release` as `hold` were called, from whichever threads."""
    global _holds, _was_on
    with _lock:
        if _holds == 0:
            _was_on = gc.isenabled()
            gc.disable()
        _holds += 1


def release() -> None:
    """End one hold; after the last one collection is as it was before the first."""
    global _holds
    with _lock:
        _holds -= 1
        if _holds == 0 and _was_on:
            gc.enable()


@contextmanager
def no_collection() -> Iterator[None]:
    """No collection meanwhile; afterwards as it was."""
    hold()
    try:
        yield
    finally:
        release()
