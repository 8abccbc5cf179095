"""Lets the system end the app as its user would: SIGTERM and Ctrl+C close the window, then the files."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QWidget

_ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def closing(window: QWidget) -> Iterator[None]:
    """Meanwhile these signals close the window.

    Python runs its handlers only when Qt hands control back; a byte in a pipe makes Qt do so.
    """
    read, write = os.pipe()
    os.set_blocking(write, False)
    before = {number: signal.signal(number, lambda *_: window.close()) for number in _ENDING}
    fd_before = signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    notifier = QSocketNotifier(read, QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: os.read(read, 64))
    try:
        yield
    finally:
        notifier.setEnabled(False)
        signal.set_wakeup_fd(fd_before)
        for number, handler in before.items():
            signal.signal(number, handler)
        os.close(read)
        os.close(write)
