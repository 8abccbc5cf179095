"""The threading file: runs plain functions on a thread pool and hands their results to the window's thread.

No other file of the window starts threads or touches their results elsewhere.
"""

import sys
import time
from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, QTimer, Signal
from shiboken6 import isValid

from quizapp.core.collection import Hold
from quizapp.core.problems import QuizError

PATIENCE_MS = 300
"""A job that takes longer says so."""
_SWITCH_S = 0.0005
"""Python's own is ten times as long: a window that loaded a module meanwhile, file by file, stood still."""
_PROGRESS_S = 0.05
"""Progress is passed on at most this often."""

Progress = Callable[[int, int], None]
"""Takes (done, total)."""


class CancelledError(Exception):
    """Raised in a worker by its progress function once nobody waits for the result."""


class _Callbacks(NamedTuple):
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    progress: Progress | None


class Job(QObject):
    """A handle on one run. Its number stops matching when it is cancelled or over."""

    slow = Signal()
    """It has been running for 300 ms: time to show progress."""
    ended = Signal()
    """It is over, by a result, a failure or `cancel`; progress can go."""

    def __init__(self, work: "Work", number: int, callbacks: "_Callbacks") -> None:
        super().__init__(work)
        self._work = work
        self._number = number
        self.callbacks = callbacks
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self.slow)
        self._patience.start()

    @property
    def running(self) -> bool:
        return self._work.is_current(self._number)

    def cancel(self) -> None:
        """Nothing of it is delivered any more; the function may still run to its next progress call."""
        self._work.forget(self._number)

    def end(self) -> None:
        """For Work alone."""
        self._patience.stop()
        self.ended.emit()
        self.deleteLater()


class Work(QObject):
    """Runs functions in the background; callbacks are bound methods, called in the window's thread."""

    # From the workers' threads to ours, queued: (number of the job, what is delivered).
    _returned = Signal(int, object)
    _raised = Signal(int, object)
    _progressed = Signal(int, object)
    _left = Signal(int)
    """The worker is done with the function, whether or not anybody still waits for its result."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # For so long the window's thread waits for the interpreter while a worker computes.
        sys.setswitchinterval(_SWITCH_S)
        self._pool = QThreadPool(self)
        self._last = 0
        self._jobs: dict[int, Job] = {}
        self._holds: dict[int, Hold] = {}
        queued = Qt.ConnectionType.QueuedConnection
        self._returned.connect(self._on_returned, queued)
        self._raised.connect(self._on_raised, queued)
        self._progressed.connect(self._on_progressed, queued)
        self._left.connect(self._on_left, queued)

    def run(
        self,
        fn: Callable[..., Any],
        *args: Any,
        on_done: Callable[[Any], None],
        on_failed: Callable[[Exception], None],
        on_progress: Progress | None = None,
    ) -> Job:
        """Call fn(*args) in the background; with `on_progress` also with the keyword `progress`.

        on_done gets the result, on_failed the exception. One that is no QuizError is a bug: it also goes to
        sys.excepthook, after on_failed has freed the screen from waiting. The callbacks of a widget that was
        deleted meanwhile are skipped.
        """
        self._last += 1
        number = self._last
        job = Job(self, number, _Callbacks(on_done, on_failed, on_progress))
        self._jobs[number] = job
        kwargs = {"progress": self._progress_of(number)} if on_progress else {}
        # Taken and given back in the window's thread, so that the collector never starts in a worker's.
        self._holds[number] = Hold()
        self._pool.start(lambda: self._call(number, fn, args, kwargs))
        return job

    @property
    def thread_count(self) -> int:
        """How many jobs run at the same time."""
        return self._pool.maxThreadCount()

    @property
    def busy(self) -> bool:
        """True while somebody waits for a result."""
        return bool(self._jobs)

    def is_current(self, number: int) -> bool:
        return number in self._jobs

    def forget(self, number: int) -> None:
        """Let the number match no more."""
        if job := self._jobs.pop(number, None):
            job.end()

    def close(self) -> None:
        """Cancel everything and wait for the workers; call it before the window goes."""
        self._pool.clear()
        for number in tuple(self._jobs):
            self.forget(number)
        self._pool.waitForDone()
        for number in tuple(self._holds):
            self._on_left(number)
        for job in self.findChildren(Job):  # those that are over: none may go after this
            QCoreApplication.sendPostedEvents(job, QEvent.Type.DeferredDelete.value)

    # In a worker's thread:

    def _call(
        self, number: int, fn: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        try:
            if self.is_current(number):
                self._returned.emit(number, fn(*args, **kwargs))
        except CancelledError:
            pass
        except Exception as error:  # noqa: BLE001 - whatever it is, the window's thread must hear of it
            self._raised.emit(number, error)
        finally:
            self._left.emit(number)

    def _progress_of(self, number: int) -> Progress:
        last = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal last
            if not self.is_current(number):
                raise CancelledError
            now = time.monotonic()
            if done >= total or now - last >= _PROGRESS_S:
                last = now
                self._progressed.emit(number, (done, total))

        return progress

    # In the window's thread:

    def _on_returned(self, number: int, result: object) -> None:
        if job := self._jobs.pop(number, None):
            job.end()
            _deliver(job.callbacks.done, result)

    def _on_raised(self, number: int, error: Exception) -> None:
        if job := self._jobs.pop(number, None):
            job.end()
            _deliver(job.callbacks.failed, error)
            if not isinstance(error, QuizError):
                sys.excepthook(type(error), error, error.__traceback__)

    def _on_left(self, number: int) -> None:
        if hold := self._holds.pop(number, None):
            hold.release()

    def _on_progressed(self, number: int, step: tuple[int, int]) -> None:
        job = self._jobs.get(number)
        if job and job.callbacks.progress:
            _deliver(job.callbacks.progress, *step)


def _deliver(callback: Callable[..., None], *args: Any) -> None:
    owner = getattr(callback, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        callback(*args)
