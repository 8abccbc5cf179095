"""Numbers for the screen, counted in the background: the last question asked counts."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.core.problems import QuizError
from quizapp.core.settings import Settings
from quizapp.core.stats import Load, Period, Statistics
from quizapp.store import stats, workload
from quizapp.store.database import Database
from quizapp.store.shelf import Shelf
from quizapp.ui.report import words_of
from quizapp.ui.services import Services
from quizapp.ui.work import Job, Progress, Work

_SOON_MS = 250
"""Changes within this time are counted once."""


class Question(NamedTuple):
    """What is to be counted."""

    query: str
    period: Period
    settings: Settings
    """Of the deck, where one is asked about."""


def gather(db: Database, question: Question, *, progress: Progress) -> Statistics:
    """For a worker: on a connection of its own."""
    query, period, settings = question
    with db.twin() as twin:
        return stats.statistics(twin, Shelf(twin), query, period, settings=settings, progress=progress)


class Gatherer(QObject):
    """Asks, and asks again when progress has changed; what was gathered stays until there is better."""

    gathered = Signal(object)
    """Statistics."""
    slow = Signal(int, int)
    """It takes a while: (done, total); (0, 0) before that is known."""
    failed = Signal(str)
    weighed = Signal(object)
    """What each desired retention would cost: a tuple of core.stats.Load."""

    def __init__(self, services: Services, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._work = services, work
        self._question: Question | None = None
        self._job: Job | None = None
        self._weighing: Job | None = None
        self._tells = False
        self._again = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._again.timeout.connect(self._ask_quietly)
        services.replacing.connect(self.rest)

    @property
    def busy(self) -> bool:
        return self._job is not None or self._again.isActive()

    def ask(self, question: Question) -> None:
        """Count this; an older question is dropped."""
        self._question = question
        self._run(tells=True)

    def renew(self) -> None:
        """Something has changed: count the same again soon, without a word."""
        if self._question is not None:
            self._again.start()

    def stop(self) -> None:
        """Nobody waits for numbers any more."""
        self._again.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def rest(self) -> None:
        """Nobody looks."""
        self.stop()
        if self._weighing is not None:
            self._weighing.cancel()
            self._weighing = None

    def weigh(self) -> None:
        """Work out what each desired retention would cost; some seconds, once a study day."""
        if self._weighing is None:
            self._weighing = self._work.run(
                workload.gather,
                self._services.db,
                on_done=self._on_weighed,
                on_failed=self._on_unweighed,
                on_progress=self._on_weighing,
            )

    def _on_weighing(self, done: int, total: int) -> None:
        """The panel says that it takes a while; this lets the work end when nobody waits."""

    def _on_weighed(self, loads: tuple[Load, ...]) -> None:
        self._weighing = None
        self.weighed.emit(loads)

    def _on_unweighed(self, error: Exception) -> None:
        self._weighing = None

    def _ask_quietly(self) -> None:
        self._run(tells=self._job is not None and self._tells)

    def _run(self, *, tells: bool) -> None:
        self.stop()
        self._tells = False
        job = self._work.run(
            gather,
            self._services.db,
            self._question,
            on_done=self._on_done,
            on_failed=self._on_failed,
            on_progress=self._on_progress,
        )
        self._job = job
        if tells:
            job.slow.connect(self._on_slow)

    def _on_slow(self) -> None:
        self._tells = True
        self.slow.emit(0, 0)

    def _on_progress(self, done: int, total: int) -> None:
        if self._tells:
            self.slow.emit(done, total)

    def _on_done(self, found: Statistics) -> None:
        self._job = None
        self.gathered.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(words_of(error) if isinstance(error, QuizError) else str(error))
