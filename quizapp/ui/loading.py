"""Brings the shelf up to date with the deck files while the window is already there."""

from collections.abc import Callable, Iterator, Sequence, Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from quizapp.store.folders import Survey
from quizapp.ui.services import Services
from quizapp.ui.work import Job, Progress, Work

if TYPE_CHECKING:
    from quizapp.store.parsing import Parsed


def read_all(jobs: "Sequence[Callable[[], Parsed]]", progress: Progress) -> "list[Parsed]":
    """Read the deck files that changed; runs in the background."""
    parsed = []
    for number, job in enumerate(jobs):
        progress(number, len(jobs))
        parsed.append(job())
    return parsed


_GRACE_MS = 300
"""Some editors delete a file and write it anew: one that has gone is looked for once more."""
_GRACES = 3
"""Looks in a row that are put off by that."""


class Loading(QObject):
    """Survey and parsing run in the background; the shelf changes in the window's thread, in small steps."""

    progressed = Signal(int, int)
    """(deck files read, of how many)."""
    ended = Signal()
    """The shelf is as the files are; search may still be catching up."""
    surveyed = Signal(object)
    """A Survey: what is in the folders."""

    def __init__(self, services: Services, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._work = services, work
        self._library = services.library
        self._job: Job | None = None
        self._seen: Survey | None = None
        self._touched: Set[str] = frozenset()
        self._gone: Set[str] = frozenset()
        """Files that the look before this one did not find."""
        self._graces = 0
        self._grace = QTimer(self, singleShot=True, interval=_GRACE_MS)
        self._grace.timeout.connect(self._survey)
        self._again: set[str] | None = None
        """Set if there is to be another look after this one: the files that were touched meanwhile."""
        self._portions: Iterator[Sequence[Parsed]] = iter(())
        self._step = QTimer(self, interval=0)
        self._step.timeout.connect(self._next)
        self._index = QTimer(self, interval=0)
        self._index.timeout.connect(self._index_more)

    @property
    def busy(self) -> bool:
        return self._job is not None or self._step.isActive() or self._grace.isActive()

    def start(self, touched: Set[str] = frozenset()) -> None:
        """Look at the folders; while a look is under way, once more after it.

        touched: files that were written to, whatever their stamps say.
        """
        if self.busy:
            self._again = (self._again or set()) | touched
            return
        self._touched, self._graces = touched, 0
        self._survey()

    def stop(self) -> None:
        """The files are about to be closed."""
        self._grace.stop()
        self._step.stop()
        self._index.stop()

    def abandon(self) -> None:
        """Another progress is put in place: what was read so far belongs to the one that goes."""
        self.stop()
        if self._job is not None:
            self._job.cancel()
        self._job = self._seen = self._again = None
        self._portions = iter(())

    def _survey(self) -> None:
        self._job = self._work.run(
            self._library.survey(self._touched), on_done=self._take_survey, on_failed=self._fail
        )

    def _take_survey(self, seen: Survey) -> None:
        self.surveyed.emit(seen)
        before, self._gone = self._gone, self._library.gone(seen)
        if self._seen is not None and not self._gone <= before and self._graces < _GRACES:
            self._graces += 1
            self._job = None
            self._grace.start()
            return
        self._seen = seen
        if not seen.changed:
            self._take_parsed([])
            return
        self._job = self._work.run(
            read_all,
            [self._library.parse(found) for found in seen.changed],
            on_done=self._take_parsed,
            on_failed=self._fail,
            on_progress=self.progressed.emit,
        )

    def _take_parsed(self, parsed: "list[Parsed]") -> None:
        assert self._seen is not None
        self._job = None
        self._portions = iter(self._library.portions(self._seen, parsed))
        self._step.start()

    def _next(self) -> None:
        """Take in one portion; the window breathes in between."""
        assert self._seen is not None
        self._step.stop()  # what fails is told once and not tried again before the next start
        portion = next(self._portions, None)
        if portion is None:
            self._end()
            return
        changes = self._library.reconcile(self._seen, portion)
        self._step.start()
        if changes:
            self._services.library_changed(self)

    def _end(self) -> None:
        if self._again is not None:
            touched, self._again = self._again, None
            self.start(touched)
            return
        self._index.start()
        self.ended.emit()

    def _index_more(self) -> None:
        from quizapp.store import search

        self._index.stop()
        if search.update(self._services.db, self._library.shelf):
            self._index.start()

    def _fail(self, error: Exception) -> None:
        """The hooks have told the learner; the next start of the app, or focus of the window, tries again."""
        self._job = self._again = None
