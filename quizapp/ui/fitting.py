"""The door to fitting: starts a fit in the background, logs what came of it, and goes back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from quizapp.core.fits import Fit, FitPayload, Fitted, back_to
from quizapp.core.fsrs6 import Parameters, Weights
from quizapp.store import fits
from quizapp.ui.services import Changes, Services
from quizapp.ui.work import Job, Progress, Work

if TYPE_CHECKING:
    from quizapp.store.database import Database


class Fitting(QObject):
    """One thing at a time. A fit can be cancelled until it is found; what is found is logged whole."""

    progressed = Signal(int, int)
    """(done, total) of what runs."""
    fitted = Signal(object)
    """A Fitted, logged."""
    changed = Signal(str)
    """Other parameters are in force; the id of the event, by which `take_back` undoes it, "" for an undo."""
    failed = Signal(object)
    """An exception; nothing was changed."""

    def __init__(self, services: Services, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._work = services, work
        self._job: Job | None = None
        self._found: Fitted | None = None
        self.can_cancel = False

    @property
    def running(self) -> bool:
        return self._job is not None

    @property
    def available(self) -> bool:
        """Whether the extra `fit` is installed."""
        from quizapp.store import fit

        return fit.is_available()

    @property
    def in_force(self) -> Weights:
        return fits.in_force(self._services.db)

    @property
    def history(self) -> tuple[Fit, ...]:
        """All fits and choices that count, oldest first."""
        return fits.history(self._services.db)

    def start(self) -> None:
        """Fit to all answers; what comes of it is logged, and comes into force by the rule alone."""
        if not self.running:
            self.can_cancel = True
            self._job = self._work.run(
                _fit,
                self._services.db,
                on_done=self._take_fitted,
                on_failed=self._fail,
                on_progress=self._progress,
            )

    def cancel(self) -> None:
        """Nothing was changed, and the child process goes."""
        if self._job is not None and self.can_cancel:
            self._job.cancel()
            self._job = None
            self.can_cancel = False

    def go_back(self, parameters: Parameters) -> None:
        """Let parameters come into force again."""
        self._record(back_to(parameters))

    def take_back(self, fit_id: str) -> None:
        """Undo a fit or a choice."""
        if not self.running:
            self._job = self._work.run(
                _take_back,
                self._services.db,
                fit_id,
                on_done=self._take_changed,
                on_failed=self._fail,
                on_progress=self._progress,
            )

    def _record(self, payload: FitPayload) -> None:
        if not self.running:
            self._job = self._work.run(
                _record,
                self._services.db,
                payload,
                on_done=self._take_changed,
                on_failed=self._fail,
                on_progress=self._progress,
            )

    def _take_fitted(self, fitted: Fitted) -> None:
        self._job, self.can_cancel = None, False
        if fitted.end == "too_few":
            self.fitted.emit(fitted)
            return
        self._found = fitted
        self._record(fitted.payload)

    def _take_changed(self, event_id: str) -> None:
        self._job = None
        found, self._found = self._found, None
        if found is not None:
            self.fitted.emit(found)
        if found is None or found.end == "better":
            self.changed.emit(event_id)
            self._services.changed.emit(Changes(progress=True, by=self))

    def _fail(self, error: Exception) -> None:
        self._job, self._found, self.can_cancel = None, None, False
        self.failed.emit(error)

    def _progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)


# In a worker's thread, on a connection of its own:


def _fit(db: "Database", progress: Progress) -> Fitted:
    from quizapp.store import fit

    with db.twin() as twin:
        return fit.fit(twin, progress)


def _record(db: "Database", payload: FitPayload, progress: Progress) -> str:
    from quizapp.store import fit

    with db.twin() as twin:
        return fit.record(twin, payload, progress).event_id


def _take_back(db: "Database", fit_id: str, progress: Progress) -> str:
    from quizapp.store import fit

    with db.twin() as twin:
        fit.take_back(twin, fit_id, progress)
    return ""
